//! Propose an article to the collectivity.

use super::CHOICES;
use crate::error::{Error, Reply};
use crate::form::{Choice, Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::pages::kept;
use crate::pages::public::limit_key;
use crate::pages::public::voice;
use crate::viewer::Visit;
use actions::articles::ArticleForm;
use actions::limits::Purpose;
use askama::Template;
use axum::http::StatusCode;
use domain::article::{self, ARTICLE_MAX, SUMMARY_MAX, WAITING_MAX};
use domain::id::ArticleId;
use domain::lang::Lang;
use domain::text::TITLE_MAX;
use store::Uid;

#[derive(Template)]
#[template(path = "article_form.html")]
struct FormPage {
    page: Page,
    fields: ArticleFields,
    /// Whether as many wait as may.
    full: bool,
}

/// The form of an article, for whoever proposes one.
pub(super) struct ArticleFields {
    pub(super) faults: Faulty,
    pub(super) action: String,
    pub(super) form: ArticleForm,
    /// What it was when the visitor read it; nothing for a new one.
    pub(super) revision: Option<i32>,
    pub(super) langs: Vec<Choice>,
    pub(super) consultations: Vec<Choice>,
    /// In whose name; empty where there is no choice.
    pub(super) names: Vec<Choice>,
    pub(super) title_max: usize,
    pub(super) summary_max: usize,
    pub(super) body_max: usize,
}

/// The fields of an article.
pub(super) fn typed(fields: &Fields) -> ArticleForm {
    let text = |name: &str| fields.get(name).to_owned();
    ArticleForm {
        title: text("title"),
        summary: text("summary"),
        body: text("body"),
        lang: text("lang"),
        consultation: text("consultation"),
    }
}

impl ArticleFields {
    /// The form with what was typed.
    pub(super) async fn new(visit: &Visit, page: &Page, form: ArticleForm, faults: Faulty) -> Result<Self, Error> {
        let rows = visit.web.app.store.read(|db| store::articles::choices(db, false, CHOICES)).await?;
        Ok(Self {
            langs: languages(&form.lang),
            consultations: consultations(page, rows, &form.consultation),
            faults,
            action: "/news/new".to_owned(),
            form,
            revision: None,
            names: Vec::new(),
            title_max: TITLE_MAX,
            summary_max: SUMMARY_MAX,
            body_max: ARTICLE_MAX,
        })
    }
}

/// The languages of an article, by their own names.
pub(in crate::pages) fn languages(chosen: &str) -> Vec<Choice> {
    let choice = |lang: &Lang| Choice { code: lang.code().to_owned(), label: lang.own_name().to_owned(), chosen: lang.code() == chosen };
    Lang::ALL.iter().map(choice).collect()
}

/// The consultations that an article may be about, and none.
pub(in crate::pages) fn consultations(page: &Page, rows: Vec<(String, String)>, chosen: &str) -> Vec<Choice> {
    let none = Choice { code: String::new(), label: page.t.get("article-no-consultation"), chosen: chosen.is_empty() };
    let one = |(slug, title): (String, String)| Choice { chosen: slug == chosen, code: slug, label: title };
    std::iter::once(none).chain(rows.into_iter().map(one)).collect()
}

/// `GET /news/new`.
pub(in crate::pages::public) async fn begin(visit: Visit) -> Reply {
    article::may_propose(visit.viewer)?;
    let form = ArticleForm { lang: visit.lang.code().to_owned(), ..ArticleForm::default() };
    page(&visit, form, "", None).await
}

/// `POST /news/new`.
pub(in crate::pages::public) async fn submit(visit: Visit, Posted(fields): Posted<Fields>) -> Reply {
    visit.me()?;
    let form = typed(&fields);
    match send(&visit, fields.get("in_name_of"), &form).await {
        Ok(id) => Ok(done(&format!("/news/mine/{id}"), "article-submitted")),
        Err(refused) => page(&visit, form, fields.get("in_name_of"), Some(refused)).await,
    }
}

async fn send(visit: &Visit, in_name_of: &str, form: &ArticleForm) -> Result<ArticleId, Error> {
    let speaker = voice::speaker(visit, in_name_of)?;
    visit.web.app.limits.check(Purpose::Publish, &limit_key(visit.viewer.actor))?;
    Ok(actions::articles::submit(&visit.web.app, speaker, form).await?)
}

/// What is wrong and the status, where the form comes back with its text; else the error itself.
pub(super) fn told(page: &Page, refused: Option<Error>) -> Result<(Faulty, StatusCode), Error> {
    match refused {
        None => Ok((Faulty::none(), StatusCode::OK)),
        Some(Error::Faulty(faults)) => Ok(kept::told(&page.t, &faults, None)),
        Some(Error::Refused(refusal)) if kept::keeps(refusal) => Ok(kept::told(&page.t, &actions::Faults::new(), Some(("title", refusal)))),
        Some(other) => Err(other),
    }
}

async fn page(visit: &Visit, form: ArticleForm, speaker: &str, refused: Option<Error>) -> Reply {
    let page = visit.page("article-propose").await?;
    let list = page.t.get("news-title");
    let page = page.under("/news", list);
    let names = voice::choices(&page.t, visit, &voice::names(visit).await?, speaker);
    let (faults, status) = told(&page, refused)?;
    let (page, person) = (page.with_faults(!faults.is_empty()), visit.viewer.actor.map(Uid::of));
    let waiting = visit.web.app.store.read(move |db| person.map_or(Ok(0), |person| store::articles::waiting_of(db, person))).await?;
    let full = faults.is_empty() && usize::try_from(waiting).is_ok_and(|waiting| waiting >= WAITING_MAX);
    let fields = ArticleFields { names, ..ArticleFields::new(visit, &page, form, faults).await? };
    html_with(status, FormPage { page, fields, full })
}
