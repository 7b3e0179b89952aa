//! The private keys of the record: of each log that was kept, and of this instance as a witness.

use crate::column::{At, all};
use crate::conn::MultiBackend;
use crate::schema::record_key;
use crate::{Db, Result};
use diesel::prelude::*;

/// A key.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = record_key, check_for_backend(MultiBackend))]
pub struct Key {
    /// The log that it signs; 0 for what this instance signs as a witness.
    pub generation: i32,
    /// `log` or `witness`.
    pub role: String,
    /// Ed25519, as PKCS #8 (RFC 5208).
    pub private: Vec<u8>,
    /// The public key, as a verifier key.
    pub verifier: String,
    /// Since when.
    pub created_at: At,
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Key").field("generation", &self.generation).field("role", &self.role).finish_non_exhaustive()
    }
}

/// All keys, those of the first log first.
///
/// # Errors
/// When the database refuses.
pub fn all_of_them(db: &mut Db) -> Result<Vec<Key>> {
    Ok(record_key::table.order((record_key::generation, record_key::role)).limit(200).select(all::<Key>()).load(db)?)
}

/// A key.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, generation: i32, role: &str) -> Result<Option<Key>> {
    Ok(record_key::table.find((generation, role)).select(all::<Key>()).first(db).optional()?)
}

/// Keeps a key.
///
/// # Errors
/// `Duplicate` when there is one.
pub fn keep(db: &mut Db, new: &Key) -> Result<()> {
    diesel::insert_into(record_key::table).values(new.clone()).execute(db)?;
    Ok(())
}
