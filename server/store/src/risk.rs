//! What was answered to the grid of what is at stake in a vote.

use crate::column::{Uid, each};
use crate::schema::vote_risk;
use crate::{Db, Result};
use diesel::prelude::*;

/// Keeps the answers for a box, in the place of others. Only for drafts.
///
/// # Errors
/// When the database refuses.
pub fn keep(db: &mut Db, id: Uid, answers: &str) -> Result<()> {
    let values = (vote_risk::box_id.eq(id), vote_risk::answers.eq(answers));
    each!(db, c => diesel::insert_into(vote_risk::table)
        .values(values)
        .on_conflict(vote_risk::box_id)
        .do_update()
        .set(vote_risk::answers.eq(answers))
        .execute(c))?;
    Ok(())
}

/// The answers for a box; nothing where it was not asked.
///
/// # Errors
/// When the database refuses.
pub fn answers(db: &mut Db, id: Uid) -> Result<Option<String>> {
    Ok(vote_risk::table.find(id).select(vote_risk::answers).first(db).optional()?)
}
