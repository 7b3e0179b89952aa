//! People who use the pages with an account of another server: their sessions, and the sign-ins that are under way. Only hashes of tokens are
//! kept; the secrets shared with other servers are readable by nobody but the sign-in itself.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{actor, foreign_app, guest_attempt, guest_session, remote_actor};
use crate::sessions::{Session, SignedIn};
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

/// Opens a session.
///
/// # Errors
/// When the database refuses.
pub fn open(db: &mut Db, token_hash: &[u8], actor_id: Uid, device: &str, now: At, expires_at: At) -> Result<()> {
    diesel::insert_into(guest_session::table)
        .values((
            guest_session::token_hash.eq(token_hash),
            guest_session::actor_id.eq(actor_id),
            guest_session::device.eq(device),
            guest_session::created_at.eq(now),
            guest_session::seen_at.eq(now),
            guest_session::expires_at.eq(expires_at),
        ))
        .execute(db)?;
    Ok(())
}

type Row = (Vec<u8>, Uid, String, At, At, At);

fn session((token_hash, actor_id, device, created_at, seen_at, expires_at): Row) -> Session {
    Session { token_hash, actor_id, device, created_at, seen_at, expires_at }
}

/// The session of a token, unless it has expired, was idle since before `idle_since`, or its owner is gone.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, token_hash: &[u8], now: At, idle_since: At) -> Result<Option<SignedIn>> {
    let found: Option<(Row, String, String, String)> = guest_session::table
        .inner_join(actor::table.on(actor::id.eq(guest_session::actor_id)))
        .filter(guest_session::token_hash.eq(token_hash))
        .filter(guest_session::expires_at.gt(now))
        .filter(guest_session::seen_at.gt(idle_since))
        .filter(actor::erased_at.is_null())
        .select((guest_session::all_columns, actor::display_name, actor::username, actor::host))
        .first(db)
        .optional()?;
    Ok(found.map(|(row, display_name, username, host)| SignedIn {
        session: session(row),
        role: domain::actor::Role::Remote.code().to_owned(),
        lang: String::new(),
        display_name,
        username,
        host,
    }))
}

/// The sessions of somebody, latest first.
///
/// # Errors
/// When the database refuses.
pub fn of_actor(db: &mut Db, actor_id: Uid) -> Result<Vec<Session>> {
    let rows: Vec<Row> =
        guest_session::table.filter(guest_session::actor_id.eq(actor_id)).order(guest_session::seen_at.desc()).limit(50).load(db)?;
    Ok(rows.into_iter().map(session).collect())
}

/// Notes that a session is used.
///
/// # Errors
/// When the database refuses.
pub fn touch(db: &mut Db, token_hash: &[u8], now: At) -> Result<()> {
    diesel::update(guest_session::table.find(token_hash)).set(guest_session::seen_at.eq(now)).execute(db)?;
    Ok(())
}

/// Ends one session.
///
/// # Errors
/// When the database refuses.
pub fn close(db: &mut Db, token_hash: &[u8]) -> Result<()> {
    diesel::delete(guest_session::table.find(token_hash)).execute(db)?;
    Ok(())
}

/// Ends every session of somebody but one.
///
/// # Errors
/// When the database refuses.
pub fn close_all(db: &mut Db, actor_id: Uid, but: Option<&[u8]>) -> Result<usize> {
    let kept = but.unwrap_or_default().to_vec();
    let theirs = guest_session::table.filter(guest_session::actor_id.eq(actor_id)).filter(guest_session::token_hash.ne(kept));
    Ok(diesel::delete(theirs).execute(db)?)
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
    let sessions = diesel::delete(guest_session::table.filter(guest_session::expires_at.le(now))).execute(db)?;
    let attempts = diesel::delete(guest_attempt::table.filter(guest_attempt::expires_at.le(now))).execute(db)?;
    Ok(sessions + attempts)
}
