//! What a consultation does with the voices of people whose account is on another server.

use crate::{App, Result, subject};
use domain::actor::Viewer;
use domain::consultation::RemoteVoices;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};

/// Sets it. What was received before stays as it is.
///
/// # Errors
/// A refusal of the permission table, or the store's failure.
pub async fn set_remote_voices(app: &App, viewer: Viewer, slug: &str, voices: RemoteVoices) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            store::consultations::set_remote_voices(db, consultation.id, voices)?;
            let event = Event::new(EventKind::ConsultationEdited).by(viewer.actor).on(consultation.id.0).within(consultation.id.to());
            Ok(store::journal::append(db, &event.detail("voices"), now)?)
        })
        .await
}
