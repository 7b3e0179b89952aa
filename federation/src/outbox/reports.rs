//! The report on a consultation: the collectivity publishes it, the consultation passes it on; each later version is an update of the first.

use actions::abroad::Parcel;
use store::journal::Line;

use super::{Draft, contribution_of, parcel, passed_on};
use crate::service::{Error, Federation};
use crate::{audience, documents, objects, reports};

/// A version was published.
pub(super) async fn published(fed: &Federation, line: &Line) -> Result<Vec<Parcel>, Error> {
    let id = contribution_of(line)?;
    let Some(report) = reports::find(fed, id).await? else { return Ok(Vec::new()) };
    let has_left = fed.app.store.read(move |db| store::views::abroad::left_as(db, id)).await?.is_some();
    let (now, at) = (fed.app.now(), line.at.0);
    let collectivity = objects::collectivity(fed).await?;
    let object = reports::document(fed, &report).await?;
    let activity = fed.app.new_id::<uuid::Uuid>();
    let address = fed.app.links.activity(activity);
    if !has_left {
        let body = documents::create(&address, &object);
        let inboxes = audience::followers(fed, collectivity.id).await?.all();
        let draft = Draft { kind: "Create", actor: &collectivity, object: id, public: true, body: body.clone(), id: activity };
        let mut parcels = vec![parcel(&draft, inboxes, now)];
        parcels.extend(passed_on(fed, &report.group, (id, &fed.app.links.object(id.0)), Some(&body), (true, at)).await?);
        return Ok(parcels);
    }
    let body = documents::update(&address, &object, at);
    let (threads, _) = audience::followers(fed, report.group.id).await?.split();
    let mut inboxes = audience::reached(fed, id).await?;
    inboxes.remove(&threads);
    let announce = fed.app.new_id::<uuid::Uuid>();
    let group = crate::actors::uri_of(fed, &report.group);
    let passed = documents::announce_activity(&fed.app.links.activity(announce), &group, &body, at);
    Ok(vec![
        parcel(&Draft { kind: "Update", actor: &collectivity, object: id, public: true, body, id: activity }, inboxes, now),
        parcel(&Draft { kind: "Announce", actor: &report.group, object: id, public: true, body: passed, id: announce }, threads, now),
    ])
}
