//! Collections: outboxes, followers (counted, not named), replies, whole conversations.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use domain::actor::ActorKind;
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use store::Uid;
use store::actors::Actor;
use store::views::abroad::Piece;
use uuid::Uuid;

use super::{Refusal, Reply, Thing, document, find};
use crate::egress::{Asking, Reader};
use crate::service::Federation;
use crate::{actors, documents, reach};

/// Items on a page.
const PAGE: i64 = 40;

/// Which page is asked for.
#[derive(Deserialize)]
pub(super) struct Asked {
    page: Option<i64>,
}

impl Asked {
    fn offset(&self) -> Option<i64> {
        self.page.map(|page| page.clamp(1, 100_000).saturating_sub(1) * PAGE)
    }
}

async fn actor(fed: &Federation, handle: &str, asking: &Asking) -> Result<(Actor, Reader), Refusal> {
    let actor = actors::find_public(fed, handle).await?.ok_or(Refusal(StatusCode::NOT_FOUND))?;
    let reader = asking.may_read(fed, reach::within(fed, actor.id).await?).await?;
    Ok((actor, reader))
}

/// `GET /actor/outbox`: the instance itself publishes nothing.
pub(super) async fn instance_outbox(State(fed): State<Federation>) -> Reply {
    Ok(document(&documents::collection(&format!("{}/outbox", fed.app.links.instance()), 0, &[])))
}

/// `GET /actors/{handle}/outbox`: the latest activities inline (which Lemmy wants), and pages for the rest.
pub(super) async fn outbox(State(fed): State<Federation>, Path(handle): Path<String>, Query(asked): Query<Asked>, asking: Asking) -> Reply {
    let (actor, reader) = actor(&fed, &handle, &asking).await?;
    let (id, offset) = (actor.id, asked.offset().unwrap_or(0));
    // Of a consultation whoever reads may read all; of others, what is for the servers of some is left out.
    let anybody = ActorKind::parse(&actor.kind) != Some(ActorKind::Group);
    let read = fed.app.store.read(move |db| {
        let published = store::activities::outbox(db, id, anybody, PAGE, offset)?;
        Ok::<_, store::Error>((published, store::activities::count_outbox(db, id, anybody)?))
    });
    let (published, total) = read.await?;
    let items: Vec<Value> = published.iter().filter_map(|(_, body)| serde_json::from_str(body).ok()).collect();
    let version = |(object, body): &(Option<Uid>, String)| object.map(|object| (object, Sha256::digest(body.as_bytes()).to_vec()));
    reader.note(&fed, published.iter().filter_map(version).collect()).await?;
    let address = format!("{}/outbox", actors::uri_of(&fed, &actor));
    Ok(reader.seal(document(&listed(&address, total, &items, &asked))))
}

/// One collection, whole with its first items, or one page of it.
fn listed(address: &str, total: i64, items: &[Value], asked: &Asked) -> Value {
    match asked.page {
        Some(page) => documents::collection_page(address, total, page.max(1), PAGE, items),
        None => documents::paged_collection(address, total, PAGE, items),
    }
}

/// `GET /actors/{handle}/followers`: how many; who they are is nobody's business.
pub(super) async fn followers(State(fed): State<Federation>, Path(handle): Path<String>, asking: Asking) -> Reply {
    let (actor, reader) = actor(&fed, &handle, &asking).await?;
    let id = actor.id;
    let total = fed.app.store.read(move |db| store::follows::count(db, id)).await?;
    Ok(reader.seal(document(&documents::collection(&format!("{}/followers", actors::uri_of(&fed, &actor)), total, &[]))))
}

/// `GET /actors/{handle}/following`
pub(super) async fn following(State(fed): State<Federation>, Path(handle): Path<String>, asking: Asking) -> Reply {
    let (actor, reader) = actor(&fed, &handle, &asking).await?;
    let id = actor.id;
    let total = fed.app.store.read(move |db| store::follows::count_following(db, id)).await?;
    Ok(reader.seal(document(&documents::collection(&format!("{}/following", actors::uri_of(&fed, &actor)), total, &[]))))
}

/// `GET /actors/{handle}/featured`: of a consultation, its presentation.
pub(super) async fn featured(State(fed): State<Federation>, Path(handle): Path<String>, asking: Asking) -> Reply {
    let (actor, reader) = actor(&fed, &handle, &asking).await?;
    let id = actor.id;
    let items = match ActorKind::parse(&actor.kind) {
        Some(ActorKind::Group) => {
            let found = fed.app.store.read(move |db| store::views::abroad::consultation_of_group(db, id)).await?;
            found.map(|consultation| Value::from(fed.app.links.object(consultation.id.0))).into_iter().collect()
        }
        Some(ActorKind::Person | ActorKind::Organization | ActorKind::Application) | None => Vec::new(),
    };
    let total = i64::try_from(items.len()).unwrap_or(0);
    Ok(reader.seal(document(&documents::collection(&format!("{}/featured", actors::uri_of(&fed, &actor)), total, &items))))
}

/// `GET /actors/{handle}/moderators`: the collectivity answers for its consultations; its staff is not named.
pub(super) async fn moderators(State(fed): State<Federation>, Path(handle): Path<String>, asking: Asking) -> Reply {
    let (actor, reader) = actor(&fed, &handle, &asking).await?;
    let collectivity = crate::objects::collectivity(&fed).await?;
    let items = [Value::from(actors::uri_of(&fed, &collectivity))];
    Ok(reader.seal(document(&documents::collection(&format!("{}/moderators", actors::uri_of(&fed, &actor)), 1, &items))))
}

/// Consultations on a page: each is a document of its own.
const CONSULTATIONS: i64 = 25;

/// After which consultation a page begins.
#[derive(Deserialize)]
pub(super) struct From {
    after: Option<String>,
}

/// `GET /actors/{handle}/consultations`: those of the collectivity, in an order that never changes, so that a reader can go on where it stopped.
pub(super) async fn consultations(
    State(fed): State<Federation>,
    Path(handle): Path<String>,
    Query(from): Query<From>,
    asking: Asking,
) -> Reply {
    let (actor, _) = actor(&fed, &handle, &asking).await?;
    if ActorKind::parse(&actor.kind) != Some(ActorKind::Organization) {
        return Err(Refusal(StatusCode::NOT_FOUND));
    }
    let after = match from.after.as_deref() {
        None | Some("") => None,
        Some(id) => Some(Uid(Uuid::try_parse(id).map_err(|_no_id| Refusal(StatusCode::NOT_FOUND))?)),
    };
    let address = format!("{}/consultations", actors::uri_of(&fed, &actor));
    let reader = asking.reader(&fed).await?;
    let (mut cards, total) = crate::objects::listing::cards(&fed, after, CONSULTATIONS + 1, reader.is_of_network()).await?;
    if from.after.is_none() {
        return Ok(reader.seal(document(&documents::keyed_collection(&address, total))));
    }
    let more = cards.len() > usize::try_from(CONSULTATIONS).unwrap_or(0);
    cards.truncate(usize::try_from(CONSULTATIONS).unwrap_or(0));
    let next = cards.last().filter(|_| more).map(|(id, _)| id.0.to_string());
    let version = |(id, card): &(Uid, Value)| (*id, Sha256::digest(card.to_string().as_bytes()).to_vec());
    reader.note(&fed, cards.iter().map(version).collect()).await?;
    let items: Vec<Value> = cards.into_iter().map(|(_, card)| card).collect();
    Ok(reader.seal(document(&documents::keyed_page(&address, total, from.after.as_deref(), next.as_deref(), &items))))
}

/// Something that everybody may read.
enum Shown {
    Contribution(Box<Piece>),
    /// An official answer, a presentation or a poll: what others say to it stands under what it answers, or opens a subject of its own.
    Said(Uuid),
}

async fn shown(fed: &Federation, id: &str, asking: &Asking) -> Result<(Shown, Reader), Refusal> {
    let id = (id.len() == 36).then(|| Uuid::try_parse(id).ok()).flatten().ok_or(Refusal(StatusCode::NOT_FOUND))?;
    let thing = find(fed, id).await?.ok_or(Refusal(StatusCode::NOT_FOUND))?;
    let reader = asking.may_read(fed, Some((thing.consultation().id, thing.consultation().reach()?))).await?;
    let shown = match thing {
        Thing::Contribution(piece) if piece.is_public() => Shown::Contribution(piece),
        Thing::Answer(both) if both.1.is_public() => Shown::Said(id),
        Thing::Poll(poll) if poll.has_left => Shown::Said(id),
        Thing::Consultation(_) | Thing::Report(_) => Shown::Said(id),
        Thing::Contribution(_) | Thing::Answer(_) | Thing::Poll(_) => return Err(Refusal(StatusCode::NOT_FOUND)),
    };
    Ok((shown, reader))
}

/// A collection of an official answer or a presentation, in which there is nothing.
fn nothing(fed: &Federation, reader: &Reader, (id, name): (Uuid, &str)) -> Reply {
    Ok(reader.seal(document(&documents::collection(&format!("{}/{name}", fed.app.links.object(id)), 0, &[]))))
}

fn addresses(fed: &Federation, rows: Vec<(Uid, Option<String>)>) -> Vec<Value> {
    rows.into_iter().map(|(id, uri)| Value::from(uri.unwrap_or_else(|| fed.app.links.object(id.0)))).collect()
}

/// `GET /objects/{id}/replies` (FEP-7458)
pub(super) async fn replies(State(fed): State<Federation>, Path(id): Path<String>, Query(asked): Query<Asked>, asking: Asking) -> Reply {
    let (piece, reader) = match shown(&fed, &id, &asking).await? {
        (Shown::Contribution(piece), reader) => (piece, reader),
        (Shown::Said(id), reader) => return nothing(&fed, &reader, (id, "replies")),
    };
    let (id, offset) = (piece.contribution.id, asked.offset().unwrap_or(0));
    let read = fed.app.store.read(move |db| {
        Ok::<_, store::Error>((store::views::abroad::replies(db, id, PAGE, offset)?, store::views::abroad::count_replies(db, id)?))
    });
    let (rows, total) = read.await?;
    let address = format!("{}/replies", fed.app.links.object(id.0));
    Ok(reader.seal(document(&listed(&address, total, &addresses(&fed, rows), &asked))))
}

/// `GET /objects/{id}/likes`: how many, here and elsewhere.
pub(super) async fn likes(State(fed): State<Federation>, Path(id): Path<String>, asking: Asking) -> Reply {
    let (piece, reader) = match shown(&fed, &id, &asking).await? {
        (Shown::Contribution(piece), reader) => (piece, reader),
        (Shown::Said(id), reader) => return nothing(&fed, &reader, (id, "likes")),
    };
    let total = i64::from(piece.contribution.support_count) + i64::from(piece.contribution.remote_support_count);
    let address = format!("{}/likes", fed.app.links.object(piece.contribution.id.0));
    Ok(reader.seal(document(&documents::collection(&address, total, &[]))))
}

/// `GET /objects/{id}/context`: the whole conversation, the first item being what opened it (FEP-7888, FEP-f228).
pub(super) async fn context(State(fed): State<Federation>, Path(id): Path<String>, Query(asked): Query<Asked>, asking: Asking) -> Reply {
    let (piece, reader) = match shown(&fed, &id, &asking).await? {
        (Shown::Contribution(piece), reader) => (piece, reader),
        // Of a presentation, itself; an answer stands in the conversation that it ends.
        (Shown::Said(id), reader) => {
            let object = fed.app.links.object(id);
            let alone = documents::collection(&format!("{object}/context"), 1, &[Value::from(object.as_str())]);
            return Ok(reader.seal(document(&alone)));
        }
    };
    if piece.contribution.root_id.is_some() {
        return Err(Refusal(StatusCode::NOT_FOUND));
    }
    let (id, offset) = (piece.contribution.id, asked.offset().unwrap_or(0));
    let rows = fed.app.store.read(move |db| store::views::abroad::thread(db, id, PAGE, offset)).await?;
    let total = i64::from(piece.contribution.reply_count) + 1;
    let address = format!("{}/context", fed.app.links.object(id.0));
    Ok(reader.seal(document(&listed(&address, total, &addresses(&fed, rows), &asked))))
}
