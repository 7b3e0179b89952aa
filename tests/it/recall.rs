//! Whoever agrees no more that their name leaves takes back what left under it.

use crate::effects::scene::{Scene, activity_at, propose, sent};
use domain::contribution::{Draft, Kind, RawDraft};
use rig::{Stranger, Town, on_both_databases};
use serde_json::json;

on_both_databases! {
    async fn who_agrees_no_more_takes_back_what_left_under_their_name(town: Town) {
        let scene = Scene::set(town).await;
        let (lemmy, mastodon) = (Stranger::start().await, Stranger::start().await);
        scene.follower(&lemmy, "forum", "lemmy").await;
        scene.settle().await;
        scene.town.agrees(scene.ana, "Ana Martin").await;
        let named = propose(&scene.town, scene.ana, "Une fontaine").await;
        scene.settle().await;
        let create = sent(&lemmy, "Announce").into_iter().map(|announce| announce["object"].clone()).rfind(|inner| inner["type"] == "Create").unwrap();
        let ana = create["actor"].as_str().unwrap().to_owned();
        assert!(ana != scene.town.app.links.actor("collectivite"));
        // She supports what somebody elsewhere wrote, and somebody follows her.
        let bo = scene.far.person("bo");
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Create", "1", scene.note("bo", "1", "Et de l’ombre"))).await, 202);
        let note = scene.contribution(scene.far.at("/notes/1")).await.unwrap().id;
        actions::contributions::support(&scene.town.app, scene.ana, note.to()).await.unwrap();
        scene.settle().await;
        let like = sent(&scene.far, "Like").pop().unwrap();
        let lea = mastodon.person("lea");
        let follow = json!({"type": "Follow", "id": mastodon.at("/f"), "actor": mastodon.at("/users/lea"), "object": ana});
        assert_eq!(mastodon.post(&scene.town, &lea, &follow).await.status, 202);
        scene.settle().await;
        let mut browser = scene.town.citizen("Zoé").await;
        browser.see("/account").await.keeps_quiet_about("Si vous retirez cet accord");
        let mut browser = scene.browser.clone();
        let page = browser.see("/account").await;
        page.says("1 de vos textes est parti avec votre nom").says("vers 1 autre serveur").says("ni l’imposer ni le vérifier");
        let done = browser.post("/account", "/account", &[("name", "Ana Martin"), ("summary", ""), ("lang", "fr")]).await;
        assert_eq!(done.status, 303);
        let object = scene.town.app.links.object(named);
        let path = object.trim_start_matches(scene.town.app.links.origin()).to_owned();
        assert_eq!(activity_at(&scene.town, &path).await.status, 410, "at once");
        scene.settle().await;
        browser.see("/account").await.says("Suppression demandée pour 1 texte").says("Des copies peuvent subsister");
        let deleted = sent(&lemmy, "Announce").pop().unwrap();
        assert_eq!((&deleted["object"]["type"], &deleted["object"]["object"]["id"]), (&json!("Delete"), &json!(object)));
        let undone = sent(&scene.far, "Undo").pop().unwrap();
        assert_eq!((&undone["actor"], &undone["object"]), (&json!(ana), &json!({"id": like["id"], "type": "Like", "actor": ana, "object": like["object"]})));
        let counted = scene.contribution(scene.far.at("/notes/1")).await.unwrap();
        assert_eq!(counted.support_count, 1, "here it stays");
        let update = sent(&mastodon, "Update").pop().unwrap();
        assert_eq!((&update["object"]["id"], &update["object"]["summary"]), (&json!(ana), &json!("")));
        assert!(!update.to_string().contains("Martin"), "{update}");
        let actor = ana.trim_start_matches(scene.town.app.links.origin()).to_owned();
        let document = activity_at(&scene.town, &actor).await;
        assert_eq!(document.status, 200, "whoever gets the deletion must be able to check it");
        assert!(document.body.contains("publicKeyPem") && !document.body.contains("Martin"));
        assert_eq!(mastodon.post(&scene.town, &lea, &json!({"type": "Follow", "id": mastodon.at("/g"), "actor": mastodon.at("/users/lea"), "object": ana})).await.status, 404);
        let here = format!("/c/parc/p/{named}");
        let shown = scene.town.visitor().see(&here).await;
        shown.says("Une fontaine").keeps_quiet_about("Participer depuis votre compte");
        assert!(!shown.body.contains("application/activity+json"), "what answers 410 is not named");
        assert_eq!(scene.town.visitor().get(&format!("/elsewhere?to={here}")).await.status, 404);
        browser.see(&here).await.says("Suppression demandée à 1 serveur").keeps_quiet_about("Envoyée à");
    }
}

on_both_databases! {
    async fn what_was_taken_back_never_leaves_again_and_what_is_new_does(town: Town) {
        let scene = Scene::set(town).await;
        let lemmy = Stranger::start().await;
        scene.follower(&lemmy, "forum", "lemmy").await;
        scene.town.agrees(scene.ana, "Ana Martin").await;
        let named = propose(&scene.town, scene.ana, "Une fontaine").await;
        scene.settle().await;
        let form = actions::accounts::ProfileForm { name: "Ana".to_owned(), lang: "fr".to_owned(), ..Default::default() };
        actions::accounts::change_profile(&scene.town.app, scene.ana, &form).await.unwrap();
        scene.settle().await;
        let object = scene.town.app.links.object(named);
        let path = object.trim_start_matches(scene.town.app.links.origin()).to_owned();
        scene.town.agrees(scene.ana, "Ana Martin").await;
        assert_eq!(activity_at(&scene.town, &path).await.status, 410);
        let before = lemmy.received().len();
        let edited = Draft::parse(Kind::Proposal, &RawDraft { title: "Une fontaine", body: "À boire.", ..RawDraft::default() }).unwrap();
        actions::contributions::edit(&scene.town.app, scene.ana, named, 1, edited).await.unwrap();
        scene.settle().await;
        assert_eq!(lemmy.received().len(), before);
        propose(&scene.town, scene.ana, "Un abri").await;
        scene.settle().await;
        assert!(lemmy.received().len() > before);
    }
}
