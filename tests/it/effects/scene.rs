//! A town, a server elsewhere, and what they say to each other.

use domain::actor::Viewer;
use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::ContributionId;
use domain::lang::Lang;
use federation::signature::Signer;
use rig::{Answer, Citizen, Stranger, Town};
use serde_json::{Value, json};
use store::{At, Uid};

pub(crate) const PUBLIC: &str = "https://www.w3.org/ns/activitystreams#Public";

/// A town where Ana proposed a bench, and a server elsewhere.
pub(crate) struct Scene {
    pub(crate) town: Town,
    pub(crate) far: Stranger,
    pub(crate) ana: Viewer,
    pub(crate) browser: Citizen,
    pub(crate) proposal: ContributionId,
}

impl Scene {
    pub(crate) async fn set(town: Town) -> Self {
        town.consultation("parc").await;
        let browser = town.citizen("Ana").await;
        let ana = town.viewer("ana@example.org").await;
        let proposal = propose(&town, ana, "Un banc").await;
        Town::settle(&[&town]).await;
        Self { far: Stranger::start().await, town, ana, browser, proposal }
    }

    pub(crate) fn group(&self) -> String {
        self.town.app.links.actor("parc")
    }

    pub(crate) fn object(&self) -> String {
        self.town.app.links.object(self.proposal)
    }

    pub(crate) fn host(&self) -> String {
        self.far.origin.trim_start_matches("http://").to_owned()
    }

    pub(crate) fn activity(&self, name: &str, kind: &str, id: &str, object: impl Into<Value>) -> Value {
        let object = object.into();
        json!({
            "@context": "https://www.w3.org/ns/activitystreams", "type": kind, "id": self.far.at(&format!("/activities/{id}")),
            "actor": self.far.at(&format!("/users/{name}")), "to": [PUBLIC], "object": object
        })
    }

    pub(crate) fn note(&self, name: &str, id: &str, text: &str) -> Value {
        json!({
            "type": "Note", "id": self.far.at(&format!("/notes/{id}")), "attributedTo": self.far.at(&format!("/users/{name}")),
            "inReplyTo": self.object(), "to": [PUBLIC], "cc": [], "content": format!("<p>{text}</p>"), "published": "2026-03-02T11:00:00Z"
        })
    }

    pub(crate) async fn post(&self, signer: &Signer, activity: &Value) -> u16 {
        self.far.post(&self.town, signer, activity).await.status.as_u16()
    }

    pub(crate) async fn settle(&self) {
        Town::settle(&[&self.town]).await;
    }

    /// Supports from elsewhere, and replies.
    pub(crate) async fn counts(&self) -> (i32, i32) {
        let id = Uid::of(self.proposal);
        let found = self.town.app.store.read(move |db| store::contributions::find(db, id)).await.unwrap().unwrap();
        (found.remote_support_count, found.reply_count)
    }

    /// Somebody on a server that runs this follows the consultation.
    pub(crate) async fn follower(&self, server: &Stranger, name: &str, software: &'static str) -> Signer {
        let signer = server.person(name);
        let follow = json!({
            "@context": "https://www.w3.org/ns/activitystreams", "type": "Follow", "id": server.at(&format!("/follows/{name}")),
            "actor": server.at(&format!("/users/{name}")), "object": self.group()
        });
        assert_eq!(server.post(&self.town, &signer, &follow).await.status, 202);
        self.settle().await;
        let (host, now) = (server.origin.trim_start_matches("http://").to_owned(), At(self.town.now()));
        self.town.app.store.write(move |db| store::peers::learn(db, &host, software, "1", now)).await.unwrap();
        signer
    }

    /// The collectivity follows somebody there, who accepts.
    pub(crate) async fn follows(&self, name: &str) -> (Uid, Signer) {
        let signer = self.far.person(name);
        let uri = self.far.at(&format!("/users/{name}"));
        actions::abroad::follow_address(&self.town.app, Town::machine(), &uri).await.unwrap();
        self.settle().await;
        let follow = self.far.received().into_iter().rfind(|sent| sent["type"] == "Follow").unwrap();
        assert_eq!(self.post(&signer, &self.activity(name, "Accept", &format!("accept-{name}"), follow)).await, 202);
        self.settle().await;
        let actor = self.town.app.store.read(move |db| store::remote_actors::by_uri(db, &uri)).await.unwrap().unwrap();
        (actor, signer)
    }

    /// Whom the collectivity follows, with the state of each.
    pub(crate) async fn followed(&self) -> Vec<(String, String)> {
        let ours = self.town.app.instance().await.unwrap().collectivity_id;
        let rows = self.town.app.store.read(move |db| store::follows::of_follower(db, ours, 10, 0)).await.unwrap();
        rows.into_iter().map(|row| (row.uri, row.state)).collect()
    }

    pub(crate) async fn contribution(&self, uri: String) -> Option<store::contributions::Contribution> {
        self.town.app.store.read(move |db| store::contributions::by_uri(db, &uri)).await.unwrap()
    }
}

pub(crate) async fn propose(town: &Town, by: Viewer, title: &str) -> ContributionId {
    let body = "Sous le tilleul, à l’ombre.";
    let draft = Draft::parse(Kind::Proposal, &RawDraft { title, body, ..RawDraft::default() }).unwrap();
    actions::contributions::publish(&town.app, by, "parc", draft, Lang::Fr).await.unwrap()
}

/// A document as another server reads it.
pub(crate) async fn activity_at(town: &Town, path: &str) -> Answer {
    let request = http::Request::get(path).header("accept", "application/activity+json").body(axum::body::Body::empty()).unwrap();
    town.visitor().send(request).await
}

/// What a server was sent of this type.
pub(crate) fn sent(server: &Stranger, kind: &str) -> Vec<Value> {
    server.received().into_iter().filter(|activity| activity["type"] == kind).collect()
}
