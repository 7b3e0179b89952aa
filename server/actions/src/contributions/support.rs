//! Support a contribution: a button here, a like from elsewhere.

use crate::carrying::tell_supports;
use crate::{App, Result, subject};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::contribution::Origin;
use domain::event::{Event, EventKind};
use domain::id::ContributionId;
use domain::permission::{self, Verb};
use domain::refusal::Refusal;
use store::supports::From;
use store::{At, Db, Uid};

/// Gives a support. One actor supports a contribution once, however often and from however many doors it is asked.
///
/// # Errors
/// A refusal of the permission table, `AlreadyDone`, or the store's failure.
pub async fn support(app: &App, viewer: Viewer, id: ContributionId) -> Result<()> {
    let now = app.now();
    let give_here = move |db: &mut Db| {
        let viewer = crate::organisations::speak(db, viewer, now)?;
        give(db, viewer, id, now)
    };
    // no event: `give` appends it, for both doors
    app.store.write(give_here).await
}

/// The same in a transaction that is open.
pub(crate) fn give(db: &mut Db, viewer: Viewer, id: ContributionId, now: Timestamp) -> Result<()> {
    let subject = subject::contribution(db, id)?;
    permission::may(viewer, Verb::Support, &subject.standing, &subject.calendar, now)?;
    let (actor, from) = (viewer.actor.ok_or(Refusal::SignInFirst)?, subject::whence(viewer));
    if !store::supports::give(db, subject.contribution.id, subject.consultation.id, Uid::of(actor), from, At(now))? {
        return Err(Refusal::AlreadyDone.into());
    }
    let is_told = tells_its_author(&subject, from);
    if is_told {
        // With whose name, if any, is known when the line is told.
        store::supports::tell_home(db, subject.contribution.id, Uid::of(actor), None)?;
    }
    if from == From::Here {
        tell_supports::changed(db, (subject.contribution.id, subject.consultation.id), &subject.calendar, now)?;
    }
    store::supports::take_part(db, subject.consultation.id, Uid::of(actor), from, At(now))?;
    let event = subject::from(Event::new(EventKind::SupportGiven), from).said_by(viewer).on(id).within(subject.consultation.id.to());
    if is_told {
        return Ok(store::journal::append_and_tell(db, &event, now)?);
    }
    Ok(store::journal::append(db, &event, now)?)
}

/// Whether the server on which the contribution lives should hear of a support: not of what came from elsewhere itself.
pub(super) fn tells_its_author(subject: &subject::Subject, from: From) -> bool {
    from == From::Here && subject.contribution.origin == Origin::Remote.code()
}
