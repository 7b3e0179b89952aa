//! Take a support back.

use crate::{App, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::ContributionId;
use domain::permission::{self, Verb};
use domain::refusal::Refusal;
use store::Uid;

/// Takes one's support back.
///
/// # Errors
/// A refusal of the permission table, `AlreadyDone` when there is none, or the store's failure.
pub async fn take_back_support(app: &App, viewer: Viewer, id: ContributionId) -> Result<()> {
    let now = app.now();
    app.store
        .write(move |db| {
            let subject = subject::contribution(db, id)?;
            permission::may(viewer, Verb::TakeBackSupport, &subject.standing, &subject.calendar, now)?;
            let actor = viewer.actor.ok_or(Refusal::SignInFirst)?;
            if !store::supports::take_back(db, subject.contribution.id, subject.consultation.id, Uid::of(actor))? {
                return Err(Refusal::AlreadyDone.into());
            }
            let event = Event::new(EventKind::SupportTakenBack).by(actor).on(id).within(subject.consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
