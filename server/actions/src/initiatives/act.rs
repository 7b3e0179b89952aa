//! Say that one acted, sign a petition, or take that back. Who is in nobody's journal.

use super::{event, load, write_to_promoter};
use crate::{App, Result, jobs};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::{InitiativeId, LetterId};
use domain::initiative::{self, InitiativeKind};
use domain::refusal::Refusal;
use jiff::tz::TimeZone;
use store::initiatives::Initiative;
use store::{At, Db, Uid};

/// Somebody acted, or signs; `named`: their name may be read. The signature that reaches the threshold obliges the collectivity to answer.
///
/// # Errors
/// A refusal of the rules, `NotOpenNow`, `AlreadyDone`, or the store's failure.
pub async fn act(app: &App, viewer: Viewer, id: InitiativeId, named: bool) -> Result<()> {
    initiative::may_take_part(viewer)?;
    let by = Uid::of(viewer.actor.ok_or(Refusal::SignInFirst)?);
    let (now, zone) = (app.now(), app.time_zone().await?);
    let letters = (app.new_id::<LetterId>(), app.new_id::<LetterId>());
    app.store
        .write(move |db| {
            let (mut row, terms) = load(db, id)?;
            if !terms.is_public() {
                return Err(Refusal::NotFound.into());
            }
            if !terms.is_open(now) {
                return Err(Refusal::NotOpenNow.into());
            }
            let named = named && terms.kind == InitiativeKind::Petition;
            if !store::initiatives::act(db, row.id, by, named, At(now))? {
                return Err(Refusal::AlreadyDone.into());
            }
            row.act_count = store::initiatives::recount(db, row.id)?;
            store::journal::append(db, &event(EventKind::ActNoted, &row).detail("acted"), now)?;
            if terms.kind == InitiativeKind::Petition && row.reached_at.is_none() && row.act_count >= row.threshold {
                reach(db, &mut row, &zone, letters, now)?;
            }
            Ok(())
        })
        .await
}

/// Takes that back, as long as one may take part.
///
/// # Errors
/// A refusal of the rules, `NotOpenNow`, `AlreadyDone`, or the store's failure.
pub async fn take_back(app: &App, viewer: Viewer, id: InitiativeId) -> Result<()> {
    initiative::may_take_part(viewer)?;
    let by = Uid::of(viewer.actor.ok_or(Refusal::SignInFirst)?);
    let now = app.now();
    app.store
        .write(move |db| {
            let (row, terms) = load(db, id)?;
            if !terms.is_public() {
                return Err(Refusal::NotFound.into());
            }
            if !terms.is_open(now) {
                return Err(Refusal::NotOpenNow.into());
            }
            if !store::initiatives::take_back(db, row.id, by)? {
                return Err(Refusal::AlreadyDone.into());
            }
            store::initiatives::recount(db, row.id)?;
            Ok(store::journal::append(db, &event(EventKind::ActNoted, &row).detail("taken_back"), now)?)
        })
        .await
}

/// Enough have signed: from this day the collectivity owes an answer, whatever becomes of the signatures; it and the promoter are written to.
fn reach(db: &mut Db, row: &mut Initiative, zone: &TimeZone, letters: (LetterId, LetterId), now: Timestamp) -> Result<()> {
    let today = now.to_zoned(zone.clone()).date();
    row.reached_at = Some(At(now));
    row.answer_due_on = Some(initiative::answer_due(today, row.answer_days).to_string());
    row.edited_at = At(now);
    store::initiatives::update(db, row)?;
    write_to_promoter(db, row, "petition_reached", letters.0, now)?;
    for (index, (email, name, lang)) in (0_u128..).zip(store::initiatives::agents(db)?) {
        let id = LetterId(uuid::Uuid::from_u128(letters.1.0.as_u128().wrapping_add(index << 16)));
        let link = format!("/admin/initiatives/{}", row.id.0);
        jobs::post(db, &jobs::letter(id, "petition_to_answer", (&email, &name, &lang), link, now), now)?;
    }
    Ok(store::journal::append(db, &event(EventKind::PetitionReached, row), now)?)
}
