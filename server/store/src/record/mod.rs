//! The public record: which log is kept, its entries, its tree and its signed checkpoints. Entries, hashes and checkpoints are only ever added.

pub mod keys;
pub mod peers;
pub mod tree;

use crate::column::{At, Uid, all, each, is_postgres};
use crate::conn::MultiBackend;
use crate::schema::{
    journal, record_checkpoint, record_content, record_cosignature, record_entry, record_node, record_pending, record_state,
};
use crate::{Db, Result};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::BigInt;
use domain::event::{EventKind, RECORDED};

domain::words! {
    /// Whether the record may go on.
    Standing {
        /// It goes on.
        Open = "open",
        /// The database was restored from a backup: the witnesses are asked first how far the record was.
        Restored = "restored",
        /// Somebody has seen more of this log than is here: to go on would fork it.
        Behind = "behind",
    }
}

/// Key of the advisory lock under which PostgreSQL lets one process at a time append ("parvis" in ASCII, and two).
const LOCK: i64 = 0x0070_6172_7669_7302;

/// Which log is kept.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = record_state, check_for_backend(MultiBackend))]
pub struct State {
    /// Always 1.
    pub id: i16,
    /// Number of the log, from 1: another one is begun when one cannot go on.
    pub generation: i32,
    /// Code of whether it may go on.
    pub state: String,
    /// Since when.
    pub since: At,
}

impl State {
    /// Whether it may go on.
    #[must_use]
    pub fn standing(&self) -> Standing {
        Standing::parse(&self.state).unwrap_or(Standing::Behind)
    }
}

/// An entry.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = record_entry, check_for_backend(MultiBackend))]
pub struct Entry {
    /// Its place, from 0.
    pub place: i64,
    /// The line of the journal that it comes from.
    pub journal_id: i64,
    /// What it is about.
    pub object_id: Uid,
    /// Code of what happened.
    pub kind: String,
    /// Its hash in the tree.
    pub leaf: Vec<u8>,
    /// The entry itself.
    pub entry: String,
}

/// What was hashed for an entry.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = record_content, check_for_backend(MultiBackend))]
pub struct Content {
    /// The place of the entry.
    pub place: i64,
    /// What it is about.
    pub object_id: Uid,
    /// The salt.
    pub salt: Vec<u8>,
    /// Canonical JSON.
    pub content: String,
}

/// A signed checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = record_checkpoint, check_for_backend(MultiBackend))]
pub struct Checkpoint {
    /// How many entries.
    pub size: i64,
    /// The root over them.
    pub root: Vec<u8>,
    /// The note, signed by the log.
    pub note: String,
    /// When it was signed.
    pub made_at: At,
}

/// A cosignature.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = record_cosignature, check_for_backend(MultiBackend))]
pub struct Cosignature {
    /// The checkpoint.
    pub size: i64,
    /// The name of the witness.
    pub witness: String,
    /// The line under the note, its end included.
    pub line: String,
    /// When the witness signed.
    pub cosigned_at: At,
}

/// Lets nobody else append until the end of the transaction. SQLite has one writer anyway.
///
/// # Errors
/// When the database refuses.
pub fn hold(db: &mut Db) -> Result<()> {
    if is_postgres(db) {
        sql_query("SELECT pg_advisory_xact_lock($1)").bind::<BigInt, _>(LOCK).execute(db)?;
    }
    Ok(())
}

/// Which log is kept; before the first one there is none.
///
/// # Errors
/// When the database refuses.
pub fn state(db: &mut Db) -> Result<Option<State>> {
    Ok(record_state::table.find(1).select(all::<State>()).first(db).optional()?)
}

/// Says which log is kept from now on, and whether it may go on.
///
/// # Errors
/// When the database refuses.
pub fn set_state(db: &mut Db, generation: i32, standing: Standing, now: At) -> Result<()> {
    let row = State { id: 1, generation, state: standing.code().to_owned(), since: now };
    diesel::delete(record_state::table.find(1)).execute(db)?;
    diesel::insert_into(record_state::table).values(row).execute(db)?;
    Ok(())
}

/// Notes that a line of the journal belongs into the record.
///
/// # Errors
/// When the database refuses.
pub(crate) fn await_entry(db: &mut Db, journal_id: i64) -> Result<()> {
    diesel::insert_into(record_pending::table).values(record_pending::journal_id.eq(journal_id)).execute(db)?;
    Ok(())
}

/// Whether lines of the journal wait.
///
/// # Errors
/// When the database refuses.
pub fn is_awaited(db: &mut Db) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(record_pending::table.select(record_pending::journal_id))).get_result(db)?)
}

/// The lines of the journal that wait, the oldest first.
///
/// # Errors
/// When the database refuses.
pub fn awaited(db: &mut Db, limit: i64) -> Result<Vec<crate::journal::Line>> {
    Ok(journal::table
        .inner_join(record_pending::table.on(record_pending::journal_id.eq(journal::id)))
        .order(journal::id)
        .limit(limit)
        .select(all::<crate::journal::Line>())
        .load(db)?)
}

/// These lines wait no more.
///
/// # Errors
/// When the database refuses.
pub fn settle(db: &mut Db, lines: &[i64]) -> Result<()> {
    diesel::delete(record_pending::table.filter(record_pending::journal_id.eq_any(lines.to_vec()))).execute(db)?;
    Ok(())
}

/// Adds entries with what was hashed for them.
///
/// # Errors
/// `Duplicate` when a place or a line of the journal is taken: somebody else has appended.
pub fn append(db: &mut Db, entries: Vec<Entry>, contents: Vec<Content>) -> Result<()> {
    if !entries.is_empty() {
        each!(db, c => diesel::insert_into(record_entry::table).values(entries).execute(c))?;
    }
    if !contents.is_empty() {
        each!(db, c => diesel::insert_into(record_content::table).values(contents).execute(c))?;
    }
    Ok(())
}

/// How many entries there are.
///
/// # Errors
/// When the database refuses.
pub fn size(db: &mut Db) -> Result<i64> {
    let last: Option<i64> = record_entry::table.select(diesel::dsl::max(record_entry::place)).first(db)?;
    Ok(last.map_or(0, |last| last + 1))
}

/// An entry.
///
/// # Errors
/// When the database refuses.
pub fn entry(db: &mut Db, place: i64) -> Result<Option<Entry>> {
    Ok(record_entry::table.find(place).select(all::<Entry>()).first(db).optional()?)
}

/// What is there about an object, the oldest first, with what was hashed for it where that is still known.
///
/// # Errors
/// When the database refuses.
pub fn about(db: &mut Db, object: Uid, limit: i64) -> Result<Vec<(Entry, Option<Content>)>> {
    Ok(record_entry::table
        .left_join(record_content::table.on(record_content::place.eq(record_entry::place)))
        .filter(record_entry::object_id.eq(object))
        .order(record_entry::place)
        .limit(limit)
        .select((all::<Entry>(), all::<Option<Content>>()))
        .load(db)?)
}

/// What was hashed for an entry, if it is still known.
///
/// # Errors
/// When the database refuses.
pub fn content(db: &mut Db, place: i64) -> Result<Option<Content>> {
    Ok(record_content::table.find(place).select(all::<Content>()).first(db).optional()?)
}

/// Forgets what was hashed for an object, with the salts: what is left of it in the record says nothing.
///
/// # Errors
/// When the database refuses.
pub fn forget(db: &mut Db, object: Uid) -> Result<()> {
    diesel::delete(record_content::table.filter(record_content::object_id.eq(object))).execute(db)?;
    Ok(())
}

/// Keeps a signed checkpoint.
///
/// # Errors
/// `Duplicate` when there is one of this size.
pub fn keep_checkpoint(db: &mut Db, new: &Checkpoint) -> Result<()> {
    diesel::insert_into(record_checkpoint::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// The latest checkpoint.
///
/// # Errors
/// When the database refuses.
pub fn latest(db: &mut Db) -> Result<Option<Checkpoint>> {
    Ok(record_checkpoint::table.order(record_checkpoint::size.desc()).select(all::<Checkpoint>()).first(db).optional()?)
}

/// The smallest checkpoint of more than `size` entries that a witness cosigned.
///
/// # Errors
/// When the database refuses.
pub fn witnessed_after(db: &mut Db, size: i64) -> Result<Option<Checkpoint>> {
    Ok(record_checkpoint::table
        .filter(record_checkpoint::size.gt(size))
        .filter(diesel::dsl::exists(record_cosignature::table.filter(record_cosignature::size.eq(record_checkpoint::size))))
        .order(record_checkpoint::size)
        .select(all::<Checkpoint>())
        .first(db)
        .optional()?)
}

/// The cosignatures of a checkpoint, by the names of the witnesses.
///
/// # Errors
/// When the database refuses.
pub fn cosignatures(db: &mut Db, size: i64) -> Result<Vec<Cosignature>> {
    Ok(record_cosignature::table
        .filter(record_cosignature::size.eq(size))
        .order(record_cosignature::witness)
        .limit(60)
        .select(all::<Cosignature>())
        .load(db)?)
}

/// The latest cosignatures of everybody, those of the largest checkpoint first.
///
/// # Errors
/// When the database refuses.
pub fn recent_cosignatures(db: &mut Db, limit: i64) -> Result<Vec<Cosignature>> {
    Ok(record_cosignature::table
        .order((record_cosignature::size.desc(), record_cosignature::witness))
        .limit(limit)
        .select(all::<Cosignature>())
        .load(db)?)
}

/// Keeps a cosignature; an earlier one of the same witness stays.
///
/// # Errors
/// When the database refuses.
pub fn keep_cosignature(db: &mut Db, new: &Cosignature) -> Result<()> {
    let row = new.clone();
    each!(db, c => diesel::insert_into(record_cosignature::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// Begins another log: of the old one nothing stays but its key; everything that happened waits to be entered anew.
///
/// # Errors
/// When the database refuses.
pub fn begin_again(db: &mut Db) -> Result<()> {
    diesel::delete(record_cosignature::table).execute(db)?;
    diesel::delete(record_checkpoint::table).execute(db)?;
    diesel::delete(record_node::table).execute(db)?;
    diesel::delete(record_content::table).execute(db)?;
    diesel::delete(record_entry::table).execute(db)?;
    diesel::delete(record_pending::table).execute(db)?;
    let lines = journal::table.filter(journal::kind.eq_any(RECORDED.map(EventKind::code))).select(journal::id);
    each!(db, c => diesel::insert_into(record_pending::table).values(lines).into_columns(record_pending::journal_id).execute(c))?;
    Ok(())
}
