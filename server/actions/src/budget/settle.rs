//! Carry the results of a closed vote over to its projects: chosen or not, with an answer to every author.

use super::decide::answered;
use super::state_of_vote;
use crate::office::answer::{self, Given};
use crate::votes::{self, Loaded, UNIT};
use crate::{App, Error, Result, subject};
use deliberation::ballot::Ballot;
use deliberation::verdict::{self, Contender, Vote};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::answer::AnswerState;
use domain::budget::{ProjectState, WorksState};
use domain::id::{AnswerId, EnvelopeId, LetterId};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::vote::BoxState;
use store::{At, Db, Uid};

/// Ballots read at once.
const BATCH: i64 = 5_000;

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

/// Says of each project that was voted on whether it was chosen, as the rule of the vote counts its ballots, answers officially and writes to every
/// author. Once.
///
/// # Errors
/// A refusal of the permission table, `NotOpenNow` when the vote is not closed, `AlreadyDone`, faulty fields (`chosen`, `others`, `signed_by`), ballots
/// that cannot be counted, or the store's failure.
pub async fn settle(app: &App, viewer: Viewer, id: EnvelopeId, form: &SettleForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let now = app.now();
    let (chosen, signed_by) = named("chosen", answered(&form.chosen, &form.signed_by))?;
    let (others, _) = named("others", answered(&form.others, &form.signed_by))?;
    // Nothing of a closed vote changes any more: it is counted before the transaction that writes.
    let vote = app.store.read(move |db| closed(db, Uid::of(id))).await?;
    let winners = winners(&vote)?;
    let ids: Vec<(AnswerId, LetterId)> = vote.options.iter().map(|_| (app.new_id(), app.new_id())).collect();
    app.store
        // no event: `answer::enter` appends one for each project
        .write(move |db| {
            if !store::budget::settle(db, Uid::of(id), At(now))? {
                return Err(Refusal::AlreadyDone.into());
            }
            for ((project, won), (id, letter)) in winners.into_iter().zip(ids) {
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

/// A closed vote with its ballots.
struct Closed {
    found: Loaded,
    options: Vec<(u32, Uid)>,
    ballots: Vec<Ballot>,
}

fn closed(db: &mut Db, id: Uid) -> Result<Closed> {
    let envelope = store::budget::envelope(db, id)?.ok_or(Refusal::NotFound)?;
    let (Some(BoxState::Closed), Some(box_id)) = (state_of_vote(db, &envelope)?, envelope.box_id) else {
        return Err(Refusal::NotOpenNow.into());
    };
    let found = votes::load(db, box_id)?;
    let number = |number: i32| u32::try_from(number).unwrap_or(0);
    let options = found.options.iter().filter_map(|option| option.contribution_id.map(|id| (number(option.number), id))).collect();
    let (mut ballots, mut last) = (Vec::new(), Vec::new());
    loop {
        let batch = store::votes::ballots_after(db, box_id, &last, BATCH)?;
        let Some(end) = batch.last() else { return Ok(Closed { found, options, ballots }) };
        last.clone_from(&end.receipt);
        for cast in batch {
            ballots.push(cast.choice.parse().map_err(|fault| Error::Broken(format!("a ballot cannot be read: {fault:?}")))?);
        }
    }
}

/// Each project that was voted on, and whether it was chosen.
fn winners(closed: &Closed) -> Result<Vec<(Uid, bool)>> {
    let found = &closed.found;
    let contender = |choice: deliberation::ballot::Choice| Contender {
        number: choice.number,
        cost: choice.cost,
        withdrawn: choice.withdrawn,
        group: None,
    };
    let vote = Vote {
        form: found.form,
        counting: found.rule.clone(),
        contenders: found.choices().into_iter().map(contender).collect(),
        budget: u64::try_from(found.row.budget).unwrap_or(0),
        unit: UNIT,
        lots: found.lots(),
        ballots: closed.ballots.clone(),
    };
    let lines = verdict::lines(&vote).map_err(|fault| Error::Broken(format!("a vote cannot be counted: {fault:?}")))?;
    let won: Vec<u32> = lines.iter().filter_map(|line| line.strip_prefix("winner ")).filter_map(|number| number.parse().ok()).collect();
    Ok(closed.options.iter().map(|(number, id)| (*id, won.contains(number))).collect())
}
