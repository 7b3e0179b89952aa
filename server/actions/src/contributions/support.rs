//! Support a contribution: a button here, a like from elsewhere.

use crate::{App, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::ContributionId;
use domain::permission::{self, Verb};
use domain::refusal::Refusal;
use store::{At, Uid};

/// Gives a support. One actor supports a contribution once, however often and from however many doors it is asked.
///
/// # Errors
/// A refusal of the permission table, `AlreadyDone`, or the store's failure.
pub async fn support(app: &App, viewer: Viewer, id: ContributionId) -> Result<()> {
    let now = app.now();
    app.store
        .write(move |db| {
            let subject = subject::contribution(db, id)?;
            permission::may(viewer, Verb::Support, &subject.standing, &subject.calendar, now)?;
            subject::root_is_shown(db, &subject.contribution)?;
            let actor = viewer.actor.ok_or(Refusal::SignInFirst)?;
            if !store::supports::give(db, subject.contribution.id, subject.consultation.id, Uid::of(actor), At(now))? {
                return Err(Refusal::AlreadyDone.into());
            }
            store::supports::take_part(db, subject.consultation.id, Uid::of(actor), At(now))?;
            let event = Event::new(EventKind::SupportGiven).by(actor).on(id).within(subject.consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
