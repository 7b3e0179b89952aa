//! Take an option back from a vote that is published: it can no longer be chosen, and does not win.

use super::load;
use crate::{App, Result};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::BoxId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::vote::BoxState;
use store::Uid;

/// Withdraws an option, for good. Ballots that name it stay in the box and in the record; nothing else of them changes.
///
/// # Errors
/// A refusal of the permission table, `NotFound` for an option that does not stand in this box, `Settled` unless ballots are still to come, or the
/// store's failure.
pub async fn withdraw_option(app: &App, viewer: Viewer, id: BoxId, number: i32) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, id) = (app.now(), Uid::of(id));
    app.store
        .write(move |db| {
            store::votes::hold(db, id)?;
            let found = load(db, id)?;
            if found.state != BoxState::Published || found.row.closes_at.0 <= now {
                return Err(Refusal::Settled.into());
            }
            // What several territories vote on together is the same everywhere, to the end.
            if store::tallies::of_box(db, id)?.is_some() {
                return Err(Refusal::Settled.into());
            }
            if !store::votes::withdraw_option(db, id, number)? {
                return Err(Refusal::NotFound.into());
            }
            let event = Event::new(EventKind::OptionWithdrawn).by(viewer.actor).on(id.0).within(found.row.consultation_id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
