//! The network as pages show it: the exchanges by which collectivities recognise each other, and the servers by how much they are trusted.

use crate::column::{At, UidSql, all};
use crate::peers::{self, HostRule};
use crate::schema::{actor, host_rule, recognition};
use crate::trust::{Recognition, RecognitionState, Territory};
use crate::{Db, Result, Uid};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text};

/// An exchange with the name of the other collectivity.
#[derive(Debug, Clone)]
pub struct Exchange {
    /// The exchange.
    pub recognition: Recognition,
    /// The name that is shown.
    pub name: String,
    /// Its handle, without host.
    pub username: String,
    /// Its host.
    pub host: String,
    /// Its address.
    pub uri: String,
}

type Row = (Recognition, String, String, String, Option<String>);

fn exchange((recognition, name, username, host, uri): Row) -> Exchange {
    Exchange { recognition, name, username, host, uri: uri.unwrap_or_default() }
}

/// Every exchange: first what somebody here must decide, then what waits elsewhere, what holds, what is over; and how many there are.
///
/// # Errors
/// When the database refuses.
pub fn exchanges(db: &mut Db, limit: i64, offset: i64) -> Result<(Vec<Exchange>, i64)> {
    let total = recognition::table.count().get_result(db)?;
    // sql: constant parts only
    let order = diesel::dsl::sql::<diesel::sql_types::Integer>(
        "CASE WHEN recognition.state = 'held' OR (recognition.state = 'proposed' AND NOT recognition.ours) THEN 0 \
         WHEN recognition.state = 'proposed' THEN 1 WHEN recognition.state = 'official' THEN 2 ELSE 3 END",
    );
    let rows: Vec<Row> = recognition::table
        .inner_join(actor::table.on(actor::id.eq(recognition::actor_id)))
        .order((order, recognition::proposed_at.desc(), recognition::id))
        .limit(limit)
        .offset(offset)
        .select((all::<Recognition>(), actor::display_name, actor::username, actor::host, actor::uri))
        .load(db)?;
    Ok((rows.into_iter().map(exchange).collect(), total))
}

/// How many exchanges wait for somebody here.
///
/// # Errors
/// When the database refuses.
pub fn waiting(db: &mut Db) -> Result<i64> {
    let proposed = recognition::state.eq(RecognitionState::Proposed.code()).and(recognition::ours.eq(false));
    Ok(recognition::table.filter(recognition::state.eq(RecognitionState::Held.code()).or(proposed)).count().get_result(db)?)
}

/// How many servers there are of each kind: official collectivities, known ones, those that something was exchanged with, those that are blocked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Official collectivities.
    pub official: i64,
    /// Known servers.
    pub known: i64,
    /// Servers that something was exchanged with.
    pub open: i64,
    /// Names that are blocked.
    pub blocked: i64,
}

/// The servers that are known and not official: on the list of territories, or somebody there is followed by our collectivity.
const KNOWN: &str = "SELECT host FROM (SELECT a.host AS host FROM follow f JOIN actor a ON a.id = f.followed_id \
     WHERE f.follower_id = $1 AND f.state = 'accepted' AND a.host <> '' UNION SELECT host FROM host_rule WHERE rule = 'allowed') AS known \
     WHERE host NOT IN (SELECT a.host FROM recognition r JOIN actor a ON a.id = r.actor_id WHERE r.state = 'official') \
     AND host NOT IN (SELECT host FROM host_rule WHERE rule = 'blocked') ORDER BY host LIMIT $2 OFFSET $3";
const KNOWN_COUNT: &str = "SELECT CAST(count(*) AS BIGINT) AS total FROM (SELECT a.host AS host FROM follow f JOIN actor a ON a.id = f.followed_id \
     WHERE f.follower_id = $1 AND f.state = 'accepted' AND a.host <> '' UNION SELECT host FROM host_rule WHERE rule = 'allowed') AS known \
     WHERE host NOT IN (SELECT a.host FROM recognition r JOIN actor a ON a.id = r.actor_id WHERE r.state = 'official') \
     AND host NOT IN (SELECT host FROM host_rule WHERE rule = 'blocked')";
/// The other servers that something was exchanged with.
const OPEN: &str = "SELECT host FROM peer WHERE host NOT IN (SELECT host FROM host_rule) \
     AND host NOT IN (SELECT a.host FROM recognition r JOIN actor a ON a.id = r.actor_id WHERE r.state = 'official') \
     AND host NOT IN (SELECT a.host FROM follow f JOIN actor a ON a.id = f.followed_id WHERE f.follower_id = $1 AND f.state = 'accepted') \
     ORDER BY host LIMIT $2 OFFSET $3";
const OPEN_COUNT: &str = "SELECT CAST(count(*) AS BIGINT) AS total FROM peer WHERE host NOT IN (SELECT host FROM host_rule) \
     AND host NOT IN (SELECT a.host FROM recognition r JOIN actor a ON a.id = r.actor_id WHERE r.state = 'official') \
     AND host NOT IN (SELECT a.host FROM follow f JOIN actor a ON a.id = f.followed_id WHERE f.follower_id = $1 AND f.state = 'accepted')";

#[derive(QueryableByName)]
struct Total {
    #[diesel(sql_type = BigInt)]
    total: i64,
}

#[derive(QueryableByName)]
struct Host {
    #[diesel(sql_type = Text)]
    host: String,
}

/// How many servers there are of each kind, for the collectivity `ours`. Those under a blocked name are counted with the others.
///
/// # Errors
/// When the database refuses.
pub fn counts(db: &mut Db, ours: Uid) -> Result<Counts> {
    Ok(Counts {
        official: official_rows().select(diesel::dsl::count(recognition::actor_id).aggregate_distinct()).first(db)?,
        known: sql_query(KNOWN_COUNT).bind::<UidSql, _>(ours).get_result::<Total>(db)?.total,
        open: sql_query(OPEN_COUNT).bind::<UidSql, _>(ours).get_result::<Total>(db)?.total,
        blocked: host_rule::table.filter(host_rule::rule.eq(HostRule::Blocked.code())).count().get_result(db)?,
    })
}

#[diesel::dsl::auto_type]
fn official_rows() -> _ {
    let joined = recognition::table.inner_join(actor::table.on(actor::id.eq(recognition::actor_id)));
    joined.filter(recognition::state.eq("official")).filter(actor::erased_at.is_null())
}

/// The official collectivities by name, those on blocked servers left out.
///
/// # Errors
/// When the database refuses.
pub fn official(db: &mut Db, limit: i64, offset: i64) -> Result<Vec<Exchange>> {
    let rows: Vec<Row> = official_rows()
        .order((actor::display_name, actor::id, recognition::answered_at))
        .limit(limit)
        .offset(offset)
        .select((all::<Recognition>(), actor::display_name, actor::username, actor::host, actor::uri))
        .load(db)?;
    let hosts: Vec<String> = rows.iter().map(|(.., host, _)| host.clone()).collect();
    let blocked = peers::blocked_among(db, &hosts)?;
    let mut found: Vec<Exchange> = rows.into_iter().map(exchange).filter(|one| !blocked.contains(&one.host)).collect();
    found.dedup_by(|later, earlier| later.recognition.actor_id == earlier.recognition.actor_id);
    Ok(found)
}

/// A server, with what the collectivity there says of itself: nobody has checked it.
#[derive(Debug, Clone)]
pub struct Server {
    /// Its host.
    pub host: String,
    /// What runs there, where it is known.
    pub software: String,
    /// The name and the territory of a collectivity there, as it says itself.
    pub said: Option<(String, Territory)>,
    /// Since when it is known.
    pub since: Option<At>,
}

/// The known servers (`open` is false) or the other ones, by name, those under a blocked name left out.
///
/// # Errors
/// When the database refuses.
pub fn servers(db: &mut Db, ours: Uid, open: bool, limit: i64, offset: i64) -> Result<Vec<Server>> {
    let query = sql_query(if open { OPEN } else { KNOWN });
    let rows: Vec<Host> = query.bind::<UidSql, _>(ours).bind::<BigInt, _>(limit).bind::<BigInt, _>(offset).load(db)?;
    let hosts: Vec<String> = rows.into_iter().map(|row| row.host).collect();
    let blocked = peers::blocked_among(db, &hosts)?;
    let met = peers::among(db, &hosts)?;
    let said = crate::trust::declared_at(db, &hosts)?;
    let server = |host: String| {
        let peer = met.iter().find(|peer| peer.host == host);
        let said = said.iter().find(|(at, ..)| *at == host).map(|(_, name, territory)| (name.clone(), territory.clone()));
        Server { software: peer.map(|peer| peer.software.clone()).unwrap_or_default(), since: peer.map(|peer| peer.seen_at), said, host }
    };
    Ok(hosts.into_iter().filter(|host| !blocked.contains(host)).map(server).collect())
}
