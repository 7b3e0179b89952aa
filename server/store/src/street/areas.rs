//! Who looks after what in a part of the territory.

use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::schema::{actor, consultation, map_layer, street_area};
use crate::{Db, Result};
use diesel::prelude::*;
use domain::territory::Place;

/// Most areas of an instance.
pub const AREAS_MAX: i64 = 200;

/// A part of the territory and who looks after it.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = street_area, check_for_backend(MultiBackend), treat_none_as_default_value = false)]
pub struct Area {
    /// Its id.
    pub id: Uid,
    /// Its name.
    pub name: String,
    /// The category that this is about; none for everything.
    pub category_id: Option<Uid>,
    /// The service in charge there; empty for the category's own.
    pub service: String,
    /// The agent who looks after it; none for the category's own.
    pub referent_id: Option<Uid>,
    /// Its outline: a geometry of GeoJSON.
    pub outline: String,
    /// The box around it, in degrees.
    pub west: f64,
    /// Its southern side.
    pub south: f64,
    /// Its eastern side.
    pub east: f64,
    /// Its northern side.
    pub north: f64,
    /// When it was added.
    pub added_at: At,
}

/// An area in a list: its id, its name, its category, its service, the name of whoever looks after it.
pub type Listed = (Uid, String, Option<Uid>, String, Option<String>);

/// Keeps a new area.
///
/// # Errors
/// When the database refuses.
pub fn add(db: &mut Db, new: Area) -> Result<()> {
    diesel::insert_into(street_area::table).values(new).execute(db)?;
    Ok(())
}

/// Takes an area away. `false`: there is none.
///
/// # Errors
/// When the database refuses.
pub fn remove(db: &mut Db, id: Uid) -> Result<bool> {
    Ok(diesel::delete(street_area::table.find(id)).execute(db)? == 1)
}

/// How many there are.
///
/// # Errors
/// When the database refuses.
pub fn count(db: &mut Db) -> Result<i64> {
    Ok(street_area::table.count().get_result(db)?)
}

/// All areas by name, with the name of whoever looks after each, without their outlines.
///
/// # Errors
/// When the database refuses.
pub fn list(db: &mut Db) -> Result<Vec<Listed>> {
    Ok(street_area::table
        .left_join(actor::table.on(actor::id.nullable().eq(street_area::referent_id)))
        .order((street_area::name, street_area::id))
        .limit(AREAS_MAX)
        .select((street_area::id, street_area::name, street_area::category_id, street_area::service, actor::display_name.nullable()))
        .load(db)?)
}

/// The areas whose box holds a place, by the size of their boxes: the smallest first. With a category: those for it, then those for everything.
///
/// # Errors
/// When the database refuses.
pub fn around(db: &mut Db, category: Option<Uid>, place: Place) -> Result<Vec<Area>> {
    let mut query = street_area::table
        .filter(street_area::west.le(place.longitude))
        .filter(street_area::east.ge(place.longitude))
        .filter(street_area::south.le(place.latitude))
        .filter(street_area::north.ge(place.latitude))
        .order(street_area::id)
        .limit(AREAS_MAX)
        .select(all::<Area>())
        .into_boxed::<MultiBackend>();
    if let Some(category) = category {
        query = query.filter(street_area::category_id.is_null().or(street_area::category_id.eq(category)));
    }
    let mut found: Vec<Area> = query.load(db)?;
    let size = |area: &Area| (area.east - area.west) * (area.north - area.south);
    found.sort_by(|a, b| a.category_id.is_none().cmp(&b.category_id.is_none()).then(size(a).total_cmp(&size(b))));
    Ok(found)
}

/// Takes the name of an agent who leaves off what they looked after.
///
/// # Errors
/// When the database refuses.
pub fn forget_agent(db: &mut Db, agent: Uid) -> Result<()> {
    diesel::update(street_area::table.filter(street_area::referent_id.eq(agent)))
        .set(street_area::referent_id.eq(None::<Uid>))
        .execute(db)?;
    Ok(())
}

/// The perimeters that stand on maps of published consultations, to be used again: their ids, their names, the consultations' titles.
///
/// # Errors
/// When the database refuses.
pub fn perimeters(db: &mut Db) -> Result<Vec<(Uid, String, String)>> {
    Ok(map_layer::table
        .inner_join(consultation::table.on(consultation::id.eq(map_layer::consultation_id)))
        .filter(map_layer::kind.eq(crate::places::LayerKind::Perimeter.code()))
        .filter(consultation::published_at.is_not_null())
        .order((consultation::title, map_layer::name, map_layer::id))
        .limit(AREAS_MAX)
        .select((map_layer::id, map_layer::name, consultation::title))
        .load(db)?)
}

/// The shapes of such a perimeter.
///
/// # Errors
/// When the database refuses.
pub fn perimeter(db: &mut Db, layer: Uid) -> Result<Option<String>> {
    let row = map_layer::table.find(layer).filter(map_layer::kind.eq(crate::places::LayerKind::Perimeter.code()));
    Ok(row.select(map_layer::shapes).first(db).optional()?)
}
