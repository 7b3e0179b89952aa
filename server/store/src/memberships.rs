//! Who acts in the name of an organisation, and who is invited to. None of this ever leaves the instance.

use crate::column::{At, Uid, all, each, is_postgres};
use crate::conn::MultiBackend;
use crate::schema::{account, actor, invitation, membership, organisation, organisation_request};
use crate::{Db, Result};
use diesel::prelude::*;
use domain::organisation::Ties;

/// Most organisations of one person, and most members of one organisation, that are read at once.
pub const MANY: i64 = 200;

/// A member as the others see them.
#[derive(Debug, Clone, Queryable)]
pub struct Member {
    /// Who.
    pub id: Uid,
    /// The name that is shown.
    pub name: String,
    /// The handle.
    pub username: String,
    /// Whether they look after the membership.
    pub administers: bool,
    /// Since when.
    pub since: At,
}

/// An organisation in whose name somebody acts.
#[derive(Debug, Clone, Queryable)]
pub struct Mine {
    /// Which.
    pub id: Uid,
    /// Its name.
    pub name: String,
    /// Its handle.
    pub username: String,
    /// Whether they look after the membership.
    pub administers: bool,
    /// Whether what it says leaves under its name.
    pub publish_abroad: bool,
}

/// An address that may join.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = invitation, check_for_backend(MultiBackend))]
pub struct Invitation {
    /// Where.
    pub organisation_id: Uid,
    /// The address, in lower case.
    pub email: String,
    /// Whether to look after the membership.
    pub administers: bool,
    /// When.
    pub invited_at: At,
}

/// What ties somebody to an organisation: nothing where there is no such organisation, or where their account is suspended.
///
/// # Errors
/// When the database refuses.
pub fn ties(db: &mut Db, organisation_id: Uid, person: Uid) -> Result<Ties> {
    let closed: Option<Option<At>> = organisation::table.find(organisation_id).select(organisation::closed_at).first(db).optional()?;
    let Some(closed) = closed else { return Ok(Ties::default()) };
    let administers: Option<bool> = membership::table
        .inner_join(account::table.on(account::actor_id.eq(membership::member_id)))
        .filter(membership::organisation_id.eq(organisation_id))
        .filter(membership::member_id.eq(person))
        .filter(account::suspended_at.is_null())
        .select(membership::administers)
        .first(db)
        .optional()?;
    let others: i64 = membership::table
        .filter(membership::organisation_id.eq(organisation_id))
        .filter(membership::member_id.ne(person))
        .filter(membership::administers.eq(true))
        .count()
        .get_result(db)?;
    Ok(Ties { open: closed.is_none(), member: administers.is_some(), administers: administers == Some(true), alone: others == 0 })
}

/// Holds the membership of an organisation until the end of the write transaction, so that of two who leave at once the second sees what the
/// first did. (SQLite has one writer and needs no such care.)
///
/// # Errors
/// When the database refuses.
pub fn hold(db: &mut Db, organisation_id: Uid) -> Result<()> {
    if is_postgres(db) {
        let held = "SELECT member_id FROM membership WHERE organisation_id = $1 ORDER BY member_id FOR UPDATE";
        diesel::sql_query(held).bind::<crate::column::sql::UidSql, _>(organisation_id).execute(db)?;
    }
    Ok(())
}

/// Makes somebody a member. `false`: they are one already.
///
/// # Errors
/// When the database refuses.
pub fn join(db: &mut Db, organisation_id: Uid, person: Uid, administers: bool, now: At) -> Result<bool> {
    let joined = each!(db, c => diesel::insert_into(membership::table)
        .values((
            membership::organisation_id.eq(organisation_id),
            membership::member_id.eq(person),
            membership::administers.eq(administers),
            membership::since.eq(now),
        ))
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(joined == 1)
}

/// Ends a membership. `false`: there is none.
///
/// # Errors
/// When the database refuses.
pub fn leave(db: &mut Db, organisation_id: Uid, person: Uid) -> Result<bool> {
    Ok(diesel::delete(membership::table.find((organisation_id, person))).execute(db)? == 1)
}

/// The members of an organisation, by name.
///
/// # Errors
/// When the database refuses.
pub fn of_organisation(db: &mut Db, organisation_id: Uid) -> Result<Vec<Member>> {
    Ok(membership::table
        .inner_join(actor::table.on(actor::id.eq(membership::member_id)))
        .filter(membership::organisation_id.eq(organisation_id))
        .order((actor::display_name, actor::id))
        .limit(MANY)
        .select((actor::id, actor::display_name, actor::username, membership::administers, membership::since))
        .load(db)?)
}

/// Who looks after an organisation: address, name and code of the language.
///
/// # Errors
/// When the database refuses.
pub fn administrators(db: &mut Db, organisation_id: Uid, limit: i64) -> Result<Vec<(String, String, String)>> {
    Ok(membership::table
        .inner_join(account::table.on(account::actor_id.eq(membership::member_id)))
        .inner_join(actor::table.on(actor::id.eq(membership::member_id)))
        .filter(membership::organisation_id.eq(organisation_id))
        .filter(membership::administers.eq(true))
        .filter(account::suspended_at.is_null())
        .order((membership::since, membership::member_id))
        .limit(limit)
        .select((account::email, actor::display_name, account::lang))
        .load(db)?)
}

/// The open organisations in whose name somebody acts, by name.
///
/// # Errors
/// When the database refuses.
pub fn of_person(db: &mut Db, person: Uid) -> Result<Vec<Mine>> {
    Ok(membership::table
        .inner_join(organisation::table.on(organisation::actor_id.eq(membership::organisation_id)))
        .inner_join(actor::table.on(actor::id.eq(membership::organisation_id)))
        .filter(membership::member_id.eq(person))
        .filter(organisation::closed_at.is_null())
        .order((actor::display_name, actor::id))
        .limit(MANY)
        .select((actor::id, actor::display_name, actor::username, membership::administers, organisation::publish_abroad))
        .load(db)?)
}

/// Invites an address. `false`: it is invited already.
///
/// # Errors
/// When the database refuses.
pub fn invite(db: &mut Db, new: &Invitation) -> Result<bool> {
    let new = new.clone();
    Ok(each!(db, c => diesel::insert_into(invitation::table).values(new).on_conflict_do_nothing().execute(c))? == 1)
}

/// Takes an invitation: it is gone afterwards. `None`: there is none.
///
/// # Errors
/// When the database refuses.
pub fn take_invitation(db: &mut Db, organisation_id: Uid, email: &str) -> Result<Option<Invitation>> {
    let found = invitation::table.find((organisation_id, email.to_owned()));
    let row: Option<Invitation> = found.clone().select(all::<Invitation>()).first(db).optional()?;
    let taken = diesel::delete(invitation::table.find((organisation_id, email.to_owned()))).execute(db)?;
    Ok(row.filter(|_| taken == 1))
}

/// Who is invited to an organisation, latest first.
///
/// # Errors
/// When the database refuses.
pub fn invited(db: &mut Db, organisation_id: Uid) -> Result<Vec<Invitation>> {
    Ok(invitation::table
        .filter(invitation::organisation_id.eq(organisation_id))
        .order((invitation::invited_at.desc(), invitation::email))
        .limit(MANY)
        .select(all::<Invitation>())
        .load(db)?)
}

/// How many addresses are invited to an organisation.
///
/// # Errors
/// When the database refuses.
pub fn count_invited(db: &mut Db, organisation_id: Uid) -> Result<i64> {
    Ok(invitation::table.filter(invitation::organisation_id.eq(organisation_id)).count().get_result(db)?)
}

/// Where an address is invited: the organisation, its name and its handle.
///
/// # Errors
/// When the database refuses.
pub fn invitations_for(db: &mut Db, email: &str) -> Result<Vec<(Uid, String, String)>> {
    Ok(invitation::table
        .inner_join(actor::table.on(actor::id.eq(invitation::organisation_id)))
        .filter(invitation::email.eq(email))
        .order(invitation::invited_at.desc())
        .limit(MANY)
        .select((actor::id, actor::display_name, actor::username))
        .load(db)?)
}

/// Forgets somebody who leaves: their memberships, their invitations, what they asked. What their organisations said stays.
///
/// # Errors
/// When the database refuses.
pub fn forget_person(db: &mut Db, person: Uid, email: &str) -> Result<()> {
    diesel::delete(membership::table.filter(membership::member_id.eq(person))).execute(db)?;
    diesel::delete(invitation::table.filter(invitation::email.eq(email))).execute(db)?;
    diesel::delete(organisation_request::table.filter(organisation_request::asked_by.eq(person))).execute(db)?;
    Ok(())
}
