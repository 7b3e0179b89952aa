//! What others are told of meetings: that there is one, that it changed, and to whoever asked for a place from elsewhere, whether they have it.

use actions::abroad::Parcel;
use domain::event::EventKind;
use domain::letter_code::grouped;
use domain::meeting::{MeetingState, PlaceState};
use serde_json::json;
use store::Uid;
use store::journal::Line;
use store::meetings::Meeting;
use store::registrations::Registration;

use super::{Draft, contribution_of, messages, parcel, passed_on};
use crate::meetings::{self, Found};
use crate::service::{Error, Federation};
use crate::wording::{OfMeeting, Phrase};
use crate::words::as_markdown;
use crate::{actors, audience, documents, objects};

/// A line about a meeting.
pub(super) async fn told(fed: &Federation, kind: EventKind, line: &Line) -> Result<Vec<Parcel>, Error> {
    let id = contribution_of(line)?;
    if kind == EventKind::PlaceChanged {
        return answered(fed, id, line).await;
    }
    if kind == EventKind::PlaceTold {
        return messaged(fed, id, line).await;
    }
    let Some(found) = meetings::find(fed, id).await? else { return Ok(Vec::new()) };
    if !found.leaves()? {
        return Ok(Vec::new());
    }
    if kind == EventKind::MeetingPublished { published(fed, &found, line).await } else { changed(fed, &found, line).await }
}

/// The collectivity announces it to those who follow it, the consultation passes it on.
async fn published(fed: &Federation, found: &Found, line: &Line) -> Result<Vec<Parcel>, Error> {
    let (id, now) = (found.row.id, fed.app.now());
    let collectivity = objects::collectivity(fed).await?;
    let activity = fed.app.new_id::<uuid::Uuid>();
    let body = documents::create(&fed.app.links.activity(activity), &meetings::document(fed, found).await?);
    let inboxes = audience::followers(fed, collectivity.id).await?.all();
    let draft = Draft { kind: "Create", actor: &collectivity, object: id, public: true, body: body.clone(), id: activity };
    let mut parcels = vec![parcel(&draft, inboxes, now)];
    if let Some((group, _)) = &found.within {
        parcels.extend(passed_on(fed, group, (id, &fed.app.links.object(id.0)), Some(&body), (true, line.at.0)).await?);
    }
    Ok(parcels)
}

/// What changed goes wherever the meeting went.
async fn changed(fed: &Federation, found: &Found, line: &Line) -> Result<Vec<Parcel>, Error> {
    let (id, now) = (found.row.id, fed.app.now());
    let collectivity = objects::collectivity(fed).await?;
    let activity = fed.app.new_id::<uuid::Uuid>();
    let body = documents::update(&fed.app.links.activity(activity), &meetings::document(fed, found).await?, line.at.0);
    let mut inboxes = audience::reached(fed, id).await?.and(audience::followers(fed, collectivity.id).await?.all());
    let mut parcels = Vec::new();
    if let Some((group, _)) = &found.within {
        let (threads, _) = audience::followers(fed, group.id).await?.split();
        inboxes.remove(&threads);
        let announce = fed.app.new_id::<uuid::Uuid>();
        let uri = actors::uri_of(fed, group);
        let passed = documents::announce_activity(&fed.app.links.activity(announce), &uri, &body, line.at.0);
        parcels.push(parcel(&Draft { kind: "Announce", actor: group, object: id, public: true, body: passed, id: announce }, threads, now));
    }
    let draft = Draft { kind: "Update", actor: &collectivity, object: id, public: true, body, id: activity };
    parcels.insert(0, parcel(&draft, inboxes, now));
    Ok(parcels)
}

/// Who asked for a place with a `Join` hears that they have it, or have it no more. Who waits is told so in a message.
async fn answered(fed: &Federation, registration: Uid, line: &Line) -> Result<Vec<Parcel>, Error> {
    let accepted = match line.detail.as_deref().and_then(PlaceState::parse) {
        Some(PlaceState::Registered) => true,
        Some(PlaceState::Cancelled) => false,
        Some(PlaceState::Asked | PlaceState::Waiting | PlaceState::Attended) | None => return Ok(Vec::new()),
    };
    let read = fed.app.store.read(move |db| {
        let Some(row) = store::registrations::find(db, registration)? else { return Ok(None) };
        let uri = row.actor_id.map(|actor| store::remote_actors::uri_of(db, actor)).transpose()?.flatten();
        Ok::<_, store::Error>(Some((row, uri)))
    });
    let Some((row, Some(uri))) = read.await? else { return Ok(Vec::new()) };
    let (Some(join), Some(actor)) = (row.activity, row.actor_id) else { return Ok(Vec::new()) };
    let collectivity = objects::collectivity(fed).await?;
    let request = json!({ "type": "Join", "id": join, "actor": uri, "object": fed.app.links.object(row.meeting_id.0) });
    let (activity, own) = (fed.app.new_id::<uuid::Uuid>(), actors::uri_of(fed, &collectivity));
    let name = fed.app.links.activity(activity);
    let (kind, body) =
        if accepted { ("Accept", documents::accept(&name, &own, &request)) } else { ("Reject", documents::reject(&name, &own, &request)) };
    let inboxes = audience::of(fed, actor, collectivity.id).await?;
    // About nobody but whom it goes to, in the order of what else they are told.
    let draft = Draft { kind, actor: &collectivity, object: actor, public: false, body, id: activity };
    Ok(vec![parcel(&draft, inboxes, fed.app.now())])
}

/// Somebody of another server is told of their place, as people of here are by a letter: to them alone, and only while it is so.
async fn messaged(fed: &Federation, registration: Uid, line: &Line) -> Result<Vec<Parcel>, Error> {
    let Some(letter) = line.detail.as_deref() else { return Ok(Vec::new()) };
    let read = fed.app.store.read(move |db| {
        let Some(row) = store::registrations::find(db, registration)? else { return Ok(None) };
        let reader = row.actor_id.map(|actor| store::actors::find(db, actor)).transpose()?.flatten();
        Ok::<_, store::Error>(reader.map(|reader| (row, reader)))
    });
    let Some((row, reader)) = read.await?.filter(|(_, reader)| reader.uri.is_some()) else { return Ok(Vec::new()) };
    let Some(found) = meetings::find(fed, row.meeting_id).await? else { return Ok(Vec::new()) };
    if !found.leaves()? || !actions::meetings::is_still_meant(letter, &found.row, &row, fed.app.now())? {
        return Ok(Vec::new());
    }
    let words = words(fed, letter, (&found.row, &row)).await?;
    Ok(vec![messages::to(fed, &reader, (&row.lang, words)).await?])
}

/// What they are told, in Markdown: with the code for the desk as long as the meeting is held, and the page of their place.
async fn words(fed: &Federation, letter: &str, (meeting, row): (&Meeting, &Registration)) -> Result<String, Error> {
    let say = |phrase: Phrase<'_>| as_markdown(&(fed.wording)(&row.lang, phrase));
    let instance = fed.app.instance().await?;
    let told = say(Phrase::Meeting(OfMeeting {
        letter,
        title: &meeting.title,
        begins: meeting.begins_at.0,
        zone: &instance.time_zone,
        venue: &meeting.venue,
        reason: &meeting.cancel_reason,
    }));
    let code = if meeting.terms()?.state == MeetingState::Cancelled || row.state()? == PlaceState::Waiting {
        String::new()
    } else {
        format!("{}\n\n", say(Phrase::MeetingCode(&grouped(&row.code))))
    };
    Ok(format!("{told}\n\n{code}{} <{}>", say(Phrase::MeetingPage), actions::meetings::own_page(&fed.app, row).await?))
}
