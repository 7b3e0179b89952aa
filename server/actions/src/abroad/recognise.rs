//! Recognise the collectivity of another server as official, and be recognised by it: both say yes and sign for it, either may take it back
//! (docs/decisions/0019). What an administrator says here, and what the other side says.

use crate::{App, Result};
use domain::Timestamp;
use domain::actor::{ActorKind, Viewer};
use domain::event::{Event, EventKind};
use domain::id::ActorId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::received::Digest;
use store::trust::{self, Answer, Proposal, Recognition, RecognitionState, Territory};
use store::{At, Db, Uid};

use super::receive::Arrival;

/// What the other collectivity says.
#[derive(Debug, Clone)]
pub enum Step {
    /// It proposes.
    Proposed {
        /// An id for the exchange here.
        id: Uid,
        /// The address of the proposal.
        uri: String,
        /// When it was signed.
        at: Timestamp,
        /// What it signed of its territory.
        territory: Territory,
        /// The document with its proof.
        statement: String,
    },
    /// It says yes to our proposal.
    Accepted {
        /// The address of our proposal.
        offer: String,
        /// The address of the answer.
        answer: String,
        /// What it signed of its territory.
        territory: Territory,
        /// The document with its proof.
        statement: String,
    },
    /// It says no to our proposal.
    Refused {
        /// The address of our proposal.
        offer: String,
        /// The address of the answer.
        answer: String,
    },
    /// It takes back its proposal, or its yes to ours.
    TakenBack {
        /// The address of the proposal, if it is said.
        offer: Option<String>,
        /// The address of the yes, if that is what is taken back.
        answer: Option<String>,
        /// Digest of the proposal's address, if the proposal is its own: it may come later, and counts no more.
        proposal: Option<Digest>,
    },
}

impl Step {
    /// Whether it only takes back.
    pub(super) const fn takes_back(&self) -> bool {
        match self {
            Self::Refused { .. } | Self::TakenBack { .. } => true,
            Self::Proposed { .. } | Self::Accepted { .. } => false,
        }
    }
}

/// Proposes to the collectivity of another server, which is known here, that both recognise each other. What waits for an answer is sent again.
///
/// # Errors
/// A refusal of the permission table; `NotFound` for what is no collectivity of another server; `Suspended` when its server is blocked;
/// `AlreadyDone` when both recognise each other; or the store's failure.
pub async fn propose(app: &App, viewer: Viewer, them: ActorId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::ChangeSettings)?;
    let (now, id) = (app.now(), app.new_id::<uuid::Uuid>());
    let uri = app.links.activity(id);
    app.store
        .write(move |db| {
            let target = collectivity(db, Uid::of(them))?;
            if !store::peers::blocked_among(db, std::slice::from_ref(&target.host))?.is_empty() {
                return Err(Refusal::Suspended.into());
            }
            let live = trust::live(db, target.id)?;
            if live.iter().any(|one| state(one) != Some(RecognitionState::Proposed)) {
                return Err(Refusal::AlreadyDone.into());
            }
            let exchange = match live.iter().find(|one| one.ours) {
                Some(waiting) => waiting.id,
                None => {
                    store::peers::meet(db, &target.host, At(now))?;
                    let new = Proposal { id: Uid(id), uri: &uri, actor_id: target.id, at: At(now), made_by: viewer.actor.map(Uid::of) };
                    if !trust::keep_proposal(db, &new, None)? {
                        return Err(Refusal::Stale.into());
                    }
                    new.id
                }
            };
            let event = Event::new(EventKind::RecognitionProposed).by(viewer.actor).on(exchange.0).detail("proposed");
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// Says yes or no to what a collectivity of another server proposed, or to its yes where that is held because of the territory that it names.
///
/// # Errors
/// A refusal of the permission table, `NotFound` when nothing waits for an answer, `Suspended` when its server is blocked, `Stale` for a yes to a
/// territory that another has when `warned` does not say that the administrator was told so, or the store's failure.
pub async fn answer(app: &App, viewer: Viewer, exchange: Uid, yes: bool, warned: bool) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::ChangeSettings)?;
    let (now, by) = (app.now(), viewer.actor.map(Uid::of));
    let uri = app.links.activity(app.new_id::<uuid::Uuid>());
    app.store
        .write(move |db| {
            let found = trust::by_id(db, exchange)?.ok_or(Refusal::NotFound)?;
            let target = collectivity(db, found.actor_id)?;
            if yes && !store::peers::blocked_among(db, &[target.host])?.is_empty() {
                return Err(Refusal::Suspended.into());
            }
            if yes && !warned && !trust::claims(db, &found.territory, found.actor_id)?.is_empty() {
                return Err(Refusal::Stale.into());
            }
            let answer = Answer { uri: &uri, at: At(now), made_by: by };
            let (kind, detail) = match (found.ours, state(&found), yes) {
                (false, Some(RecognitionState::Proposed), true) => {
                    trust::accept(db, found.id, &answer, None)?;
                    (EventKind::RecognitionAnswered, "accepted")
                }
                (false, Some(RecognitionState::Proposed), false) => {
                    trust::refuse(db, found.id, &answer)?;
                    (EventKind::RecognitionAnswered, "refused")
                }
                (true, Some(RecognitionState::Held), true) => {
                    trust::confirm_held(db, found.id, by, At(now))?;
                    (EventKind::RecognitionAnswered, "confirmed")
                }
                (true, Some(RecognitionState::Held), false) => {
                    trust::end(db, found.id, true, At(now))?;
                    (EventKind::RecognitionEnded, "ended")
                }
                (_, _, _) => return Err(Refusal::NotFound.into()),
            };
            Ok(store::journal::append(db, &Event::new(kind).by(viewer.actor).on(found.id.0).detail(detail), now)?)
        })
        .await
}

/// Takes back what we proposed to a collectivity, or said yes to: it is official no more from now on.
///
/// # Errors
/// A refusal of the permission table, `NotFound` when there is nothing to take back, or the store's failure.
pub async fn withdraw(app: &App, viewer: Viewer, them: ActorId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::ChangeSettings)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let standing: Vec<Recognition> = trust::live(db, Uid::of(them))?
                .into_iter()
                .filter(|one| one.ours || state(one) == Some(RecognitionState::Official))
                .collect();
            if standing.is_empty() {
                return Err(Refusal::NotFound.into());
            }
            for one in standing {
                trust::end(db, one.id, true, At(now))?;
                let event = Event::new(EventKind::RecognitionEnded).by(viewer.actor).on(one.id.0).detail("ended");
                store::journal::append(db, &event, now)?;
            }
            Ok(())
        })
        .await
}

/// A collectivity of another server.
fn collectivity(db: &mut Db, id: Uid) -> Result<store::actors::Actor> {
    let found = store::actors::find(db, id)?.filter(|actor| !actor.host.is_empty() && actor.erased_at.is_none());
    let is_one = |actor: &store::actors::Actor| actor.kind == ActorKind::Organization.code();
    Ok(found.filter(is_one).ok_or(Refusal::NotFound)?)
}

fn state(found: &Recognition) -> Option<RecognitionState> {
    RecognitionState::parse(&found.state)
}

/// What the other side said has its effect. What is not about an exchange of its own changes nothing.
pub(super) fn heard(db: &mut Db, arrival: &Arrival, step: &Step, now: Timestamp) -> Result<()> {
    let them = Uid::of(arrival.actor);
    match step {
        Step::Proposed { id, uri, at, territory, statement } => {
            collectivity(db, them)?;
            if trust::find(db, uri)?.is_some() {
                return again(db, arrival, step, now);
            }
            let new = Proposal { id: *id, uri, actor_id: them, at: At((*at).min(now)), made_by: None };
            if trust::keep_proposal(db, &new, Some((territory, statement)))? {
                store::peers::meet(db, &arrival.host, At(now))?;
                noted(db, arrival, (new.id, "proposed"), now)?;
            }
            Ok(())
        }
        Step::Accepted { offer, answer, territory, statement } => {
            let Some(found) = ours(db, offer, them)? else { return Ok(()) };
            let answer = Answer { uri: answer, at: At(now), made_by: None };
            let signed = (territory, statement.as_str());
            let held = !trust::claims(db, territory, them)?.is_empty();
            let heard =
                if held { trust::hold(db, found.id, &answer, signed)? } else { trust::accept(db, found.id, &answer, Some(signed))? };
            if heard {
                return noted(db, arrival, (found.id, if held { "held" } else { "accepted" }), now);
            }
            // We took it back meanwhile, and they may not have heard of it.
            if state(&found) == Some(RecognitionState::Ended) && found.ended_here { repeat(db, &found, now) } else { Ok(()) }
        }
        Step::Refused { offer, answer } => {
            let Some(found) = ours(db, offer, them)? else { return Ok(()) };
            let answer = Answer { uri: answer, at: At(now), made_by: None };
            let over = trust::refuse(db, found.id, &answer)? || (is_live(&found) && trust::end(db, found.id, false, At(now))?);
            if over { noted(db, arrival, (found.id, "refused"), now) } else { Ok(()) }
        }
        Step::TakenBack { offer, answer, proposal } => {
            if let Some(digest) = proposal {
                store::received::see(db, digest, At(now))?;
            }
            let by_answer = match answer {
                Some(answer) => trust::with_answer(db, answer)?,
                None => None,
            };
            let found = match (by_answer, offer) {
                (Some(found), _) => Some(found),
                (None, Some(offer)) => trust::find(db, offer)?,
                (None, None) => None,
            };
            // They take back their own proposal, or their own yes to ours.
            let theirs = found.filter(|found| found.actor_id == them && found.ours == answer.is_some());
            match theirs {
                Some(found) if trust::end(db, found.id, false, At(now))? => noted(db, arrival, (found.id, "ended"), now),
                Some(_) | None => Ok(()),
            }
        }
    }
}

/// They propose once more what they proposed: our answer, or its end, did not reach them.
pub(super) fn again(db: &mut Db, arrival: &Arrival, step: &Step, now: Timestamp) -> Result<()> {
    let Step::Proposed { uri, .. } = step else { return Ok(()) };
    // It lives: what waits for it need not wait longer.
    if store::peers::wake(db, &arrival.host)? {
        store::deliveries::hurry(db, &arrival.host, At(now))?;
    }
    match trust::find(db, uri)? {
        Some(found) if found.actor_id == Uid::of(arrival.actor) && !found.ours => repeat(db, &found, now),
        Some(_) | None => Ok(()),
    }
}

/// Says again what we said last of an exchange.
fn repeat(db: &mut Db, found: &Recognition, now: Timestamp) -> Result<()> {
    let (kind, detail) = match state(found) {
        Some(RecognitionState::Official) if !found.ours => (EventKind::RecognitionAnswered, "accepted"),
        Some(RecognitionState::Refused) if !found.ours => (EventKind::RecognitionAnswered, "refused"),
        Some(RecognitionState::Ended) if found.ended_here => (EventKind::RecognitionEnded, "ended"),
        Some(
            RecognitionState::Official
            | RecognitionState::Refused
            | RecognitionState::Ended
            | RecognitionState::Proposed
            | RecognitionState::Held,
        )
        | None => return Ok(()),
    };
    Ok(store::journal::append(db, &Event::new(kind).on(found.id.0).detail(detail), now)?)
}

/// The exchange of a proposal that we made to them.
fn ours(db: &mut Db, offer: &str, them: Uid) -> Result<Option<Recognition>> {
    Ok(trust::find(db, offer)?.filter(|found| found.ours && found.actor_id == them))
}

fn is_live(found: &Recognition) -> bool {
    matches!(state(found), Some(RecognitionState::Official | RecognitionState::Held))
}

fn noted(db: &mut Db, arrival: &Arrival, (exchange, detail): (Uid, &'static str), now: Timestamp) -> Result<()> {
    let event = Event::new(EventKind::RecognitionHeard).by(arrival.actor).on(exchange.0).detail(detail);
    Ok(store::journal::append(db, &event, now)?)
}
