//! Activities of this instance: something is done to an object that was built before. Contexts are said once, at the outside.

use domain::Timestamp;
use serde_json::{Map, Value, json};

use super::context;
use crate::words::PUBLIC;

/// Publishes a text: in its author's name, to those to whom it goes.
#[must_use]
pub fn create(id: &str, object: &Value) -> Value {
    let mut activity = about("Create", id, object);
    if let Some(published) = object.get("published") {
        activity.insert("published".to_owned(), published.clone());
    }
    Value::Object(activity)
}

/// Says a text or an actor anew.
#[must_use]
pub fn update(id: &str, object: &Value, now: Timestamp) -> Value {
    let mut activity = about("Update", id, object);
    activity.insert("published".to_owned(), json!(now.to_string()));
    Value::Object(activity)
}

/// Deletes something: a tombstone, or the id of an actor that is gone.
#[must_use]
pub fn delete(id: &str, actor: &str, object: &Value) -> Value {
    let mut activity = start("Delete", id, actor, object);
    let group = object.get("audience").and_then(Value::as_str);
    let to: Vec<&str> = std::iter::once(PUBLIC).chain(group).collect();
    activity.insert("to".to_owned(), json!(to));
    activity.insert("cc".to_owned(), json!([followers(actor)]));
    if let Some(group) = group {
        activity.insert("audience".to_owned(), json!(group));
    }
    context::add_own(&mut activity, id);
    activity.insert(ACKNOWLEDGE.to_owned(), json!("asked"));
    Value::Object(activity)
}

/// The word by which a deletion asks that whoever carries it out says so, once nothing is left.
const ACKNOWLEDGE: &str = "parvis:acknowledge";

/// Whether a deletion asks that.
#[must_use]
pub fn asks_acknowledgement(document: &Value) -> bool {
    document.get("type").is_some_and(|kind| kind == "Delete") && document.get(ACKNOWLEDGE).is_some_and(|asked| asked == "asked")
}

/// Says that a deletion was carried out: to be proven (FEP-8b32) before it is sent.
#[must_use]
pub fn accept_deletion(id: &str, actor: &str, deletion: &str, object: &str) -> Value {
    let context = json!([context::ACTIVITY_STREAMS, crate::proof::DATA_INTEGRITY]);
    let request = json!({ "@context": context, "type": "Delete", "id": deletion, "object": object });
    Value::Object(start("Accept", id, actor, &request))
}

/// Passes a whole activity on, to software that reads threads (FEP-1b12).
#[must_use]
pub fn announce_activity(id: &str, group: &str, activity: &Value, now: Timestamp) -> Value {
    announce(id, group, activity, now)
}

/// Passes the address of something on: others show a boost.
#[must_use]
pub fn announce_id(id: &str, group: &str, address: &str, now: Timestamp) -> Value {
    announce(id, group, &json!(address), now)
}

/// Supports something.
#[must_use]
pub fn like(id: &str, actor: &str, object: &str) -> Value {
    Value::Object(start("Like", id, actor, &json!(object)))
}

/// Follows an actor.
#[must_use]
pub fn follow(id: &str, actor: &str, object: &str) -> Value {
    let mut activity = start("Follow", id, actor, &json!(object));
    activity.insert("to".to_owned(), json!([object]));
    Value::Object(activity)
}

/// Takes something back; what is taken back is said whole, for Mastodon finds no Like by its id alone.
#[must_use]
pub fn undo(id: &str, actor: &str, object: &Value) -> Value {
    let mut activity = start("Undo", id, actor, object);
    for name in ["to", "cc"] {
        if let Some(addressees) = object.get(name) {
            activity.insert(name.to_owned(), addressees.clone());
        }
    }
    Value::Object(activity)
}

/// Says yes to a request, which is repeated as it came.
#[must_use]
pub fn accept(id: &str, actor: &str, request: &Value) -> Value {
    Value::Object(answer("Accept", id, actor, request))
}

/// Says no to a request, which is repeated as it came.
#[must_use]
pub fn reject(id: &str, actor: &str, request: &Value) -> Value {
    Value::Object(answer("Reject", id, actor, request))
}

/// Says yes to a request to quote something; `authorization` is where the approval can be read (FEP-044f).
#[must_use]
pub fn accept_quote(id: &str, actor: &str, request: &Value, authorization: &str) -> Value {
    let mut activity = answer("Accept", id, actor, request);
    activity.insert("@context".to_owned(), context::of_quote());
    activity.insert("result".to_owned(), json!(authorization));
    Value::Object(activity)
}

/// The approval of a quote: `quote` quotes `quoted`, which is the author's (FEP-044f).
#[must_use]
pub fn quote_authorization(id: &str, author: &str, quote: &str, quoted: &str) -> Value {
    json!({
        "@context": context::of_quote(),
        "id": id,
        "type": "QuoteAuthorization",
        "attributedTo": author,
        "interactingObject": quote,
        "interactionTarget": quoted
    })
}

/// Reports an account and what it wrote to the server they come from: in the name of the collectivity, never of whoever noticed it. Mastodon
/// reads the reason in `content`, Lemmy in `summary`.
#[must_use]
pub fn flag(id: &str, actor: &str, objects: &[String], content: &str) -> Value {
    let mut activity = start("Flag", id, actor, &json!(objects));
    activity.insert("content".to_owned(), json!(content));
    activity.insert("summary".to_owned(), json!(content));
    Value::Object(activity)
}

/// Removes what somebody of another server wrote from a group, as its moderator; `summary` says why, and tells it from a deletion by the author
/// (Lemmy).
#[must_use]
pub fn removal(id: &str, moderator: &str, object: &str, (group, why): (&str, &str)) -> Value {
    let mut activity = in_group("Delete", id, moderator, (object, group));
    activity.insert("summary".to_owned(), json!(why));
    Value::Object(activity)
}

/// Wants nothing more from somebody of another server in a group (FEP-1b12).
#[must_use]
pub fn block(id: &str, moderator: &str, person: &str, group: &str) -> Value {
    let mut activity = in_group("Block", id, moderator, (person, group));
    activity.insert("target".to_owned(), json!(group));
    Value::Object(activity)
}

/// Puts something into a collection.
#[must_use]
pub fn add(id: &str, actor: &str, object: &str, target: &str) -> Value {
    Value::Object(moved("Add", id, actor, object, target))
}

/// Takes something out of a collection.
#[must_use]
pub fn remove(id: &str, actor: &str, object: &str, target: &str) -> Value {
    Value::Object(moved("Remove", id, actor, object, target))
}

fn followers(actor: &str) -> String {
    format!("{actor}/followers")
}

/// An activity without addressees. The context of what it is about becomes its own.
fn start(kind: &str, id: &str, actor: &str, object: &Value) -> Map<String, Value> {
    let context = object.get("@context").cloned().unwrap_or_else(|| json!(context::ACTIVITY_STREAMS));
    let without_context = |fields: &Map<String, Value>| -> Map<String, Value> {
        fields.iter().filter(|(name, _)| *name != "@context").map(|(name, value)| (name.clone(), value.clone())).collect()
    };
    let inner = object.as_object().map_or_else(|| object.clone(), |fields| Value::Object(without_context(fields)));
    let mut activity = Map::new();
    activity.insert("@context".to_owned(), context);
    activity.insert("id".to_owned(), json!(id));
    activity.insert("type".to_owned(), json!(kind));
    activity.insert("actor".to_owned(), json!(actor));
    activity.insert("object".to_owned(), inner);
    activity
}

/// An activity of the author of a text, or of an actor about itself, addressed as what it is about.
fn about(kind: &str, id: &str, object: &Value) -> Map<String, Value> {
    let text = |name: &str| object.get(name).and_then(Value::as_str).unwrap_or_default();
    // A group has an `attributedTo` too: its moderators.
    let is_actor = object.get("inbox").is_some();
    let actor = if is_actor { text("id") } else { text("attributedTo") };
    let mut activity = start(kind, id, actor, object);
    let or = |name: &str, otherwise: Value| object.get(name).cloned().unwrap_or(otherwise);
    activity.insert("to".to_owned(), or("to", json!([PUBLIC])));
    activity.insert("cc".to_owned(), or("cc", json!([followers(actor)])));
    if let Some(group) = object.get("audience") {
        activity.insert("audience".to_owned(), group.clone());
    }
    activity
}

fn announce(id: &str, group: &str, object: &Value, now: Timestamp) -> Value {
    let mut activity = start("Announce", id, group, object);
    activity.insert("to".to_owned(), json!([PUBLIC]));
    activity.insert("cc".to_owned(), json!([followers(group)]));
    activity.insert("published".to_owned(), json!(now.to_string()));
    Value::Object(activity)
}

/// An activity of a moderator of a group.
fn in_group(kind: &str, id: &str, moderator: &str, (object, group): (&str, &str)) -> Map<String, Value> {
    let mut activity = start(kind, id, moderator, &json!(object));
    activity.insert("to".to_owned(), json!([PUBLIC]));
    activity.insert("cc".to_owned(), json!([group]));
    activity.insert("audience".to_owned(), json!(group));
    activity
}

fn answer(kind: &str, id: &str, actor: &str, request: &Value) -> Map<String, Value> {
    let mut activity = start(kind, id, actor, request);
    if let Some(asker) = request.get("actor") {
        activity.insert("to".to_owned(), json!([asker]));
    }
    activity
}

fn moved(kind: &str, id: &str, actor: &str, object: &str, target: &str) -> Map<String, Value> {
    let mut activity = start(kind, id, actor, &json!(object));
    activity.insert("target".to_owned(), json!(target));
    activity.insert("to".to_owned(), json!([PUBLIC]));
    activity.insert("cc".to_owned(), json!([followers(actor)]));
    activity
}
