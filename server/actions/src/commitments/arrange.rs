//! Change the order of the commitments of a consultation.

use super::load;
use crate::{App, Result};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::CommitmentId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;

/// Moves a commitment one place up, or down.
///
/// # Errors
/// A refusal of the permission table, `AlreadyDone` when it stands first (last) already, or the store's failure.
pub async fn arrange(app: &App, viewer: Viewer, id: CommitmentId, up: bool) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let (row, consultation) = load(db, id)?;
            let mut all = store::commitments::of_consultation(db, consultation.id, false)?;
            let from = all.iter().position(|one| one.id == row.id).ok_or(Refusal::NotFound)?;
            let to = if up { from.checked_sub(1) } else { Some(from + 1).filter(|to| *to < all.len()) };
            all.swap(from, to.ok_or(Refusal::AlreadyDone)?);
            for (position, one) in (0..).zip(&all) {
                if one.position != position {
                    store::commitments::place(db, one.id, position)?;
                }
            }
            let event = Event::new(EventKind::CommitmentsOrdered).by(viewer.actor).on(consultation.id.0).within(consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
