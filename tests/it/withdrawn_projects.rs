//! A project that its author takes back leaves the vote: it can no longer be chosen nor win, the draft that offered it is gone, and after the end nothing
//! changes.

use actions::votes::{self, Draft, DraftOption, Outcome, Voter};
use deliberation::ballot::{Ballot, Fault};
use domain::actor::Role;
use domain::id::{ActorId, BoxId, ContributionId};
use domain::risk::Grid;
use domain::vote::Level;
use jiff::SignedDuration;
use rig::{Citizen, Town, on_both_databases};
use store::{At, Uid};

async fn propose(citizen: &mut Citizen, title: &str) -> String {
    let new = "/c/place/new?kind=proposal";
    let fields = [("kind", "proposal"), ("title", title), ("body", "Pour tout le monde."), ("theme", "")];
    let page = citizen.post(new, new, &fields).await;
    page.location().split('?').next().unwrap().to_owned()
}

fn id(page: &str) -> ContributionId {
    ContributionId::parse(page.rsplit('/').next().unwrap()).unwrap()
}

async fn draft(town: &Town, projects: &[&String]) -> BoxId {
    let at = |time: &str| At(format!("2026-03-02T{time}:00+01:00").parse().unwrap());
    let option =
        |page: &&String| DraftOption { cost: 300_000, contribution: Some(id(page)), ..DraftOption::free(format!("Projet {page}")) };
    let options = projects.iter().map(option).collect();
    let new = Draft {
        grid: Some(Grid::usual()),
        ..Draft::budget("Budget participatif".to_owned(), 1_000_000, options, at("12:00"), at("18:00"))
    };
    votes::draft(&town.app, Town::machine(), "place", new, None).await.unwrap()
}

async fn withdrawn(town: &Town, id: BoxId) -> Vec<bool> {
    let found = town.app.store.read(move |db| votes::load(db, Uid::of(id))).await.unwrap();
    found.options.iter().map(|option| option.withdrawn).collect()
}

async fn cast(town: &Town, id: BoxId, who: u128, choice: &[u32]) -> Outcome {
    let voter = Voter::Account { actor: ActorId(uuid::Uuid::from_u128(who)), level: Level::Confirmed };
    votes::cast(&town.app, voter, id, Ballot::Set(choice.to_vec()), None).await.unwrap()
}

async fn take_back(citizen: &mut Citizen, page: &str) {
    let form = format!("{page}/withdraw");
    let done = citizen.post(&form, &form, &[]).await;
    assert_eq!(done.status, 303, "{}", done.text());
}

on_both_databases! {
    async fn a_project_taken_back_leaves_its_votes(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let (mut ana, mut bob, mut eve) = (town.citizen("Ana").await, town.citizen("Bob").await, town.citizen("Eve").await);
        let benches = propose(&mut ana, "Des bancs à l’ombre").await;
        let orchard = propose(&mut bob, "Un verger de plein vent").await;
        let fountain = propose(&mut eve, "Une fontaine à boire").await;
        let (vote, prepared) = (draft(&town, &[&benches, &orchard, &fountain]).await, draft(&town, &[&benches, &orchard]).await);
        votes::publish(&town.app, Town::machine(), vote).await.unwrap();
        for who in 1..=11 {
            assert!(matches!(cast(&town, vote, who, &[1, 3]).await, Outcome::Cast { .. }));
        }
        ana.see(&format!("{benches}/withdraw")).await.says("Votre projet sort du vote");
        take_back(&mut ana, &benches).await;
        assert_eq!(withdrawn(&town, vote).await, [true, false, false]);
        let gone = town.app.store.read(move |db| store::votes::find(db, Uid::of(prepared))).await.unwrap();
        assert!(gone.is_none(), "a draft that offers it is no longer true");
        assert_eq!(cast(&town, vote, 20, &[1]).await, Outcome::Unfit(Fault::Withdrawn(1)));
        // With the account, by the other way out.
        let gone = [("confirm", "bob@example.org"), ("remains", "withdraw")];
        assert_eq!(bob.post("/account/delete", "/account/delete", &gone).await.status, 303);
        assert_eq!(withdrawn(&town, vote).await, [true, true, false]);
        agent.see(&format!("/admin/consultations/place/polls/{vote}")).await.says("Retiré");
        town.wait(SignedDuration::from_hours(6));
        town.run_jobs().await;
        let page = town.visitor().see(&format!("/c/place/polls/{vote}")).await;
        page.says("11 bulletins comptés").says("Avec une autre règle : Les plus choisis d’abord");
        let record = town.visitor().get(&format!("/c/place/polls/{vote}/record.json")).await.body;
        assert!(record.contains("\"winner 3\"") && !record.contains("\"winner 1\""), "{record}");
        // What was counted stays as it was.
        eve.see(&format!("{fountain}/withdraw")).await.keeps_quiet_about("sort du vote");
        take_back(&mut eve, &fountain).await;
        assert_eq!(withdrawn(&town, vote).await, [true, true, false]);
        assert_eq!(town.visitor().get(&format!("/c/place/polls/{vote}/record.json")).await.body, record);
    }
}
