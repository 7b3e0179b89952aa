//! What another rule would have bought with the ballots of a closed vote.

use crate::column::{Uid, each};
use crate::schema::vote_otherwise;
use crate::{Db, Result};
use diesel::prelude::*;

/// Keeps the code of the other rule and the numbers of its winners, in their order, separated by commas. Once.
///
/// # Errors
/// When the database refuses.
pub fn keep(db: &mut Db, id: Uid, rule: &str, winners: &str) -> Result<()> {
    let values = (vote_otherwise::box_id.eq(id), vote_otherwise::rule.eq(rule), vote_otherwise::winners.eq(winners));
    each!(db, c => diesel::insert_into(vote_otherwise::table).values(values).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// The code of the other rule and the numbers of its winners.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<(String, String)>> {
    Ok(vote_otherwise::table.find(id).select((vote_otherwise::rule, vote_otherwise::winners)).first(db).optional()?)
}
