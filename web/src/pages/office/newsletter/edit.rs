//! What is done with an issue: written, tried out, sent, thrown away.

use super::super::desk::{self, Section};
use super::edit_page::{Found, Sent, page, read};
use crate::error::{Error, Reply};
use crate::form::{Fields, Posted, done};
use crate::pages::kept;
use crate::viewer::{Staff, Visit};
use actions::newsletters::{self, IssueForm};
use axum::extract::Path;
use axum::response::Response;
use domain::newsletter::ITEMS_MAX;

fn typed(fields: &Fields) -> IssueForm {
    let text = |name: &str| fields.get(name).to_owned();
    let items = fields.iter().filter(|(name, _)| *name == "items").map(|(_, code)| code.to_owned());
    IssueForm {
        segment: text("segment"),
        title: text("title"),
        body: text("body"),
        lang: text("lang"),
        items: items.take(ITEMS_MAX + 1).collect(),
    }
}

/// `GET /admin/newsletter/new`.
pub(super) async fn begin(Staff(visit): Staff) -> Reply {
    desk::enter(&visit, Section::News)?;
    page(&visit, None, Sent::default(), actions::Faults::new()).await
}

/// `POST /admin/newsletter/new`.
pub(super) async fn create(Staff(visit): Staff, Posted(fields): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::News)?;
    let form = typed(&fields);
    match newsletters::draft(&visit.web.app, visit.viewer, &form).await {
        Ok(id) => Ok(done(&format!("/admin/newsletter/{id}"), "office-saved")),
        Err(actions::Error::Faulty(faults)) => page(&visit, None, Sent { text: Some(form), ..Sent::default() }, faults).await,
        Err(actions::Error::Refused(refusal)) if kept::keeps(refusal) => {
            let sent = Sent { text: Some(form), refused: Some(refusal), ..Sent::default() };
            page(&visit, None, sent, actions::Faults::new()).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `GET /admin/newsletter/{issue}`.
pub(super) async fn show(Staff(visit): Staff, Path(id): Path<String>) -> Reply {
    let found = read(&visit, &id).await?;
    page(&visit, Some(&found), Sent::default(), actions::Faults::new()).await
}

/// `POST /admin/newsletter/{issue}`.
pub(super) async fn save(Staff(visit): Staff, Path(id): Path<String>, Posted(fields): Posted<Fields>) -> Reply {
    let found = read(&visit, &id).await?;
    let (form, revision) = (typed(&fields), fields.get("revision").parse().ok());
    let outcome = newsletters::edit(&visit.web.app, visit.viewer, found.id(), revision.unwrap_or(-1), &form).await;
    answer(&visit, &found, Sent { text: Some(form), revision, ..Sent::default() }, outcome, "office-saved").await
}

/// `POST /admin/newsletter/{issue}/try`.
pub(super) async fn try_out(Staff(visit): Staff, Path(id): Path<String>, _: Posted<Fields>) -> Reply {
    let found = read(&visit, &id).await?;
    let outcome = newsletters::try_out(&visit.web.app, visit.viewer, found.id()).await;
    answer(&visit, &found, Sent::default(), outcome, "newsletter-tried").await
}

/// `POST /admin/newsletter/{issue}/send`.
pub(super) async fn send(Staff(visit): Staff, Path(id): Path<String>, Posted(fields): Posted<Fields>) -> Reply {
    let found = read(&visit, &id).await?;
    let revision = fields.get("revision").parse().unwrap_or(-1);
    let outcome = newsletters::send(&visit.web.app, visit.viewer, found.id(), revision).await;
    answer(&visit, &found, Sent::default(), outcome, "newsletter-sent").await
}

/// `POST /admin/newsletter/{issue}/remove`.
pub(super) async fn remove(Staff(visit): Staff, Path(id): Path<String>, _: Posted<Fields>) -> Reply {
    let found = read(&visit, &id).await?;
    newsletters::remove(&visit.web.app, visit.viewer, found.id()).await?;
    Ok(done("/admin/newsletter", "article-removed"))
}

async fn answer(visit: &Visit, found: &Found, sent: Sent, outcome: Result<(), actions::Error>, flash: &str) -> Result<Response, Error> {
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
