//! The coming meetings of the consultations in the index.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{listing, listing_meeting};
use crate::{Db, Result};
use diesel::prelude::*;
use domain::listing::{MEETINGS_MAX, Meeting as Said};

const MILLIONTHS: f64 = 1e6;

/// A coming meeting of a consultation of another collectivity.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = listing_meeting, check_for_backend(MultiBackend), treat_none_as_default_value = false)]
pub struct Meeting {
    /// Of which consultation.
    pub listing_id: Uid,
    /// Its id there.
    pub uri: String,
    /// Its title.
    pub title: String,
    /// Its page there.
    pub url: String,
    /// When it begins.
    pub begins_at: At,
    /// When it ends.
    pub ends_at: At,
    /// The name of the place; may be empty.
    pub venue: String,
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// Whether it was called off.
    pub cancelled: bool,
    /// When it changed last there.
    pub edited_at: Option<At>,
}

/// Keeps these instead of what was known, unless something later is known of one; none of what its server does not say any more stays.
///
/// # Errors
/// When the database refuses.
pub(super) fn replace(db: &mut Db, listing: Uid, said: &[Said]) -> Result<()> {
    let of = || listing_meeting::table.filter(listing_meeting::listing_id.eq(listing));
    let known: Vec<Meeting> = of().select(all::<Meeting>()).load(db)?;
    diesel::delete(of()).execute(db)?;
    let mut rows: Vec<Meeting> = Vec::new();
    for one in said.iter().take(MEETINGS_MAX) {
        if rows.iter().all(|kept| kept.uri != one.uri) {
            let later = known.iter().find(|known| known.uri == one.uri && known.edited_at > one.edited_at.map(At));
            rows.push(later.cloned().unwrap_or_else(|| row(listing, one)));
        }
    }
    if rows.is_empty() {
        return Ok(());
    }
    each!(db, c => diesel::insert_into(listing_meeting::table).values(&rows).execute(c))?;
    Ok(())
}

/// The consultation of this collectivity that is this group there.
///
/// # Errors
/// When the database refuses.
pub fn listing_of(db: &mut Db, source: Uid, group: &str) -> Result<Option<Uid>> {
    let theirs = listing::table.filter(listing::group_uri.eq(group)).filter(listing::source_id.eq(source));
    Ok(theirs.order(listing::id).select(listing::id).first(db).optional()?)
}

/// Keeps what was said of one of them alone, unless something later is known of it. Of too many, those that are over go, then the latest.
///
/// # Errors
/// When the database refuses.
pub fn keep(db: &mut Db, listing: Uid, said: &Said, now: At) -> Result<()> {
    let of = || listing_meeting::table.filter(listing_meeting::listing_id.eq(listing));
    let known: Option<Meeting> = of().filter(listing_meeting::uri.eq(&said.uri)).select(all::<Meeting>()).first(db).optional()?;
    let is_stale = known.as_ref().is_some_and(|known| known.edited_at > said.edited_at.map(At));
    if is_stale || (known.is_none() && said.ends_at <= now.0) {
        return Ok(());
    }
    diesel::delete(of().filter(listing_meeting::uri.eq(&said.uri))).execute(db)?;
    diesel::insert_into(listing_meeting::table).values(row(listing, said)).execute(db)?;
    let order = (listing_meeting::ends_at.gt(now).desc(), listing_meeting::begins_at, listing_meeting::uri);
    let most = i64::try_from(MEETINGS_MAX).unwrap_or(i64::MAX);
    let too_many: Vec<String> = of().order(order).offset(most).limit(most).select(listing_meeting::uri).load(db)?;
    diesel::delete(of().filter(listing_meeting::uri.eq_any(too_many))).execute(db)?;
    Ok(())
}

/// Removes one of this collectivity: it is gone there.
///
/// # Errors
/// When the database refuses.
pub fn remove(db: &mut Db, uri: &str, source: Uid) -> Result<bool> {
    let theirs = listing::table.filter(listing::source_id.eq(source)).select(listing::id);
    let gone = listing_meeting::table.filter(listing_meeting::uri.eq(uri)).filter(listing_meeting::listing_id.eq_any(theirs));
    Ok(diesel::delete(gone).execute(db)? > 0)
}

/// Those with these ids, of whichever consultation.
///
/// # Errors
/// When the database refuses.
pub fn with_ids(db: &mut Db, uris: &[String]) -> Result<Vec<Meeting>> {
    Ok(listing_meeting::table.filter(listing_meeting::uri.eq_any(uris.to_vec())).select(all::<Meeting>()).load(db)?)
}

fn row(listing: Uid, said: &Said) -> Meeting {
    Meeting {
        listing_id: listing,
        uri: said.uri.clone(),
        title: said.title.clone(),
        url: said.url.clone(),
        begins_at: At(said.begins_at),
        ends_at: At(said.ends_at),
        venue: said.venue.clone(),
        latitude: said.position.map(|(north, _)| f64::from(north) / MILLIONTHS),
        longitude: said.position.map(|(_, east)| f64::from(east) / MILLIONTHS),
        cancelled: said.cancelled,
        edited_at: said.edited_at.map(At),
    }
}
