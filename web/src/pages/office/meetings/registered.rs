//! Who is registered for a meeting: for the staff alone, and as a file whose taking is noted in the journal.

use super::{Head, bench};
use crate::error::{Error, Reply};
use crate::form::{Fields, Posted, done};
use crate::page::{Page, html};
use crate::pages::office::desk::{Desk, may};
use crate::pages::pagination::{self, Pagination};
use crate::pages::public::Sheet;
use crate::texts::Texts;
use crate::viewer::Staff;
use actions::limits::Purpose;
use actions::meetings;
use askama::Template;
use axum::extract::{Path, Query};
use domain::id::RegistrationId;
use domain::letter_code::grouped;
use domain::meeting::{PlaceState, may_leave};
use domain::permission::{OfficeVerb, may_in_office};
use domain::text;
use http::{HeaderValue, header};
use serde::Deserialize;
use store::registrations::Known;

/// People on a page.
const PER_PAGE: i64 = 50;
/// People of a file: more than a meeting has places.
const FILE: i64 = 40_000;

#[derive(Template)]
#[template(path = "office/meeting_registered.html")]
struct Registered {
    page: Page,
    desk: Desk,
    head: Head,
    people: Vec<Person>,
    pagination: Pagination,
}

/// Somebody who is registered.
struct Person {
    id: String,
    name: String,
    /// An address, or the handle of an account of another server.
    contact: String,
    state: String,
    code: String,
    may_leave: bool,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::pages::office) struct Asked {
    page: String,
}

/// `GET /admin/meetings/{meeting}/registered`.
pub(in crate::pages::office) async fn show(Staff(visit): Staff, Path(meeting): Path<String>, Query(asked): Query<Asked>) -> Reply {
    may_in_office(visit.viewer, OfficeVerb::ReceiveVotes)?;
    let bench = bench(&visit, &meeting).await?;
    let (id, number) = (bench.row.id, pagination::asked(&asked.page));
    let read = visit.web.app.store.read(move |db| store::registrations::page(db, id, pagination::offset(number, PER_PAGE), PER_PAGE));
    let (known, total) = read.await?;
    let (page, desk, head) = bench.open(&visit, "/registered").await?;
    let receives = may(&visit, OfficeVerb::ReceiveVotes);
    let people = known
        .iter()
        .map(|one| {
            let leaves = receives && one.row.state().is_ok_and(|state| may_leave(&bench.terms, state, page.now).is_ok());
            person(&page.t, one, leaves)
        })
        .collect();
    let root = format!("{}/registered", bench.root());
    html(Registered { people, pagination: Pagination::new(total, PER_PAGE, number, |n| format!("{root}?page={n}")), page, desk, head })
}

/// `POST /admin/meetings/{meeting}/registered`: takes a place back for somebody who told an agent.
pub(in crate::pages::office) async fn give_back(Staff(visit): Staff, Path(meeting): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let bench = bench(&visit, &meeting).await?;
    let id = RegistrationId::parse(typed.get("registration")).ok_or(Error::NOT_FOUND)?;
    meetings::give_back(&visit.web.app, visit.viewer, bench.id(), id).await?;
    Ok(done(&format!("{}/registered", bench.root()), "meeting-given-back"))
}

/// `GET /admin/meetings/{meeting}/registered.csv`.
pub(in crate::pages::office) async fn csv(Staff(visit): Staff, Path(meeting): Path<String>) -> Reply {
    let bench = bench(&visit, &meeting).await?;
    visit.web.app.limits.check(Purpose::Download, &visit.client.bucket())?;
    meetings::take_list(&visit.web.app, visit.viewer, bench.id()).await?;
    let id = bench.row.id;
    let (known, _) = visit.web.app.store.read(move |db| store::registrations::page(db, id, 0, FILE)).await?;
    let mut sheet = Sheet::new(["order", "name", "contact", "state", "code", "registered_at"]);
    let t = Texts::new(visit.lang);
    for (number, one) in (1..).zip(&known) {
        let Person { name, contact, code, .. } = person(&t, one, false);
        sheet.line([i64::to_string(&number), name, contact, one.row.state.clone(), code, one.row.created_at.0.to_string()]);
    }
    let mut reply = sheet.reply(&format!("registered-{}", id.0));
    reply.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(reply)
}

// ftl: place-state-*
fn person(t: &Texts, one: &Known, may_leave: bool) -> Person {
    let (name, contact) = match &one.account {
        Some((name, handle, host)) if !host.is_empty() => (text::line(name), format!("@{}@{host}", text::line(handle))),
        Some((name, ..)) => (text::line(name), String::new()),
        None => (one.row.name.clone(), one.row.email.clone().unwrap_or_default()),
    };
    let wants = PlaceState::parse(&one.row.state).is_some_and(PlaceState::wants_to_come);
    Person {
        id: one.row.id.0.to_string(),
        name,
        contact,
        state: t.code("place-state", &one.row.state),
        code: if wants { grouped(&one.row.code) } else { String::new() },
        may_leave,
    }
}
