//! Publish news of the collectivity.

use super::{event, load, show};
use crate::{App, Result};
use domain::actor::Viewer;
use domain::article::{self, ArticleDeed};
use domain::event::EventKind;
use domain::id::ArticleId;
use domain::permission::{self, OfficeVerb};

/// Shows news to everybody.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `NotPublished` when its consultation is not, a refusal of the article's state, or the store's failure.
pub async fn publish(app: &App, viewer: Viewer, id: ArticleId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let (row, state) = load(db, id)?;
            article::after(state, ArticleDeed::Publish)?;
            let row = show(db, row, now)?;
            Ok(store::journal::append(db, &event(EventKind::ArticlePublished, &row).by(viewer.actor), now)?)
        })
        .await
}
