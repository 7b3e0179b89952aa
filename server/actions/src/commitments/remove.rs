//! Throw away a commitment that was never published.

use super::{changed, load};
use crate::{App, Result};
use domain::actor::Viewer;
use domain::id::CommitmentId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;

/// Removes a draft. What was published stays: it is given up with a reason, in public.
///
/// # Errors
/// A refusal of the permission table, `Settled` for what was published, or the store's failure.
pub async fn remove(app: &App, viewer: Viewer, id: CommitmentId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let (row, _) = load(db, id)?;
            if !store::commitments::remove_draft(db, row.id)? {
                return Err(Refusal::Settled.into());
            }
            Ok(store::journal::append(db, &changed(viewer, &row).detail("removed"), now)?)
        })
        .await
}
