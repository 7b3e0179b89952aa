//! Say who looks after what in a part of the territory. What comes goes to whoever looks after the smallest part that holds its place.

use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::{ActorId, StreetId};
use domain::permission::{self, OfficeVerb};
use domain::place::{Outline, PlaceFault};
use domain::refusal::Refusal;
use domain::street::NAME_MAX;
use domain::territory::Place;
use domain::text::{self, Fault};
use store::street::Category;
use store::street::areas::{self, AREAS_MAX, Area};
use store::{At, Db, Uid};

use super::groups;
use super::tend::check_agent;
use crate::places::geojson;
use crate::{App, Error, Faults, Result};

/// A part of the territory as an agent described it.
#[derive(Debug, Clone, Default)]
pub struct AreaForm {
    /// Its name.
    pub name: String,
    /// The code of a category; empty for all.
    pub category: String,
    /// The service in charge there; empty for the category's own.
    pub service: String,
    /// The id of the agent who looks after it; empty for the category's own.
    pub referent: String,
    /// The id of a perimeter that stands on a map here; empty where a file says the outline.
    pub perimeter: String,
}

/// Adds a part of the territory, from a file of GeoJSON or from a perimeter that stands on a map.
///
/// # Errors
/// A refusal of the permission table, faulty fields (`file` for the outline), `NoRoom`, or the store's failure.
pub async fn add_area(app: &App, viewer: Viewer, form: &AreaForm, file: Option<Vec<u8>>) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let mut faults = Faults::new();
    let name = text::bounded_line(&form.name, 2, NAME_MAX).map_err(|fault| faults.push(("area", fault))).unwrap_or_default();
    let service = text::bounded_line(&form.service, 0, NAME_MAX).map_err(|fault| faults.push(("service", fault))).unwrap_or_default();
    let referent = ActorId::parse(&form.referent).map(Uid::of);
    if referent.is_none() && !form.referent.is_empty() {
        faults.push(("referent", Fault::Choice));
    }
    if service.is_empty() && referent.is_none() && faults.is_empty() {
        faults.push(("referent", Fault::Missing));
    }
    if !faults.is_empty() {
        return Err(Error::Faulty(faults));
    }
    let shapes = match (file, uuid::Uuid::parse_str(&form.perimeter)) {
        (Some(file), _) => file,
        (None, Ok(layer)) => {
            let found = app.store.read(move |db| areas::perimeter(db, Uid(layer))).await?;
            found.ok_or_else(|| Error::fault("perimeter", Fault::Choice))?.into_bytes()
        }
        (None, Err(_)) => return Err(Error::fault("file", Fault::Missing)),
    };
    let (outline, bounds) = outline(shapes).await?;
    let (now, id, code, links) = (app.now(), app.new_id::<StreetId>(), form.category.clone(), app.links.clone());
    app.store
        .write(move |db| {
            if areas::count(db)? >= AREAS_MAX {
                return Err(Refusal::NoRoom.into());
            }
            let category_id = match code.as_str() {
                "" => None,
                code => Some(store::street::category_by_code(db, code)?.ok_or_else(|| Error::fault("category", Fault::Choice))?.id),
            };
            check_agent(db, referent).map_err(|_nobody| Error::fault("referent", Fault::Choice))?;
            let domain::place::Bounds { west, south, east, north } = bounds;
            let (id_of, added_at) = (Uid::of(id), At(now));
            areas::add(
                db,
                Area { id: id_of, name, category_id, service, referent_id: referent, outline, west, south, east, north, added_at },
            )?;
            groups::settle(db, &links, now)?;
            Ok(store::journal::append(db, &Event::new(EventKind::StreetArranged).by(viewer.actor).on(id).detail("area"), now)?)
        })
        .await
}

/// Reads an outline where nobody waits: a large file takes a while.
async fn outline(file: Vec<u8>) -> Result<(String, domain::place::Bounds)> {
    let read = move || {
        let shapes = geojson::read(&file)?;
        let outline = geojson::outline(&shapes).map_err(Fault::Place)?;
        let bounds = outline.bounds().ok_or(Fault::Place(PlaceFault::Flat))?;
        Ok::<_, Fault>((outline.geojson(), bounds))
    };
    let done = tokio::task::spawn_blocking(read).await.map_err(|gone| Error::Broken(gone.to_string()))?;
    done.map_err(|fault| Error::fault("file", fault))
}

/// Takes a part of the territory away. What it gave to somebody stays with them.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, or the store's failure.
pub async fn remove_area(app: &App, viewer: Viewer, id: StreetId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, links) = (app.now(), app.links.clone());
    app.store
        .write(move |db| {
            groups::end(db, &links, Uid::of(id), now)?;
            if !areas::remove(db, Uid::of(id))? {
                return Err(Refusal::NotFound.into());
            }
            Ok(store::journal::append(db, &Event::new(EventKind::StreetArranged).by(viewer.actor).on(id).detail("area"), now)?)
        })
        .await
}

/// The service in charge of what is reported at a place, and the agent who looks after it: of the category in the smallest part of the territory
/// that holds it, else of that part for everything, else of the category.
pub(super) fn charge(db: &mut Db, category: &Category, place: Option<Place>) -> Result<(String, Option<Uid>)> {
    let own = (category.service.clone(), category.referent_id);
    let Some(place) = place else { return Ok(own) };
    let Some(area) = holding(db, category.id, place, false)?.into_iter().next() else { return Ok(own) };
    Ok((if area.service.is_empty() { own.0 } else { area.service }, area.referent_id.or(own.1)))
}

/// The outline of a part of the territory.
pub(super) fn outline_of(area: &Area) -> Option<Outline> {
    let shapes = geojson::read(area.outline.as_bytes()).ok()?;
    geojson::outline(&shapes).ok()
}

/// The parts of the territory that hold a place, for a category or for all, the smallest first; `all`: those of other categories too.
pub(super) fn holding(db: &mut Db, category: Uid, place: Place, all: bool) -> Result<Vec<Area>> {
    let found = areas::around(db, (!all).then_some(category), place)?;
    Ok(found.into_iter().filter(|area| outline_of(area).is_some_and(|outline| outline.holds(place))).collect())
}
