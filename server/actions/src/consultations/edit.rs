//! Change the texts of a consultation.

use super::ConsultationForm;
use crate::{App, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::At;

/// Changes the texts of a consultation that the agent last saw at `revision`.
///
/// # Errors
/// A refusal of the permission table, `Stale` when somebody changed it meanwhile, faulty fields, or the store's failure.
pub async fn edit(app: &App, viewer: Viewer, slug: &str, revision: i32, form: &ConsultationForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, text, slug) = (app.now(), form.parse()?, slug.to_owned());
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            subject::decided_here(db, consultation.id)?;
            store::carrying::touch(db, consultation.id, At(now))?;
            if !store::consultations::update(db, consultation.id, revision, &text, At(now))? {
                return Err(Refusal::Stale.into());
            }
            store::actors::rename(db, consultation.actor_id, &text.title, &text.teaser)?;
            let event = Event::new(EventKind::ConsultationEdited).by(viewer.actor).on(consultation.id.0).within(consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
