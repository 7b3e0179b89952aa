//! Calls of other collectivities to carry their consultations: read one, join, say what it means here, leave.

use super::desk::{self, Desk, Section};
use super::show;
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, done};
use crate::page::{Page, html, html_with};
use crate::pages::pagination::{self, Pagination};
use crate::texts::Texts;
use crate::viewer::{Staff, Visit};
use actions::carrying::CarryForm;
use askama::Template;
use axum::extract::{Path, Query};
use domain::carrying::{CallState, CarriedState};
use domain::id::ConsultationId;
use domain::{markup, text};
use serde::Deserialize;
use store::carried::{Call, CallPhase, Carried};
use store::{At, Db, Uid};

/// Calls on a page.
const PER_PAGE: i64 = 50;
/// Most characters of a word for an address.
const SLUG_MAX: usize = 60;

#[derive(Template)]
#[template(path = "office/calls.html")]
struct Calls {
    page: Page,
    desk: Desk,
    rows: Vec<Row>,
    pagination: Pagination,
}

/// A call in the list.
struct Row {
    path: String,
    title: String,
    organiser: String,
    state: Standing,
    heard: At,
}

/// How it stands here.
struct Standing {
    label: String,
    tone: &'static str,
    icon: &'static str,
}

#[derive(Template)]
#[template(path = "office/call.html")]
struct Show {
    page: Page,
    desk: Desk,
    path: String,
    call: Call,
    organiser: String,
    official: bool,
    state: Standing,
    /// The texts, as safe HTML, each with its title.
    parts: Vec<(String, String)>,
    rules: String,
    phases: Vec<CallPhase>,
    themes: Vec<String>,
    can_join: bool,
    can_leave: bool,
    /// The consultation here: its slug, whether everybody sees it.
    here: Option<(String, bool)>,
    asked: Option<At>,
    slug: String,
    slug_max: usize,
    introduction: String,
    introduction_max: usize,
    faults: Faulty,
}

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: String,
}

/// A form, as it was sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    slug: String,
    introduction: String,
}

/// `GET /admin/calls`.
pub(super) async fn list(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    let (page, desk) = desk::open(&visit, Section::Consultations, "calls-title").await?;
    let number = pagination::asked(&asked.page);
    let read = move |db: &mut Db| {
        let calls = store::carried::calls(db, PER_PAGE, pagination::offset(number, PER_PAGE))?;
        Ok::<_, store::Error>((calls, store::carried::count_calls(db)?))
    };
    let (calls, total) = visit.web.app.store.read(read).await?;
    let row = |(call, organiser, carried): (Call, String, Option<Carried>)| Row {
        path: format!("/admin/calls/{}", call.id.0),
        state: Standing::of(&page.t, &call, carried.as_ref()),
        title: call.title,
        organiser: text::line(&organiser),
        heard: call.heard_at,
    };
    let rows = calls.into_iter().map(row).collect();
    let pagination = Pagination::new(total, PER_PAGE, number, |n| format!("/admin/calls?page={n}"));
    html(Calls { page, desk, rows, pagination })
}

/// `GET /admin/calls/{id}`.
pub(super) async fn show(Staff(visit): Staff, Path(id): Path<String>) -> Reply {
    page(&visit, &id, None, actions::Faults::new()).await
}

/// `POST /admin/calls/{id}`.
pub(super) async fn join(Staff(visit): Staff, Path(id): Path<String>, Posted(typed): Posted<Typed>) -> Reply {
    let form = CarryForm { slug: typed.slug.clone(), introduction: typed.introduction.clone() };
    match actions::carrying::join(&visit.web.app, visit.viewer, uid(&id)?, &form).await {
        Ok(_) => Ok(done(&format!("/admin/calls/{id}"), "calls-asked")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &id, Some(typed), faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/calls/{id}/introduction`.
pub(super) async fn introduce(Staff(visit): Staff, Path(id): Path<String>, Posted(typed): Posted<Typed>) -> Reply {
    let slug = slug_here(&visit, &id).await?;
    match actions::carrying::introduce(&visit.web.app, visit.viewer, &slug, &typed.introduction).await {
        Ok(()) => Ok(done(&format!("/admin/calls/{id}"), "office-saved")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &id, Some(typed), faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/calls/{id}/leave`.
pub(super) async fn leave(Staff(visit): Staff, Path(id): Path<String>, _: Posted<Fields>) -> Reply {
    let slug = slug_here(&visit, &id).await?;
    actions::carrying::leave(&visit.web.app, visit.viewer, &slug).await?;
    Ok(done(&format!("/admin/calls/{id}"), "calls-left"))
}

fn uid(id: &str) -> Result<Uid, Error> {
    ConsultationId::parse(id).map(Uid::of).ok_or(Error::NOT_FOUND)
}

/// The word in the address of the consultation that answers a call.
async fn slug_here(visit: &Visit, id: &str) -> Result<String, Error> {
    desk::enter(visit, Section::Consultations)?;
    let call = uid(id)?;
    let read = move |db: &mut Db| {
        let Some(carried) = store::carried::of_call(db, call)? else { return Ok(None) };
        store::consultations::find(db, carried.consultation_id)
    };
    Ok(visit.web.app.store.read(read).await?.ok_or(Error::NOT_FOUND)?.slug)
}

async fn page(visit: &Visit, id: &str, typed: Option<Typed>, faults: actions::Faults) -> Reply {
    let id = uid(id)?;
    desk::enter(visit, Section::Consultations)?;
    let read = move |db: &mut Db| {
        let Some(call) = store::carried::call(db, id)? else { return Ok(None) };
        let organiser = store::actors::find(db, call.organiser_id)?.map(|actor| actor.display_name).unwrap_or_default();
        let official = store::trust::is_official(db, call.organiser_id)?;
        let carried = store::carried::of_call(db, id)?;
        let here = match &carried {
            Some(carried) => store::consultations::find(db, carried.consultation_id)?,
            None => None,
        };
        let (phases, themes) = (store::carried::phases(db, id)?, store::carried::themes(db, id)?);
        Ok::<_, store::Error>(Some((call, organiser, official, carried, here, phases, themes)))
    };
    let found = visit.web.app.store.read(read).await?;
    let (call, organiser, official, carried, here, phases, themes) = found.ok_or(Error::NOT_FOUND)?;
    let (page, desk) = desk::open(visit, Section::Consultations, call.title.clone()).await?;
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let state = carried.as_ref().and_then(|carried| CarriedState::parse(&carried.state));
    let typed = typed.unwrap_or_else(|| Typed {
        slug: String::new(),
        introduction: carried.as_ref().map(|carried| carried.introduction.clone()).unwrap_or_default(),
    });
    let view = Show {
        path: format!("/admin/calls/{}", call.id.0),
        organiser: text::line(&organiser),
        official,
        state: Standing::of(&page.t, &call, carried.as_ref()),
        parts: parts(&page.t, &call),
        rules: markup::to_html(&call.rules),
        phases,
        themes,
        can_join: CallState::parse(&call.state) == Some(CallState::Open) && state != Some(CarriedState::Joined),
        can_leave: matches!(state, Some(CarriedState::Joined | CarriedState::Asked)),
        here: here.map(|here| (here.slug, here.published_at.is_some())),
        asked: carried.as_ref().filter(|_| state == Some(CarriedState::Asked)).map(|carried| carried.asked_at),
        slug: typed.slug,
        slug_max: SLUG_MAX,
        introduction: typed.introduction,
        introduction_max: text::BODY_MAX,
        call,
        faults,
        page,
        desk,
    };
    html_with(status, view)
}

fn parts(t: &Texts, call: &Call) -> Vec<(String, String)> {
    [
        ("consultation-about", &call.introduction),
        ("consultation-stakes", &call.stakes),
        ("consultation-settled", &call.settled),
        ("consultation-open-points", &call.open_points),
        ("consultation-use", &call.input_use),
    ]
    .into_iter()
    .filter(|(_, text)| !text.trim().is_empty())
    .map(|(key, text)| (t.get(key), markup::to_html(text)))
    .collect()
}

impl Standing {
    // ftl: calls-state-*
    fn of(t: &Texts, call: &Call, carried: Option<&Carried>) -> Self {
        let carried = carried.and_then(|carried| CarriedState::parse(&carried.state));
        let (code, tone, icon) = match (carried, CallState::parse(&call.state)) {
            (Some(CarriedState::Joined), Some(CallState::Gone)) | (None, Some(CallState::Gone) | None) => ("gone", "quiet", "close"),
            (Some(CarriedState::Joined), _) => ("joined", "ok", "check"),
            (Some(CarriedState::Asked), _) => ("asked", "warn", "hourglass"),
            (Some(CarriedState::Refused), _) => ("refused", "bad", "x-circle"),
            (Some(CarriedState::Left), _) => ("left", "quiet", "close"),
            (None, Some(CallState::Open)) => ("open", "info", "megaphone"),
            (None, Some(CallState::Withdrawn)) => ("withdrawn", "quiet", "lock"),
        };
        Self { label: t.code("calls-state", code), tone, icon }
    }
}
