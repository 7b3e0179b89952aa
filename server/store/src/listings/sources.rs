//! The collectivities whose consultations are in the index: what they say of their territory, and how far their collections were read.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::follows::FollowState;
use crate::listings::wholes;
use crate::schema::{actor, follow, listing, listing_source};
use crate::{Db, Result};
use diesel::prelude::*;
use domain::listing::Declared;
use domain::territory::{InseeCode, Siren, TerritoryKind};

/// A collectivity.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable)]
#[diesel(table_name = listing_source, check_for_backend(MultiBackend))]
pub struct Source {
    /// Which.
    pub actor_id: Uid,
    /// Code of the kind of territory.
    pub kind: String,
    /// INSEE code.
    pub insee_code: Option<String>,
    /// SIREN.
    pub siren: Option<String>,
    /// Centre.
    pub latitude: Option<f64>,
    /// Centre.
    pub longitude: Option<f64>,
    /// Whether it agrees that its figures stand beside those of others.
    pub comparable: bool,
    /// When its collection is to be read again.
    pub next_at: At,
    /// When the reading that is under way began.
    pub round_at: Option<At>,
    /// How many pages it read.
    pub round_pages: i32,
    /// Where it goes on.
    pub round_next: Option<String>,
    /// When its collection was last read to its end.
    pub checked_at: Option<At>,
}

/// Notes that the consultations of a collectivity are in the index; it is read as soon as possible.
///
/// # Errors
/// When the database refuses.
pub fn ensure(db: &mut Db, id: Uid, now: At) -> Result<()> {
    let values = (
        listing_source::actor_id.eq(id),
        listing_source::kind.eq(TerritoryKind::Other.code()),
        listing_source::comparable.eq(false),
        listing_source::next_at.eq(now),
        listing_source::round_pages.eq(0),
    );
    each!(db, c => diesel::insert_into(listing_source::table).values(values).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// One collectivity.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Source>> {
    Ok(listing_source::table.find(id).select(all::<Source>()).first(db).optional()?)
}

/// Keeps what a collectivity says of its territory.
///
/// # Errors
/// When the database refuses.
pub fn declare(db: &mut Db, id: Uid, declared: &Declared) -> Result<()> {
    diesel::update(listing_source::table.find(id))
        .set((
            listing_source::kind.eq(declared.kind.unwrap_or(TerritoryKind::Other).code()),
            listing_source::insee_code.eq(declared.insee.as_ref().map(InseeCode::as_str)),
            listing_source::siren.eq(declared.siren.as_ref().map(Siren::as_str)),
            listing_source::latitude.eq(declared.place.map(|place| place.latitude)),
            listing_source::longitude.eq(declared.place.map(|place| place.longitude)),
            listing_source::comparable.eq(declared.comparable),
        ))
        .execute(db)?;
    Ok(())
}

/// Those whose collection is to be read, the longest waiting first: id and address.
///
/// # Errors
/// When the database refuses.
pub fn due(db: &mut Db, now: At, limit: i64) -> Result<Vec<(Uid, String)>> {
    let rows: Vec<(Uid, Option<String>)> = listing_source::table
        .inner_join(actor::table.on(actor::id.eq(listing_source::actor_id)))
        .filter(listing_source::next_at.le(now))
        .order((listing_source::next_at, listing_source::actor_id))
        .limit(limit)
        .select((listing_source::actor_id, actor::uri))
        .load(db)?;
    Ok(rows.into_iter().filter_map(|(id, uri)| Some((id, uri?))).collect())
}

/// Those of a server: id and address.
///
/// # Errors
/// When the database refuses.
pub fn of_host(db: &mut Db, host: &str, limit: i64) -> Result<Vec<(Uid, String)>> {
    let rows: Vec<(Uid, Option<String>)> = listing_source::table
        .inner_join(actor::table.on(actor::id.eq(listing_source::actor_id)))
        .filter(actor::host.eq(host))
        .order(listing_source::actor_id)
        .limit(limit)
        .select((listing_source::actor_id, actor::uri))
        .load(db)?;
    Ok(rows.into_iter().filter_map(|(id, uri)| Some((id, uri?))).collect())
}

/// Those of a server or of one under it.
///
/// # Errors
/// When the database refuses.
pub fn under_host(db: &mut Db, host: &str, limit: i64) -> Result<Vec<Uid>> {
    let under = format!("%.{}", host.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
    Ok(listing_source::table
        .inner_join(actor::table.on(actor::id.eq(listing_source::actor_id)))
        .filter(actor::host.eq(host).or(actor::host.like(under).escape('\\')))
        .order(listing_source::actor_id)
        .limit(limit)
        .select(listing_source::actor_id)
        .load(db)?)
}

/// Says when the collection of a collectivity is to be read again.
///
/// # Errors
/// When the database refuses.
pub fn read_at(db: &mut Db, id: Uid, next: At) -> Result<()> {
    diesel::update(listing_source::table.find(id)).set(listing_source::next_at.eq(next)).execute(db)?;
    Ok(())
}

/// A reading began, or went on: where it goes on.
///
/// # Errors
/// When the database refuses.
pub fn go_on(db: &mut Db, id: Uid, since: At, pages: i32, next: &str) -> Result<()> {
    diesel::update(listing_source::table.find(id))
        .set((listing_source::round_at.eq(since), listing_source::round_pages.eq(pages), listing_source::round_next.eq(next)))
        .execute(db)?;
    Ok(())
}

/// A reading is over; `whole` when it came to the end of the collection.
///
/// # Errors
/// When the database refuses.
pub fn end(db: &mut Db, id: Uid, whole: Option<At>) -> Result<()> {
    diesel::update(listing_source::table.find(id))
        .set((listing_source::round_at.eq(None::<At>), listing_source::round_pages.eq(0), listing_source::round_next.eq(None::<String>)))
        .execute(db)?;
    if let Some(now) = whole {
        diesel::update(listing_source::table.find(id)).set(listing_source::checked_at.eq(now)).execute(db)?;
    }
    Ok(())
}

/// Removes what a collectivity did not say since then. Gives the ids of what was removed and had been shared.
///
/// # Errors
/// When the database refuses.
pub fn remove_unsaid(db: &mut Db, id: Uid, since: At) -> Result<(usize, Vec<Uid>)> {
    let gone = || listing::table.filter(listing::source_id.eq(id)).filter(listing::seen_at.lt(since));
    let shared = gone().filter(listing::shared_at.is_not_null()).select(listing::id).load(db)?;
    let led = gone().filter(listing::leads).select(listing::whole).load::<String>(db)?;
    let removed = diesel::delete(gone()).execute(db)?;
    wholes::succeed(db, &led)?;
    Ok((removed, shared))
}

/// Removes a collectivity with its consultations. Gives the ids of those that had been shared.
///
/// # Errors
/// When the database refuses.
pub fn remove(db: &mut Db, id: Uid) -> Result<Vec<Uid>> {
    let shared = listing::table.filter(listing::source_id.eq(id)).filter(listing::shared_at.is_not_null()).select(listing::id).load(db)?;
    let led = listing::table.filter(listing::source_id.eq(id)).filter(listing::leads).select(listing::whole).load::<String>(db)?;
    diesel::delete(listing_source::table.find(id)).execute(db)?;
    wholes::succeed(db, &led)?;
    Ok(shared)
}

/// Removes those that nobody here follows any more, at most `limit`. Gives the ids of consultations that had been shared.
///
/// # Errors
/// When the database refuses.
pub fn remove_unfollowed(db: &mut Db, limit: i64) -> Result<Vec<Uid>> {
    let followed = follow::table.filter(follow::state.eq(FollowState::Accepted.code())).select(follow::followed_id);
    let lost: Vec<Uid> = listing_source::table
        .filter(diesel::dsl::not(listing_source::actor_id.eq_any(followed)))
        .order(listing_source::actor_id)
        .limit(limit)
        .select(listing_source::actor_id)
        .load(db)?;
    let mut shared = Vec::new();
    for id in lost {
        shared.extend(remove(db, id)?);
    }
    Ok(shared)
}

/// What these collectivities say of their territory.
///
/// # Errors
/// When the database refuses.
pub fn of(db: &mut Db, ids: &[Uid]) -> Result<Vec<Source>> {
    Ok(listing_source::table.filter(listing_source::actor_id.eq_any(ids.to_vec())).select(all::<Source>()).load(db)?)
}
