//! Publish what somebody proposed, under their name.

use super::{event, load, show, speaker, tell};
use crate::{App, Error, Result};
use domain::Timestamp;
use domain::actor::{Role, Viewer};
use domain::article::{self, ArticleDeed};
use domain::event::EventKind;
use domain::id::{ArticleId, LetterId};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::Fault;
use store::Db;
use store::articles::Article;

/// Shows a proposed article to everybody, as it was read: `revision` is that of the text the agent saw. Its author is written to.
///
/// # Errors
/// A refusal of the permission table, a fault of `accept` when whoever wrote it speaks no more for the organisation it is by, `NotFound`, `Stale`
/// when another text was sent meanwhile, a refusal of the article's state, or the store's
/// failure.
pub async fn accept(app: &App, viewer: Viewer, id: ArticleId, revision: i32) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, letter) = (app.now(), app.new_id::<LetterId>());
    app.store
        .write(move |db| {
            let (row, state) = load(db, id)?;
            article::after(state, ArticleDeed::Accept)?;
            if row.revision != revision {
                return Err(Refusal::Stale.into());
            }
            still_speaks(db, &row, now)?;
            let row = show(db, row, now)?;
            tell(db, &row, "article_accepted", letter, now)?;
            Ok(store::journal::append(db, &event(EventKind::ArticlePublished, &row).by(viewer.actor).detail("accepted"), now)?)
        })
        .await
}

/// In the name of an organisation nothing appears once whoever wrote it speaks no more for it.
fn still_speaks(db: &mut Db, row: &Article, now: Timestamp) -> Result<()> {
    let Some(person) = row.written_by else { return Ok(()) };
    match speaker(db, row, Viewer::signed_in(person.to(), Role::Citizen), now) {
        Ok(_) => Ok(()),
        Err(Error::Refused(_)) => Err(Error::fault("accept", Fault::Choice)),
        Err(failed) => Err(failed),
    }
}
