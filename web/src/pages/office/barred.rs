//! What a moderator decides beyond hiding a text of another server: to tell that server, and to take nothing more from its author.

use super::desk::{self, Desk, Section};
use crate::error::{Error, Reply};
use crate::form::{Posted, done};
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::{Staff, Visit};
use askama::Template;
use axum::extract::Query;
use domain::id::{ActorId, ContributionId};
use domain::refusal::Refusal;
use domain::text;
use serde::Deserialize;
use store::At;
use store::barriers::BarredActor;

/// Lines on a page.
const PER_PAGE: i64 = 50;

/// What is decided beyond hiding a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Beyond {
    /// Its server is told.
    pub(super) forward: bool,
    /// Nothing more is taken from its author.
    pub(super) bar: bool,
}

/// Does what was decided beyond hiding.
pub(super) async fn beyond(visit: &Visit, id: ContributionId, beyond: Beyond) -> Result<(), Error> {
    let app = &visit.web.app;
    if beyond.forward {
        actions::abroad::forward_report(app, visit.viewer, id).await?;
    }
    if beyond.bar {
        match actions::abroad::bar(app, visit.viewer, id).await {
            Ok(()) | Err(actions::Error::Refused(Refusal::AlreadyDone)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

#[derive(Template)]
#[template(path = "office/barred.html")]
struct Barred {
    page: Page,
    desk: Desk,
    waiting: i64,
    lines: Vec<Line>,
    pagination: Pagination,
}

/// Somebody from whom nothing more is taken.
struct Line {
    id: String,
    name: String,
    handle: String,
    consultation: String,
    since: At,
}

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: String,
}

/// Who is meant.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    actor: String,
}

/// `GET /admin/moderation/barred`.
pub(super) async fn show(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    let (page, desk) = desk::open(&visit, Section::Moderation, "network-barred").await?;
    let number = pagination::asked(&asked.page);
    let read = visit.web.app.store.read(move |db| {
        let barred = store::barriers::barred(db, PER_PAGE, pagination::offset(number, PER_PAGE))?;
        Ok::<_, store::Error>((barred, store::moderation::waiting(db)?))
    });
    let ((barred, total), waiting) = read.await?;
    let pagination = Pagination::new(total, PER_PAGE, number, |n| format!("/admin/moderation/barred?page={n}"));
    html(Barred { page, desk, waiting, lines: barred.into_iter().map(Line::new).collect(), pagination })
}

/// `POST /admin/moderation/barred`: somebody is heard again.
pub(super) async fn unbar(Staff(visit): Staff, Posted(chosen): Posted<Chosen>) -> Reply {
    desk::enter(&visit, Section::Moderation)?;
    let actor = ActorId::parse(&chosen.actor).ok_or(Error::NOT_FOUND)?;
    actions::abroad::unbar(&visit.web.app, visit.viewer, actor).await?;
    Ok(done("/admin/moderation/barred", "network-unbarred"))
}

impl Line {
    fn new(found: BarredActor) -> Self {
        Self {
            id: found.barred.actor_id.0.to_string(),
            name: text::line(&found.name),
            handle: format!("@{}@{}", text::line(&found.username), found.host),
            consultation: found.consultation,
            since: found.barred.made_at,
        }
    }
}
