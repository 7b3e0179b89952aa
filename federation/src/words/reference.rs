//! What an activity is about, where that is one thing: another activity by its id or whole, or something that is read elsewhere.

use serde_json::Value;
use url::Url;

use super::read::{Reader, clamp};
use super::{Bad, same_authority};

/// Longest name of a kind that is not known, in characters.
pub(super) const KIND_MAX: usize = 64;

/// An activity as another one names it: by its id, by what it holds, or both.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reference {
    /// Its id.
    pub id: Option<Url>,
    /// Its type: `Follow`, `Like`, `Announce`, `Block`…
    pub kind: Option<String>,
    /// Who did it.
    pub actor: Option<Url>,
    /// What it was done to.
    pub object: Option<Url>,
}

/// What is taken back: something that the actor who takes it back did.
pub type Undone = Reference;

/// The one value of `object`.
pub(super) fn only(activity: Reader<'_>) -> Result<&Value, Bad> {
    match activity.values("object") {
        [] => Err(Bad::Missing("object")),
        [one] => Ok(one),
        _ => Err(Bad::Shape("object")),
    }
}

pub(super) fn named(activity: Reader<'_>) -> Result<Reference, Bad> {
    let value = only(activity)?;
    if value.is_string() {
        return Ok(Reference { id: Some(activity.url("object")?), ..Reference::default() });
    }
    let inner = Reader::new(value, "object")?;
    let kind = if inner.value("type").is_some() { Some(clamp(inner.kind()?, KIND_MAX)) } else { None };
    let optional = |name: &'static str| if inner.value(name).is_some() { inner.url(name).map(Some) } else { Ok(None) };
    let id = if inner.value("id").is_some() { Some(inner.id()?) } else { None };
    Ok(Reference { id, kind, actor: optional("actor")?, object: optional("object")? })
}

/// Nobody takes back what somebody else did.
pub(super) fn undone(activity: Reader<'_>, actor: &Url) -> Result<Undone, Bad> {
    let reference = named(activity)?;
    let is_own =
        reference.actor.as_ref().is_none_or(|done_by| done_by == actor) && reference.id.as_ref().is_none_or(|id| same_authority(id, actor));
    if is_own { Ok(reference) } else { Err(Bad::Host("object")) }
}
