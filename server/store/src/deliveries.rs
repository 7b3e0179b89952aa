//! What must still arrive somewhere: one row per activity and inbox. Order is kept per object and host; a row goes once it has arrived.

use crate::column::{At, Instant, Uid, each};
use crate::schema::{activity, delivery, sent};
use crate::{Db, Result};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text};

mod claiming;

pub use claiming::{Baggage, LEASE, Offer, Rooms, baggage, give_back, is_left_behind, offer, put_back, take};

/// A delivery, to be queued.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = delivery, treat_none_as_default_value = false)]
pub struct NewDelivery {
    /// What is sent.
    pub activity_id: Uid,
    /// Who signs.
    pub actor_id: Uid,
    /// What it is about: order is kept per object.
    pub object_id: Uid,
    /// Where to.
    pub inbox: String,
    /// Its host.
    pub host: String,
    /// Always `ready` at first.
    pub state: &'static str,
    /// When, at the earliest.
    pub run_at: At,
    /// When it is not worth sending any more.
    pub expires_at: At,
    /// Now.
    pub created_at: At,
}

/// A delivery that a worker has taken.
#[derive(Debug, Clone, Queryable)]
pub struct Taken {
    /// Its number.
    pub id: i64,
    /// What is sent.
    pub activity_id: Uid,
    /// Who signs.
    pub actor_id: Uid,
    /// What it is about.
    pub object_id: Uid,
    /// Where to.
    pub inbox: String,
    /// Its host.
    pub host: String,
    /// How many times it was taken, this time included.
    pub attempts: i32,
    /// When it is not worth sending any more.
    pub expires_at: At,
}

/// Queues deliveries; one that is queued already (its job ran twice) is left as it is.
///
/// # Errors
/// When the database refuses.
pub fn enqueue(db: &mut Db, new: &[NewDelivery]) -> Result<usize> {
    let mut queued = 0;
    for some in new.chunks(100) {
        let some = some.to_vec();
        queued += each!(db, c => diesel::insert_into(delivery::table).values(some).on_conflict_do_nothing().execute(c))?;
    }
    Ok(queued)
}

/// They arrived: the rows go, and where the objects went is kept.
///
/// # Errors
/// When the database refuses.
pub fn arrived(db: &mut Db, taken: &[Taken], now: At) -> Result<()> {
    for (fence, ids) in claiming::by_fence(taken) {
        diesel::delete(delivery::table.filter(delivery::id.eq_any(ids)).filter(delivery::attempts.eq(fence))).execute(db)?;
    }
    crate::ledger::arrived(db, taken, now)
}

/// Notes that an object is known at an inbox.
///
/// # Errors
/// When the database refuses.
pub fn note_sent(db: &mut Db, object: Uid, inbox: &str, host: &str, now: At) -> Result<()> {
    let values = (sent::object_id.eq(object), sent::inbox.eq(inbox), sent::host.eq(host), sent::first_at.eq(now), sent::last_at.eq(now));
    each!(db, c => diesel::insert_into(sent::table)
        .values(values)
        .on_conflict((sent::object_id, sent::inbox))
        .do_update()
        .set(sent::last_at.eq(now))
        .execute(c))?;
    Ok(())
}

/// It did not arrive: it is tried again at `run_at`, or never (`None`).
///
/// # Errors
/// When the database refuses.
pub fn missed(db: &mut Db, taken: &Taken, status: Option<i32>, error: &str, run_at: Option<At>) -> Result<()> {
    let error: String = error.chars().take(300).collect();
    let row = diesel::update(delivery::table.filter(delivery::id.eq(taken.id)).filter(delivery::attempts.eq(taken.attempts)));
    let common = (delivery::leased_until.eq(None::<At>), delivery::last_status.eq(status), delivery::last_error.eq(error));
    match run_at {
        Some(at) => row.set((common, delivery::state.eq("ready"), delivery::run_at.eq(at))).execute(db)?,
        None => row.set((common, delivery::state.eq("failed"))).execute(db)?,
    };
    Ok(())
}

/// An inbox is gone: nothing more is sent there.
///
/// # Errors
/// When the database refuses.
pub fn drop_inbox(db: &mut Db, inbox: &str) -> Result<usize> {
    Ok(diesel::delete(delivery::table.filter(delivery::inbox.eq(inbox))).execute(db)?)
}

/// Everything that waits for a host may be tried at once: it woke up, or an administrator asks. What was given up stays so: what came after it
/// has arrived meanwhile.
///
/// # Errors
/// When the database refuses.
pub fn hurry(db: &mut Db, host: &str, now: At) -> Result<usize> {
    let waiting = delivery::table.filter(delivery::host.eq(host)).filter(delivery::state.eq("ready"));
    Ok(diesel::update(waiting).set(delivery::run_at.eq(now)).execute(db)?)
}

/// Whether something about an object is still on its way.
///
/// # Errors
/// When the database refuses.
pub fn is_on_its_way(db: &mut Db, object: Uid) -> Result<bool> {
    let rows = delivery::table.filter(delivery::object_id.eq(object)).filter(delivery::state.ne("failed"));
    Ok(diesel::select(diesel::dsl::exists(rows)).get_result(db)?)
}

/// The inboxes that an object went to, or is still on its way to.
///
/// # Errors
/// When the database refuses.
pub fn reached(db: &mut Db, object: Uid) -> Result<Vec<(String, String)>> {
    let mut inboxes: Vec<(String, String)> = sent::table
        .filter(sent::object_id.eq(object))
        .filter(sent::state.ne("gone"))
        .select((sent::inbox, sent::host))
        .limit(20_000)
        .load(db)?;
    let waiting: Vec<(String, String)> =
        delivery::table.filter(delivery::object_id.eq(object)).select((delivery::inbox, delivery::host)).limit(20_000).load(db)?;
    inboxes.extend(waiting);
    inboxes.sort();
    inboxes.dedup();
    Ok(inboxes)
}

/// The inboxes that anything of an actor went to.
///
/// # Errors
/// When the database refuses.
pub fn reached_by(db: &mut Db, actor: Uid) -> Result<Vec<(String, String)>> {
    let objects = activity::table.filter(activity::actor_id.eq(actor)).select(activity::object_id);
    Ok(sent::table
        .filter(sent::object_id.nullable().eq_any(objects))
        .select((sent::inbox, sent::host))
        .distinct()
        .limit(20_000)
        .load(db)?)
}

/// Which hosts an object went to: what its author may ask.
///
/// # Errors
/// When the database refuses.
pub fn hosts_of(db: &mut Db, object: Uid) -> Result<Vec<String>> {
    Ok(sent::table.filter(sent::object_id.eq(object)).select(sent::host).distinct().order(sent::host).limit(500).load(db)?)
}

/// The queue towards one host.
#[derive(Debug, Clone, QueryableByName)]
pub struct HostQueue {
    /// The host.
    #[diesel(sql_type = Text)]
    pub host: String,
    /// Waiting or on their way.
    #[diesel(sql_type = BigInt)]
    pub waiting: i64,
    /// Given up.
    #[diesel(sql_type = BigInt)]
    pub failed: i64,
    /// When the oldest was queued.
    #[diesel(sql_type = Instant)]
    pub oldest: At,
}

/// The queues, the longest first.
///
/// # Errors
/// When the database refuses.
pub fn queues(db: &mut Db, limit: i64, offset: i64) -> Result<Vec<HostQueue>> {
    Ok(sql_query(
        "SELECT host, CAST(sum(CASE WHEN state = 'failed' THEN 0 ELSE 1 END) AS BIGINT) AS waiting, \
         CAST(sum(CASE WHEN state = 'failed' THEN 1 ELSE 0 END) AS BIGINT) AS failed, min(created_at) AS oldest \
         FROM delivery GROUP BY host ORDER BY waiting DESC, host LIMIT $1 OFFSET $2",
    )
    .bind::<BigInt, _>(limit)
    .bind::<BigInt, _>(offset)
    .load(db)?)
}

/// How many wait, how many were given up, and when the oldest waiting one was queued.
///
/// # Errors
/// When the database refuses.
pub fn depth(db: &mut Db) -> Result<(i64, i64, Option<At>)> {
    let waiting = delivery::table.filter(delivery::state.ne("failed")).count().get_result(db)?;
    let failed = delivery::table.filter(delivery::state.eq("failed")).count().get_result(db)?;
    let oldest = delivery::table
        .filter(delivery::state.ne("failed"))
        .order(delivery::created_at)
        .select(delivery::created_at)
        .first(db)
        .optional()?;
    Ok((waiting, failed, oldest))
}

/// Gives up what expired, and forgets what was given up before `before`.
///
/// # Errors
/// When the database refuses.
pub fn sweep(db: &mut Db, before: At, now: At) -> Result<()> {
    diesel::update(delivery::table.filter(delivery::expires_at.lt(now)).filter(delivery::state.eq("ready")))
        .set((delivery::state.eq("failed"), delivery::last_error.eq("expired")))
        .execute(db)?;
    diesel::delete(delivery::table.filter(delivery::state.eq("failed")).filter(delivery::expires_at.lt(before))).execute(db)?;
    Ok(())
}

/// Whether an activity was given up somewhere, or is about to be, as long as that is known.
///
/// # Errors
/// When the database refuses.
pub fn is_given_up(db: &mut Db, activity: Uid, now: At) -> Result<bool> {
    let rows = delivery::table.filter(delivery::activity_id.eq(activity));
    let lost = rows.filter(delivery::state.eq("failed").or(delivery::expires_at.lt(now)));
    Ok(diesel::select(diesel::dsl::exists(lost)).get_result(db)?)
}
