//! Ask where proposals are, or not.

use crate::{App, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::place::Asking;

/// Sets whether a consultation asks where a proposal is. Places that were given stay.
///
/// # Errors
/// A refusal of the permission table, or the store's failure.
pub async fn ask(app: &App, viewer: Viewer, slug: &str, asking: Asking) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            store::places::set_asking(db, consultation.id, asking)?;
            let event = Event::new(EventKind::MapChanged).by(viewer.actor).on(consultation.id.0).within(consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
