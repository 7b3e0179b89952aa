//! The bookkeeping of jobs: the one kind of write that leaves no line in the journal.

use domain::id::LetterId;
use jiff::SignedDuration;
use store::jobs::{Job, JobKind, Queued};
use store::{At, Uid};

use crate::{App, Result};

/// How long a job that was given up is kept for the administrators.
const FAILED_LIFE: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How long a letter is worth sending.
pub const LETTER_LIFE: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Takes due jobs.
///
/// # Errors
/// When the store fails.
pub async fn claim(app: &App, queue: Queued, limit: i64) -> Result<Vec<Job>> {
    let now = app.now();
    // Looking first costs nothing; a write transaction each second on an idle instance would.
    if !app.store.read(move |db| store::jobs::is_due(db, queue, now)).await? {
        return Ok(Vec::new());
    }
    // no event: bookkeeping
    Ok(app.store.write(move |db| store::jobs::claim(db, queue, limit, now)).await?)
}

/// A job is done.
///
/// # Errors
/// When the store fails.
pub async fn finish(app: &App, job: Job) -> Result<()> {
    // no event: bookkeeping
    Ok(app.store.write(move |db| store::jobs::finish(db, &job)).await?)
}

/// A job failed.
///
/// # Errors
/// When the store fails.
pub async fn fail(app: &App, job: Job, reason: &str, permanent: bool) -> Result<()> {
    let (now, reason) = (app.now(), reason.to_owned());
    // no event: bookkeeping
    Ok(app.store.write(move |db| store::jobs::fail(db, &job, &reason, permanent, now)).await?)
}

/// A letter has left.
///
/// # Errors
/// When the store fails.
pub async fn letter_sent(app: &App, letter: Uid) -> Result<()> {
    let now = app.now();
    // no event: bookkeeping
    let kept = app.store.write(move |db| {
        if let Some(letter) = store::letters::find(db, letter)? {
            crate::street::left(db, &letter, now)?;
        }
        store::letters::remove(db, letter)
    });
    Ok(kept.await?)
}

/// Queues a sweep, unless one waits.
///
/// # Errors
/// When the store fails.
pub async fn schedule_sweep(app: &App) -> Result<()> {
    let now = app.now();
    // no event: bookkeeping
    let queued = app.store.write(move |db| {
        if store::jobs::is_waiting(db, JobKind::Sweep)? {
            return Ok::<(), store::Error>(());
        }
        store::jobs::enqueue(db, JobKind::Sweep, None, now, now)
    });
    Ok(queued.await?)
}

/// Forgets what has expired: sessions, links and unconfirmed sign-ups, letters nobody could deliver.
///
/// # Errors
/// When the store fails.
pub async fn sweep(app: &App) -> Result<()> {
    let now = app.now();
    // no event: bookkeeping
    let swept = app.store.write(move |db| {
        store::sessions::sweep(db, At(now))?;
        store::guests::sweep(db, At(now))?;
        store::letters::sweep(db, At(now - LETTER_LIFE))?;
        store::registrations::sweep(db, At(now - domain::meeting::CONFIRMATION), At(now - domain::meeting::NAMES_KEPT))?;
        store::subscriptions::sweep(db, At(now - SignedDuration::from_hours(domain::newsletter::CONFIRM_HOURS)))?;
        store::jobs::sweep(db, At(now - FAILED_LIFE))
    });
    swept.await?;
    crate::remote_pictures::sweep(app).await?;
    crate::questionnaires::sweep(app).await?;
    crate::street::sweep(app).await?;
    crate::record::remind(app).await?;
    crate::carrying::read_later(app).await?;
    crate::abroad::reconcile_later(app).await?;
    crate::abroad::sweep(app).await
}

/// Puts a letter in the box and queues its sending, in the caller's transaction.
pub(crate) fn post(db: &mut store::Db, letter: &store::letters::Letter, now: domain::Timestamp) -> Result<()> {
    store::letters::insert(db, letter)?;
    Ok(store::jobs::enqueue(db, JobKind::SendLetter, Some(letter.id), now, now)?)
}

/// A letter, ready to be posted.
pub(crate) fn letter(id: LetterId, kind: &str, to: (&str, &str, &str), link: String, now: domain::Timestamp) -> store::letters::Letter {
    let (recipient, name, lang) = to;
    store::letters::Letter {
        id: Uid::of(id),
        kind: kind.to_owned(),
        recipient: recipient.to_owned(),
        name: name.to_owned(),
        lang: lang.to_owned(),
        link,
        created_at: At(now),
    }
}
