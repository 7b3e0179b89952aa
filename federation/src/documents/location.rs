//! Where a contribution is, as it leaves: one position, rounded as the setting says, never the shape; its address only when nothing is rounded,
//! for a house number says more than any digits.

use domain::place::Place;
use serde_json::{Value, json};
use store::places::Placed;

/// Says in a document where it is, to so many metres.
pub fn located(document: &mut Value, place: &Placed, rounding: u32) {
    let Some(exact) = Place::new(place.latitude, place.longitude) else { return };
    let rounded = exact.rounded(rounding);
    let metres = rounding.max(u32::try_from(place.metres).unwrap_or(0));
    let mut location = json!({ "type": "Place", "latitude": rounded.latitude, "longitude": rounded.longitude });
    if let Some(fields) = location.as_object_mut() {
        if metres > 0 {
            fields.insert("radius".to_owned(), json!(metres));
            fields.insert("units".to_owned(), json!("m"));
        }
        if rounding == 0 && !place.address.is_empty() {
            fields.insert("name".to_owned(), json!(place.address));
        }
    }
    if let Some(fields) = document.as_object_mut() {
        fields.insert("location".to_owned(), location);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::place::Geometry;
    use store::Uid;

    #[test]
    fn a_place_leaves_rounded_and_without_its_address() {
        let id = Uid(uuid::Uuid::nil());
        let shape = Geometry::parse("50.636611, 3.063522; 50.6371, 3.0641").unwrap();
        let place = Placed::new(id, id, &shape, "12 rue de la Paix".to_owned(), 0);
        let mut document = json!({});
        located(&mut document, &place, 100);
        let text = document.to_string();
        assert!(!text.contains("Paix") && !text.contains("50.6366"), "{text}");
        assert_eq!((document["location"]["radius"].as_u64(), document["location"]["units"].as_str()), (Some(100), Some("m")));
        let near =
            Place::new(document["location"]["latitude"].as_f64().unwrap(), document["location"]["longitude"].as_f64().unwrap()).unwrap();
        assert!(near.metres_to(shape.centre()) < 75.0);
        located(&mut document, &place, 0);
        assert_eq!(document["location"]["name"], "12 rue de la Paix");
        assert!(document["location"].get("radius").is_none());
    }
}
