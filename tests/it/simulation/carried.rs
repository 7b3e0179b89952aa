//! The same weather over a consultation that the State opened and four communes carry: their citizens propose, reply, support, change and take back what
//! they said, each at home; communes leave and come back, one hides what it does not want to show. When it is over, who carries it shows what each
//! home shows.

use std::collections::BTreeSet;

use actions::consultations::ConsultationForm;
use domain::actor::Viewer;
use domain::carrying::CarriedState;
use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::ContributionId;
use domain::moderation::Reason;
use jiff::SignedDuration;
use rig::weather::Fault;
use rig::{Dice, Town};
use store::Uid;
use store::contributions::Contribution;

use super::{befall, befell_all, five, heal, length, seeds, storm, wait};
use crate::carrying::{carried, consultation, host, join, offer, propose, reply, somebody, there};

/// Seeds that run with every test, and how many of them share five towns: as many as pass while the consultation is open.
const SEEDS: std::ops::Range<u64> = 3..11;
const SEEDS_A_WORLD: usize = 8;
/// The consultation's name is the same everywhere.
const SLUG: &str = "eau";

/// The commune of Bo, who agreed that his name leaves.
const BO: usize = 1;

/// Something that was said: where it lives, and under which title it is shown there; nothing for what was taken away.
struct Said {
    home: usize,
    id: ContributionId,
    author: Viewer,
    title: Option<String>,
}

/// The State, and four communes that carry its consultation.
struct Nation {
    towns: Vec<Town>,
    people: Vec<Viewer>,
    proposals: Vec<Said>,
    /// Replies by their home, with the proposal they are under.
    replies: Vec<(usize, ContributionId, usize)>,
    /// Who supports what: the town of the citizen, and the proposal.
    supports: BTreeSet<(usize, usize)>,
    /// What one town hides of another: the town, and the proposal.
    hidden: BTreeSet<(usize, usize)>,
    /// Communes that left.
    away: BTreeSet<usize>,
    title: String,
}

impl Nation {
    async fn open(seed: u64) -> Self {
        let towns = five(seed).await;
        let [state, communes @ ..] = &towns[..] else { unreachable!() };
        offer(state, SLUG, &communes.iter().collect::<Vec<_>>()).await;
        heal(&towns).await;
        for commune in communes {
            join(commune, SLUG).await;
        }
        let mut people = Vec::new();
        for (town, (name, email)) in towns.iter().zip([
            ("Ana", "ana@example.org"),
            ("Bo", "bo@example.org"),
            ("Cid", "cid@example.org"),
            ("Dot", "dot@example.org"),
            ("Eve", "eve@example.org"),
        ]) {
            people.push(somebody(town, name, email, name < "Cid").await);
        }
        heal(&towns).await;
        let title = consultation(&towns[0], SLUG).await.title;
        Self {
            towns,
            people,
            proposals: Vec::new(),
            replies: Vec::new(),
            supports: BTreeSet::new(),
            hidden: BTreeSet::new(),
            away: BTreeSet::new(),
            title,
        }
    }

    /// A town that carries it, or the State: who left, or asks and has no answer yet, takes nothing.
    async fn somewhere(&self, dice: &mut Dice) -> usize {
        let mut present = vec![0];
        for town in 1..self.towns.len() {
            if self.carries(town).await {
                present.push(town);
            }
        }
        present[dice.below(present.len())]
    }

    async fn carries(&self, town: usize) -> bool {
        town == 0 || carried(&self.towns[town], SLUG).await.state == CarriedState::Joined.code()
    }

    /// One of the proposals that are still shown at home.
    fn any(&self, dice: &mut Dice) -> Option<usize> {
        let living: Vec<usize> = self.proposals.iter().enumerate().filter(|(_, said)| said.title.is_some()).map(|(n, _)| n).collect();
        (!living.is_empty()).then(|| living[dice.below(living.len())])
    }

    /// A proposal as a town has it, if it came there yet and is shown.
    async fn at(&self, town: usize, proposal: usize) -> Option<Contribution> {
        let said = &self.proposals[proposal];
        let found = if town == said.home {
            let id = Uid::of(said.id);
            self.towns[town].app.store.read(move |db| store::contributions::find(db, id)).await.unwrap()
        } else {
            there(&self.towns[town], &self.towns[said.home], said.id).await
        };
        found.filter(Contribution::is_shown)
    }

    /// Somebody does something somewhere.
    async fn act(&mut self, dice: &mut Dice) {
        let town = self.somewhere(dice).await;
        match (dice.below(20), self.any(dice)) {
            (0..5, _) | (_, None) => {
                let title = format!("Une fontaine n° {}", self.proposals.len());
                let id = propose(&self.towns[town], self.people[town], SLUG, &title).await;
                self.proposals.push(Said { home: town, id, author: self.people[town], title: Some(title) });
            }
            (5..7, Some(proposal)) => self.edit(proposal).await,
            (7, Some(proposal)) => {
                let said = &mut self.proposals[proposal];
                actions::contributions::withdraw(&self.towns[said.home].app, said.author, said.id).await.unwrap();
                said.title = None;
            }
            (8, Some(proposal)) => self.hide(town, proposal).await,
            (9..13, Some(proposal)) => {
                if let Some(found) = self.at(town, proposal).await {
                    let id = reply(&self.towns[town], self.people[town], found.id.to(), "Bonne idée, vraiment.").await;
                    self.replies.push((town, id, proposal));
                }
            }
            (13, _) if town > 0 => {
                actions::carrying::leave(&self.towns[town].app, Town::machine(), SLUG).await.unwrap();
                self.away.insert(town);
            }
            (14, _) => self.come_back().await,
            (15..19, Some(proposal)) => self.support(town, proposal).await,
            _ => self.reword().await,
        }
    }

    /// A citizen of a town supports what somebody said elsewhere, or takes that back.
    async fn support(&mut self, town: usize, proposal: usize) {
        let Some(found) = self.at(town, proposal).await.filter(|_| self.proposals[proposal].home != town) else { return };
        let (app, viewer, id) = (&self.towns[town].app, self.people[town], found.id.to());
        if self.supports.remove(&(town, proposal)) {
            actions::contributions::take_back_support(app, viewer, id).await.unwrap();
        } else {
            actions::contributions::support(app, viewer, id).await.unwrap();
            self.supports.insert((town, proposal));
        }
    }

    /// Its author says it otherwise, where something may be said.
    async fn edit(&mut self, proposal: usize) {
        if !self.carries(self.proposals[proposal].home).await {
            return;
        }
        let title = format!("Deux fontaines n° {proposal}, {}", self.proposals.len());
        let body = "Sous le tilleul, à l’ombre, et une autre devant l’école pour les enfants.";
        let draft = Draft::parse(Kind::Proposal, &RawDraft { title: &title, body, ..RawDraft::default() }).unwrap();
        let version = self.at(self.proposals[proposal].home, proposal).await.unwrap().version;
        let said = &mut self.proposals[proposal];
        actions::contributions::edit(&self.towns[said.home].app, said.author, said.id, version, draft).await.unwrap();
        said.title = Some(title);
    }

    /// Its home hides it for all, anybody else only for themselves.
    async fn hide(&mut self, town: usize, proposal: usize) {
        let Some(found) = self.at(town, proposal).await else { return };
        let why = "Ce n’est pas le sujet ici.";
        actions::office::hide(&self.towns[town].app, Town::machine(), found.id.to(), Reason::OffTopic, why).await.unwrap();
        if town == self.proposals[proposal].home {
            self.proposals[proposal].title = None;
        } else {
            self.hidden.insert((town, proposal));
        }
    }

    /// Who left asks to carry it again, if its leaving is known to itself: whatever the weather, it may ask at once.
    async fn come_back(&mut self) {
        for town in std::mem::take(&mut self.away) {
            join(&self.towns[town], "").await;
        }
    }

    /// The State changes the title of the consultation.
    async fn reword(&mut self) {
        let state = &self.towns[0];
        let found = consultation(state, SLUG).await;
        self.title = format!("L’eau, texte n° {}", found.revision + 1);
        let form = ConsultationForm {
            title: self.title.clone(),
            teaser: found.teaser.clone(),
            input_use: found.input_use.clone(),
            participation: found.participation.clone(),
            ..ConsultationForm::default()
        };
        actions::consultations::edit(&state.app, Town::machine(), SLUG, found.revision, &form).await.unwrap();
    }

    /// Good weather, everybody carries it, and three days in which each reads once a day what it may have missed.
    async fn converge(&mut self) {
        heal(&self.towns).await;
        self.come_back().await;
        for _day in 0..3 {
            heal(&self.towns).await;
            wait(&self.towns, SignedDuration::from_hours(25));
            for town in &self.towns {
                actions::jobs::schedule_sweep(&town.app).await.unwrap();
            }
        }
        heal(&self.towns).await;
    }

    /// The State knows how many of each territory support what both show.
    async fn compare_supports(&self, seed: u64) {
        for (proposal, said) in self.proposals.iter().enumerate() {
            let Some(here) = self.at(0, proposal).await else { continue };
            let heard = self.towns[0].app.store.read(move |db| store::territory_supports::backers(db, here.id, 50)).await.unwrap();
            for (index, town) in self.towns.iter().enumerate().skip(1) {
                if self.at(index, proposal).await.is_none() {
                    continue;
                }
                let row = heard.iter().find(|row| row.host == host(town)).map_or(0, |row| row.supports);
                let expected = i32::from(self.supports.contains(&(index, proposal)));
                // Who agreed that their name leaves is counted by the home of what they support, here as one of another server.
                let named = said.home == 0 && index == BO;
                let known = if named { here.remote_support_count } else { row };
                assert_eq!(
                    (known, named && row > 0),
                    (expected, false),
                    "seed {seed}, supports of town {index} for proposal {proposal} of town {}",
                    said.home
                );
            }
        }
    }

    /// Whoever carries it shows what each home shows, under the title it has there, and counts alike.
    async fn compare(&self, seed: u64) {
        for (index, town) in self.towns.iter().enumerate() {
            let whose = format!("seed {seed}, town {index}");
            let here = consultation(town, SLUG).await;
            assert_eq!(here.title, self.title, "{whose}");
            if index > 0 {
                assert_eq!(carried(town, SLUG).await.state, CarriedState::Joined.code(), "{whose}");
            }
            let mut shown = 0;
            for (proposal, said) in self.proposals.iter().enumerate() {
                let expected = said.title.clone().filter(|_| !self.hidden.contains(&(index, proposal)));
                let found = self.at(index, proposal).await.map(|found| found.title);
                // What the State hides is not passed on from then on: who had it before goes on showing it as it is at home.
                let is_passed_on = index == said.home || !self.hidden.contains(&(0, proposal));
                if is_passed_on || found.is_some() {
                    assert_eq!(found, expected, "{whose}, proposal {proposal} of town {}", said.home);
                }
                shown += i32::from(found.is_some());
            }
            assert_eq!(here.contribution_count, shown, "{whose}");
            for (home, id, proposal) in &self.replies {
                // What stands under something that a town hides is not shown there, and not passed on by it: by its home, by the State.
                let mut everywhere = *home != index;
                for on_its_way in [*home, 0, index] {
                    everywhere = everywhere && self.at(on_its_way, *proposal).await.is_some();
                }
                if !everywhere {
                    continue;
                }
                let found = there(town, &self.towns[*home], *id).await;
                assert!(found.is_some_and(|found| found.is_shown()), "{whose}: a reply of town {home} under proposal {proposal}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_weather_ends_in_the_same_consultation() {
    let mut faults = Vec::new();
    for chunk in seeds(SEEDS).chunks(SEEDS_A_WORLD) {
        let mut nation = Nation::open(chunk[0]).await;
        for seed in chunk {
            let mut dice = Dice::new(*seed);
            storm(&nation.towns, *seed);
            for _act in 0..length(&mut dice) {
                nation.act(&mut dice).await;
                befall(&mut nation.towns, &mut dice).await;
            }
            nation.converge().await;
            nation.compare(*seed).await;
            nation.compare_supports(*seed).await;
        }
        faults.extend(nation.towns.iter().flat_map(|town| town.weather.faults()));
    }
    befell_all(&faults, &[Fault::Lost, Fault::AnswerLost, Fault::Twice, Fault::Late, Fault::Unread]);
}
