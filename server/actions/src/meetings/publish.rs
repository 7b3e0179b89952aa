//! Publish a meeting.

use super::{event, load, prepare::remind_later};
use crate::{App, Result};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::MeetingId;
use domain::meeting::MeetingState;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::At;

/// Shows a meeting to everybody.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `AlreadyDone` when it is published or was called off, `NotPublished` when its consultation is not,
/// or the store's failure.
pub async fn publish(app: &App, viewer: Viewer, id: MeetingId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let (mut row, terms) = load(db, id)?;
            if terms.state != MeetingState::Draft {
                return Err(Refusal::AlreadyDone.into());
            }
            if let Some(consultation) = row.consultation_id {
                let found = store::consultations::find(db, consultation)?.ok_or(Refusal::NotFound)?;
                found.published_at.ok_or(Refusal::NotPublished)?;
            }
            row.state = MeetingState::Published.code().to_owned();
            row.published_at = Some(At(now));
            row.edited_at = At(now);
            store::meetings::update(db, &row)?;
            remind_later(db, &row, now)?;
            Ok(store::journal::append(db, &event(EventKind::MeetingPublished, &row).by(viewer.actor), now)?)
        })
        .await
}
