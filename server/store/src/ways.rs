//! What leads to a ballot without an account: codes of letters, lists of those who may vote, and the passes of those who have just proved who
//! they are. Only digests under the key of the box.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{ballot_code, ballot_entry, ballot_list, ballot_pass, paper_line};
use crate::{Db, Result};
use diesel::prelude::*;
use domain::vote::Level;

/// Rows inserted by one statement.
const ROWS: usize = 1_000;

/// The code of a letter.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = ballot_code, check_for_backend(MultiBackend))]
pub struct Code {
    /// Its box.
    pub box_id: Uid,
    /// The mark that it leaves on the roll.
    pub mark: Vec<u8>,
    /// The number printed on the letter, from 1.
    pub number: i32,
    /// Whether it votes no more.
    pub cancelled: bool,
}

/// Somebody who has proved who they are.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = ballot_pass, check_for_backend(MultiBackend))]
pub struct Pass {
    /// The box.
    pub box_id: Uid,
    /// SHA-256 of the secret.
    pub hash: Vec<u8>,
    /// The mark that they will leave on the roll.
    pub mark: Vec<u8>,
    /// Code of how surely they are one person.
    pub level: String,
    /// Until when.
    pub expires_at: At,
}

/// The list of those who may vote.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = ballot_list, check_for_backend(MultiBackend))]
pub struct List {
    /// Its box.
    pub box_id: Uid,
    /// The names of the fields that tell people apart, one a line.
    pub fields: String,
    /// How many people stand on it.
    pub persons: i32,
}

/// Keeps which levels may vote in a draft, as codes separated by spaces.
///
/// # Errors
/// When the database refuses.
pub fn set_levels(db: &mut Db, id: Uid, levels: &str) -> Result<()> {
    use crate::schema::ballot_box;
    diesel::update(ballot_box::table.find(id)).set(ballot_box::levels.eq(levels)).execute(db)?;
    Ok(())
}

/// Keeps codes.
///
/// # Errors
/// When the database refuses.
pub fn add_codes(db: &mut Db, codes: &[Code]) -> Result<()> {
    for some in codes.chunks(ROWS) {
        each!(db, c => diesel::insert_into(ballot_code::table).values(some.to_vec()).execute(c))?;
    }
    Ok(())
}

/// The highest number of a letter; 0 when there is none.
///
/// # Errors
/// When the database refuses.
pub fn last_code(db: &mut Db, id: Uid) -> Result<i32> {
    let last: Option<i32> =
        ballot_code::table.filter(ballot_code::box_id.eq(id)).select(diesel::dsl::max(ballot_code::number)).first(db)?;
    Ok(last.unwrap_or(0))
}

/// How many codes were cancelled.
///
/// # Errors
/// When the database refuses.
pub fn cancelled_codes(db: &mut Db, id: Uid) -> Result<i64> {
    Ok(ballot_code::table.filter(ballot_code::box_id.eq(id)).filter(ballot_code::cancelled).count().get_result(db)?)
}

/// The code with this number.
///
/// # Errors
/// When the database refuses.
pub fn numbered(db: &mut Db, id: Uid, number: i32) -> Result<Option<Code>> {
    let code = ballot_code::table.filter(ballot_code::box_id.eq(id)).filter(ballot_code::number.eq(number));
    Ok(code.select(all::<Code>()).first(db).optional()?)
}

/// Whether there is a code that leaves this mark and was not cancelled.
///
/// # Errors
/// When the database refuses.
pub fn code_stands(db: &mut Db, id: Uid, mark: &[u8]) -> Result<bool> {
    let code = ballot_code::table.find((id, mark)).filter(ballot_code::cancelled.eq(false));
    Ok(diesel::select(diesel::dsl::exists(code)).get_result(db)?)
}

/// Cancels a code, and the passes that it gave.
///
/// # Errors
/// When the database refuses.
pub fn cancel_code(db: &mut Db, code: &Code) -> Result<()> {
    diesel::update(ballot_code::table.find((code.box_id, &code.mark))).set(ballot_code::cancelled.eq(true)).execute(db)?;
    diesel::delete(ballot_pass::table.filter(ballot_pass::box_id.eq(code.box_id)).filter(ballot_pass::mark.eq(&code.mark))).execute(db)?;
    Ok(())
}

/// Keeps a pass; those that have expired go.
///
/// # Errors
/// When the database refuses.
pub fn give_pass(db: &mut Db, pass: Pass, now: At) -> Result<()> {
    diesel::delete(ballot_pass::table.filter(ballot_pass::expires_at.le(now))).execute(db)?;
    diesel::insert_into(ballot_pass::table).values(pass).execute(db)?;
    Ok(())
}

/// A pass that has not expired.
///
/// # Errors
/// When the database refuses.
pub fn pass(db: &mut Db, id: Uid, hash: &[u8], now: At) -> Result<Option<Pass>> {
    let pass = ballot_pass::table.find((id, hash)).filter(ballot_pass::expires_at.gt(now));
    Ok(pass.select(all::<Pass>()).first(db).optional()?)
}

/// Uses a pass up. `false`: it was used already.
///
/// # Errors
/// When the database refuses.
pub fn use_up(db: &mut Db, pass: &Pass) -> Result<bool> {
    Ok(diesel::delete(ballot_pass::table.find((pass.box_id, &pass.hash))).execute(db)? == 1)
}

/// Puts a list in the place of the one that was there.
///
/// # Errors
/// When the database refuses.
pub fn put_list(db: &mut Db, list: List, entries: &[(Vec<u8>, i32)]) -> Result<()> {
    let id = list.box_id;
    diesel::delete(ballot_entry::table.filter(ballot_entry::box_id.eq(id))).execute(db)?;
    diesel::delete(ballot_list::table.find(id)).execute(db)?;
    diesel::insert_into(ballot_list::table).values(list).execute(db)?;
    for some in entries.chunks(ROWS) {
        let row = |(entry, persons): &(Vec<u8>, i32)| {
            (ballot_entry::box_id.eq(id), ballot_entry::entry.eq(entry.clone()), ballot_entry::persons.eq(*persons))
        };
        let rows: Vec<_> = some.iter().map(row).collect();
        each!(db, c => diesel::insert_into(ballot_entry::table).values(rows).execute(c))?;
    }
    Ok(())
}

/// The list of a box.
///
/// # Errors
/// When the database refuses.
pub fn list(db: &mut Db, id: Uid) -> Result<Option<List>> {
    Ok(ballot_list::table.find(id).select(all::<List>()).first(db).optional()?)
}

/// How many people of the list have these details; nothing when nobody has.
///
/// # Errors
/// When the database refuses.
pub fn persons(db: &mut Db, id: Uid, entry: &[u8]) -> Result<Option<i32>> {
    Ok(ballot_entry::table.find((id, entry)).select(ballot_entry::persons).first(db).optional()?)
}

/// Whether somebody has voted with this level.
///
/// # Errors
/// When the database refuses.
pub fn any_with(db: &mut Db, id: Uid, level: Level) -> Result<bool> {
    use crate::schema::roll;
    let found = roll::table.filter(roll::box_id.eq(id)).filter(roll::level.eq(level.code()));
    Ok(diesel::select(diesel::dsl::exists(found)).get_result(db)?)
}

/// Forgets all of this, and what was typed of paper ballots, when a box is closed or called off.
///
/// # Errors
/// When the database refuses.
pub fn purge(db: &mut Db, id: Uid) -> Result<()> {
    diesel::delete(ballot_code::table.filter(ballot_code::box_id.eq(id))).execute(db)?;
    diesel::delete(ballot_pass::table.filter(ballot_pass::box_id.eq(id))).execute(db)?;
    diesel::delete(ballot_entry::table.filter(ballot_entry::box_id.eq(id))).execute(db)?;
    diesel::delete(ballot_list::table.find(id)).execute(db)?;
    diesel::delete(paper_line::table.filter(paper_line::box_id.eq(id))).execute(db)?;
    Ok(())
}
