//! Shapes in writing. For people and for the database, one form: `50.63, 3.06` is a point (latitude first, as people and maps say it), several
//! separated by `;` a line, and an area when the last is the first again. For programs: a geometry of GeoJSON (RFC 7946 §3.1, longitude first).

use super::{Geometry, Outline, Place, PlaceFault, ShapeKind, VERTICES_MAX, shape};
use std::fmt::Write as _;

/// Longest writing of a shape, in bytes.
const WRITTEN_MAX: usize = 64 * (VERTICES_MAX + 1);

impl Geometry {
    /// Reads a shape as people type it: `latitude, longitude`, with `;` between vertices. A decimal comma is understood where the two numbers are
    /// separated by a space or `/`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, PlaceFault> {
        if text.len() > WRITTEN_MAX {
            return Err(PlaceFault::TooMany);
        }
        let written = text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty());
        let vertices = written.map(position).collect::<Result<Vec<Place>, PlaceFault>>()?;
        let closed = vertices.len() > 2 && vertices.first().zip(vertices.last()).is_some_and(|(a, b)| shape::same(*a, *b));
        let kind = match (vertices.len(), closed) {
            (0, _) => return Err(PlaceFault::Unreadable),
            (1, _) => ShapeKind::Point,
            (_, false) => ShapeKind::Line,
            (_, true) => ShapeKind::Area,
        };
        Self::new(kind, vertices)
    }

    /// The same in writing; [`Geometry::parse`] reads it.
    #[must_use]
    pub fn written(&self) -> String {
        let again = self.vertices().first().filter(|_| self.kind() == ShapeKind::Area);
        let all = self.vertices().iter().chain(again);
        all.map(|place| format!("{}, {}", degrees(place.latitude), degrees(place.longitude))).collect::<Vec<_>>().join("; ")
    }

    /// A geometry of GeoJSON.
    #[must_use]
    pub fn geojson(&self) -> String {
        let again = self.vertices().first().filter(|_| self.kind() == ShapeKind::Area);
        let list = positions(self.vertices().iter().chain(again));
        match self.kind() {
            ShapeKind::Point => format!(r#"{{"type":"Point","coordinates":{list}}}"#),
            ShapeKind::Line => format!(r#"{{"type":"LineString","coordinates":[{list}]}}"#),
            ShapeKind::Area => format!(r#"{{"type":"Polygon","coordinates":[[{list}]]}}"#),
        }
    }
}

impl Outline {
    /// A geometry of GeoJSON: a `MultiPolygon`.
    #[must_use]
    pub fn geojson(&self) -> String {
        let ring = |ring: &Vec<Place>| format!("[{}]", positions(ring.iter().chain(ring.first())));
        let area = |area: &Vec<Vec<Place>>| format!("[{}]", area.iter().map(ring).collect::<Vec<_>>().join(","));
        format!(r#"{{"type":"MultiPolygon","coordinates":[{}]}}"#, self.areas().iter().map(area).collect::<Vec<_>>().join(","))
    }
}

/// Degrees to six decimals (a tenth of a metre), without zeros at the end.
#[must_use]
pub fn degrees(value: f64) -> String {
    let text = format!("{value:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

fn positions<'a>(places: impl Iterator<Item = &'a Place>) -> String {
    let mut list = String::new();
    for place in places {
        let comma = if list.is_empty() { "" } else { "," };
        // Writing to a string does not fail.
        let _written = write!(list, "{comma}[{},{}]", degrees(place.longitude), degrees(place.latitude));
    }
    list
}

fn position(text: &str) -> Result<Place, PlaceFault> {
    let parts: Vec<&str> = match text.split(',').collect::<Vec<_>>().as_slice() {
        [latitude, longitude] if !longitude.trim().contains(char::is_whitespace) || !latitude.trim().is_empty() => {
            if latitude.trim().contains(char::is_whitespace) { vec![] } else { vec![latitude, longitude] }
        }
        _ => vec![],
    };
    // `50,63 3,06`, `50.63 3.06` or `50,63 / 3,06`
    let parts = if parts.is_empty() {
        text.split(|c: char| c.is_whitespace() || c == '/').filter(|part| !part.is_empty()).collect()
    } else {
        parts
    };
    let [latitude, longitude] = parts.as_slice() else { return Err(PlaceFault::Unreadable) };
    Place::new(number(latitude)?, number(longitude)?).ok_or(PlaceFault::OffTheEarth)
}

fn number(text: &str) -> Result<f64, PlaceFault> {
    let text = text.trim().trim_end_matches([',', '°']).replace(',', ".").replace('−', "-");
    // "inf", "nan" and "1e300" are numbers for a program, not for a map.
    if text.len() > 24 || !text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+')) {
        return Err(PlaceFault::Unreadable);
    }
    text.parse().map_err(|_not_a_number| PlaceFault::Unreadable)
}
