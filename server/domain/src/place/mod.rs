//! Where something is: a point, a line or an area on the Earth (WGS 84, degrees), checked before it is kept; and the outlines of territories.

mod mercator;
mod shape;
#[cfg(test)]
mod tests;
mod written;

pub use crate::territory::Place;
pub use mercator::{Cell, LATITUDE_MAX, SIDE, WORLD_BITS, metres_per_pixel};
pub use written::degrees;

/// Most vertices of what a person draws.
pub const VERTICES_MAX: usize = 200;
/// Most vertices of an outline, all its rings together.
pub const OUTLINE_VERTICES_MAX: usize = 20_000;
/// Widest thing that a person may draw, in metres from corner to corner of its box.
pub const EXTENT_MAX: f64 = 200_000.0;
/// Longest address of a place, in characters.
pub const ADDRESS_MAX: usize = 200;
/// Nearer than this, in degrees, two vertices are the same (about a centimetre).
const SAME: f64 = 1e-7;

crate::words! {
    /// Why a shape is refused.
    PlaceFault {
        /// What was written is no position.
        Unreadable = "unreadable",
        /// A coordinate beyond what the Earth, or the map, has.
        OffTheEarth = "off_the_earth",
        /// Too few vertices for a line or an area.
        TooFew = "too_few",
        /// More vertices than a person draws.
        TooMany = "too_many",
        /// Wider than any project of a territory.
        TooWide = "too_wide",
        /// An area whose outline crosses itself.
        Crosses = "crosses",
        /// An area of no surface.
        Flat = "flat",
        /// Outside the territory of the consultation, or of the instance.
        Outside = "outside",
        /// The consultation asks for a place, and none was given.
        Missing = "missing",
        /// Several addresses answer: one must be chosen.
        Several = "several",
        /// No address answers.
        NotFound = "not_found",
    }
}

crate::words! {
    /// Whether a consultation asks where a contribution is.
    Asking {
        /// It does not.
        Never = "never",
        /// Who wants to may say so.
        Optional = "optional",
        /// Every proposal has a place.
        Required = "required",
    }
}

crate::words! {
    /// The kinds of shapes.
    ShapeKind {
        /// One position.
        Point = "point",
        /// A way.
        Line = "line",
        /// A surface.
        Area = "area",
    }
}

/// A shape that a person drew, or typed: checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Geometry {
    kind: ShapeKind,
    /// One for a point; for an area its ring, the first vertex not repeated, anticlockwise (RFC 7946 §3.1.6).
    vertices: Vec<Place>,
}

/// Where a contribution is, as it is said.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// The shape.
    pub shape: Geometry,
    /// The same in words; may be empty.
    pub address: String,
    /// To how many metres it is known; 0 for as it was given.
    pub metres: u32,
}

/// The box around something, in degrees. It does not cross the antimeridian: no territory that uses this does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Western longitude.
    pub west: f64,
    /// Southern latitude.
    pub south: f64,
    /// Eastern longitude.
    pub east: f64,
    /// Northern latitude.
    pub north: f64,
}

/// An outline: areas, each an outer ring and its holes. Rings do not repeat their first vertex.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outline {
    areas: Vec<Vec<Vec<Place>>>,
}

impl Spot {
    /// A shape and its address, tidied.
    #[must_use]
    pub fn new(shape: Geometry, address: &str) -> Self {
        Self { shape, address: crate::text::line(address).chars().take(ADDRESS_MAX).collect(), metres: 0 }
    }
}

impl Geometry {
    /// A point.
    ///
    /// # Errors
    /// When no map shows it (beyond ±85.05 degrees of latitude).
    pub fn point(place: Place) -> Result<Self, PlaceFault> {
        Self::new(ShapeKind::Point, vec![place])
    }

    /// Checks a shape. The last vertex of an area may repeat the first.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn new(kind: ShapeKind, vertices: Vec<Place>) -> Result<Self, PlaceFault> {
        if vertices.len() > VERTICES_MAX + 1 {
            return Err(PlaceFault::TooMany);
        }
        if vertices.iter().any(|place| place.latitude.abs() > LATITUDE_MAX) {
            return Err(PlaceFault::OffTheEarth);
        }
        let mut vertices = shape::without_repeats(vertices);
        if kind == ShapeKind::Area && vertices.len() > 1 && vertices.first().zip(vertices.last()).is_some_and(|(a, b)| shape::same(*a, *b))
        {
            vertices.pop();
        }
        let least = match kind {
            ShapeKind::Point => 1,
            ShapeKind::Line => 2,
            ShapeKind::Area => 3,
        };
        if vertices.len() < least || (kind == ShapeKind::Point && vertices.len() > 1) {
            return Err(PlaceFault::TooFew);
        }
        if vertices.len() > VERTICES_MAX {
            return Err(PlaceFault::TooMany);
        }
        if Bounds::around(&vertices).is_none_or(|bounds| bounds.diagonal() > EXTENT_MAX) {
            return Err(PlaceFault::TooWide);
        }
        if kind == ShapeKind::Area {
            if shape::crosses_itself(&vertices) {
                return Err(PlaceFault::Crosses);
            }
            let surface = shape::signed_surface(&vertices);
            if surface.abs() < SAME * SAME {
                return Err(PlaceFault::Flat);
            }
            if surface < 0.0 {
                vertices.reverse();
            }
        }
        Ok(Self { kind, vertices })
    }

    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> ShapeKind {
        self.kind
    }

    /// Its vertices: one for a point; the ring of an area without its first vertex repeated.
    #[must_use]
    pub fn vertices(&self) -> &[Place] {
        &self.vertices
    }

    /// Where a mark for it stands: the point, the middle of the way, the centre of gravity of the area.
    #[must_use]
    pub fn centre(&self) -> Place {
        let found = match self.kind {
            ShapeKind::Point => self.vertices.first().copied(),
            ShapeKind::Line => shape::midway(&self.vertices),
            ShapeKind::Area => shape::gravity(&self.vertices),
        };
        found.or_else(|| self.vertices.first().copied()).unwrap_or(Place { latitude: 0.0, longitude: 0.0 })
    }

    /// The box around it.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        Bounds::around(&self.vertices).unwrap_or(Bounds { west: 0.0, south: 0.0, east: 0.0, north: 0.0 })
    }

    /// Whether it lies in the outline: every vertex of it. An empty outline holds everything.
    #[must_use]
    pub fn inside(&self, outline: &Outline) -> bool {
        outline.is_empty() || self.vertices.iter().all(|place| outline.holds(*place))
    }
}

impl Place {
    /// The same to within `metres`: the middle of the square of a fixed grid in which it lies, so that two readings tell no more than one.
    /// As it is for 0 metres.
    #[must_use]
    pub fn rounded(self, metres: u32) -> Self {
        if metres == 0 {
            return self;
        }
        let snap = |value: f64, step: f64| ((value / step).floor() + 0.5) * step;
        let step = f64::from(metres) / shape::METRES_PER_DEGREE;
        let latitude = snap(self.latitude, step).clamp(-90.0, 90.0);
        let wider = step / latitude.to_radians().cos().max(0.01);
        let longitude = snap(self.longitude, wider).clamp(-180.0, 180.0);
        // To six decimals, a tenth of a metre: no more digits than there is knowledge.
        let tidy = |value: f64| (value * 1e6).round() / 1e6;
        Self { latitude: tidy(latitude), longitude: tidy(longitude) }
    }

    /// How far another place is, in metres, on a sphere (haversine).
    #[must_use]
    pub fn metres_to(self, other: Self) -> f64 {
        shape::distance(self, other)
    }
}

impl Bounds {
    /// The box around places; `None` around none.
    #[must_use]
    pub fn around(places: &[Place]) -> Option<Self> {
        let first = places.first()?;
        let start = Self { west: first.longitude, south: first.latitude, east: first.longitude, north: first.latitude };
        Some(places.iter().fold(start, |all, place| all.with(*place)))
    }

    /// The same, and what it must grow by to hold this place.
    #[must_use]
    pub const fn with(self, place: Place) -> Self {
        Self {
            west: self.west.min(place.longitude),
            south: self.south.min(place.latitude),
            east: self.east.max(place.longitude),
            north: self.north.max(place.latitude),
        }
    }

    /// The same, which holds another box as well.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            west: self.west.min(other.west),
            south: self.south.min(other.south),
            east: self.east.max(other.east),
            north: self.north.max(other.north),
        }
    }

    /// Its middle.
    #[must_use]
    pub const fn centre(&self) -> Place {
        Place { latitude: f64::midpoint(self.south, self.north), longitude: f64::midpoint(self.west, self.east) }
    }

    /// From corner to corner, in metres.
    #[must_use]
    pub fn diagonal(&self) -> f64 {
        shape::distance(Place { latitude: self.south, longitude: self.west }, Place { latitude: self.north, longitude: self.east })
    }
}

impl Outline {
    /// An outline of areas, each an outer ring and its holes. Empty rings are left out; rings may repeat their first vertex.
    ///
    /// # Errors
    /// When there are too many vertices, or a ring of fewer than three.
    pub fn new(areas: Vec<Vec<Vec<Place>>>) -> Result<Self, PlaceFault> {
        if areas.iter().flatten().map(Vec::len).sum::<usize>() > OUTLINE_VERTICES_MAX {
            return Err(PlaceFault::TooMany);
        }
        let mut kept = Vec::with_capacity(areas.len());
        for area in areas {
            let mut rings = Vec::with_capacity(area.len());
            for mut ring in area {
                if ring.len() > 1 && ring.first().zip(ring.last()).is_some_and(|(a, b)| shape::same(*a, *b)) {
                    ring.pop();
                }
                if ring.len() < 3 {
                    return Err(PlaceFault::TooFew);
                }
                if ring.iter().any(|place| place.latitude.abs() > LATITUDE_MAX) {
                    return Err(PlaceFault::OffTheEarth);
                }
                rings.push(ring);
            }
            if !rings.is_empty() {
                kept.push(rings);
            }
        }
        Ok(Self { areas: kept })
    }

    /// A rectangle.
    #[must_use]
    pub fn of_box(bounds: Bounds) -> Self {
        let at = |latitude, longitude| Place { latitude, longitude };
        let Bounds { west, south, east, north } = bounds;
        Self { areas: vec![vec![vec![at(south, west), at(south, east), at(north, east), at(north, west)]]] }
    }

    /// Its areas, each an outer ring and its holes.
    #[must_use]
    pub fn areas(&self) -> &[Vec<Vec<Place>>] {
        &self.areas
    }

    /// Whether it says nothing.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.areas.is_empty()
    }

    /// Whether a place lies in it: in an area, and in none of its holes.
    #[must_use]
    pub fn holds(&self, place: Place) -> bool {
        self.areas.iter().any(|area| area.iter().filter(|ring| shape::ring_holds(ring, place)).count() % 2 == 1)
    }

    /// Whether a place lies in it, or at most so many metres beyond its border.
    #[must_use]
    pub fn reaches(&self, place: Place, metres: f64) -> bool {
        self.holds(place) || self.areas.iter().flatten().any(|ring| shape::to_ring(ring, place) <= metres)
    }

    /// The box around it; `None` when it is empty.
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        let rings = self.areas.iter().filter_map(|area| area.first());
        rings.filter_map(|ring| Bounds::around(ring)).reduce(Bounds::and)
    }
}
