//! What somebody on another server did, read: one of what is received here, or `Unknown`.

use domain::text;
use serde_json::Value;
use url::Url;

use super::object::{Object, ObjectKind};
use super::read::{Reader, clamp};
use super::received::{Announced, Changed, Received};
use super::recognition;
use super::reference::{KIND_MAX, named, only, undone};
use super::{Bad, accreditation, actor, call, markdown, proven, same_authority, supports, vote};

/// Activities whose meaning is known, here or elsewhere: inside an `Announce` they are told from objects by this list.
const ACTIVITIES: &[&str] = &[
    "Follow",
    "Accept",
    "Reject",
    "Undo",
    "Create",
    "Update",
    "Delete",
    "Announce",
    "Like",
    "Dislike",
    "Flag",
    "Add",
    "Remove",
    "Block",
    "Move",
    "QuoteRequest",
    "Lock",
    "Join",
    "Leave",
    "EmojiReact",
    "View",
    "Listen",
    "Read",
    "Invite",
    "Offer",
    "Ignore",
    "Travel",
    "Arrive",
    "TentativeAccept",
    "TentativeReject",
];
/// Most objects that one report names.
const FLAGGED_MAX: usize = 50;

/// Something that somebody did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// Its address, on the server of whoever did it.
    pub id: Url,
    /// Who did it. The signature must say so too: that is for the caller to compare.
    pub actor: Url,
    /// What was done.
    pub what: Received,
}

impl Activity {
    /// Reads an activity.
    ///
    /// # Errors
    /// What is missing or wrong, or what speaks of something it may not speak of.
    pub fn read(document: &Value) -> Result<Self, Bad> {
        read(document, Level::Outer)
    }
}

/// How deep an activity stands: one may be passed on inside another, and no more.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Outer,
    Inner,
}

fn read(document: &Value, level: Level) -> Result<Activity, Bad> {
    let reader = Reader::new(document, "activity")?;
    let kind = reader.kind()?;
    let id = reader.id()?;
    let actor = reader.url("actor")?;
    if !same_authority(&id, &actor) {
        return Err(Bad::Host("id"));
    }
    let what = what(reader, kind, &actor, level)?;
    Ok(Activity { id, actor, what })
}

fn what(activity: Reader<'_>, kind: &str, actor: &Url, level: Level) -> Result<Received, Bad> {
    let object = || activity.url("object");
    let target = || activity.url("target");
    Ok(match kind {
        "Follow" => Received::Follow { object: object()? },
        "Offer" if level == Level::Outer && accreditation::is_meant(activity) => {
            Received::Offer { object: Box::new(only(activity)?.clone()) }
        }
        "Accept" if level == Level::Outer && accreditation::is_meant(activity) => Received::Agree { document: Box::new(activity.whole()) },
        "Offer" => recognition::offered(activity, actor)?.map_or_else(|| unknown(kind), |said| Received::Recognise(Box::new(said))),
        "Accept" => match recognition::accepted(activity, actor)? {
            Some(said) => Received::Recognise(Box::new(said)),
            None => accepted(activity, level)?,
        },
        "Reject" => Received::Reject { object: named(activity)? },
        "Undo" => Received::Undo { object: undone(activity, actor)? },
        "Create" => created(activity, actor)?,
        "Update" => updated(activity, actor)?,
        "Delete" => Received::Delete { object: object()? },
        "Announce" if level == Level::Outer => announced(activity)?,
        "Announce" => return Err(Bad::Shape("object")),
        // Misskey and its kin write every reaction as a Like: a thumb down is none.
        "Like" if is_thumb_down(activity) => Received::Dislike { object: object()? },
        "Like" => Received::Like { object: object()? },
        "Dislike" => Received::Dislike { object: object()? },
        "Flag" => flag(activity)?,
        "Add" => Received::Add { object: object()?, target: target()? },
        "Remove" => Received::Remove { object: object()?, target: target()? },
        "Block" => Received::Block { object: object()?, target: activity.optional_url("target") },
        "Move" => moved(object()?, target()?, actor)?,
        "QuoteRequest" => Received::QuoteRequest { object: object()?, instrument: activity.url("instrument")? },
        "Join" => Received::Join { object: object()?, page: activity.optional_url("url") },
        "Leave" => Received::Leave { object: object()? },
        "Invite" => only(activity).ok().and_then(call::received).unwrap_or_else(|| unknown("Invite")),
        other => unknown(other),
    })
}

fn accepted(activity: Reader<'_>, level: Level) -> Result<Received, Bad> {
    let object = named(activity)?;
    let is_deletion = level == Level::Outer && object.kind.as_deref() == Some("Delete");
    Ok(if is_deletion { Received::Honour { object, document: Box::new(activity.whole()) } } else { Received::Accept { object } })
}

fn unknown(kind: &str) -> Received {
    Received::Unknown { kind: clamp(&text::line(kind), KIND_MAX) }
}

fn is_thumb_down(like: Reader<'_>) -> bool {
    like.text("_misskey_reaction").or_else(|| like.text("content")).is_some_and(|reaction| reaction.starts_with('👎'))
}

fn moved(object: Url, target: Url, actor: &Url) -> Result<Received, Bad> {
    if object == *actor { Ok(Received::Move { object, target }) } else { Err(Bad::Host("object")) }
}

fn created(activity: Reader<'_>, actor: &Url) -> Result<Received, Bad> {
    let values = activity.values("object");
    if values.len() > 1 {
        return vote::several(values, actor);
    }
    let value = only(activity)?;
    if value.is_string() {
        // Only the id was said: it is read where it is.
        return Ok(Received::Update { object: at(activity.url("object")?, actor)? });
    }
    let inner = Reader::new(value, "object")?;
    if let Some(proven) = proven::read(inner, value, actor)? {
        return Ok(proven);
    }
    if ObjectKind::parse(inner.kind()?).is_none() {
        return Ok(unknown(&format!("Create {}", inner.kind()?)));
    }
    let object = own(value, actor)?;
    Ok(if object.poll_vote { vote::one(*object).unwrap_or_else(|| unknown("Create Note")) } else { Received::Create { object } })
}

/// A text that is the actor's own (B06).
pub(super) fn own(value: &Value, actor: &Url) -> Result<Box<Object>, Bad> {
    let object = Object::read(value)?;
    if object.attributed_to == *actor { Ok(Box::new(object)) } else { Err(Bad::Host("attributedTo")) }
}

/// Something on the actor's own server.
fn at(id: Url, actor: &Url) -> Result<Changed, Bad> {
    if same_authority(&id, actor) { Ok(Changed::Id(id)) } else { Err(Bad::Host("object")) }
}

fn updated(activity: Reader<'_>, actor: &Url) -> Result<Received, Bad> {
    let value = only(activity)?;
    if value.is_string() {
        return Ok(Received::Update { object: at(activity.url("object")?, actor)? });
    }
    let inner = Reader::new(value, "object")?;
    if inner.value("type").is_none() {
        return Ok(Received::Update { object: at(inner.id()?, actor)? });
    }
    let kind = inner.kind()?;
    if actor::kind_of(kind).is_some() {
        return Ok(Received::Update { object: Changed::Actor(inner.id()?) });
    }
    if let Some(called) = call::received(value) {
        return Ok(called);
    }
    // Of what is proven by itself only numbers change.
    if kind == supports::SUPPORTS
        && let Some(counts) = proven::read(inner, value, actor)?
    {
        return Ok(counts);
    }
    match ObjectKind::parse(kind) {
        Some(_) => Ok(Received::Update { object: Changed::Object(own(value, actor)?) }),
        None => Ok(unknown(&format!("Update {kind}"))),
    }
}

fn announced(activity: Reader<'_>) -> Result<Received, Bad> {
    let value = only(activity)?;
    let id = || activity.url("object").map(Announced::Id);
    if value.is_string() {
        return Ok(Received::Announce { object: id()? });
    }
    let inner = Reader::new(value, "object")?;
    if inner.value("type").is_none() {
        return Ok(Received::Announce { object: id()? });
    }
    let kind = inner.kind()?;
    let object = if ACTIVITIES.contains(&kind) {
        Announced::Activity(Box::new(read(value, Level::Inner)?))
    } else if ObjectKind::parse(kind).is_some() {
        Announced::Object(Box::new(Object::read(value)?))
    } else {
        return Ok(unknown(&format!("Announce {kind}")));
    };
    Ok(Received::Announce { object })
}

fn flag(activity: Reader<'_>) -> Result<Received, Bad> {
    let objects = activity.urls("object", FLAGGED_MAX);
    if objects.is_empty() {
        return Err(Bad::Missing("object"));
    }
    let why = activity.text("content").or_else(|| activity.text("summary")).unwrap_or_default();
    Ok(Received::Flag { objects, content: markdown::cut(&markdown::plain(why), text::SHORT_MAX) })
}
