//! At the organiser: how many people of each territory that carries a consultation support what is said in it, as the territory says, and the sum.
//! The carrier's side is `shares`.

use crate::column::{At, Uid, UidSql, all, each, is_postgres};
use crate::conn::MultiBackend;
use crate::schema::{actor, carrier, contribution, territory_support, territory_total};
use crate::{Db, Result, contributions};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Integer, Text};
use diesel::upsert::excluded;
use domain::carrying::CarrierState;
use std::collections::{BTreeMap, HashMap};

/// What a territory says of a contribution.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = territory_support, check_for_backend(MultiBackend), treat_none_as_default_value = false)]
pub struct Heard {
    /// The consultation.
    pub consultation_id: Uid,
    /// The collectivity.
    pub carrier_id: Uid,
    /// The address of the contribution.
    pub uri: String,
    /// The contribution, once it has come here.
    pub contribution_id: Option<Uid>,
    /// How many people of the territory support it.
    pub supports: i32,
    /// Of when that is, by the territory's clock.
    pub revision: At,
    /// When it was heard.
    pub heard_at: At,
}

/// A territory that supports a contribution, for its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backer {
    /// Its name.
    pub name: String,
    /// Its server.
    pub host: String,
    /// How many of its people.
    pub supports: i32,
    /// When that was heard.
    pub heard_at: At,
    /// Whether it carries the consultation no more.
    pub left: bool,
}

/// What all territories together say of a contribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Queryable)]
pub struct Total {
    /// How many people.
    pub supports: i64,
    /// Of how many territories.
    pub territories: i32,
}

/// Rows in one statement.
const TOGETHER: usize = 200;
/// Most contributions that are found to have come meanwhile, in one go.
const LATE_MAX: i64 = 500;

/// Holds what a territory said of what is not here: it may come in this very moment.
fn hold(db: &mut Db, consultation: Uid, carrier: Uid) -> Result<()> {
    let held = "SELECT uri FROM territory_support WHERE consultation_id = $1 AND carrier_id = $2 AND contribution_id IS NULL \
                ORDER BY uri FOR UPDATE";
    sql_query(held).bind::<UidSql, _>(consultation).bind::<UidSql, _>(carrier).execute(db)?;
    Ok(())
}

/// What a territory said before of these addresses. What waits is held until the end of the transaction: what comes meanwhile is counted before or
/// after.
///
/// # Errors
/// When the database refuses.
pub fn said_before(db: &mut Db, consultation: Uid, carrier: Uid, uris: &[String]) -> Result<HashMap<String, Heard>> {
    if is_postgres(db) {
        hold(db, consultation, carrier)?;
    }
    let rows: Vec<Heard> = territory_support::table
        .filter(territory_support::consultation_id.eq(consultation))
        .filter(territory_support::carrier_id.eq(carrier))
        .filter(territory_support::uri.eq_any(uris.to_vec()))
        .select(all::<Heard>())
        .load(db)?;
    Ok(rows.into_iter().map(|row| (row.uri.clone(), row)).collect())
}

/// How many addresses of a territory wait for their contribution.
///
/// # Errors
/// When the database refuses.
pub fn waiting(db: &mut Db, consultation: Uid, carrier: Uid) -> Result<i64> {
    Ok(territory_support::table
        .filter(territory_support::consultation_id.eq(consultation))
        .filter(territory_support::carrier_id.eq(carrier))
        .filter(territory_support::contribution_id.is_null())
        .count()
        .get_result(db)?)
}

/// What is known here of these addresses of other servers, and of these contributions of our own: each with its consultation.
///
/// # Errors
/// When the database refuses.
pub fn known(db: &mut Db, uris: &[String], own: &[Uid]) -> Result<Vec<(Uid, Option<String>, Uid)>> {
    Ok(contribution::table
        .filter(contribution::uri.eq_any(uris.to_vec()).or(contribution::uri.is_null().and(contribution::id.eq_any(own.to_vec()))))
        .select((contribution::id, contribution::uri, contribution::consultation_id))
        .load(db)?)
}

/// Keeps what a territory says, each address once, and counts it: `before` is what it said before. Nobody else may keep something of this territory
/// meanwhile (`alone`).
///
/// # Errors
/// When the database refuses.
pub fn keep(db: &mut Db, rows: &[Heard], before: &HashMap<String, Heard>) -> Result<()> {
    let mut changes: BTreeMap<Uid, (i64, i32)> = BTreeMap::new();
    for row in rows {
        let Some(contribution) = row.contribution_id else { continue };
        // What waited for its contribution was not counted.
        let counted = before.get(&row.uri).filter(|known| known.contribution_id.is_some()).map_or(0, |known| known.supports);
        let change = changes.entry(contribution).or_default();
        change.0 += i64::from(row.supports) - i64::from(counted);
        change.1 += i32::from(row.supports > 0) - i32::from(counted > 0);
    }
    for some in rows.chunks(TOGETHER) {
        let some = some.to_vec();
        each!(db, c => diesel::insert_into(territory_support::table)
            .values(some)
            .on_conflict((territory_support::consultation_id, territory_support::carrier_id, territory_support::uri))
            .do_update()
            .set((
                territory_support::contribution_id.eq(excluded(territory_support::contribution_id)),
                territory_support::supports.eq(excluded(territory_support::supports)),
                territory_support::revision.eq(excluded(territory_support::revision)),
                territory_support::heard_at.eq(excluded(territory_support::heard_at)),
            ))
            .execute(c))?;
    }
    add(db, &changes)
}

#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = territory_total, treat_none_as_default_value = false)]
struct Change {
    contribution_id: Uid,
    supports: i64,
    territories: i32,
}

/// Counts more or fewer, in the order of the ids, so that two territories do not wait for each other.
fn add(db: &mut Db, changes: &BTreeMap<Uid, (i64, i32)>) -> Result<()> {
    let change = |(id, (supports, territories)): (&Uid, &(i64, i32))| Change {
        contribution_id: *id,
        supports: *supports,
        territories: *territories,
    };
    let rows: Vec<Change> = changes.iter().filter(|(_, change)| **change != (0, 0)).map(change).collect();
    for some in rows.chunks(TOGETHER) {
        let some = some.to_vec();
        each!(db, c => diesel::insert_into(territory_total::table)
            .values(some)
            .on_conflict(territory_total::contribution_id)
            .do_update()
            .set((
                territory_total::supports.eq(territory_total::supports + excluded(territory_total::supports)),
                territory_total::territories.eq(territory_total::territories + excluded(territory_total::territories)),
            ))
            .execute(c))?;
    }
    Ok(())
}

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = Integer)]
    supports: i32,
}

/// What is taken and what is counted is one statement: what is heard in this very moment is either counted here or by who heard it.
const ARRIVED: &str = "UPDATE territory_support SET contribution_id = $1 \
    WHERE uri = $2 AND consultation_id = $3 AND contribution_id IS NULL RETURNING supports";
const ARRIVED_OF_ONE: &str = "UPDATE territory_support SET contribution_id = $1 \
    WHERE uri = $2 AND consultation_id = $3 AND contribution_id IS NULL AND carrier_id = $4 RETURNING supports";

/// A contribution came here: what territories (or `carrier` alone) said of it before counts from now on.
///
/// # Errors
/// When the database refuses.
pub fn arrived(db: &mut Db, uri: &str, carrier: Option<Uid>) -> Result<()> {
    let waits = territory_support::table.filter(territory_support::uri.eq(uri)).filter(territory_support::contribution_id.is_null());
    if !diesel::select(diesel::dsl::exists(waits)).get_result::<bool>(db)? {
        return Ok(());
    }
    let Some(found) = contributions::by_uri(db, uri)? else { return Ok(()) };
    let taken = sql_query(if carrier.is_some() { ARRIVED_OF_ONE } else { ARRIVED })
        .bind::<UidSql, _>(found.id)
        .bind::<Text, _>(uri)
        .bind::<UidSql, _>(found.consultation_id);
    let counted: Vec<Counted> = match carrier {
        Some(carrier) => taken.bind::<UidSql, _>(carrier).load(db)?,
        None => taken.load(db)?,
    };
    let total = counted.iter().map(|one| i64::from(one.supports)).sum();
    let territories = counted.iter().map(|one| i32::from(one.supports > 0)).sum();
    add(db, &BTreeMap::from([(found.id, (total, territories))]))
}

/// Addresses of which a territory spoke and whose contribution came in the very moment when that was heard.
///
/// # Errors
/// When the database refuses.
pub fn late(db: &mut Db, consultation: Uid, carrier: Uid) -> Result<Vec<String>> {
    Ok(territory_support::table
        .inner_join(contribution::table.on(contribution::uri.eq(territory_support::uri.nullable())))
        .filter(territory_support::consultation_id.eq(consultation))
        .filter(territory_support::carrier_id.eq(carrier))
        .filter(territory_support::contribution_id.is_null())
        .filter(contribution::consultation_id.eq(consultation))
        .order(territory_support::uri)
        .limit(LATE_MAX)
        .select(territory_support::uri)
        .load(db)?)
}

/// A consultation was taken from a territory: what it said counts no more.
///
/// # Errors
/// When the database refuses.
pub fn forget(db: &mut Db, consultation: Uid, carrier: Uid) -> Result<()> {
    let rows = || {
        territory_support::table
            .filter(territory_support::consultation_id.eq(consultation))
            .filter(territory_support::carrier_id.eq(carrier))
    };
    let counted: Vec<(Uid, i32)> = rows()
        .filter(territory_support::contribution_id.is_not_null())
        .select((territory_support::contribution_id.assume_not_null(), territory_support::supports))
        .load(db)?;
    let mut changes: BTreeMap<Uid, (i64, i32)> = BTreeMap::new();
    for (contribution, supports) in counted {
        let change = changes.entry(contribution).or_default();
        change.0 -= i64::from(supports);
        change.1 -= i32::from(supports > 0);
    }
    diesel::delete(rows()).execute(db)?;
    add(db, &changes)
}

/// What a territory said long ago of what never came here is not kept.
///
/// # Errors
/// When the database refuses.
pub fn forget_waiting(db: &mut Db, consultation: Uid, carrier: Uid, before: At) -> Result<()> {
    let old = territory_support::table
        .filter(territory_support::consultation_id.eq(consultation))
        .filter(territory_support::carrier_id.eq(carrier))
        .filter(territory_support::contribution_id.is_null())
        .filter(territory_support::heard_at.lt(before));
    diesel::delete(old).execute(db)?;
    Ok(())
}

/// What all territories together say of these contributions, in one statement; of what none supports, nothing.
///
/// # Errors
/// When the database refuses.
pub fn totals(db: &mut Db, contributions: &[Uid]) -> Result<HashMap<Uid, Total>> {
    let rows: Vec<(Uid, Total)> = territory_total::table
        .filter(territory_total::contribution_id.eq_any(contributions.to_vec()))
        .select((territory_total::contribution_id, (territory_total::supports, territory_total::territories)))
        .load(db)?;
    Ok(rows.into_iter().collect())
}

/// The territories that support a contribution, those with most people first.
///
/// # Errors
/// When the database refuses.
pub fn backers(db: &mut Db, contribution: Uid, limit: i64) -> Result<Vec<Backer>> {
    let rows: Vec<(String, String, i32, At, Option<String>)> = territory_support::table
        .inner_join(actor::table.on(actor::id.eq(territory_support::carrier_id)))
        .left_join(carrier::table.on(carrier::actor_id.eq(actor::id).and(carrier::consultation_id.eq(territory_support::consultation_id))))
        .filter(territory_support::contribution_id.eq(contribution))
        .filter(territory_support::supports.gt(0))
        .order((territory_support::supports.desc(), actor::display_name, actor::id))
        .limit(limit)
        .select((actor::display_name, actor::host, territory_support::supports, territory_support::heard_at, carrier::state.nullable()))
        .load(db)?;
    let backer = |(name, host, supports, heard_at, state): (String, String, i32, At, Option<String>)| Backer {
        left: state.as_deref() != Some(CarrierState::Joined.code()),
        name,
        host,
        supports,
        heard_at,
    };
    Ok(rows.into_iter().map(backer).collect())
}
