//! The projects of a budget, by envelope and by state.

use super::super::head::{Head, Tab};
use super::super::offer::{self, Offer};
use super::{Line, frame};
use crate::budget;
use crate::error::{Error, Reply};
use crate::form::{Choice, encode};
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::{Path, Query};
use domain::budget::ProjectState;
use domain::contribution::Kind;
use domain::id::EnvelopeId;
use serde::Deserialize;
use store::Uid;
use store::views::budget::{self as views, Filter};

/// Projects on a page.
const PER_PAGE: i64 = 20;

#[derive(Template)]
#[template(path = "budget_projects.html")]
struct Projects {
    page: Page,
    head: Head,
    items: Vec<Line>,
    total: i64,
    envelopes: Vec<Choice>,
    states: Vec<Choice>,
    filtered: bool,
    propose: Offer,
    pagination: Pagination,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Asked {
    envelope: String,
    state: String,
    page: String,
}

/// `GET /c/{slug}/budget/projects`.
pub(in super::super) async fn list(visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Reply {
    let (viewer, number) = (visit.viewer, pagination::asked(&asked.page));
    let chosen = EnvelopeId::parse(&asked.envelope).map(Uid::of);
    let state = ProjectState::parse(&asked.state);
    let filter = Filter { envelope: chosen, states: state.map(ProjectState::code).into_iter().collect(), ..Filter::default() };
    let read = visit.web.app.store.read(move |db| {
        let (frame, envelopes) = frame(db, &slug, viewer)?;
        let mut at = |number: i64| {
            let offset = pagination::offset(number, PER_PAGE);
            views::list(db, frame.consultation.id, &filter, viewer.actor.map(Uid::of), offset, PER_PAGE)
        };
        let mut found = at(number)?;
        if found.0.is_empty() && found.1 > 0 {
            found = at(pagination::pages(found.1, PER_PAGE))?;
        }
        Ok::<_, Error>((frame, envelopes, found))
    });
    let (frame, envelopes, (rows, total)) = read.await?;
    let mut page = visit.page(frame.consultation.title.clone()).await?;
    page.title = page.t.with1("budget-projects-title", "consultation", page.title.as_str());
    let path = format!("/c/{}/budget/projects", frame.consultation.slug);
    let (envelope, code) = (encode(&asked.envelope), state.map_or("", ProjectState::code));
    let choice = |row: &store::budget::Envelope| Choice {
        code: row.id.0.to_string(),
        label: budget::envelope(&page.t, row),
        chosen: Some(row.id) == chosen,
    };
    html(Projects {
        head: Head::new(&visit, &page, &frame, Tab::Budget),
        items: Line::all(&page, &rows, &envelopes)?,
        total,
        envelopes: envelopes.iter().map(choice).collect(),
        // ftl: project-state-*
        states: Choice::list(&page.t, "project-state", ProjectState::ALL.iter().map(|state| state.code()), code),
        filtered: chosen.is_some() || state.is_some(),
        propose: offer::to_publish(&visit, Kind::Proposal, &frame.calendar, page.now),
        pagination: Pagination::new(total, PER_PAGE, number, |n| format!("{path}?envelope={envelope}&state={code}&page={n}")),
        page,
    })
}
