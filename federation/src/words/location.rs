//! Where something is, as other servers say it: a `Place` of ActivityStreams with latitude and longitude
//! (<https://www.w3.org/TR/activitystreams-vocabulary/#places>).

use domain::place::{ADDRESS_MAX, Geometry, Place, Spot};
use domain::text;

use super::read::{Reader, clamp};

/// Least exact place that is taken for one, in metres: what is farther off is a country, not a place.
const METRES_MAX: f64 = 50_000.0;
const MILLIONTHS: f64 = 1e6;

/// Where something is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// Latitude and longitude, in millionths of a degree.
    position: (i32, i32),
    /// Its name; may be empty.
    pub name: String,
    /// To how many metres it is known; 0 when it is not said.
    pub metres: u32,
}

impl Location {
    /// Latitude and longitude, in millionths of a degree.
    pub(super) const fn position(&self) -> (i32, i32) {
        self.position
    }

    /// The same for a contribution.
    #[must_use]
    pub fn spot(&self) -> Option<Spot> {
        let place = Place::new(f64::from(self.position.0) / MILLIONTHS, f64::from(self.position.1) / MILLIONTHS)?;
        Some(Spot { metres: self.metres, ..Spot::new(Geometry::point(place).ok()?, &self.name) })
    }
}

/// Reads a location; what makes no sense is as if it were not there.
pub(super) fn read(object: Reader<'_>) -> Option<Location> {
    let place = object.object("location")?;
    let number = |name: &str| place.value(name).and_then(serde_json::Value::as_f64);
    let found = Place::new(number("latitude")?, number("longitude")?)?;
    let unit = match place.text("units") {
        None | Some("m") => 1.0,
        Some("km") => 1_000.0,
        Some("cm") => 0.01,
        Some(_) => return None,
    };
    let radius = number("radius").unwrap_or(0.0) * unit;
    if !(0.0..=METRES_MAX).contains(&radius) {
        return None;
    }
    let name = place.text("name").map(|name| clamp(&text::line(name), ADDRESS_MAX)).unwrap_or_default();
    Some(Location {
        position: (whole(found.latitude * MILLIONTHS), whole(found.longitude * MILLIONTHS)),
        name,
        metres: whole(radius).unsigned_abs(),
    })
}

#[expect(clippy::cast_possible_truncation, reason = "degrees in millionths have 28 bits, the radius is bounded")]
fn whole(value: f64) -> i32 {
    value.round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn places_of_others_are_read_or_left_out() {
        let read = |location: Value| {
            let object = json!({ "location": location });
            let found = super::read(Reader::new(&object, "object").unwrap());
            found.and_then(|location| location.spot()).map(|spot| (spot.shape.written(), spot.address, spot.metres))
        };
        let told = |shape: &str, name: &str, metres| Some((shape.to_owned(), name.to_owned(), metres));
        let place = |latitude: Value, longitude: Value| json!({"type": "Place", "latitude": latitude, "longitude": longitude});
        assert_eq!(read(place(json!(50.63), json!(3.06))), told("50.63, 3.06", "", 0));
        // Mobilizon says the name of the place.
        let named = json!({"type": "Place", "name": "La halle", "latitude": 50, "longitude": -3.000_001, "radius": 0.1, "units": "km"});
        assert_eq!(read(named), told("50, -3.000001", "La halle", 100));
        assert_eq!(read(json!([place(json!(1), json!(2)), place(json!(3), json!(4))])), told("1, 2", "", 0));
        for nonsense in [
            json!("somewhere"),
            json!({"type": "Place", "name": "Lille"}),
            place(json!("50"), json!(3)),
            place(json!(91), json!(3)),
            place(json!(89), json!(3)),
            json!({"latitude": 1, "longitude": 2, "radius": -5}),
            json!({"latitude": 1, "longitude": 2, "radius": 1e9}),
            json!({"latitude": 1, "longitude": 2, "units": "parsec"}),
        ] {
            assert_eq!(read(nonsense.clone()), None, "{nonsense}");
        }
    }
}
