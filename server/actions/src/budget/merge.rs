//! Put a project together with another that says the same: both stay readable, both authors are named, one goes on.

use super::decide::answered;
use super::{load_before_the_vote, loosen};
use crate::office::answer::{self, Given};
use crate::{App, Error, Result};
use domain::actor::Viewer;
use domain::answer::AnswerState;
use domain::budget::ProjectState;
use domain::id::{AnswerId, ContributionId, LetterId};
use domain::permission::{self, OfficeVerb};
use domain::text::Fault;
use store::At;

/// Puts `id` together with `into`, answers officially and writes to the author. Supports are not added up: they were given to another text.
///
/// # Errors
/// A refusal of the permission table, `Settled` when a vote is published, faulty fields (`into` when that one is of another consultation, hidden,
/// withdrawn or itself merged), or the store's failure.
pub async fn merge(app: &App, viewer: Viewer, id: ContributionId, into: ContributionId, body: &str, signed_by: &str) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (now, answer, letter) = (app.now(), app.new_id::<AnswerId>(), app.new_id::<LetterId>());
    let (body, signed_by) = answered(body, signed_by)?;
    if id == into {
        return Err(Error::fault("into", Fault::Choice));
    }
    app.store
        // no event: `answer::enter` appends it
        .write(move |db| {
            let mut found = load_before_the_vote(db, id)?;
            let other = load_before_the_vote(db, into)?;
            let merged = other.project.state()? == ProjectState::Merged;
            if merged || other.project.consultation_id != found.project.consultation_id || !other.subject.contribution.is_shown() {
                return Err(Error::fault("into", Fault::Choice));
            }
            loosen(db, &found.envelope)?;
            store::budget::follow_merge(db, found.project.contribution_id, other.project.contribution_id)?;
            let row = &mut found.project;
            ProjectState::Merged.code().clone_into(&mut row.state);
            row.reasons.clone_from(&body);
            row.decided_at = Some(At(now));
            row.merged_into = Some(other.project.contribution_id);
            store::budget::update(db, row)?;
            let given = Given { id: answer, letter, state: AnswerState::Merged, body, signed_by };
            answer::enter(db, viewer, &found.subject, given, now)
        })
        .await
}
