//! What was known and open at the door to other servers, one test for each.

use domain::answer::AnswerState;
use domain::event::{Event, EventKind};
use domain::moderation::Reason;
use jiff::SignedDuration;
use rig::{Stranger, Town, on_both_databases};
use serde_json::{Value, json};
use store::activities::Activity;
use store::{At, Uid};

use crate::effects::scene::{PUBLIC, Scene, activity_at, propose, sent};

on_both_databases! {
    async fn a_delivery_in_hand_whose_text_is_hidden_says_nothing(town: Town) {
        let scene = Scene::set(town).await;
        let lemmy = Stranger::start().await;
        scene.follower(&lemmy, "forum", "lemmy").await;
        let before = lemmy.received().len();
        let id = propose(&scene.town, scene.ana, "Une fontaine").await;
        scene.town.fed.tell_news().await.unwrap();
        // A worker takes the delivery and dies with it.
        let taken = actions::abroad::claim(&scene.town.app, &mut String::new(), 32, &store::deliveries::Rooms::each(4)).await.unwrap();
        assert!(!taken.is_empty());
        actions::office::hide(&scene.town.app, Town::machine(), id, Reason::OffTopic, "Ce n'est pas le sujet ici.").await.unwrap();
        scene.town.fed.tell_news().await.unwrap();
        scene.town.wait(SignedDuration::from_mins(2));
        scene.settle().await;
        let told = lemmy.received().split_off(before);
        assert!(told.iter().all(|said| said["type"].is_string()), "{told:?}");
        assert!(told.iter().any(|said| said["object"]["type"] == "Delete"), "{told:?}");
        assert!(told.iter().all(|said| said["object"]["type"] != "Create"), "{told:?}");
    }
}

on_both_databases! {
    async fn news_that_another_worker_took_over_are_told_once(town: Town) {
        let scene = Scene::set(town).await;
        let lemmy = Stranger::start().await;
        scene.follower(&lemmy, "forum", "lemmy").await;
        let before = lemmy.received().len();
        propose(&scene.town, scene.ana, "Une fontaine").await;
        let slow = actions::abroad::claim_news(&scene.town.app, 16).await.unwrap();
        assert_eq!(slow.len(), 1);
        scene.town.wait(SignedDuration::from_secs(121));
        scene.settle().await;
        let told = lemmy.received().len();
        assert!(told > before);
        // The first worker wakes up and tells what it had in hand.
        let (id, actor_id) = (Uid(scene.town.app.new_id()), scene.town.app.instance().await.unwrap().collectivity_id);
        let body = json!({"type": "Create", "id": scene.town.app.links.activity(id.0)}).to_string();
        let activity =
            Activity { id, actor_id, object_id: Some(id), kind: "Create".to_owned(), public: true, body, created_at: At(scene.town.now()) };
        let parcel = actions::abroad::Parcel { activity, object: id, inboxes: vec![(lemmy.at("/inbox"), "localhost".to_owned())], is_deletion: false };
        let leaving = actions::abroad::Leaving { parcel, consent_at: None, anybody: true };
        let leaving = domain::personal::Federable::new(leaving, domain::personal::DataClass::Institutional).unwrap();
        for job in slow {
            actions::abroad::tell(&scene.town.app, job, vec![leaving.clone()], actions::abroad::Order::Keep).await.unwrap();
        }
        scene.settle().await;
        assert_eq!(lemmy.received().len(), told);
        assert_eq!(activity_at(&scene.town, &format!("/activities/{}", id.0)).await.status, 404);
    }
}

on_both_databases! {
    async fn news_wait_for_the_line_before_them(town: Town) {
        let scene = Scene::set(town).await;
        let lemmy = Stranger::start().await;
        scene.follower(&lemmy, "forum", "lemmy").await;
        let (before, now) = (lemmy.received().len(), scene.town.now());
        // A line that cannot be told: it speaks of nothing.
        scene.town.app.store.write(move |db| store::journal::append(db, &Event::new(EventKind::ProposalPublished), now)).await.unwrap();
        propose(&scene.town, scene.ana, "Une fontaine").await;
        for minutes in [0, 1, 4] {
            scene.town.wait(SignedDuration::from_mins(minutes));
            scene.settle().await;
            assert_eq!(lemmy.received().len(), before, "after {minutes} minutes");
        }
        // After four attempts it is left to the administrators, and nothing waits for it any more.
        scene.town.wait(SignedDuration::from_mins(16));
        scene.settle().await;
        assert!(lemmy.received().len() > before);
    }
}

fn addresses(document: &Value, into: &mut Vec<String>) {
    for name in ["replies", "likes", "context", "first", "outbox", "followers", "following", "featured"] {
        into.extend(document.get(name).and_then(Value::as_str).map(str::to_owned));
    }
}

on_both_databases! {
    async fn every_collection_that_a_document_names_is_there(town: Town) {
        let scene = Scene::set(town).await;
        let lemmy = Stranger::start().await;
        scene.follower(&lemmy, "forum", "lemmy").await;
        let text = "Le banc sera posé en juin, merci de votre idée.";
        actions::office::answer(&scene.town.app, Town::machine(), scene.proposal, AnswerState::Accepted, text, "Le maire").await.unwrap();
        scene.settle().await;
        let article = sent(&lemmy, "Announce").into_iter().find(|announce| announce["object"]["object"]["type"] == "Article").unwrap();
        let answer = article["object"]["object"]["id"].as_str().unwrap().to_owned();
        let origin = scene.town.app.links.origin().to_owned();
        let featured: Value = serde_json::from_str(&activity_at(&scene.town, "/actors/parc/featured").await.body).unwrap();
        let presentation = featured["orderedItems"][0].as_str().unwrap().to_owned();
        let mut to_see = vec![scene.object(), answer.clone(), presentation.clone(), scene.group(), scene.town.app.links.actor("collectivite")];
        let mut seen = 0;
        while let Some(address) = to_see.pop() {
            let answered = activity_at(&scene.town, address.strip_prefix(&origin).unwrap()).await;
            assert_eq!(answered.status, 200, "{address}");
            addresses(&serde_json::from_str(&answered.body).unwrap(), &mut to_see);
            seen += 1;
            assert!(seen < 100);
        }
        assert!(seen > 15, "{seen}");
        // Whoever quotes them is told that they may, and where that can be checked.
        let bo = scene.far.person("bo");
        for (index, quoted) in [scene.object(), answer, presentation].iter().enumerate() {
            let request = json!({
                "type": "QuoteRequest", "id": scene.far.at(&format!("/quotes/{index}")), "actor": scene.far.at("/users/bo"),
                "to": [PUBLIC], "object": quoted, "instrument": scene.far.at(&format!("/notes/q{index}"))
            });
            assert_eq!(scene.post(&bo, &request).await, 202, "{quoted}");
            scene.settle().await;
            let accepted = sent(&scene.far, "Accept").pop().unwrap();
            assert_eq!(accepted["object"]["object"], quoted.as_str());
            let approval = accepted["result"].as_str().unwrap().to_owned();
            let shown = activity_at(&scene.town, approval.strip_prefix(&origin).unwrap()).await;
            assert_eq!(shown.status, 200, "{approval}");
            assert!(shown.body.contains(quoted.as_str()));
        }
    }
}

on_both_databases! {
    async fn a_person_and_a_group_of_one_name_on_one_server(town: Town) {
        let scene = Scene::set(town).await;
        let person = scene.far.person("plage");
        let group = scene.far.at("/c/plage");
        let mut document: Value = json!({
            "@context": "https://www.w3.org/ns/activitystreams", "id": group, "type": "Group", "preferredUsername": "plage", "name": "La plage",
            "inbox": format!("{group}/inbox"), "outbox": format!("{group}/outbox"), "followers": format!("{group}/followers"),
        });
        document["publicKey"] = json!({"id": format!("{group}#main-key"), "owner": group, "publicKeyPem": person.key.public().to_pem()});
        scene.far.show("/c/plage", document);
        let signer = federation::signature::Signer { key_id: format!("{group}#main-key"), key: person.key.clone() };
        assert_eq!(scene.post(&person, &scene.activity("plage", "Like", "1", scene.object())).await, 202);
        let like = json!({"type": "Like", "id": scene.far.at("/likes/2"), "actor": group, "object": scene.object()});
        assert_eq!(scene.post(&signer, &like).await, 202);
        assert_eq!(scene.counts().await, (2, 0));
    }
}

on_both_databases! {
    async fn a15_keys_that_come_to_nothing_cost_ten_questions_to_a_server(town: Town) {
        let scene = Scene::set(town).await;
        let eve = scene.far.person("eve");
        for number in 0..200 {
            let name = format!("nobody{number}");
            let signer = federation::signature::Signer { key_id: scene.far.at(&format!("/users/{name}#main-key")), key: eve.key.clone() };
            let status = scene.post(&signer, &scene.activity(&name, "Like", &name, scene.object())).await;
            assert_eq!(status, if number < 10 { 401 } else { 503 }, "{number}");
        }
        assert_eq!(scene.far.asked().iter().filter(|asked| asked.path.starts_with("/users/nobody")).count(), 10);
        // Whoever is known there is heard, and so are other servers.
        let other = Stranger::start().await;
        let bo = other.person("bo");
        let like = json!({"type": "Like", "id": other.at("/likes/1"), "actor": other.at("/users/bo"), "object": scene.object()});
        assert_eq!(other.post(&scene.town, &bo, &like).await.status, 202);
    }
}
