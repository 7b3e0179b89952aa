//! At the organiser: tell those who carry a consultation who else does. Each of them is told all of it, so that one more territory costs as many posts
//! as there are: few are told at once, many together, a little later.

use crate::{App, Result};
use domain::Timestamp;
use domain::carrying::CarrierState;
use domain::event::{Event, EventKind};
use domain::reach::Reach;
use jiff::SignedDuration;
use store::jobs::JobKind;
use store::{Db, Uid};

/// As long as so few carry it, each change is told at once.
const AT_ONCE: i64 = 20;
/// Longest wait before changes are told.
const LONGEST: SignedDuration = SignedDuration::from_hours(6);

/// A collectivity carries a consultation from now on, or no more; `event` says so. Where a consultation reaches no farther than the territories, who
/// carries it may read it at the others: they must know at once.
pub(crate) fn changed(db: &mut Db, consultation: Uid, event: &Event, now: Timestamp) -> Result<()> {
    let carriers = store::carrying::count_carriers(db, consultation, CarrierState::Joined)?;
    let is_for_all = store::consultations::find(db, consultation)?.is_some_and(|found| found.reach == Reach::Fediverse.code());
    if carriers <= AT_ONCE || !is_for_all {
        return Ok(store::journal::append_and_tell(db, event, now)?);
    }
    store::journal::append(db, event, now)?;
    Ok(store::jobs::once(db, JobKind::TellCarriers, consultation, now + wait(carriers), now)?)
}

/// How long changes wait for others: with a second for each carrier, this consultation costs one post a second at most, until `LONGEST`.
fn wait(carriers: i64) -> SignedDuration {
    SignedDuration::from_secs(carriers).min(LONGEST)
}

/// Tells everybody who carries a consultation who does. Called by the job that a change queued.
///
/// # Errors
/// When the store fails.
pub async fn tell_carriers(app: &App, consultation: Uid) -> Result<()> {
    let now = app.now();
    let event = Event::new(EventKind::CarriersTold).on(consultation.0).within(consultation.to());
    app.store
        .write(move |db| {
            // Whoever joins at this moment found this job waiting: it is told with the others once they have.
            store::carrying::hold(db)?;
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
