//! Reports from the street between collectivities: the report, and where it stands. Both are signed by themselves.
//! Nothing of whoever made a report is in them.

use domain::Timestamp;
use domain::territory::Place;
use serde_json::{Value, json};

use super::context;
use crate::words::street::{ANSWER, REPORT};

/// What the document of a report is made of.
#[derive(Debug, Clone)]
pub struct ReportInput {
    /// Its page, which is its address.
    pub id: String,
    /// The collectivity that sends it.
    pub by: String,
    /// The collectivity that is competent.
    pub to: String,
    /// Code of what it says.
    pub kind: String,
    /// The name of its category.
    pub category: String,
    /// The words, as plain text.
    pub words: String,
    /// Where, in words.
    pub address: String,
    /// Its place.
    pub place: Option<Place>,
    /// Its picture.
    pub picture: Option<String>,
    /// Whether it is taken back.
    pub withdrawn: bool,
    /// Whether it is hidden here: its words are not said any more.
    pub hidden: bool,
    /// When it was sent.
    pub sent: Timestamp,
}

/// What the document of an answer is made of.
#[derive(Debug, Clone)]
pub struct AnswerInput {
    /// The page of the report with the competent collectivity.
    pub page: String,
    /// The competent collectivity.
    pub by: String,
    /// The collectivity that sent the report.
    pub to: String,
    /// The address of the report.
    pub report: String,
    /// How often something was said of it, this time included.
    pub turn: i32,
    /// Code of where it stands.
    pub state: String,
    /// Code of why nothing is done.
    pub reason: Option<String>,
    /// Who is competent, where it is somebody else.
    pub competent: String,
    /// What is said to everybody, as plain text.
    pub words: String,
    /// When.
    pub at: Timestamp,
}

/// A report, without proof.
#[must_use]
pub fn street_report(input: &ReportInput) -> Value {
    let mut document = json!({
        "@context": context::of_network(&input.id),
        "id": input.id,
        "type": REPORT,
        "attributedTo": input.by,
        "to": [input.to],
        "reportKind": input.kind,
        "category": input.category,
        "content": input.words,
        "address": input.address,
        "withdrawn": input.withdrawn,
        "published": input.sent.to_string(),
    });
    if let Some(fields) = document.as_object_mut() {
        if let Some(place) = input.place {
            fields.insert("location".to_owned(), json!({ "type": "Place", "latitude": place.latitude, "longitude": place.longitude }));
        }
        if input.hidden {
            fields.insert("hidden".to_owned(), json!(true));
        }
        if let Some(picture) = &input.picture {
            fields.insert("image".to_owned(), json!({ "type": "Image", "url": picture }));
        }
    }
    document
}

/// Where a report stands, without proof.
#[must_use]
pub fn street_answer(input: &AnswerInput) -> Value {
    let mut document = json!({
        "@context": context::of_network(&input.page),
        "id": format!("{}?answer={}", input.page, input.turn),
        "type": ANSWER,
        "attributedTo": input.by,
        "to": [input.to],
        "inReplyTo": input.report,
        "url": input.page,
        "turn": input.turn,
        "state": input.state,
        "competent": input.competent,
        "content": input.words,
        "published": input.at.to_string(),
    });
    if let (Some(reason), Some(fields)) = (&input.reason, document.as_object_mut()) {
        fields.insert("reason".to_owned(), json!(reason));
    }
    document
}
