//! At who carries a consultation: of which contributions the organiser is still to be told how many people of here support them, and what it was told
//! last. The organiser's side is `territory_supports`.

use crate::column::{At, Uid, each};
use crate::schema::{activity, actor, carried, contribution, delivery, support, support_share};
use crate::{Db, Result};
use diesel::dsl::count_star;
use diesel::prelude::*;
use diesel::upsert::excluded;
use std::collections::{BTreeSet, HashMap};

/// A contribution of which the organiser is still to be told.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Due {
    /// The contribution.
    pub contribution_id: Uid,
    /// Its address, if it lives elsewhere.
    pub uri: Option<String>,
    /// How many people of here support it.
    pub supports: i32,
    /// How often that changed.
    pub changes: i64,
    /// What was told last; nothing as well where it has to be told anew.
    pub told: Option<i32>,
    /// When something was told last.
    pub told_at: Option<At>,
}

/// What the organiser is told of a contribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// The contribution.
    pub contribution: Uid,
    /// Up to which change.
    pub changes: i64,
    /// How many support it.
    pub supports: i32,
}

/// A support that was sent by name, or taken back so, and does not arrive.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct GivenUp {
    /// The activity.
    pub activity: Uid,
    /// `Like` or `Undo`.
    pub kind: String,
    /// The contribution.
    pub object: Uid,
    /// Whose support it is.
    pub by: Uid,
}

#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = support_share, treat_none_as_default_value = false)]
struct Row {
    contribution_id: Uid,
    consultation_id: Uid,
    changes: i64,
    told_changes: i64,
    told: Option<i32>,
    told_at: Option<At>,
}

/// Rows in one statement.
const TOGETHER: usize = 200;
/// Most contributions that are looked at of somebody who leaves.
const SUPPORTED_MAX: i64 = 50_000;
/// Most letters of support that are given up in one go.
const GIVEN_UP_MAX: i64 = 10_000;

/// The supports of these contributions, each with its consultation, changed. They are taken in the order of their ids, so that two who do this do
/// not wait for each other.
///
/// # Errors
/// When the database refuses.
pub fn changed(db: &mut Db, changed: &[(Uid, Uid)]) -> Result<()> {
    let each_once: BTreeSet<(Uid, Uid)> = changed.iter().copied().collect();
    let row = |(contribution_id, consultation_id)| Row {
        contribution_id,
        consultation_id,
        changes: 1,
        told_changes: 0,
        told: None,
        told_at: None,
    };
    let rows: Vec<Row> = each_once.into_iter().map(row).collect();
    for some in rows.chunks(TOGETHER) {
        let some = some.to_vec();
        each!(db, c => diesel::insert_into(support_share::table)
            .values(some)
            .on_conflict(support_share::contribution_id)
            .do_update()
            .set(support_share::changes.eq(support_share::changes + 1))
            .execute(c))?;
    }
    Ok(())
}

/// What an actor supports in consultations that are carried here, each with its consultation.
///
/// # Errors
/// When the database refuses.
pub fn supported_by(db: &mut Db, actor: Uid) -> Result<Vec<(Uid, Uid)>> {
    Ok(support::table
        .inner_join(contribution::table)
        .inner_join(carried::table.on(carried::consultation_id.eq(contribution::consultation_id)))
        .filter(support::actor_id.eq(actor))
        .order(contribution::id)
        .limit(SUPPORTED_MAX)
        .select((contribution::id, contribution::consultation_id))
        .load(db)?)
}

/// Of which contributions of a consultation the organiser is still to be told. What was never shown here is not told; of what was, everything is.
///
/// # Errors
/// When the database refuses.
pub fn due(db: &mut Db, consultation: Uid, limit: i64) -> Result<Vec<Due>> {
    Ok(support_share::table
        .inner_join(contribution::table.on(contribution::id.eq(support_share::contribution_id)))
        .filter(support_share::consultation_id.eq(consultation))
        .filter(support_share::changes.gt(support_share::told_changes))
        .filter(support_share::told_at.is_not_null().or(contribution::hidden_at.is_null().and(contribution::withdrawn_at.is_null())))
        .order(support_share::contribution_id)
        .limit(limit)
        .select((
            contribution::id,
            contribution::uri,
            contribution::support_count,
            support_share::changes,
            support_share::told,
            support_share::told_at,
        ))
        .load(db)?)
}

/// Of these contributions, how many supports of people of here are not counted where they live.
///
/// # Errors
/// When the database refuses.
pub fn untold_at_home(db: &mut Db, contributions: &[Uid]) -> Result<HashMap<Uid, i64>> {
    if contributions.is_empty() {
        return Ok(HashMap::new());
    }
    let counts: Vec<(Uid, i64)> = support::table
        .inner_join(actor::table.on(actor::id.eq(support::actor_id)))
        .filter(support::contribution_id.eq_any(contributions.to_vec()))
        .filter(support::told_home.eq(false))
        .filter(actor::host.eq(""))
        .group_by(support::contribution_id)
        .select((support::contribution_id, count_star()))
        .load(db)?;
    Ok(counts.into_iter().collect())
}

/// When the organiser of a consultation was told of supports last.
///
/// # Errors
/// When the database refuses.
pub fn last_told(db: &mut Db, consultation: Uid) -> Result<Option<At>> {
    let last: Option<Option<At>> = support_share::table
        .filter(support_share::consultation_id.eq(consultation))
        .filter(support_share::told_at.is_not_null())
        .order(support_share::told_at.desc())
        .select(support_share::told_at)
        .first(db)
        .optional()?;
    Ok(last.flatten())
}

/// The organiser of a consultation is told this. What changed meanwhile stays to be told.
///
/// # Errors
/// When the database refuses.
pub fn tell(db: &mut Db, consultation: Uid, told: &[Told], at: At) -> Result<()> {
    let row = |one: &Told| Row {
        contribution_id: one.contribution,
        consultation_id: consultation,
        changes: one.changes,
        told_changes: one.changes,
        told: Some(one.supports),
        told_at: Some(at),
    };
    let mut rows: Vec<Row> = told.iter().map(row).collect();
    rows.sort_by_key(|row| row.contribution_id);
    for some in rows.chunks(TOGETHER) {
        let some = some.to_vec();
        each!(db, c => diesel::insert_into(support_share::table)
            .values(some)
            .on_conflict(support_share::contribution_id)
            .do_update()
            .set((
                support_share::told_changes.eq(excluded(support_share::told_changes)),
                support_share::told.eq(excluded(support_share::told)),
                support_share::told_at.eq(excluded(support_share::told_at)),
            ))
            .execute(c))?;
    }
    Ok(())
}

/// What the organiser of a consultation knows is not known any more: everything is to be told anew, or what was told before this. How many
/// contributions that are.
///
/// # Errors
/// When the database refuses.
pub fn tell_anew(db: &mut Db, consultation: Uid, before: Option<At>) -> Result<usize> {
    let again = (support_share::told.eq(None::<i32>), support_share::changes.eq(support_share::changes + 1));
    let all = support_share::table.filter(support_share::consultation_id.eq(consultation));
    Ok(match before {
        Some(before) => diesel::update(all.filter(support_share::told_at.lt(before))).set(again).execute(db)?,
        None => diesel::update(all).set(again).execute(db)?,
    })
}

/// What is carried here.
///
/// # Errors
/// When the database refuses.
pub fn carried_here(db: &mut Db) -> Result<Vec<Uid>> {
    Ok(support_share::table.select(support_share::consultation_id).distinct().load(db)?)
}

/// The supports that were sent by name, or taken back so, and are given up now, because they are not worth sending any more.
/// Called before what expired is given up.
///
/// # Errors
/// When the database refuses.
pub fn supports_given_up(db: &mut Db, now: At) -> Result<Vec<GivenUp>> {
    Ok(delivery::table
        .inner_join(activity::table)
        .filter(delivery::expires_at.lt(now))
        .filter(delivery::state.eq("ready"))
        .filter(activity::kind.eq_any(["Like", "Undo"]))
        .filter(activity::object_id.is_not_null())
        .limit(GIVEN_UP_MAX)
        .select((activity::id, activity::kind, activity::object_id.assume_not_null(), activity::actor_id))
        .load(db)?)
}

/// The consultations whose organiser was told numbers that are given up now.
///
/// # Errors
/// When the database refuses.
pub fn numbers_given_up(db: &mut Db, now: At) -> Result<Vec<Uid>> {
    Ok(delivery::table
        .inner_join(activity::table)
        .inner_join(carried::table.on(carried::call_id.eq(delivery::object_id)))
        .filter(delivery::expires_at.lt(now))
        .filter(delivery::state.eq("ready"))
        .filter(activity::kind.eq("Update"))
        .select(carried::consultation_id)
        .distinct()
        .limit(1_000)
        .load(db)?)
}
