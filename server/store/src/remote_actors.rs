//! Actors of other servers: how to reach them and how to check what they sign.

use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::schema::{actor, remote_actor, remote_key};
use crate::{Db, Error, Result};
use diesel::prelude::*;

/// What is kept of an actor's document.
#[derive(Debug, Clone)]
pub struct Profile {
    /// Its id.
    pub uri: String,
    /// Code of what it is.
    pub kind: String,
    /// Its handle, without host.
    pub username: String,
    /// Its host, with the port where it is not the usual one.
    pub host: String,
    /// The name that is shown.
    pub display_name: String,
    /// What it says of itself, in Markdown.
    pub summary: String,
    /// Where it receives.
    pub inbox: String,
    /// Where its server receives for everybody.
    pub shared_inbox: Option<String>,
    /// Its page.
    pub url: Option<String>,
    /// Its public keys: id, and PEM or multibase.
    pub keys: Vec<(String, String)>,
    /// Where its picture is.
    pub icon: Option<String>,
    /// The collection of what it shows first.
    pub featured: Option<String>,
}

/// How to reach an actor.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = remote_actor, check_for_backend(MultiBackend))]
pub struct Reach {
    /// Whose.
    pub actor_id: Uid,
    /// Where it receives.
    pub inbox: String,
    /// Where its server receives for everybody.
    pub shared_inbox: Option<String>,
    /// Its page.
    pub url: Option<String>,
    /// When its document was read.
    pub fetched_at: At,
    /// The collection of what it shows first.
    pub featured: Option<String>,
}

/// A key with its owner.
#[derive(Debug, Clone)]
pub struct KeyOwner {
    /// The owner.
    pub actor_id: Uid,
    /// The owner's id on its server.
    pub uri: String,
    /// The owner's host.
    pub host: String,
    /// PEM or multibase.
    pub material: String,
    /// When the owner's document was read.
    pub fetched_at: At,
}

/// Keeps what is known of an actor: a new one gets the id `fresh`, a known one (by its address) is brought up to date. Gives its id.
///
/// # Errors
/// `Duplicate` when another actor holds the same handle, or when the database refuses.
pub fn keep(db: &mut Db, profile: &Profile, fresh: Uid, now: At) -> Result<Uid> {
    crate::alone::about(db, &profile.uri)?;
    let known: Option<(Uid, Option<At>)> =
        actor::table.filter(actor::uri.eq(&profile.uri)).select((actor::id, actor::erased_at)).first(db).optional()?;
    let id = match known {
        Some((_, Some(_))) => return Err(Error::NotFound),
        Some((id, None)) => {
            diesel::update(actor::table.find(id))
                .set((
                    actor::kind.eq(&profile.kind),
                    actor::username.eq(&profile.username),
                    actor::host.eq(&profile.host),
                    actor::display_name.eq(&profile.display_name),
                    actor::summary.eq(&profile.summary),
                ))
                .execute(db)?;
            diesel::delete(remote_actor::table.find(id)).execute(db)?;
            diesel::delete(remote_key::table.filter(remote_key::actor_id.eq(id))).execute(db)?;
            id
        }
        None => {
            insert(db, profile, fresh, now)?;
            fresh
        }
    };
    diesel::insert_into(remote_actor::table)
        .values((
            remote_actor::actor_id.eq(id),
            remote_actor::inbox.eq(&profile.inbox),
            remote_actor::shared_inbox.eq(&profile.shared_inbox),
            remote_actor::url.eq(&profile.url),
            remote_actor::icon.eq(&profile.icon),
            remote_actor::featured.eq(&profile.featured),
            remote_actor::fetched_at.eq(now),
        ))
        .execute(db)?;
    for (key_id, material) in profile.keys.iter().take(8) {
        diesel::delete(remote_key::table.find(key_id)).execute(db)?;
        diesel::insert_into(remote_key::table)
            .values((remote_key::key_id.eq(key_id), remote_key::actor_id.eq(id), remote_key::material.eq(material)))
            .execute(db)?;
    }
    Ok(id)
}

fn insert(db: &mut Db, profile: &Profile, fresh: Uid, now: At) -> Result<()> {
    diesel::insert_into(actor::table)
        .values((
            actor::id.eq(fresh),
            actor::kind.eq(&profile.kind),
            actor::username.eq(&profile.username),
            actor::host.eq(&profile.host),
            actor::uri.eq(&profile.uri),
            actor::display_name.eq(&profile.display_name),
            actor::summary.eq(&profile.summary),
            actor::created_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// The owner of a key.
///
/// # Errors
/// When the database refuses.
pub fn by_key(db: &mut Db, key_id: &str) -> Result<Option<KeyOwner>> {
    let found = remote_key::table
        .inner_join(actor::table.inner_join(remote_actor::table))
        .filter(remote_key::key_id.eq(key_id))
        .filter(actor::erased_at.is_null())
        .select((actor::id, actor::uri.assume_not_null(), actor::host, remote_key::material, remote_actor::fetched_at))
        .first::<(Uid, String, String, String, At)>(db)
        .optional()?;
    Ok(found.map(|(actor_id, uri, host, material, fetched_at)| KeyOwner { actor_id, uri, host, material, fetched_at }))
}

/// The id here of an actor, by its address.
///
/// # Errors
/// When the database refuses.
pub fn by_uri(db: &mut Db, uri: &str) -> Result<Option<Uid>> {
    Ok(actor::table.filter(actor::uri.eq(uri)).filter(actor::erased_at.is_null()).select(actor::id).first(db).optional()?)
}

/// The address of an actor of another server.
///
/// # Errors
/// When the database refuses.
pub fn uri_of(db: &mut Db, id: Uid) -> Result<Option<String>> {
    Ok(actor::table.find(id).select(actor::uri).first(db).optional()?.flatten())
}

/// How to reach an actor.
///
/// # Errors
/// When the database refuses.
pub fn reach(db: &mut Db, id: Uid) -> Result<Option<Reach>> {
    Ok(remote_actor::table.find(id).select(all::<Reach>()).first(db).optional()?)
}

/// Empties an actor that its server deleted; its follows go with its inbox.
///
/// # Errors
/// When the database refuses.
pub fn erase(db: &mut Db, id: Uid, now: At) -> Result<()> {
    crate::sessions::close_all(db, id, None)?;
    diesel::delete(remote_actor::table.find(id)).execute(db)?;
    diesel::delete(remote_key::table.filter(remote_key::actor_id.eq(id))).execute(db)?;
    crate::follows::forget_actor(db, id)?;
    crate::actors::erase(db, id, None, now)
}
