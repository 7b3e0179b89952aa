//! What begins, what ends and the meetings in the territory, month by month; and the same as a calendar that one can subscribe to (RFC 5545).

use super::{Tab, named, of_the_web};
use crate::error::{Error, Reply};
use crate::ics::Calendar;
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::pages::public::meetings::between;
use crate::texts::Texts;
use crate::viewer::Visit;
use askama::Template;
use axum::extract::Query;
use domain::Timestamp;
use http::HeaderMap;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};
use serde::Deserialize;
use store::listings::meetings::{self, Meeting};
use store::views::territory::calendar::{self, Happening};
use store::views::territory::{self, Row};
use store::{Db, Uid};

/// What happens, on a page.
const PER_PAGE: i64 = 50;
/// Meetings of the file, and as many other events.
const EVENTS: i64 = 1_000;
/// How far the file looks back and ahead.
const BACK: SignedDuration = SignedDuration::from_hours(31 * 24);
const AHEAD: SignedDuration = SignedDuration::from_hours(400 * 24);

#[derive(Template)]
#[template(path = "territory_calendar.html")]
struct Month {
    page: Page,
    tabs: Vec<Tab>,
    month: String,
    before: Option<String>,
    after: Option<String>,
    days: Vec<Day>,
    pagination: Pagination,
}

/// A day with what happens on it.
struct Day {
    day: String,
    iso: String,
    events: Vec<Event>,
}

/// Something that happens.
struct Event {
    ends: bool,
    is_meeting: bool,
    cancelled: bool,
    what: String,
    title: String,
    lang: String,
    address: Option<String>,
    name: String,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    month: String,
    page: String,
}

/// `GET /territory/calendar?month=2026-03`.
pub(crate) async fn show(visit: Visit, Query(asked): Query<Asked>) -> Reply {
    let page = visit.page("territory-calendar-title").await?;
    let first = month(&asked.month).unwrap_or_else(|| page.today().first_of_month());
    let next = first.saturating_add(1.month());
    let (span, number) = ((start(first, &page.zone), start(next, &page.zone)), pagination::asked(&asked.page));
    let read = visit.web.app.store.read(move |db| {
        let total = calendar::count_between(db, span)?;
        let number = number.min(pagination::pages(total, PER_PAGE));
        let found = calendar::between(db, span, pagination::offset(number, PER_PAGE), PER_PAGE)?;
        Ok::<_, Error>((with_rows(db, found)?, total, number))
    });
    let (found, total, number) = read.await?;
    let code = |date: Date| date.strftime("%Y-%m").to_string();
    let path = |date: Date| is_month(date).then(|| format!("/territory/calendar?month={}", code(date)));
    let parent = page.t.get("territory-title");
    html(Month {
        tabs: super::tabs(&page, "calendar"),
        // ftl: month-*
        month: page.t.with2("territory-month", "month", page.t.get(&format!("month-{}", first.month())), "year", first.year().to_string()),
        before: path(first.saturating_sub(1.month())),
        after: path(next),
        days: days(&page, &found),
        pagination: Pagination::new(total, PER_PAGE, number, |n| format!("/territory/calendar?month={}&page={n}", code(first))),
        page: page.under("/territory", parent),
    })
}

/// A month as an address says it, in this century.
fn month(text: &str) -> Option<Date> {
    let (year, month) = text.split_once('-')?;
    Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok().filter(|date| is_month(*date))
}

fn is_month(date: Date) -> bool {
    (2000..2100).contains(&date.year())
}

fn start(date: Date, zone: &TimeZone) -> Timestamp {
    date.to_zoned(zone.clone()).map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp())
}

/// Something that happens, of which consultation, and which meeting it is.
struct Found {
    one: Happening,
    row: Row,
    meeting: Option<Meeting>,
}

fn with_rows(db: &mut Db, found: Vec<Happening>) -> Result<Vec<Found>, store::Error> {
    let mut ids: Vec<Uid> = found.iter().map(|one| one.listing_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let rows = territory::by_ids(db, &ids)?;
    let uris: Vec<String> = found.iter().filter(|one| !one.meeting.is_empty()).map(|one| one.meeting.clone()).collect();
    let meetings = meetings::with_ids(db, &uris)?;
    let of = |one: Happening| {
        let row = rows.iter().find(|row| row.listing.id == one.listing_id)?.clone();
        let meeting = meetings.iter().find(|meeting| meeting.listing_id == one.listing_id && meeting.uri == one.meeting).cloned();
        // Gone between the two questions.
        (one.meeting.is_empty() || meeting.is_some()).then_some(Found { one, row, meeting })
    };
    Ok(found.into_iter().filter_map(of).collect())
}

fn days(page: &Page, found: &[Found]) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for one in found {
        let (day, iso) = (page.day(one.one.at), page.iso(one.one.at).chars().take(10).collect::<String>());
        let listing = &one.row.listing;
        let event = Event {
            ends: one.one.ends,
            is_meeting: one.meeting.is_some(),
            cancelled: one.meeting.as_ref().is_some_and(|meeting| meeting.cancelled),
            what: one.meeting.as_ref().map_or_else(|| what(&page.t, &one.one), |meeting| held(page, meeting, &listing.title)),
            title: one.meeting.as_ref().map_or(&listing.title, |meeting| &meeting.title).clone(),
            lang: listing.lang.clone().unwrap_or_default(),
            address: of_the_web(one.meeting.as_ref().map_or(&listing.url, |meeting| &meeting.url)),
            name: named(&one.row.name, &one.row.host),
        };
        match days.last_mut() {
            Some(last) if last.iso == iso => last.events.push(event),
            _ => days.push(Day { day, iso, events: vec![event] }),
        }
    }
    days
}

/// A meeting, in words: when and where it is, and of which consultation.
// ftl: territory-meeting territory-meeting-cancelled
fn held(page: &Page, meeting: &Meeting, consultation: &str) -> String {
    let said = page.t.get(if meeting.cancelled { "territory-meeting-cancelled" } else { "territory-meeting" });
    let parts = [said, between(page, meeting.begins_at, meeting.ends_at), meeting.venue.clone(), consultation.to_owned()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What happens, in words.
fn what(t: &Texts, one: &Happening) -> String {
    if one.ends {
        return t.get("territory-ends");
    }
    let known = if one.kind.is_empty() { None } else { t.find(&format!("phase-kind-{}", one.kind)) };
    match (one.phase.is_empty(), known) {
        (false, _) => t.with1("territory-begins-phase", "phase", one.phase.clone()),
        (true, Some(kind)) => t.with1("territory-begins-phase", "phase", kind),
        (true, None) => t.get("territory-begins"),
    }
}

/// `GET /territory/calendar.ics`.
pub(crate) async fn file(visit: Visit, asked: HeaderMap) -> Reply {
    let (t, links, now) = (Texts::new(visit.lang), &visit.web.app.links, visit.web.app.now());
    let span = (now - BACK, now + AHEAD);
    let found = visit.web.app.store.read(move |db| {
        let found = calendar::most_between(db, span, EVENTS)?;
        with_rows(db, found)
    });
    let name = t.with1("territory-feed", "place", visit.web.app.instance().await?.name.as_str());
    let mut file = Calendar::named("territory", &name);
    let host = links.origin().rsplit('/').next().unwrap_or_default();
    for found in found.await? {
        write(&mut file, &t, host, &found);
    }
    Ok(super::kept(&asked, "text/calendar; charset=utf-8", file.file()))
}

/// An event of the file.
fn write(file: &mut Calendar, t: &Texts, host: &str, found: &Found) {
    let (one, listing) = (&found.one, &found.row.listing);
    let whose = named(&found.row.name, &found.row.host);
    let Some(meeting) = &found.meeting else {
        // The same event keeps its name when its date changes: an end has one, a beginning has one for each phase.
        let mark = if one.ends { "end".to_owned() } else { one.at.0.as_second().to_string() };
        file.begin(&format!("{}-{mark}@{host}", listing.id.0));
        file.instant("DTSTAMP", listing.seen_at.0);
        file.instant("DTSTART", one.at.0);
        file.text("SUMMARY", &format!("{} – {}", listing.title, what(t, one)));
        file.text("LOCATION", &whose);
        if let Some(address) = of_the_web(&listing.url) {
            file.address(&address);
        }
        return file.end();
    };
    // As its own server names it in its calendars, or whatever else its id ends with: two subscriptions then show it once.
    file.begin(&format!("{}@{}", meeting.uri.rsplit('/').next().unwrap_or_default(), found.row.host));
    file.instant("DTSTAMP", meeting.edited_at.unwrap_or(listing.seen_at).0);
    file.instant("DTSTART", meeting.begins_at.0);
    file.instant("DTEND", meeting.ends_at.0);
    file.text("SUMMARY", &format!("{} – {}", meeting.title, listing.title));
    let place = if meeting.venue.is_empty() { whose } else { format!("{}, {whose}", meeting.venue) };
    file.text("LOCATION", &place);
    if let Some((latitude, longitude)) = meeting.latitude.zip(meeting.longitude) {
        file.plain("GEO", &format!("{latitude:.6};{longitude:.6}"));
    }
    file.plain("STATUS", if meeting.cancelled { "CANCELLED" } else { "CONFIRMED" });
    if let Some(address) = of_the_web(&meeting.url) {
        file.address(&address);
    }
    file.end();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_addresses() {
        assert_eq!(month("2026-03"), Date::new(2026, 3, 1).ok());
        for wrong in ["", "2026", "2026-13", "1999-12", "9999-01", "a-b", "2026-03-01"] {
            assert_eq!(month(wrong), None, "{wrong}");
        }
    }
}
