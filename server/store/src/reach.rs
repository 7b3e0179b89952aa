//! How far a consultation reaches, asked of anything that belongs to one.

use crate::column::{At, Uid, UidSql};
use crate::consultations::Consultation;
use crate::schema::consultation;
use crate::{Db, Error, Result};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Bool, Text};
use domain::reach::Reach;

impl Consultation {
    /// How far it reaches.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn reach(&self) -> Result<Reach> {
        parse(&self.reach)
    }
}

fn parse(code: &str) -> Result<Reach> {
    Reach::parse(code).ok_or_else(|| Error::Corrupt(format!("reach {code}")))
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = UidSql)]
    id: Uid,
    #[diesel(sql_type = Text)]
    reach: String,
    #[diesel(sql_type = BigInt)]
    contributed: i64,
}

/// What something belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Belongs {
    /// The consultation.
    pub consultation: Uid,
    /// How far it reaches.
    pub reach: Reach,
    /// Whether it is a contribution, as opposed to an act of the collectivity.
    pub is_contribution: bool,
}

/// The consultation that something belongs to, and how far it reaches: of a contribution, an official answer, a vote, a consultation or its group.
///
/// # Errors
/// When the database refuses, or `Corrupt`.
pub fn of(db: &mut Db, id: Uid) -> Result<Option<Belongs>> {
    let sql = "SELECT c.id, c.reach, CAST(1 AS BIGINT) AS contributed FROM contribution t JOIN consultation c ON c.id = t.consultation_id WHERE t.id = $1 \
         UNION ALL SELECT c.id, c.reach, CAST(0 AS BIGINT) FROM consultation c WHERE c.id = $1 \
         UNION ALL SELECT c.id, c.reach, CAST(0 AS BIGINT) FROM consultation c WHERE c.actor_id = $1 \
         UNION ALL SELECT c.id, c.reach, CAST(0 AS BIGINT) FROM official_answer a JOIN contribution t ON t.id = a.contribution_id \
           JOIN consultation c ON c.id = t.consultation_id WHERE a.id = $1 \
         UNION ALL SELECT c.id, c.reach, CAST(0 AS BIGINT) FROM ballot_box b JOIN consultation c ON c.id = b.consultation_id WHERE b.id = $1 LIMIT 1";
    let found: Option<Found> = sql_query(sql).bind::<UidSql, _>(id).get_result(db).optional()?;
    let belongs =
        |found: Found| Ok(Belongs { consultation: found.id, reach: parse(&found.reach)?, is_contribution: found.contributed == 1 });
    found.map(belongs).transpose()
}

/// How far a consultation reaches.
///
/// # Errors
/// When the database refuses, or `Corrupt`.
pub fn of_consultation(db: &mut Db, id: Uid) -> Result<Option<Reach>> {
    let code: Option<String> = consultation::table.find(id).select(consultation::reach).first(db).optional()?;
    code.map(|code| parse(&code)).transpose()
}

/// Sets how far a consultation reaches.
///
/// # Errors
/// When the database refuses.
pub fn choose(db: &mut Db, id: Uid, reach: Reach, now: At) -> Result<()> {
    diesel::update(consultation::table.find(id))
        .set((consultation::reach.eq(reach.code()), consultation::edited_at.eq(now), consultation::revision.eq(consultation::revision + 1)))
        .execute(db)?;
    Ok(())
}

#[derive(QueryableByName)]
struct Object {
    #[diesel(sql_type = UidSql)]
    id: Uid,
}

/// What of a consultation left in whatever way, the consultation itself and its group apart; at most `limit`.
///
/// # Errors
/// When the database refuses.
pub fn left(db: &mut Db, id: Uid, limit: i64) -> Result<Vec<Uid>> {
    let sql = "SELECT o.id FROM (SELECT t.id FROM contribution t WHERE t.consultation_id = $1 \
           UNION ALL SELECT a.id FROM official_answer a JOIN contribution t ON t.id = a.contribution_id WHERE t.consultation_id = $1 \
           UNION ALL SELECT b.id FROM ballot_box b WHERE b.consultation_id = $1) o \
         WHERE EXISTS (SELECT 1 FROM activity y WHERE y.object_id = o.id AND y.kind IN ('Create', 'Announce', 'AnnounceId')) \
           OR EXISTS (SELECT 1 FROM sent s WHERE s.object_id = o.id) ORDER BY o.id LIMIT $2";
    let rows: Vec<Object> = sql_query(sql).bind::<UidSql, _>(id).bind::<BigInt, _>(limit).load(db)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// What was published of a consultation is not for anybody to read any more.
///
/// # Errors
/// When the database refuses.
pub fn restrict(db: &mut Db, id: Uid) -> Result<()> {
    let sql = "UPDATE departure SET anybody = $1 WHERE activity_id IN (SELECT y.id FROM activity y WHERE y.object_id IN (\
           SELECT t.id FROM contribution t WHERE t.consultation_id = $2 \
           UNION ALL SELECT a.id FROM official_answer a JOIN contribution t ON t.id = a.contribution_id WHERE t.consultation_id = $2 \
           UNION ALL SELECT b.id FROM ballot_box b WHERE b.consultation_id = $2 \
           UNION ALL SELECT c.id FROM consultation c WHERE c.id = $2 \
           UNION ALL SELECT c.actor_id FROM consultation c WHERE c.id = $2))";
    sql_query(sql).bind::<Bool, _>(false).bind::<UidSql, _>(id).execute(db)?;
    Ok(())
}
