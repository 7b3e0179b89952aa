//! Accreditations: what a collectivity says an organisation is to it, and the organisation's acceptance. Both carry proofs of their own
//! (FEP-8b32), so that anybody can check both sides.

use domain::Timestamp;
use serde_json::{Value, json};

use super::context;
use crate::proof::DATA_INTEGRITY;
use crate::words::ACCREDITS;

/// What the document of an accreditation is made of.
#[derive(Debug, Clone)]
pub struct AccreditationInput {
    /// Its address, on the server of the collectivity.
    pub id: String,
    /// The collectivity.
    pub subject: String,
    /// The organisation.
    pub object: String,
    /// Code of what it is accredited as.
    pub role: String,
    /// What it is asked to do, as plain text.
    pub mandate: String,
    /// From when.
    pub since: Timestamp,
    /// Until when.
    pub until: Option<Timestamp>,
    /// When it was offered.
    pub published: Timestamp,
}

/// The accreditation, without proof: the same bytes each time, so that what was accepted can be compared with what was offered.
#[must_use]
pub fn relationship(input: &AccreditationInput) -> Value {
    let mut document = json!({
        "@context": [context::ACTIVITY_STREAMS, DATA_INTEGRITY, context::of_accreditation(&input.id)],
        "id": input.id,
        "type": "Relationship",
        "subject": input.subject,
        "relationship": ACCREDITS,
        "object": input.object,
        "role": input.role,
        "mandate": input.mandate,
        "startTime": input.since.to_string(),
        "published": input.published.to_string(),
        "acceptance": format!("{}/acceptance", input.id)
    });
    if let (Some(until), Some(fields)) = (input.until, document.as_object_mut()) {
        fields.insert("endTime".to_owned(), json!(until.to_string()));
    }
    document
}

/// Offers an accreditation, which keeps its own context and its proof.
#[must_use]
pub fn offer_accreditation(id: &str, subject: &str, relationship: &Value) -> Value {
    json!({
        "@context": context::ACTIVITY_STREAMS,
        "id": id, "type": "Offer", "actor": subject, "to": [relationship["object"]], "object": relationship
    })
}

/// Accepts an accreditation: it is repeated without its proof, to get one of the organisation around it.
#[must_use]
pub fn acceptance(id: &str, actor: &str, relationship: &Value, published: Timestamp) -> Value {
    json!({
        "@context": [context::ACTIVITY_STREAMS, DATA_INTEGRITY],
        "id": id, "type": "Accept", "actor": actor, "to": [relationship["subject"]], "object": relationship, "published": published.to_string()
    })
}

/// Refuses an accreditation.
#[must_use]
pub fn refusal(id: &str, actor: &str, (relationship, collectivity): (&str, &str)) -> Value {
    json!({
        "@context": context::ACTIVITY_STREAMS, "id": id, "type": "Reject", "actor": actor, "to": [collectivity],
        "object": { "id": relationship, "type": "Relationship" }
    })
}

/// Ends an accreditation: the collectivity takes its offer back (`Offer`), or the organisation its acceptance (`Accept`).
#[must_use]
pub fn end_accreditation(id: &str, actor: &str, undone: &str, (relationship, other): (&str, &str)) -> Value {
    json!({
        "@context": context::ACTIVITY_STREAMS, "id": id, "type": "Undo", "actor": actor, "to": [other],
        "object": { "type": undone, "actor": actor, "object": relationship }
    })
}
