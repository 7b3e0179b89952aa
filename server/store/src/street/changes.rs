//! What changes in a report after it was made, beside where it stands: its picture, its words.

use crate::column::Uid;
use crate::schema::street_report;
use crate::{Db, Result};
use diesel::prelude::*;

/// Puts another picture in the place of `old`, which is removed. `false`: it was another one already.
///
/// # Errors
/// When the database refuses.
pub fn replace_photo(db: &mut Db, report: Uid, old: Uid, new: Uid) -> Result<bool> {
    let row = street_report::table.find(report).filter(street_report::photo_id.eq(old));
    if diesel::update(row).set(street_report::photo_id.eq(new)).execute(db)? != 1 {
        return Ok(false);
    }
    crate::media::remove(db, old)?;
    Ok(true)
}

/// Gives a report that has no picture one.
///
/// # Errors
/// When the database refuses.
pub fn first_photo(db: &mut Db, report: Uid, photo: Uid) -> Result<()> {
    let row = street_report::table.find(report).filter(street_report::photo_id.is_null());
    diesel::update(row).set(street_report::photo_id.eq(photo)).execute(db)?;
    Ok(())
}

/// Takes the picture of a report away: nothing of it is left.
///
/// # Errors
/// When the database refuses.
pub fn drop_photo(db: &mut Db, report: Uid, photo: Uid) -> Result<()> {
    let row = street_report::table.find(report).filter(street_report::photo_id.eq(photo));
    diesel::update(row).set(street_report::photo_id.eq(None::<Uid>)).execute(db)?;
    crate::media::remove(db, photo)
}

/// Puts other words, and other words for the place, where those stood of a report that another collectivity sent.
///
/// # Errors
/// When the database refuses.
pub fn reword(db: &mut Db, report: Uid, body: &str, address: &str) -> Result<()> {
    diesel::update(street_report::table.find(report))
        .set((street_report::body.eq(body), street_report::address.eq(address)))
        .execute(db)?;
    Ok(())
}
