//! What the collectivity decides about an article: published as it was proposed, refused, withdrawn.

use super::edit::answer;
use super::edit_page::{Sent, read};
use crate::error::Reply;
use crate::form::{Fields, Posted};
use crate::viewer::Staff;
use axum::extract::Path;

/// `POST /admin/news/{article}/accept`.
pub(super) async fn accept(Staff(visit): Staff, Path(id): Path<String>, Posted(fields): Posted<Fields>) -> Reply {
    let found = read(&visit, &id).await?;
    let revision = fields.get("revision").parse().unwrap_or(-1);
    let outcome = actions::articles::accept(&visit.web.app, visit.viewer, found.id(), revision).await;
    answer(&visit, &found, Sent::default(), outcome, "article-published").await
}

/// `POST /admin/news/{article}/refuse`.
pub(super) async fn refuse(Staff(visit): Staff, Path(id): Path<String>, Posted(fields): Posted<Fields>) -> Reply {
    let found = read(&visit, &id).await?;
    let reason = fields.get("reason").to_owned();
    let outcome = actions::articles::refuse(&visit.web.app, visit.viewer, found.id(), &reason).await;
    answer(&visit, &found, Sent { reason, ..Sent::default() }, outcome, "article-refused").await
}

/// `POST /admin/news/{article}/withdraw`.
pub(super) async fn withdraw(Staff(visit): Staff, Path(id): Path<String>, Posted(fields): Posted<Fields>) -> Reply {
    let found = read(&visit, &id).await?;
    let reason = fields.get("reason").to_owned();
    let outcome = actions::articles::withdraw(&visit.web.app, visit.viewer, found.id(), &reason).await;
    answer(&visit, &found, Sent { reason, ..Sent::default() }, outcome, "article-withdrawn").await
}
