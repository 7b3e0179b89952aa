//! Confirming the address behind an answer: a page with a button, because programs that read mail open every link.

use super::{Loaded, read};
use crate::error::Reply;
use crate::form::{Fields, Posted};
use crate::page::{Page, html};
use crate::viewer::Visit;
use actions::questionnaires::{self, Sent};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "questionnaire/confirm.html")]
struct Confirm {
    page: Page,
    path: String,
    /// What became of it, once it is confirmed.
    state: &'static str,
    closes_at: store::At,
}

/// `GET /c/{slug}/q/{form}/confirm/{token}`.
pub(crate) async fn show(visit: Visit, Path((slug, form, _)): Path<(String, String, String)>) -> Reply {
    let loaded = read(&visit, &slug, &form).await?;
    page(&visit, &loaded, "").await
}

/// `POST /c/{slug}/q/{form}/confirm/{token}`.
pub(crate) async fn confirm(visit: Visit, Path((slug, form, token)): Path<(String, String, String)>, _: Posted<Fields>) -> Reply {
    let loaded = read(&visit, &slug, &form).await?;
    let state = match questionnaires::confirm(&visit.web.app, loaded.questionnaire.id.to(), &token).await? {
        Sent::Flagged => "flagged",
        Sent::Counted | Sent::Waiting | Sent::Gap(_) => "counted",
    };
    page(&visit, &loaded, state).await
}

// ftl: questionnaire-sent-*
async fn page(visit: &Visit, loaded: &Loaded, state: &'static str) -> Reply {
    let page = loaded.page_below(visit, "questionnaire-confirm").await?;
    html(Confirm { path: loaded.path(), state, closes_at: loaded.questionnaire.closes_at, page })
}
