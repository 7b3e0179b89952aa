//! Throw a meeting away that nobody has seen.

use super::{event, load};
use crate::{App, Result};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::MeetingId;
use domain::meeting::MeetingState;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;

/// Throws a draft away.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `Settled` once it was published, or the store's failure.
pub async fn remove(app: &App, viewer: Viewer, id: MeetingId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let (row, terms) = load(db, id)?;
            if terms.state != MeetingState::Draft {
                return Err(Refusal::Settled.into());
            }
            store::meetings::remove(db, row.id)?;
            Ok(store::journal::append(db, &event(EventKind::MeetingPrepared, &row).by(viewer.actor).detail("removed"), now)?)
        })
        .await
}
