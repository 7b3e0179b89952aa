//! The calendar of the index: what begins, what ends, and the meetings.

use crate::column::{At, Instant, Uid, UidSql};
use crate::schema::{listing, listing_meeting, listing_phase};
use crate::{Db, Result};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Bool, Text};
use domain::Timestamp;

/// Something that happens on a day: a phase begins, a consultation ends, or there is a meeting.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub struct Happening {
    /// Of which consultation.
    #[diesel(sql_type = UidSql)]
    pub listing_id: Uid,
    /// When.
    #[diesel(sql_type = Instant)]
    pub at: At,
    /// Whether it ends.
    #[diesel(sql_type = Bool)]
    pub ends: bool,
    /// The name of the phase that begins; may be empty.
    #[diesel(sql_type = Text)]
    pub phase: String,
    /// Code of its kind; may be empty.
    #[diesel(sql_type = Text)]
    pub kind: String,
    /// The id there of the meeting that begins; empty: it is none.
    #[diesel(sql_type = Text)]
    pub meeting: String,
}

/// Phases that begin and consultations that end between two instants: once for all that carry the same.
const OTHERS: &str = "\
    SELECT p.listing_id AS listing_id, p.opens_at AS at, FALSE AS ends, p.name AS phase, p.kind AS kind, '' AS meeting \
      FROM listing_phase p JOIN listing w ON w.id = p.listing_id WHERE w.leads AND p.opens_at >= $1 AND p.opens_at < $2 \
    UNION ALL SELECT l.id AS listing_id, l.closes_at AS at, TRUE AS ends, '' AS phase, '' AS kind, '' AS meeting \
      FROM listing l WHERE l.leads AND l.closes_at >= $1 AND l.closes_at < $2";
/// Meetings that begin between two instants.
const MEETINGS: &str = "\
    SELECT m.listing_id AS listing_id, m.begins_at AS at, FALSE AS ends, '' AS phase, '' AS kind, m.uri AS meeting \
      FROM listing_meeting m WHERE m.begins_at >= $1 AND m.begins_at < $2";
const ORDER: &str = "ORDER BY at, ends, listing_id, meeting";

/// What begins and ends between two instants, in order.
///
/// # Errors
/// When the database refuses.
pub fn between(db: &mut Db, (from, to): (Timestamp, Timestamp), offset: i64, limit: i64) -> Result<Vec<Happening>> {
    // sql: constant parts only
    Ok(sql_query(format!("SELECT * FROM ({OTHERS} UNION ALL {MEETINGS}) h {ORDER} LIMIT $3 OFFSET $4"))
        .bind::<Instant, _>(At(from))
        .bind::<Instant, _>(At(to))
        .bind::<BigInt, _>(limit)
        .bind::<BigInt, _>(offset)
        .load(db)?)
}

/// The same for a file: at most so many meetings, and at most so many of the others, so that many meetings push no end of a consultation out.
///
/// # Errors
/// When the database refuses.
pub fn most_between(db: &mut Db, (from, to): (Timestamp, Timestamp), limit: i64) -> Result<Vec<Happening>> {
    let most = |what: &str, name: &str| format!("SELECT * FROM (SELECT * FROM ({what}) {name} {ORDER} LIMIT $3) most_{name}");
    let (others, meetings) = (most(OTHERS, "others"), most(MEETINGS, "meetings"));
    // sql: constant parts only
    Ok(sql_query(format!("SELECT * FROM ({others} UNION ALL {meetings}) h {ORDER}"))
        .bind::<Instant, _>(At(from))
        .bind::<Instant, _>(At(to))
        .bind::<BigInt, _>(limit)
        .load(db)?)
}

/// How much begins and ends between two instants.
///
/// # Errors
/// When the database refuses.
pub fn count_between(db: &mut Db, (from, to): (Timestamp, Timestamp)) -> Result<i64> {
    let begins: i64 = listing_phase::table
        .inner_join(listing::table.on(listing::id.eq(listing_phase::listing_id)))
        .filter(listing::leads)
        .filter(listing_phase::opens_at.ge(At(from)))
        .filter(listing_phase::opens_at.lt(At(to)))
        .count()
        .get_result(db)?;
    let over = listing::table.filter(listing::leads).filter(listing::closes_at.ge(At(from))).filter(listing::closes_at.lt(At(to)));
    let ends: i64 = over.count().get_result(db)?;
    let meetings: i64 = listing_meeting::table
        .filter(listing_meeting::begins_at.ge(At(from)))
        .filter(listing_meeting::begins_at.lt(At(to)))
        .count()
        .get_result(db)?;
    Ok(begins + ends + meetings)
}
