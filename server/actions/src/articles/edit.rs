//! Change news of the collectivity.

use super::{ArticleForm, consultation, event, keep, load, show};
use crate::{App, Result};
use domain::actor::Viewer;
use domain::article::{self, ArticleDeed, ArticleState};
use domain::event::EventKind;
use domain::id::ArticleId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;

/// Changes what news says. Of what is published this is the next version, which everybody reads at once; the earlier ones stay readable.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `NotYours` for what somebody else proposed, `Stale` when it changed since `revision`, a refusal of
/// the article's state, faulty fields, or the store's failure.
pub async fn edit(app: &App, viewer: Viewer, id: ArticleId, revision: i32, form: &ArticleForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (parsed, now, collectivity) = (form.parse()?, app.now(), app.instance().await?.collectivity_id);
    app.store
        .write(move |db| {
            let (mut row, state) = load(db, id)?;
            // The words of somebody else are published or not, never rewritten.
            if row.author_id != Some(collectivity) {
                return Err(Refusal::NotYours.into());
            }
            let next = article::after(state, ArticleDeed::Edit)?;
            if row.revision != revision {
                return Err(Refusal::Stale.into());
            }
            let consultation = consultation(db, &parsed.consultation)?;
            parsed.fill(&mut row, consultation, now);
            let kind = if next == ArticleState::Published {
                row = show(db, row, now)?;
                EventKind::ArticlePublished
            } else {
                keep(db, &row)?;
                EventKind::ArticleDrafted
            };
            Ok(store::journal::append(db, &event(kind, &row).by(viewer.actor), now)?)
        })
        .await
}
