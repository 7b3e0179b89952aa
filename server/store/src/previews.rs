//! Links that show a draft. Of a link only the digest of its token is kept, and of its openings only their number.

use crate::column::{At, Uid, UidSql, all, is_postgres};
use crate::conn::MultiBackend;
use crate::schema::preview_link;
use crate::{Db, Result};
use diesel::prelude::*;
use domain::Timestamp;
use domain::preview::{self, KEPT_MAX, PreviewState};

/// A link.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = preview_link, check_for_backend(MultiBackend))]
pub struct Link {
    /// Its id.
    pub id: Uid,
    /// The consultation that it shows.
    pub consultation_id: Uid,
    /// For whom it was made, as agents call them.
    pub name: String,
    /// Since when it is there.
    pub made_at: At,
    /// Until when it works.
    pub ends_at: At,
    /// When it was taken back.
    pub revoked_at: Option<At>,
    /// How often it was opened.
    pub openings: i64,
}

impl Link {
    /// Where it stands at this time.
    #[must_use]
    pub fn state(&self, now: Timestamp) -> PreviewState {
        preview::state(self.ends_at.0, self.revoked_at.map(|at| at.0), now)
    }
}

/// Holds the links of a consultation until the end of the transaction. SQLite has one writer anyway.
///
/// # Errors
/// When the database refuses.
pub fn hold(db: &mut Db, consultation: Uid) -> Result<()> {
    if is_postgres(db) {
        diesel::sql_query("SELECT id FROM consultation WHERE id = $1 FOR NO KEY UPDATE").bind::<UidSql, _>(consultation).execute(db)?;
    }
    Ok(())
}

/// The links of a consultation, latest first.
///
/// # Errors
/// When the database refuses.
pub fn of_consultation(db: &mut Db, consultation: Uid) -> Result<Vec<Link>> {
    Ok(preview_link::table
        .filter(preview_link::consultation_id.eq(consultation))
        .order((preview_link::made_at.desc(), preview_link::id.desc()))
        .limit(i64::try_from(KEPT_MAX).unwrap_or(i64::MAX))
        .select(all::<Link>())
        .load(db)?)
}

/// The link whose token has this digest.
///
/// # Errors
/// When the database refuses.
pub fn by_token(db: &mut Db, token_hash: &[u8]) -> Result<Option<Link>> {
    Ok(preview_link::table.filter(preview_link::token_hash.eq(token_hash)).select(all::<Link>()).first(db).optional()?)
}

/// Keeps a new link.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: &Link, token_hash: &[u8]) -> Result<()> {
    diesel::insert_into(preview_link::table)
        .values((
            preview_link::id.eq(new.id),
            preview_link::consultation_id.eq(new.consultation_id),
            preview_link::name.eq(&new.name),
            preview_link::token_hash.eq(token_hash),
            preview_link::made_at.eq(new.made_at),
            preview_link::ends_at.eq(new.ends_at),
            preview_link::revoked_at.eq(new.revoked_at),
            preview_link::openings.eq(new.openings),
        ))
        .execute(db)?;
    Ok(())
}

/// Forgets a link.
///
/// # Errors
/// When the database refuses.
pub fn remove(db: &mut Db, id: Uid) -> Result<()> {
    diesel::delete(preview_link::table.find(id)).execute(db)?;
    Ok(())
}

/// Takes a link of a consultation back. `false`: there is none, or it was taken back before.
///
/// # Errors
/// When the database refuses.
pub fn revoke(db: &mut Db, consultation: Uid, id: Uid, now: At) -> Result<bool> {
    let open =
        preview_link::table.find(id).filter(preview_link::consultation_id.eq(consultation)).filter(preview_link::revoked_at.is_null());
    Ok(diesel::update(open).set(preview_link::revoked_at.eq(Some(now))).execute(db)? == 1)
}

/// Counts an opening.
///
/// # Errors
/// When the database refuses.
pub fn count_opening(db: &mut Db, id: Uid) -> Result<()> {
    diesel::update(preview_link::table.find(id)).set(preview_link::openings.eq(preview_link::openings + 1)).execute(db)?;
    Ok(())
}
