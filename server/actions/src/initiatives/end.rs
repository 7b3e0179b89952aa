//! End an initiative before its last day.

use super::{event, load};
use crate::{App, Result, organisations};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::InitiativeId;
use domain::initiative::InitiativeState;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::{At, Uid};

/// Ends an initiative: whoever promotes it, or an agent. What was not decided about yet is thrown away. An answer that is owed stays owed.
///
/// # Errors
/// `NotYours`, `AlreadyDone`, or the store's failure.
pub async fn end(app: &App, viewer: Viewer, id: InitiativeId) -> Result<()> {
    let now = app.now();
    app.store
        .write(move |db| {
            let viewer = organisations::speak(db, viewer, now)?;
            let (mut row, terms) = load(db, id)?;
            let own = viewer.is(row.promoter_id.map(Uid::to));
            if !own {
                permission::may_in_office(viewer, OfficeVerb::Answer).map_err(|_refused| Refusal::NotYours)?;
            }
            match terms.state {
                InitiativeState::Proposed if own => store::initiatives::remove(db, row.id)?,
                InitiativeState::Open => {
                    row.state = InitiativeState::Ended.code().to_owned();
                    row.edited_at = At(now);
                    store::initiatives::update(db, &row)?;
                }
                InitiativeState::Proposed | InitiativeState::Declined | InitiativeState::Ended => return Err(Refusal::AlreadyDone.into()),
            }
            Ok(store::journal::append(db, &event(EventKind::InitiativeChanged, &row).said_by(viewer).detail("ended"), now)?)
        })
        .await
}
