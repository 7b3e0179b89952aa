//! Open a consultation to other territories: to whom, under which rules, and who carries it.

use super::desk::{self, Desk, Section};
use super::editor::{self, Head};
use super::show::{self, Choice};
use crate::error::Reply;
use crate::form::{Faulty, Fields, Posted, done, see};
use crate::page::{Page, html_with};
use crate::pages::pagination::{self, Pagination};
use crate::texts::Texts;
use crate::viewer::{Staff, Visit};
use actions::carrying::OfferForm;
use askama::Template;
use axum::extract::{Path, Query};
use domain::carrying::{Called, CarrierState};
use domain::text;
use serde::Deserialize;
use store::carrying::{NamedCarrier, Offered};
use store::views::page::Frame;
use store::{At, Db};

/// Carriers on the page.
const PER_PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "office/territories.html")]
struct Territories {
    page: Page,
    desk: Desk,
    head: Head,
    open: bool,
    reaches: Vec<Choice>,
    rules: String,
    rules_max: usize,
    chosen: i64,
    carriers: Vec<Line>,
    pagination: Pagination,
    faults: Faulty,
}

/// A territory.
struct Line {
    id: String,
    carries: bool,
    /// Whether it left: what it counted can still be taken away.
    left: bool,
    name: String,
    host: String,
    page: Option<String>,
    state: String,
    tone: &'static str,
    icon: &'static str,
    since: At,
}

/// What was typed, or what is kept.
struct Typed {
    reach: String,
    rules: String,
}

/// Which page of carriers.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: String,
}

/// `GET /admin/consultations/{slug}/territories`.
pub(super) async fn show(Staff(visit): Staff, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    // What another collectivity decides is opened by it alone.
    if let Some(origin) = &frame.origin {
        return Ok(see(&format!("/admin/calls/{}", origin.call.id.0)));
    }
    page(&visit, &frame, (None, pagination::asked(&asked.page)), actions::Faults::new()).await
}

/// `POST /admin/consultations/{slug}/territories`.
pub(super) async fn save(Staff(visit): Staff, Path(slug): Path<String>, Posted(fields): Posted<Fields>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let typed = Typed { reach: fields.get("reach").to_owned(), rules: fields.get("rules").to_owned() };
    // Whom it is for is chosen on a page of its own.
    let form = OfferForm { reach: typed.reach.clone(), rules: typed.rules.clone(), chosen: Vec::new() };
    match actions::carrying::offer(&visit.web.app, visit.viewer, &slug, &form).await {
        Ok(()) => Ok(done(&format!("/admin/consultations/{slug}/territories"), "territories-opened")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &frame, (Some(typed), 1), faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/consultations/{slug}/territories/close`.
pub(super) async fn close(Staff(visit): Staff, Path(slug): Path<String>, _: Posted<Fields>) -> Reply {
    actions::carrying::withdraw(&visit.web.app, visit.viewer, &slug).await?;
    Ok(done(&format!("/admin/consultations/{slug}/territories"), "territories-closed"))
}

/// `POST /admin/consultations/{slug}/territories/dismiss`.
pub(super) async fn dismiss(Staff(visit): Staff, Path(slug): Path<String>, Posted(fields): Posted<Fields>) -> Reply {
    let territory = domain::id::ActorId::parse(fields.get("territory")).ok_or(crate::error::Error::NOT_FOUND)?;
    actions::carrying::dismiss(&visit.web.app, visit.viewer, &slug, territory).await?;
    Ok(done(&format!("/admin/consultations/{slug}/territories"), "territories-dismissed"))
}

async fn page(visit: &Visit, frame: &Frame, (typed, number): (Option<Typed>, i64), faults: actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Consultations, frame.consultation.title.clone()).await?;
    let id = frame.consultation.id;
    let read = move |db: &mut Db| {
        let offered = store::carrying::offered(db, id)?;
        let total = store::carrying::count_all(db, id)?;
        let number = number.min(pagination::pages(total, PER_PAGE));
        let carriers = store::carrying::carriers(db, id, PER_PAGE, pagination::offset(number, PER_PAGE))?;
        let chosen = store::carrying::choosing::count_chosen(db, id)?;
        Ok::<_, store::Error>((offered, carriers, (chosen, total, number)))
    };
    let (offered, carriers, (chosen, total, number)) = visit.web.app.store.read(read).await?;
    let typed = typed.unwrap_or_else(|| Typed::kept(offered.as_ref()));
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let slug = &frame.consultation.slug;
    let view = Territories {
        head: editor::head(&page.t, frame, visit.web.app.now(), "/territories"),
        open: offered.is_some_and(|offered| offered.withdrawn_at.is_none()),
        reaches: reaches(&page.t, &typed.reach),
        chosen,
        pagination: Pagination::new(total, PER_PAGE, number, |n| format!("/admin/consultations/{slug}/territories?page={n}")),
        carriers: carriers.iter().map(|row| Line::new(&page.t, row)).collect(),
        rules: typed.rules,
        rules_max: text::BODY_MAX,
        faults,
        page,
        desk,
    };
    html_with(status, view)
}

// ftl: territories-reach-* territories-reach-hint-*
fn reaches(t: &Texts, chosen: &str) -> Vec<Choice> {
    let choice = |reach: &Called| {
        let code = reach.code();
        Choice::new(code, t.code("territories-reach", code), code == chosen).hint(t.code("territories-reach-hint", code))
    };
    Called::ALL.iter().map(choice).collect()
}

impl Typed {
    fn kept(offered: Option<&Offered>) -> Self {
        Self {
            reach: offered.map_or(Called::Official.code().to_owned(), |offered| offered.reach.clone()),
            rules: offered.map(|offered| offered.rules.clone()).unwrap_or_default(),
        }
    }
}

impl Line {
    // ftl: carrier-state-*
    fn new(t: &Texts, row: &NamedCarrier) -> Self {
        let (tone, icon) = match CarrierState::parse(&row.carrier.state) {
            Some(CarrierState::Joined) => ("ok", "check"),
            Some(CarrierState::Invited) => ("info", "mail"),
            Some(CarrierState::Left | CarrierState::Refused) | None => ("quiet", "close"),
        };
        let name = text::line(&row.name);
        Self {
            id: row.carrier.actor_id.0.to_string(),
            carries: matches!(CarrierState::parse(&row.carrier.state), Some(CarrierState::Joined | CarrierState::Invited)),
            left: CarrierState::parse(&row.carrier.state) == Some(CarrierState::Left),
            name: if name.is_empty() { row.host.clone() } else { name },
            host: row.host.clone(),
            page: row.carrier.page.clone(),
            state: t.code("carrier-state", &row.carrier.state),
            tone,
            icon,
            since: row.carrier.since,
        }
    }
}
