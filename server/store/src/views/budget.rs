//! The pages of a participatory budget: its projects, its funnel, the work list of the services, the works.

use crate::budget::{self, Project};
use crate::column::{Uid, all};
use crate::conn::MultiBackend;
use crate::schema::{account, actor, contribution, project};
use crate::views::cards::{self, Card};
use crate::{Db, Result};
use diesel::dsl::{count, count_star};
use diesel::prelude::*;
use domain::budget::{ProjectState, WorksState};

/// Which projects.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only of this envelope.
    pub envelope: Option<Uid>,
    /// Only in one of these states; empty: in any.
    pub states: Vec<&'static str>,
    /// Only those whose works are followed.
    pub works: bool,
    /// Only those of this agent.
    pub agent: Option<Uid>,
    /// Only those that nobody studies yet.
    pub unassigned: bool,
    /// Oldest first, as work is done; else most recent first.
    pub oldest_first: bool,
}

/// A project as a list shows it.
#[derive(Debug, Clone)]
pub struct Row {
    /// The proposal.
    pub card: Card,
    /// The project.
    pub project: Project,
}

/// How many projects there are at each step of a budget.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Funnel {
    /// Deposited, whatever came of them.
    pub deposited: i64,
    /// Put to the vote, whatever came of it.
    pub put_to_vote: i64,
    /// Chosen by the vote.
    pub selected: i64,
    /// Whose works are done.
    pub done: i64,
    /// Whose authors wait for an answer.
    pub waiting: i64,
    /// Set aside with an answer, or put together with another.
    pub set_aside: i64,
}

#[diesel::dsl::auto_type]
fn shown() -> _ {
    project::table
        .inner_join(contribution::table.on(project::contribution_id.eq(contribution::id)))
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null())
}

/// The funnel of a consultation, envelope by envelope: hidden and withdrawn projects are not counted.
///
/// # Errors
/// When the database refuses.
pub fn funnels(db: &mut Db, consultation_id: Uid) -> Result<Vec<(Uid, Funnel)>> {
    let rows: Vec<(Uid, String, Option<String>, i64)> = shown()
        .filter(project::consultation_id.eq(consultation_id))
        .group_by((project::envelope_id, project::state, project::works))
        .select((project::envelope_id, project::state, project::works, count(project::contribution_id)))
        .load(db)?;
    let mut funnels: Vec<(Uid, Funnel)> = Vec::new();
    for (envelope, state, works, number) in rows {
        let state = ProjectState::parse(&state);
        let mut one = Funnel { deposited: number, ..Funnel::default() };
        one.put_to_vote = if state.is_some_and(ProjectState::was_put_to_vote) { number } else { 0 };
        match state {
            Some(ProjectState::Selected) => one.selected = number,
            Some(ProjectState::Deposited) => one.waiting = number,
            Some(ProjectState::SetAside | ProjectState::Merged) => one.set_aside = number,
            Some(ProjectState::PutToVote | ProjectState::NotSelected) | None => {}
        }
        one.done = if works.as_deref() == Some(WorksState::Done.code()) { number } else { 0 };
        match funnels.iter_mut().find(|(id, _)| *id == envelope) {
            Some((_, sum)) => *sum = sum.plus(one),
            None => funnels.push((envelope, one)),
        }
    }
    Ok(funnels)
}

impl Funnel {
    /// Both together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            deposited: self.deposited + other.deposited,
            put_to_vote: self.put_to_vote + other.put_to_vote,
            selected: self.selected + other.selected,
            done: self.done + other.done,
            waiting: self.waiting + other.waiting,
            set_aside: self.set_aside + other.set_aside,
        }
    }
}

/// A page of the shown projects of a consultation, and how many there are.
///
/// # Errors
/// When the database refuses.
pub fn list(db: &mut Db, consultation_id: Uid, filter: &Filter, viewer: Option<Uid>, offset: i64, limit: i64) -> Result<(Vec<Row>, i64)> {
    let filtered = || {
        let mut query = shown().filter(project::consultation_id.eq(consultation_id)).into_boxed::<MultiBackend>();
        if let Some(envelope) = filter.envelope {
            query = query.filter(project::envelope_id.eq(envelope));
        }
        if !filter.states.is_empty() {
            query = query.filter(project::state.eq_any(filter.states.clone()));
        }
        if filter.works {
            query = query.filter(project::works.is_not_null());
        }
        if let Some(agent) = filter.agent {
            query = query.filter(project::agent_id.eq(agent));
        }
        if filter.unassigned {
            query = query.filter(project::agent_id.is_null()).filter(project::service.eq(""));
        }
        query
    };
    let total = filtered().select(count_star()).get_result(db)?;
    let query = if filter.oldest_first {
        filtered().order((contribution::created_at.asc(), contribution::id.asc()))
    } else {
        filtered().order((contribution::created_at.desc(), contribution::id.desc()))
    };
    let projects: Vec<Project> = query.offset(offset).limit(limit).select(all::<Project>()).load(db)?;
    Ok((rows(db, projects, viewer)?, total))
}

fn rows(db: &mut Db, projects: Vec<Project>, viewer: Option<Uid>) -> Result<Vec<Row>> {
    let ids: Vec<Uid> = projects.iter().map(|project| project.contribution_id).collect();
    let cards = cards::by_ids(db, &ids, viewer)?;
    // Both are in the order of the ids; a card is missing only when its proposal is.
    let mut projects = projects.into_iter();
    let mut rows = Vec::with_capacity(ids.len());
    for card in cards {
        if let Some(project) = projects.by_ref().find(|project| project.contribution_id == card.contribution.id) {
            rows.push(Row { card, project });
        }
    }
    Ok(rows)
}

/// The shown projects of an envelope in these states, in the order in which they were deposited, at most `limit`.
///
/// # Errors
/// When the database refuses.
pub fn of_envelope(db: &mut Db, envelope: Uid, states: &[&'static str], limit: i64) -> Result<Vec<Row>> {
    let projects: Vec<Project> = shown()
        .filter(project::envelope_id.eq(envelope))
        .filter(project::state.eq_any(states.to_vec()))
        .order((contribution::created_at.asc(), contribution::id.asc()))
        .limit(limit)
        .select(all::<Project>())
        .load(db)?;
    rows(db, projects, None)
}

/// A project with its envelope, its news and those that were put together with it, as its page shows them.
#[derive(Debug, Clone)]
pub struct Whole {
    /// The project.
    pub project: Project,
    /// Its envelope.
    pub envelope: budget::Envelope,
    /// News of its works, latest first.
    pub news: Vec<budget::News>,
    /// Projects that were put together with it, with their authors.
    pub merged: Vec<Card>,
    /// The one it was put together with.
    pub into: Option<Card>,
    /// Name of the agent who studies it.
    pub agent: Option<String>,
}

/// What makes a proposal a project, if it is one.
///
/// # Errors
/// When the database refuses.
pub fn whole(db: &mut Db, id: Uid) -> Result<Option<Whole>> {
    let Some(found) = budget::find(db, id)? else { return Ok(None) };
    let Some(envelope) = budget::envelope(db, found.envelope_id)? else { return Ok(None) };
    let news = if found.works.is_some() { budget::news(db, id)? } else { Vec::new() };
    let ids: Vec<Uid> = shown()
        .filter(project::merged_into.eq(id))
        .order(contribution::created_at)
        .limit(budget::NOTES_MAX)
        .select(project::contribution_id)
        .load(db)?;
    let merged = cards::by_ids(db, &ids, None)?;
    let into = cards::by_ids(db, found.merged_into.as_slice(), None)?.into_iter().next().filter(|card| card.contribution.is_shown());
    let agent = match found.agent_id {
        Some(agent) => actor::table.find(agent).select(actor::display_name).first(db).optional()?,
        None => None,
    };
    Ok(Some(Whole { project: found, envelope, news, merged, into, agent }))
}

/// Those who may study projects: id and name of the agents and administrators, by name.
///
/// # Errors
/// When the database refuses.
pub fn agents(db: &mut Db) -> Result<Vec<(Uid, String)>> {
    Ok(account::table
        .inner_join(actor::table)
        .filter(account::role.eq_any(crate::accounts::AGENTS))
        .filter(account::suspended_at.is_null())
        .order((actor::display_name, actor::id))
        .limit(500)
        .select((actor::id, actor::display_name))
        .load(db)?)
}
