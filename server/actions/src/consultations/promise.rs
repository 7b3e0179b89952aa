//! Promise an official answer to every proposal that reaches the threshold of supports of its consultation.

use crate::{App, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};

/// Promises it, or promises it no more.
///
/// # Errors
/// A refusal of the permission table, or the store's failure.
pub async fn set_promise(app: &App, viewer: Viewer, slug: &str, wanted: bool) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            store::sides::set_promise(db, consultation.id, wanted)?;
            let event = Event::new(EventKind::PromiseChanged).by(viewer.actor).on(consultation.id.0).within(consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
