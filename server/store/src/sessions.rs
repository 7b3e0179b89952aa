//! Sessions, one-time links and API tokens. Only hashes of tokens are kept.

use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::schema::{account, actor, api_token, login_link, session};
use crate::{Db, Result};
use diesel::prelude::*;
use domain::actor::Role;

/// A session.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = session, check_for_backend(MultiBackend))]
pub struct Session {
    /// SHA-256 of the token in the cookie.
    pub token_hash: Vec<u8>,
    /// Whose.
    pub actor_id: Uid,
    /// "Firefox, Linux": enough for the owner to recognise it.
    pub device: String,
    /// Since when.
    pub created_at: At,
    /// Last use, to the hour.
    pub seen_at: At,
    /// Until when at the latest.
    pub expires_at: At,
}

/// A one-time link.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = login_link, check_for_backend(MultiBackend))]
pub struct LoginLink {
    /// Code of what it is for.
    pub purpose: String,
    /// The account it opens.
    pub actor_id: Option<Uid>,
    /// The address it confirms.
    pub email: Option<String>,
    /// The name given at sign-up.
    pub name: Option<String>,
    /// Code of the language.
    pub lang: String,
    /// Until when.
    pub expires_at: At,
}

/// A new one-time link.
#[derive(Debug, Insertable)]
#[diesel(table_name = login_link, treat_none_as_default_value = false)]
pub struct NewLoginLink<'a> {
    /// SHA-256 of the token.
    pub token_hash: &'a [u8],
    /// Code of what it is for.
    pub purpose: &'a str,
    /// The account it opens.
    pub actor_id: Option<Uid>,
    /// The address it confirms.
    pub email: Option<&'a str>,
    /// The name given at sign-up.
    pub name: Option<&'a str>,
    /// Code of the language.
    pub lang: &'a str,
    /// When.
    pub created_at: At,
    /// Until when.
    pub expires_at: At,
}

/// Who a session belongs to.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The session.
    pub session: Session,
    /// Code of the role.
    pub role: String,
    /// Code of the language.
    pub lang: String,
    /// The name that is shown.
    pub display_name: String,
    /// The handle.
    pub username: String,
    /// The server of their account, when it is another one; empty for accounts of this instance.
    pub host: String,
}

/// Opens a session.
///
/// # Errors
/// When the database refuses.
pub fn open(db: &mut Db, token_hash: &[u8], actor_id: Uid, device: &str, now: At, expires_at: At) -> Result<()> {
    diesel::insert_into(session::table)
        .values((
            session::token_hash.eq(token_hash),
            session::actor_id.eq(actor_id),
            session::device.eq(device),
            session::created_at.eq(now),
            session::seen_at.eq(now),
            session::expires_at.eq(expires_at),
        ))
        .execute(db)?;
    Ok(())
}

/// The session of a token, unless it has expired, was idle since before `idle_since`, or its owner is suspended or gone. Somebody without an
/// account here is of another server, or nobody.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, token_hash: &[u8], now: At, idle_since: At) -> Result<Option<SignedIn>> {
    type Found = (Session, Option<(String, String)>, String, String, String);
    let with_account = account::actor_id.is_not_null().and(account::suspended_at.is_null());
    let found: Option<Found> = session::table
        .inner_join(actor::table.on(actor::id.eq(session::actor_id)))
        .left_join(account::table.on(account::actor_id.eq(session::actor_id)))
        .filter(session::token_hash.eq(token_hash))
        .filter(session::expires_at.gt(now))
        .filter(session::seen_at.gt(idle_since))
        .filter(actor::erased_at.is_null())
        .filter(with_account.assume_not_null().or(actor::host.ne("").and(account::actor_id.is_null())))
        .select((all::<Session>(), (account::role, account::lang).nullable(), actor::display_name, actor::username, actor::host))
        .first(db)
        .optional()?;
    Ok(found.map(|(session, account, display_name, username, host)| {
        let (role, lang) = account.unwrap_or_else(|| (Role::Remote.code().to_owned(), String::new()));
        SignedIn { session, role, lang, display_name, username, host }
    }))
}

/// The sessions of somebody, latest first.
///
/// # Errors
/// When the database refuses.
pub fn of_actor(db: &mut Db, actor_id: Uid) -> Result<Vec<Session>> {
    Ok(session::table.filter(session::actor_id.eq(actor_id)).order(session::seen_at.desc()).limit(50).select(all::<Session>()).load(db)?)
}

/// Notes that a session is used.
///
/// # Errors
/// When the database refuses.
pub fn touch(db: &mut Db, token_hash: &[u8], now: At) -> Result<()> {
    diesel::update(session::table.find(token_hash)).set(session::seen_at.eq(now)).execute(db)?;
    Ok(())
}

/// Ends one session.
///
/// # Errors
/// When the database refuses.
pub fn close(db: &mut Db, token_hash: &[u8]) -> Result<()> {
    diesel::delete(session::table.find(token_hash)).execute(db)?;
    Ok(())
}

/// Ends every session of somebody but one.
///
/// # Errors
/// When the database refuses.
pub fn close_all(db: &mut Db, actor_id: Uid, but: Option<&[u8]>) -> Result<usize> {
    let kept = but.unwrap_or_default().to_vec();
    Ok(diesel::delete(session::table.filter(session::actor_id.eq(actor_id)).filter(session::token_hash.ne(kept))).execute(db)?)
}

/// Keeps a one-time link.
///
/// # Errors
/// When the database refuses.
pub fn insert_link(db: &mut Db, link: &NewLoginLink<'_>) -> Result<()> {
    diesel::insert_into(login_link::table).values(link).execute(db)?;
    Ok(())
}

/// Looks at a link without using it: a mail scanner that opens it must not spoil it.
///
/// # Errors
/// When the database refuses.
pub fn peek_link(db: &mut Db, token_hash: &[u8], now: At) -> Result<Option<LoginLink>> {
    Ok(login_link::table.find(token_hash).filter(login_link::expires_at.gt(now)).select(all::<LoginLink>()).first(db).optional()?)
}

/// Uses a link: it is gone afterwards, and of two that try only one gets it.
///
/// # Errors
/// When the database refuses.
pub fn take_link(db: &mut Db, token_hash: &[u8], now: At) -> Result<Option<LoginLink>> {
    let link = peek_link(db, token_hash, now)?;
    let taken = diesel::delete(login_link::table.find(token_hash)).execute(db)?;
    Ok(if taken == 1 { link } else { None })
}

/// Removes the links of an account, or of an address.
///
/// # Errors
/// When the database refuses.
pub fn drop_links(db: &mut Db, actor_id: Option<Uid>, purpose: &str) -> Result<()> {
    let query = diesel::delete(login_link::table.filter(login_link::purpose.eq(purpose.to_owned())));
    match actor_id {
        Some(actor_id) => query.filter(login_link::actor_id.eq(actor_id)).execute(db)?,
        None => query.filter(login_link::actor_id.is_null()).execute(db)?,
    };
    Ok(())
}

/// Keeps an API token.
///
/// # Errors
/// When the database refuses.
pub fn insert_token(db: &mut Db, token_hash: &[u8], actor_id: Uid, label: &str, now: At) -> Result<()> {
    diesel::insert_into(api_token::table)
        .values((
            api_token::token_hash.eq(token_hash),
            api_token::actor_id.eq(actor_id),
            api_token::label.eq(label),
            api_token::created_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// Whose API token this is, with the code of the role.
///
/// # Errors
/// When the database refuses.
pub fn find_token(db: &mut Db, token_hash: &[u8]) -> Result<Option<(Uid, String)>> {
    Ok(api_token::table
        .inner_join(account::table.on(account::actor_id.eq(api_token::actor_id)))
        .filter(api_token::token_hash.eq(token_hash))
        .filter(account::suspended_at.is_null())
        .select((api_token::actor_id, account::role))
        .first(db)
        .optional()?)
}

/// Forgets what has expired. Returns how many rows went.
///
/// # Errors
/// When the database refuses.
pub fn sweep(db: &mut Db, now: At) -> Result<usize> {
    let sessions = diesel::delete(session::table.filter(session::expires_at.le(now))).execute(db)?;
    let links = diesel::delete(login_link::table.filter(login_link::expires_at.le(now))).execute(db)?;
    Ok(sessions + links)
}
