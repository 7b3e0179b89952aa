//! The page of a meeting, and the form with which one registers.

use super::{Found, dated, find, is_full, path, prepares, state};
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::pages::public::items::Item;
use crate::pages::public::limit_key;
use crate::pages::public::rich::Html;
use crate::pages::public::states::State;
use crate::viewer::Visit;
use actions::limits::Purpose;
use actions::meetings;
use askama::Template;
use axum::extract::Path;
use domain::markup;
use domain::meeting::{self, MeetingState, PlaceState};
use http::StatusCode;
use store::registrations::Registration;
use store::views::cards;
use store::{Uid, meetings::Meeting};

/// Contributions made at the meeting that its page shows.
const SAID: i64 = 50;

#[derive(Template)]
#[template(path = "meeting.html")]
struct Show {
    page: Page,
    path: String,
    lang: String,
    state: Option<State>,
    when: Html,
    kind: String,
    facts: Facts,
    /// Why it was called off.
    cancelled: Option<String>,
    held: bool,
    body: String,
    agenda: String,
    minutes: String,
    minutes_at: Option<store::At>,
    said: Vec<Item>,
    register: Register,
    form: Form,
    faults: Faulty,
    /// Where the staff looks after it.
    office: Option<String>,
}

/// Where it is, and how many come.
struct Facts {
    venue: String,
    address: String,
    online: bool,
    /// Where one joins, for who may see it.
    link: Option<String>,
    /// Whether that is for those who have a place.
    link_is_private: bool,
    /// How many have a place, or were there, in words; empty where one does not register.
    count: String,
}

/// What one can do about a place.
struct Register {
    /// The path and the state of the viewer's own registration.
    own: Option<(String, State)>,
    open: bool,
    full: bool,
    /// From when it will be open.
    from: Option<store::At>,
    /// Until when it is.
    until: store::At,
    by_registration: bool,
}

/// The form of somebody without an account.
#[derive(Default)]
struct Form {
    name: String,
    email: String,
}

/// `GET /meetings/{meeting}`.
pub(in crate::pages::public) async fn show(visit: Visit, Path(id): Path<String>) -> Reply {
    page(&visit, &id, Form::default(), Faulty::none()).await
}

/// `POST /meetings/{meeting}`: a place for the account, or a letter to the address.
pub(in crate::pages::public) async fn register(visit: Visit, Path(id): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let (app, shown) = (&visit.web.app, id.clone());
    let found = app.store.read(move |db| find(db, (false, &shown))).await?;
    let meeting = found.row.id.to();
    if visit.me.is_some() {
        app.limits.check(Purpose::Support, &limit_key(visit.viewer.actor))?;
        let state = meetings::register(app, visit.viewer, meeting, visit.lang).await?;
        return Ok(done(&path(found.row.id), if state == PlaceState::Waiting { "meeting-waiting" } else { "meeting-registered" }));
    }
    app.limits.check(Purpose::Letter, &visit.client.bucket())?;
    match meetings::ask(app, meeting, typed.get("email"), typed.get("name"), visit.lang).await {
        Ok(()) => Ok(done(&path(found.row.id), "meeting-asked")),
        Err(actions::Error::Faulty(faults)) => {
            let texts = crate::texts::Texts::new(visit.lang);
            let form = Form { name: typed.get("name").to_owned(), email: typed.get("email").to_owned() };
            page(&visit, &id, form, Faulty::new(&texts, &faults)).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(visit: &Visit, id: &str, form: Form, faults: Faulty) -> Reply {
    let (staff, actor, id) = (visit.viewer.role.is_staff(), visit.viewer.actor.map(Uid::of), id.to_owned());
    let read = visit.web.app.store.read(move |db| {
        let found = find(db, (staff, &id))?;
        let own = actor.map(|actor| store::registrations::of_actor(db, found.row.id, actor)).transpose()?.flatten();
        let said = store::meetings::contributions(db, found.row.id, SAID)?;
        let said = cards::by_ids(db, &said, None)?;
        Ok::<_, Error>((found, own, said))
    });
    let (found, own, said) = read.await?;
    if found.terms.state == MeetingState::Draft && !prepares(visit) {
        return Err(Error::NOT_FOUND);
    }
    let page = found.page(visit).await?.with_faults(!faults.is_empty());
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let row = &found.row;
    let place = own.as_ref().map(Registration::state).transpose()?.filter(|state| *state != PlaceState::Asked);
    let shown = said.iter().filter(|card| card.contribution.is_shown());
    let view = Show {
        path: path(row.id),
        lang: row.lang.clone(),
        state: state(&page, row, &found.terms),
        when: dated(&page, row),
        // ftl: meeting-kind-*
        kind: page.t.code("meeting-kind", &row.kind),
        facts: Facts::new(&page, row, place, visit.viewer.role.is_staff())?,
        cancelled: (found.terms.state == MeetingState::Cancelled).then(|| row.cancel_reason.clone()),
        held: found.terms.was_held(page.now),
        body: markup::to_html(&row.body),
        agenda: markup::to_html(&row.agenda),
        minutes: markup::to_html(&row.minutes),
        minutes_at: row.minutes_at,
        said: shown.map(|card| Item::across(&page.t, card)).collect(),
        register: Register::new(&page, &found, own.as_ref().zip(place)),
        form,
        faults,
        office: prepares(visit).then(|| format!("/admin/meetings/{}", row.id.0)),
        page,
    };
    html_with(status, view)
}

impl Facts {
    pub(super) fn new(page: &Page, row: &Meeting, place: Option<PlaceState>, staff: bool) -> Result<Self, Error> {
        let may_see = !row.link_is_private || staff || place.is_some_and(PlaceState::takes_a_place);
        let over = row.ends_at.0 <= page.now;
        Ok(Self {
            venue: row.venue.clone(),
            address: row.address.clone(),
            online: row.kind()?.has_link(),
            link: Some(row.link.clone()).filter(|link| may_see && !over && !link.is_empty()),
            link_is_private: row.link_is_private && !row.link.is_empty() && !over,
            count: count(page, row),
        })
    }
}

/// How many have a place; once it is over, how many came.
fn count(page: &Page, row: &Meeting) -> String {
    if row.attended_count > 0 && row.ends_at.0 <= page.now {
        return page.t.count("meeting-attended", row.attended_count);
    }
    match row.places {
        _ if !row.by_registration || row.ends_at.0 <= page.now => String::new(),
        Some(places) if row.waiting_count > 0 => {
            page.t.with2("meeting-places-waiting", "places", i64::from(places), "count", i64::from(row.waiting_count))
        }
        Some(places) => {
            page.t.with2("meeting-places-left", "count", i64::from((places - row.taken_count).max(0)), "places", i64::from(places))
        }
        None => page.t.count("meeting-registered-count", row.taken_count),
    }
}

impl Register {
    fn new(page: &Page, found: &Found, own: Option<(&Registration, PlaceState)>) -> Self {
        let (row, terms) = (&found.row, &found.terms);
        Self {
            own: own.map(|(one, state)| (meetings::ticket(&page.instance.secret, one), place_state(page, state))),
            open: meeting::may_register(terms, page.now).is_ok() && own.is_none_or(|(_, state)| state == PlaceState::Cancelled),
            full: is_full(row, terms, page),
            from: row.opens_at.filter(|at| at.0 > page.now && terms.state == MeetingState::Published),
            until: store::At(terms.deadline()),
            by_registration: row.by_registration,
        }
    }
}

/// Where somebody's registration stands, in words.
// ftl: place-state-*
pub(super) fn place_state(page: &Page, state: PlaceState) -> State {
    let (tone, icon) = match state {
        PlaceState::Asked => ("info", "mail"),
        PlaceState::Registered => ("ok", "check-circle"),
        PlaceState::Waiting => ("warn", "hourglass"),
        PlaceState::Cancelled => ("quiet", "x-circle"),
        PlaceState::Attended => ("ok", "badge-check"),
    };
    State { tone, icon, label: page.t.code("place-state", state.code()) }
}
