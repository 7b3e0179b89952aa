//! What other collectivities say of consultations that several territories carry: a call, a territory that joins or leaves, an answer.

use super::answers::{self, Answered};
use super::receive::{Arrival, noted};
use crate::carrying::{follow, tell_carriers, tell_supports};
use crate::{Result, tallies};
use domain::Timestamp;
use domain::carrying::{Called, CarriedState, CarrierState};
use domain::event::{Event, EventKind};
use domain::refusal::Refusal;
use store::carried::{Call, CallPhase, Carried, Fellow};
use store::carrying::Carrier;
use store::follows::FollowState;
use store::jobs::JobKind;
use store::{At, Db, Uid};

/// What is said.
#[derive(Debug, Clone)]
pub enum Carry {
    /// A call is made or changed.
    Heard(Box<News>),
    /// The collectivity carries one of our consultations from now on.
    Join {
        /// Which.
        consultation: Uid,
        /// The id of what it said.
        activity: String,
        /// The page of the consultation there.
        page: Option<String>,
    },
    /// The collectivity carries it no more.
    Leave {
        /// Which.
        consultation: Uid,
    },
    /// The organiser answered what we asked.
    Answered {
        /// The id of what we asked.
        activity: String,
        /// Yes or no.
        accepted: bool,
    },
    /// The organiser shows the consultation no more.
    Gone {
        /// The call, by its id here.
        call: Uid,
    },
    /// The organiser answered a contribution of its consultation officially.
    Official(Box<Answered>),
}

/// A call as its organiser says it.
#[derive(Debug, Clone)]
pub struct News {
    /// The call. Its id is the one that it gets if it is new here.
    pub call: Call,
    /// Its phases, in order.
    pub phases: Vec<CallPhase>,
    /// The names of its themes, in order.
    pub themes: Vec<String>,
    /// Who carries it, each once.
    pub fellows: Vec<Fellow>,
    /// Ids for what is new here because of it: as many as it has phases and themes.
    pub fresh: Vec<uuid::Uuid>,
}

/// Does what is said.
pub(super) fn carry(db: &mut Db, arrival: &Arrival, said: &Carry, now: Timestamp) -> Result<()> {
    store::carrying::hold(db)?;
    match said {
        Carry::Heard(news) => heard(db, arrival, news, now),
        Carry::Join { consultation, activity, page } => join(db, arrival, *consultation, (activity, page.as_deref()), now),
        Carry::Leave { consultation } => leave(db, arrival, *consultation, now),
        Carry::Answered { activity, accepted } => answered(db, arrival, activity, *accepted, now),
        Carry::Gone { call } => gone(db, *call, now),
        Carry::Official(answer) => answers::hear(db, arrival, answer, now),
    }
}

/// Calls of one collectivity that are remembered: what comes beyond is not kept.
const CALLS_PER_ORGANISER: i64 = 200;

fn heard(db: &mut Db, arrival: &Arrival, news: &News, now: Timestamp) -> Result<()> {
    if news.call.organiser_id != Uid::of(arrival.actor) {
        return Err(Refusal::NotYours.into());
    }
    let known = store::carried::call_by_uri(db, &news.call.uri)?;
    if known.is_none() && store::carried::count_calls_of(db, news.call.organiser_id)? >= CALLS_PER_ORGANISER {
        return Err(Refusal::NoRoom.into());
    }
    let Some(id) = store::carried::hear(db, &news.call)? else { return Ok(()) };
    let phases: Vec<CallPhase> = news.phases.iter().map(|phase| CallPhase { call_id: id, ..phase.clone() }).collect();
    let fellows: Vec<Fellow> = news.fellows.iter().map(|fellow| Fellow { call_id: id, ..fellow.clone() }).collect();
    store::carried::arrange(db, id, &phases, &news.themes)?;
    store::carried::replace_fellows(db, id, &fellows)?;
    follow::follow(db, id, &news.fresh, now)?;
    noted(db, EventKind::CallHeard, arrival.actor, Some(id), now)
}

/// Whether a collectivity may carry one of our consultations, or does already.
///
/// # Errors
/// `NotFound` when the consultation is not offered at all, `NotOffered` when it is not offered to this one, or any more.
fn may_join(db: &mut Db, consultation: Uid, collectivity: Uid) -> Result<Option<Carrier>> {
    let offered = store::carrying::offered(db, consultation)?.ok_or(Refusal::NotFound)?;
    let known = store::carrying::carrier(db, consultation, collectivity)?;
    let state = known.as_ref().map(Carrier::state).transpose()?;
    let is_wanted = match (state, offered.called()?) {
        (Some(CarrierState::Joined), _) => return Ok(known),
        (Some(CarrierState::Refused), _) => false,
        (Some(CarrierState::Invited | CarrierState::Left), Called::Chosen) => true,
        (None, Called::Chosen) => false,
        (_, Called::Official) => store::trust::is_official(db, collectivity)?,
    };
    if is_wanted && offered.withdrawn_at.is_none() { Ok(known) } else { Err(Refusal::NotOffered.into()) }
}

fn join(db: &mut Db, arrival: &Arrival, consultation: Uid, (activity, page): (&str, Option<&str>), now: Timestamp) -> Result<()> {
    let collectivity = Uid::of(arrival.actor);
    let known = may_join(db, consultation, collectivity)?;
    let found = store::consultations::find(db, consultation)?.filter(|found| found.published_at.is_some()).ok_or(Refusal::NotFound)?;
    let was_joined = known.as_ref().is_some_and(|known| known.state == CarrierState::Joined.code());
    let joined = Carrier {
        consultation_id: consultation,
        actor_id: collectivity,
        state: CarrierState::Joined.code().to_owned(),
        page: page.map(str::to_owned),
        activity: Some(activity.to_owned()),
        since: known.as_ref().filter(|_| was_joined).map_or(At(now), |known| known.since),
        joined_at: known.as_ref().filter(|_| was_joined).map_or(Some(At(now)), |known| known.joined_at),
        left_at: None,
    };
    store::carrying::set_carrier(db, &joined)?;
    // What the group passes on goes there from now on, whole: whoever carries is of our kind.
    store::peers::meet(db, &arrival.host, At(now))?;
    if store::peers::find(db, &arrival.host)?.is_none_or(|peer| peer.software.is_empty()) {
        store::peers::learn(db, &arrival.host, "parvis", "", At(now))?;
    }
    store::follows::keep(db, collectivity, found.actor_id, FollowState::Accepted, activity, At(now))?;
    if was_joined {
        return Ok(());
    }
    tallies::tell_all(db, consultation, arrival.actor, now)?;
    changed(db, arrival, consultation, "joined", now)
}

fn leave(db: &mut Db, arrival: &Arrival, consultation: Uid, now: Timestamp) -> Result<()> {
    let collectivity = Uid::of(arrival.actor);
    let Some(known) = store::carrying::carrier(db, consultation, collectivity)? else { return Ok(()) };
    if known.state()? != CarrierState::Joined {
        return Ok(());
    }
    let left = Carrier { state: CarrierState::Left.code().to_owned(), since: At(now), left_at: Some(At(now)), ..known };
    store::carrying::set_carrier(db, &left)?;
    if let Some(found) = store::consultations::find(db, consultation)? {
        store::follows::end(db, collectivity, found.actor_id)?;
    }
    changed(db, arrival, consultation, "left", now)
}

/// Who carries it is part of the call: the others are told.
fn changed(db: &mut Db, arrival: &Arrival, consultation: Uid, detail: &'static str, now: Timestamp) -> Result<()> {
    store::carrying::touch(db, consultation, At(now))?;
    let event = Event::new(EventKind::CarrierChanged).by(arrival.actor).on(consultation.0).within(consultation.to()).detail(detail);
    tell_carriers::changed(db, consultation, &event, now)
}

fn answered(db: &mut Db, arrival: &Arrival, activity: &str, accepted: bool, now: Timestamp) -> Result<()> {
    // An answer to what we never asked, or ask no more, changes nothing.
    let Some((carried, call)) = store::carried::by_activity(db, activity)? else { return Ok(()) };
    if call.organiser_id != Uid::of(arrival.actor) {
        return Err(Refusal::NotYours.into());
    }
    let consultation = carried.consultation_id;
    match carried.state()? {
        CarriedState::Asked => {}
        // What was accepted is taken back: the organiser wants it carried here no more.
        CarriedState::Joined if !accepted => {
            let ours = store::instance::find(db)?.ok_or(Refusal::NotFound)?.collectivity_id;
            store::follows::end(db, ours, call.group_id)?;
            follow::close(db, consultation, now)?;
            tallies::leave(db, consultation, now)?;
        }
        CarriedState::Joined | CarriedState::Left | CarriedState::Refused => return Ok(()),
    }
    let state = if accepted { CarriedState::Joined } else { CarriedState::Refused };
    let joined_at = if accepted { Some(At(now)) } else { carried.joined_at };
    let left_at = carried.joined_at.filter(|_| !accepted).map(|_| At(now));
    store::carried::set(db, &Carried { state: state.code().to_owned(), joined_at, left_at, ..carried })?;
    if accepted {
        let ours = store::instance::find(db)?.ok_or(Refusal::NotFound)?.collectivity_id;
        store::follows::keep(db, ours, call.group_id, FollowState::Accepted, activity, At(now))?;
        let is_new = store::consultations::publish(db, consultation, At(now))?;
        tallies::open_all(db, consultation, now)?;
        tell_supports::anew(db, consultation, now)?;
        // What was said before, and what changed since the call was heard.
        store::jobs::about(db, JobKind::ReadCall, &call.uri, Some(call.id), now)?;
        let kind = if is_new { EventKind::ConsultationPublished } else { EventKind::ConsultationEdited };
        store::journal::append(db, &Event::new(kind).on(consultation.0).within(consultation.to()), now)?;
    }
    let event = Event::new(EventKind::CarryingAnswered).by(arrival.actor).on(consultation.0).within(consultation.to());
    Ok(store::journal::append(db, &event.detail(state.code()), now)?)
}

/// What is not shown there any more takes nothing new here; what was said stays.
fn gone(db: &mut Db, call: Uid, now: Timestamp) -> Result<()> {
    store::carried::set_call_state(db, call, domain::carrying::CallState::Gone)?;
    if let Some(carried) = store::carried::of_call(db, call)? {
        follow::close(db, carried.consultation_id, now)?;
    }
    Ok(store::journal::append(db, &Event::new(EventKind::CallHeard).on(call.0), now)?)
}
