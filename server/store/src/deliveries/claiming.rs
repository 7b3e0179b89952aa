//! Taking what is due. Hosts are visited in turn, a batch of them at a time, and from each only as many deliveries are looked at as may be
//! taken: the cost follows the number of hosts in a batch, not the length of the queue.

use super::Taken;
use crate::actors::Actor;
use crate::column::{At, Instant, Uid, all, is_postgres};
use crate::peers::Peer;
use crate::{Db, Result};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text};
use domain::Timestamp;
use jiff::SignedDuration;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How long a worker has to make a delivery before another may.
pub const LEASE: SignedDuration = SignedDuration::from_secs(60);
/// Hosts that are looked at in one batch.
const HOSTS: i64 = 500;

/// How many deliveries may be in one worker's hands for one host; a host in trouble has one.
#[derive(Debug, Clone, Default)]
pub struct Rooms {
    /// For a host that answers soon.
    pub quick: i64,
    /// For one that lets others wait.
    pub slow: i64,
    /// Those that let others wait, each between two spaces.
    pub slow_hosts: String,
}

impl Rooms {
    /// The same for every host.
    #[must_use]
    pub const fn each(room: i64) -> Self {
        Self { quick: room, slow: room, slow_hosts: String::new() }
    }
}

/// What a batch of hosts offers.
#[derive(Debug, Clone, Default)]
pub struct Offer {
    /// Deliveries that may be taken.
    pub ids: Vec<i64>,
    /// The last host of the batch; `None` when there are none after it.
    pub next: Option<String>,
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

#[derive(QueryableByName)]
struct Batch {
    #[diesel(sql_type = BigInt)]
    hosts: i64,
    #[diesel(sql_type = diesel::sql_types::Nullable<Text>)]
    last: Option<String>,
}

/// The hosts of a batch, after `$1`, `$2` of them: one step in the index for each, not one row read for each delivery.
const BATCH: &str = "WITH RECURSIVE batch (host, n) AS (\
     SELECT (SELECT min(d.host) FROM delivery d WHERE d.host > $1), CAST(1 AS BIGINT) \
     UNION ALL SELECT (SELECT min(d.host) FROM delivery d WHERE d.host > batch.host), n + 1 FROM batch WHERE batch.host IS NOT NULL AND n < $2)";

/// What may be sent to the hosts after `after`: due, not to a host that rests, nothing earlier about the same object waiting for the same host,
/// no more to one host than there is room. The farewell of an actor goes after what it said before, unless that was tried several times: of an actor that
/// is gone nothing is believed any more. Up to `limit`, the oldest first.
///
/// # Errors
/// When the database refuses.
pub fn offer(db: &mut Db, after: &str, limit: i64, rooms: &Rooms, now: Timestamp) -> Result<Offer> {
    // SQLite numbers parameters as they first appear: they stand in order below.
    let due = "SELECT x.id, x.run_at FROM delivery x WHERE x.host = room.host AND x.state = 'ready' AND x.run_at <= $6 AND x.expires_at > $6 \
         AND NOT EXISTS (SELECT 1 FROM delivery e WHERE e.object_id = x.object_id AND e.host = x.host AND e.id < x.id AND e.state <> 'failed' \
           AND e.activity_id <> x.activity_id) \
         AND (x.object_id <> x.actor_id OR NOT EXISTS (SELECT 1 FROM delivery f JOIN activity y ON y.id = x.activity_id \
           WHERE y.kind = 'Delete' AND f.host = x.host AND f.actor_id = x.actor_id AND f.object_id <> x.actor_id \
           AND f.id < x.id AND f.state <> 'failed' AND f.attempts < 3)) ORDER BY x.run_at, x.id LIMIT $5";
    // sql: constant parts only
    let each_host = if is_postgres(db) {
        format!("room CROSS JOIN LATERAL ({due}) AS d")
    } else {
        format!("room CROSS JOIN delivery d ON d.id IN (SELECT id FROM ({due}))")
    };
    // sql: constant parts only
    let sql = format!(
        "{BATCH}, room (host, room) AS (SELECT batch.host, CASE WHEN coalesce(p.failures, 0) > 0 THEN 1 \
           WHEN $3 LIKE '% ' || batch.host || ' %' THEN $4 ELSE $5 END \
           - (SELECT count(*) FROM delivery r WHERE r.host = batch.host AND r.state = 'running') \
           FROM batch LEFT JOIN peer p ON p.host = batch.host WHERE batch.host IS NOT NULL AND coalesce(p.open_until, $6) <= $6) \
         SELECT id FROM (SELECT d.id, d.run_at, room.room, row_number() OVER (PARTITION BY room.host ORDER BY d.run_at, d.id) AS place \
           FROM {each_host} WHERE room.room > 0) AS offered WHERE place <= room ORDER BY run_at, id LIMIT $7"
    );
    let found: Vec<Number> = sql_query(sql)
        .bind::<Text, _>(after)
        .bind::<BigInt, _>(HOSTS)
        .bind::<Text, _>(&rooms.slow_hosts)
        .bind::<BigInt, _>(rooms.slow)
        .bind::<BigInt, _>(rooms.quick)
        .bind::<Instant, _>(At(now))
        .bind::<BigInt, _>(limit)
        .load(db)?;
    // sql: constant parts only
    let sql = format!("{BATCH} SELECT count(host) AS hosts, max(host) AS last FROM batch");
    let batch: Batch = sql_query(sql).bind::<Text, _>(after).bind::<BigInt, _>(HOSTS).get_result(db)?;
    Ok(Offer { ids: found.into_iter().map(|number| number.id).collect(), next: batch.last.filter(|_| batch.hosts == HOSTS) })
}

/// Whether a worker died with deliveries in hand.
///
/// # Errors
/// When the database refuses.
pub fn is_left_behind(db: &mut Db, now: Timestamp) -> Result<bool> {
    use crate::schema::delivery::dsl::*;
    let late = delivery.filter(state.eq("running")).filter(leased_until.lt(At(now))).select(id).limit(1);
    Ok(!late.load::<i64>(db)?.is_empty())
}

/// Gives back what was in the hands of workers that died.
///
/// # Errors
/// When the database refuses.
pub fn give_back(db: &mut Db, now: Timestamp) -> Result<usize> {
    use crate::schema::delivery::dsl::*;
    let late = diesel::update(delivery.filter(state.eq("running")).filter(leased_until.lt(At(now))));
    Ok(late.set((state.eq("ready"), leased_until.eq(None::<At>))).execute(db)?)
}

/// Takes deliveries that were offered, each for [`LEASE`]; those that another worker took meanwhile are left to it.
///
/// # Errors
/// When the database refuses.
pub fn take(db: &mut Db, ids: &[i64], now: Timestamp) -> Result<Vec<Taken>> {
    use crate::schema::delivery::dsl::*;
    // `concat`: SQLite would otherwise walk through all that are ready instead of looking up these.
    diesel::update(delivery.filter(id.eq_any(ids)).filter(state.concat("").eq("ready")).filter(run_at.le(At(now))))
        .set((state.eq("running"), attempts.eq(attempts + 1), leased_until.eq(At(now + LEASE))))
        .returning((id, activity_id, actor_id, object_id, inbox, host, attempts, expires_at))
        .load(db)
        .map_err(Into::into)
}

/// Gives back what was taken and not tried.
///
/// # Errors
/// When the database refuses.
pub fn put_back(db: &mut Db, taken: &[Taken]) -> Result<()> {
    use crate::schema::delivery::dsl::*;
    for (fence, ids) in by_fence(taken) {
        let mine = diesel::update(delivery.filter(id.eq_any(ids)).filter(attempts.eq(fence)));
        mine.set((state.eq("ready"), leased_until.eq(None::<At>), attempts.eq(fence - 1))).execute(db)?;
    }
    Ok(())
}

/// Those with the same number of attempts together. That number is the fence against a worker whose lease was taken over.
pub(super) fn by_fence(taken: &[Taken]) -> BTreeMap<i32, Vec<i64>> {
    let mut fences = BTreeMap::<i32, Vec<i64>>::new();
    for one in taken {
        fences.entry(one.attempts).or_default().push(one.id);
    }
    fences
}

/// What is needed to make deliveries, each thing once.
#[derive(Debug, Clone, Default)]
pub struct Baggage {
    /// The JSON of the activities.
    pub bodies: HashMap<Uid, String>,
    /// What is known of the servers.
    pub peers: HashMap<String, Peer>,
    /// Who signs.
    pub actors: HashMap<Uid, Actor>,
}

/// What is needed to make these deliveries, in three statements.
///
/// # Errors
/// When the database refuses.
pub fn baggage(db: &mut Db, taken: &[Taken]) -> Result<Baggage> {
    use crate::schema::{activity, actor, peer};
    let hosts: BTreeSet<&str> = taken.iter().map(|one| one.host.as_str()).collect();
    let activities: BTreeSet<Uid> = taken.iter().map(|one| one.activity_id).collect();
    let signers: BTreeSet<Uid> = taken.iter().map(|one| one.actor_id).collect();
    let bodies: Vec<(Uid, String)> =
        activity::table.filter(activity::id.eq_any(activities)).select((activity::id, activity::body)).load(db)?;
    let peers: Vec<Peer> = peer::table.filter(peer::host.eq_any(hosts)).select(all::<Peer>()).load(db)?;
    let actors: Vec<Actor> = actor::table.filter(actor::id.eq_any(signers)).select(all::<Actor>()).load(db)?;
    Ok(Baggage {
        bodies: bodies.into_iter().collect(),
        peers: peers.into_iter().map(|peer| (peer.host.clone(), peer)).collect(),
        actors: actors.into_iter().map(|actor| (actor.id, actor)).collect(),
    })
}
