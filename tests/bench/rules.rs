//! How long the rules of budgets take: a city of 90,494 voters and 160 projects, made up, and the largest real file that is here. Run with
//! `cargo bench -p deliberation`; the city under `add1` must take less than 5 seconds on one core.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a bench measures time and says what it measured"
)]

use std::process::ExitCode;
use std::time::{Duration, Instant};

use deliberation::budget::{Completion, EqualShares, Greedy, Instance, Method, Project, Rule, decide};
use deliberation::pabulib;

const VOTERS: usize = 90_494;
const PROJECTS: usize = 160;
const MOST: Duration = Duration::from_secs(5);

/// A small generator of its own (Knuth's constants): the same city every time.
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// Costs from 20,000 to 3,000,000, most of them small; a few projects liked by many, most by few (weights as 1/rank); each voter comes from one of 18
/// districts, where 8 projects are more liked, and chooses up to ten, as in Warsaw.
fn city() -> Instance {
    let mut draw = Draw(2026);
    let cost = |draw: &mut Draw| {
        let (one, other) = (draw.below(1_000), draw.below(1_000));
        20_000 + one * one * other / 1_000 * 2_980 / 1_000
    };
    let projects: Vec<Project> =
        (1..=PROJECTS).map(|id| Project { id: id.to_string(), cost: cost(&mut draw), withdrawn: false, group: None }).collect();
    let weights: Vec<u64> = (0..PROJECTS).map(|rank| 100_000 / (u64::try_from(rank).unwrap() + 8)).collect();
    let all: u64 = weights.iter().sum();
    let mut ballots = Vec::with_capacity(VOTERS);
    for _ in 0..VOTERS {
        let (home, size) = (draw.below(18), 1 + draw.below(10).max(draw.below(10)));
        let mut chosen: Vec<u32> = Vec::new();
        while u64::try_from(chosen.len()).unwrap() < size {
            let project = if draw.below(3) == 0 {
                (home * 9 + draw.below(8)) % 160
            } else {
                let mut at = draw.below(all);
                let place = weights.iter().position(|weight| {
                    let here = at < *weight;
                    at = at.saturating_sub(*weight);
                    here
                });
                (u64::try_from(place.unwrap_or_default()).unwrap() * 67) % 160
            };
            let project = u32::try_from(project).unwrap();
            if !chosen.contains(&project) {
                chosen.push(project);
            }
        }
        ballots.push(chosen.into_iter().map(|project| (project, 1)).collect());
    }
    Instance::new(30_000_000, 1, projects, ballots).unwrap()
}

fn time(name: &str, instance: &Instance, method: Method) -> Duration {
    let begin = Instant::now();
    let outcome = decide(instance, &Rule::of(method), &[]).unwrap();
    let took = begin.elapsed();
    let share = outcome.endowment.map_or(0, |(money, voters)| money / u128::from(voters));
    println!(
        "{name}: {} of {} projects for {} of {}, {} voters with {} different ballots, share {share}: {took:.3?}",
        outcome.winners.len(),
        instance.projects().len(),
        outcome.cost,
        instance.budget(),
        instance.voters(),
        instance.distinct_ballots(),
    );
    took
}

fn rules(name: &str, instance: &Instance) -> Duration {
    let shares = |completion| Method::EqualShares(EqualShares::new(completion, instance.unit()));
    time(&format!("{name}, greedy"), instance, Method::Greedy(Greedy::default()));
    time(&format!("{name}, Phragmén"), instance, Method::Phragmen);
    time(&format!("{name}, equal shares"), instance, shares(Completion::None));
    time(&format!("{name}, equal shares, add1"), instance, shares(Completion::Add1))
}

fn main() -> ExitCode {
    if std::env::args().any(|argument| argument == "--test") {
        return ExitCode::SUCCESS;
    }
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/pb");
    match std::fs::read_to_string(folder.join("France_Toulouse_2022.pb")) {
        Ok(text) => {
            let begin = Instant::now();
            let (election, _) = pabulib::read(&text).unwrap();
            let instance = election.instance().unwrap();
            println!("Toulouse 2022, read: {:.3?}", begin.elapsed());
            rules("Toulouse 2022", &instance);
        }
        Err(_absent) => println!("!! SKIPPED: {} is absent", folder.display()),
    }
    let begin = Instant::now();
    let city = city();
    println!("a city, made: {:.3?}", begin.elapsed());
    let mut took = rules("a city", &city);
    // Other programs may have had the core: the best of three counts.
    for _ in 0..2 {
        if took > MOST {
            let again = Method::EqualShares(EqualShares::new(Completion::Add1, city.unit()));
            took = took.min(time("a city, equal shares, add1, again", &city, again));
        }
    }
    if took > MOST {
        println!("!! TOO SLOW: {took:.3?} for add1, at most {MOST:.0?}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
