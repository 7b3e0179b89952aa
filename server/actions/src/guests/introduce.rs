//! Remember how this instance introduces itself to another server.

use store::guests::ForeignApp;

use crate::{App, Result};

/// Remembers what a server calls us, and the secret it gave us.
///
/// # Errors
/// When the store fails.
pub async fn introduce(app: &App, known: ForeignApp) -> Result<()> {
    // no event: bookkeeping
    Ok(app.store.write(move |db| store::guests::keep_app(db, &known)).await?)
}

/// Forgets it: that server does not know us any more.
///
/// # Errors
/// When the store fails.
pub async fn part(app: &App, host: &str) -> Result<()> {
    let host = host.to_owned();
    // no event: bookkeeping
    Ok(app.store.write(move |db| store::guests::forget_app(db, &host)).await?)
}
