//! News and articles in the back office: those that wait for a decision, drafts, what is published.

use super::super::desk::{self, Desk, Section};
use crate::budget::Look;
use crate::error::{Error, Reply};
use crate::page::Page;
use crate::page::html;
use crate::pages::pagination::{self, Pagination};
use crate::pages::public::news::{self, Around};
use crate::viewer::{Staff, Visit};
use askama::Template;
use axum::extract::Query;
use domain::article::ArticleState;
use serde::Deserialize;
use store::articles::Article;

/// Articles on a page.
const PER_PAGE: i64 = 30;

#[derive(Template)]
#[template(path = "office/news/list.html")]
struct List {
    page: Page,
    desk: Desk,
    /// Path, label and whether it is shown, of each choice of state.
    filters: Vec<(String, String, bool)>,
    items: Vec<Item>,
    pagination: Pagination,
}

struct Item {
    path: String,
    title: String,
    lang: String,
    author: String,
    state: Look,
    day: String,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    state: String,
    page: String,
}

/// `GET /admin/news?state=…`.
// ftl: article-state-*
pub(super) async fn show(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    let (page, desk) = desk::open(&visit, Section::News, "news-office").await?;
    let (number, state) = (pagination::asked(&asked.page), ArticleState::parse(&asked.state));
    let (rows, total, around) = read(&visit, state, number).await?;
    let own =
        |one: ArticleState| (format!("/admin/news?state={}", one.code()), page.t.code("article-state", one.code()), Some(one) == state);
    let every = ("/admin/news".to_owned(), page.t.get("news-office-all"), state.is_none());
    let filters = std::iter::once(every).chain(ArticleState::ALL.iter().copied().map(own)).collect();
    let items = rows.iter().map(|row| item(&page, row, &around)).collect::<Result<_, Error>>()?;
    let base = state.map_or_else(|| "/admin/news?".to_owned(), |state| format!("/admin/news?state={}&", state.code()));
    let pagination = Pagination::new(total, PER_PAGE, number, |n| format!("{base}page={n}"));
    html(List { filters, items, pagination, page, desk })
}

async fn read(visit: &Visit, state: Option<ArticleState>, number: i64) -> Result<(Vec<Article>, i64, Around), Error> {
    let read = visit.web.app.store.read(move |db| {
        let (rows, total) = store::articles::all_of(db, state, pagination::offset(number, PER_PAGE), PER_PAGE)?;
        let around = Around::read(db, &rows)?;
        Ok::<_, Error>((rows, total, around))
    });
    read.await
}

fn item(page: &Page, row: &Article, around: &Around) -> Result<Item, Error> {
    Ok(Item {
        path: format!("/admin/news/{}", row.id.0),
        title: if row.title.is_empty() { page.t.get("article-untitled") } else { row.title.clone() },
        lang: row.lang.clone(),
        author: around.author(page, row).0,
        state: news::state(page, row.state()?),
        day: page.day(row.edited_at),
    })
}
