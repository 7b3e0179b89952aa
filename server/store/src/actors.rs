//! Actors: the public side of everybody who acts.

use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::schema::actor;
use crate::{Db, Result};
use diesel::prelude::*;
use domain::contribution::Origin;

/// An actor.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = actor, check_for_backend(MultiBackend))]
pub struct Actor {
    /// Its id.
    pub id: Uid,
    /// Code of what it is.
    pub kind: String,
    /// Its handle.
    pub username: String,
    /// Its host; empty here.
    pub host: String,
    /// Its address on its own server; for an actor of this instance only once it is erased.
    pub uri: Option<String>,
    /// The name that is shown.
    pub display_name: String,
    /// What it says of itself, in Markdown.
    pub summary: String,
    /// Since when.
    pub created_at: At,
    /// When it was erased.
    pub erased_at: Option<At>,
}

/// Makes a local actor.
///
/// # Errors
/// `Duplicate` when the handle is taken, or when the database refuses.
pub fn insert(db: &mut Db, id: Uid, kind: &str, username: &str, display_name: &str, now: At) -> Result<()> {
    diesel::insert_into(actor::table)
        .values((
            actor::id.eq(id),
            actor::kind.eq(kind),
            actor::username.eq(username),
            actor::display_name.eq(display_name),
            actor::created_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// A local actor by handle.
///
/// # Errors
/// When the database refuses.
pub fn find_local(db: &mut Db, username: &str) -> Result<Option<Actor>> {
    // An address may hold a NUL, which PostgreSQL takes in no text: nobody has such a name.
    if username.contains('\0') {
        return Ok(None);
    }
    Ok(actor::table.filter(actor::username.eq(username)).filter(actor::host.eq("")).select(all::<Actor>()).first(db).optional()?)
}

/// An actor by id.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Actor>> {
    Ok(actor::table.find(id).select(all::<Actor>()).first(db).optional()?)
}

/// The handle of an author as views have it: with the host for somebody of another server who wrote something on the pages here. Where something
/// was received from another server, its address says the host.
pub(crate) fn handle(username: Option<String>, host: Option<String>, origin: &str) -> Option<String> {
    match (username, host.filter(|host| !host.is_empty() && origin == Origin::Local.code())) {
        (Some(username), Some(host)) => Some(format!("{username}@{host}")),
        (username, _) => username,
    }
}

/// Whether a local handle is taken.
///
/// # Errors
/// When the database refuses.
pub fn is_taken(db: &mut Db, username: &str) -> Result<bool> {
    let taken: i64 = actor::table.filter(actor::username.eq(username)).filter(actor::host.eq("")).count().get_result(db)?;
    Ok(taken > 0)
}

/// Changes the name and the description.
///
/// # Errors
/// When the database refuses.
pub fn rename(db: &mut Db, id: Uid, display_name: &str, summary: &str) -> Result<()> {
    diesel::update(actor::table.find(id)).set((actor::display_name.eq(display_name), actor::summary.eq(summary))).execute(db)?;
    Ok(())
}

/// Changes a handle: only before anybody outside knows it.
///
/// # Errors
/// `Duplicate` when it is taken, or when the database refuses.
pub fn rename_handle(db: &mut Db, id: Uid, username: &str) -> Result<()> {
    diesel::update(actor::table.find(id)).set(actor::username.eq(username)).execute(db)?;
    Ok(())
}

/// Empties an actor: the row stays so that nothing that points to it breaks, and its handle is never given again. `address` is where
/// other servers knew an actor of this instance.
///
/// # Errors
/// When the database refuses.
pub fn erase(db: &mut Db, id: Uid, address: Option<&str>, now: At) -> Result<()> {
    if let Some(address) = address {
        diesel::update(actor::table.find(id)).set(actor::uri.eq(address)).execute(db)?;
    }
    diesel::update(actor::table.find(id))
        .set((
            actor::display_name.eq(""),
            actor::summary.eq(""),
            actor::username.eq(format!("erased_{}", id.0.simple())),
            actor::erased_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// Whether an actor of this instance was known elsewhere at this address and is gone.
///
/// # Errors
/// When the database refuses.
pub fn was_at(db: &mut Db, address: &str) -> Result<bool> {
    if address.contains('\0') {
        return Ok(false);
    }
    let gone = actor::table.filter(actor::uri.eq(address)).filter(actor::host.eq("")).filter(actor::erased_at.is_not_null());
    Ok(diesel::select(diesel::dsl::exists(gone)).get_result(db)?)
}
