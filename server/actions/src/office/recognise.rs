//! Give or remove a mark of recognition.

use crate::{App, Result, subject};
use domain::actor::Viewer;
use domain::contribution::Mark;
use domain::event::{Event, EventKind};
use domain::id::ContributionId;
use domain::permission::{self, Verb};
use store::{At, Uid};

/// Marks a contribution as recognised, or takes the mark away.
///
/// # Errors
/// A refusal of the permission table, or the store's failure.
pub async fn recognise(app: &App, viewer: Viewer, id: ContributionId, mark: Mark, given: bool) -> Result<()> {
    let now = app.now();
    app.store
        .write(move |db| {
            let subject = subject::contribution(db, id)?;
            permission::may(viewer, Verb::Recognise, &subject.standing, &subject.calendar, now)?;
            store::contributions::set_mark(db, Uid::of(id), mark, given.then_some(At(now)))?;
            let event = Event::new(EventKind::ContributionRecognised)
                .by(viewer.actor)
                .on(id)
                .within(subject.consultation.id.to())
                .detail(mark.code());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
