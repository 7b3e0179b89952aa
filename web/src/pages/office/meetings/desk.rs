//! The desk: who comes in says their code, and an agent types it.

use super::{Bench, Head, bench};
use crate::error::Reply;
use crate::form::{Faulty, Fields, Posted};
use crate::page::{Page, html_with};
use crate::pages::office::desk::Desk;
use crate::pages::office::show;
use crate::viewer::{Staff, Visit};
use actions::meetings;
use askama::Template;
use axum::extract::Path;
use domain::meeting::may_note_attendance;

#[derive(Template)]
#[template(path = "office/meeting_desk.html")]
struct AtDesk {
    page: Page,
    desk: Desk,
    head: Head,
    open: bool,
    /// What became of the code that was typed last: tone and words.
    told: Option<(&'static str, String)>,
    code: String,
    attended: i32,
    taken: i32,
    faults: Faulty,
}

/// `GET /admin/meetings/{meeting}/desk`.
pub(in crate::pages::office) async fn show(Staff(visit): Staff, Path(meeting): Path<String>) -> Reply {
    let bench = bench(&visit, &meeting).await?;
    page(&visit, &bench, None, String::new(), &actions::Faults::new()).await
}

/// `POST /admin/meetings/{meeting}/desk`: the page comes back at once, ready for the next.
pub(in crate::pages::office) async fn note(Staff(visit): Staff, Path(meeting): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let found = bench(&visit, &meeting).await?;
    let code = typed.get("code");
    match meetings::attend(&visit.web.app, visit.viewer, found.id(), code).await {
        Ok(desk) => page(&visit, &bench(&visit, &meeting).await?, Some(desk), String::new(), &actions::Faults::new()).await,
        Err(actions::Error::Faulty(faults)) => page(&visit, &found, None, code.to_owned(), &faults).await,
        Err(other) => Err(other.into()),
    }
}

// ftl: meeting-desk-told-*
async fn page(visit: &Visit, bench: &Bench, found: Option<meetings::Desk>, code: String, faults: &actions::Faults) -> Reply {
    let (page, desk, head) = bench.open(visit, "/desk").await?;
    let faults = Faulty::new(&page.t, faults);
    let (page, status) = show::told(page, &faults);
    let told = found.map(|found| match found {
        meetings::Desk::Welcome => ("ok", page.t.get("meeting-desk-told-welcome")),
        meetings::Desk::Waited => ("warn", page.t.get("meeting-desk-told-waited")),
        meetings::Desk::Again => ("info", page.t.get("meeting-desk-told-again")),
    });
    let view = AtDesk {
        open: may_note_attendance(&bench.terms, page.now).is_ok(),
        told,
        code,
        attended: bench.row.attended_count,
        taken: bench.row.taken_count,
        faults,
        page,
        desk,
        head,
    };
    html_with(status, view)
}
