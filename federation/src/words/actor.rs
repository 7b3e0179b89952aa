//! Actors of other servers, read from their documents.

use domain::actor::ActorKind;
use domain::text;
use serde_json::Value;
use store::trust::Territory;
use url::Url;

use super::key::{self, RemoteKey};
use super::markdown;
use super::object::page_of;
use super::read::{Reader, clamp};
use super::{Bad, same_authority, territory};

/// Longest handle, in characters.
const USERNAME_MAX: usize = 128;
/// Longest description, in characters.
const SUMMARY_MAX: usize = 500;
/// Most other names of one actor.
const ALIASES_MAX: usize = 16;
/// How a server says that it understands RFC 9421 (FEP-844e).
const RFC9421: &str = "datatracker.ietf.org/doc/html/rfc9421";

/// An actor of another server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemoteActor {
    /// Its address and name for ever.
    pub id: Url,
    /// What it is. A `Service` (a bot) is an `Application` here.
    pub kind: ActorKind,
    /// Its handle without host.
    pub username: String,
    /// The name that is shown.
    pub name: String,
    /// What it says of itself, in Markdown.
    pub summary: String,
    /// Where it receives: on its own server.
    pub inbox: Url,
    /// Where its server receives for everybody, if it is the same server.
    pub shared_inbox: Option<Url>,
    /// What it published.
    pub outbox: Option<Url>,
    /// Who follows it.
    pub followers: Option<Url>,
    /// What it shows first.
    pub featured: Option<Url>,
    /// Its page, on its own server.
    pub url: Option<Url>,
    /// Its public keys, each on its own server and saying that it is its.
    pub keys: Vec<RemoteKey>,
    /// Its other names.
    pub also_known_as: Vec<Url>,
    /// Where it moved.
    pub moved_to: Option<Url>,
    /// Its picture.
    pub icon: Option<Url>,
    /// Whether its server says that it understands RFC 9421.
    pub implements_rfc9421: bool,
    /// Whether it decides on each follower.
    pub manually_approves: bool,
    /// What it says of its territory, if it is a collectivity.
    pub territory: Option<Territory>,
}

impl RemoteActor {
    /// Reads the document of an actor.
    ///
    /// # Errors
    /// What is missing or wrong.
    pub fn read(document: &Value) -> Result<Self, Bad> {
        let actor = Reader::new(document, "actor")?;
        let kind = kind_of(actor.kind()?).ok_or(Bad::Shape("type"))?;
        let id = actor.id()?;
        let inbox = actor.url("inbox")?;
        if !same_authority(&inbox, &id) {
            return Err(Bad::Host("inbox"));
        }
        let own = |url: Option<Url>| url.filter(|url| same_authority(url, &id));
        let username = username(actor, &id)?;
        let name = text::line(actor.translated("name", "nameMap").map_or("", |(name, _)| name));
        let summary = actor.translated("summary", "summaryMap").map_or("", |(summary, _)| summary);
        Ok(Self {
            kind,
            name: if name.is_empty() { username.clone() } else { clamp(&name, text::NAME_MAX) },
            username,
            summary: markdown::cut(&markdown::from_html(summary), SUMMARY_MAX),
            inbox,
            shared_inbox: own(actor.object("endpoints").and_then(|endpoints| endpoints.optional_url("sharedInbox"))),
            outbox: own(actor.optional_url("outbox")),
            followers: own(actor.optional_url("followers")),
            featured: own(actor.optional_url("featured")),
            url: page_of(actor, &id),
            keys: key::of_actor(actor, &id),
            also_known_as: actor.urls("alsoKnownAs", ALIASES_MAX),
            moved_to: actor.optional_url("movedTo"),
            icon: picture(actor),
            implements_rfc9421: implements(actor) || actor.object("generator").is_some_and(implements),
            manually_approves: actor.flag("manuallyApprovesFollowers"),
            territory: if kind == ActorKind::Organization { territory::of(actor) } else { None },
            id,
        })
    }
}

/// The kind of actor a type stands for.
pub(super) fn kind_of(kind: &str) -> Option<ActorKind> {
    match kind {
        "Person" => Some(ActorKind::Person),
        "Organization" => Some(ActorKind::Organization),
        "Group" => Some(ActorKind::Group),
        "Application" | "Service" => Some(ActorKind::Application),
        _ => None,
    }
}

/// The handle: `preferredUsername`, or the name in `webfinger` (FEP-2c59), or the last part of the address of an actor that has no name.
fn username(actor: Reader<'_>, id: &Url) -> Result<String, Bad> {
    let address = || actor.text("webfinger").map(|handle| handle.trim_start_matches("acct:").trim_start_matches('@'));
    let named = actor.text("preferredUsername").or_else(|| address().and_then(|handle| handle.split('@').next()));
    let last = id.path_segments().and_then(|mut parts| parts.rfind(|part| !part.is_empty()));
    let name = named.or(last).ok_or(Bad::Missing("preferredUsername"))?;
    if name.chars().count() > USERNAME_MAX {
        return Err(Bad::TooLong("preferredUsername"));
    }
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '~' | '+'));
    if is_name { Ok(name.to_owned()) } else { Err(Bad::Shape("preferredUsername")) }
}

/// The address of the picture, which may be an address, a picture, or one of several.
fn picture(actor: Reader<'_>) -> Option<Url> {
    match actor.object("icon") {
        Some(icon) => icon.optional_url("url").or_else(|| icon.optional_url("href")),
        None => actor.optional_url("icon"),
    }
}

fn implements(of: Reader<'_>) -> bool {
    let said = |value: &Value| super::read::reference(value).is_ok_and(|url| url.as_str().contains(RFC9421));
    of.values("implements").iter().take(50).any(said)
}

#[cfg(test)]
mod names {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_actor_without_a_name_has_the_end_of_its_address() {
        let read = |path: &str| {
            let id = format!("https://far.example{path}");
            RemoteActor::read(&json!({"id": id, "type": "Person", "inbox": "https://far.example/inbox"})).map(|actor| actor.username)
        };
        assert_eq!(read("/actors/emily"), Ok("emily".to_owned()));
        assert_eq!(read("/actors/emily/"), Ok("emily".to_owned()));
        assert_eq!(read("/"), Err(Bad::Missing("preferredUsername")));
    }
}
