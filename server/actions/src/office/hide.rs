//! Hide a contribution, with the reason that everybody will read in its place.

use super::{uncount, write_to_author};
use crate::{App, Error, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::{ContributionId, LetterId};
use domain::moderation::{Decision, Reason};
use domain::permission::{self, Verb};
use domain::refusal::Refusal;
use domain::text;
use store::moderation::Restriction;
use store::{At, Uid};

/// Hides a contribution and decides the reports on it. The author is told, with the reason (DSA, art. 17).
///
/// # Errors
/// A refusal of the permission table, a faulty note, or the store's failure.
pub async fn hide(app: &App, viewer: Viewer, id: ContributionId, reason: Reason, note: &str) -> Result<()> {
    let (now, statement, letter) = (app.now(), app.new_id::<uuid::Uuid>(), app.new_id::<LetterId>());
    let note = text::bounded_text(note, 10, text::SHORT_MAX).map_err(|fault| Error::fault("note", fault))?;
    app.store
        .write(move |db| {
            let subject = subject::contribution(db, id)?;
            permission::may(viewer, Verb::Hide, &subject.standing, &subject.calendar, now)?;
            if !store::contributions::set_hidden(db, Uid::of(id), Some(At(now)))? {
                return Err(Refusal::AlreadyDone.into());
            }
            let moderator = viewer.actor.map(Uid::of);
            store::moderation::impose(
                db,
                &Restriction {
                    id: Uid(statement),
                    contribution_id: Uid::of(id),
                    reason: reason.code().to_owned(),
                    note,
                    moderator_id: moderator,
                    imposed_at: At(now),
                    lifted_at: None,
                },
            )?;
            let decided = store::moderation::decide(db, Uid::of(id), Decision::Hidden.code(), moderator, At(now))?;
            uncount(db, &subject)?;
            write_to_author(db, &subject, letter, "hidden", now)?;
            let event = |kind| Event::new(kind).by(viewer.actor).on(id).within(subject.consultation.id.to());
            if decided > 0 {
                store::journal::append(db, &event(EventKind::ReportDecided).detail(Decision::Hidden.code()), now)?;
            }
            Ok(store::journal::append(db, &event(EventKind::ContributionHidden).detail(reason.code()), now)?)
        })
        .await
}
