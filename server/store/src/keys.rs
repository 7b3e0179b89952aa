//! Private keys of the actors of this instance.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::actor_key;
use crate::{Db, Result};
use diesel::prelude::*;

/// The keys of one actor, as PKCS #8 (RFC 5208).
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = actor_key, check_for_backend(MultiBackend))]
pub struct Keys {
    /// Whose.
    pub actor_id: Uid,
    /// RSA, 2048 bits.
    pub rsa: Vec<u8>,
    /// Ed25519.
    pub ed25519: Vec<u8>,
    /// Since when.
    pub created_at: At,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keys").field("actor_id", &self.actor_id).finish_non_exhaustive()
    }
}

/// The keys of an actor.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, actor: Uid) -> Result<Option<Keys>> {
    Ok(actor_key::table.find(actor).select(all::<Keys>()).first(db).optional()?)
}

/// Keeps the keys of an actor, unless it has some. `false`: it had.
///
/// # Errors
/// When the database refuses.
pub fn keep(db: &mut Db, keys: &Keys) -> Result<bool> {
    let kept = each!(db, c => diesel::insert_into(actor_key::table).values(keys.clone()).on_conflict_do_nothing().execute(c))?;
    Ok(kept == 1)
}

/// Replaces the keys of an actor.
///
/// # Errors
/// When the database refuses.
pub fn replace(db: &mut Db, keys: &Keys) -> Result<()> {
    diesel::update(actor_key::table.find(keys.actor_id))
        .set((actor_key::rsa.eq(&keys.rsa), actor_key::ed25519.eq(&keys.ed25519), actor_key::created_at.eq(keys.created_at)))
        .execute(db)?;
    Ok(())
}
