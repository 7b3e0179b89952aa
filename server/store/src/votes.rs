//! Ballot boxes, the rolls of who has voted and the ballots. A line of the roll and a ballot have nothing in common but their box.

use crate::column::{At, Uid, UidSql, all, each, is_postgres};
use crate::conn::MultiBackend;
use crate::schema::{ballot, ballot_box, ballot_option, contribution, roll, uncounted as left_out};
use crate::{Db, Result};
use diesel::prelude::*;
use diesel::sql_query;
use domain::vote::{BoxState, Channel, Level};

pub use crate::uncounted::{leave_out, uncounted};

/// A ballot box.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = ballot_box, check_for_backend(MultiBackend))]
pub struct BallotBox {
    /// Its id.
    pub id: Uid,
    /// Code of what it is for.
    pub kind: String,
    /// Its consultation.
    pub consultation_id: Uid,
    /// The contribution in which it stands.
    pub contribution_id: Option<Uid>,
    /// The question.
    pub title: String,
    /// What there is to know before answering, as Markdown.
    pub description: String,
    /// Code of its language.
    pub lang: String,
    /// The form of a ballot, as its canonical text.
    pub form: String,
    /// The rule that decides, as its canonical text; empty where counting is all.
    pub rule: String,
    /// Codes of the levels that may vote, separated by spaces.
    pub levels: String,
    /// From when ballots are taken.
    pub opens_at: At,
    /// Until when, that moment not included.
    pub closes_at: At,
    /// Whether the number of voters is shown before closing.
    pub live: bool,
    /// Whether a ballot may be replaced until closing.
    pub revote: bool,
    /// How many must take part; 0 for none.
    pub quorum: i32,
    /// How many could take part; 0 when nobody knows.
    pub population: i32,
    /// Whence that number comes.
    pub population_source: String,
    /// Code of its state.
    pub state: String,
    /// Numbers of the options in the order drawn for ties, separated by commas.
    pub lots: String,
    /// The key of the marks of its roll; gone once it is closed.
    pub pepper: Option<Vec<u8>>,
    /// The result, once it is closed.
    pub result: Option<String>,
    /// When it was made.
    pub created_at: At,
    /// When it was published.
    pub published_at: Option<At>,
    /// When it was counted.
    pub closed_at: Option<At>,
    /// The money to share out, in cents; 0 where nothing is bought.
    pub budget: i64,
    /// SHA-256 of the published record, lower-case hexadecimal, taken when it was closed.
    pub digest: Option<String>,
}

/// Something that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = ballot_option, check_for_backend(MultiBackend))]
pub struct BallotOption {
    /// Its box.
    pub box_id: Uid,
    /// Its number in the box, from 1.
    pub number: i32,
    /// Its title.
    pub title: String,
    /// More about it.
    pub description: String,
    /// What it costs, in cents.
    pub cost: i64,
    /// Whether it can no longer be chosen.
    pub withdrawn: bool,
    /// The project that it stands for.
    pub contribution_id: Option<Uid>,
}

/// A ballot as it is published.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = ballot, check_for_backend(MultiBackend))]
pub struct Cast {
    /// SHA-256 of the receipt that only the voter has.
    pub receipt: Vec<u8>,
    /// What it says, as its canonical text.
    pub choice: String,
    /// Code of how it came.
    pub channel: String,
}

/// Keeps a new box with its options.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: &BallotBox, options: &[BallotOption]) -> Result<()> {
    diesel::insert_into(ballot_box::table).values(new.clone()).execute(db)?;
    add_options(db, options)
}

/// Adds options to a box.
///
/// # Errors
/// When the database refuses.
pub fn add_options(db: &mut Db, options: &[BallotOption]) -> Result<()> {
    each!(db, c => diesel::insert_into(ballot_option::table).values(options.to_vec()).execute(c))?;
    Ok(())
}

/// Puts another draft, with its options, in the place of one; what points to the box stays. `false`: there is no such draft.
///
/// # Errors
/// When the database refuses.
pub fn replace_draft(db: &mut Db, new: &BallotBox, options: &[BallotOption]) -> Result<bool> {
    let draft = ballot_box::table.filter(ballot_box::id.eq(new.id)).filter(ballot_box::state.eq(BoxState::Draft.code()));
    let changed = diesel::update(draft)
        .set((
            (ballot_box::title.eq(&new.title), ballot_box::description.eq(&new.description), ballot_box::lang.eq(&new.lang)),
            (ballot_box::form.eq(&new.form), ballot_box::rule.eq(&new.rule), ballot_box::levels.eq(&new.levels)),
            (ballot_box::opens_at.eq(new.opens_at), ballot_box::closes_at.eq(new.closes_at), ballot_box::budget.eq(new.budget)),
            (ballot_box::live.eq(new.live), ballot_box::revote.eq(new.revote), ballot_box::quorum.eq(new.quorum)),
            (ballot_box::population.eq(new.population), ballot_box::population_source.eq(&new.population_source)),
        ))
        .execute(db)?;
    if changed == 1 {
        diesel::delete(ballot_option::table.filter(ballot_option::box_id.eq(new.id))).execute(db)?;
        add_options(db, options)?;
    }
    Ok(changed == 1)
}

/// How many of these contributions belong to a consultation.
///
/// # Errors
/// When the database refuses.
pub fn belonging(db: &mut Db, consultation: Uid, contributions: &[Uid]) -> Result<i64> {
    Ok(contribution::table
        .filter(contribution::consultation_id.eq(consultation))
        .filter(contribution::id.eq_any(contributions))
        .count()
        .get_result(db)?)
}

/// Removes a draft. `false`: there is none.
///
/// # Errors
/// When the database refuses.
pub fn remove_draft(db: &mut Db, id: Uid) -> Result<bool> {
    let draft = ballot_box::table.filter(ballot_box::id.eq(id)).filter(ballot_box::state.eq(BoxState::Draft.code()));
    Ok(diesel::delete(draft).execute(db)? == 1)
}

/// A box.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<BallotBox>> {
    Ok(ballot_box::table.find(id).select(all::<BallotBox>()).first(db).optional()?)
}

/// Keeps a box from being closed while ballots are put in: many may hold it so at once.
///
/// # Errors
/// When the database refuses.
pub fn hold_open(db: &mut Db, id: Uid) -> Result<()> {
    if is_postgres(db) {
        sql_query("SELECT id FROM ballot_box WHERE id = $1 FOR SHARE").bind::<UidSql, _>(id).execute(db)?;
    }
    Ok(())
}

/// Keeps everybody else from a box.
///
/// # Errors
/// When the database refuses.
pub fn hold(db: &mut Db, id: Uid) -> Result<()> {
    if is_postgres(db) {
        sql_query("SELECT id FROM ballot_box WHERE id = $1 FOR UPDATE").bind::<UidSql, _>(id).execute(db)?;
    }
    Ok(())
}

/// The options of a box, by their numbers.
///
/// # Errors
/// When the database refuses.
pub fn options(db: &mut Db, id: Uid) -> Result<Vec<BallotOption>> {
    Ok(ballot_option::table.filter(ballot_option::box_id.eq(id)).order(ballot_option::number).select(all::<BallotOption>()).load(db)?)
}

/// Takes an option back. `false`: there is none, or it was taken back before.
///
/// # Errors
/// When the database refuses.
pub fn withdraw_option(db: &mut Db, id: Uid, number: i32) -> Result<bool> {
    let standing = ballot_option::table.find((id, number)).filter(ballot_option::withdrawn.eq(false));
    Ok(diesel::update(standing).set(ballot_option::withdrawn.eq(true)).execute(db)? == 1)
}

/// The boxes that offer a contribution, with the numbers of its options there, at most 50: not those that were called off or counted, nor where it was
/// taken back.
///
/// # Errors
/// When the database refuses.
pub fn offering(db: &mut Db, contribution: Uid) -> Result<Vec<(Uid, i32)>> {
    Ok(ballot_option::table
        .inner_join(ballot_box::table.on(ballot_box::id.eq(ballot_option::box_id)))
        .filter(ballot_option::contribution_id.eq(contribution).and(ballot_option::withdrawn.eq(false)))
        .filter(ballot_box::state.eq_any([BoxState::Draft.code(), BoxState::Published.code()]))
        .order((ballot_option::box_id, ballot_option::number))
        .limit(50)
        .select((ballot_option::box_id, ballot_option::number))
        .load(db)?)
}

/// The boxes of a consultation, the latest to close first; `limit` of them.
///
/// # Errors
/// When the database refuses.
pub fn of_consultation(db: &mut Db, id: Uid, limit: i64) -> Result<Vec<BallotBox>> {
    Ok(ballot_box::table
        .filter(ballot_box::consultation_id.eq(id))
        .order((ballot_box::closes_at.desc(), ballot_box::id))
        .limit(limit)
        .select(all::<BallotBox>())
        .load(db)?)
}

/// Publishes a box: from now on only its state changes.
///
/// # Errors
/// When the database refuses.
pub fn publish(db: &mut Db, id: Uid, lots: &str, pepper: &[u8], now: At) -> Result<()> {
    diesel::update(ballot_box::table.find(id))
        .set((
            ballot_box::state.eq(BoxState::Published.code()),
            ballot_box::lots.eq(lots),
            ballot_box::pepper.eq(pepper),
            ballot_box::published_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// Notes that somebody has voted. `false`: they had already.
///
/// # Errors
/// When the database refuses.
pub fn enrol(db: &mut Db, id: Uid, mark: &[u8], level: Level, channel: Channel) -> Result<bool> {
    let values = (roll::box_id.eq(id), roll::mark.eq(mark), roll::level.eq(level.code()), roll::channel.eq(channel.code()));
    Ok(each!(db, c => diesel::insert_into(roll::table).values(values).on_conflict_do_nothing().execute(c))? == 1)
}

/// Whether somebody has voted.
///
/// # Errors
/// When the database refuses.
pub fn is_enrolled(db: &mut Db, id: Uid, mark: &[u8]) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(roll::table.find((id, mark)))).get_result(db)?)
}

/// Puts a ballot in.
///
/// # Errors
/// When the database refuses.
pub fn put_in(db: &mut Db, id: Uid, receipt: &[u8], choice: &str, channel: Channel) -> Result<()> {
    diesel::insert_into(ballot::table)
        .values((ballot::box_id.eq(id), ballot::receipt.eq(receipt), ballot::choice.eq(choice), ballot::channel.eq(channel.code())))
        .execute(db)?;
    Ok(())
}

/// Replaces a ballot. `false`: none has this receipt.
///
/// # Errors
/// When the database refuses.
pub fn replace(db: &mut Db, id: Uid, receipt: &[u8], choice: &str) -> Result<bool> {
    Ok(diesel::update(ballot::table.find((id, receipt))).set(ballot::choice.eq(choice)).execute(db)? == 1)
}

/// What the ballot with this receipt says.
///
/// # Errors
/// When the database refuses.
pub fn with_receipt(db: &mut Db, id: Uid, receipt: &[u8]) -> Result<Option<Cast>> {
    Ok(ballot::table.find((id, receipt)).select(all::<Cast>()).first(db).optional()?)
}

/// How many have voted.
///
/// # Errors
/// When the database refuses.
pub fn turnout(db: &mut Db, id: Uid) -> Result<i64> {
    Ok(roll::table.filter(roll::box_id.eq(id)).count().get_result(db)?)
}

/// How many have voted, by the codes of level and channel.
///
/// # Errors
/// When the database refuses.
pub fn origins(db: &mut Db, id: Uid) -> Result<Vec<(String, String, i64)>> {
    Ok(roll::table
        .filter(roll::box_id.eq(id))
        .group_by((roll::level, roll::channel))
        .order((roll::level, roll::channel))
        .select((roll::level, roll::channel, diesel::dsl::count_star()))
        .load(db)?)
}

/// How many ballots came in each way.
///
/// # Errors
/// When the database refuses.
pub fn channels(db: &mut Db, id: Uid) -> Result<Vec<(String, i64)>> {
    Ok(ballot::table
        .filter(ballot::box_id.eq(id))
        .group_by(ballot::channel)
        .order(ballot::channel)
        .select((ballot::channel, diesel::dsl::count_star()))
        .load(db)?)
}

/// Forgets how the ballots came.
///
/// # Errors
/// When the database refuses.
pub fn withhold_channels(db: &mut Db, id: Uid) -> Result<()> {
    diesel::update(ballot::table.filter(ballot::box_id.eq(id))).set(ballot::channel.eq(Channel::Withheld.code())).execute(db)?;
    Ok(())
}

/// Ballots in the order of their receipts, which is no order of arrival: those after one, at most `limit`.
///
/// # Errors
/// When the database refuses.
pub fn ballots_after(db: &mut Db, id: Uid, after: &[u8], limit: i64) -> Result<Vec<Cast>> {
    Ok(ballot::table
        .filter(ballot::box_id.eq(id))
        .filter(ballot::receipt.gt(after))
        .order(ballot::receipt)
        .limit(limit)
        .select(all::<Cast>())
        .load(db)?)
}

/// Closes a box for good: the result is kept, the key of the marks is destroyed, and PostgreSQL writes the ballots anew in the order of their
/// receipts, so that neither their place nor their transaction tells when they came.
///
/// # Errors
/// When the database refuses.
pub fn close(db: &mut Db, id: Uid, result: &str, digest: &str, now: At) -> Result<()> {
    diesel::update(ballot_box::table.find(id))
        .set((
            ballot_box::state.eq(BoxState::Closed.code()),
            ballot_box::result.eq(result),
            ballot_box::digest.eq(digest),
            ballot_box::pepper.eq(None::<Vec<u8>>),
            ballot_box::closed_at.eq(now),
        ))
        .execute(db)?;
    if is_postgres(db) {
        for statement in REWRITES {
            sql_query(statement).bind::<UidSql, _>(id).execute(db)?;
        }
    }
    Ok(())
}

const REWRITES: [&str; 2] = [
    "WITH gone AS (DELETE FROM ballot WHERE box_id = $1 RETURNING *) INSERT INTO ballot SELECT * FROM gone ORDER BY receipt",
    "WITH gone AS (DELETE FROM roll WHERE box_id = $1 RETURNING *) INSERT INTO roll SELECT * FROM gone ORDER BY mark",
];

/// Calls a box off: its ballots, its roll and its key are destroyed. `false`: it was counted or called off before, and stays as it is.
///
/// # Errors
/// When the database refuses.
pub fn cancel(db: &mut Db, id: Uid, now: At) -> Result<bool> {
    let standing = ballot_box::state.eq_any([BoxState::Draft.code(), BoxState::Published.code()]);
    let cancelled = diesel::update(ballot_box::table.find(id).filter(standing))
        .set((ballot_box::state.eq(BoxState::Cancelled.code()), ballot_box::pepper.eq(None::<Vec<u8>>), ballot_box::closed_at.eq(now)))
        .execute(db)?;
    if cancelled == 1 {
        diesel::delete(ballot::table.filter(ballot::box_id.eq(id))).execute(db)?;
        diesel::delete(roll::table.filter(roll::box_id.eq(id))).execute(db)?;
        diesel::delete(left_out::table.filter(left_out::box_id.eq(id))).execute(db)?;
    }
    Ok(cancelled == 1)
}
