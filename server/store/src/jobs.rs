//! Jobs: what must happen after an act, as rows written in the act's transaction. A crash loses none; each may run twice without harm.

use crate::column::{At, Uid, is_postgres};
use crate::schema::job;
use crate::{Db, Result};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Integer, Nullable, Text};
use domain::Timestamp;
use jiff::SignedDuration;

domain::words! {
    /// What a job does.
    JobKind {
        /// Send one letter.
        SendLetter = "send_letter",
        /// Forget what has expired: sessions, links, sent letters.
        Sweep = "sweep",
        /// Tell other servers what a line of the journal says.
        PublishAbroad = "publish_abroad",
        /// Ask what runs on another server.
        LearnPeer = "learn_peer",
        /// Read an object from the server it lives on.
        FetchObject = "fetch_object",
        /// Read what an actor that is followed published before.
        ReadOutbox = "read_outbox",
        /// Look somebody up elsewhere and ask to follow them.
        FollowAddress = "follow_address",
        /// Read an actor again from the server it lives on.
        RefreshActor = "refresh_actor",
        /// Follow an actor to where it says that it moved.
        FollowMove = "follow_move",
        /// Read a picture from the server it lives on.
        FetchPicture = "fetch_picture",
        /// Read the picture of a report of a program from where that says it is.
        FetchPhoto = "fetch_photo",
        /// Read which consultations a collectivity has, and put the index right.
        Reconcile = "reconcile",
        /// Close a vote and count it.
        CloseVote = "close_vote",
        /// Open a vote of an organiser that this territory carries.
        OpenVote = "open_vote",
        /// Say how many have voted in a vote of an organiser.
        SayTurnout = "say_turnout",
        /// Compare what a territory says with the ballots that it publishes.
        CheckTally = "check_tally",
        /// Count what all territories say together, whoever is still missing.
        CountWhole = "count_whole",
        /// Tell other servers of a poll: that it opens, or how many voted there.
        TellVote = "tell_vote",
        /// Ask an official collectivity to cosign the public record.
        AskWitness = "ask_witness",
        /// Ask the witnesses how far the public record was before a restore.
        ConfirmRecord = "confirm_record",
        /// Read a call to carry a consultation again, and what was said there, from the server of its organiser.
        ReadCall = "read_call",
        /// Write to those who are registered for a meeting what changed, and call those who wait.
        TellMeeting = "tell_meeting",
        /// Remind those who are registered for a meeting.
        RemindMeeting = "remind_meeting",
        /// Tell the organiser of a consultation that is carried here how many people support what is said in it.
        TellSupports = "tell_supports",
        /// Tell those who carry a consultation who else does.
        TellCarriers = "tell_carriers",
        /// Write the letters of an issue of the newsletter.
        SpreadNewsletter = "spread_newsletter",
    }
}

/// Jobs that ask other servers something: they may take long, and nothing else waits behind them.
const AWAY: [JobKind; 13] = [
    JobKind::LearnPeer,
    JobKind::FetchObject,
    JobKind::ReadOutbox,
    JobKind::FollowAddress,
    JobKind::RefreshActor,
    JobKind::FollowMove,
    JobKind::FetchPicture,
    JobKind::FetchPhoto,
    JobKind::CheckTally,
    JobKind::AskWitness,
    JobKind::ConfirmRecord,
    JobKind::ReadCall,
    JobKind::Reconcile,
];

/// Which queue of jobs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Queued {
    /// What is done here.
    Here,
    /// What asks other servers something.
    Away,
}

impl JobKind {
    /// The queue it stands in.
    #[must_use]
    pub fn queue(self) -> Queued {
        if AWAY.contains(&self) { Queued::Away } else { Queued::Here }
    }
}

/// How long a worker has to finish a job before another may take it.
pub const LEASE: SignedDuration = SignedDuration::from_secs(120);
/// Attempts before a job is left to the administrator: with [`backoff`] two days.
const ATTEMPTS_MAX: i32 = 12;
/// The same for a letter: almost five days, as RFC 5321 (4.5.4.1) wants.
const ATTEMPTS_AT_A_LETTER: i32 = 24;

/// A job that a worker has taken.
#[derive(Debug, Clone, QueryableByName)]
pub struct Job {
    /// Its number.
    #[diesel(sql_type = BigInt)]
    pub id: i64,
    /// Code of what it does.
    #[diesel(sql_type = Text)]
    pub kind: String,
    /// What it is about.
    #[diesel(sql_type = Nullable<crate::column::UidSql>)]
    pub subject_id: Option<Uid>,
    /// The line of the journal it is about.
    #[diesel(sql_type = Nullable<BigInt>)]
    pub journal_id: Option<i64>,
    /// The address it is about.
    #[diesel(sql_type = Nullable<Text>)]
    pub address: Option<String>,
    /// How many times it was taken, this time included.
    #[diesel(sql_type = Integer)]
    pub attempts: i32,
}

/// Puts a job in the queue, to be run at `run_at` at the earliest.
///
/// # Errors
/// When the database refuses.
pub fn enqueue(db: &mut Db, kind: JobKind, subject: Option<Uid>, run_at: Timestamp, now: Timestamp) -> Result<()> {
    diesel::insert_into(job::table)
        .values((
            job::kind.eq(kind.code()),
            job::subject_id.eq(subject),
            job::state.eq("ready"),
            job::run_at.eq(At(run_at)),
            job::created_at.eq(At(now)),
        ))
        .execute(db)?;
    Ok(())
}

/// Puts a job in the queue, unless one of its kind about the same waits.
///
/// # Errors
/// When the database refuses.
pub fn once(db: &mut Db, kind: JobKind, subject: Uid, run_at: Timestamp, now: Timestamp) -> Result<()> {
    let same = job::table.filter(job::kind.eq(kind.code())).filter(job::subject_id.eq(subject)).filter(job::state.eq("ready"));
    if diesel::select(diesel::dsl::exists(same)).get_result::<bool>(db)? {
        return Ok(());
    }
    enqueue(db, kind, Some(subject), run_at, now)
}

/// Queues the telling of other servers about a line of the journal.
///
/// # Errors
/// When the database refuses.
pub fn publish_abroad(db: &mut Db, journal_id: i64, now: Timestamp) -> Result<()> {
    diesel::insert_into(job::table)
        .values((
            job::kind.eq(JobKind::PublishAbroad.code()),
            job::journal_id.eq(journal_id),
            job::state.eq("ready"),
            job::run_at.eq(At(now)),
            job::created_at.eq(At(now)),
        ))
        .execute(db)?;
    Ok(())
}

/// Queues something about an address, unless the same waits.
///
/// # Errors
/// When the database refuses.
pub fn about(db: &mut Db, kind: JobKind, address: &str, subject: Option<Uid>, now: Timestamp) -> Result<()> {
    about_later(db, kind, (address, subject), now, now)
}

/// The same, to be run at `run_at` at the earliest.
///
/// # Errors
/// When the database refuses.
pub fn about_later(db: &mut Db, kind: JobKind, (address, subject): (&str, Option<Uid>), run_at: Timestamp, now: Timestamp) -> Result<()> {
    let same = job::table.filter(job::kind.eq(kind.code())).filter(job::address.eq(address)).filter(job::state.eq("ready"));
    if diesel::select(diesel::dsl::exists(same)).get_result::<bool>(db)? {
        return Ok(());
    }
    diesel::insert_into(job::table)
        .values((
            job::kind.eq(kind.code()),
            job::address.eq(address),
            job::subject_id.eq(subject),
            job::state.eq("ready"),
            job::run_at.eq(At(run_at)),
            job::created_at.eq(At(now)),
        ))
        .execute(db)?;
    Ok(())
}

/// Key of the advisory lock under which PostgreSQL gives out jobs that must run in order ("parvis" in ASCII, and one).
const ORDER_LOCK: i64 = 0x0070_6172_7669_7301;

/// Takes up to `limit` due jobs of a kind that must be done in order, by one worker at a time: none while another worker has some, and none that comes
/// after one that failed and waits to be tried again.
///
/// # Errors
/// When the database refuses.
pub fn claim_in_order(db: &mut Db, kind: JobKind, limit: i64, now: Timestamp) -> Result<Vec<Job>> {
    if is_postgres(db) {
        sql_query("SELECT pg_advisory_xact_lock($1)").bind::<BigInt, _>(ORDER_LOCK).execute(db)?;
    }
    Ok(sql_query(
        "UPDATE job SET state = 'running', attempts = attempts + 1, leased_until = $1 WHERE id IN \
         (SELECT id FROM job WHERE kind = $2 AND ((state = 'ready' AND run_at <= $3) OR (state = 'running' AND leased_until < $3)) \
           AND NOT EXISTS (SELECT 1 FROM job e WHERE e.kind = $2 AND e.id < job.id AND e.state = 'ready' AND e.run_at > $3) \
           ORDER BY id LIMIT $4) \
         AND NOT EXISTS (SELECT 1 FROM job r WHERE r.kind = $2 AND r.state = 'running' AND r.leased_until >= $3) \
         RETURNING id, kind, subject_id, journal_id, address, attempts",
    )
    .bind::<crate::column::Instant, _>(At(now + LEASE))
    .bind::<Text, _>(kind.code())
    .bind::<crate::column::Instant, _>(At(now))
    .bind::<BigInt, _>(limit)
    .load(db)?)
}

/// Takes up to `limit` due jobs, each for [`LEASE`]; a job whose lease ran out is due again.
///
/// # Errors
/// When the database refuses.
pub fn claim(db: &mut Db, queue: Queued, limit: i64, now: Timestamp) -> Result<Vec<Job>> {
    let lock = if is_postgres(db) { "FOR UPDATE SKIP LOCKED" } else { "" };
    let until = At(now + LEASE);
    let here = if queue == Queued::Here { "NOT" } else { "" };
    let kinds = AWAY.map(|kind| format!("'{}'", kind.code())).join(", ");
    // sql: constant parts only
    let sql = format!(
        "UPDATE job SET state = 'running', attempts = attempts + 1, leased_until = $1 WHERE id IN \
         (SELECT id FROM job WHERE kind <> 'publish_abroad' AND kind {here} IN ({kinds}) AND \
         ((state = 'ready' AND run_at <= $2) OR (state = 'running' AND leased_until < $3)) ORDER BY run_at, id LIMIT $4 {lock}) \
         RETURNING id, kind, subject_id, journal_id, address, attempts"
    );
    Ok(sql_query(sql)
        .bind::<crate::column::Instant, _>(until)
        .bind::<crate::column::Instant, _>(At(now))
        .bind::<crate::column::Instant, _>(At(now))
        .bind::<BigInt, _>(limit)
        .load(db)?)
}

/// A job is done: its row goes. `attempts` is the fence: a worker whose lease was taken over changes nothing.
///
/// # Errors
/// When the database refuses.
pub fn finish(db: &mut Db, taken: &Job) -> Result<()> {
    diesel::delete(job::table.filter(job::id.eq(taken.id)).filter(job::attempts.eq(taken.attempts))).execute(db)?;
    Ok(())
}

/// Whether a worker still has a job: its lease was not taken over.
///
/// # Errors
/// When the database refuses.
pub fn holds(db: &mut Db, taken: &Job) -> Result<bool> {
    let row = job::table.filter(job::id.eq(taken.id)).filter(job::attempts.eq(taken.attempts)).filter(job::state.eq("running"));
    Ok(diesel::select(diesel::dsl::exists(row)).get_result(db)?)
}

/// Gives jobs back that were taken and not tried.
///
/// # Errors
/// When the database refuses.
pub fn give_back(db: &mut Db, untried: &[Job]) -> Result<()> {
    for taken in untried {
        diesel::update(job::table.filter(job::id.eq(taken.id)).filter(job::attempts.eq(taken.attempts)))
            .set((job::state.eq("ready"), job::attempts.eq(taken.attempts - 1), job::leased_until.eq(None::<At>)))
            .execute(db)?;
    }
    Ok(())
}

/// A job failed: it runs again later, or is left to the administrator after so many attempts.
///
/// # Errors
/// When the database refuses.
pub fn fail(db: &mut Db, taken: &Job, error: &str, permanent: bool, now: Timestamp) -> Result<()> {
    let most = if taken.kind == JobKind::SendLetter.code() { ATTEMPTS_AT_A_LETTER } else { ATTEMPTS_MAX };
    let given_up = permanent || taken.attempts >= most;
    let error: String = error.chars().take(500).collect();
    diesel::update(job::table.filter(job::id.eq(taken.id)).filter(job::attempts.eq(taken.attempts)))
        .set((
            job::state.eq(if given_up { "failed" } else { "ready" }),
            job::run_at.eq(At(now + backoff(taken.attempts))),
            job::leased_until.eq(None::<At>),
            job::last_error.eq(error),
        ))
        .execute(db)?;
    Ok(())
}

/// 1 minute, then four times longer each time, at most 6 hours.
fn backoff(attempts: i32) -> SignedDuration {
    let exponent = u32::try_from(attempts.saturating_sub(1)).unwrap_or(0).min(8);
    SignedDuration::from_secs((60 * 4_i64.pow(exponent)).min(6 * 3600))
}

/// Whether a job is due: a read, so that an idle worker writes nothing.
///
/// # Errors
/// When the database refuses.
pub fn is_due(db: &mut Db, queue: Queued, now: Timestamp) -> Result<bool> {
    let away = job::kind.eq_any(AWAY.map(JobKind::code));
    let ready = job::state.eq("ready").and(job::run_at.le(At(now)));
    let abandoned = job::state.eq("running").and(job::leased_until.lt(At(now)).assume_not_null());
    let due = job::table.filter(ready.or(abandoned));
    Ok(match queue {
        Queued::Away => diesel::select(diesel::dsl::exists(due.filter(away))).get_result(db)?,
        Queued::Here => diesel::select(diesel::dsl::exists(due.filter(diesel::dsl::not(away)))).get_result(db)?,
    })
}

/// How many jobs wait, how many were given up, and when the oldest waiting one was due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Queue {
    /// Waiting or running.
    pub waiting: i64,
    /// Given up.
    pub failed: i64,
    /// When the oldest waiting job was due.
    pub oldest: Option<At>,
}

/// The state of the queue.
///
/// # Errors
/// When the database refuses.
pub fn queue(db: &mut Db) -> Result<Queue> {
    let waiting = job::table.filter(job::state.ne("failed")).count().get_result(db)?;
    let failed = job::table.filter(job::state.eq("failed")).count().get_result(db)?;
    let oldest = job::table.filter(job::state.ne("failed")).order(job::run_at).select(job::run_at).first(db).optional()?;
    Ok(Queue { waiting, failed, oldest })
}

/// Forgets the jobs that were given up before this.
///
/// # Errors
/// When the database refuses.
pub fn sweep(db: &mut Db, before: At) -> Result<()> {
    diesel::delete(job::table.filter(job::state.eq("failed")).filter(job::run_at.lt(before))).execute(db)?;
    Ok(())
}

/// Whether a job of this kind waits or runs: so that a recurring one is not queued twice.
///
/// # Errors
/// When the database refuses.
pub fn is_waiting(db: &mut Db, kind: JobKind) -> Result<bool> {
    let waiting: i64 = job::table.filter(job::kind.eq(kind.code())).filter(job::state.ne("failed")).count().get_result(db)?;
    Ok(waiting > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backoff_grows_to_six_hours() {
        let seconds: Vec<i64> = [1, 2, 3, 4, 5, 6, 12].iter().map(|n| backoff(*n).as_secs()).collect();
        assert_eq!(seconds, [60, 240, 960, 3840, 15_360, 21_600, 21_600]);
    }
}
