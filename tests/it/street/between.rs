//! A report of a road that is another collectivity's: it goes there signed, with nothing of its author, and what is said there comes back.

use crate::recognising::recognise;
use crate::two_towns::both;
use domain::actor::Role;
use jiff::SignedDuration;
use rig::{Citizen, Stranger, Town};
use serde_json::{Value, json};
use store::street::Report;

use super::{PNG, category, report};

/// Ana's commune and the métropole that looks after its roads, with an agent on each side.
pub(crate) async fn scene((commune, metropole): (&Town, &Town)) -> (Citizen, Citizen, Citizen) {
    recognise(commune, metropole).await;
    let mut here = commune.somebody("Helene", Role::Agent).await;
    let mut there = metropole.somebody("Marc", Role::Agent).await;
    let peer = commune.app.store.read(|db| store::trust::official_actors(db, "", 5)).await.unwrap().remove(0).actor_id.0.to_string();
    category(&mut here, "Voirie", &[("competent", &peer)]).await;
    category(&mut there, "Propreté", &[]).await;
    category(&mut there, "Voirie", &[]).await;
    (here, there, commune.citizen("Ana Canari").await)
}

pub(super) async fn one(town: &Town, number: i64) -> Option<Report> {
    town.app.store.read(move |db| store::street::numbered(db, number)).await.unwrap()
}

async fn states(towns: [&Town; 2]) -> (String, String) {
    let state = async |town| one(town, 1).await.map(|row| row.state).unwrap_or_default();
    (state(towns[0]).await, state(towns[1]).await)
}

async fn tend(agent: &mut Citizen, fields: &[(&str, &str)]) {
    let mut fields = fields.to_vec();
    fields.push(("category", "voirie"));
    let answer = agent.post("/admin/street/1", "/admin/street/1", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_report_travels_and_its_states_come_back() {
    for (commune, metropole) in both().await {
        let towns = [&commune, &metropole];
        let (mut here, mut there, mut ana) = scene((&commune, &metropole)).await;
        ana.see("/street/new/words?address=x&kind=anomaly&category=voirie").await.says("transmis, sans votre nom");
        metropole.go_down();
        assert_eq!(report(&commune, &mut ana, &[], None).await.status, 303);
        Town::settle(&[&commune]).await;
        assert_eq!(states(towns).await, ("forwarded".to_owned(), String::new()));
        // Nobody answers for days: both the page and the agents say so.
        commune.wait(SignedDuration::from_hours(8 * 24));
        metropole.wait(SignedDuration::from_hours(8 * 24));
        let mut here_again = commune.somebody("Jeanne", Role::Agent).await;
        here_again.see("/admin/street").await.says("1 transmis sans réponse");
        commune.visitor().see("/street/1").await.says("Pas de réponse depuis plus de sept jours");
        metropole.come_back();
        Town::settle(&towns).await;
        let received = one(&metropole, 1).await.unwrap();
        assert_eq!(
            (received.channel.as_str(), received.body.as_str(), received.latitude),
            ("collectivity", "Un trou profond devant le numéro 12.", Some(48.8566))
        );
        let there_page = metropole.visitor().see("/street/1").await;
        there_page.says("Transmis par").says("Voirie").keeps_quiet_about("Canari");
        here_again.see("/admin/street").await.keeps_quiet_about("transmis sans réponse");
        commune.visitor().see("/street/1").await.says("Transmis à").says("Reçu").says("Voir la fiche là-bas");
        // Nothing of whoever made it left.
        let sent = sent_of(&commune).await;
        for private in ["Canari", "canari", "ana", "example.org"] {
            assert!(!sent.contains(private), "{private}: {sent}");
        }
        // States come back in order; only the competent one moves it.
        let mut there_again = metropole.somebody("Lise", Role::Agent).await;
        tend(&mut there_again, &[("next", "in_progress"), ("words", "Équipe prévue jeudi."), ("note", "interne")]).await;
        Town::settle(&towns).await;
        commune.visitor().see("/street/1").await.says("En cours").says("prévue jeudi").keeps_quiet_about("interne");
        let refused = here_again.post("/admin/street/1", "/admin/street/1", &[("next", "resolved"), ("category", "voirie")]).await;
        assert_eq!(refused.status, 422);
        tend(&mut there_again, &[("next", "resolved"), ("words", "Rebouché.")]).await;
        Town::settle(&towns).await;
        assert_eq!(states(towns).await, ("resolved".to_owned(), "resolved".to_owned()));
        assert!(
            commune.letters().await.iter().any(|letter| letter.contains("ana.canari@example.org") && letter.contains("C=E2=80=99est fait"))
        );
        // Opened again there, then given back: it is the commune's to look at.
        tend(&mut there_again, &[("next", "in_progress")]).await;
        tend(&mut there_again, &[("next", "refused"), ("reason", "not_ours"), ("competent", "Le département")]).await;
        Town::settle(&towns).await;
        assert_eq!(states(towns).await, ("received".to_owned(), "refused".to_owned()));
        commune.visitor().see("/street/1").await.says("Le département").says("pas de notre compétence");
        drop((here.get("/").await, there.get("/").await));
    }
}

/// The activity with which the first report left.
async fn sent_of(town: &Town) -> String {
    let read = town.app.store.read(|db| {
        let ours = store::instance::find(db)?.unwrap().collectivity_id;
        let report = store::street::numbered(db, 1)?.unwrap().id;
        store::activities::latest(db, ours, report, "Create")
    });
    read.await.unwrap().unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_taken_back_sent_again_and_by_hand() {
    for (commune, metropole) in both().await {
        let towns = [&commune, &metropole];
        let (mut here, _there, mut ana) = scene((&commune, &metropole)).await;
        assert_eq!(report(&commune, &mut ana, &[], None).await.status, 303);
        Town::settle(&towns).await;
        assert_eq!(here.post("/admin/street/1", "/admin/street/1/back", &[]).await.status, 303);
        Town::settle(&towns).await;
        assert_eq!(states(towns).await, ("received".to_owned(), "refused".to_owned()));
        let peer = commune.app.store.read(|db| store::trust::official_actors(db, "", 5)).await.unwrap().remove(0).actor_id.0.to_string();
        let fields = [("to", peer.as_str()), ("said", "C’est bien à vous.")];
        assert_eq!(here.post("/admin/street/1", "/admin/street/1/forward", &fields).await.status, 303);
        Town::settle(&towns).await;
        assert_eq!(states(towns).await, ("forwarded".to_owned(), "received".to_owned()));
        assert!(one(&metropole, 2).await.is_none(), "it is the same report there");
        let unknown = [("to", "00000000-0000-0000-0000-000000000001")];
        assert_eq!(here.post("/admin/street/1", "/admin/street/1/forward", &unknown).await.status, 422);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn forged_repeated_and_strange_reports_change_nothing() {
    for (commune, metropole) in both().await {
        let towns = [&commune, &metropole];
        let (_here, _there, mut ana) = scene((&commune, &metropole)).await;
        assert_eq!(report(&commune, &mut ana, &[], None).await.status, 303);
        Town::settle(&towns).await;
        let sent = sent_of(&commune).await;
        let sent: Value = serde_json::from_str(&sent).unwrap();
        let commune_actor = commune.app.instance().await.unwrap().collectivity_id;
        let keys = commune.fed.signers(commune_actor.to(), &commune.app.links.actor("collectivite")).await.unwrap();
        let far = Stranger::start().await;
        let again = |name: &str| {
            let mut copy = sent.clone();
            copy["id"] = json!(commune.app.links.absolute(&format!("/activities/{name}")));
            copy
        };
        assert_eq!(far.post(&metropole, &keys.rsa, &sent).await.status, 202, "the same again");
        assert_eq!(far.post(&metropole, &keys.rsa, &again("replayed")).await.status, 202);
        assert!(one(&metropole, 2).await.is_none());
        let mut altered = again("altered");
        altered["object"]["content"] = json!("Autre chose");
        assert_eq!(far.post(&metropole, &keys.rsa, &altered).await.status, 403);
        let mut unproven = again("unproven");
        unproven["object"].as_object_mut().unwrap().remove("proof");
        assert_eq!(far.post(&metropole, &keys.rsa, &unproven).await.status, 403);
        // A collectivity that is not official, with everything else right.
        let mal = far.person("mal");
        let mut stolen = sent.clone();
        stolen["id"] = json!(far.at("/stolen"));
        stolen["actor"] = json!(far.at("/users/mal"));
        assert!(matches!(far.post(&metropole, &mal, &stolen).await.status.as_u16(), 400 | 403), "nobody sends in another's name");
        // An answer by somebody who was not asked.
        let answer = json!({
            "type": "StreetAnswer", "id": far.at("/street/1?answer=9"), "attributedTo": far.at("/users/mal"),
            "to": [commune.app.links.actor("collectivite")], "inReplyTo": commune.app.links.absolute("/street/1"), "url": far.at("/street/1"),
            "turn": 9, "state": "resolved", "competent": "", "content": "", "published": "2026-03-02T11:00:00Z"
        });
        let create = json!({"type": "Create", "id": far.at("/create/9"), "actor": far.at("/users/mal"), "to": [commune.app.links.actor("collectivite")], "object": answer});
        assert_eq!(far.post(&commune, &mal, &create).await.status, 403);
        assert_eq!(states(towns).await, ("forwarded".to_owned(), "received".to_owned()));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_recognised_no_more_hands_nothing_on() {
    for (commune, metropole) in both().await {
        let (_here, _there, mut ana) = scene((&commune, &metropole)).await;
        let commune_there = metropole.app.store.read(|db| store::trust::official_actors(db, "", 5)).await.unwrap().remove(0);
        // Only the métropole has taken it back; the commune has not heard of it yet, and sends.
        commune.go_down();
        let exchange = commune_there.actor_id;
        actions::abroad::withdraw_recognition(&metropole.app, Town::machine(), exchange.to()).await.unwrap();
        Town::settle(&[&metropole]).await;
        commune.come_back();
        assert_eq!(report(&commune, &mut ana, &[], None).await.status, 303);
        Town::settle(&[&commune]).await;
        assert!(one(&metropole, 1).await.is_none(), "nothing is taken from whom we do not recognise");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_hidden_here_is_hidden_there_and_what_was_joined_there_is_told() {
    for (commune, metropole) in both().await {
        let towns = [&commune, &metropole];
        let (mut here, mut there, mut ana) = scene((&commune, &metropole)).await;
        assert_eq!(report(&commune, &mut ana, &[("body", "Zoé Dupont a jeté ses gravats ici.")], None).await.status, 303);
        Town::settle(&towns).await;
        metropole.visitor().see("/street/1").await.says("Zoé Dupont");
        // It names somebody: the commune hides it, and its words are gone there too.
        assert_eq!(here.post("/admin/street/1", "/admin/street/1/hide", &[("act", "hide")]).await.status, 303);
        Town::settle(&towns).await;
        assert_eq!(metropole.visitor().get("/street/1").await.status, 404);
        let kept = one(&metropole, 1).await.unwrap();
        assert!(kept.hidden_at.is_some() && kept.body.is_empty(), "{kept:?}");
        assert_eq!(here.post("/admin/street/1", "/admin/street/1/hide", &[("act", "show")]).await.status, 303);
        Town::settle(&towns).await;
        metropole.visitor().see("/street/1").await.says("Zoé Dupont");
        // Joined there to another one: where that one stands is told here.
        let mut bo = metropole.citizen("Bo").await;
        assert_eq!(report(&metropole, &mut bo, &[], None).await.status, 303);
        assert_eq!(there.post("/admin/street/1", "/admin/street/1/merge", &[("same_as", "2")]).await.status, 303);
        Town::settle(&towns).await;
        assert_eq!(states(towns).await, ("forwarded".to_owned(), "duplicate".to_owned()));
        let fields = [("next", "resolved"), ("words", "Tout est enlevé."), ("category", "voirie")];
        assert_eq!(there.post("/admin/street/2", "/admin/street/2", &fields).await.status, 303);
        Town::settle(&towns).await;
        assert_eq!(states(towns).await, ("resolved".to_owned(), "duplicate".to_owned()));
        commune.visitor().see("/street/1").await.says("Tout est enlevé.");
    }
}

/// Hides or shows a report where it was made.
async fn hide(agent: &mut Citizen, act: &str) {
    assert_eq!(agent.post("/admin/street/1", "/admin/street/1/hide", &[("act", act)]).await.status, 303);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_hidden_is_hidden_wherever_its_words_ever_were() {
    for (commune, metropole) in both().await {
        let towns = [&commune, &metropole];
        let (mut here, mut there, mut ana) = scene((&commune, &metropole)).await;
        assert_eq!(report(&commune, &mut ana, &[("body", "Zoé Dupont a jeté ses gravats ici.")], None).await.status, 303);
        Town::settle(&towns).await;
        // It came back: the métropole is not competent. Hidden now, it is hidden there too.
        tend(&mut there, &[("next", "refused"), ("reason", "not_ours"), ("competent", "Le département")]).await;
        Town::settle(&towns).await;
        assert_eq!(states(towns).await, ("received".to_owned(), "refused".to_owned()));
        hide(&mut here, "hide").await;
        Town::settle(&towns).await;
        let kept = one(&metropole, 1).await.unwrap();
        assert!(kept.hidden_at.is_some() && kept.body.is_empty() && kept.address.is_empty(), "{kept:?}");
        assert_eq!(states(towns).await, ("received".to_owned(), "refused".to_owned()), "nothing is opened again by that");
        // Shown and sent once more: the words are there again.
        hide(&mut here, "show").await;
        let peer = commune.app.store.read(|db| store::trust::official_actors(db, "", 5)).await.unwrap().remove(0).actor_id.0.to_string();
        let forward = [("to", peer.as_str()), ("said", "")];
        assert_eq!(here.post("/admin/street/1", "/admin/street/1/forward", &forward).await.status, 303);
        Town::settle(&towns).await;
        metropole.visitor().see("/street/1").await.says("Zoé Dupont").says("Tilleuls");
        assert_eq!(states(towns).await.1, "received");
        // Taken back, then hidden.
        assert_eq!(here.post("/admin/street/1", "/admin/street/1/back", &[]).await.status, 303);
        Town::settle(&towns).await;
        metropole.visitor().see("/street/1").await.says("Zoé Dupont");
        hide(&mut here, "hide").await;
        Town::settle(&towns).await;
        assert_eq!(metropole.visitor().get("/street/1").await.status, 404);
        assert!(one(&metropole, 1).await.unwrap().body.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_each_side_hides_is_kept_apart() {
    for (commune, metropole) in both().await {
        let towns = [&commune, &metropole];
        let (mut here, mut there, mut ana) = scene((&commune, &metropole)).await;
        assert_eq!(report(&commune, &mut ana, &[], None).await.status, 303);
        Town::settle(&towns).await;
        // The métropole hides it for a reason of its own; hiding and showing it in the commune does not undo that.
        hide(&mut there, "hide").await;
        metropole.wait(SignedDuration::from_hours(1));
        for act in ["hide", "show"] {
            hide(&mut here, act).await;
            Town::settle(&towns).await;
        }
        assert_eq!(metropole.visitor().get("/street/1").await.status, 404);
        assert!(one(&metropole, 1).await.unwrap().body.contains("Un trou profond"), "its words are back, for the agents");
        hide(&mut there, "show").await;
        metropole.visitor().see("/street/1").await.says("Un trou profond");
        // For few eyes from now on: its words are gone there too.
        category(&mut here, "Intime", &[("private", "on")]).await;
        let fields = [("next", "forwarded"), ("category", "intime")];
        assert_eq!(here.post("/admin/street/1", "/admin/street/1", &fields).await.status, 303);
        Town::settle(&towns).await;
        assert_eq!(metropole.visitor().get("/street/1").await.status, 404);
        assert!(one(&metropole, 1).await.unwrap().body.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_becomes_of_a_report_comes_back_however_it_went() {
    for (commune, metropole) in both().await {
        let towns = [&commune, &metropole];
        let (mut here, mut there, mut ana) = scene((&commune, &metropole)).await;
        assert_eq!(report(&commune, &mut ana, &[], None).await.status, 303);
        Town::settle(&towns).await;
        // Joined to one that is closed already: its end is heard at once, also when both are said in one breath.
        let mut bo = metropole.citizen("Bo").await;
        assert_eq!(report(&metropole, &mut bo, &[], None).await.status, 303);
        let fields = [("next", "resolved"), ("words", "Rebouché hier."), ("category", "voirie")];
        assert_eq!(there.post("/admin/street/2", "/admin/street/2", &fields).await.status, 303);
        assert_eq!(there.post("/admin/street/1", "/admin/street/1/merge", &[("same_as", "2")]).await.status, 303);
        Town::settle(&towns).await;
        assert_eq!(states(towns).await, ("resolved".to_owned(), "duplicate".to_owned()));
        commune.visitor().see("/street/1").await.says("Rebouché hier.");
        // It is not: opened again here and sent again, it is in their queue again, and what they say is heard.
        let fields = [("next", "in_progress"), ("category", "voirie")];
        assert_eq!(here.post("/admin/street/1", "/admin/street/1", &fields).await.status, 303);
        let peer = commune.app.store.read(|db| store::trust::official_actors(db, "", 5)).await.unwrap().remove(0).actor_id.0.to_string();
        let forward = [("to", peer.as_str()), ("said", "Le trou est toujours là.")];
        assert_eq!(here.post("/admin/street/1", "/admin/street/1/forward", &forward).await.status, 303);
        Town::settle(&towns).await;
        assert_eq!(states(towns).await, ("forwarded".to_owned(), "received".to_owned()));
        tend(&mut there, &[("next", "in_progress"), ("words", "On y retourne.")]).await;
        Town::settle(&towns).await;
        commune.visitor().see("/street/1").await.says("On y retourne.");
    }
}

/// The picture of the first report, as everybody gets it.
async fn picture(town: &Town) -> (u16, Vec<u8>) {
    let answer = town.visitor().get("/street/1/photo").await;
    (answer.status.as_u16(), answer.bytes.to_vec())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn its_picture_goes_with_it_and_goes_when_it_is_hidden() {
    for (commune, metropole) in both().await {
        let towns = [&commune, &metropole];
        let (mut here, mut there, mut ana) = scene((&commune, &metropole)).await;
        assert_eq!(report(&commune, &mut ana, &[], Some(PNG)).await.status, 303);
        Town::settle(&towns).await;
        metropole.visitor().see("/street/1").await.says("Un trou profond");
        let (status, shown) = picture(&metropole).await;
        assert!(status == 200 && shown.starts_with(b"\xff\xd8"), "read, and encoded anew: {status}");
        there.see("/admin/street/1").await.says("Un trou profond");
        let first = one(&metropole, 1).await.unwrap().photo_id.unwrap();
        // Covered in the commune: the métropole has the covered one, and the other one is gone.
        assert_eq!(here.post("/admin/street/1/photo", "/admin/street/1/photo", &[("cell", "1-1")]).await.status, 303);
        Town::settle(&towns).await;
        let second = one(&metropole, 1).await.unwrap().photo_id.unwrap();
        assert_ne!(second, first);
        assert!(metropole.app.store.read(move |db| store::media::find(db, first)).await.unwrap().is_none(), "nothing of it is left");
        assert_eq!(one(&metropole, 1).await.unwrap().state, "received");
        // Hidden in the commune: the picture is gone in the métropole, not only hidden.
        hide(&mut here, "hide").await;
        Town::settle(&towns).await;
        assert_eq!((picture(&metropole).await.0, one(&metropole, 1).await.unwrap().photo_id), (404, None));
        assert!(metropole.app.store.read(move |db| store::media::find(db, second)).await.unwrap().is_none());
        // Shown again: it is there again.
        hide(&mut here, "show").await;
        Town::settle(&towns).await;
        assert_eq!(picture(&metropole).await.0, 200);
        // Covered in the métropole: what the commune says without another picture undoes nothing.
        assert_eq!(there.post("/admin/street/1/photo", "/admin/street/1/photo", &[("cell", "2-2")]).await.status, 303);
        let covered = one(&metropole, 1).await.unwrap().photo_id;
        assert_eq!(here.post("/admin/street/1", "/admin/street/1/back", &[]).await.status, 303);
        Town::settle(&towns).await;
        let peer = commune.app.store.read(|db| store::trust::official_actors(db, "", 5)).await.unwrap().remove(0).actor_id.0.to_string();
        let forward = [("to", peer.as_str()), ("said", "")];
        assert_eq!(here.post("/admin/street/1", "/admin/street/1/forward", &forward).await.status, 303);
        Town::settle(&towns).await;
        assert_eq!((one(&metropole, 1).await.unwrap().photo_id, states(towns).await.1.as_str()), (covered, "received"));
    }
}
