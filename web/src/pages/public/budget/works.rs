//! The works of the selected projects: how far each is, what was promised, what is late.

use super::super::head::{Head, Tab};
use super::super::items;
use super::super::load;
use super::frame;
use crate::budget::Works;
use crate::error::{Error, Reply};
use crate::money::euros;
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::{Path, Query};
use serde::Deserialize;
use store::views::budget::{self as views, Filter, Funnel, Row};

/// Projects on a page.
const PER_PAGE: i64 = 30;

#[derive(Template)]
#[template(path = "budget_works.html")]
struct WorksPage {
    page: Page,
    head: Head,
    items: Vec<Item>,
    selected: i64,
    done: i64,
    pagination: Pagination,
}

/// A project under way.
struct Item {
    /// For what describes the bar.
    id: String,
    path: String,
    title: String,
    lang: String,
    cost: Option<String>,
    place: String,
    works: Works,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Asked {
    page: String,
}

/// `GET /c/{slug}/budget/works`.
pub(in super::super) async fn works(visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Reply {
    let (viewer, number) = (visit.viewer, pagination::asked(&asked.page));
    let read = visit.web.app.store.read(move |db| {
        let (frame, _) = frame(db, &slug, viewer)?;
        let (id, filter) = (frame.consultation.id, Filter { works: true, oldest_first: true, ..Filter::default() });
        let found = views::list(db, id, &filter, None, pagination::offset(number, PER_PAGE), PER_PAGE)?;
        let funnel = views::funnels(db, id)?.iter().fold(Funnel::default(), |sum, (_, one)| sum.plus(*one));
        Ok::<_, Error>((frame, found, funnel))
    });
    let (frame, (rows, total), funnel) = read.await?;
    let mut page = visit.page(frame.consultation.title.clone()).await?;
    page.title = page.t.with1("budget-works-title", "consultation", page.title.as_str());
    let path = format!("/c/{}/budget/works", frame.consultation.slug);
    html(WorksPage {
        head: Head::new(&visit, &page, &frame, Tab::Budget),
        items: rows.iter().filter_map(|row| item(&page, row)).collect(),
        selected: funnel.selected,
        done: funnel.done,
        pagination: Pagination::new(total, PER_PAGE, number, |n| format!("{path}?page={n}")),
        page,
    })
}

fn item(page: &Page, row: &Row) -> Option<Item> {
    let contribution = &row.card.contribution;
    Some(Item {
        id: format!("w-{}", contribution.id.0),
        path: load::path(&row.card.slug, contribution.id),
        title: items::title(&page.t, contribution),
        lang: contribution.lang.clone(),
        cost: row.project.cost.map(|cents| euros(&page.t, cents)),
        place: row.project.place.clone(),
        works: Works::of(page, &row.project)?,
    })
}
