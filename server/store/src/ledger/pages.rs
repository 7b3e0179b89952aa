//! The ledger as people read it: an author what became of one contribution, the data protection officer what became of all.

use super::DepartureState;
use crate::column::{At, Instant, Uid};
use crate::schema::{delivery, sent};
use crate::{Db, Result};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Nullable, Text};

/// Something that left for a server.
#[derive(Debug, Clone, Queryable)]
pub struct Departed {
    /// The host.
    pub host: String,
    /// Code of how.
    pub way: String,
    /// When it first left for it.
    pub first_at: At,
    /// When it last did.
    pub last_at: At,
    /// SHA-256 of what left last.
    pub version: Option<Vec<u8>>,
    /// Code of its class.
    pub class: String,
    /// Since when its author agreed, where their name left.
    pub consent_at: Option<At>,
    /// Code of what is known of it.
    pub state: String,
    /// When it was taken back.
    pub recall_at: Option<At>,
    /// When that was answered.
    pub settled_at: Option<At>,
}

/// Where an object went, by host; and for how many inboxes in all.
///
/// # Errors
/// When the database refuses.
pub fn of_object(db: &mut Db, object: Uid, limit: i64, offset: i64) -> Result<(Vec<Departed>, i64)> {
    let theirs = || sent::table.filter(sent::object_id.eq(object));
    let rows = theirs()
        .order((sent::host, sent::inbox))
        .limit(limit)
        .offset(offset)
        .select((
            sent::host,
            sent::way,
            sent::first_at,
            sent::last_at,
            sent::version,
            sent::class,
            sent::consent_at,
            sent::state,
            sent::recall_at,
            sent::settled_at,
        ))
        .load(db)?;
    Ok((rows, theirs().count().get_result(db)?))
}

/// How many inboxes something is still on its way to.
///
/// # Errors
/// When the database refuses.
pub fn waiting(db: &mut Db, object: Uid) -> Result<i64> {
    Ok(delivery::table
        .filter(delivery::object_id.eq(object))
        .filter(delivery::state.ne("failed"))
        .select(diesel::dsl::count(delivery::inbox).aggregate_distinct())
        .first(db)?)
}

/// What left for one host, of one class.
#[derive(Debug, Clone, QueryableByName)]
pub struct HostLine {
    /// The host.
    #[diesel(sql_type = Text)]
    pub host: String,
    /// Code of the class.
    #[diesel(sql_type = Text)]
    pub class: String,
    /// How many objects went there, as far as is known.
    #[diesel(sql_type = BigInt)]
    pub objects: i64,
    /// Recalls that were not answered.
    #[diesel(sql_type = BigInt)]
    pub pending: i64,
    /// Recalls that were taken.
    #[diesel(sql_type = BigInt)]
    pub accepted: i64,
    /// Recalls that were carried out, by the server's own signature.
    #[diesel(sql_type = BigInt)]
    pub confirmed: i64,
    /// Recalls that were refused.
    #[diesel(sql_type = BigInt)]
    pub refused: i64,
    /// Recalls that never reached it, and what went to inboxes that are gone.
    #[diesel(sql_type = BigInt)]
    pub unreachable: i64,
}

/// What left for each host, by class, in the order of hosts.
///
/// # Errors
/// When the database refuses.
pub fn host_lines(db: &mut Db, limit: i64, offset: i64) -> Result<Vec<HostLine>> {
    let sql = "SELECT host, class, count(*) AS objects, \
         CAST(sum(CASE WHEN state = 'pending' THEN 1 ELSE 0 END) AS BIGINT) AS pending, \
         CAST(sum(CASE WHEN state = 'accepted' THEN 1 ELSE 0 END) AS BIGINT) AS accepted, \
         CAST(sum(CASE WHEN state = 'confirmed' THEN 1 ELSE 0 END) AS BIGINT) AS confirmed, \
         CAST(sum(CASE WHEN state = 'refused' THEN 1 ELSE 0 END) AS BIGINT) AS refused, \
         CAST(sum(CASE WHEN state IN ('unreachable', 'gone') THEN 1 ELSE 0 END) AS BIGINT) AS unreachable \
         FROM sent GROUP BY host, class ORDER BY host, class LIMIT $1 OFFSET $2";
    Ok(sql_query(sql).bind::<BigInt, _>(limit).bind::<BigInt, _>(offset).load(db)?)
}

/// The whole ledger in numbers.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub struct Totals {
    /// Rows: an object at an inbox.
    #[diesel(sql_type = BigInt)]
    pub departures: i64,
    /// Hosts with their classes: lines of the table by host.
    #[diesel(sql_type = BigInt)]
    pub lines: i64,
    /// Recalls that were not confirmed and can still be.
    #[diesel(sql_type = BigInt)]
    pub open: i64,
    /// When the oldest of those was asked for.
    #[diesel(sql_type = Nullable<Instant>)]
    pub oldest: Option<At>,
    /// How often something was read by somebody who did not sign.
    #[diesel(sql_type = BigInt)]
    pub anonymous: i64,
}

/// The whole ledger in numbers.
///
/// # Errors
/// When the database refuses.
pub fn totals(db: &mut Db) -> Result<Totals> {
    let sql = "SELECT (SELECT count(*) FROM sent) AS departures, \
         (SELECT count(*) FROM (SELECT 1 FROM sent GROUP BY host, class) l) AS lines, \
         (SELECT count(*) FROM sent WHERE state = 'pending') AS open, (SELECT min(recall_at) FROM sent WHERE state = 'pending') AS oldest, \
         (SELECT CAST(coalesce(sum(readings), 0) AS BIGINT) FROM anonymous_reading) AS anonymous";
    Ok(sql_query(sql).get_result(db)?)
}

/// A recall.
#[derive(Debug, Clone, Queryable)]
pub struct RecallLine {
    /// What is taken back.
    pub object_id: Uid,
    /// From where.
    pub host: String,
    /// Code of its class.
    pub class: String,
    /// Since when.
    pub recall_at: Option<At>,
    /// When it was answered.
    pub settled_at: Option<At>,
}

/// The recalls in a state, those that wait longest first; and how many there are.
///
/// # Errors
/// When the database refuses.
pub fn recalls(db: &mut Db, state: DepartureState, limit: i64, offset: i64) -> Result<(Vec<RecallLine>, i64)> {
    let those = || sent::table.filter(sent::state.eq(state.code())).filter(sent::recall_at.is_not_null());
    let rows = those()
        .order((sent::recall_at, sent::object_id, sent::inbox))
        .limit(limit)
        .offset(offset)
        .select((sent::object_id, sent::host, sent::class, sent::recall_at, sent::settled_at))
        .load(db)?;
    Ok((rows, those().count().get_result(db)?))
}
