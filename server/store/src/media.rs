//! Pictures, re-encoded before they come here.

use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::schema::{media, street_report};
use crate::{Db, Result};
use diesel::prelude::*;

/// A picture.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = media, check_for_backend(MultiBackend))]
pub struct Media {
    /// Its id.
    pub id: Uid,
    /// Its type, from a closed list.
    pub content_type: String,
    /// Width in pixels.
    pub width: i32,
    /// Height in pixels.
    pub height: i32,
    /// What it shows, in words; empty when it only decorates.
    pub alt: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// Since when.
    pub created_at: At,
}

/// Keeps a picture.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: &Media) -> Result<()> {
    diesel::insert_into(media::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// A picture.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Media>> {
    Ok(media::table.find(id).select(all::<Media>()).first(db).optional()?)
}

/// A picture that everybody may see by its id alone: not that of a report from the street, which is shown with its report and hidden with it.
///
/// # Errors
/// When the database refuses.
pub fn open(db: &mut Db, id: Uid) -> Result<Option<Media>> {
    let of_a_report = street_report::table.filter(street_report::photo_id.eq(id)).select(street_report::id);
    if diesel::select(diesel::dsl::exists(of_a_report)).get_result::<bool>(db)? { Ok(None) } else { find(db, id) }
}

/// What a picture shows, in words.
///
/// # Errors
/// When the database refuses.
pub fn alt(db: &mut Db, id: Uid) -> Result<Option<String>> {
    Ok(media::table.find(id).select(media::alt).first(db).optional()?)
}

/// Removes a picture that nothing shows any more.
///
/// # Errors
/// When the database refuses.
pub fn remove(db: &mut Db, id: Uid) -> Result<()> {
    diesel::delete(media::table.find(id)).execute(db)?;
    Ok(())
}
