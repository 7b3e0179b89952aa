//! Deliveries: what is due is signed and posted; what does not arrive is tried again, or given up, as its answer says.
//!
//! Three things go on beside each other: deliveries are taken ahead of their turn, posts are under way, and those that arrived are written
//! down together. None of them waits for another's turn on the disk.

mod attempt;
mod road;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use actions::abroad::{Fault, Missed};
use attempt::{Outcome, attempt};
use axum::body::Bytes;
use futures_util::FutureExt;
use road::Road;
use store::actors::Actor;
use store::deliveries::{Rooms, Taken};
use store::peers::Peer;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};
use tokio::task::{JoinError, JoinSet};
use tokio::time::MissedTickBehavior;

use crate::service::{Error, Federation};

/// Deliveries that are taken at once, and fewest that wait before more are taken.
const TAKEN: i64 = 512;
const FEW: usize = 256;
/// Of these, for one host; and for one that is slow, no more than may be on their way there, so that nothing waits here for it.
const TAKEN_PER_HOST: i64 = 64;
const TAKEN_PER_SLOW_HOST: i64 = 4;
/// Slow hosts that are remembered. With more of them every host counts as slow.
const SLOW_HOSTS_MAX: usize = 256;
/// After this, one that is still on its way gives its place to another: silent servers hold up nobody else.
const PATIENCE: Duration = Duration::from_millis(500);
/// What arrived is written down once it is so many, or after so long.
const MANY: usize = 128;
const SOON: Duration = Duration::from_millis(50);
/// How long those on their way may take to come back once the process is to end.
const STOPPING: Duration = Duration::from_secs(10);
/// How long the worker rests when there is nothing to do.
const REST: Duration = Duration::from_secs(1);

/// A delivery with what is needed to make it.
pub(crate) struct Parcel {
    taken: Taken,
    /// What is sent and who signs, if both are still there.
    content: Option<(Bytes, Actor)>,
    /// What is known of the server.
    peer: Option<Peer>,
}

/// Makes the deliveries that are due, once. Returns how many were taken.
///
/// # Errors
/// When the store fails.
pub async fn once(fed: &Federation) -> Result<usize, Error> {
    let taken = take(fed, &mut String::new(), &Rooms::each(TAKEN_PER_SLOW_HOST)).await?;
    let count = taken.len();
    let mut road = Road::default();
    taken.into_iter().for_each(|parcel| road.push(parcel));
    let mut worker = Worker::new(fed, road);
    worker.start();
    while let Some(done) = worker.under_way.join_next().await {
        worker.came_back(done);
        worker.start();
    }
    worker.write_down().await;
    Ok(count)
}

/// Makes deliveries until `stopped`; those on their way are finished first. A slow server holds up only what goes to it.
pub async fn run(fed: Federation, stopped: impl Future<Output = ()>) {
    let mut worker = Worker::new(&fed, Road::default());
    let (mut ticks, mut soon) = (tokio::time::interval(REST), tokio::time::interval(SOON));
    soon.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut stopped = std::pin::pin!(stopped);
    loop {
        tokio::select! {
            () = &mut stopped => break,
            _ = ticks.tick() => worker.hungry = true,
            _ = soon.tick(), if !worker.arrived.is_empty() => worker.write_now = true,
            Some(host) = worker.slow_ones.1.recv() => worker.is_slow(host),
            Some(done) = worker.under_way.join_next() => worker.came_back(done),
            Some(done) = worker.endings.join_next() => {
                report(done);
                worker.hungry = true;
            }
            Some(taken) = worker.takings.join_next() => worker.took(taken),
        }
        worker.start();
        worker.end();
        worker.take_more();
    }
    let waiting = worker.road.empty();
    worker.not_now(waiting);
    let home = async {
        while let Some(done) = worker.under_way.join_next().await {
            worker.came_back(done);
        }
    };
    // What a slow server has not answered by then runs again after its lease.
    let _slow = tokio::time::timeout(STOPPING, home).await;
    if let Some(Ok((_, taken))) = worker.takings.join_next().await {
        worker.not_now(taken);
    }
    worker.write_down().await;
}

/// How a post ended, and what it was.
type Done = Result<Ended, JoinError>;
/// What was delivered, how that ended, and whether it was quick.
type Ended = (Taken, Result<Outcome, Error>, bool);

/// What one worker has in hand.
struct Worker<'a> {
    fed: &'a Federation,
    road: Road,
    /// How many are on their way and not slow.
    quick: Arc<AtomicUsize>,
    /// Whether there may be more to take.
    hungry: bool,
    /// The host that had its turn last.
    turn: String,
    /// What arrived and is not written down yet, and whether that has waited long enough.
    arrived: Vec<Taken>,
    write_now: bool,
    /// Hosts that are slow, and where it is said that one is.
    slow: BTreeSet<String>,
    slow_ones: (UnboundedSender<String>, UnboundedReceiver<String>),
    under_way: JoinSet<Ended>,
    endings: JoinSet<Result<(), Error>>,
    takings: JoinSet<(String, Vec<Parcel>)>,
}

impl<'a> Worker<'a> {
    fn new(fed: &'a Federation, road: Road) -> Self {
        let (under_way, endings, takings) = (JoinSet::new(), JoinSet::new(), JoinSet::new());
        let (slow, slow_ones) = (BTreeSet::new(), tokio::sync::mpsc::unbounded_channel());
        let (turn, arrived, write_now) = (String::new(), Vec::new(), false);
        Self { fed, road, quick: Arc::default(), hungry: true, turn, arrived, write_now, slow, slow_ones, under_way, endings, takings }
    }

    /// Sends off what may go.
    fn start(&mut self) {
        while let Some(parcel) = self.road.start(self.quick.load(Ordering::Relaxed)) {
            let (fed, place, slow_ones) = (self.fed.clone(), Place::taken(&self.quick), self.slow_ones.0.clone());
            self.under_way.spawn(async move {
                // Whatever breaks, the way to its host becomes free again, and it is tried later.
                let trying = std::panic::AssertUnwindSafe(attempt(&fed, &parcel)).catch_unwind();
                // Who would listen has stopped: then it does not matter.
                let is_slow = || drop(slow_ones.send(parcel.taken.host.clone()));
                let (tried, quick) = give_way(place, is_slow, trying).await;
                let outcome = tried.unwrap_or_else(|_| {
                    tracing::error!(delivery = parcel.taken.id, "a delivery broke off");
                    Ok(Outcome::Missed(Missed { status: None, error: "broke off".to_owned(), fault: Fault::Delivery }))
                });
                (parcel.taken, outcome, quick)
            });
        }
    }

    /// Nothing more is taken for a host that is slow than may be on its way there.
    fn is_slow(&mut self, host: String) {
        let waiting = self.road.clear(&host);
        self.not_now(waiting);
        self.slow.insert(host);
    }

    /// How many may be taken for each host.
    fn rooms(&self) -> Rooms {
        if self.slow.len() > SLOW_HOSTS_MAX {
            return Rooms::each(TAKEN_PER_SLOW_HOST);
        }
        let slow_hosts = self.slow.iter().fold(String::from(" "), |all, host| all + host + " ");
        Rooms { quick: TAKEN_PER_HOST, slow: TAKEN_PER_SLOW_HOST, slow_hosts }
    }

    /// Takes note of a post that ended, and of all others that ended meanwhile.
    fn came_back(&mut self, done: Done) {
        self.note(done);
        while let Some(done) = self.under_way.try_join_next() {
            self.note(done);
        }
    }

    fn note(&mut self, done: Done) {
        // Nobody aborts one, and what breaks is caught.
        let Ok((taken, outcome, quick)) = done else { return };
        self.road.ended(&taken.host);
        // A host in trouble has less room still.
        if quick || matches!(&outcome, Ok(Outcome::Missed(missed)) if missed.fault == Fault::Host) {
            self.slow.remove(&taken.host);
        }
        match outcome {
            Ok(Outcome::Arrived) => self.arrived.push(taken),
            Ok(Outcome::Gone) => {
                let fed = self.fed.clone();
                self.endings.spawn(async move { gone(&fed, taken).await });
            }
            Ok(Outcome::Missed(missed)) => {
                if matches!(missed.fault, Fault::Host | Fault::Pause(_)) {
                    let waiting = self.road.clear(&taken.host);
                    self.not_now(waiting);
                }
                let fed = self.fed.clone();
                self.endings.spawn(async move { amiss(&fed, taken, missed).await });
            }
            Err(error) => tracing::warn!(%error, "the end of a delivery could not be kept; it will run again"),
        }
    }

    /// Writes down what arrived, once it is worth a transaction; what arrives while that is written is written next.
    fn end(&mut self) {
        let worth = self.arrived.len() >= MANY || self.under_way.is_empty() || self.write_now;
        if self.arrived.is_empty() || !self.endings.is_empty() || !worth {
            return;
        }
        self.write_now = false;
        let (fed, arrived) = (self.fed.clone(), std::mem::take(&mut self.arrived));
        self.endings.spawn(async move { Ok(actions::abroad::arrived(&fed.app, arrived).await?) });
    }

    /// Takes more while little waits.
    fn take_more(&mut self) {
        if !self.hungry || self.road.waiting() >= FEW || !self.takings.is_empty() {
            return;
        }
        self.hungry = false;
        let (fed, mut turn, rooms) = (self.fed.clone(), self.turn.clone(), self.rooms());
        self.takings.spawn(async move {
            let taken = take(&fed, &mut turn, &rooms).await.unwrap_or_else(|error| {
                tracing::warn!(%error, "deliveries cannot be read");
                Vec::new()
            });
            (turn, taken)
        });
    }

    fn took(&mut self, taken: Result<(String, Vec<Parcel>), JoinError>) {
        match taken {
            Ok((turn, taken)) => {
                self.turn = turn;
                self.hungry |= !taken.is_empty();
                taken.into_iter().for_each(|parcel| self.road.push(parcel));
            }
            Err(error) => tracing::error!(%error, "taking deliveries broke off"),
        }
    }

    fn not_now(&mut self, parcels: Vec<Parcel>) {
        if parcels.is_empty() {
            return;
        }
        let taken = parcels.into_iter().map(|parcel| parcel.taken).collect();
        let fed = self.fed.clone();
        self.endings.spawn(async move { Ok(actions::abroad::put_back(&fed.app, taken).await?) });
    }

    /// Writes down everything that is left.
    async fn write_down(&mut self) {
        while let Some(done) = self.endings.join_next().await {
            report(done);
        }
        self.end();
        while let Some(done) = self.endings.join_next().await {
            report(done);
        }
    }
}

/// A place among those that are on their way; it is free again when this is dropped.
struct Place(Arc<AtomicUsize>);

impl Place {
    fn taken(places: &Arc<AtomicUsize>) -> Self {
        places.fetch_add(1, Ordering::Relaxed);
        Self(places.clone())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Does the work, and keeps its place only for a while: then it says that it is slow. With what came of it, whether it was quick.
async fn give_way<T>(place: Place, is_slow: impl FnOnce(), work: impl Future<Output = T>) -> (T, bool) {
    let mut work = std::pin::pin!(work);
    match tokio::time::timeout(PATIENCE, &mut work).await {
        Ok(done) => (done, true),
        Err(_slow) => {
            drop(place);
            is_slow();
            (work.await, false)
        }
    }
}

/// Takes what is due, with what is needed to make it.
async fn take(fed: &Federation, turn: &mut String, rooms: &Rooms) -> Result<Vec<Parcel>, Error> {
    let taken = actions::abroad::claim(&fed.app, turn, TAKEN, rooms).await?;
    if taken.is_empty() {
        return Ok(Vec::new());
    }
    let (taken, baggage) = fed
        .app
        .store
        .read(move |db| {
            let baggage = store::deliveries::baggage(db, &taken)?;
            Ok::<_, store::Error>((taken, baggage))
        })
        .await?;
    let bodies: std::collections::HashMap<_, Bytes> = baggage.bodies.into_iter().map(|(id, body)| (id, Bytes::from(body))).collect();
    let parcel = |taken: Taken| {
        let content = bodies.get(&taken.activity_id).cloned().zip(baggage.actors.get(&taken.actor_id).cloned());
        let peer = baggage.peers.get(&taken.host).cloned();
        Parcel { taken, content, peer }
    };
    Ok(taken.into_iter().map(parcel).collect())
}

async fn gone(fed: &Federation, taken: Taken) -> Result<(), Error> {
    let inbox = taken.inbox.clone();
    let missed = Missed { status: None, error: "gone".to_owned(), fault: Fault::Refused };
    actions::abroad::missed(&fed.app, taken, missed).await?;
    Ok(actions::abroad::gone(&fed.app, &inbox).await?)
}

async fn amiss(fed: &Federation, taken: Taken, missed: Missed) -> Result<(), Error> {
    tracing::info!(delivery = taken.id, host = %taken.host, attempts = taken.attempts, reason = %missed.error, "a delivery did not arrive");
    Ok(actions::abroad::missed(&fed.app, taken, missed).await?)
}

fn report(done: Result<Result<(), Error>, JoinError>) {
    match done {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(%error, "the end of a delivery could not be kept; it will run again"),
        Err(error) => tracing::error!(%error, "the end of a delivery broke off"),
    }
}
