//! The tree of the record: hashes of a level, bytes of an entry bundle, and the edge that grows.

use crate::column::each;
use crate::schema::{record_entry, record_node};
use crate::{Db, Result};
use diesel::prelude::*;

/// Up to `count` hashes of a level from `first` on.
///
/// # Errors
/// When the database refuses.
pub fn hashes(db: &mut Db, level: i16, first: i64, count: i64) -> Result<Vec<Vec<u8>>> {
    if level == 0 {
        return Ok(record_entry::table
            .filter(record_entry::place.ge(first))
            .order(record_entry::place)
            .limit(count)
            .select(record_entry::leaf)
            .load(db)?);
    }
    Ok(record_node::table
        .filter(record_node::level.eq(level))
        .filter(record_node::place.ge(first))
        .order(record_node::place)
        .limit(count)
        .select(record_node::hash)
        .load(db)?)
}

/// Up to `count` entries from `first` on.
///
/// # Errors
/// When the database refuses.
pub fn entries(db: &mut Db, first: i64, count: i64) -> Result<Vec<String>> {
    Ok(record_entry::table
        .filter(record_entry::place.ge(first))
        .order(record_entry::place)
        .limit(count)
        .select(record_entry::entry)
        .load(db)?)
}

/// Keeps the roots of tiles that became full: level, place, hash.
///
/// # Errors
/// `Duplicate` when one is there: somebody else has appended.
pub fn complete(db: &mut Db, nodes: Vec<(i16, i64, Vec<u8>)>) -> Result<()> {
    if nodes.is_empty() {
        return Ok(());
    }
    let row = |(level, place, hash): (i16, i64, Vec<u8>)| {
        (record_node::level.eq(level), record_node::place.eq(place), record_node::hash.eq(hash))
    };
    let rows: Vec<_> = nodes.into_iter().map(row).collect();
    each!(db, c => diesel::insert_into(record_node::table).values(rows).execute(c))?;
    Ok(())
}
