//! Publish news of the collectivity.

use super::{event, load, show};
use crate::{App, Result};
use domain::actor::Viewer;
use domain::article::{self, ArticleDeed};
use domain::event::EventKind;
use domain::id::ArticleId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;

/// Shows news to everybody, as it was read: `revision` is that of the text the agent saw.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `Stale` when it changed since, `NotPublished` when its consultation is not, a refusal of the
/// article's state, or the store's failure.
pub async fn publish(app: &App, viewer: Viewer, id: ArticleId, revision: i32) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let (row, state) = load(db, id)?;
            article::after(state, ArticleDeed::Publish)?;
            if row.revision != revision {
                return Err(Refusal::Stale.into());
            }
            let row = show(db, row, now)?;
            Ok(store::journal::append(db, &event(EventKind::ArticlePublished, &row).by(viewer.actor), now)?)
        })
        .await
}
