//! The report on a consultation in the back office: composed from the data, edited, published.

mod compose;

use super::desk::{self, Desk, Section};
use super::editor::{self, Head};
use super::show;
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::viewer::{Staff, Visit};
use actions::consultation_reports::ReportForm;
use askama::Template;
use axum::extract::Path;
use domain::refusal::Refusal;
use store::At;
use store::consultation_reports::ConsultationReport;
use store::views::page::Frame;

#[derive(Template)]
#[template(path = "office/consultation_report.html")]
struct ReportPage {
    page: Page,
    desk: Desk,
    head: Head,
    /// What was written; nothing when none was begun.
    kept: Option<Kept>,
    form: ReportForm,
    faults: Faulty,
}

/// A report that was begun.
struct Kept {
    revision: i32,
    composed_at: At,
    /// How often it was published.
    version: i32,
}

/// `GET /admin/consultations/{slug}/report`.
pub(super) async fn show(Staff(visit): Staff, Path(slug): Path<String>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    page(&visit, &frame, None, actions::Faults::new()).await
}

/// `POST /admin/consultations/{slug}/report`: what an agent made of it.
pub(super) async fn save(Staff(visit): Staff, Path(slug): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let form = ReportForm { title: typed.get("title").to_owned(), body: typed.get("body").to_owned() };
    let revision = typed.get("revision").parse().unwrap_or(-1);
    match actions::consultation_reports::edit(&visit.web.app, visit.viewer, &slug, revision, &form).await {
        Ok(()) => Ok(done(&path(&slug), "office-saved")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &frame, Some(form), faults).await,
        // The text comes back; saving again replaces the other one.
        Err(actions::Error::Refused(Refusal::Stale)) => page(&visit, &frame, Some(form), vec![("body", domain::text::Fault::Taken)]).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/consultations/{slug}/report/compose`: anew from the data as it is now.
pub(super) async fn compose(Staff(visit): Staff, Path(slug): Path<String>, _: Posted<Fields>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let form = compose::compose(&visit, &frame).await?;
    actions::consultation_reports::keep(&visit.web.app, visit.viewer, &slug, &form).await?;
    Ok(done(&path(&slug), "bilan-composed"))
}

/// `POST /admin/consultations/{slug}/report/publish`.
pub(super) async fn publish(Staff(visit): Staff, Path(slug): Path<String>, _: Posted<Fields>) -> Reply {
    editor::frame(&visit, &slug).await?;
    actions::consultation_reports::publish(&visit.web.app, visit.viewer, &slug).await?;
    Ok(done(&format!("/c/{slug}/report"), "bilan-published"))
}

fn path(slug: &str) -> String {
    format!("/admin/consultations/{slug}/report")
}

async fn page(visit: &Visit, frame: &Frame, sent: Option<ReportForm>, faults: actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Consultations, frame.consultation.title.clone()).await?;
    let (id, head) = (frame.consultation.id, editor::head(&page.t, frame, page.now, "/report"));
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let found = visit.web.app.store.read(move |db| Ok::<_, Error>(store::consultation_reports::of_consultation(db, id)?)).await?;
    let of = |row: &ConsultationReport| ReportForm { title: row.title.clone(), body: row.body.clone() };
    let form = sent.or_else(|| found.as_ref().map(of)).unwrap_or_default();
    let kept = found.map(|row| Kept { revision: row.revision, composed_at: row.composed_at, version: row.version });
    html_with(status, ReportPage { page, desk, head, kept, form, faults })
}
