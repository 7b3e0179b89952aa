//! Show a hidden contribution again.

use super::recount;
use crate::{App, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::ContributionId;
use domain::permission::{self, Verb};
use domain::refusal::Refusal;
use store::{At, Uid};

/// Lifts a restriction.
///
/// # Errors
/// A refusal of the permission table, or the store's failure.
pub async fn restore(app: &App, viewer: Viewer, id: ContributionId) -> Result<()> {
    let now = app.now();
    app.store
        .write(move |db| {
            let subject = subject::contribution(db, id)?;
            permission::may(viewer, Verb::Restore, &subject.standing, &subject.calendar, now)?;
            if !store::contributions::set_hidden(db, Uid::of(id), None)? {
                return Err(Refusal::AlreadyDone.into());
            }
            store::moderation::lift(db, Uid::of(id), At(now))?;
            recount(db, &subject)?;
            let event = Event::new(EventKind::ContributionRestored).by(viewer.actor).on(id).within(subject.consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
