//! A vote in a consultation that territories carry, while that changes: one of them is dismissed, or the consultation reaches less far.

use super::{all_carry, carried, join, known, threes};
use actions::tallies::Standing;
use actions::votes::{Draft, DraftOption, Outcome, Voter};
use domain::carrying::CarriedState;
use domain::id::{ActorId, BoxId};
use domain::reach::Reach;
use domain::risk::Grid;
use domain::vote::{BoxKind, BoxState, Level};
use jiff::SignedDuration;
use rig::Town;
use store::carried::Carried;
use store::{At, Uid};

const FIVE_HOURS: SignedDuration = SignedDuration::from_hours(5);

/// A vote of the State in `eau`, open for so long.
pub(crate) async fn vote(state: &Town, length: SignedDuration) -> BoxId {
    let now = state.now();
    let draft = Draft {
        kind: BoxKind::Poll,
        title: "Où mettre la fontaine ?".to_owned(),
        description: String::new(),
        form: "choose-1".parse().unwrap(),
        rule: "plain".parse().unwrap(),
        budget: 0,
        levels: vec![Level::Confirmed],
        options: ["La place", "Le quai"].map(|title| DraftOption::free(title.to_owned())).to_vec(),
        opens_at: At(now),
        closes_at: At(now + length),
        live: true,
        revote: true,
        quorum: 0,
        population: 0,
        population_source: String::new(),
        grid: Some(Grid::usual()),
    };
    let id = actions::votes::draft(&state.app, Town::machine(), "eau", draft, None).await.unwrap();
    actions::votes::publish(&state.app, Town::machine(), id).await.unwrap();
    id
}

/// The box of the State's vote in a town.
pub(crate) async fn box_at(town: &Town, state: &Town, vote: BoxId) -> Option<BoxId> {
    let uri = format!("{}/votes/{}", state.app.links.origin(), vote.0);
    town.app.store.read(move |db| store::tallies::by_uri(db, &uri)).await.unwrap().map(|found| found.box_id.to())
}

pub(crate) async fn cast(town: &Town, id: BoxId, count: u128) -> Vec<Result<Outcome, actions::Error>> {
    let mut outcomes = Vec::new();
    for number in 0..count {
        let voter = Voter::Account { actor: ActorId(uuid::Uuid::from_u128(number + 1_000)), level: Level::Confirmed };
        let ballot = if number % 3 == 0 { "set:1" } else { "set:2" };
        outcomes.push(actions::votes::cast(&town.app, voter, id, ballot.parse().unwrap(), None).await);
    }
    outcomes
}

pub(crate) async fn standings(state: &Town, vote: BoxId) -> Vec<(Uid, Standing)> {
    let all = state.app.store.read(move |db| actions::tallies::together(db, Uid::of(vote))).await.unwrap().unwrap();
    all.parts.into_iter().map(|part| (part.carrier, part.standing)).collect()
}

pub(crate) async fn hours(towns: [&Town; 3], hours: i64) {
    for _ in 0..hours / 6 {
        towns.iter().for_each(|town| town.wait(SignedDuration::from_hours(6)));
        Town::settle(&towns).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_dismissed_while_people_vote_is_shown_and_not_counted() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        all_carry(towns).await;
        let id = vote(&state, FIVE_HOURS).await;
        Town::settle(&towns).await;
        for (town, count) in [(&state, 12), (&ars, 15), (&bry, 20)] {
            let here = box_at(town, &state, id).await.expect("it is held here");
            assert!(cast(town, here, count).await.iter().all(|outcome| matches!(outcome, Ok(Outcome::Cast { .. }))));
        }
        let ars_there = known(&state, &ars).await;
        actions::carrying::dismiss(&state.app, Town::machine(), "eau", ars_there.to()).await.unwrap();
        Town::settle(&towns).await;
        // Nobody votes where nothing will be counted, and nobody's ballot is kept.
        let here = box_at(&ars, &state, id).await.expect("it was held here");
        let found = ars.app.store.read(move |db| actions::votes::load(db, Uid::of(here))).await.unwrap();
        assert_eq!(found.state, BoxState::Cancelled);
        hours(towns, 96).await;
        assert!(standings(&state, id).await.contains(&(ars_there, Standing::Withdrawn)), "{:?}", standings(&state, id).await);
        let whole = state.visitor().see(&format!("/c/eau/polls/{}/whole.json", id.0)).await;
        let whole: serde_json::Value = serde_json::from_str(&whole.body).unwrap();
        assert_eq!(whole["result"][0], "ballots 32");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_vote_goes_on_where_the_consultation_no_longer_reaches_the_fediverse() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        all_carry(towns).await;
        let id = vote(&state, FIVE_HOURS).await;
        Town::settle(&towns).await;
        actions::consultations::set_reach(&state.app, Town::machine(), "eau", Reach::Network).await.unwrap();
        Town::settle(&towns).await;
        for (town, count) in [(&state, 12), (&ars, 15), (&bry, 20)] {
            let here = box_at(town, &state, id).await.expect("it is held here");
            assert!(cast(town, here, count).await.iter().all(|outcome| matches!(outcome, Ok(Outcome::Cast { .. }))));
        }
        hours(towns, 96).await;
        let whole = state.visitor().see(&format!("/c/eau/polls/{}/whole.json", id.0)).await;
        let whole: serde_json::Value = serde_json::from_str(&whole.body).unwrap();
        assert_eq!(whole["result"][0], "ballots 47", "{:?}", standings(&state, id).await);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_could_not_open_the_vote_in_time_says_so_and_nobody_waits() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        all_carry(towns).await;
        let id = vote(&state, FIVE_HOURS).await;
        // Ars hears of the vote, and does nothing more before it is over.
        while box_at(&ars, &state, id).await.is_none() {
            state.run_jobs().await;
        }
        Town::settle(&[&state, &bry]).await;
        for (town, count) in [(&state, 12), (&bry, 20)] {
            let here = box_at(town, &state, id).await.expect("it is held here");
            assert!(cast(town, here, count).await.iter().all(|outcome| matches!(outcome, Ok(Outcome::Cast { .. }))));
        }
        hours(towns, 12).await;
        let ars_there = known(&state, &ars).await;
        assert!(standings(&state, id).await.contains(&(ars_there, Standing::Withdrawn)), "{:?}", standings(&state, id).await);
        let whole = state.visitor().see(&format!("/c/eau/polls/{}/whole.json", id.0)).await;
        let whole: serde_json::Value = serde_json::from_str(&whole.body).unwrap();
        assert_eq!(whole["result"][0], "ballots 32");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_vote_that_comes_before_the_answer_to_the_carrier_opens_with_it() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        all_carry(towns).await;
        // Ars asks anew, and hears of a vote before it hears the answer.
        let left = Carried { state: CarriedState::Left.code().to_owned(), ..carried(&ars, "eau").await };
        ars.app.store.write(move |db| store::carried::set(db, &left)).await.unwrap();
        join(&ars, "eau").await;
        let id = vote(&state, FIVE_HOURS).await;
        state.run_jobs().await;
        ars.run_jobs().await;
        assert_eq!(carried(&ars, "eau").await.state, CarriedState::Asked.code());
        let here = Uid::of(box_at(&ars, &state, id).await.expect("it is kept here"));
        let state_of = async || ars.app.store.read(move |db| actions::votes::load(db, here)).await.unwrap().state;
        assert_eq!(state_of().await, BoxState::Draft);
        Town::settle(&towns).await;
        assert_eq!(carried(&ars, "eau").await.state, CarriedState::Joined.code());
        assert_eq!(state_of().await, BoxState::Published);
    }
}
