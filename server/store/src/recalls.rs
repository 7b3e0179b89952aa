//! What left under a name, and was taken back because its author agrees no more.

use crate::column::{At, Uid, each};
use crate::schema::{activity, contribution, recalled, sent};
use crate::{Db, Result};
use diesel::prelude::*;

/// Notes that an object was taken back from wherever it went.
///
/// # Errors
/// When the database refuses.
pub fn recall(db: &mut Db, object: Uid, now: At) -> Result<()> {
    let values = (recalled::object_id.eq(object), recalled::recalled_at.eq(now));
    each!(db, c => diesel::insert_into(recalled::table).values(values).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// Whether an object was taken back from wherever it went.
///
/// # Errors
/// When the database refuses.
pub fn is_recalled(db: &mut Db, object: Uid) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(recalled::table.find(object))).get_result(db)?)
}

/// What left under the name of a person and was not taken back: how many texts, and to how many servers.
///
/// # Errors
/// When the database refuses.
pub fn left_named(db: &mut Db, actor: Uid) -> Result<(i64, i64)> {
    let left = || {
        activity::table
            .filter(activity::actor_id.eq(actor))
            .filter(activity::kind.eq("Create"))
            // What is not public any more was deleted elsewhere too.
            .filter(activity::public.eq(true))
            .filter(diesel::dsl::not(activity::object_id.eq_any(recalled::table.select(recalled::object_id.nullable()))))
            .select(activity::object_id)
    };
    let texts = left().count().get_result(db)?;
    let servers = sent::table
        .filter(sent::object_id.nullable().eq_any(left()))
        .select(diesel::dsl::count(sent::host).aggregate_distinct())
        .first(db)?;
    Ok((texts, servers))
}

/// How many texts of a person were taken back.
///
/// # Errors
/// When the database refuses.
pub fn recalled_of(db: &mut Db, author: Uid) -> Result<i64> {
    let theirs = contribution::table.filter(contribution::author_id.eq(author)).select(contribution::id);
    Ok(recalled::table.filter(recalled::object_id.eq_any(theirs)).count().get_result(db)?)
}

/// Everything that was taken back.
///
/// # Errors
/// When the database refuses.
pub fn all(db: &mut Db) -> Result<Vec<Uid>> {
    Ok(recalled::table.order(recalled::object_id).select(recalled::object_id).load(db)?)
}
