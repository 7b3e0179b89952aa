//! The consultations of the collectivity: drafts, open, closed.

use super::desk::{self, Desk, Section};
use super::show;
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::texts::Texts;
use crate::viewer::Staff;
use askama::Template;
use axum::extract::Query;
use domain::consultation::{Calendar, Stage};
use jiff::Timestamp;
use serde::Deserialize;
use store::consultations::Phase;
use store::views::home::{State, Teaser};

/// Consultations on a page.
const PER_PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "office/consultations.html")]
struct Consultations {
    page: Page,
    desk: Desk,
    rows: Vec<Row>,
    pagination: Pagination,
}

/// A line of the table.
pub(super) struct Row {
    pub(super) path: String,
    pub(super) title: String,
    pub(super) stage: Stage,
    pub(super) state: String,
    pub(super) tone: &'static str,
    pub(super) icon: &'static str,
    pub(super) until: Option<Timestamp>,
    pub(super) contributions: i64,
    pub(super) participants: i64,
}

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: String,
}

/// `GET /admin/consultations`.
pub(super) async fn list(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    let (page, desk) = desk::open(&visit, Section::Consultations, "office-consultations").await?;
    let now = visit.web.app.now();
    let number = pagination::asked(&asked.page);
    let offset = pagination::offset(number, PER_PAGE);
    let (all, total) = visit.web.app.store.read(move |db| store::views::home::teasers(db, State::All, now, offset, PER_PAGE)).await?;
    let rows = rows(&page.t, all, now)?;
    let pagination = Pagination::new(total, PER_PAGE, number, |n| format!("/admin/consultations?page={n}"));
    html(Consultations { page, desk, rows, pagination })
}

/// The lines of a table of consultations.
// ftl: office-stage-*
pub(super) fn rows(t: &Texts, teasers: Vec<Teaser>, now: Timestamp) -> Result<Vec<Row>, Error> {
    let row = |Teaser { consultation, phases, organiser: _ }: Teaser| {
        let phases = phases.iter().map(Phase::rule).collect::<store::Result<Vec<_>>>()?;
        let calendar = Calendar { published: consultation.published_at.is_some(), phases, remote_voices: consultation.remote_voices()? };
        let stage = calendar.phase_at(now);
        let (code, tone, icon) = show::stage(stage);
        Ok(Row {
            path: format!("/admin/consultations/{}", consultation.slug),
            title: consultation.title,
            stage,
            state: t.code("office-stage", code),
            tone,
            icon,
            until: show::until(&calendar, now),
            contributions: consultation.contribution_count.into(),
            participants: consultation.participant_count.into(),
        })
    };
    teasers.into_iter().map(row).collect()
}
