//! Prepare a meeting, and change it.

use super::{MeetingForm, call, event, load, secret};
use crate::{App, Result, subject};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::MeetingId;
use domain::meeting::{self, MeetingState};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::jobs::JobKind;
use store::meetings::Meeting;
use store::{At, Uid};

/// Prepares a meeting of a consultation, or of the collectivity where none is named. Nobody sees it yet.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, faulty fields, or the store's failure.
pub async fn prepare(app: &App, viewer: Viewer, slug: Option<&str>, form: &MeetingForm) -> Result<MeetingId> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (parsed, instance) = (form.parse(&app.time_zone().await?)?, app.instance().await?);
    let (now, id, slug) = (app.now(), app.new_id::<MeetingId>(), slug.map(str::to_owned));
    app.store
        .write(move |db| {
            let consultation = slug.map(|slug| subject::consultation(db, &slug)).transpose()?.map(|(found, _)| found);
            let lang = consultation.as_ref().map_or_else(|| instance.lang.clone(), |found| found.lang.clone());
            let mut row = Meeting::blank(Uid::of(id), consultation.map(|found| found.id), lang, At(now));
            parsed.fill(&mut row);
            store::meetings::insert(db, &row)?;
            store::journal::append(db, &event(EventKind::MeetingPrepared, &row).by(viewer.actor), now)?;
            Ok(id)
        })
        .await
}

/// Changes a meeting. Of a published one those who come are told when its time or place changes, and those who wait are called when there is room.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `Stale` when it changed since it was read, `Settled` once it was called off, faulty fields, or the
/// store's failure.
pub async fn edit(app: &App, viewer: Viewer, id: MeetingId, seen: i32, form: &MeetingForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (parsed, secret, now) = (form.parse(&app.time_zone().await?)?, secret(app).await?, app.now());
    app.store
        .write(move |db| {
            let (old, terms) = load(db, id)?;
            if old.sequence != seen {
                return Err(Refusal::Stale.into());
            }
            if terms.state == MeetingState::Cancelled {
                return Err(Refusal::Settled.into());
            }
            let mut row = old.clone();
            parsed.fill(&mut row);
            row.edited_at = At(now);
            row.sequence = old.sequence.saturating_add(1);
            store::meetings::update(db, &row)?;
            if terms.state == MeetingState::Draft {
                return Ok(store::journal::append(db, &event(EventKind::MeetingPrepared, &row).by(viewer.actor), now)?);
            }
            let moved = is_elsewhere(&old, &row);
            let more = call(db, &secret, &row, &row.terms()?, now)?;
            if (moved && row.ends_at.0 > now) || more {
                store::jobs::enqueue(db, JobKind::TellMeeting, Some(row.id), now, now)?;
            }
            if old.begins_at != row.begins_at {
                remind_later(db, &row, now)?;
            }
            let event = event(EventKind::MeetingChanged, &row).by(viewer.actor).detail(if moved { "moved" } else { "edited" });
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// Queues the letters of the day before.
pub(super) fn remind_later(db: &mut store::Db, row: &Meeting, now: domain::Timestamp) -> Result<()> {
    if let Some(at) = meeting::reminder_at(row.begins_at.0, now).filter(|_| row.by_registration) {
        store::jobs::enqueue(db, JobKind::RemindMeeting, Some(row.id), at, now)?;
    }
    Ok(())
}

/// Whether those who come must know: another time or another place.
fn is_elsewhere(old: &Meeting, new: &Meeting) -> bool {
    let of = |row: &Meeting| (row.begins_at, row.ends_at, row.kind.clone(), row.venue.clone(), row.address.clone(), row.link.clone());
    of(old) != of(new)
}
