//! Close a vote: the count, the digest of what is published and the end of the key of the marks, in one transaction.

use super::{load, record};
use crate::{App, Result};
use domain::Timestamp;
use domain::event::{Event, EventKind};
use domain::id::BoxId;
use domain::vote::{BoxState, Level, SMALLEST_GROUP};
use jiff::SignedDuration;
use store::jobs::JobKind;
use store::{At, Db, Uid};

/// How long to wait when the clock went back before the end.
const AGAIN: SignedDuration = SignedDuration::from_secs(5);

/// Closes a vote whose time is over; what is closed stays as it is. Called by the job that publication queued.
///
/// # Errors
/// A row that makes no sense, or the store's failure.
pub async fn close(app: &App, id: BoxId) -> Result<()> {
    let (now, id) = (app.now(), Uid::of(id));
    // no event: `close_or_wait` appends it
    app.store.write(move |db| close_or_wait(db, id, now)).await
}

fn close_or_wait(db: &mut Db, id: Uid, now: Timestamp) -> Result<()> {
    let Some(row) = store::votes::find(db, id)? else { return Ok(()) };
    if row.closes_at.0 > now && row.state == BoxState::Published.code() {
        let again = (now + AGAIN).max(row.closes_at.0);
        return Ok(store::jobs::enqueue(db, JobKind::CloseVote, Some(id), again, now)?);
    }
    close_now(db, id, now)
}

/// The same in a transaction that is open, once the time is over. A box that takes paper waits until all of it is counted.
pub(crate) fn close_now(db: &mut Db, id: Uid, now: Timestamp) -> Result<()> {
    store::votes::hold(db, id)?;
    let found = load(db, id)?;
    if found.state != BoxState::Published {
        return Ok(());
    }
    if found.levels.contains(&Level::Paper) {
        store::paper::wait(db, id, At(now))?;
        if found.waits_for_paper(db)? {
            return Ok(());
        }
    }
    // When one group is too small none is said: the others would tell how large it is.
    if store::votes::channels(db, id)?.iter().any(|(_, count)| u64::try_from(*count).is_ok_and(|count| count < SMALLEST_GROUP)) {
        store::votes::withhold_channels(db, id)?;
    }
    let record = record::make(db, &found)?;
    store::votes::close(db, id, &record.result.join("\n"), &record::digest(&record), At(now))?;
    super::otherwise::keep(db, id, record.vote, &record.result)?;
    super::signal::close(db, id)?;
    store::ways::purge(db, id)?;
    store::flags::forget_mailboxes(db, id)?;
    let event = Event::new(EventKind::VoteClosed).on(id.0).within(found.row.consultation_id.to());
    Ok(store::journal::append(db, &event, now)?)
}
