//! More adversarial cases at a running instance (security-reliability §1.2, B and D): what others claim about themselves, and what is without end.

use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::ContributionId;
use domain::lang::Lang;
use federation::signature::Signer;
use rig::hostile::{HostilePeer, Mode};
use rig::{Stranger, Town};
use serde_json::{Value, json};
use store::Uid;

const PUBLIC: &str = "https://www.w3.org/ns/activitystreams#Public";

struct Scene {
    town: Town,
    far: Stranger,
    bo: Signer,
    proposals: [ContributionId; 2],
}

impl Scene {
    async fn set() -> Self {
        let town = Town::on_the_network().await;
        town.consultation("parc").await;
        town.citizen("Ana").await;
        let ana = town.viewer("ana@example.org").await;
        let draft = |title| Draft::parse(Kind::Proposal, &RawDraft { title, body: "Sous le tilleul.", ..RawDraft::default() }).unwrap();
        let mut proposals = [ContributionId(uuid::Uuid::nil()); 2];
        for (id, title) in proposals.iter_mut().zip(["Un banc", "Une fontaine"]) {
            *id = actions::contributions::publish(&town.app, ana, "parc", draft(title), Lang::Fr).await.unwrap();
        }
        let far = Stranger::start().await;
        let bo = far.person("bo");
        Self { town, far, bo, proposals }
    }

    fn object(&self, which: usize) -> String {
        self.town.app.links.object(self.proposals[which])
    }

    fn note(&self, reply_to: &str, text: &str) -> Value {
        json!({
            "type": "Note", "id": self.far.at("/notes/1"), "attributedTo": self.far.at("/users/bo"), "inReplyTo": reply_to, "to": [PUBLIC],
            "content": format!("<p>{text}</p>"), "published": "2026-03-02T11:00:00Z"
        })
    }

    fn activity(&self, name: &str, kind: &str, id: &str, object: impl Into<Value>) -> Value {
        json!({
            "@context": "https://www.w3.org/ns/activitystreams", "type": kind, "id": self.far.at(&format!("/activities/{id}")),
            "actor": self.far.at(&format!("/users/{name}")), "to": [PUBLIC], "object": object.into()
        })
    }

    async fn post(&self, activity: &Value) -> u16 {
        self.far.post(&self.town, &self.bo, activity).await.status.as_u16()
    }

    async fn replies(&self, which: usize) -> i32 {
        let id = Uid::of(self.proposals[which]);
        self.town.app.store.read(move |db| store::contributions::find(db, id)).await.unwrap().unwrap().reply_count
    }

    async fn actor(&self, uri: String) -> Option<store::actors::Actor> {
        let found = self.town.app.store.read(move |db| {
            let id = store::remote_actors::by_uri(db, &uri)?;
            id.map_or(Ok(None), |id| store::actors::find(db, id))
        });
        found.await.unwrap()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn b09_an_edit_changes_the_text_and_nothing_else() {
    let scene = Scene::set().await;
    assert_eq!(scene.post(&scene.activity("bo", "Create", "1", scene.note(&scene.object(0), "Bonjour"))).await, 202);
    scene.town.wait(jiff::SignedDuration::from_hours(2));
    // Moved under another proposal.
    let mut moved = scene.note(&scene.object(1), "Bonsoir");
    moved["updated"] = json!("2026-03-02T12:00:00Z");
    scene.post(&scene.activity("bo", "Update", "2", moved)).await;
    assert_eq!((scene.replies(0).await, scene.replies(1).await), (1, 0));
    // Given to somebody else.
    let eve = scene.far.person("eve");
    let mut given = scene.note(&scene.object(0), "Volé");
    given["attributedTo"] = json!(scene.far.at("/users/eve"));
    given["updated"] = json!("2026-03-02T12:30:00Z");
    assert_eq!(scene.post(&scene.activity("bo", "Update", "3", given.clone())).await, 400);
    assert_eq!(scene.far.post(&scene.town, &eve, &scene.activity("eve", "Update", "4", given)).await.status, 403);
    scene.town.visitor().see(&format!("/c/parc/p/{}", scene.proposals[0])).await.keeps_quiet_about("Volé");
    // Said in private first and to everybody later: what was private is not published by an edit of something that is not here.
    let mut private = scene.note(&scene.object(0), "Entre nous");
    private["id"] = json!(scene.far.at("/notes/2"));
    private["to"] = json!([scene.town.app.links.actor("parc")]);
    assert_eq!(scene.post(&scene.activity("bo", "Create", "5", private)).await, 202);
    assert_eq!(scene.replies(0).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn b13_collections_of_ours_are_not_theirs_to_change() {
    let scene = Scene::set().await;
    let group = scene.town.app.links.actor("parc");
    let document = async || {
        let url = url::Url::parse(&format!("{group}/featured")).unwrap();
        let client = federation::client::Client::new(
            federation::client::Guard { allow_private_networks: true, origin: url::Url::parse(&scene.far.origin).unwrap() },
            "test",
        );
        client.unwrap().object(&url, None, federation::signature::Scheme::Cavage, scene.town.now()).await.unwrap().json
    };
    let before = document().await;
    for (n, collection) in ["featured", "moderators", "outbox", "followers"].into_iter().enumerate() {
        for kind in ["Add", "Remove"] {
            let mut activity = scene.activity("bo", kind, &format!("{kind}{n}"), scene.object(1));
            activity["target"] = json!(format!("{group}/{collection}"));
            let status = scene.post(&activity).await;
            assert!(matches!(status, 202 | 400 | 403), "{kind} {collection}: {status}");
        }
    }
    Town::settle(&[&scene.town]).await;
    assert_eq!(document().await, before);
    let moderators = scene.town.app.store.read(|db| store::actors::find_local(db, "parc")).await.unwrap().unwrap();
    let followers = scene.town.app.store.read(move |db| store::follows::count(db, moderators.id)).await.unwrap();
    assert_eq!(followers, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn b14_a_move_without_a_way_back_moves_nobody() {
    let scene = Scene::set().await;
    let elsewhere = Stranger::start().await;
    elsewhere.person("mallory");
    scene.post(&scene.activity("bo", "Follow", "1", scene.town.app.links.actor("parc"))).await;
    let group = scene.town.app.store.read(|db| store::actors::find_local(db, "parc")).await.unwrap().unwrap().id;
    let mut moved = scene.activity("bo", "Move", "2", scene.far.at("/users/bo"));
    moved["target"] = json!(elsewhere.at("/users/mallory"));
    let status = scene.post(&moved).await;
    assert!(matches!(status, 202 | 400 | 403), "{status}");
    // And one for somebody else.
    let mut stolen = scene.activity("bo", "Move", "3", scene.far.at("/users/eve"));
    stolen["target"] = json!(elsewhere.at("/users/mallory"));
    assert!(matches!(scene.post(&stolen).await, 202 | 400 | 403));
    Town::settle(&[&scene.town]).await;
    let followers = scene.town.app.store.read(move |db| store::follows::followers(db, group, 10, 0)).await.unwrap();
    assert_eq!(followers, [scene.far.at("/users/bo")]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn b15_reports_are_capped_and_do_not_say_who() {
    let scene = Scene::set().await;
    let mut of_theirs = scene.activity("bo", "Flag", "0", json!([scene.far.at("/notes/9")]));
    of_theirs["content"] = json!("Ce texte n’est pas d’ici.");
    assert_eq!(scene.post(&of_theirs).await, 202);
    let mut moderator = scene.town.somebody("Mo", domain::actor::Role::Moderator).await;
    moderator.see("/admin/moderation").await.keeps_quiet_about("pas d’ici");
    let mut taken = 0;
    for n in 1..=40 {
        let mut flag = scene.activity("bo", "Flag", &n.to_string(), json!([scene.object(0)]));
        flag["content"] = json!(format!("Signalement de bo, le {n}."));
        let status = scene.post(&flag).await;
        assert!(status < 500, "{status}");
        taken += u32::from(status == 202);
    }
    assert!(taken > 0);
    let page = moderator.see("/admin/moderation").await.body;
    assert!(page.matches("Signalement de bo").count() <= 10, "{}", page.matches("Signalement de bo").count());
    scene.town.visitor().see(&format!("/c/parc/p/{}", scene.proposals[0])).await.keeps_quiet_about("Signalement de bo");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn b17_a_taken_name_is_not_taken_over() {
    let scene = Scene::set().await;
    let like = |name: &str, id: &str| scene.activity(name, "Like", id, scene.object(0));
    assert_eq!(scene.post(&like("bo", "1")).await, 202);
    let eve = scene.far.person("eve");
    assert_eq!(scene.far.post(&scene.town, &eve, &like("eve", "2")).await.status, 202);
    // Eve says that she is called bo now.
    let uri = scene.far.at("/users/eve");
    let document = json!({
        "@context": "https://www.w3.org/ns/activitystreams", "id": uri, "type": "Person", "preferredUsername": "bo", "name": "Bo",
        "inbox": format!("{uri}/inbox"), "outbox": format!("{uri}/outbox"),
        "publicKey": {"id": eve.key_id, "owner": uri, "publicKeyPem": eve.key.public().to_pem()}
    });
    scene.far.show("/users/eve", document.clone());
    let update = scene.activity("eve", "Update", "3", document);
    assert_eq!(scene.far.post(&scene.town, &eve, &update).await.status, 202);
    Town::settle(&[&scene.town]).await;
    assert_eq!(scene.actor(scene.far.at("/users/bo")).await.unwrap().username, "bo");
    let eve_here = scene.actor(uri).await.unwrap();
    assert_ne!(eve_here.username, "bo");
}

/// Somebody on a hostile peer is followed, and its lists and threads have no end.
async fn follow(town: &Town, peer: &HostilePeer, outbox: &str) {
    let uri = peer.actor("mallory");
    peer.show(
        "/actors/mallory",
        &json!({
            "@context": "https://www.w3.org/ns/activitystreams", "id": uri, "type": "Person", "preferredUsername": "mallory",
            "inbox": format!("{uri}/inbox"), "outbox": outbox,
            "publicKey": {"id": format!("{uri}#main-key"), "owner": uri, "publicKeyPem": peer.key().public().to_pem()}
        }),
    );
    actions::abroad::follow_address(&town.app, Town::machine(), &uri).await.unwrap();
    Town::settle(&[town]).await;
    let follow = peer.received().into_iter().find(|sent| sent["type"] == "Follow").expect("it was asked to be followed");
    let accept = json!({
        "@context": "https://www.w3.org/ns/activitystreams", "type": "Accept", "id": peer.at("/accept/1"), "actor": uri, "object": follow
    });
    let inbox = url::Url::parse(&town.app.links.shared_inbox()).unwrap();
    let answer = peer.sign(&inbox, &accept, town.now()).seal().send().await;
    assert_eq!(answer.status, 202, "{}", answer.body);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn d04_a_list_without_end_is_read_for_one_page() {
    let (town, peer) = (Town::on_the_network().await, HostilePeer::start(Mode::Ok).await);
    follow(&town, &peer, &peer.at("/endless/outbox")).await;
    peer.forget();
    Town::settle(&[&town]).await;
    let pages = peer.recorded().iter().filter(|asked| asked.target.starts_with("/endless/")).count();
    assert!((1..=2).contains(&pages), "{pages}");
    assert!(peer.recorded().len() <= 45, "{}", peer.recorded().len());
    // One that says that its first page is itself.
    let itself = peer.at("/loop");
    peer.show(
        "/loop",
        &json!({"@context": "https://www.w3.org/ns/activitystreams", "id": itself, "type": "OrderedCollection", "first": itself}),
    );
    let other = HostilePeer::start(Mode::Ok).await;
    other.show("/loop", &json!({"id": other.at("/loop"), "type": "OrderedCollection", "first": other.at("/loop")}));
    follow(&town, &other, &other.at("/loop")).await;
    other.forget();
    Town::settle(&[&town]).await;
    assert!(other.recorded().iter().filter(|asked| asked.target == "/loop").count() <= 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn d05_a_thread_without_beginning_is_not_walked() {
    let (town, peer) = (Town::on_the_network().await, HostilePeer::start(Mode::Ok).await);
    town.consultation("parc").await;
    follow(&town, &peer, &peer.at("/actors/mallory/outbox")).await;
    Town::settle(&[&town]).await;
    peer.forget();
    let inbox = url::Url::parse(&town.app.links.shared_inbox()).unwrap();
    let announce = json!({
        "@context": "https://www.w3.org/ns/activitystreams", "type": "Announce", "id": peer.at("/announces/1"), "actor": peer.actor("mallory"),
        "to": [PUBLIC], "object": peer.at("/deep/1")
    });
    assert_eq!(peer.sign(&inbox, &announce, town.now()).seal().send().await.status, 202);
    Town::settle(&[&town]).await;
    let deep: Vec<String> = peer.recorded().into_iter().map(|asked| asked.target).filter(|target| target.contains("deep")).collect();
    assert!(deep.len() <= 10, "{deep:?}");
    assert!(deep.iter().any(|target| target == "/deep/1"), "{deep:?}");
}
