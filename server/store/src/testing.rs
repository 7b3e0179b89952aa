//! What tests and benches need: counting statements, and a database of one's own on PostgreSQL.

use crate::conn::Purpose;
use crate::{Database, Db, Error};
use diesel::connection::{Connection, InstrumentationEvent, SimpleConnection};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Counts every statement that a connection starts.
pub(crate) fn count_queries(db: &mut Db, counter: Arc<AtomicU64>) {
    db.set_instrumentation(move |event: InstrumentationEvent<'_>| {
        if let InstrumentationEvent::StartQuery { .. } = event {
            counter.fetch_add(1, Ordering::Relaxed);
        }
    });
}

/// Runs statements on a database as its owner: to make and drop databases for tests.
///
/// # Errors
/// When the database cannot be reached or refuses.
pub fn execute(database: &Database, sql: &str) -> Result<(), Error> {
    database.connect(Purpose::Write)?.batch_execute(sql).map_err(Error::from)
}
