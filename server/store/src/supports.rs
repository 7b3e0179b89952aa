//! Supports: one per actor and contribution, by the shape of the table.

use crate::column::{At, Uid, UidSql, each};
use crate::schema::{consultation, contribution, participant, support};
use crate::{Db, Result};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Integer};

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

/// Notes whether the home of what is supported counts this support itself, because it was told of it by name; `None`: that is not decided yet.
/// `false`: there is no such support any more.
///
/// # Errors
/// When the database refuses.
pub fn tell_home(db: &mut Db, contribution_id: Uid, actor_id: Uid, told: Option<bool>) -> Result<bool> {
    Ok(diesel::update(support::table.find((contribution_id, actor_id))).set(support::told_home.eq(told)).execute(db)? == 1)
}

/// Which of these actors support a contribution: one statement, and none for nobody.
///
/// # Errors
/// When the database refuses.
pub fn among(db: &mut Db, contribution_id: Uid, actors: &[Uid]) -> Result<Vec<Uid>> {
    if actors.is_empty() {
        return Ok(Vec::new());
    }
    Ok(support::table
        .filter(support::contribution_id.eq(contribution_id))
        .filter(support::actor_id.eq_any(actors.to_vec()))
        .select(support::actor_id)
        .load(db)?)
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

/// Removes every support of an actor, and counts them out: one statement a table, in the order in which a support is given or taken back
/// (supports, contributions, consultations), so that neither waits for the other. Returns how many there were.
///
/// # Errors
/// When the database refuses.
pub fn erase_actor(db: &mut Db, actor_id: Uid, from: From) -> Result<usize> {
    let (here, elsewhere) = match from {
        From::Here => (1, 0),
        From::Elsewhere => (0, 1),
    };
    match db {
        Db::Sqlite(conn) => {
            // Nobody else writes meanwhile, so the supports may go last: the others are found by them.
            for counting in [SQLITE_CONTRIBUTIONS, SQLITE_CONSULTATIONS] {
                sql_query(counting).bind::<UidSql, _>(actor_id).bind::<Integer, _>(here).bind::<Integer, _>(elsewhere).execute(conn)?;
            }
            Ok(diesel::delete(support::table.filter(support::actor_id.eq(actor_id))).execute(conn)?)
        }
        Db::Postgres(conn) => {
            let gone: Vec<Uid> = diesel::delete(support::table.filter(support::actor_id.eq(actor_id)))
                .returning(support::contribution_id)
                .get_results(conn)?;
            for counting in [POSTGRES_CONTRIBUTIONS, POSTGRES_CONSULTATIONS] {
                sql_query(counting).bind::<Array<UidSql>, _>(&gone).bind::<Integer, _>(here).bind::<Integer, _>(elsewhere).execute(conn)?;
            }
            Ok(gone.len())
        }
    }
}

const SQLITE_CONTRIBUTIONS: &str = "\
    UPDATE contribution SET support_count = support_count - ?2, remote_support_count = remote_support_count - ?3 \
    WHERE id IN (SELECT contribution_id FROM support WHERE actor_id = ?1)";

const SQLITE_CONSULTATIONS: &str = "\
    UPDATE consultation SET support_count = support_count - ?2 * counted.number, \
        remote_support_count = remote_support_count - ?3 * counted.number \
    FROM (SELECT contribution.consultation_id AS id, count(*) AS number FROM support \
        JOIN contribution ON contribution.id = support.contribution_id WHERE support.actor_id = ?1 GROUP BY 1) AS counted \
    WHERE consultation.id = counted.id";

// Rows are taken in the order of their ids, so that two who are erased at once do not wait for each other.
const POSTGRES_CONTRIBUTIONS: &str = "\
    WITH held AS (SELECT id FROM contribution WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE) \
    UPDATE contribution SET support_count = support_count - $2, remote_support_count = remote_support_count - $3 \
    FROM held WHERE contribution.id = held.id";

const POSTGRES_CONSULTATIONS: &str = "\
    WITH counted AS (SELECT consultation_id AS id, count(*)::int AS number FROM contribution WHERE id = ANY($1) GROUP BY 1), \
        held AS (SELECT id FROM consultation WHERE id IN (SELECT id FROM counted) ORDER BY id FOR NO KEY UPDATE) \
    UPDATE consultation SET support_count = support_count - $2 * counted.number, \
        remote_support_count = remote_support_count - $3 * counted.number \
    FROM held JOIN counted ON counted.id = held.id WHERE consultation.id = held.id";

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
