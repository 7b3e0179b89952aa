//! "Je souhaite…": the door of the back office for a small town. Each démarche asks few questions, explains each, sets the rest and makes a draft.

mod answers;
mod drafts;
mod fund;
mod made;
mod make;
mod proposal;
mod report;

use super::desk::{self, Desk, Section};
use crate::error::Reply;
use crate::page::{Page, html};
use crate::routes::table;
use crate::viewer::Staff;
use askama::Template;
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
}

/// `GET /admin/start`.
// ftl: start-card-*
async fn show(Staff(visit): Staff) -> Reply {
    let (page, desk) = desk::open(&visit, Section::Consultations, "start-title").await?;
    let card = |(path, code, icon): (&'static str, &str, &'static str)| {
        let text = |part: &str| page.t.get(&format!("start-card-{code}{part}"));
        Card { path, icon, title: text(""), brings: text("-brings"), lasts: text("-lasts"), asks: text("-asks") }
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
    let open_data = settles.then_some(("/admin/open-data", "open_data", "download"));
    html(Start { cards: known.into_iter().chain(open_data).map(card).collect(), page, desk })
}
