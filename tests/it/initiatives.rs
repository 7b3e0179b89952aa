//! Initiatives and petitions through the doors: proposed, admitted or declined, taken part in once, the threshold, the answer that is owed, the files.

use domain::actor::Role;
use jiff::SignedDuration;
use rig::{Answer, Citizen, Town, on_both_databases};

const RULES: &str = "/admin/initiatives/rules";

/// The rules of petitions: two signatures, 30 days to sign, 10 to answer.
async fn rules(town: &Town) {
    let mut administrator = town.somebody("Administratrice", Role::Administrator).await;
    let form = [("is_open", "on"), ("threshold", "2"), ("days", "30"), ("answer_days", "10")];
    let kept = administrator.post(RULES, RULES, &form).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    for (field, value) in [("threshold", "1"), ("days", "6"), ("answer_days", "beaucoup")] {
        let faulty: Vec<_> = form.iter().map(|(name, kept)| (*name, if *name == field { value } else { *kept })).collect();
        assert_eq!(administrator.post(RULES, RULES, &faulty).await.status, 422, "{field}");
    }
}

/// Proposes something; gives the path of its page.
async fn propose(citizen: &mut Citizen, new: &str, fields: &[(&str, &str)]) -> String {
    let done = citizen.post(new, new, fields).await;
    assert_eq!(done.status, 303, "{}", done.text());
    done.location().split('?').next().unwrap().to_owned()
}

fn desk(page: &str) -> String {
    format!("/admin/initiatives/{}", page.rsplit('/').next().unwrap())
}

async fn give(citizen: &mut Citizen, page: &str, fields: &[(&str, &str)]) -> Answer {
    citizen.post(page, page, fields).await
}

async fn letters(town: &Town, of: &str) -> usize {
    town.run_jobs().await;
    town.letters().await.iter().filter(|letter| letter.replace("=\r\n", "").contains(of)).count()
}

const PETITION: [(&str, &str); 2] =
    [("title", "Rouvrir la passerelle"), ("body", "Nous demandons la **réouverture** de la passerelle aux piétons.")];

on_both_databases! {
    async fn an_initiative_is_proposed_admitted_and_acted_upon(town: Town) {
        let mut ana = town.citizen("Ana").await;
        let form = [("title", "Planter une haie samedi"), ("body", "Venez avec des gants, même petits."), ("link", "https://haies.example.org/venir"), ("closes_on", "")];
        let refused = town.visitor().get("/actions/new").await;
        assert_ne!(refused.status, 200, "a visitor signs in first");
        for (field, value) in [("link", "http://haies.example.org"), ("link", "https://u:p@haies.example.org"), ("link", ""), ("closes_on", "2001-01-01"), ("body", "Court")] {
            let faulty: Vec<_> = form.iter().map(|(name, kept)| (*name, if *name == field { value } else { *kept })).collect();
            let answer = ana.post("/actions/new", "/actions/new", &faulty).await;
            assert_eq!(answer.status, 422, "{field} {value}");
            assert!(answer.body.contains("Planter une haie samedi"), "what was typed comes back");
        }
        let page = propose(&mut ana, "/actions/new", &form).await;
        ana.see(&page).await.says("Un agent va lire cette proposition");
        assert_eq!(town.visitor().get(&page).await.status, 404, "nobody else reads it");
        town.visitor().see("/actions").await.keeps_quiet_about("Planter une haie");
        let mut agent = town.somebody("Agent", Role::Agent).await;
        agent.see("/admin/initiatives").await.says("Planter une haie samedi").says("Ana");
        assert_eq!(agent.post(&desk(&page), &format!("{}/admit", desk(&page)), &[]).await.status, 303);
        assert_eq!(agent.post(&desk(&page), &format!("{}/admit", desk(&page)), &[]).await.status, 409, "once");
        assert_eq!(letters(&town, &page).await, 1, "its author is told");
        assert_eq!(letters(&town, "Votre proposition").await, letters(&town, "Planter une haie samedi").await, "and of what");
        let shown = town.visitor().see(&page).await;
        shown.says("haies.example.org").says("0 personne a agi");
        assert!(shown.body.contains("rel=\"nofollow ugc noopener external\""));
        let mut bob = town.citizen("Bob").await;
        assert_eq!(give(&mut bob, &page, &[("give", "1"), ("named", "on")]).await.status, 303);
        assert_eq!(give(&mut bob, &page, &[("give", "1")]).await.status, 303, "pressed twice");
        town.visitor().see(&page).await.says("1 personne a agi").keeps_quiet_about("Bob");
        town.visitor().see("/actions").await.says("Planter une haie samedi").says("Ana");
        assert_eq!(give(&mut bob, &page, &[("give", "0")]).await.status, 303);
        town.visitor().see(&page).await.says("0 personne a agi");
        town.visitor().get("/feeds/actions.atom").await.says("Planter une haie samedi");
        // Its author ends it, and nobody else does.
        assert_eq!(bob.post(&page, &format!("{page}/end"), &[]).await.status, 403);
        assert_eq!(ana.post(&page, &format!("{page}/end"), &[]).await.status, 303);
        assert_eq!(give(&mut bob, &page, &[("give", "1")]).await.status, 403, "it is over");
        town.visitor().see("/actions?when=over").await.says("Planter une haie samedi");
    }
}

on_both_databases! {
    async fn a_petition_that_enough_people_sign_is_owed_an_answer(town: Town) {
        town.visitor().see("/petitions").await.says("pas ouvert de pétitions");
        let mut ana = town.citizen("Ana").await;
        assert_eq!(ana.get("/petitions/new").await.status, 403, "nothing is promised yet");
        rules(&town).await;
        town.visitor().see("/petitions").await.says("à partir de 2 signatures").says("10 jours pour répondre");
        let page = propose(&mut ana, "/petitions/new", &PETITION).await;
        let mut agent = town.somebody("Agent", Role::Agent).await;
        assert_eq!(agent.post(&desk(&page), &format!("{}/admit", desk(&page)), &[]).await.status, 303);
        let (mut bob, mut cleo, mut dan) = (town.citizen("Bob").await, town.citizen("Cleo").await, town.citizen("Dan").await);
        assert_eq!(give(&mut bob, &page, &[("give", "1"), ("named", "on")]).await.status, 303);
        assert_eq!(letters(&town, &desk(&page)).await, 0);
        assert_eq!(give(&mut cleo, &page, &[("give", "1")]).await.status, 303);
        let shown = town.visitor().see(&page).await;
        shown.says("2 signatures").says("Seuil atteint, réponse due").says("Réponse due au plus tard").says("Bob").keeps_quiet_about("Cleo");
        assert_eq!(letters(&town, &desk(&page)).await, 2, "the agent and the administrator are told");
        // One may still sign, and take it back; what was reached stays reached.
        assert_eq!(give(&mut dan, &page, &[("give", "1")]).await.status, 303);
        for citizen in [&mut dan, &mut cleo] {
            assert_eq!(give(citizen, &page, &[("give", "0")]).await.status, 303);
        }
        town.visitor().see(&page).await.says("Seuil atteint, réponse due").says("1 signature");
        town.wait(SignedDuration::from_hours(13 * 24));
        town.visitor().see(&page).await.says("3 jours de retard");
        let mut agent = town.somebody("Agente", Role::Agent).await;
        answered(&town, &mut agent, &page).await;
        let file = town.visitor().get("/petitions.csv").await;
        file.says("Rouvrir la passerelle").says("\"answered\"").says("\"refused\"").says("\"3\"").keeps_quiet_about("Bob");
    }
}

/// The collectivity answers, once, and nobody signs any more.
async fn answered(town: &Town, agent: &mut Citizen, page: &str) {
    let (desk, form) = (desk(page), format!("{}/answer", desk(page)));
    let answer = [("state", "refused"), ("body", "La passerelle est **trop fragile** pour rouvrir."), ("signed_by", "Claire Morel")];
    for (field, value) in [("state", "received"), ("body", ""), ("signed_by", "")] {
        let faulty: Vec<_> = answer.iter().map(|(name, kept)| (*name, if *name == field { value } else { *kept })).collect();
        assert_eq!(agent.post(&desk, &form, &faulty).await.status, 422, "{field}");
    }
    let before = letters(town, page).await;
    assert_eq!(agent.post(&desk, &form, &answer).await.status, 303);
    assert_eq!(agent.post(&desk, &form, &answer).await.status, 409, "an answer does not change");
    assert_eq!(letters(town, page).await, before + 1, "its author is told");
    town.visitor().see(page).await.says("trop fragile").says("Claire Morel").says("Répondu avec 3 jours de retard");
    let mut eve = town.citizen("Eve").await;
    assert_eq!(eve.post(page, page, &[("give", "1")]).await.status, 403);
}

on_both_databases! {
    async fn what_is_declined_says_why_to_its_author_alone(town: Town) {
        rules(&town).await;
        let mut ana = town.citizen("Ana").await;
        let page = propose(&mut ana, "/petitions/new", &PETITION).await;
        let mut agent = town.somebody("Agent", Role::Agent).await;
        let (desk, no) = (desk(&page), format!("{}/decline", desk(&page)));
        assert_eq!(agent.post(&desk, &no, &[("ground", "whatever"), ("reason", "La passerelle est à l'État.")]).await.status, 422);
        assert_eq!(agent.post(&desk, &no, &[("ground", "not_competent"), ("reason", "")]).await.status, 422);
        let form = [("ground", "not_competent"), ("reason", "La passerelle est à l'État : écrivez au préfet.")];
        assert_eq!(agent.post(&desk, &no, &form).await.status, 303);
        ana.see(&page).await.says("pas compétente").says("écrivez au préfet");
        assert_eq!(town.citizen("Bob").await.get(&page).await.status, 404);
        // Only so many of one person wait at once.
        for _ in 0..5 {
            propose(&mut ana, "/petitions/new", &PETITION).await;
        }
        assert_eq!(ana.post("/petitions/new", "/petitions/new", &PETITION).await.status, 409);
        for (role, status) in [(Role::Citizen, 404), (Role::Moderator, 403)] {
            let mut other = town.somebody(&format!("Other {role}"), role).await;
            assert_eq!(other.get(&desk).await.status, status, "{role}");
        }
    }
}

on_both_databases! {
    async fn the_signatures_of_who_goes_count_no_more(town: Town) {
        rules(&town).await;
        let mut ana = town.citizen("Ana").await;
        let page = propose(&mut ana, "/petitions/new", &PETITION).await;
        let mut agent = town.somebody("Agent", Role::Agent).await;
        agent.post(&desk(&page), &format!("{}/admit", desk(&page)), &[]).await;
        let mut bob = town.citizen("Bob").await;
        give(&mut bob, &page, &[("give", "1"), ("named", "on")]).await;
        town.visitor().see(&page).await.says("Bob").says("1 signature");
        let gone = bob.post("/account/delete", "/account/delete", &[("confirm", "bob@example.org"), ("remains", "keep")]).await;
        assert_eq!(gone.status, 303, "{}", gone.text());
        town.visitor().see(&page).await.keeps_quiet_about("Bob").says("0 signature ");
        // Its author goes with everything: what was signed stays, and nobody else becomes its author.
        let form = [("title", "Planter une haie samedi"), ("body", "Venez avec des gants, même petits."), ("link", "https://haies.example.org/venir"), ("closes_on", "")];
        let act = propose(&mut ana, "/actions/new", &form).await;
        assert_eq!(agent.post(&desk(&act), &format!("{}/admit", desk(&act)), &[]).await.status, 303);
        assert!(town.visitor().see("/feeds/actions.atom").await.body.contains("<name>Ana</name>"));
        let gone = ana.post("/account/delete", "/account/delete", &[("confirm", "ana@example.org"), ("remains", "withdraw")]).await;
        assert_eq!(gone.status, 303, "{}", gone.text());
        town.visitor().see(&page).await.says("Auteur parti");
        assert_eq!(town.visitor().get(&act).await.status, 404);
        let feed = town.visitor().see("/feeds/actions.atom").await.body;
        assert!(feed.contains("<author><name>Auteur parti</name>") && !feed.contains(&act), "{feed}");
    }
}
