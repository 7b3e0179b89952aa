//! Who supports a paragraph as it is.

use super::SAID_MAX;
use crate::column::{At, Uid, each};
use crate::schema::{consultation, draft_text, paragraph, paragraph_support};
use crate::{Db, Result};
use diesel::prelude::*;

/// Supports a paragraph as it is. `false`: it was so already.
///
/// # Errors
/// When the database refuses.
pub fn give(db: &mut Db, paragraph_id: Uid, actor_id: Uid, now: At) -> Result<bool> {
    let values =
        (paragraph_support::paragraph_id.eq(paragraph_id), paragraph_support::actor_id.eq(actor_id), paragraph_support::given_at.eq(now));
    let given = each!(db, c => diesel::insert_into(paragraph_support::table).values(values).on_conflict_do_nothing().execute(c))?;
    Ok(given == 1)
}

/// Takes such a support back. `false`: there was none.
///
/// # Errors
/// When the database refuses.
pub fn take_back(db: &mut Db, paragraph_id: Uid, actor_id: Uid) -> Result<bool> {
    Ok(diesel::delete(paragraph_support::table.find((paragraph_id, actor_id))).execute(db)? == 1)
}

/// Whether somebody supports a paragraph.
///
/// # Errors
/// When the database refuses.
pub fn has(db: &mut Db, paragraph_id: Uid, actor_id: Uid) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(paragraph_support::table.find((paragraph_id, actor_id)))).get_result(db)?)
}

/// Takes back what an actor supports.
///
/// # Errors
/// When the database refuses.
pub fn erase_actor(db: &mut Db, actor_id: Uid) -> Result<usize> {
    Ok(diesel::delete(paragraph_support::table.filter(paragraph_support::actor_id.eq(actor_id))).execute(db)?)
}

/// The paragraphs that an actor supports: slug of the consultation, and number.
///
/// # Errors
/// When the database refuses.
pub fn of_actor(db: &mut Db, actor_id: Uid) -> Result<Vec<(String, i32)>> {
    let own = paragraph_support::table
        .inner_join(paragraph::table.inner_join(draft_text::table.inner_join(consultation::table)))
        .filter(paragraph_support::actor_id.eq(actor_id));
    Ok(own.order((consultation::slug, paragraph::number)).limit(SAID_MAX).select((consultation::slug, paragraph::number)).load(db)?)
}
