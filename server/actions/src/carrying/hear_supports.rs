//! At the organiser: hear how many people of a territory that carries a consultation support what is said in it. What was heard stands beside the
//! supports of here and is never added to them.

use crate::Result;
use domain::Timestamp;
use domain::carrying::{Called, CarrierState};
use domain::event::{Event, EventKind};
use domain::id::ActorId;
use domain::refusal::Refusal;
use jiff::SignedDuration;
use std::collections::HashMap;
use store::territory_supports::Heard;
use store::{At, Db, Uid};

/// What a territory says, proven to be its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldSupports {
    /// The consultation of ours.
    pub consultation: Uid,
    /// Of when it is: a time of the territory's clock that only grows.
    pub at: Timestamp,
    /// The contributions, each once.
    pub lines: Vec<SupportLine>,
}

/// How many people support a contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupportLine {
    /// Its address.
    pub uri: String,
    /// Its id, where it is an address of ours.
    pub own: Option<Uid>,
    /// How many.
    pub supports: i32,
}

/// How long a territory's word is kept of what does not come here.
const WAITING_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Most contributions of which one territory may speak before they come here.
const WAITING_MAX: i64 = 5_000;

/// Where a contribution of which a territory speaks is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Here, in this consultation.
    Here(Uid),
    /// Not here yet: two posts of one server may overtake each other.
    OnItsWay,
    /// It is of another consultation, or is not there.
    Elsewhere,
}

/// Keeps what a territory says. What is not newer than what it said before changes nothing; who left only takes back.
///
/// # Errors
/// `NotYourRole` unless the collectivity carries the consultation, or did until it left; `AlreadyDone` when nothing of it is new.
pub(crate) fn hear(db: &mut Db, carrier: ActorId, told: &ToldSupports, now: Timestamp) -> Result<()> {
    let (consultation, carrier_id) = (told.consultation, Uid::of(carrier));
    alone(db, consultation, carrier_id)?;
    let only_less = has_left(db, consultation, carrier_id)?;
    for uri in store::territory_supports::late(db, consultation, carrier_id)? {
        store::territory_supports::arrived(db, &uri, Some(carrier_id))?;
    }
    store::territory_supports::forget_waiting(db, consultation, carrier_id, At(now - WAITING_FOR))?;
    let uris: Vec<String> = told.lines.iter().map(|line| line.uri.clone()).collect();
    let before = store::territory_supports::said_before(db, consultation, carrier_id, &uris)?;
    let places = places(db, told)?;
    let mut room = WAITING_MAX - store::territory_supports::waiting(db, consultation, carrier_id)?;
    let (mut rows, mut dropped) = (Vec::new(), 0);
    for line in &told.lines {
        let known = before.get(&line.uri);
        let is_old = known.is_some_and(|known| known.revision >= At(told.at));
        let is_more = only_less && known.is_none_or(|known| known.supports <= line.supports);
        if is_old || is_more {
            continue;
        }
        let contribution_id = match places.get(&line.uri).copied().unwrap_or(Place::Elsewhere) {
            Place::Here(id) => Some(id),
            Place::OnItsWay if known.is_some() || room > 0 => {
                room -= i64::from(known.is_none());
                None
            }
            Place::OnItsWay | Place::Elsewhere => {
                dropped += 1;
                continue;
            }
        };
        let (uri, supports) = (line.uri.clone(), line.supports);
        rows.push(Heard {
            consultation_id: consultation,
            carrier_id,
            uri,
            contribution_id,
            supports,
            revision: At(told.at),
            heard_at: At(now),
        });
    }
    if dropped > 0 {
        tracing::info!(territory = %carrier_id.0, dropped, "a territory counts supports of what is not of the consultation");
    }
    if rows.is_empty() {
        return Err(Refusal::AlreadyDone.into());
    }
    store::territory_supports::keep(db, &rows, &before)?;
    let event = Event::new(EventKind::SupportsHeard).by(carrier).on(consultation.0).within(consultation.to());
    Ok(store::journal::append(db, &event, now)?)
}

/// A consultation was taken from a territory: what it said counts no more.
pub(crate) fn forget(db: &mut Db, consultation: Uid, carrier: Uid) -> Result<()> {
    alone(db, consultation, carrier)?;
    Ok(store::territory_supports::forget(db, consultation, carrier)?)
}

/// Lets nobody else change what one territory says of one consultation.
fn alone(db: &mut Db, consultation: Uid, carrier: Uid) -> Result<()> {
    Ok(store::alone::about(db, &format!("supports of {} in {}", carrier.0, consultation.0))?)
}

/// Whether a territory left. Only who carries this consultation, or left it, speaks of supports, and only while it is as official as it had to be.
fn has_left(db: &mut Db, consultation: Uid, carrier: Uid) -> Result<bool> {
    let offered = store::carrying::offered(db, consultation)?.ok_or(Refusal::NotYourRole)?;
    let stands = store::carrying::carrier(db, consultation, carrier)?.ok_or(Refusal::NotYourRole)?;
    let left = match stands.state()? {
        CarrierState::Joined => false,
        CarrierState::Left => true,
        CarrierState::Invited | CarrierState::Refused => return Err(Refusal::NotYourRole.into()),
    };
    let official = offered.called()? == Called::Chosen || store::trust::is_official(db, carrier)?;
    if official { Ok(left) } else { Err(Refusal::NotYourRole.into()) }
}

/// Where the contributions are of which a territory speaks, in one statement.
fn places(db: &mut Db, told: &ToldSupports) -> Result<HashMap<String, Place>> {
    let elsewhere: Vec<String> = told.lines.iter().filter(|line| line.own.is_none()).map(|line| line.uri.clone()).collect();
    let own: Vec<Uid> = told.lines.iter().filter_map(|line| line.own).collect();
    let known = store::territory_supports::known(db, &elsewhere, &own)?;
    let by_uri: HashMap<&str, (Uid, Uid)> = known.iter().filter_map(|(id, uri, within)| Some((uri.as_deref()?, (*id, *within)))).collect();
    let by_id: HashMap<Uid, Uid> = known.iter().filter(|(_, uri, _)| uri.is_none()).map(|(id, _, within)| (*id, *within)).collect();
    let place = |line: &SupportLine| {
        let found = match line.own {
            Some(id) => by_id.get(&id).map(|within| (id, *within)),
            None => by_uri.get(line.uri.as_str()).copied(),
        };
        match (found, line.own) {
            (Some((id, within)), _) if within == told.consultation => Place::Here(id),
            (None, None) => Place::OnItsWay,
            // What is ours and not here never comes.
            (Some(_), _) | (None, Some(_)) => Place::Elsewhere,
        }
    };
    Ok(told.lines.iter().map(|line| (line.uri.clone(), place(line))).collect())
}
