//! Choose the picture of a consultation.

use crate::{App, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::MediaId;
use domain::permission::{self, OfficeVerb};
use store::Uid;

/// Sets or removes the picture; an older one that nothing shows any more goes.
///
/// # Errors
/// A refusal of the permission table, or the store's failure.
pub async fn set_cover(app: &App, viewer: Viewer, slug: &str, picture: Option<MediaId>) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            store::consultations::set_cover(db, consultation.id, picture.map(Uid::of))?;
            if let Some(old) = consultation.cover_id.filter(|old| Some(*old) != picture.map(Uid::of)) {
                store::media::remove(db, old)?;
            }
            let event = Event::new(EventKind::ConsultationEdited)
                .by(viewer.actor)
                .on(consultation.id.0)
                .within(consultation.id.to())
                .detail("cover");
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
