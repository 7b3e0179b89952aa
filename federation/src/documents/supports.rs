//! How many people of here support what is said in a consultation that is carried here: numbers for its organiser, signed by themselves. Nobody who
//! supports is in it.

use domain::Timestamp;
use serde_json::{Value, json};

use super::context;
use crate::words::supports::SUPPORTS;

/// What such a document is made of.
#[derive(Debug, Clone)]
pub struct SupportsInput {
    /// Its address.
    pub id: String,
    /// The collectivity that says so.
    pub by: String,
    /// The organiser.
    pub to: String,
    /// The call.
    pub call: String,
    /// Of when the numbers are.
    pub at: Timestamp,
    /// Addresses of contributions, and how many people support each.
    pub counts: Vec<(String, i32)>,
}

/// Numbers of supports, without proof.
#[must_use]
pub fn support_counts(input: &SupportsInput) -> Value {
    let counts: Vec<Value> = input.counts.iter().map(|(object, supports)| json!({ "object": object, "supports": supports })).collect();
    json!({
        "@context": context::of_network(&input.id),
        "id": input.id,
        "type": SUPPORTS,
        "attributedTo": input.by,
        "to": [input.to],
        "call": input.call,
        "counts": counts,
        "published": input.at.to_string(),
    })
}

/// Brings a signed document that says anew what others of its kind said before.
#[must_use]
pub fn bring_anew(id: &str, actor: &str, to: &str, document: &Value) -> Value {
    json!({
        "@context": context::ACTIVITY_STREAMS,
        "id": id,
        "type": "Update",
        "actor": actor,
        "to": [to],
        "object": document
    })
}
