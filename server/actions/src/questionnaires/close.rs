//! Close a questionnaire before its date.

use super::{event, prepares, subject};
use crate::{App, Result};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::QuestionnaireId;
use domain::refusal::Refusal;
use store::{At, Uid};

/// Closes a published questionnaire for good.
///
/// # Errors
/// A refusal of the permission table, `NotPublished`, `AlreadyDone`, or the store's failure.
pub async fn close(app: &App, viewer: Viewer, id: QuestionnaireId) -> Result<()> {
    prepares(viewer)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let subject = subject(db, id)?;
            if !subject.terms.published {
                return Err(Refusal::NotPublished.into());
            }
            if !store::questionnaires::close(db, Uid::of(id), At(now))? {
                return Err(Refusal::AlreadyDone.into());
            }
            Ok(store::journal::append(db, &event(EventKind::QuestionnaireClosed, &subject).by(viewer.actor), now)?)
        })
        .await
}
