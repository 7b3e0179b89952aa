//! Accreditations: a collectivity says what an organisation is to it, the organisation agrees, both prove it, either ends it.

use actions::abroad::{Accredited, Arrival, Effect, Offered, receive};
use actions::accreditations::{self, AccreditationForm};
use actions::organisations::{self, OrganisationForm};
use domain::actor::{Role, Viewer};
use domain::id::ActorId;
use federation::proof;
use federation::signature::PublicKey;
use jiff::SignedDuration;
use record::Receipt;
use rig::profile::profile;
use rig::{Stranger, Town, on_both_databases};
use serde_json::{Value, json};
use store::Uid;
use store::accreditations::Accreditation;
use store::remote_actors::Profile;

use crate::public_record::{entries, served, sign};
use crate::two_towns::both;

/// An organisation of this town, which Ana looks after; with her, its id and its handle.
async fn haies(town: &Town) -> (Viewer, ActorId, String) {
    town.citizen("Ana").await;
    let ana = town.viewer("ana@example.org").await;
    let form = OrganisationForm {
        kind: "association".to_owned(),
        name: "Les Haies".to_owned(),
        publish_abroad: true,
        ..OrganisationForm::default()
    };
    let handle = organisations::open(&town.app, Town::machine(), &form, "ana@example.org").await.unwrap();
    let known = handle.clone();
    let id = town.app.store.read(move |db| store::actors::find_local(db, &known)).await.unwrap().unwrap().id.to();
    organisations::join(&town.app, ana, id).await.unwrap();
    (ana, id, handle)
}

/// What one town knows of accreditations of an organisation, latest first.
async fn known(town: &Town, organisation: Uid) -> Vec<Accreditation> {
    let rows = town.app.store.read(move |db| store::accreditations::received(db, organisation)).await.unwrap();
    rows.into_iter().map(|(row, _)| row).collect()
}

async fn given(town: &Town) -> Vec<Accreditation> {
    let ours = town.app.instance().await.unwrap().collectivity_id;
    let (rows, _) = town.app.store.read(move |db| store::accreditations::given(db, ours, 0, 50)).await.unwrap();
    rows.into_iter().map(|(row, _)| row).collect()
}

fn host(town: &Town) -> &str {
    town.app.links.origin().trim_start_matches("http://")
}

/// An agent of the State offers through the back office; gives the accreditation's id there.
pub(crate) async fn offer(state: &Town, address: &str, role: &str) -> uuid::Uuid {
    let mut agent = state.visitor();
    let email = domain::text::Email::parse(&format!("agent-{role}@example.org")).unwrap();
    agent.enter(&actions::accounts::create(&state.app, &email, "Agent", Role::Agent).await.unwrap()).await;
    let mandate = "Conseiller les communes sur les haies.";
    let fields = [("address", address), ("role", role), ("mandate", mandate), ("since", ""), ("until", "")];
    let answer = agent.post("/admin/accreditations", "/admin/accreditations", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    given(state).await[0].id.0
}

/// A document as other servers read it.
async fn document(town: &Town, path: &str) -> (u16, Value) {
    let request = http::Request::get(path).header("accept", "application/activity+json").body(axum::body::Body::empty()).unwrap();
    let answer = town.visitor().send(request).await;
    (answer.status.as_u16(), serde_json::from_str(&answer.body).unwrap_or_default())
}

async fn key_of(town: &Town, handle: &str) -> PublicKey {
    let (_, actor) = document(town, &format!("/actors/{handle}")).await;
    PublicKey::from_multibase(actor["assertionMethod"][0]["publicKeyMultibase"].as_str().unwrap()).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_accreditation_is_offered_accepted_proven_by_both_and_taken_back() {
    for (commune, state) in both().await {
        let (ana, id, handle) = haies(&commune).await;
        let address = format!("@{handle}@{}", host(&commune));
        let here = offer(&state, &address, "partner").await;
        assert_eq!(document(&state, &format!("/objects/{here}")).await.0, 404, "an offer is nobody's business");
        Town::settle(&[&state, &commune]).await;
        let page = format!("/@{handle}");
        commune.visitor().see(&page).await.keeps_quiet_about("Conseiller les communes");
        let letters = commune.letters().await;
        assert!(letters.iter().any(|letter| letter.replace("=\r\n", "").contains("#accreditations")), "Ana is told");
        let row = known(&commune, Uid::of(id)).await.remove(0);
        assert_eq!((row.state.as_str(), row.role.as_str()), ("offered", "partner"));
        assert!(accreditations::answer(&commune.app, Town::machine(), row.id.0, true).await.is_err(), "nobody else accepts");
        accreditations::answer(&commune.app, ana, row.id.0, true).await.unwrap();
        Town::settle(&[&commune, &state]).await;
        commune.visitor().see(&page).await.says("Conseiller les communes");
        assert_eq!(given(&state).await[0].state, "accepted");
        let (status, offered) = document(&state, &format!("/objects/{here}")).await;
        assert_eq!((status, offered["role"].as_str()), (200, Some("partner")));
        let (_, accepted) = document(&state, &format!("/objects/{here}/acceptance")).await;
        let collectivity = state.app.instance().await.unwrap().collectivity_id;
        proof::verify(&offered, &key_of(&state, "collectivite").await).unwrap();
        proof::verify(&accepted, &key_of(&commune, &handle).await).unwrap();
        let mut bare = offered.clone();
        bare.as_object_mut().unwrap().remove("proof");
        assert_eq!(accepted["object"], bare, "what was accepted is what was offered");
        // A new key of the State is asked for when its next offer comes.
        state.fed.rotate_keys(collectivity.to()).await.unwrap();
        offer(&state, &address, "expert").await;
        Town::settle(&[&state, &commune]).await;
        assert_eq!(known(&commune, Uid::of(id)).await.len(), 2);
        proof::verify(&document(&state, &format!("/objects/{here}")).await.1, &key_of(&state, "collectivite").await).unwrap();
        accreditations::end(&state.app, Town::machine(), here, true).await.unwrap();
        Town::settle(&[&state, &commune]).await;
        commune.visitor().see(&page).await.keeps_quiet_about("Conseiller les communes");
        assert_eq!(document(&state, &format!("/objects/{here}")).await.0, 410);
        assert_eq!(document(&state, &format!("/objects/{here}/acceptance")).await.0, 410);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_taken_back_stays_so_whoever_was_down() {
    for (commune, state) in both().await {
        let (ana, id, handle) = haies(&commune).await;
        let address = format!("@{handle}@{}", host(&commune));
        let first = offer(&state, &address, "partner").await;
        Town::settle(&[&state, &commune]).await;
        let row = known(&commune, Uid::of(id)).await.remove(0);
        // The State is down while Ana accepts, and takes it back before it hears of that.
        state.go_down();
        accreditations::answer(&commune.app, ana, row.id.0, true).await.unwrap();
        Town::settle(&[&commune]).await;
        accreditations::end(&state.app, Town::machine(), first, true).await.unwrap();
        state.come_back();
        for town in [&commune, &state] {
            town.wait(SignedDuration::from_hours(13));
        }
        Town::settle(&[&commune, &state]).await;
        assert_eq!(given(&state).await[0].state, "withdrawn");
        assert_eq!(known(&commune, Uid::of(id)).await[0].state, "withdrawn");
        // The commune is down while it is offered again; then the organisation leaves.
        commune.go_down();
        // Its address is known, so nobody has to be asked.
        offer(&state, &commune.app.links.actor(&handle), "expert").await;
        Town::settle(&[&state]).await;
        assert_eq!(given(&state).await[0].state, "offered");
        commune.come_back();
        for town in [&commune, &state] {
            town.wait(SignedDuration::from_hours(13));
        }
        Town::settle(&[&state, &commune]).await;
        let row = known(&commune, Uid::of(id)).await.remove(0);
        accreditations::answer(&commune.app, ana, row.id.0, true).await.unwrap();
        accreditations::end(&commune.app, ana, row.id.0, false).await.unwrap();
        Town::settle(&[&commune, &state]).await;
        assert_eq!((given(&state).await[0].state.as_str(), known(&commune, Uid::of(id)).await[0].state.as_str()), ("left", "left"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn forged_altered_and_replayed_accreditations_change_nothing() {
    for (commune, state) in both().await {
        let (ana, id, handle) = haies(&commune).await;
        let here = offer(&state, &format!("@{handle}@{}", host(&commune)), "partner").await;
        Town::settle(&[&state, &commune]).await;
        let collectivity = state.app.instance().await.unwrap().collectivity_id;
        let state_uri = state.app.links.actor("collectivite");
        let keys = state.fed.signers(collectivity.to(), &state_uri).await.unwrap();
        let sent = state.app.store.read(move |db| store::activities::latest(db, collectivity, Uid(here), "Offer")).await.unwrap().unwrap();
        let sent: Value = serde_json::from_str(&sent).unwrap();
        let far = Stranger::start().await;
        let mal = far.person("mal");
        let again = |name: &str| {
            let mut copy = sent.clone();
            copy["id"] = json!(state.app.links.absolute(&format!("/activities/{name}")));
            copy
        };
        assert_eq!(far.post(&commune, &keys.rsa, &sent).await.status, 202, "the same again is taken and changes nothing");
        assert_eq!(far.post(&commune, &keys.rsa, &again("replayed")).await.status, 202);
        let mut altered = again("altered");
        altered["object"]["role"] = json!("expert");
        assert_eq!(far.post(&commune, &keys.rsa, &altered).await.status, 403);
        let mut unproven = again("unproven");
        unproven["object"].as_object_mut().unwrap().remove("proof");
        assert_eq!(far.post(&commune, &keys.rsa, &unproven).await.status, 403);
        let mut truncated = again("truncated");
        truncated["object"].as_object_mut().unwrap().remove("role");
        assert_eq!(far.post(&commune, &keys.rsa, &truncated).await.status, 400);
        let mut stolen = sent.clone();
        stolen["id"] = json!(far.at("/stolen"));
        stolen["actor"] = json!(far.at("/users/mal"));
        assert_eq!(far.post(&commune, &mal, &stolen).await.status, 403, "nobody accredits in another's name");
        let undo = json!({"type": "Undo", "id": far.at("/undo"), "actor": far.at("/users/mal"),
            "object": {"type": "Offer", "actor": far.at("/users/mal"), "object": state.app.links.object(here)}});
        assert_eq!(far.post(&commune, &mal, &undo).await.status, 202);
        let rows = known(&commune, Uid::of(id)).await;
        assert_eq!(rows.iter().map(|row| (row.state.as_str(), row.role.as_str())).collect::<Vec<_>>(), [("offered", "partner")]);
        // An acceptance of something else, and one by somebody else.
        let own = commune.app.links.actor(&handle);
        let signers = commune.fed.signers(id, &own).await.unwrap();
        let mut wanted = sent["object"].clone();
        wanted.as_object_mut().unwrap().remove("proof");
        wanted["mandate"] = json!("Décider de tout.");
        let accept = json!({"@context": ["https://www.w3.org/ns/activitystreams", proof::DATA_INTEGRITY], "type": "Accept",
            "id": commune.app.links.absolute("/activities/greedy"), "actor": own, "object": wanted});
        let greedy = proof::sign(&accept, &signers.ed25519, commune.now()).unwrap();
        assert_eq!(far.post(&state, &signers.rsa, &greedy).await.status, 403, "not what was offered");
        let mut bare = sent["object"].clone();
        bare.as_object_mut().unwrap().remove("proof");
        let foreign = json!({"type": "Accept", "id": far.at("/accept"), "actor": far.at("/users/mal"), "object": bare});
        assert_eq!(far.post(&state, &mal, &foreign).await.status, 403, "nobody accepts for another");
        let lone = json!({"type": "Accept", "id": commune.app.links.absolute("/activities/lone"), "actor": own, "object": bare});
        assert_eq!(far.post(&state, &signers.rsa, &lone).await.status, 403, "an acceptance without proof");
        assert_eq!(given(&state).await[0].state, "offered");
        accreditations::answer(&commune.app, ana, rows[0].id.0, false).await.unwrap();
        Town::settle(&[&commune, &state]).await;
        assert_eq!(given(&state).await[0].state, "refused");
    }
}

on_both_databases! {
    async fn an_accredited_organisation_bears_a_mark_while_it_is_accredited(town: Town) {
        town.consultation("place").await;
        let (ana, id, handle) = haies(&town).await;
        let mut agent = town.somebody("Agent", Role::Agent).await;
        let page = "/admin/accreditations";
        let fault = [("address", "@personne"), ("role", "school"), ("mandate", ""), ("since", ""), ("until", "")];
        assert_eq!(agent.post(page, page, &fault).await.status, 422);
        let fault = [("address", "@ana"), ("role", "school"), ("mandate", ""), ("since", "demain"), ("until", "2020-01-01")];
        assert_eq!(agent.post(page, page, &fault).await.status, 422);
        let own = format!("@{handle}");
        let typed = [("address", own.as_str()), ("role", "neighbourhood"), ("mandate", "Dire ce qui pousse."), ("since", ""), ("until", "2026-03-04")];
        assert_eq!(agent.post(page, page, &typed).await.status, 303);
        assert_eq!(agent.post(page, page, &typed).await.status, 422, "the same is offered once");
        let raw = domain::contribution::RawDraft { title: "Une haie", body: "Trois cents mètres.", ..Default::default() };
        let draft = domain::contribution::Draft::parse(domain::contribution::Kind::Proposal, &raw).unwrap();
        let named = ana.in_the_name_of(id);
        let idea = actions::contributions::publish(&town.app, named, "place", draft, domain::lang::Lang::Fr).await.unwrap();
        let raw = domain::contribution::RawDraft { body: "Oui, et vite.", stance: "for", ..Default::default() };
        let draft = domain::contribution::Draft::parse(domain::contribution::Kind::Reply, &raw).unwrap();
        actions::contributions::reply(&town.app, named, idea, draft, domain::lang::Lang::Fr).await.unwrap();
        let idea = format!("/c/place/p/{idea}");
        town.visitor().see(&idea).await.keeps_quiet_about("Conseil de quartier");
        let row = known(&town, Uid::of(id)).await.remove(0);
        accreditations::answer(&town.app, ana, row.id.0, true).await.unwrap();
        town.visitor().see(&idea).await.says("Conseil de quartier");
        town.visitor().see(&own_page(&handle)).await.says("Dire ce qui pousse.");
        town.visitor().see("/c/place").await.says("Parties prenantes");
        let map = town.visitor().see("/c/place/stakeholders").await;
        map.says("Conseils de quartier").says("Les Haies").says("2 contributions");
        assert!(map.body.contains("data-stance=\"for\""), "{}", map.body);
        let (_, accepted) = document(&town, &format!("/objects/{}/acceptance", row.id.0)).await;
        proof::verify(&accepted, &key_of(&town, &handle).await).unwrap();
        town.wait(SignedDuration::from_hours(24 * 3));
        town.visitor().see(&idea).await.keeps_quiet_about("Conseil de quartier");
        town.visitor().see(&own_page(&handle)).await.keeps_quiet_about("Dire ce qui pousse.");
        town.visitor().see("/c/place/stakeholders").await.says("Associations").keeps_quiet_about("Conseils de quartier");
    }
}

fn own_page(handle: &str) -> String {
    format!("/@{handle}")
}

on_both_databases! {
    async fn what_both_agree_to_and_its_end_are_in_the_record(town: Town) {
        let (ana, id, _) = haies(&town).await;
        let form = |role: &str| AccreditationForm { role: role.to_owned(), mandate: "Dire ce qui pousse.".to_owned(), ..Default::default() };
        let refused = accreditations::offer(&town.app, Town::machine(), id, &form("expert")).await.unwrap();
        accreditations::answer(&town.app, ana, refused, false).await.unwrap();
        let taken_back = accreditations::offer(&town.app, Town::machine(), id, &form("partner")).await.unwrap();
        accreditations::end(&town.app, Town::machine(), taken_back, true).await.unwrap();
        let given = accreditations::offer(&town.app, Town::machine(), id, &form("school")).await.unwrap();
        sign(&town).await;
        assert_eq!(town.visitor().get("/record/receipt/0").await.status, 404, "nothing is agreed yet");
        accreditations::answer(&town.app, ana, given, true).await.unwrap();
        sign(&town).await;
        accreditations::end(&town.app, ana, given, false).await.unwrap();
        sign(&town).await;
        let size = served(&town).await.1.size;
        let lines: Vec<_> = entries(&town, size).await.into_iter().map(|entry| (entry.kind, entry.object, entry.version)).collect();
        let object = given.to_string();
        let expected = [("accreditation_answered".to_owned(), object.clone(), 1), ("accreditation_ended".to_owned(), object, 2)];
        assert_eq!(lines, expected);
        let begun = Receipt::parse(&town.visitor().see("/record/receipt/0").await.body).unwrap().content;
        for said in [r#""organisation":"les_haies""#, r#""role":"school""#, r#""mandate":"Dire ce qui pousse.""#, r#""state":"accepted""#] {
            assert!(begun.contains(said), "{begun}");
        }
        assert!(!begun.contains("Ana"), "{begun}");
        let ended = Receipt::parse(&town.visitor().see("/record/receipt/1").await.body).unwrap().content;
        assert!(ended.contains(r#""state":"left""#), "{ended}");
    }
}

/// Somebody of another server: a `person` or an `organization`.
async fn somebody_far(town: &Town, kind: &str) -> ActorId {
    let profile = Profile { display_name: "Mal".to_owned(), ..profile(kind, &format!("https://far.example/{kind}")) };
    actions::abroad::learn_actor(&town.app, profile).await.unwrap()
}

/// What they offer to an organisation of here, under this number; and its end.
fn from_afar(town: &Town, actor: ActorId, organisation: ActorId, n: u8) -> [Arrival; 2] {
    let uri = format!("https://far.example/offer{n}");
    let offered = Offered {
        uri: uri.clone(),
        digest: [n; 32],
        organisation: Uid::of(organisation),
        role: domain::organisation::OrganisationKind::Partner,
        mandate: String::new(),
        since: town.now(),
        until: None,
        offered_at: town.now(),
        document: "{}".to_owned(),
    };
    let ended = Accredited::Ended { uri, digest: [n; 32], ours: None };
    let arrival = |said, id: u8| Arrival {
        digest: [id; 32],
        actor,
        host: "far.example".to_owned(),
        effect: Effect::Accreditation(Box::new(said)),
        answer: None,
    };
    [arrival(Accredited::Offered(offered), n + 60), arrival(ended, n + 120)]
}

on_both_databases! {
    async fn people_of_other_servers_accredit_nobody(town: Town) {
        let (_, id, _) = haies(&town).await;
        let (person, organization) = (somebody_far(&town, "person").await, somebody_far(&town, "organization").await);
        let [offer, _] = from_afar(&town, person, id, 1);
        let refused = receive(&town.app, offer).await;
        assert!(matches!(refused, Err(actions::Error::Refused(domain::refusal::Refusal::NotYourRole))), "{refused:?}");
        let [offer, _] = from_afar(&town, organization, id, 2);
        receive(&town.app, offer).await.unwrap();
        assert_eq!(known(&town, Uid::of(id)).await.len(), 1);
    }
}

on_both_databases! {
    async fn an_offer_that_comes_together_with_its_end_is_over(town: Town) {
        let (_, id, _) = haies(&town).await;
        let far = somebody_far(&town, "organization").await;
        for n in 1..=12 {
            let [offer, end] = from_afar(&town, far, id, n);
            let (offered, ended) = tokio::join!(receive(&town.app, offer), receive(&town.app, end));
            assert!(offered.is_ok() && ended.is_ok(), "{offered:?} {ended:?}");
            let open = known(&town, Uid::of(id)).await.into_iter().filter(|row| row.state == "offered").count();
            assert_eq!(open, 0, "number {n}");
        }
    }
}
