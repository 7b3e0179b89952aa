//! Votes that several territories hold together: which boxes are part of one, and what each carrier says of its ballots.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{ballot_box, carrier, common_vote, tally, tally_record};
use crate::{Db, Result};
use diesel::dsl::max;
use diesel::prelude::*;
use domain::carrying::CarrierState;

domain::words! {
    /// What became of the comparison of a tally with the ballots that its carrier publishes.
    Checked {
        /// It was not made yet.
        Waiting = "waiting",
        /// There are no ballots to compare.
        Nothing = "nothing",
        /// They hold.
        Holds = "holds",
        /// They hold, and could be read only after the whole was counted.
        AfterCount = "after_count",
        /// They say something else.
        Differs = "differs",
        /// They cannot be had.
        Unreachable = "unreachable",
    }
}

/// Most tallies that are read of one vote: more carriers than communes in France.
pub const TALLIES_MAX: i64 = 50_000;

/// A box that is part of a common vote.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = common_vote, check_for_backend(MultiBackend))]
pub struct Common {
    /// The box.
    pub box_id: Uid,
    /// The id of the organiser's vote.
    pub vote_uri: String,
    /// The collectivity that holds it.
    pub organiser_id: Uid,
    /// The definition as the organiser signed it; empty at the organiser until it is told.
    pub definition: String,
    /// The result of the whole.
    pub result: Option<String>,
    /// When it was counted last.
    pub counted_at: Option<At>,
}

/// What a carrier said.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = tally, check_for_backend(MultiBackend))]
pub struct Kept {
    /// The box here.
    pub box_id: Uid,
    /// Who said it.
    pub carrier_id: Uid,
    /// Its number.
    pub sequence: i64,
    /// Digest of the document.
    pub digest: String,
    /// Code of its state.
    pub state: String,
    /// The document, as it was signed.
    pub document: String,
    /// When it came.
    pub received_at: At,
    /// Whether it came after the whole was counted.
    pub late: bool,
    /// Code of what became of the comparison with its ballots.
    pub checked: String,
    /// Why they differ.
    pub reason: String,
    /// When they were compared.
    pub checked_at: Option<At>,
}

/// Makes a box part of a common vote. `false`: it is already, or the vote has a box here.
///
/// # Errors
/// When the database refuses.
pub fn join(db: &mut Db, new: &Common) -> Result<bool> {
    let new = new.clone();
    Ok(each!(db, c => diesel::insert_into(common_vote::table).values(new).on_conflict_do_nothing().execute(c))? == 1)
}

/// The common vote that a box is part of.
///
/// # Errors
/// When the database refuses.
pub fn of_box(db: &mut Db, id: Uid) -> Result<Option<Common>> {
    Ok(common_vote::table.find(id).select(all::<Common>()).first(db).optional()?)
}

/// The box here of a common vote, by its id.
///
/// # Errors
/// When the database refuses.
pub fn by_uri(db: &mut Db, uri: &str) -> Result<Option<Common>> {
    Ok(common_vote::table.filter(common_vote::vote_uri.eq(uri)).select(all::<Common>()).first(db).optional()?)
}

/// Keeps the definition as it was signed.
///
/// # Errors
/// When the database refuses.
pub fn define(db: &mut Db, id: Uid, definition: &str) -> Result<()> {
    diesel::update(common_vote::table.find(id)).set(common_vote::definition.eq(definition)).execute(db)?;
    Ok(())
}

/// Says how many could vote in a box, and whence that number comes.
///
/// # Errors
/// When the database refuses.
pub fn set_roll(db: &mut Db, id: Uid, size: i32, source: &str) -> Result<()> {
    diesel::update(ballot_box::table.find(id))
        .set((ballot_box::population.eq(size), ballot_box::population_source.eq(source)))
        .execute(db)?;
    Ok(())
}

/// Keeps the result of the whole.
///
/// # Errors
/// When the database refuses.
pub fn count(db: &mut Db, id: Uid, result: &str, now: At) -> Result<()> {
    diesel::update(common_vote::table.find(id)).set((common_vote::result.eq(result), common_vote::counted_at.eq(now))).execute(db)?;
    Ok(())
}

/// Keeps what a carrier said. `false`: it was kept before.
///
/// # Errors
/// When the database refuses.
pub fn keep(db: &mut Db, new: &Kept) -> Result<bool> {
    let new = new.clone();
    Ok(each!(db, c => diesel::insert_into(tally::table).values(new).on_conflict_do_nothing().execute(c))? == 1)
}

/// The greatest number that a carrier has used; 0 before its first.
///
/// # Errors
/// When the database refuses.
pub fn last_sequence(db: &mut Db, id: Uid, carrier: Uid) -> Result<i64> {
    let own = tally::table.filter(tally::box_id.eq(id)).filter(tally::carrier_id.eq(carrier));
    Ok(own.select(max(tally::sequence)).first::<Option<i64>>(db)?.unwrap_or(0))
}

/// What carriers said of a vote, by carrier and number, all that is kept: the latest of each counts.
///
/// # Errors
/// When the database refuses.
pub fn of_vote(db: &mut Db, id: Uid) -> Result<Vec<Kept>> {
    Ok(tally::table
        .filter(tally::box_id.eq(id))
        .order((tally::carrier_id, tally::sequence, tally::digest))
        .limit(TALLIES_MAX)
        .select(all::<Kept>())
        .load(db)?)
}

/// What one carrier said of a vote, by number.
///
/// # Errors
/// When the database refuses.
pub fn of_carrier(db: &mut Db, id: Uid, carrier: Uid) -> Result<Vec<Kept>> {
    Ok(tally::table
        .filter(tally::box_id.eq(id))
        .filter(tally::carrier_id.eq(carrier))
        .order((tally::sequence, tally::digest))
        .limit(TALLIES_MAX)
        .select(all::<Kept>())
        .load(db)?)
}

/// Keeps what became of the comparison of a tally with the ballots that its carrier publishes.
///
/// # Errors
/// When the database refuses.
pub fn check(db: &mut Db, kept: &Kept, checked: Checked, reason: &str, now: At) -> Result<()> {
    diesel::update(tally::table.find((kept.box_id, kept.carrier_id, kept.sequence, &kept.digest)))
        .set((tally::checked.eq(checked.code()), tally::reason.eq(reason), tally::checked_at.eq(now)))
        .execute(db)?;
    Ok(())
}

/// Which of these boxes are part of a common vote.
///
/// # Errors
/// When the database refuses.
pub fn common(db: &mut Db, boxes: &[Uid]) -> Result<Vec<Uid>> {
    Ok(common_vote::table.filter(common_vote::box_id.eq_any(boxes)).select(common_vote::box_id).load(db)?)
}

/// Forgets how many had voted at a carrier (`interim`: the code of that state) before it said something newer.
///
/// # Errors
/// When the database refuses.
pub fn forget_interims(db: &mut Db, newer: &Kept, interim: &str) -> Result<()> {
    let own = tally::table.filter(tally::box_id.eq(newer.box_id)).filter(tally::carrier_id.eq(newer.carrier_id));
    diesel::delete(own.filter(tally::sequence.lt(newer.sequence)).filter(tally::state.eq(interim))).execute(db)?;
    Ok(())
}

/// Whether a territory that carried the consultation before the vote was over has not yet said more than how many had voted (`interim`: the code of
/// that state).
///
/// # Errors
/// When the database refuses.
pub fn lacks(db: &mut Db, id: Uid, (consultation, closes): (Uid, At), interim: &str) -> Result<bool> {
    let told = tally::table
        .filter(tally::box_id.eq(id))
        .filter(tally::carrier_id.eq(carrier::actor_id))
        .filter(tally::state.ne(interim.to_owned()));
    let silent = carrier::table
        .filter(carrier::consultation_id.eq(consultation))
        .filter(carrier::state.eq(CarrierState::Joined.code()))
        .filter(carrier::joined_at.lt(closes))
        .filter(diesel::dsl::not(diesel::dsl::exists(told)));
    Ok(silent.select(carrier::actor_id).first::<Uid>(db).optional()?.is_some())
}

/// Keeps the published ballots of a carrier, in the place of what was kept before.
///
/// # Errors
/// When the database refuses.
pub fn keep_record(db: &mut Db, id: Uid, carrier: Uid, digest: &str, body: &str) -> Result<()> {
    diesel::delete(tally_record::table.find((id, carrier))).execute(db)?;
    diesel::insert_into(tally_record::table)
        .values((
            tally_record::box_id.eq(id),
            tally_record::carrier_id.eq(carrier),
            tally_record::digest.eq(digest),
            tally_record::body.eq(body),
        ))
        .execute(db)?;
    Ok(())
}

/// The published ballots of a carrier: their digest and their text.
///
/// # Errors
/// When the database refuses.
pub fn record(db: &mut Db, id: Uid, carrier: Uid) -> Result<Option<(String, String)>> {
    Ok(tally_record::table.find((id, carrier)).select((tally_record::digest, tally_record::body)).first(db).optional()?)
}
