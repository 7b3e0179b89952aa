//! Report a contribution to the moderators.

use super::contribution::limit_key;
use super::load::{self, Subject};
use crate::error::{Error, Reply};
use crate::form::{self, Faulty, Posted};
use crate::page::{Page, html, html_with};
use crate::viewer::{SignedIn, Visit};
use actions::limits::Purpose;
use askama::Template;
use axum::extract::Path;
use domain::moderation::Reason;
use domain::permission::{self, Verb};
use domain::refusal::Refusal;
use domain::text::{Fault, SHORT_MAX};
use serde::Deserialize;

/// Characters of what is reported.
const QUOTE: usize = 300;

#[derive(Template)]
#[template(path = "report.html")]
struct Report {
    page: Page,
    faults: Faulty,
    path: String,
    title: String,
    author: String,
    excerpt: String,
    lang: String,
    reasons: Vec<(&'static str, bool)>,
    note: String,
    note_max: usize,
}

/// The form, as it was sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    reason: String,
    note: String,
}

/// `GET /c/{slug}/p/{id}/report`.
pub(super) async fn show(SignedIn(visit): SignedIn, Path((slug, id)): Path<(String, String)>) -> Reply {
    let subject = load::read_whole(&visit, &slug, &id).await?;
    permission::may(visit.viewer, Verb::Report, &subject.standing, &subject.frame.calendar, visit.web.app.now())?;
    html(view(&visit, &subject, &Typed::default(), &actions::Faults::new()).await?)
}

/// `POST /c/{slug}/p/{id}/report`.
pub(super) async fn send(SignedIn(visit): SignedIn, Path((slug, id)): Path<(String, String)>, Posted(typed): Posted<Typed>) -> Reply {
    let subject = load::read_whole(&visit, &slug, &id).await?;
    let result = match Reason::parse(&typed.reason) {
        None => Err(Error::Faulty(vec![("reason", Fault::Choice)])),
        Some(reason) => {
            visit.web.app.limits.check(Purpose::Report, &limit_key(visit.viewer.actor))?;
            let target = subject.whole.card.contribution.id.to();
            actions::contributions::report(&visit.web.app, visit.viewer, target, reason, &typed.note).await.map_err(Error::from)
        }
    };
    match result {
        Ok(()) | Err(Error::Refused(Refusal::AlreadyDone)) => Ok(form::done(&subject.path(), "reported")),
        Err(Error::Faulty(faults)) => {
            let view = view(&visit, &subject, &typed, &faults).await?;
            html_with(http::StatusCode::UNPROCESSABLE_ENTITY, view)
        }
        Err(other) => Err(other),
    }
}

async fn view(visit: &Visit, subject: &Subject, typed: &Typed, faults: &actions::Faults) -> Result<Report, Error> {
    let page = visit.page("contribution-report-title").await?;
    let card = &subject.whole.card;
    let contribution = &card.contribution;
    let page = page
        .under(format!("/c/{}", subject.frame.consultation.slug), subject.frame.consultation.title.clone())
        .with_faults(!faults.is_empty());
    Ok(Report {
        faults: Faulty::new(&page.t, faults),
        path: subject.path(),
        title: contribution.title.clone(),
        author: super::items::author(&page.t, contribution, card.author.as_deref(), card.username.as_deref()).name,
        excerpt: domain::markup::excerpt(&contribution.body, QUOTE),
        lang: contribution.lang.clone(),
        reasons: Reason::ALL.iter().map(|reason| (reason.code(), reason.code() == typed.reason)).collect(),
        note: typed.note.clone(),
        note_max: SHORT_MAX,
        page,
    })
}
