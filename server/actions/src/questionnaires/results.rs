//! Publish the results of a questionnaire: the totals, which are kept as they are then, and the texts that an agent chose.

use super::{event, prepares, subject};
use crate::{App, Error, Result};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::{QuestionId, QuestionnaireId, ResponseId};
use domain::questionnaire::{FormStage, ResponseState};
use domain::refusal::Refusal;
use domain::text;
use store::{At, Uid};

/// Publishes the totals of a questionnaire that is over. From then on they change no more, whatever happens to an answer.
///
/// # Errors
/// A refusal of the permission table, a faulty `note`, `NotOpenNow` while people may still answer, or the store's failure.
pub async fn publish_results(app: &App, viewer: Viewer, id: QuestionnaireId, note: &str) -> Result<()> {
    prepares(viewer)?;
    let note = text::bounded_text(note, 0, text::BODY_MAX).map_err(|fault| Error::fault("note", fault))?;
    let now = app.now();
    app.store
        .write(move |db| {
            let subject = subject(db, id)?;
            if subject.terms.stage(&subject.calendar, now) != FormStage::Closed {
                return Err(Refusal::NotOpenNow.into());
            }
            let old = &subject.questionnaire;
            if old.results_at.is_none() && old.purged_at.is_none() {
                store::responses::totals::keep_totals(db, old.id)?;
            }
            store::questionnaires::publish_results(db, old.id, &note, old.results_at.unwrap_or(At(now)))?;
            Ok(store::journal::append(db, &event(EventKind::QuestionnaireResultsPublished, &subject).by(viewer.actor), now)?)
        })
        .await
}

/// Publishes a text that somebody wrote, without a name, or takes it back.
///
/// # Errors
/// A refusal of the permission table, `NotFound` when there is no such counted answer, or the store's failure.
pub async fn choose_text(
    app: &App,
    viewer: Viewer,
    id: QuestionnaireId,
    (question, response): (QuestionId, ResponseId),
    gives: bool,
) -> Result<()> {
    prepares(viewer)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let subject = subject(db, id)?;
            let form = store::questionnaires::form(db, Uid::of(id))?;
            form.question(question).ok_or(Refusal::NotFound)?;
            let found = store::responses::find(db, Uid::of(response))?;
            let counted = |r: &store::responses::Response| r.questionnaire_id == Uid::of(id) && r.state == ResponseState::Counted.code();
            let found = found.filter(counted).ok_or(Refusal::NotFound)?;
            store::responses::texts::choose(db, Uid::of(id), Uid::of(question), found.id, gives, At(now))?;
            let event = event(EventKind::QuestionnaireResultsPublished, &subject).by(viewer.actor).detail("text");
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
