//! What other servers do to what is here beyond writing and supporting, and what is taken back from them: signed posts in, activities out.

pub(crate) mod scene;

use domain::actor::Role;
use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::ContributionId;
use domain::lang::Lang;
use domain::moderation::Reason;
use rig::{Stranger, Town, on_both_databases};
use scene::{PUBLIC, Scene, sent};
use serde_json::{Value, json};
use store::peers::HostRule;

on_both_databases! {
    async fn a_thumb_down_takes_back_the_thumb_up(town: Town) {
        let scene = Scene::set(town).await;
        let (bo, eve) = (scene.far.person("bo"), scene.far.person("eve"));
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Like", "1", scene.object())).await, 202);
        assert_eq!(scene.post(&eve, &scene.activity("eve", "Dislike", "2", scene.object())).await, 202);
        assert_eq!(scene.counts().await, (1, 0), "there is no vote against");
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Dislike", "3", scene.object())).await, 202);
        assert_eq!(scene.counts().await, (0, 0));
        let undo = scene.activity("bo", "Undo", "4", scene.activity("bo", "Dislike", "3", scene.object()));
        assert_eq!(scene.post(&bo, &undo).await, 202);
        assert_eq!(scene.counts().await, (0, 0), "what was taken back is given again by a new Like");
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Like", "5", scene.object())).await, 202);
        assert_eq!(scene.counts().await, (1, 0));
    }
}

on_both_databases! {
    async fn b14_a_move_counts_when_the_new_account_says_so_too(town: Town) {
        let scene = Scene::set(town).await;
        let (_, region) = scene.follows("region").await;
        let (new, bad) = (Stranger::start().await, Stranger::start().await);
        for server in [&new, &bad] {
            server.person("region");
        }
        let moved = |id: &str, to: String| {
            let mut activity = scene.activity("region", "Move", id, scene.far.at("/users/region"));
            activity["target"] = json!(to);
            activity
        };
        let before = scene.followed().await;
        assert_eq!(scene.post(&region, &moved("1", new.at("/users/region"))).await, 202);
        scene.settle().await;
        assert_eq!(scene.followed().await, before, "the new account does not say that it is the same");
        let host = bad.origin.trim_start_matches("http://").to_owned();
        actions::abroad::rule(&scene.town.app, Town::machine(), &host, HostRule::Blocked, "").await.unwrap();
        scene.town.fed.policy.forget();
        assert_eq!(scene.post(&region, &moved("2", bad.at("/users/region"))).await, 202);
        scene.settle().await;
        assert_eq!(scene.followed().await, before);
        assert!(bad.asked().is_empty(), "a blocked server is not even asked");
        scene.far.change("/users/region", |document| document["alsoKnownAs"] = json!([scene.far.at("/users/region")]));
        assert_eq!(scene.post(&region, &moved("itself", scene.far.at("/users/region"))).await, 202);
        scene.settle().await;
        assert_eq!(scene.followed().await, before, "nobody moves to where they are");
        new.change("/users/region", |document| document["alsoKnownAs"] = json!([scene.far.at("/users/region")]));
        assert_eq!(scene.post(&region, &moved("3", new.at("/users/region"))).await, 202);
        scene.settle().await;
        assert_eq!(scene.followed().await, [(new.at("/users/region"), "asked".to_owned())]);
        assert_eq!(sent(&new, "Follow")[0]["object"], new.at("/users/region"));
        assert_eq!(sent(&scene.far, "Undo")[0]["object"]["object"], scene.far.at("/users/region"));
        // Who says that somebody else moved is not even understood.
        let eve = scene.far.person("eve");
        let mut activity = scene.activity("eve", "Move", "4", scene.far.at("/users/region"));
        activity["target"] = json!(new.at("/users/region"));
        assert_eq!(scene.post(&eve, &activity).await, 400);
    }
}

on_both_databases! {
    async fn b13_only_its_owner_changes_what_is_shown_first(town: Town) {
        let scene = Scene::set(town).await;
        scene.far.person("region");
        let featured = scene.far.at("/users/region/collections/featured");
        scene.far.with("/users/region", "featured", json!(featured));
        let (_, region) = scene.follows("region").await;
        let eve = scene.far.person("eve");
        let published = json!({
            "type": "Page", "id": scene.far.at("/pages/1"), "attributedTo": scene.far.at("/users/region"), "name": "Le train du soir",
            "to": [PUBLIC], "content": "<p>Plus de trains</p>", "published": "2026-03-02T11:00:00Z"
        });
        assert_eq!(scene.post(&region, &scene.activity("region", "Create", "1", published)).await, 202);
        let add = |name: &str, kind: &str, id: &str, target: &str| {
            let mut activity = scene.activity(name, kind, id, scene.far.at("/pages/1"));
            activity["target"] = json!(target);
            activity
        };
        let pinned = || async {
            let uris = vec![scene.far.at("/pages/1")];
            scene.town.app.store.read(move |db| store::barriers::pinned_among(db, &uris)).await.unwrap().len()
        };
        assert_eq!(scene.post(&eve, &add("eve", "Add", "2", &featured)).await, 403);
        let ours = format!("{}/featured", scene.group());
        assert_eq!(scene.post(&eve, &add("eve", "Remove", "3", &ours)).await, 403);
        assert_eq!(scene.post(&eve, &add("eve", "Add", "4", &format!("{}/followers", scene.far.at("/users/region")))).await, 403);
        assert_eq!(pinned().await, 0);
        scene.town.visitor().see("/network").await.keeps_quiet_about("Épinglé");
        assert_eq!(scene.post(&region, &add("region", "Add", "5", &featured)).await, 202);
        assert_eq!(pinned().await, 1);
        scene.town.visitor().see("/network").await.says("Le train du soir").says("Épinglé");
        assert_eq!(scene.post(&eve, &add("eve", "Remove", "6", &featured)).await, 403);
        assert_eq!(scene.post(&region, &add("region", "Remove", "7", &scene.far.at("/users/region/likes"))).await, 202, "another of its own");
        assert_eq!(pinned().await, 1);
        // Lemmy: a moderator does it, the group passes it on.
        let remove = scene.activity("region", "Announce", "8", add("eve", "Remove", "9", &featured));
        assert_eq!(scene.post(&region, &remove).await, 202);
        assert_eq!(pinned().await, 0);
    }
}

on_both_databases! {
    async fn who_blocks_one_of_ours_is_sent_nothing_of_theirs(town: Town) {
        let scene = Scene::set(town).await;
        scene.town.agrees(scene.ana, "Ana").await;
        let bo = scene.far.person("bo");
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Create", "1", scene.note("bo", "1", "Et la fontaine ?"))).await, 202);
        let parent = scene.contribution(scene.far.at("/notes/1")).await.unwrap().id.to::<ContributionId>();
        let answer = async |text: &str| {
            let draft = Draft::parse(Kind::Reply, &RawDraft { body: text, ..RawDraft::default() }).unwrap();
            actions::contributions::reply(&scene.town.app, scene.ana, parent, draft, Lang::Fr).await.unwrap();
            scene.settle().await;
            sent(&scene.far, "Create").len()
        };
        assert_eq!(answer("Bonne idée.").await, 1);
        let ana = sent(&scene.far, "Create")[0]["actor"].as_str().unwrap().to_owned();
        let block = scene.activity("bo", "Block", "2", json!(ana));
        assert_eq!(scene.post(&bo, &block).await, 202);
        assert_eq!(answer("Vraiment.").await, 1, "nothing more of hers goes to him");
        let eve = scene.far.person("eve");
        assert_eq!(scene.post(&eve, &scene.activity("eve", "Undo", "3", scene.activity("eve", "Block", "x", json!(ana)))).await, 202);
        assert_eq!(answer("Encore une fois.").await, 1, "nobody takes back what another decided");
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Undo", "4", block)).await, 202);
        assert_eq!(answer("À nouveau.").await, 2);
    }
}

on_both_databases! {
    async fn a_group_that_blocks_one_of_ours_says_so_through_its_announcements(town: Town) {
        let scene = Scene::set(town).await;
        let (_, group) = scene.follows("cyclisme").await;
        let ours = scene.town.app.links.actor("collectivite");
        let block = |id: &str, target: String| {
            let mut block = scene.activity("modo", "Block", id, json!(ours));
            block["target"] = json!(target);
            block
        };
        let elsewhere = scene.activity("cyclisme", "Announce", "1", block("2", scene.far.at("/users/autre")));
        assert_eq!(scene.post(&group, &elsewhere).await, 202);
        assert_eq!(scene.followed().await.len(), 1, "what another group decides is not this one's");
        let own = scene.activity("cyclisme", "Announce", "3", block("4", scene.far.at("/users/cyclisme")));
        assert_eq!(scene.post(&group, &own).await, 202);
        assert!(scene.followed().await.is_empty(), "who blocks us is not followed any more");
        scene.settle().await;
        assert!(sent(&scene.far, "Undo").is_empty(), "and is not told: it knows");
    }
}

on_both_databases! {
    async fn what_a_group_deletes_is_shown_no_more_and_of_its_own_server_stays_away(town: Town) {
        let scene = Scene::set(town).await;
        let (_, group) = scene.follows("cyclisme").await;
        let page = |id: &str| {
            json!({"type": "Page", "id": scene.far.at(id), "attributedTo": scene.far.at("/users/cyclisme"), "name": format!("Piste {id}"),
                "to": [PUBLIC], "content": "<p>Plus large</p>", "published": "2026-03-02T11:00:00Z"})
        };
        let announce = |n: &str, by: &str, kind: &str, object: Value| {
            scene.activity("cyclisme", "Announce", n, scene.activity(by, kind, &format!("in-{n}"), object))
        };
        assert_eq!(scene.post(&group, &announce("1", "cyclisme", "Create", page("/pages/1"))).await, 202);
        scene.town.visitor().see("/network").await.says("Piste /pages/1");
        // By a moderator: shown no more.
        assert_eq!(scene.post(&group, &announce("2", "modo", "Delete", json!(scene.far.at("/pages/1")))).await, 202);
        scene.town.visitor().see("/network").await.keeps_quiet_about("Piste /pages/1");
        // By its author, before it came.
        assert_eq!(scene.post(&group, &announce("3", "cyclisme", "Delete", json!(scene.far.at("/pages/2")))).await, 202);
        assert_eq!(scene.post(&group, &announce("4", "cyclisme", "Create", page("/pages/2"))).await, 202);
        scene.town.visitor().see("/network").await.keeps_quiet_about("Piste /pages/2");
        // Not what somebody of that server wrote here: they say so themselves.
        let bo = scene.far.person("bo");
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Create", "5", scene.note("bo", "1", "Bonjour"))).await, 202);
        assert_eq!(scene.post(&group, &announce("6", "modo", "Delete", json!(scene.far.at("/notes/1")))).await, 202);
        assert_eq!(scene.counts().await, (0, 1));
    }
}

on_both_databases! {
    async fn who_is_barred_may_only_take_back(town: Town) {
        let scene = Scene::set(town).await;
        let lemmy = Stranger::start().await;
        scene.follower(&lemmy, "forum", "lemmy").await;
        let bo = scene.far.person("bo");
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Like", "1", scene.object())).await, 202);
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Create", "2", scene.note("bo", "1", "Achetez ceci"))).await, 202);
        scene.settle().await;
        let note = scene.contribution(scene.far.at("/notes/1")).await.unwrap().id.to::<ContributionId>();
        let (mut moderator, mut agent) = (scene.town.somebody("Mo", Role::Moderator).await, scene.town.somebody("Gil", Role::Agent).await);
        let form = format!("/c/parc/p/{note}/hide");
        moderator.see(&form).await.says("@bo@").says("Ne plus rien accepter de ce compte").says("Signaler ce texte à son serveur d’origine");
        let bar = [("reason", "spam"), ("note", "C’est de la publicité."), ("bar", "1"), ("forward", "1")];
        assert_ne!(agent.post("/account", &form, &bar).await.status, 303, "not an agent's");
        assert_eq!(moderator.post(&form, &form, &bar).await.status, 303);
        scene.settle().await;
        let (block, flag) = (sent(&scene.far, "Block"), sent(&scene.far, "Flag"));
        assert_eq!((block.len(), flag.len()), (1, 1));
        let collectivity = scene.town.app.links.actor("collectivite");
        assert_eq!((&block[0]["actor"], &block[0]["object"]), (&json!(collectivity), &json!(scene.far.at("/users/bo"))));
        assert_eq!(block[0]["target"], scene.group());
        assert_eq!((&flag[0]["actor"], &flag[0]["content"]), (&json!(collectivity), &json!("C’est de la publicité.")));
        assert_eq!(flag[0]["object"], json!([scene.far.at("/users/bo"), scene.far.at("/notes/1")]));
        assert!(!flag[0].to_string().contains("Mo\""), "nobody is named");
        let announced: Vec<Value> = sent(&lemmy, "Announce").into_iter().map(|announce| announce["object"]["type"].clone()).collect();
        assert!(announced.contains(&json!("Block")) && announced.contains(&json!("Delete")), "{announced:?}");
        // B15, B08: refused, but for what only takes back.
        let (object, host) = (scene.object(), scene.host());
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Create", "3", scene.note("bo", "2", "Encore"))).await, 403);
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Flag", "4", object.clone())).await, 403);
        let undo = scene.activity("bo", "Undo", "5", scene.activity("bo", "Like", "1", object.clone()));
        assert_eq!(scene.post(&bo, &undo).await, 202);
        assert_eq!(scene.counts().await, (0, 0));
        moderator.see("/admin/moderation/barred").await.says(&format!("@bo@{host}")).says("Consultation parc");
        let id = scene.contribution(scene.far.at("/notes/1")).await.unwrap().author_id.unwrap().0.to_string();
        assert_ne!(agent.post("/account", "/admin/moderation/barred", &[("actor", &id)]).await.status, 303);
        assert_eq!(moderator.post("/admin/moderation/barred", "/admin/moderation/barred", &[("actor", &id)]).await.status, 303);
        moderator.see("/admin/moderation/barred").await.keeps_quiet_about("@bo@");
        scene.settle().await;
        assert_eq!(sent(&scene.far, "Undo").last().unwrap()["object"]["id"], block[0]["id"]);
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Like", "6", object)).await, 202);
        assert_eq!(scene.counts().await, (1, 0));
    }
}

on_both_databases! {
    async fn b15_reports_from_one_server_are_capped_and_their_author_is_not_shown(town: Town) {
        let scene = Scene::set(town).await;
        let mut signers = Vec::new();
        for n in 0..60 {
            signers.push(scene.far.person(&format!("reporter{n}")));
        }
        for (n, signer) in signers.iter().enumerate() {
            let mut flag = scene.activity(&format!("reporter{n}"), "Flag", &format!("flag{n}"), json!([scene.object()]));
            flag["content"] = json!("Des insultes");
            assert_eq!(scene.post(signer, &flag).await, 202);
        }
        assert_eq!(scene.town.app.store.read(store::moderation::waiting).await.unwrap(), 50);
        let mut moderator = scene.town.somebody("Mo", Role::Moderator).await;
        moderator.see("/admin/moderation").await.says("Des insultes").keeps_quiet_about("reporter");
        scene.town.visitor().see(&format!("/c/parc/p/{}", scene.proposal)).await.keeps_quiet_about("insultes").keeps_quiet_about("reporter");
        // Another server is heard all the same.
        let other = Stranger::start().await;
        let bo = other.person("bo");
        let flag = json!({"type": "Flag", "id": other.at("/f"), "actor": other.at("/users/bo"), "object": scene.object(), "summary": "Autre"});
        assert_eq!(other.post(&scene.town, &bo, &flag).await.status, 202);
        assert_eq!(scene.town.app.store.read(store::moderation::waiting).await.unwrap(), 51);
    }
}

on_both_databases! {
    async fn what_comes_is_passed_on_whole_to_who_reads_threads_and_never_as_a_boost_of_a_reply(town: Town) {
        let scene = Scene::set(town).await;
        let (lemmy, mastodon) = (Stranger::start().await, Stranger::start().await);
        scene.follower(&lemmy, "forum", "lemmy").await;
        scene.follower(&mastodon, "lea", "mastodon").await;
        let bo = scene.far.person("bo");
        let mut create = scene.activity("bo", "Create", "1", scene.note("bo", "1", "Avec un dossier"));
        create["object"]["bto"] = json!([scene.far.at("/users/secret")]);
        assert_eq!(scene.post(&bo, &create).await, 202);
        scene.settle().await;
        let announced = sent(&lemmy, "Announce");
        assert_eq!(announced.len(), 1, "{announced:?}");
        assert_eq!((&announced[0]["actor"], &announced[0]["object"]["id"]), (&json!(scene.group()), &create["id"]));
        assert_eq!(announced[0]["object"]["object"]["content"], "<p>Avec un dossier</p>");
        assert!(!announced[0].to_string().contains("secret"));
        assert!(sent(&mastodon, "Announce").is_empty(), "no boost of a reply");
        // Changed, then deleted by its author.
        let mut changed = scene.note("bo", "1", "Avec un grand dossier");
        changed["updated"] = json!("2026-03-02T11:00:00.5Z");
        scene.town.wait(jiff::SignedDuration::from_secs(60));
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Update", "2", changed)).await, 202);
        scene.settle().await;
        assert_eq!(sent(&lemmy, "Announce").last().unwrap()["object"]["type"], "Update");
        let delete = scene.activity("bo", "Delete", "3", json!(scene.far.at("/notes/1")));
        assert_eq!(scene.post(&bo, &delete).await, 202);
        scene.settle().await;
        let last = sent(&lemmy, "Announce").pop().unwrap();
        assert_eq!((&last["object"]["type"], &last["object"]["actor"]), (&json!("Delete"), &json!(scene.far.at("/users/bo"))));
        assert!(sent(&mastodon, "Announce").is_empty() && sent(&mastodon, "Undo").is_empty());
    }
}

on_both_databases! {
    async fn a_text_of_another_server_that_is_hidden_here_is_removed_for_who_reads_threads(town: Town) {
        let scene = Scene::set(town).await;
        let (lemmy, mastodon) = (Stranger::start().await, Stranger::start().await);
        scene.follower(&lemmy, "forum", "lemmy").await;
        scene.follower(&mastodon, "lea", "mastodon").await;
        let bo = scene.far.person("bo");
        let mut page = scene.note("bo", "1", "Une rampe");
        page["type"] = json!("Page");
        page["name"] = json!("Une rampe");
        page["inReplyTo"] = Value::Null;
        page["to"] = json!([PUBLIC, scene.group()]);
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Create", "1", page)).await, 202);
        scene.settle().await;
        assert_eq!(sent(&mastodon, "Announce")[0]["object"], scene.far.at("/notes/1"));
        let id = scene.contribution(scene.far.at("/notes/1")).await.unwrap().id.to::<ContributionId>();
        actions::office::hide(&scene.town.app, Town::machine(), id, Reason::Spam, "Ce n'est pas le sujet.").await.unwrap();
        scene.settle().await;
        let removal = sent(&lemmy, "Announce").pop().unwrap();
        assert_eq!((&removal["object"]["type"], &removal["object"]["object"]), (&json!("Delete"), &json!(scene.far.at("/notes/1"))));
        assert_eq!((&removal["object"]["summary"], &removal["object"]["audience"]), (&json!("Ce n'est pas le sujet."), &json!(scene.group())));
        assert!(sent(&lemmy, "Undo").is_empty());
        assert_eq!(sent(&mastodon, "Undo").len(), 1);
        assert!(sent(&scene.far, "Delete").is_empty(), "what is theirs is not ours to delete there");
        actions::office::restore(&scene.town.app, Town::machine(), id).await.unwrap();
        scene.settle().await;
        let back: Vec<Value> = sent(&lemmy, "Announce").into_iter().map(|announce| announce["object"]["type"].clone()).collect();
        assert!(back.contains(&json!("Undo")), "{back:?}");
        assert_eq!(sent(&mastodon, "Announce").len(), 2);
    }
}

on_both_databases! {
    async fn b08_nobody_deletes_beforehand_what_another_will_write(town: Town) {
        let scene = Scene::set(town).await;
        let evil = Stranger::start().await;
        let (mallory, bo, eve) = (evil.person("mallory"), scene.far.person("bo"), scene.far.person("eve"));
        let theirs = scene.far.at("/notes/1");
        let delete = json!({"type": "Delete", "id": evil.at("/d"), "actor": evil.at("/users/mallory"), "object": theirs});
        assert_eq!(evil.post(&scene.town, &mallory, &delete).await.status, 403);
        assert_eq!(scene.post(&eve, &scene.activity("eve", "Delete", "1", json!(theirs))).await, 202, "of the same server: remembered as hers");
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Create", "2", scene.note("bo", "1", "Bonjour"))).await, 202);
        assert_eq!(scene.counts().await, (0, 1));
        // What its own author deleted before it came stays away.
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Delete", "3", json!(scene.far.at("/notes/2")))).await, 202);
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Create", "4", scene.note("bo", "2", "Trop tard"))).await, 202);
        assert_eq!(scene.counts().await, (0, 1));
    }
}
