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

/// What the page of an amendment gives as final words.
async fn given(agent: &mut Citizen, path: &str) -> String {
    let page = agent.see(path).await.body;
    let field = page.split("name=\"final_words\"").nth(1).expect("a field for the final words");
    field.split_once('>').unwrap().1.split("</textarea>").next().unwrap().trim_start_matches('\n').to_owned()
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
        let stale = write(&mut agent, BODY, "9").await;
        assert_eq!(stale.status, 422);
        stale.says("entre-temps");
        let seen = stale.hidden("revision").unwrap();
        assert_eq!(write(&mut agent, BODY, &seen).await.status, 303, "sent once more, it takes the place of the other");
        for (role, status) in [(Role::Citizen, 404), (Role::Moderator, 403)] {
            let mut other = town.somebody(&format!("Other {role}"), role).await;
            assert_eq!(other.get(OFFICE).await.status, status, "{role}");
        }
        assert_eq!(agent.post(OFFICE, &format!("{OFFICE}/open"), &[]).await.status, 303);
        let page = town.visitor().see(TEXT).await;
        page.says("Charte du jardin partagé").says("écrire").says("Le jardin est ouvert de 8 h à 20 h.").says("• Les chiens");
        assert!(town.visitor().see("/c/place").await.link(TEXT).is_some());
        // Open, its words stay.
        let late = write(&mut agent, "Autre texte.", "3").await;
        assert_eq!(late.status, 422);
        late.says("a été ouvert à tous").says("Autre texte.");
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

on_both_databases! {
    async fn a_second_change_never_undoes_the_first_by_itself(town: Town) {
        let mut agent = open_text(&town).await;
        let mut ana = town.citizen("Ana").await;
        let [first, second, both] = ["Le jardin est ouvert de 8 h à 22 h.", "Le jardin est ouvert de 6 h à 20 h.", "Le jardin est ouvert de 6 h à 22 h."];
        for wording in [first, second] {
            assert_eq!(amend(&mut ana, 1, "replace", wording).await.status, 303);
            town.wait(SignedDuration::from_mins(1));
        }
        for _twice in 0..2 {
            assert_eq!(amend(&mut ana, 3, "remove", "").await.status, 303);
        }
        let paths = waiting(&mut agent).await;
        assert_eq!(decide(&mut agent, &paths[0], "accepted", "").await.status, 303);
        let own = decide(&mut agent, &paths[1], "accepted", second).await;
        assert_eq!(own.status, 422);
        own.says("de cet amendement seul");
        let words = given(&mut agent, &paths[1]).await;
        assert_eq!(words, first, "the page begins with what stands");
        town.wait(SignedDuration::from_mins(1));
        assert_eq!(decide(&mut agent, &paths[1], "accepted", &words).await.status, 303);
        town.visitor().see(&format!("{TEXT}/result?view=after")).await.says(first);
        assert_eq!(decide(&mut agent, &paths[1], "accepted", both).await.status, 303);
        // Another reason for the first one, as its page gives it: what stands stays.
        town.wait(SignedDuration::from_mins(1));
        let words = given(&mut agent, &paths[0]).await;
        assert_eq!(decide(&mut agent, &paths[0], "accepted", &words).await.status, 303);
        town.visitor().see(&format!("{TEXT}/result?view=after")).await.says(both);
        // The same removal twice, each as its page gives it.
        for path in &paths[2..] {
            let words = given(&mut agent, path).await;
            let done = decide(&mut agent, path, "accepted", &words).await;
            assert_eq!(done.status, 303, "{}", done.text());
        }
        town.visitor().see(&format!("{TEXT}/result?view=after")).await.keeps_quiet_about("vélos");
    }
}

on_both_databases! {
    async fn what_is_withdrawn_or_comes_back_late_can_still_be_decided(town: Town) {
        let mut agent = open_text(&town).await;
        let mut ana = town.citizen("Ana").await;
        assert_eq!(amend(&mut ana, 1, "replace", "Le jardin est ouvert de 8 h à 22 h.").await.status, 303);
        assert_eq!(amend(&mut ana, 2, "remove", "").await.status, 303);
        let paths = waiting(&mut agent).await;
        let id = |path: &str| domain::id::ContributionId::parse(path.rsplit('/').next().unwrap()).unwrap();
        assert_eq!(decide(&mut agent, &paths[0], "accepted", "").await.status, 303);
        // Withdrawn by its author it stands in the text, and the list keeps it.
        actions::contributions::withdraw(&town.app, town.viewer("ana@example.org").await, id(&paths[0])).await.unwrap();
        assert!(agent.see(&format!("{OFFICE}?all=1")).await.body.contains(&paths[0]));
        assert!(town.visitor().see(TEXT).await.link(&format!("{TEXT}/result")).is_some());
        town.run_jobs().await;
        let letters = town.letters().await.len();
        agent.see(&paths[0]).await.says("n’est plus visible").keeps_quiet_about("Il fait nuit plus tard");
        assert_eq!(agent.post(&paths[0], &paths[0], &[("outcome", "rejected")]).await.status, 303);
        town.visitor().see(&format!("{TEXT}/result?view=after")).await.says("8 h à 20 h");
        town.run_jobs().await;
        assert_eq!(town.letters().await.len(), letters, "nobody is answered");
        // Hidden, it waits for nothing; shown again once all is settled, it can be refused and nothing else.
        let hidden = actions::office::hide(&town.app, Town::machine(), id(&paths[1]), domain::moderation::Reason::Spam, "Ce n’est pas le sujet.");
        hidden.await.unwrap();
        for step in ["close", "settle"] {
            assert_eq!(agent.post(OFFICE, &format!("{OFFICE}/{step}"), &[]).await.status, 303, "{step}");
        }
        actions::office::restore(&town.app, Town::machine(), id(&paths[1])).await.unwrap();
        assert_eq!(decide(&mut agent, &paths[1], "accepted", "").await.status, 409);
        agent.see(&paths[1]).await.says("Ne pas retenir").keeps_quiet_about("Accepter tel quel");
        assert_eq!(decide(&mut agent, &paths[1], "rejected", "").await.status, 303);
        assert_eq!(decide(&mut agent, &paths[1], "rejected", "").await.status, 409);
    }
}

on_both_databases! {
    async fn what_was_typed_comes_back_when_the_text_closes_meanwhile(town: Town) {
        let mut agent = open_text(&town).await;
        let mut ana = town.citizen("Ana").await;
        assert_eq!(agent.post(OFFICE, &format!("{OFFICE}/close"), &[]).await.status, 303);
        let form = [("word", "replace"), ("wording", "Ouvert toute la nuit."), ("body", "Tard le soir.")];
        let late = ana.post("/c/place", "/c/place/text/1/amend", &form).await;
        assert_eq!(late.status, 403);
        late.says("Ouvert toute la nuit.").says("Tard le soir.").says("Ce n’est pas ouvert en ce moment");
        assert!(late.body.contains("href=\"#body\""), "{}", late.body);
        let late = ana.post("/c/place", "/c/place/text/1/remark", &[("remark", "Et le dimanche ?")]).await;
        assert_eq!(late.status, 403);
        late.says("Et le dimanche ?");
        assert!(late.body.contains("href=\"#remark\"") && late.body.contains("id=\"remark\""), "{}", late.body);
    }
}

on_both_databases! {
    async fn what_is_asked_of_a_paragraph_is_in_files_and_in_ones_own_data(town: Town) {
        open_text(&town).await;
        let mut ana = town.citizen("Ana").await;
        assert_eq!(amend(&mut ana, 1, "replace", "Le jardin est ouvert de 8 h à 22 h.").await.status, 303);
        let page = format!("{TEXT}/2");
        assert_eq!(ana.post(&page, &format!("{page}/support"), &[("give", "1")]).await.status, 303);
        let data: Value = serde_json::from_str(&ana.see("/account/export").await.body).unwrap();
        let said = &data["contributions"][0]["on_paragraph"];
        assert_eq!((&said["asks"], &said["outcome"]), (&"replace".into(), &"open".into()));
        assert_eq!(said["wording"], Value::from("Le jardin est ouvert de 8 h à 22 h."));
        assert_eq!(said["paragraph"], Value::from(town.app.links.absolute("/c/place/text/1")));
        assert_eq!(data["paragraphs_supported"], serde_json::json!([town.app.links.absolute("/c/place/text/2")]));
        town.visitor().get("/c/place/contributions.csv").await.says("22 h").says("replace").says("kept_wording");
        let ana = town.viewer("ana@example.org").await.actor.unwrap();
        let ana = town.app.store.read(move |db| store::actors::find(db, store::Uid::of(ana))).await.unwrap().unwrap().username;
        for feed in ["/c/place/feed.atom".to_owned(), format!("/@{ana}/feed.atom")] {
            let feed = town.visitor().see(&feed).await.body;
            assert!(feed.contains("Change les mots du paragraphe 1") && feed.contains("22"), "{feed}");
        }
    }
}
