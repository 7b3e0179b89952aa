//! Take a document away with all its versions: it should not have been there.

use crate::{App, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::Uid;

/// Takes a document of this consultation away; that it was there stays in the journal and in the public record.
///
/// # Errors
/// A refusal of the permission table, or the store's failure.
pub async fn remove(app: &App, viewer: Viewer, slug: &str, id: Uid) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            store::documents::hold(db, consultation.id)?;
            store::documents::find(db, id)?.filter(|found| found.consultation_id == consultation.id).ok_or(Refusal::NotFound)?;
            store::documents::remove(db, id)?;
            let event = Event::new(EventKind::DocumentChanged).by(viewer.actor).on(id.0).within(consultation.id.to());
            Ok(store::journal::append(db, &event.detail("taken_away"), now)?)
        })
        .await
}
