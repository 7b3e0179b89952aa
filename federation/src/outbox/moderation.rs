//! What others are told of what moderators decide about them: whom they bar, and what they report to the server it comes from.

use actions::abroad::Parcel;
use domain::event::EventKind;
use store::journal::Line;

use super::{Draft, contribution_of, parcel, piece};
use crate::audience;
use crate::service::{Error, Federation};
use crate::{actors, documents, objects};

/// Somebody of another server is barred from a consultation, or no more: they are told by the collectivity, and those who read threads by the
/// consultation (FEP-1b12).
pub(super) async fn barred(fed: &Federation, kind: EventKind, line: &Line) -> Result<Vec<Parcel>, Error> {
    let (Some(id), Some(consultation)) = (line.subject_id, line.consultation_id) else { return Ok(Vec::new()) };
    let read = fed.app.store.read(move |db| {
        let group = match store::consultations::find(db, consultation)? {
            Some(found) if found.published_at.is_some() => store::actors::find(db, found.actor_id)?,
            _ => None,
        };
        Ok::<_, store::Error>((store::remote_actors::uri_of(db, id)?, group))
    });
    let (Some(uri), Some(group)) = read.await? else { return Ok(Vec::new()) };
    let now = fed.app.now();
    let collectivity = objects::collectivity(fed).await?;
    let (ours, group_uri) = (actors::uri_of(fed, &collectivity), actors::uri_of(fed, &group));
    let block = documents::block(&format!("{ours}#blocks/{}", id.0), &ours, &uri, &group_uri);
    let activity = fed.app.new_id::<uuid::Uuid>();
    let (kind, said) = match kind {
        EventKind::ActorUnbarred => ("Undo", documents::undo(&fed.app.links.activity(activity), &ours, &block)),
        _barred => ("Block", block),
    };
    let announce = fed.app.new_id::<uuid::Uuid>();
    let passed = documents::announce_activity(&fed.app.links.activity(announce), &group_uri, &said, line.at.0);
    let (threads, _) = audience::followers(fed, group.id).await?.split();
    let them = audience::of(fed, id, collectivity.id).await?;
    Ok(vec![
        parcel(&Draft { kind, actor: &collectivity, object: id, public: false, body: said, id: activity }, them, now),
        parcel(&Draft { kind, actor: &group, object: id, public: false, body: passed, id: announce }, threads, now),
    ])
}

/// What is wrong with a text of another server, to that server: in the name of the collectivity, in the words that everybody reads here.
pub(super) async fn flagged(fed: &Federation, line: &Line) -> Result<Vec<Parcel>, Error> {
    let id = contribution_of(line)?;
    let Some(piece) = piece(fed, id).await? else { return Ok(Vec::new()) };
    let (Some(address), Some(author)) = (piece.contribution.uri.clone(), piece.author.as_ref()) else { return Ok(Vec::new()) };
    let standing = fed.app.store.read(move |db| store::moderation::standing_on(db, &[id])).await?;
    let Some(restriction) = standing.first() else { return Ok(Vec::new()) };
    let collectivity = objects::collectivity(fed).await?;
    let activity = fed.app.new_id::<uuid::Uuid>();
    let objects = [actors::uri_of(fed, &author.actor), address];
    let body = documents::flag(&fed.app.links.activity(activity), &actors::uri_of(fed, &collectivity), &objects, &restriction.note);
    let inboxes = audience::of(fed, author.actor.id, collectivity.id).await?;
    Ok(vec![parcel(&Draft { kind: "Flag", actor: &collectivity, object: id, public: false, body, id: activity }, inboxes, fed.app.now())])
}
