//! Begin a questionnaire from another: the way to change questions that were already answered.

use super::{event, prepares, subject};
use crate::{App, Result, random};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::QuestionnaireId;
use store::{At, Uid};

/// Keeps a draft with the same questions and none of the answers.
///
/// # Errors
/// A refusal of the permission table, or the store's failure.
pub async fn duplicate(app: &App, viewer: Viewer, id: QuestionnaireId) -> Result<QuestionnaireId> {
    prepares(viewer)?;
    let (now, new_id) = (app.now(), app.new_id::<QuestionnaireId>());
    app.store
        .write(move |db| {
            let subject = subject(db, id)?;
            let form = store::questionnaires::form(db, Uid::of(id))?.copied(&mut || random::uuid_v7(now));
            let copy = subject.questionnaire.clone().anew(Uid::of(new_id), At(now));
            store::questionnaires::insert(db, &copy)?;
            store::questionnaires::replace_form(db, copy.id, &form)?;
            let event = event(EventKind::QuestionnaireDrafted, &subject).by(viewer.actor).on(new_id);
            store::journal::append(db, &event, now)?;
            Ok(new_id)
        })
        .await
}
