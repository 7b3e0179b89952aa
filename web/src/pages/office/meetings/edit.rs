//! The form of a meeting, and what is done with it: publish, call off, throw away.

use super::{Bench, Head, bench, kinds};
use crate::error::Reply;
use crate::form::{Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::pages::office::desk::{self, Desk, Section};
use crate::pages::office::editor;
use crate::pages::office::show::{self, Choice};
use crate::place_picker::{self, Picked, Picker, PlaceTyped};
use crate::viewer::{Staff, Visit};
use actions::meetings::{self, MeetingForm};
use actions::places::Address;
use askama::Template;
use axum::extract::Path;
use domain::meeting::{MeetingKind, MeetingState};
use domain::place::degrees;
use domain::refusal::Refusal;
use domain::street::ADDRESS_MAX;
use domain::text::Fault;
use store::At;
use store::meetings::Meeting;

#[derive(Template)]
#[template(path = "office/meeting.html")]
struct Edit {
    page: Page,
    desk: Desk,
    /// What stands above, once it is kept.
    head: Option<Head>,
    /// Title of the page of a new one, and of its consultation.
    new: Option<(String, Option<String>)>,
    action: String,
    form: MeetingForm,
    picker: Picker,
    address_max: usize,
    sequence: String,
    kinds: Vec<Choice>,
    faults: Faulty,
    draft: bool,
    may_publish: bool,
    may_cancel: bool,
    locked: bool,
}

/// The form with its place, and what is asked of that before anything is kept.
#[derive(Default)]
struct Filled {
    form: MeetingForm,
    place: PlaceTyped,
    asks: Option<actions::Faults>,
    found: Vec<Address>,
}

impl Filled {
    fn picker(&self, visit: &Visit, page: &Page) -> Picker {
        self.place.picker(visit, page, false, &self.found).of_a_point().of_the_house()
    }
}

#[derive(Template)]
#[template(path = "office/meeting_cancel.html")]
struct Cancel {
    page: Page,
    desk: Desk,
    head: Head,
    reason: String,
    people: i32,
    faults: Faulty,
}

/// `GET /admin/meetings/new`.
pub(in crate::pages::office) async fn begin(Staff(visit): Staff) -> Reply {
    fresh(&visit, None, proposed(), &[]).await
}

/// `POST /admin/meetings/new`.
pub(in crate::pages::office) async fn create(Staff(visit): Staff, Posted(typed): Posted<Fields>) -> Reply {
    keep(&visit, None, &typed).await
}

/// `GET /admin/consultations/{slug}/meetings/new`.
pub(in crate::pages::office) async fn begin_within(Staff(visit): Staff, Path(slug): Path<String>) -> Reply {
    fresh(&visit, Some(slug), proposed(), &[]).await
}

/// `POST /admin/consultations/{slug}/meetings/new`.
pub(in crate::pages::office) async fn create_within(Staff(visit): Staff, Path(slug): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    keep(&visit, Some(slug), &typed).await
}

/// `GET /admin/meetings/{meeting}`.
pub(in crate::pages::office) async fn open(Staff(visit): Staff, Path(meeting): Path<String>) -> Reply {
    let bench = bench(&visit, &meeting).await?;
    let filled = kept(&bench.row, &visit.web.app.time_zone().await?);
    page(&visit, &bench, filled, &[], false).await
}

/// `POST /admin/meetings/{meeting}`.
pub(in crate::pages::office) async fn save(Staff(visit): Staff, Path(meeting): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let bench = bench(&visit, &meeting).await?;
    let (filled, seen) = (filled(&visit, &typed, &bench.row.address).await?, typed.get("sequence").parse().unwrap_or(-1));
    if let Some(asks) = &filled.asks {
        let faults = asks.clone();
        return page(&visit, &bench, filled, &faults, false).await;
    }
    match meetings::edit(&visit.web.app, visit.viewer, bench.id(), seen, &filled.form).await {
        Ok(()) => Ok(done(&bench.root(), "office-saved")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &bench, filled, &faults, false).await,
        Err(actions::Error::Refused(Refusal::Stale)) => page(&visit, &bench, filled, &[], true).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/meetings/{meeting}/publish`.
pub(in crate::pages::office) async fn publish(Staff(visit): Staff, Path(meeting): Path<String>, _: Posted<Fields>) -> Reply {
    let bench = bench(&visit, &meeting).await?;
    meetings::publish(&visit.web.app, visit.viewer, bench.id()).await?;
    Ok(done(&crate::pages::public::meetings::path(bench.row.id), "meeting-published"))
}

/// `POST /admin/meetings/{meeting}/remove`.
pub(in crate::pages::office) async fn remove(Staff(visit): Staff, Path(meeting): Path<String>, _: Posted<Fields>) -> Reply {
    let bench = bench(&visit, &meeting).await?;
    meetings::remove(&visit.web.app, visit.viewer, bench.id()).await?;
    let list = bench.consultation.map_or_else(|| "/admin/meetings".to_owned(), |(slug, _)| format!("/admin/consultations/{slug}/meetings"));
    Ok(done(&list, "meeting-removed"))
}

/// `GET /admin/meetings/{meeting}/cancel`.
pub(in crate::pages::office) async fn show_cancel(Staff(visit): Staff, Path(meeting): Path<String>) -> Reply {
    let bench = bench(&visit, &meeting).await?;
    ask_why(&visit, &bench, String::new(), &actions::Faults::new()).await
}

/// `POST /admin/meetings/{meeting}/cancel`.
pub(in crate::pages::office) async fn cancel(Staff(visit): Staff, Path(meeting): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let bench = bench(&visit, &meeting).await?;
    let reason = typed.get("cancel_reason");
    match meetings::cancel(&visit.web.app, visit.viewer, bench.id(), reason).await {
        Ok(()) => Ok(done(&bench.root(), "meeting-called-off")),
        Err(actions::Error::Faulty(faults)) => ask_why(&visit, &bench, reason.to_owned(), &faults).await,
        Err(other) => Err(other.into()),
    }
}

async fn ask_why(visit: &Visit, bench: &Bench, reason: String, faults: &actions::Faults) -> Reply {
    let (page, desk, head) = bench.open(visit, "/cancel").await?;
    let faults = Faulty::new(&page.t, faults);
    let (page, status) = show::told(page, &faults);
    html_with(status, Cancel { reason, people: bench.row.taken_count + bench.row.waiting_count, faults, page, desk, head })
}

/// What most meetings are.
fn proposed() -> Filled {
    let form = MeetingForm { kind: "in_person".to_owned(), by_registration: true, link_is_private: true, ..MeetingForm::default() };
    Filled { form, ..Filled::default() }
}

async fn keep(visit: &Visit, slug: Option<String>, typed: &Fields) -> Reply {
    let filled = filled(visit, typed, "").await?;
    if let Some(asks) = &filled.asks {
        let faults = asks.clone();
        return fresh(visit, slug, filled, &faults).await;
    }
    match meetings::prepare(&visit.web.app, visit.viewer, slug.as_deref(), &filled.form).await {
        Ok(id) => Ok(done(&format!("/admin/meetings/{id}"), "office-saved")),
        Err(actions::Error::Faulty(faults)) => fresh(visit, slug, filled, &faults).await,
        Err(other) => Err(other.into()),
    }
}

/// The form of a new one.
async fn fresh(visit: &Visit, slug: Option<String>, filled: Filled, faults: &[(&'static str, Fault)]) -> Reply {
    let frame = match &slug {
        Some(slug) => Some(editor::frame(visit, slug).await?),
        None => None,
    };
    let (page, desk) = desk::open(visit, Section::Consultations, "meeting-new").await?;
    let faults = Faulty::new(&page.t, faults);
    let (page, status) = show::told(page, &faults);
    let root = slug.map_or_else(|| "/admin/meetings".to_owned(), |slug| format!("/admin/consultations/{slug}/meetings"));
    let view = Edit {
        head: None,
        new: Some((page.title.clone(), frame.map(|frame| frame.consultation.title))),
        action: format!("{root}/new"),
        kinds: kinds(&page, &filled.form.kind),
        picker: filled.picker(visit, &page),
        address_max: ADDRESS_MAX,
        form: filled.form,
        sequence: String::new(),
        faults,
        draft: true,
        may_publish: false,
        may_cancel: false,
        locked: false,
        page,
        desk,
    };
    html_with(status, view)
}

async fn page(visit: &Visit, bench: &Bench, filled: Filled, faults: &[(&'static str, Fault)], stale: bool) -> Reply {
    let (page, desk, head) = bench.open(visit, "").await?;
    let mut faults = Faulty::new(&page.t, faults);
    if stale {
        faults.add("title", page.t.get("editor-stale"));
    }
    let (page, status) = show::told(page, &faults);
    let state = bench.terms.state;
    let view = Edit {
        head: Some(head),
        new: None,
        action: bench.root(),
        kinds: kinds(&page, &filled.form.kind),
        picker: filled.picker(visit, &page),
        address_max: ADDRESS_MAX,
        form: filled.form,
        sequence: bench.row.sequence.to_string(),
        faults,
        draft: state == MeetingState::Draft,
        may_publish: state == MeetingState::Draft,
        may_cancel: state == MeetingState::Published && !bench.terms.is_past(page.now),
        locked: state == MeetingState::Cancelled,
        page,
        desk,
    };
    html_with(status, view)
}

/// What is kept, as it would be typed.
fn kept(row: &Meeting, zone: &jiff::tz::TimeZone) -> Filled {
    let local = |at: At| crate::dates::local(zone, at.0);
    let at = row.latitude.zip(row.longitude).map(|(latitude, longitude)| (degrees(latitude), degrees(longitude)));
    let spot = at.as_ref().map(|(latitude, longitude)| format!("{latitude}, {longitude}")).unwrap_or_default();
    let (latitude, longitude) = at.unwrap_or_default();
    let form = MeetingForm {
        title: row.title.clone(),
        body: row.body.clone(),
        agenda: row.agenda.clone(),
        kind: row.kind.clone(),
        venue: row.venue.clone(),
        address: row.address.clone(),
        latitude,
        longitude,
        link: row.link.clone(),
        link_is_private: row.link_is_private,
        begins_at: local(row.begins_at),
        ends_at: local(row.ends_at),
        by_registration: row.by_registration,
        places: row.places.map(|places| places.to_string()).unwrap_or_default(),
        opens_at: row.opens_at.map(local).unwrap_or_default(),
        closes_at: row.closes_at.map(local).unwrap_or_default(),
    };
    Filled { place: PlaceTyped::at(spot, &form.address), form, ..Filled::default() }
}

/// The form as it was sent, its place read. The address that stood there without a place is not searched again, nor one of what is held on screens.
async fn filled(visit: &Visit, typed: &Fields, known: &str) -> Result<Filled, crate::Error> {
    let (mut form, place) = (form_of(typed), PlaceTyped::of_fields(typed));
    let is_known = place.spot.trim().is_empty() && !known.is_empty() && domain::text::line(&form.address) == known;
    let has_venue = MeetingKind::parse(&form.kind).is_some_and(MeetingKind::has_venue);
    let words = (is_known || !has_venue) && place.spot_found.is_empty() && !place.only_searches();
    let (asks, found) = match if words { Picked::Given(None) } else { place.read_or_words(visit).await? } {
        Picked::Given(None) => (None, Vec::new()),
        Picked::Given(Some(spot)) => {
            let centre = spot.shape.centre();
            (form.latitude, form.longitude) = (degrees(centre.latitude), degrees(centre.longitude));
            if !place.spot_found.is_empty() {
                form.address = spot.address;
            }
            (None, Vec::new())
        }
        Picked::Ask(fault, found) => (Some(fault.map(place_picker::fault).unwrap_or_default()), found),
    };
    Ok(Filled { form, place, asks, found })
}

fn form_of(typed: &Fields) -> MeetingForm {
    let text = |name: &str| typed.get(name).to_owned();
    MeetingForm {
        title: text("title"),
        body: text("body"),
        agenda: text("agenda"),
        kind: text("kind"),
        venue: text("venue"),
        address: text("spot_address"),
        latitude: String::new(),
        longitude: String::new(),
        link: text("link"),
        link_is_private: typed.get("link_is_private") == "on",
        begins_at: text("begins_at"),
        ends_at: text("ends_at"),
        by_registration: typed.get("by_registration") == "on",
        places: text("places"),
        opens_at: text("opens_at"),
        closes_at: text("closes_at"),
    }
}
