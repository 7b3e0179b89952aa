//! "Je souhaite…": the door of the back office for a small town. Each démarche asks few questions, explains each, sets the rest and makes a draft.

mod answers;
mod drafts;
mod fund;
mod made;
mod make;
mod open_data;
mod proposal;
mod report;

use super::desk::{self, Desk, Section};
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::routes::table;
use crate::viewer::{Staff, Visit};
use askama::Template;
use domain::actor::Role;
use domain::permission::{OfficeVerb, may_in_office};

table! {
    /// The routes of the démarches.
    routes, ROUTES:
    "/admin/start" => get show;
    "/admin/start/consult" => get drafts::consult, post drafts::send_consult;
    "/admin/start/concert" => get drafts::concert, post drafts::send_concert;
    "/admin/start/budget" => get drafts::budget, post drafts::send_budget;
    "/admin/start/made/{slug}" => get made::show;
    "/admin/start/report" => get report::show, post report::send;
    "/admin/start/report/made" => get report::made, post report::open;
    "/admin/start/report/previews" => get report::previewed, post report::share;
    "/admin/start/report/previews/end" => post report::take_back;
    "/admin/start/open-data" => get open_data::show, post open_data::send;
    "/admin/start/open-data/made" => get open_data::made, post open_data::publish;
    "/admin/start/open-data/previews" => get open_data::previewed, post open_data::share;
    "/admin/start/open-data/previews/end" => post open_data::take_back;
    "/admin/start/fund" => get fund::show, post fund::send;
    "/admin/start/fund/{funding}" => get fund::made;
}

#[derive(Template)]
#[template(path = "office/start/home.html")]
struct Start {
    page: Page,
    desk: Desk,
    cards: Vec<Card>,
}

/// A démarche.
struct Card {
    path: &'static str,
    icon: &'static str,
    title: String,
    brings: String,
    lasts: String,
    asks: String,
    /// Who does it, where the reader may not.
    by: Option<String>,
}

/// Most administrators who are named.
const NAMED: i64 = 5;

/// `GET /admin/start`.
// ftl: start-card-*
async fn show(Staff(visit): Staff) -> Reply {
    let (page, desk) = desk::open(&visit, Section::Consultations, "start-title").await?;
    let card = |(path, code, icon): (&'static str, &str, &'static str)| {
        let text = |part: &str| page.t.get(&format!("start-card-{code}{part}"));
        Card { path, icon, title: text(""), brings: text("-brings"), lasts: text("-lasts"), asks: text("-asks"), by: None }
    };
    let known = [
        ("/admin/start/consult", "consult", "megaphone"),
        ("/admin/start/concert", "concert", "layers"),
        ("/admin/start/report", "report", "map-pin"),
        ("/admin/start/budget", "budget", "target"),
        ("/admin/start/fund", "fund", "support"),
    ];
    // What the whole collectivity publishes is decided by whoever decides on its settings.
    let settles = may_in_office(visit.viewer, OfficeVerb::ChangeSettings).is_ok();
    let mut cards: Vec<Card> = known.into_iter().map(card).collect();
    let by = if settles { None } else { Some(administrators(&visit, &page).await?) };
    cards.push(Card { by, ..card(("/admin/start/open-data", "open_data", "download")) });
    html(Start { cards, page, desk })
}

/// Whom to ask, by name.
async fn administrators(visit: &Visit, page: &Page) -> Result<String, Error> {
    let role = Role::Administrator.code();
    let (known, _) = visit.web.app.store.read(move |db| store::accounts::page(db, "", Some(role), 0, NAMED)).await?;
    let names: Vec<String> =
        known.into_iter().filter(|(account, ..)| account.suspended_at.is_none()).map(|(_, name, _)| domain::text::line(&name)).collect();
    Ok(if names.is_empty() { page.t.get("start-by-administrators") } else { page.t.with1("start-by-named", "names", names.join(", ")) })
}
