//! A questionnaire being prepared: its texts and dates, its pages and questions, and the acts that publish, close or copy it.

use super::super::desk::Desk;
use super::super::show::{self, Choice};
use super::{Bench, Head, bench};
use crate::dates;
use crate::error::Reply;
use crate::form::{Faulty, Fields, Posted, done, see};
use crate::page::{Page, html_with};
use crate::pages::public::questionnaire::condition;
use crate::viewer::{Staff, Visit};
use actions::questionnaires::{self, Change, QuestionnaireForm};
use askama::Template;
use axum::extract::Path;
use domain::id::{QuestionId, SectionId};
use domain::questionnaire::arrange::Move;
use domain::questionnaire::{FormStage, QuestionKind, Respondents};
use domain::refusal::Refusal;
use jiff::tz::TimeZone;
use store::questionnaires::Questionnaire;

#[derive(Template)]
#[template(path = "office/questionnaire.html")]
struct Editor {
    page: Page,
    desk: Desk,
    head: Head,
    form: QuestionnaireForm,
    revision: i32,
    respondents: Vec<Choice>,
    kinds: Vec<Choice>,
    sections: Vec<Pages>,
    answered: bool,
    published: bool,
    may_close: bool,
    faults: Faulty,
}

/// A page of the questionnaire.
struct Pages {
    id: String,
    name: String,
    questions: Vec<Line>,
}

/// A question of it.
struct Line {
    id: String,
    label: String,
    kind: String,
    required: bool,
    condition: String,
}

/// The form as it stands in the store.
fn as_kept(row: &Questionnaire, zone: &TimeZone) -> QuestionnaireForm {
    QuestionnaireForm {
        title: row.title.clone(),
        introduction: row.introduction.clone(),
        purpose: row.purpose.clone(),
        respondents: row.respondents.clone(),
        opens_at: dates::local(zone, row.opens_at.0),
        closes_at: dates::local(zone, row.closes_at.0),
        retention_days: row.retention_days.to_string(),
    }
}

/// `GET /admin/questionnaires/{form}`.
pub(crate) async fn show(Staff(visit): Staff, Path(form): Path<String>) -> Reply {
    let bench = bench(&visit, &form).await?;
    let zone = visit.web.app.time_zone().await?;
    let row = &bench.questionnaire;
    let typed = as_kept(row, &zone);
    page(&visit, &bench, typed, |_| Faulty::none()).await
}

/// `POST /admin/questionnaires/{form}`: texts and dates.
pub(crate) async fn save(Staff(visit): Staff, Path(form): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let bench = bench(&visit, &form).await?;
    let of = |field: &str| typed.get(field).to_owned();
    let form = QuestionnaireForm {
        title: of("title"),
        introduction: of("introduction"),
        purpose: of("purpose"),
        respondents: of("respondents"),
        opens_at: of("opens_at"),
        closes_at: of("closes_at"),
        retention_days: of("retention_days"),
    };
    let revision = typed.get("revision").parse().unwrap_or(-1);
    match questionnaires::edit(&visit.web.app, visit.viewer, bench.id(), revision, &form).await {
        Ok(()) => Ok(done(&bench.root(), "office-saved")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &bench, form, |page| told(page, &faults)).await,
        Err(actions::Error::Refused(Refusal::Stale)) => {
            let stale = |page: &Page| {
                let mut faults = Faulty::none();
                faults.add("title", page.t.get("editor-stale"));
                faults
            };
            page(&visit, &bench, form, stale).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/questionnaires/{form}/act`: publish, close, copy, remove.
pub(crate) async fn act(Staff(visit): Staff, Path(form): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let bench = bench(&visit, &form).await?;
    let (app, viewer, id) = (&visit.web.app, visit.viewer, bench.id());
    match typed.get("action") {
        "publish" => match questionnaires::publish(app, viewer, id).await {
            Ok(()) => Ok(done(&bench.root(), "questionnaire-published")),
            Err(actions::Error::Faulty(faults)) => {
                let zone = app.time_zone().await?;
                let row = &bench.questionnaire;
                let kept = as_kept(row, &zone);
                page(&visit, &bench, kept, |page| told(page, &faults)).await
            }
            Err(other) => Err(other.into()),
        },
        "close" => {
            questionnaires::close(app, viewer, id).await?;
            Ok(done(&bench.root(), "questionnaire-closed"))
        }
        "duplicate" => {
            let copy = questionnaires::duplicate(app, viewer, id).await?;
            Ok(done(&format!("/admin/questionnaires/{copy}"), "questionnaire-copied"))
        }
        "remove" => {
            questionnaires::remove_draft(app, viewer, id).await?;
            Ok(see(&format!("/admin/consultations/{}/questionnaires", bench.consultation.slug)))
        }
        _unknown => Ok(see(&bench.root())),
    }
}

/// `POST /admin/questionnaires/{form}/arrange`: `add`, `page:up:ID`, `question:copy:ID`…
pub(crate) async fn arrange(Staff(visit): Staff, Path(form): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let bench = bench(&visit, &form).await?;
    let action = typed.get("action");
    let mut words = action.splitn(3, ':');
    let (what, code, id) = (words.next().unwrap_or_default(), words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let change = match (what, Move::parse(code)) {
        ("page", Some(act)) => SectionId::parse(id).map(|id| Change::Section(id, act)),
        ("question", Some(act)) => QuestionId::parse(id).map(|id| Change::Question(id, act)),
        ("add", _) => Some(Change::AddSection),
        _unknown => None,
    };
    if let Some(change) = change {
        questionnaires::arrange(&visit.web.app, visit.viewer, bench.id(), change).await?;
    }
    Ok(see(&format!("{}#questions", bench.root())))
}

fn told(page: &Page, faults: &actions::Faults) -> Faulty {
    Faulty::new(&page.t, faults)
}

// ftl: questionnaire-kind-* questionnaire-respondents-* questionnaire-stage-*
async fn page(visit: &Visit, bench: &Bench, form: QuestionnaireForm, faults: impl FnOnce(&Page) -> Faulty) -> Reply {
    let (page, desk, head) = bench.open(visit, "").await?;
    let faults = faults(&page);
    let (page, status) = show::told(page, &faults);
    let t = &page.t;
    let choice = |code: &'static str, list: &str, chosen: bool| {
        Choice::new(code, t.code(list, code), chosen).hint(t.find(&format!("{list}-{code}-hint")).unwrap_or_default())
    };
    let respondents =
        Respondents::ALL.iter().map(|who| choice(who.code(), "questionnaire-respondents", who.code() == form.respondents)).collect();
    let kinds = QuestionKind::ALL.iter().map(|kind| choice(kind.code(), "questionnaire-kind", *kind == QuestionKind::Single)).collect();
    let line = |question: &domain::questionnaire::Question| Line {
        id: question.id.to_string(),
        label: question.label.clone(),
        kind: t.code("questionnaire-kind", question.kind.code()),
        required: question.required,
        condition: condition(t, &bench.form, question),
    };
    let sections = (1..).zip(&bench.form.sections).map(|(number, section): (usize, _)| {
        let place = t.count("questionnaire-page-number", number);
        Pages {
            id: section.id.to_string(),
            name: if section.title.is_empty() { place } else { format!("{place} – {}", section.title) },
            questions: section.questions.iter().map(line).collect(),
        }
    });
    let view = Editor {
        sections: sections.collect(),
        respondents,
        kinds,
        revision: bench.questionnaire.revision,
        answered: bench.answered,
        published: bench.terms.published,
        may_close: matches!(bench.stage, FormStage::Open | FormStage::Upcoming),
        head,
        desk,
        form,
        faults,
        page,
    };
    html_with(status, view)
}
