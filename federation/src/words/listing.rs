//! Consultations of other territories: what their presentations say beyond their words, and what collectivities say of their territory.
//! Of Parvis in our own words (`parvis:phases`…); of others, whatever has a title, a beginning and an end.

use domain::consultation::PhaseKind;
use domain::links::CALL;
use domain::listing::{self, Declared, Figures, Listing, MEETINGS_MAX, Meeting, PHASES_MAX, Span, THEMES_MAX, Theme};
use domain::territory::{InseeCode, Place, Siren, TerritoryKind};
use domain::text;
use serde_json::Value;
use url::Url;

use super::markdown;
use super::object::ObjectKind;
use super::read::{Reader, clamp};
use super::same_authority;

/// Longest teaser, in characters.
const TEASER_MAX: usize = 500;
/// Most phases and themes that are looked at.
const LOOKED_AT: usize = 50;

/// What a thing says as a consultation; `None` when it is none.
pub(super) fn read(object: Reader<'_>, (kind, id): (ObjectKind, &Url), hashtags: &[String]) -> Option<Listing> {
    let may_be = match kind {
        ObjectKind::Page | ObjectKind::Article | ObjectKind::Event => true,
        ObjectKind::Note | ObjectKind::Question | ObjectKind::Image | ObjectKind::Video | ObjectKind::Audio | ObjectKind::Document => false,
    };
    if !may_be || object.value("inReplyTo").is_some() {
        return None;
    }
    // A meeting of a consultation, or of a collectivity, is no consultation.
    if object.flag("parvis:meeting") {
        return None;
    }
    let (meetings, senseless) = meetings(object, id);
    let phases = phases(object)?;
    let published = object.moment("published").filter(|at| listing::is_date(*at));
    let opens_at = phases.first().map(|span| span.opens_at).or(published)?;
    let closes_at = phases.last().map(|span| span.closes_at).or(published)?;
    Some(Listing {
        group: object.optional_url("audience").filter(|group| same_authority(group, id)).map(String::from),
        carries: carries(object, id),
        teaser: teaser(object),
        themes: themes(object, hashtags),
        figures: figures(object),
        phases,
        opens_at,
        closes_at,
        meetings,
        senseless,
    })
}

/// The consultation of another collectivity that it carries, if it does: the call that it answers has the address of that consultation in it.
fn carries(object: Reader<'_>, id: &Url) -> Option<String> {
    let call = object.optional_url("parvis:call")?;
    let consultation = call.as_str().strip_suffix(CALL)?;
    // Who says it of a consultation of its own server says nothing: nobody answers their own call.
    (!same_authority(&call, id)).then(|| consultation.to_owned())
}

/// Its coming meetings, and how many entries are none that makes sense.
fn meetings(object: Reader<'_>, id: &Url) -> (Option<Vec<Meeting>>, usize) {
    if object.value("parvis:meetings").is_none() {
        return (None, 0);
    }
    let said = object.values("parvis:meetings");
    let mut read: Vec<Meeting> = object.objects("parvis:meetings", LOOKED_AT).filter_map(|entry| super::event::listed(entry, id)).collect();
    let senseless = said.len().min(LOOKED_AT).saturating_sub(read.len());
    read.sort_by(|one, other| (one.begins_at, &one.uri).cmp(&(other.begins_at, &other.uri)));
    read.truncate(MEETINGS_MAX);
    (Some(read), senseless)
}

/// Its phases: none is possible, but it must say so.
fn phases(object: Reader<'_>) -> Option<Vec<Span>> {
    if object.value("parvis:phases").is_some() {
        let spans = object.objects("parvis:phases", LOOKED_AT).filter_map(|phase| {
            Some(Span {
                kind: phase.text("parvis:phaseKind").and_then(PhaseKind::parse),
                name: clamp(&text::line(phase.text("name").unwrap_or_default()), text::NAME_MAX),
                opens_at: phase.moment("startTime")?,
                closes_at: phase.moment("endTime")?,
            })
        });
        return Some(listing::in_order(spans.take(PHASES_MAX).collect()));
    }
    let whole = Span { kind: None, name: String::new(), opens_at: object.moment("startTime")?, closes_at: object.moment("endTime")? };
    Some(listing::in_order(vec![whole])).filter(|spans| !spans.is_empty())
}

fn teaser(object: Reader<'_>) -> String {
    let said = object.text("parvis:teaser").map(text::line);
    let summary = || object.translated("summary", "summaryMap").map(|(summary, _)| markdown::plain(summary));
    markdown::cut(&said.filter(|said| !said.is_empty()).or_else(summary).unwrap_or_default(), TEASER_MAX)
}

fn themes(object: Reader<'_>, hashtags: &[String]) -> Vec<Theme> {
    let said: Vec<&str> = object.values("parvis:themes").iter().take(LOOKED_AT).filter_map(Value::as_str).collect();
    let names = if said.is_empty() { hashtags.iter().map(String::as_str).collect() } else { said };
    let mut themes: Vec<Theme> = Vec::new();
    for theme in names.into_iter().filter_map(Theme::new) {
        if themes.len() < THEMES_MAX && themes.iter().all(|known| known.key != theme.key) {
            themes.push(theme);
        }
    }
    themes
}

fn figures(object: Reader<'_>) -> Figures {
    let Some(figures) = object.object("parvis:figures") else { return Figures::default() };
    let count = |name: &str| figures.value(name).and_then(Value::as_i64);
    Figures {
        contributions: count("parvis:contributions"),
        replies: count("parvis:replies"),
        supports: count("parvis:supports"),
        participants: count("parvis:participants"),
        answers: count("parvis:answers"),
    }
    .bounded()
}

/// What the document of a collectivity says of its territory.
#[must_use]
pub fn declared(document: &Value) -> Declared {
    let Ok(actor) = Reader::new(document, "actor") else { return Declared::default() };
    let comparable = actor.flag("parvis:comparable");
    let Some(place) = actor.object("location") else { return Declared { comparable, ..Declared::default() } };
    let degrees = |name: &str| place.value(name).and_then(Value::as_f64);
    Declared {
        kind: place.text("parvis:territoryKind").and_then(TerritoryKind::parse),
        insee: place.text("parvis:insee").and_then(InseeCode::parse),
        siren: place.text("parvis:siren").and_then(Siren::parse),
        place: degrees("latitude").zip(degrees("longitude")).and_then(|(latitude, longitude)| Place::new(latitude, longitude)),
        comparable,
    }
}

/// Where a collectivity lists its consultations: on its own server.
#[must_use]
pub fn consultations_of(document: &Value, id: &Url) -> Option<Url> {
    let actor = Reader::new(document, "actor").ok()?;
    actor.optional_url("parvis:consultations").filter(|url| same_authority(url, id))
}

/// Where a collection goes on after a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Onward {
    /// There.
    To(Url),
    /// It is at its end.
    End,
    /// To another server, back to the same page, or to nothing that is an address; or the page holds more than is read of one.
    Astray,
}

/// The items of a page of a collection, and where it goes on.
#[must_use]
pub fn collection_page<'a>(document: &'a Value, here: &Url, max: usize) -> (Vec<&'a Value>, Onward) {
    let Ok(page) = Reader::new(document, "collection") else { return (Vec::new(), Onward::Astray) };
    let is_collection = page.kind().is_ok_and(|kind| kind.ends_with("Collection") || kind.ends_with("CollectionPage"));
    let all = || page.values("orderedItems").iter().chain(page.values("items"));
    let items = all().take(max).collect::<Vec<_>>();
    let name = if page.value("next").is_none() && items.is_empty() { "first" } else { "next" };
    let onward = match (page.value(name), page.optional_url(name)) {
        (None, _) if is_collection && all().count() <= max => Onward::End,
        (Some(_), Some(next)) if same_authority(&next, here) && next != *here => Onward::To(next),
        (_, _) => Onward::Astray,
    };
    (items, onward)
}

#[cfg(test)]
mod tests {
    use super::super::Object;
    use super::*;
    use serde_json::json;

    fn page(more: &Value) -> Option<Listing> {
        let mut document = json!({
            "type": "Page", "id": "https://ville.example/objects/1", "attributedTo": "https://ville.example/actors/ville",
            "to": "as:Public", "name": "Le parc", "content": "<p>Un parc</p>", "published": "2026-01-01T00:00:00Z"
        });
        for (name, value) in more.as_object().unwrap() {
            document[name] = value.clone();
        }
        Object::read(&document).unwrap().listing.map(|boxed| *boxed)
    }

    #[test]
    fn what_has_no_dates_is_no_consultation() {
        assert_eq!(page(&json!({})), None);
        assert_eq!(page(&json!({"startTime": "2026-01-02T00:00:00Z"})), None);
        assert_eq!(page(&json!({"startTime": "2026-02-02T00:00:00Z", "endTime": "2026-01-01T00:00:00Z"})), None);
        let dates = json!({"startTime": "2026-01-02T00:00:00Z", "endTime": "2026-02-02T00:00:00Z"});
        assert_eq!(page(&dates).unwrap().phases.len(), 1);
        let mut reply = dates.clone();
        reply["inReplyTo"] = json!("https://ville.example/objects/2");
        assert_eq!(page(&reply), None);
        let mut note = dates.clone();
        note["type"] = json!("Note");
        assert_eq!(page(&note), None);
        assert_eq!(page(&json!({"parvis:phases": []})).unwrap().phases, []);
    }

    #[test]
    fn what_lies_is_bounded() {
        let themes: Vec<String> = (0..10_000).map(|n| format!("Thème {n}")).collect();
        let phases: Vec<Value> = (0..1_000)
            .map(|n| json!({"name": "<b>Phase</b>", "startTime": format!("2026-01-01T{:02}:{:02}:00Z", n / 60 % 24, n % 60), "endTime": format!("2026-01-01T{:02}:{:02}:30Z", n / 60 % 24, n % 60)}))
            .collect();
        let read = page(&json!({
            "parvis:phases": phases, "parvis:themes": themes, "parvis:teaser": "a".repeat(10_000), "audience": "https://ailleurs.example/g",
            "parvis:figures": {"parvis:contributions": -4, "parvis:participants": 3, "parvis:supports": 1e300, "parvis:answers": "douze", "parvis:replies": 12}
        }))
        .unwrap();
        assert_eq!((read.themes.len(), read.phases.len()), (THEMES_MAX, PHASES_MAX));
        assert_eq!(read.figures, Figures { replies: Some(12), ..Figures::default() });
        assert_eq!(read.group, None, "a group on another server is not its group");
        assert!(read.teaser.chars().count() <= TEASER_MAX);
    }

    #[test]
    fn what_is_carried_names_the_consultation_of_another_server() {
        let carries =
            |call: Value| page(&json!({"parvis:phases": [], "published": "2026-01-01T00:00:00Z", "parvis:call": call})).unwrap().carries;
        assert_eq!(carries(json!("https://etat.example/objects/7/call")).as_deref(), Some("https://etat.example/objects/7"));
        for wrong in
            [json!("https://ville.example/objects/7/call"), json!("https://etat.example/objects/7"), json!(7), json!("call"), json!(null)]
        {
            assert_eq!(carries(wrong.clone()), None, "{wrong}");
        }
    }

    #[test]
    fn meetings_are_read_one_by_one() {
        let dates = json!({"startTime": "2026-01-02T00:00:00Z", "endTime": "2026-02-02T00:00:00Z"});
        assert_eq!(page(&dates).unwrap().meetings, None, "an older server says nothing of them");
        let meeting = |n: usize, more: &Value| {
            let mut entry = json!({
                "type": "Event", "id": format!("https://ville.example/objects/m{n}"), "name": "Atelier", "url": "https://ville.example/meetings/1",
                "startTime": format!("2026-03-{:02}T18:00:00+01:00", 31 - n % 30), "endTime": format!("2026-03-{:02}T20:00:00+01:00", 31 - n % 30),
                "status": "CONFIRMED",
                "location": { "type": "Place", "name": "Salle Rameau", "latitude": 45.7, "longitude": 4.8 }
            });
            for (name, value) in more.as_object().unwrap() {
                entry[name] = value.clone();
            }
            entry
        };
        let whole = |entries: Vec<Value>| {
            let mut more = dates.clone();
            more["parvis:meetings"] = json!(entries);
            page(&more).unwrap()
        };
        let one = whole(vec![meeting(20, &json!({}))]).meetings.unwrap().remove(0);
        assert_eq!(
            (one.title.as_str(), one.venue.as_str(), one.position.is_some(), one.cancelled),
            ("Atelier", "Salle Rameau", true, false)
        );
        let wrong = [
            json!({"id": "https://ailleurs.example/objects/1"}),
            json!({"id": 12}),
            json!({"name": "  "}),
            json!({"startTime": "demain"}),
            json!({"endTime": "2026-03-01T00:00:00Z"}),
            json!({"endTime": null}),
        ];
        let mut entries: Vec<Value> = wrong.iter().map(|more| meeting(1, more)).collect();
        entries.extend([json!("https://ville.example/objects/2"), json!(3), meeting(20, &json!({"status": "CANCELLED"}))]);
        let read = whole(entries);
        assert_eq!(read.senseless, 8);
        let kept = read.meetings.unwrap();
        assert!(matches!(kept.as_slice(), [only] if only.cancelled), "{kept:?}");
        let elsewhere = whole(vec![meeting(20, &json!({"url": "https://evil.example/", "location": {"latitude": 500, "longitude": 1}}))]);
        let read = elsewhere.meetings.unwrap().remove(0);
        assert_eq!((read.url.as_str(), read.position), ("https://ville.example/objects/m20", None));
        let many = whole((18..48).map(|n| meeting(n, &json!({}))).collect()).meetings.unwrap();
        assert_eq!(many.len(), MEETINGS_MAX);
        assert!(many.windows(2).all(|two| two[0].begins_at <= two[1].begins_at));
        assert_eq!(whole(Vec::new()).meetings, Some(Vec::new()), "they are over, or taken back");
    }

    #[test]
    fn territories_say_what_they_are() {
        let read = |location: Value| declared(&json!({ "location": location, "parvis:comparable": true }));
        let good =
            read(json!({"type": "Place", "latitude": 50.6, "longitude": 3.0, "parvis:insee": "59350", "parvis:territoryKind": "commune"}));
        assert_eq!((good.kind, good.place.is_some(), good.comparable), (Some(TerritoryKind::Commune), true, true));
        let wrong = read(
            json!({"latitude": 500, "longitude": "3", "parvis:insee": "999999", "parvis:siren": "1", "parvis:territoryKind": "empire"}),
        );
        assert_eq!(wrong, Declared { comparable: true, ..Declared::default() });
        assert_eq!(declared(&json!(null)), Declared::default());
    }

    #[test]
    fn a_page_leads_on_within_its_server_only() {
        let here: Url = "https://ville.example/c?page=1".parse().unwrap();
        let kind = "OrderedCollectionPage";
        let next = |value: Value| collection_page(&json!({ "type": kind, "orderedItems": [1], "next": value }), &here, 10).1;
        assert_eq!(next(json!("https://ville.example/c?page=2")), Onward::To("https://ville.example/c?page=2".parse().unwrap()));
        assert_eq!(next(json!(null)), Onward::End);
        for wrong in [json!("https://ailleurs.example/c?page=2"), json!("https://ville.example/c?page=1"), json!(2)] {
            assert_eq!(next(wrong), Onward::Astray);
        }
        let many = json!({ "type": kind, "orderedItems": vec![1; 11] });
        assert_eq!(collection_page(&many, &here, 10), (vec![&json!(1); 10], Onward::Astray));
        assert_eq!(collection_page(&json!({ "type": "Note" }), &here, 10).1, Onward::Astray);
        let cover = json!({ "type": "OrderedCollection", "totalItems": 3, "first": "https://ville.example/c?page=0" });
        assert!(matches!(collection_page(&cover, &here, 10).1, Onward::To(_)));
    }
}
