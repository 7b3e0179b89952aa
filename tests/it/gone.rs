//! What is gone leaves nothing behind at the door to other servers: not a name, not what stood under it.

use domain::actor::Viewer;
use domain::answer::AnswerState;
use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::ContributionId;
use domain::lang::Lang;
use domain::moderation::Reason;
use rig::{Stranger, Town, on_both_databases};
use serde_json::Value;

use crate::effects::scene::{Scene, activity_at, propose, sent};

async fn reply(town: &Town, by: Viewer, to: ContributionId, body: &str) -> ContributionId {
    let draft = Draft::parse(Kind::Reply, &RawDraft { body, ..RawDraft::default() }).unwrap();
    actions::contributions::reply(&town.app, by, to, draft, Lang::Fr).await.unwrap()
}

async fn answer(town: &Town, to: ContributionId) {
    let text = "La fontaine sera posée en juin, merci de votre idée.";
    actions::office::answer(&town.app, Town::machine(), to, AnswerState::Accepted, text, "Le maire").await.unwrap();
}

/// Everything that anybody may read of what this server was sent, and the outboxes of the group and the collectivity.
async fn readable(town: &Town, server: &Stranger) -> Vec<(String, String)> {
    let mut paths: Vec<String> = ["parc", "collectivite"].iter().map(|name| format!("/actors/{name}/outbox")).collect();
    fn ids(said: &Value, into: &mut Vec<String>) {
        match said {
            Value::Object(fields) => {
                into.extend(fields.get("id").and_then(Value::as_str).map(str::to_owned));
                fields.values().for_each(|value| ids(value, into));
            }
            Value::Array(items) => items.iter().for_each(|item| ids(item, into)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut said = Vec::new();
    server.received().iter().for_each(|activity| ids(activity, &mut said));
    let origin = town.app.links.origin();
    paths.extend(said.iter().filter_map(|id| id.strip_prefix(origin)).map(|path| path.split('#').next().unwrap().to_owned()));
    paths.sort();
    paths.dedup();
    let mut read = Vec::new();
    for path in paths {
        let answer = activity_at(town, &path).await;
        read.push((path, answer.body));
    }
    read
}

/// Ana, named, proposes a fountain; Zoé, named too, replies; the collectivity answers. A server that reads threads follows.
async fn fountain(town: Town) -> (Scene, Stranger, Viewer, [ContributionId; 2]) {
    let scene = Scene::set(town).await;
    let lemmy = Stranger::start().await;
    scene.follower(&lemmy, "forum", "lemmy").await;
    scene.town.citizen("Zoé").await;
    let zoe = scene.town.viewer("zo@example.org").await;
    scene.town.agrees(scene.ana, "Ana Quetzal").await;
    scene.town.agrees(zoe, "Zoé").await;
    let named = propose(&scene.town, scene.ana, "Une fontaine").await;
    scene.settle().await;
    let below = reply(&scene.town, zoe, named, "De l’eau fraîche, enfin.").await;
    scene.settle().await;
    answer(&scene.town, named).await;
    scene.settle().await;
    (scene, lemmy, zoe, [named, below])
}

on_both_databases! {
    async fn what_an_erased_person_leaves_without_a_name_names_them_nowhere(town: Town) {
        let (scene, lemmy, _, [named, _]) = Box::pin(fountain(town)).await;
        let create = sent(&lemmy, "Announce").into_iter().find(|announce| announce["object"]["object"]["name"] == "Une fontaine").unwrap();
        let uri = create["object"]["actor"].as_str().unwrap().to_owned();
        let handle = uri.rsplit('/').next().unwrap().to_owned();
        assert!(readable(&scene.town, &lemmy).await.iter().any(|(_, body)| body.contains(&uri)), "before");
        actions::accounts::erase(&scene.town.app, scene.ana, "ana@example.org", actions::accounts::Remains::Keep).await.unwrap();
        let path = format!("/objects/{named}");
        let at_once = activity_at(&scene.town, &path).await;
        assert_eq!(at_once.status, 410);
        scene.settle().await;
        for (path, body) in readable(&scene.town, &lemmy).await {
            assert!(!body.contains(&format!("/actors/{handle}")) && !body.contains(&format!("@{handle}")) && !body.contains("Quetzal"), "{path}: {body}");
        }
        let deleted: Vec<Value> = sent(&lemmy, "Announce").into_iter().filter(|announce| announce["object"]["type"] == "Delete").collect();
        assert!(deleted.iter().any(|announce| announce["object"]["object"]["id"] == scene.town.app.links.object(named)), "{deleted:?}");
        assert!(sent(&lemmy, "Delete").iter().any(|delete| delete["object"] == uri.as_str()), "the account");
        // Here it stays, without a name.
        scene.town.visitor().see(&format!("/c/parc/p/{named}")).await.says("Une fontaine").keeps_quiet_about("Quetzal");
    }
}

on_both_databases! {
    async fn what_stands_under_what_is_hidden_goes_and_comes_back_with_it(town: Town) {
        let (scene, lemmy, _, [named, below]) = Box::pin(fountain(town)).await;
        let links = &scene.town.app.links;
        let article = sent(&lemmy, "Announce").into_iter().find(|announce| announce["object"]["object"]["type"] == "Article").unwrap();
        let article = article["object"]["object"]["id"].as_str().unwrap().to_owned();
        let told = [links.object(named), links.object(below), article.clone()];
        let deletions = |server: &Stranger| -> Vec<Value> {
            let announced = sent(server, "Announce").into_iter().map(|announce| announce["object"].clone());
            announced.filter(|inner| inner["type"] == "Delete").map(|inner| inner["object"]["id"].clone()).collect()
        };
        for hidden in [true, false] {
            let before = deletions(&lemmy).len();
            if hidden {
                actions::office::hide(&scene.town.app, Town::machine(), named, Reason::OffTopic, "Ce n'est pas le sujet ici.").await.unwrap();
            } else {
                actions::contributions::withdraw(&scene.town.app, scene.ana, named).await.unwrap();
            }
            scene.settle().await;
            let gone = deletions(&lemmy).split_off(before);
            for id in &told {
                assert!(gone.iter().any(|deleted| deleted == id.as_str()), "{id} in {gone:?}");
            }
            for (path, body) in readable(&scene.town, &lemmy).await {
                for words in ["fontaine", "fraîche", "posée en juin"] {
                    assert!(!body.contains(words), "{path}: {body}");
                }
            }
            for id in &told {
                assert_eq!(activity_at(&scene.town, id.strip_prefix(links.origin()).unwrap()).await.status, 410);
            }
            if hidden {
                let before = lemmy.received().len();
                actions::office::restore(&scene.town.app, Town::machine(), named).await.unwrap();
                scene.settle().await;
                let again: Vec<Value> = lemmy.received().split_off(before).into_iter().map(|announce| announce["object"]["object"]["id"].clone()).collect();
                for id in &told {
                    assert!(again.iter().any(|shown| shown == id.as_str()), "{id} in {again:?}");
                }
                let outbox = activity_at(&scene.town, "/actors/parc/outbox").await.body;
                assert!(outbox.contains("fontaine") && outbox.contains("fraîche") && outbox.contains("posée en juin"), "{outbox}");
                assert!(sent(&lemmy, "Undo").iter().all(|undo| undo["object"]["id"].is_string()), "no empty Undo");
            }
        }
    }
}

on_both_databases! {
    async fn who_agrees_later_is_not_named_beside_what_left_without_their_name(town: Town) {
        let scene = Scene::set(town).await;
        let lemmy = Stranger::start().await;
        scene.follower(&lemmy, "forum", "lemmy").await;
        let older = propose(&scene.town, scene.ana, "Une fontaine").await;
        scene.settle().await;
        scene.town.agrees(scene.ana, "Ana Quetzal").await;
        scene.town.citizen("Zoé").await;
        let zoe = scene.town.viewer("zo@example.org").await;
        let below = reply(&scene.town, zoe, older, "De l’eau fraîche, enfin.").await;
        answer(&scene.town, older).await;
        scene.settle().await;
        let account = scene.town.app.store.read(|db| store::accounts::by_email(db, "ana@example.org")).await.unwrap().unwrap();
        let handle = scene.town.app.store.read(move |db| store::actors::find(db, account.actor_id)).await.unwrap().unwrap().username;
        let announced = sent(&lemmy, "Announce");
        assert!(announced.iter().any(|announce| announce["object"]["object"]["id"] == scene.town.app.links.object(below)));
        assert!(announced.iter().any(|announce| announce["object"]["object"]["type"] == "Article"));
        for said in lemmy.received().iter().map(ToString::to_string).chain(readable(&scene.town, &lemmy).await.into_iter().map(|(_, body)| body)) {
            assert!(!said.contains(&format!("@{handle}@")) && !said.contains(&format!("/actors/{handle}\"")), "{said}");
        }
        // What is new leaves under her name, and whoever answers it speaks to her.
        let newer = propose(&scene.town, scene.ana, "Un abri").await;
        scene.settle().await;
        let beside = reply(&scene.town, zoe, newer, "Contre la pluie aussi.").await;
        scene.settle().await;
        let said = sent(&lemmy, "Announce").into_iter().find(|announce| announce["object"]["object"]["id"] == scene.town.app.links.object(beside));
        assert!(said.unwrap().to_string().contains(&format!("@{handle}@")));
    }
}
