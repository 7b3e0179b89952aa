//! Leave for one's own server, and come back from it: each once.

use domain::refusal::Refusal;
use store::At;
use store::guests::Attempt;

use crate::{App, Result, random};

/// Notes that somebody leaves for their own server.
///
/// # Errors
/// When the store fails.
pub async fn begin(app: &App, attempt: Attempt) -> Result<()> {
    // no event: nothing has happened yet; what comes of it is noted when they come in
    Ok(app.store.write(move |db| store::guests::begin(db, &attempt)).await?)
}

/// Takes what was noted of somebody who comes back with this state. Of two who try, one gets it.
///
/// # Errors
/// `LinkExpired` when it is unknown, used or too old, or the store's failure.
pub async fn take(app: &App, state: &str) -> Result<Attempt> {
    let (now, hash) = (At(app.now()), random::token_hash(state));
    // no event: what comes of it is noted when they come in
    let found = app.store.write(move |db| store::guests::take(db, &hash, now)).await?;
    Ok(found.ok_or(Refusal::LinkExpired)?)
}
