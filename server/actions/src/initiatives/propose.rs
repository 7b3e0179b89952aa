//! Propose an initiative or a petition, or promote an initiative in the name of the collectivity.

use super::form::Parsed;
use super::{InitiativeForm, event};
use crate::{App, Result, organisations, subject};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::InitiativeId;
use domain::initiative::{self, InitiativeKind, InitiativeState, WAITING_MAX};
use domain::lang::Lang;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::initiatives::Initiative;
use store::{At, Db, Uid};

/// Proposes an initiative or a petition: an agent decides about it before anybody else reads it.
///
/// # Errors
/// A refusal of the rules, `NotOpenNow` for a petition where there are none, `NoRoom` when too many of theirs wait, faulty fields, or the store's failure.
pub async fn propose(app: &App, viewer: Viewer, form: &InitiativeForm, lang: Lang) -> Result<InitiativeId> {
    initiative::may_take_part(viewer)?;
    let (now, id, zone) = (app.now(), app.new_id::<InitiativeId>(), app.time_zone().await?);
    let parsed = form.parse(&zone, now.to_zoned(zone.clone()).date())?;
    app.store
        .write(move |db| {
            let viewer = organisations::speak(db, viewer, now)?;
            let promoter = Uid::of(viewer.actor.ok_or(Refusal::SignInFirst)?);
            let is_petition = parsed.kind == InitiativeKind::Petition;
            if is_petition && !store::initiatives::rules(db)?.is_some_and(|(_, is_open)| is_open) {
                return Err(Refusal::NotOpenNow.into());
            }
            if store::initiatives::proposed_by(db, promoter)? >= WAITING_MAX {
                return Err(Refusal::NoRoom.into());
            }
            let row = blank(db, (id, promoter), parsed, lang.code(), At(now))?;
            store::initiatives::insert(db, &row)?;
            store::journal::append(db, &event(EventKind::InitiativeProposed, &row).said_by(viewer), now)?;
            Ok(id)
        })
        .await
}

/// The collectivity asks people to act: everybody reads it at once.
///
/// # Errors
/// A refusal of the permission table, `NotYourRole` for a petition, which the collectivity does not write to itself, faulty fields, or the store's
/// failure.
pub async fn promote(app: &App, viewer: Viewer, form: &InitiativeForm) -> Result<InitiativeId> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (now, id, zone, instance) = (app.now(), app.new_id::<InitiativeId>(), app.time_zone().await?, app.instance().await?);
    let parsed = form.parse(&zone, now.to_zoned(zone.clone()).date())?;
    if parsed.kind == InitiativeKind::Petition {
        return Err(Refusal::NotYourRole.into());
    }
    app.store
        .write(move |db| {
            let mut row = blank(db, (id, instance.collectivity_id), parsed, &instance.lang, At(now))?;
            row.state = InitiativeState::Open.code().to_owned();
            row.published_at = Some(At(now));
            store::initiatives::insert(db, &row)?;
            store::journal::append(db, &event(EventKind::InitiativePromoted, &row).by(viewer.actor), now)?;
            Ok(id)
        })
        .await
}

/// A proposed initiative in which nobody has taken part.
fn blank(db: &mut Db, (id, promoter): (InitiativeId, Uid), parsed: Parsed, lang: &str, now: At) -> Result<Initiative> {
    let consultation = match parsed.consultation {
        Some(slug) => {
            Some(subject::consultation(db, &slug)?.0).filter(|found| found.published_at.is_some()).ok_or(Refusal::NotFound).map(Some)?
        }
        None => None,
    };
    Ok(Initiative {
        id: Uid::of(id),
        kind: parsed.kind.code().to_owned(),
        state: InitiativeState::Proposed.code().to_owned(),
        consultation_id: consultation.map(|found| found.id),
        promoter_id: Some(promoter),
        title: parsed.title,
        body: parsed.body,
        lang: lang.to_owned(),
        link: parsed.link,
        closes_at: parsed.closes_at,
        threshold: 0,
        answer_days: 0,
        act_count: 0,
        ground: String::new(),
        reason: String::new(),
        created_at: now,
        published_at: None,
        edited_at: now,
        reached_at: None,
        answer_due_on: None,
        answer_state: String::new(),
        answer: String::new(),
        answer_signed: String::new(),
        answered_at: None,
    })
}
