//! Take a support back.

use super::support::tells_its_author;
use crate::carrying::tell_supports;
use crate::{App, Result, subject};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::ContributionId;
use domain::permission::{self, Verb};
use domain::refusal::Refusal;
use store::supports::From;
use store::{Db, Uid};

/// Takes one's support back.
///
/// # Errors
/// A refusal of the permission table, `AlreadyDone` when there is none, or the store's failure.
pub async fn take_back_support(app: &App, viewer: Viewer, id: ContributionId) -> Result<()> {
    let now = app.now();
    let take_back_here = move |db: &mut Db| {
        let viewer = crate::organisations::speak(db, viewer, now)?;
        take_back(db, viewer, id, now)
    };
    // no event: `take_back` appends it, for both doors
    app.store.write(take_back_here).await
}

/// The same in a transaction that is open.
pub(crate) fn take_back(db: &mut Db, viewer: Viewer, id: ContributionId, now: Timestamp) -> Result<()> {
    let subject = subject::contribution(db, id)?;
    permission::may(viewer, Verb::TakeBackSupport, &subject.standing, &subject.calendar, now)?;
    let (actor, from) = (viewer.actor.ok_or(Refusal::SignInFirst)?, subject::whence(viewer));
    if !store::supports::take_back(db, subject.contribution.id, subject.consultation.id, Uid::of(actor), from)? {
        return Err(Refusal::AlreadyDone.into());
    }
    if from == From::Here {
        tell_supports::changed(db, (subject.contribution.id, subject.consultation.id), &subject.calendar, now)?;
    }
    let event = Event::new(EventKind::SupportTakenBack).said_by(viewer).on(id).within(subject.consultation.id.to());
    if tells_its_author(&subject, from) {
        return Ok(store::journal::append_and_tell(db, &event, now)?);
    }
    Ok(store::journal::append(db, &event, now)?)
}
