//! The texts and files that answer a question, for agents; choosing the texts that are published.

use super::super::desk::Desk;
use super::{Head, bench};
use crate::error::{Error, Reply};
use crate::form::{Fields, Posted, done};
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::Staff;
use actions::questionnaires::choose_text;
use askama::Template;
use axum::extract::{Path, Query};
use domain::id::{QuestionId, ResponseId};
use serde::Deserialize;
use store::Uid;

/// Texts on a page.
const PER_PAGE: i64 = 30;

#[derive(Template)]
#[template(path = "office/questionnaire_texts.html")]
struct Texts {
    page: Page,
    desk: Desk,
    head: Head,
    question: String,
    action: String,
    number: i64,
    texts: Vec<Text>,
    files: String,
    pagination: Pagination,
}

/// A text or a file.
struct Text {
    response: String,
    body: String,
    file: Option<String>,
    chosen: bool,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    page: String,
}

/// `GET /admin/questionnaires/{form}/texts/{question}`.
// ftl: questionnaire-stage-*
pub(crate) async fn show(Staff(visit): Staff, Path((form, question)): Path<(String, String)>, Query(asked): Query<Asked>) -> Reply {
    let bench = bench(&visit, &form).await?;
    let found = QuestionId::parse(&question).and_then(|id| bench.form.question(id)).ok_or(Error::NOT_FOUND)?;
    let (id, question, wanted) = (bench.questionnaire.id, found.id, pagination::asked(&asked.page));
    let offset = pagination::offset(wanted, PER_PAGE);
    let read = move |db: &mut store::Db| store::responses::texts::page(db, id, Uid::of(question), offset, PER_PAGE);
    let (rows, total) = visit.web.app.store.read(read).await?;
    let (page, desk, head) = bench.open(&visit, "/answers").await?;
    let action = format!("{}/texts/{question}", bench.root());
    let text = |row: store::responses::texts::Written| Text {
        response: row.response_id.0.to_string(),
        body: row.body.unwrap_or_default(),
        file: row.file_id.map(|id| id.0.to_string()),
        chosen: row.chosen == 1,
    };
    html(Texts {
        question: found.label.clone(),
        texts: rows.into_iter().map(text).collect(),
        files: format!("{}/files", bench.root()),
        pagination: Pagination::new(total, PER_PAGE, wanted, |n| format!("{action}?page={n}")),
        number: wanted,
        action,
        page,
        desk,
        head,
    })
}

/// `POST /admin/questionnaires/{form}/texts/{question}`: a text is published, or taken back.
pub(crate) async fn choose(Staff(visit): Staff, Path((form, question)): Path<(String, String)>, Posted(typed): Posted<Fields>) -> Reply {
    let bench = bench(&visit, &form).await?;
    let question = QuestionId::parse(&question).ok_or(Error::NOT_FOUND)?;
    let response = ResponseId::parse(typed.get("response")).ok_or(Error::NOT_FOUND)?;
    choose_text(&visit.web.app, visit.viewer, bench.id(), (question, response), typed.get("choose") == "1").await?;
    let page = pagination::asked(typed.get("page"));
    Ok(done(&format!("{}/texts/{question}?page={page}", bench.root()), "office-saved"))
}
