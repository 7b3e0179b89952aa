//! What an agent types of a meeting, and what of it is accepted.

use crate::consultations::moment;
use crate::{Error, Faults, Result};
use domain::meeting::{LENGTH_MAX, MeetingKind, PLACES_MAX};
use domain::territory::Place;
use domain::text::{self, Fault};
use jiff::tz::TimeZone;
use store::At;
use store::meetings::Meeting;

/// Longest name of a place, address or link, in characters.
const LINE_MAX: usize = 300;
/// The moments a meeting may have: from 2000 to 2199, in seconds since 1970.
const YEARS: std::ops::Range<i64> = 946_684_800..7_258_118_400;

/// A meeting, as typed.
#[derive(Debug, Clone, Default)]
pub struct MeetingForm {
    /// 5 to 300 characters.
    pub title: String,
    /// Markdown.
    pub body: String,
    /// Markdown.
    pub agenda: String,
    /// Code of how people come together.
    pub kind: String,
    /// The name of the place.
    pub venue: String,
    /// Its address.
    pub address: String,
    /// Degrees north; empty with the other one.
    pub latitude: String,
    /// Degrees east.
    pub longitude: String,
    /// Where one joins on a screen: http or https.
    pub link: String,
    /// Whether that is shown to those who have a place alone.
    pub link_is_private: bool,
    /// `2026-11-21T18:00`, in the instance's time zone.
    pub begins_at: String,
    /// The same.
    pub ends_at: String,
    /// Whether one registers.
    pub by_registration: bool,
    /// How many places; empty: as many as come.
    pub places: String,
    /// From when one registers; empty: at once.
    pub opens_at: String,
    /// Until when; empty: until it begins.
    pub closes_at: String,
}

/// What the form says, of the right shape.
pub(super) struct Parsed {
    title: String,
    body: String,
    agenda: String,
    kind: MeetingKind,
    venue: String,
    address: String,
    place: Option<Place>,
    link: String,
    link_is_private: bool,
    begins_at: At,
    ends_at: At,
    by_registration: bool,
    places: Option<i32>,
    opens_at: Option<At>,
    closes_at: Option<At>,
}

impl MeetingForm {
    /// Reads it, naming every fault.
    pub(super) fn parse(&self, zone: &TimeZone) -> Result<Parsed> {
        let mut faults = Faults::new();
        let kind = MeetingKind::parse(&self.kind);
        if kind.is_none() {
            faults.push(("kind", Fault::Choice));
        }
        let title = keep("title", text::bounded_line(&self.title, text::TITLE_MIN, text::TITLE_MAX), &mut faults);
        let body = keep("body", text::bounded_text(&self.body, 0, text::BODY_MAX), &mut faults);
        let agenda = keep("agenda", text::bounded_text(&self.agenda, 0, text::BODY_MAX), &mut faults);
        let least = usize::from(kind.is_some_and(MeetingKind::has_venue)) * 2;
        let venue = keep("venue", text::bounded_line(&self.venue, least, LINE_MAX), &mut faults);
        let address = keep("spot_address", text::bounded_line(&self.address, 0, LINE_MAX), &mut faults);
        let place = keep("latitude", degrees(&self.latitude, &self.longitude), &mut faults);
        let link = keep("link", link(&self.link), &mut faults);
        let begins_at = required("begins_at", &self.begins_at, zone, &mut faults);
        let ends_at = required("ends_at", &self.ends_at, zone, &mut faults);
        let places = keep("places", places(&self.places), &mut faults);
        let opens_at = optional("opens_at", &self.opens_at, zone, &mut faults);
        let closes_at = optional("closes_at", &self.closes_at, zone, &mut faults);
        let order = |field: &'static str, early: Option<At>, late: Option<At>| {
            early.zip(late).is_some_and(|(early, late)| late <= early).then_some((field, Fault::Order))
        };
        faults.extend(order("ends_at", begins_at, ends_at));
        faults.extend(order("closes_at", opens_at, closes_at));
        faults.extend(order("opens_at", opens_at, begins_at));
        if begins_at.zip(closes_at).is_some_and(|(begins, closes)| closes > begins) {
            faults.push(("closes_at", Fault::Order));
        }
        if begins_at.zip(ends_at).is_some_and(|(begins, ends)| ends.0.duration_since(begins.0) > LENGTH_MAX) {
            faults.push(("ends_at", Fault::Shape));
        }
        match (kind, begins_at, ends_at) {
            (Some(kind), Some(begins_at), Some(ends_at)) if faults.is_empty() => Ok(Parsed {
                title,
                body,
                agenda,
                kind,
                venue: if kind.has_venue() { venue } else { String::new() },
                address: if kind.has_venue() { address } else { String::new() },
                place: place.filter(|_| kind.has_venue()),
                link: if kind.has_link() { link } else { String::new() },
                link_is_private: self.link_is_private && self.by_registration,
                begins_at,
                ends_at,
                by_registration: self.by_registration,
                places: places.filter(|_| self.by_registration),
                opens_at: opens_at.filter(|_| self.by_registration),
                closes_at: closes_at.filter(|_| self.by_registration),
            }),
            _ => Err(Error::Faulty(faults)),
        }
    }
}

impl Parsed {
    /// Writes it into a row.
    pub(super) fn fill(self, row: &mut Meeting) {
        row.title = self.title;
        row.body = self.body;
        row.agenda = self.agenda;
        row.kind = self.kind.code().to_owned();
        row.venue = self.venue;
        row.address = self.address;
        row.latitude = self.place.map(|place| place.latitude);
        row.longitude = self.place.map(|place| place.longitude);
        row.link = self.link;
        row.link_is_private = self.link_is_private;
        row.begins_at = self.begins_at;
        row.ends_at = self.ends_at;
        row.by_registration = self.by_registration;
        row.places = self.places;
        row.opens_at = self.opens_at;
        row.closes_at = self.closes_at;
    }
}

fn keep<T: Default>(field: &'static str, read: std::result::Result<T, Fault>, faults: &mut Faults) -> T {
    read.unwrap_or_else(|fault| {
        faults.push((field, fault));
        T::default()
    })
}

fn required(field: &'static str, typed: &str, zone: &TimeZone, faults: &mut Faults) -> Option<At> {
    let within = |at: At| if YEARS.contains(&at.0.as_second()) { Ok(at) } else { Err(Fault::Shape) };
    moment(typed, zone).and_then(within).map_err(|fault| faults.push((field, fault))).ok()
}

fn optional(field: &'static str, typed: &str, zone: &TimeZone, faults: &mut Faults) -> Option<At> {
    if typed.trim().is_empty() { None } else { required(field, typed, zone, faults) }
}

/// Both or neither.
fn degrees(latitude: &str, longitude: &str) -> std::result::Result<Option<Place>, Fault> {
    let number = |typed: &str| typed.trim().replace(',', ".").parse::<f64>().map_err(|_unreadable| Fault::Shape);
    match (latitude.trim(), longitude.trim()) {
        ("", "") => Ok(None),
        (latitude, longitude) => Place::new(number(latitude)?, number(longitude)?).map(Some).ok_or(Fault::Shape),
    }
}

/// An address of the web, or nothing.
fn link(typed: &str) -> std::result::Result<String, Fault> {
    let typed = text::bounded_line(typed, 0, LINE_MAX)?;
    if typed.is_empty() {
        return Ok(typed);
    }
    let address = url::Url::parse(&typed).map_err(|_unreadable| Fault::Shape)?;
    let known = matches!(address.scheme(), "http" | "https") && address.username().is_empty() && address.password().is_none();
    if known { Ok(address.to_string()) } else { Err(Fault::Shape) }
}

fn places(typed: &str) -> std::result::Result<Option<i32>, Fault> {
    match typed.trim() {
        "" => Ok(None),
        typed => {
            let number: u32 = typed.parse().map_err(|_unreadable| Fault::Shape)?;
            let within = (1..=PLACES_MAX).contains(&number);
            i32::try_from(number).ok().filter(|_| within).map(Some).ok_or(Fault::Shape)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> MeetingForm {
        let text = str::to_owned;
        MeetingForm {
            title: text("Atelier de la halle"),
            kind: text("hybrid"),
            venue: text("Salle des fêtes"),
            link: text("https://visio.example/halle"),
            link_is_private: true,
            begins_at: text("2026-12-03T18:30"),
            ends_at: text("2026-12-03T20:30"),
            by_registration: true,
            places: text("40"),
            ..MeetingForm::default()
        }
    }

    #[test]
    fn every_fault_is_named() {
        let check = |change: fn(&mut MeetingForm), expected: &[(&str, Fault)]| {
            let mut form = good();
            change(&mut form);
            let faults = match form.parse(&TimeZone::UTC) {
                Ok(_) => Vec::new(),
                Err(Error::Faulty(faults)) => faults,
                Err(other) => panic!("{other}"),
            };
            assert_eq!(faults, expected);
        };
        check(|_| {}, &[]);
        check(|form| form.title = "x".into(), &[("title", Fault::TooShort(5))]);
        check(|form| form.kind = "elsewhere".into(), &[("kind", Fault::Choice)]);
        check(|form| form.venue = String::new(), &[("venue", Fault::Missing)]);
        check(|form| form.ends_at = "2026-12-03T18:30".into(), &[("ends_at", Fault::Order)]);
        check(|form| form.ends_at = "2027-12-03T18:30".into(), &[("ends_at", Fault::Shape)]);
        check(|form| form.begins_at = "tomorrow".into(), &[("begins_at", Fault::Shape)]);
        check(|form| form.begins_at = "1999-12-03T18:30".into(), &[("begins_at", Fault::Shape)]);
        check(|form| form.ends_at = "9999-12-31T23:59".into(), &[("ends_at", Fault::Shape)]);
        check(|form| form.places = "0".into(), &[("places", Fault::Shape)]);
        check(|form| form.places = "-3".into(), &[("places", Fault::Shape)]);
        check(|form| form.places = "999999999999".into(), &[("places", Fault::Shape)]);
        check(|form| form.link = "javascript:alert(1)".into(), &[("link", Fault::Shape)]);
        check(|form| form.link = "https://u:p@visio.example".into(), &[("link", Fault::Shape)]);
        check(|form| form.latitude = "48,1".into(), &[("latitude", Fault::Shape)]);
        check(|form| (form.latitude, form.longitude) = ("95".into(), "2".into()), &[("latitude", Fault::Shape)]);
        check(|form| (form.latitude, form.longitude) = ("NaN".into(), "2".into()), &[("latitude", Fault::Shape)]);
        check(|form| form.closes_at = "2026-12-04T18:30".into(), &[("closes_at", Fault::Order)]);
        check(|form| form.opens_at = "2026-12-03T18:30".into(), &[("opens_at", Fault::Order)]);
    }

    #[test]
    fn an_online_meeting_has_no_room() {
        let form = MeetingForm { kind: "online".into(), venue: "Salle".into(), by_registration: false, ..good() };
        let parsed = form.parse(&TimeZone::UTC).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((parsed.venue.as_str(), parsed.places, parsed.link_is_private), ("", None, false));
    }
}
