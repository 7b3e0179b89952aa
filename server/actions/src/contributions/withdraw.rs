//! Withdraw one's own contribution: it stays as a notice, so that what was said under it keeps its place.

use crate::office::uncount;
use crate::{App, Result, subject, votes};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::ContributionId;
use domain::permission::{self, Verb};
use domain::refusal::Refusal;
use store::{At, Db};

/// Withdraws a contribution.
///
/// # Errors
/// A refusal of the permission table, or the store's failure.
pub async fn withdraw(app: &App, viewer: Viewer, id: ContributionId) -> Result<()> {
    let now = app.now();
    let take_away_here = move |db: &mut Db| {
        subject::lives_here(db, id)?;
        let viewer = crate::organisations::speak(db, viewer, now)?;
        take_away(db, viewer, id, now)
    };
    // no event: `take_away` appends it, for both doors
    app.store.write(take_away_here).await
}

/// The same in a transaction that is open.
pub(crate) fn take_away(db: &mut Db, viewer: Viewer, id: ContributionId, now: Timestamp) -> Result<()> {
    let subject = subject::contribution(db, id)?;
    permission::may(viewer, Verb::Withdraw, &subject.standing, &subject.calendar, now)?;
    if !store::contributions::withdraw(db, subject.contribution.id, At(now))? {
        return Err(Refusal::AlreadyDone.into());
    }
    store::places::forget(db, subject.contribution.id)?;
    uncount(db, &subject)?;
    votes::withdraw_project(db, subject.contribution.id, now)?;
    let event = Event::new(EventKind::ContributionWithdrawn).said_by(viewer).on(id).within(subject.consultation.id.to());
    Ok(store::journal::append(db, &event, now)?)
}
