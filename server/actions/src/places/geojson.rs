//! Files of GeoJSON (RFC 7946) that people bring: read with bounds on everything, and written anew with nothing in them but shapes and names.

use domain::place::{Bounds, OUTLINE_VERTICES_MAX, Outline, Place, PlaceFault, degrees};
use domain::text::Fault;
use serde_json::Value;

/// Heaviest file, in bytes.
pub const BYTES_MAX: usize = 2 * 1024 * 1024;
/// Most features.
pub const FEATURES_MAX: usize = 2_000;
/// Longest name of a feature, in characters.
const NAME_MAX: usize = 120;
/// How deep collections of geometries may lie in each other.
const NESTED_MAX: u32 = 2;
/// The properties that name a feature, the first that is there.
const NAMES: [&str; 9] = ["name", "nom", "title", "titre", "label", "libelle", "intitule", "bezeichnung", "nom_commune"];

/// A shape with its name.
#[derive(Debug, Clone, PartialEq)]
pub struct Feature {
    /// Its name; may be empty.
    pub name: String,
    /// What it is.
    pub shape: Shape,
}

/// A shape of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A position.
    Point(Place),
    /// A way.
    Line(Vec<Place>),
    /// An outer ring and its holes; rings repeat their first vertex.
    Area(Vec<Vec<Place>>),
}

impl Shape {
    fn vertices(&self) -> Vec<Place> {
        match self {
            Self::Point(place) => vec![*place],
            Self::Line(line) => line.clone(),
            Self::Area(rings) => rings.concat(),
        }
    }
}

/// Reads a file.
///
/// # Errors
/// What is wrong with it: too heavy, no GeoJSON, positions that are not in degrees (`OffTheEarth`), too many of them.
pub fn read(file: &[u8]) -> Result<Vec<Feature>, Fault> {
    if file.len() > BYTES_MAX {
        return Err(Fault::TooHeavy(BYTES_MAX));
    }
    // The reader stops at 128 levels by itself.
    let json: Value = serde_json::from_slice(file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file)).map_err(|_no_json| Fault::Shape)?;
    if json.get("crs").is_some_and(|crs| !is_degrees(crs)) {
        return Err(Fault::Place(PlaceFault::OffTheEarth));
    }
    let mut reading = Reading::default();
    match json.get("type").and_then(Value::as_str) {
        Some("FeatureCollection") => {
            let features = json.get("features").and_then(Value::as_array).ok_or(Fault::Shape)?;
            if features.len() > FEATURES_MAX {
                return Err(Fault::Place(PlaceFault::TooMany));
            }
            features.iter().try_for_each(|feature| reading.feature(feature))?;
        }
        Some("Feature") => reading.feature(&json)?,
        Some(_) => reading.geometry(&json, "", 0)?,
        None => return Err(Fault::Shape),
    }
    if reading.features.is_empty() { Err(Fault::Missing) } else { Ok(reading.features) }
}

/// Writes shapes: a feature collection.
#[must_use]
pub fn write(features: &[Feature]) -> String {
    let feature = |feature: &Feature| {
        let name = Value::from(feature.name.as_str());
        let (kind, coordinates) = match &feature.shape {
            Shape::Point(place) => ("Point", position(place)),
            Shape::Line(line) => ("LineString", positions(line)),
            Shape::Area(rings) => ("Polygon", format!("[{}]", rings.iter().map(|ring| positions(ring)).collect::<Vec<_>>().join(","))),
        };
        format!(r#"{{"type":"Feature","properties":{{"name":{name}}},"geometry":{{"type":"{kind}","coordinates":{coordinates}}}}}"#)
    };
    let features: Vec<String> = features.iter().map(feature).collect();
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

/// The box around shapes.
#[must_use]
pub fn bounds(features: &[Feature]) -> Option<Bounds> {
    features.iter().filter_map(|feature| Bounds::around(&feature.shape.vertices())).reduce(Bounds::and)
}

/// The areas among shapes, as an outline.
///
/// # Errors
/// When there are too many vertices, or an area has too few.
pub fn outline(features: &[Feature]) -> Result<Outline, PlaceFault> {
    let areas = features.iter().filter_map(|feature| match &feature.shape {
        Shape::Area(rings) => Some(rings.clone()),
        Shape::Point(_) | Shape::Line(_) => None,
    });
    Outline::new(areas.collect())
}

#[derive(Default)]
struct Reading {
    features: Vec<Feature>,
    vertices: usize,
}

impl Reading {
    fn feature(&mut self, json: &Value) -> Result<(), Fault> {
        let properties = json.get("properties");
        let named = NAMES.iter().find_map(|name| properties?.get(*name)?.as_str());
        let name: String = domain::text::line(named.unwrap_or_default()).chars().take(NAME_MAX).collect();
        match json.get("geometry") {
            // A feature may be nowhere (§3.2).
            Some(Value::Null) => Ok(()),
            Some(geometry) => self.geometry(geometry, &name, 0),
            None => Err(Fault::Shape),
        }
    }

    fn geometry(&mut self, json: &Value, name: &str, depth: u32) -> Result<(), Fault> {
        let kind = json.get("type").and_then(Value::as_str).ok_or(Fault::Shape)?;
        if kind == "GeometryCollection" {
            let parts = json.get("geometries").and_then(Value::as_array).ok_or(Fault::Shape)?;
            if depth >= NESTED_MAX {
                return Err(Fault::Shape);
            }
            return parts.iter().try_for_each(|part| self.geometry(part, name, depth + 1));
        }
        let coordinates = json.get("coordinates").and_then(Value::as_array).ok_or(Fault::Shape)?;
        let whole = Value::Array(Vec::new());
        match kind {
            "Point" => {
                let place = self.place(json.get("coordinates").unwrap_or(&whole))?;
                self.keep(name, Shape::Point(place))
            }
            "MultiPoint" => coordinates.iter().try_for_each(|one| {
                let place = self.place(one)?;
                self.keep(name, Shape::Point(place))
            }),
            "LineString" => {
                let line = self.line(coordinates, 2)?;
                self.keep(name, Shape::Line(line))
            }
            "MultiLineString" => coordinates.iter().try_for_each(|one| {
                let line = self.line(one.as_array().ok_or(Fault::Shape)?, 2)?;
                self.keep(name, Shape::Line(line))
            }),
            "Polygon" => {
                let rings = self.rings(coordinates)?;
                self.keep(name, Shape::Area(rings))
            }
            "MultiPolygon" => coordinates.iter().try_for_each(|one| {
                let rings = self.rings(one.as_array().ok_or(Fault::Shape)?)?;
                self.keep(name, Shape::Area(rings))
            }),
            _ => Err(Fault::Shape),
        }
    }

    fn keep(&mut self, name: &str, shape: Shape) -> Result<(), Fault> {
        if self.features.len() >= FEATURES_MAX {
            return Err(Fault::Place(PlaceFault::TooMany));
        }
        self.features.push(Feature { name: name.to_owned(), shape });
        Ok(())
    }

    fn rings(&mut self, json: &[Value]) -> Result<Vec<Vec<Place>>, Fault> {
        if json.is_empty() {
            return Err(Fault::Place(PlaceFault::TooFew));
        }
        json.iter().map(|ring| self.line(ring.as_array().ok_or(Fault::Shape)?, 4)).collect()
    }

    fn line(&mut self, json: &[Value], least: usize) -> Result<Vec<Place>, Fault> {
        if json.len() < least {
            return Err(Fault::Place(PlaceFault::TooFew));
        }
        json.iter().map(|one| self.place(one)).collect()
    }

    fn place(&mut self, json: &Value) -> Result<Place, Fault> {
        self.vertices += 1;
        if self.vertices > OUTLINE_VERTICES_MAX {
            return Err(Fault::Place(PlaceFault::TooMany));
        }
        let number = |index: usize| json.get(index).and_then(Value::as_f64).ok_or(Fault::Shape);
        let (longitude, latitude) = (number(0)?, number(1)?);
        let place = Place::new(latitude, longitude).filter(|place| place.latitude.abs() <= domain::place::LATITUDE_MAX);
        place.ok_or(Fault::Place(PlaceFault::OffTheEarth))
    }
}

/// Whether what an older file says of its coordinates means degrees (GeoJSON 2008: `urn:ogc:def:crs:OGC:1.3:CRS84`, EPSG:4326).
fn is_degrees(crs: &Value) -> bool {
    let name = crs.pointer("/properties/name").and_then(Value::as_str).unwrap_or_default();
    crs.is_null() || name.ends_with("CRS84") || name.ends_with("4326")
}

fn position(place: &Place) -> String {
    format!("[{},{}]", degrees(place.longitude), degrees(place.latitude))
}

fn positions(line: &[Place]) -> String {
    format!("[{}]", line.iter().map(position).collect::<Vec<_>>().join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_read_and_written_anew() {
        let file = r#"{"type":"FeatureCollection","name":"x","features":[
            {"type":"Feature","properties":{"nom":"Le parc","secret":"<script>"},"geometry":{"type":"Polygon","coordinates":[[[3,50],[3.1,50],[3.1,50.1],[3,50]]]}},
            {"type":"Feature","properties":null,"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[3,50,12.5]},{"type":"LineString","coordinates":[[3,50],[3.1,50.1]]}]}},
            {"type":"Feature","properties":{},"geometry":null}]}"#;
        let features = read(file.as_bytes()).unwrap();
        assert_eq!(features.len(), 3);
        assert_eq!(features[0].name, "Le parc");
        let written = write(&features);
        assert!(!written.contains("secret"));
        assert_eq!(read(written.as_bytes()).unwrap(), features);
        assert_eq!(outline(&features).unwrap().areas().len(), 1);
        assert_eq!(bounds(&features).unwrap(), Bounds { west: 3.0, south: 50.0, east: 3.1, north: 50.1 });
    }

    #[test]
    fn bombs_and_nonsense_are_refused() {
        let check =
            |file: &str, fault: Fault| assert_eq!(read(file.as_bytes()), Err(fault), "{}", file.chars().take(80).collect::<String>());
        check("", Fault::Shape);
        check("{}", Fault::Shape);
        check("[1,2]", Fault::Shape);
        check(r#"{"type":"Feature"}"#, Fault::Shape);
        check(r#"{"type":"Topology"}"#, Fault::Shape);
        check(r#"{"type":"FeatureCollection","features":[]}"#, Fault::Missing);
        check(r#"{"type":"Point","coordinates":["3","50"]}"#, Fault::Shape);
        check(r#"{"type":"Point","coordinates":[3]}"#, Fault::Shape);
        // Lambert 93, in metres.
        check(r#"{"type":"Point","coordinates":[704000.5,7059000.2]}"#, Fault::Place(PlaceFault::OffTheEarth));
        check(
            r#"{"type":"Point","crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::2154"}},"coordinates":[1,1]}"#,
            Fault::Place(PlaceFault::OffTheEarth),
        );
        check(r#"{"type":"Polygon","coordinates":[[[3,50],[3.1,50],[3,50]]]}"#, Fault::Place(PlaceFault::TooFew));
        check(&"[".repeat(1_000_000), Fault::Shape);
        let nested = r#"{"type":"GeometryCollection","geometries":["#.repeat(30);
        check(&format!("{nested}{}", "]}".repeat(30)), Fault::Shape);
        let many = vec!["[3,50]"; OUTLINE_VERTICES_MAX + 1].join(",");
        check(&format!(r#"{{"type":"LineString","coordinates":[{many}]}}"#), Fault::Place(PlaceFault::TooMany));
        let points = vec!["[3,50]"; FEATURES_MAX + 1].join(",");
        check(&format!(r#"{{"type":"MultiPoint","coordinates":[{points}]}}"#), Fault::Place(PlaceFault::TooMany));
        check(&" ".repeat(BYTES_MAX + 1), Fault::TooHeavy(BYTES_MAX));
    }
}
