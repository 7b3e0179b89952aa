//! The end of a questionnaire: reading one's answers again, sending them, going on later, deleting them.

use super::fields;
use super::fill::{Mine, mine};
use super::{Loaded, ME, as_viewer, read, respondent};
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, done, see};
use crate::page::{Page, html_with};
use crate::viewer::Visit;
use actions::limits::Purpose;
use actions::questionnaires::{self, Sent};
use askama::Template;
use axum::extract::Path;
use domain::questionnaire::ResponseState;
use domain::refusal::Refusal;
use http::StatusCode;

#[derive(Template)]
#[template(path = "questionnaire/send.html")]
struct Recap {
    page: Page,
    path: String,
    parts: Vec<Part>,
    mine: bool,
    email: String,
    faults: Faulty,
    retention: i32,
    lang: String,
}

#[derive(Template)]
#[template(path = "questionnaire/later.html")]
struct Later {
    page: Page,
    action: String,
    back: String,
    email: String,
    faults: Faulty,
}

/// A page of the questionnaire, as it was answered.
struct Part {
    title: String,
    path: String,
    lines: Vec<Line>,
}

/// A question and what was said.
struct Line {
    label: String,
    said: Vec<String>,
}

type Address = Path<(String, String, String)>;

/// `GET /c/{slug}/q/{form}/r/{key}/send`.
pub(crate) async fn show_send(visit: Visit, Path((slug, form, key)): Address) -> Reply {
    let (loaded, mine) = drafted(&visit, &slug, &form, &key).await?;
    recap(&visit, &loaded, &mine, &key, String::new(), actions::Faults::new()).await
}

/// `POST /c/{slug}/q/{form}/r/{key}/send`.
pub(crate) async fn send(visit: Visit, Path((slug, form, key)): Address, Posted(typed): Posted<Fields>) -> Reply {
    let (loaded, mine) = drafted(&visit, &slug, &form, &key).await?;
    let who = respondent(&visit, &key)?;
    if key != ME {
        visit.web.app.limits.check(Purpose::Letter, &visit.client.bucket())?;
    }
    let root = format!("{}/r/{key}", loaded.path());
    let (app, viewer, id, email) = (&visit.web.app, as_viewer(&visit, &who), loaded.questionnaire.id.to(), typed.get("email"));
    match questionnaires::send(app, viewer, who, id, email, visit.lang).await {
        Ok(Sent::Gap(page)) => Ok(see(&format!("{root}?p={}", page + 1))),
        Ok(Sent::Waiting | Sent::Counted | Sent::Flagged) => Ok(see(&root)),
        Err(actions::Error::Faulty(faults)) => recap(&visit, &loaded, &mine, &key, email.to_owned(), faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `GET /c/{slug}/q/{form}/r/{key}/later`.
pub(crate) async fn show_later(visit: Visit, Path((slug, form, key)): Address) -> Reply {
    let (loaded, _) = drafted(&visit, &slug, &form, &key).await?;
    later_page(&visit, &loaded, &key, String::new(), actions::Faults::new()).await
}

/// `POST /c/{slug}/q/{form}/r/{key}/later`: a letter with the link.
pub(crate) async fn later(visit: Visit, Path((slug, form, key)): Address, Posted(typed): Posted<Fields>) -> Reply {
    let (loaded, _) = drafted(&visit, &slug, &form, &key).await?;
    visit.web.app.limits.check(Purpose::Letter, &visit.client.bucket())?;
    let email = typed.get("email");
    match questionnaires::resume_later(&visit.web.app, &key, loaded.questionnaire.id.to(), email, visit.lang).await {
        Ok(()) => Ok(done(&loaded.path(), "questionnaire-link-sent")),
        Err(actions::Error::Faulty(faults)) => later_page(&visit, &loaded, &key, email.to_owned(), faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /c/{slug}/q/{form}/r/{key}/erase`: one's own answer goes.
pub(crate) async fn erase(visit: Visit, Path((slug, form, key)): Address, _: Posted<Fields>) -> Reply {
    let loaded = read(&visit, &slug, &form).await?;
    let who = respondent(&visit, &key)?;
    questionnaires::erase_own(&visit.web.app, who, loaded.questionnaire.id.to()).await?;
    Ok(done(&loaded.path(), "questionnaire-erased"))
}

/// An answer that is still being written.
async fn drafted(visit: &Visit, slug: &str, form: &str, key: &str) -> Result<(Loaded, Mine), Error> {
    let loaded = read(visit, slug, form).await?;
    let mine = mine(visit, &loaded, &respondent(visit, key)?).await?.ok_or(Error::NOT_FOUND)?;
    if mine.response.state != ResponseState::Draft.code() {
        return Err(Refusal::AlreadyDone.into());
    }
    Ok((loaded, mine))
}

async fn recap(visit: &Visit, loaded: &Loaded, mine: &Mine, key: &str, email: String, faults: actions::Faults) -> Reply {
    let page = loaded.page_below(visit, "questionnaire-recap").await?;
    let faults = Faulty::new(&page.t, &faults);
    let root = format!("{}/r/{key}", loaded.path());
    let part = |index: usize| {
        let section = loaded.form.sections.get(index)?;
        let lines = loaded.form.asked(index, &mine.answers).into_iter().map(|question| Line {
            label: question.label.clone(),
            said: mine.answers.get(&question.id).map(|answer| fields::said(&page.t, question, answer)).unwrap_or_default(),
        });
        let number = page.t.count("questionnaire-page-number", index + 1);
        let title = if section.title.is_empty() { number } else { section.title.clone() };
        Some(Part { title, path: format!("{root}?p={}", index + 1), lines: lines.collect() })
    };
    let parts = loaded.form.path(&mine.answers).into_iter().filter_map(part).collect();
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let lang = loaded.frame.consultation.lang.clone();
    let retention = loaded.questionnaire.retention_days;
    let page = page.with_faults(!faults.is_empty());
    html_with(status, Recap { parts, path: root, mine: key == ME, email, faults, retention, lang, page })
}

async fn later_page(visit: &Visit, loaded: &Loaded, key: &str, email: String, faults: actions::Faults) -> Reply {
    let page = loaded.page_below(visit, "questionnaire-later").await?;
    let faults = Faulty::new(&page.t, &faults);
    let root = format!("{}/r/{key}", loaded.path());
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = page.with_faults(!faults.is_empty());
    html_with(status, Later { action: format!("{root}/later"), back: root, email, faults, page })
}
