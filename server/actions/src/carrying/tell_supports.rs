//! At who carries a consultation: tell its organiser how many people of here support what is said in it. Only numbers are told; who supports stays here.

use crate::{App, Result};
use domain::Timestamp;
use domain::carrying::CarriedState;
use domain::consultation::Calendar;
use domain::event::{Event, EventKind};
use jiff::SignedDuration;
use std::collections::BTreeSet;
use store::jobs::JobKind;
use store::shares::Told;
use store::{At, Db, Uid};

/// How often at most the organiser is told, as long as something changes.
const EVERY: SignedDuration = SignedDuration::from_mins(15);
/// After how long what was told is told again.
const AGAIN_AFTER: SignedDuration = SignedDuration::from_hours(7 * 24);

/// The supports of a contribution changed. In a consultation that is carried here its organiser is told a little later, and at the end of the phase.
pub(crate) fn changed(db: &mut Db, (contribution, consultation): (Uid, Uid), calendar: &Calendar, now: Timestamp) -> Result<()> {
    if store::carried::find(db, consultation)?.is_none() {
        return Ok(());
    }
    store::shares::changed(db, &[(contribution, consultation)])?;
    let end = calendar.phases.iter().map(|phase| phase.closes_at).filter(|at| *at > now).min();
    let when = end.map_or(now + EVERY, |end| end.min(now + EVERY));
    Ok(store::jobs::once(db, JobKind::TellSupports, consultation, when, now)?)
}

/// The supports of these contributions changed, each of a consultation that is carried here.
pub(crate) fn all_changed(db: &mut Db, changed: &[(Uid, Uid)], now: Timestamp) -> Result<()> {
    store::shares::changed(db, changed)?;
    let consultations: BTreeSet<Uid> = changed.iter().map(|(_, consultation)| *consultation).collect();
    for consultation in consultations {
        store::jobs::once(db, JobKind::TellSupports, consultation, now + EVERY, now)?;
    }
    Ok(())
}

/// Everything is told anew: the organiser may not have what it was told, or has forgotten it.
pub(crate) fn anew(db: &mut Db, consultation: Uid, now: Timestamp) -> Result<()> {
    again(db, consultation, None, now)
}

fn again(db: &mut Db, consultation: Uid, before: Option<At>, now: Timestamp) -> Result<()> {
    if store::shares::tell_anew(db, consultation, before)? > 0 {
        store::jobs::once(db, JobKind::TellSupports, consultation, now + EVERY, now)?;
    }
    Ok(())
}

/// What was told long ago is told again: a server that was restored, or did not understand it then, may not have it. Who left tells nothing again.
pub(crate) fn refresh(db: &mut Db, call: Uid, now: Timestamp) -> Result<()> {
    let Some(carried) = store::carried::of_call(db, call)? else { return Ok(()) };
    if carried.state()? != CarriedState::Joined {
        return Ok(());
    }
    again(db, carried.consultation_id, Some(At(now - AGAIN_AFTER)), now)
}

/// Everything is told anew after a restore: what was told since the backup is not what stands here.
///
/// # Errors
/// When the store fails.
pub async fn after_restore(app: &App) -> Result<()> {
    let now = app.now();
    // no event: bookkeeping
    app.store.write(move |db| store::shares::carried_here(db)?.into_iter().try_for_each(|consultation| anew(db, consultation, now))).await
}

/// Tells the organiser of a consultation what changed. Called by the job that a support queued. As long as the last numbers are on their way there are
/// no other ones: those of an organiser that is down do not pile up.
///
/// # Errors
/// When the store fails.
pub async fn tell_supports(app: &App, consultation: Uid) -> Result<()> {
    let now = app.now();
    let tell = move |db: &mut Db| -> Result<()> {
        let Some(carried) = store::carried::find(db, consultation)? else { return Ok(()) };
        match carried.state()? {
            // Of who left only what is taken back counts: of accounts that are erased.
            CarriedState::Joined | CarriedState::Left => {}
            // Before the answer nobody takes it; it is told anew with the answer.
            CarriedState::Asked | CarriedState::Refused => return Ok(()),
        }
        if store::deliveries::is_on_its_way(db, carried.call_id)? {
            return Ok(store::jobs::once(db, JobKind::TellSupports, consultation, now + EVERY, now)?);
        }
        say(db, consultation, now)
    };
    // no event: `say` appends it, where there is something to say
    app.store.write(tell).await
}

/// Says what changed, if anything did. The numbers are read when the line is told: by then every support before it was told by name, or not.
pub(crate) fn say(db: &mut Db, consultation: Uid, now: Timestamp) -> Result<()> {
    if store::shares::due(db, consultation, 1)?.is_empty() {
        return Ok(());
    }
    let event = Event::new(EventKind::SupportsTold).on(consultation.0).within(consultation.to());
    Ok(store::journal::append(db, &event, now)?)
}

/// The organiser was told this; what is left, or changed meanwhile, is told the next time.
pub(crate) fn told(db: &mut Db, consultation: Uid, (told, at): (&[Told], At), now: Timestamp) -> Result<()> {
    store::shares::tell(db, consultation, told, at)?;
    if !store::shares::due(db, consultation, 1)?.is_empty() {
        store::jobs::once(db, JobKind::TellSupports, consultation, now + EVERY, now)?;
    }
    Ok(())
}

/// Whether the home of what somebody supports counts it itself is known, or known otherwise.
pub(crate) fn counted_at_home(db: &mut Db, (contribution, actor): (Uid, Uid), told: bool, now: Timestamp) -> Result<()> {
    if !store::supports::tell_home(db, contribution, actor, Some(told))? {
        return Ok(());
    }
    let Some(found) = store::contributions::find(db, contribution)? else { return Ok(()) };
    if store::carried::find(db, found.consultation_id)?.is_none() {
        return Ok(());
    }
    all_changed(db, &[(contribution, found.consultation_id)], now)
}
