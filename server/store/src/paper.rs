//! Paper ballots: batches typed twice, and what was found when all was counted.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{ballot, paper_batch, paper_count, paper_line, roll};
use crate::{Db, Result};
use diesel::prelude::*;
use domain::vote::{Channel, Level};

/// Rows inserted by one statement.
const ROWS: usize = 1_000;

/// A batch.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = paper_batch, check_for_backend(MultiBackend))]
pub struct Batch {
    /// Its box.
    pub box_id: Uid,
    /// The number written on it.
    pub number: i32,
    /// Code of where it stands.
    pub state: String,
    /// How many papers it holds.
    pub size: i32,
    /// How many of them are no ballots.
    pub spoiled: i32,
    /// Who typed it first.
    pub first_by: Option<Uid>,
}

/// What was found when all paper was counted.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = paper_count, check_for_backend(MultiBackend))]
pub struct Count {
    /// When it was finished; nothing while the box waits for it.
    pub settled_at: Option<At>,
    /// Papers, those that are no ballots among them.
    pub ballots: i32,
    /// Those that are no ballots.
    pub spoiled: i32,
    /// People marked as having voted on paper.
    pub marks: i32,
    /// Why the two numbers differ, as an agent wrote it.
    pub reason: String,
}

/// The batches of a box; `limit` of them.
///
/// # Errors
/// When the database refuses.
pub fn batches(db: &mut Db, id: Uid, limit: i64) -> Result<Vec<Batch>> {
    let batches = paper_batch::table.filter(paper_batch::box_id.eq(id)).order(paper_batch::number).limit(limit);
    Ok(batches.select(all::<Batch>()).load(db)?)
}

/// A batch.
///
/// # Errors
/// When the database refuses.
pub fn batch(db: &mut Db, id: Uid, number: i32) -> Result<Option<Batch>> {
    Ok(paper_batch::table.find((id, number)).select(all::<Batch>()).first(db).optional()?)
}

/// Keeps a new batch. `false`: there is one with this number.
///
/// # Errors
/// When the database refuses.
pub fn begin(db: &mut Db, batch: Batch) -> Result<bool> {
    Ok(each!(db, c => diesel::insert_into(paper_batch::table).values(batch).on_conflict_do_nothing().execute(c))? == 1)
}

/// Moves a batch on.
///
/// # Errors
/// When the database refuses.
pub fn step(db: &mut Db, id: Uid, number: i32, state: &str, spoiled: i32) -> Result<()> {
    diesel::update(paper_batch::table.find((id, number)))
        .set((paper_batch::state.eq(state), paper_batch::spoiled.eq(spoiled)))
        .execute(db)?;
    Ok(())
}

/// Throws away a batch and what was typed of it.
///
/// # Errors
/// When the database refuses.
pub fn drop_batch(db: &mut Db, id: Uid, number: i32) -> Result<()> {
    forget_lines(db, id, number)?;
    diesel::delete(paper_batch::table.find((id, number))).execute(db)?;
    Ok(())
}

/// Keeps what was typed, numbered from 1; `turn` is 1 or 2.
///
/// # Errors
/// When the database refuses.
pub fn put_lines(db: &mut Db, id: Uid, number: i32, turn: i32, choices: &[String]) -> Result<()> {
    let row = |(line, choice): (i32, &String)| {
        (
            paper_line::box_id.eq(id),
            paper_line::batch.eq(number),
            paper_line::turn.eq(turn),
            paper_line::line.eq(line),
            paper_line::choice.eq(choice.clone()),
        )
    };
    let rows: Vec<_> = (1..).zip(choices).map(row).collect();
    each!(db, c => diesel::insert_into(paper_line::table).values(rows).execute(c))?;
    Ok(())
}

/// What was typed in one turn, in order.
///
/// # Errors
/// When the database refuses.
pub fn lines(db: &mut Db, id: Uid, number: i32, turn: i32) -> Result<Vec<String>> {
    Ok(paper_line::table
        .filter(paper_line::box_id.eq(id))
        .filter(paper_line::batch.eq(number))
        .filter(paper_line::turn.eq(turn))
        .order(paper_line::line)
        .select(paper_line::choice)
        .load(db)?)
}

/// Forgets what was typed of a batch.
///
/// # Errors
/// When the database refuses.
pub fn forget_lines(db: &mut Db, id: Uid, number: i32) -> Result<()> {
    diesel::delete(paper_line::table.filter(paper_line::box_id.eq(id)).filter(paper_line::batch.eq(number))).execute(db)?;
    Ok(())
}

/// Puts paper ballots in, each under a receipt that nobody has.
///
/// # Errors
/// When the database refuses.
pub fn put_in(db: &mut Db, id: Uid, ballots: &[(Vec<u8>, String)]) -> Result<()> {
    for some in ballots.chunks(ROWS) {
        let row = |(receipt, choice): &(Vec<u8>, String)| {
            (
                ballot::box_id.eq(id),
                ballot::receipt.eq(receipt.clone()),
                ballot::choice.eq(choice.clone()),
                ballot::channel.eq(Channel::Paper.code()),
            )
        };
        let rows: Vec<_> = some.iter().map(row).collect();
        each!(db, c => diesel::insert_into(ballot::table).values(rows).execute(c))?;
    }
    Ok(())
}

/// How many were marked as having voted on paper.
///
/// # Errors
/// When the database refuses.
pub fn marks(db: &mut Db, id: Uid) -> Result<i64> {
    Ok(roll::table.filter(roll::box_id.eq(id)).filter(roll::level.eq(Level::Paper.code())).count().get_result(db)?)
}

/// Notes that the time of a box is over while its paper is still being counted. Again changes nothing.
///
/// # Errors
/// When the database refuses.
pub fn wait(db: &mut Db, id: Uid, now: At) -> Result<()> {
    let values = (
        paper_count::box_id.eq(id),
        paper_count::ended_at.eq(now),
        paper_count::ballots.eq(0),
        paper_count::spoiled.eq(0),
        paper_count::marks.eq(0),
        paper_count::reason.eq(""),
    );
    each!(db, c => diesel::insert_into(paper_count::table).values(values).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// What was found, or nothing while the time of the box is not over.
///
/// # Errors
/// When the database refuses.
pub fn count(db: &mut Db, id: Uid) -> Result<Option<Count>> {
    Ok(paper_count::table.find(id).select(all::<Count>()).first(db).optional()?)
}

/// Keeps what was found.
///
/// # Errors
/// When the database refuses.
pub fn settle(db: &mut Db, id: Uid, found: &Count) -> Result<()> {
    diesel::update(paper_count::table.find(id))
        .set((
            paper_count::settled_at.eq(found.settled_at),
            paper_count::ballots.eq(found.ballots),
            paper_count::spoiled.eq(found.spoiled),
            paper_count::marks.eq(found.marks),
            paper_count::reason.eq(&found.reason),
        ))
        .execute(db)?;
    Ok(())
}
