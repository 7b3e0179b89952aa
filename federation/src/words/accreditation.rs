//! An accreditation as a collectivity of another server offers it.

use domain::Timestamp;
use domain::organisation::OrganisationKind;
use domain::text;
use serde_json::Value;
use url::Url;

use super::read::Reader;
use super::{Bad, same_authority};

/// What the collectivity is to the organisation.
pub const ACCREDITS: &str = "parvis:accredits";

/// Whether an activity is about an accreditation, which is said whole.
pub(super) fn is_meant(activity: Reader<'_>) -> bool {
    activity
        .object("object")
        .is_some_and(|object| object.kind().is_ok_and(|kind| kind == "Relationship") && object.text("relationship") == Some(ACCREDITS))
}

/// What a collectivity says an organisation is to it. Whether it really says so, its proof says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relationship {
    /// Its address, on the server of the collectivity.
    pub id: Url,
    /// The collectivity.
    pub subject: Url,
    /// The organisation.
    pub object: Url,
    /// As what it is accredited.
    pub role: OrganisationKind,
    /// What it is asked to do, as plain text.
    pub mandate: String,
    /// From when.
    pub since: Timestamp,
    /// Until when.
    pub until: Option<Timestamp>,
    /// When it was offered.
    pub published: Timestamp,
}

impl Relationship {
    /// Reads one. What is signed is not cut: it is whole, or it is refused.
    ///
    /// # Errors
    /// What is missing or wrong.
    pub fn read(document: &Value) -> Result<Self, Bad> {
        let reader = Reader::new(document, "object")?;
        if reader.kind()? != "Relationship" || reader.text("relationship") != Some(ACCREDITS) {
            return Err(Bad::Shape("type"));
        }
        let (id, subject) = (reader.id()?, reader.url("subject")?);
        if !same_authority(&id, &subject) {
            return Err(Bad::Host("id"));
        }
        let role = reader.text("role").and_then(OrganisationKind::parse).ok_or(Bad::Shape("role"))?;
        let mandate = reader.text("mandate").unwrap_or_default();
        if mandate.chars().count() > text::SHORT_MAX {
            return Err(Bad::TooLong("mandate"));
        }
        let until = match reader.value("endTime") {
            Some(_) => Some(reader.moment("endTime").ok_or(Bad::Shape("endTime"))?),
            None => None,
        };
        Ok(Self {
            id,
            subject,
            object: reader.url("object")?,
            role,
            mandate: text::paragraphs(mandate),
            since: reader.moment("startTime").ok_or(Bad::Missing("startTime"))?,
            until,
            published: reader.moment("published").ok_or(Bad::Missing("published"))?,
        })
    }
}
