//! Throw away a text that nobody has read yet.

use super::load;
use crate::{App, Result};
use domain::actor::Viewer;
use domain::draft_text::TextState;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;

/// Throws away a draft.
///
/// # Errors
/// A refusal of the permission table, `Settled` once the text was opened, or the store's failure.
pub async fn remove(app: &App, viewer: Viewer, slug: &str) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            let (row, consultation, _) = load(db, &slug)?;
            if row.state()? != TextState::Draft {
                return Err(Refusal::Settled.into());
            }
            store::draft_texts::remove(db, row.id)?;
            let event = Event::new(EventKind::TextPrepared).by(viewer.actor).on(row.id.0).within(consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
