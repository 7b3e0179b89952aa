//! The moderation queue: what was reported, by contribution, and the decision on it.

use super::barred::{self, Beyond};
use super::desk::{self, Desk, Section};
use super::held::{self, Waiting};
use super::hide::reasons;
use super::show::{self, Choice};
use crate::amendments::Amendment;
use crate::error::{Error, Reply};
use crate::form::{Faulty, Posted, done};
use crate::page::{Page, html_with};
use crate::pages::pagination::{self, Pagination};
use crate::texts::Texts;
use crate::viewer::{Staff, Visit};
use askama::Template;
use axum::extract::Query;
use domain::contribution::Origin;
use domain::id::{ContributionId, ReportId};
use domain::moderation::{Decision, Reason};
use domain::text::Fault;
use domain::{Timestamp, markup};
use serde::Deserialize;
use store::draft_texts::Spoken;
use store::moderation::Queued;

/// Reports on a page.
const PER_PAGE: i64 = 30;
/// Characters of an excerpt.
const EXCERPT: usize = 600;

#[derive(Template)]
#[template(path = "office/moderation.html")]
struct Moderation {
    page: Page,
    desk: Desk,
    decided: bool,
    waiting: i64,
    cases: Vec<Case>,
    /// What came from other servers and is read before it is shown.
    held: Vec<Waiting>,
    held_total: i64,
    held_pagination: Pagination,
    pagination: Pagination,
    faults: Faulty,
}

/// A contribution with the reports on it.
struct Case {
    report: String,
    contribution: String,
    path: String,
    kind: String,
    author: String,
    consultation: String,
    title: String,
    excerpt: String,
    /// What it asks of a paragraph of a text.
    amendment: Option<Amendment>,
    lang: String,
    at: Timestamp,
    notices: Vec<Notice>,
    reasons: Vec<Choice>,
    note: String,
    fault: Option<String>,
    decision: String,
    hidden: bool,
    /// Whether it comes from another server.
    elsewhere: bool,
    beyond: Beyond,
}

/// A report.
struct Notice {
    reason: String,
    note: String,
    at: Timestamp,
}

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    decided: String,
    page: String,
    held: String,
}

/// A decision as typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    report: String,
    contribution: String,
    decision: String,
    reason: String,
    note: String,
    forward: String,
    bar: String,
}

/// `GET /admin/moderation`.
pub(super) async fn show(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    page(&visit, &asked, None, actions::Faults::new()).await
}

/// `POST /admin/moderation`.
pub(super) async fn decide(Staff(visit): Staff, Posted(typed): Posted<Typed>) -> Reply {
    desk::enter(&visit, Section::Moderation)?;
    let app = &visit.web.app;
    let outcome = match Decision::parse(&typed.decision).ok_or(Error::NOT_FOUND)? {
        Decision::Dismissed => {
            let report = ReportId::parse(&typed.report).ok_or(Error::NOT_FOUND)?;
            actions::office::dismiss(app, visit.viewer, report).await.map(|()| "office-kept")
        }
        Decision::Hidden => {
            let contribution = ContributionId::parse(&typed.contribution).ok_or(Error::NOT_FOUND)?;
            let Some(reason) = Reason::parse(&typed.reason) else {
                return page(&visit, &Asked::default(), Some(typed), vec![("reason", Fault::Choice)]).await;
            };
            let hidden = actions::office::hide(app, visit.viewer, contribution, reason, &typed.note).await;
            if hidden.is_ok() {
                let beyond = Beyond { forward: !typed.forward.is_empty(), bar: !typed.bar.is_empty() };
                barred::beyond(&visit, contribution, beyond).await?;
            }
            hidden.map(|()| "office-hidden")
        }
    };
    match outcome {
        Ok(code) => Ok(done("/admin/moderation", code)),
        Err(actions::Error::Faulty(faults)) => page(&visit, &Asked::default(), Some(typed), faults).await,
        Err(other) => Err(other.into()),
    }
}

async fn page(visit: &Visit, asked: &Asked, typed: Option<Typed>, faults: actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Moderation, "moderation-title").await?;
    let decided = !asked.decided.is_empty();
    let number = pagination::asked(&asked.page);
    let held_number = pagination::asked(&asked.held);
    let ((queue, total), waiting, (held, held_total), spoken) = visit
        .web
        .app
        .store
        .read(move |db| {
            let queue = store::moderation::queue(db, decided, pagination::offset(number, PER_PAGE), PER_PAGE)?;
            let held = if decided {
                Vec::new()
            } else {
                store::views::held::queue(db, pagination::offset(held_number, held::PER_PAGE), held::PER_PAGE)?
            };
            let held_total = if decided { 0 } else { store::views::held::waiting(db)? };
            let ids = queue.0.iter().map(|one| one.contribution.id).chain(held.iter().map(|one| one.contribution.id));
            let spoken = store::draft_texts::said_by(db, &ids.collect::<Vec<_>>())?;
            Ok::<_, store::Error>((queue, store::moderation::waiting(db)?, (held, held_total), spoken))
        })
        .await?;
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let base = if decided { "/admin/moderation?decided=1&" } else { "/admin/moderation?" };
    let pagination = Pagination::new(total, PER_PAGE, number, |n| format!("{base}page={n}"));
    let mut cases = cases(&page.t, queue, &spoken);
    if let Some((case, typed)) = typed.as_ref().and_then(|typed| cases.iter_mut().find(|c| c.report == typed.report).zip(Some(typed))) {
        case.reasons = reasons(&page.t, &typed.reason);
        case.note.clone_from(&typed.note);
        case.beyond = Beyond { forward: !typed.forward.is_empty(), bar: !typed.bar.is_empty() };
        case.fault = faults.text("note").map(str::to_owned);
    }
    let held = held.iter().map(|each| Waiting::new(&page, each, &spoken)).collect();
    let held_pagination = Pagination::new(held_total, held::PER_PAGE, held_number, |n| format!("/admin/moderation?held={n}#held"));
    html_with(status, Moderation { page, desk, decided, waiting, cases, held, held_total, held_pagination, pagination, faults })
}

/// The reports, gathered by contribution, in the order of the first of each.
fn cases(t: &Texts, queue: Vec<Queued>, spoken: &[Spoken]) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for queued in queue {
        let notice = notice(t, &queued);
        let contribution = queued.contribution.id.0.to_string();
        match cases.iter_mut().find(|case| case.contribution == contribution) {
            Some(case) => case.notices.push(notice),
            None => {
                let seen = queued.contribution.withdrawn_at.is_none();
                let amendment = Amendment::among(t, spoken, queued.contribution.id).filter(|_| seen);
                cases.push(case(t, queued, notice, amendment));
            }
        }
    }
    cases
}

// ftl: reason-*
fn notice(t: &Texts, queued: &Queued) -> Notice {
    Notice { reason: t.code("reason", &queued.report.reason), note: queued.report.note.clone(), at: queued.report.reported_at.0 }
}

// ftl: kind-* moderation-decision-*
fn case(t: &Texts, queued: Queued, notice: Notice, amendment: Option<Amendment>) -> Case {
    let Queued { report, contribution, slug, consultation, author } = queued;
    Case {
        report: report.id.0.to_string(),
        contribution: contribution.id.0.to_string(),
        path: format!("/c/{slug}/p/{}", contribution.id.0),
        kind: t.code("kind", &contribution.kind),
        author: author.or(contribution.author_name).unwrap_or_else(|| t.get("moderation-nobody")),
        consultation,
        // Withdrawn: the author took it back, and the staff sees no more than the notice.
        excerpt: if contribution.withdrawn_at.is_some() { String::new() } else { markup::excerpt(&contribution.body, EXCERPT) },
        title: if contribution.withdrawn_at.is_some() { String::new() } else { contribution.title },
        amendment,
        lang: contribution.lang,
        at: contribution.created_at.0,
        notices: vec![notice],
        reasons: reasons(t, &report.reason),
        note: String::new(),
        fault: None,
        decision: report.decision.as_deref().map(|code| t.code("moderation-decision", code)).unwrap_or_default(),
        hidden: contribution.hidden_at.is_some(),
        elsewhere: contribution.origin == Origin::Remote.code(),
        beyond: Beyond::default(),
    }
}
