//! Write to the other services about a project: never leaves the back office.

use super::load;
use crate::{App, Error, Result};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::ContributionId;
use domain::permission::{self, OfficeVerb};
use domain::text;
use store::budget::NewNote;
use store::{At, Uid};

/// Keeps a note on a project.
///
/// # Errors
/// A refusal of the permission table, a faulty text (`note`), or the store's failure.
pub async fn note(app: &App, viewer: Viewer, id: ContributionId, body: &str) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let body = text::bounded_text(body, 1, text::BODY_MAX).map_err(|fault| Error::fault("note", fault))?;
    let (now, note) = (app.now(), app.new_id::<ContributionId>());
    app.store
        .write(move |db| {
            let found = load(db, id)?;
            let new = NewNote {
                id: Uid::of(note),
                contribution_id: Uid::of(id),
                author_id: viewer.actor.map(Uid::of),
                body,
                written_at: At(now),
            };
            store::budget::note(db, &new)?;
            let event =
                Event::new(EventKind::ProjectStudied).by(viewer.actor).on(id).within(found.subject.consultation.id.to()).detail("note");
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
