//! The work list of the services: the projects to study, by state, envelope and who studies them.

use super::super::desk::{self, Desk, Section};
use super::super::show::Choice;
use crate::budget::{self, Look};
use crate::error::{Error, Reply};
use crate::form::encode;
use crate::money::euros;
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::Staff;
use askama::Template;
use axum::extract::{Path, Query};
use domain::budget::ProjectState;
use domain::id::EnvelopeId;
use serde::Deserialize;
use store::budget::Envelope;
use store::views::budget::{self as views, Filter, Funnel, Row};
use store::{At, Uid};

/// Projects on a page.
const PER_PAGE: i64 = 30;

#[derive(Template)]
#[template(path = "office/projects.html")]
struct Projects {
    page: Page,
    desk: Desk,
    root: String,
    consultation: String,
    rows: Vec<Line>,
    total: i64,
    waiting: i64,
    states: Vec<Choice>,
    envelopes: Vec<Choice>,
    whose: Vec<Choice>,
    pagination: Pagination,
}

/// A project.
struct Line {
    path: String,
    title: String,
    at: At,
    state: Look,
    envelope: String,
    studied_by: String,
    cost: Option<String>,
    supports: i32,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Asked {
    state: String,
    envelope: String,
    whose: String,
    page: String,
}

/// `GET /admin/consultations/{slug}/projects`.
// ftl: projects-whose-* project-state-*
pub(in super::super) async fn list(Staff(visit): Staff, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Reply {
    desk::enter(&visit, Section::Answers)?;
    let number = pagination::asked(&asked.page);
    let (state, chosen) = (ProjectState::parse(&asked.state), EnvelopeId::parse(&asked.envelope).map(Uid::of));
    let filter = Filter {
        envelope: chosen,
        states: state.map(ProjectState::code).into_iter().collect(),
        agent: visit.viewer.actor.filter(|_| asked.whose == "mine").map(Uid::of),
        unassigned: asked.whose == "nobody",
        works: false,
        oldest_first: true,
    };
    let read = visit.web.app.store.read(move |db| {
        let frame = store::views::page::frame(db, &slug)?.ok_or(Error::NOT_FOUND)?;
        let id = frame.consultation.id;
        let envelopes = store::budget::envelopes(db, id)?;
        let found = views::list(db, id, &filter, None, pagination::offset(number, PER_PAGE), PER_PAGE)?;
        Ok::<_, Error>((frame, envelopes, found, views::funnels(db, id)?, views::agents(db)?))
    });
    let (frame, envelopes, (rows, total), funnels, agents) = read.await?;
    let (page, desk) = desk::open(&visit, Section::Answers, "projects-title").await?;
    let root = format!("/admin/consultations/{}", frame.consultation.slug);
    let code = state.map_or("", ProjectState::code);
    let choose = |list: &str, codes: &[&str], chosen: &str| -> Vec<Choice> {
        codes.iter().map(|code| Choice::new(code, page.t.code(list, code), *code == chosen)).collect()
    };
    let states: Vec<&str> = ProjectState::ALL.iter().map(|state| state.code()).collect();
    let envelope = |row: &Envelope| Choice::new(&row.id.0.to_string(), budget::envelope(&page.t, row), Some(row.id) == chosen);
    let (envelope_code, whose) = (encode(&asked.envelope), encode(&asked.whose));
    let path = format!("{root}/projects?state={code}&envelope={envelope_code}&whose={whose}");
    html(Projects {
        rows: rows.iter().map(|row| line(&page, &root, row, &envelopes, &agents)).collect::<Result<_, _>>()?,
        waiting: funnels.iter().fold(Funnel::default(), |sum, (_, one)| sum.plus(*one)).waiting,
        states: choose("project-state", &states, code),
        whose: choose("projects-whose", &["mine", "nobody"], &asked.whose),
        envelopes: envelopes.iter().map(envelope).collect(),
        consultation: frame.consultation.title,
        pagination: Pagination::new(total, PER_PAGE, number, |n| format!("{path}&page={n}")),
        total,
        root,
        desk,
        page,
    })
}

fn line(page: &Page, root: &str, row: &Row, envelopes: &[Envelope], agents: &[(Uid, String)]) -> Result<Line, Error> {
    let (contribution, project) = (&row.card.contribution, &row.project);
    let agent = agents.iter().find(|(id, _)| Some(*id) == project.agent_id).map_or("", |(_, name)| name.as_str());
    let studied_by: Vec<&str> = [project.service.as_str(), agent].into_iter().filter(|name| !name.is_empty()).collect();
    Ok(Line {
        path: format!("{root}/projects/{}", contribution.id.0),
        title: contribution.title.clone(),
        at: contribution.created_at,
        state: budget::state(&page.t, project.state()?),
        envelope: envelopes.iter().find(|e| e.id == project.envelope_id).map(|e| budget::envelope(&page.t, e)).unwrap_or_default(),
        studied_by: studied_by.join(", "),
        cost: project.cost.map(|cents| euros(&page.t, cents)),
        supports: contribution.support_count,
    })
}
