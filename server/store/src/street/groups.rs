//! Groups that others follow: one for all reports, one for each category, one for each part of the territory; under which ids others know reports,
//! and which parts of the territory hold them.

use super::areas::{AREAS_MAX, Area};
use super::{CATEGORIES_MAX, Report};
use crate::actors::Actor;
use crate::column::{Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{actor, street_area, street_category, street_group, street_object, street_report, street_within};
use crate::{Db, Result};
use diesel::prelude::*;
use domain::place::Bounds;
use domain::territory::Place;

/// Most reports that are looked at when a part of the territory is added.
const GATHERED_MAX: i64 = 5_000;
/// Rows kept at once.
const AT_ONCE: usize = 200;

/// What a group is about; neither of the two: all reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = street_group, check_for_backend(MultiBackend), treat_none_as_default_value = false)]
pub struct Group {
    /// The group as an actor.
    pub actor_id: Uid,
    /// Its category.
    pub category_id: Option<Uid>,
    /// Its part of the territory.
    pub area_id: Option<Uid>,
}

/// A group with what pages and documents say of it.
#[derive(Debug, Clone)]
pub struct Known {
    /// What it is about.
    pub group: Group,
    /// The group as an actor.
    pub actor: Actor,
    /// The code of its category.
    pub category: Option<String>,
    /// The name of its part of the territory.
    pub area: Option<String>,
    /// Whether few see its reports: then others know nothing of it.
    pub private: bool,
}

/// What has no group yet.
#[derive(Debug, Clone, Default)]
pub struct Missing {
    /// Whether there is one for all.
    pub whole: bool,
    /// Categories: their ids, names, and what belongs there.
    pub categories: Vec<(Uid, String, String)>,
    /// Parts of the territory.
    pub areas: Vec<Area>,
}

/// Keeps a new group.
///
/// # Errors
/// `Duplicate` when there is one, or when the database refuses.
pub fn add(db: &mut Db, new: Group) -> Result<()> {
    diesel::insert_into(street_group::table).values(new).execute(db)?;
    Ok(())
}

/// What has no group yet; nothing at all is missing where nothing can be reported.
///
/// # Errors
/// When the database refuses.
pub fn missing(db: &mut Db) -> Result<Missing> {
    if street_category::table.count().get_result::<i64>(db)? == 0 {
        return Ok(Missing::default());
    }
    let whole = street_group::table.filter(street_group::category_id.is_null()).filter(street_group::area_id.is_null());
    let categories = street_category::table
        .left_join(street_group::table.on(street_group::category_id.eq(street_category::id.nullable())))
        .filter(street_group::actor_id.is_null())
        .order((street_category::position, street_category::id))
        .limit(CATEGORIES_MAX)
        .select((street_category::id, street_category::name, street_category::description))
        .load(db)?;
    let areas = street_area::table
        .left_join(street_group::table.on(street_group::area_id.eq(street_area::id.nullable())))
        .filter(street_group::actor_id.is_null())
        .order(street_area::id)
        .limit(AREAS_MAX)
        .select(all::<Area>())
        .load(db)?;
    Ok(Missing { whole: !diesel::select(diesel::dsl::exists(whole)).get_result::<bool>(db)?, categories, areas })
}

/// A group, by what it is about or as an actor; a category before a part of the territory, and neither for the group of all reports.
///
/// # Errors
/// When the database refuses.
pub fn about(db: &mut Db, category: Option<Uid>, area: Option<Uid>) -> Result<Option<Known>> {
    let mut query = street_group::table.into_boxed();
    query = match (category, area) {
        (Some(category), _) => query.filter(street_group::category_id.eq(category)),
        (None, Some(area)) => query.filter(street_group::area_id.eq(area)),
        (None, None) => query.filter(street_group::category_id.is_null()).filter(street_group::area_id.is_null()),
    };
    let found: Option<Group> = query.select(all::<Group>()).first(db).optional()?;
    found.map_or(Ok(None), |group| known(db, group))
}

/// The same by the actor.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, actor: Uid) -> Result<Option<Known>> {
    let found: Option<Group> = street_group::table.find(actor).select(all::<Group>()).first(db).optional()?;
    found.map_or(Ok(None), |group| known(db, group))
}

fn known(db: &mut Db, group: Group) -> Result<Option<Known>> {
    let Some(actor) = crate::actors::find(db, group.actor_id)? else { return Ok(None) };
    let area: Option<(String, Option<Uid>)> = match group.area_id {
        Some(id) => street_area::table.find(id).select((street_area::name, street_area::category_id)).first(db).optional()?,
        None => None,
    };
    let within = area.as_ref().and_then(|(_, category)| *category);
    let category = match group.category_id.or(within) {
        Some(id) => super::category(db, id)?,
        None => None,
    };
    let private = category.as_ref().is_some_and(|category| category.private);
    Ok(Some(Known { group, actor, category: category.map(|category| category.code), area: area.map(|(name, _)| name), private }))
}

/// The groups that a report belongs to, as they are now: of its category, of the parts of the territory that hold it, of all reports. Those that few see
/// are not among them.
///
/// # Errors
/// When the database refuses.
pub fn of_report(db: &mut Db, report: &Report) -> Result<Vec<Actor>> {
    let groups =
        || street_group::table.inner_join(actor::table.on(actor::id.eq(street_group::actor_id))).filter(actor::erased_at.is_null());
    let category = groups()
        .inner_join(street_category::table.on(street_group::category_id.eq(street_category::id.nullable())))
        .filter(street_category::id.eq(report.category_id))
        .filter(street_category::private.eq(false));
    let mut found: Vec<Actor> = category.select(all::<Actor>()).load(db)?;
    let of_area = street_area::category_id.is_null().or(street_area::category_id.eq(report.category_id));
    let areas = groups()
        .inner_join(street_area::table.on(street_group::area_id.eq(street_area::id.nullable())))
        .inner_join(street_within::table.on(street_within::area_id.eq(street_area::id)))
        .filter(street_within::report_id.eq(report.id))
        .filter(of_area)
        .order(street_group::actor_id)
        .limit(AREAS_MAX);
    found.extend(areas.select(all::<Actor>()).load::<Actor>(db)?);
    let whole = groups().filter(street_group::category_id.is_null()).filter(street_group::area_id.is_null());
    found.extend(whole.limit(1).select(all::<Actor>()).load::<Actor>(db)?);
    Ok(found)
}

/// Gives a report the id under which others know it. `false`: it has one.
///
/// # Errors
/// When the database refuses.
pub fn name(db: &mut Db, report: Uid, object: Uid) -> Result<bool> {
    let values = (street_object::report_id.eq(report), street_object::object_id.eq(object));
    Ok(each!(db, c => diesel::insert_into(street_object::table).values(values).on_conflict_do_nothing().execute(c))? == 1)
}

/// The id under which others know a report, if everybody could ever see it.
///
/// # Errors
/// When the database refuses.
pub fn object_of(db: &mut Db, report: Uid) -> Result<Option<Uid>> {
    Ok(street_object::table.find(report).select(street_object::object_id).first(db).optional()?)
}

/// The report that others know under this id.
///
/// # Errors
/// When the database refuses.
pub fn behind(db: &mut Db, object: Uid) -> Result<Option<Report>> {
    Ok(street_object::table
        .inner_join(street_report::table.on(street_report::id.eq(street_object::report_id)))
        .filter(street_object::object_id.eq(object))
        .select(all::<Report>())
        .first(db)
        .optional()?)
}

/// The reports that everybody may see with a place in a box, latest first.
///
/// # Errors
/// When the database refuses.
pub fn in_box(db: &mut Db, bounds: Bounds) -> Result<Vec<(Uid, Place)>> {
    use street_report::dsl as c;
    let rows: Vec<(Uid, Option<f64>, Option<f64>)> = street_report::table
        .filter(c::confirmed_at.is_not_null())
        .filter(c::private.eq(false))
        .filter(c::latitude.ge(bounds.south).and(c::latitude.le(bounds.north)))
        .filter(c::longitude.ge(bounds.west).and(c::longitude.le(bounds.east)))
        .order((c::confirmed_at.desc(), c::number.desc()))
        .limit(GATHERED_MAX)
        .select((c::id, c::latitude, c::longitude))
        .load(db)?;
    Ok(rows.into_iter().filter_map(|(id, latitude, longitude)| Some((id, Place::new(latitude?, longitude?)?))).collect())
}

/// Notes that parts of the territory hold reports: pairs of a part and a report.
///
/// # Errors
/// When the database refuses.
pub fn hold(db: &mut Db, pairs: &[(Uid, Uid)]) -> Result<()> {
    for some in pairs.chunks(AT_ONCE) {
        let rows: Vec<_> =
            some.iter().map(|(area, report)| (street_within::area_id.eq(*area), street_within::report_id.eq(*report))).collect();
        each!(db, c => diesel::insert_into(street_within::table).values(&rows).on_conflict_do_nothing().execute(c))?;
    }
    Ok(())
}

/// The parts of the territory whose reports everybody may see: their ids, names, and the category that each is about.
///
/// # Errors
/// When the database refuses.
pub fn areas(db: &mut Db) -> Result<Vec<(Uid, String, Option<Uid>)>> {
    Ok(street_area::table
        .left_join(street_category::table.on(street_area::category_id.eq(street_category::id.nullable())))
        .filter(street_category::private.is_null().or(street_category::private.nullable().eq(false)))
        .order((street_area::name, street_area::id))
        .limit(AREAS_MAX)
        .select((street_area::id, street_area::name, street_area::category_id))
        .load(db)?)
}
