//! The issues of the newsletter, and how many get each segment: who they are is shown to nobody.

use super::super::desk::{self, Desk, Section};
use super::edit_page::state;
use crate::budget::Look;
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::Staff;
use askama::Template;
use axum::extract::Query;
use domain::newsletter::Segment;
use serde::Deserialize;

/// Issues on a page.
const PER_PAGE: i64 = 30;
/// Segments whose readers are counted.
const SEGMENTS: i64 = 50;

#[derive(Template)]
#[template(path = "office/newsletter/list.html")]
struct List {
    page: Page,
    desk: Desk,
    /// What the letters are about, and how many get them.
    readers: Vec<(String, i64)>,
    items: Vec<Item>,
    pagination: Pagination,
}

struct Item {
    path: String,
    title: String,
    lang: String,
    state: Look,
    day: String,
    letters: i32,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: String,
}

/// `GET /admin/newsletter`.
pub(super) async fn show(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    let (page, desk) = desk::open(&visit, Section::News, "newsletter-title").await?;
    let number = pagination::asked(&asked.page);
    let read = visit.web.app.store.read(move |db| {
        let (rows, total) = store::newsletters::list(db, pagination::offset(number, PER_PAGE), PER_PAGE)?;
        let mut readers = Vec::new();
        for (code, count) in store::subscriptions::count_by_segment(db, SEGMENTS)? {
            let name = Segment::parse(&code).map(|segment| actions::newsletters::segment_name(db, segment)).transpose()?.flatten();
            readers.push((name, count));
        }
        Ok::<_, Error>((rows, total, readers))
    });
    let (rows, total, readers) = read.await?;
    let all = page.t.get("newsletter-segment-all");
    let item = |row: store::newsletters::Issue| {
        Ok::<_, Error>(Item {
            path: format!("/admin/newsletter/{}", row.id.0),
            state: state(&page, row.state()?),
            day: page.day(row.edited_at),
            letters: row.letters,
            title: row.title,
            lang: row.lang,
        })
    };
    let items = rows.into_iter().map(item).collect::<Result<_, _>>()?;
    html(List {
        readers: readers.into_iter().map(|(name, count)| (name.unwrap_or_else(|| all.clone()), count)).collect(),
        items,
        pagination: Pagination::new(total, PER_PAGE, number, |n| format!("/admin/newsletter?page={n}")),
        page,
        desk,
    })
}
