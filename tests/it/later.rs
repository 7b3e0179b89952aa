//! A proof whose key cannot be had just now: what it proves may be true, so its sender is asked to come again, and refused only when it is known to be false.

use crate::effects::scene::{PUBLIC, Scene, propose, sent};
use federation::documents::{self, AccreditationInput, CallInput, CallPhaseInput, StatementInput};
use federation::proof;
use federation::signature::{PrivateKey, Signer};
use rig::{Stranger, Town, on_both_databases};
use serde_json::{Value, json};
use std::sync::Arc;
use store::trust::Territory;

/// A collectivity on a server that can no longer be read, and with it the key of what it proves.
struct Away<'a> {
    scene: &'a Scene,
    server: Stranger,
    http: Signer,
    uri: String,
    key: Signer,
}

impl<'a> Away<'a> {
    async fn after_following(scene: &'a Scene) -> Self {
        let server = Stranger::start().await;
        let http = scene.follower(&server, "ville", "parvis").await;
        let uri = server.at("/users/ville");
        server.change("/users/ville", |document| document["type"] = json!("Organization"));
        let update = json!({"type": "Update", "id": server.at("/updates/1"), "actor": uri, "to": [PUBLIC], "object": {"type": "Organization", "id": uri}});
        assert_eq!(server.post(&scene.town, &http, &update).await.status, 202);
        scene.settle().await;
        let key = Arc::new(PrivateKey::generate_ed25519().unwrap());
        Self { scene, http, key: Signer { key_id: format!("{uri}#ed25519-key"), key }, uri, server }
    }

    fn proven(&self, document: &Value) -> Value {
        proof::sign(document, &self.key, self.scene.town.now()).unwrap()
    }

    fn ours(&self) -> String {
        self.scene.town.app.links.actor("collectivite")
    }

    fn recognition(&self) -> Value {
        let activity = self.server.at("/offers/1");
        let territory = Territory { kind: "commune".to_owned(), ..Territory::default() };
        let said = StatementInput {
            activity: &activity,
            subject: &self.uri,
            object: &self.ours(),
            in_reply_to: None,
            territory: &territory,
            published: self.scene.town.now(),
        };
        documents::offer(&activity, &self.uri, &self.ours(), &self.proven(&documents::statement(&said)))
    }

    fn accreditation(&self) -> Value {
        let said = documents::relationship(&AccreditationInput {
            id: self.server.at("/accreditations/1"),
            subject: self.uri.clone(),
            object: self.ours(),
            role: "partner".to_owned(),
            mandate: String::new(),
            since: self.scene.town.now(),
            until: None,
            published: self.scene.town.now(),
        });
        documents::offer_accreditation(&self.server.at("/offers/2"), &self.uri, &self.proven(&said))
    }

    fn call(&self) -> Value {
        let now = self.scene.town.now();
        let said = documents::call(&CallInput {
            id: self.server.at("/calls/1"),
            organiser: self.uri.clone(),
            group: self.server.at("/users/eau"),
            url: self.server.at("/c/eau"),
            state: "open".to_owned(),
            texts: vec![("title", "L’eau du fleuve".to_owned()), ("participation", "consultation".to_owned())],
            support_threshold: 10,
            lang: "fr".to_owned(),
            places: "never".to_owned(),
            reach: "fediverse".to_owned(),
            published: now,
            updated: now,
            phases: vec![CallPhaseInput {
                kind: "contribution".to_owned(),
                name: String::new(),
                description: String::new(),
                opens: now,
                closes: now + jiff::SignedDuration::from_hours(24),
                openings: ["everyone"; 4].map(str::to_owned),
            }],
            themes: Vec::new(),
            carriers: Vec::new(),
        });
        documents::update_call(&self.server.at("/updates/2"), &self.uri, &self.proven(&said))
    }

    /// That it carried out the deletion of a proposal which had come to it.
    async fn acknowledgement(&self) -> Value {
        let id = propose(&self.scene.town, self.scene.ana, "Une fontaine").await;
        self.scene.settle().await;
        actions::contributions::withdraw(&self.scene.town.app, self.scene.ana, id).await.unwrap();
        self.scene.settle().await;
        let passed_on = sent(&self.server, "Announce").into_iter().map(|announce| announce["object"].clone());
        let deletion = passed_on.chain(sent(&self.server, "Delete")).rfind(|inner| inner["type"] == "Delete").unwrap();
        let object = self.scene.town.app.links.object(id);
        self.proven(&documents::accept_deletion(&self.server.at("/accepts/1"), &self.uri, deletion["id"].as_str().unwrap(), &object))
    }
}

on_both_databases! {
    async fn what_cannot_be_checked_now_is_asked_for_again(town: Town) {
        let scene = Scene::set(town).await;
        let away = Away::after_following(&scene).await;
        let said = [
            ("a recognition", away.recognition()),
            ("an accreditation", away.accreditation()),
            ("a call", away.call()),
            ("an acknowledgement", away.acknowledgement().await),
        ];
        away.server.fail("/users/ville", 503);
        for (what, activity) in &said {
            assert_eq!((*what, away.server.post(&scene.town, &away.http, activity).await.status.as_u16()), (*what, 503));
        }
        // Nobody is believed without the key, however long it takes.
        scene.town.wait(jiff::SignedDuration::from_mins(10));
        away.server.fail("/users/ville", 404);
        for (what, activity) in &said {
            assert_eq!((*what, away.server.post(&scene.town, &away.http, activity).await.status.as_u16()), (*what, 403));
        }
    }
}
