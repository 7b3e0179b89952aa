//! What is said about a consultation that several territories carry: the call, and who joins or leaves. Words of our own, in the namespace `/ns/v1`.

use domain::Timestamp;
use domain::contribution::Kind;
use domain::text::BODY_MAX;
use serde_json::{Map, Value, json};

use super::context::{self, ACTIVITY_STREAMS};
use crate::proof::DATA_INTEGRITY;
use crate::words::PUBLIC;

/// Those of the texts of a call that are Markdown.
const MARKDOWN: [&str; 6] = ["introduction", "stakes", "settled", "openPoints", "inputUse", "rules"];

/// A call to territories to carry a consultation.
#[derive(Debug, Clone)]
pub struct CallInput {
    /// Its id.
    pub id: String,
    /// The collectivity that makes it.
    pub organiser: String,
    /// The group of the consultation.
    pub group: String,
    /// The page of the consultation.
    pub url: String,
    /// Code of what it says of itself.
    pub state: String,
    /// The texts, by their names: `title`, `teaser`, `introduction`…
    pub texts: Vec<(&'static str, String)>,
    /// Supports from which a contribution is widely supported.
    pub support_threshold: i32,
    /// Code of its language.
    pub lang: String,
    /// Code of how far it may reach at most.
    pub reach: String,
    /// Code of whether it asks contributions where they are.
    pub places: String,
    /// When it was made.
    pub published: Timestamp,
    /// Its revision: when it last changed.
    pub updated: Timestamp,
    /// The phases.
    pub phases: Vec<CallPhaseInput>,
    /// The names of the themes.
    pub themes: Vec<String>,
    /// Who carries it.
    pub carriers: Vec<CarrierInput>,
}

/// A phase of a call.
#[derive(Debug, Clone)]
pub struct CallPhaseInput {
    /// Code of what it is for.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// What happens in it, in Markdown.
    pub description: String,
    /// First instant.
    pub opens: Timestamp,
    /// First instant after it.
    pub closes: Timestamp,
    /// Codes of who may propose, discuss, reply, support.
    pub openings: [String; 4],
}

/// A territory that carries a consultation, or did.
#[derive(Debug, Clone)]
pub struct CarrierInput {
    /// Its collectivity.
    pub actor: String,
    /// Its name.
    pub name: String,
    /// Its page of the consultation.
    pub url: Option<String>,
    /// Since when.
    pub joined: Option<Timestamp>,
    /// When it left.
    pub left: Option<Timestamp>,
}

/// The call, without its proof.
#[must_use]
pub fn call(input: &CallInput) -> Value {
    let mut document = json!({
        "@context": [ACTIVITY_STREAMS, DATA_INTEGRITY, { "parvis": context::namespace(&input.id) }],
        "id": input.id,
        "type": "parvis:Call",
        "attributedTo": input.organiser,
        "parvis:group": input.group,
        "parvis:state": input.state,
        "url": input.url,
        "parvis:language": input.lang,
        "parvis:reach": input.reach,
        "parvis:places": input.places,
        "parvis:supportThreshold": input.support_threshold,
        "published": input.published.to_string(),
        "updated": input.updated.to_string(),
        "parvis:phases": input.phases.iter().map(|one| phase(one, &input.id)).collect::<Vec<_>>(),
        "parvis:themes": input.themes,
        "parvis:carriers": input.carriers.iter().map(carrier).collect::<Vec<_>>()
    });
    if let Some(fields) = document.as_object_mut() {
        for (name, text) in &input.texts {
            let text = if MARKDOWN.contains(name) { at_home(text, &input.id) } else { text.clone() };
            fields.insert(format!("parvis:{name}"), json!(text));
        }
    }
    document
}

/// A text whose links to paths lead to the organiser, unless it would be too long with them: then the whole call would be refused.
fn at_home(markdown: &str, call: &str) -> String {
    let whole = super::texts::at_home(markdown, call);
    if whole.chars().count() > BODY_MAX { markdown.to_owned() } else { whole }
}

fn phase(phase: &CallPhaseInput, call: &str) -> Value {
    let [propose, discuss, reply, support] = &phase.openings;
    json!({
        "parvis:kind": phase.kind,
        "name": phase.name,
        "parvis:description": at_home(&phase.description, call),
        "startTime": phase.opens.to_string(),
        "endTime": phase.closes.to_string(),
        "parvis:propose": propose,
        "parvis:discuss": discuss,
        "parvis:reply": reply,
        "parvis:support": support
    })
}

fn carrier(carrier: &CarrierInput) -> Value {
    let mut fields = Map::new();
    fields.insert("id".to_owned(), json!(carrier.actor));
    fields.insert("name".to_owned(), json!(carrier.name));
    let moments = [("parvis:joined", carrier.joined), ("parvis:left", carrier.left)];
    for (name, at) in moments {
        if let Some(at) = at {
            fields.insert(name.to_owned(), json!(at.to_string()));
        }
    }
    if let Some(url) = &carrier.url {
        fields.insert("url".to_owned(), json!(url));
    }
    Value::Object(fields)
}

/// Calls territories: with the whole call, proven.
#[must_use]
pub fn invite(id: &str, actor: &str, call: &Value) -> Value {
    carrying("Invite", id, actor, call)
}

/// Says a call anew.
#[must_use]
pub fn update_call(id: &str, actor: &str, call: &Value) -> Value {
    carrying("Update", id, actor, call)
}

fn carrying(kind: &str, id: &str, actor: &str, call: &Value) -> Value {
    let context = call.get("@context").cloned().unwrap_or_else(|| json!(ACTIVITY_STREAMS));
    // The call keeps its context: its proof is made with it.
    json!({ "@context": context, "id": id, "type": kind, "actor": actor, "object": call, "to": [PUBLIC] })
}

/// Carries a consultation from now on: the call, the group here and the page here.
#[must_use]
pub fn join(id: &str, actor: &str, call: &str, (group, page): (&str, &str)) -> Value {
    json!({
        "@context": ACTIVITY_STREAMS, "id": id, "type": "Join", "actor": actor, "object": call, "instrument": group, "url": page
    })
}

/// Carries it no more.
#[must_use]
pub fn leave(id: &str, actor: &str, call: &str) -> Value {
    json!({ "@context": ACTIVITY_STREAMS, "id": id, "type": "Leave", "actor": actor, "object": call })
}

/// Says what a page is to a consultation, and under which theme: other territories keep it as the same.
#[must_use]
pub fn subject(mut page: Value, kind: Kind, theme: Option<&str>) -> Value {
    if let Some(fields) = page.as_object_mut() {
        fields.insert("parvis:kind".to_owned(), json!(kind.code()));
        if let Some(theme) = theme {
            fields.insert("parvis:theme".to_owned(), json!(theme));
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Activity, Call, Received};
    use domain::place::Asking;
    use insta::assert_json_snapshot;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn a_call() -> Value {
        let text = |name, text: &str| (name, text.to_owned());
        call(&CallInput {
            id: "https://etat.example/objects/01a2b3c4-0000-7000-8000-000000000001/call".to_owned(),
            organiser: "https://etat.example/actors/collectivite".to_owned(),
            group: "https://etat.example/actors/eau".to_owned(),
            url: "https://etat.example/c/eau".to_owned(),
            state: "open".to_owned(),
            texts: vec![
                text("title", "Partager l’eau"),
                text("teaser", "Dites-nous ce que vous en pensez."),
                text("introduction", "L’été est sec."),
                text("inputUse", "Une loi suivra."),
                text("participation", "concertation"),
                text("rules", "Ouvrir la parole à tous."),
            ],
            support_threshold: 3,
            lang: "fr".to_owned(),
            reach: "fediverse".to_owned(),
            places: "optional".to_owned(),
            published: at("2026-03-01T10:00:00Z"),
            updated: at("2026-03-02T10:00:00.000001Z"),
            phases: vec![CallPhaseInput {
                kind: "contribution".to_owned(),
                name: "Proposer".to_owned(),
                description: "Chacun propose.".to_owned(),
                opens: at("2026-03-02T10:00:00Z"),
                closes: at("2026-04-02T10:00:00Z"),
                openings: ["everyone", "everyone", "everyone", "nobody"].map(str::to_owned),
            }],
            themes: vec!["Rivières".to_owned()],
            carriers: vec![CarrierInput {
                actor: "https://ars.example/actors/collectivite".to_owned(),
                name: "Ars".to_owned(),
                url: Some("https://ars.example/c/eau".to_owned()),
                joined: Some(at("2026-03-02T11:00:00Z")),
                left: None,
            }],
        })
    }

    #[test]
    fn a_call_says_everything_and_is_read_as_it_was_said() {
        let said = a_call();
        assert_json_snapshot!("call", said);
        let read = Call::read(&said).unwrap();
        assert_eq!((read.title.as_str(), read.support_threshold, read.phases.len(), read.carriers.len()), ("Partager l’eau", 3, 1, 1));
        assert_eq!((read.updated, read.themes.as_slice()), (at("2026-03-02T10:00:00.000001Z"), ["Rivières".to_owned()].as_slice()));
        assert_eq!(read.places, Asking::Optional);
        let mut older = said.clone();
        older.as_object_mut().unwrap().remove("parvis:places");
        assert_eq!(Call::read(&older).unwrap().places, Asking::Never, "an older program asks nothing");
        for activity in [invite, update_call] {
            let document = activity("https://etat.example/activities/1", "https://etat.example/actors/collectivite", &said);
            assert!(matches!(Activity::read(&document).unwrap().what, Received::Call { document } if *document == said));
        }
    }

    #[test]
    fn links_to_paths_lead_to_the_organiser() {
        let linked = "Voir [le parc](/c/parc).";
        let check = |text: &str, expected: &str| assert_eq!(at_home(text, "https://etat.example/objects/1/call"), expected, "{text}");
        check(linked, "Voir [le parc](https://etat.example/c/parc).");
        check("Voir [ailleurs](https://ars.example/c/parc).", "Voir [ailleurs](https://ars.example/c/parc).");
        let long = format!("{linked} {}", "a".repeat(BODY_MAX - linked.len() - 1));
        check(&long, &long);
    }

    #[test]
    fn a_call_that_is_not_whole_is_refused() {
        let refused = |name: &str, value: Value| {
            let mut said = a_call();
            said[name] = value;
            assert!(Call::read(&said).is_err(), "{name}");
        };
        refused("type", json!("Page"));
        refused("attributedTo", json!("https://other.example/actors/collectivite"));
        refused("parvis:group", json!("https://other.example/actors/eau"));
        refused("url", json!("https://other.example/c/eau"));
        refused("parvis:title", json!(""));
        refused("parvis:rules", json!("x".repeat(20_001)));
        refused("parvis:phases", json!([]));
        refused("parvis:phases", json!([1]));
        refused("parvis:themes", json!(["a".repeat(81)]));
        refused("parvis:state", json!("perhaps"));
        refused("updated", json!("yesterday"));
        refused("parvis:places", json!("everywhere"));
        let mut twice = a_call();
        let phase = twice["parvis:phases"][0].clone();
        twice["parvis:phases"] = json!([phase.clone(), phase]);
        assert!(Call::read(&twice).is_err(), "phases one over the other");
    }

    #[test]
    fn joining_and_leaving() {
        let (actor, at) =
            ("https://ars.example/actors/collectivite", "https://etat.example/objects/01a2b3c4-0000-7000-8000-000000000001/call");
        let said = join("https://ars.example/activities/1", actor, at, ("https://ars.example/actors/eau", "https://ars.example/c/eau"));
        assert_json_snapshot!("join", said);
        assert!(matches!(Activity::read(&said).unwrap().what, Received::Join { page: Some(_), .. }));
        let said = leave("https://ars.example/activities/2", actor, at);
        assert!(matches!(Activity::read(&said).unwrap().what, Received::Leave { .. }));
    }
}
