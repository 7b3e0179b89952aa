//! What agents and services hear of reports from the street: what comes to them, what becomes late; and how long a report waits to be confirmed.

use super::{category, report, send};
use domain::actor::Role;
use jiff::SignedDuration;
use rig::{Citizen, Town, on_both_databases};

const DAY: SignedDuration = SignedDuration::from_hours(24);
const SERVICES: &str = "/admin/street/services";

/// The id of somebody's account, as forms say it.
async fn id(town: &Town, email: &'static str) -> String {
    town.viewer(email).await.actor.unwrap().0.to_string()
}

/// The letters to an address, without the line breaks of their encoding.
async fn letters_to(town: &Town, address: &str) -> Vec<String> {
    let is_for = |letter: &&String| letter.lines().any(|line| line.starts_with("To:") && line.contains(address));
    town.letters().await.iter().filter(|letter| is_for(letter)).map(|letter| letter.replace("=\r\n", "").replace("=3D", "=")).collect()
}

async fn tend(agent: &mut Citizen, number: u32, fields: &[(&str, &str)]) {
    let page = format!("/admin/street/{number}");
    let mut fields = fields.to_vec();
    fields.push(("category", "voirie"));
    let answer = agent.post(&page, &page, &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
}

async fn sweep(town: &Town) {
    actions::jobs::sweep(&town.app).await.unwrap();
}

on_both_databases! {
    async fn whoever_looks_after_a_category_hears_of_what_comes_and_of_what_is_given_to_them(town: Town) {
        let mut helene = town.somebody("Helene", Role::Agent).await;
        let mut marc = town.somebody("Marc", Role::Agent).await;
        let referent = id(&town, "marc@example.org").await;
        category(&mut helene, "Voirie", &[("referent", &referent)]).await;
        let before = letters_to(&town, "marc@example.org").await.len();
        // Not before it is confirmed; then once, without anything of whoever made it.
        let contact = [("email", "zoe@example.org"), ("name", "Zoé Canari")];
        assert_eq!(report(&town, &mut town.visitor(), &contact, None).await.status, 303);
        let link = town.latest_link("zoe@example.org").await;
        assert_eq!(letters_to(&town, "marc@example.org").await.len(), before);
        assert_eq!(town.visitor().post(&link, &link, &[]).await.status, 303);
        let letters = letters_to(&town, "marc@example.org").await;
        assert_eq!(letters.len(), before + 1);
        let letter = letters.last().unwrap();
        assert!(letter.contains("/admin/street/1") && letter.contains("Tilleuls"), "{letter}");
        for private in ["zoe@", "Canari", "/street/mail/"] {
            assert!(!letter.contains(private), "{private}: {letter}");
        }
        // Given to Helene by Marc: she hears of it. Saved again, or taken by oneself: nobody does.
        let (own, count) = (id(&town, "helene@example.org").await, letters_to(&town, "helene@example.org").await.len());
        tend(&mut marc, 1, &[("next", "accepted"), ("agent", &own)]).await;
        assert_eq!(letters_to(&town, "helene@example.org").await.len(), count + 1);
        tend(&mut marc, 1, &[("next", "accepted"), ("agent", &own)]).await;
        tend(&mut marc, 1, &[("next", "accepted"), ("agent", &referent)]).await;
        assert_eq!(letters_to(&town, "helene@example.org").await.len(), count + 1);
        assert_eq!(letters_to(&town, "marc@example.org").await.len(), before + 1);
        // Moved to another category with nothing else said: it is for whoever looks after that one.
        category(&mut helene, "Éclairage", &[("referent", &own), ("service", "Régie")]).await;
        let lamp = [("next", "accepted"), ("agent", referent.as_str()), ("category", "eclairage")];
        assert_eq!(marc.post("/admin/street/1", "/admin/street/1", &lamp).await.status, 303);
        assert_eq!(letters_to(&town, "helene@example.org").await.len(), count + 2);
        let row = town.app.store.read(|db| store::street::numbered(db, 1)).await.unwrap().unwrap();
        assert_eq!((row.service.as_str(), row.agent_id.map(|agent| agent.0.to_string())), ("Régie", Some(own)));
        // Whoever enters a report that is theirs gets no letter.
        let token = marc.token("/admin/street/new").await;
        let fields = [
            ("category", "voirie"), ("kind", "anomaly"), ("spot_address", "place du Puits"), ("body", "Un autre trou."),
            ("channel", "phone"), ("_csrf", token.as_str()),
        ];
        let origin = town.app.links.origin().to_owned();
        assert_eq!(send(&mut marc, &origin, "/admin/street/new", &fields, None).await.status, 303);
        assert_eq!(letters_to(&town, "marc@example.org").await.len(), before + 1);
    }
}

on_both_databases! {
    async fn what_becomes_late_is_told_once_a_day_in_one_letter(town: Town) {
        let mut helene = town.somebody("Helene", Role::Agent).await;
        town.somebody("Marc", Role::Agent).await;
        let referent = id(&town, "marc@example.org").await;
        category(&mut helene, "Voirie", &[("referent", &referent), ("days", "3")]).await;
        let mut ana = town.citizen("Ana").await;
        for body in ["Un premier trou.", "Un deuxième trou."] {
            assert_eq!(report(&town, &mut ana, &[("body", body)], None).await.status, 303);
        }
        let late = async || letters_to(&town, "marc@example.org").await.iter().filter(|letter| letter.contains("whose=my_late")).count();
        sweep(&town).await;
        assert_eq!(late().await, 0);
        town.wait(DAY * 4);
        for _ in 0..3 {
            sweep(&town).await;
        }
        assert_eq!(late().await, 1, "two reports, one letter");
        // They stay late, and are told once; a third one that becomes late is another letter, not before a day is over.
        let mut ana = town.citizen("Ana Deux").await;
        assert_eq!(report(&town, &mut ana, &[("body", "Un troisième trou.")], None).await.status, 303);
        town.wait(DAY * 2);
        sweep(&town).await;
        assert_eq!(late().await, 1);
        town.wait(DAY * 2);
        for _ in 0..2 {
            sweep(&town).await;
        }
        assert_eq!(late().await, 2);
        let mut lise = town.somebody("Lise", Role::Agent).await;
        lise.see("/admin/street?whose=my_late").await.says("Aucun signalement");
        lise.see("/admin/street?whose=late").await.says("3 signalements");
    }
}

on_both_databases! {
    async fn a_service_with_an_address_gets_a_letter_and_the_queue_is_asked_for_it(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        category(&mut agent, "Voirie", &[]).await;
        agent.see(SERVICES).await.says("Services techniques").says("Pas d’adresse");
        let faulty = agent.post(SERVICES, SERVICES, &[("service", "Services techniques"), ("email", "atelier")]).await;
        assert_eq!(faulty.status, 422);
        assert!(faulty.body.contains("value=\"Services techniques\"") && faulty.body.contains("value=\"atelier\""), "{}", faulty.body);
        let kept = agent.post(SERVICES, SERVICES, &[("service", "Services techniques"), ("email", "atelier@example.org")]).await;
        assert_eq!(kept.status, 303, "{}", kept.text());
        agent.see(SERVICES).await.says("atelier@example.org");
        let contact = [("email", "zoe@example.org"), ("name", "Zoé Canari")];
        assert_eq!(report(&town, &mut town.visitor(), &contact, None).await.status, 303);
        let link = town.latest_link("zoe@example.org").await;
        assert_eq!(town.visitor().post(&link, &link, &[]).await.status, 303);
        assert!(letters_to(&town, "atelier@example.org").await.is_empty(), "nobody has given it to them yet");
        // Dispatched: place, words and the page, nothing of whoever made it. Said again: no second letter.
        for _ in 0..2 {
            tend(&mut agent, 1, &[("next", "assigned"), ("service", "Services techniques"), ("note", "kanari interne")]).await;
        }
        let letters = letters_to(&town, "atelier@example.org").await;
        assert_eq!(letters.len(), 1);
        assert!(letters[0].contains("/street/1") && letters[0].contains("Tilleuls") && letters[0].contains("Un trou profond"), "{}", letters[0]);
        for private in ["zoe@", "Canari", "kanari", "/street/mail/", "/admin/"] {
            assert!(!letters[0].contains(private), "{private}: {}", letters[0]);
        }
        // To another one, which has no address, and back.
        tend(&mut agent, 1, &[("next", "assigned"), ("service", "Régie des eaux")]).await;
        assert_eq!(letters_to(&town, "atelier@example.org").await.len(), 1);
        agent.see("/admin/street?service=R%C3%A9gie+des+eaux").await.says("Tilleuls");
        agent.see("/admin/street?service=Services+techniques").await.says("Aucun signalement");
        tend(&mut agent, 1, &[("next", "in_progress"), ("service", "Services techniques")]).await;
        assert_eq!(letters_to(&town, "atelier@example.org").await.len(), 2);
        // Of what few may see, the number only.
        category(&mut agent, "Dangers", &[("private", "on")]).await;
        let mut ana = town.citizen("Ana").await;
        assert_eq!(report(&town, &mut ana, &[("category", "dangers"), ("body", "Un secret profond.")], None).await.status, 303);
        let fields = [("next", "assigned"), ("service", "Services techniques"), ("category", "dangers")];
        assert_eq!(agent.post("/admin/street/2", "/admin/street/2", &fields).await.status, 303);
        let letters = letters_to(&town, "atelier@example.org").await;
        let letter = letters.iter().find(|letter| letter.contains("/admin/street/2")).unwrap();
        assert!(letters.len() == 3 && !letter.contains("secret") && !letter.contains("Tilleuls"), "{letter}");
        // Without an address again; and nobody but agents and administrators says where services are.
        let kept = agent.post(SERVICES, SERVICES, &[("service", "Services techniques"), ("email", "")]).await;
        assert_eq!(kept.status, 303, "{}", kept.text());
        agent.see(SERVICES).await.keeps_quiet_about("atelier@");
        for (role, status) in [(Role::Citizen, 404), (Role::Moderator, 403)] {
            let mut other = town.somebody(&format!("Other {role}"), role).await;
            assert_eq!(other.get(SERVICES).await.status, status, "{role}");
        }
    }
}

on_both_databases! {
    async fn a_report_waits_seven_days_from_its_letter_and_fourteen_without_one(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        category(&mut agent, "Voirie", &[]).await;
        town.run_jobs().await;
        let there = async |number: i64| town.app.store.read(move |db| store::street::numbered(db, number)).await.unwrap().is_some();
        // The mail is down: the letter leaves five days later.
        assert_eq!(report(&town, &mut town.visitor(), &[("email", "zoe@example.org")], None).await.status, 303);
        town.wait(DAY * 5);
        sweep(&town).await;
        assert!(there(1).await);
        town.run_jobs().await;
        town.wait(DAY * 6);
        sweep(&town).await;
        assert!(there(1).await, "eleven days after it was made, six after its letter");
        town.wait(DAY * 2);
        sweep(&town).await;
        assert!(!there(1).await);
        // A letter that never leaves: fourteen days.
        assert_eq!(report(&town, &mut town.visitor(), &[("email", "lea@example.org")], None).await.status, 303);
        town.wait(DAY * 13);
        sweep(&town).await;
        assert!(there(2).await);
        town.wait(DAY * 2);
        sweep(&town).await;
        assert!(!there(2).await);
    }
}
