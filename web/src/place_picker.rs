//! The part of a form that asks where something is: an address that is searched, a position on the map or of the telephone (with scripts), or
//! coordinates that are typed. For every form that asks: `PlaceTyped` is flattened into what the form takes, `parts/place_picker.html` shows it.

use crate::drawn_map;
use crate::texts::Texts;
use crate::viewer::Visit;
use actions::limits::Purpose;
use actions::places::{Address, FIELD, Failed};
use domain::place::{Geometry, Place, PlaceFault, Spot};
use domain::text::Fault;
use serde::Deserialize;
use store::places::Placed;

/// Longest search, in characters.
const SEARCH_MAX: usize = 200;
/// Between the shape and its address in a choice.
const JOINT: char = '|';

/// What such a form says of the place.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PlaceTyped {
    /// Coordinates: typed, or put there by the map.
    pub(crate) spot: String,
    /// An address.
    pub(crate) spot_address: String,
    /// One of the addresses that were offered: its shape and itself.
    pub(crate) spot_found: String,
    /// The button that searches.
    pub(crate) spot_find: String,
}

/// What the place of a form came to.
pub(crate) enum Picked {
    /// A place, or none.
    Given(Option<Spot>),
    /// Something is wrong, or the person must choose among addresses.
    Ask(Option<PlaceFault>, Vec<Address>),
}

/// The part of the form, to be shown.
#[derive(Debug, Clone, Default)]
pub(crate) struct Picker {
    /// Whether a place must be given.
    pub(crate) required: bool,
    pub(crate) spot: String,
    pub(crate) address: String,
    pub(crate) found: Vec<Found>,
    /// What happened to the search, in words.
    pub(crate) note: Option<String>,
    /// Whether addresses can be searched.
    pub(crate) searches: bool,
    pub(crate) map: Ground,
}

/// An address that is offered.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) chosen: bool,
}

/// What a map with scripts needs to know.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ground {
    /// The addresses of tiles; empty for none.
    pub(crate) tiles: &'static str,
    pub(crate) zoom_max: u32,
    pub(crate) attribution: String,
    /// `west,south,east,north` of what it shows at first.
    pub(crate) bounds: String,
    /// The outline of the territory: a geometry of GeoJSON, or nothing.
    pub(crate) outline: String,
}

impl PlaceTyped {
    /// What is known of a place that was given before.
    pub(crate) fn of(place: Option<&Placed>) -> Self {
        place.map_or_else(Self::default, |place| Self { spot: place.shape.clone(), spot_address: place.address.clone(), ..Self::default() })
    }

    /// Whether the button was pressed that only searches.
    pub(crate) fn only_searches(&self) -> bool {
        !self.spot_find.is_empty()
    }

    /// Reads the place. An address without coordinates is searched.
    pub(crate) async fn read(&self, visit: &Visit) -> Result<Picked, crate::Error> {
        let address = domain::text::line(&self.spot_address);
        let ask = |fault| Ok(Picked::Ask(Some(fault), Vec::new()));
        if !self.only_searches() {
            if let Some((shape, label)) = self.spot_found.split_once(JOINT) {
                return Ok(match Geometry::parse(shape) {
                    Ok(shape) => Picked::Given(Some(Spot::new(shape, label))),
                    Err(fault) => Picked::Ask(Some(fault), Vec::new()),
                });
            }
            if !self.spot.trim().is_empty() {
                return Ok(match Geometry::parse(&self.spot) {
                    Ok(shape) => Picked::Given(Some(Spot::new(shape, &address))),
                    Err(fault) => Picked::Ask(Some(fault), Vec::new()),
                });
            }
        }
        if address.is_empty() {
            return if self.only_searches() { ask(PlaceFault::NotFound) } else { Ok(Picked::Given(None)) };
        }
        let Some(maps) = &visit.web.maps else { return ask(PlaceFault::NotFound) };
        visit.web.app.limits.check(Purpose::Search, &visit.client.bucket())?;
        let words: String = address.chars().take(SEARCH_MAX).collect();
        let near = visit.web.app.maps.territory.bounds().map(|bounds| bounds.centre());
        Ok(match maps.search(&words, near).await {
            Ok(found) if found.is_empty() => Picked::Ask(Some(PlaceFault::NotFound), found),
            Ok(found) if self.only_searches() => Picked::Ask(None, found),
            Ok(found) => Picked::Ask(Some(PlaceFault::Several), found),
            Err(Failed::NotOffered | Failed::Unreachable) => Picked::Ask(Some(PlaceFault::NotFound), Vec::new()),
        })
    }

    /// The part of the form, as it was filled in. `centre` is the box that the map shows when nothing was chosen.
    pub(crate) fn picker(&self, visit: &Visit, t: &Texts, required: bool, found: &[Address]) -> Picker {
        let maps = &visit.web.app.maps;
        let offered = found.iter().map(|one| {
            let value = format!("{}{JOINT}{}", written(one.place), one.label);
            Found { chosen: value == self.spot_found, label: one.label.clone(), value }
        });
        let mut offered: Vec<Found> = offered.collect();
        if let Some((_, label)) = self.spot_found.split_once(JOINT)
            && offered.is_empty()
        {
            offered.push(Found { value: self.spot_found.clone(), label: domain::text::line(label), chosen: true });
        }
        Picker {
            required,
            spot: self.spot.clone(),
            address: self.spot_address.clone(),
            note: (!found.is_empty()).then(|| t.count("place-found", found.len())),
            found: offered,
            searches: visit.web.maps.as_ref().is_some_and(|maps| maps.searches()),
            map: Ground::of(maps),
        }
    }
}

impl Ground {
    /// The ground of the instance's maps.
    pub(crate) fn of(maps: &actions::places::MapSettings) -> Self {
        let bounds = drawn_map::bounds_or_territory(None, maps);
        let sides = [bounds.west, bounds.south, bounds.east, bounds.north].map(domain::place::degrees);
        Self {
            tiles: if maps.has_tiles { "/map/tiles/{z}/{x}/{y}" } else { "" },
            zoom_max: maps.zoom_max,
            attribution: maps.attribution.clone(),
            bounds: sides.join(","),
            outline: if maps.territory.is_empty() { String::new() } else { maps.territory.geojson() },
        }
    }
}

/// A fault of the place, for the summary of the form.
pub(crate) fn fault(fault: PlaceFault) -> actions::Faults {
    vec![(FIELD, Fault::Place(fault))]
}

fn written(place: Place) -> String {
    format!("{}, {}", domain::place::degrees(place.latitude), domain::place::degrees(place.longitude))
}
