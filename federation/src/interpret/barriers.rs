//! What others show first, where they move, and with whom of ours they want nothing more to do.

use actions::abroad::Effect;
use store::Uid;
use url::Url;

use super::{Meaning, announced, effect, local_actor};
use crate::keyring::Known;
use crate::service::{Error, Federation};
use crate::words::Undone;

/// An actor says that it moved. Nothing is believed before its new account says so too, which a job asks (B14); who is not followed here is only
/// read again.
pub(super) async fn moved(fed: &Federation, by: &Known, target: &Url) -> Result<Meaning, Error> {
    let id = Uid::of(by.actor);
    if fed.app.store.read(move |db| store::follows::is_followed_here(db, id)).await? {
        actions::abroad::follow_move_later(&fed.app, by.actor, target.as_str()).await?;
    } else {
        actions::abroad::refresh_later(&fed.app, &by.uri).await?;
    }
    Ok(Meaning::Nothing)
}

/// Something is shown first, or no more. Only the owner of a collection changes it (B13); of all collections only this one matters here.
pub(super) async fn pinned(fed: &Federation, by: &Known, (object, target): (&Url, &Url), pinned: bool) -> Result<Meaning, Error> {
    let (id, uri) = (Uid::of(by.actor), object.to_string());
    let read = fed.app.store.read(move |db| {
        let reach = store::remote_actors::reach(db, id)?;
        let is_known = store::mirrored::find(db, &uri)?.is_some();
        Ok::<_, store::Error>((reach, store::follows::is_followed_here(db, id)?, is_known))
    });
    let (reach, is_followed, is_known) = read.await?;
    if reach.and_then(|reach| reach.featured).as_deref() != Some(target.as_str()) {
        let is_own = target.as_str().strip_prefix(&by.uri).is_some_and(|rest| rest.starts_with(['/', '#', '?']));
        return Ok(if is_own { Meaning::Nothing } else { Meaning::Refused("the collection of somebody else") });
    }
    if !is_followed {
        return Ok(Meaning::Nothing);
    }
    if pinned && !is_known {
        announced::later(fed, by, object).await?;
    }
    Ok(effect(Effect::Pin { uri: object.to_string(), pinned }))
}

/// Somebody wants nothing more to do with an actor of ours.
pub(super) async fn blocked(fed: &Federation, object: &Url) -> Result<Meaning, Error> {
    Ok(local_actor(fed, object).await?.map_or(Meaning::Nothing, |actor| effect(Effect::ShutOut { actor })))
}

/// That is over.
pub(super) async fn unblocked(fed: &Federation, block: &Undone) -> Result<Meaning, Error> {
    let Some(object) = &block.object else { return Ok(Meaning::Nothing) };
    Ok(local_actor(fed, object).await?.map_or(Meaning::Nothing, |actor| effect(Effect::LetIn { actor })))
}
