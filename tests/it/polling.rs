//! A poll through the doors: prepared and published by an agent, answered on a page without script, counted, checked.

use domain::actor::Role;
use jiff::SignedDuration;
use rig::{Citizen, Town, on_both_databases};

const OFFICE: &str = "/admin/consultations/place/polls";

/// The form of a poll that is right.
fn form<'a>(kind: &'a str, options: &'a str) -> Vec<(&'a str, &'a str)> {
    [
        ("title", "Où planter les arbres ?"),
        ("description", "Trois endroits **possibles**."),
        ("form", kind),
        ("options", options),
        ("opens_at", "2026-03-02T12:00"),
        ("closes_at", "2026-03-02T18:00"),
        ("quorum", "0"),
        ("revote", "on"),
    ]
    .into_iter()
    .chain(rig::GRID)
    .collect()
}

/// Prepares and publishes a poll; gives the path of its page.
async fn published(agent: &mut Citizen, kind: &str, options: &str) -> String {
    let new = format!("{OFFICE}/new");
    let kept = agent.post(&new, &new, &form(kind, options)).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    let draft = kept.location().split('?').next().unwrap().to_owned();
    agent.see(&format!("{draft}/preview")).await.says("Où planter les arbres ?");
    let out = agent.post(&draft, &format!("{draft}/publish"), &[]).await;
    assert_eq!(out.status, 303, "{}", out.text());
    out.location().split('?').next().unwrap().to_owned()
}

on_both_databases! {
    async fn people_answer_and_the_page_counts(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let poll = published(&mut agent, "choose-1", "La place\nLe quai\nL’école").await;
        town.visitor().see("/c/place").await.says("Où planter les arbres ?");
        town.visitor().see(&poll).await.says("Connectez-vous pour voter").says("consultatif").says("Ce qui n’est pas garanti");
        let mut last = None;
        for number in 1..=12 {
            let mut citizen = town.citizen(&format!("Ana{number}")).await;
            let choice = if number <= 7 { "2" } else { "1" };
            let review = citizen.post(&poll, &poll, &[("choice", choice)]).await;
            assert_eq!(review.status, 200, "{}", review.text());
            review.says("Envoyer mon vote");
            let cast = citizen.post(&poll, &poll, &[("choice", choice), ("action", "cast")]).await;
            assert_eq!(cast.location().split('?').next().unwrap(), format!("{poll}/receipt"), "{}", cast.text());
            last = Some(citizen);
        }
        let mut ana = last.unwrap();
        let page = ana.see(&format!("{poll}/receipt")).await;
        let receipt = page.body.split("<code translate=\"no\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
        assert_eq!(receipt.len(), 43);
        ana.see(&poll).await.keeps_quiet_about("58 %");
        assert_eq!(town.visitor().get(&format!("{poll}/ballots.csv")).await.status, 404, "nothing leaves before closing");
        // A change of mind, from the browser that holds the receipt: 7 to 5 becomes 8 to 4.
        assert_eq!(ana.post(&poll, &poll, &[("choice", "2"), ("action", "cast")]).await.status, 303);
        town.wait(SignedDuration::from_hours(6));
        town.run_jobs().await;
        town.visitor().see(&poll).await.says("12 bulletins comptés").says("67 %").says("33 %").says("n’est pas un sondage représentatif");
        let csv = town.visitor().get(&format!("{poll}/ballots.csv")).await.body;
        assert_eq!((csv.matches("set:2").count(), csv.matches("set:1").count(), csv.lines().count()), (8, 4, 13));
        let check = format!("{poll}/check");
        ana.post(&check, &check, &[("receipt", &receipt)]).await.says("Ce bulletin a été compté").says("Le quai");
        let unknown = ana.post(&check, &check, &[("receipt", "une autre")]).await;
        assert_eq!(unknown.status, 422);
        let late = ana.post(&check, &poll, &[("choice", "1"), ("action", "cast")]).await;
        assert_eq!(late.status, 403);
    }
}

on_both_databases! {
    async fn what_is_wrong_is_said_and_nothing_is_counted(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let poll = published(&mut agent, "for-against-abstain", "").await;
        let mut ana = town.citizen("Ana").await;
        for choices in [vec![], vec![("choice", "peut-être")], vec![("choice", "for"), ("choice", "against")], vec![("choice", "-1")]] {
            let mut fields = choices.clone();
            fields.push(("action", "cast"));
            let answer = ana.post(&poll, &poll, &fields).await;
            assert_eq!(answer.status, 422, "{choices:?}");
        }
        assert_eq!(ana.post(&poll, &poll, &[("choice", "for"), ("action", "cast")]).await.status, 303);
        // The same person in another browser has no receipt.
        let mut again = ana.clone();
        again.cookies.retain(|name, _| !name.starts_with("ballot-"));
        let refused = again.post(&poll, &poll, &[("choice", "against"), ("action", "cast")]).await;
        assert_eq!(refused.status, 422);
        refused.says("Vous avez déjà voté");
        town.wait(SignedDuration::from_hours(6));
        town.run_jobs().await;
        town.visitor().see(&poll).await.says("Moins de 11 personnes ont voté").keeps_quiet_about("100 %");
        assert_eq!(town.visitor().get(&format!("{poll}/ballots.csv")).await.status, 404);
    }
}

on_both_databases! {
    async fn an_agent_is_told_what_is_missing_and_cannot_change_what_is_published(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let new = format!("{OFFICE}/new");
        let mut election = form("choose-1", "Ana\nBob");
        election.retain(|(name, _)| *name != "grid_purpose");
        let answer = agent.post(&new, &new, &election).await;
        assert_eq!(answer.status, 422);
        answer.says("Ana Bob").says("répondez aux neuf questions");
        assert!(answer.body.contains("value=\"Où planter les arbres ?\""), "the form comes back with its text");
        for faulty in [form("choose-1", "La place"), form("choose-1", "La place\nLa place"), form("lottery", "A\nB")] {
            assert_eq!(agent.post(&new, &new, &faulty).await.status, 422, "{faulty:?}");
        }
        let poll = published(&mut agent, "approval", "La place\nLe quai").await;
        let office = poll.replace("/c/place/polls", OFFICE);
        let changed = agent.post(&office, &office, &form("choose-1", "A\nB")).await;
        assert_eq!(changed.status, 409, "{}", changed.text());
        town.visitor().see(&poll).await.says("La place").keeps_quiet_about("lottery");
        let off = agent.post(&office, &format!("{office}/cancel"), &[]).await;
        assert_eq!(off.status, 303);
        town.visitor().see(&poll).await.says("Ce vote a été annulé");
    }
}

/// The right form with other answers about what is at stake.
fn at_stake(answers: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let mut fields = form("choose-1", "La place\nLe quai");
    fields.retain(|(name, _)| !answers.iter().any(|(other, _)| other == name));
    fields.extend(answers);
    fields
}

on_both_databases! {
    async fn what_is_at_stake_is_asked_shown_and_settled(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let new = format!("{OFFICE}/new");
        agent.see(&new).await.says("À quoi sert ce vote").says("délibération 2019-053");
        for (purpose, reason) in [
            ("political", "Une élection à une fonction publique ne peut pas se tenir ici"),
            ("referendum", "Un référendum prévu par la loi"),
            ("staff", "Une élection professionnelle"),
            ("board", "elle désigne des personnes qui décident"),
            ("assembly", "Une décision d’assemblée"),
        ] {
            let answer = agent.post(&new, &new, &at_stake(&[("grid_purpose", purpose)])).await;
            assert_eq!(answer.status, 422, "{purpose}");
            answer.says(reason).says("Belenios");
            assert!(answer.body.contains(&format!("<option value=\"{purpose}\" selected>")), "{purpose}: the answers come back");
        }
        let danger = [("grid_reach", "world"), ("grid_threat", "yes"), ("grid_proof", "yes"), ("grid_postponable", "no")];
        let answer = agent.post(&new, &new, &at_stake(&danger)).await;
        assert_eq!(answer.status, 422);
        answer.says("niveau 3").says("La CNIL déconseille");
        let unanswered = agent.post(&new, &new, &at_stake(&[("grid_duty", "")])).await;
        assert_eq!(unanswered.status, 422);
        assert!(unanswered.body.contains("href=\"#grid_duty\""), "the summary leads to the question");
        // Six points are level 2; another answer, saved again, is level 1.
        let kept = agent.post(&new, &new, &at_stake(&danger[..3])).await;
        let draft = kept.location().split('?').next().unwrap().to_owned();
        let preview = format!("{draft}/preview");
        agent.see(&preview).await.says("Niveau 2 sur 3").says("6 points sur 10").says("les bulletins ne sont pas chiffrés");
        assert!(agent.see(&draft).await.body.contains("<option value=\"world\" selected>"));
        assert_eq!(agent.post(&draft, &draft, &at_stake(&[])).await.status, 303);
        agent.see(&preview).await.says("Niveau 1 sur 3").says("2 points sur 10");
        let out = agent.post(&draft, &format!("{draft}/publish"), &[]).await;
        let page = out.location().split('?').next().unwrap().to_owned();
        assert_eq!(agent.post(&draft, &draft, &at_stake(&danger[..3])).await.status, 409);
        town.visitor().see(&page).await.says("Niveau 1 sur 3").says("Dans le pays");
        // A vote of before the question: a draft must answer, what is published says nothing.
        let other = agent.post(&new, &new, &at_stake(&[])).await.location().split('?').next().unwrap().to_owned();
        town.app.store.write(|db| store::testing::run(db, "DELETE FROM vote_risk")).await.unwrap();
        town.visitor().see(&page).await.keeps_quiet_about("Niveau 1");
        let missing = agent.post(&other, &format!("{other}/publish"), &[]).await;
        assert_eq!(missing.status, 422);
        missing.says("répondez aux neuf questions").says("La place Le quai");
    }
}
