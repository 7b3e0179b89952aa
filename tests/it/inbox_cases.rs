//! Adversarial cases at the inbox of a running instance (security-reliability §1.2, A and B): each is refused or without effect, and says so.

use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::ContributionId;
use domain::lang::Lang;
use federation::signature::{Scheme, Signer};
use http::HeaderMap;
use rig::stranger::deliver;
use rig::{Stranger, Town};
use serde_json::{Value, json};
use store::Uid;
use tower::ServiceExt as _;
use url::Url;

const PUBLIC: &str = "https://www.w3.org/ns/activitystreams#Public";

struct Scene {
    town: Town,
    far: Stranger,
    proposal: ContributionId,
}

impl Scene {
    async fn set() -> Self {
        let town = Town::on_the_network().await;
        town.consultation("parc").await;
        town.citizen("Ana").await;
        let ana = town.viewer("ana@example.org").await;
        let draft = Draft::parse(Kind::Proposal, &RawDraft { title: "Un banc", body: "Sous le tilleul.", ..RawDraft::default() }).unwrap();
        let proposal = actions::contributions::publish(&town.app, ana, "parc", draft, Lang::Fr).await.unwrap();
        Self { far: Stranger::start().await, town, proposal }
    }

    fn object(&self) -> String {
        self.town.app.links.object(self.proposal)
    }

    fn like(&self, name: &str, id: &str) -> Value {
        json!({
            "@context": "https://www.w3.org/ns/activitystreams", "type": "Like", "id": self.far.at(&format!("/likes/{id}")),
            "actor": self.far.at(&format!("/users/{name}")), "object": self.object()
        })
    }

    fn note(&self, name: &str, id: &str, text: &str) -> Value {
        json!({
            "type": "Note", "id": self.far.at(&format!("/notes/{id}")), "attributedTo": self.far.at(&format!("/users/{name}")),
            "inReplyTo": self.object(), "to": [PUBLIC], "cc": [], "content": format!("<p>{text}</p>"), "published": "2026-03-02T11:00:00Z"
        })
    }

    fn activity(&self, name: &str, kind: &str, id: &str, object: impl Into<Value>) -> Value {
        let object = object.into();
        json!({
            "@context": "https://www.w3.org/ns/activitystreams", "type": kind, "id": self.far.at(&format!("/activities/{id}")),
            "actor": self.far.at(&format!("/users/{name}")), "to": [PUBLIC], "object": object
        })
    }

    /// Reads the proposal as a document, with a signature.
    async fn read(&self, signer: &Signer) -> u16 {
        let address = Url::parse(&self.object()).unwrap();
        let mut headers = signer.headers(Scheme::Cavage, &http::Method::GET, &address, None, None, self.town.now()).unwrap();
        headers.insert("accept", "application/activity+json".parse().unwrap());
        let mut request = axum::http::Request::get(address.path()).body(axum::body::Body::empty()).unwrap();
        *request.headers_mut() = headers;
        let router = parvis::commands::serve::around(self.town.router.clone());
        router.oneshot(request).await.unwrap().status().as_u16()
    }

    /// Supports, from here and elsewhere, and replies.
    async fn counts(&self) -> (i32, i32, i32) {
        let id = Uid::of(self.proposal);
        let found = self.town.app.store.read(move |db| store::contributions::find(db, id)).await.unwrap().unwrap();
        (found.support_count, found.remote_support_count, found.reply_count)
    }

    async fn post(&self, signer: &Signer, activity: &Value) -> u16 {
        self.far.post(&self.town, signer, activity).await.status.as_u16()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_schemes_are_believed_and_a_replay_counts_once() {
    let scene = Scene::set().await;
    let bo = scene.far.person("bo");
    let eve = scene.far.person("eve");
    assert_eq!(scene.post(&bo, &scene.like("bo", "1")).await, 202);
    // A09: the same bytes again.
    assert_eq!(scene.post(&bo, &scene.like("bo", "1")).await, 202);
    let body = scene.like("eve", "2").to_string().into_bytes();
    assert_eq!(scene.far.post_as(&scene.town, &eve, Scheme::Rfc9421, body, |_| {}).await.status, 202);
    assert_eq!(scene.counts().await, (0, 2, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a01_to_a07_what_is_not_signed_or_signed_wrongly() {
    let scene = Scene::set().await;
    let bo = scene.far.person("bo");
    let body = scene.like("bo", "1").to_string().into_bytes();
    let unsigned = deliver(&scene.town, HeaderMap::new(), body.clone()).await;
    assert_eq!((unsigned.status.as_u16(), unsigned.header("accept-signature").is_empty()), (401, false));
    // A04: the body changed by one byte after it was signed.
    let mut headers = HeaderMap::new();
    let answer = scene.far.post_as(&scene.town, &bo, Scheme::Cavage, body.clone(), |signed| headers = signed.clone()).await;
    assert_eq!(answer.status, 202);
    let changed = String::from_utf8(body.clone()).unwrap().replace("likes/1", "likes/2").into_bytes();
    assert_eq!(deliver(&scene.town, headers, changed).await.status, 401);
    // Nothing was asked of the stranger but the document of the one who signed rightly.
    let asked: Vec<String> = scene.far.asked().into_iter().map(|asked| asked.path).collect();
    assert_eq!(asked, ["/users/bo"]);
    assert_eq!(scene.counts().await, (0, 1, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a02_somebody_else_signed() {
    let scene = Scene::set().await;
    scene.far.person("alice");
    let mallory = scene.far.person("mallory");
    assert_eq!(scene.post(&mallory, &scene.like("alice", "1")).await, 401);
    assert_eq!(scene.counts().await, (0, 0, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a03_an_activity_of_another_inside_an_announce() {
    let scene = Scene::set().await;
    let good = Stranger::start().await;
    good.person("alice");
    let mallory = scene.far.person("mallory");
    let inner = json!({
        "type": "Create", "id": good.at("/activities/1"), "actor": good.at("/users/alice"), "to": [PUBLIC],
        "object": {"type": "Note", "id": good.at("/notes/1"), "attributedTo": good.at("/users/alice"), "inReplyTo": scene.object(),
            "to": [PUBLIC], "content": "<p>Jamais dit</p>"}
    });
    assert_eq!(scene.post(&mallory, &scene.activity("mallory", "Announce", "1", inner)).await, 202);
    Town::settle(&[&scene.town]).await;
    assert_eq!(scene.counts().await, (0, 0, 0));
    assert!(good.asked().is_empty(), "nobody follows the one who says so");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a13_a14_keys_that_are_not_their_owners() {
    let scene = Scene::set().await;
    let good = Stranger::start().await;
    good.person("alice");
    let bo = scene.far.person("bo");
    // A key on this server that names an actor of another one as its owner.
    let key = json!({
        "@context": "https://w3id.org/security/v1", "id": scene.far.at("/key"), "owner": good.at("/users/alice"),
        "publicKeyPem": bo.key.public().to_pem()
    });
    scene.far.show("/key", key.clone());
    let signer = Signer { key_id: scene.far.at("/key"), key: bo.key.clone() };
    let mut like = scene.like("bo", "1");
    like["actor"] = json!(good.at("/users/alice"));
    like["id"] = json!(good.at("/likes/1"));
    assert_eq!(scene.post(&signer, &like).await, 401);
    // A key whose document has another id.
    scene.far.show("/other", key);
    let signer = Signer { key_id: scene.far.at("/other"), key: bo.key.clone() };
    assert_eq!(scene.post(&signer, &like).await, 401);
    assert_eq!(scene.counts().await, (0, 0, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a15_many_bad_signatures_cost_one_question() {
    let scene = Scene::set().await;
    let bo = scene.far.person("bo");
    let other = Stranger::start().await.person("bo");
    let forger = Signer { key_id: bo.key_id.clone(), key: other.key };
    for n in 0..30 {
        assert_eq!(scene.post(&forger, &scene.like("bo", &n.to_string())).await, 401);
    }
    assert_eq!(scene.far.asked().len(), 1, "{:?}", scene.far.asked());
}

/// Found by the simulation: a town that could not be reached while it sent was answered 401, and gave up what was true.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a15_a_key_that_cannot_be_had_for_now_is_no_refusal() {
    let scene = Scene::set().await;
    let bo = scene.far.person("bo");
    let like = scene.like("bo", "1");
    scene.far.fail("/users/bo", 502);
    // The second time its server is not even asked.
    assert_eq!((scene.post(&bo, &like).await, scene.post(&bo, &like).await), (503, 503));
    assert_eq!(scene.far.asked().len(), 1);
    let bo = scene.far.person("bo");
    scene.town.wait(jiff::SignedDuration::from_mins(6));
    assert_eq!(scene.post(&bo, &like).await, 202);
    assert_eq!(scene.counts().await, (0, 1, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a16_the_farewell_of_a_stranger() {
    let scene = Scene::set().await;
    let ghost = scene.far.person("ghost");
    scene.far.fail("/users/ghost", 410);
    let farewell = scene.activity("ghost", "Delete", "1", json!(scene.far.at("/users/ghost")));
    assert_eq!(scene.post(&ghost, &farewell).await, 202);
    assert!(scene.far.asked().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a19_a_context_that_renames_things_changes_nothing() {
    let scene = Scene::set().await;
    let bo = scene.far.person("bo");
    let mut like = scene.like("bo", "1");
    like["@context"] = json!([
        "https://www.w3.org/ns/activitystreams", scene.far.at("/context"), {"actor": "https://evil.example/object", "Undo": "as:Like"}
    ]);
    assert_eq!(scene.post(&bo, &like).await, 202);
    assert_eq!(scene.counts().await, (0, 1, 0));
    assert!(scene.far.asked().iter().all(|asked| asked.path != "/context"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_that_was_changed_is_asked_for_once_more() {
    let scene = Scene::set().await;
    let old = scene.far.person("bo");
    assert_eq!(scene.post(&old, &scene.like("bo", "1")).await, 202);
    // The same person with a new key.
    let key = Stranger::start().await.person("bo").key;
    let mut document = json!({
        "@context": "https://www.w3.org/ns/activitystreams", "id": scene.far.at("/users/bo"), "type": "Person", "preferredUsername": "bo",
        "inbox": scene.far.at("/users/bo/inbox"), "outbox": scene.far.at("/users/bo/outbox")
    });
    document["publicKey"] = json!({"id": old.key_id, "owner": scene.far.at("/users/bo"), "publicKeyPem": key.public().to_pem()});
    let new = Signer { key_id: old.key_id.clone(), key };
    // Whoever reads with it before their server shows it reads what anybody may, and nobody asks for the key because of that.
    assert_eq!(scene.read(&new).await, 200);
    scene.far.show("/users/bo", document);
    let note = scene.note("bo", "1", "Une réponse");
    assert_eq!(scene.post(&new, &scene.activity("bo", "Create", "2", note)).await, 202);
    assert_eq!(scene.counts().await, (0, 1, 1));
    assert_eq!(scene.post(&old, &scene.like("bo", "3")).await, 401);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn b06_to_b08_texts_of_others() {
    let scene = Scene::set().await;
    let (bo, mallory) = (scene.far.person("bo"), scene.far.person("mallory"));
    assert_eq!(scene.post(&bo, &scene.activity("bo", "Create", "1", scene.note("bo", "1", "Bonjour"))).await, 202);
    // B06: written by another than the one who signs.
    assert_eq!(scene.post(&mallory, &scene.activity("mallory", "Create", "2", scene.note("bo", "2", "Jamais dit"))).await, 400);
    // B08: changed and deleted by another of the same server.
    let mut changed = scene.note("mallory", "1", "Changé");
    changed["updated"] = json!("2026-03-02T12:00:00Z");
    assert_eq!(scene.post(&mallory, &scene.activity("mallory", "Update", "3", changed)).await, 403);
    let deleted = scene.activity("mallory", "Delete", "4", json!(scene.far.at("/notes/1")));
    assert_eq!(scene.post(&mallory, &deleted).await, 403);
    assert_eq!(scene.counts().await, (0, 0, 1));
    scene.town.visitor().see(&format!("/c/parc/p/{}", scene.proposal)).await.says("Bonjour").keeps_quiet_about("Changé");
    // B07: shapes that nobody should use, and B11: an id of ours.
    for (name, attributed) in [("5", json!(null)), ("6", json!(7)), ("7", json!([["x"]]))] {
        let mut note = scene.note("bo", name, "Forme");
        note["attributedTo"] = attributed;
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Create", name, note)).await, 400, "{name}");
    }
    let mut ours = scene.note("bo", "8", "De chez vous");
    ours["id"] = json!(scene.object());
    let status = scene.post(&bo, &scene.activity("bo", "Create", "8", ours)).await;
    assert!(matches!(status, 400 | 403), "{status}");
    assert_eq!(scene.counts().await, (0, 0, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn b12_undo_of_what_another_did_and_answers_to_nothing() {
    let scene = Scene::set().await;
    let (bo, mallory) = (scene.far.person("bo"), scene.far.person("mallory"));
    scene.post(&bo, &scene.like("bo", "1")).await;
    let undo = scene.activity("mallory", "Undo", "2", scene.like("bo", "1"));
    let status = scene.post(&mallory, &undo).await;
    assert!(matches!(status, 202 | 400), "{status}");
    assert_eq!(scene.counts().await, (0, 1, 0));
    let follow = json!({"type": "Follow", "id": scene.town.app.links.absolute("/activities/x"), "actor": scene.town.app.links.actor("collectivite"),
        "object": scene.far.at("/users/mallory")});
    scene.post(&mallory, &scene.activity("mallory", "Accept", "3", follow)).await;
    let ours = scene.town.app.instance().await.unwrap().collectivity_id;
    assert_eq!(scene.town.app.store.read(move |db| store::follows::count_following(db, ours)).await.unwrap(), 0);
    let undo = scene.activity("bo", "Undo", "4", scene.like("bo", "1"));
    assert_eq!(scene.post(&bo, &undo).await, 202);
    assert_eq!(scene.counts().await, (0, 0, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn b18_b19_bodies_that_are_no_activity() {
    let scene = Scene::set().await;
    let bo = scene.far.person("bo");
    scene.post(&bo, &scene.like("bo", "0")).await;
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let actor = scene.far.at("/users/bo");
    let bodies = [
        ("not JSON", "{".to_owned()),
        ("a byte order mark", format!("\u{feff}{}", scene.like("bo", "1"))),
        ("depth", format!("{{\"type\":\"Like\",\"actor\":\"{actor}\",\"object\":{deep}}}")),
        ("a number that is none", "{\"type\":1e400}".to_owned()),
        (
            "two types",
            format!("{{\"type\":\"Like\",\"type\":\"Undo\",\"id\":\"{actor}#1\",\"actor\":\"{actor}\",\"object\":\"{}\"}}", scene.object()),
        ),
        ("no id", format!("{{\"type\":\"Like\",\"actor\":\"{actor}\",\"object\":\"{}\"}}", scene.object())),
        (
            "a list of types",
            format!("{{\"type\":[\"Note\",\"Delete\"],\"id\":\"{actor}#2\",\"actor\":\"{actor}\",\"object\":\"{}\"}}", scene.object()),
        ),
    ];
    for (name, body) in bodies {
        let answer = scene.far.post_as(&scene.town, &bo, Scheme::Cavage, body.into_bytes(), |_| {}).await;
        assert_eq!(answer.status, 400, "{name}");
    }
    let unknown = scene.activity("bo", "Dance", "3", json!(scene.object()));
    assert_eq!(scene.post(&bo, &unknown).await, 202);
    assert_eq!(scene.counts().await, (0, 1, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn b20_a_blocked_server_is_refused_everywhere() {
    let scene = Scene::set().await;
    let bo = scene.far.person("bo");
    let host = scene.far.origin.trim_start_matches("http://").to_owned();
    actions::abroad::rule(&scene.town.app, Town::machine(), &host, store::peers::HostRule::Blocked, "").await.unwrap();
    scene.town.fed.policy.forget();
    assert_eq!(scene.post(&bo, &scene.like("bo", "1")).await, 403);
    actions::abroad::follow_address(&scene.town.app, Town::machine(), &scene.far.at("/users/bo")).await.unwrap();
    Town::settle(&[&scene.town]).await;
    assert!(scene.far.asked().is_empty(), "{:?}", scene.far.asked());
    assert_eq!(scene.counts().await, (0, 0, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn b20_a_redirect_never_contacts_a_blocked_server() {
    let scene = Scene::set().await;
    let blocked = Stranger::start().await;
    let host = blocked.origin.trim_start_matches("http://").to_owned();
    actions::abroad::rule(&scene.town.app, Town::machine(), &host, store::peers::HostRule::Blocked, "").await.unwrap();
    scene.town.fed.policy.forget();
    // An actor, its key, a handle and a description of a server that are all said to be on a blocked server.
    for path in ["/users/bo", "/.well-known/webfinger", "/.well-known/nodeinfo"] {
        scene.far.redirect(path, &blocked.at("/users/bo"));
    }
    let signer = Signer { key_id: scene.far.at("/users/bo#main-key"), key: blocked.person("bo").key };
    assert_eq!(scene.post(&signer, &scene.like("bo", "1")).await, 401);
    let here = scene.far.origin.trim_start_matches("http://");
    for address in [scene.far.at("/users/bo"), format!("@bo@{here}"), blocked.at("/users/bo"), format!("@bo@{host}")] {
        actions::abroad::follow_address(&scene.town.app, Town::machine(), &address).await.unwrap();
    }
    scene.town.fed.learn_peer(here).await.unwrap();
    Town::settle(&[&scene.town]).await;
    assert!(scene.far.asked().len() >= 3, "the server that is not blocked was asked");
    assert!(blocked.asked().is_empty(), "{:?}", blocked.asked());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn d03_a_body_that_is_too_large() {
    let scene = Scene::set().await;
    let bo = scene.far.person("bo");
    let mut like = scene.like("bo", "1");
    like["summary"] = json!("x".repeat(1_100_000));
    assert_eq!(scene.post(&bo, &like).await, 413);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_said_in_private_is_not_made_public() {
    let scene = Scene::set().await;
    let bo = scene.far.person("bo");
    let mut note = scene.note("bo", "1", "Entre nous");
    note["to"] = json!([scene.town.app.links.actor("parc")]);
    let mut create = scene.activity("bo", "Create", "1", note);
    create["to"] = json!([scene.town.app.links.actor("parc")]);
    assert_eq!(scene.post(&bo, &create).await, 202);
    assert_eq!(scene.counts().await, (0, 0, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_closed_consultation_refuses_and_says_so() {
    let scene = Scene::set().await;
    let bo = scene.far.person("bo");
    scene.town.wait(jiff::SignedDuration::from_hours(24 * 45));
    assert_eq!(scene.post(&bo, &scene.like("bo", "1")).await, 403);
    let create = scene.activity("bo", "Create", "2", scene.note("bo", "1", "Trop tard"));
    assert_eq!(scene.post(&bo, &create).await, 403);
    assert_eq!(scene.counts().await, (0, 0, 0));
}
