//! The meetings of a consultation, and those of the collectivity that belong to none.

use super::state;
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::pages::office::desk::{self, Desk, Section};
use crate::pages::office::editor::{self, Head};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::{Staff, Visit};
use askama::Template;
use axum::extract::{Path, Query};
use serde::Deserialize;
use store::Uid;
use store::meetings::Meeting;

/// Meetings on a page.
const PER_PAGE: i64 = 30;

#[derive(Template)]
#[template(path = "office/meetings.html")]
struct Meetings {
    page: Page,
    desk: Desk,
    /// The consultation, where they belong to one.
    head: Option<Head>,
    /// Where a new one is prepared.
    new: String,
    items: Vec<Item>,
    pagination: Pagination,
}

/// A meeting in the list.
struct Item {
    path: String,
    title: String,
    lang: String,
    state: String,
    when: String,
    taken: i32,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::pages::office) struct Asked {
    page: String,
}

/// `GET /admin/meetings`.
pub(in crate::pages::office) async fn of_all(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    let (page, desk) = desk::open(&visit, Section::Consultations, "meetings-office-own").await?;
    list(&visit, page, desk, None, "/admin/meetings".to_owned(), &asked).await
}

/// `GET /admin/consultations/{slug}/meetings`.
pub(in crate::pages::office) async fn of_consultation(Staff(visit): Staff, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let (page, desk) = desk::open(&visit, Section::Consultations, frame.consultation.title.clone()).await?;
    let head = editor::head(&page.t, &frame, page.now, "/meetings");
    let root = format!("/admin/consultations/{}/meetings", frame.consultation.slug);
    list(&visit, page, desk, Some((frame.consultation.id, head)), root, &asked).await
}

async fn list(visit: &Visit, page: Page, desk: Desk, of: Option<(Uid, Head)>, root: String, asked: &Asked) -> Reply {
    let (number, id) = (pagination::asked(&asked.page), of.as_ref().map(|(id, _)| *id));
    let read = visit.web.app.store.read(move |db| store::meetings::all_of(db, id, pagination::offset(number, PER_PAGE), PER_PAGE));
    let (rows, total) = read.await?;
    let items = rows.iter().map(|row| item(&page, row)).collect::<Result<_, Error>>()?;
    let pagination = Pagination::new(total, PER_PAGE, number, |n| format!("{root}?page={n}"));
    html(Meetings { head: of.map(|(_, head)| head), new: format!("{root}/new"), items, pagination, page, desk })
}

// ftl: meeting-state-*
fn item(page: &Page, row: &Meeting) -> Result<Item, Error> {
    Ok(Item {
        path: format!("/admin/meetings/{}", row.id.0),
        title: row.title.clone(),
        lang: row.lang.clone(),
        state: page.t.code("meeting-state", state(row, &row.terms()?, page)),
        when: page.moment(row.begins_at),
        taken: row.taken_count,
    })
}
