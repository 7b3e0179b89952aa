//! Organisations of this instance, and what is asked to be opened.

use crate::actors::Actor;
use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::schema::{account, actor, organisation, organisation_request};
use crate::{Db, Result};
use diesel::prelude::*;

/// An organisation.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = organisation, check_for_backend(MultiBackend))]
pub struct Organisation {
    /// The actor that it is.
    pub actor_id: Uid,
    /// Code of what it is.
    pub kind: String,
    /// Its own pages, if it has any.
    pub web: String,
    /// Its SIREN or RNA number, if it has one.
    pub registration: String,
    /// Whether what it says leaves the instance under its name.
    pub publish_abroad: bool,
    /// Since when.
    pub opened_at: At,
    /// When it was closed: nobody acts in its name any more.
    pub closed_at: Option<At>,
}

/// What somebody asks to be opened.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = organisation_request, check_for_backend(MultiBackend))]
pub struct Request {
    /// Its id.
    pub id: Uid,
    /// Code of what it is.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// What it says of itself, in Markdown.
    pub summary: String,
    /// Its own pages.
    pub web: String,
    /// Its number.
    pub registration: String,
    /// Whether what it says may leave under its name.
    pub publish_abroad: bool,
    /// Who asks.
    pub asked_by: Uid,
    /// When.
    pub asked_at: At,
}

/// Keeps an organisation, whose actor exists.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: &Organisation) -> Result<()> {
    diesel::insert_into(organisation::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// By actor.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Organisation>> {
    Ok(organisation::table.find(id).select(all::<Organisation>()).first(db).optional()?)
}

/// Changes what it says of itself; the name and the text are its actor's.
///
/// # Errors
/// When the database refuses.
pub fn change(db: &mut Db, id: Uid, kind: &str, web: &str, registration: &str, publish_abroad: bool) -> Result<()> {
    diesel::update(organisation::table.find(id))
        .set((
            organisation::kind.eq(kind),
            organisation::web.eq(web),
            organisation::registration.eq(registration),
            organisation::publish_abroad.eq(publish_abroad),
        ))
        .execute(db)?;
    Ok(())
}

/// Closes it, or opens it again with `None`. `false`: it was so already.
///
/// # Errors
/// When the database refuses.
pub fn set_closed(db: &mut Db, id: Uid, at: Option<At>) -> Result<bool> {
    let found = organisation::table.find(id);
    let changed = match at {
        Some(at) => diesel::update(found.filter(organisation::closed_at.is_null())).set(organisation::closed_at.eq(at)).execute(db)?,
        None => {
            diesel::update(found.filter(organisation::closed_at.is_not_null())).set(organisation::closed_at.eq(None::<At>)).execute(db)?
        }
    };
    Ok(changed == 1)
}

/// A page of the organisations of this instance, by name, with how many there are.
///
/// # Errors
/// When the database refuses.
pub fn page(db: &mut Db, offset: i64, limit: i64) -> Result<(Vec<(Organisation, Actor)>, i64)> {
    let total = organisation::table.count().get_result(db)?;
    let rows = organisation::table
        .inner_join(actor::table.on(actor::id.eq(organisation::actor_id)))
        .order((actor::display_name, actor::id))
        .offset(offset)
        .limit(limit)
        .select((all::<Organisation>(), all::<Actor>()))
        .load(db)?;
    Ok((rows, total))
}

/// Keeps what somebody asks.
///
/// # Errors
/// When the database refuses.
pub fn ask(db: &mut Db, new: &Request) -> Result<()> {
    diesel::insert_into(organisation_request::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// What was asked, with the name, the handle and the address of who asked.
pub type Asked = (Request, String, String, String);

/// One of these.
///
/// # Errors
/// When the database refuses.
pub fn asked(db: &mut Db, id: Uid) -> Result<Option<Request>> {
    Ok(organisation_request::table.find(id).select(all::<Request>()).first(db).optional()?)
}

/// What waits for a decision, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn waiting(db: &mut Db, limit: i64) -> Result<Vec<Asked>> {
    Ok(organisation_request::table
        .inner_join(actor::table.on(actor::id.eq(organisation_request::asked_by)))
        .inner_join(account::table.on(account::actor_id.eq(organisation_request::asked_by)))
        .order((organisation_request::asked_at, organisation_request::id))
        .limit(limit)
        .select((all::<Request>(), actor::display_name, actor::username, account::email))
        .load(db)?)
}

/// How much waits for a decision.
///
/// # Errors
/// When the database refuses.
pub fn count_waiting(db: &mut Db) -> Result<i64> {
    Ok(organisation_request::table.count().get_result(db)?)
}

/// What somebody has asked and is not decided.
///
/// # Errors
/// When the database refuses.
pub fn asked_by(db: &mut Db, person: Uid, limit: i64) -> Result<Vec<Request>> {
    Ok(organisation_request::table
        .filter(organisation_request::asked_by.eq(person))
        .order(organisation_request::asked_at)
        .limit(limit)
        .select(all::<Request>())
        .load(db)?)
}

/// Forgets what was asked. `false`: somebody decided before.
///
/// # Errors
/// When the database refuses.
pub fn forget_request(db: &mut Db, id: Uid) -> Result<bool> {
    Ok(diesel::delete(organisation_request::table.find(id)).execute(db)? == 1)
}
