//! The same weather over a region that follows four communes: they open consultations, name other themes, say things otherwise, and say whether their
//! figures may stand beside those of others. When it is over, the region lists what each commune has.

use std::collections::BTreeMap;

use actions::consultations::{ConsultationForm, ThemeForm};
use jiff::SignedDuration;
use rig::weather::Fault;
use rig::{Dice, Town};
use store::consultations::Consultation;
use store::listings::sources;
use store::views::territory;

use super::{Records, befall, befell_all, five, heal, length, seeds, storm, wait};
use crate::region::{follows, listed};

/// Seeds that run with every test, and how many of them share five towns.
const SEEDS: std::ops::Range<u64> = 3..15;
const SEEDS_A_WORLD: usize = 20;
/// What a consultation may be about.
const THEMES: [&str; 4] = ["Eau", "Rues", "Écoles", "Arbres"];

/// What a commune says of one of its consultations: its title and its themes, sorted.
type Words = (String, Vec<String>);

/// The region, and four communes that it follows.
struct Land {
    towns: Vec<Town>,
    /// By the commune and the name of the consultation.
    open: BTreeMap<(usize, String), Words>,
    /// Which communes may be compared.
    comparable: [bool; 5],
    records: Records,
}

impl Land {
    async fn open(seed: u64) -> Self {
        let towns = five(seed).await;
        let [region, communes @ ..] = &towns[..] else { unreachable!() };
        for commune in communes {
            follows(region, commune).await;
        }
        heal(&towns).await;
        Self { towns, open: BTreeMap::new(), comparable: [false; 5], records: Records::default() }
    }

    /// A commune does something.
    async fn act(&mut self, dice: &mut Dice) {
        let which = 1 + dice.below(4);
        let town = &self.towns[which];
        let theirs: Vec<String> = self.open.keys().filter(|(home, _)| *home == which).map(|(_, slug)| slug.clone()).collect();
        let any = if theirs.is_empty() { None } else { Some(theirs[dice.below(theirs.len())].clone()) };
        match (dice.below(10), any) {
            (0..4, _) | (_, None) => {
                let slug = format!("sujet-{which}-{}", self.open.len());
                town.consultation(&slug).await;
                self.open.insert((which, slug.clone()), of(town, &slug).await);
            }
            (4..6, Some(slug)) => {
                let names = THEMES.iter().filter(|_| dice.happens(50));
                let themes = names.map(|name| ThemeForm { name: (*name).to_owned(), ..ThemeForm::default() }).collect();
                actions::consultations::set_themes(&town.app, Town::machine(), &slug, themes).await.unwrap();
                self.open.insert((which, slug.clone()), of(town, &slug).await);
            }
            (6..9, Some(slug)) => {
                let found = consultation(town, &slug).await;
                let form = ConsultationForm {
                    title: format!("{slug}, texte n° {}", found.revision + 1),
                    teaser: found.teaser.clone(),
                    input_use: found.input_use.clone(),
                    participation: found.participation.clone(),
                    ..ConsultationForm::default()
                };
                actions::consultations::edit(&town.app, Town::machine(), &slug, found.revision, &form).await.unwrap();
                self.open.insert((which, slug.clone()), of(town, &slug).await);
            }
            (_, Some(_)) => {
                self.comparable[which] ^= true;
                actions::abroad::allow_comparison(&town.app, Town::machine(), self.comparable[which]).await.unwrap();
            }
        }
    }

    /// Good weather, and a day after which the region reads what it may have missed.
    async fn converge(&self) {
        heal(&self.towns).await;
        wait(&self.towns, SignedDuration::from_hours(25));
        for town in &self.towns {
            actions::jobs::schedule_sweep(&town.app).await.unwrap();
        }
        heal(&self.towns).await;
    }

    /// What the region lists, and what each commune has.
    async fn compare(&mut self, seed: u64) {
        let region = &self.towns[0];
        let mut found = Vec::new();
        for listing in listed(region).await {
            let id = listing.id;
            let (_, themes) = region.app.store.read(move |db| territory::parts(db, &[id])).await.unwrap();
            let mut themes: Vec<String> = themes.into_iter().map(|theme| theme.name).collect();
            themes.sort();
            found.push((listing.title, themes));
        }
        found.sort();
        let mut expected: Vec<Words> = self.open.values().cloned().collect();
        expected.sort();
        assert_eq!(found, expected, "seed {seed}: the region lists something else than its communes have");
        for (which, commune) in self.towns.iter().enumerate().skip(1) {
            let uri = commune.app.links.actor("collectivite");
            let read = region.app.store.read(move |db| {
                let id = store::remote_actors::by_uri(db, &uri)?;
                id.map_or(Ok(None), |id| sources::find(db, id))
            });
            let comparable = read.await.unwrap().is_some_and(|source| source.comparable);
            assert_eq!(comparable, self.comparable[which], "seed {seed}: commune {which} may be compared");
        }
        self.records.go_on(&self.towns, seed).await;
    }
}

async fn consultation(town: &Town, slug: &str) -> Consultation {
    let slug = slug.to_owned();
    town.app.store.read(move |db| store::consultations::by_slug(db, &slug)).await.unwrap().expect("a consultation")
}

/// What a commune says of one of its consultations.
async fn of(town: &Town, slug: &str) -> Words {
    let found = consultation(town, slug).await;
    let id = found.id;
    let mut themes: Vec<String> =
        town.app.store.read(move |db| store::consultations::themes(db, id)).await.unwrap().into_iter().map(|theme| theme.name).collect();
    themes.sort();
    (found.title, themes)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_weather_ends_in_the_same_territory() {
    let mut faults = Vec::new();
    for world_seeds in seeds(SEEDS).chunks(SEEDS_A_WORLD) {
        let mut land = Land::open(world_seeds[0]).await;
        for seed in world_seeds {
            let mut dice = Dice::new(*seed);
            storm(&land.towns, *seed);
            for _act in 0..length(&mut dice) {
                land.act(&mut dice).await;
                befall(&mut land.towns, &mut dice).await;
            }
            land.converge().await;
            land.compare(*seed).await;
        }
        faults.extend(land.towns.iter().flat_map(|town| town.weather.faults()));
    }
    befell_all(&faults, &[Fault::Lost, Fault::AnswerLost, Fault::Twice, Fault::Late, Fault::Unread]);
}
