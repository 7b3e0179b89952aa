//! Where imported contributions come from, so that reading a file twice changes nothing.

use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::schema::imported;
use crate::{Db, Result};
use diesel::prelude::*;

/// The origin of an imported contribution.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = imported, check_for_backend(MultiBackend))]
pub struct Imported {
    /// The contribution.
    pub contribution_id: Uid,
    /// The platform and component it comes from.
    pub source: String,
    /// Its id there.
    pub source_id: String,
    /// Its address there.
    pub source_url: String,
    /// Supports counted there: never added to ours.
    pub supports: i32,
    /// Replies counted there.
    pub replies: i32,
    /// SHA-256 of the row it was read from.
    pub digest: Vec<u8>,
    /// When.
    pub imported_at: At,
}

/// Keeps an origin.
///
/// # Errors
/// `Duplicate`, or when the database refuses.
pub fn insert(db: &mut Db, new: &Imported) -> Result<()> {
    diesel::insert_into(imported::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// By id at the source.
///
/// # Errors
/// When the database refuses.
pub fn by_source(db: &mut Db, source: &str, source_id: &str) -> Result<Option<Imported>> {
    Ok(imported::table
        .filter(imported::source.eq(source))
        .filter(imported::source_id.eq(source_id))
        .select(all::<Imported>())
        .first(db)
        .optional()?)
}

/// By address at the source.
///
/// # Errors
/// When the database refuses.
pub fn by_url(db: &mut Db, url: &str) -> Result<Option<Imported>> {
    Ok(imported::table.filter(imported::source_url.eq(url)).select(all::<Imported>()).first(db).optional()?)
}

/// The origins of these contributions.
///
/// # Errors
/// When the database refuses.
pub fn of(db: &mut Db, contributions: &[Uid]) -> Result<Vec<Imported>> {
    Ok(imported::table.filter(imported::contribution_id.eq_any(contributions.to_vec())).select(all::<Imported>()).load(db)?)
}

/// What changed at the source since: its counts and its digest.
///
/// # Errors
/// When the database refuses.
pub fn refresh(db: &mut Db, contribution_id: Uid, supports: i32, replies: i32, digest: &[u8], now: At) -> Result<()> {
    diesel::update(imported::table.find(contribution_id))
        .set((imported::supports.eq(supports), imported::replies.eq(replies), imported::digest.eq(digest), imported::imported_at.eq(now)))
        .execute(db)?;
    Ok(())
}
