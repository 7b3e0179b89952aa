//! Ask where proposals are, or not.

use crate::{App, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::place::Asking;
use store::At;

/// Sets whether a consultation asks where a proposal is. Places that were given stay.
///
/// # Errors
/// A refusal of the permission table, `DecidedElsewhere` when it is another collectivity's, or the store's failure.
pub async fn ask(app: &App, viewer: Viewer, slug: &str, asking: Asking) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            subject::decided_here(db, consultation.id)?;
            store::places::set_asking(db, consultation.id, asking)?;
            let event = Event::new(EventKind::MapChanged).by(viewer.actor).on(consultation.id.0).within(consultation.id.to());
            // Whoever carries it asks as well.
            if store::carrying::touch(db, consultation.id, At(now))? {
                return Ok(store::journal::append_and_tell(db, &event, now)?);
            }
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
