//! Say in one's own words what a carried consultation means here.

use crate::{App, Error, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text;

/// Changes what this territory says of a consultation that it carries.
///
/// # Errors
/// A refusal of the permission table, `NotFound` when the consultation is our own, a faulty text, or the store's failure.
pub async fn introduce(app: &App, viewer: Viewer, slug: &str, introduction: &str) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let introduction = text::bounded_text(introduction, 0, text::BODY_MAX).map_err(|fault| Error::fault("introduction", fault))?;
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            store::carrying::hold(db)?;
            let (consultation, _) = subject::consultation(db, &slug)?;
            store::carried::find(db, consultation.id)?.ok_or(Refusal::NotFound)?;
            store::carried::introduce(db, consultation.id, &introduction)?;
            let event = Event::new(EventKind::ConsultationEdited).by(viewer.actor).on(consultation.id.0).within(consultation.id.to());
            Ok(store::journal::append(db, &event.detail("introduction"), now)?)
        })
        .await
}
