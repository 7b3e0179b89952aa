//! What the presentation of a consultation says beyond its words, so that other territories can list it without asking: dates, themes, figures and
//! territory. Plain words of ActivityStreams where there are any; else ours (`parvis:`).

use domain::Timestamp;
use domain::listing::{Figures, Span};
use serde_json::{Map, Value, json};

use super::context;
use crate::words::PUBLIC;

/// A territory, as it is declared.
#[derive(Debug, Clone, Default)]
pub struct PlaceInput {
    /// Its name.
    pub name: String,
    /// Code of the kind of territory.
    pub kind: String,
    /// Its INSEE code.
    pub insee: Option<String>,
    /// Its SIREN.
    pub siren: Option<String>,
    /// Latitude and longitude of its centre, in degrees (WGS 84).
    pub centre: Option<(f64, f64)>,
}

/// What a consultation says beyond its words.
#[derive(Debug, Clone)]
pub struct ListingInput {
    /// A line or two about it.
    pub teaser: String,
    /// Its phases, in order.
    pub phases: Vec<Span>,
    /// Its themes.
    pub themes: Vec<String>,
    /// What it counts. Numbers of few persons are not said.
    pub figures: Figures,
    /// The call that it answers, when it is another collectivity's.
    pub call: Option<String>,
    /// Its territory.
    pub place: PlaceInput,
    /// Its coming meetings, soonest first.
    pub meetings: Vec<MeetingInput>,
}

/// A coming meeting of a consultation.
#[derive(Debug, Clone)]
pub struct MeetingInput {
    /// The id of its own document.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its page.
    pub url: String,
    /// When it begins.
    pub begins: Timestamp,
    /// When it ends.
    pub ends: Timestamp,
    /// The name of the place; empty: there is none.
    pub venue: String,
    /// Latitude and longitude of the place, as the meeting itself says them.
    pub position: Option<(f64, f64)>,
    /// Whether it was called off.
    pub cancelled: bool,
    /// When it changed last, if it ever did.
    pub updated: Option<Timestamp>,
}

/// A consultation in the collection of those of a collectivity: its presentation without its words.
#[derive(Debug, Clone)]
pub struct CardInput {
    /// The id of the presentation.
    pub id: String,
    /// The collectivity.
    pub actor: String,
    /// The group of the consultation.
    pub group: String,
    /// Its title.
    pub title: String,
    /// Its page.
    pub url: String,
    /// Code of its language.
    pub lang: String,
    /// When it was published.
    pub published: Timestamp,
    /// When it was last edited, if it ever was.
    pub updated: Option<Timestamp>,
    /// The rest.
    pub listing: ListingInput,
}

/// Adds what a consultation says beyond its words to its presentation.
pub fn listed(document: &mut Value, input: &ListingInput) {
    if let Some(fields) = document.as_object_mut() {
        add(fields, input);
    }
}

/// An item of the collection of consultations.
#[must_use]
pub fn card(input: &CardInput) -> Value {
    let mut document = json!({
        "@context": context::of_text(&input.id),
        "id": input.id,
        "type": "Page",
        "attributedTo": input.actor,
        "to": [input.group, PUBLIC],
        "audience": input.group,
        "name": input.title,
        "language": super::actor::language(&input.lang),
        "url": input.url,
        "published": input.published.to_string()
    });
    if let Some(fields) = document.as_object_mut() {
        if let Some(updated) = input.updated.filter(|updated| *updated > input.published) {
            fields.insert("updated".to_owned(), json!(updated.to_string()));
        }
        add(fields, &input.listing);
    }
    document
}

/// Adds to the document of the collectivity where it is, whether its figures may stand beside those of others, and where its consultations are listed.
pub fn placed(document: &mut Value, place: &PlaceInput, comparable: bool) {
    let Some(id) = document.get("id").and_then(Value::as_str).map(str::to_owned) else { return };
    if let Some(words) = document.pointer_mut("/@context/4").and_then(Value::as_object_mut) {
        words.insert("parvis".to_owned(), json!(context::namespace(&id)));
    }
    if let Some(fields) = document.as_object_mut() {
        fields.insert("location".to_owned(), location(place));
        fields.insert("parvis:comparable".to_owned(), json!(comparable));
        fields.insert("parvis:consultations".to_owned(), json!(format!("{id}/consultations")));
    }
}

/// A collection whose pages follow each other by what they hold, so that none is missed while others come: the id of the last item leads on.
#[must_use]
pub fn keyed_page(id: &str, total: i64, after: Option<&str>, next: Option<&str>, items: &[Value]) -> Value {
    let address = |after: &str| format!("{id}?after={after}");
    let mut document = json!({
        "@context": context::ACTIVITY_STREAMS,
        "id": address(after.unwrap_or_default()),
        "type": "OrderedCollectionPage",
        "partOf": id,
        "totalItems": total,
        "orderedItems": items
    });
    if let (Some(fields), Some(next)) = (document.as_object_mut(), next) {
        fields.insert("next".to_owned(), json!(address(next)));
    }
    document
}

/// Such a collection: where its first page is.
#[must_use]
pub fn keyed_collection(id: &str, total: i64) -> Value {
    json!({
        "@context": context::ACTIVITY_STREAMS, "id": id, "type": "OrderedCollection", "totalItems": total, "first": format!("{id}?after=")
    })
}

fn add(fields: &mut Map<String, Value>, input: &ListingInput) {
    let mut add = |name: &str, value: Value| drop(fields.insert(name.to_owned(), value));
    if let (Some(first), Some(last)) = (input.phases.first(), input.phases.last()) {
        add("startTime", json!(first.opens_at.to_string()));
        add("endTime", json!(last.closes_at.to_string()));
    }
    add("location", location(&input.place));
    if let Some(call) = &input.call {
        add("parvis:call", json!(call));
    }
    add("parvis:teaser", json!(input.teaser));
    add("parvis:phases", Value::Array(input.phases.iter().map(phase).collect()));
    add("parvis:themes", json!(input.themes));
    add("parvis:figures", figures(input.figures.bounded()));
    add("parvis:meetings", Value::Array(input.meetings.iter().map(meeting).collect()));
}

/// A meeting in few words: its own document says the rest.
fn meeting(of: &MeetingInput) -> Value {
    let mut document = json!({
        "type": "Event",
        "id": of.id,
        "name": of.title,
        "url": of.url,
        "startTime": of.begins.to_string(),
        "endTime": of.ends.to_string(),
        "parvis:cancelled": of.cancelled
    });
    let Some(fields) = document.as_object_mut() else { return document };
    if let Some(updated) = of.updated {
        fields.insert("updated".to_owned(), json!(updated.to_string()));
    }
    if !of.venue.is_empty() || of.position.is_some() {
        let mut place = json!({ "type": "Place", "name": of.venue });
        if let (Some((latitude, longitude)), Some(degrees)) = (of.position, place.as_object_mut()) {
            degrees.insert("latitude".to_owned(), json!(latitude));
            degrees.insert("longitude".to_owned(), json!(longitude));
        }
        fields.insert("location".to_owned(), place);
    }
    document
}

fn phase(span: &Span) -> Value {
    json!({
        "type": "parvis:Phase",
        "name": span.name,
        "parvis:phaseKind": span.kind.map(domain::consultation::PhaseKind::code),
        "startTime": span.opens_at.to_string(),
        "endTime": span.closes_at.to_string()
    })
}

fn figures(of: Figures) -> Value {
    let counted = [
        ("contributions", of.contributions),
        ("replies", of.replies),
        ("supports", of.supports),
        ("participants", of.participants),
        ("answers", of.answers),
    ];
    Value::Object(counted.into_iter().filter_map(|(name, count)| Some((format!("parvis:{name}"), json!(count?)))).collect())
}

fn location(place: &PlaceInput) -> Value {
    let mut document = json!({ "type": "Place", "name": place.name, "parvis:territoryKind": place.kind });
    if let Some(fields) = document.as_object_mut() {
        let mut add = |name: &str, value: Option<Value>| drop(value.and_then(|value| fields.insert(name.to_owned(), value)));
        add("latitude", place.centre.map(|centre| json!(centre.0)));
        add("longitude", place.centre.map(|centre| json!(centre.1)));
        add("parvis:insee", place.insee.as_ref().map(|code| json!(code)));
        add("parvis:siren", place.siren.as_ref().map(|code| json!(code)));
    }
    document
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Object, consultations_of, declared};
    use domain::consultation::PhaseKind;
    use insta::assert_json_snapshot;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn input() -> ListingInput {
        let span = |kind, name: &str, from: &str, to: &str| Span { kind, name: name.to_owned(), opens_at: at(from), closes_at: at(to) };
        ListingInput {
            teaser: "Où passent les vélos ?".to_owned(),
            phases: vec![
                span(Some(PhaseKind::Contribution), "Vos idées", "2026-09-01T00:00:00Z", "2026-10-01T00:00:00Z"),
                span(Some(PhaseKind::Answer), "Les réponses", "2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z"),
            ],
            themes: vec!["Transports".to_owned()],
            figures: Figures { contributions: Some(17), replies: Some(3), supports: Some(40), participants: Some(10), answers: Some(0) },
            call: None,
            place: PlaceInput {
                name: "Ville".to_owned(),
                kind: "commune".to_owned(),
                insee: Some("59350".to_owned()),
                siren: None,
                centre: Some((50.63, 3.06)),
            },
            meetings: vec![MeetingInput {
                id: "https://ville.example/objects/0192f0aa-0000-7000-8000-000000000009".to_owned(),
                title: "Balade à vélo".to_owned(),
                url: "https://ville.example/meetings/0192f0aa-0000-7000-8000-000000000009".to_owned(),
                begins: at("2026-09-12T16:30:00Z"),
                ends: at("2026-09-12T18:30:00Z"),
                venue: "Place de la Gare".to_owned(),
                position: Some((50.636, 3.07)),
                cancelled: true,
                updated: Some(at("2026-09-05T08:00:00Z")),
            }],
        }
    }

    #[test]
    fn an_item_of_the_collection() {
        let item = card(&CardInput {
            id: "https://ville.example/objects/0192f0aa-0000-7000-8000-000000000001".to_owned(),
            actor: "https://ville.example/actors/ville".to_owned(),
            group: "https://ville.example/actors/plan_velo".to_owned(),
            title: "Plan vélo".to_owned(),
            url: "https://ville.example/c/plan-velo".to_owned(),
            lang: "fr".to_owned(),
            published: at("2026-09-01T08:00:00Z"),
            updated: Some(at("2026-09-02T08:00:00Z")),
            listing: input(),
        });
        assert_json_snapshot!("consultation_card", item);
        let read = *Object::read(&item).unwrap().listing.unwrap();
        let said = input();
        assert_eq!((&read.phases, &read.teaser), (&said.phases, &said.teaser), "what is written is what is read");
        let meetings = read.meetings.clone().unwrap();
        let [ride] = meetings.as_slice() else { panic!("{meetings:?}") };
        assert_eq!((ride.title.as_str(), ride.venue.as_str(), ride.cancelled), ("Balade à vélo", "Place de la Gare", true));
        assert_eq!(
            (ride.begins_at, ride.ends_at, ride.position),
            (at("2026-09-12T16:30:00Z"), at("2026-09-12T18:30:00Z"), Some((50_636_000, 3_070_000)))
        );
        assert_eq!(read.figures, Figures { participants: None, ..said.figures }, "ten persons are few");
    }

    #[test]
    fn where_a_collectivity_is() {
        let id = "https://ville.example/actors/ville";
        let mut document = json!({ "@context": [1, 2, 3, 4, {}], "id": id });
        placed(&mut document, &input().place, true);
        assert_json_snapshot!("collectivity_place", document);
        let read = declared(&document);
        assert!(read.comparable && read.place.is_some() && read.insee.is_some());
        assert!(consultations_of(&document, &id.parse().unwrap()).is_some());
    }

    #[test]
    fn pages_lead_on_by_what_they_hold() {
        assert_json_snapshot!("keyed_page", keyed_page("https://ville.example/list", 3, Some("1"), Some("2"), &[json!({ "id": "2" })]));
        assert_json_snapshot!("keyed_collection", keyed_collection("https://ville.example/list", 3));
    }
}
