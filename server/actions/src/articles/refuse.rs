//! Do not publish what somebody proposed.

use super::{event, keep, load, tell};
use crate::{App, Result};
use domain::actor::Viewer;
use domain::article::{self, ArticleDeed};
use domain::event::EventKind;
use domain::id::{ArticleId, LetterId};
use domain::permission::{self, OfficeVerb};
use domain::text::{SHORT_MAX, bounded_text};
use store::At;

/// Refuses a proposed article, with a reason that its author reads; they are written to.
///
/// # Errors
/// A refusal of the permission table, a faulty reason (`reason`), `NotFound`, a refusal of the article's state, or the store's failure.
pub async fn refuse(app: &App, viewer: Viewer, id: ArticleId, reason: &str) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let reason = bounded_text(reason, 10, SHORT_MAX).map_err(|fault| crate::Error::fault("reason", fault))?;
    let (now, letter) = (app.now(), app.new_id::<LetterId>());
    app.store
        .write(move |db| {
            let (mut row, state) = load(db, id)?;
            row.state = article::after(state, ArticleDeed::Refuse)?.code().to_owned();
            row.reason = reason;
            row.edited_at = At(now);
            keep(db, &row)?;
            tell(db, &row, "article_refused", letter, now)?;
            Ok(store::journal::append(db, &event(EventKind::ArticleRefused, &row).by(viewer.actor), now)?)
        })
        .await
}
