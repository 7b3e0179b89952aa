//! Show what speaks for and against a subject side by side, or in one list.

use crate::{App, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::ContributionId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::Uid;

/// Sets it for a proposal or a discussion.
///
/// # Errors
/// A refusal of the permission table, `NotFound` for a reply, or the store's failure.
pub async fn set_sides(app: &App, viewer: Viewer, id: ContributionId, wanted: bool) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let found = subject::contribution(db, id)?;
            if found.contribution.root_id.is_some() {
                return Err(Refusal::NotFound.into());
            }
            store::sides::set_sides(db, Uid::of(id), wanted)?;
            let event = Event::new(EventKind::DiscussionArranged).by(viewer.actor).on(id).within(found.consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
