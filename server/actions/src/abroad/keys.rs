//! The keys of the actors of this instance: made when they are first needed.

use std::sync::Arc;

use crate::{App, Error, Result};
use domain::id::ActorId;
use store::keys::Keys;
use store::{At, Uid};

/// New private keys, as PKCS #8.
pub struct NewKeys {
    /// RSA, 2048 bits.
    pub rsa: Vec<u8>,
    /// Ed25519.
    pub ed25519: Vec<u8>,
}

/// Makes keys: cryptography belongs to the door, keeping them to the house.
pub type KeyMaker = Arc<dyn Fn() -> std::result::Result<NewKeys, String> + Send + Sync>;

/// The keys of a local actor; made and kept if there are none.
///
/// # Errors
/// When they cannot be made, or the store fails.
pub async fn keys(app: &App, actor: ActorId, make: &KeyMaker) -> Result<Keys> {
    let id = Uid::of(actor);
    if let Some(keys) = app.store.read(move |db| store::keys::find(db, id)).await? {
        return Ok(keys);
    }
    let new = made(app, id, make).await?;
    // no event: bookkeeping
    let kept = app.store.write(move |db| {
        store::keys::keep(db, &new)?;
        store::keys::find(db, id)
    });
    kept.await?.ok_or_else(|| Error::Broken("the keys were not kept".to_owned()))
}

/// Gives a local actor new keys.
///
/// # Errors
/// When they cannot be made, or the store fails.
pub async fn rotate(app: &App, actor: ActorId, make: &KeyMaker) -> Result<()> {
    let new = made(app, Uid::of(actor), make).await?;
    // no event: bookkeeping
    Ok(app.store.write(move |db| store::keys::replace(db, &new)).await?)
}

async fn made(app: &App, actor_id: Uid, make: &KeyMaker) -> Result<Keys> {
    let (make, created_at) = (make.clone(), At(app.now()));
    let made = tokio::task::spawn_blocking(move || make()).await.map_err(|error| Error::Broken(error.to_string()))?;
    let NewKeys { rsa, ed25519 } = made.map_err(Error::Broken)?;
    Ok(Keys { actor_id, rsa, ed25519, created_at })
}
