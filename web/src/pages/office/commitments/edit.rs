//! What is done to a commitment: written, linked to the contributions it comes from, published, reported on, thrown away.

use super::super::editor;
use super::edit_page::{Asked, Found, Sent, begin_page, page, read};
use crate::error::{Error, Reply};
use crate::form::{Fields, Posted, done};
use crate::viewer::{Staff, Visit};
use actions::commitments::{CommitmentForm, MilestoneForm, ProgressForm};
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::id::{CommitmentId, ContributionId};

/// Most contributions linked at once.
const CHOSEN_MAX: usize = 20;

fn written(typed: &Fields) -> CommitmentForm {
    let text = |name: &str| typed.get(name).to_owned();
    CommitmentForm {
        title: text("title"),
        body: text("body"),
        responsible: text("responsible"),
        cost: text("cost"),
        promised_on: text("promised_on"),
    }
}

/// `GET /admin/consultations/{slug}/commitments/new`.
pub(crate) async fn begin(Staff(visit): Staff, Path(slug): Path<String>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    begin_page(&visit, &frame, CommitmentForm::default(), actions::Faults::new()).await
}

/// `POST /admin/consultations/{slug}/commitments/new`.
pub(crate) async fn create(Staff(visit): Staff, Path(slug): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let form = written(&typed);
    match actions::commitments::draft(&visit.web.app, visit.viewer, &slug, &form).await {
        Ok(id) => Ok(done(&format!("/admin/consultations/{slug}/commitments/{id}"), "office-saved")),
        Err(actions::Error::Faulty(faults)) => begin_page(&visit, &frame, form, faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `GET /admin/consultations/{slug}/commitments/{id}?q=…`.
pub(crate) async fn show(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>, Query(asked): Query<Asked>) -> Reply {
    let found = read(&visit, &slug, &id, &asked).await?;
    page(&visit, found, Sent::default(), actions::Faults::new()).await
}

/// `POST /admin/consultations/{slug}/commitments/{id}`.
pub(crate) async fn save(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>, Posted(typed): Posted<Fields>) -> Reply {
    let found = read(&visit, &slug, &id, &Asked::default()).await?;
    let form = written(&typed);
    let outcome = actions::commitments::edit(&visit.web.app, visit.viewer, found.id(), &form).await;
    answer(&visit, found, Sent { text: Some(form), ..Sent::default() }, outcome, "office-saved").await
}

/// `POST /admin/consultations/{slug}/commitments/{id}/publish`.
pub(crate) async fn publish(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>, _: Posted<Fields>) -> Reply {
    let found = read(&visit, &slug, &id, &Asked::default()).await?;
    let outcome = actions::commitments::publish(&visit.web.app, visit.viewer, found.id()).await;
    answer(&visit, found, Sent::default(), outcome, "commitment-published").await
}

/// `POST /admin/consultations/{slug}/commitments/{id}/progress`.
pub(crate) async fn report(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>, Posted(typed): Posted<Fields>) -> Reply {
    let found = read(&visit, &slug, &id, &Asked::default()).await?;
    let text = |name: &str| typed.get(name).to_owned();
    let form = ProgressForm {
        state: text("state"),
        progress: text("progress"),
        promised_on: text("promised_on"),
        finished_on: text("finished_on"),
        words: text("words"),
    };
    let outcome = actions::commitments::report(&visit.web.app, visit.viewer, found.id(), &form).await;
    answer(&visit, found, Sent { progress: Some(form), ..Sent::default() }, outcome, "commitment-reported").await
}

/// `POST /admin/consultations/{slug}/commitments/{id}/milestones`.
pub(crate) async fn add_milestone(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>, Posted(typed): Posted<Fields>) -> Reply {
    let found = read(&visit, &slug, &id, &Asked::default()).await?;
    let form = MilestoneForm { title: typed.get("milestone").to_owned(), due_on: typed.get("due_on").to_owned() };
    let outcome = actions::commitments::add_milestone(&visit.web.app, visit.viewer, found.id(), &form).await;
    answer(&visit, found, Sent { milestone: form, ..Sent::default() }, outcome, "office-saved").await
}

/// `POST /admin/consultations/{slug}/commitments/{id}/milestones/reach`.
pub(crate) async fn reach_milestone(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>, Posted(typed): Posted<Fields>) -> Reply {
    let found = read(&visit, &slug, &id, &Asked::default()).await?;
    let which = CommitmentId::parse(typed.get("which")).ok_or(Error::NOT_FOUND)?;
    let day = typed.get("reached_on").to_owned();
    let outcome = actions::commitments::reach_milestone(&visit.web.app, visit.viewer, found.id(), which, &day).await;
    answer(&visit, found, Sent { reached: Some((which, day)), ..Sent::default() }, outcome, "office-saved").await
}

/// `POST /admin/consultations/{slug}/commitments/{id}/milestones/remove`.
pub(crate) async fn remove_milestone(
    Staff(visit): Staff,
    Path((slug, id)): Path<(String, String)>,
    Posted(typed): Posted<Fields>,
) -> Reply {
    let found = read(&visit, &slug, &id, &Asked::default()).await?;
    let which = CommitmentId::parse(typed.get("which")).ok_or(Error::NOT_FOUND)?;
    let outcome = actions::commitments::remove_milestone(&visit.web.app, visit.viewer, found.id(), which).await;
    answer(&visit, found, Sent::default(), outcome, "office-saved").await
}

/// `POST /admin/consultations/{slug}/commitments/{id}/sources`: the ticked contributions.
pub(crate) async fn link(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>, Posted(typed): Posted<Fields>) -> Reply {
    let asked = Asked { q: typed.get("q").to_owned() };
    let found = read(&visit, &slug, &id, &asked).await?;
    let chosen = typed.iter().filter(|(name, _)| *name == "contributions").take(CHOSEN_MAX);
    let chosen: Vec<ContributionId> = chosen.filter_map(|(_, id)| ContributionId::parse(id)).collect();
    let outcome = actions::commitments::link(&visit.web.app, visit.viewer, found.id(), &chosen).await;
    answer(&visit, found, Sent::default(), outcome, "office-saved").await
}

/// `POST /admin/consultations/{slug}/commitments/{id}/sources/remove`.
pub(crate) async fn unlink(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>, Posted(typed): Posted<Fields>) -> Reply {
    let found = read(&visit, &slug, &id, &Asked::default()).await?;
    let contribution = ContributionId::parse(typed.get("contribution")).ok_or(Error::NOT_FOUND)?;
    let outcome = actions::commitments::unlink(&visit.web.app, visit.viewer, found.id(), contribution).await;
    answer(&visit, found, Sent::default(), outcome, "office-saved").await
}

/// `POST /admin/consultations/{slug}/commitments/{id}/remove`.
pub(crate) async fn remove(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>, _: Posted<Fields>) -> Reply {
    let found = read(&visit, &slug, &id, &Asked::default()).await?;
    actions::commitments::remove(&visit.web.app, visit.viewer, found.id()).await?;
    Ok(done(&format!("/admin/consultations/{slug}/commitments"), "commitment-removed"))
}

/// The page again, with what was sent when something is wrong with it.
async fn answer(visit: &Visit, found: Found, sent: Sent, outcome: Result<(), actions::Error>, flash: &str) -> Result<Response, Error> {
    match outcome {
        Ok(()) => Ok(done(&found.path(), flash)),
        Err(actions::Error::Faulty(faults)) => page(visit, found, sent, faults).await,
        Err(other) => Err(other.into()),
    }
}
