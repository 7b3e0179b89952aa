//! The desk: an agent names somebody who stands there, and gets a code for one ballot. What is voted is never seen here.

use super::{Bench, Detail, bench, person};
use crate::error::Reply;
use crate::form::{Faulty, Fields, Posted};
use crate::page::{Page, html_with};
use crate::pages::office::desk::Desk;
use crate::pages::office::editor::Head;
use crate::pages::office::show;
use crate::viewer::{Staff, Visit};
use actions::ways::Proof;
use askama::Template;
use axum::extract::Path;
use domain::letter_code::grouped;
use domain::vote::Level;

#[derive(Template)]
#[template(path = "office/ways_desk.html")]
struct AtDesk {
    page: Page,
    desk: Desk,
    head: Head,
    root: String,
    title: String,
    faults: Faulty,
    codes: bool,
    details: Vec<Detail>,
    typed_code: String,
    /// The code that was just given, and where it is typed.
    given: Option<String>,
    enter: String,
}

/// `GET /admin/consultations/{slug}/polls/{poll}/desk`.
pub(in crate::pages::office) async fn show(Staff(visit): Staff, Path((slug, poll)): Path<(String, String)>) -> Reply {
    let bench = bench(&visit, &slug, &poll).await?;
    page(&visit, &bench, &Fields::default(), Faulty::none(), None).await
}

/// `POST /admin/consultations/{slug}/polls/{poll}/desk`.
pub(in crate::pages::office) async fn receive(
    Staff(visit): Staff,
    Path((slug, poll)): Path<(String, String)>,
    Posted(typed): Posted<Fields>,
) -> Reply {
    let bench = bench(&visit, &slug, &poll).await?;
    let found = actions::ways::receive(&visit.web.app, visit.viewer, bench.found.row.id.to(), person(&typed)).await?;
    if let Proof::Known(code) = found {
        return page(&visit, &bench, &Fields::default(), Faulty::none(), Some(grouped(&code))).await;
    }
    let texts = visit.page("office-ways-title").await?;
    let faults = faults(&texts, &found, &typed);
    page(&visit, &bench, &typed, faults, None).await
}

/// Why somebody gets no ballot.
pub(super) fn faults<T>(page: &Page, proof: &Proof<T>, typed: &Fields) -> Faulty {
    let text = match proof {
        Proof::Known(_) => return Faulty::none(),
        Proof::Unknown => page.t.get("desk-unknown"),
        Proof::Voted => page.t.get("desk-voted"),
        Proof::Several => page.t.get("ways-entry-several"),
    };
    let mut faults = Faulty::none();
    faults.add(if typed.get("code").trim().is_empty() && typed.has("detail-0") { "detail-0" } else { "code" }, text);
    faults
}

async fn page(visit: &Visit, bench: &Bench, typed: &Fields, faults: Faulty, given: Option<String>) -> Reply {
    let (page, desk, head) = bench.open(visit).await?;
    let (page, status) = show::told(page, &faults);
    let form = AtDesk {
        root: bench.root.clone(),
        title: bench.found.row.title.clone(),
        faults,
        codes: bench.found.levels.contains(&Level::PrintedCode),
        details: bench.details(visit, typed).await?,
        typed_code: typed.get("code").to_owned(),
        given,
        enter: page.absolute(&format!("/c/{}/polls/{}/enter", bench.frame.consultation.slug, bench.found.row.id.0)),
        page,
        desk,
        head,
    };
    html_with(status, form)
}
