//! One transaction at a time about one thing that lives elsewhere. PostgreSQL lets two processes learn the same actor, or take a text and its
//! deletion, at the same moment: neither would see what the other writes. SQLite has one writer anyway.

use crate::column::is_postgres;
use crate::{Db, Result};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::Text;

/// Waits until no other transaction is about this address, and keeps the others waiting until this one ends. Who needs several takes the one of the
/// text after the one of its author.
///
/// # Errors
/// When the database refuses.
pub fn about(db: &mut Db, address: &str) -> Result<()> {
    if is_postgres(db) {
        sql_query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))").bind::<Text, _>(address).execute(db)?;
    }
    Ok(())
}
