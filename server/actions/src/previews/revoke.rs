//! Take a link to a draft back.

use crate::{App, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::PreviewId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::{At, Uid};

/// Takes it back: from now on there is nothing at its address.
///
/// # Errors
/// A refusal of the permission table, `NotFound` when there is no such link or it was taken back before, or the store's failure.
pub async fn revoke(app: &App, viewer: Viewer, slug: &str, id: PreviewId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            if !store::previews::revoke(db, consultation.id, Uid::of(id), At(now))? {
                return Err(Refusal::NotFound.into());
            }
            let event = Event::new(EventKind::PreviewRevoked).by(viewer.actor).on(consultation.id.0).within(consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
