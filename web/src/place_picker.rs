//! The part of a form that asks where something is: an address that is searched, a position on the map or of the telephone (with scripts), or
//! coordinates that are typed. Without scripts a drawn map takes a click, or is moved until its middle is the place. For every form that asks:
//! `PlaceTyped` is flattened into what the form takes, `parts/place_picker.html` shows it.

use crate::drawn_map::{self, Drawn, MarkAt, View, ZOOM_PLACE};
use crate::form::Fields;
use crate::page::Page;
use crate::viewer::Visit;
use actions::limits::Purpose;
use actions::places::{Address, FIELD, Failed, MapSettings};
use domain::place::{Geometry, Place, PlaceFault, Spot};
use domain::text::Fault;
use serde::Deserialize;
use store::instance::Instance;
use store::places::Placed;

/// Longest search, in characters.
const SEARCH_MAX: usize = 200;
/// Between the shape and its address in a choice.
const JOINT: char = '|';
/// What is chosen when none of the addresses that were found is meant.
const NONE: &str = "none";
/// Width and height of the map that takes a click, in pixels: it stands on the narrowest screen.
const STILL_SIDE: u32 = 288;
/// What the buttons beside that map do, in the order in which they stand: the code, the icon.
const MOVES: [(&str, &str); 7] = [
    ("north", "arrow-up"),
    ("south", "arrow-down"),
    ("west", "arrow-left"),
    ("east", "arrow-right"),
    ("closer", "plus"),
    ("farther", "minus"),
    ("middle", "check"),
];

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
    /// What the map without scripts shows: latitude, longitude, zoom.
    pub(crate) spot_view: String,
    /// The button that moves that map.
    pub(crate) spot_move: String,
    /// Where that map was clicked, in pixels from its upper left corner. By the keyboard browsers say 0 and 0.
    #[serde(rename = "spot_at.x")]
    pub(crate) spot_at_x: String,
    #[serde(rename = "spot_at.y")]
    pub(crate) spot_at_y: String,
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
    /// Whether a point is asked for, not a line or an area.
    pub(crate) point_only: bool,
    /// Whether the collectivity says where something of its own is: nobody's home is in question.
    pub(crate) of_the_house: bool,
    pub(crate) map: Ground,
    pub(crate) still: Still,
}

/// The map that works without scripts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Still {
    pub(crate) drawn: Drawn,
    /// Latitude, longitude, zoom.
    pub(crate) view: String,
    pub(crate) moves: Vec<Move>,
}

/// A button beside that map.
#[derive(Debug, Clone)]
pub(crate) struct Move {
    pub(crate) code: &'static str,
    pub(crate) icon: &'static str,
    pub(crate) label: String,
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

    /// What is known of a point: its coordinates, as typed, and its address.
    pub(crate) fn at(spot: String, address: &str) -> Self {
        Self { spot, spot_address: address.to_owned(), ..Self::default() }
    }

    /// The same from the fields of a form with files.
    pub(crate) fn of_fields(fields: &Fields) -> Self {
        let field = |name| fields.get(name).to_owned();
        Self {
            spot: field("spot"),
            spot_address: field("spot_address"),
            spot_found: field("spot_found"),
            spot_find: field("spot_find"),
            spot_view: field("spot_view"),
            spot_move: field("spot_move"),
            spot_at_x: field("spot_at.x"),
            spot_at_y: field("spot_at.y"),
        }
    }

    /// Whether the button was pressed that only searches, or one of the map.
    pub(crate) fn only_searches(&self) -> bool {
        !self.spot_find.is_empty() || self.is_on_map()
    }

    /// Whether nothing at all was said.
    pub(crate) fn is_empty(&self) -> bool {
        !self.only_searches() && [&self.spot, &self.spot_address, &self.spot_found].iter().all(|field| field.trim().is_empty())
    }

    /// Whether none of the addresses that were found was meant.
    pub(crate) fn none_of_them(&self) -> bool {
        self.spot_found == NONE
    }

    /// Whether the map without scripts was used.
    fn is_on_map(&self) -> bool {
        !self.spot_move.is_empty() || !self.spot_at_x.is_empty()
    }

    /// Reads the place. An address without coordinates is searched.
    pub(crate) async fn read(&self, visit: &Visit) -> Result<Picked, crate::Error> {
        let address = domain::text::line(&self.spot_address);
        let ask = |fault| Ok(Picked::Ask(Some(fault), Vec::new()));
        if self.is_on_map() {
            return Ok(Picked::Ask(None, Vec::new()));
        }
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

    /// The same where an address in words is enough: what was not found, or none of what was found, is not asked again.
    pub(crate) async fn read_or_words(&self, visit: &Visit) -> Result<Picked, crate::Error> {
        if self.none_of_them() && self.spot.trim().is_empty() && !self.only_searches() {
            return Ok(Picked::Given(None));
        }
        let words = !self.only_searches() && !domain::text::line(&self.spot_address).is_empty();
        Ok(match self.read(visit).await? {
            Picked::Ask(Some(PlaceFault::NotFound), found) if found.is_empty() && words => Picked::Given(None),
            picked => picked,
        })
    }

    /// The part of the form, as it was filled in. `centre` is the box that the map shows when nothing was chosen.
    pub(crate) fn picker(&self, visit: &Visit, page: &Page, required: bool, found: &[Address]) -> Picker {
        let (maps, t) = (&visit.web.app.maps, &page.t);
        let offered = found.iter().map(|one| {
            let value = format!("{}{JOINT}{}", written(one.place), one.label);
            // Who points at the map after that means the map.
            Found { chosen: value == self.spot_found && self.spot_at_x.is_empty(), label: one.label.clone(), value }
        });
        let mut offered: Vec<Found> = offered.collect();
        if let Some((_, label)) = self.spot_found.split_once(JOINT)
            && offered.is_empty()
        {
            offered.push(Found { value: self.spot_found.clone(), label: domain::text::line(label), chosen: self.spot_at_x.is_empty() });
        }
        let (spot, still) = self.still(maps, page);
        Picker {
            required,
            spot,
            point_only: false,
            of_the_house: false,
            still,
            address: self.spot_address.clone(),
            note: (!found.is_empty()).then(|| t.count("place-found", found.len())),
            found: offered,
            searches: visit.web.maps.as_ref().is_some_and(|maps| maps.searches()),
            map: Ground::of(maps, &page.instance),
        }
    }

    /// The coordinates and the map without scripts, after what was done on it.
    // ftl: place-move-*
    fn still(&self, maps: &MapSettings, page: &Page) -> (String, Still) {
        let t = &page.t;
        let mut view = self.view(maps, &page.instance);
        let mut spot = self.spot.clone();
        match self.spot_move.as_str() {
            "north" => view = view.moved(0.0, -0.4, 0),
            "south" => view = view.moved(0.0, 0.4, 0),
            "west" => view = view.moved(-0.4, 0.0, 0),
            "east" => view = view.moved(0.4, 0.0, 0),
            "closer" => view = view.moved(0.0, 0.0, 1),
            "farther" => view = view.moved(0.0, 0.0, -1),
            "middle" => spot = written(view.centre),
            _none => {}
        }
        let clicked = self.spot_at_x.parse::<u32>().ok().zip(self.spot_at_y.parse::<u32>().ok());
        if let Some((x, y)) = clicked.filter(|(x, y)| *x < view.width && *y < view.height) {
            // The keyboard presses no point of it: its middle, where the cross is.
            spot = written(if (x, y) == (0, 0) { view.centre } else { view.place_at((x, y)) });
        }
        let mut drawn = view.draw(maps);
        if let Ok(shape) = Geometry::parse(&spot) {
            view.add(&mut drawn, &shape);
            let (x, y) = view.at(shape.centre());
            if view.shows((x, y)) {
                let title = t.get("place-chosen-here");
                drawn.marks.push(MarkAt { x, y, radius: 9, label: String::new(), title, path: String::new(), several: false });
            }
        }
        let moves = MOVES.iter().map(|(code, icon)| Move { code, icon, label: t.code("place-move", code) }).collect();
        let place = written(view.centre);
        (spot, Still { drawn, view: format!("{place}, {}", view.zoom), moves })
    }

    /// What the map without scripts shows: what it showed, else the place, else the territory.
    fn view(&self, maps: &MapSettings, instance: &Instance) -> View {
        let size = (STILL_SIDE, STILL_SIDE);
        let mut parts = self.spot_view.splitn(3, ',').map(str::trim);
        let shown = match (parts.next(), parts.next(), parts.next()) {
            (Some(latitude), Some(longitude), Some(zoom)) => {
                latitude.parse().ok().zip(longitude.parse().ok()).zip(zoom.parse::<u32>().ok())
            }
            _else => None,
        };
        if let Some(((latitude, longitude), zoom)) = shown
            && let Some(centre) = Place::new(latitude, longitude)
        {
            return View::of(centre, zoom, size);
        }
        let found = self.spot_found.split_once(JOINT).map_or(self.spot.as_str(), |(shape, _)| shape);
        match Geometry::parse(found) {
            Ok(shape) if shape.vertices().len() == 1 => View::of(shape.centre(), ZOOM_PLACE, size),
            Ok(shape) => View::fitting(&shape.bounds(), size, ZOOM_PLACE),
            Err(_) => View::fitting(&drawn_map::bounds_or_territory(None, maps, instance), size, ZOOM_PLACE),
        }
    }
}

impl Picker {
    /// The same for what lies in one point.
    pub(crate) fn of_a_point(self) -> Self {
        Self { point_only: true, ..self }
    }

    /// The same for what the collectivity says of itself.
    pub(crate) fn of_the_house(self) -> Self {
        Self { of_the_house: true, ..self }
    }
}

impl Ground {
    /// The ground of the instance's maps.
    pub(crate) fn of(maps: &MapSettings, instance: &Instance) -> Self {
        let bounds = drawn_map::bounds_or_territory(None, maps, instance);
        Self {
            tiles: if maps.has_tiles { "/map/tiles/{z}/{x}/{y}" } else { "" },
            zoom_max: maps.zoom_max,
            attribution: maps.attribution.clone(),
            bounds: drawn_map::sides(&bounds),
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
