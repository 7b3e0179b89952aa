//! The vote of a budget through the doors: prepared by an agent, voted in on a page without script that always says what is left, counted by the
//! rule that was shown, with a reason for every project that did not win.

use domain::actor::Role;
use jiff::SignedDuration;
use rig::{Citizen, Town, on_both_databases};

const OFFICE: &str = "/admin/consultations/place/polls";
const NEW: &str = "/admin/consultations/place/polls/new-budget";

fn form<'a>(kind: &'a str, rule: &'a str) -> Vec<(&'a str, &'a str)> {
    [
        ("title", "Budget participatif 2026"),
        ("description", "Dix mille euros **à partager**."),
        ("form", kind),
        ("rule", rule),
        ("budget", "10 000"),
        ("projects", "4 000 ; Des bancs\n6 000,50 ; Un verger\n9000;Une fontaine\n500 ; Une boîte à livres"),
        ("opens_at", "2026-03-02T12:00"),
        ("closes_at", "2026-03-02T18:00"),
        ("revote", "on"),
    ]
    .into_iter()
    .chain(rig::GRID)
    .collect()
}

/// Prepares and publishes the vote; gives the path of its page.
async fn published(agent: &mut Citizen, kind: &str, rule: &str) -> String {
    let kept = agent.post(NEW, NEW, &form(kind, rule)).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    let draft = kept.location().split('?').next().unwrap().to_owned();
    let out = agent.post(&draft, &format!("{draft}/publish"), &[]).await;
    assert_eq!(out.status, 303, "{}", out.text());
    out.location().split('?').next().unwrap().to_owned()
}

/// Without the narrow and wide spaces that do not break.
fn plain(text: &str) -> String {
    text.replace(['\u{202f}', '\u{a0}'], " ")
}

on_both_databases! {
    async fn an_agent_prepares_the_vote_and_nothing_of_it_changes_afterwards(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        agent.see(OFFICE).await.says("Préparer le vote d’un budget");
        agent.see(NEW).await.says("Parts égales, avec comparaison").says("Comparer les règles");
        for (field, wrong) in [
            ("budget", "beaucoup"),
            ("budget", "0"),
            ("projects", "Des bancs, 4000"),
            ("projects", "0 ; Rien"),
            ("projects", "5 ; A\n6 ; A"),
            ("projects", ""),
            ("form", "ranking"),
            ("rule", "lottery"),
            ("most", "-1"),
            ("closes_at", "2026-03-02T11:00"),
            ("population", "300"),
            ("grid_purpose", ""),
            ("grid_purpose", "political"),
            ("grid_threat", "perhaps"),
        ] {
            let mut faulty: Vec<_> = form("approval", "shares").into_iter().filter(|(name, _)| *name != field).collect();
            faulty.push((field, wrong));
            let answer = agent.post(NEW, NEW, &faulty).await;
            assert_eq!(answer.status, 422, "{field}={wrong}: {}", answer.text());
            assert!(answer.body.contains("value=\"Budget participatif 2026\""), "{field}: the form comes back with its text");
        }
        let kept = agent.post(NEW, NEW, &form("knapsack", "greedy")).await;
        let draft = kept.location().split('?').next().unwrap().to_owned();
        let changed = agent.post(&draft, &draft, &form("knapsack", "phragmen")).await;
        assert_eq!(changed.status, 303, "{}", changed.text());
        assert!(agent.see(&draft).await.body.contains("6000,50 ; Un verger"));
        agent.see(&format!("{draft}/preview")).await.says("Paiement progressif").says("Des bancs");
        assert_eq!(town.visitor().get(&draft.replace(OFFICE, "/c/place/polls")).await.status, 404, "a draft is nobody’s business");
        assert_eq!(agent.post(&draft, &format!("{draft}/publish"), &[]).await.status, 303);
        for rule in ["greedy", "phragmen"] {
            assert_eq!(agent.post(&draft, &draft, &form("knapsack", rule)).await.status, 409);
        }
        assert_eq!(agent.post(&draft, &format!("{draft}/publish"), &[]).await.status, 409);
        town.visitor().see("/c/place").await.says("Budget participatif 2026");
        town.visitor().see(&draft.replace(OFFICE, "/c/place/polls")).await.says("Paiement progressif").says("Connectez-vous pour voter");
    }
}

on_both_databases! {
    async fn the_basket_says_what_is_left_and_refuses_what_does_not_fit(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let vote = published(&mut agent, "knapsack", "shares").await;
        let mut ana = town.citizen("Ana").await;
        let start = ana.see(&vote).await;
        assert!(plain(&start.text()).contains("Il vous reste 10 000 € sur 10 000 € · aucun projet choisi"), "{}", plain(&start.text()));
        assert!(start.body.contains("role=\"status\""), "what is left is said aloud when it changes");
        let first = ana.post(&vote, &vote, &[("toggle", "1")]).await;
        assert_eq!(first.status, 200);
        assert!(plain(&first.text()).contains("Il vous reste 6 000 €"), "{}", plain(&first.text()));
        assert!(first.body.contains("name=\"choice\" value=\"1\""));
        let kept = [("choice", "1"), ("past", "1")];
        let with = |more: &[(&'static str, &'static str)]| [&kept[..], more].concat();
        // Too dear now, unknown, no number: refused with the basket as it was.
        for (toggle, told) in [("2", "dépassent l’enveloppe de 0,50 €"), ("3", "dépassent l’enveloppe de 3 000 €"), ("9", "ne fait pas partie"), ("-1", "ne fait pas partie")] {
            let refused = ana.post(&vote, &vote, &with(&[("toggle", toggle)])).await;
            assert_eq!(refused.status, 422, "{toggle}");
            assert!(plain(&refused.text()).contains(told), "{toggle}: {}", plain(&refused.text()));
            assert!(plain(&refused.text()).contains("Il vous reste 6 000 €"), "{toggle}");
            assert!(refused.body.contains("name=\"choice\" value=\"1\""), "{toggle}");
        }
        let second = ana.post(&vote, &vote, &with(&[("toggle", "4")])).await;
        assert!(plain(&second.text()).contains("Il vous reste 5 500 € sur 10 000 € · 2 projets choisis"));
        let undone = ana.post(&vote, &vote, &[("choice", "1"), ("choice", "4"), ("past", "1 4"), ("action", "undo")]).await;
        assert!(plain(&undone.text()).contains("Il vous reste 6 000 €"), "{}", plain(&undone.text()));
        let review = ana.post(&vote, &vote, &[("choice", "1"), ("choice", "4")]).await;
        assert!(plain(&review.text()).contains("Coût de vos choix : 4 500 €. Il reste 5 500 €."), "{}", plain(&review.text()));
        // G04: overspent, doubled, unknown, beyond every number: nothing is counted.
        for wrong in [vec!["2", "3"], vec!["1", "1"], vec!["7"], vec!["9223372036854775808"]] {
            let mut fields: Vec<_> = wrong.iter().map(|number| ("choice", *number)).collect();
            fields.push(("action", "cast"));
            assert_eq!(ana.post(&vote, &vote, &fields).await.status, 422, "{wrong:?}");
        }
        let over = ana.post(&vote, &vote, &[("choice", "2"), ("choice", "3"), ("action", "cast")]).await;
        assert!(over.body.contains("name=\"choice\" value=\"2\"") && over.body.contains("name=\"choice\" value=\"3\""), "the choice is kept");
        assert!(plain(&over.text()).contains("Il manque 5 000,50 €"), "{}", plain(&over.text()));
        let cast = ana.post(&vote, &vote, &[("choice", "1"), ("choice", "4"), ("action", "cast")]).await;
        assert_eq!(cast.status, 303, "{}", cast.text());
        assert_eq!(ana.post(&vote, &vote, &[("choice", "3"), ("action", "cast")]).await.status, 303, "a change of mind");
        ana.see(&format!("{vote}/receipt")).await.says("Votre reçu");
        let blank = town.citizen("Bob").await.post(&vote, &vote, &[]).await;
        assert_eq!(blank.status, 200);
        blank.says("bulletin blanc");
    }
}

on_both_databases! {
    async fn every_project_is_told_why(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let rules = ["shares", "greedy"];
        let mut votes = Vec::new();
        for rule in rules {
            votes.push(published(&mut agent, "knapsack", rule).await);
        }
        votes.push(published(&mut agent, "cumulative", "shares_greedy").await);
        let mut bob = town.citizen("Bob").await;
        let start = plain(&bob.see(&votes[2]).await.text());
        assert!(start.contains("Il vous reste 10 points sur 10."), "{start}");
        for (given, told) in [(["3", "4"], "Il vous reste 3 points sur 10."), (["9", "4"], "Vous avez donné 3 points de trop."), (["x", "-4"], "Il vous reste 10 points")] {
            let fields = [("option-1", given[0]), ("option-2", given[1]), ("action", "correct")];
            let counted = bob.post(&votes[2], &votes[2], &fields).await;
            assert_eq!(counted.status, 200);
            assert!(plain(&counted.text()).contains(told), "{given:?}: {}", plain(&counted.text()));
            assert!(counted.body.contains(&format!("value=\"{}\"", given[0])), "what was typed stays");
        }
        for number in 1..=12 {
            let mut citizen = town.citizen(&format!("Ana{number}")).await;
            for (place, vote) in votes.iter().enumerate() {
                let mut fields = match (place, number <= 7) {
                    (2, true) => vec![("option-3", "10")],
                    (2, false) => vec![("option-1", "6"), ("option-2", "4")],
                    (_, true) => vec![("choice", "3")],
                    (_, false) => vec![("choice", "1")],
                };
                fields.push(("action", "cast"));
                let cast = citizen.post(vote, vote, &fields).await;
                assert_eq!(cast.status, 303, "{}", cast.text());
            }
        }
        town.wait(SignedDuration::from_hours(6));
        town.run_jobs().await;
        let page = |path: String| {
            let mut visitor = town.visitor();
            async move { plain(&visitor.see(&path).await.text()) }
        };
        let shares = page(votes[0].clone()).await;
        for told in ["Attribué", "Une fontaine", "Personne ne l’a choisi.", "12 bulletins comptés", "votants ont davantage de projets", "Il manquait"] {
            assert!(shares.contains(told), "{told}: {shares}");
        }
        // More voters are better off with the most chosen: that won, and equal shares stand beside it.
        assert!(shares.contains("Avec une autre règle : Parts égales") && shares.contains("Des bancs Pas retenu ici"), "{shares}");
        let greedy = page(votes[1].clone()).await;
        assert!(greedy.contains("Avec une autre règle : Parts égales"), "{greedy}");
        assert!(greedy.contains("Quand son tour est venu, il restait 1 000 €. Il manquait 3 000 €."), "{greedy}");
        assert!(greedy.contains("Attribué 9 000 €"), "{greedy}");
        let points = page(votes[2].clone()).await;
        assert!(points.contains("70"), "{points}");
    }
}

on_both_databases! {
    async fn a_project_that_is_withdrawn_cannot_be_chosen_nor_win(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let vote = published(&mut agent, "knapsack", "shares").await;
        for number in 1..=11 {
            let mut citizen = town.citizen(&format!("Ana{number}")).await;
            assert_eq!(citizen.post(&vote, &vote, &[("choice", "1"), ("choice", "4"), ("action", "cast")]).await.status, 303);
        }
        let mut bob = town.citizen("Bob").await;
        let review = bob.post(&vote, &vote, &[("choice", "1"), ("choice", "4")]).await;
        assert_eq!(review.status, 200);
        let office = vote.replace("/c/place/polls", OFFICE);
        agent.see(&office).await.says("Retirer du vote");
        let (at, from) = (format!("{office}/withdraw"), office.clone());
        assert_eq!(agent.post(&from, &at, &[("option", "1")]).await.status, 303);
        assert_eq!(agent.post(&from, &at, &[("option", "1")]).await.status, 404, "once is enough");
        assert_eq!(agent.post(&from, &at, &[("option", "x")]).await.status, 404);
        assert_eq!(bob.post(&vote, &at, &[("option", "4")]).await.status, 404, "the office is nobody’s business");
        // Bob sends what he had read again: refused, with the choice as it was.
        let refused = bob.post(&vote, &vote, &[("choice", "1"), ("choice", "4"), ("action", "cast")]).await;
        assert_eq!(refused.status, 422);
        refused.says("Une réponse a été retirée");
        assert!(refused.body.contains("name=\"choice\" value=\"1\"") && refused.body.contains("name=\"choice\" value=\"4\""));
        assert_eq!(bob.post(&vote, &vote, &[("choice", "4"), ("action", "cast")]).await.status, 303);
        town.wait(SignedDuration::from_hours(6));
        town.run_jobs().await;
        let page = plain(&town.visitor().see(&vote).await.text());
        assert!(page.contains("12 bulletins comptés") && page.contains("Attribué 500 €"), "{page}");
        assert_eq!(agent.post(&from, &at, &[("option", "4")]).await.status, 409, "what is counted stays");
        let record = town.visitor().get(&format!("{vote}/record.json")).await.body;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("vote.json");
        std::fs::write(&file, &record).unwrap();
        assert_eq!(parvis::commands::recount::examine(&file).code, 0);
        assert!(record.contains("set:1,4") && !record.contains("winner 1\""), "the ballots stay as they were cast");
    }
}
