//! Reports that a device sends, perhaps more than once: the name it gave to the sending leads to the one report that was made.

use crate::column::{At, Uid};
use crate::schema::street_sending;
use crate::{Db, Result};
use diesel::prelude::*;

/// Notes that a report is made of this sending. `Some`: one was made of it before. Two at once wait for each other.
///
/// # Errors
/// When the database refuses.
pub fn claim(db: &mut Db, key: &str, report: Uid, now: At) -> Result<Option<Uid>> {
    let new = (street_sending::key.eq(key.to_owned()), street_sending::report_id.eq(report), street_sending::at.eq(now));
    let added = crate::column::each!(db, c => diesel::insert_into(street_sending::table).values(new).on_conflict_do_nothing().execute(c))?;
    if added == 1 {
        return Ok(None);
    }
    Ok(street_sending::table.find(key).select(street_sending::report_id).first(db).optional()?)
}

/// Forgets the names that were given before `before`.
///
/// # Errors
/// When the database refuses.
pub fn forget(db: &mut Db, before: At) -> Result<()> {
    diesel::delete(street_sending::table.filter(street_sending::at.lt(before))).execute(db)?;
    Ok(())
}
