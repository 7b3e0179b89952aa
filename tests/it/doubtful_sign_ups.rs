//! G11: many accounts of one hand. Sign-ups from one place are slowed down aloud, odd addresses are refused with a reason, and accounts that share a
//! mailbox or have a throwaway address vote as everybody, counted and said.

use domain::actor::Role;
use jiff::SignedDuration;
use rig::{Citizen, Town, on_both_databases};

const POLLS: &str = "/admin/consultations/place/polls";

async fn published(agent: &mut Citizen) -> String {
    let fields = [
        ("title", "Où planter les tilleuls ?"),
        ("form", "choose-1"),
        ("options", "La place\nLe quai"),
        ("opens_at", "2026-03-02T12:00"),
        ("closes_at", "2026-03-02T18:00"),
        ("revote", "on"),
    ];
    let fields: Vec<_> = fields.into_iter().chain(rig::GRID).collect();
    let new = format!("{POLLS}/new");
    let draft = agent.post(&new, &new, &fields).await.location().split('?').next().unwrap().to_owned();
    let ways = format!("{draft}/ways");
    assert_eq!(agent.post(&ways, &ways, &[("way", "confirmed"), ("way", "email_code")]).await.status, 303);
    let out = agent.post(&draft, &format!("{draft}/publish"), &[]).await;
    out.location().split('?').next().unwrap().to_owned()
}

on_both_databases! {
    async fn a_hundred_sign_ups_from_one_place_are_told_to_wait_and_odd_addresses_why(town: Town) {
        town.consultation("place").await;
        let mut hand = town.visitor();
        let (mut asked, mut told) = (0, 0);
        for number in 0..100 {
            let address = format!("hand+{number}@example.org");
            let answer = hand.post("/sign-up", "/sign-up", &[("name", "Ana"), ("email", &address), ("rules", "on")]).await;
            match answer.status.as_u16() {
                303 => asked += 1,
                _ => {
                    assert_eq!(answer.status, 429, "{}", answer.text());
                    answer.says("Trop");
                    told += 1;
                }
            }
        }
        assert_eq!(asked + told, 100, "each was answered");
        assert!((1..=30).contains(&asked), "{asked} letters for one place");
        town.run_jobs().await;
        assert_eq!(town.letters().await.len(), asked, "a letter for each that was taken");
        let mut other = town.visitor();
        other.address = "203.0.113.9".parse().unwrap();
        for odd in ["ana%evil.example@example.org", "\"ana\"@example.org", "ana,bob@example.org", "ana@example.org,bob@example.org", "ana@@example.org"] {
            let answer = other.post("/sign-up", "/sign-up", &[("name", "Ana"), ("email", odd), ("rules", "on")]).await;
            assert_eq!(answer.status, 422, "{odd}");
            answer.says("adresse e-mail, par exemple");
        }
    }
}

on_both_databases! {
    async fn one_mailbox_and_throwaway_addresses_count_and_are_said(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let poll = published(&mut agent).await;
        let throwaway = (0..12).map(|n| format!("nobody{n}@yopmail.com"));
        let same = ["ana.martin@example.org", "anamartin+deux@example.org", "ANAMARTIN+3@example.org"].map(str::to_owned);
        for (number, address) in throwaway.chain(same).enumerate() {
            let address = domain::text::Email::parse(&address).unwrap();
            let path = actions::accounts::create(&town.app, &address, &format!("Voter {number}"), Role::Citizen).await.unwrap();
            let mut voter = town.visitor();
            voter.enter(&path).await;
            let cast = voter.post(&poll, &poll, &[("choice", "1"), ("action", "cast")]).await;
            assert_eq!(cast.status, 303, "{}: {}", address.as_str(), cast.text());
            // Who replaces a ballot is not another voter.
            assert_eq!(voter.post(&poll, &poll, &[("choice", "2"), ("action", "cast")]).await.status, 303);
        }
        let enter = format!("{poll}/enter");
        let mut browser = town.visitor();
        browser.post(&enter, &format!("{enter}/mail"), &[("email", "anamartin@example.org")]).await;
        town.run_jobs().await;
        let link = town.latest_link("anamartin@example.org").await;
        assert_eq!(browser.post(&link, &link, &[]).await.location(), poll);
        assert_eq!(browser.post(&enter, &poll, &[("choice", "1"), ("action", "cast")]).await.status, 303);
        town.visitor().see(&poll).await.keeps_quiet_about("jetable");
        town.wait(SignedDuration::from_hours(6));
        town.run_jobs().await;
        let page = town.visitor().see(&poll).await;
        page.says("16 bulletins comptés").says("12 comptes ont une adresse e-mail jetable").says("Moins de 11 personnes ont voté avec une boîte aux lettres");
        let left = town.app.store.read(|db| store::testing::number(db, "SELECT count(*) AS number FROM roll_mailbox")).await.unwrap();
        assert_eq!(left, 0, "the mailboxes go when the vote is counted");
        let raised = town.app.store.read(|db| store::testing::number(db, "SELECT voters AS number FROM vote_flag WHERE reason = 'same_mailbox'")).await.unwrap();
        assert_eq!(raised, 3);
    }
}
