//! News of the collectivity: written, looked at, published, changed, thrown away.

use super::super::desk::{self, Section};
use super::edit_page::{Found, Sent, page, read};
use crate::error::{Error, Reply};
use crate::form::{Fields, Posted, done};
use crate::pages::kept;
use crate::viewer::{Staff, Visit};
use actions::articles::ArticleForm;
use axum::extract::Path;
use axum::response::Response;

fn typed(fields: &Fields) -> Sent {
    let text = |name: &str| fields.get(name).to_owned();
    let form = ArticleForm {
        title: text("title"),
        summary: text("summary"),
        body: text("body"),
        lang: text("lang"),
        consultation: text("consultation"),
    };
    let revision = fields.get("revision").parse().ok();
    Sent { text: Some(form), preview: fields.get("do") == "preview", revision, ..Sent::default() }
}

/// `GET /admin/news/new`.
pub(super) async fn begin(Staff(visit): Staff) -> Reply {
    desk::enter(&visit, Section::News)?;
    page(&visit, None, Sent::default(), actions::Faults::new()).await
}

/// `POST /admin/news/new`.
pub(super) async fn create(Staff(visit): Staff, Posted(fields): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::News)?;
    let sent = typed(&fields);
    if sent.preview {
        return page(&visit, None, sent, actions::Faults::new()).await;
    }
    let form = sent.text.clone().unwrap_or_default();
    match actions::articles::draft(&visit.web.app, visit.viewer, &form).await {
        Ok(id) => Ok(done(&format!("/admin/news/{id}"), "office-saved")),
        Err(actions::Error::Faulty(faults)) => page(&visit, None, sent, faults).await,
        Err(actions::Error::Refused(refusal)) if kept::keeps(refusal) => {
            page(&visit, None, Sent { refused: Some(refusal), ..sent }, actions::Faults::new()).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `GET /admin/news/{article}`.
pub(super) async fn show(Staff(visit): Staff, Path(id): Path<String>) -> Reply {
    let found = read(&visit, &id).await?;
    page(&visit, Some(&found), Sent::default(), actions::Faults::new()).await
}

/// `POST /admin/news/{article}`: of what is published, another version.
pub(super) async fn save(Staff(visit): Staff, Path(id): Path<String>, Posted(fields): Posted<Fields>) -> Reply {
    let found = read(&visit, &id).await?;
    let sent = typed(&fields);
    if sent.preview {
        return page(&visit, Some(&found), sent, actions::Faults::new()).await;
    }
    let (form, revision) = (sent.text.clone().unwrap_or_default(), sent.revision.unwrap_or(-1));
    let outcome = actions::articles::edit(&visit.web.app, visit.viewer, found.id(), revision, &form).await;
    answer(&visit, &found, sent, outcome, "office-saved").await
}

/// `POST /admin/news/{article}/publish`.
pub(super) async fn publish(Staff(visit): Staff, Path(id): Path<String>, Posted(fields): Posted<Fields>) -> Reply {
    let found = read(&visit, &id).await?;
    let revision = fields.get("revision").parse().unwrap_or(-1);
    let outcome = actions::articles::publish(&visit.web.app, visit.viewer, found.id(), revision).await;
    answer(&visit, &found, Sent::default(), outcome, "article-published").await
}

/// `POST /admin/news/{article}/remove`.
pub(super) async fn remove(Staff(visit): Staff, Path(id): Path<String>, _: Posted<Fields>) -> Reply {
    let found = read(&visit, &id).await?;
    actions::articles::remove(&visit.web.app, visit.viewer, found.id()).await?;
    Ok(done("/admin/news", "article-removed"))
}

/// The page again, with what was sent when something is wrong with it.
pub(super) async fn answer(
    visit: &Visit,
    found: &Found,
    sent: Sent,
    outcome: Result<(), actions::Error>,
    flash: &str,
) -> Result<Response, Error> {
    match outcome {
        Ok(()) => Ok(done(&found.path(), flash)),
        Err(actions::Error::Faulty(faults)) => page(visit, Some(found), sent, faults).await,
        Err(actions::Error::Refused(refusal)) if sent.text.is_some() && kept::keeps(refusal) => {
            let found = read(visit, &found.id().to_string()).await?;
            // Sent once more, it takes the place of what somebody else kept: the page says so.
            let revision = Some(found.row.revision);
            page(visit, Some(&found), Sent { refused: Some(refusal), revision, ..sent }, actions::Faults::new()).await
        }
        Err(other) => Err(other.into()),
    }
}
