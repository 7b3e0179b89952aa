//! What the followers of groups of reports are told: a report that is made, where it stands, that it is gone; and of the groups themselves.

use std::collections::HashSet;

use actions::abroad::{Order, Parcel};
use serde_json::Value;
use store::Uid;
use store::actors::Actor;
use store::journal::Line;

use super::passing::handed_on;
use super::people::{account_erased, profile_parcel};
use super::{Draft, News, contribution_of, messages, parcel};
use crate::audience;
use crate::service::{Error, Federation};
use crate::street::{self, Found, steps};
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
        (false, true) => gone(fed, &found, line).await,
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
    parcels.extend(passed(fed, found.object, &found.groups, &body, (&mut HashSet::new(), line)).await?);
    Ok(parcels)
}

async fn passed(
    fed: &Federation,
    object: Uid,
    groups: &[Actor],
    body: &Value,
    (heard, line): (&mut HashSet<Uid>, &Line),
) -> Result<Vec<Parcel>, Error> {
    let (mut parcels, address) = (Vec::new(), fed.app.links.object(object.0));
    for group in groups {
        let followers = audience::unheard(fed, group.id, heard).await?;
        parcels.extend(handed_on(fed, (group, followers), (object, &address), Some(body), (true, line.at.0)));
    }
    Ok(parcels)
}

/// The groups that passed it on.
async fn announcers(fed: &Federation, object: Uid) -> Result<Vec<Actor>, Error> {
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
    let before = announcers(fed, found.object).await?;
    let (by, id) = (collectivity.id, found.object);
    let fresh: Vec<Actor> = found.groups.iter().filter(|group| before.iter().all(|known| known.id != group.id)).cloned().collect();
    let last = fed.app.store.read(move |db| store::activities::said_last(db, by, id)).await?;
    let told = steps_said(fed, found, (&before, &fresh), line).await?;
    if fresh.is_empty() && last.is_some_and(|last| says_the_same(&last, &object)) {
        return Ok(told);
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
    parcels.extend(passed(fed, found.object, &fresh, &body, (&mut heard, line)).await?);
    let draft = Draft { kind: "Update", actor: &collectivity, object: id, public: true, body, id: activity };
    parcels.insert(0, parcel(&draft, inboxes, now));
    parcels.extend(told);
    Ok(parcels)
}

/// What was done with it since then, each once: whoever reads news is told of no change otherwise.
async fn steps_said(fed: &Federation, found: &Found, groups: (&[Actor], &[Actor]), line: &Line) -> Result<Vec<Parcel>, Error> {
    let groups: Vec<Actor> = groups.0.iter().chain(groups.1).cloned().collect();
    let (news, said) = steps::told(fed, found.report.id).await?;
    let (collectivity, mut parcels) = (objects::collectivity(fed).await?, Vec::new());
    for step in news.iter().filter(|step| step.at >= line.at && !said.contains_key(&step.id)) {
        let activity = fed.app.new_id::<uuid::Uuid>();
        let body = documents::create(&fed.app.links.activity(activity), &steps::document(fed, found, step).await?);
        let draft = Draft { kind: "Create", actor: &collectivity, object: step.id, public: true, body: body.clone(), id: activity };
        parcels.push(parcel(&draft, audience::Inboxes::default(), fed.app.now()));
        parcels.extend(passed(fed, step.id, &groups, &body, (&mut HashSet::new(), line)).await?);
    }
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

/// It is not shown any more: it is deleted wherever it went, and what was said of it.
async fn gone(fed: &Federation, found: &Found, line: &Line) -> Result<News, Error> {
    let mut parcels = taken_back(fed, found.object, &street::tombstone(fed, found, (found.object, street::REPORT)), line).await?;
    let (_, said) = steps::told(fed, found.report.id).await?;
    let mut objects = vec![found.object];
    for (step, is_out) in said {
        if is_out {
            parcels.extend(taken_back(fed, step, &street::tombstone(fed, found, (step, street::STEP)), line).await?);
        }
        objects.push(step);
    }
    Ok((parcels, Order::Conceal(objects)))
}

async fn taken_back(fed: &Federation, id: Uid, tombstone: &Value, line: &Line) -> Result<Vec<Parcel>, Error> {
    let (collectivity, now, activity) = (objects::collectivity(fed).await?, fed.app.now(), fed.app.new_id::<uuid::Uuid>());
    let body = documents::delete(&fed.app.links.activity(activity), &actors::uri_of(fed, &collectivity), tombstone);
    let everywhere = audience::reached(fed, id).await?;
    let draft = Draft { kind: "Delete", actor: &collectivity, object: id, public: true, body: body.clone(), id: activity };
    let mut parcels = vec![parcel(&draft, everywhere, now)];
    for group in announcers(fed, id).await? {
        let (threads, _) = audience::followers(fed, group.id).await?.split();
        let announce = fed.app.new_id::<uuid::Uuid>();
        let passed = documents::announce_activity(&fed.app.links.activity(announce), &actors::uri_of(fed, &group), &body, line.at.0);
        parcels.push(parcel(&Draft { kind: "Delete", actor: &group, object: id, public: true, body: passed, id: announce }, threads, now));
    }
    Ok(parcels)
}

/// Somebody of another server is told where the report stands that they made or follow, as people of here are by a letter.
pub(super) async fn messaged(fed: &Federation, line: &Line) -> Result<Vec<Parcel>, Error> {
    let (Some(letter), id) = (line.detail.as_deref(), contribution_of(line)?) else { return Ok(Vec::new()) };
    let Some(told) = actions::street::message(&fed.app, id, (letter, line.at)).await? else { return Ok(Vec::new()) };
    let reader = told.reader;
    let Some(reader) = fed.app.store.read(move |db| store::actors::find(db, reader)).await? else { return Ok(Vec::new()) };
    Ok(vec![messages::to(fed, &reader, (&told.lang, steps::message(fed, letter, &told)?)).await?])
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
