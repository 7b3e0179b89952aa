//! Who wants nothing more to do with whom across servers, and what those who are followed here show first.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{actor, barred_actor, consultation, pinned, relayed, report, shut_out};
use crate::{Db, Result};
use diesel::prelude::*;
use std::collections::HashSet;

/// An actor of another server with whom moderators here want nothing more to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = barred_actor, check_for_backend(MultiBackend))]
pub struct Barred {
    /// Who.
    pub actor_id: Uid,
    /// In which consultation it was decided.
    pub consultation_id: Uid,
    /// Who decided.
    pub made_by: Option<Uid>,
    /// When.
    pub made_at: At,
}

/// Bars an actor. `false`: it was barred already.
///
/// # Errors
/// When the database refuses.
pub fn bar(db: &mut Db, new: Barred) -> Result<bool> {
    Ok(each!(db, c => diesel::insert_into(barred_actor::table).values(new).on_conflict_do_nothing().execute(c))? == 1)
}

/// Bars an actor no more. `false`: it was not barred.
///
/// # Errors
/// When the database refuses.
pub fn unbar(db: &mut Db, actor: Uid) -> Result<bool> {
    Ok(diesel::delete(barred_actor::table.find(actor)).execute(db)? == 1)
}

/// The decision to bar an actor.
///
/// # Errors
/// When the database refuses.
pub fn find_barred(db: &mut Db, actor: Uid) -> Result<Option<Barred>> {
    Ok(barred_actor::table.find(actor).select(all::<Barred>()).first(db).optional()?)
}

/// Whether an actor is barred.
///
/// # Errors
/// When the database refuses.
pub fn is_barred(db: &mut Db, actor: Uid) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(barred_actor::table.find(actor))).get_result(db)?)
}

/// A barred actor, with its names.
#[derive(Debug, Clone)]
pub struct BarredActor {
    /// The decision.
    pub barred: Barred,
    /// The name that is shown.
    pub name: String,
    /// Its handle.
    pub username: String,
    /// Its host.
    pub host: String,
    /// Title of the consultation in which it was decided.
    pub consultation: String,
}

/// The barred actors, the latest first, and how many there are.
///
/// # Errors
/// When the database refuses.
pub fn barred(db: &mut Db, limit: i64, offset: i64) -> Result<(Vec<BarredActor>, i64)> {
    let total = barred_actor::table.count().get_result(db)?;
    let rows: Vec<(Barred, String, String, String, String)> = barred_actor::table
        .inner_join(actor::table.on(actor::id.eq(barred_actor::actor_id)))
        .inner_join(consultation::table.on(consultation::id.eq(barred_actor::consultation_id)))
        .order((barred_actor::made_at.desc(), barred_actor::actor_id))
        .limit(limit)
        .offset(offset)
        .select((all::<Barred>(), actor::display_name, actor::username, actor::host, consultation::title))
        .load(db)?;
    let row = |(barred, name, username, host, consultation)| BarredActor { barred, name, username, host, consultation };
    Ok((rows.into_iter().map(row).collect(), total))
}

/// Notes that an actor of another server wants nothing more to do with one of this instance.
///
/// # Errors
/// When the database refuses.
pub fn shut_out(db: &mut Db, by: Uid, actor: Uid, now: At) -> Result<()> {
    let values = (shut_out::by_id.eq(by), shut_out::actor_id.eq(actor), shut_out::since.eq(now));
    each!(db, c => diesel::insert_into(shut_out::table).values(values).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// The end of that. `false`: it was not so.
///
/// # Errors
/// When the database refuses.
pub fn let_in(db: &mut Db, by: Uid, actor: Uid) -> Result<bool> {
    Ok(diesel::delete(shut_out::table.find((by, actor))).execute(db)? == 1)
}

/// Those of these, of other servers, that want nothing to do with `actor`.
///
/// # Errors
/// When the database refuses.
pub fn who_shut_out(db: &mut Db, those: &[Uid], actor: Uid) -> Result<HashSet<Uid>> {
    let theirs = shut_out::table.filter(shut_out::by_id.eq_any(those.to_vec())).filter(shut_out::actor_id.eq(actor));
    let found: Vec<Uid> = theirs.select(shut_out::by_id).load(db)?;
    Ok(found.into_iter().collect())
}

/// Most things that one actor shows first here.
const PINNED_MAX: i64 = 20;

/// Notes that an actor shows something first. `false`: it shows enough already.
///
/// # Errors
/// When the database refuses.
pub fn pin(db: &mut Db, actor: Uid, uri: &str, now: At) -> Result<bool> {
    let count: i64 = pinned::table.filter(pinned::actor_id.eq(actor)).count().get_result(db)?;
    if count >= PINNED_MAX {
        return Ok(false);
    }
    let values = (pinned::actor_id.eq(actor), pinned::uri.eq(uri), pinned::since.eq(now));
    each!(db, c => diesel::insert_into(pinned::table).values(values).on_conflict_do_nothing().execute(c))?;
    Ok(true)
}

/// The end of that. `false`: it was not so.
///
/// # Errors
/// When the database refuses.
pub fn unpin(db: &mut Db, actor: Uid, uri: &str) -> Result<bool> {
    Ok(diesel::delete(pinned::table.find((actor, uri))).execute(db)? == 1)
}

/// Which of these are shown first by somebody.
///
/// # Errors
/// When the database refuses.
pub fn pinned_among(db: &mut Db, uris: &[String]) -> Result<Vec<String>> {
    Ok(pinned::table.filter(pinned::uri.eq_any(uris.to_vec())).select(pinned::uri).distinct().load(db)?)
}

/// Keeps the activity with which a text came, in place of an earlier one.
///
/// # Errors
/// When the database refuses.
pub fn keep_relayed(db: &mut Db, contribution: Uid, body: &str) -> Result<()> {
    diesel::delete(relayed::table.find(contribution)).execute(db)?;
    diesel::insert_into(relayed::table).values((relayed::contribution_id.eq(contribution), relayed::body.eq(body))).execute(db)?;
    Ok(())
}

/// The activity with which a text came.
///
/// # Errors
/// When the database refuses.
pub fn relayed(db: &mut Db, contribution: Uid) -> Result<Option<String>> {
    Ok(relayed::table.find(contribution).select(relayed::body).first(db).optional()?)
}

/// How many reports from a server wait.
///
/// # Errors
/// When the database refuses.
pub fn reports_from(db: &mut Db, host: &str) -> Result<i64> {
    Ok(report::table
        .inner_join(actor::table.on(actor::id.nullable().eq(report::reporter_id)))
        .filter(actor::host.eq(host))
        .filter(report::decided_at.is_null())
        .count()
        .get_result(db)?)
}
