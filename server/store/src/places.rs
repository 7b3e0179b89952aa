//! Where contributions are, whether a consultation asks for it, and what is drawn under them.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{contribution, map_layer, place, place_asking};
use crate::{Db, Error, Result};
use diesel::prelude::*;
use domain::place::{Asking, Bounds, Cell, Geometry};

/// Where a contribution is.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = place, check_for_backend(MultiBackend), treat_none_as_null = true)]
pub struct Placed {
    /// Which contribution.
    pub contribution_id: Uid,
    /// Of which consultation.
    pub consultation_id: Uid,
    /// Code of the kind of shape.
    pub kind: String,
    /// The shape as it is written.
    pub shape: String,
    /// The same in words; may be empty.
    pub address: String,
    /// Latitude of its middle, in degrees.
    pub latitude: f64,
    /// Longitude of its middle, in degrees.
    pub longitude: f64,
    /// Cell of its middle, eastward.
    pub x: i64,
    /// Cell of its middle, southward.
    pub y: i64,
    /// To how many metres it is known; 0 for as it was given.
    pub metres: i32,
}

domain::words! {
    /// What a layer shows.
    LayerKind {
        /// Where contributions may be.
        Perimeter = "perimeter",
        /// What is there, or planned already.
        Project = "project",
    }
}

/// Something that is drawn under the contributions of a consultation.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = map_layer, check_for_backend(MultiBackend), treat_none_as_default_value = false)]
pub struct Layer {
    /// Its id.
    pub id: Uid,
    /// Of which consultation.
    pub consultation_id: Uid,
    /// Code of its kind.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// A feature collection of GeoJSON, written by us.
    pub shapes: String,
    /// Western longitude of its box.
    pub west: f64,
    /// Southern latitude.
    pub south: f64,
    /// Eastern longitude.
    pub east: f64,
    /// Northern latitude.
    pub north: f64,
    /// Since when it is there.
    pub added_at: At,
}

impl Placed {
    /// Where a contribution is, to so many metres.
    #[must_use]
    pub fn new(contribution_id: Uid, consultation_id: Uid, shape: &Geometry, address: String, metres: u32) -> Self {
        let centre = shape.centre();
        let cell = Cell::of(centre);
        Self {
            contribution_id,
            consultation_id,
            kind: shape.kind().code().to_owned(),
            shape: shape.written(),
            address,
            latitude: centre.latitude,
            longitude: centre.longitude,
            x: cell.x,
            y: cell.y,
            metres: i32::try_from(metres).unwrap_or(i32::MAX),
        }
    }

    /// The shape.
    ///
    /// # Errors
    /// When the row holds none.
    pub fn geometry(&self) -> Result<Geometry> {
        Geometry::parse(&self.shape).map_err(|fault| Error::Corrupt(format!("a place that is {fault}")))
    }
}

impl Layer {
    /// The box around it.
    #[must_use]
    pub const fn bounds(&self) -> Bounds {
        Bounds { west: self.west, south: self.south, east: self.east, north: self.north }
    }
}

/// Says where a contribution is, or that it is elsewhere.
///
/// # Errors
/// When the database refuses.
pub fn put(db: &mut Db, new: &Placed) -> Result<()> {
    each!(db, c => diesel::insert_into(place::table).values(new).on_conflict(place::contribution_id).do_update().set(new).execute(c))?;
    Ok(())
}

/// Forgets where a contribution is. `false`: that was not known.
///
/// # Errors
/// When the database refuses.
pub fn forget(db: &mut Db, contribution: Uid) -> Result<bool> {
    Ok(diesel::delete(place::table.find(contribution)).execute(db)? == 1)
}

/// Where a contribution is.
///
/// # Errors
/// When the database refuses.
pub fn of(db: &mut Db, contribution: Uid) -> Result<Option<Placed>> {
    Ok(place::table.find(contribution).select(all::<Placed>()).first(db).optional()?)
}

/// How many shown contributions of a consultation have a place, and the box around them.
///
/// # Errors
/// When the database refuses.
pub fn spread(db: &mut Db, consultation: Uid) -> Result<(i64, Option<Bounds>)> {
    use diesel::dsl::{count_star, max, min};
    type Row = (i64, Option<f64>, Option<f64>, Option<f64>, Option<f64>);
    let (count, west, south, east, north): Row = place::table
        .inner_join(contribution::table)
        .filter(place::consultation_id.eq(consultation))
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null())
        .select((count_star(), min(place::longitude), min(place::latitude), max(place::longitude), max(place::latitude)))
        .first(db)?;
    let bounds = west.zip(south).zip(east).zip(north).map(|(((west, south), east), north)| Bounds { west, south, east, north });
    Ok((count, bounds))
}

/// Whether a consultation asks where a proposal is.
///
/// # Errors
/// When the database refuses.
pub fn asking(db: &mut Db, consultation: Uid) -> Result<Asking> {
    let code: Option<String> = place_asking::table.find(consultation).select(place_asking::asking).first(db).optional()?;
    Ok(code.as_deref().and_then(Asking::parse).unwrap_or(Asking::Never))
}

/// Whether a consultation has a map: it asks for places, has some, or has layers.
///
/// # Errors
/// When the database refuses.
pub fn has_map(db: &mut Db, consultation: Uid) -> Result<bool> {
    use diesel::dsl::exists;
    let asks =
        place_asking::table.filter(place_asking::consultation_id.eq(consultation)).filter(place_asking::asking.ne(Asking::Never.code()));
    let places = place::table.filter(place::consultation_id.eq(consultation));
    let layers = map_layer::table.filter(map_layer::consultation_id.eq(consultation));
    let (asks, places, layers): (bool, bool, bool) = diesel::select((exists(asks), exists(places), exists(layers))).get_result(db)?;
    Ok(asks || places || layers)
}

/// Sets whether it does.
///
/// # Errors
/// When the database refuses.
pub fn set_asking(db: &mut Db, consultation: Uid, asking: Asking) -> Result<()> {
    let row = (place_asking::consultation_id.eq(consultation), place_asking::asking.eq(asking.code()));
    each!(db, c => diesel::insert_into(place_asking::table).values(row).on_conflict(place_asking::consultation_id).do_update()
        .set(place_asking::asking.eq(asking.code())).execute(c))?;
    Ok(())
}

/// Adds a layer.
///
/// # Errors
/// When the database refuses.
pub fn add_layer(db: &mut Db, layer: &Layer) -> Result<()> {
    diesel::insert_into(map_layer::table).values(layer).execute(db)?;
    Ok(())
}

/// Takes a layer away. `false`: the consultation has no such layer.
///
/// # Errors
/// When the database refuses.
pub fn remove_layer(db: &mut Db, consultation: Uid, layer: Uid) -> Result<bool> {
    let of = map_layer::table.find(layer).filter(map_layer::consultation_id.eq(consultation));
    Ok(diesel::delete(of).execute(db)? == 1)
}

/// The layers of a consultation, oldest first: at most `limit`.
///
/// # Errors
/// When the database refuses.
pub fn layers(db: &mut Db, consultation: Uid, limit: i64) -> Result<Vec<Layer>> {
    let of = map_layer::table.filter(map_layer::consultation_id.eq(consultation));
    Ok(of.order((map_layer::added_at, map_layer::id)).limit(limit).select(all::<Layer>()).load(db)?)
}
