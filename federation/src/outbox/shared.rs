//! What others are told of the consultations of other collectivities that ours shares: its address, never its words.

use actions::abroad::{Order, Parcel};
use serde_json::Value;
use store::activities::ANNOUNCE_ID;
use store::journal::Line;

use super::{Draft, News, contribution_of, parcel};
use crate::service::{Error, Federation};
use crate::{actors, audience, documents, objects};

/// Those who follow the collectivity are given the address of the consultation. Its own collectivity too, if it follows.
pub(super) async fn shared(fed: &Federation, line: &Line) -> Result<Vec<Parcel>, Error> {
    let id = contribution_of(line)?;
    let Some(listing) = fed.app.store.read(move |db| store::listings::find(db, id)).await?.filter(|listing| listing.shared_at.is_some())
    else {
        return Ok(Vec::new());
    };
    let (now, collectivity) = (fed.app.now(), objects::collectivity(fed).await?);
    let inboxes = audience::followers(fed, collectivity.id).await?.all();
    let activity = fed.app.new_id::<uuid::Uuid>();
    let uri = actors::uri_of(fed, &collectivity);
    let body = documents::announce_id(&fed.app.links.activity(activity), &uri, &listing.uri, line.at.0);
    Ok(vec![parcel(&Draft { kind: ANNOUNCE_ID, actor: &collectivity, object: id, public: true, body, id: activity }, inboxes, now)])
}

/// Whoever got the address is told that it is shared no more.
pub(super) async fn unshared(fed: &Federation, line: &Line) -> Result<News, Error> {
    let id = contribution_of(line)?;
    let (now, collectivity) = (fed.app.now(), objects::collectivity(fed).await?);
    let said = fed.app.store.read(move |db| store::activities::announcements(db, id)).await?;
    // What was taken back before has no words any more.
    let mut bodies = said.iter().filter_map(|activity| serde_json::from_str::<Value>(&activity.body).ok());
    let Some(announced) = bodies.find(|body| body.get("id").is_some()) else {
        return Ok((Vec::new(), Order::Keep));
    };
    let inboxes = audience::reached(fed, id).await?;
    let activity = fed.app.new_id::<uuid::Uuid>();
    let body = documents::undo(&fed.app.links.activity(activity), &actors::uri_of(fed, &collectivity), &announced);
    let told = parcel(&Draft { kind: "Undo", actor: &collectivity, object: id, public: true, body, id: activity }, inboxes, now);
    Ok((vec![told], Order::Conceal(vec![id])))
}
