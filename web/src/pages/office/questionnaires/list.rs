//! The questionnaires of a consultation, and beginning one.

use super::super::desk::{self, Desk, Section};
use super::super::editor::{self, Head};
use super::super::show;
use crate::error::Reply;
use crate::form::{Faulty, Fields, Posted, see};
use crate::page::{Page, html_with};
use crate::viewer::{Staff, Visit};
use askama::Template;
use axum::extract::Path;
use store::views::page::Frame;

#[derive(Template)]
#[template(path = "office/questionnaires.html")]
struct List {
    page: Page,
    desk: Desk,
    head: Head,
    rows: Vec<Row>,
    title: String,
    faults: Faulty,
}

/// A line of the list.
struct Row {
    path: String,
    title: String,
    stage: &'static str,
    tone: &'static str,
    icon: &'static str,
    closes_at: store::At,
    counted: i64,
}

/// `GET /admin/consultations/{slug}/questionnaires`.
pub(crate) async fn show(Staff(visit): Staff, Path(slug): Path<String>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    page(&visit, &frame, String::new(), actions::Faults::new()).await
}

/// `POST /admin/consultations/{slug}/questionnaires`: a new draft.
pub(crate) async fn create(Staff(visit): Staff, Path(slug): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let title = typed.get("title");
    match actions::questionnaires::draft(&visit.web.app, visit.viewer, &slug, title).await {
        Ok(id) => Ok(see(&format!("/admin/questionnaires/{id}"))),
        Err(actions::Error::Faulty(faults)) => page(&visit, &frame, title.to_owned(), faults).await,
        Err(other) => Err(other.into()),
    }
}

// ftl: questionnaire-stage-*
async fn page(visit: &Visit, frame: &Frame, title: String, faults: actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Consultations, frame.consultation.title.clone()).await?;
    let head = editor::head(&page.t, frame, page.now, "/questionnaires");
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let (id, calendar, now) = (frame.consultation.id, frame.calendar.clone(), page.now);
    let read = visit.web.app.store.read(move |db| {
        let all = store::questionnaires::of_consultation(db, id, true)?;
        let ids: Vec<store::Uid> = all.iter().map(|questionnaire| questionnaire.id).collect();
        let counts = store::responses::counted_of(db, &ids)?;
        let mut rows = Vec::new();
        for questionnaire in all {
            let stage = questionnaire.terms()?.stage(&calendar, now);
            let (tone, icon) = super::tone(stage);
            let live = counts.iter().find(|(id, _)| *id == questionnaire.id).map_or(0, |(_, count)| *count);
            rows.push(Row {
                path: format!("/admin/questionnaires/{}", questionnaire.id.0),
                stage: stage.code(),
                tone,
                icon,
                closes_at: questionnaire.closes_at,
                counted: if questionnaire.purged_at.is_some() { i64::from(questionnaire.people) } else { live },
                title: questionnaire.title,
            });
        }
        Ok::<_, store::Error>(rows)
    });
    let rows = read.await?;
    html_with(status, List { page, desk, head, rows, title, faults })
}
