//! Call a meeting off.

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
use store::jobs::JobKind;

/// Calls a published meeting off, and says why. Those who come and those who wait are written to.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `NotPublished` for a draft, `AlreadyDone`, `Settled` once it is over, a faulty `cancel_reason`, or the
/// store's failure.
pub async fn cancel(app: &App, viewer: Viewer, id: MeetingId, reason: &str) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let reason = text::bounded_text(reason, 5, text::SHORT_MAX).map_err(|fault| Error::fault("cancel_reason", fault))?;
    let now = app.now();
    app.store
        .write(move |db| {
            let (mut row, terms) = load(db, id)?;
            match terms.state {
                MeetingState::Draft => return Err(Refusal::NotPublished.into()),
                MeetingState::Cancelled => return Err(Refusal::AlreadyDone.into()),
                MeetingState::Published if terms.is_past(now) => return Err(Refusal::Settled.into()),
                MeetingState::Published => {}
            }
            row.state = MeetingState::Cancelled.code().to_owned();
            row.cancel_reason = reason;
            row.edited_at = At(now);
            row.sequence = row.sequence.saturating_add(1);
            store::meetings::update(db, &row)?;
            store::jobs::enqueue(db, JobKind::TellMeeting, Some(row.id), now, now)?;
            let event = event(EventKind::MeetingChanged, &row).by(viewer.actor).detail("cancelled");
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
