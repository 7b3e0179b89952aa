//! The collectivities of other servers that ours recognises, or is asked to: the list, and where one is looked up.

use super::desk::{self, Desk, Section};
use super::network::{self, Asked, PER_PAGE, Tab};
use super::show;
use crate::error::{Error, Reply};
use crate::form::{Faulty, Posted, see};
use crate::page::{Page, html_with};
use crate::pages::pagination::{self, Pagination};
use crate::texts::Texts;
use crate::viewer::{Staff, Visit};
use actions::limits::Purpose;
use actions::outside::{self, Openness, Outside};
use askama::Template;
use axum::extract::Query;
use domain::text;
use serde::Deserialize;
use store::At;
use store::peers::HostRule;
use store::trust::RecognitionState;
use store::views::network::Exchange;

/// Most characters of an address.
const ADDRESS_MAX: usize = 500;

#[derive(Template)]
#[template(path = "office/recognitions.html")]
struct Recognitions {
    page: Page,
    desk: Desk,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    pagination: Pagination,
    address: String,
    address_max: usize,
    faults: Faulty,
}

/// An exchange.
struct Line {
    path: String,
    name: String,
    handle: String,
    state: State,
    at: At,
}

/// How an exchange stands: its code, tone and icon.
#[derive(Debug, Clone, Copy)]
pub(super) struct State {
    pub(super) code: &'static str,
    pub(super) tone: &'static str,
    pub(super) icon: &'static str,
}

/// The form, as it was sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    address: String,
}

/// `GET /admin/network/official`.
pub(super) async fn list(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    page(&visit, &asked.page, String::new(), Faulty::none()).await
}

/// `POST /admin/network/official`: asks the server of a collectivity what it says of itself.
// ftl: elsewhere-trouble-*
pub(super) async fn look(Staff(visit): Staff, Posted(typed): Posted<Typed>) -> Reply {
    desk::enter(&visit, Section::Network)?;
    let Some(door) = visit.web.outside.clone().filter(|door| door.openness() != Openness::Closed) else { return Err(Error::NOT_FOUND) };
    visit.web.app.limits.check(Purpose::Elsewhere, &visit.client.bucket())?;
    let address: String = typed.address.trim().chars().take(ADDRESS_MAX).collect();
    allow(&visit, &*door, &address).await?;
    match door.collectivity(&address).await {
        Ok(actor) => Ok(see(&format!("/admin/network/official/{}", actor.0))),
        Err(outside::Error::Trouble(trouble)) => {
            let mut faults = Faulty::none();
            faults.add("address", Texts::new(visit.lang).code("elsewhere-trouble", trouble.code()));
            page(&visit, "", address, faults).await
        }
        Err(outside::Error::Action(error)) => Err(error.into()),
    }
}

/// Where only territories on the list may talk to us, an administrator who looks one up here puts it there: that is what they want. A server that
/// is blocked stays so.
async fn allow(visit: &Visit, door: &dyn Outside, address: &str) -> Result<(), Error> {
    let Some(host) = actions::abroad::host_in(address).filter(|_| door.openness() == Openness::Territories) else { return Ok(()) };
    let rules = visit.web.app.store.read(|db| store::peers::rules(db, 10_000)).await?;
    let governed = store::peers::governing(&host, |name| rules.iter().find(|rule| rule.host == name).map(drop));
    if governed.is_some() {
        return Ok(());
    }
    let note = Texts::new(visit.lang).get("recognition-listed");
    Ok(actions::abroad::rule(&visit.web.app, visit.viewer, &host, HostRule::Allowed, &note).await.map(drop)?)
}

// ftl: recognition-state-*
async fn page(visit: &Visit, asked: &str, address: String, faults: Faulty) -> Reply {
    let (page, desk) = desk::open(visit, Section::Network, "recognition-title").await?;
    let number = pagination::asked(asked);
    let read = visit.web.app.store.read(move |db| store::views::network::exchanges(db, PER_PAGE, pagination::offset(number, PER_PAGE)));
    let (rows, total) = read.await?;
    let (page, status) = show::told(page, &faults);
    let view = Recognitions {
        tabs: network::tabs(&page.t, "official"),
        lines: rows.iter().map(Line::new).collect(),
        pagination: Pagination::new(total, PER_PAGE, number, |n| format!("/admin/network/official?page={n}")),
        address,
        address_max: ADDRESS_MAX,
        faults,
        page,
        desk,
    };
    html_with(status, view)
}

impl Line {
    fn new(found: &Exchange) -> Self {
        let handle = format!("@{}@{}", text::line(&found.username), found.host);
        let name = text::line(&found.name);
        let one = &found.recognition;
        Self {
            path: format!("/admin/network/official/{}", one.actor_id.0),
            name: if name.is_empty() { handle.clone() } else { name },
            handle,
            state: State::of(one),
            at: one.ended_at.or(one.answered_at).unwrap_or(one.proposed_at),
        }
    }
}

impl State {
    /// How an exchange is shown.
    pub(super) fn of(found: &store::trust::Recognition) -> Self {
        let (code, tone, icon) = match (RecognitionState::parse(&found.state), found.ours) {
            (Some(RecognitionState::Proposed), true) => ("sent", "info", "hourglass"),
            (Some(RecognitionState::Proposed), false) => ("received", "warn", "mail"),
            (Some(RecognitionState::Held), _) => ("held", "warn", "alert"),
            (Some(RecognitionState::Official), _) => ("official", "ok", "badge-check"),
            (Some(RecognitionState::Refused), true) => ("declined", "quiet", "x-circle"),
            (Some(RecognitionState::Refused), false) => ("refused", "quiet", "x-circle"),
            (Some(RecognitionState::Ended) | None, _) if found.ended_here => ("ended", "quiet", "undo"),
            (Some(RecognitionState::Ended) | None, _) => ("left", "quiet", "undo"),
        };
        Self { code, tone, icon }
    }
}
