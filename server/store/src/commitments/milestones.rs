//! What is promised on the way to a commitment.

use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::schema::commitment_milestone;
use crate::{Db, Result};
use diesel::prelude::*;
use domain::commitment::MILESTONES_MAX;

/// A milestone of a commitment.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = commitment_milestone, check_for_backend(MultiBackend), treat_none_as_default_value = false)]
pub struct Milestone {
    /// Its id.
    pub id: Uid,
    /// The commitment.
    pub commitment_id: Uid,
    /// What is reached with it.
    pub title: String,
    /// The promised day, `2026-11-21`.
    pub due_on: String,
    /// The day it was reached.
    pub reached_on: Option<String>,
    /// When it was added.
    pub added_at: At,
}

/// The milestones of these commitments by their promised days, in one statement.
///
/// # Errors
/// When the database refuses.
pub fn of(db: &mut Db, commitments: &[Uid]) -> Result<Vec<Milestone>> {
    let limit = i64::try_from(MILESTONES_MAX * commitments.len().max(1)).unwrap_or(i64::MAX);
    Ok(commitment_milestone::table
        .filter(commitment_milestone::commitment_id.eq_any(commitments.to_vec()))
        .order((commitment_milestone::due_on, commitment_milestone::id))
        .limit(limit)
        .select(all::<Milestone>())
        .load(db)?)
}

/// Keeps a new one.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: &Milestone) -> Result<()> {
    diesel::insert_into(commitment_milestone::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// Says on which day it was reached, or that it was not.
///
/// # Errors
/// When the database refuses.
pub fn reach(db: &mut Db, id: Uid, reached_on: Option<&str>) -> Result<()> {
    diesel::update(commitment_milestone::table.find(id)).set(commitment_milestone::reached_on.eq(reached_on)).execute(db)?;
    Ok(())
}

/// Takes a milestone of a commitment away. `false`: it has no such milestone.
///
/// # Errors
/// When the database refuses.
pub fn remove(db: &mut Db, commitment: Uid, id: Uid) -> Result<bool> {
    let row = commitment_milestone::table.find(id).filter(commitment_milestone::commitment_id.eq(commitment));
    Ok(diesel::delete(row).execute(db)? == 1)
}
