//! A carried consultation follows its call: texts, themes, phases and whether places are asked for are the organiser's.

use crate::Result;
use crate::consultations::keep_within;
use domain::Timestamp;
use domain::carrying::{CallState, CarriedState};
use domain::event::{Event, EventKind};
use store::carried::{Call, CallPhase, Carried};
use store::consultations::{Phase, Theme};
use store::{At, Db, Uid};
use uuid::Uuid;

/// Takes the call over where it is carried, or asked for. What was left keeps what it had.
pub(crate) fn follow(db: &mut Db, call: Uid, fresh: &[Uuid], now: Timestamp) -> Result<()> {
    let (Some(call), Some(carried)) = (store::carried::call(db, call)?, store::carried::of_call(db, call)?) else { return Ok(()) };
    let consultation = carried.consultation_id;
    match (carried.state()?, call.state()?) {
        (CarriedState::Left | CarriedState::Refused, _) => return Ok(()),
        (CarriedState::Asked | CarriedState::Joined, CallState::Gone) => return close(db, consultation, now),
        (CarriedState::Asked | CarriedState::Joined, CallState::Open | CallState::Withdrawn) => {}
    }
    if carried.revision.is_some_and(|revision| revision >= call.changed_at) {
        // An organiser whose program learnt to say it says it of the same revision.
        return Ok(store::places::set_asking(db, consultation, call.places()?)?);
    }
    take_over(db, &call, &carried, fresh, now)?;
    let event = Event::new(EventKind::ConsultationEdited).on(consultation.0).within(consultation.to()).detail("carried");
    Ok(store::journal::append(db, &event, now)?)
}

/// Puts what the call says in the place of what the consultation has.
pub(crate) fn take_over(db: &mut Db, call: &Call, carried: &Carried, fresh: &[Uuid], now: Timestamp) -> Result<()> {
    let id = carried.consultation_id;
    let Some(found) = store::consultations::find(db, id)? else { return Ok(()) };
    let mut fresh = fresh.iter().copied();
    let text = call.text();
    store::consultations::update(db, id, found.revision, &text, At(now))?;
    store::actors::rename(db, found.actor_id, &text.title, &text.teaser)?;
    let (phases, themes) = (store::carried::phases(db, call.id)?, store::carried::themes(db, call.id)?);
    set_phases(db, id, &phases, &mut fresh)?;
    set_themes(db, id, &themes, &mut fresh)?;
    // Where one may place is the carrier's: its perimeter, or its territory.
    store::places::set_asking(db, id, call.places()?)?;
    keep_within(db, id, call.reach()?, now)?;
    Ok(store::carried::set(db, &Carried { revision: Some(call.changed_at), ..carried.clone() })?)
}

/// Takes nothing new from now on: the phase that runs ends, those to come are not.
pub(crate) fn close(db: &mut Db, consultation: Uid, now: Timestamp) -> Result<()> {
    let mut phases = store::consultations::phases(db, consultation)?;
    if phases.iter().all(|phase| phase.closes_at <= At(now)) {
        return Ok(());
    }
    phases.retain(|phase| phase.opens_at < At(now));
    for phase in &mut phases {
        phase.closes_at = phase.closes_at.min(At(now));
    }
    store::consultations::replace_phases(db, consultation, &phases)?;
    // The next call is taken over whole, whatever its revision.
    if let Some(carried) = store::carried::find(db, consultation)? {
        store::carried::set(db, &Carried { revision: None, ..carried })?;
    }
    let event = Event::new(EventKind::ConsultationEdited).on(consultation.0).within(consultation.to()).detail("carried");
    Ok(store::journal::append(db, &event, now)?)
}

fn set_phases(db: &mut Db, id: Uid, wanted: &[CallPhase], fresh: &mut impl Iterator<Item = Uuid>) -> Result<()> {
    let known = store::consultations::phases(db, id)?;
    let same = known.len() == wanted.len() && known.iter().zip(wanted).all(|(known, wanted)| is_same(known, wanted));
    if same {
        return Ok(());
    }
    let row = |(phase, fresh): (&CallPhase, Uuid)| Phase {
        id: Uid(fresh),
        consultation_id: id,
        kind: phase.kind.clone(),
        name: phase.name.clone(),
        description: phase.description.clone(),
        opens_at: phase.opens_at,
        closes_at: phase.closes_at,
        propose: phase.propose.clone(),
        discuss: phase.discuss.clone(),
        reply: phase.reply.clone(),
        support: phase.support.clone(),
    };
    let rows: Vec<Phase> = wanted.iter().zip(fresh).map(row).collect();
    Ok(store::consultations::replace_phases(db, id, &rows)?)
}

fn is_same(known: &Phase, wanted: &CallPhase) -> bool {
    let texts = |phase: &Phase| [phase.kind.clone(), phase.name.clone(), phase.description.clone()];
    let codes = |phase: &Phase| [phase.propose.clone(), phase.discuss.clone(), phase.reply.clone(), phase.support.clone()];
    (known.opens_at, known.closes_at) == (wanted.opens_at, wanted.closes_at)
        && texts(known) == [wanted.kind.clone(), wanted.name.clone(), wanted.description.clone()]
        && codes(known) == [wanted.propose.clone(), wanted.discuss.clone(), wanted.reply.clone(), wanted.support.clone()]
}

/// A theme keeps its contributions as long as its name is there.
fn set_themes(db: &mut Db, id: Uid, wanted: &[String], fresh: &mut impl Iterator<Item = Uuid>) -> Result<()> {
    let known = store::consultations::themes(db, id)?;
    for gone in known.iter().filter(|theme| !wanted.contains(&theme.name)) {
        store::consultations::remove_theme(db, gone.id)?;
    }
    for (position, name) in (0..).zip(wanted) {
        match known.iter().find(|theme| theme.name == *name) {
            Some(theme) if theme.position == position => {}
            Some(theme) => store::consultations::change_theme(db, theme.id, position, name)?,
            None => {
                let Some(new) = fresh.next() else { return Ok(()) };
                let theme = Theme { id: Uid(new), consultation_id: id, position, name: name.clone() };
                store::consultations::add_theme(db, &theme)?;
            }
        }
    }
    Ok(())
}
