//! Who follows whom across servers. One of the two is always of this instance.

use crate::column::{At, Uid, UidSql, each};
use crate::schema::{actor, follow, remote_actor};
use crate::{Db, Result};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

/// Actors that are asked for in one statement: SQLite takes no more than 32,766 values.
const CHUNK: usize = 1_000;

domain::words! {
    /// How far a follow has come.
    FollowState {
        /// Asked, not answered yet.
        Asked = "asked",
        /// Accepted.
        Accepted = "accepted",
    }
}

/// Notes that `follower` follows `followed`; a second time only brings it up to date.
///
/// # Errors
/// When the database refuses.
pub fn keep(db: &mut Db, follower: Uid, followed: Uid, state: FollowState, activity: &str, now: At) -> Result<()> {
    let values = (
        follow::follower_id.eq(follower),
        follow::followed_id.eq(followed),
        follow::state.eq(state.code()),
        follow::activity.eq(activity),
        follow::since.eq(now),
    );
    let change = (follow::state.eq(state.code()), follow::activity.eq(activity));
    each!(db, c => diesel::insert_into(follow::table)
        .values(values)
        .on_conflict((follow::follower_id, follow::followed_id))
        .do_update()
        .set(change)
        .execute(c))?;
    Ok(())
}

/// A follow that we asked for was answered. `false`: we never asked (B12).
///
/// # Errors
/// When the database refuses.
pub fn answer(db: &mut Db, follower: Uid, followed: Uid, accepted: bool) -> Result<bool> {
    let row = follow::table.find((follower, followed));
    let changed = if accepted {
        diesel::update(row).set(follow::state.eq(FollowState::Accepted.code())).execute(db)?
    } else {
        diesel::delete(row).execute(db)?
    };
    Ok(changed == 1)
}

/// The end of a follow. `false`: there was none.
///
/// # Errors
/// When the database refuses.
pub fn end(db: &mut Db, follower: Uid, followed: Uid) -> Result<bool> {
    Ok(diesel::delete(follow::table.find((follower, followed))).execute(db)? == 1)
}

/// The state and the activity of a follow.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, follower: Uid, followed: Uid) -> Result<Option<(String, String)>> {
    Ok(follow::table.find((follower, followed)).select((follow::state, follow::activity)).first(db).optional()?)
}

/// Which local actor asked with this activity, and whom: to answer an Accept that only gives the id of the Follow.
///
/// # Errors
/// When the database refuses.
pub fn by_activity(db: &mut Db, activity: &str) -> Result<Option<(Uid, Uid)>> {
    Ok(follow::table.filter(follow::activity.eq(activity)).select((follow::follower_id, follow::followed_id)).first(db).optional()?)
}

/// Whether anybody here follows this actor.
///
/// # Errors
/// When the database refuses.
pub fn is_followed_here(db: &mut Db, followed: Uid) -> Result<bool> {
    let found = follow::table.filter(follow::followed_id.eq(followed)).filter(follow::state.eq(FollowState::Accepted.code()));
    Ok(diesel::select(diesel::dsl::exists(found)).get_result(db)?)
}

/// Forgets every follow of an actor, both ways.
///
/// # Errors
/// When the database refuses.
pub fn forget_actor(db: &mut Db, id: Uid) -> Result<()> {
    diesel::delete(follow::table.filter(follow::follower_id.eq(id).or(follow::followed_id.eq(id)))).execute(db)?;
    Ok(())
}

/// How many follow an actor.
///
/// # Errors
/// When the database refuses.
pub fn count(db: &mut Db, followed: Uid) -> Result<i64> {
    Ok(follow::table
        .filter(follow::followed_id.eq(followed))
        .filter(follow::state.eq(FollowState::Accepted.code()))
        .count()
        .get_result(db)?)
}

/// How many an actor follows.
///
/// # Errors
/// When the database refuses.
pub fn count_following(db: &mut Db, follower: Uid) -> Result<i64> {
    Ok(follow::table
        .filter(follow::follower_id.eq(follower))
        .filter(follow::state.eq(FollowState::Accepted.code()))
        .count()
        .get_result(db)?)
}

/// An actor elsewhere that somebody here follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// Who follows.
    pub follower_id: Uid,
    /// Who is followed.
    pub followed_id: Uid,
    /// Its address.
    pub uri: String,
    /// Its handle.
    pub username: String,
    /// Its host.
    pub host: String,
    /// Its name.
    pub display_name: String,
    /// Code of the state.
    pub state: String,
    /// Since when.
    pub since: At,
}

/// Whom this actor follows, newest first.
///
/// # Errors
/// When the database refuses.
pub fn of_follower(db: &mut Db, follower: Uid, limit: i64, offset: i64) -> Result<Vec<Followed>> {
    let rows = follow::table
        .inner_join(actor::table.on(actor::id.eq(follow::followed_id)))
        .filter(follow::follower_id.eq(follower))
        .order((follow::since.desc(), actor::id))
        .limit(limit)
        .offset(offset)
        .select((
            follow::follower_id,
            actor::id,
            actor::uri,
            actor::username,
            actor::host,
            actor::display_name,
            follow::state,
            follow::since,
        ))
        .load::<(Uid, Uid, Option<String>, String, String, String, String, At)>(db)?;
    let row = |(follower_id, followed_id, uri, username, host, display_name, state, since): (_, _, Option<String>, _, _, _, _, _)| {
        Followed { follower_id, followed_id, uri: uri.unwrap_or_default(), username, host, display_name, state, since }
    };
    Ok(rows.into_iter().map(row).collect())
}

/// The actors of this instance that follow this one, or asked to.
///
/// # Errors
/// When the database refuses.
pub fn followers_here(db: &mut Db, followed: Uid, limit: i64) -> Result<Vec<Uid>> {
    Ok(follow::table.filter(follow::followed_id.eq(followed)).order(follow::since).limit(limit).select(follow::follower_id).load(db)?)
}

/// The addresses of the followers of an actor, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn followers(db: &mut Db, followed: Uid, limit: i64, offset: i64) -> Result<Vec<String>> {
    Ok(follow::table
        .inner_join(actor::table.on(actor::id.eq(follow::follower_id)))
        .filter(follow::followed_id.eq(followed))
        .filter(follow::state.eq(FollowState::Accepted.code()))
        .order((follow::since, actor::id))
        .limit(limit)
        .offset(offset)
        .select(actor::uri.assume_not_null())
        .load(db)?)
}

/// An inbox that a public activity of an actor goes to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, QueryableByName)]
pub struct Inbox {
    /// The address.
    #[diesel(sql_type = Text)]
    pub inbox: String,
    /// The host.
    #[diesel(sql_type = Text)]
    pub host: String,
    /// The software that runs there, as far as it is known.
    #[diesel(sql_type = Text)]
    pub software: String,
}

/// The distinct inboxes of the followers of an actor (the shared one where there is one), in pages after `after`.
///
/// # Errors
/// When the database refuses.
pub fn inboxes(db: &mut Db, followed: Uid, after: &str, limit: i64) -> Result<Vec<Inbox>> {
    Ok(diesel::sql_query(
        "SELECT DISTINCT coalesce(r.shared_inbox, r.inbox) AS inbox, a.host AS host, coalesce(p.software, '') AS software \
         FROM follow f JOIN actor a ON a.id = f.follower_id JOIN remote_actor r ON r.actor_id = a.id LEFT JOIN peer p ON p.host = a.host \
         WHERE f.followed_id = $1 AND f.state = 'accepted' AND coalesce(r.shared_inbox, r.inbox) > $2 ORDER BY 1 LIMIT $3",
    )
    .bind::<UidSql, _>(followed)
    .bind::<Text, _>(after)
    .bind::<BigInt, _>(limit)
    .load(db)?)
}

/// A follower with where what is for them goes.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub struct Follower {
    /// Who follows.
    #[diesel(sql_type = UidSql)]
    pub follower_id: Uid,
    /// The address: the shared inbox where there is one.
    #[diesel(sql_type = Text)]
    pub inbox: String,
    /// The host.
    #[diesel(sql_type = Text)]
    pub host: String,
    /// The software that runs there, as far as it is known.
    #[diesel(sql_type = Text)]
    pub software: String,
}

/// The followers of an actor, each with an inbox, in the order of their ids, after `after`.
///
/// # Errors
/// When the database refuses.
pub fn one_by_one(db: &mut Db, followed: Uid, after: Uid, limit: i64) -> Result<Vec<Follower>> {
    Ok(diesel::sql_query(
        "SELECT f.follower_id AS follower_id, coalesce(r.shared_inbox, r.inbox) AS inbox, a.host AS host, coalesce(p.software, '') AS software \
         FROM follow f JOIN actor a ON a.id = f.follower_id JOIN remote_actor r ON r.actor_id = a.id LEFT JOIN peer p ON p.host = a.host \
         WHERE f.followed_id = $1 AND f.state = 'accepted' AND f.follower_id > $2 ORDER BY f.follower_id LIMIT $3",
    )
    .bind::<UidSql, _>(followed)
    .bind::<UidSql, _>(after)
    .bind::<BigInt, _>(limit)
    .load(db)?)
}

/// The inboxes of these actors (the shared one where there is one).
///
/// # Errors
/// When the database refuses.
pub fn inboxes_of(db: &mut Db, actors: &[Uid]) -> Result<Vec<(String, String)>> {
    let mut found = Vec::with_capacity(actors.len());
    for some in actors.chunks(CHUNK) {
        let rows: Vec<(String, Option<String>, String)> = remote_actor::table
            .inner_join(actor::table)
            .filter(remote_actor::actor_id.eq_any(some.to_vec()))
            .select((remote_actor::inbox, remote_actor::shared_inbox, actor::host))
            .load(db)?;
        found.extend(rows.into_iter().map(|(inbox, shared, host)| (shared.unwrap_or(inbox), host)));
    }
    Ok(found)
}

/// An inbox is gone for good: those who received there follow no more.
///
/// # Errors
/// When the database refuses.
pub fn drop_inbox(db: &mut Db, inbox: &str) -> Result<usize> {
    let there: Vec<Uid> = remote_actor::table
        .filter(remote_actor::inbox.eq(inbox).or(remote_actor::shared_inbox.eq(inbox)))
        .select(remote_actor::actor_id)
        .limit(10_000)
        .load(db)?;
    Ok(diesel::delete(follow::table.filter(follow::follower_id.eq_any(there))).execute(db)?)
}
