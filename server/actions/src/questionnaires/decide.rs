//! Decide about an answer that was set apart; note that the answers were taken away in a file.

use super::{event, prepares, subject};
use crate::{App, Result};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::{QuestionnaireId, ResponseId};
use domain::questionnaire::ResponseState;
use domain::refusal::Refusal;
use store::{At, Uid};

/// Counts an answer that was set apart because its mailbox seemed to have answered already. What is not counted stays apart, and is said.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `AlreadyDone`, or the store's failure.
pub async fn count_flagged(app: &App, viewer: Viewer, id: QuestionnaireId, response: ResponseId) -> Result<()> {
    prepares(viewer)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let subject = subject(db, id)?;
            if subject.questionnaire.results_at.is_some() {
                return Err(Refusal::NotOpenNow.into());
            }
            let found = store::responses::find(db, Uid::of(response))?.filter(|r| r.questionnaire_id == Uid::of(id));
            let found = found.ok_or(Refusal::NotFound)?;
            if !store::responses::step(db, found.id, ResponseState::Flagged, ResponseState::Counted, At(now))? {
                return Err(Refusal::AlreadyDone.into());
            }
            Ok(store::journal::append(db, &event(EventKind::QuestionnaireAnswerDecided, &subject).by(viewer.actor).detail("counted"), now)?)
        })
        .await
}

/// Notes that an agent takes the answers away in a file, before the first byte leaves.
///
/// # Errors
/// A refusal of the permission table, or the store's failure.
pub async fn take(app: &App, viewer: Viewer, id: QuestionnaireId) -> Result<()> {
    prepares(viewer)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let subject = subject(db, id)?;
            Ok(store::journal::append(db, &event(EventKind::QuestionnaireAnswersTaken, &subject).by(viewer.actor), now)?)
        })
        .await
}
