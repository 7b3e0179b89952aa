//! One question: what it asks, what it offers, when it is asked.

use super::super::desk::Desk;
use super::super::show::{self, Choice};
use super::{Bench, Head, bench};
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::viewer::{Staff, Visit};
use actions::questionnaires::{Change, arrange};
use askama::Template;
use axum::extract::{Path, Query};
use domain::id::{QuestionId, SectionId};
use domain::questionnaire::QuestionKind;
use domain::questionnaire::draft::QuestionDraft;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "office/question.html")]
struct QuestionPage {
    page: Page,
    desk: Desk,
    head: Head,
    action: String,
    kind: &'static str,
    draft: QuestionDraft,
    conditions: Vec<Choice>,
    faults: Faulty,
}

/// What the address asks for: the page, and what kind of question.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    page: String,
    kind: String,
}

/// Where a question stands.
struct Place {
    /// The index of its page.
    section: usize,
    kind: QuestionKind,
    action: String,
}

/// `GET /admin/questionnaires/{form}/questions/new?page=ID&kind=CODE`.
pub(crate) async fn begin(Staff(visit): Staff, Path(form): Path<String>, Query(asked): Query<Asked>) -> Reply {
    let bench = bench(&visit, &form).await?;
    let (_, place) = new_place(&bench, &asked)?;
    page(&visit, &bench, &place, QuestionDraft::default(), actions::Faults::new()).await
}

/// `POST /admin/questionnaires/{form}/questions/new?page=ID&kind=CODE`.
pub(crate) async fn add(Staff(visit): Staff, Path(form): Path<String>, Query(asked): Query<Asked>, Posted(typed): Posted<Fields>) -> Reply {
    let bench = bench(&visit, &form).await?;
    let (section, place) = new_place(&bench, &asked)?;
    let draft = read(&typed);
    keep(&visit, &bench, &place, Change::AddQuestion(section, place.kind, draft.clone()), draft).await
}

/// `GET /admin/questionnaires/{form}/questions/{question}`.
pub(crate) async fn show(Staff(visit): Staff, Path((form, question)): Path<(String, String)>) -> Reply {
    let bench = bench(&visit, &form).await?;
    let (id, place) = old_place(&bench, &question)?;
    let draft = bench.form.question(id).map(QuestionDraft::of).ok_or(Error::NOT_FOUND)?;
    page(&visit, &bench, &place, draft, actions::Faults::new()).await
}

/// `POST /admin/questionnaires/{form}/questions/{question}`.
pub(crate) async fn save(Staff(visit): Staff, Path((form, question)): Path<(String, String)>, Posted(typed): Posted<Fields>) -> Reply {
    let bench = bench(&visit, &form).await?;
    let (id, place) = old_place(&bench, &question)?;
    let draft = read(&typed);
    keep(&visit, &bench, &place, Change::EditQuestion(id, draft.clone()), draft).await
}

async fn keep(visit: &Visit, bench: &Bench, place: &Place, change: Change, draft: QuestionDraft) -> Reply {
    match arrange(&visit.web.app, visit.viewer, bench.id(), change).await {
        Ok(()) => Ok(done(&format!("{}#questions", bench.root()), "office-saved")),
        Err(actions::Error::Faulty(faults)) => page(visit, bench, place, draft, faults).await,
        Err(other) => Err(other.into()),
    }
}

fn new_place(bench: &Bench, asked: &Asked) -> Result<(SectionId, Place), Error> {
    let kind = QuestionKind::parse(&asked.kind).ok_or(Error::NOT_FOUND)?;
    let id = SectionId::parse(&asked.page).ok_or(Error::NOT_FOUND)?;
    let section = bench.form.sections.iter().position(|section| section.id == id).ok_or(Error::NOT_FOUND)?;
    Ok((id, Place { section, kind, action: format!("{}/questions/new?page={id}&kind={kind}", bench.root()) }))
}

fn old_place(bench: &Bench, question: &str) -> Result<(QuestionId, Place), Error> {
    let id = QuestionId::parse(question).ok_or(Error::NOT_FOUND)?;
    let kind = bench.form.question(id).ok_or(Error::NOT_FOUND)?.kind;
    let section = bench.form.section_of(id).ok_or(Error::NOT_FOUND)?;
    Ok((id, Place { section, kind, action: format!("{}/questions/{id}", bench.root()) }))
}

fn read(typed: &Fields) -> QuestionDraft {
    let of = |field: &str| typed.get(field).to_owned();
    QuestionDraft {
        label: of("label"),
        help: of("help"),
        required: typed.has("required"),
        other: typed.has("other"),
        least: of("least"),
        most: of("most"),
        low: of("low"),
        high: of("high"),
        choices: of("choices"),
        rows: of("rows"),
        condition: of("condition"),
    }
}

// ftl: questionnaire-kind-*
async fn page(visit: &Visit, bench: &Bench, place: &Place, draft: QuestionDraft, faults: actions::Faults) -> Reply {
    let (page, desk, head) = bench.open(visit, "").await?;
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let mut conditions = vec![Choice::new("", page.t.get("questionnaire-always"), draft.condition.is_empty())];
    for question in bench.form.deciding(place.section) {
        for offered in &question.choices {
            let code = format!("{}:{}", question.id, offered.id);
            let label = page.t.with2("questionnaire-condition", "question", question.label.as_str(), "choice", offered.label.as_str());
            conditions.push(Choice::new(&code, label, code == draft.condition));
        }
    }
    html_with(status, QuestionPage { action: place.action.clone(), kind: place.kind.code(), page, desk, head, draft, conditions, faults })
}
