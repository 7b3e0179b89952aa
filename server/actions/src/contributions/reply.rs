//! Reply to a contribution or to another reply.

use super::{Entry, hold_if_asked};
use crate::{App, Result, subject};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::contribution::{Draft, Kind};
use domain::event::{Event, EventKind};
use domain::id::ContributionId;
use domain::lang::Lang;
use domain::permission::{self, Verb};
use domain::refusal::Refusal;
use store::{At, Db, Uid};

/// Publishes a reply under `parent`.
///
/// # Errors
/// A refusal of the permission table, or the store's failure.
pub async fn reply(app: &App, viewer: Viewer, parent: ContributionId, draft: Draft, lang: Lang) -> Result<ContributionId> {
    let (now, id) = (app.now(), app.new_id::<ContributionId>());
    let answer_here = move |db: &mut Db| {
        let viewer = crate::organisations::speak(db, viewer, now)?;
        answer(db, viewer, parent, draft, Entry::here(id, lang), now)
    };
    // no event: `answer` appends it, for both doors
    app.store.write(answer_here).await
}

/// The same in a transaction that is open.
pub(crate) fn answer(
    db: &mut Db,
    viewer: Viewer,
    parent: ContributionId,
    draft: Draft,
    entry: Entry,
    now: Timestamp,
) -> Result<ContributionId> {
    let subject = subject::contribution(db, parent)?;
    let calendar = entry.calendar(&subject.calendar, now);
    permission::may(viewer, Verb::Reply, &subject.standing, &calendar, now)?;
    let (author, from, id) = (viewer.actor.ok_or(Refusal::SignInFirst)?, subject::whence(viewer), entry.id);
    let parent = &subject.contribution;
    let root = parent.root_id.unwrap_or(parent.id);
    let mut new = super::blank(Uid::of(id), subject.consultation.id, At(now));
    new.kind = Kind::Reply.code().to_owned();
    new.root_id = Some(root);
    new.parent_id = Some(parent.id);
    new.thread_id = Some(parent.thread_id.unwrap_or(new.id));
    new.depth = parent.depth + 1;
    new.stance = draft.stance.map(|s| s.code().to_owned());
    new.title = draft.title;
    new.body = draft.body;
    new.author_id = Some(Uid::of(author));
    entry.fill(&mut new);
    hold_if_asked(&mut new, viewer, &calendar, At(now));
    store::contributions::insert(db, &new)?;
    if !new.held {
        store::contributions::count_reply(db, root, 1, Some(At(now)))?;
        store::consultations::count_contribution(db, subject.consultation.id, true, 1)?;
    }
    store::supports::take_part(db, subject.consultation.id, Uid::of(author), from, At(now))?;
    let event = subject::from(Event::new(EventKind::ReplyPublished), from).said_by(viewer).on(id).within(subject.consultation.id.to());
    store::journal::append(db, &event, now)?;
    Ok(id)
}
