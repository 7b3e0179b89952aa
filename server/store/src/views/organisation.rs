//! What members did in the name of an organisation: the record that its members and the agents read, and nobody else.

use crate::column::{Uid, all};
use crate::journal::Line;
use crate::schema::{actor, journal};
use crate::{Db, Result};
use diesel::prelude::*;

/// What was done in its name, latest first, with the name of the member (none for whoever erased their account); `before` is the number of the
/// last line already shown.
///
/// # Errors
/// When the database refuses.
pub fn acts(db: &mut Db, organisation: Uid, before: Option<i64>, limit: i64) -> Result<Vec<(Line, Option<String>)>> {
    Ok(journal::table
        .left_join(actor::table.on(journal::member_id.eq(actor::id.nullable())))
        .filter(journal::member_id.is_not_null())
        .filter(journal::actor_id.eq(organisation))
        .filter(journal::id.lt(before.unwrap_or(i64::MAX)))
        .order(journal::id.desc())
        .limit(limit)
        .select((all::<Line>(), actor::display_name.nullable()))
        .load(db)?)
}

/// What somebody did in the name of organisations, latest first: for the export of their own data.
///
/// # Errors
/// When the database refuses.
pub fn acts_of(db: &mut Db, member: Uid, limit: i64) -> Result<Vec<Line>> {
    Ok(journal::table.filter(journal::member_id.eq(member)).order(journal::id.desc()).limit(limit).select(all::<Line>()).load(db)?)
}
