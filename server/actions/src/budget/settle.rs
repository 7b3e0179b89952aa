//! Carry the results of a closed vote over to its projects: chosen or not, with an answer to every author.

use super::decide::answered;
use super::state_of_vote;
use crate::office::answer::{self, Given};
use crate::votes::{self, Loaded};
use crate::{App, Error, Result, subject};
use deliberation::verdict::Told;
use domain::Timestamp;
use domain::actor::Viewer;
use domain::answer::AnswerState;
use domain::budget::{ProjectState, WorksState};
use domain::id::{AnswerId, EnvelopeId, LetterId};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::vote::BoxState;
use store::budget::Envelope;
use store::tallies::Common;
use store::{At, Db, Uid};

/// What is answered to the authors, as typed.
#[derive(Debug, Clone, Default)]
pub struct SettleForm {
    /// To those whose projects were chosen.
    pub chosen: String,
    /// To the others.
    pub others: String,
    /// Who signs both.
    pub signed_by: String,
}

/// Says of each project that was voted on whether it was chosen, as the published result says, answers officially and writes to every
/// author. Once.
///
/// # Errors
/// A refusal of the permission table, `NotOpenNow` when the vote is not closed, or its whole not counted, `AlreadyDone`, faulty fields (`chosen`,
/// `others`, `signed_by`), or the store's failure.
pub async fn settle(app: &App, viewer: Viewer, id: EnvelopeId, form: &SettleForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let now = app.now();
    let (chosen, signed_by) = named("chosen", answered(&form.chosen, &form.signed_by))?;
    let (others, _) = named("others", answered(&form.others, &form.signed_by))?;
    // Nothing of a closed vote changes any more: it is read before the transaction that writes.
    let outcome = app.store.read(move |db| outcome(db, Uid::of(id))).await?;
    let ids: Vec<(AnswerId, LetterId)> = outcome.iter().map(|_| (app.new_id(), app.new_id())).collect();
    app.store
        // no event: `answer::enter` appends one for each project
        .write(move |db| {
            if !store::budget::settle(db, Uid::of(id), At(now))? {
                return Err(Refusal::AlreadyDone.into());
            }
            for ((project, won), (id, letter)) in outcome.into_iter().zip(ids) {
                let (state, body) = if won { (AnswerState::Accepted, &chosen) } else { (AnswerState::Refused, &others) };
                let given = Given { id, letter, state, body: body.clone(), signed_by: signed_by.clone() };
                tell(db, viewer, project, won, given, now)?;
            }
            Ok(())
        })
        .await
}

/// The outcome of one project.
fn tell(db: &mut Db, viewer: Viewer, project: Uid, won: bool, given: Given, now: Timestamp) -> Result<()> {
    let Some(mut row) = store::budget::find(db, project)? else { return Ok(()) };
    let state = if won { ProjectState::Selected } else { ProjectState::NotSelected };
    state.code().clone_into(&mut row.state);
    row.decided_at = Some(At(now));
    if won {
        row.works = Some(WorksState::Planned.code().to_owned());
        row.works_at = Some(At(now));
    }
    store::budget::update(db, &row)?;
    match subject::contribution(db, project.to()) {
        // What its author took back or a moderator hid is not answered in public.
        Ok(subject) if subject.contribution.is_shown() => answer::enter(db, viewer, &subject, given, now),
        Ok(_) | Err(Error::Refused(Refusal::NotFound)) => Ok(()),
        Err(other) => Err(other),
    }
}

/// The same faults under the name of the field that was read as `body`.
fn named<T>(field: &'static str, read: Result<T>) -> Result<T> {
    read.map_err(|error| match error {
        Error::Faulty(faults) => {
            Error::Faulty(faults.into_iter().map(|(name, fault)| (if name == "body" { field } else { name }, fault)).collect())
        }
        other => other,
    })
}

/// The vote that several territories hold, if a box is part of one: what was never handed to anybody has no definition, and is ours alone.
fn common(db: &mut Db, id: Uid) -> Result<Option<Common>> {
    Ok(store::tallies::of_box(db, id)?.filter(|common| !common.definition.is_empty()))
}

/// What a closed vote decided, `None` while that is not known: what several territories hold together is decided by the whole, once it is counted.
fn decided(db: &mut Db, found: &Loaded) -> Result<Option<Told>> {
    match common(db, found.row.id)? {
        Some(common) => Ok(common.result.as_deref().map(Told::read)),
        None => votes::result(db, found),
    }
}

/// Whether the closed vote of an envelope waits for what other territories say, before its results can be carried over.
///
/// # Errors
/// When the store fails.
pub fn waits_for_whole(db: &mut Db, envelope: &Envelope) -> Result<bool> {
    let (Some(BoxState::Closed), Some(box_id)) = (state_of_vote(db, envelope)?, envelope.box_id) else { return Ok(false) };
    Ok(common(db, box_id)?.is_some_and(|common| common.result.is_none()))
}

/// Each project of the closed vote of an envelope, and whether it was chosen.
fn outcome(db: &mut Db, id: Uid) -> Result<Vec<(Uid, bool)>> {
    let envelope = store::budget::envelope(db, id)?.ok_or(Refusal::NotFound)?;
    let (Some(BoxState::Closed), Some(box_id)) = (state_of_vote(db, &envelope)?, envelope.box_id) else {
        return Err(Refusal::NotOpenNow.into());
    };
    let found = votes::load(db, box_id)?;
    let told = decided(db, &found)?.ok_or(Refusal::NotOpenNow)?;
    let won = |number: i32| u32::try_from(number).is_ok_and(|number| told.winners.contains(&number));
    Ok(found.options.iter().filter_map(|option| option.contribution_id.map(|id| (id, won(option.number)))).collect())
}
