//! What others read here is written into the ledger: by whom, where they signed what they asked.

use crate::{App, Result};
use jiff::SignedDuration;
use store::ledger::Reading;
use store::{At, Uid};

/// That a server read the same version again is noted at most this often.
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Notes what a server reads, before it is given.
///
/// # Errors
/// When the store fails.
pub async fn note_reading(app: &App, reading: Reading) -> Result<()> {
    let now = app.now();
    let reading = app
        .store
        .read(move |db| Ok::<_, store::Error>(if store::ledger::is_noted(db, &reading, At(now - DAY))? { None } else { Some(reading) }))
        .await?;
    let Some(reading) = reading else { return Ok(()) };
    // no event: bookkeeping
    Ok(app.store.write(move |db| store::ledger::read(db, &reading, At(now))).await?)
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
