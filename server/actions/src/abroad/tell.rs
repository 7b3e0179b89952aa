//! Tell other servers: from a line of the journal to activities and deliveries, in one transaction with the end of the job.

use super::supported;
use crate::carrying::tell_supports;
use crate::{App, Result};
use domain::Timestamp;
use domain::personal::Federable;
use jiff::SignedDuration;
use sha2::{Digest as _, Sha256};
use store::activities::Activity;
use store::deliveries::NewDelivery;
use store::jobs::{Job, JobKind};
use store::ledger::Departure;
use store::shares::Told;
use store::{At, Db, Uid};

/// How long a text is worth sending.
const CONTENT_LIFE: SignedDuration = SignedDuration::from_hours(14 * 24);
/// How long a deletion is worth sending.
const DELETION_LIFE: SignedDuration = SignedDuration::from_hours(90 * 24);

/// An activity and where it goes.
#[derive(Debug, Clone)]
pub struct Parcel {
    /// The activity.
    pub activity: Activity,
    /// What it is about: order is kept per object.
    pub object: Uid,
    /// Inboxes with their hosts, each once.
    pub inboxes: Vec<(String, String)>,
    /// Whether it takes back what was sent.
    pub is_deletion: bool,
}

/// A parcel that may leave.
#[derive(Debug, Clone)]
pub struct Leaving {
    /// What leaves, and where it goes.
    pub parcel: Parcel,
    /// Since when the person who is named in it agrees; `None`: nobody is named, or it is not known since when.
    pub consent_at: Option<At>,
    /// Whether anybody may read it.
    pub anybody: bool,
}

/// What becomes of what was published before about the same object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// It stays.
    Keep,
    /// They are not shown any more.
    Conceal(Vec<Uid>),
    /// It is not shown any more, and never leaves again.
    Recall(Uid),
    /// It stays; what of it is on its way to these inboxes does not go there any more.
    Withhold(Uid, Vec<String>),
    /// It stays; these activities are kept with other words from now on.
    Unname(Vec<(Uid, String)>),
    /// It stays; whether a contribution's home is told of the support that somebody gave it is known with what leaves.
    Supported(Uid, Uid),
    /// It stays; the organiser of a consultation is told these numbers of supports, of this time.
    Counted(Uid, Vec<Told>, Timestamp),
}

/// Takes lines of the journal of which other servers must hear, in order; none while another worker has some.
///
/// # Errors
/// When the store fails.
pub async fn claim_news(app: &App, limit: i64) -> Result<Vec<Job>> {
    let now = app.now();
    if !app.store.read(move |db| store::jobs::is_waiting(db, JobKind::PublishAbroad)).await? {
        return Ok(Vec::new());
    }
    // no event: bookkeeping
    let mut taken = app.store.write(move |db| store::jobs::claim_in_order(db, JobKind::PublishAbroad, limit, now)).await?;
    taken.sort_by_key(|job| job.id);
    Ok(taken)
}

/// Gives lines back that were taken and not told, because one before them failed.
///
/// # Errors
/// When the store fails.
pub async fn untold(app: &App, jobs: Vec<Job>) -> Result<()> {
    // no event: bookkeeping
    Ok(app.store.write(move |db| store::jobs::give_back(db, &jobs)).await?)
}

/// Keeps activities, queues their deliveries and ends the job; nothing of that when another worker took the job over.
///
/// # Errors
/// When the store fails; the job runs again, and what it kept is kept once.
pub async fn tell(app: &App, job: Job, parcels: Vec<Federable<Leaving>>, order: Order) -> Result<()> {
    let now = app.now();
    // no event: bookkeeping
    let told = app.store.write(move |db| -> Result<()> {
        // Another worker took it over, and tells or told it.
        if !store::jobs::holds(db, &job)? {
            return Ok(());
        }
        match order {
            Order::Keep => {}
            Order::Supported(contribution, by) => supported::decided(db, (contribution, by), &parcels, now)?,
            Order::Counted(consultation, told, at) => tell_supports::told(db, consultation, (&told, At(at)), now)?,
            Order::Unname(changed) => changed.iter().try_for_each(|(id, body)| store::activities::reword(db, *id, body))?,
            Order::Conceal(objects) => objects.iter().try_for_each(|object| store::activities::conceal(db, *object))?,
            Order::Withhold(object, inboxes) => store::activities::withhold(db, object, &inboxes)?,
            Order::Recall(object) => {
                store::activities::conceal(db, object)?;
                store::recalls::recall(db, object, At(now))?;
            }
        }
        for leaving in &parcels {
            post(db, leaving, now)?;
            supported::left(db, &leaving.get().parcel, now)?;
        }
        Ok(store::jobs::finish(db, &job)?)
    });
    told.await
}

/// Keeps an activity, writes it into the ledger and queues its deliveries, in a transaction that is open: nothing leaves that is not written.
pub(super) fn post(db: &mut Db, leaving: &Federable<Leaving>, now: Timestamp) -> Result<()> {
    let Leaving { parcel, consent_at, anybody } = leaving.get();
    store::activities::keep(db, &parcel.activity)?;
    let departure = Departure {
        activity_id: parcel.activity.id,
        version: Sha256::digest(parcel.activity.body.as_bytes()).to_vec(),
        class: leaving.class().code().to_owned(),
        consent_at: *consent_at,
        anybody: *anybody,
    };
    store::ledger::depart(db, departure)?;
    store::ledger::follow(db, &parcel.activity, parcel.object, &parcel.inboxes, At(now))?;
    // What corrects is worth as much as what deletes.
    let lasts = parcel.is_deletion || parcel.activity.kind == "Update";
    let life = if lasts { DELETION_LIFE } else { CONTENT_LIFE };
    let row = |(inbox, host): &(String, String)| NewDelivery {
        activity_id: parcel.activity.id,
        actor_id: parcel.activity.actor_id,
        object_id: parcel.object,
        inbox: inbox.clone(),
        host: host.clone(),
        state: "ready",
        run_at: At(now),
        expires_at: At(now + life),
        created_at: At(now),
    };
    store::deliveries::enqueue(db, &parcel.inboxes.iter().map(row).collect::<Vec<_>>())?;
    Ok(())
}

/// Queues the reading of an object from the server it lives on.
///
/// # Errors
/// When the store fails.
pub async fn fetch_later(app: &App, address: &str, via: Uid) -> Result<()> {
    let (now, address) = (app.now(), address.to_owned());
    // no event: bookkeeping
    Ok(app.store.write(move |db| store::jobs::about(db, JobKind::FetchObject, &address, Some(via), now)).await?)
}

/// Queues the reading of an actor's document.
///
/// # Errors
/// When the store fails.
pub async fn refresh_later(app: &App, address: &str) -> Result<()> {
    let (now, address) = (app.now(), address.to_owned());
    // no event: bookkeeping
    Ok(app.store.write(move |db| store::jobs::about(db, JobKind::RefreshActor, &address, None, now)).await?)
}
