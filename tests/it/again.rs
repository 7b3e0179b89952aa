//! What is done, taken back and done again, whatever ids each program gives to it.

use domain::id::ContributionId;
use rig::{Town, on_both_databases};
use serde_json::{Value, json};
use store::Uid;

use crate::effects::scene::{Scene, sent};

fn follow(scene: &Scene, id: &str) -> Value {
    json!({
        "@context": "https://www.w3.org/ns/activitystreams", "type": "Follow", "id": scene.far.at(&format!("/follows/{id}")),
        "actor": scene.far.at("/users/bo"), "object": scene.group()
    })
}

fn like(scene: &Scene, id: &str) -> Value {
    json!({ "type": "Like", "id": scene.far.at(&format!("/likes/{id}")), "actor": scene.far.at("/users/bo"), "object": scene.object() })
}

async fn followers(scene: &Scene) -> i64 {
    let group = scene.town.app.store.read(|db| store::consultations::by_slug(db, "parc")).await.unwrap().unwrap().actor_id;
    scene.town.app.store.read(move |db| store::follows::count(db, group)).await.unwrap()
}

on_both_databases! {
    async fn a_follow_that_has_one_id_for_ever_is_kept_each_time(town: Town) {
        // Misskey and PeerTube: the same follow, and the same end of it, have the same ids each time.
        let scene = Scene::set(town).await;
        let bo = scene.far.person("bo");
        let (asked, ended) = (follow(&scene, "1"), scene.activity("bo", "Undo", "undo-1", follow(&scene, "1")));
        for _twice in 0..2 {
            assert_eq!(scene.post(&bo, &asked).await, 202);
            assert_eq!(followers(&scene).await, 1);
            assert_eq!(scene.post(&bo, &asked).await, 202, "asked twice in a row");
            assert_eq!(followers(&scene).await, 1);
            assert_eq!(scene.post(&bo, &ended).await, 202);
            assert_eq!(followers(&scene).await, 0);
            assert_eq!(scene.post(&bo, &ended).await, 202, "ended twice in a row");
            assert_eq!(followers(&scene).await, 0);
        }
        scene.settle().await;
        assert_eq!(sent(&scene.far, "Accept").len(), 4, "each time it is asked");
    }
}

on_both_databases! {
    async fn what_is_taken_back_under_an_id_that_never_came_is_taken_back(town: Town) {
        // Lemmy repeats the act inside its Undo under a new id.
        let scene = Scene::set(town).await;
        let bo = scene.far.person("bo");
        assert_eq!(scene.post(&bo, &like(&scene, "a")).await, 202);
        assert_eq!(scene.counts().await, (1, 0));
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Undo", "undo-1", like(&scene, "b"))).await, 202);
        assert_eq!(scene.counts().await, (0, 0));
        assert_eq!(scene.post(&bo, &follow(&scene, "a")).await, 202);
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Undo", "undo-2", follow(&scene, "b"))).await, 202);
        assert_eq!(followers(&scene).await, 0);
        // Somebody else takes nothing of theirs back.
        let eve = scene.far.person("eve");
        assert_eq!(scene.post(&bo, &like(&scene, "c")).await, 202);
        let mut other = like(&scene, "d");
        other["actor"] = json!(scene.far.at("/users/eve"));
        assert_eq!(scene.post(&eve, &scene.activity("eve", "Undo", "undo-3", other)).await, 202);
        assert_eq!(scene.counts().await, (1, 0));
    }
}

on_both_databases! {
    async fn an_end_that_comes_before_its_beginning_ends_only_that(town: Town) {
        // The second support came first, then the end of the first one, then the first one itself: the second stands, as in the right order.
        let scene = Scene::set(town).await;
        let bo = scene.far.person("bo");
        for said in [like(&scene, "2"), scene.activity("bo", "Undo", "undo-1", like(&scene, "1")), like(&scene, "1")] {
            assert_eq!(scene.post(&bo, &said).await, 202);
        }
        assert_eq!(scene.counts().await, (1, 0));
        for said in [follow(&scene, "2"), scene.activity("bo", "Undo", "undo-f", follow(&scene, "1")), follow(&scene, "1")] {
            assert_eq!(scene.post(&bo, &said).await, 202);
        }
        assert_eq!(followers(&scene).await, 1);
    }
}

on_both_databases! {
    async fn each_support_of_ours_has_a_name_of_its_own(town: Town) {
        let scene = Scene::set(town).await;
        let bo = scene.far.person("bo");
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Create", "create-1", scene.note("bo", "1", "Una fuente"))).await, 202);
        let reply: ContributionId = scene.contribution(scene.far.at("/notes/1")).await.unwrap().id.to();
        scene.town.agrees(scene.ana, "Ana").await;
        for _twice in 0..2 {
            actions::contributions::support(&scene.town.app, scene.ana, reply).await.unwrap();
            scene.settle().await;
            scene.town.wait(jiff::SignedDuration::from_secs(1));
            actions::contributions::take_back_support(&scene.town.app, scene.ana, reply).await.unwrap();
            scene.settle().await;
            scene.town.wait(jiff::SignedDuration::from_secs(1));
        }
        actions::contributions::support(&scene.town.app, scene.ana, reply).await.unwrap();
        scene.settle().await;
        let likes: Vec<Value> = sent(&scene.far, "Like").into_iter().map(|like| like["id"].clone()).collect();
        let undone: Vec<Value> = sent(&scene.far, "Undo").into_iter().map(|undo| undo["object"]["id"].clone()).collect();
        assert_eq!(likes.len(), 3);
        assert!(likes[0] != likes[1] && likes[1] != likes[2] && likes[0] != likes[2], "{likes:?}");
        assert_eq!(undone, likes[..2]);
    }
}

on_both_databases! {
    async fn the_end_of_a_follow_names_the_follow_that_was_sent(town: Town) {
        let scene = Scene::set(town).await;
        let ours = scene.town.app.instance().await.unwrap().collectivity_id;
        for _twice in 0..2 {
            let (bo, _) = scene.follows("bo").await;
            scene.town.wait(jiff::SignedDuration::from_secs(1));
            actions::abroad::stop(&scene.town.app, Town::machine(), ours.to(), bo.to()).await.unwrap();
            scene.settle().await;
            let asked = sent(&scene.far, "Follow").pop().unwrap();
            let ended = sent(&scene.far, "Undo").pop().unwrap();
            assert_eq!(ended["object"]["id"], asked["id"]);
            assert_eq!(ended["object"]["object"], asked["object"]);
        }
        assert_eq!(sent(&scene.far, "Undo").len(), 2);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_parvis_loses_a_follower_when_it_is_told() {
    for (commune, region) in crate::two_towns::both().await {
        crate::two_towns::neighbours(&commune, &region).await;
        let group = commune.app.store.read(|db| store::consultations::by_slug(db, "parc")).await.unwrap().unwrap().actor_id;
        let count = || commune.app.store.read(move |db| store::follows::count(db, group));
        assert_eq!(count().await.unwrap(), 1);
        let ours = region.app.instance().await.unwrap().collectivity_id;
        let uri = commune.app.links.actor("parc");
        let parc: Uid = region.app.store.read(move |db| store::remote_actors::by_uri(db, &uri)).await.unwrap().unwrap();
        actions::abroad::stop(&region.app, Town::machine(), ours.to(), parc.to()).await.unwrap();
        Town::settle(&[&region, &commune]).await;
        assert_eq!(count().await.unwrap(), 0);
    }
}
