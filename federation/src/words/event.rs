//! Meetings of other servers: when and where, as Mobilizon, Gancio and Friendica say it (FEP-8a8e).

use domain::{listing, text};
use url::Url;

use super::read::{Reader, clamp};
use super::{markdown, same_authority};

/// Longest name of a place with its address, in characters.
const PLACE_MAX: usize = 300;

/// What is read of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meeting {
    /// When, in its own time zone: `2026-10-02 18:30`, with its end where it is said.
    pub when: String,
    /// Where, in words; may be empty.
    pub place: String,
    /// Whether it was called off.
    pub cancelled: bool,
}

impl Meeting {
    /// When and where in one line.
    #[must_use]
    pub fn line(&self) -> String {
        if self.place.is_empty() { self.when.clone() } else { format!("{} · {}", self.when, self.place) }
    }
}

/// Reads a meeting; nothing of one that does not say when it begins.
pub(super) fn read(object: Reader<'_>) -> Option<Meeting> {
    let begins = local(object, "startTime")?;
    let when = match local(object, "endTime") {
        Some(ends) if ends.0 == begins.0 => format!("{} {} – {}", begins.0, begins.1, ends.1),
        Some(ends) => format!("{} {} – {} {}", begins.0, begins.1, ends.0, ends.1),
        None => format!("{} {}", begins.0, begins.1),
    };
    let place = object.objects("location", 4).find_map(place).unwrap_or_default();
    Some(Meeting { when, place, cancelled: cancelled(object) })
}

/// What the index of a territory keeps of a meeting of a consultation, by its own document or by its entry in that of its consultation; `of`: on whose
/// server it must be.
pub(super) fn listed(event: Reader<'_>, of: &Url) -> Option<listing::Meeting> {
    let uri = event.id().ok().filter(|uri| same_authority(uri, of))?;
    let (title, _) = event.translated("name", "nameMap")?;
    let location = event.objects("location", 1).next();
    let meeting = listing::Meeting {
        title: markdown::cut(&text::line(title), text::TITLE_MAX),
        url: event.optional_url("url").filter(|url| same_authority(url, of)).unwrap_or_else(|| uri.clone()).into(),
        uri: uri.into(),
        begins_at: event.moment("startTime")?,
        ends_at: event.moment("endTime")?,
        venue: clamp(&text::line(location.and_then(|place| place.text("name")).unwrap_or_default()), PLACE_MAX),
        position: super::location::read(event).map(|location| location.position()),
        cancelled: cancelled(event),
        edited_at: event.moment("updated").filter(|at| listing::is_date(*at)),
    };
    meeting.makes_sense().then_some(meeting)
}

fn cancelled(object: Reader<'_>) -> bool {
    let status = object.text("status").or_else(|| object.text("ical:status"));
    object.flag("parvis:cancelled") || status.is_some_and(|status| status.eq_ignore_ascii_case("CANCELLED"))
}

/// Day and hour as they are written, in the offset of the meeting: `2026-10-02` and `18:30`.
fn local(object: Reader<'_>, name: &str) -> Option<(String, String)> {
    object.moment(name)?;
    let (day, time) = object.text(name)?.split_once(['T', ' '])?;
    let time: String = time.chars().take(5).collect();
    (day.len() == 10 && time.len() == 5).then(|| (day.to_owned(), time))
}

/// A place: its name, its street, its town, each once.
fn place(location: Reader<'_>) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut add = |text: Option<&str>| {
        let part = clamp(&text::line(text.unwrap_or_default()), PLACE_MAX);
        if !part.is_empty() && !parts.contains(&part) {
            parts.push(part);
        }
    };
    add(location.text("name"));
    match location.object("address") {
        Some(address) => {
            add(address.text("streetAddress"));
            add(address.text("addressLocality"));
        }
        None => add(location.text("address")),
    }
    let place = clamp(&parts.join(", "), PLACE_MAX);
    (!place.is_empty()).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn check(document: &Value, expected: &str, cancelled: bool) {
        let meeting = Reader::new(document, "object").ok().and_then(read).unwrap_or_default();
        assert_eq!((meeting.line().as_str(), meeting.cancelled), (expected, cancelled), "{document}");
    }

    #[test]
    fn when_and_where_are_read_in_the_shapes_of_several() {
        let address = json!({ "type": "PostalAddress", "streetAddress": "29 rue de la Martinière", "addressLocality": "Lyon" });
        let place = json!({ "type": "Place", "name": "Salle Rameau", "address": address });
        let (start, end) = ("2026-10-02T18:30:00+02:00", "2026-10-02T20:30:00+02:00");
        check(
            &json!({ "startTime": start, "endTime": end, "location": place, "status": "CONFIRMED" }),
            "2026-10-02 18:30 – 20:30 · Salle Rameau, 29 rue de la Martinière, Lyon",
            false,
        );
        // Gancio gives the address as a text, and several places.
        let gancio = json!([{ "type": "Place", "name": "Le Périscope", "address": "13 rue Delandine" }]);
        check(&json!({ "startTime": start, "location": gancio }), "2026-10-02 18:30 · Le Périscope, 13 rue Delandine", false);
        check(&json!({ "startTime": start, "status": "cancelled" }), "2026-10-02 18:30", true);
        check(&json!({ "startTime": start, "endTime": "2026-10-04T12:00:00Z" }), "2026-10-02 18:30 – 2026-10-04 12:00", false);
        for wrong in [json!({}), json!({ "startTime": "demain" }), json!({ "startTime": 12 }), json!({ "startTime": ["a", "b"] })] {
            check(&wrong, "", false);
        }
    }
}
