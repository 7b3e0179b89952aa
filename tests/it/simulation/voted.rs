//! The same weather over a vote that the State and four communes hold together: people vote and vote again at home, communes leave in the middle of
//! it. When it is over, each ballot of those who stayed is counted once and as it was last cast, nobody else's is, and a stranger who counts again
//! finds the same.

use std::collections::{BTreeMap, BTreeSet};

use actions::tallies::{GRACE, Standing};
use actions::votes::{Outcome, Voter};
use domain::carrying::CarriedState;
use domain::id::{ActorId, BoxId};
use domain::vote::{BoxState, Level, SMALLEST_GROUP};
use jiff::SignedDuration;
use parvis::commands::recount::Sources;
use rig::{Dice, Town};
use store::Uid;

use super::{befall, five, heal, seeds, storm, wait};
use crate::carrying::votes::{box_at, standings, vote};
use crate::carrying::{carried, join, known, offer};
use crate::common_votes::recount;

/// Seeds that run with every test (76 found that a vote which is taken back late was shown as late), and how many of them share five towns: as
/// many as pass while the consultation is open.
const SEEDS: std::ops::Range<u64> = 75..79;
const SEEDS_A_WORLD: usize = 4;
/// What happens in one seed.
const ACTS: usize = 24;
/// The consultation's name is the same everywhere.
const SLUG: &str = "eau";
/// How long one can vote, in hours: longer than all that the weather makes people wait.
const OPEN: i64 = 240;

/// The State, four communes that carry its consultation, and one vote.
struct Nation {
    towns: Vec<Town>,
    vote: BoxId,
    /// What each voter of each town chose last, the number of the option, and the receipt.
    chosen: Vec<BTreeMap<u128, (usize, String)>>,
    /// Communes that left while people voted.
    away: BTreeSet<usize>,
}

impl Nation {
    async fn open(seed: u64) -> Vec<Town> {
        let towns = five(seed).await;
        let [state, communes @ ..] = &towns[..] else { unreachable!() };
        offer(state, SLUG, &communes.iter().collect::<Vec<_>>()).await;
        heal(&towns).await;
        for commune in communes {
            join(commune, SLUG).await;
        }
        heal(&towns).await;
        towns
    }

    async fn begin(towns: Vec<Town>) -> Self {
        let vote = vote(&towns[0], SignedDuration::from_hours(OPEN)).await;
        let chosen = towns.iter().map(|_| BTreeMap::new()).collect();
        Self { towns, vote, chosen, away: BTreeSet::new() }
    }

    /// The box of the vote in a town, if it is open there.
    async fn open_at(&self, town: usize) -> Option<BoxId> {
        let id = box_at(&self.towns[town], &self.towns[0], self.vote).await?;
        let loaded = self.towns[town].app.store.read(move |db| actions::votes::load(db, Uid::of(id))).await.unwrap();
        (loaded.state == BoxState::Published).then_some(id)
    }

    /// Some people vote in some town, for the first time or again; or a commune leaves.
    async fn act(&mut self, dice: &mut Dice) {
        let town = dice.below(self.towns.len());
        let Some(id) = self.open_at(town).await else { return };
        if town > 0 && dice.happens(3) {
            actions::carrying::leave(&self.towns[town].app, Town::machine(), SLUG).await.unwrap();
            self.away.insert(town);
            return;
        }
        for _ in 0..1 + dice.below(8) {
            let number = u128::try_from(dice.below(24)).unwrap();
            let option = 1 + dice.below(2);
            let voter = Voter::Account { actor: ActorId(uuid::Uuid::from_u128(number + 1_000)), level: Level::Confirmed };
            let ballot = format!("set:{option}").parse().unwrap();
            let before = self.chosen[town].get_mut(&number);
            // Whoever has lost the receipt cannot change a ballot.
            let receipt = before.as_ref().filter(|_| dice.happens(80)).map(|(_, receipt)| receipt.clone());
            let brings_it = receipt.is_some();
            let outcome = actions::votes::cast(&self.towns[town].app, voter, id, ballot, receipt).await.unwrap();
            let as_expected = match (&before, &outcome) {
                (None, Outcome::Cast { .. }) => true,
                (Some(_), Outcome::Replaced) => brings_it,
                (Some(_), Outcome::AlreadyVoted) => !brings_it,
                _ => false,
            };
            assert!(as_expected, "{outcome:?}");
            match (before, outcome) {
                (None, Outcome::Cast { receipt }) => drop(self.chosen[town].insert(number, (option, receipt))),
                (Some(before), Outcome::Replaced) => before.0 = option,
                _ => {}
            }
        }
    }

    /// The vote ends, in the weather that there is; then it is fine until nobody is waited for any more.
    async fn end(&mut self, dice: &mut Dice) {
        let found = self.towns[0].app.store.read({
            let id = Uid::of(self.vote);
            move |db| actions::votes::load(db, id)
        });
        let closes_at = found.await.unwrap().row.closes_at.0;
        let rest = closes_at.duration_since(self.towns[0].now());
        assert!(rest.is_positive(), "it was open longer than the weather lasted");
        wait(&self.towns, rest + SignedDuration::from_mins(1));
        for _ in 0..6 {
            befall(&mut self.towns, dice).await;
        }
        heal(&self.towns).await;
        let too_late = self.towns[0].now().duration_since(closes_at) > GRACE;
        assert!(!too_late, "good weather in time lets nobody be late");
        while self.towns[0].now().duration_since(closes_at) <= GRACE + SignedDuration::from_hours(26) {
            wait(&self.towns, SignedDuration::from_hours(6));
            for town in &self.towns {
                actions::jobs::schedule_sweep(&town.app).await.unwrap();
            }
            heal(&self.towns).await;
        }
    }

    /// How a territory should stand: who left is not counted, who has too few voters tells no number.
    fn expected(&self, town: usize) -> Standing {
        let voters = self.chosen[town].len();
        match (self.away.contains(&town), u64::try_from(voters).unwrap() < SMALLEST_GROUP) {
            (true, _) => Standing::Withdrawn,
            (false, true) => Standing::Hidden,
            (false, false) => Standing::Counted,
        }
    }

    /// Each territory stands as it should, and the whole is the sum of what people chose where they are counted.
    async fn compare(&self, seed: u64) {
        let state = &self.towns[0];
        let all: BTreeMap<Uid, Standing> = standings(state, self.vote).await.into_iter().collect();
        let (mut ballots, mut for_first) = (0, 0);
        for (index, town) in self.towns.iter().enumerate() {
            let who = if index == 0 { state.app.instance().await.unwrap().collectivity_id } else { known(state, town).await };
            let expected = self.expected(index);
            assert_eq!(all.get(&who), Some(&expected), "seed {seed}, town {index}");
            if expected == Standing::Counted {
                ballots += self.chosen[index].len();
                for_first += self.chosen[index].values().filter(|(option, _)| *option == 1).count();
            }
        }
        let page = state.visitor().see(&format!("/c/{SLUG}/polls/{}/whole.json", self.vote.0)).await;
        let whole: serde_json::Value = serde_json::from_str(&page.body).unwrap();
        let result = whole["result"].to_string();
        assert_eq!(whole["result"][0], format!("ballots {ballots}"), "seed {seed}");
        assert!(ballots == 0 || result.contains(&format!("option 1 votes {for_first} ")), "seed {seed}: {for_first} in {result}");
        let said = recount(&whole, &Sources { files: Vec::new(), offline: false, private_networks: true });
        assert_eq!((said.code, &said.complaint), (0, &None), "seed {seed}: {said:?}");
    }

    /// Who left asks again and is taken back, so that the next vote finds five.
    async fn come_back(self) -> Vec<Town> {
        for town in &self.away {
            join(&self.towns[*town], "").await;
        }
        heal(&self.towns).await;
        for town in &self.towns[1..] {
            assert_eq!(carried(town, SLUG).await.state, CarriedState::Joined.code());
        }
        self.towns
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_weather_ends_in_the_same_sum() {
    for chunk in seeds(SEEDS).chunks(SEEDS_A_WORLD) {
        let mut towns = Nation::open(chunk[0]).await;
        for seed in chunk {
            let mut nation = Nation::begin(towns).await;
            let mut dice = Dice::new(*seed);
            for half in 0..2 {
                storm(&nation.towns, seed + half);
                for _act in 0..ACTS / 2 {
                    nation.act(&mut dice).await;
                    befall(&mut nation.towns, &mut dice).await;
                }
                // Half-way there is a fine day, so that the vote is opened everywhere; it ends in a storm.
                if half == 0 {
                    heal(&nation.towns).await;
                }
            }
            nation.end(&mut dice).await;
            nation.compare(*seed).await;
            towns = nation.come_back().await;
        }
    }
}
