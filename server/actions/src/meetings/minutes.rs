//! Write down what was said and decided at a meeting.

use super::{event, load};
use crate::{App, Error, Result};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::MeetingId;
use domain::meeting::MeetingState;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text;
use store::At;

/// Publishes the minutes of a meeting that has begun, or puts others in their place.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `NotOpenNow` before it begins or when it was called off, faulty `minutes`, or the store's failure.
pub async fn write_minutes(app: &App, viewer: Viewer, id: MeetingId, minutes: &str) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let minutes = text::bounded_text(minutes, 10, text::BODY_MAX).map_err(|fault| Error::fault("minutes", fault))?;
    let now = app.now();
    app.store
        .write(move |db| {
            let (mut row, terms) = load(db, id)?;
            if terms.state != MeetingState::Published || now < terms.begins {
                return Err(Refusal::NotOpenNow.into());
            }
            row.minutes = minutes;
            row.minutes_at = Some(At(now));
            row.edited_at = At(now);
            row.sequence = row.sequence.saturating_add(1);
            store::meetings::update(db, &row)?;
            Ok(store::journal::append(db, &event(EventKind::MeetingChanged, &row).by(viewer.actor).detail("minutes"), now)?)
        })
        .await
}
