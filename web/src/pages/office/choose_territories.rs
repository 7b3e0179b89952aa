//! Choose, by name, the territories that a consultation is offered to: page by page, or all that are found.

use super::desk::{self, Desk, Section};
use super::editor::{self, Head};
use super::show::{self, Choice};
use crate::error::Reply;
use crate::form::{Faulty, Fields, Posted, done, encode, see};
use crate::page::{Page, html_with};
use crate::pages::pagination::{self, Pagination};
use crate::texts::Texts;
use crate::viewer::{Staff, Visit};
use actions::carrying::Choosing;
use askama::Template;
use axum::extract::{Path, Query};
use domain::carrying::CarrierState;
use domain::territory::TerritoryKind;
use domain::text::{self, Fault};
use serde::Deserialize;
use store::carrying::choosing::{self, Choosable, Filter};
use store::views::page::Frame;
use store::{Db, Uid};

/// Territories on a page.
const PER_PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "office/choose_territories.html")]
struct Territories {
    page: Page,
    desk: Desk,
    head: Head,
    q: String,
    kinds: Vec<Choice>,
    parent: String,
    only: bool,
    total: i64,
    chosen: i64,
    number: i64,
    lines: Vec<Line>,
    pagination: Pagination,
    faults: Faulty,
}

/// A territory of the list.
struct Line {
    id: String,
    name: String,
    host: String,
    /// What it says of itself; may be empty.
    about: String,
    ticked: bool,
    /// Whether it is chosen, and its state in a word.
    state: Option<(&'static str, &'static str, String)>,
    /// Whether it can be ticked: it does not carry the consultation, nor did.
    free: bool,
}

/// What the address asks for, or the form sends back.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    kind: String,
    parent: String,
    only: String,
    page: String,
}

impl Asked {
    fn of(fields: &Fields) -> Self {
        let get = |name: &str| fields.get(name).to_owned();
        Self { q: get("q"), kind: get("kind"), parent: get("parent"), only: get("only"), page: get("page") }
    }

    /// What is looked for, and what is wrong with how it was asked.
    fn filter(&self) -> (Filter, actions::Faults) {
        let mut faults = actions::Faults::new();
        let mut read = |name: &'static str, typed: &str| {
            text::bounded_line(typed, 0, text::NAME_MAX).unwrap_or_else(|fault| {
                faults.push((name, fault));
                String::new()
            })
        };
        let (name, parent) = (read("q", &self.q), read("parent", &self.parent));
        let kind = TerritoryKind::parse(&self.kind);
        if kind.is_none() && !self.kind.is_empty() {
            faults.push(("kind", Fault::Choice));
        }
        (Filter { name, kind, parent, chosen: self.only == "chosen" }, faults)
    }

    fn path(&self, slug: &str, number: i64) -> String {
        let (q, kind, parent, only) = (encode(&self.q), encode(&self.kind), encode(&self.parent), encode(&self.only));
        format!("/admin/consultations/{slug}/territories/choose?q={q}&kind={kind}&parent={parent}&only={only}&page={number}")
    }
}

/// `GET /admin/consultations/{slug}/territories/choose`.
pub(super) async fn show(Staff(visit): Staff, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    // What another collectivity decides is opened by it alone.
    if let Some(origin) = &frame.origin {
        return Ok(see(&format!("/admin/calls/{}", origin.call.id.0)));
    }
    page(&visit, &frame, (&asked, &[]), actions::Faults::new()).await
}

/// `POST /admin/consultations/{slug}/territories/choose`.
pub(super) async fn save(Staff(visit): Staff, Path(slug): Path<String>, Posted(fields): Posted<Fields>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let asked = Asked::of(&fields);
    let ticked: Vec<String> = fields.iter().filter(|(name, _)| *name == "chosen").map(|(_, id)| id.to_owned()).collect();
    let ids = ticked.iter().filter_map(|id| domain::id::ActorId::parse(id)).map(Uid::of).collect();
    let (filter, faults) = asked.filter();
    let choosing = match fields.get("act") {
        "add" => Choosing::Add(ids),
        "remove" => Choosing::Remove(ids),
        "all" if faults.is_empty() => Choosing::AddAll(filter),
        "all" => return page(&visit, &frame, (&asked, &ticked), Vec::new()).await,
        _other => return page(&visit, &frame, (&asked, &ticked), vec![("act", Fault::Choice)]).await,
    };
    match actions::carrying::choose(&visit.web.app, visit.viewer, &slug, choosing).await {
        Ok(_count) => Ok(done(&asked.path(&slug, pagination::asked(&asked.page)), "territories-chosen")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &frame, (&asked, &ticked), faults).await,
        Err(other) => Err(other.into()),
    }
}

// ftl: territory-kind-*
async fn page(visit: &Visit, frame: &Frame, (asked, ticked): (&Asked, &[String]), mut faults: actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Consultations, frame.consultation.title.clone()).await?;
    let (filter, wrong) = asked.filter();
    faults.extend(wrong);
    let (id, looked, number) = (frame.consultation.id, filter.clone(), pagination::asked(&asked.page));
    let read = move |db: &mut Db| {
        let total = choosing::count(db, id, &looked)?;
        let number = number.min(pagination::pages(total, PER_PAGE));
        let found = choosing::page(db, id, &looked, pagination::offset(number, PER_PAGE), PER_PAGE)?;
        Ok::<_, store::Error>((found, total, choosing::count_chosen(db, id)?, number))
    };
    let (found, total, chosen, number) = visit.web.app.store.read(read).await?;
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let kind = |kind: &TerritoryKind| Choice::new(kind.code(), page.t.code("territory-kind", kind.code()), filter.kind == Some(*kind));
    let slug = &frame.consultation.slug;
    let view = Territories {
        head: editor::head(&page.t, frame, visit.web.app.now(), "/territories"),
        q: asked.q.clone(),
        kinds: TerritoryKind::ALL.iter().map(kind).collect(),
        parent: asked.parent.clone(),
        only: filter.chosen,
        total,
        chosen,
        number,
        lines: found.iter().map(|one| Line::new(&page.t, one, ticked)).collect(),
        pagination: Pagination::new(total, PER_PAGE, number, |n| asked.path(slug, n)),
        faults,
        page,
        desk,
    };
    html_with(status, view)
}

impl Line {
    // ftl: carrier-state-* territory-kind-*
    fn new(t: &Texts, one: &Choosable, ticked: &[String]) -> Self {
        let state = CarrierState::parse(&one.state).filter(|state| *state != CarrierState::Refused);
        let tone = |state: CarrierState| match state {
            CarrierState::Joined => ("ok", "check"),
            CarrierState::Invited => ("info", "mail"),
            CarrierState::Left | CarrierState::Refused => ("quiet", "close"),
        };
        let (id, name) = (one.id.0.to_string(), text::line(&one.name));
        let kind = TerritoryKind::parse(&one.kind).map(|kind| t.code("territory-kind", kind.code()));
        let about: Vec<String> = kind.into_iter().chain(Some(text::line(&one.parent))).filter(|part| !part.is_empty()).collect();
        Self {
            ticked: ticked.contains(&id),
            id,
            name: if name.is_empty() { one.host.clone() } else { name },
            host: one.host.clone(),
            about: about.join(" · "),
            free: state.is_none_or(|state| state == CarrierState::Invited),
            state: state.map(|state| {
                let (tone, icon) = tone(state);
                (tone, icon, t.code("carrier-state", state.code()))
            }),
        }
    }
}
