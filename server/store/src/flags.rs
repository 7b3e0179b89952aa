//! Voters who give a reason to look twice: several from one mailbox, throwaway addresses. They are counted, and how many they are is said.

use crate::column::{Uid, each};
use crate::schema::{roll_mailbox, vote_flag};
use crate::{Db, Result};
use diesel::prelude::*;

/// Notes the mark of a mailbox from which somebody voted. `false`: somebody had already.
///
/// # Errors
/// When the database refuses.
pub fn meet(db: &mut Db, id: Uid, mark: &[u8]) -> Result<bool> {
    let values = (roll_mailbox::box_id.eq(id), roll_mailbox::mark.eq(mark));
    Ok(each!(db, c => diesel::insert_into(roll_mailbox::table).values(values).on_conflict_do_nothing().execute(c))? == 1)
}

/// Counts one voter more who gives this reason.
///
/// # Errors
/// When the database refuses.
pub fn raise(db: &mut Db, id: Uid, reason: &str) -> Result<()> {
    let values = (vote_flag::box_id.eq(id), vote_flag::reason.eq(reason), vote_flag::voters.eq(1));
    each!(db, c => diesel::insert_into(vote_flag::table)
        .values(values)
        .on_conflict((vote_flag::box_id, vote_flag::reason))
        .do_update()
        .set(vote_flag::voters.eq(vote_flag::voters + 1))
        .execute(c))?;
    Ok(())
}

/// How many voters gave each reason.
///
/// # Errors
/// When the database refuses.
pub fn raised(db: &mut Db, id: Uid) -> Result<Vec<(String, i64)>> {
    Ok(vote_flag::table
        .filter(vote_flag::box_id.eq(id))
        .order(vote_flag::reason)
        .select((vote_flag::reason, vote_flag::voters))
        .load(db)?)
}

/// Forgets the mailboxes of a box; the numbers stay.
///
/// # Errors
/// When the database refuses.
pub fn forget_mailboxes(db: &mut Db, id: Uid) -> Result<()> {
    diesel::delete(roll_mailbox::table.filter(roll_mailbox::box_id.eq(id))).execute(db)?;
    Ok(())
}
