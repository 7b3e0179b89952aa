//! Put a vote that is being prepared into a discussion: it is then shown there.

use super::load;
use crate::{App, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::{BoxId, ContributionId};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::vote::BoxState;
use store::{Db, Uid};

/// Puts a draft into a proposal or a discussion of its consultation.
///
/// # Errors
/// A refusal of the permission table, `NotFound` for what is no subject of the consultation or not shown, `Settled` once the vote is published, or
/// the store's failure.
pub async fn attach(app: &App, viewer: Viewer, id: BoxId, discussion: ContributionId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, id) = (app.now(), Uid::of(id));
    app.store
        .write(move |db| {
            store::votes::hold(db, id)?;
            let found = load(db, id)?;
            if found.state != BoxState::Draft {
                return Err(Refusal::Settled.into());
            }
            may_hold(db, discussion, found.row.consultation_id)?;
            store::sides::put_into(db, id, Uid::of(discussion))?;
            let event = Event::new(EventKind::VoteDrafted).by(viewer.actor).on(id.0).within(found.row.consultation_id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// Whether votes can stand in a contribution of this consultation: it opens a subject and everybody may read it.
fn may_hold(db: &mut Db, discussion: ContributionId, consultation: Uid) -> Result<()> {
    let found = subject::contribution(db, discussion)?.contribution;
    let fits = found.consultation_id == consultation && found.root_id.is_none() && found.is_shown();
    if fits { Ok(()) } else { Err(Refusal::NotFound.into()) }
}
