//! Publish a consultation.

use crate::{App, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::At;

/// Publishes a draft: from now on everybody sees it, and its phases open and close by themselves.
///
/// # Errors
/// A refusal of the permission table, `NoPhase`, `AlreadyDone`, or the store's failure.
pub async fn publish(app: &App, viewer: Viewer, slug: &str) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            let (consultation, calendar) = subject::consultation(db, &slug)?;
            subject::decided_here(db, consultation.id)?;
            store::carrying::touch(db, consultation.id, At(now))?;
            if calendar.phases.is_empty() {
                return Err(Refusal::NoPhase.into());
            }
            if !store::consultations::publish(db, consultation.id, At(now))? {
                return Err(Refusal::AlreadyDone.into());
            }
            let event = Event::new(EventKind::ConsultationPublished).by(viewer.actor).on(consultation.id.0).within(consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
