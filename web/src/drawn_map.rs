//! Maps drawn by the server, for browsers with scripts and without: tiles through our own cache where there are some, the outline of the territory,
//! and marks. Everything in whole pixels of an SVG.

use actions::places::MapSettings;
use actions::places::geojson::{Feature, Shape};
use domain::place::{Bounds, Cell, Geometry, Outline, Place, SIDE, ShapeKind, WORLD_BITS};
use domain::territory::TerritoryKind;
use std::fmt::Write as _;
use store::instance::Instance;
use store::views::map::Window;

/// Coarsest and finest zoom of a map.
pub(crate) const ZOOM_MIN: u32 = 3;
pub(crate) const ZOOM_MAX: u32 = 19;
/// Zoom of a map that shows one place.
pub(crate) const ZOOM_PLACE: u32 = 16;
/// Degrees of a territory that is too large to be shown whole around one place: some forty kilometres.
const LARGE: f64 = 0.5;
/// Pixels between what a map shows and its edge.
const MARGIN: f64 = 24.0;
/// Metropolitan France: what a map shows when nothing is known.
const FRANCE: Bounds = Bounds { west: -5.2, south: 41.3, east: 9.6, north: 51.1 };

/// The part of the world that a map shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct View {
    pub(crate) centre: Place,
    pub(crate) zoom: u32,
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// The box that it was chosen to show.
    around: Option<Bounds>,
}

/// A map, ready to be drawn.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Drawn {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) tiles: Vec<TileAt>,
    /// The outline of the territory and of perimeters.
    pub(crate) outline: Vec<String>,
    /// Other areas, and ways.
    pub(crate) areas: Vec<String>,
    pub(crate) lines: Vec<String>,
    pub(crate) marks: Vec<MarkAt>,
    pub(crate) attribution: String,
}

/// A tile in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TileAt {
    pub(crate) path: String,
    pub(crate) x: i32,
    pub(crate) y: i32,
}

/// A mark in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MarkAt {
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) radius: u32,
    /// What stands in it: a number, or the first letter of a theme.
    pub(crate) label: String,
    /// What it is, in words.
    pub(crate) title: String,
    /// Where it leads; empty for nowhere.
    pub(crate) path: String,
    /// Whether it stands for several.
    pub(crate) several: bool,
}

impl View {
    /// A view around a place.
    pub(crate) fn of(centre: Place, zoom: u32, (width, height): (u32, u32)) -> Self {
        Self { centre, zoom: zoom.clamp(ZOOM_MIN, ZOOM_MAX), width, height, around: None }
    }

    /// The closest view in which a box is seen whole.
    pub(crate) fn fitting(bounds: &Bounds, size: (u32, u32), closest: u32) -> Self {
        let (from, to) = Cell::corners(bounds);
        let middle = Cell { x: i64::midpoint(from.x, to.x), y: i64::midpoint(from.y, to.y) };
        let fits = |zoom: &u32| {
            let room = |all: u32| 2.0f64.mul_add(-MARGIN, f64::from(all));
            pixels(to.x - from.x, *zoom) <= room(size.0) && pixels(to.y - from.y, *zoom) <= room(size.1)
        };
        let zoom = (ZOOM_MIN..=closest.min(ZOOM_MAX)).rev().find(fits).unwrap_or(ZOOM_MIN);
        Self { around: Some(*bounds), ..Self::of(middle.place(), zoom, size) }
    }

    /// The same, moved by a share of its size, and closer or farther.
    pub(crate) fn moved(&self, east: f64, south: f64, closer: i32) -> Self {
        let cell = Cell::of(self.centre);
        let shift = |share: f64, of: u32| cells(share * f64::from(of), self.zoom);
        let most = (1 << WORLD_BITS) - 1;
        let to = Cell { x: (cell.x + shift(east, self.width)).clamp(0, most), y: (cell.y + shift(south, self.height)).clamp(0, most) };
        let zoom = self.zoom.saturating_add_signed(closer);
        Self::of(to.place(), zoom, (self.width, self.height))
    }

    /// The box that it was chosen to show, for maps of other sizes: `west,south,east,north`, or nothing.
    pub(crate) fn shown(&self) -> String {
        self.around.as_ref().map(sides).unwrap_or_default()
    }

    /// The same in writing, for addresses.
    pub(crate) fn query(&self) -> String {
        let digits = |value: f64| domain::place::degrees((value * 1e5).round() / 1e5);
        format!("lat={}&lon={}&zoom={}", digits(self.centre.latitude), digits(self.centre.longitude), self.zoom)
    }

    /// Where a place is on it, in pixels from its upper left corner.
    pub(crate) fn at(&self, place: Place) -> (i32, i32) {
        let (cell, centre) = (Cell::of(place), Cell::of(self.centre));
        let x = pixels(cell.x - centre.x, self.zoom) + f64::from(self.width) / 2.0;
        let y = pixels(cell.y - centre.y, self.zoom) + f64::from(self.height) / 2.0;
        (whole(x), whole(y))
    }

    /// The place at a pixel of it.
    pub(crate) fn place_at(&self, (x, y): (u32, u32)) -> Place {
        let centre = Cell::of(self.centre);
        let shift = |at: u32, of: u32| cells(f64::from(at) - f64::from(of) / 2.0, self.zoom);
        let most = (1 << WORLD_BITS) - 1;
        let at = Cell { x: (centre.x + shift(x, self.width)).clamp(0, most), y: (centre.y + shift(y, self.height)).clamp(0, most) };
        at.place()
    }

    /// The part of the world, for the store; marks a quarter of a tile apart are gathered.
    pub(crate) fn window(&self) -> Window {
        let centre = Cell::of(self.centre);
        let (x, y) = (cells(f64::from(self.width) / 2.0, self.zoom), cells(f64::from(self.height) / 2.0, self.zoom));
        Window { from: Cell { x: centre.x - x, y: centre.y - y }, to: Cell { x: centre.x + x, y: centre.y + y }, bits: self.zoom + 2 }
    }

    /// The empty map: tiles and outline.
    pub(crate) fn draw(&self, maps: &MapSettings) -> Drawn {
        let mut drawn = Drawn { width: self.width, height: self.height, ..Drawn::default() };
        if maps.has_tiles {
            drawn.tiles = self.tiles(maps.zoom_max);
            drawn.attribution.clone_from(&maps.attribution);
        }
        drawn.outline.extend(self.outline(&maps.territory));
        drawn
    }

    /// The paths of an outline.
    pub(crate) fn outline(&self, outline: &Outline) -> Option<String> {
        let path: String = outline.areas().iter().flatten().map(|ring| self.path(ring, true)).collect();
        (!path.is_empty()).then_some(path)
    }

    /// Adds what somebody drew, if it is more than a point.
    pub(crate) fn add(&self, drawn: &mut Drawn, shape: &Geometry) {
        match shape.kind() {
            ShapeKind::Point => {}
            ShapeKind::Line => drawn.lines.push(self.path(shape.vertices(), false)),
            ShapeKind::Area => drawn.areas.push(self.path(shape.vertices(), true)),
        }
    }

    /// Adds a layer.
    pub(crate) fn add_features(&self, drawn: &mut Drawn, features: &[Feature], is_perimeter: bool) {
        for feature in features {
            match &feature.shape {
                Shape::Point(place) => {
                    let (x, y) = self.at(*place);
                    if self.shows((x, y)) {
                        let title = feature.name.clone();
                        drawn.marks.push(MarkAt { x, y, radius: 5, label: String::new(), title, path: String::new(), several: false });
                    }
                }
                Shape::Line(line) => drawn.lines.push(self.path(line, false)),
                Shape::Area(rings) => {
                    let path: String = rings.iter().map(|ring| self.path(ring, true)).collect();
                    if is_perimeter { &mut drawn.outline } else { &mut drawn.areas }.push(path);
                }
            }
        }
    }

    /// Whether a pixel is on the map, or nearly.
    pub(crate) fn shows(&self, (x, y): (i32, i32)) -> bool {
        let near = |value: i32, of: u32| value > -40 && value < i32::try_from(of).unwrap_or(i32::MAX).saturating_add(40);
        near(x, self.width) && near(y, self.height)
    }

    fn tiles(&self, finest: u32) -> Vec<TileAt> {
        let zoom = self.zoom.min(finest);
        if zoom != self.zoom {
            return Vec::new();
        }
        let window = self.window();
        let side = i32::try_from(SIDE).unwrap_or(256);
        let ((left, top), (right, bottom)) = (window.from.at_zoom(zoom), window.to.at_zoom(zoom));
        let all = 0..1i64 << zoom;
        let mut tiles = Vec::new();
        for y in (top..=bottom).filter(|y| all.contains(y)) {
            for x in (left..=right).filter(|x| all.contains(x)) {
                let corner = Cell { x: x << (WORLD_BITS - zoom), y: y << (WORLD_BITS - zoom) };
                let (at_x, at_y) = self.corner(corner);
                if at_x > -side && at_y > -side {
                    tiles.push(TileAt { path: format!("/map/tiles/{zoom}/{x}/{y}"), x: at_x, y: at_y });
                }
            }
        }
        tiles
    }

    fn corner(&self, cell: Cell) -> (i32, i32) {
        let centre = Cell::of(self.centre);
        let x = pixels(cell.x - centre.x, self.zoom) + f64::from(self.width) / 2.0;
        let y = pixels(cell.y - centre.y, self.zoom) + f64::from(self.height) / 2.0;
        (whole(x), whole(y))
    }

    fn path(&self, vertices: &[Place], closed: bool) -> String {
        let (mut path, mut last) = (String::new(), None);
        for vertex in vertices {
            let point = self.at(*vertex);
            if last != Some(point) {
                let word = if last.is_none() { 'M' } else { 'L' };
                // Writing to a string does not fail.
                let _written = write!(path, "{word}{} {}", point.0, point.1);
                last = Some(point);
            }
        }
        if closed && !path.is_empty() {
            path.push('Z');
        }
        path
    }
}

/// A box in writing: `west,south,east,north`.
pub(crate) fn sides(bounds: &Bounds) -> String {
    [bounds.west, bounds.south, bounds.east, bounds.north].map(domain::place::degrees).join(",")
}

/// What a map shows at first: the box, else the territory, else the country.
pub(crate) fn bounds_or_territory(found: Option<Bounds>, maps: &MapSettings, instance: &Instance) -> Bounds {
    found.or_else(|| maps.territory.bounds()).or_else(|| surroundings(instance)).unwrap_or(FRANCE)
}

/// What a map of a place shows: nothing but the outline of the territory is drawn where there are no tiles, so it is shown whole there, unless it is so
/// large that the place would not be told from its neighbours.
pub(crate) fn with_ground(found: Bounds, maps: &MapSettings) -> Bounds {
    let is_near = |all: &Bounds| all.east - all.west < LARGE && all.north - all.south < LARGE;
    match maps.territory.bounds().filter(is_near) {
        Some(territory) if !maps.has_tiles => found.and(territory),
        Some(_) | None => found,
    }
}

/// What lies around the own point of a territory without an outline, about as wide as such territories are; nothing for the State.
fn surroundings(instance: &Instance) -> Option<Bounds> {
    let own = instance.latitude.zip(instance.longitude).and_then(|(latitude, longitude)| Place::new(latitude, longitude))?;
    let metres = match TerritoryKind::parse(&instance.territory_kind)? {
        TerritoryKind::Commune | TerritoryKind::Other => 2_500.0,
        TerritoryKind::Intercommunality => 15_000.0,
        TerritoryKind::Department => 50_000.0,
        TerritoryKind::Region => 120_000.0,
        TerritoryKind::State => return None,
    };
    let ((south, north), (west, east)) = domain::street::around(own, metres);
    Some(Bounds { west, south, east, north })
}

/// Pixels of a stretch of cells.
#[expect(clippy::cast_precision_loss, reason = "cells have 30 bits, a double 53")]
fn pixels(cells: i64, zoom: u32) -> f64 {
    cells as f64 / per_pixel(zoom)
}

/// Cells of a stretch of pixels.
#[expect(clippy::cast_possible_truncation, reason = "a map is some thousand pixels wide")]
fn cells(pixels: f64, zoom: u32) -> i64 {
    (pixels * per_pixel(zoom)).round() as i64
}

fn per_pixel(zoom: u32) -> f64 {
    // 2³⁰ cells, 256 = 2⁸ pixels a tile.
    f64::from(1u32 << (WORLD_BITS - 8 - zoom.min(WORLD_BITS - 8)))
}

#[expect(clippy::cast_possible_truncation, reason = "it is bounded on both sides")]
fn whole(value: f64) -> i32 {
    value.round().clamp(-100_000.0, 100_000.0) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_cover_the_view() {
        let lille = Place { latitude: 50.6366, longitude: 3.0635 };
        let view = View::of(lille, 12, (640, 400));
        let maps = MapSettings { has_tiles: true, ..MapSettings::default() };
        let drawn = view.draw(&maps);
        assert!(drawn.tiles.iter().any(|tile| tile.path == "/map/tiles/12/2082/1377"));
        assert!((6..=12).contains(&drawn.tiles.len()), "{}", drawn.tiles.len());
        assert_eq!(view.at(lille), (320, 200));
        assert_eq!(view.at(view.place_at((17, 342))), (17, 342));
        assert!(view.draw(&MapSettings::default()).tiles.is_empty());
    }

    #[test]
    fn a_box_is_seen_whole() {
        let bounds = Bounds { west: 3.0, south: 50.6, east: 3.1, north: 50.7 };
        let view = View::fitting(&bounds, (640, 400), 18);
        for (latitude, longitude) in [(50.6, 3.0), (50.7, 3.1)] {
            let (x, y) = view.at(Place { latitude, longitude });
            assert!((0..640).contains(&x) && (0..400).contains(&y), "{x} {y} {view:?}");
        }
        assert!(view.zoom >= 10);
        assert_eq!(View::fitting(&Bounds { west: 3.0, south: 50.0, east: 3.0, north: 50.0 }, (640, 400), 16).zoom, 16);
        let back = view.moved(0.5, 0.25, 1).moved(-1.0, -0.5, -1);
        assert!(back.centre.metres_to(view.centre) < 1.0 && back.zoom == view.zoom);
    }
}
