//! Which agents are to be written to because reports of theirs became late.

use crate::column::{At, Uid, each};
use crate::schema::{street_reminder, street_report};
use crate::{Db, Result};
use diesel::prelude::*;

/// Most reports that are looked at at once.
const AT_ONCE: i64 = 5_000;

/// The agents with open reports that became late since they were last written to, and who were not written to after `before`.
///
/// # Errors
/// When the database refuses.
pub fn due(db: &mut Db, now: At, before: At) -> Result<Vec<Uid>> {
    let told_at = street_reminder::told_at.nullable();
    let later = told_at.lt(before).and(street_report::due_at.ge(told_at));
    let mut agents: Vec<Uid> = street_report::table
        .left_join(street_reminder::table.on(street_reminder::agent_id.nullable().eq(street_report::agent_id)))
        .filter(street_report::confirmed_at.is_not_null())
        .filter(street_report::agent_id.is_not_null())
        .filter(street_report::due_at.lt(now))
        .filter(street_report::state.ne_all(super::closed()))
        .filter(told_at.is_null().or(later))
        .order(street_report::agent_id)
        .limit(AT_ONCE)
        .select(street_report::agent_id.assume_not_null())
        .load(db)?;
    agents.dedup();
    Ok(agents)
}

/// An agent is written to now.
///
/// # Errors
/// When the database refuses.
pub fn told(db: &mut Db, agent: Uid, at: At) -> Result<()> {
    let new = street_reminder::told_at.eq(at);
    let row = (street_reminder::agent_id.eq(agent), new);
    each!(db, c => diesel::insert_into(street_reminder::table).values(row).on_conflict(street_reminder::agent_id).do_update().set(new).execute(c))?;
    Ok(())
}

/// An agent leaves.
///
/// # Errors
/// When the database refuses.
pub fn forget(db: &mut Db, agent: Uid) -> Result<()> {
    diesel::delete(street_reminder::table.find(agent)).execute(db)?;
    Ok(())
}
