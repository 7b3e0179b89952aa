//! The commitments of a consultation in their order.

use super::super::desk::{self, Desk, Section};
use super::super::editor::{self, Head};
use crate::budget::Look;
use crate::commitments::{self, View};
use crate::error::Reply;
use crate::form::{Fields, Posted, done};
use crate::page::{Page, html};
use crate::viewer::{Staff, Visit};
use askama::Template;
use axum::extract::Path;
use domain::commitment::COMMITMENTS_MAX;
use domain::id::CommitmentId;
use domain::refusal::Refusal;
use store::commitments::Commitment;
use store::views::page::Frame;

#[derive(Template)]
#[template(path = "office/commitments.html")]
struct List {
    page: Page,
    desk: Desk,
    head: Head,
    rows: Vec<Row>,
    /// Whether there is room for one more.
    room: bool,
}

/// A line of the list.
struct Row {
    id: String,
    path: String,
    title: String,
    state: Look,
    delay: Option<Look>,
    progress: i32,
    promised: Option<(String, String)>,
    published: bool,
}

/// `GET /admin/consultations/{slug}/commitments`.
pub(crate) async fn show(Staff(visit): Staff, Path(slug): Path<String>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    page(&visit, &frame).await
}

/// `POST /admin/consultations/{slug}/commitments`: one place up or down.
pub(crate) async fn arrange(Staff(visit): Staff, Path(slug): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    editor::frame(&visit, &slug).await?;
    let id = CommitmentId::parse(typed.get("id")).ok_or(crate::Error::NOT_FOUND)?;
    match actions::commitments::arrange(&visit.web.app, visit.viewer, id, typed.get("move") == "up").await {
        // Pressed twice, or by two agents: it stands where it was to stand.
        Ok(()) | Err(actions::Error::Refused(Refusal::AlreadyDone)) => {
            Ok(done(&format!("/admin/consultations/{slug}/commitments"), "office-saved"))
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(visit: &Visit, frame: &Frame) -> Reply {
    let (page, desk) = desk::open(visit, Section::Consultations, frame.consultation.title.clone()).await?;
    let (id, head) = (frame.consultation.id, editor::head(&page.t, frame, page.now, "/commitments"));
    let found = visit.web.app.store.read(move |db| store::commitments::of_consultation(db, id, false)).await?;
    let room = found.len() < COMMITMENTS_MAX;
    let rows = found.iter().map(|row| line(&page, frame, row)).collect::<Result<_, _>>()?;
    html(List { page, desk, head, rows, room })
}

fn line(page: &Page, frame: &Frame, row: &Commitment) -> Result<Row, store::Error> {
    let view = View::new(page, (&frame.consultation.slug, &frame.consultation.lang), row, &[])?;
    let draft = || Look { tone: "quiet", icon: "pencil", label: page.t.get("commitment-draft") };
    let published = row.published_at.is_some();
    Ok(Row {
        id: row.id.0.to_string(),
        path: format!("/admin/consultations/{}/commitments/{}", frame.consultation.slug, row.id.0),
        title: view.title,
        state: if published { commitments::look(&page.t, row.state()?) } else { draft() },
        delay: view.delay.filter(|_| published),
        progress: row.progress,
        promised: view.promised,
        published,
    })
}
