//! The records of other collectivities: what this instance saw of them as their witness, how far they are as witnesses of this one, and evidence
//! that one of them was forked.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{actor, record_fork, record_peer};
use crate::{Db, Result};
use diesel::prelude::*;

/// The record of another collectivity.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = record_peer, check_for_backend(MultiBackend))]
pub struct Peer {
    /// The collectivity.
    pub actor_id: Uid,
    /// The name of its log.
    pub origin: String,
    /// The key of its log, as a verifier key.
    pub log_key: String,
    /// Its key as a witness, as a verifier key.
    pub witness_key: String,
    /// How large its log was when this instance cosigned it last; 0: never.
    pub size: i64,
    /// The root then.
    pub root: Vec<u8>,
    /// The checkpoint then, with the cosignature of this instance.
    pub note: String,
    /// When.
    pub seen_at: Option<At>,
    /// How large the log of this instance was when it cosigned it last.
    pub cosigned: i64,
    /// When its keys were read.
    pub learnt_at: At,
    /// SHA-256 of its name, in hexadecimal: by that monitors ask for it.
    pub mark: Option<String>,
}

/// Two checkpoints of a log that cannot both be true.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = record_fork, check_for_backend(MultiBackend))]
pub struct Fork {
    /// Its id.
    pub id: Uid,
    /// The log.
    pub origin: String,
    /// When it was found.
    pub found_at: At,
    /// The checkpoint that was known.
    pub known: String,
    /// The one that was refused.
    pub refused: String,
    /// Whether the two contradict each other by themselves. Else the proof that came with it was wrong: anybody may have sent that.
    pub proven: bool,
}

/// Most collectivities of a few servers that are looked at.
const ACTORS_MAX: i64 = 1_000;
/// Most evidence of one kind that is kept about one log: more says no more.
const FORKS_MAX: i64 = 20;

/// The record of a collectivity.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, actor: Uid) -> Result<Option<Peer>> {
    Ok(record_peer::table.find(actor).select(all::<Peer>()).first(db).optional()?)
}

/// A record by its name; held until the end of the transaction.
///
/// # Errors
/// When the database refuses.
pub fn by_origin(db: &mut Db, origin: &str) -> Result<Option<Peer>> {
    Ok(record_peer::table.filter(record_peer::origin.eq(origin)).select(all::<Peer>()).first(db).optional()?)
}

/// The records of collectivities on these servers.
///
/// # Errors
/// When the database refuses.
pub fn at(db: &mut Db, hosts: &[String]) -> Result<Vec<Peer>> {
    let there: Vec<Uid> = actor::table
        .filter(actor::host.eq_any(hosts.to_vec()))
        .filter(actor::kind.eq("organization"))
        .order(actor::id)
        .limit(ACTORS_MAX)
        .select(actor::id)
        .load(db)?;
    Ok(record_peer::table.filter(record_peer::actor_id.eq_any(there)).order(record_peer::origin).select(all::<Peer>()).load(db)?)
}

/// A record by the mark of its name, as monitors ask for it.
///
/// # Errors
/// When the database refuses.
pub fn by_mark(db: &mut Db, mark: &str) -> Result<Option<Peer>> {
    Ok(record_peer::table.filter(record_peer::mark.eq(mark)).select(all::<Peer>()).first(db).optional()?)
}

/// Notes the mark of a name that was kept before there were marks.
///
/// # Errors
/// When the database refuses.
pub fn set_mark(db: &mut Db, actor: Uid, mark: &str) -> Result<()> {
    diesel::update(record_peer::table.find(actor)).set(record_peer::mark.eq(mark)).execute(db)?;
    Ok(())
}

/// Notes the keys of a collectivity that had none here. `false`: it had, and they stay.
///
/// # Errors
/// When the database refuses.
pub fn learn(db: &mut Db, new: &Peer) -> Result<bool> {
    let row = new.clone();
    Ok(each!(db, c => diesel::insert_into(record_peer::table).values(row).on_conflict_do_nothing().execute(c))? == 1)
}

/// Replaces what is known of a collectivity that keeps another log now.
///
/// # Errors
/// When the database refuses.
pub fn replace(db: &mut Db, new: &Peer) -> Result<()> {
    diesel::delete(record_peer::table.find(new.actor_id)).execute(db)?;
    diesel::insert_into(record_peer::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// Notes when the keys of a collectivity were read last, as they were before.
///
/// # Errors
/// When the database refuses.
pub fn set_learnt(db: &mut Db, actor: Uid, at: At) -> Result<()> {
    diesel::update(record_peer::table.find(actor)).set(record_peer::learnt_at.eq(at)).execute(db)?;
    Ok(())
}

/// Moves a log forward that this instance cosigns, from the size that it had. `false`: somebody else has moved it meanwhile.
///
/// # Errors
/// When the database refuses.
pub fn advance(db: &mut Db, actor: Uid, from: i64, size: i64, root: &[u8], note: &str, now: At) -> Result<bool> {
    let moved = diesel::update(record_peer::table.find(actor).filter(record_peer::size.eq(from)))
        .set((record_peer::size.eq(size), record_peer::root.eq(root), record_peer::note.eq(note), record_peer::seen_at.eq(now)))
        .execute(db)?;
    Ok(moved == 1)
}

/// Notes how far a witness is with the log of this instance.
///
/// # Errors
/// When the database refuses.
pub fn set_cosigned(db: &mut Db, actor: Uid, size: i64) -> Result<()> {
    diesel::update(record_peer::table.find(actor)).set(record_peer::cosigned.eq(size)).execute(db)?;
    Ok(())
}

/// Forgets how far the witnesses are: another log begins.
///
/// # Errors
/// When the database refuses.
pub fn forget_cosigned(db: &mut Db) -> Result<()> {
    diesel::update(record_peer::table).set(record_peer::cosigned.eq(0)).execute(db)?;
    Ok(())
}

/// Keeps evidence, once for each checkpoint that was refused.
///
/// # Errors
/// When the database refuses.
pub fn keep_fork(db: &mut Db, new: &Fork) -> Result<()> {
    let of_this_log = record_fork::table.filter(record_fork::origin.eq(&new.origin));
    let same = of_this_log.filter(record_fork::refused.eq(&new.refused));
    let known: i64 = of_this_log.filter(record_fork::proven.eq(new.proven)).count().get_result(db)?;
    if known < FORKS_MAX && !diesel::select(diesel::dsl::exists(same)).get_result::<bool>(db)? {
        diesel::insert_into(record_fork::table).values(new.clone()).execute(db)?;
    }
    Ok(())
}

/// Forgets the suspicions about a log: it has proven now that it continues what was known.
///
/// # Errors
/// When the database refuses.
pub fn clear_suspicions(db: &mut Db, origin: &str) -> Result<()> {
    let suspicions = record_fork::table.filter(record_fork::origin.eq(origin)).filter(record_fork::proven.eq(false));
    diesel::delete(suspicions).execute(db)?;
    Ok(())
}

/// How much about records needs an administrator: contradictions, and whether our own one is stopped.
///
/// # Errors
/// When the database refuses.
pub fn alarms(db: &mut Db) -> Result<i64> {
    let forks: i64 = record_fork::table.filter(record_fork::proven).count().get_result(db)?;
    let stopped = super::state(db)?.is_some_and(|state| state.standing() != super::Standing::Open);
    Ok(forks + i64::from(stopped))
}

/// The latest evidence.
///
/// # Errors
/// When the database refuses.
pub fn forks(db: &mut Db, limit: i64) -> Result<Vec<Fork>> {
    Ok(record_fork::table.order((record_fork::found_at.desc(), record_fork::id)).limit(limit).select(all::<Fork>()).load(db)?)
}
