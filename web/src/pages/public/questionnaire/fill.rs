//! A page of a questionnaire: its questions, kept at each step, so that one may stop and go on later.

use super::fields::{self, Field};
use super::{Loaded, ME, as_viewer, read, respondent};
use crate::error::{Error, Reply};
use crate::form::{Faulty, Sent, see};
use crate::page::{Page, html_with};
use crate::viewer::Visit;
use actions::questionnaires::{self, PageOfAnswers, Respondent};
use askama::Template;
use axum::extract::{Path, Query};
use domain::id::QuestionId;
use domain::markup;
use domain::questionnaire::answer::{self, Answer, AnswerFault, Answers, Typed};
use domain::questionnaire::{FormStage, QuestionKind, ResponseState};
use domain::refusal::Refusal;
use http::StatusCode;
use serde::Deserialize;
use std::collections::BTreeMap;
use store::responses::Response;

#[derive(Template)]
#[template(path = "questionnaire/fill.html")]
struct Fill {
    page: Page,
    action: String,
    step: String,
    heading: String,
    /// Safe HTML.
    text: String,
    lang: String,
    fields: Vec<Field>,
    has_files: bool,
    number: usize,
    of: usize,
    back: bool,
    last: bool,
    mine: bool,
    faults: Faulty,
}

#[derive(Template)]
#[template(path = "questionnaire/sent.html")]
struct Done {
    page: Page,
    state: String,
    path: String,
    action: String,
    closes_at: store::At,
    published: bool,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    p: String,
}

/// Somebody's answer, with what they said.
pub(super) struct Mine {
    pub(super) response: Response,
    pub(super) answers: Answers,
}

/// Reads the answer of a respondent.
pub(super) async fn mine(visit: &Visit, loaded: &Loaded, who: &Respondent) -> Result<Option<Mine>, Error> {
    let (id, who, form) = (loaded.questionnaire.id, who.clone(), loaded.form.clone());
    let read = visit.web.app.store.read(move |db| {
        let Some(response) = questionnaires::own(db, id.to(), &who)? else { return Ok(None) };
        let answers = store::responses::answers(db, &form, response.id)?;
        Ok::<_, Error>(Some(Mine { response, answers }))
    });
    read.await
}

/// `GET /c/{slug}/q/{form}/r/{key}?p=N`.
pub(crate) async fn show(visit: Visit, Path((slug, form, key)): Path<(String, String, String)>, Query(asked): Query<Asked>) -> Reply {
    let loaded = read(&visit, &slug, &form).await?;
    let who = respondent(&visit, &key)?;
    let Some(mine) = mine(&visit, &loaded, &who).await? else {
        return if key == ME { Ok(see(&loaded.path())) } else { Err(Error::NOT_FOUND) };
    };
    if mine.response.state != ResponseState::Draft.code() {
        return done(&visit, &loaded, &mine, &key).await;
    }
    let page = loaded.page(&visit).await?;
    if loaded.stage(&page) != FormStage::Open {
        return Err(Refusal::NotOpenNow.into());
    }
    let path = loaded.form.path(&mine.answers);
    let reached = usize::try_from(mine.response.reached).unwrap_or(0);
    let wanted = asked.p.parse::<usize>().ok().map_or(reached, |number| number.saturating_sub(1));
    let section = path.iter().copied().rfind(|index| *index <= wanted).or(path.first().copied()).unwrap_or(0);
    render(page, &loaded, &mine, section, &key, &BTreeMap::new(), &[])
}

/// `POST /c/{slug}/q/{form}/r/{key}?p=N`.
pub(crate) async fn save(
    visit: Visit,
    Path((slug, form, key)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
    Sent(sent): Sent,
) -> Reply {
    let loaded = read(&visit, &slug, &form).await?;
    let who = respondent(&visit, &key)?;
    let section = asked.p.parse::<usize>().unwrap_or(1).saturating_sub(1);
    let questions = loaded.form.sections.get(section).map(|section| section.questions.as_slice()).unwrap_or_default();
    let typed: BTreeMap<QuestionId, Typed> =
        questions.iter().map(|question| (question.id, fields::typed(&loaded.form, question, &sent.fields))).collect();
    let mut files = BTreeMap::new();
    for (name, bytes) in sent.files {
        let asked = questions.iter().find(|q| q.kind == QuestionKind::File && fields::name(&loaded.form, q.id) == name);
        files.extend(asked.map(|question| (question.id, bytes)));
    }
    let action = sent.fields.get("action").to_owned();
    let strict = !matches!(action.as_str(), "back" | "later");
    let viewer = as_viewer(&visit, &who);
    let came = PageOfAnswers { typed: typed.clone(), files };
    let faults = questionnaires::save(&visit.web.app, viewer, who.clone(), loaded.questionnaire.id.to(), section, came, strict).await?;
    let mine = mine(&visit, &loaded, &who).await?.ok_or(Error::NOT_FOUND)?;
    if !faults.is_empty() {
        let page = loaded.page(&visit).await?;
        return render(page, &loaded, &mine, section, &key, &typed, &faults);
    }
    let root = format!("{}/r/{key}", loaded.path());
    let path = loaded.form.path(&mine.answers);
    let target = match action.as_str() {
        "later" if key == ME => format!("{}?done=questionnaire-saved", loaded.path()),
        "later" => format!("{root}/later"),
        "back" => path.iter().rfind(|index| **index < section).map_or_else(|| root.clone(), |index| format!("{root}?p={}", index + 1)),
        _next => {
            path.iter().find(|index| **index > section).map_or_else(|| format!("{root}/send"), |index| format!("{root}?p={}", index + 1))
        }
    };
    Ok(see(&target))
}

fn render(
    page: Page,
    loaded: &Loaded,
    mine: &Mine,
    section: usize,
    key: &str,
    typed: &BTreeMap<QuestionId, Typed>,
    wrong: &[(QuestionId, AnswerFault)],
) -> Reply {
    let path = loaded.form.path(&mine.answers);
    let number = path.iter().position(|index| *index == section).unwrap_or(0) + 1;
    let mut faults = Faulty::none();
    let mut fields = Vec::new();
    for question in loaded.form.asked(section, &mine.answers) {
        let fault = wrong.iter().find(|(id, _)| *id == question.id).map(|(_, fault)| *fault);
        let kept = mine.answers.get(&question.id);
        let said = typed.get(&question.id).cloned().or_else(|| kept.map(|answer| answer::typed(question, answer))).unwrap_or_default();
        let received = matches!(kept, Some(Answer::File(_)));
        let field = Field::new(&page, &loaded.form, question, &said, received, fault);
        if let Some(text) = &field.fault {
            faults.add(field.name.clone(), format!("{} – {text}", field.label));
        }
        fields.push(field);
    }
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let step = page.t.with2("questionnaire-step", "number", number, "of", path.len());
    let title = format!("{step} – {}", loaded.questionnaire.title);
    let mut page = page.under(loaded.path(), loaded.questionnaire.title.clone()).with_faults(!faults.is_empty());
    page.title = title;
    let told = loaded.form.sections.get(section);
    html_with(
        status,
        Fill {
            action: format!("{}/r/{key}?p={}", loaded.path(), section + 1),
            heading: told
                .map(|section| section.title.clone())
                .filter(|title| !title.is_empty())
                .unwrap_or_else(|| loaded.questionnaire.title.clone()),
            text: told.map(|section| markup::to_html(&section.text)).unwrap_or_default(),
            lang: loaded.frame.consultation.lang.clone(),
            has_files: fields.iter().any(|field| field.kind == QuestionKind::File.code()),
            fields,
            step,
            number,
            of: path.len(),
            back: number > 1,
            last: number == path.len(),
            mine: key == ME,
            faults,
            page,
        },
    )
}

// ftl: questionnaire-sent-*
async fn done(visit: &Visit, loaded: &Loaded, mine: &Mine, key: &str) -> Reply {
    let page = loaded.page_below(visit, "questionnaire-thanks").await?;
    html_with(
        StatusCode::OK,
        Done {
            state: mine.response.state.clone(),
            path: loaded.path(),
            action: format!("{}/r/{key}/erase", loaded.path()),
            closes_at: loaded.questionnaire.closes_at,
            published: loaded.questionnaire.results_at.is_some(),
            page,
        },
    )
}
