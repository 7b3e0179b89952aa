//! An actor's public page, and the export of one's own data.

use crate::column::Uid;
use crate::schema::{consultation, contribution, support};
use crate::views::cards::{self, Card};
use crate::{Db, Result};
use diesel::prelude::*;

/// A page of what an actor published in published consultations and is shown, latest first, with how many there are.
///
/// # Errors
/// When the database refuses.
pub fn published_by(db: &mut Db, author: Uid, viewer: Option<Uid>, offset: i64, limit: i64) -> Result<(Vec<Card>, i64)> {
    let base = || {
        contribution::table
            .inner_join(consultation::table)
            .filter(contribution::author_id.eq(author))
            .filter(contribution::hidden_at.is_null())
            .filter(contribution::withdrawn_at.is_null())
            .filter(consultation::published_at.is_not_null())
    };
    let total = base().count().get_result(db)?;
    let ids: Vec<Uid> = base()
        .order((contribution::created_at.desc(), contribution::id.desc()))
        .offset(offset)
        .limit(limit)
        .select(contribution::id)
        .load(db)?;
    Ok((cards::by_ids(db, &ids, viewer)?, total))
}

/// A page of everything an actor wrote, hidden and withdrawn included: for its author only.
///
/// # Errors
/// When the database refuses.
pub fn written_by(db: &mut Db, author: Uid, offset: i64, limit: i64) -> Result<(Vec<Card>, i64)> {
    let base = || contribution::table.filter(contribution::author_id.eq(author));
    let total = base().count().get_result(db)?;
    let ids: Vec<Uid> = base()
        .order((contribution::created_at.desc(), contribution::id.desc()))
        .offset(offset)
        .limit(limit)
        .select(contribution::id)
        .load(db)?;
    Ok((cards::by_ids(db, &ids, Some(author))?, total))
}

/// The ids of what an actor supports, latest first.
///
/// # Errors
/// When the database refuses.
pub fn supported_by(db: &mut Db, actor: Uid, limit: i64) -> Result<Vec<Uid>> {
    Ok(support::table
        .filter(support::actor_id.eq(actor))
        .order(support::given_at.desc())
        .limit(limit)
        .select(support::contribution_id)
        .load(db)?)
}
