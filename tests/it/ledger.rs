//! The ledger: what left, where it went, what became of its recall; and what another instance signs once nothing is left there.

use crate::effects::scene::{Scene, propose, sent};
use crate::reach::{Three, each_database, host};
use crate::two_towns;
use domain::id::ContributionId;
use domain::reach::Reach;
use jiff::SignedDuration;
use rig::{Stranger, Town, on_both_databases};
use serde_json::json;
use store::Uid;

/// Where something went: the hosts with what is known of them.
async fn states(town: &Town, id: ContributionId) -> Vec<(String, String)> {
    let (rows, _) = town.app.store.read(move |db| store::ledger::of_object(db, Uid::of(id), 50, 0)).await.unwrap();
    rows.into_iter().map(|row| (row.host, row.state)).collect()
}

fn name(server: &Stranger) -> String {
    server.origin.trim_start_matches("http://").to_owned()
}

on_both_databases! {
    async fn an_author_reads_where_a_text_went_and_what_was_answered(town: Town) {
        let scene = Scene::set(town).await;
        let lemmy = Stranger::start().await;
        scene.follower(&lemmy, "forum", "lemmy").await;
        scene.town.agrees(scene.ana, "Ana Martin").await;
        let id = propose(&scene.town, scene.ana, "Une fontaine").await;
        let page = format!("/c/parc/p/{id}/departures");
        let mut ana = scene.browser.clone();
        ana.see(&page).await.says("Elle n’est allée nulle part");
        scene.settle().await;
        ana.see(&page).await.says(&name(&lemmy)).says("Reçue").says("avec votre nom, selon votre accord du 2 mars 2026");
        ana.see(&format!("/c/parc/p/{id}")).await.says("Où est-elle allée");
        let mut zoe = scene.town.citizen("Zoé").await;
        assert_eq!(zoe.get(&page).await.status, 404, "it is nobody else's business");
        actions::contributions::withdraw(&scene.town.app, scene.ana, id).await.unwrap();
        scene.settle().await;
        ana.see(&page).await.says("Accepté par le serveur, suppression non vérifiable").says("Nous ne pouvons pas vérifier qu’il efface");
        let mut officer = scene.town.somebody("Admin", domain::actor::Role::Administrator).await;
        officer.see("/admin/network/ledger").await.says(&name(&lemmy)).says("Contributions publiques");
        officer.see("/admin/network/recalls?state=accepted").await.says(&id.to_string());
        let file = officer.get("/admin/network/ledger.csv").await;
        let plain = file.body.replace('"', "");
        let line = plain.lines().find(|line| line.starts_with(&name(&lemmy)) && line.contains(";p1;")).unwrap().trim_end().to_owned();
        assert!(line.ends_with(";p1;1;0;1;0;0;0"), "{line}");
        let mut agent = scene.town.somebody("Agent", domain::actor::Role::Agent).await;
        assert_eq!(agent.get("/admin/network/ledger.csv").await.status, 403);
    }
}

on_both_databases! {
    async fn what_was_sent_and_not_taken_may_be_there_all_the_same(town: Town) {
        let scene = Scene::set(town).await;
        let lemmy = Stranger::start().await;
        scene.follower(&lemmy, "forum", "lemmy").await;
        lemmy.answer_inboxes_with(500);
        let id = propose(&scene.town, scene.ana, "Une fontaine").await;
        scene.settle().await;
        assert_eq!(states(&scene.town, id).await, [(name(&lemmy), "tried".to_owned())]);
        // It answers 500 for a month, also to the deletion, and then takes it.
        actions::contributions::withdraw(&scene.town.app, scene.ana, id).await.unwrap();
        for _ in 0..30 {
            scene.settle().await;
            assert_eq!(states(&scene.town, id).await, [(name(&lemmy), "pending".to_owned())]);
            scene.town.wait(SignedDuration::from_hours(27));
        }
        lemmy.answer_inboxes_with(202);
        scene.settle().await;
        assert_eq!(states(&scene.town, id).await, [(name(&lemmy), "accepted".to_owned())]);
        let last = lemmy.received().pop().unwrap();
        assert!(last.to_string().contains("\"Delete\"") && !last.to_string().contains("fontaine"), "{last}");
    }
}

on_both_databases! {
    async fn a_server_that_refuses_a_deletion_and_one_that_never_answers_are_shown(town: Town) {
        let scene = Scene::set(town).await;
        let (one, other) = (Stranger::start().await, Stranger::start().await);
        scene.follower(&one, "forum", "lemmy").await;
        scene.follower(&other, "forum", "lemmy").await;
        let id = propose(&scene.town, scene.ana, "Une fontaine").await;
        scene.settle().await;
        one.answer_inboxes_with(403);
        other.answer_inboxes_with(503);
        actions::contributions::withdraw(&scene.town.app, scene.ana, id).await.unwrap();
        for _ in 0..95 {
            scene.settle().await;
            scene.town.wait(SignedDuration::from_hours(27));
        }
        actions::abroad::sweep(&scene.town.app).await.unwrap();
        let mut found = states(&scene.town, id).await;
        found.sort_by_key(|(_, state)| state.clone());
        assert_eq!(found, [(name(&one), "refused".to_owned()), (name(&other), "unreachable".to_owned())]);
    }
}

on_both_databases! {
    async fn what_is_in_hand_while_it_is_taken_back_changes_nothing(town: Town) {
        let scene = Scene::set(town).await;
        let lemmy = Stranger::start().await;
        scene.follower(&lemmy, "forum", "lemmy").await;
        let id = propose(&scene.town, scene.ana, "Une fontaine").await;
        while scene.town.fed.tell_news().await.unwrap() > 0 {}
        // A worker has the deliveries in hand.
        let taken = actions::abroad::claim(&scene.town.app, &mut String::new(), 50, &store::deliveries::Rooms::each(50)).await.unwrap();
        assert!(!taken.is_empty());
        actions::contributions::withdraw(&scene.town.app, scene.ana, id).await.unwrap();
        scene.settle().await;
        assert!(sent(&lemmy, "Announce").iter().all(|said| said["object"]["type"] != "Delete"), "the deletion waits for its turn");
        // They arrive after all: then the deletion goes, and nothing after it.
        actions::abroad::arrived(&scene.town.app, taken).await.unwrap();
        scene.settle().await;
        assert_eq!(states(&scene.town, id).await, [(name(&lemmy), "accepted".to_owned())]);
        let kinds: Vec<String> = lemmy.received().iter().map(|said| said["object"]["type"].as_str().unwrap_or_default().to_owned()).collect();
        assert_eq!(kinds.last().map(String::as_str), Some("Delete"), "{kinds:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_instance_signs_that_nothing_is_left_and_nobody_else_can() {
    for towns in each_database().await {
        let three = Box::pin(Three::meet(towns, Reach::Fediverse)).await;
        let ana = three.commune.viewer("ana@example.org").await;
        let id = two_towns::propose(&three.commune, ana, "Un banc sous le tilleul").await;
        three.settle().await;
        let (region, stranger) = (host(&three.region), host(&three.stranger));
        let all = |one: &str, other: &str| {
            let mut all = vec![(region.clone(), one.to_owned()), (stranger.clone(), other.to_owned())];
            all.sort();
            all
        };
        assert_eq!(states(&three.commune, id).await, all("arrived", "arrived"));
        three.region.go_down();
        actions::contributions::withdraw(&three.commune.app, ana, id).await.unwrap();
        three.settle().await;
        assert_eq!(states(&three.commune, id).await, all("pending", "confirmed"));
        // Somebody says that the region deleted it.
        let object = Uid::of(id);
        let deletion = three.commune.app.store.read(move |db| {
            let collectivity = store::instance::find(db)?.expect("set up").collectivity_id;
            store::activities::latest(db, collectivity, object, "Delete")
        });
        let deletion: serde_json::Value = serde_json::from_str(&deletion.await.unwrap().unwrap()).unwrap();
        let far = Stranger::start().await;
        let bo = far.person("bo");
        let claim = json!({
            "@context": "https://www.w3.org/ns/activitystreams", "type": "Accept", "id": far.at("/accepts/1"), "actor": far.at("/users/bo"),
            "object": {"type": "Delete", "id": deletion["id"], "object": deletion["object"]["id"]}
        });
        assert_eq!(far.post(&three.commune, &bo, &claim).await.status, 403, "a person speaks for nobody");
        assert_eq!(states(&three.commune, id).await, all("pending", "confirmed"));
        // Down for ten days.
        for _ in 0..10 {
            for town in [&three.commune, &three.region, &three.stranger] {
                town.wait(SignedDuration::from_hours(24));
            }
            Town::settle(&[&three.commune]).await;
        }
        assert_eq!(states(&three.commune, id).await, all("pending", "confirmed"));
        three.region.come_back();
        for town in [&three.commune, &three.region, &three.stranger] {
            town.wait(SignedDuration::from_hours(27));
        }
        three.settle().await;
        assert_eq!(states(&three.commune, id).await, all("confirmed", "confirmed"));
        assert!(two_towns::heard(&three.region).await.is_empty());
        let mut browser = three.commune.visitor();
        browser.get("/").await;
        let confirmed = three
            .commune
            .app
            .store
            .read(|db| store::testing::number(db, "SELECT count(*) AS number FROM journal WHERE kind = 'deletion_confirmed'"));
        assert_eq!(confirmed.await.unwrap(), 2, "once for each, however often it was said");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_signs_what_it_asks_is_written_down_and_who_does_not_is_counted() {
    for towns in each_database().await {
        let three = Box::pin(Three::meet(towns, Reach::Fediverse)).await;
        // The town that nobody told of it, but whose key is known here, reads it.
        let ana = three.commune.viewer("ana@example.org").await;
        three.stranger.go_down();
        let id = two_towns::propose(&three.commune, ana, "Un banc sous le tilleul").await;
        three.settle().await;
        let object = three.commune.app.links.object(id);
        assert_eq!(three.at(&object).await.status, 200);
        assert_eq!(three.at(&object).await.status, 200);
        let anonymous = || three.commune.app.store.read(move |db| store::ledger::anonymous_of(db, Uid::of(id)));
        three.commune.wait(SignedDuration::from_mins(2));
        assert_eq!(three.at(&object).await.status, 200);
        assert!(anonymous().await.unwrap() >= 2, "counted, within a minute");
        let (rows, _) = three.commune.app.store.read(move |db| store::ledger::of_object(db, Uid::of(id), 50, 0)).await.unwrap();
        assert!(rows.iter().all(|row| row.way == "push" && row.version.as_ref().is_some_and(|version| version.len() == 32)), "{rows:?}");
    }
}

/// Reads an outbox of a town, signed; gives how many statements that took.
async fn read_outbox(scene: &Scene, signer: &federation::signature::Signer) -> u64 {
    let path = "/actors/parc/outbox";
    let url = url::Url::parse(&format!("{}{path}", scene.town.app.links.origin())).unwrap();
    let headers = signer.headers(federation::signature::Scheme::Cavage, &http::Method::GET, &url, None, None, scene.town.now()).unwrap();
    let mut request = http::Request::get(path).body(axum::body::Body::empty()).unwrap();
    request.headers_mut().extend(headers);
    request.headers_mut().insert("accept", http::HeaderValue::from_static("application/activity+json"));
    let before = scene.town.queries();
    let answer = scene.town.visitor().send(request).await;
    assert_eq!(answer.status, 200);
    scene.town.queries() - before
}

on_both_databases! {
    async fn what_a_server_reads_is_written_down_at_the_same_cost_whatever_it_is(town: Town) {
        let scene = Scene::set(town).await;
        let mut statements = Vec::new();
        for much in [0, 1, 15] {
            let ideas = proposals(&scene, much).await;
            let server = Stranger::start().await;
            let signer = server.person("lea");
            let like = json!({"type": "Like", "id": server.at("/likes/1"), "actor": server.at("/users/lea"), "object": scene.object()});
            assert_eq!(server.post(&scene.town, &signer, &like).await.status, 202);
            scene.settle().await;
            statements.push(read_outbox(&scene, &signer).await);
            for id in ideas {
                assert!(states(&scene.town, id).await.contains(&(name(&server), "arrived".to_owned())), "it read it");
            }
        }
        assert!(statements[1] == statements[2], "one thing more, and fifteen: {statements:?}");
    }
}

/// As many proposals.
async fn proposals(scene: &Scene, number: usize) -> Vec<domain::id::ContributionId> {
    let mut ids = Vec::new();
    for n in 0..number {
        ids.push(propose(&scene.town, scene.ana, &format!("Un banc, variante {n}")).await);
    }
    scene.settle().await;
    ids
}
