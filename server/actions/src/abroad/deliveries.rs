//! The bookkeeping of deliveries: what is due, what arrived, what did not.

use super::supported;
use crate::{App, Result};
use jiff::SignedDuration;
use store::deliveries::{Rooms, Taken};
use store::{At, Uid};

/// Waits between two attempts at a host that fails: then daily (security-reliability R5).
const WAITS: [i64; 6] = [60, 5 * 60, 30 * 60, 2 * 3600, 6 * 3600, 12 * 3600];
/// The wait after those.
const DAY: i64 = 24 * 3600;
/// How long what was received is remembered: longer than any peer retries.
const MEMORY: SignedDuration = SignedDuration::from_hours(180 * 24);
/// How long a direct message is kept after it was written: a little longer than it is tried.
const MESSAGES: SignedDuration = SignedDuration::from_hours(15 * 24);
/// How long what was given up is shown to the administrators.
const GIVEN_UP: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How long a server that never answered is remembered when nothing waits for it any more.
const FAILED: SignedDuration = SignedDuration::from_hours(14 * 24);
/// Most servers of which anything is remembered (D09).
const PEERS_MAX: i64 = 20_000;

/// Why a delivery did not arrive.
#[derive(Debug, Clone)]
pub struct Missed {
    /// The status that was answered, if something was.
    pub status: Option<u16>,
    /// In words, for the administrators.
    pub error: String,
    /// Whose fault it is.
    pub fault: Fault,
}

/// Whose fault a failed delivery is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The whole server: it is left alone for a while.
    Host,
    /// The server asks to wait this many seconds.
    Pause(u64),
    /// This delivery only: it is tried again later.
    Delivery,
    /// This delivery, for good.
    Refused,
}

/// Takes due deliveries, from host to host: `turn` is the host that had its turn last, and is moved on.
///
/// # Errors
/// When the store fails.
pub async fn claim(app: &App, turn: &mut String, limit: i64, rooms: &Rooms) -> Result<Vec<Taken>> {
    let now = app.now();
    recover(app).await?;
    let mut taken = Vec::new();
    // From where it stopped to the last host, then once from the first one.
    let mut again = !turn.is_empty();
    loop {
        let room = limit - i64::try_from(taken.len()).unwrap_or(limit);
        let (after, rooms) = (std::mem::take(turn), rooms.clone());
        let offer = app.store.read(move |db| store::deliveries::offer(db, &after, room, &rooms, now)).await?;
        if !offer.ids.is_empty() {
            // no event: bookkeeping
            taken.extend(app.store.write(move |db| store::deliveries::take(db, &offer.ids, now)).await?);
        }
        let ended = offer.next.is_none();
        *turn = offer.next.unwrap_or_default();
        if i64::try_from(taken.len()).unwrap_or(limit) >= limit || (ended && !std::mem::take(&mut again)) {
            return Ok(taken);
        }
    }
}

/// Gives back what was in the hands of workers that died.
async fn recover(app: &App) -> Result<()> {
    let now = app.now();
    if app.store.read(move |db| store::deliveries::is_left_behind(db, now)).await? {
        // no event: bookkeeping
        app.store.write(move |db| store::deliveries::give_back(db, now)).await?;
    }
    Ok(())
}

/// Deliveries arrived: one transaction for all that arrived meanwhile.
///
/// # Errors
/// When the store fails.
pub async fn arrived(app: &App, taken: Vec<Taken>) -> Result<()> {
    let now = At(app.now());
    // no event: bookkeeping
    let kept = app.store.write(move |db| {
        store::deliveries::arrived(db, &taken, now)?;
        let hosts: std::collections::BTreeSet<&str> = taken.iter().map(|one| one.host.as_str()).collect();
        hosts.into_iter().try_for_each(|host| store::peers::succeeded(db, host, now))
    });
    Ok(kept.await?)
}

/// Deliveries that were taken are not tried now.
///
/// # Errors
/// When the store fails.
pub async fn put_back(app: &App, taken: Vec<Taken>) -> Result<()> {
    // no event: bookkeeping
    Ok(app.store.write(move |db| store::deliveries::put_back(db, &taken)).await?)
}

/// A delivery did not arrive: when it is tried again follows from whose fault it is, and from how long it is worth sending.
///
/// # Errors
/// When the store fails.
pub async fn missed(app: &App, taken: Taken, missed: Missed) -> Result<()> {
    let now = app.now();
    // no event: bookkeeping
    let kept = app.store.write(move |db| {
        let retry = match missed.fault {
            Fault::Refused => None,
            Fault::Host => {
                let failures = store::peers::find(db, &taken.host)?.map_or(0, |peer| peer.failures);
                let until = At(now + wait(failures, taken.id));
                store::peers::failed(db, &taken.host, until, &missed.error, At(now))?;
                Some(At(now))
            }
            Fault::Pause(seconds) => {
                let until = At(now + SignedDuration::from_secs(i64::try_from(seconds).unwrap_or(DAY).min(DAY)));
                store::peers::pause(db, &taken.host, until, At(now))?;
                Some(until)
            }
            Fault::Delivery => Some(At(now + wait(taken.attempts - 1, taken.id))),
        };
        let retry = retry.filter(|_| taken.expires_at.0 > now);
        store::ledger::tried(db, &taken, At(now))?;
        if retry.is_none() {
            store::ledger::refused(db, &taken, At(now))?;
            supported::lost(db, taken.activity_id, now)?;
        }
        Ok::<_, crate::Error>(store::deliveries::missed(db, &taken, missed.status.map(i32::from), &missed.error, retry)?)
    });
    kept.await
}

/// The wait after the given number of earlier failures, with up to a tenth more that differs from row to row.
fn wait(failures: i32, id: i64) -> SignedDuration {
    let index = usize::try_from(failures).unwrap_or(0);
    let seconds = WAITS.get(index).copied().unwrap_or(DAY);
    SignedDuration::from_secs(seconds + (id.rem_euclid(10) * seconds) / 100)
}

/// An inbox is gone for good.
///
/// # Errors
/// When the store fails.
pub async fn gone(app: &App, inbox: &str) -> Result<()> {
    let (now, inbox) = (At(app.now()), inbox.to_owned());
    // no event: bookkeeping
    let dropped = app.store.write(move |db| {
        store::follows::drop_inbox(db, &inbox)?;
        store::ledger::gone(db, &inbox, now)?;
        store::deliveries::drop_inbox(db, &inbox).map(drop)
    });
    Ok(dropped.await?)
}

/// Which signature scheme a server accepted.
///
/// # Errors
/// When the store fails.
pub async fn prefer(app: &App, host: &str, scheme: &'static str) -> Result<()> {
    let (now, host) = (At(app.now()), host.to_owned());
    // no event: bookkeeping
    Ok(app.store.write(move |db| store::peers::prefer(db, &host, scheme, now)).await?)
}

/// An administrator wants what waits for a server to be sent now.
///
/// # Errors
/// A refusal of the permission table, or the store's failure.
pub async fn hurry(app: &App, viewer: domain::actor::Viewer, host: &str) -> Result<()> {
    domain::permission::may_in_office(viewer, domain::permission::OfficeVerb::ChangeSettings)?;
    let (now, host) = (app.now(), host.to_owned());
    app.store
        .write(move |db| {
            store::peers::wake(db, &host)?;
            store::deliveries::hurry(db, &host, At(now))?;
            let event = domain::event::Event::new(domain::event::EventKind::DeliveriesHurried).by(viewer.actor);
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// Gives up what expired and forgets what is old.
///
/// # Errors
/// When the store fails.
pub async fn sweep(app: &App) -> Result<()> {
    let now = app.now();
    // no event: bookkeeping
    let swept = app.store.write(move |db| {
        supported::expire(db, now)?;
        store::ledger::expire(db, At(now))?;
        store::honoured::sweep(db, At(now - MEMORY))?;
        store::deliveries::sweep(db, At(now - GIVEN_UP), At(now))?;
        if let Some(instance) = store::instance::find(db)? {
            store::activities::forget_messages(db, instance.collectivity_id, At(now - MESSAGES))?;
        }
        store::peers::sweep(db, At(now - FAILED), At(now - MEMORY), PEERS_MAX)?;
        Ok::<_, crate::Error>(store::received::sweep(db, At(now - MEMORY)).map(drop)?)
    });
    swept.await
}

/// Where an object went, for its author.
///
/// # Errors
/// When the store fails.
pub async fn hosts_of(app: &App, object: uuid::Uuid) -> Result<Vec<String>> {
    Ok(app.store.read(move |db| store::deliveries::hosts_of(db, Uid(object))).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_a_day_and_differ_from_row_to_row() {
        let minutes: Vec<i64> = (0..8).map(|failures| wait(failures, 0).as_secs() / 60).collect();
        assert_eq!(minutes, [1, 5, 30, 120, 360, 720, 1440, 1440]);
        assert!(wait(3, 9) > wait(3, 0));
        assert!(wait(3, 9).as_secs() <= wait(3, 0).as_secs() * 11 / 10);
    }
}
