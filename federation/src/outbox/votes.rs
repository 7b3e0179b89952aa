//! Votes: the collectivity publishes them when they open, the consultation passes them on; new numbers and the end are updates that nobody is
//! notified of.

use actions::abroad::Parcel;
use store::journal::Line;

use super::{Draft, contribution_of, parcel, passed_on};
use crate::service::{Error, Federation};
use crate::{audience, documents, objects, polls};

/// A vote begins to take ballots.
pub(super) async fn opened(fed: &Federation, line: &Line) -> Result<Vec<Parcel>, Error> {
    let id = contribution_of(line)?;
    let Some(poll) = polls::find(fed, id).await? else { return Ok(Vec::new()) };
    let collectivity = objects::collectivity(fed).await?;
    let object = polls::document(fed, &poll).await?;
    let activity = fed.app.new_id::<uuid::Uuid>();
    let body = documents::create(&fed.app.links.activity(activity), &object);
    let inboxes = audience::followers(fed, collectivity.id).await?.all();
    let draft = Draft { kind: "Create", actor: &collectivity, object: id, public: true, body: body.clone(), id: activity };
    let mut parcels = vec![parcel(&draft, inboxes, fed.app.now())];
    parcels.extend(passed_on(fed, &poll.group, (id, &fed.app.links.object(id.0)), Some(&body), (true, line.at.0)).await?);
    Ok(parcels)
}

/// How many answered, or the end: to wherever it went, and that is also wherever an answer came from.
pub(super) async fn changed(fed: &Federation, line: &Line) -> Result<Vec<Parcel>, Error> {
    let id = contribution_of(line)?;
    let Some(poll) = polls::find(fed, id).await?.filter(|poll| poll.has_left) else { return Ok(Vec::new()) };
    let now = fed.app.now();
    let collectivity = objects::collectivity(fed).await?;
    let object = polls::document(fed, &poll).await?;
    let activity = fed.app.new_id::<uuid::Uuid>();
    let body = documents::update(&fed.app.links.activity(activity), &object, line.at.0);
    let (threads, _) = audience::followers(fed, poll.group.id).await?.split();
    let mut inboxes = audience::reached(fed, id).await?;
    inboxes.remove(&threads);
    let announce = fed.app.new_id::<uuid::Uuid>();
    let group = crate::actors::uri_of(fed, &poll.group);
    let passed = documents::announce_activity(&fed.app.links.activity(announce), &group, &body, line.at.0);
    Ok(vec![
        parcel(&Draft { kind: "Update", actor: &collectivity, object: id, public: true, body, id: activity }, inboxes, now),
        parcel(&Draft { kind: "Announce", actor: &poll.group, object: id, public: true, body: passed, id: announce }, threads, now),
    ])
}
