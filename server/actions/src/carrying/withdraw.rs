//! Close a call to other territories.

use crate::{App, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::At;

/// Withdraws a call: nobody joins any more, those who carry the consultation go on.
///
/// # Errors
/// A refusal of the permission table, `AlreadyDone` when there is no open call, or the store's failure.
pub async fn withdraw(app: &App, viewer: Viewer, slug: &str) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            if !store::carrying::withdraw(db, consultation.id, At(now))? {
                return Err(Refusal::AlreadyDone.into());
            }
            store::carrying::touch(db, consultation.id, At(now))?;
            let event = Event::new(EventKind::CallWithdrawn).by(viewer.actor).on(consultation.id.0).within(consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
