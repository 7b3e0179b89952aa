//! All the shown proposals and discussions of a consultation, a bounded page at a time: what is downloaded is never cut.

use super::cards::{self, Card};
use crate::column::{At, Uid};
use crate::conn::MultiBackend;
use crate::schema::contribution;
use crate::{Db, Result};
use diesel::prelude::*;

/// The place after which a page begins: when the last row of the page before was made, and its id.
pub type Place = (At, Uid);

/// At most `limit` cards, oldest first, after a place. What is published meanwhile comes at the end, and nothing comes twice.
///
/// # Errors
/// When the database refuses.
pub fn after(db: &mut Db, consultation_id: Uid, place: Option<Place>, limit: i64) -> Result<Vec<Card>> {
    let mut query = contribution::table
        .filter(contribution::consultation_id.eq(consultation_id))
        .filter(contribution::root_id.is_null())
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null())
        .into_boxed::<MultiBackend>();
    if let Some((at, id)) = place {
        let same_moment = contribution::created_at.eq(at).and(contribution::id.gt(id));
        query = query.filter(contribution::created_at.gt(at).or(same_moment));
    }
    let ids: Vec<Uid> = query.order((contribution::created_at, contribution::id)).limit(limit).select(contribution::id).load(db)?;
    cards::by_ids(db, &ids, None)
}
