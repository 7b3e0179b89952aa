//! Delete one's own answer; remove a draft of a questionnaire.

use super::{Respondent, event, own, prepares, subject};
use crate::{App, Result};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::QuestionnaireId;
use domain::refusal::Refusal;
use store::Uid;

/// Deletes one's own answer with its files, sent or not. Totals that were published stay: they are about nobody.
///
/// # Errors
/// `NotFound`, or the store's failure.
pub async fn erase_own(app: &App, who: Respondent, id: QuestionnaireId) -> Result<()> {
    let now = app.now();
    app.store
        .write(move |db| {
            let subject = subject(db, id)?;
            let response = own(db, id, &who)?.ok_or(Refusal::NotFound)?;
            store::responses::remove(db, response.id)?;
            Ok(store::journal::append(db, &event(EventKind::QuestionnaireAnswerErased, &subject), now)?)
        })
        .await
}

/// Removes a draft.
///
/// # Errors
/// A refusal of the permission table, `AlreadyDone` when it was published, or the store's failure.
pub async fn remove_draft(app: &App, viewer: Viewer, id: QuestionnaireId) -> Result<()> {
    prepares(viewer)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let subject = subject(db, id)?;
            if subject.terms.published {
                return Err(Refusal::AlreadyDone.into());
            }
            store::questionnaires::remove(db, Uid::of(id))?;
            Ok(store::journal::append(db, &event(EventKind::QuestionnaireEdited, &subject).by(viewer.actor).detail("removed"), now)?)
        })
        .await
}
