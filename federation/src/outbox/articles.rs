//! What others are told of news and articles: published, changed, withdrawn.

use actions::abroad::{Order, Parcel};
use actions::accounts::RECALLED;
use serde_json::Value;
use store::Uid;
use store::journal::Line;

use super::{Draft, News, contribution_of, parcel, passed_on};
use crate::articles::{self, Found};
use crate::service::{Error, Federation};
use crate::{actors, audience, documents, objects};

/// Activities about one article that are looked at.
const SAYING_MAX: i64 = 1_000;

/// A version was published: the first is created, each later one updates it. What moved into a consultation that stays here is deleted elsewhere; where
/// an organisation agrees no more to be named, what is kept of the earlier versions names it no more either.
pub(super) async fn published(fed: &Federation, line: &Line) -> Result<News, Error> {
    let (id, nothing) = (contribution_of(line)?, (Vec::new(), Order::Keep));
    let Some(found) = articles::find(fed, id).await?.filter(Found::is_shown) else { return Ok(nothing) };
    let has_left = fed.app.store.read(move |db| store::views::abroad::left_as(db, id)).await?.is_some();
    if !found.leaves()? {
        return if has_left { called_back(fed, &found).await } else { Ok(nothing) };
    }
    let Some(object) = articles::document(fed, &found).await? else { return Ok(nothing) };
    let order = if line.detail.as_deref() == Some(RECALLED) { reworded(fed, id, &object).await? } else { Order::Keep };
    Ok((versions(fed, line, (&found, &object), has_left).await?, order))
}

async fn versions(fed: &Federation, line: &Line, (found, object): (&Found, &Value), has_left: bool) -> Result<Vec<Parcel>, Error> {
    let id = found.row.id;
    let (now, at) = (fed.app.now(), line.at.0);
    let collectivity = objects::collectivity(fed).await?;
    let activity = fed.app.new_id::<uuid::Uuid>();
    let address = fed.app.links.activity(activity);
    if has_left {
        let body = documents::update(&address, object, at);
        return changed(fed, found, line, (activity, "Update", body)).await;
    }
    let body = documents::create(&address, object);
    let inboxes = audience::followers(fed, collectivity.id).await?.all();
    let draft = Draft { kind: "Create", actor: &collectivity, object: id, public: true, body: body.clone(), id: activity };
    let mut parcels = vec![parcel(&draft, inboxes, now)];
    if let Some((group, _)) = &found.within {
        parcels.extend(passed_on(fed, group, (id, &fed.app.links.object(id.0)), Some(&body), (true, at)).await?);
    }
    Ok(parcels)
}

/// The deletion of what went elsewhere and belongs now to a consultation that stays here: wherever it is.
async fn called_back(fed: &Federation, found: &Found) -> Result<News, Error> {
    let (id, now) = (found.row.id, fed.app.now());
    let collectivity = objects::collectivity(fed).await?;
    let inboxes = audience::reached(fed, id).await?.and(audience::followers(fed, collectivity.id).await?.all());
    let activity = fed.app.new_id::<uuid::Uuid>();
    let body = documents::delete(&fed.app.links.activity(activity), &actors::uri_of(fed, &collectivity), &articles::tombstone(fed, found));
    let draft = Draft { kind: "Delete", actor: &collectivity, object: id, public: false, body, id: activity };
    Ok((vec![parcel(&draft, inboxes, now)], Order::Conceal(vec![id])))
}

/// What is kept of the earlier versions says what is said now.
async fn reworded(fed: &Federation, id: Uid, object: &Value) -> Result<Order, Error> {
    let kept = fed.app.store.read(move |db| store::activities::saying(db, id, SAYING_MAX)).await?;
    let reword = |(activity, body): (Uid, String)| {
        let mut said: Value = serde_json::from_str(&body).ok()?;
        put(&mut said, object);
        Some((activity, said.to_string()))
    };
    Ok(Order::Unname(kept.into_iter().filter_map(reword).collect()))
}

/// Puts an object into the place of what has its id within an activity, or within an activity that is passed on.
fn put(said: &mut Value, object: &Value) {
    let Some(inner) = said.get_mut("object") else { return };
    if inner.is_object() && inner["id"] == object["id"] {
        let mut now = object.clone();
        if let Some(fields) = now.as_object_mut() {
            fields.remove("@context");
        }
        *inner = now;
    } else {
        put(inner, object);
    }
}

/// What is withdrawn is deleted wherever it went.
pub(super) async fn withdrawn(fed: &Federation, line: &Line) -> Result<News, Error> {
    let id = contribution_of(line)?;
    let Some(found) = articles::find(fed, id).await?.filter(|found| !found.is_shown()) else { return Ok((Vec::new(), Order::Keep)) };
    if fed.app.store.read(move |db| store::views::abroad::left_as(db, id)).await?.is_none() {
        return Ok((Vec::new(), Order::Keep));
    }
    let collectivity = objects::collectivity(fed).await?;
    let activity = fed.app.new_id::<uuid::Uuid>();
    let body = documents::delete(&fed.app.links.activity(activity), &actors::uri_of(fed, &collectivity), &articles::tombstone(fed, &found));
    Ok((changed(fed, &found, line, (activity, "Delete", body)).await?, Order::Conceal(vec![id])))
}

/// What changes goes wherever the article went, and through the consultation to those who read threads.
async fn changed(
    fed: &Federation,
    found: &Found,
    line: &Line,
    (activity, kind, body): (uuid::Uuid, &'static str, serde_json::Value),
) -> Result<Vec<Parcel>, Error> {
    let (id, now) = (found.row.id, fed.app.now());
    let collectivity = objects::collectivity(fed).await?;
    let mut inboxes = audience::reached(fed, id).await?.and(audience::followers(fed, collectivity.id).await?.all());
    let mut parcels = Vec::new();
    if let Some((group, _)) = &found.within {
        let (threads, _) = audience::followers(fed, group.id).await?.split();
        if kind != "Delete" {
            inboxes.remove(&threads);
        }
        let announce = fed.app.new_id::<uuid::Uuid>();
        let passed = documents::announce_activity(&fed.app.links.activity(announce), &actors::uri_of(fed, group), &body, line.at.0);
        let kind = if kind == "Delete" { "Delete" } else { "Announce" };
        parcels.push(parcel(&Draft { kind, actor: group, object: id, public: true, body: passed, id: announce }, threads, now));
    }
    let draft = Draft { kind, actor: &collectivity, object: id, public: true, body, id: activity };
    parcels.insert(0, parcel(&draft, inboxes, now));
    Ok(parcels)
}
