//! Discussions that show what speaks for and against side by side or hold a vote, and consultations that promise to answer what many support.

use crate::column::{Uid, each};
use crate::schema::{ballot_box, promised_answer, sided_discussion};
use crate::{Db, Result};
use diesel::prelude::*;

/// Shows the replies to a discussion side by side, or no more.
///
/// # Errors
/// When the database refuses.
pub fn set_sides(db: &mut Db, discussion: Uid, wanted: bool) -> Result<()> {
    if wanted {
        let values = sided_discussion::contribution_id.eq(discussion);
        each!(db, c => diesel::insert_into(sided_discussion::table).values(values).on_conflict_do_nothing().execute(c))?;
    } else {
        diesel::delete(sided_discussion::table.find(discussion)).execute(db)?;
    }
    Ok(())
}

/// Whether the replies to a discussion are shown side by side.
///
/// # Errors
/// When the database refuses.
pub fn has_sides(db: &mut Db, discussion: Uid) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(sided_discussion::table.find(discussion))).get_result(db)?)
}

/// Promises that what reaches the threshold of a consultation is answered, or promises it no more.
///
/// # Errors
/// When the database refuses.
pub fn set_promise(db: &mut Db, consultation: Uid, wanted: bool) -> Result<()> {
    if wanted {
        let values = promised_answer::consultation_id.eq(consultation);
        each!(db, c => diesel::insert_into(promised_answer::table).values(values).on_conflict_do_nothing().execute(c))?;
    } else {
        diesel::delete(promised_answer::table.find(consultation)).execute(db)?;
    }
    Ok(())
}

/// Whether a consultation promises to answer what reaches its threshold.
///
/// # Errors
/// When the database refuses.
pub fn promises(db: &mut Db, consultation: Uid) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(promised_answer::table.find(consultation))).get_result(db)?)
}

/// Puts a poll into a discussion.
///
/// # Errors
/// When the database refuses.
pub fn put_into(db: &mut Db, poll: Uid, discussion: Uid) -> Result<()> {
    diesel::update(ballot_box::table.find(poll)).set(ballot_box::contribution_id.eq(discussion)).execute(db)?;
    Ok(())
}

/// The consultations that promise it; `limit` of them.
///
/// # Errors
/// When the database refuses.
pub fn promised(db: &mut Db, limit: i64) -> Result<Vec<Uid>> {
    Ok(promised_answer::table.order(promised_answer::consultation_id).limit(limit).select(promised_answer::consultation_id).load(db)?)
}
