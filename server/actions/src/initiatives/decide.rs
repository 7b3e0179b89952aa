//! Admit an initiative that was proposed, or decline it with a reason.

use super::form::end_of;
use super::{event, load, write_to_promoter};
use crate::{App, Error, Faults, Result};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::{InitiativeId, LetterId};
use domain::initiative::{Ground, InitiativeKind, InitiativeState, WORDS_MIN};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::{self, Fault};
use jiff::ToSpan;
use store::At;

/// Admits it: everybody reads it. A petition keeps the rules of this day, whatever becomes of them; whoever promotes it is written to.
///
/// # Errors
/// A refusal of the permission table, `AlreadyDone`, `NotOpenNow` where nothing is promised about petitions, or the store's failure.
pub async fn admit(app: &App, viewer: Viewer, id: InitiativeId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (now, zone, letter) = (app.now(), app.time_zone().await?, app.new_id::<LetterId>());
    app.store
        .write(move |db| {
            let (mut row, terms) = load(db, id)?;
            if terms.state != InitiativeState::Proposed {
                return Err(Refusal::AlreadyDone.into());
            }
            if terms.kind == InitiativeKind::Petition {
                let (rules, _) = store::initiatives::rules(db)?.ok_or(Refusal::NotOpenNow)?;
                let last = now.to_zoned(zone.clone()).date().saturating_add(i64::from(rules.days).days());
                row.closes_at = end_of(last, &zone);
                row.threshold = rules.threshold;
                row.answer_days = rules.answer_days;
            }
            row.state = InitiativeState::Open.code().to_owned();
            row.published_at = Some(At(now));
            row.edited_at = At(now);
            store::initiatives::update(db, &row)?;
            write_to_promoter(db, &row, "initiative_admitted", letter, now)?;
            Ok(store::journal::append(db, &event(EventKind::InitiativeDecided, &row).by(viewer.actor).detail("admitted"), now)?)
        })
        .await
}

/// Declines it with a ground and a reason in words, which whoever promotes it reads.
///
/// # Errors
/// A refusal of the permission table, `AlreadyDone`, faulty fields, or the store's failure.
pub async fn decline(app: &App, viewer: Viewer, id: InitiativeId, ground: &str, reason: &str) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let mut faults = Faults::new();
    let ground = Ground::parse(ground);
    if ground.is_none() {
        faults.push(("ground", Fault::Choice));
    }
    let reason = crate::budget::keep("reason", text::bounded_text(reason, WORDS_MIN, text::SHORT_MAX), &mut faults);
    let Some(ground) = ground.filter(|_| faults.is_empty()) else { return Err(Error::Faulty(faults)) };
    let (now, letter) = (app.now(), app.new_id::<LetterId>());
    app.store
        .write(move |db| {
            let (mut row, terms) = load(db, id)?;
            if terms.state != InitiativeState::Proposed {
                return Err(Refusal::AlreadyDone.into());
            }
            row.state = InitiativeState::Declined.code().to_owned();
            row.ground = ground.code().to_owned();
            row.reason = reason;
            row.edited_at = At(now);
            store::initiatives::update(db, &row)?;
            write_to_promoter(db, &row, "initiative_declined", letter, now)?;
            Ok(store::journal::append(db, &event(EventKind::InitiativeDecided, &row).by(viewer.actor).detail("declined"), now)?)
        })
        .await
}
