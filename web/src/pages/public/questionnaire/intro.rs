//! The first page of a questionnaire: what it is for, who may answer and until when, how long answers are kept.

use super::{Loaded, ME, read};
use crate::error::{Error, Reply};
use crate::form::{Fields, Posted, see};
use crate::page::{Page, html};
use crate::viewer::Visit;
use actions::limits::Purpose;
use actions::questionnaires::{self, Respondent};
use askama::Template;
use axum::extract::Path;
use domain::markup;
use domain::questionnaire::{FormStage, Respondents};
use domain::refusal::Refusal;
use store::views::page::Frame;
use store::{Db, Uid};

#[derive(Template)]
#[template(path = "questionnaire/intro.html")]
struct Intro {
    page: Page,
    path: String,
    lang: String,
    stage: &'static str,
    /// Safe HTML.
    introduction: String,
    /// Safe HTML.
    purpose: String,
    questions: usize,
    pages: usize,
    open_to_all: bool,
    closes_at: store::At,
    opens_at: store::At,
    retention: i32,
    /// Whether somebody must sign in first.
    sign_in: bool,
    may_answer: bool,
    begun: bool,
    sent: bool,
    results: bool,
    draft: bool,
    contact: String,
}

/// A questionnaire, as the page of its consultation offers it.
pub(crate) struct Offered {
    pub(crate) path: String,
    pub(crate) title: String,
    pub(crate) open: bool,
    pub(crate) results: bool,
}

/// The questionnaires that everybody sees on the page of a consultation.
pub(crate) fn offered(db: &mut Db, frame: &Frame, now: domain::Timestamp) -> Result<Vec<Offered>, Error> {
    let mut all = Vec::new();
    for questionnaire in store::questionnaires::of_consultation(db, frame.consultation.id, false)? {
        let stage = questionnaire.terms()?.stage(&frame.calendar, now);
        all.push(Offered {
            path: format!("/c/{}/q/{}", frame.consultation.slug, questionnaire.id.0),
            open: stage == FormStage::Open,
            results: questionnaire.results_at.is_some(),
            title: questionnaire.title,
        });
    }
    Ok(all)
}

/// `GET /c/{slug}/q/{form}`.
pub(crate) async fn show(visit: Visit, Path((slug, form)): Path<(String, String)>) -> Reply {
    let loaded = read(&visit, &slug, &form).await?;
    let (id, actor) = (loaded.questionnaire.id, visit.viewer.actor);
    let own = match actor {
        Some(actor) => visit.web.app.store.read(move |db| store::responses::of_actor(db, id, Uid::of(actor))).await?,
        None => None,
    };
    let page = loaded.page(&visit).await?;
    let may = loaded.terms.may_answer(visit.viewer, &loaded.frame.calendar, page.now);
    let stage = loaded.stage(&page);
    let Loaded { questionnaire, form, frame, terms } = &loaded;
    let draft_of_answer = own.as_ref().is_some_and(|own| own.state == domain::questionnaire::ResponseState::Draft.code());
    html(Intro {
        path: loaded.path(),
        lang: frame.consultation.lang.clone(),
        stage: stage.code(),
        introduction: markup::to_html(&questionnaire.introduction),
        purpose: markup::to_html(&questionnaire.purpose),
        questions: form.questions().count(),
        pages: form.sections.len(),
        open_to_all: terms.respondents == Respondents::Everyone,
        closes_at: questionnaire.closes_at,
        opens_at: questionnaire.opens_at,
        retention: questionnaire.retention_days,
        sign_in: may == Err(Refusal::SignInFirst),
        may_answer: may.is_ok() && (own.is_none() || draft_of_answer),
        begun: draft_of_answer,
        sent: own.is_some() && !draft_of_answer,
        results: questionnaire.results_at.is_some(),
        draft: !terms.published,
        contact: page.instance.contact.clone(),
        page,
    })
}

/// `POST /c/{slug}/q/{form}`: begin, or go on.
pub(crate) async fn start(visit: Visit, Path((slug, form)): Path<(String, String)>, _: Posted<Fields>) -> Reply {
    let loaded = read(&visit, &slug, &form).await?;
    visit.web.app.limits.check(Purpose::Form, &visit.client.bucket())?;
    let who = questionnaires::begin(&visit.web.app, visit.viewer, loaded.questionnaire.id.to()).await?;
    let key = match who {
        Respondent::Account(_) => ME.to_owned(),
        Respondent::Link(token) => token,
    };
    Ok(see(&format!("{}/r/{key}", loaded.path())))
}
