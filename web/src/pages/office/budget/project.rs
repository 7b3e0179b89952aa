//! What is done to a project in the back office: studied, noted, decided upon, put together with another, its works reported.

use super::super::desk::{self, Section};
use super::project_page::{Decided, Found, Sent, page, read};
use crate::error::{Error, Reply};
use crate::form::{Fields, Posted, done};
use crate::viewer::{Staff, Visit};
use actions::budget::{Decision, StudyForm, WorksForm};
use axum::extract::Path;
use axum::response::Response;
use domain::id::ContributionId;
use domain::text::Fault;

/// `GET /admin/consultations/{slug}/projects/{id}`.
pub(in super::super) async fn show(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>) -> Reply {
    let found = enter(&visit, &slug, &id).await?;
    page(&visit, found, Sent::default(), actions::Faults::new()).await
}

/// `POST /admin/consultations/{slug}/projects/{id}/study`.
pub(in super::super) async fn study(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>, Posted(typed): Posted<Fields>) -> Reply {
    let found = enter(&visit, &slug, &id).await?;
    let text = |name: &str| typed.get(name).to_owned();
    let form = StudyForm {
        envelope: text("envelope"),
        service: text("service"),
        agent: text("agent"),
        verdict: text("verdict"),
        cost: text("cost"),
        reasons: text("reasons"),
    };
    let outcome = actions::budget::study(&visit.web.app, visit.viewer, found.id(), &form).await;
    answer(&visit, found, Sent { study: Some(form), ..Sent::default() }, outcome, "office-saved").await
}

/// `POST /admin/consultations/{slug}/projects/{id}/note`.
pub(in super::super) async fn note(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>, Posted(typed): Posted<Fields>) -> Reply {
    let found = enter(&visit, &slug, &id).await?;
    let note = typed.get("note").to_owned();
    let outcome = actions::budget::note(&visit.web.app, visit.viewer, found.id(), &note).await;
    answer(&visit, found, Sent { note, ..Sent::default() }, outcome, "project-noted").await
}

/// `POST /admin/consultations/{slug}/projects/{id}/decide`: to the vote, set aside, or together with another.
pub(in super::super) async fn decide(
    Staff(visit): Staff,
    Path((slug, id)): Path<(String, String)>,
    Posted(typed): Posted<Fields>,
) -> Reply {
    let found = enter(&visit, &slug, &id).await?;
    let text = |name: &str| typed.get(name).to_owned();
    let (code, into) = (text("decision"), text("into"));
    let decision = Decision { to_vote: code == "put_to_vote", body: text("body"), signed_by: text("signed_by") };
    let app = &visit.web.app;
    let outcome = match (code.as_str(), ContributionId::parse(&into)) {
        ("put_to_vote" | "set_aside", _) => actions::budget::decide(app, visit.viewer, found.id(), &decision).await,
        ("merged", Some(into)) => actions::budget::merge(app, visit.viewer, found.id(), into, &decision.body, &decision.signed_by).await,
        ("merged", None) => Err(actions::Error::fault("into", Fault::Choice)),
        _ => Err(actions::Error::fault("decision", Fault::Missing)),
    };
    let decided = Decided { code, into, body: decision.body, signed_by: decision.signed_by };
    answer(&visit, found, Sent { decided: Some(decided), ..Sent::default() }, outcome, "office-answered").await
}

/// `POST /admin/consultations/{slug}/projects/{id}/works`.
pub(in super::super) async fn works(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>, Posted(typed): Posted<Fields>) -> Reply {
    let found = enter(&visit, &slug, &id).await?;
    let text = |name: &str| typed.get(name).to_owned();
    let form = WorksForm { state: text("state"), promised_on: text("promised_on"), done_on: text("done_on"), news: text("news") };
    let outcome = actions::budget::report_works(&visit.web.app, visit.viewer, found.id(), &form).await;
    answer(&visit, found, Sent { works: Some(form), ..Sent::default() }, outcome, "project-works").await
}

async fn enter(visit: &Visit, slug: &str, id: &str) -> Result<Found, Error> {
    desk::enter(visit, Section::Answers)?;
    read(visit, slug, id).await
}

/// The page again, with what was sent when something is wrong with it.
async fn answer(visit: &Visit, found: Found, sent: Sent, outcome: Result<(), actions::Error>, flash: &str) -> Result<Response, Error> {
    match outcome {
        Ok(()) => Ok(done(&found.path(), flash)),
        Err(actions::Error::Faulty(faults)) => page(visit, found, sent, faults).await,
        Err(other) => Err(other.into()),
    }
}
