//! Accounts: the private side of local people. None of this ever leaves the instance.

use crate::column::{At, Uid, all, each, is_postgres};
use crate::conn::MultiBackend;
use crate::schema::{account, actor, erasure};
use crate::{Db, Result};
use diesel::prelude::*;
use domain::actor::Role;

/// An account.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = account, check_for_backend(MultiBackend))]
pub struct Account {
    /// The actor it belongs to.
    pub actor_id: Uid,
    /// The address, in lower case.
    pub email: String,
    /// Argon2id hash in PHC form.
    pub password_hash: Option<String>,
    /// Code of the role.
    pub role: String,
    /// Code of the language.
    pub lang: String,
    /// Whether the person agreed that their contributions leave the instance under their name.
    pub publish_abroad: bool,
    /// Since when; not known of those who agreed before it was noted.
    pub publish_abroad_since: Option<At>,
    /// When it was opened.
    pub created_at: At,
    /// Last day it was used.
    pub seen_at: At,
    /// When it was suspended.
    pub suspended_at: Option<At>,
}

/// Codes of the roles that prepare, answer and look after things: what is in hand is given to these.
pub const AGENTS: [&str; 2] = [Role::Agent.code(), Role::Administrator.code()];

impl Account {
    /// Whether something can be given to them: an agent or an administrator.
    #[must_use]
    pub fn is_agent(&self) -> bool {
        AGENTS.contains(&self.role.as_str())
    }
}

/// A new account.
#[derive(Debug, Insertable)]
#[diesel(table_name = account, treat_none_as_default_value = false)]
pub struct NewAccount<'a> {
    /// The actor.
    pub actor_id: Uid,
    /// The address.
    pub email: &'a str,
    /// The hash.
    pub password_hash: Option<&'a str>,
    /// Code of the role.
    pub role: &'a str,
    /// Code of the language.
    pub lang: &'a str,
    /// When.
    pub created_at: At,
    /// When.
    pub seen_at: At,
}

/// Opens an account.
///
/// # Errors
/// `Duplicate` when the address has one, or when the database refuses.
pub fn insert(db: &mut Db, new: &NewAccount<'_>) -> Result<()> {
    diesel::insert_into(account::table).values(new).execute(db)?;
    Ok(())
}

/// By address.
///
/// # Errors
/// When the database refuses.
pub fn by_email(db: &mut Db, email: &str) -> Result<Option<Account>> {
    Ok(account::table.filter(account::email.eq(email)).select(all::<Account>()).first(db).optional()?)
}

/// By actor.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, actor_id: Uid) -> Result<Option<Account>> {
    Ok(account::table.find(actor_id).select(all::<Account>()).first(db).optional()?)
}

/// How many accounts have this role and are not suspended.
///
/// # Errors
/// When the database refuses.
pub fn count_role(db: &mut Db, role: &str) -> Result<i64> {
    Ok(account::table.filter(account::role.eq(role)).filter(account::suspended_at.is_null()).count().get_result(db)?)
}

/// Holds the accounts that have this role until the end of the write transaction, so that of two that change them at once the second sees
/// what the first did. (SQLite has one writer and needs no such care.)
///
/// # Errors
/// When the database refuses.
pub fn hold_role(db: &mut Db, role: &str) -> Result<()> {
    if is_postgres(db) {
        let held = "SELECT actor_id FROM account WHERE role = $1 ORDER BY actor_id FOR UPDATE";
        diesel::sql_query(held).bind::<diesel::sql_types::Text, _>(role).execute(db)?;
    }
    Ok(())
}

/// How many accounts there are.
///
/// # Errors
/// When the database refuses.
pub fn count(db: &mut Db) -> Result<i64> {
    Ok(account::table.count().get_result(db)?)
}

/// Gives a role.
///
/// # Errors
/// When the database refuses.
pub fn set_role(db: &mut Db, actor_id: Uid, role: &str) -> Result<()> {
    diesel::update(account::table.find(actor_id)).set(account::role.eq(role)).execute(db)?;
    Ok(())
}

/// Suspends, or opens again with `None`.
///
/// # Errors
/// When the database refuses.
pub fn set_suspended(db: &mut Db, actor_id: Uid, at: Option<At>) -> Result<()> {
    diesel::update(account::table.find(actor_id)).set(account::suspended_at.eq(at)).execute(db)?;
    Ok(())
}

/// Sets or removes the password.
///
/// # Errors
/// When the database refuses.
pub fn set_password(db: &mut Db, actor_id: Uid, hash: Option<&str>) -> Result<()> {
    diesel::update(account::table.find(actor_id)).set(account::password_hash.eq(hash)).execute(db)?;
    Ok(())
}

/// Changes the preferences.
///
/// # Errors
/// When the database refuses.
pub fn set_preferences(db: &mut Db, actor_id: Uid, lang: &str, publish_abroad: bool, now: At) -> Result<()> {
    let changed = account::table.find(actor_id).filter(account::publish_abroad.ne(publish_abroad));
    diesel::update(changed).set(account::publish_abroad_since.eq(publish_abroad.then_some(now))).execute(db)?;
    diesel::update(account::table.find(actor_id)).set((account::lang.eq(lang), account::publish_abroad.eq(publish_abroad))).execute(db)?;
    Ok(())
}

/// Notes that the account is used.
///
/// # Errors
/// When the database refuses.
pub fn seen(db: &mut Db, actor_id: Uid, now: At) -> Result<()> {
    diesel::update(account::table.find(actor_id)).set(account::seen_at.eq(now)).execute(db)?;
    Ok(())
}

/// Removes an account with its sessions, links and tokens, and remembers that its owner asked to be forgotten.
///
/// # Errors
/// When the database refuses.
pub fn erase(db: &mut Db, actor_id: Uid, remains: &str, now: At) -> Result<()> {
    crate::sessions::close_all(db, actor_id, None)?;
    diesel::delete(account::table.find(actor_id)).execute(db)?;
    each!(db, c => diesel::insert_into(erasure::table).values((erasure::actor_id.eq(actor_id), erasure::erased_at.eq(now), erasure::remains.eq(remains))).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// Everybody who asked to be forgotten, with the code of what was to become of their contributions.
///
/// # Errors
/// When the database refuses.
pub fn erasures(db: &mut Db) -> Result<Vec<(Uid, String)>> {
    Ok(erasure::table.order(erasure::actor_id).select((erasure::actor_id, erasure::remains)).load(db)?)
}

/// An account with its public side, for the administrators' table.
pub type User = (Account, String, String);

/// A page of accounts by name, whose name or address contains `search`, with their name and handle.
///
/// # Errors
/// When the database refuses.
pub fn page(db: &mut Db, search: &str, role: Option<&str>, offset: i64, limit: i64) -> Result<(Vec<User>, i64)> {
    let pattern = format!("%{}%", like_escaped(&search.to_lowercase().replace('\0', "")));
    let filtered = || {
        let mut query = account::table.inner_join(actor::table).into_boxed::<MultiBackend>();
        if !search.is_empty() {
            query = query.filter(
                crate::search::lower(actor::display_name)
                    .like(pattern.clone())
                    .escape('\\')
                    .or(account::email.like(pattern.clone()).escape('\\')),
            );
        }
        if let Some(role) = role {
            query = query.filter(account::role.eq(role.to_owned()));
        }
        query
    };
    let total = filtered().count().get_result(db)?;
    let rows = filtered()
        .order((actor::display_name, actor::id))
        .offset(offset)
        .limit(limit)
        .select((all::<Account>(), actor::display_name, actor::username))
        .load(db)?;
    Ok((rows, total))
}

/// A text with the wildcards of LIKE made plain.
fn like_escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}
