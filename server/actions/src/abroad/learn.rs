//! Learn who is on other servers, and forget those who left.

use crate::contributions::withdraw;
use crate::{App, Result};
use domain::Timestamp;
use domain::actor::{Role, Viewer};
use domain::event::{Event, EventKind};
use domain::id::ActorId;
use store::remote_actors::Profile;
use store::supports::From;
use store::trust::Territory;
use store::{At, Db, Uid};

/// Keeps what the document of an actor says. Gives its id here.
///
/// # Errors
/// `Taken` when another actor of that server has this handle, or the store's failure.
pub async fn learn_actor(app: &App, profile: Profile) -> Result<ActorId> {
    learn_collectivity(app, profile, None).await
}

/// The same, with what it says of its territory, if it says something.
///
/// # Errors
/// As [`learn_actor`].
pub async fn learn_collectivity(app: &App, profile: Profile, territory: Option<Territory>) -> Result<ActorId> {
    let (now, fresh) = (app.now(), app.new_id::<ActorId>());
    app.store
        .write(move |db| {
            let id = store::remote_actors::keep(db, &profile, Uid::of(fresh), At(now))
                .map_err(|error| crate::Error::when_duplicate(error, domain::refusal::Refusal::Taken))?;
            store::trust::declare(db, id, territory.as_ref(), At(now))?;
            store::journal::append(db, &Event::new(EventKind::RemoteActorLearnt).on(id.0), now)?;
            Ok(id.to())
        })
        .await
}

/// Keeps what runs on a server.
///
/// # Errors
/// When the store fails.
pub async fn learn_peer(app: &App, host: &str, software: &str, version: &str) -> Result<()> {
    let (now, host, software, version) = (At(app.now()), host.to_owned(), software.to_owned(), version.to_owned());
    // no event: bookkeeping
    Ok(app.store.write(move |db| store::peers::learn(db, &host, &software, &version, now)).await?)
}

/// An actor left its server: what it wrote here goes, as it would for an account of this instance that is erased with its contributions.
pub(super) fn leave(db: &mut Db, actor: ActorId, now: Timestamp) -> Result<()> {
    let id = Uid::of(actor);
    let viewer = Viewer::signed_in(actor, Role::Remote);
    store::signals::forget(db, id)?;
    store::supports::erase_actor(db, id, From::Elsewhere)?;
    for contribution in store::contributions::all_of(db, id)? {
        if contribution.withdrawn_at.is_none() {
            withdraw::take_away(db, viewer, contribution.id.to(), now)?;
        }
        store::remote_pictures::forget_of(db, contribution.id)?;
        store::contributions::empty(db, contribution.id)?;
        store::search::forget(db, contribution.id)?;
    }
    store::contributions::orphan(db, id)?;
    crate::meetings::forget(db, id, now)?;
    store::street::followers::forget_account(db, id)?;
    store::mirrored::remove_of(db, id)?;
    store::trust::end_all(db, id, At(now))?;
    store::trust::declare(db, id, None, At(now))?;
    super::listings::forget(db, id, now)?;
    store::remote_actors::erase(db, id, At(now))?;
    Ok(store::journal::append(db, &Event::new(EventKind::RemoteActorErased).on(actor), now)?)
}

/// An actor whose document is gone for good.
///
/// # Errors
/// When the store fails.
pub async fn erase_again(app: &App, actor: ActorId) -> Result<()> {
    let now = app.now();
    // no event: `leave` appends it
    app.store.write(move |db| leave(db, actor, now)).await
}
