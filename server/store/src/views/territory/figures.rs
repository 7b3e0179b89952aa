//! The figures of the index: of the whole, of one collectivity, and side by side of those that agreed.

use crate::column::{At, Instant, Uid, UidSql};
use crate::{Db, Result};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Nullable, Text};
use domain::Timestamp;

/// Figures, added up. A number of persons is added up where it is told only.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, QueryableByName)]
pub struct Sums {
    /// Consultations.
    #[diesel(sql_type = BigInt)]
    pub consultations: i64,
    /// Those that are open.
    #[diesel(sql_type = BigInt)]
    pub open: i64,
    /// Proposals and discussions.
    #[diesel(sql_type = BigInt)]
    pub contributions: i64,
    /// Replies.
    #[diesel(sql_type = BigInt)]
    pub replies: i64,
    /// Supports.
    #[diesel(sql_type = BigInt)]
    pub supports: i64,
    /// Contributions on which a collectivity decided.
    #[diesel(sql_type = BigInt)]
    pub answers: i64,
    /// People who took part, added up over the consultations that tell it: who took part in two counts twice.
    #[diesel(sql_type = BigInt)]
    pub participants: i64,
    /// Consultations that tell it.
    #[diesel(sql_type = BigInt)]
    pub told: i64,
}

/// The consultations of one collectivity and those that are open, over `listing l`, with the instant twice as $1 and $2.
const EACH: &str = "CAST(count(l.id) AS BIGINT) AS consultations, \
    CAST(coalesce(sum(CASE WHEN l.closes_at > $1 AND l.opens_at <= $2 THEN 1 ELSE 0 END), 0) AS BIGINT) AS open";

/// The same of the whole territory: what several collectivities carry is one.
const ONCE: &str = "CAST(coalesce(sum(CASE WHEN l.leads THEN 1 ELSE 0 END), 0) AS BIGINT) AS consultations, \
    CAST(coalesce(sum(CASE WHEN l.leads AND l.closes_at > $1 AND l.opens_at <= $2 THEN 1 ELSE 0 END), 0) AS BIGINT) AS open";

/// The other columns of [`Sums`]: whoever carries a consultation counts what was said there alone.
const SUMS: &str = "CAST(coalesce(sum(l.contributions), 0) AS BIGINT) AS contributions, CAST(coalesce(sum(l.replies), 0) AS BIGINT) AS replies, \
    CAST(coalesce(sum(l.supports), 0) AS BIGINT) AS supports, CAST(coalesce(sum(l.answers), 0) AS BIGINT) AS answers, \
    CAST(coalesce(sum(l.participants), 0) AS BIGINT) AS participants, CAST(count(l.participants) AS BIGINT) AS told";

/// The figures of the whole territory, or of one collectivity.
///
/// # Errors
/// When the database refuses.
pub fn sums(db: &mut Db, source: Option<Uid>, now: Timestamp) -> Result<Sums> {
    let counted = if source.is_some() { EACH } else { ONCE };
    // sql: constant parts only
    let sql = format!("SELECT {counted}, {SUMS} FROM listing l WHERE ($3 IS NULL OR l.source_id = $3)");
    Ok(sql_query(sql).bind::<Instant, _>(At(now)).bind::<Instant, _>(At(now)).bind::<Nullable<UidSql>, _>(source).get_result(db)?)
}

/// A collectivity that agrees to be compared, with its figures.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub struct Compared {
    /// Which.
    #[diesel(sql_type = UidSql)]
    pub id: Uid,
    /// Its name.
    #[diesel(sql_type = Text)]
    pub name: String,
    /// Its server.
    #[diesel(sql_type = Text)]
    pub host: String,
    /// Its figures.
    #[diesel(embed)]
    pub sums: Sums,
}

/// The figures of those that agreed that theirs stand beside those of others, by name.
///
/// # Errors
/// When the database refuses.
pub fn compared(db: &mut Db, now: Timestamp, offset: i64, limit: i64) -> Result<Vec<Compared>> {
    // sql: constant parts only
    let sql = format!(
        "SELECT s.actor_id AS id, s.display_name AS name, s.host AS host, {EACH}, {SUMS} FROM \
         (SELECT c.actor_id, a.display_name, a.host FROM listing_source c JOIN actor a ON a.id = c.actor_id \
           WHERE c.comparable AND EXISTS (SELECT 1 FROM listing x WHERE x.source_id = c.actor_id) \
           ORDER BY a.display_name, c.actor_id LIMIT $3 OFFSET $4) s \
         JOIN listing l ON l.source_id = s.actor_id GROUP BY s.actor_id, s.display_name, s.host ORDER BY s.display_name, s.actor_id"
    );
    Ok(sql_query(sql)
        .bind::<Instant, _>(At(now))
        .bind::<Instant, _>(At(now))
        .bind::<BigInt, _>(limit)
        .bind::<BigInt, _>(offset)
        .load(db)?)
}
