//! Letters waiting to be sent: what they say is decided when they leave; here is only what they need.

use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::schema::letter;
use crate::{Db, Result};
use diesel::prelude::*;

/// A letter.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = letter, check_for_backend(MultiBackend))]
pub struct Letter {
    /// Its id, also in its Message-ID.
    pub id: Uid,
    /// Code of what it says.
    pub kind: String,
    /// The address.
    pub recipient: String,
    /// The name.
    pub name: String,
    /// Code of the language.
    pub lang: String,
    /// The path it leads to, with its token if it has one.
    pub link: String,
    /// Since when it waits.
    pub created_at: At,
}

/// Puts a letter in the box.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: &Letter) -> Result<()> {
    diesel::insert_into(letter::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// A letter, if it has not left.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Letter>> {
    Ok(letter::table.find(id).select(all::<Letter>()).first(db).optional()?)
}

/// A letter has left, or is too old to matter.
///
/// # Errors
/// When the database refuses.
pub fn remove(db: &mut Db, id: Uid) -> Result<()> {
    diesel::delete(letter::table.find(id)).execute(db)?;
    Ok(())
}

/// Removes the letters older than `before`.
///
/// # Errors
/// When the database refuses.
pub fn sweep(db: &mut Db, before: At) -> Result<usize> {
    Ok(diesel::delete(letter::table.filter(letter::created_at.lt(before))).execute(db)?)
}

/// Removes the letters that wait for an address.
///
/// # Errors
/// When the database refuses.
pub fn forget(db: &mut Db, recipient: &str) -> Result<()> {
    diesel::delete(letter::table.filter(letter::recipient.eq(recipient))).execute(db)?;
    Ok(())
}
