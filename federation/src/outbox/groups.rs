//! What the followers of groups of reports are told: a report that is made, where it stands, that it is gone; and of the groups themselves.

use std::collections::HashSet;

use actions::abroad::{Order, Parcel};
use serde_json::Value;
use store::Uid;
use store::actors::Actor;
use store::journal::Line;

use super::passing::handed_on;
use super::people::{account_erased, profile_parcel};
use super::{Draft, News, contribution_of, parcel};
use crate::audience;
use crate::service::{Error, Federation};
use crate::street::{self, Found};
use crate::{actors, documents, objects};

/// Most groups that pass one report on.
const GROUPS_MAX: i64 = 500;

/// A report changed: what others are told follows from whether everybody sees it now, and from what they were told before.
pub(super) async fn changed(fed: &Federation, line: &Line) -> Result<News, Error> {
    let nothing = (Vec::new(), Order::Keep);
    let Some(found) = street::find(fed, Some(contribution_of(line)?), None).await? else { return Ok(nothing) };
    match (found.is_shown(), street::is_out(fed, &found).await?) {
        (true, false) => Ok((made(fed, &found, line).await?, Order::Keep)),
        (true, true) => Ok((moved(fed, &found, line).await?, Order::Keep)),
        (false, true) => Ok((gone(fed, &found, line).await?, Order::Conceal(vec![found.object]))),
        (false, false) => Ok(nothing),
    }
}

/// It is new to others: each group passes it on, each follower hears of it once.
async fn made(fed: &Federation, found: &Found, line: &Line) -> Result<Vec<Parcel>, Error> {
    if found.groups.is_empty() {
        return Ok(Vec::new());
    }
    let (object, collectivity) = (street::document(fed, found).await?, objects::collectivity(fed).await?);
    let activity = fed.app.new_id::<uuid::Uuid>();
    let body = documents::create(&fed.app.links.activity(activity), &object);
    let draft = Draft { kind: "Create", actor: &collectivity, object: found.object, public: true, body: body.clone(), id: activity };
    let mut parcels = vec![parcel(&draft, audience::Inboxes::default(), fed.app.now())];
    parcels.extend(passed(fed, found, &found.groups, &body, (&mut HashSet::new(), line)).await?);
    Ok(parcels)
}

async fn passed(
    fed: &Federation,
    found: &Found,
    groups: &[Actor],
    body: &Value,
    (heard, line): (&mut HashSet<Uid>, &Line),
) -> Result<Vec<Parcel>, Error> {
    let (mut parcels, address) = (Vec::new(), fed.app.links.object(found.object.0));
    for group in groups {
        let followers = audience::unheard(fed, group.id, heard).await?;
        parcels.extend(handed_on(fed, (group, followers), (found.object, &address), Some(body), (true, line.at.0)));
    }
    Ok(parcels)
}

/// The groups that passed it on.
async fn announcers(fed: &Federation, found: &Found) -> Result<Vec<Actor>, Error> {
    let object = found.object;
    let read = fed.app.store.read(move |db| {
        let mut groups = Vec::new();
        for id in store::activities::announcers(db, object, GROUPS_MAX)? {
            groups.extend(store::actors::find(db, id)?.filter(|actor| actor.erased_at.is_none()));
        }
        Ok::<_, store::Error>(groups)
    });
    Ok(read.await?)
}

/// It says something else now: wherever it went, and through the groups to those who read threads. A group that it belongs to since then passes it on.
async fn moved(fed: &Federation, found: &Found, line: &Line) -> Result<Vec<Parcel>, Error> {
    let (object, collectivity) = (street::document(fed, found).await?, objects::collectivity(fed).await?);
    let before = announcers(fed, found).await?;
    let (by, id) = (collectivity.id, found.object);
    let fresh: Vec<Actor> = found.groups.iter().filter(|group| before.iter().all(|known| known.id != group.id)).cloned().collect();
    let last = fed.app.store.read(move |db| store::activities::said_last(db, by, id)).await?;
    if fresh.is_empty() && last.is_some_and(|last| says_the_same(&last, &object)) {
        return Ok(Vec::new());
    }
    let (activity, now) = (fed.app.new_id::<uuid::Uuid>(), fed.app.now());
    let body = documents::update(&fed.app.links.activity(activity), &object, line.at.0);
    let (mut inboxes, mut heard, mut parcels) = (audience::reached(fed, id).await?, HashSet::new(), Vec::new());
    for group in &before {
        let (threads, _) = audience::unheard(fed, group.id, &mut heard).await?.split();
        inboxes.remove(&threads);
        let announce = fed.app.new_id::<uuid::Uuid>();
        let passed = documents::announce_activity(&fed.app.links.activity(announce), &actors::uri_of(fed, group), &body, line.at.0);
        parcels.push(parcel(&Draft { kind: "Announce", actor: group, object: id, public: true, body: passed, id: announce }, threads, now));
    }
    parcels.extend(passed(fed, found, &fresh, &body, (&mut heard, line)).await?);
    let draft = Draft { kind: "Update", actor: &collectivity, object: id, public: true, body, id: activity };
    parcels.insert(0, parcel(&draft, inboxes, now));
    Ok(parcels)
}

/// Whether an activity that was sent says of an object what it says now, the time of the change apart.
fn says_the_same(sent: &str, object: &Value) -> bool {
    let without = |value: &Value| {
        let mut fields = value.as_object().cloned().unwrap_or_default();
        fields.remove("updated");
        fields.remove("@context");
        fields
    };
    serde_json::from_str::<Value>(sent).is_ok_and(|sent| sent.get("object").is_some_and(|sent| without(sent) == without(object)))
}

/// It is not shown any more: it is deleted wherever it went.
async fn gone(fed: &Federation, found: &Found, line: &Line) -> Result<Vec<Parcel>, Error> {
    let (collectivity, id, now) = (objects::collectivity(fed).await?, found.object, fed.app.now());
    let activity = fed.app.new_id::<uuid::Uuid>();
    let tombstone = street::tombstone(fed, found);
    let body = documents::delete(&fed.app.links.activity(activity), &actors::uri_of(fed, &collectivity), &tombstone);
    let everywhere = audience::reached(fed, id).await?;
    let mut parcels = Vec::new();
    for group in announcers(fed, found).await? {
        let (threads, _) = audience::followers(fed, group.id).await?.split();
        let announce = fed.app.new_id::<uuid::Uuid>();
        let passed = documents::announce_activity(&fed.app.links.activity(announce), &actors::uri_of(fed, &group), &body, line.at.0);
        parcels.push(parcel(&Draft { kind: "Delete", actor: &group, object: id, public: true, body: passed, id: announce }, threads, now));
    }
    let draft = Draft { kind: "Delete", actor: &collectivity, object: id, public: true, body, id: activity };
    parcels.insert(0, parcel(&draft, everywhere, now));
    Ok(parcels)
}

/// A group has another name, or is gone with its part of the territory.
pub(super) async fn group_changed(fed: &Federation, line: &Line) -> Result<News, Error> {
    let Some(id) = line.subject_id else { return Ok((Vec::new(), Order::Keep)) };
    let Some(actor) = fed.app.store.read(move |db| store::actors::find(db, id)).await? else { return Ok((Vec::new(), Order::Keep)) };
    if actor.erased_at.is_some() {
        return account_erased(fed, line).await;
    }
    let told = profile_parcel(fed, &actor).await?;
    Ok((if told.inboxes.is_empty() { Vec::new() } else { vec![told] }, Order::Keep))
}
