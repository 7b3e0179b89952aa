//! What others are told of actors: their profiles, their end, whom they follow, what they support.

use std::collections::BTreeMap;

use domain::event::EventKind;
use serde_json::Value;
use store::Uid;
use store::actors::Actor;
use store::journal::Line;

use super::{Draft, News, contribution_of, parcel, piece, unnamed};
use crate::audience::{self, Inboxes};
use crate::service::{Error, Federation};
use crate::{documents, objects};
use actions::abroad::{Order, Parcel};

/// The collectivity's profile changed.
pub(super) async fn collectivity_changed(fed: &Federation, line: &Line) -> Result<Vec<Parcel>, Error> {
    if line.detail.as_deref() == Some("installed") {
        return Ok(Vec::new());
    }
    let collectivity = objects::collectivity(fed).await?;
    Ok(vec![profile_parcel(fed, &collectivity).await?])
}

pub(super) async fn profile_parcel(fed: &Federation, actor: &Actor) -> Result<Parcel, Error> {
    let now = fed.app.now();
    let activity = fed.app.new_id::<uuid::Uuid>();
    let document = objects::actor(fed, actor).await?;
    let body = documents::update(&fed.app.links.activity(activity), &document, now);
    let inboxes = audience::followers(fed, actor.id).await?.all();
    Ok(parcel(&Draft { kind: "Update", actor, object: actor.id, public: true, body, id: activity }, inboxes, now))
}

/// A person's profile leaves only if they agreed, and only if somebody elsewhere knows them.
pub(super) async fn profile_changed(fed: &Federation, line: &Line) -> Result<News, Error> {
    let nothing = (Vec::new(), Order::Keep);
    let Some(id) = line.subject_id else { return Ok(nothing) };
    if line.detail.as_deref() == Some(actions::accounts::RECALLED) {
        return name_recalled(fed, id).await;
    }
    let read = fed.app.store.read(move |db| {
        let known = store::keys::find(db, id)?.is_some() && store::views::abroad::consents(db, id)?;
        Ok::<_, store::Error>(if known { store::actors::find(db, id)? } else { None })
    });
    match read.await? {
        Some(actor) => Ok((vec![profile_parcel(fed, &actor).await?], Order::Keep)),
        None => Ok(nothing),
    }
}

/// Most supports that are taken back when a name may not leave any more.
const LIKES_MAX: i64 = 2_000;

/// A name that left and may not any more: whoever knows the profile is told to show it without, and the supports given under it elsewhere are taken
/// back there. Here they stay.
async fn name_recalled(fed: &Federation, id: Uid) -> Result<News, Error> {
    let read = fed.app.store.read(move |db| {
        let known = store::keys::find(db, id)?.is_some() || store::activities::has_spoken(db, id)?;
        let actor = if known { store::actors::find(db, id)? } else { None };
        let likes = store::views::abroad::likes_sent(db, id, LIKES_MAX)?;
        Ok::<_, store::Error>((actor, store::deliveries::reached_by(db, id)?, likes))
    });
    let (Some(actor), reached, likes) = read.await? else { return Ok((Vec::new(), Order::Keep)) };
    let (uri, now) = (crate::actors::uri_of(fed, &actor), fed.app.now());
    let mut parcels = Vec::new();
    // Of several supports of one thing only the last stands.
    let last: BTreeMap<Uid, _> = likes.into_iter().map(|sent| (sent.object_id, sent)).collect();
    for sent in last.into_values() {
        let Ok(like) = serde_json::from_str::<Value>(&sent.body) else { continue };
        let activity = fed.app.new_id::<uuid::Uuid>();
        let body = documents::undo(&fed.app.links.activity(activity), &uri, &like);
        let draft = Draft { kind: "Undo", actor: &actor, object: sent.object_id, public: false, body, id: activity };
        parcels.push(parcel(&draft, Inboxes::from(vec![(sent.inbox, sent.host)]), now));
    }
    let mut told = profile_parcel(fed, &actor).await?;
    let inboxes = Inboxes::from(std::mem::take(&mut told.inboxes)).and(Inboxes::from(reached));
    told.inboxes = inboxes.into_vec();
    parcels.push(told);
    Ok((parcels, unnamed::order(fed, id, &uri).await?))
}

/// An account that others knew is gone: its deletion goes wherever anything of it went.
pub(super) async fn account_erased(fed: &Federation, line: &Line) -> Result<News, Error> {
    let nothing = (Vec::new(), Order::Keep);
    let Some(id) = line.subject_id else { return Ok(nothing) };
    let read = fed.app.store.read(move |db| {
        let actor = store::actors::find(db, id)?.filter(|actor| actor.uri.is_some() && actor.host.is_empty());
        Ok::<_, store::Error>((actor, store::deliveries::reached_by(db, id)?))
    });
    let (Some(actor), reached) = read.await? else { return Ok(nothing) };
    let now = fed.app.now();
    let uri = crate::actors::uri_of(fed, &actor);
    let activity = fed.app.new_id::<uuid::Uuid>();
    let body = documents::delete(&fed.app.links.activity(activity), &uri, &Value::from(uri.as_str()));
    let mut inboxes = audience::followers(fed, id).await?.all();
    inboxes.extend(Inboxes::from(reached));
    // Those who knew them are told; nobody else reads their name in it.
    let told = parcel(&Draft { kind: "Delete", actor: &actor, object: id, public: false, body, id: activity }, inboxes, now);
    Ok((vec![told], unnamed::order(fed, id, &uri).await?))
}

/// A support of something that lives elsewhere, by somebody who agreed that their name leaves.
pub(super) async fn supported(fed: &Federation, kind: EventKind, line: &Line) -> Result<News, Error> {
    let Some(by) = line.actor_id else { return Ok((Vec::new(), Order::Keep)) };
    let parcels = likes(fed, kind, line, by).await?;
    // Whether its home counts it is known now: what leaves says so.
    Ok((parcels, if kind == EventKind::SupportGiven { Order::Supported(contribution_of(line)?, by) } else { Order::Keep }))
}

async fn likes(fed: &Federation, kind: EventKind, line: &Line, by: Uid) -> Result<Vec<Parcel>, Error> {
    let Some(piece) = piece(fed, contribution_of(line)?).await? else { return Ok(Vec::new()) };
    let read = fed.app.store.read(move |db| {
        let agreed = store::views::abroad::consents(db, by)?;
        Ok::<_, store::Error>(if agreed { store::actors::find(db, by)? } else { None })
    });
    let (Some(actor), Some(address)) = (read.await?, piece.contribution.uri.clone()) else { return Ok(Vec::new()) };
    let now = fed.app.now();
    let uri = crate::actors::uri_of(fed, &actor);
    let activity = fed.app.new_id::<uuid::Uuid>();
    let name = fed.app.links.activity(activity);
    // Each support has a name of its own: others drop what they had under the same name before.
    let (kind, body) = match kind {
        EventKind::SupportTakenBack => match said(fed, actor.id, piece.contribution.id, "Like").await? {
            Some(like) => ("Undo", documents::undo(&name, &uri, &like)),
            None => return Ok(Vec::new()),
        },
        _given => ("Like", documents::like(&name, &uri, &address)),
    };
    let inboxes = audience::author(fed, &piece, actor.id).await?;
    let draft = Draft { kind, actor: &actor, object: piece.contribution.id, public: false, body, id: activity };
    Ok(vec![parcel(&draft, inboxes, now)])
}

/// What an actor of this instance said last of an object.
async fn said(fed: &Federation, by: Uid, object: Uid, kind: &'static str) -> Result<Option<Value>, Error> {
    let body = fed.app.store.read(move |db| store::activities::latest(db, by, object, kind)).await?;
    Ok(body.and_then(|body| serde_json::from_str(&body).ok()))
}

/// A follow of somebody elsewhere, asked for or ended.
pub(super) async fn followed(fed: &Federation, kind: EventKind, line: &Line) -> Result<Vec<Parcel>, Error> {
    // A line without subject only says that somebody is being looked up.
    let (Some(follower), Some(target)) = (line.actor_id, line.subject_id) else { return Ok(Vec::new()) };
    let read = fed.app.store.read(move |db| {
        let follow = store::follows::find(db, follower, target)?.map(|(_, activity)| activity);
        Ok::<_, store::Error>((
            store::actors::find(db, follower)?,
            store::actors::find(db, target)?,
            store::remote_actors::reach(db, target)?,
            follow,
        ))
    });
    let (Some(actor), Some(target), Some(reach), follow) = read.await? else { return Ok(Vec::new()) };
    let now = fed.app.now();
    let (uri, object) = (crate::actors::uri_of(fed, &actor), target.uri.clone().unwrap_or_default());
    let activity = fed.app.new_id::<uuid::Uuid>();
    let inboxes = Inboxes::from(vec![(reach.inbox, target.host.clone())]);
    let (kind, body) = match (kind, follow) {
        (EventKind::FollowAsked, Some(id)) => ("Follow", documents::follow(&id, &uri, &object)),
        (EventKind::FollowAsked, None) => return Ok(Vec::new()),
        // What was never asked for has no end either.
        (_stopped, _) => match said(fed, actor.id, target.id, "Follow").await? {
            Some(asked) => ("Undo", documents::undo(&fed.app.links.activity(activity), &uri, &asked)),
            None => return Ok(Vec::new()),
        },
    };
    Ok(vec![parcel(&Draft { kind, actor: &actor, object: target.id, public: false, body, id: activity }, inboxes, now)])
}
