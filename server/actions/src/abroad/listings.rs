//! The index of a territory: what is kept of the consultations of the collectivities that are followed, how it is put right again, and what we share of it.

use super::Mirror;
use crate::{App, Result};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::ActorId;
use domain::listing::{Declared, Meeting};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use jiff::SignedDuration;
use store::jobs::JobKind;
use store::listings::{self, Said, meetings, sources};
use store::{At, Db, Uid};

/// How often the collection of a collectivity is read.
const EVERY: SignedDuration = SignedDuration::from_hours(24);
/// Collections that are queued for reading in one go.
const DUE_MAX: i64 = 200;
/// Collectivities that are removed in one go.
const REMOVED_MAX: i64 = 1_000;
/// Collectivities of one server that are read again after it was out of reach.
const OF_HOST_MAX: i64 = 50;

/// What was read of a collection in one go.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Of which collectivity.
    pub source: Uid,
    /// When the reading of the whole collection began.
    pub since: Timestamp,
    /// How many pages were read since.
    pub pages: i32,
    /// What they say.
    pub said: Vec<Said>,
    /// Where it goes on, or how it ended.
    pub then: Then,
}

/// What follows a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Then {
    /// Another page.
    Next(String),
    /// Nothing: it was read to its end. What it does not hold is gone.
    Whole,
    /// Nothing that is to be believed: what it does not hold stays.
    Broken,
}

/// Keeps what a page of a collection says. `false`: it said nothing new since the reading began, so that it leads nowhere.
///
/// # Errors
/// When the store fails.
pub async fn keep_reading(app: &App, reading: Reading) -> Result<bool> {
    let now = app.now();
    app.store
        .write(move |db| {
            let source = reading.source;
            // Not followed any more, meanwhile: nothing of it is kept.
            if sources::find(db, source)?.is_none() || !store::follows::is_followed_here(db, source)? {
                return Ok(true);
            }
            let mut news = 0;
            for said in &reading.said {
                if is_buried(db, said)? {
                    continue;
                }
                let is_new = listings::by_uri(db, &said.uri)?.is_none_or(|known| known.seen_at < At(reading.since));
                let is_kept = listings::keep(db, said, At(now))?.is_some();
                news += usize::from(is_new && is_kept);
            }
            match &reading.then {
                Then::Next(next) => sources::go_on(db, source, At(reading.since), reading.pages, next)?,
                Then::Whole => {
                    let (_, shared) = sources::remove_unsaid(db, source, At(reading.since))?;
                    unshare_all(db, &shared, now)?;
                    sources::end(db, source, Some(At(now)))?;
                }
                Then::Broken => sources::end(db, source, None)?,
            }
            store::journal::append(db, &Event::new(EventKind::MirrorChanged).on(source.0).detail("collection"), now)?;
            Ok(news > 0)
        })
        .await
}

/// Whether its author deleted it; what is deleted stays so, whatever the collection said a moment before.
fn is_buried(db: &mut Db, said: &Said) -> Result<bool> {
    Ok(match &said.grave {
        Some(grave) => store::received::is_buried(db, grave)?,
        None => false,
    })
}

/// The reading goes on in another job: others get their turn.
///
/// # Errors
/// When the store fails.
pub async fn read_on_later(app: &App, source: Uid, uri: &str) -> Result<()> {
    let (now, uri) = (app.now(), uri.to_owned());
    // no event: bookkeeping
    Ok(app.store.write(move |db| store::jobs::about(db, JobKind::Reconcile, &uri, Some(source), now)).await?)
}

/// A reading ended without its end: what the collection does not hold stays.
///
/// # Errors
/// When the store fails.
pub async fn stop_reading(app: &App, source: Uid) -> Result<()> {
    // no event: bookkeeping
    Ok(app.store.write(move |db| sources::end(db, source, None)).await?)
}

/// Keeps what a collectivity says of its territory.
///
/// # Errors
/// When the store fails.
pub async fn declare(app: &App, source: Uid, declared: Declared) -> Result<()> {
    let now = app.now();
    app.store
        .write(move |db| {
            sources::declare(db, source, &declared)?;
            Ok(store::journal::append(db, &Event::new(EventKind::MirrorChanged).on(source.0).detail("territory"), now)?)
        })
        .await
}

/// A collectivity is followed: its consultations come into the index.
pub(super) fn followed(db: &mut Db, source: Uid, uri: &str, now: Timestamp) -> Result<()> {
    sources::ensure(db, source, At(now))?;
    Ok(read_again(db, &[(source, uri.to_owned())], now)?)
}

/// Queues the reading of these collections, and says when they are read next.
fn read_again(db: &mut Db, due: &[(Uid, String)], now: Timestamp) -> store::Result<()> {
    for (source, uri) in due {
        sources::read_at(db, *source, At(now + EVERY + apart(*source)))?;
        store::jobs::about(db, JobKind::Reconcile, uri, Some(*source), now)?;
    }
    Ok(())
}

/// Up to an hour, different for each, so that not all are read at once.
fn apart(source: Uid) -> SignedDuration {
    let (_, low) = source.0.as_u64_pair();
    SignedDuration::from_secs(i64::try_from(low % 3_600).unwrap_or(0))
}

/// Queues the reading of the collections that are due, and forgets those of whom nobody follows any more.
///
/// # Errors
/// When the store fails.
pub async fn reconcile_later(app: &App) -> Result<()> {
    let now = app.now();
    app.store
        // no event: bookkeeping; what is unshared appends its own
        .write(move |db| {
            let shared = sources::remove_unfollowed(db, REMOVED_MAX)?;
            unshare_all(db, &shared, now)?;
            let due = sources::due(db, At(now), DUE_MAX)?;
            Ok(read_again(db, &due, now)?)
        })
        .await
}

/// The collection of a collectivity is read again soon: its document changed.
///
/// # Errors
/// When the store fails.
pub async fn reconcile_soon(app: &App, uri: &str) -> Result<()> {
    let (now, uri) = (app.now(), uri.to_owned());
    app.store
        // no event: bookkeeping
        .write(move |db| {
            let Some(source) = store::remote_actors::by_uri(db, &uri)? else { return Ok(()) };
            match sources::find(db, source)? {
                Some(_) => Ok(read_again(db, &[(source, uri)], now)?),
                None => Ok(()),
            }
        })
        .await
}

/// A server is in reach again: what was missed meanwhile is looked for.
pub(super) fn back(db: &mut Db, host: &str, now: Timestamp) -> Result<()> {
    let there = sources::of_host(db, host, OF_HOST_MAX)?;
    Ok(read_again(db, &there, now)?)
}

/// A meeting of a consultation of a collectivity, as its server says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfConsultation {
    /// The collectivity.
    pub source: Uid,
    /// The group of the consultation.
    pub group: String,
    /// What is said of it.
    pub said: Meeting,
}

/// What was published elsewhere comes into the index: a consultation, or a meeting of one. Only of a collectivity that is followed itself.
pub(super) fn mirrored(db: &mut Db, mirror: &Mirror, now: Timestamp) -> Result<()> {
    if let Some(meeting) = mirror.meeting.as_ref()
        && store::follows::is_followed_here(db, meeting.source)?
        && let Some(listing) = meetings::listing_of(db, meeting.source, &meeting.group)?
    {
        return Ok(meetings::keep(db, listing, &meeting.said, At(now))?);
    }
    if let Some(said) = mirror.said.as_ref()
        && store::follows::is_followed_here(db, said.source)?
    {
        listings::keep(db, said, At(now))?;
    }
    Ok(())
}

/// A consultation is gone at its origin. `false`: it was not in the index as theirs.
pub(super) fn gone(db: &mut Db, uri: &str, source: Uid, now: Timestamp) -> Result<bool> {
    if meetings::remove(db, uri, source)? {
        store::journal::append(db, &Event::new(EventKind::MirrorChanged).by(source.to::<ActorId>()).detail("meeting"), now)?;
    }
    let Some(gone) = listings::remove(db, uri, source)? else { return Ok(false) };
    if gone.shared_at.is_some() {
        unshare_all(db, &[gone.id], now)?;
    }
    store::journal::append(db, &Event::new(EventKind::MirrorChanged).by(source.to::<ActorId>()).on(gone.id.0), now)?;
    Ok(true)
}

/// Nothing of a collectivity is in the index any more.
pub(super) fn forget(db: &mut Db, source: Uid, now: Timestamp) -> Result<()> {
    let shared = sources::remove(db, source)?;
    unshare_all(db, &shared, now)
}

/// Nothing of a server, or of one under it, is in the index any more.
pub(super) fn forget_host(db: &mut Db, host: &str, now: Timestamp) -> Result<()> {
    for source in sources::under_host(db, host, REMOVED_MAX)? {
        forget(db, source, now)?;
    }
    Ok(())
}

/// The rules do not allow the server of a collectivity any more.
///
/// # Errors
/// When the store fails.
pub async fn disallow(app: &App, source: Uid) -> Result<()> {
    let now = app.now();
    app.store
        .write(move |db| {
            forget(db, source, now)?;
            Ok(store::journal::append(db, &Event::new(EventKind::MirrorChanged).on(source.0).detail("disallowed"), now)?)
        })
        .await
}

/// What is not here any more is shared no more.
fn unshare_all(db: &mut Db, ids: &[Uid], now: Timestamp) -> Result<()> {
    for id in ids {
        store::journal::append(db, &Event::new(EventKind::ListingUnshared).on(id.0), now)?;
    }
    Ok(())
}

/// Shares a consultation of another collectivity with those who follow ours: it stays theirs, under its own address.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `AlreadyDone`, or the store's failure.
pub async fn share(app: &App, viewer: Viewer, id: Uid) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let now = app.now();
    app.store
        .write(move |db| {
            listings::find(db, id)?.ok_or(Refusal::NotFound)?;
            if !listings::share(db, id, Some(At(now)))? {
                return Err(Refusal::AlreadyDone.into());
            }
            Ok(store::journal::append(db, &Event::new(EventKind::ListingShared).by(viewer.actor).on(id.0), now)?)
        })
        .await
}

/// Shares it no more.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `AlreadyDone`, or the store's failure.
pub async fn unshare(app: &App, viewer: Viewer, id: Uid) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let now = app.now();
    app.store
        .write(move |db| {
            listings::find(db, id)?.ok_or(Refusal::NotFound)?;
            if !listings::share(db, id, None)? {
                return Err(Refusal::AlreadyDone.into());
            }
            Ok(store::journal::append(db, &Event::new(EventKind::ListingUnshared).by(viewer.actor).on(id.0), now)?)
        })
        .await
}

/// Says whether the figures of our collectivity may stand beside those of others. It travels in its document.
///
/// # Errors
/// A refusal of the permission table, or the store's failure.
pub async fn allow_comparison(app: &App, viewer: Viewer, allowed: bool) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::ChangeSettings)?;
    let now = app.now();
    app.store
        .write(move |db| {
            if !listings::consent_to_comparison(db, allowed, At(now))? {
                return Ok(());
            }
            Ok(store::journal::append(db, &Event::new(EventKind::SettingsChanged).by(viewer.actor).detail("comparison"), now)?)
        })
        .await
}
