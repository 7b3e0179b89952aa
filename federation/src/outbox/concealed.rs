//! What others are told of what is not shown any more: withdrawn by its author, hidden by a moderator, or taken back because a name may not
//! leave any more; and of what is shown again.

use actions::abroad::{Order, Parcel};
use domain::Timestamp;
use domain::contribution::Origin;
use domain::event::EventKind;
use serde_json::Value;
use store::Uid;
use store::actors::Actor;
use store::answers::Answer;
use store::journal::Line;
use store::views::abroad::Piece;

use super::under::Under;
use super::{Draft, News, contribution_of, parcel, piece, relayed};
use crate::audience::{self, Inboxes};
use crate::service::{Error, Federation};
use crate::{actors, documents, objects};

/// What is withdrawn or hidden is deleted wherever it went; what lives elsewhere is not passed on any more.
pub(super) async fn concealed(fed: &Federation, kind: EventKind, line: &Line) -> Result<News, Error> {
    let id = contribution_of(line)?;
    let Some(piece) = piece(fed, id).await?.filter(|piece| !piece.is_public()) else { return Ok((Vec::new(), Order::Keep)) };
    let mut parcels = Vec::new();
    if piece.contribution.origin == Origin::Remote.code() {
        parcels.extend(not_passed_on(fed, kind, &piece, line.at.0).await?);
    } else if piece.left_as.is_some() && !is_recalled(fed, id).await? {
        // What never left, or was taken back before, has nothing to take back.
        parcels.extend(deleted(fed, &piece, line.at.0).await?);
    }
    let mut objects = vec![id];
    let under = Under::of(fed, &piece).await?;
    for reply in under.replies(fed).await? {
        // What others wrote under it is theirs to delete; who reads threads does not show it without its root.
        if reply.contribution.origin != Origin::Remote.code() && reply.left_as.is_some() && !reply.recalled {
            parcels.extend(deleted(fed, &reply, line.at.0).await?);
        }
        objects.push(reply.contribution.id);
    }
    for answer in under.answers {
        parcels.extend(answer_deleted(fed, &answer, &piece, line.at.0).await?);
        objects.push(answer.id);
    }
    Ok((parcels, Order::Conceal(objects)))
}

async fn is_recalled(fed: &Federation, id: Uid) -> Result<bool, Error> {
    Ok(fed.app.store.read(move |db| store::recalls::is_recalled(db, id)).await?)
}

/// Its author agreed that their name leaves, and agrees no more, or is forgotten: what left under it is deleted wherever it went, and stays here. So
/// is what left with the address of somebody of another server in its words.
pub(super) async fn recalled(fed: &Federation, line: &Line) -> Result<News, Error> {
    let id = contribution_of(line)?;
    let nothing = (Vec::new(), Order::Keep);
    let Some(piece) = piece(fed, id).await? else { return Ok(nothing) };
    let is_told = line.detail.as_deref() == Some(domain::event::ELSEWHERE) || objects::spoken_for(fed, &piece).await?.is_named;
    if piece.left_as.is_none() || !is_told || is_recalled(fed, id).await? {
        return Ok(nothing);
    }
    // What is not shown any more was deleted when that was decided.
    let parcels = if piece.is_public() { deleted(fed, &piece, line.at.0).await? } else { Vec::new() };
    Ok((parcels, Order::Recall(id)))
}

/// The deletion of a text of this instance, to wherever it went.
pub(super) async fn deleted(fed: &Federation, piece: &Piece, at: Timestamp) -> Result<Vec<Parcel>, Error> {
    let spoken = objects::spoken_for(fed, piece).await?;
    let tombstone = objects::tombstone(fed, piece, fed.app.now());
    // Who is forgotten, or agrees no more, is named to those who knew them only.
    let public = !spoken.is_named || piece.author.as_ref().is_some_and(|author| author.is_named);
    taken_down(fed, (&spoken.actor, &piece.group), (piece.contribution.id, &tombstone), (public, at)).await
}

/// The deletion of something by whoever said it, to wherever it went; and as the group passes that on to those who read threads.
pub(super) async fn taken_down(
    fed: &Federation,
    (speaker, group): (&Actor, &Actor),
    (id, tombstone): (Uid, &Value),
    (public, at): (bool, Timestamp),
) -> Result<Vec<Parcel>, Error> {
    let now = fed.app.now();
    let everywhere = audience::reached(fed, id).await?;
    let (threads, _) = audience::followers(fed, group.id).await?.split();
    let (activity, announce) = (fed.app.new_id::<uuid::Uuid>(), fed.app.new_id::<uuid::Uuid>());
    let body = documents::delete(&fed.app.links.activity(activity), &actors::uri_of(fed, speaker), tombstone);
    let passed = documents::announce_activity(&fed.app.links.activity(announce), &actors::uri_of(fed, group), &body, at);
    Ok(vec![
        parcel(&Draft { kind: "Delete", actor: speaker, object: id, public, body, id: activity }, everywhere, now),
        parcel(&Draft { kind: "Delete", actor: group, object: id, public, body: passed, id: announce }, threads, now),
    ])
}

/// The deletion of an official answer to what is not shown any more, to wherever it went.
pub(super) async fn answer_deleted(fed: &Federation, answer: &Answer, piece: &Piece, at: Timestamp) -> Result<Vec<Parcel>, Error> {
    let collectivity = objects::collectivity(fed).await?;
    let tombstone = objects::answer_tombstone(fed, answer, piece, fed.app.now());
    taken_down(fed, (&collectivity, &piece.group), (answer.id, &tombstone), (true, at)).await
}

/// What lives elsewhere is not passed on any more. Those who read threads are told how: its author's own deletion, passed on; or ours, with its
/// reason. The others see a boost go.
async fn not_passed_on(fed: &Federation, kind: EventKind, piece: &Piece, at: Timestamp) -> Result<Vec<Parcel>, Error> {
    let (id, now) = (piece.contribution.id, fed.app.now());
    let group = actors::uri_of(fed, &piece.group);
    let announcements = fed.app.store.read(move |db| store::activities::announcements(db, id)).await?;
    if announcements.is_empty() {
        return Ok(Vec::new());
    }
    let told = if kind == EventKind::ContributionHidden {
        Some(removal_passed_on(fed, piece, at).await?)
    } else {
        relayed(fed, piece, at).await?
    };
    let mut everywhere = audience::reached(fed, id).await?;
    if let Some(told) = &told {
        everywhere.remove(&Inboxes::from(told.inboxes.clone()));
    }
    let mut parcels = Vec::new();
    for announcement in announcements {
        let activity = fed.app.new_id::<uuid::Uuid>();
        let announced: Value = serde_json::from_str(&announcement.body).unwrap_or_default();
        // Taken back before, when it was hidden once already; or those who got it whole are told otherwise.
        let is_whole = announced.get("object").is_some_and(Value::is_object);
        if announced.get("id").is_none() || (told.is_some() && is_whole) {
            continue;
        }
        let body = documents::undo(&fed.app.links.activity(activity), &group, &announced);
        let draft = Draft { kind: "Undo", actor: &piece.group, object: id, public: false, body, id: activity };
        parcels.push(parcel(&draft, everywhere.clone(), now));
    }
    parcels.extend(told.map(|told| Parcel { is_deletion: true, ..told }));
    Ok(parcels)
}

async fn removal_passed_on(fed: &Federation, piece: &Piece, at: Timestamp) -> Result<Parcel, Error> {
    let removal = removal(fed, piece).await?;
    to_threads(fed, piece, &removal, ("Delete", at)).await
}

/// Our decision that a text of another server is not shown here, as Lemmy and its kin read it: a deletion by a moderator of the group.
async fn removal(fed: &Federation, piece: &Piece) -> Result<Value, Error> {
    let id = piece.contribution.id;
    let standing = fed.app.store.read(move |db| store::moderation::standing_on(db, &[id])).await?;
    let why = standing.first().map(|restriction| restriction.note.clone()).unwrap_or_default();
    let collectivity = actors::uri_of(fed, &objects::collectivity(fed).await?);
    let name = format!("{}#removal", fed.app.links.object(id.0));
    Ok(documents::removal(&name, &collectivity, &objects::address(fed, &piece.contribution), (&actors::uri_of(fed, &piece.group), &why)))
}

/// That decision is over. Nothing to say when it was never passed on (what was held until now).
pub(super) async fn shown_again(fed: &Federation, piece: &Piece, at: Timestamp) -> Result<Option<Parcel>, Error> {
    let id = piece.contribution.id;
    if fed.app.store.read(move |db| store::activities::announcements(db, id)).await?.is_empty() {
        return Ok(None);
    }
    let removal = removal(fed, piece).await?;
    let collectivity = actors::uri_of(fed, &objects::collectivity(fed).await?);
    let activity = fed.app.new_id::<uuid::Uuid>();
    let undo = documents::undo(&fed.app.links.activity(activity), &collectivity, &removal);
    Ok(Some(to_threads(fed, piece, &undo, ("Undo", at)).await?))
}

async fn to_threads(fed: &Federation, piece: &Piece, said: &Value, (kind, at): (&str, Timestamp)) -> Result<Parcel, Error> {
    let (threads, _) = audience::followers(fed, piece.group.id).await?.split();
    let announce = fed.app.new_id::<uuid::Uuid>();
    let group = actors::uri_of(fed, &piece.group);
    let body = documents::announce_activity(&fed.app.links.activity(announce), &group, said, at);
    let draft = Draft { kind, actor: &piece.group, object: piece.contribution.id, public: kind == "Delete", body, id: announce };
    Ok(parcel(&draft, threads, fed.app.now()))
}
