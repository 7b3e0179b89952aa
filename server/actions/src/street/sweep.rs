//! Forget in time: reports and followings whose address was never confirmed, and who asked for what is long closed.

use jiff::SignedDuration;
use store::At;
use store::street::unconfirmed;

use super::late;
use super::make::UNCONFIRMED_LIFE;
use crate::{App, Result};

/// How long a report waits whose letter could not leave.
const UNASKED_LIFE: SignedDuration = SignedDuration::from_hours(14 * 24);
/// How long who made or follows a report is known after it was closed.
const FOLLOWERS_LIFE: SignedDuration = SignedDuration::from_hours(365 * 24);
/// How long a device may send the same again: as long as a report waits on a telephone at most.
const SENDINGS_LIFE: SignedDuration = SignedDuration::from_hours(60 * 24);
/// Reports removed at once.
const AT_ONCE: i64 = 500;

/// Forgets what is due.
pub(crate) async fn sweep(app: &App) -> Result<()> {
    let now = app.now();
    // no event: nothing of it ever counted, or the delay is declared beforehand
    let swept = app.store.write(move |db| {
        let (asked, made) = (At(now - UNCONFIRMED_LIFE), At(now - UNASKED_LIFE));
        for report in unconfirmed::reports(db, asked, made, AT_ONCE)? {
            store::street::remove(db, &report)?;
        }
        store::street::sendings::forget(db, At(now - SENDINGS_LIFE))?;
        unconfirmed::sweep_followers(db, asked, made)?;
        store::street::followers::forget_old(db, At(now - FOLLOWERS_LIFE))
    });
    swept.await?;
    late::tell(app).await?;
    super::groups::complete(app).await
}
