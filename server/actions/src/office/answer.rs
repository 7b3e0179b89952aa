//! Answer a contribution officially.

use super::write_to_author;
use crate::{App, Error, Result, subject};
use domain::actor::Viewer;
use domain::answer::AnswerState;
use domain::event::{Event, EventKind};
use domain::id::{AnswerId, ContributionId, LetterId};
use domain::permission::{self, Verb};
use domain::refusal::Refusal;
use domain::text;
use store::answers::Answer;
use store::{At, Uid};

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
    app.store
        .write(move |db| {
            let subject = subject::contribution(db, id)?;
            permission::may(viewer, Verb::AnswerOfficially, &subject.standing, &subject.calendar, now)?;
            if state == AnswerState::Received && subject.contribution.answer_state.is_some() {
                return Err(Refusal::AlreadyDone.into());
            }
            store::answers::insert(
                db,
                &Answer {
                    id: Uid::of(answer),
                    contribution_id: Uid::of(id),
                    state: state.code().to_owned(),
                    body,
                    signed_by,
                    author_id: viewer.actor.map(Uid::of),
                    answered_at: At(now),
                },
            )?;
            match (subject.standing.decided, state.is_decision()) {
                (false, true) => store::consultations::count_answer(db, subject.consultation.id, 1)?,
                (true, false) => store::consultations::count_answer(db, subject.consultation.id, -1)?,
                (true, true) | (false, false) => {}
            }
            write_to_author(db, &subject, letter, "answered", now)?;
            let event =
                Event::new(EventKind::AnsweredOfficially).by(viewer.actor).on(id).within(subject.consultation.id.to()).detail(state.code());
            store::journal::append(db, &event, now)?;
            Ok(answer)
        })
        .await
}
