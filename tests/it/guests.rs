//! What the house decides about people who came in with an account of another server, and what it tells them and their moderators.

use domain::actor::Role;
use rig::home::{Home, Manner};
use rig::{Town, on_both_databases};
use serde_json::json;

use crate::effects::scene::{PUBLIC, Scene};
use crate::fediverse_sign_in::{guest, leaves, proposal};

on_both_databases! {
    async fn a_guest_can_be_barred_and_heard_again(town: Town) {
        let (id, home) = (proposal(&town).await, Home::start(Manner::Usual).await);
        let mut bo = guest(&town, &home, "bo").await;
        let path = format!("/c/parc/p/{id}");
        let sent = bo.post(&path, &format!("{path}/reply"), &[("body", "Compre barato, compre ya."), ("stance", "for")]).await;
        assert_eq!(sent.status, 303);
        let uri = home.account("bo");
        let actor = town.app.store.read(move |db| store::remote_actors::by_uri(db, &uri)).await.unwrap().unwrap();
        let reply = town.app.store.read(move |db| store::contributions::all_of(db, actor)).await.unwrap()[0].id.0;
        let mut moderator = town.somebody("Mo", Role::Moderator).await;
        let form = format!("/c/parc/p/{reply}/hide");
        let page = moderator.see(&form).await;
        // Nobody writes an e-mail to an account of another server, and a text that lives here is not reported there.
        page.says("son compte est sur un autre serveur").keeps_quiet_about("la reçoit par e-mail").keeps_quiet_about("Elle est envoyée à l’auteur");
        assert!(page.body.contains("name=\"bar\"") && !page.body.contains("name=\"forward\""), "{}", page.body);
        let fields = [("reason", "spam"), ("note", "De la publicité, sans rapport."), ("bar", "1")];
        assert_eq!(moderator.post(&form, &form, &fields).await.status, 303);
        // Out at once, in every browser, and not in again.
        assert_eq!(bo.get("/account").await.status, 303);
        let mut again = town.visitor();
        let address = leaves(&mut again, &home, "bo").await;
        let answer = again.get(&home.consent(&address, "bo")).await;
        assert_eq!(answer.status, 403, "{}", answer.text());
        assert_eq!(again.get("/account").await.status, 303);
        moderator.see("/admin/moderation/barred").await.says("@bo@");
        // Heard again.
        let actor = moderator.see("/admin/moderation/barred").await.hidden("actor").unwrap();
        assert_eq!(moderator.post("/admin/moderation/barred", "/admin/moderation/barred", &[("actor", &actor)]).await.status, 303);
        guest(&town, &home, "bo").await;
    }
}

on_both_databases! {
    async fn asking_other_servers_does_not_use_up_one_s_letters(town: Town) {
        proposal(&town).await;
        let form = "/sign-in/elsewhere";
        let mut visitor = town.visitor();
        let mut refused = 0;
        for _ in 0..14 {
            let answer = visitor.post(form, form, &[("account", "@nobody@nowhere.invalid"), ("next", "")]).await;
            refused += u32::from(answer.status == 429);
        }
        assert!(refused > 0, "asking other servers is limited");
        let answer = visitor.post("/sign-in", "/sign-in/link", &[("email", "ana@example.org")]).await;
        assert_ne!(answer.status, 429, "their letters are another matter");
        assert!(!town.letters().await.is_empty());
    }
}

on_both_databases! {
    async fn what_has_pictures_and_no_words_is_called_by_what_they_show(town: Town) {
        let scene = Scene::set(town).await;
        let (_, region) = scene.follows("region").await;
        for (id, alt) in [("1", json!("La gare du soir")), ("2", json!(null))] {
            let note = json!({
                "type": "Note", "id": scene.far.at(&format!("/notes/{id}")), "attributedTo": scene.far.at("/users/region"), "to": [PUBLIC], "cc": [],
                "content": "", "published": "2026-03-02T11:00:00Z",
                "attachment": [{"type": "Image", "mediaType": "image/png", "url": scene.far.at("/gare.png"), "name": alt}]
            });
            assert_eq!(scene.post(&region, &scene.activity("region", "Create", &format!("c{id}"), note)).await, 202);
        }
        scene.settle().await;
        let page = scene.town.visitor().see("/network").await;
        page.says("La gare du soir").says("Sans titre");
        assert!(!page.body.contains("<bdi></bdi>") && !page.body.contains("<p dir=\"auto\"></p>") && !page.body.contains(">…<"), "{}", page.body);
    }
}
