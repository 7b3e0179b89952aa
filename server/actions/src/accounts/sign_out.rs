//! Sign out, here or everywhere.

use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use store::Uid;

use super::signed_in;
use crate::{App, Error, Result, random};

/// Ends the session of this token.
///
/// # Errors
/// When the store fails.
pub async fn sign_out(app: &App, session_token: &str) -> Result<()> {
    let (now, hash) = (app.now(), random::token_hash(session_token));
    app.store
        .write(move |db| {
            store::sessions::close(db, &hash)?;
            Ok::<(), Error>(store::journal::append(db, &Event::new(EventKind::SignedOut), now)?)
        })
        .await
}

/// Ends every session of the viewer, but the one of `keep`.
///
/// # Errors
/// `SignInFirst`, or the store's failure.
pub async fn sign_out_everywhere(app: &App, viewer: Viewer, keep: Option<&str>) -> Result<()> {
    let (now, actor, keep) = (app.now(), signed_in(viewer)?, keep.map(random::token_hash));
    app.store
        .write(move |db| {
            store::sessions::close_all(db, Uid::of(actor), keep.as_deref())?;
            Ok::<(), Error>(store::journal::append(db, &Event::new(EventKind::SignedOut).by(actor).on(actor).detail("everywhere"), now)?)
        })
        .await
}
