//! Call a vote off, or remove a draft.

use super::load;
use crate::{App, Result};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::BoxId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::vote::BoxState;
use store::{At, Db, Uid};

/// Calls a vote off before it is counted: its ballots and its roll are destroyed, its page says so. A draft is removed.
///
/// # Errors
/// A refusal of the permission table, `Settled` once it is closed, or the store's failure.
pub async fn cancel(app: &App, viewer: Viewer, id: BoxId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, id) = (app.now(), Uid::of(id));
    app.store
        .write(move |db| {
            store::votes::hold(db, id)?;
            let found = load(db, id)?;
            match found.state {
                BoxState::Draft => store::votes::remove_draft(db, id).map(|_| ())?,
                BoxState::Published if found.row.closes_at.0 > now => {
                    destroy(db, id, now)?;
                }
                BoxState::Published | BoxState::Closed | BoxState::Cancelled => return Err(Refusal::Settled.into()),
            }
            let event = Event::new(EventKind::VoteCancelled).by(viewer.actor).on(id.0).within(found.row.consultation_id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// Calls off what is not counted: its ballots and all that was kept of its voters go. `false`: it is counted or called off.
pub(crate) fn destroy(db: &mut Db, id: Uid, now: Timestamp) -> Result<bool> {
    let was_standing = store::votes::cancel(db, id, At(now))?;
    if was_standing {
        store::signals::drop_all(db, id)?;
        store::ways::purge(db, id)?;
        store::flags::forget_mailboxes(db, id)?;
    }
    Ok(was_standing)
}
