//! Answer a contribution officially.

use super::write_to_author;
use crate::subject::Subject;
use crate::{App, Error, Result, subject};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::answer::AnswerState;
use domain::event::{Event, EventKind};
use domain::id::{AnswerId, ContributionId, LetterId};
use domain::permission::{self, Verb};
use domain::refusal::Refusal;
use domain::text::{self, Fault};
use store::answers::Answer;
use store::{At, Db, Uid};

/// Gives an official answer: a state, the reason, and who signs it. Each is kept; the latest says where the collectivity stands.
///
/// # Errors
/// A refusal of the permission table, faulty fields, or the store's failure.
pub async fn answer(app: &App, viewer: Viewer, id: ContributionId, state: AnswerState, body: &str, signed_by: &str) -> Result<AnswerId> {
    let (now, answer, letter) = (app.now(), app.new_id::<AnswerId>(), app.new_id::<LetterId>());
    let least = if state.is_decision() { 20 } else { 1 };
    let (body, signed_by) = match (text::bounded_text(body, least, text::BODY_MAX), text::bounded_line(signed_by, 2, text::NAME_MAX)) {
        (Ok(body), Ok(signed_by)) => (body, signed_by),
        (body, signed_by) => {
            let faults = [("body", body.err()), ("signed_by", signed_by.err())];
            return Err(Error::Faulty(faults.into_iter().filter_map(|(field, fault)| fault.map(|f| (field, f))).collect()));
        }
    };
    let given = Given { id: answer, letter, state, body, signed_by };
    app.store
        // no event: `enter` appends it
        .write(move |db| {
            let subject = subject::contribution(db, id)?;
            // What becomes of a project is decided with its study, its vote and its works.
            if state.is_decision() && store::budget::find(db, Uid::of(id))?.is_some_and(|project| project.decided_at.is_none()) {
                return Err(Error::fault("state", Fault::Choice));
            }
            // What becomes of an amendment is decided with the words that stand in the text.
            if state.is_decision() && crate::texts::is_amendment(db, Uid::of(id))? {
                return Err(Error::fault("state", Fault::Choice));
            }
            enter(db, viewer, &subject, given, now)?;
            Ok(answer)
        })
        .await
}

/// An answer that has the right shape.
pub(crate) struct Given {
    pub(crate) id: AnswerId,
    pub(crate) letter: LetterId,
    pub(crate) state: AnswerState,
    pub(crate) body: String,
    pub(crate) signed_by: String,
}

/// The same in a transaction that is open: the answer, the counters, the letter to the author, the event.
pub(crate) fn enter(db: &mut Db, viewer: Viewer, subject: &Subject, given: Given, now: Timestamp) -> Result<()> {
    let (id, state) = (subject.contribution.id, given.state);
    permission::may(viewer, Verb::AnswerOfficially, &subject.standing, &subject.calendar, now)?;
    if state == AnswerState::Received && subject.contribution.answer_state.is_some() {
        return Err(Refusal::AlreadyDone.into());
    }
    let row = Answer {
        id: Uid::of(given.id),
        contribution_id: id,
        state: state.code().to_owned(),
        body: given.body,
        signed_by: given.signed_by,
        author_id: viewer.actor.map(Uid::of),
        answered_at: At(now),
        uri: None,
    };
    store::answers::insert(db, &row)?;
    match (subject.standing.decided, state.is_decision()) {
        (false, true) => store::consultations::count_answer(db, subject.consultation.id, 1)?,
        (true, false) => store::consultations::count_answer(db, subject.consultation.id, -1)?,
        (true, true) | (false, false) => {}
    }
    write_to_author(db, subject, given.letter, "answered", now)?;
    let event =
        Event::new(EventKind::AnsweredOfficially).by(viewer.actor).on(id.0).within(subject.consultation.id.to()).detail(state.code());
    Ok(store::journal::append(db, &event, now)?)
}
