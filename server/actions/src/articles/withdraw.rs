//! Withdraw news or an article.

use super::{event, keep, load, speaker, tell};
use crate::{App, Result};
use domain::actor::Viewer;
use domain::article::{self, ArticleDeed, ArticleState};
use domain::event::EventKind;
use domain::id::{ArticleId, LetterId};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::{SHORT_MAX, bounded_text};
use store::{At, Uid};

/// Withdraws what is published, with a reason that is shown in its place. Whoever proposed it is written to.
///
/// # Errors
/// A refusal of the permission table, a faulty reason (`reason`), `NotFound`, `NotPublished` for what is not, or the store's failure.
pub async fn withdraw(app: &App, viewer: Viewer, id: ArticleId, reason: &str) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let reason = bounded_text(reason, 10, SHORT_MAX).map_err(|fault| crate::Error::fault("reason", fault))?;
    let (now, letter) = (app.now(), app.new_id::<LetterId>());
    app.store
        .write(move |db| {
            let (mut row, state) = load(db, id)?;
            row.state = article::after(state, ArticleDeed::Withdraw)?.code().to_owned();
            if state != ArticleState::Published {
                return Err(Refusal::NotPublished.into());
            }
            row.reason = reason;
            row.edited_at = At(now);
            keep(db, &row)?;
            tell(db, &row, "article_withdrawn", letter, now)?;
            Ok(store::journal::append(db, &event(EventKind::ArticleWithdrawn, &row).by(viewer.actor).detail("by_staff"), now)?)
        })
        .await
}

/// Takes back what one proposed oneself, published or not.
///
/// # Errors
/// `SignInFirst`, `NotFound` for what somebody else proposed, a refusal of the permission table for who speaks no more for its organisation, one of
/// the article's state, or the store's failure.
pub async fn take_back(app: &App, viewer: Viewer, id: ArticleId) -> Result<()> {
    let person = Uid::of(viewer.actor.ok_or(Refusal::SignInFirst)?);
    let now = app.now();
    app.store
        .write(move |db| {
            let (mut row, state) = load(db, id)?;
            if row.written_by != Some(person) {
                return Err(Refusal::NotFound.into());
            }
            let viewer = speaker(db, &row, viewer, now)?;
            row.state = article::after(state, ArticleDeed::Withdraw)?.code().to_owned();
            row.reason = String::new();
            row.edited_at = At(now);
            keep(db, &row)?;
            Ok(store::journal::append(db, &event(EventKind::ArticleWithdrawn, &row).said_by(viewer), now)?)
        })
        .await
}
