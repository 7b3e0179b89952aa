//! Propose an article to the collectivity, in one's own name or that of an organisation.

use super::{ArticleForm, consultation, event, keep, load, speaker};
use crate::{App, Result, organisations};
use domain::actor::Viewer;
use domain::article::{self, ArticleDeed, ArticleState, WAITING_MAX};
use domain::event::EventKind;
use domain::id::ArticleId;
use domain::refusal::Refusal;
use store::{Db, Uid};

/// Proposes an article. Nobody but the staff reads it before it is accepted.
///
/// # Errors
/// A refusal of the rules, `NoRoom` when several of the same person wait, `NotFound` for an unknown consultation, faulty fields, or the store's failure.
pub async fn submit(app: &App, viewer: Viewer, form: &ArticleForm) -> Result<ArticleId> {
    article::may_propose(viewer)?;
    let (parsed, now, id) = (form.parse()?, app.now(), app.new_id::<ArticleId>());
    app.store
        .write(move |db| {
            let viewer = organisations::speak(db, viewer, now)?;
            let author = viewer.actor.ok_or(Refusal::SignInFirst)?;
            let person = Uid::of(viewer.member.unwrap_or(author));
            has_room(db, person)?;
            let consultation = public(db, &parsed.consultation)?;
            let mut row = parsed.begin(Uid::of(id), ArticleState::Submitted, consultation, now);
            row.author_id = Some(Uid::of(author));
            row.written_by = Some(person);
            store::articles::insert(db, &row)?;
            store::journal::append(db, &event(EventKind::ArticleSubmitted, &row).said_by(viewer), now)?;
            Ok(id)
        })
        .await
}

/// Sends another text in the place of the one that waits, or was refused.
///
/// # Errors
/// As [`submit`]; `NotFound` for what somebody else proposed, `Stale` when it changed since `revision`, a refusal of the article's state.
pub async fn send_again(app: &App, viewer: Viewer, id: ArticleId, revision: i32, form: &ArticleForm) -> Result<()> {
    article::may_propose(viewer)?;
    let (parsed, now) = (form.parse()?, app.now());
    app.store
        .write(move |db| {
            let (mut row, state) = load(db, id)?;
            let person = viewer.actor.map(Uid::of).filter(|person| row.written_by == Some(*person)).ok_or(Refusal::NotFound)?;
            let next = article::after(state, ArticleDeed::SendAgain)?;
            if row.revision != revision {
                return Err(Refusal::Stale.into());
            }
            if state != ArticleState::Submitted {
                has_room(db, person)?;
            }
            let viewer = speaker(db, &row, viewer, now)?;
            let consultation = public(db, &parsed.consultation)?;
            parsed.fill(&mut row, consultation, now);
            row.state = next.code().to_owned();
            keep(db, &row)?;
            Ok(store::journal::append(db, &event(EventKind::ArticleSubmitted, &row).said_by(viewer).detail("again"), now)?)
        })
        .await
}

/// Few of one person's wait at once.
fn has_room(db: &mut Db, person: Uid) -> Result<()> {
    let waiting = usize::try_from(store::articles::waiting_of(db, person)?).unwrap_or(usize::MAX);
    if waiting >= WAITING_MAX { Err(Refusal::NoRoom.into()) } else { Ok(()) }
}

/// The consultation that is named, if everybody may know of it.
fn public(db: &mut Db, slug: &str) -> Result<Option<Uid>> {
    let Some(id) = consultation(db, slug)? else { return Ok(None) };
    let found = store::consultations::find(db, id)?.filter(|found| found.published_at.is_some());
    Ok(Some(found.ok_or(Refusal::NotFound)?.id))
}
