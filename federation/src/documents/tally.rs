//! Documents of the network of territories: common votes and tallies, which are signed by themselves, and the activities that bring them.

use serde_json::{Value, json};

use super::context;
use crate::words::PUBLIC;

/// A document of ours with its context, ready to be signed.
#[must_use]
pub fn of_network(document: &Value) -> Value {
    let mut document = document.clone();
    let id = document.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    if let Some(fields) = document.as_object_mut() {
        fields.insert("@context".to_owned(), context::of_network(&id));
    }
    document
}

/// Publishes a signed document.
#[must_use]
pub fn publish(id: &str, actor: &str, document: &Value) -> Value {
    hand(id, actor, &json!([PUBLIC]), document)
}

/// Brings a signed document to whom it is for: it stays as it is, with its own context, for its proof is over both.
#[must_use]
pub fn hand(id: &str, actor: &str, to: &Value, document: &Value) -> Value {
    json!({
        "@context": context::ACTIVITY_STREAMS,
        "id": id,
        "type": "Create",
        "actor": actor,
        "to": to,
        "object": document
    })
}

/// Calls off what was published.
#[must_use]
pub fn call_off(id: &str, actor: &str, object: &str) -> Value {
    json!({ "@context": context::ACTIVITY_STREAMS, "id": id, "type": "Delete", "actor": actor, "to": [PUBLIC], "object": object })
}
