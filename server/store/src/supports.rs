//! Supports: one per actor and contribution, by the shape of the table.

use crate::column::{At, Uid, each};
use crate::schema::{consultation, contribution, participant, support};
use crate::{Db, Result};
use diesel::prelude::*;

/// Whether an actor is of this instance: what others do is counted apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// Of this instance.
    Here,
    /// Of another server.
    Elsewhere,
}

/// Gives a support. `false`: it was already there.
///
/// # Errors
/// When the database refuses.
pub fn give(db: &mut Db, contribution_id: Uid, consultation_id: Uid, actor_id: Uid, from: From, now: At) -> Result<bool> {
    let values = (support::contribution_id.eq(contribution_id), support::actor_id.eq(actor_id), support::given_at.eq(now));
    let given = each!(db, c => diesel::insert_into(support::table).values(values).on_conflict_do_nothing().execute(c))?;
    if given == 1 {
        count(db, contribution_id, consultation_id, from, 1)?;
    }
    Ok(given == 1)
}

/// Takes a support back. `false`: there was none.
///
/// # Errors
/// When the database refuses.
pub fn take_back(db: &mut Db, contribution_id: Uid, consultation_id: Uid, actor_id: Uid, from: From) -> Result<bool> {
    let taken = diesel::delete(support::table.find((contribution_id, actor_id))).execute(db)?;
    if taken == 1 {
        count(db, contribution_id, consultation_id, from, -1)?;
    }
    Ok(taken == 1)
}

fn count(db: &mut Db, contribution_id: Uid, consultation_id: Uid, from: From, change: i32) -> Result<()> {
    if from == From::Elsewhere {
        diesel::update(contribution::table.find(contribution_id))
            .set(contribution::remote_support_count.eq(contribution::remote_support_count + change))
            .execute(db)?;
        diesel::update(consultation::table.find(consultation_id))
            .set(consultation::remote_support_count.eq(consultation::remote_support_count + change))
            .execute(db)?;
        return Ok(());
    }
    diesel::update(contribution::table.find(contribution_id))
        .set(contribution::support_count.eq(contribution::support_count + change))
        .execute(db)?;
    diesel::update(consultation::table.find(consultation_id))
        .set(consultation::support_count.eq(consultation::support_count + change))
        .execute(db)?;
    Ok(())
}

/// Which of these contributions the actor supports.
///
/// # Errors
/// When the database refuses.
pub fn of_actor(db: &mut Db, actor_id: Uid, contributions: &[Uid]) -> Result<Vec<Uid>> {
    Ok(support::table
        .filter(support::actor_id.eq(actor_id))
        .filter(support::contribution_id.eq_any(contributions.to_vec()))
        .select(support::contribution_id)
        .load(db)?)
}

/// Removes every support of an actor, and counts them out. Returns how many there were.
///
/// # Errors
/// When the database refuses.
pub fn erase_actor(db: &mut Db, actor_id: Uid, from: From) -> Result<usize> {
    let given: Vec<(Uid, Uid)> = support::table
        .inner_join(contribution::table)
        .filter(support::actor_id.eq(actor_id))
        .select((support::contribution_id, contribution::consultation_id))
        .load(db)?;
    for (contribution_id, consultation_id) in &given {
        take_back(db, *contribution_id, *consultation_id, actor_id, from)?;
    }
    Ok(given.len())
}

/// Notes that an actor takes part in a consultation; counts them once.
///
/// # Errors
/// When the database refuses.
pub fn take_part(db: &mut Db, consultation_id: Uid, actor_id: Uid, from: From, now: At) -> Result<()> {
    let values = (participant::consultation_id.eq(consultation_id), participant::actor_id.eq(actor_id), participant::since.eq(now));
    let new = each!(db, c => diesel::insert_into(participant::table).values(values).on_conflict_do_nothing().execute(c))?;
    if new == 1 && from == From::Elsewhere {
        diesel::update(consultation::table.find(consultation_id))
            .set(consultation::remote_participant_count.eq(consultation::remote_participant_count + 1))
            .execute(db)?;
    } else if new == 1 {
        diesel::update(consultation::table.find(consultation_id))
            .set(consultation::participant_count.eq(consultation::participant_count + 1))
            .execute(db)?;
    }
    Ok(())
}
