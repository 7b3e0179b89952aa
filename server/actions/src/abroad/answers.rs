//! Official answers of the organiser of a consultation that is carried here: shown as what they are, beside those of this collectivity.

use super::receive::Arrival;
use crate::office::write_to_author;
use crate::{Result, subject};
use domain::Timestamp;
use domain::answer::AnswerState;
use domain::carrying::CarriedState;
use domain::event::{Event, EventKind};
use domain::id::{ActorId, LetterId};
use domain::refusal::Refusal;
use store::answers::Answer;
use store::contributions::Contribution;
use store::{At, Db, Uid};

/// An official answer as its organiser gives it.
#[derive(Debug, Clone)]
pub struct Answered {
    /// The consultation here.
    pub consultation: Uid,
    /// What it answers: here, or by its address.
    pub contribution: Answering,
    /// Its address.
    pub uri: String,
    /// Where the organiser stands.
    pub state: AnswerState,
    /// The reason, in Markdown.
    pub body: String,
    /// The service or elected person who signs.
    pub signed_by: String,
    /// When it was given, as its home says.
    pub answered_at: Option<Timestamp>,
    /// The id that it gets here, and that of the letter to the author.
    pub fresh: (Uid, LetterId),
}

/// What is answered.
#[derive(Debug, Clone)]
pub enum Answering {
    /// It was written here.
    Here(Uid),
    /// It lives elsewhere, at this address.
    Elsewhere(String),
}

fn answered(db: &mut Db, answer: &Answered) -> Result<Option<Contribution>> {
    let found = match &answer.contribution {
        Answering::Here(id) => store::contributions::find(db, *id)?,
        Answering::Elsewhere(uri) => store::contributions::by_uri(db, uri)?,
    };
    Ok(found.filter(|found| found.consultation_id == answer.consultation))
}

/// Keeps an answer of the organiser, once, and writes to the author if they are of this instance.
///
/// # Errors
/// `NotYours` when it is not from the organiser of the consultation that is carried here.
pub(super) fn hear(db: &mut Db, arrival: &Arrival, answer: &Answered, now: Timestamp) -> Result<()> {
    let carried = store::carried::origin(db, answer.consultation)?.filter(|origin| origin.call.organiser_id == Uid::of(arrival.actor));
    let Some(carried) = carried else { return Err(Refusal::NotYours.into()) };
    if carried.carried.state()? != CarriedState::Joined {
        return Ok(());
    }
    // What it answers was never taken here, or is of another consultation.
    let Some(contribution) = answered(db, answer)? else { return Ok(()) };
    let (id, letter) = answer.fresh;
    let kept = Answer {
        id,
        contribution_id: contribution.id,
        state: answer.state.code().to_owned(),
        body: answer.body.clone(),
        signed_by: answer.signed_by.clone(),
        author_id: Some(carried.call.organiser_id),
        answered_at: At(answer.answered_at.filter(|at| *at < now).unwrap_or(now)),
        uri: Some(answer.uri.clone()),
    };
    let before = subject::contribution(db, contribution.id.to())?;
    if !store::answers::hear(db, &kept)? {
        return Ok(());
    }
    count(db, &before)?;
    write_to_author(db, &before, letter, "answered", now)?;
    noted(db, arrival.actor, contribution.id, answer.consultation, now)
}

/// Forgets an answer of this organiser that is gone where it lives. `false`: there is none.
///
/// # Errors
/// When the store fails.
pub(super) fn forget(db: &mut Db, organiser: ActorId, uri: &str, now: Timestamp) -> Result<bool> {
    let theirs = |answer: &Answer| answer.author_id == Some(Uid::of(organiser));
    let Some(gone) = store::answers::by_uri(db, uri)?.filter(theirs) else { return Ok(false) };
    let before = subject::contribution(db, gone.contribution_id.to())?;
    store::answers::forget(db, &gone)?;
    count(db, &before)?;
    noted(db, organiser, gone.contribution_id, before.consultation.id, now)?;
    Ok(true)
}

/// The number of decided contributions follows what the contribution says now.
fn count(db: &mut Db, before: &subject::Subject) -> Result<()> {
    let is_shown = before.contribution.withdrawn_at.is_none() && before.contribution.hidden_at.is_none();
    let after = subject::contribution(db, before.contribution.id.to())?;
    let change = i32::from(after.standing.decided) - i32::from(before.standing.decided);
    if change != 0 && is_shown {
        store::consultations::count_answer(db, before.consultation.id, change)?;
    }
    Ok(())
}

fn noted(db: &mut Db, organiser: ActorId, contribution: Uid, consultation: Uid, now: Timestamp) -> Result<()> {
    let event = Event::new(EventKind::AnswerHeard).by(organiser).on(contribution.0).within(consultation.to());
    Ok(store::journal::append(db, &event, now)?)
}
