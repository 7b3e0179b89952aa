//! Meetings: `Event`, as Mobilizon writes it (FEP-8a8e). Who comes is not in it; only how many.

use domain::Timestamp;
use serde_json::{Map, Value, json};

use super::context;
use super::input::TextInput;
use super::texts::{followers, start};
use crate::words::PUBLIC;

/// A meeting.
#[derive(Debug, Clone)]
pub struct EventInput {
    /// The text. `updated` is when it changed last.
    pub text: TextInput,
    /// Its title.
    pub title: String,
    /// When it begins and ends, with the offset of its time zone (RFC 3339).
    pub begins: String,
    /// The same.
    pub ends: String,
    /// Name of its time zone.
    pub zone: String,
    /// When and where, in one line: Mastodon shows no more than title and summary.
    pub summary: String,
    /// Whether it was called off.
    pub cancelled: bool,
    /// Whether there is nothing but a screen to go to.
    pub online: bool,
    /// The place, where people go to one.
    pub place: Option<EventPlace>,
    /// Where one joins, if everybody may know that.
    pub link: Option<String>,
    /// Whether somebody of another server registers with a `Join`.
    pub takes_joins: bool,
    /// How many places there are.
    pub places: Option<u32>,
    /// How many have one.
    pub taken: u32,
}

/// Where a meeting is.
#[derive(Debug, Clone)]
pub struct EventPlace {
    /// The name.
    pub name: String,
    /// The address, in one line; may be empty.
    pub address: String,
    /// Degrees north and east.
    pub position: Option<(f64, f64)>,
}

/// A meeting.
#[must_use]
pub fn event(input: &EventInput) -> Value {
    let text = &input.text;
    let cc: Vec<String> = std::iter::once(followers(text)).chain(text.addressing.group.iter().map(|group| group.href.clone())).collect();
    let mut document: Map<String, Value> = start("Event", text, "", &[PUBLIC], &cc);
    // A meeting takes no words and no likes of others: what is said of it is said to its consultation.
    for name in ["replies", "likes", "interactionPolicy", "context"] {
        document.remove(name);
    }
    let mut add = |name: &str, value: Value| drop(document.insert(name.to_owned(), value));
    add("@context", context::of_event(&text.id));
    add("actor", json!(text.author.actor()));
    add("name", json!(input.title));
    add("summary", json!(input.summary));
    add("startTime", json!(input.begins));
    add("endTime", json!(input.ends));
    add("timezone", json!(input.zone));
    add("inLanguage", json!(text.lang));
    add("category", json!("MEETING"));
    add("status", json!(if input.cancelled { "CANCELLED" } else { "CONFIRMED" }));
    add("draft", json!(false));
    add("parvis:meeting", json!(true));
    add("isOnline", json!(input.online));
    add("commentsEnabled", json!(false));
    if input.takes_joins {
        add("joinMode", json!("free"));
        add("participantCount", json!(input.taken));
    } else {
        add("joinMode", json!("external"));
        add("externalParticipationUrl", json!(text.url));
    }
    if let Some(places) = input.places {
        add("maximumAttendeeCapacity", json!(places));
        add("remainingAttendeeCapacity", json!(places.saturating_sub(input.taken)));
    }
    if let Some(place) = &input.place {
        add("location", location(&text.id, place));
    }
    if let Some(link) = &input.link {
        add("attachment", json!([{ "type": "Link", "name": "Website", "mediaType": "text/html", "href": link }]));
    }
    Value::Object(document)
}

/// Mobilizon wants numbers with a fraction for degrees, which is how they are written here.
fn location(id: &str, place: &EventPlace) -> Value {
    let mut location = json!({ "type": "Place", "id": format!("{id}#place"), "name": place.name });
    if let Some(fields) = location.as_object_mut() {
        if !place.address.is_empty() {
            fields.insert("address".to_owned(), json!({ "type": "PostalAddress", "streetAddress": place.address }));
        }
        if let Some((latitude, longitude)) = place.position {
            fields.insert("latitude".to_owned(), json!(latitude));
            fields.insert("longitude".to_owned(), json!(longitude));
        }
    }
    location
}

/// An instant with the offset of a zone (RFC 3339).
#[must_use]
pub fn moment(at: Timestamp, zone: &jiff::tz::TimeZone) -> String {
    at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
