//! Choose in which ways people vote while the vote is a draft; once it is published, prepare letters and the list.

use super::{Bench, bench};
use crate::error::Reply;
use crate::form::{Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::pages::office::desk::Desk;
use crate::pages::office::editor::Head;
use crate::pages::office::show::{self, Choice};
use crate::viewer::{Staff, Visit};
use askama::Template;
use axum::extract::Path;
use domain::vote::{BoxState, Level};

#[derive(Template)]
#[template(path = "office/ways.html")]
struct Ways {
    page: Page,
    desk: Desk,
    head: Head,
    root: String,
    back: String,
    title: String,
    faults: Faulty,
    draft: bool,
    running: bool,
    choices: Vec<Choice>,
    /// How many letters have a code, and how many of them were cancelled.
    letters: Option<(i32, i64)>,
    /// Whether a list is asked for, how many stand on it, and the names of its columns.
    list: bool,
    persons: Option<i32>,
    columns: String,
    at_desk: bool,
    on_paper: bool,
}

/// The ways that may be chosen. An account counts whether somebody verified it or not.
const WAYS: [Level; 6] = [Level::Confirmed, Level::EmailCode, Level::PrintedCode, Level::Listed, Level::Desk, Level::Paper];

/// `GET /admin/consultations/{slug}/polls/{poll}/ways`.
pub(in crate::pages::office) async fn show(Staff(visit): Staff, Path((slug, poll)): Path<(String, String)>) -> Reply {
    let bench = bench(&visit, &slug, &poll).await?;
    page(&visit, &bench, Faulty::none(), "").await
}

/// `POST /admin/consultations/{slug}/polls/{poll}/ways`.
pub(in crate::pages::office) async fn save(
    Staff(visit): Staff,
    Path((slug, poll)): Path<(String, String)>,
    Posted(typed): Posted<Fields>,
) -> Reply {
    let mut bench = bench(&visit, &slug, &poll).await?;
    let ticked = |level: Level| typed.iter().any(|(name, value)| name == "way" && value == level.code());
    let mut levels: Vec<Level> = WAYS.into_iter().filter(|level| ticked(*level)).collect();
    if levels.contains(&Level::Confirmed) {
        levels.push(Level::Verified);
    }
    match actions::ways::choose(&visit.web.app, visit.viewer, bench.found.row.id.to(), levels.clone()).await {
        Ok(()) => Ok(done(&bench.back(), "office-saved")),
        Err(actions::Error::Faulty(faults)) => {
            bench.found.levels = levels;
            let page_texts = visit.page("office-ways-title").await?;
            page(&visit, &bench, Faulty::new(&page_texts.t, &faults), "").await
        }
        Err(other) => Err(other.into()),
    }
}

/// The page, with what is wrong and the names of columns that were typed.
// ftl: office-way-* office-way-hint-*
pub(super) async fn page(visit: &Visit, bench: &Bench, faults: Faulty, columns: &str) -> Reply {
    let (page, desk, head) = bench.open(visit).await?;
    let (page, status) = show::told(page, &faults);
    let id = bench.found.row.id;
    let read = visit.web.app.store.read(move |db| {
        Ok::<_, store::Error>((store::ways::last_code(db, id)?, store::ways::cancelled_codes(db, id)?, store::ways::list(db, id)?))
    });
    let (made, cancelled, list) = read.await?;
    let has = |level: Level| bench.found.levels.contains(&level);
    let choice = |level: &Level| {
        let code = level.code();
        Choice::new(code, page.t.code("office-way", code), has(*level)).hint(page.t.code("office-way-hint", code))
    };
    let columns = if columns.is_empty() { list.as_ref().map(|list| list.fields.clone()).unwrap_or_default() } else { columns.to_owned() };
    let form = Ways {
        root: bench.root.clone(),
        back: bench.back(),
        title: bench.found.row.title.clone(),
        faults,
        draft: bench.found.state == BoxState::Draft,
        running: bench.found.state == BoxState::Published,
        choices: WAYS.iter().map(choice).collect(),
        letters: has(Level::PrintedCode).then_some((made, cancelled)),
        list: has(Level::Listed),
        persons: list.map(|list| list.persons),
        columns,
        at_desk: has(Level::Desk),
        on_paper: has(Level::Paper),
        page,
        desk,
        head,
    };
    html_with(status, form)
}
