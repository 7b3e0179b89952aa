//! Sequential Phragmén for budgets (Los, Christoff & Grossi, *Proportional Budget Allocations*, 2022): voters earn at the same speed, a project is
//! bought as soon as its supporters together have its cost.
//!
//! Loads xᵢ = 0; y(p) = (c(p) + Σ xᵢ over N(p)) / |N(p)|; the least y is taken and becomes the load of its supporters. The rule ends as soon as one of
//! the least would cost more than is left; it does not skip. Points are not looked at. Not monotone.

use num_bigint::BigInt;

use super::Instance;
use super::exact::{FRACTION, Ladder};
use super::explain::{Outcome, Stop, Why};
use super::greedy::{losers, win};

/// A project with the price at which it could be taken now: `numerator ÷ (D · votes)`.
struct Candidate {
    place: usize,
    votes: u64,
    numerator: BigInt,
}

pub(super) fn decide(instance: &Instance, able: &[bool], ranks: &[u32]) -> Outcome {
    let supporters = supporters(instance);
    // The load of a voter is the price of the last winner they chose: its place on the ladder, or none.
    let mut loads: Vec<Option<usize>> = vec![None; instance.groups().len()];
    let mut ladder = Ladder::new(0, 1, FRACTION);
    let mut open: Vec<usize> = able.iter().enumerate().filter_map(|(place, able)| able.then_some(place)).collect();
    let (mut winners, mut left, mut stop) = (Vec::new(), instance.budget(), Stop::AllSeen);
    while !open.is_empty() {
        let least = least(instance, &supporters, &loads, &ladder, &open);
        if let Some(dear) = least.iter().find(|candidate| instance.cost(candidate.place) > left) {
            stop = Stop::DidNotFit { place: dear.place };
            break;
        }
        let rank = |candidate: &Candidate| ranks.get(candidate.place).copied();
        let Some(taken) = least.into_iter().min_by_key(rank) else { break };
        for (group, _) in supporters.get(taken.place).into_iter().flatten() {
            if let Some(load) = loads.get_mut(*group) {
                *load = Some(ladder.len());
            }
        }
        ladder.push(taken.numerator, taken.votes);
        left -= instance.cost(taken.place);
        winners.push(taken.place);
        open.retain(|place| *place != taken.place);
    }
    let too_dear = |place: usize| match instance.cost(place).checked_sub(left) {
        Some(missing) if missing > 0 => Why::TooDear { left, missing },
        _ => Why::AfterStop,
    };
    Outcome {
        cost: instance.budget() - left,
        winners: winners.iter().map(|place| win(instance, *place, None)).collect(),
        losers: losers(instance, &winners, able, too_dear),
        stop,
        endowment: None,
        comparison: None,
    }
}

/// For each project, the groups of equal ballots that chose it.
fn supporters(instance: &Instance) -> Vec<Vec<(usize, u32)>> {
    let mut supporters = vec![Vec::new(); instance.projects().len()];
    for (group, ballots) in instance.groups().iter().enumerate() {
        for (place, _) in &ballots.points {
            if let Some(list) = usize::try_from(*place).ok().and_then(|place| supporters.get_mut(place)) {
                list.push((group, ballots.weight));
            }
        }
    }
    supporters
}

/// All projects of the least price: more than one where they are level.
fn least(
    instance: &Instance,
    supporters: &[Vec<(usize, u32)>],
    loads: &[Option<usize>],
    ladder: &Ladder,
    open: &[usize],
) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for place in open.iter().copied() {
        let mut paid = vec![0_u128; ladder.len()];
        for (group, weight) in supporters.get(place).into_iter().flatten() {
            let load = loads.get(*group).copied().flatten().and_then(|step| paid.get_mut(step));
            if let Some(load) = load {
                *load += u128::from(*weight);
            }
        }
        let candidate = Candidate { place, votes: instance.votes(place), numerator: ladder.numerator(instance.cost(place), 0, &paid) };
        let order = found.first().map(|best| (&candidate.numerator * best.votes).cmp(&(&best.numerator * candidate.votes)));
        match order {
            Some(std::cmp::Ordering::Greater) => {}
            Some(std::cmp::Ordering::Equal) => found.push(candidate),
            Some(std::cmp::Ordering::Less) | None => found = vec![candidate],
        }
    }
    found
}
