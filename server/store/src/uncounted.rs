//! Ballots that came and were not counted: how many for each reason, never which or whose.

use crate::column::{Uid, each};
use crate::schema::uncounted;
use crate::{Db, Result};
use diesel::prelude::*;

/// Counts ballots more that came and are not counted.
///
/// # Errors
/// When the database refuses.
pub fn leave_out(db: &mut Db, id: Uid, reason: &str, ballots: i64) -> Result<()> {
    let values = (uncounted::box_id.eq(id), uncounted::reason.eq(reason), uncounted::ballots.eq(ballots));
    each!(db, c => diesel::insert_into(uncounted::table)
        .values(values)
        .on_conflict((uncounted::box_id, uncounted::reason))
        .do_update()
        .set(uncounted::ballots.eq(uncounted::ballots + ballots))
        .execute(c))?;
    Ok(())
}

/// How many ballots were not counted, by the words for the reasons.
///
/// # Errors
/// When the database refuses.
pub fn uncounted(db: &mut Db, id: Uid) -> Result<Vec<(String, i64)>> {
    Ok(uncounted::table
        .filter(uncounted::box_id.eq(id))
        .order(uncounted::reason)
        .select((uncounted::reason, uncounted::ballots))
        .load(db)?)
}
