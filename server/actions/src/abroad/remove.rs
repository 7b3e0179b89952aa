//! What others deleted or took back on their own servers goes here too.

use super::receive::noted;
use super::{answers, listings};
use crate::Result;
use crate::contributions::withdraw;
use crate::{tallies, votes};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::ActorId;
use domain::refusal::Refusal;
use store::received::Digest;
use store::{At, Db, Uid};

/// What somebody wrote elsewhere is deleted by them: whatever of it is here goes.
pub(super) fn remove(db: &mut Db, viewer: Viewer, uri: &str, digest: &Digest, now: Timestamp) -> Result<()> {
    store::alone::about(db, uri)?;
    let actor = viewer.actor.ok_or(Refusal::NotYours)?;
    votes::take_back(db, actor, digest, now)?;
    if tallies::called_off(db, actor, uri, now)? {
        return Ok(store::received::bury(db, digest, At(now))?);
    }
    if let Some(mirrored) = store::mirrored::find(db, uri)?
        && (mirrored.author_id == Some(Uid::of(actor)) || mirrored.via_id == Uid::of(actor))
    {
        store::mirrored::remove(db, uri)?;
        store::received::bury(db, digest, At(now))?;
        noted(db, EventKind::MirrorChanged, actor, Some(mirrored.id), now)?;
    }
    if answers::forget(db, actor, uri, now)? {
        // It may be shown again under the same address.
        return Ok(());
    }
    listings::gone(db, uri, Uid::of(actor), now)?;
    let Some(contribution) = store::contributions::by_uri(db, uri)? else {
        return Ok(store::received::bury(db, digest, At(now))?);
    };
    withdraw::take_away(db, viewer, contribution.id.to(), now)?;
    store::remote_pictures::forget_of(db, contribution.id)?;
    store::contributions::empty(db, contribution.id)?;
    store::search::forget(db, contribution.id)?;
    Ok(store::received::bury(db, digest, At(now))?)
}

/// What comes after it was taken back is not counted either.
pub(super) fn unsignal(db: &mut Db, actor: ActorId, digest: &Digest, now: Timestamp) -> Result<()> {
    votes::take_back(db, actor, digest, now)?;
    Ok(store::received::bury(db, digest, At(now))?)
}
