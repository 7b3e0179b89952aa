//! Work on a report: give it to a service or an agent, move it to another category, say where it stands and why.

use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::ActorId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::street::{NAME_MAX, RefusalReason, ReportState, WORDS_MAX};
use domain::text::{self, Fault};
use store::street::{Category, Report};
use store::{At, Db, Uid};

use super::{Deed, areas, forward, held, keep, letters, put};
use crate::{App, Error, Faults, Result};

/// What an agent says of a report.
#[derive(Debug, Clone, Default)]
pub struct TendForm {
    /// Code of the state.
    pub state: String,
    /// Code of the reason, where nothing will be done.
    pub reason: String,
    /// Who is competent, where it is somebody else.
    pub competent: String,
    /// What everybody reads.
    pub words: String,
    /// What agents read.
    pub note: String,
    /// The service that has it.
    pub service: String,
    /// The id of the agent who has it.
    pub agent: String,
    /// Code of the category.
    pub category: String,
}

/// The same of the right shape.
struct Tended {
    state: ReportState,
    reason: Option<RefusalReason>,
    competent: String,
    words: String,
    note: String,
    service: String,
    agent: Option<Uid>,
    category: String,
}

impl TendForm {
    fn parse(&self) -> Result<Tended> {
        let mut faults = Faults::new();
        let state = ReportState::parse(&self.state);
        if state.is_none_or(|state| matches!(state, ReportState::Duplicate)) {
            faults.push(("next", Fault::Choice));
        }
        let refused = state == Some(ReportState::Refused);
        let reason = RefusalReason::parse(&self.reason).filter(|_| refused);
        if refused && reason.is_none() {
            faults.push(("reason", Fault::Choice));
        }
        let not_ours = reason == Some(RefusalReason::NotOurs);
        let competent = text::bounded_line(&self.competent, if not_ours { 2 } else { 0 }, NAME_MAX);
        let competent = competent.map_err(|fault| faults.push(("competent", fault))).unwrap_or_default();
        let words = text::bounded_text(&self.words, 0, WORDS_MAX).map_err(|fault| faults.push(("words", fault))).unwrap_or_default();
        let note = text::bounded_text(&self.note, 0, WORDS_MAX).map_err(|fault| faults.push(("note", fault))).unwrap_or_default();
        let service = text::bounded_line(&self.service, 0, NAME_MAX).map_err(|fault| faults.push(("service", fault))).unwrap_or_default();
        let agent = ActorId::parse(&self.agent);
        if agent.is_none() && !self.agent.is_empty() {
            faults.push(("agent", Fault::Choice));
        }
        if state == Some(ReportState::Assigned) && service.is_empty() && agent.is_none() {
            faults.push(("service", Fault::Missing));
        }
        match state {
            Some(state) if faults.is_empty() => Ok(Tended {
                state,
                reason,
                competent: if not_ours { competent } else { String::new() },
                words,
                note,
                service,
                agent: agent.map(Uid::of),
                category: self.category.clone(),
            }),
            _faulty => Err(Error::Faulty(faults)),
        }
    }
}

/// Says what was done with a report. Those who follow it hear of a new state and of what is said to them.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, faulty fields (`next` where the report cannot become that), or the store's failure.
pub async fn tend(app: &App, viewer: Viewer, number: i64, form: &TendForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (now, tended) = (app.now(), form.parse()?);
    app.store
        // no event: `tell_sender` appends it
        .write(move |db| {
            let mut row = held(db, number)?;
            if row.confirmed_at.is_none() {
                return Err(Refusal::NotFound.into());
            }
            let (before, state) = (row.state()?, tended.state);
            if before != state && (!before.may_become(state) || matches!(state, ReportState::Forwarded)) {
                return Err(Error::fault("next", Fault::Choice));
            }
            let category = category(db, &row, &tended)?;
            check_agent(db, tended.agent)?;
            let was_public = row.is_public();
            let (had, had_it) = (row.agent_id, row.service.clone());
            let moved = row.category_id != category.id;
            move_to(&mut row, &category);
            if before == ReportState::Forwarded && state == ReportState::Received {
                forward::withdraw(db, &row, now)?;
            }
            put(&mut row, state, now);
            row.reason = tended.reason.map(|reason| reason.code().to_owned());
            row.competent = tended.competent;
            (row.service, row.agent_id) = (tended.service, tended.agent);
            if moved && (row.agent_id, &row.service) == (had, &had_it) {
                charge(db, &mut row, &category)?;
            }
            let told_less = was_public && !row.is_public();
            let heard = before != state || !tended.words.is_empty();
            let deed = Deed { words: tended.words, note: tended.note, agent: viewer.actor.map(Uid::of), said_by: String::new() };
            keep(db, &row, deed, now)?;
            if !state.is_closed() {
                dispatch(db, &row, (before, had, &had_it), viewer.actor.map(Uid::of), now)?;
            }
            if told_less {
                forward::tell_all(db, &row, now)?;
            }
            if heard {
                letters::tell(db, &row, None, now)?;
                tell_joined(db, &row, now)?;
            }
            tell_sender(db, &row, viewer, heard, now)
        })
        .await
}

/// Tells the agent and the service who have a report from now on, and had it not.
fn dispatch(db: &mut Db, row: &Report, had: (ReportState, Option<Uid>, &str), by: Option<Uid>, now: Timestamp) -> Result<()> {
    let (state, agent, service) = had;
    if row.agent_id != agent {
        letters::tell_agent(db, row, by, now)?;
    }
    let assigned = row.state()? == ReportState::Assigned && state != ReportState::Assigned;
    if assigned || row.service != service { letters::tell_service(db, row, now) } else { Ok(()) }
}

/// Where a report stands, said to the collectivities that sent those which were joined to it.
pub(super) fn tell_joined(db: &mut Db, row: &Report, now: Timestamp) -> Result<()> {
    for route in store::street::routes::joined(db, row.id)? {
        store::street::routes::say(db, route.id, &row.state, At(now))?;
        let event = Event::new(EventKind::StreetTended).on(route.report_id.0).detail(row.state()?.code());
        store::journal::append_and_tell(db, &event, now)?;
    }
    Ok(())
}

/// Appends that an agent worked on a report; the collectivity it came from hears of it where that is said to everybody.
pub(super) fn tell_sender(db: &mut Db, row: &Report, viewer: Viewer, heard: bool, now: Timestamp) -> Result<()> {
    let event = Event::new(EventKind::StreetTended).by(viewer.actor).on(row.id.0).detail(row.state()?.code());
    if heard && forward::say(db, row, now)? {
        return Ok(store::journal::append_and_tell(db, &event, now)?);
    }
    Ok(store::journal::append(db, &event, now)?)
}

fn category(db: &mut Db, row: &Report, tended: &Tended) -> Result<Category> {
    let found = if tended.category.is_empty() {
        store::street::category(db, row.category_id)?
    } else {
        store::street::category_by_code(db, &tended.category)?
    };
    found.ok_or_else(|| Error::fault("category", Fault::Choice))
}

/// Another category has its own delay, and may be for few eyes.
fn move_to(row: &mut Report, category: &Category) {
    if row.category_id == category.id {
        return;
    }
    row.category_id = category.id;
    row.private = row.private || category.private;
    let days = jiff::SignedDuration::from_hours(24 * i64::from(category.days));
    row.due_at = row.confirmed_at.filter(|_| category.days > 0).map(|at| store::At(at.0 + days));
}

/// What moves to another category goes to whoever looks after it there, where the agent said nothing else.
fn charge(db: &mut Db, row: &mut Report, category: &Category) -> Result<()> {
    let (service, agent) = areas::charge(db, category, row.place())?;
    if !service.is_empty() {
        row.service = service;
    }
    row.agent_id = agent.or(row.agent_id);
    Ok(())
}

/// Something is given to agents only.
pub(super) fn check_agent(db: &mut Db, agent: Option<Uid>) -> Result<()> {
    let Some(agent) = agent else { return Ok(()) };
    let is_one = store::accounts::find(db, agent)?.is_some_and(|account| account.is_agent());
    if is_one { Ok(()) } else { Err(Error::fault("agent", Fault::Choice)) }
}
