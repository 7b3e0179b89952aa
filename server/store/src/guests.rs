//! People who use the pages with an account of another server: the sign-ins that are under way. The secrets shared with other servers are
//! readable by nobody but the sign-in itself.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{actor, foreign_app, guest_attempt, remote_actor};
use crate::{Db, Result};
use diesel::prelude::*;
use std::fmt;

/// How this instance introduces itself to a server.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = foreign_app, check_for_backend(MultiBackend))]
pub struct ForeignApp {
    /// The server.
    pub host: String,
    /// The name it gave us.
    pub client_id: String,
    /// The secret it gave us.
    pub client_secret: String,
    /// Where it sends people back to.
    pub redirect_uri: String,
    /// What we may ask for.
    pub scope: String,
    /// Since when.
    pub created_at: At,
}

/// Somebody who was sent to their own server.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = guest_attempt, check_for_backend(MultiBackend), treat_none_as_default_value = false)]
pub struct Attempt {
    /// SHA-256 of what they bring back.
    pub state_hash: Vec<u8>,
    /// Their server.
    pub host: String,
    /// The address of their account there.
    pub account: String,
    /// The name that server gives itself as an issuer of proofs.
    pub issuer: String,
    /// The name it gave us.
    pub client_id: String,
    /// The secret it gave us.
    pub client_secret: String,
    /// What was asked for.
    pub scope: String,
    /// What proves that the answer is ours (RFC 7636), where the server checks it.
    pub verifier: Option<String>,
    /// Where the answer is exchanged.
    pub token_endpoint: String,
    /// Where the proof is given back.
    pub revocation_endpoint: Option<String>,
    /// The page of ours they came from.
    pub next: String,
    /// Until when.
    pub expires_at: At,
}

/// Nothing of it belongs in a log.
impl fmt::Debug for ForeignApp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ForeignApp").field("host", &self.host).finish_non_exhaustive()
    }
}

/// Nothing of it belongs in a log.
impl fmt::Debug for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attempt").field("host", &self.host).finish_non_exhaustive()
    }
}

/// How this instance introduces itself to a server, if it ever did.
///
/// # Errors
/// When the database refuses.
pub fn app(db: &mut Db, host: &str) -> Result<Option<ForeignApp>> {
    Ok(foreign_app::table.find(host).select(all::<ForeignApp>()).first(db).optional()?)
}

/// Remembers it, in place of what was known.
///
/// # Errors
/// When the database refuses.
pub fn keep_app(db: &mut Db, app: &ForeignApp) -> Result<()> {
    diesel::delete(foreign_app::table.find(&app.host)).execute(db)?;
    each!(db, c => diesel::insert_into(foreign_app::table).values(app).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// Forgets it: the server does not know us any more.
///
/// # Errors
/// When the database refuses.
pub fn forget_app(db: &mut Db, host: &str) -> Result<()> {
    diesel::delete(foreign_app::table.find(host)).execute(db)?;
    Ok(())
}

/// Notes that somebody leaves for their own server.
///
/// # Errors
/// When the database refuses.
pub fn begin(db: &mut Db, attempt: &Attempt) -> Result<()> {
    diesel::insert_into(guest_attempt::table).values(attempt).execute(db)?;
    Ok(())
}

/// Takes what was noted: it is gone afterwards, and of two that try only one gets it.
///
/// # Errors
/// When the database refuses.
pub fn take(db: &mut Db, state_hash: &[u8], now: At) -> Result<Option<Attempt>> {
    let found = guest_attempt::table.find(state_hash).select(all::<Attempt>()).first(db).optional()?;
    let taken = diesel::delete(guest_attempt::table.find(state_hash)).execute(db)?;
    Ok(found.filter(|attempt: &Attempt| taken == 1 && attempt.expires_at > now))
}

/// Empties somebody of another server who asked to be forgotten here. Their address goes too, so that nothing names them, and so that they may
/// come back one day as somebody new.
///
/// # Errors
/// When the database refuses.
pub fn forget(db: &mut Db, actor_id: Uid, remains: &str, now: At) -> Result<()> {
    crate::remote_actors::erase(db, actor_id, now)?;
    diesel::update(actor::table.find(actor_id)).set((actor::uri.eq(None::<String>), actor::host.eq("forgotten"))).execute(db)?;
    crate::accounts::erase(db, actor_id, remains, now)
}

/// The page of somebody on their own server.
///
/// # Errors
/// When the database refuses.
pub fn page_of(db: &mut Db, actor_id: Uid) -> Result<Option<String>> {
    Ok(remote_actor::table.find(actor_id).select(remote_actor::url).first(db).optional()?.flatten())
}

/// Forgets what has expired. Returns how many rows went.
///
/// # Errors
/// When the database refuses.
pub fn sweep(db: &mut Db, now: At) -> Result<usize> {
    Ok(diesel::delete(guest_attempt::table.filter(guest_attempt::expires_at.le(now))).execute(db)?)
}
