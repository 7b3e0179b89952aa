//! What accounts of other servers answer to polls: a signal, counted apart, never a ballot (docs/decisions/0018). Who answered what is kept while
//! the poll is open, so that nobody counts twice and everybody can take it back; at closing the sums are kept and the answers are destroyed.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{barred_actor, signal_told, signal_total, signal_voice};
use crate::{Db, Result};
use diesel::dsl::{count, count_star, exists, not};
use diesel::prelude::*;

/// The number under which the voters are counted among the options, which begin with 1.
const VOTERS: i32 = 0;
/// Most polls that one activity can have answered.
const MANY: i64 = 100;

/// One answer of an account of another server.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = signal_voice, check_for_backend(MultiBackend))]
pub struct Voice {
    /// The poll.
    pub box_id: Uid,
    /// Whose.
    pub actor_id: Uid,
    /// The option that was chosen.
    pub option_number: i32,
    /// Digest of the activity that brought it.
    pub activity: Vec<u8>,
    /// Digest of what was published with it, and by whom.
    pub thing: Vec<u8>,
}

/// What other servers were told of a poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = signal_told, check_for_backend(MultiBackend))]
pub struct Told {
    /// The poll.
    pub box_id: Uid,
    /// How many voters they were told of.
    pub voters: i32,
    /// When.
    pub told_at: At,
    /// Whether a job waits to tell them more.
    pub waits: bool,
}

/// What was answered: how many voters, and how many of them chose each option. Options that nobody chose are not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sums {
    /// How many accounts answered.
    pub voters: i64,
    /// Numbers of options with how many chose them.
    pub options: Vec<(i32, i64)>,
}

/// Keeps an answer. `false`: the same account has chosen that option already.
///
/// # Errors
/// When the database refuses.
pub fn give(db: &mut Db, voice: &Voice) -> Result<bool> {
    let voice = voice.clone();
    Ok(each!(db, c => diesel::insert_into(signal_voice::table).values(voice).on_conflict_do_nothing().execute(c))? == 1)
}

/// The options that an account has chosen.
///
/// # Errors
/// When the database refuses.
pub fn chosen(db: &mut Db, poll: Uid, actor: Uid) -> Result<Vec<i32>> {
    Ok(signal_voice::table
        .filter(signal_voice::box_id.eq(poll))
        .filter(signal_voice::actor_id.eq(actor))
        .order(signal_voice::option_number)
        .select(signal_voice::option_number)
        .load(db)?)
}

/// Takes back what an account answered with this activity or this thing. Gives the polls in which something was taken back.
///
/// # Errors
/// When the database refuses.
pub fn take_back(db: &mut Db, actor: Uid, digest: &[u8]) -> Result<Vec<Uid>> {
    let digest = digest.to_vec();
    let meant = signal_voice::activity.eq(digest.clone()).or(signal_voice::thing.eq(digest));
    let polls: Vec<Uid> = signal_voice::table
        .filter(signal_voice::actor_id.eq(actor))
        .filter(meant.clone())
        .select(signal_voice::box_id)
        .distinct()
        .limit(MANY)
        .load(db)?;
    if !polls.is_empty() {
        diesel::delete(signal_voice::table.filter(signal_voice::actor_id.eq(actor)).filter(meant)).execute(db)?;
    }
    Ok(polls)
}

/// Forgets what an account answered wherever a poll is open.
///
/// # Errors
/// When the database refuses.
pub fn forget(db: &mut Db, actor: Uid) -> Result<()> {
    diesel::delete(signal_voice::table.filter(signal_voice::actor_id.eq(actor))).execute(db)?;
    Ok(())
}

/// What is answered so far. Accounts that moderators have barred meanwhile do not count.
///
/// # Errors
/// When the database refuses.
pub fn sums(db: &mut Db, poll: Uid) -> Result<Sums> {
    let barred = || exists(barred_actor::table.filter(barred_actor::actor_id.eq(signal_voice::actor_id)));
    let voters = signal_voice::table
        .filter(signal_voice::box_id.eq(poll))
        .filter(not(barred()))
        .select(count(signal_voice::actor_id).aggregate_distinct())
        .first(db)?;
    let options = signal_voice::table
        .filter(signal_voice::box_id.eq(poll))
        .filter(not(barred()))
        .group_by(signal_voice::option_number)
        .order(signal_voice::option_number)
        .select((signal_voice::option_number, count_star()))
        .load(db)?;
    Ok(Sums { voters, options })
}

/// Ends the answers of a poll: these sums are kept, who answered what is destroyed.
///
/// # Errors
/// When the database refuses.
pub fn close(db: &mut Db, poll: Uid, sums: &Sums) -> Result<()> {
    let row = |(number, voices): (i32, i64)| {
        let voices = i32::try_from(voices).unwrap_or(i32::MAX);
        (signal_total::box_id.eq(poll), signal_total::option_number.eq(number), signal_total::voices.eq(voices))
    };
    let rows: Vec<_> = std::iter::once((VOTERS, sums.voters)).chain(sums.options.iter().copied()).map(row).collect();
    each!(db, c => diesel::insert_into(signal_total::table).values(rows).execute(c))?;
    drop_all(db, poll)
}

/// Destroys who answered what to a poll.
///
/// # Errors
/// When the database refuses.
pub fn drop_all(db: &mut Db, poll: Uid) -> Result<()> {
    diesel::delete(signal_voice::table.filter(signal_voice::box_id.eq(poll))).execute(db)?;
    Ok(())
}

/// What was counted at closing.
///
/// # Errors
/// When the database refuses.
pub fn totals(db: &mut Db, poll: Uid) -> Result<Sums> {
    let rows: Vec<(i32, i32)> = signal_total::table
        .filter(signal_total::box_id.eq(poll))
        .order(signal_total::option_number)
        .select((signal_total::option_number, signal_total::voices))
        .load(db)?;
    let mut sums = Sums::default();
    for (number, voices) in rows {
        if number == VOTERS {
            sums.voters = i64::from(voices);
        } else {
            sums.options.push((number, i64::from(voices)));
        }
    }
    Ok(sums)
}

/// What other servers were told of a poll; nothing before it left.
///
/// # Errors
/// When the database refuses.
pub fn told(db: &mut Db, poll: Uid) -> Result<Option<Told>> {
    Ok(signal_told::table.find(poll).select(all::<Told>()).first(db).optional()?)
}

/// Notes what other servers are told of a poll now.
///
/// # Errors
/// When the database refuses.
pub fn tell(db: &mut Db, told: Told) -> Result<()> {
    diesel::delete(signal_told::table.find(told.box_id)).execute(db)?;
    diesel::insert_into(signal_told::table).values(told).execute(db)?;
    Ok(())
}
