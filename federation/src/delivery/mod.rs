//! Deliveries: what is due is signed and posted; what does not arrive is tried again, or given up, as its answer says.
//!
//! Three things go on beside each other: deliveries are taken ahead of their turn, posts are under way, and those that arrived are written
//! down together. None of them waits for another's turn on the disk.

mod attempt;
mod road;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use actions::abroad::{Fault, Missed};
use attempt::{Outcome, attempt};
use axum::body::Bytes;
use futures_util::FutureExt;
use road::Road;
use store::actors::Actor;
use store::deliveries::Taken;
use store::peers::Peer;
use tokio::task::{JoinError, JoinSet};

use crate::service::{Error, Federation};

/// Deliveries that are taken at once, and fewest that wait before more are taken.
const TAKEN: i64 = 128;
const FEW: usize = 64;
/// Of these, for one host: no more than may be on their way there, so that nothing waits here for a slow server.
const TAKEN_PER_HOST: i64 = 4;
/// After this, one that is still on its way gives its place to another: silent servers hold up nobody else.
const PATIENCE: Duration = Duration::from_millis(500);
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
    let taken = take(fed, &mut String::new()).await?;
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
    let mut ticks = tokio::time::interval(REST);
    let mut stopped = std::pin::pin!(stopped);
    loop {
        tokio::select! {
            () = &mut stopped => break,
            _ = ticks.tick() => worker.hungry = true,
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
type Done = Result<(Taken, Result<Outcome, Error>), JoinError>;

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
    /// What arrived and is not written down yet.
    arrived: Vec<Taken>,
    under_way: JoinSet<(Taken, Result<Outcome, Error>)>,
    endings: JoinSet<Result<(), Error>>,
    takings: JoinSet<(String, Vec<Parcel>)>,
}

impl<'a> Worker<'a> {
    fn new(fed: &'a Federation, road: Road) -> Self {
        let (under_way, endings, takings) = (JoinSet::new(), JoinSet::new(), JoinSet::new());
        Self { fed, road, quick: Arc::default(), hungry: true, turn: String::new(), arrived: Vec::new(), under_way, endings, takings }
    }

    /// Sends off what may go.
    fn start(&mut self) {
        while let Some(parcel) = self.road.start(self.quick.load(Ordering::Relaxed)) {
            let (fed, place) = (self.fed.clone(), Place::taken(&self.quick));
            self.under_way.spawn(async move {
                // Whatever breaks, the way to its host becomes free again, and it is tried later.
                let tried = give_way(place, std::panic::AssertUnwindSafe(attempt(&fed, &parcel)).catch_unwind()).await;
                let outcome = tried.unwrap_or_else(|_| {
                    tracing::error!(delivery = parcel.taken.id, "a delivery broke off");
                    Ok(Outcome::Missed(Missed { status: None, error: "broke off".to_owned(), fault: Fault::Delivery }))
                });
                (parcel.taken, outcome)
            });
        }
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
        let Ok((taken, outcome)) = done else { return };
        self.road.ended(&taken.host);
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

    /// Writes down what arrived; what arrives while that is written is written next.
    fn end(&mut self) {
        if self.arrived.is_empty() || !self.endings.is_empty() {
            return;
        }
        let (fed, arrived) = (self.fed.clone(), std::mem::take(&mut self.arrived));
        self.endings.spawn(async move { Ok(actions::abroad::arrived(&fed.app, arrived).await?) });
    }

    /// Takes more while little waits.
    fn take_more(&mut self) {
        if !self.hungry || self.road.waiting() >= FEW || !self.takings.is_empty() {
            return;
        }
        self.hungry = false;
        let (fed, mut turn) = (self.fed.clone(), self.turn.clone());
        self.takings.spawn(async move {
            let taken = take(&fed, &mut turn).await.unwrap_or_else(|error| {
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

/// Does the work, and keeps its place only for a while.
async fn give_way<T>(place: Place, work: impl Future<Output = T>) -> T {
    let mut work = std::pin::pin!(work);
    match tokio::time::timeout(PATIENCE, &mut work).await {
        Ok(done) => done,
        Err(_slow) => {
            drop(place);
            work.await
        }
    }
}

/// Takes what is due, with what is needed to make it.
async fn take(fed: &Federation, turn: &mut String) -> Result<Vec<Parcel>, Error> {
    let taken = actions::abroad::claim(&fed.app, turn, TAKEN, TAKEN_PER_HOST).await?;
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
