//! How far a consultation reaches, asked of anything that belongs to one.

use crate::column::{At, Uid, UidSql};
use crate::consultations::Consultation;
use crate::schema::{
    actor, article, ballot_box, carried, carrier, consultation, consultation_report, contribution, fellow, heard_call, meeting, offered,
    official_answer, recognition, street_object, street_report,
};
use crate::{Db, Error, Result};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Bool};
use domain::carrying::CarrierState;
use domain::reach::Reach;
use std::collections::{HashMap, HashSet};

use crate::trust::RecognitionState;

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

/// The consultation that something belongs to, and how far it reaches: of a contribution, an official answer, a vote, a report, a consultation
/// or its group.
///
/// # Errors
/// When the database refuses, or `Corrupt`.
pub fn of(db: &mut Db, id: Uid) -> Result<Option<Belongs>> {
    Ok(of_each(db, &[id])?.remove(&id))
}

/// The same of many, in a few statements whatever their number: what is a contribution is asked first, for most things are. What belongs to no
/// consultation is not in it.
///
/// # Errors
/// When the database refuses, or `Corrupt`.
pub fn of_each(db: &mut Db, ids: &[Uid]) -> Result<HashMap<Uid, Belongs>> {
    let mut found = HashMap::with_capacity(ids.len());
    for kind in [contributions, consultations, groups, answers, votes, meetings, reports, articles] {
        let open: Vec<Uid> = ids.iter().filter(|id| !found.contains_key(*id)).copied().collect();
        if open.is_empty() {
            break;
        }
        for (id, consultation, reach, is_contribution) in kind(db, open)? {
            found.insert(id, Belongs { consultation, reach: parse(&reach)?, is_contribution });
        }
    }
    Ok(found)
}

/// Which of these are of somebody though they belong to no consultation: reports from the street, under their own id or under the one that others
/// know, and news that somebody proposed.
///
/// # Errors
/// When the database refuses.
pub fn of_somebody(db: &mut Db, ids: &[Uid]) -> Result<HashSet<Uid>> {
    let reports: Vec<Uid> = street_report::table.filter(street_report::id.eq_any(ids)).select(street_report::id).load(db)?;
    let known = street_object::table.filter(street_object::object_id.eq_any(ids)).select(street_object::object_id);
    let known: Vec<Uid> = known.load(db)?;
    let proposed = article::table.filter(article::id.eq_any(ids)).filter(article::written_by.is_not_null());
    let articles: Vec<Uid> = proposed.select(article::id).load(db)?;
    Ok(reports.into_iter().chain(known).chain(articles).collect())
}

/// A thing, its consultation, the code of how far that reaches, and whether the thing is a contribution.
type Found = (Uid, Uid, String, bool);

fn contributions(db: &mut Db, ids: Vec<Uid>) -> Result<Vec<Found>> {
    let joined = contribution::table.inner_join(consultation::table).filter(contribution::id.eq_any(ids));
    Ok(joined.select((contribution::id, consultation::id, consultation::reach, true.into_sql::<Bool>())).load(db)?)
}

fn consultations(db: &mut Db, ids: Vec<Uid>) -> Result<Vec<Found>> {
    let theirs = consultation::table.filter(consultation::id.eq_any(ids));
    Ok(theirs.select((consultation::id, consultation::id, consultation::reach, false.into_sql::<Bool>())).load(db)?)
}

fn groups(db: &mut Db, ids: Vec<Uid>) -> Result<Vec<Found>> {
    let theirs = consultation::table.filter(consultation::actor_id.eq_any(ids));
    Ok(theirs.select((consultation::actor_id, consultation::id, consultation::reach, false.into_sql::<Bool>())).load(db)?)
}

fn answers(db: &mut Db, ids: Vec<Uid>) -> Result<Vec<Found>> {
    let joined = official_answer::table
        .inner_join(contribution::table.on(contribution::id.eq(official_answer::contribution_id)))
        .inner_join(consultation::table.on(consultation::id.eq(contribution::consultation_id)))
        .filter(official_answer::id.eq_any(ids))
        .filter(official_answer::uri.is_null());
    Ok(joined.select((official_answer::id, consultation::id, consultation::reach, false.into_sql::<Bool>())).load(db)?)
}

fn votes(db: &mut Db, ids: Vec<Uid>) -> Result<Vec<Found>> {
    let joined = ballot_box::table
        .inner_join(consultation::table.on(consultation::id.eq(ballot_box::consultation_id)))
        .filter(ballot_box::id.eq_any(ids));
    Ok(joined.select((ballot_box::id, consultation::id, consultation::reach, false.into_sql::<Bool>())).load(db)?)
}

fn meetings(db: &mut Db, ids: Vec<Uid>) -> Result<Vec<Found>> {
    let joined = meeting::table
        .inner_join(consultation::table.on(meeting::consultation_id.eq(consultation::id.nullable())))
        .filter(meeting::id.eq_any(ids));
    Ok(joined.select((meeting::id, consultation::id, consultation::reach, false.into_sql::<Bool>())).load(db)?)
}

fn reports(db: &mut Db, ids: Vec<Uid>) -> Result<Vec<Found>> {
    let joined = consultation_report::table
        .inner_join(consultation::table.on(consultation::id.eq(consultation_report::consultation_id)))
        .filter(consultation_report::id.eq_any(ids));
    Ok(joined.select((consultation_report::id, consultation::id, consultation::reach, false.into_sql::<Bool>())).load(db)?)
}

fn articles(db: &mut Db, ids: Vec<Uid>) -> Result<Vec<Found>> {
    let joined = article::table
        .inner_join(consultation::table.on(article::consultation_id.eq(consultation::id.nullable())))
        .filter(article::id.eq_any(ids));
    Ok(joined.select((article::id, consultation::id, consultation::reach, article::written_by.is_not_null())).load(db)?)
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
           UNION ALL SELECT m.id FROM meeting m WHERE m.consultation_id = $1 \
           UNION ALL SELECT n.id FROM article n WHERE n.consultation_id = $1 \
           UNION ALL SELECT b.id FROM ballot_box b WHERE b.consultation_id = $1 \
           UNION ALL SELECT r.id FROM consultation_report r WHERE r.consultation_id = $1) o \
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
           UNION ALL SELECT m.id FROM meeting m WHERE m.consultation_id = $2 \
           UNION ALL SELECT n.id FROM article n WHERE n.consultation_id = $2 \
           UNION ALL SELECT b.id FROM ballot_box b WHERE b.consultation_id = $2 \
           UNION ALL SELECT r.id FROM consultation_report r WHERE r.consultation_id = $2 \
           UNION ALL SELECT c.id FROM consultation c WHERE c.id = $2 \
           UNION ALL SELECT c.actor_id FROM consultation c WHERE c.id = $2))";
    sql_query(sql).bind::<Bool, _>(false).bind::<UidSql, _>(id).execute(db)?;
    Ok(())
}

/// The hosts of official collectivities, at most `limit`.
///
/// # Errors
/// When the database refuses.
pub fn official_hosts(db: &mut Db, limit: i64) -> Result<Vec<String>> {
    Ok(recognition::table
        .inner_join(actor::table.on(actor::id.eq(recognition::actor_id)))
        .filter(recognition::state.eq(RecognitionState::Official.code()))
        .filter(actor::erased_at.is_null())
        .select(actor::host)
        .distinct()
        .limit(limit)
        .load(db)?)
}

/// The hosts of the collectivities that have to do with a consultation which several territories carry, at most `limit` of each kind: who carries it
/// or was asked to (who joined first), who organises it, and who carries it too, as its organiser says.
///
/// # Errors
/// When the database refuses.
pub fn carrying_hosts(db: &mut Db, id: Uid, limit: i64) -> Result<Vec<String>> {
    let wanted = [CarrierState::Invited.code(), CarrierState::Joined.code()];
    let mut found: Vec<String> = carrier::table
        .inner_join(actor::table.on(actor::id.eq(carrier::actor_id)))
        .filter(carrier::consultation_id.eq(id))
        .filter(carrier::state.eq_any(wanted))
        .order((carrier::joined_at.is_null(), carrier::since, carrier::actor_id))
        .select(actor::host)
        .limit(limit)
        .load(db)?;
    let call = carried::table.inner_join(heard_call::table.on(heard_call::id.eq(carried::call_id))).filter(carried::consultation_id.eq(id));
    let call: Option<(Uid, Uid)> = call.select((heard_call::id, heard_call::organiser_id)).first(db).optional()?;
    if let Some((call, organiser)) = call {
        found.extend(actor::table.find(organiser).select(actor::host).first::<String>(db).optional()?);
        let fellows = fellow::table.filter(fellow::call_id.eq(call)).filter(fellow::left_at.is_null());
        found.extend(fellows.select(fellow::host).limit(limit).load::<String>(db)?);
    }
    Ok(found)
}

/// Whether a consultation must reach at least the network, since other territories carry it or are called to; and of one that is carried here, how far
/// its organiser lets it go.
///
/// # Errors
/// When the database refuses, or `Corrupt`.
pub fn bounds(db: &mut Db, id: Uid) -> Result<(bool, Option<Reach>)> {
    let called = offered::table.find(id).filter(offered::withdrawn_at.is_null());
    let joined = carrier::table.filter(carrier::consultation_id.eq(id)).filter(carrier::state.eq(CarrierState::Joined.code()));
    let is_offered =
        diesel::select(diesel::dsl::exists(called)).get_result(db)? || diesel::select(diesel::dsl::exists(joined)).get_result(db)?;
    let call = carried::table.inner_join(heard_call::table.on(heard_call::id.eq(carried::call_id))).filter(carried::consultation_id.eq(id));
    let organised: Option<String> = call.select(heard_call::reach).first(db).optional()?;
    Ok((is_offered || organised.is_some(), organised.map(|code| parse(&code)).transpose()?))
}
