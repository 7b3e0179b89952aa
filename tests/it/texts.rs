//! A text that is discussed by paragraphs, through the doors: written, opened, amended, decided upon, settled.

use domain::actor::Role;
use jiff::SignedDuration;
use rig::{Answer, Citizen, Town, on_both_databases};
use serde_json::Value;

use crate::effects::scene::activity_at;

const OFFICE: &str = "/admin/consultations/place/text";
const TEXT: &str = "/c/place/text";
const BODY: &str = "# Charte du jardin\n\nArticle 1\n\nLe jardin est ouvert de 8 h à 20 h.\n\n- Les chiens sont tenus en laisse.\n- Les vélos restent dehors.\n\nLe compost est commun.";

/// A consultation with an open text, and an agent.
async fn open_text(town: &Town) -> Citizen {
    town.consultation("place").await;
    let mut agent = town.somebody("Helene", Role::Agent).await;
    write(&mut agent, BODY, "").await;
    assert_eq!(agent.post(OFFICE, &format!("{OFFICE}/open"), &[]).await.status, 303);
    agent
}

async fn write(agent: &mut Citizen, body: &str, revision: &str) -> Answer {
    let form =
        [("title", "Charte du jardin partagé"), ("introduction", "Aidez-nous à l’**écrire**."), ("text", body), ("revision", revision)];
    agent.post(OFFICE, OFFICE, &form).await
}

async fn amend(who: &mut Citizen, number: u8, word: &str, wording: &str) -> Answer {
    let page = format!("{TEXT}/{number}");
    let form = [("word", word), ("wording", wording), ("body", "Il fait nuit plus tard en été.")];
    who.post(&page, &format!("{page}/amend"), &form).await
}

/// The paths in the office of the amendments that wait, in their order.
async fn waiting(agent: &mut Citizen) -> Vec<String> {
    let page = agent.see(OFFICE).await.body;
    let start = format!("href=\"{OFFICE}/amendments/");
    page.split(&start).skip(1).map(|rest| format!("{OFFICE}/amendments/{}", rest.split('"').next().unwrap())).collect()
}

async fn decide(agent: &mut Citizen, path: &str, outcome: &str, words: &str) -> Answer {
    let form =
        [("outcome", outcome), ("final_words", words), ("body", "Les horaires suivent désormais la saison."), ("signed_by", "La mairie")];
    agent.post(path, path, &form).await
}

on_both_databases! {
    async fn a_text_is_nobodys_business_before_it_is_opened(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        agent.see(OFFICE).await.says("Texte à discuter");
        assert_eq!(write(&mut agent, "# Que des titres", "").await.status, 422);
        assert_eq!(write(&mut agent, BODY, "").await.status, 303);
        agent.see(OFFICE).await.says("4 paragraphes").says("Article 1");
        assert_eq!(town.visitor().get(TEXT).await.status, 404);
        assert!(town.visitor().see("/c/place").await.link(TEXT).is_none());
        agent.see(TEXT).await.says("En préparation");
        // Who has an older page does not write over what another wrote.
        assert_eq!(write(&mut agent, "Autre texte.", "9").await.status, 422);
        assert_eq!(write(&mut agent, BODY, "1").await.status, 303);
        for (role, status) in [(Role::Citizen, 404), (Role::Moderator, 403)] {
            let mut other = town.somebody(&format!("Other {role}"), role).await;
            assert_eq!(other.get(OFFICE).await.status, status, "{role}");
        }
        assert_eq!(agent.post(OFFICE, &format!("{OFFICE}/open"), &[]).await.status, 303);
        let page = town.visitor().see(TEXT).await;
        page.says("Charte du jardin partagé").says("écrire").says("Le jardin est ouvert de 8 h à 20 h.").says("• Les chiens");
        assert!(town.visitor().see("/c/place").await.link(TEXT).is_some());
        // Open, its words stay.
        assert_eq!(write(&mut agent, "Autre texte.", "3").await.status, 409);
        assert_eq!(agent.post(OFFICE, &format!("{OFFICE}/remove"), &[]).await.status, 409);
        for absent in ["/c/place/text/0", "/c/place/text/5", "/c/place/text/01", "/c/place/text/x"] {
            assert_eq!(town.visitor().get(absent).await.status, 404, "{absent}");
        }
    }
}

on_both_databases! {
    async fn people_amend_remark_and_support_a_paragraph(town: Town) {
        open_text(&town).await;
        let mut ana = town.citizen("Ana").await;
        let faulty = amend(&mut ana, 1, "replace", "").await;
        assert_eq!(faulty.status, 422);
        faulty.says("Écrivez les mots que vous proposez").says("Il fait nuit plus tard");
        let same = amend(&mut ana, 1, "replace", "Le jardin est ouvert  de 8 h à 20 h.").await;
        assert_eq!(same.status, 422);
        same.says("Ces mots sont ceux du paragraphe");
        assert_eq!(amend(&mut ana, 1, "burn", "x").await.status, 422);
        let done = amend(&mut ana, 1, "replace", "Le jardin est ouvert de 8 h à 22 h en été.").await;
        assert_eq!(done.status, 303, "{}", done.text());
        assert_eq!(amend(&mut ana, 2, "remove", "").await.status, 303);
        let page = format!("{TEXT}/1");
        assert_eq!(ana.post(&page, &format!("{page}/remark"), &[("remark", "")]).await.status, 422);
        assert_eq!(ana.post(&page, &format!("{page}/remark"), &[("remark", "Et le dimanche ?")]).await.status, 303);
        for _twice in 0..2 {
            assert_eq!(ana.post(&page, &format!("{page}/support"), &[("give", "1")]).await.status, 303);
        }
        let shown = town.visitor().see(&page).await;
        shown.says("supprimé").says("ajouté").says("Le jardin est ouvert de 8 h").says("1 soutien").says("Amendements (1)").says("Commentaires (1)").says("Il fait nuit plus tard");
        town.visitor().see(&format!("{page}?view=remarks")).await.says("Et le dimanche");
        town.visitor().see(TEXT).await.says("1 amendement, 1 commentaire, 1 soutien");
        // Each is a contribution like any other: listed, found by its words, with a page that shows the change.
        let list = town.visitor().see("/c/place/contributions?q=22").await;
        list.says("Paragraphe 1, autres mots");
        let path = list.body.split("/c/place/p/").nth(1).unwrap().split(['"', '#']).next().unwrap().to_owned();
        town.visitor().see(&format!("/c/place/p/{path}")).await.says("Change les mots du paragraphe 1").says("22").says("En attente");
        let file = town.visitor().get("/c/place/amendments.csv").await;
        file.says("\"replace\"").says("\"remove\"").says("22 h en été").says(&path);
        assert_eq!(ana.post(&page, &format!("{page}/support"), &[("give", "0")]).await.status, 303);
        town.visitor().see(&page).await.keeps_quiet_about("1 soutien");
    }
}

on_both_databases! {
    async fn decisions_make_the_text_that_is_settled(town: Town) {
        let mut agent = open_text(&town).await;
        let mut ana = town.citizen("Ana").await;
        for wording in ["Le jardin est ouvert de 8 h à 22 h.", "Le jardin est ouvert de 6 h à 20 h."] {
            assert_eq!(amend(&mut ana, 1, "replace", wording).await.status, 303);
        }
        assert_eq!(amend(&mut ana, 3, "remove", "").await.status, 303);
        assert_eq!(amend(&mut ana, 4, "insert", "L’eau de pluie est récupérée.").await.status, 303);
        let paths = waiting(&mut agent).await;
        assert_eq!(paths.len(), 4);
        agent.see(&paths[0]).await.says("Décider").says("Le jardin est ouvert de");
        assert_eq!(decide(&mut agent, &paths[0], "", "").await.status, 422);
        assert_eq!(decide(&mut agent, &paths[0], "accepted", "").await.status, 303);
        town.wait(SignedDuration::from_mins(1));
        // A second change of the same paragraph needs the words in which both stand.
        let clash = decide(&mut agent, &paths[1], "accepted", "").await;
        assert_eq!(clash.status, 422);
        clash.says("Écrivez les mots définitifs").says("déjà retenu");
        assert_eq!(decide(&mut agent, &paths[1], "accepted", "Le jardin est ouvert de 6 h à 22 h.").await.status, 303);
        // An amendment is not decided upon by an answer beside its text.
        let beside = paths[2].replace("/admin/consultations/place/text/amendments/", "/c/place/p/") + "/answer";
        let form = [("state", "refused"), ("body", "Non, pour des raisons de sécurité."), ("signed_by", "La mairie")];
        assert_eq!(agent.post(&beside, &beside, &form).await.status, 422);
        assert_eq!(decide(&mut agent, &paths[2], "rejected", "").await.status, 303);
        assert_eq!(agent.post(OFFICE, &format!("{OFFICE}/close"), &[]).await.status, 303);
        assert_eq!(ana.post("/c/place", "/c/place/text/1/amend", &[("word", "remove"), ("body", "Trop tard.")]).await.status, 403);
        let early = agent.post(OFFICE, &format!("{OFFICE}/settle"), &[]).await;
        assert_eq!(early.status, 422);
        early.says("attendent encore une décision");
        assert_eq!(decide(&mut agent, &paths[3], "partly", "L’eau de pluie arrose le potager.").await.status, 303);
        assert_eq!(agent.post(OFFICE, &format!("{OFFICE}/settle"), &[]).await.status, 303);
        assert_eq!(decide(&mut agent, &paths[3], "rejected", "").await.status, 409);
        let changes = town.visitor().see(&format!("{TEXT}/result")).await;
        changes.says("supprimé").says("ajouté").says("L’eau de pluie arrose le potager.").says("Texte adopté le");
        let after = town.visitor().see(&format!("{TEXT}/result?view=after")).await;
        after.says("Le jardin est ouvert de 6 h à 22 h.").says("Les vélos restent dehors").keeps_quiet_about("ajouté");
        town.visitor().see(&format!("{TEXT}/result?view=before")).await.says("8 h à 20 h").keeps_quiet_about("pluie");
        town.run_jobs().await;
        assert_eq!(town.letters().await.iter().filter(|letter| letter.contains("ana@")).count(), 4, "one at each decision");
    }
}

on_both_databases! {
    async fn an_amendment_leaves_with_its_paragraph_and_enters_the_record(town: Town) {
        let mut agent = open_text(&town).await;
        let mut ana = town.citizen("Ana").await;
        assert_eq!(amend(&mut ana, 1, "replace", "Le jardin est ouvert de 8 h à 22 h.").await.status, 303);
        let id = waiting(&mut agent).await[0].rsplit('/').next().unwrap().to_owned();
        let document: Value = serde_json::from_str(&activity_at(&town, &format!("/objects/{id}")).await.body).unwrap();
        let content = document["content"].as_str().unwrap();
        for part in ["Change les mots du paragraphe 1", "ouvert de 8 h à 20 h", "ouvert de 8 h à 22 h", "Il fait nuit plus tard"] {
            assert!(content.contains(part), "{part} is not in {content}");
        }
        assert!(document["parvis:paragraph"].as_str().unwrap().ends_with("/c/place/text/1"));
        assert_eq!((document["parvis:change"].as_str(), document["parvis:kind"].as_str()), (Some("replace"), Some("proposal")));
        assert_eq!(document["parvis:wording"].as_str(), Some("Le jardin est ouvert de 8 h à 22 h."));
        town.run_jobs().await;
    }
}
