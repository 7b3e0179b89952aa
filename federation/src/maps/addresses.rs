//! Where an address is: asked of a service in the shape of the Base adresse nationale (`/search/?q=`, an answer in GeoJSON:
//! <https://adresse.data.gouv.fr/outils/api-doc/adresse>), kept for a few minutes; towns when it cannot be reached.

use std::sync::Arc;
use std::time::Duration;

use actions::places::{Address, Failed};
use domain::place::{ADDRESS_MAX, LATITUDE_MAX, Place};
use serde_json::Value;
use url::Url;

use super::MapService;

/// How many addresses are asked for, and shown.
const ADDRESSES_MAX: usize = 6;
/// How long a form waits for the service.
const PATIENCE: Duration = Duration::from_secs(3);

impl MapService {
    pub(super) async fn an_address(&self, words: &str, near: Option<Place>) -> Result<Vec<Address>, Failed> {
        let words = words.trim();
        if words.is_empty() {
            return Ok(Vec::new());
        }
        if let Some(found) = self.found.get(words) {
            return Ok(found.to_vec());
        }
        let now = self.app.now();
        let Some(service) = self.sources.addresses.as_ref().filter(|_| self.addresses_health.may_ask(now)) else {
            return self.towns(words, near);
        };
        let answer = tokio::time::timeout(PATIENCE, self.client.describe(&question(service, words, near), None)).await;
        let found = answer.ok().and_then(Result::ok).and_then(|json| read(&json));
        self.addresses_health.heard(found.is_some(), now);
        match found {
            Some(found) => {
                self.found.insert(words.to_owned(), Arc::new(found.clone()));
                Ok(found)
            }
            None => self.towns(words, near),
        }
    }

    fn towns(&self, words: &str, near: Option<Place>) -> Result<Vec<Address>, Failed> {
        if self.sources.communes.is_empty() {
            let failed = if self.sources.addresses.is_some() { Failed::Unreachable } else { Failed::NotOffered };
            return Err(failed);
        }
        Ok(self.sources.communes.search(words, near))
    }
}

fn question(service: &Url, words: &str, near: Option<Place>) -> Url {
    let mut url = service.clone();
    {
        let mut pairs = url.query_pairs_mut();
        pairs.append_pair("q", words).append_pair("limit", &ADDRESSES_MAX.to_string());
        if let Some(near) = near {
            // The middle of the territory, never of the reader.
            pairs.append_pair("lat", &domain::place::degrees(near.latitude)).append_pair("lon", &domain::place::degrees(near.longitude));
        }
    }
    url
}

/// The addresses of an answer; `None` when it is none.
fn read(json: &Value) -> Option<Vec<Address>> {
    let features = json.get("features")?.as_array()?;
    let address = |feature: &Value| {
        let label = feature.pointer("/properties/label")?.as_str()?;
        let number = |index: usize| feature.pointer("/geometry/coordinates")?.get(index)?.as_f64();
        let place = Place::new(number(1)?, number(0)?).filter(|place| place.latitude.abs() <= LATITUDE_MAX)?;
        let label: String = domain::text::line(label).chars().take(ADDRESS_MAX).collect();
        (!label.is_empty()).then_some(Address { label, place })
    };
    Some(features.iter().take(ADDRESSES_MAX).filter_map(address).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn answers_are_read_and_nonsense_is_left_out() {
        let good = json!({"type": "Feature", "properties": {"label": "8 Rue de la Paix\n59000 Lille"}, "geometry": {"type": "Point", "coordinates": [3.06, 50.63]}});
        let found = read(&json!({"features": [good, {"properties": {"label": "x"}}, {"properties": {"label": ""}, "geometry": {"coordinates": [1, 2]}}, {"properties": {"label": "y"}, "geometry": {"coordinates": [1, 200]}}]})).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].label.as_str(), found[0].place.latitude), ("8 Rue de la Paix 59000 Lille", 50.63));
        assert_eq!(read(&json!({"features": []})), Some(Vec::new()));
        assert_eq!(read(&json!({"error": "x"})), None);
    }

    #[test]
    fn a_question_keeps_what_the_address_of_the_service_says() {
        let service = Url::parse("https://adresse.example/search/?type=housenumber").unwrap();
        let asked = question(&service, "rue d’Été & co", Place::new(50.6, 3.0));
        assert_eq!(
            asked.as_str(),
            "https://adresse.example/search/?type=housenumber&q=rue+d%E2%80%99%C3%89t%C3%A9+%26+co&limit=6&lat=50.6&lon=3"
        );
    }
}
