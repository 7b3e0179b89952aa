//! By what two collectivities recognise each other: each signs a `Relationship` of its own (FEP-8b32). It says whom, since when, and what the
//! signer says of its territory; the proof is added by whoever holds the key, so nothing here may be taken apart again afterwards.

use domain::Timestamp;
use serde_json::{Map, Value, json};
use store::trust::Territory;

use super::context;
use crate::words::OFFICIAL_PEER;

/// What one collectivity signs.
#[derive(Debug, Clone)]
pub struct StatementInput<'a> {
    /// The address of the activity that carries it.
    pub activity: &'a str,
    /// Who recognises.
    pub subject: &'a str,
    /// Whom.
    pub object: &'a str,
    /// The proposal that it answers, if it answers one.
    pub in_reply_to: Option<&'a str>,
    /// What the signer says of its territory.
    pub territory: &'a Territory,
    /// When.
    pub published: Timestamp,
}

/// The document that is signed.
#[must_use]
pub fn statement(input: &StatementInput<'_>) -> Value {
    let mut said = json!({
        "@context": context::of_recognition(input.activity),
        "id": format!("{}#statement", input.activity),
        "type": "Relationship",
        "subject": input.subject,
        "relationship": OFFICIAL_PEER,
        "object": input.object,
        "parvis:territory": territory(input.territory),
        "published": input.published.to_string()
    });
    if let (Some(offer), Some(fields)) = (input.in_reply_to, said.as_object_mut()) {
        fields.insert("inReplyTo".to_owned(), json!(offer));
    }
    said
}

/// A territory in our own words.
pub(super) fn territory(said: &Territory) -> Value {
    let mut fields = Map::new();
    let mut add = |name: &str, value: Option<&str>| {
        if let Some(text) = value.filter(|text| !text.is_empty()) {
            fields.insert(name.to_owned(), json!(text));
        }
    };
    add("type", Some("parvis:Territory"));
    add("parvis:kind", Some(&said.kind));
    add("parvis:insee", said.insee_code.as_deref());
    add("parvis:siren", said.siren.as_deref());
    add("parvis:parent", Some(&said.parent));
    add("parvis:controller", Some(&said.controller));
    add("parvis:contact", Some(&said.contact));
    Value::Object(fields)
}

/// Proposes: carries what the one who proposes signed.
#[must_use]
pub fn offer(id: &str, actor: &str, to: &str, statement: &Value) -> Value {
    json!({ "@context": context::ACTIVITY_STREAMS, "id": id, "type": "Offer", "actor": actor, "to": [to], "object": statement })
}

/// Says yes: carries what the one who says yes signed.
#[must_use]
pub fn accept_offer(id: &str, actor: &str, (offer, offered_by): (&str, &str), statement: &Value) -> Value {
    json!({
        "@context": context::ACTIVITY_STREAMS, "id": id, "type": "Accept", "actor": actor, "to": [offered_by],
        "object": { "type": "Offer", "id": offer, "actor": offered_by }, "result": statement
    })
}

/// Says no.
#[must_use]
pub fn reject_offer(id: &str, actor: &str, (offer, offered_by): (&str, &str)) -> Value {
    json!({
        "@context": context::ACTIVITY_STREAMS, "id": id, "type": "Reject", "actor": actor, "to": [offered_by],
        "object": { "type": "Offer", "id": offer, "actor": offered_by }
    })
}

/// Takes a proposal of one's own back (`yes` is nothing), or one's own yes to the proposal of the other.
#[must_use]
pub fn undo_recognition(id: &str, actor: &str, to: &str, (offer, yes): (&str, Option<&str>)) -> Value {
    let object = match yes {
        None => json!({ "type": "Offer", "id": offer, "actor": actor }),
        Some(yes) => json!({ "type": "Accept", "id": yes, "actor": actor, "object": offer }),
    };
    json!({ "@context": context::ACTIVITY_STREAMS, "id": id, "type": "Undo", "actor": actor, "to": [to], "object": object })
}
