//! Throw away news that was never published.

use super::{event, load};
use crate::{App, Result};
use domain::actor::Viewer;
use domain::article::ArticleState;
use domain::event::EventKind;
use domain::id::ArticleId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;

/// Removes a draft. What was published is withdrawn, with a reason.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `Settled` for what is no draft, or the store's failure.
pub async fn remove(app: &App, viewer: Viewer, id: ArticleId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let (row, state) = load(db, id)?;
            if state != ArticleState::Draft {
                return Err(Refusal::Settled.into());
            }
            store::articles::remove(db, row.id)?;
            Ok(store::journal::append(db, &event(EventKind::ArticleDrafted, &row).by(viewer.actor).detail("removed"), now)?)
        })
        .await
}
