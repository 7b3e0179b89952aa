//! Actors: those of this instance as others read them, and those of others as they are learnt.

use domain::actor::ActorKind;
use domain::id::ActorId;
use domain::reach::Reach;
use store::actors::Actor;
use store::remote_actors::Profile;
use url::Url;

use crate::client::FetchError;
use crate::keyring::document_of;
use crate::local;
use crate::service::{Error, Federation};
use crate::signature::Scheme;
use crate::words::{KeyDocument, KeyMaterial, RemoteActor, authority, same_authority, webfinger};

/// The address of an actor of this instance.
#[must_use]
pub(crate) fn uri_of(fed: &Federation, actor: &Actor) -> String {
    match (&actor.uri, ActorKind::parse(&actor.kind)) {
        (Some(uri), _) => uri.clone(),
        (None, Some(ActorKind::Application)) => fed.app.links.instance(),
        (None, _) => fed.app.links.actor(&actor.username),
    }
}

/// An actor of this instance that others may know: the instance, the collectivity, a published consultation, a group of reports, a person
/// who agreed.
///
/// # Errors
/// When the store fails.
pub(crate) async fn find_public(fed: &Federation, handle: &str) -> Result<Option<Actor>, store::Error> {
    let handle = handle.to_owned();
    fed.app
        .store
        .read(move |db| {
            let Some(actor) = store::actors::find_local(db, &handle)?.filter(|actor| actor.erased_at.is_none()) else { return Ok(None) };
            let is_public = match ActorKind::parse(&actor.kind) {
                Some(ActorKind::Application) => true,
                // The collectivity; any other organisation is asked as people are.
                Some(ActorKind::Organization) => store::views::abroad::organisation_agrees(db, actor.id)?.unwrap_or(true),
                Some(ActorKind::Group) => {
                    store::views::abroad::consultation_of_group(db, actor.id)?.is_some()
                        || store::street::groups::find(db, actor.id)?.is_some_and(|known| !known.private)
                }
                Some(ActorKind::Person) => store::views::abroad::consents(db, actor.id)?,
                None => false,
            };
            Ok(is_public.then_some(actor))
        })
        .await
}

/// A person who agreed once that their name leaves and agrees no more: others need their key to believe that they take back what they said.
///
/// # Errors
/// When the store fails.
pub(crate) async fn find_former(fed: &Federation, handle: &str) -> Result<Option<Actor>, store::Error> {
    let handle = handle.to_owned();
    fed.app
        .store
        .read(move |db| {
            let Some(actor) = store::actors::find_local(db, &handle)?.filter(|actor| actor.erased_at.is_none()) else { return Ok(None) };
            let disagrees = store::views::abroad::agrees_no_more(db, actor.id)?;
            let is_former = disagrees && (store::keys::find(db, actor.id)?.is_some() || store::activities::has_spoken(db, actor.id)?);
            Ok(is_former.then_some(actor))
        })
        .await
}

/// A consultation that others knew and that stays here now: it is gone for them.
///
/// # Errors
/// When the store fails.
pub(crate) async fn is_closed(fed: &Federation, handle: &str) -> Result<bool, store::Error> {
    let handle = handle.to_owned();
    fed.app
        .store
        .read(move |db| {
            let Some(actor) = store::actors::find_local(db, &handle)? else { return Ok(false) };
            let stays = store::reach::of(db, actor.id)?.is_some_and(|belongs| belongs.reach == Reach::Here);
            Ok(stays && store::activities::has_spoken(db, actor.id)?)
        })
        .await
}

/// The page of an actor of this instance.
///
/// # Errors
/// When the store fails.
pub(crate) async fn page_of(fed: &Federation, actor: &Actor) -> Result<String, store::Error> {
    let id = actor.id;
    let is_collectivity = fed.app.store.read(store::instance::find).await?.is_some_and(|instance| instance.collectivity_id == id);
    let path = match ActorKind::parse(&actor.kind) {
        Some(ActorKind::Application) => "/".to_owned(),
        Some(ActorKind::Organization) if is_collectivity => "/".to_owned(),
        Some(ActorKind::Group) => {
            let found = fed.app.store.read(move |db| store::consultations::by_actor(db, id)).await?;
            match (found, crate::street::group_of(fed, actor).await?) {
                (Some(consultation), _) => format!("/c/{}", consultation.slug),
                (None, Some(known)) => crate::street::page_of(&known),
                (None, None) => "/".to_owned(),
            }
        }
        Some(ActorKind::Person | ActorKind::Organization) | None => format!("/@{}", actor.username),
    };
    Ok(fed.app.links.absolute(&path))
}

/// Reads the document of an actor of another server and keeps what it says. Gives its id here.
///
/// # Errors
/// When its server is not allowed or does not answer, when the document is not of an actor, or when the store fails.
pub(crate) async fn learn(fed: &Federation, uri: &Url) -> Result<ActorId, Error> {
    let actor = fetch(fed, uri).await?;
    keep(fed, actor).await
}

/// The same, of an actor that says that it is also known under `other`; nothing is kept of one that does not.
///
/// # Errors
/// As [`learn`].
pub(crate) async fn learn_alias(fed: &Federation, uri: &Url, other: &str) -> Result<Option<ActorId>, Error> {
    let actor = fetch(fed, uri).await?;
    if actor.also_known_as.iter().all(|known| known.as_str() != other) {
        return Ok(None);
    }
    keep(fed, actor).await.map(Some)
}

/// The id here of an actor of another server, whose document is read if it is not known.
///
/// # Errors
/// As [`learn`].
pub(crate) async fn find_or_learn(fed: &Federation, uri: &Url) -> Result<ActorId, Error> {
    let asked = uri.to_string();
    if let Some(known) = fed.app.store.read(move |db| store::remote_actors::by_uri(db, &asked)).await? {
        return Ok(known.to());
    }
    learn(fed, uri).await
}

/// An actor of another server, by handle (`@name@host`, through WebFinger) or by address.
///
/// # Errors
/// As [`learn`]; and when the host of the handle names an actor of yet another one (B16).
pub(crate) async fn look_up(fed: &Federation, address: &str) -> Result<ActorId, Error> {
    if !actions::abroad::is_handle(address) {
        let url = Url::parse(address).map_err(|_not_an_address| Error::Senseless("an address".to_owned()))?;
        return find_or_learn(fed, &url).await;
    }
    let handle = address.trim_start_matches('@');
    let (_, host) = handle.rsplit_once('@').unwrap_or(("", handle));
    if !fed.policy.allows(&fed.app, host).await? {
        return Err(Error::Refused("the rules do not allow this server".to_owned()));
    }
    let uri = self_link(fed, host, handle).await?;
    // A host may say that its people live on another one only if that one says so too (B16).
    let home = authority(&uri);
    if home != host && (!fed.policy.allows(&fed.app, &home).await? || self_link(fed, &home, handle).await? != uri) {
        return Err(Error::Senseless("a handle that leads elsewhere".to_owned()));
    }
    find_or_learn(fed, &uri).await
}

/// The actor that a host names for a handle.
async fn self_link(fed: &Federation, host: &str, handle: &str) -> Result<Url, Error> {
    let document = fed.client.webfinger(host, &format!("acct:{handle}")).await.map_err(unread)?;
    webfinger::actor(webfinger::links(&document)).ok_or_else(|| Error::Senseless("no actor in the answer".to_owned()))
}

/// Learns the owner of a key. `false`: whoever it names as its owner does not say so too (A13).
///
/// # Errors
/// As [`learn`].
pub(crate) async fn learn_by_key(fed: &Federation, key_id: &str) -> Result<bool, Error> {
    let address = document_of(key_id).ok_or_else(|| Error::Senseless("the id of a key".to_owned()))?;
    let fetched = get(fed, &address).await?;
    if let Ok(actor) = RemoteActor::read(&fetched.json)
        && actor.id == fetched.url
    {
        let owns = lists(&actor, key_id);
        if owns {
            keep(fed, actor).await?;
        }
        return Ok(owns);
    }
    let key = KeyDocument::read(&fetched.json).map_err(|bad| Error::Senseless(bad.to_string()))?;
    if key.id != key_id || !same_authority(&key.owner, &address) {
        return Ok(false);
    }
    let owner = fetch(fed, &key.owner).await?;
    let owns = lists(&owner, key_id);
    if owns {
        keep(fed, owner).await?;
    }
    Ok(owns)
}

fn lists(actor: &RemoteActor, key_id: &str) -> bool {
    actor.keys.iter().any(|key| key.id == key_id && key.owner == actor.id)
}

async fn fetch(fed: &Federation, uri: &Url) -> Result<RemoteActor, Error> {
    let fetched = object(fed, uri).await?;
    let actor = RemoteActor::read(&fetched.json).map_err(|bad| Error::Senseless(bad.to_string()))?;
    if actor.id != fetched.url {
        return Err(Error::Senseless("the document of another actor".to_owned()));
    }
    Ok(actor)
}

/// A document of another server, signed for by the instance; its `id` must be where it was found.
///
/// # Errors
/// When its server is not allowed or does not answer.
pub(crate) async fn object(fed: &Federation, uri: &Url) -> Result<crate::client::Fetched, Error> {
    allowed(fed, uri).await?;
    let signers = fed.instance_signers().await?;
    let fetched = fed.client.object(uri, Some(&signers.rsa), scheme(fed, uri).await?, fed.app.now()).await.map_err(unread)?;
    allowed(fed, &fetched.url).await?;
    Ok(fetched)
}

async fn get(fed: &Federation, uri: &Url) -> Result<crate::client::Fetched, Error> {
    allowed(fed, uri).await?;
    let signers = fed.instance_signers().await?;
    let fetched = fed.client.document(uri, Some(&signers.rsa), scheme(fed, uri).await?, fed.app.now()).await.map_err(unread)?;
    // A redirect leads out of what is allowed as little as anything else (B20).
    allowed(fed, &fetched.url).await?;
    Ok(fetched)
}

async fn allowed(fed: &Federation, uri: &Url) -> Result<(), Error> {
    if local::is_ours(&fed.origin, uri) {
        return Err(Error::Refused("ourselves".to_owned()));
    }
    if fed.policy.allows(&fed.app, &authority(uri)).await? {
        return Ok(());
    }
    Err(Error::Refused("the rules do not allow this server".to_owned()))
}

async fn scheme(fed: &Federation, uri: &Url) -> Result<Scheme, Error> {
    let host = authority(uri);
    let peer = fed.app.store.read(move |db| store::peers::find(db, &host)).await?;
    Ok(peer.and_then(|peer| Scheme::parse(&peer.scheme)).unwrap_or(Scheme::Cavage))
}

fn unread(error: FetchError) -> Error {
    match error {
        FetchError::Gone => Error::Gone,
        refused if refused.is_permanent() => Error::Refused(refused.to_string()),
        other => Error::Fetch(other.to_string()),
    }
}

/// Keeps what the document of an actor says.
async fn keep(fed: &Federation, actor: RemoteActor) -> Result<ActorId, Error> {
    for key in &actor.keys {
        fed.keyring.forget(&key.id);
    }
    let material = |material: &KeyMaterial| match material {
        KeyMaterial::Pem(text) | KeyMaterial::Multibase(text) => text.clone(),
    };
    let own = actor.keys.iter().filter(|key| key.owner == actor.id && same_key_host(&key.id, &actor.id));
    let territory = actor.territory;
    let profile = Profile {
        uri: actor.id.to_string(),
        kind: actor.kind.code().to_owned(),
        host: authority(&actor.id),
        keys: own.map(|key| (key.id.clone(), material(&key.material))).collect(),
        username: actor.username,
        display_name: actor.name,
        summary: actor.summary,
        inbox: actor.inbox.to_string(),
        shared_inbox: actor.shared_inbox.map(|inbox| inbox.to_string()),
        url: actor.url.map(|url| url.to_string()),
        icon: actor.icon.map(|icon| icon.to_string()),
        featured: actor.featured.map(|featured| featured.to_string()),
    };
    Ok(actions::abroad::learn_collectivity(&fed.app, profile, territory).await?)
}

fn same_key_host(key_id: &str, owner: &Url) -> bool {
    Url::parse(key_id).is_ok_and(|key| same_authority(&key, owner))
}
