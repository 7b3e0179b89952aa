//! Reports from the street as another collectivity says them. What is signed is not cut: it is whole, or it is refused.

use domain::street::{ADDRESS_MAX, NAME_MAX, RefusalReason, ReportKind, ReportState, WORDS_MAX};
use domain::territory::Place;
use domain::text;
use serde_json::Value;
use url::Url;

use super::read::{Reader, address};
use super::{Bad, same_authority};

/// The type of a report.
pub(crate) const REPORT: &str = "StreetReport";
/// The type of an answer.
pub(crate) const ANSWER: &str = "StreetAnswer";

/// A report.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct StreetReport {
    /// Its page, which is its address.
    pub(crate) id: Url,
    /// The collectivity that sends it.
    pub(crate) by: Url,
    /// The collectivity that it is sent to.
    pub(crate) to: Url,
    /// What it says.
    pub(crate) kind: ReportKind,
    /// The name of its category.
    pub(crate) category: String,
    /// The words.
    pub(crate) words: String,
    /// Where, in words.
    pub(crate) address: String,
    /// Its place.
    pub(crate) place: Option<Place>,
    /// Its picture, on the very server that sends it: what lies elsewhere is no picture of it.
    pub(crate) picture: Option<Url>,
    /// Whether it is taken back.
    pub(crate) withdrawn: bool,
    /// Whether it is hidden where it was made.
    pub(crate) hidden: bool,
}

/// Where a report stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StreetAnswer {
    /// Its address.
    pub(crate) id: Url,
    /// The collectivity that says so.
    pub(crate) by: Url,
    /// The collectivity that it is said to.
    pub(crate) to: Url,
    /// The report.
    pub(crate) report: Url,
    /// Its page with whoever says so.
    pub(crate) page: Url,
    /// How often something was said.
    pub(crate) turn: i32,
    /// Where it stands.
    pub(crate) state: ReportState,
    /// Why nothing is done.
    pub(crate) reason: Option<RefusalReason>,
    /// Who is competent, where it is somebody else.
    pub(crate) competent: String,
    /// What is said to everybody.
    pub(crate) words: String,
}

impl StreetReport {
    /// Reads one.
    ///
    /// # Errors
    /// What is missing or wrong.
    pub(crate) fn read(document: &Value) -> Result<Self, Bad> {
        let reader = Reader::new(document, "object")?;
        let (id, by) = both(reader, REPORT)?;
        let place = match reader.value("location") {
            None => None,
            Some(value) => {
                let degrees = |name| value.get(name).and_then(Value::as_f64).ok_or(Bad::Shape("location"));
                Some(Place::new(degrees("latitude")?, degrees("longitude")?).ok_or(Bad::Shape("location"))?)
            }
        };
        let picture = reader.object("image").and_then(|image| image.text("url").and_then(|url| address(url).ok()));
        Ok(Self {
            to: reader.url("to")?,
            // The same scheme as well: a picture is not asked for with less care than its report.
            picture: picture.filter(|url| url.origin() == by.origin()),
            kind: reader.text("reportKind").and_then(ReportKind::parse).ok_or(Bad::Shape("reportKind"))?,
            category: text::line(bounded(reader, "category", NAME_MAX)?),
            words: text::paragraphs(bounded(reader, "content", WORDS_MAX)?),
            address: text::line(bounded(reader, "address", ADDRESS_MAX)?),
            place,
            withdrawn: reader.flag("withdrawn"),
            hidden: reader.flag("hidden"),
            id,
            by,
        })
    }
}

impl StreetAnswer {
    /// Reads one.
    ///
    /// # Errors
    /// What is missing or wrong.
    pub(crate) fn read(document: &Value) -> Result<Self, Bad> {
        let reader = Reader::new(document, "object")?;
        let (id, by) = both(reader, ANSWER)?;
        let page = reader.url("url")?;
        if !same_authority(&page, &by) {
            return Err(Bad::Host("url"));
        }
        let turn = reader.value("turn").and_then(Value::as_i64).and_then(|turn| i32::try_from(turn).ok());
        let state = reader.text("state").and_then(ReportState::parse).ok_or(Bad::Shape("state"))?;
        let reason = match reader.text("reason") {
            None => None,
            Some(code) => Some(RefusalReason::parse(code).ok_or(Bad::Shape("reason"))?),
        };
        Ok(Self {
            to: reader.url("to")?,
            report: reader.url("inReplyTo")?,
            turn: turn.filter(|turn| *turn > 0).ok_or(Bad::Shape("turn"))?,
            competent: text::line(bounded(reader, "competent", NAME_MAX)?),
            words: text::paragraphs(bounded(reader, "content", WORDS_MAX)?),
            id,
            by,
            page,
            state,
            reason,
        })
    }
}

/// The address of a document of this type, and whose it is: on one server.
fn both(reader: Reader<'_>, kind: &str) -> Result<(Url, Url), Bad> {
    if reader.kind()? != kind {
        return Err(Bad::Shape("type"));
    }
    let (id, by) = (reader.id()?, reader.url("attributedTo")?);
    if same_authority(&id, &by) { Ok((id, by)) } else { Err(Bad::Host("id")) }
}

fn bounded<'a>(reader: Reader<'a>, name: &'static str, max: usize) -> Result<&'a str, Bad> {
    let text = reader.text(name).unwrap_or_default();
    if text.chars().count() > max { Err(Bad::TooLong(name)) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_picture_is_asked_for_at_its_sender_only() {
        let check = |image: Value, expected: Option<&str>| {
            let document = json!({
                "id": "https://a.example/street/1", "type": REPORT, "attributedTo": "https://a.example/actors/c", "to": ["https://b.example/actors/c"],
                "reportKind": "anomaly", "category": "Voirie", "content": "Un trou.", "address": "", "image": image,
            });
            let read = StreetReport::read(&document).unwrap();
            assert_eq!(read.picture.map(|url| url.to_string()).as_deref(), expected, "{image}");
        };
        let there = "https://a.example/street/1/photo?v=1";
        check(json!({ "type": "Image", "url": there }), Some(there));
        check(Value::Null, None);
        for wrong in [
            "http://a.example/street/1/photo",
            "https://b.example/street/1/photo",
            "https://a.example:8443/street/1/photo",
            "https://a.example@b.example/photo",
            "https://u:p@a.example/photo",
            "file:///etc/passwd",
            "data:image/png;base64,AA",
            "/street/1/photo",
        ] {
            check(json!({ "type": "Image", "url": wrong }), None);
        }
        check(json!({ "type": "Image", "url": [there, "https://b.example/"] }), Some(there));
        check(json!({ "type": "Image", "url": { "href": there } }), None);
        check(json!("https://a.example/street/1/photo"), None);
    }
}
