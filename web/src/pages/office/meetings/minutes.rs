//! The minutes of a meeting.

use super::{Bench, Head, bench};
use crate::error::Reply;
use crate::form::{Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::pages::office::desk::Desk;
use crate::pages::office::show;
use crate::viewer::{Staff, Visit};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "office/meeting_minutes.html")]
struct Minutes {
    page: Page,
    desk: Desk,
    head: Head,
    minutes: String,
    begun: bool,
    faults: Faulty,
}

/// `GET /admin/meetings/{meeting}/minutes`.
pub(in crate::pages::office) async fn show(Staff(visit): Staff, Path(meeting): Path<String>) -> Reply {
    let bench = bench(&visit, &meeting).await?;
    let minutes = bench.row.minutes.clone();
    page(&visit, &bench, minutes, &actions::Faults::new()).await
}

/// `POST /admin/meetings/{meeting}/minutes`.
pub(in crate::pages::office) async fn save(Staff(visit): Staff, Path(meeting): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let bench = bench(&visit, &meeting).await?;
    let minutes = typed.get("minutes");
    match actions::meetings::write_minutes(&visit.web.app, visit.viewer, bench.id(), minutes).await {
        Ok(()) => Ok(done(&crate::pages::public::meetings::path(bench.row.id), "meeting-minutes")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &bench, minutes.to_owned(), &faults).await,
        Err(other) => Err(other.into()),
    }
}

async fn page(visit: &Visit, bench: &Bench, minutes: String, faults: &actions::Faults) -> Reply {
    let (page, desk, head) = bench.open(visit, "/minutes").await?;
    let faults = Faulty::new(&page.t, faults);
    let (page, status) = show::told(page, &faults);
    html_with(status, Minutes { minutes, begun: bench.terms.begins <= page.now, faults, page, desk, head })
}
