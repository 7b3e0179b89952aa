//! Documents as other software really writes them (`tests/fixtures/<software>/*.json`): each is read, and what it was read as is kept in a snapshot.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::Value;
use url::Url;

use super::{Activity, Announced, Bad, Changed, KeyDocument, KeyMaterial, Object, Received, Reference, RemoteActor};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures")
}

/// Every fixture, as `software/what`, in order.
fn documents() -> Vec<(String, Value)> {
    let mut found = Vec::new();
    for software in std::fs::read_dir(fixtures()).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        for file in std::fs::read_dir(&software).unwrap().map(|entry| entry.unwrap().path()) {
            if file.extension().is_some_and(|extension| extension == "json") {
                let name = format!("{}/{}", software.file_name().unwrap().to_string_lossy(), file.file_stem().unwrap().to_string_lossy());
                found.push((name, serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap()));
            }
        }
    }
    found.sort_by(|one, other| one.0.cmp(&other.0));
    found
}

#[test]
fn every_dialect_is_understood() {
    let documents = documents();
    assert!(documents.len() > 80, "{} fixtures", documents.len());
    for (name, document) in &documents {
        let read = read(name, document).unwrap_or_else(|bad| format!("refused: {bad}\n"));
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "corpus" }, {
            insta::assert_snapshot!(name.replace('/', "_"), read);
        });
    }
}

/// What is read does not depend on the order of the properties (B18).
#[test]
fn the_order_of_properties_means_nothing() {
    for (name, document) in documents() {
        let shuffled: Value = reverse(&document);
        assert_eq!(read(&name, &document), read(&name, &shuffled), "{name}");
    }
}

fn reverse(value: &Value) -> Value {
    match value {
        Value::Object(object) => Value::Object(object.iter().rev().map(|(name, value)| (name.clone(), reverse(value))).collect()),
        Value::Array(list) => Value::Array(list.iter().map(reverse).collect()),
        other => other.clone(),
    }
}

fn read(name: &str, document: &Value) -> Result<String, Bad> {
    let kind = document["type"].as_str().unwrap_or_default();
    if name.ends_with("key") {
        return KeyDocument::read(document).map(|key| format!("key {} of {}\n", key.id, key.owner));
    }
    if super::actor::kind_of(kind).is_some() {
        return RemoteActor::read(document).map(|read| actor(&read));
    }
    let mut said = String::new();
    activity(&mut said, &Activity::read(document)?);
    Ok(said)
}

fn all(urls: &[Url]) -> String {
    urls.iter().map(Url::as_str).collect::<Vec<_>>().join(" ")
}

fn maybe(url: Option<&Url>) -> &str {
    url.map_or("-", Url::as_str)
}

fn activity(said: &mut String, activity: &Activity) {
    writeln!(said, "{}\n  by {}", activity.id, activity.actor).unwrap();
    match &activity.what {
        Received::Follow { object } => writeln!(said, "  follows {object}").unwrap(),
        Received::Accept { object } => writeln!(said, "  accepts {}", reference(object)).unwrap(),
        Received::Offer { object } => writeln!(said, "  offers {object}").unwrap(),
        Received::Agree { document } => writeln!(said, "  agrees to {document}").unwrap(),
        Received::Honour { object, .. } => writeln!(said, "  carried out {}", reference(object)).unwrap(),
        Received::Reject { object } => writeln!(said, "  rejects {}", reference(object)).unwrap(),
        Received::Undo { object } => writeln!(said, "  undoes {}", reference(object)).unwrap(),
        Received::Create { object } => text(said, "creates", object),
        Received::Vote { poll, choices } => {
            writeln!(said, "  votes in {poll}").unwrap();
            choices.iter().for_each(|(id, name)| writeln!(said, "    for {name:?} by {id}").unwrap());
        }
        Received::Update { object: Changed::Object(object) } => text(said, "updates", object),
        Received::Update { object: Changed::Actor(id) } => writeln!(said, "  updates the actor {id}").unwrap(),
        Received::Update { object: Changed::Id(id) } => writeln!(said, "  updates what is at {id}").unwrap(),
        Received::Delete { object } => writeln!(said, "  deletes {object}").unwrap(),
        Received::Announce { object: Announced::Id(id) } => writeln!(said, "  announces what is at {id}").unwrap(),
        Received::Announce { object: Announced::Object(object) } => text(said, "announces", object),
        Received::Announce { object: Announced::Activity(inner) } => {
            writeln!(said, "  announces that").unwrap();
            self::activity(said, inner);
        }
        Received::Like { object } => writeln!(said, "  likes {object}").unwrap(),
        Received::Dislike { object } => writeln!(said, "  dislikes {object}").unwrap(),
        Received::Flag { objects, content } => writeln!(said, "  reports {}: {content}", all(objects)).unwrap(),
        Received::Add { object, target } => writeln!(said, "  adds {object} to {target}").unwrap(),
        Received::Remove { object, target } => writeln!(said, "  removes {object} from {target}").unwrap(),
        Received::Block { object, target } => writeln!(said, "  blocks {object} in {}", maybe(target.as_ref())).unwrap(),
        Received::Move { object, target } => writeln!(said, "  moves {object} to {target}").unwrap(),
        Received::QuoteRequest { object, instrument } => writeln!(said, "  asks to quote {object} in {instrument}").unwrap(),
        Received::StreetReport { .. } => writeln!(said, "  sends a street report").unwrap(),
        Received::StreetAnswer { .. } => writeln!(said, "  answers a street report").unwrap(),
        Received::CommonVote { .. } => writeln!(said, "  hands out a vote").unwrap(),
        Received::SupportCounts { .. } => writeln!(said, "  counts supports").unwrap(),
        Received::Tally { .. } => writeln!(said, "  says a tally").unwrap(),
        Received::Call { .. } => writeln!(said, "  calls territories").unwrap(),
        Received::Join { object, page } => writeln!(said, "  joins {object} at {}", maybe(page.as_ref())).unwrap(),
        Received::Leave { object } => writeln!(said, "  leaves {object}").unwrap(),
        Received::Recognise(recognising) => writeln!(said, "  recognises: {recognising:?}").unwrap(),
        Received::Unknown { kind } => writeln!(said, "  does something unknown: {kind}").unwrap(),
    }
}

fn reference(reference: &Reference) -> String {
    let kind = reference.kind.as_deref().unwrap_or("-");
    format!("{kind} {} by {} of {}", maybe(reference.id.as_ref()), maybe(reference.actor.as_ref()), maybe(reference.object.as_ref()))
}

fn text(said: &mut String, verb: &str, object: &Object) {
    let mut line = |name: &str, value: &str| {
        if !value.is_empty() && value != "-" {
            writeln!(said, "    {name}: {value}").unwrap();
        }
    };
    line(verb, &format!("{:?} {}", object.kind, object.id));
    line("author", object.attributed_to.as_str());
    line("reply to", maybe(object.in_reply_to.as_ref()));
    line("title", object.name.as_deref().unwrap_or_default());
    line("summary", object.summary.as_deref().unwrap_or_default());
    line("language", object.lang.as_deref().unwrap_or_default());
    line("published", &object.published.map(|at| at.to_string()).unwrap_or_default());
    line("updated", &object.updated.map(|at| at.to_string()).unwrap_or_default());
    line("page", maybe(object.url.as_ref()));
    line("to", &all(&object.to));
    line("cc", &all(&object.cc));
    line("group", maybe(object.audience.as_ref()));
    line("conversation", maybe(object.context.as_ref()));
    line("names", &all(&object.mentions));
    line("hashtags", &object.hashtags.join(" "));
    for image in &object.images {
        line("picture", &format!("{} ({})", image.url, image.alt));
    }
    line("stance", object.stance.map_or("", |stance| stance.code()));
    line("public", &object.is_public().to_string());
    line("vote", if object.poll_vote { "yes" } else { "" });
    writeln!(said, "---\n{}\n---", object.body).unwrap();
}

fn actor(actor: &RemoteActor) -> String {
    let mut said = String::new();
    let mut line = |name: &str, value: &str| {
        if !value.is_empty() && value != "-" {
            writeln!(said, "{name}: {value}").unwrap();
        }
    };
    line(actor.kind.code(), actor.id.as_str());
    line("handle", &actor.username);
    line("name", &actor.name);
    line("summary", &actor.summary);
    line("inbox", actor.inbox.as_str());
    line("shared inbox", maybe(actor.shared_inbox.as_ref()));
    line("outbox", maybe(actor.outbox.as_ref()));
    line("followers", maybe(actor.followers.as_ref()));
    line("featured", maybe(actor.featured.as_ref()));
    line("page", maybe(actor.url.as_ref()));
    for key in &actor.keys {
        let form = match &key.material {
            KeyMaterial::Pem(_) => "PEM",
            KeyMaterial::Multibase(_) => "multibase",
        };
        line("key", &format!("{} ({form})", key.id));
    }
    line("also", &all(&actor.also_known_as));
    line("moved", maybe(actor.moved_to.as_ref()));
    line("picture", maybe(actor.icon.as_ref()));
    line("RFC 9421", &actor.implements_rfc9421.to_string());
    line("approves followers", &actor.manually_approves.to_string());
    said
}
