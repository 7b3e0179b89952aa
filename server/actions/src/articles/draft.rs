//! Write news in the collectivity's name.

use super::{ArticleForm, consultation, event};
use crate::{App, Result};
use domain::actor::Viewer;
use domain::article::ArticleState;
use domain::event::EventKind;
use domain::id::ArticleId;
use domain::permission::{self, OfficeVerb};
use store::Uid;

/// Writes news that nobody reads before it is published.
///
/// # Errors
/// A refusal of the permission table, `NotFound` for an unknown consultation, faulty fields, or the store's failure.
pub async fn draft(app: &App, viewer: Viewer, form: &ArticleForm) -> Result<ArticleId> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (parsed, now, id) = (form.parse()?, app.now(), app.new_id::<ArticleId>());
    let collectivity = app.instance().await?.collectivity_id;
    app.store
        .write(move |db| {
            let consultation = consultation(db, &parsed.consultation)?;
            let mut row = parsed.begin(Uid::of(id), ArticleState::Draft, consultation, now);
            row.author_id = Some(collectivity);
            store::articles::insert(db, &row)?;
            store::journal::append(db, &event(EventKind::ArticleDrafted, &row).by(viewer.actor), now)?;
            Ok(id)
        })
        .await
}
