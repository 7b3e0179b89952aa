//! What people of other servers are told of their place at a meeting, in messages that nobody else reads.

use actions::meetings::{self, Desk, MeetingForm};
use domain::id::MeetingId;
use domain::letter_code::grouped;
use domain::personal::DataClass;
use jiff::{SignedDuration, ToSpan};
use rig::home::{Home, Manner};
use rig::{Town, on_both_databases};
use serde_json::{Value, json};
use store::Uid;
use store::activities::MESSAGE;

use crate::effects::scene::{PUBLIC, Scene, activity_at, sent};
use crate::fediverse_sign_in::guest;
use crate::meetings_abroad::{joins, published};

/// What was told to somebody of the other server, oldest first: the notes.
fn messages(scene: &Scene, name: &str) -> Vec<Value> {
    let href = scene.far.at(&format!("/users/{name}"));
    sent(&scene.far, "Create")
        .into_iter()
        .filter(|activity| activity["to"] == json!([href]))
        .map(|activity| activity["object"].clone())
        .collect()
}

/// The last of them, as it is read.
fn last(scene: &Scene, name: &str, count: usize) -> String {
    let all = messages(scene, name);
    assert_eq!(all.len(), count, "{all:?}");
    all[count - 1]["content"].as_str().unwrap().to_owned()
}

/// The code of whoever stands there.
async fn code(scene: &Scene, id: MeetingId, place: usize) -> String {
    let rows = scene.town.app.store.read(move |db| store::registrations::page(db, Uid::of(id), 0, 50)).await.unwrap().0;
    rows[place].row.code.clone()
}

/// The classes under which the ledger has what somebody of the other server was told.
async fn classes(scene: &Scene, name: &str) -> Vec<String> {
    let uri = scene.far.at(&format!("/users/{name}"));
    let read = scene.town.app.store.read(move |db| {
        let actor = store::remote_actors::by_uri(db, &uri)?.unwrap();
        store::ledger::of_object(db, actor, 10, 0)
    });
    read.await.unwrap().0.into_iter().map(|row| row.class).collect()
}

/// The same meeting two days later, in another room.
async fn moved(scene: &Scene, id: MeetingId, days: i64) {
    let app = &scene.town.app;
    let row = app.store.read(move |db| store::meetings::find(db, Uid::of(id))).await.unwrap().unwrap();
    let begins = row.begins_at.0.to_zoned(app.time_zone().await.unwrap()).date() + days.days();
    let form = MeetingForm {
        title: row.title,
        kind: "in_person".into(),
        venue: "Salle *Gerson*".into(),
        begins_at: format!("{begins}T18:30"),
        ends_at: format!("{begins}T20:30"),
        by_registration: true,
        places: "1".into(),
        ..MeetingForm::default()
    };
    meetings::edit(app, Town::machine(), id, row.sequence, &form).await.unwrap();
    scene.settle().await;
}

on_both_databases! {
    async fn who_came_from_elsewhere_is_told_what_people_of_here_are(town: Town) {
        let scene = Scene::set(town).await;
        let id = published(&scene, Some("parc"), "1").await;
        joins(&scene, "bo", id).await;
        let bo = code(&scene, id, 0).await;
        let said = last(&scene, "bo", 1);
        assert!(said.contains("Vous êtes inscrit") && said.contains("Atelier du parc") && said.contains(&grouped(&bo)), "{said}");
        assert!(said.contains(&scene.town.app.links.absolute(&format!("/meetings/{id}/r/"))), "{said}");
        joins(&scene, "cai", id).await;
        let (cai, said) = (code(&scene, id, 1).await, last(&scene, "cai", 1));
        assert!(said.contains("liste d’attente") && !said.contains(&grouped(&cai)), "{said}");

        // Bo leaves: nothing more for Bo, a place and a code for Cai.
        let leave = scene.activity("bo", "Leave", "leave-bo", scene.town.app.links.object(id));
        assert_eq!(scene.post(&scene.far.person("bo"), &leave).await, 202);
        scene.settle().await;
        let said = last(&scene, "cai", 2);
        assert!(said.contains("Bonne nouvelle") && said.contains(&grouped(&cai)), "{said}");

        // Another time, another place: told once, its words as they are.
        moved(&scene, id, 2).await;
        let said = last(&scene, "cai", 3);
        assert!(said.contains("a changé") && said.contains("Salle *Gerson*") && said.contains(&grouped(&cai)), "{said}");
        meetings::write_to_all(&scene.town.app, id, false).await.unwrap();
        scene.settle().await;

        // The day before, when people of here are reminded.
        scene.town.wait(SignedDuration::from_hours(10 * 24));
        scene.settle().await;
        assert_eq!(messages(&scene, "cai").len(), 3);
        scene.town.wait(SignedDuration::from_hours(40));
        scene.settle().await;
        let said = last(&scene, "cai", 4);
        assert!(said.contains("Pensez à votre code") && said.contains(&grouped(&cai)), "{said}");
        meetings::write_to_all(&scene.town.app, id, true).await.unwrap();
        scene.settle().await;
        assert_eq!(messages(&scene, "cai").len(), 4);

        // At the desk the agent reads who they are, and their code works.
        let mut agent = scene.town.somebody("Agent", domain::actor::Role::Agent).await;
        let list = agent.see(&format!("/admin/meetings/{id}/registered")).await;
        list.says(&format!("@cai@{}", scene.host())).says(&grouped(&cai));
        meetings::cancel(&scene.town.app, Town::machine(), id, "La salle est <b>inondée</b>.").await.unwrap();
        scene.settle().await;
        let said = last(&scene, "cai", 5);
        assert!(said.contains("n’aura pas lieu") && said.contains("&lt;b&gt;inondée") && !said.contains(&grouped(&cai)), "{said}");
        assert_eq!(messages(&scene, "bo").len(), 1, "who left hears nothing more");
    }
}

on_both_databases! {
    async fn the_code_of_a_message_opens_the_desk(town: Town) {
        let scene = Scene::set(town).await;
        let id = published(&scene, None, "").await;
        joins(&scene, "bo", id).await;
        let said = last(&scene, "bo", 1);
        let is_code = |word: &&str| word.len() == 9 && domain::letter_code::parse(word).is_some();
        let typed = said.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').find(is_code).unwrap_or_default().to_owned();
        scene.town.wait(SignedDuration::from_hours(10 * 24));
        assert_eq!(meetings::attend(&scene.town.app, Town::machine(), id, &typed).await.unwrap(), Desk::Welcome, "{said}");
        assert_eq!(meetings::attend(&scene.town.app, Town::machine(), id, &typed).await.unwrap(), Desk::Again);
        // Who is there needs no reminder.
        scene.settle().await;
        assert_eq!(messages(&scene, "bo").len(), 1);
    }
}

on_both_databases! {
    async fn a_message_is_read_by_nobody_else(town: Town) {
        let scene = Scene::set(town).await;
        let watcher = scene.follower(&scene.far, "watcher", "mastodon").await;
        drop(watcher);
        let id = published(&scene, Some("parc"), "").await;
        joins(&scene, "bo", id).await;
        let code = grouped(&code(&scene, id, 0).await);
        let wrapped: Vec<Value> = scene.far.received().into_iter().filter(|activity| activity.to_string().contains(&code)).collect();
        assert_eq!(wrapped.len(), 1, "{wrapped:?}");
        let bo = scene.far.at("/users/bo");
        for said in [&wrapped[0], &wrapped[0]["object"]] {
            assert_eq!((&said["to"], &said["cc"]), (&json!([bo]), &json!([])), "{said}");
            assert!(!said.to_string().contains(PUBLIC) && !said.to_string().contains("followers"), "{said}");
        }
        assert_eq!(wrapped[0]["object"]["tag"], json!([{ "type": "Mention", "name": format!("@bo@{}", scene.host()), "href": bo }]));
        for address in [&wrapped[0]["id"], &wrapped[0]["object"]["id"]] {
            let path = address.as_str().unwrap().strip_prefix(scene.town.app.links.origin()).unwrap().to_owned();
            assert_eq!(activity_at(&scene.town, &path).await.status, 404, "{path}");
        }
        for path in ["/actors/collectivite/outbox", "/actors/collectivite/outbox?page=1", "/actors/parc/outbox?page=1", "/calendar.ics", "/departures"] {
            let shown = activity_at(&scene.town, path).await;
            assert!(!shown.body.contains(&code), "{path}");
        }

        // It stands in the ledger, as what it is, and its words go when it is not tried any more.
        let (app, uri) = (&scene.town.app, bo.clone());
        assert_eq!(classes(&scene, "bo").await, [DataClass::Own.code()]);
        let body = || {
            let (uri, by) = (uri.clone(), app.instance());
            async move {
                let by = by.await.unwrap().collectivity_id;
                let read = app.store.read(move |db| {
                    let actor = store::remote_actors::by_uri(db, &uri)?.unwrap();
                    store::activities::latest(db, by, actor, MESSAGE)
                });
                read.await.unwrap().unwrap()
            }
        };
        assert!(body().await.contains(&code));
        scene.town.wait(SignedDuration::from_hours(14 * 24));
        actions::jobs::sweep(app).await.unwrap();
        assert!(body().await.contains(&code), "it may still be on its way");
        scene.town.wait(SignedDuration::from_hours(2 * 24));
        actions::jobs::sweep(app).await.unwrap();
        assert_eq!(body().await, "{}");
    }
}

on_both_databases! {
    async fn what_stays_here_and_who_shut_the_door_hear_nothing(town: Town) {
        let scene = Scene::set(town).await;
        let id = published(&scene, Some("parc"), "").await;
        let (bo, _) = joins(&scene, "bo", id).await;
        let (cai, _) = joins(&scene, "cai", id).await;
        let block = scene.activity("cai", "Block", "block-cai", scene.town.app.links.actor("collectivite"));
        assert_eq!(scene.post(&cai, &block).await, 202);
        moved(&scene, id, 2).await;
        assert_eq!((messages(&scene, "bo").len(), messages(&scene, "cai").len()), (2, 1), "who wants nothing of us gets nothing");
        actions::consultations::set_reach(&scene.town.app, Town::machine(), "parc", domain::reach::Reach::Here).await.unwrap();
        moved(&scene, id, 1).await;
        assert_eq!(messages(&scene, "bo").len(), 2);
        drop(bo);
    }
}

on_both_databases! {
    async fn somebody_who_signed_in_with_an_account_of_elsewhere_is_told_there(town: Town) {
        let scene = Scene::set(town).await;
        let home = Home::start(Manner::Usual).await;
        let id = published(&scene, Some("parc"), "").await;
        let mut bo = guest(&scene.town, &home, "bo").await;
        let page = format!("/meetings/{id}");
        assert_eq!(bo.post(&page, &page, &[]).await.status, 303);
        scene.settle().await;
        let (app, uri) = (&scene.town.app, home.account("bo"));
        let by = app.instance().await.unwrap().collectivity_id;
        let read = app.store.read(move |db| {
            let actor = store::remote_actors::by_uri(db, &uri)?.unwrap();
            store::activities::latest(db, by, actor, MESSAGE)
        });
        let said = read.await.unwrap().expect("a message");
        assert!(said.contains("Vous êtes inscrit") && said.contains(&home.account("bo")), "{said}");
    }
}
