//! Other servers: what runs there, how they like to be spoken to, how they are doing, and what the administrators decided about them.

use crate::column::{At, Instant, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{host_rule, peer};
use crate::{Db, Result};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::BigInt;

/// Another server.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = peer, check_for_backend(MultiBackend))]
pub struct Peer {
    /// Its host, with the port where it is not the usual one.
    pub host: String,
    /// Its software, in lower case; empty while it is not known.
    pub software: String,
    /// Its version.
    pub version: String,
    /// When its software was asked.
    pub learnt_at: Option<At>,
    /// Code of the signature scheme that worked last; empty while it is not known.
    pub scheme: String,
    /// Whether it verifies Ed25519.
    pub ed25519: bool,
    /// Failures in a row.
    pub failures: i32,
    /// Nothing is sent before this.
    pub open_until: Option<At>,
    /// When something last arrived there.
    pub last_success_at: Option<At>,
    /// When something last failed to.
    pub last_failure_at: Option<At>,
    /// Why.
    pub last_error: Option<String>,
    /// When it was first met.
    pub seen_at: At,
}

domain::words! {
    /// What the administrators decided about a server.
    HostRule {
        /// Nothing goes there and nothing comes from there.
        Blocked = "blocked",
        /// It belongs to the list of territories.
        Allowed = "allowed",
    }
}

/// Notes a server, unless it is known.
///
/// # Errors
/// When the database refuses.
pub fn meet(db: &mut Db, host: &str, now: At) -> Result<()> {
    let values = (peer::host.eq(host), peer::seen_at.eq(now));
    each!(db, c => diesel::insert_into(peer::table).values(values).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// A server.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, host: &str) -> Result<Option<Peer>> {
    Ok(peer::table.find(host).select(all::<Peer>()).first(db).optional()?)
}

/// What runs there.
///
/// # Errors
/// When the database refuses.
pub fn learn(db: &mut Db, host: &str, software: &str, version: &str, now: At) -> Result<()> {
    meet(db, host, now)?;
    diesel::update(peer::table.find(host))
        .set((peer::software.eq(software), peer::version.eq(version), peer::learnt_at.eq(now)))
        .execute(db)?;
    Ok(())
}

/// Which signature scheme worked there. Nothing is written when that was known.
///
/// # Errors
/// When the database refuses.
pub fn prefer(db: &mut Db, host: &str, scheme: &str, now: At) -> Result<()> {
    meet(db, host, now)?;
    diesel::update(peer::table.find(host).filter(peer::scheme.ne(scheme))).set(peer::scheme.eq(scheme)).execute(db)?;
    Ok(())
}

/// Something arrived there.
///
/// # Errors
/// When the database refuses.
pub fn succeeded(db: &mut Db, host: &str, now: At) -> Result<()> {
    meet(db, host, now)?;
    diesel::update(peer::table.find(host)).set(peer::last_success_at.eq(now)).execute(db)?;
    // A pause that the server asked for stands.
    let in_trouble = peer::table.find(host).filter(peer::failures.gt(0));
    diesel::update(in_trouble).set((peer::failures.eq(0), peer::open_until.eq(None::<At>))).execute(db)?;
    Ok(())
}

/// The server itself failed: nothing more is sent before `open_until`. Several deliveries that fail together are one failure: what was under way
/// when it was noticed changes nothing.
///
/// # Errors
/// When the database refuses.
pub fn failed(db: &mut Db, host: &str, open_until: At, error: &str, now: At) -> Result<()> {
    meet(db, host, now)?;
    let awake = peer::open_until.is_null().or(peer::open_until.le(now));
    diesel::update(peer::table.find(host).filter(awake))
        .set((
            peer::failures.eq(peer::failures + 1),
            peer::open_until.eq(open_until),
            peer::last_failure_at.eq(now),
            peer::last_error.eq(error),
        ))
        .execute(db)?;
    Ok(())
}

/// The server asks for a pause.
///
/// # Errors
/// When the database refuses.
pub fn pause(db: &mut Db, host: &str, open_until: At, now: At) -> Result<()> {
    meet(db, host, now)?;
    diesel::update(peer::table.find(host)).set(peer::open_until.eq(open_until)).execute(db)?;
    Ok(())
}

/// A valid request came from there: it lives. `true`: it was thought to be in trouble.
///
/// # Errors
/// When the database refuses.
pub fn wake(db: &mut Db, host: &str) -> Result<bool> {
    let row = peer::table.find(host).filter(peer::failures.gt(0));
    Ok(diesel::update(row).set((peer::failures.eq(0), peer::open_until.eq(None::<At>))).execute(db)? == 1)
}

/// Forgets servers with which nobody here has to do any more: nothing waits for them, nobody there is followed or follows, and nothing arrived there
/// since `silent` (or ever, and they failed or were met before `failed`). Beyond `most`, those go first that have been silent for longest, whatever
/// they are: what is known of them is learnt again. Returns how many went.
///
/// # Errors
/// When the database refuses.
pub fn sweep(db: &mut Db, failed: At, silent: At, most: i64) -> Result<usize> {
    let gone = sql_query(
        "DELETE FROM peer WHERE ((last_success_at IS NULL AND coalesce(last_failure_at, seen_at) < $1) OR last_success_at < $2) \
         AND coalesce(learnt_at, seen_at) < $3 AND host NOT IN (SELECT host FROM delivery) \
         AND host NOT IN (SELECT a.host FROM follow f JOIN actor a ON a.id = f.follower_id) \
         AND host NOT IN (SELECT a.host FROM follow f JOIN actor a ON a.id = f.followed_id)",
    )
    .bind::<Instant, _>(failed)
    .bind::<Instant, _>(silent)
    .bind::<Instant, _>(failed)
    .execute(db)?;
    let beyond = count(db)? - most;
    if beyond <= 0 {
        return Ok(gone);
    }
    let more = sql_query(
        "DELETE FROM peer WHERE host IN (SELECT host FROM peer \
         ORDER BY CASE WHEN last_success_at IS NULL THEN 0 ELSE 1 END, coalesce(last_success_at, seen_at), host LIMIT $1)",
    )
    .bind::<BigInt, _>(beyond)
    .execute(db)?;
    Ok(gone + more)
}

/// Those of these servers that are known.
///
/// # Errors
/// When the database refuses.
pub fn among(db: &mut Db, hosts: &[String]) -> Result<Vec<Peer>> {
    Ok(peer::table.filter(peer::host.eq_any(hosts.to_vec())).select(all::<Peer>()).load(db)?)
}

/// Servers in alphabetical order, those in trouble first.
///
/// # Errors
/// When the database refuses.
pub fn list(db: &mut Db, limit: i64, offset: i64) -> Result<Vec<Peer>> {
    Ok(peer::table.order((peer::failures.desc(), peer::host)).limit(limit).offset(offset).select(all::<Peer>()).load(db)?)
}

/// How many there are.
///
/// # Errors
/// When the database refuses.
pub fn count(db: &mut Db) -> Result<i64> {
    Ok(peer::table.count().get_result(db)?)
}

/// A decision about a server.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = host_rule, check_for_backend(MultiBackend))]
pub struct Rule {
    /// The host; what is decided holds for the hosts under it too.
    pub host: String,
    /// Code of the decision.
    pub rule: String,
    /// Why, for colleagues.
    pub note: String,
    /// Who decided.
    pub made_by: Option<Uid>,
    /// When.
    pub made_at: At,
}

/// Decides about a server.
///
/// # Errors
/// When the database refuses.
pub fn rule(db: &mut Db, host: &str, rule: HostRule, note: &str, by: Option<Uid>, now: At) -> Result<()> {
    unrule(db, host)?;
    diesel::insert_into(host_rule::table)
        .values((
            host_rule::host.eq(host),
            host_rule::rule.eq(rule.code()),
            host_rule::note.eq(note),
            host_rule::made_by.eq(by),
            host_rule::made_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// Takes a decision back. `false`: there was none.
///
/// # Errors
/// When the database refuses.
pub fn unrule(db: &mut Db, host: &str) -> Result<bool> {
    Ok(diesel::delete(host_rule::table.find(host)).execute(db)? == 1)
}

/// Every decision, at most `limit`.
///
/// # Errors
/// When the database refuses.
pub fn rules(db: &mut Db, limit: i64) -> Result<Vec<Rule>> {
    Ok(host_rule::table.order(host_rule::host).limit(limit).select(all::<Rule>()).load(db)?)
}

/// What holds for a host: what was decided about it or about a name above it; the longest name decides, and a decision about a name holds for
/// every port of it.
pub fn governing<T>(host: &str, mut decided: impl FnMut(&str) -> Option<T>) -> Option<T> {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let mut name = host.as_str();
    loop {
        let bare = name.rsplit_once(':').map_or(name, |(name, _)| name);
        if let Some(found) = decided(name).or_else(|| decided(bare)) {
            return Some(found);
        }
        match name.split_once('.') {
            Some((_, rest)) if !rest.is_empty() => name = rest,
            _ => return None,
        }
    }
}

/// Which of these hosts are blocked, themselves or under a name above them.
///
/// # Errors
/// When the database refuses.
pub fn blocked_among(db: &mut Db, hosts: &[String]) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for host in hosts {
        governing(host, |name| {
            names.push(name.to_owned());
            None::<()>
        });
    }
    let decided: Vec<(String, String)> =
        host_rule::table.filter(host_rule::host.eq_any(names)).select((host_rule::host, host_rule::rule)).load(db)?;
    let is_blocked = |host: &&String| {
        let rule = governing(host, |name| decided.iter().find(|(decided, _)| decided == name).map(|(_, rule)| rule.as_str()));
        rule == Some(HostRule::Blocked.code())
    };
    Ok(hosts.iter().filter(is_blocked).cloned().collect())
}
