//! Publish a questionnaire.

use super::{event, prepares, subject};
use crate::{App, Error, Result};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::QuestionnaireId;
use domain::refusal::Refusal;
use domain::text::Fault;
use store::{At, Uid};

/// Publishes a draft: it opens and closes by itself from now on.
///
/// # Errors
/// A refusal of the permission table, faults on `purpose` (what the answers are for must be said) and `questions` (there must be some),
/// `AlreadyDone`, or the store's failure.
pub async fn publish(app: &App, viewer: Viewer, id: QuestionnaireId) -> Result<()> {
    prepares(viewer)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let subject = subject(db, id)?;
            if subject.questionnaire.purpose.trim().is_empty() {
                return Err(Error::fault("purpose", Fault::Missing));
            }
            if store::questionnaires::form(db, Uid::of(id))?.questions().next().is_none() {
                return Err(Error::fault("questions", Fault::Missing));
            }
            if !store::questionnaires::publish(db, Uid::of(id), At(now))? {
                return Err(Refusal::AlreadyDone.into());
            }
            Ok(store::journal::append(db, &event(EventKind::QuestionnairePublished, &subject).by(viewer.actor), now)?)
        })
        .await
}
