//! Remove a word from the glossary.

use crate::{App, Result};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::TermId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::Uid;

/// Removes a word.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, or the store's failure.
pub async fn remove_term(app: &App, viewer: Viewer, id: TermId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let now = app.now();
    app.store
        .write(move |db| {
            if !store::pages::remove_term(db, Uid::of(id))? {
                return Err(Refusal::NotFound.into());
            }
            Ok(store::journal::append(db, &Event::new(EventKind::PagesChanged).by(viewer.actor).detail("glossary"), now)?)
        })
        .await
}
