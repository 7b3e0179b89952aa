//! What others read here is written into the ledger: by whom, where they signed what they asked.

use crate::{App, Result};
use jiff::SignedDuration;
use store::ledger::{ReadBy, Reading};
use store::{At, Uid};

/// That a server read the same version again is noted at most this often.
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Notes what a server reads, before it is given: each thing once in the list.
///
/// # Errors
/// When the store fails.
pub async fn note_readings(app: &App, by: ReadBy, readings: Vec<Reading>) -> Result<()> {
    let now = app.now();
    let asked = by.clone();
    let unknown = app.store.read(move |db| store::ledger::unknown(db, &asked, readings, At(now - DAY))).await?;
    if unknown.is_empty() {
        return Ok(());
    }
    // no event: bookkeeping
    Ok(app.store.write(move |db| store::ledger::read(db, &by, &unknown, At(now))).await?)
}

/// Adds to how often things were read by somebody who did not sign.
///
/// # Errors
/// When the store fails.
pub async fn count_readings(app: &App, counts: Vec<(Uid, i64)>) -> Result<()> {
    let now = At(app.now());
    // no event: bookkeeping
    Ok(app.store.write(move |db| store::ledger::anonymous(db, &counts, now)).await?)
}
