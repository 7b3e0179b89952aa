//! What waits for an agent, and all initiatives and petitions.

use super::{Desk, Section, desk};
use crate::error::{Error, Reply};
use crate::initiatives::Line;
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::{Staff, Visit};
use askama::Template;
use axum::extract::Query;
use domain::permission::OfficeVerb;
use serde::Deserialize;
use store::Uid;

/// Initiatives on a page.
const PER_PAGE: i64 = 30;

#[derive(Template)]
#[template(path = "office/initiatives.html")]
struct List {
    page: Page,
    desk: Desk,
    waiting: bool,
    items: Vec<Line>,
    pagination: Pagination,
    /// Whether the viewer may set the rules of petitions.
    may_rule: bool,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::pages::office) struct Asked {
    which: String,
    page: String,
}

/// `GET /admin/initiatives?which=all`.
pub(in crate::pages::office) async fn show(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    list(&visit, &asked).await
}

async fn list(visit: &Visit, asked: &Asked) -> Reply {
    let (page, desk) = desk::open(visit, Section::Initiatives, "initiatives-desk").await?;
    let (waiting, number) = (asked.which != "all", pagination::asked(&asked.page));
    let read = visit.web.app.store.read(move |db| {
        let (rows, total) = store::initiatives::queue(db, waiting, pagination::offset(number, PER_PAGE), PER_PAGE)?;
        let promoters: Vec<Uid> = rows.iter().filter_map(|row| row.promoter_id).collect();
        let names = store::initiatives::names(db, &promoters)?;
        let among = store::initiatives::consultations(db, &rows)?;
        Ok::<_, Error>((rows, total, names, among))
    });
    let (rows, total, names, among) = read.await?;
    let which = if waiting { "" } else { "which=all&" };
    html(List {
        waiting,
        items: Line::all(&page, &rows, &names, &among)?,
        pagination: Pagination::new(total, PER_PAGE, number, |n| format!("/admin/initiatives?{which}page={n}")),
        may_rule: desk::may(visit, OfficeVerb::ChangeSettings),
        page,
        desk,
    })
}
