//! The collectivities of the index, for its map and its filters.

use crate::column::{At, Instant, Uid, UidSql};
use crate::conn::MultiBackend;
use crate::schema::{actor, listing, listing_source};
use crate::{Db, Result};
use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Bool, Double, Nullable, Text};
use domain::Timestamp;

/// A collectivity with what it has in the index.
#[derive(Debug, Clone, PartialEq, QueryableByName)]
pub struct Territory {
    /// Which.
    #[diesel(sql_type = UidSql)]
    pub id: Uid,
    /// Its name.
    #[diesel(sql_type = Text)]
    pub name: String,
    /// Its server.
    #[diesel(sql_type = Text)]
    pub host: String,
    /// Code of the kind of territory that it says it is.
    #[diesel(sql_type = Text)]
    pub kind: String,
    /// The INSEE code that it says it has.
    #[diesel(sql_type = Nullable<Text>)]
    pub insee_code: Option<String>,
    /// Where it says it is, in degrees.
    #[diesel(sql_type = Nullable<Double>)]
    pub latitude: Option<f64>,
    /// Where it says it is, in degrees.
    #[diesel(sql_type = Nullable<Double>)]
    pub longitude: Option<f64>,
    /// Whether it agrees that its figures stand beside those of others.
    #[diesel(sql_type = Bool)]
    pub comparable: bool,
    /// When its collection was last read to its end.
    #[diesel(sql_type = Nullable<Instant>)]
    pub checked_at: Option<At>,
    /// Open consultations.
    #[diesel(sql_type = BigInt)]
    pub open: i64,
}

/// The collectivities of the index that have a consultation there, those with most open ones first.
///
/// # Errors
/// When the database refuses.
pub fn list(db: &mut Db, now: Timestamp, offset: i64, limit: i64) -> Result<Vec<Territory>> {
    Ok(sql_query(
        "SELECT s.actor_id AS id, a.display_name AS name, a.host AS host, s.kind AS kind, s.insee_code AS insee_code, s.latitude AS latitude, \
         s.longitude AS longitude, s.comparable AS comparable, s.checked_at AS checked_at, coalesce(o.open, 0) AS open \
         FROM listing_source s JOIN actor a ON a.id = s.actor_id \
         LEFT JOIN (SELECT l.source_id AS source_id, count(*) AS open FROM listing l WHERE l.closes_at > $1 AND l.opens_at <= $2 GROUP BY l.source_id) o \
         ON o.source_id = s.actor_id \
         WHERE EXISTS (SELECT 1 FROM listing x WHERE x.source_id = s.actor_id) \
         ORDER BY open DESC, a.display_name, s.actor_id LIMIT $3 OFFSET $4",
    )
    .bind::<Instant, _>(At(now))
    .bind::<Instant, _>(At(now))
    .bind::<BigInt, _>(limit)
    .bind::<BigInt, _>(offset)
    .load(db)?)
}

/// How many collectivities have a consultation in the index, and how many of them agree that their figures are compared.
///
/// # Errors
/// When the database refuses.
pub fn count(db: &mut Db) -> Result<(i64, i64)> {
    let counted = || {
        listing_source::table
            .filter(exists(listing::table.filter(listing::source_id.eq(listing_source::actor_id))))
            .into_boxed::<MultiBackend>()
    };
    Ok((counted().count().get_result(db)?, counted().filter(listing_source::comparable.eq(true)).count().get_result(db)?))
}

/// One of them.
///
/// # Errors
/// When the database refuses.
pub fn name_of(db: &mut Db, id: Uid) -> Result<Option<(String, String)>> {
    Ok(listing_source::table
        .inner_join(actor::table.on(actor::id.eq(listing_source::actor_id)))
        .filter(listing_source::actor_id.eq(id))
        .select((actor::display_name, actor::host))
        .first(db)
        .optional()?)
}
