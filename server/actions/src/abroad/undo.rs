//! Take back what was done, and do again what was taken back, whatever ids the other server gives to it.
//!
//! Mastodon gives every `Follow` and `Like` an id of its own and repeats it in the `Undo`. Lemmy's `Undo` repeats the act under an id that was
//! never sent. Misskey and PeerTube give one id for ever to a follow of one by another, and one to its `Undo`.

use crate::Result;
use crate::contributions::take_back_support;
use crate::votes;
use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::ActorId;
use store::received::{Digest, UndoableKind};
use store::{At, Db, Uid};

use super::receive::{Arrival, Effect, noted};

/// Whether an activity that came before has its effect once more: a follow that was taken back since, the taking back of what stands, or what comes
/// after its own `Undo`, when that was taken for the `Undo` of something else.
pub(super) fn counts_again(db: &mut Db, arrival: &Arrival) -> Result<bool> {
    let actor = Uid::of(arrival.actor);
    Ok(match &arrival.effect {
        Effect::Follow { followed, .. } => {
            let target = Uid::of(*followed);
            store::received::repeat(db, &arrival.digest, actor, target)?
                || store::received::arrive_late(db, &arrival.digest, actor, target)?
        }
        Effect::Like { contribution } => store::received::arrive_late(db, &arrival.digest, actor, Uid::of(*contribution))?,
        Effect::Undo { activity: Some(undone), .. } => store::received::is_standing(db, undone, actor)?,
        Effect::Undo { .. }
        | Effect::Write(_)
        | Effect::CommonVote(_)
        | Effect::Tally(_)
        | Effect::Supports(_)
        | Effect::Remove { .. }
        | Effect::Leave
        | Effect::Report { .. }
        | Effect::Answer { .. }
        | Effect::Mirror(_)
        | Effect::Quote { .. }
        | Effect::Accreditation(_)
        | Effect::ShutOut { .. }
        | Effect::LetIn { .. }
        | Effect::Move { .. }
        | Effect::Pin { .. }
        | Effect::Unlist { .. }
        | Effect::Carry(_)
        | Effect::Signal(_)
        | Effect::Unsignal { .. }
        | Effect::Confirm { .. }
        | Effect::Recognition(_)
        | Effect::Attend(..)
        | Effect::StayAway { .. }
        | Effect::Street(_)
        | Effect::Nothing => false,
    })
}

type Undone = (Option<UndoableKind>, Option<Digest>, Option<Uid>);

/// Takes back one act, or all acts of one kind by one actor on one thing when it is not said, or not known, which one.
pub(super) fn undo(db: &mut Db, (by, viewer): (ActorId, Viewer), (kind, activity, target): Undone, now: Timestamp) -> Result<()> {
    let actor = Uid::of(by);
    let known = match &activity {
        Some(digest) => {
            // What comes after its own Undo is not done any more.
            store::received::see(db, digest, At(now))?;
            votes::take_back(db, by, digest, now)?;
            store::received::undo(db, digest, kind.unwrap_or(UndoableKind::Like), actor, At(now))?
        }
        None => None,
    };
    let (kind, target) = match (&known, kind, target) {
        (Some(known), _, _) => (UndoableKind::parse(&known.kind), known.target_id),
        // Nobody ever sent what is taken back under this id: what it says is what counts.
        (None, Some(kind), Some(target)) => {
            store::received::undo_all(db, kind, (actor, target), activity.as_ref(), At(now))?;
            (Some(kind), Some(target))
        }
        (None, _, _) => (None, None),
    };
    let (Some(kind), Some(target)) = (kind, target) else { return Ok(()) };
    if store::received::stands(db, kind, actor, target)? {
        return Ok(());
    }
    match kind {
        UndoableKind::Like => take_back_support::take_back(db, viewer, target.to(), now),
        UndoableKind::Follow => {
            if store::follows::end(db, actor, target)? {
                noted(db, EventKind::FollowEnded, by, Some(target), now)?;
            }
            Ok(())
        }
    }
}
