//! The title and the text of a page of a questionnaire.

use super::super::desk::Desk;
use super::super::show;
use super::{Bench, Head, bench};
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::viewer::{Staff, Visit};
use actions::questionnaires::{Change, arrange};
use askama::Template;
use axum::extract::Path;
use domain::id::SectionId;

#[derive(Template)]
#[template(path = "office/questionnaire_page.html")]
struct SectionPage {
    page: Page,
    desk: Desk,
    head: Head,
    action: String,
    title: String,
    text: String,
    faults: Faulty,
}

/// `GET /admin/questionnaires/{form}/pages/{section}`.
pub(crate) async fn show(Staff(visit): Staff, Path((form, section)): Path<(String, String)>) -> Reply {
    let bench = bench(&visit, &form).await?;
    let id = SectionId::parse(&section).ok_or(Error::NOT_FOUND)?;
    let there = bench.form.sections.iter().find(|section| section.id == id).ok_or(Error::NOT_FOUND)?;
    page(&visit, &bench, id, (there.title.clone(), there.text.clone()), actions::Faults::new()).await
}

/// `POST /admin/questionnaires/{form}/pages/{section}`.
pub(crate) async fn save(Staff(visit): Staff, Path((form, section)): Path<(String, String)>, Posted(typed): Posted<Fields>) -> Reply {
    let bench = bench(&visit, &form).await?;
    let id = SectionId::parse(&section).ok_or(Error::NOT_FOUND)?;
    let (title, text) = (typed.get("title").to_owned(), typed.get("text").to_owned());
    let change = Change::EditSection(id, title.clone(), text.clone());
    match arrange(&visit.web.app, visit.viewer, bench.id(), change).await {
        Ok(()) => Ok(done(&bench.root(), "office-saved")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &bench, id, (title, text), faults).await,
        Err(other) => Err(other.into()),
    }
}

async fn page(visit: &Visit, bench: &Bench, id: SectionId, (title, text): (String, String), faults: actions::Faults) -> Reply {
    let (page, desk, head) = bench.open(visit, "").await?;
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    html_with(status, SectionPage { action: format!("{}/pages/{id}", bench.root()), page, desk, head, title, text, faults })
}
