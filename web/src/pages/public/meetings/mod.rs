//! Meetings as everybody sees them: the lists, the page of each, a place taken and given back, calendars.

mod files;
mod list;
mod place;
mod show;

use super::rich::Html;
use super::states::State;
use crate::error::Error;
use crate::page::Page;
use crate::routes::table;
use crate::viewer::Visit;
use domain::id::MeetingId;
use domain::meeting::{self, MeetingState, Terms};
use domain::permission::{OfficeVerb, may_in_office};
use store::meetings::Meeting;
use store::{Db, Uid};

table! {
    /// The routes of meetings.
    routes, ROUTES:
    "/meetings" => get list::of_all;
    "/meetings/{meeting}" => get show::show, post show::register;
    "/meetings/{meeting}/r/{key}" => get place::show, post place::change;
    "/meetings/{meeting}/calendar.ics" => get files::one;
    "/c/{slug}/meetings" => get list::of_consultation;
    "/c/{slug}/calendar.ics" => get files::of_consultation;
    "/calendar.ics" => get files::of_all;
}

/// A meeting in a list.
#[derive(Debug, Clone)]
pub(in crate::pages) struct Line {
    pub(in crate::pages) path: String,
    pub(in crate::pages) title: String,
    pub(in crate::pages) lang: String,
    pub(super) state: Option<State>,
    pub(in crate::pages) when: String,
    pub(in crate::pages) iso: String,
    /// Where: the name of the place, or that it is online.
    pub(in crate::pages) place: String,
    pub(in crate::pages) online: bool,
    /// Title and path of its consultation.
    pub(in crate::pages) consultation: Option<(String, String)>,
}

impl Line {
    /// The lines of these meetings; `among` names the consultations they belong to.
    pub(in crate::pages) fn all(page: &Page, rows: &[Meeting], among: &[(Uid, String, String)]) -> Result<Vec<Self>, Error> {
        rows.iter().map(|row| Self::new(page, row, among)).collect()
    }

    fn new(page: &Page, row: &Meeting, among: &[(Uid, String, String)]) -> Result<Self, Error> {
        let found = row.consultation_id.and_then(|id| among.iter().find(|(known, ..)| *known == id));
        let terms = row.terms()?;
        Ok(Self {
            path: path(row.id),
            title: row.title.clone(),
            lang: row.lang.clone(),
            state: state(page, row, &terms),
            when: when(page, row),
            iso: page.iso(row.begins_at),
            place: if row.kind()?.has_venue() { row.venue.clone() } else { page.t.get("meeting-kind-online") },
            online: !row.kind()?.has_venue(),
            consultation: found.map(|(_, slug, title)| (title.clone(), format!("/c/{slug}"))),
        })
    }
}

/// The path of a meeting.
pub(in crate::pages) fn path(id: Uid) -> String {
    format!("/meetings/{}", id.0)
}

/// "3 décembre 2026 à 18 h 30", and until when: the hour alone where it ends on the same day.
pub(in crate::pages) fn when(page: &Page, row: &Meeting) -> String {
    between(page, row.begins_at, row.ends_at)
}

/// The same of any two moments.
pub(in crate::pages) fn between(page: &Page, begins: store::At, ends: store::At) -> String {
    let day = |at: store::At| at.0.to_zoned(page.zone.clone()).date();
    if day(begins) != day(ends) {
        return page.t.with2("meeting-when-days", "from", page.moment(begins), "to", page.moment(ends));
    }
    let end = ends.0.to_zoned(page.zone.clone()).time();
    let clock = page.t.with2("date-time", "hour", end.hour().to_string(), "minute", format!("{:02}", end.minute()));
    page.t.with2("meeting-when", "from", page.moment(begins), "to", clock)
}

/// Where a meeting stands, in a word; nothing for one that is simply coming.
// ftl: meeting-state-*
pub(super) fn state(page: &Page, row: &Meeting, terms: &Terms) -> Option<State> {
    let (code, tone, icon) = match terms.state {
        MeetingState::Draft => ("draft", "quiet", "pencil"),
        MeetingState::Cancelled => ("cancelled", "bad", "x-circle"),
        MeetingState::Published if terms.is_past(page.now) && row.minutes_at.is_some() => ("minutes", "ok", "file-text"),
        MeetingState::Published if terms.is_past(page.now) => ("held", "quiet", "check"),
        MeetingState::Published if terms.begins <= page.now => ("now", "", "circle-dot"),
        MeetingState::Published if is_full(row, terms, page) => ("full", "warn", "hourglass"),
        MeetingState::Published => return None,
    };
    Some(State { tone, icon, label: page.t.code("meeting-state", code) })
}

/// Whether whoever registers now would have to wait.
fn is_full(row: &Meeting, terms: &Terms, page: &Page) -> bool {
    let number = |count: i32| u32::try_from(count).unwrap_or(0);
    let place = meeting::place(terms.places, number(row.taken_count), number(row.waiting_count));
    meeting::may_register(terms, page.now).is_ok() && place == meeting::PlaceState::Waiting
}

/// A meeting with the consultation that it belongs to.
pub(super) struct Found {
    pub(super) row: Meeting,
    pub(super) terms: Terms,
    /// Slug and title.
    pub(super) consultation: Option<(String, String)>,
}

/// A meeting that the viewer may see: the staff sees drafts as well.
pub(super) fn find(db: &mut Db, visit: (bool, &str)) -> Result<Found, Error> {
    let (staff, text) = visit;
    let id = Uid::of(MeetingId::parse(text).ok_or(Error::NOT_FOUND)?);
    let found = if staff { store::meetings::find(db, id)? } else { store::meetings::public(db, id)? };
    let row = found.ok_or(Error::NOT_FOUND)?;
    let terms = row.terms()?;
    let consultation = store::meetings::consultations(db, std::slice::from_ref(&row))?.pop().map(|(_, slug, title)| (slug, title));
    Ok(Found { row, terms, consultation })
}

impl Found {
    /// The page of a meeting, with the way back.
    pub(super) async fn page(&self, visit: &Visit) -> Result<Page, Error> {
        let page = visit.page(self.row.title.clone()).await?;
        let list = page.t.get("meetings-title");
        Ok(match &self.consultation {
            Some((slug, title)) => page.under(format!("/c/{slug}"), title.clone()).under(format!("/c/{slug}/meetings"), list),
            None => page.under("/meetings", list),
        })
    }
}

/// Whether the visitor prepares meetings.
pub(super) fn prepares(visit: &Visit) -> bool {
    may_in_office(visit.viewer, OfficeVerb::PrepareConsultation).is_ok()
}

/// The days and hours of a meeting, as safe HTML.
pub(super) fn dated(page: &Page, row: &Meeting) -> Html {
    super::rich::marked(&page.iso(row.begins_at), &when(page, row))
}
