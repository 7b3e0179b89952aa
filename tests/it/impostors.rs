//! Who is not official, whatever they say: forged, foreign, replayed and mistimed recognitions, and servers that call themselves town halls (E05).

use std::sync::Arc;

use domain::actor::Role;
use federation::documents::{self, StatementInput};
use federation::proof;
use federation::signature::{PrivateKey, Signer};
use rig::{Stranger, Town, on_both_databases};
use serde_json::{Value, json};
use store::Uid;
use store::trust::{self, RecognitionState, Territory};

/// A server that says it is a town hall, with all that it takes to sign.
struct Mairie {
    far: Stranger,
    uri: String,
    http: Signer,
    key: Signer,
}

impl Mairie {
    async fn open(town: &Town) -> Self {
        let far = Stranger::start().await;
        let http = far.person("ville");
        let uri = far.at("/users/ville");
        let key = key_of(&uri);
        let method = method(&key, &uri);
        far.change("/users/ville", |document| {
            document["type"] = json!("Organization");
            document["name"] = json!("Mairie de Montreuil");
            document["summary"] = json!("<p>Site officiel. <strong>Officiel</strong> ✔</p>");
            document["assertionMethod"] = json!([method]);
            document["parvis:officialPeer"] = json!(town.app.links.actor("collectivite"));
            document["parvis:territory"] =
                json!({"parvis:kind": "commune", "parvis:insee": "59350", "parvis:controller": "La mairie", "parvis:contact": "dpo@ville.example"});
        });
        Self { far, uri, http, key }
    }

    fn territory() -> Territory {
        Territory {
            kind: "commune".to_owned(),
            insee_code: Some("59350".to_owned()),
            controller: "La mairie".to_owned(),
            ..Territory::default()
        }
    }

    /// What it signs for this town, at this time.
    fn statement(&self, town: &Town, activity: &str, in_reply_to: Option<&str>, at: domain::Timestamp) -> Value {
        let said = documents::statement(&StatementInput {
            activity,
            subject: &self.uri,
            object: &ours(town),
            in_reply_to,
            territory: &Self::territory(),
            published: at,
        });
        proof::sign(&said, &self.key, town.now()).unwrap()
    }

    fn offer(&self, town: &Town, id: &str) -> Value {
        let activity = self.far.at(id);
        documents::offer(&activity, &self.uri, &ours(town), &self.statement(town, &activity, None, town.now()))
    }

    fn accept(&self, town: &Town, id: &str, offer: &str) -> Value {
        let activity = self.far.at(id);
        documents::accept_offer(&activity, &self.uri, (offer, &ours(town)), &self.statement(town, &activity, Some(offer), town.now()))
    }

    async fn post(&self, town: &Town, activity: &Value) -> u16 {
        self.far.post(town, &self.http, activity).await.status.as_u16()
    }

    /// Its id in the town, once the town knows it.
    async fn id(&self, town: &Town) -> Uid {
        let uri = self.uri.clone();
        town.app.store.read(move |db| store::remote_actors::by_uri(db, &uri)).await.unwrap().unwrap()
    }

    async fn states(&self, town: &Town) -> Vec<RecognitionState> {
        let uri = self.uri.clone();
        let read = town.app.store.read(move |db| match store::remote_actors::by_uri(db, &uri)? {
            Some(id) => trust::of(db, id),
            None => Ok(Vec::new()),
        });
        read.await.unwrap().iter().map(|one| RecognitionState::parse(&one.state).unwrap()).collect()
    }

    /// It is looked up and we propose to it; gives the address of the proposal.
    async fn invited(&self, town: &Town) -> String {
        use actions::outside::Outside;
        let id = town.fed.collectivity(&self.uri).await.unwrap();
        actions::abroad::propose_recognition(&town.app, Town::machine(), id).await.unwrap();
        town.run_jobs().await;
        let sent = self.far.received();
        sent.iter().rev().find(|sent| sent["type"] == "Offer").unwrap()["id"].as_str().unwrap().to_owned()
    }
}

fn ours(town: &Town) -> String {
    town.app.links.actor("collectivite")
}

fn key_of(uri: &str) -> Signer {
    Signer { key_id: format!("{uri}#ed25519-key"), key: Arc::new(PrivateKey::generate_ed25519().unwrap()) }
}

fn method(key: &Signer, uri: &str) -> Value {
    json!({"id": key.key_id, "type": "Multikey", "controller": uri, "publicKeyMultibase": key.key.public().to_multibase().unwrap()})
}

/// Proposals that are none, and what each is answered.
fn spoilt(town: &Town, mairie: &Mairie, other: &Mairie, bo_key: &Signer) -> Vec<(&'static str, Value, u16)> {
    let spoilt = |id: &str, spoil: &dyn Fn(&mut Value)| {
        let mut offer = mairie.offer(town, id);
        spoil(&mut offer);
        offer
    };
    vec![
        ("no proof", spoilt("/1", &|o| drop(o["object"].as_object_mut().unwrap().remove("proof"))), 403),
        ("an altered territory", spoilt("/2", &|o| o["object"]["parvis:territory"]["parvis:insee"] = json!("75056")), 403),
        ("a territory without kind", spoilt("/3", &|o| o["object"]["parvis:territory"] = json!({})), 400),
        ("for another town", spoilt("/4", &|o| o["object"]["object"] = json!(other.uri)), 404),
        ("another subject", spoilt("/5", &|o| o["object"]["subject"] = json!(other.uri)), 400),
        ("another date", spoilt("/6", &|o| o["object"]["published"] = json!("2026-01-01T00:00:00Z")), 403),
        ("an answer as a proposal", spoilt("/7", &|o| o["object"]["inReplyTo"] = json!(o["id"])), 400),
        (
            "signed by somebody of the same server",
            spoilt("/8", &|o| o["object"] = proof::sign(&o["object"], bo_key, town.now()).unwrap()),
            403,
        ),
        (
            "signed by another collectivity",
            spoilt("/9", &|o| o["object"] = proof::sign(&o["object"], &other.key, town.now()).unwrap()),
            403,
        ),
        (
            "signed with a key that nobody shows",
            spoilt("/10", &|o| o["object"] = proof::sign(&o["object"], &key_of(&mairie.uri), town.now()).unwrap()),
            403,
        ),
        (
            "a proof of tomorrow",
            spoilt("/11", &|o| {
                let tomorrow = town.now() + jiff::SignedDuration::from_hours(24);
                o["object"] = proof::sign(&o["object"], &mairie.key, tomorrow).unwrap();
            }),
            403,
        ),
        ("only the address of one", spoilt("/12", &|o| o["object"] = json!(o["object"]["id"])), 202),
        ("two at once", spoilt("/13", &|o| o["object"] = json!([o["object"], o["object"]])), 202),
        ("another relationship", spoilt("/14", &|o| o["object"]["relationship"] = json!("parvis:friend")), 202),
        ("a truncated one", spoilt("/15", &|o| o["object"] = json!({"type": "Relationship", "relationship": "parvis:officialPeer"})), 400),
        ("one that is far too long", spoilt("/16", &|o| o["object"]["more"] = json!("x".repeat(20_000))), 400),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_what_a_collectivity_signed_itself_is_a_proposal() {
    let town = Town::on_the_network().await;
    let mairie = Mairie::open(&town).await;
    let good = |id: &str| mairie.offer(&town, id);
    // Somebody else of the same server, and somebody of another one, with keys of their own.
    let bo = mairie.far.person("bo");
    let bo_key = key_of(&mairie.far.at("/users/bo"));
    let bo_method = method(&bo_key, &mairie.far.at("/users/bo"));
    mairie.far.change("/users/bo", |document| document["assertionMethod"] = json!([bo_method]));
    let other = Mairie::open(&town).await;
    for (what, offer, expected) in spoilt(&town, &mairie, &other, &bo_key) {
        assert_eq!((what, mairie.post(&town, &offer).await), (what, expected));
        assert_eq!((what, mairie.states(&town).await), (what, vec![]));
    }
    // The proposal of a collectivity, sent by another one or by a person; a person who proposes.
    assert_eq!(mairie.far.post(&town, &bo, &good("/17")).await.status, 401, "somebody else sends it");
    let mut stolen = other.offer(&town, "/18");
    stolen["object"] = good("/18")["object"].clone();
    assert_eq!(other.post(&town, &stolen).await, 400, "of another one");
    let uri = mairie.far.at("/users/bo");
    let said = documents::statement(&StatementInput {
        activity: &mairie.far.at("/19"),
        subject: &uri,
        object: &ours(&town),
        in_reply_to: None,
        territory: &Mairie::territory(),
        published: town.now(),
    });
    let person = documents::offer(&mairie.far.at("/19"), &uri, &ours(&town), &proof::sign(&said, &bo_key, town.now()).unwrap());
    assert_eq!(mairie.far.post(&town, &bo, &person).await.status, 403, "a person");
    assert_eq!((mairie.states(&town).await, other.states(&town).await), (vec![], vec![]));
    // And the real one, twice.
    for _ in 0..2 {
        assert_eq!(mairie.post(&town, &good("/20")).await, 202);
        assert_eq!(mairie.states(&town).await, [RecognitionState::Proposed]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_comes_late_or_twice_changes_nothing() {
    let town = Town::on_the_network().await;
    let mairie = Mairie::open(&town).await;
    let undo = |id: &str, offer: &Value| {
        documents::undo_recognition(&mairie.far.at(id), &mairie.uri, &ours(&town), (offer["id"].as_str().unwrap(), None))
    };
    // The end comes before the beginning.
    let first = mairie.offer(&town, "/offers/1");
    assert_eq!(mairie.post(&town, &undo("/undo/1", &first)).await, 202);
    assert_eq!(mairie.post(&town, &first).await, 202);
    assert_eq!(mairie.states(&town).await, []);
    town.wait(jiff::SignedDuration::from_mins(1));
    // A later proposal takes the place of an earlier one, whichever comes first; and an old one comes again.
    let second = mairie.offer(&town, "/offers/2");
    town.wait(jiff::SignedDuration::from_mins(1));
    let third = mairie.offer(&town, "/offers/3");
    for offer in [&third, &second, &third, &first] {
        assert_eq!(mairie.post(&town, offer).await, 202);
    }
    assert_eq!(mairie.states(&town).await, [RecognitionState::Proposed]);
    let id = mairie.id(&town).await;
    let waiting = town.app.store.read(move |db| trust::live(db, id)).await.unwrap();
    assert_eq!(waiting[0].uri, third["id"]);
    actions::abroad::answer_recognition(&town.app, Town::machine(), waiting[0].id, true, true).await.unwrap();
    let official = || town.app.store.read(move |db| trust::is_official(db, id));
    assert!(official().await.unwrap());
    // Somebody else takes it back, and takes back what is not theirs.
    let other = Mairie::open(&town).await;
    let by_other = documents::undo_recognition(&other.far.at("/undo/2"), &other.uri, &ours(&town), (third["id"].as_str().unwrap(), None));
    assert_eq!(other.post(&town, &by_other).await, 400);
    let as_answer = documents::undo_recognition(
        &other.far.at("/undo/3"),
        &other.uri,
        &ours(&town),
        (third["id"].as_str().unwrap(), Some(&other.far.at("/yes"))),
    );
    assert_eq!(other.post(&town, &as_answer).await, 202);
    assert!(official().await.unwrap());
    assert_eq!(mairie.post(&town, &undo("/undo/4", &third)).await, 202);
    assert!(!official().await.unwrap());
    for offer in [&third, &second, &first] {
        assert_eq!(mairie.post(&town, offer).await, 202);
        assert!(!official().await.unwrap(), "what was ended stays so");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_the_one_that_was_asked_can_say_yes() {
    let town = Town::on_the_network().await;
    let (mairie, other) = (Mairie::open(&town).await, Mairie::open(&town).await);
    let nobody = town.app.links.activity(uuid::Uuid::nil());
    assert_eq!(mairie.post(&town, &mairie.accept(&town, "/yes/0", &nobody)).await, 202, "nobody asked");
    assert_eq!(mairie.states(&town).await, []);
    let offer = mairie.invited(&town).await;
    assert_eq!(other.post(&town, &other.accept(&town, "/yes/1", &offer)).await, 202, "another one");
    let mut bare = mairie.accept(&town, "/yes/2", &offer);
    bare["result"].as_object_mut().unwrap().remove("proof");
    assert_eq!(mairie.post(&town, &bare).await, 403, "without its proof");
    let mut of_another = mairie.accept(&town, "/yes/3", &offer);
    of_another["result"] = mairie.statement(&town, &mairie.far.at("/yes/3"), Some(&nobody), town.now());
    assert_eq!(mairie.post(&town, &of_another).await, 400, "a yes to something else");
    let mut without = mairie.accept(&town, "/yes/4", &offer);
    without.as_object_mut().unwrap().remove("result");
    assert_eq!(mairie.post(&town, &without).await, 202, "a yes that nobody signed");
    assert_eq!(mairie.states(&town).await, [RecognitionState::Proposed]);
    let yes = mairie.accept(&town, "/yes/5", &offer);
    for _ in 0..2 {
        assert_eq!(mairie.post(&town, &yes).await, 202);
        assert_eq!(mairie.states(&town).await, [RecognitionState::Official]);
    }
    // Its end may come before it, and it may come after our own end.
    let id = mairie.id(&town).await;
    actions::abroad::withdraw_recognition(&town.app, Town::machine(), id.to()).await.unwrap();
    town.wait(jiff::SignedDuration::from_mins(1));
    let offer = mairie.invited(&town).await;
    let yes = mairie.accept(&town, "/yes/6", &offer);
    let undo = documents::undo_recognition(&mairie.far.at("/undo/6"), &mairie.uri, &ours(&town), (&offer, Some(&mairie.far.at("/yes/6"))));
    assert_eq!((mairie.post(&town, &undo).await, mairie.post(&town, &yes).await), (202, 202));
    assert_eq!(mairie.states(&town).await, [RecognitionState::Ended, RecognitionState::Ended]);
    town.wait(jiff::SignedDuration::from_mins(1));
    let offer = mairie.invited(&town).await;
    actions::abroad::withdraw_recognition(&town.app, Town::machine(), id.to()).await.unwrap();
    town.run_jobs().await;
    let undone = || mairie.far.received().iter().filter(|sent| sent["type"] == "Undo" && sent["object"]["id"] == offer.as_str()).count();
    assert_eq!(undone(), 1);
    assert_eq!(mairie.post(&town, &mairie.accept(&town, "/yes/7", &offer)).await, 202);
    town.run_jobs().await;
    assert_eq!((mairie.states(&town).await.first(), undone()), (Some(&RecognitionState::Ended), 2), "it is told again that it is over");
}

on_both_databases! {
    async fn a_town_hall_that_only_says_so_never_has_the_badge(town: Town) {
        let mairie = Mairie::open(&town).await;
        // It is followed, accepted, on the list, says what it likes, publishes, and proposes.
        actions::abroad::follow_address(&town.app, Town::machine(), &mairie.uri).await.unwrap();
        town.run_jobs().await;
        let follow = mairie.far.received().into_iter().find(|sent| sent["type"] == "Follow").unwrap();
        let accept = json!({"type": "Accept", "id": mairie.far.at("/accept"), "actor": mairie.uri, "object": follow});
        assert_eq!(mairie.post(&town, &accept).await, 202);
        let public = "https://www.w3.org/ns/activitystreams#Public";
        let note = json!({
            "type": "Article", "id": mairie.far.at("/texts/1"), "attributedTo": mairie.uri, "to": [public], "name": "Enquête",
            "content": "<p>Dites-nous tout.</p>", "published": "2026-03-02T11:00:00Z"
        });
        let create = json!({"type": "Create", "id": mairie.far.at("/create"), "actor": mairie.uri, "to": [public], "object": note});
        assert_eq!(mairie.post(&town, &create).await, 202);
        assert_eq!(mairie.post(&town, &mairie.offer(&town, "/offer")).await, 202);
        let host = mairie.far.origin.trim_start_matches("http://").to_owned();
        actions::abroad::rule(&town.app, Town::machine(), &host, store::peers::HostRule::Allowed, "").await.unwrap();
        let badge = "<span class=\"state\" data-tone=\"ok\">";
        let mut visitor = town.visitor();
        for path in ["/", "/network", "/network/peers", "/network/peers?tier=known"] {
            let page = visitor.see(path).await;
            assert!(!page.body.contains(badge), "{path}\n{}", page.body);
        }
        visitor.see("/network").await.says("Mairie de Montreuil").says("Enquête");
        visitor.see("/network/peers").await.keeps_quiet_about("Mairie");
        visitor.see("/network/peers?tier=known").await.says("Mairie de Montreuil").says("n'est pas vérifié").says("Commune, 59350");
        let mut admin = town.somebody("Ana", Role::Administrator).await;
        let page = admin.see(&format!("/admin/network/official/{}", mairie.id(&town).await.0)).await;
        page.says("Ce que ce serveur déclare").says("vous propose de vous reconnaître");
        assert!(!page.body.contains(badge));
        // An administrator says yes, and then it has.
        let id = mairie.id(&town).await;
        let waiting = town.app.store.read(move |db| trust::live(db, id)).await.unwrap();
        actions::abroad::answer_recognition(&town.app, Town::machine(), waiting[0].id, true, false).await.unwrap();
        for path in ["/", "/network", "/network/peers"] {
            assert!(visitor.see(path).await.body.contains(badge), "{path}");
        }
        // A block is stronger, and blocked servers are counted, not named.
        actions::abroad::rule(&town.app, Town::machine(), &host, store::peers::HostRule::Blocked, "").await.unwrap();
        assert!(!town.app.store.read(move |db| trust::is_official(db, id)).await.unwrap());
        let page = visitor.see("/network/peers").await;
        page.says("Un serveur est bloqué").keeps_quiet_about("Mairie");
        assert!(!visitor.see("/network").await.body.contains(badge));
    }
}

on_both_databases! {
    async fn whoever_claims_a_territory_that_another_has_is_shown_as_such(town: Town) {
        let (real, false_one) = (Mairie::open(&town).await, Mairie::open(&town).await);
        assert_eq!(real.post(&town, &real.offer(&town, "/offer")).await, 202);
        let (id, claimant) = (real.id(&town).await, async |mairie: &Mairie| mairie.id(&town).await);
        let waiting = town.app.store.read(move |db| trust::live(db, id)).await.unwrap();
        actions::abroad::answer_recognition(&town.app, Town::machine(), waiting[0].id, true, false).await.unwrap();
        assert_eq!(false_one.post(&town, &false_one.offer(&town, "/offer")).await, 202);
        let other = claimant(&false_one).await;
        let mut admin = town.somebody("Ana", Role::Administrator).await;
        let path = format!("/admin/network/official/{}", other.0);
        let page = admin.see(&path).await;
        page.says("Ce territoire est déjà celui d'une autre collectivité").says(real.far.origin.trim_start_matches("http://"));
        let exchange = page.hidden("exchange").unwrap();
        // A yes that was not warned is not taken.
        let fields = [("act", "accept"), ("verified", "on"), ("exchange", exchange.as_str()), ("warned", "no")];
        assert_eq!(admin.post(&path, &path, &fields).await.status, 422);
        assert_eq!(false_one.states(&town).await, [RecognitionState::Proposed]);
        let fields = [("act", "refuse"), ("exchange", exchange.as_str())];
        assert_eq!(admin.post(&path, &path, &fields).await.status, 303);
        assert_eq!(false_one.states(&town).await, [RecognitionState::Refused]);
        // Asked by us, it says yes with that territory: nothing is official before somebody here looked.
        town.wait(jiff::SignedDuration::from_mins(1));
        let offer = false_one.invited(&town).await;
        assert_eq!(false_one.post(&town, &false_one.accept(&town, "/yes", &offer)).await, 202);
        assert_eq!(false_one.states(&town).await.first(), Some(&RecognitionState::Held));
        assert!(!town.app.store.read(move |db| trust::is_official(db, other)).await.unwrap());
        admin.see("/admin/network/official").await.says("À vérifier");
        let page = admin.see(&path).await;
        page.says("Rien n'est officiel avant votre accord");
        let exchange = page.hidden("exchange").unwrap();
        let fields = [("act", "accept"), ("verified", "on"), ("exchange", exchange.as_str()), ("warned", "yes")];
        assert_eq!(admin.post(&path, &path, &fields).await.status, 303);
        assert!(town.app.store.read(move |db| trust::is_official(db, other)).await.unwrap());
    }
}
