//! Votes inside discussions, replies side by side, and the promise to answer what many support.

use crate::effects::scene::{Scene, activity_at};
use domain::actor::Role;
use domain::answer::AnswerState;
use rig::{Citizen, Town, on_both_databases};
use serde_json::{Value, json};

/// Prepares and publishes a vote that stands in a contribution; gives the path of its page.
async fn vote_in(agent: &mut Citizen, slug: &str, discussion: &str) -> String {
    let office = format!("/admin/consultations/{slug}/polls/new");
    let begin = format!("{office}?in={discussion}");
    agent.see(&begin).await.says("Ce vote sera montré dans la discussion");
    let fields = [
        ("title", "Où planter les arbres ?"),
        ("form", "choose-1"),
        ("options", "La place\nLe quai"),
        ("opens_at", "2026-03-02T12:00"),
        ("closes_at", "2026-03-02T18:00"),
        ("discussion", discussion),
    ];
    let fields: Vec<_> = rig::GRID.into_iter().chain(fields).collect();
    let kept = agent.post(&begin, &office, &fields).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    let draft = kept.location().split('?').next().unwrap().to_owned();
    // Saved again, it stands where it stood.
    assert_eq!(agent.post(&draft, &draft, &fields[..14]).await.status, 303);
    agent.see(&draft).await.says("Ce vote sera montré dans la discussion");
    let out = agent.post(&draft, &format!("{draft}/publish"), &[]).await;
    out.location().split('?').next().unwrap().to_owned()
}

on_both_databases! {
    async fn a_vote_stands_in_a_discussion_and_on_the_home_page(town: Town) {
        let scene = Scene::set(town).await;
        let page = format!("/c/parc/p/{}", scene.proposal);
        let mut agent = scene.town.somebody("Helene", Role::Agent).await;
        agent.see(&page).await.says("Joindre un vote");
        scene.town.visitor().see(&page).await.keeps_quiet_about("Joindre un vote");
        let poll = vote_in(&mut agent, "parc", &scene.proposal.to_string()).await;
        scene.town.visitor().see(&page).await.says("Où planter les arbres ?").says("Votez jusqu’au 2 mars 2026");
        scene.town.visitor().see("/").await.says("Votes ouverts").says("Où planter les arbres ?").says("Votez jusqu’au");
        scene.town.visitor().see("/c/parc").await.says("Votez jusqu’au");
        scene.town.visitor().see("/c/parc/feed.atom").await.says("Où planter les arbres ?");
        assert_eq!(scene.town.visitor().get(&poll).await.status, 200);
        // Only what is of this consultation, and only by those who prepare it.
        scene.town.consultation("place").await;
        let elsewhere = format!("/admin/consultations/place/polls/new?in={}", scene.proposal);
        assert_eq!(agent.get(&elsewhere).await.status, 404);
        let mut citizen = scene.town.citizen("Bob").await;
        let token = citizen.token("/c/parc/new?kind=proposal").await;
        let refused = citizen.post_bare("/admin/consultations/parc/polls/new", &[("_csrf", token.as_str()), ("title", "Moi")]).await;
        assert_eq!(refused.status, 404, "the back office is not there for others");
        scene.town.wait(jiff::SignedDuration::from_hours(7));
        scene.settle().await;
        scene.town.visitor().see("/").await.keeps_quiet_about("Votes ouverts");
        scene.town.visitor().see(&page).await.says("Où planter les arbres ?").says("Terminé");
    }
}

on_both_databases! {
    async fn replies_stand_side_by_side_where_an_agent_asks_for_it(town: Town) {
        let scene = Scene::set(town).await;
        let page = format!("/c/parc/p/{}", scene.proposal);
        let mut bob = scene.town.citizen("Bob").await;
        for (stance, body) in [("for", "Il fait trop chaud."), ("for", "Les bancs manquent."), ("against", "C’est bruyant le soir."), ("neutral", "Quelle couleur ?")] {
            assert_eq!(bob.post(&page, &format!("{page}/reply"), &[("stance", stance), ("body", body)]).await.status, 303);
        }
        let eve = scene.far.person("eve");
        let mut note = scene.note("eve", "1", "Je suis pour, de loin");
        note["parvis:stance"] = json!("for");
        assert_eq!(scene.post(&eve, &scene.activity("eve", "Create", "1", note)).await, 202);
        scene.town.visitor().see(&page).await.keeps_quiet_about("side-for");
        let mut agent = scene.town.somebody("Helene", Role::Agent).await;
        assert_eq!(agent.post(&page, &format!("{page}/sides"), &[("sides", "on")]).await.status, 303);
        let shown = scene.town.visitor().see(&page).await;
        let at = |words: &str| shown.body.find(words).expect(words);
        let (pro, contra, neither) = (at("id=\"side-for\""), at("id=\"side-against\""), at("id=\"side-neither\""));
        assert!(pro < at("Les bancs manquent") && at("Les bancs manquent") < contra);
        assert!(contra < at("C’est bruyant") && at("C’est bruyant") < neither);
        assert!(neither < at("Quelle couleur") && neither < at("Je suis pour, de loin"), "what comes from elsewhere stands in neither column");
        shown.says("2 pour").says("1 contre");
        // Others read the side in words.
        let bob_says = scene.town.app.store.read({
            let id = store::Uid::of(scene.proposal);
            move |db| store::views::abroad::replies(db, id, 10, 0)
        });
        let mut said = 0;
        let replies = bob_says.await.unwrap();
        for (id, _) in replies.iter().filter(|(_, elsewhere)| elsewhere.is_none()) {
            let note: Value = serde_json::from_str(&activity_at(&scene.town, &format!("/objects/{}", id.0)).await.body).unwrap();
            let in_words = note["content"].as_str().unwrap().contains("<strong>Pour</strong>");
            assert_eq!((note["type"].as_str(), in_words), (Some("Note"), note["parvis:stance"] == "for"), "{note}");
            said += usize::from(in_words);
        }
        assert_eq!(said, 2);
        let first = replies[0].0;
        // A link to a reply finds it in its column.
        assert!(scene.town.visitor().get(&format!("/c/parc/p/{}", first.0)).await.location().ends_with(&format!("#r-{}", first.0)));
        assert_eq!(agent.post(&page, &format!("{page}/sides"), &[("sides", "off")]).await.status, 303);
        scene.town.visitor().see(&page).await.keeps_quiet_about("side-for");
        let refused = bob.post(&page, &format!("{page}/sides"), &[("sides", "on")]).await;
        assert_eq!(refused.status, 404, "the back office is not there for others");
    }
}

on_both_databases! {
    async fn what_many_support_is_promised_an_answer(town: Town) {
        let scene = Scene::set(town).await;
        let page = format!("/c/parc/p/{}", scene.proposal);
        let mut agent = scene.town.somebody("Helene", Role::Agent).await;
        let editor = "/admin/consultations/parc";
        scene.town.visitor().see(&page).await.keeps_quiet_about("reçoit une réponse officielle");
        assert_eq!(agent.post(editor, "/admin/consultations/parc/promise", &[("promised", "on")]).await.status, 303);
        scene.town.visitor().see(&page).await.says("Une proposition qui réunit 3 soutiens reçoit une réponse officielle").says("Il manque 3 soutiens");
        scene.town.visitor().see("/c/parc").await.says("Une proposition qui réunit 3 soutiens");
        agent.see("/admin").await.keeps_quiet_about("attend la réponse promise");
        for name in ["Bob", "Zoe", "Lea"] {
            let mut citizen = scene.town.citizen(name).await;
            assert_eq!(citizen.post(&page, &format!("{page}/support"), &[("give", "1")]).await.status, 303);
        }
        scene.town.visitor().see(&page).await.says("Seuil atteint").says("Une réponse officielle est promise");
        agent.see("/admin").await.says("attend la réponse promise");
        agent.see("/admin/answers?promised=on").await.says("Un banc").says("Réponse promise");
        let app = &scene.town.app;
        actions::office::answer(app, Town::machine(), scene.proposal, AnswerState::Accepted, "Trois bancs seront posés.", "La mairie").await.unwrap();
        agent.see("/admin").await.keeps_quiet_about("attend la réponse promise");
        agent.see("/admin/answers?promised=on").await.keeps_quiet_about("Un banc");
        scene.town.visitor().see(&page).await.keeps_quiet_about("Une réponse officielle est promise");
        assert_eq!(agent.post(editor, "/admin/consultations/parc/promise", &[]).await.status, 303);
        scene.town.visitor().see("/c/parc").await.keeps_quiet_about("reçoit une réponse officielle");
    }
}
