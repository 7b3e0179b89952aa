//! Deletions that other instances ask for and ask to hear of, and what they say of ours: said only once nothing is left.

use domain::Timestamp;
use domain::event::{Event, EventKind};
use store::honoured::Honoured;
use store::{At, Db, Uid};
use uuid::Uuid;

use super::receive::{Arrival, Effect};
use crate::Result;

/// What is to be said, and where. Asked before the deletion, for an actor that is gone has no address any more.
pub(super) struct Asked {
    activity: String,
    object: String,
    inbox: String,
    host: String,
}

/// Whether whoever deletes something asks to hear that it was done.
pub(super) fn asked(db: &mut Db, arrival: &Arrival, activity: Option<&str>) -> Result<Option<Asked>> {
    let Some(activity) = activity else { return Ok(None) };
    let actor = Uid::of(arrival.actor);
    let object = match &arrival.effect {
        Effect::Remove { uri, .. } => Some(uri.clone()),
        Effect::Leave => store::remote_actors::uri_of(db, actor)?,
        _keeps => None,
    };
    let (Some(object), Some((inbox, host))) = (object, store::follows::inboxes_of(db, &[actor])?.into_iter().next()) else {
        return Ok(None);
    };
    Ok(Some(Asked { activity: activity.to_owned(), object, inbox, host }))
}

/// It was deleted. What others here were told of it is taken back by the lines of the journal before this one; then it is said.
pub(super) fn note(db: &mut Db, asked: Option<Asked>, id: Uuid, now: Timestamp) -> Result<()> {
    let Some(Asked { activity, object, inbox, host }) = asked else { return Ok(()) };
    let new = Honoured { id: Uid(id), activity, object, inbox, host, honoured_at: At(now) };
    if store::honoured::keep(db, &new)? {
        store::journal::append(db, &Event::new(EventKind::DeletionHonoured).on(id), now)?;
    }
    Ok(())
}

/// Another instance signed that nothing of something is left there. Said again it changes nothing.
pub(super) fn confirmed(db: &mut Db, arrival: &Arrival, object: Uid, now: Timestamp) -> Result<()> {
    if store::ledger::confirm(db, object, &arrival.host, At(now))? > 0 {
        let event = Event::new(EventKind::DeletionConfirmed).by(arrival.actor).on(object.0);
        store::journal::append(db, &event, now)?;
    }
    Ok(())
}
