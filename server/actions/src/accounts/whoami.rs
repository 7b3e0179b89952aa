//! Whose session a token is.

use domain::actor::Role;
use jiff::SignedDuration;
use store::At;
use store::sessions::SignedIn;

use super::session_life;
use crate::{App, Result, random};

/// How stale the note of the last use may be: one write an hour and session at the most.
const TOUCH_EVERY: SignedDuration = SignedDuration::from_hours(1);

/// Who is signed in with this token, if it is good: not expired, not idle for too long, its account not suspended.
///
/// # Errors
/// When the store fails.
pub async fn whoami(app: &App, session_token: &str) -> Result<Option<SignedIn>> {
    let (now, hash) = (app.now(), random::token_hash(session_token));
    let found = {
        let hash = hash.clone();
        let idle_since = At(now - session_life(Role::Citizen).1);
        app.store.read(move |db| store::sessions::find(db, &hash, At(now), idle_since)).await?
    };
    let fresh = found.filter(|found| {
        let role = Role::parse(&found.role).unwrap_or(Role::Visitor);
        let (life, idle) = session_life(role);
        found.session.seen_at.0 > now - idle && found.session.created_at.0 > now - life
    });
    if let Some(found) = fresh.as_ref().filter(|f| f.session.seen_at.0 < now - TOUCH_EVERY) {
        let actor = found.session.actor_id;
        // no event: bookkeeping
        let touched = app.store.write(move |db| {
            store::sessions::touch(db, &hash, At(now))?;
            store::accounts::seen(db, actor, At(now))
        });
        // A full disk must not keep people from reading: the note can wait, the session cannot.
        if let Err(error) = touched.await {
            tracing::warn!(%error, "the last use of a session could not be noted");
        }
    }
    Ok(fresh)
}
