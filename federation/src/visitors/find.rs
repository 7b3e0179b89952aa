//! What stands at an address of another server, or who has a handle: looked up for agents.

use actions::outside::{self, Found, Trouble};
use domain::actor::ActorKind;
use domain::id::ActorId;
use domain::markup;
use store::Uid;
use url::Url;

use super::account::{self, Account};
use super::{allowed, untold};
use crate::actors;
use crate::local::{self, Local};
use crate::service::Federation;
use crate::words::{Object, RemoteActor, authority};

/// Most of a text that is shown, in characters.
const START: usize = 500;

pub(super) async fn at(fed: &Federation, typed: &str) -> outside::Result<Found> {
    let account = Account::read(fed, typed).ok_or(Trouble::Nobody)?;
    if account.is_ours(fed) {
        return Err(Trouble::NotAllowed.into());
    }
    allowed(fed, &account.host()).await?;
    if let Account::Profile(url) = &account {
        let fetched = actors::object(fed, url).await.map_err(untold)?;
        if let Ok(object) = Object::read(&fetched.json) {
            return text(&object).ok_or_else(|| Trouble::Senseless.into());
        }
        RemoteActor::read(&fetched.json).map_err(|_neither| Trouble::Senseless)?;
    }
    let actor = account::resolve(fed, &account).await?;
    let read = fed
        .app
        .store
        .read(move |db| Ok::<_, store::Error>((store::actors::find(db, Uid::of(actor))?, store::guests::page_of(db, Uid::of(actor))?)));
    let (Some(known), page) = read.await? else { return Err(Trouble::Nobody.into()) };
    let uri = known.uri.clone().unwrap_or_default();
    Ok(Found::Somebody {
        name: known.display_name,
        handle: format!("@{}@{}", known.username, known.host),
        page: page.unwrap_or(uri),
        summary: known.summary,
    })
}

/// Whoever has a handle, or is at an address.
pub(super) async fn actor(fed: &Federation, typed: &str) -> outside::Result<ActorId> {
    let account = Account::read(fed, typed).ok_or(Trouble::Nobody)?;
    if !account.is_ours(fed) {
        return account::resolve(fed, &account).await;
    }
    let name = match &account {
        Account::Handle { name, .. } => name.to_ascii_lowercase(),
        Account::Profile(url) => match local::read(&fed.origin, url) {
            Some(Local::Actor(name)) => name,
            Some(_) | None => return Err(Trouble::Nobody.into()),
        },
    };
    let found = fed.app.store.read(move |db| store::actors::find_local(db, &name)).await?;
    Ok(found.filter(|actor| actor.erased_at.is_none()).ok_or(Trouble::Nobody)?.id.to())
}

/// The collectivity at an address, whose document is read anew: what it says of its territory is what it says now.
pub(super) async fn collectivity(fed: &Federation, typed: &str) -> outside::Result<ActorId> {
    // An administrator may just have allowed its server.
    fed.policy.forget();
    let account = Account::read(fed, typed).ok_or(Trouble::Nobody)?;
    if account.is_ours(fed) {
        return Err(Trouble::NotAllowed.into());
    }
    let actor = account::resolve(fed, &account).await?;
    let id = Uid::of(actor);
    let known = fed.app.store.read(move |db| store::actors::find(db, id)).await?;
    let known = known.filter(|known| known.kind == ActorKind::Organization.code()).ok_or(Trouble::Nobody)?;
    let uri = known.uri.as_deref().and_then(|uri| Url::parse(uri).ok()).ok_or(Trouble::Nobody)?;
    actors::learn(fed, &uri).await.map_err(untold)
}

/// A text, if its author is on its own server.
fn text(object: &Object) -> Option<Found> {
    if authority(&object.id) != authority(&object.attributed_to) {
        return None;
    }
    let page: Url = object.url.clone().unwrap_or_else(|| object.id.clone());
    Some(Found::Text {
        title: object.name.clone().unwrap_or_default(),
        text: markup::excerpt(&object.body, START),
        page: page.into(),
        author: object.attributed_to.to_string(),
        lang: object.lang.clone().unwrap_or_default(),
    })
}
