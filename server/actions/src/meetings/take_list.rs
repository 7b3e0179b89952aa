//! Take the list of those who are registered away in a file.

use super::{event, load};
use crate::{App, Result};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::MeetingId;
use domain::permission::{self, OfficeVerb};

/// Notes who takes the list of those who are registered.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, or the store's failure.
pub async fn take_list(app: &App, viewer: Viewer, id: MeetingId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::ReceiveVotes)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let (row, _) = load(db, id)?;
            Ok(store::journal::append(db, &event(EventKind::MeetingPrepared, &row).by(viewer.actor).detail("list"), now)?)
        })
        .await
}
