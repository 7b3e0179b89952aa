//! Greedy: from the greatest score downwards, take what still fits. The rule of most towns.
//!
//! Monotone in votes for one project without groups: one more vote for a winner keeps it a winner. Not monotone in cost with `per_cost`'s ties.

use super::Instance;
use super::explain::{Loss, Outcome, Stop, Why, Win};
use super::rule::{Greedy, eligible};

/// One pass over the projects. `taken` are places that won already (by equal shares), `left` is the money there is.
pub(super) struct Pass {
    pub(super) winners: Vec<usize>,
    pub(super) whys: Vec<(usize, Why)>,
    pub(super) left: u64,
    pub(super) stop: Stop,
}

/// Sorts by score (or score per cost), then by rank.
pub(super) fn order(instance: &Instance, per_cost: bool, able: &[bool], ranks: &[u32]) -> Vec<usize> {
    let rank = |place: usize| ranks.get(place).copied().unwrap_or(u32::MAX);
    let mut order: Vec<usize> = able.iter().enumerate().filter_map(|(place, able)| able.then_some(place)).collect();
    order.sort_by(|left, right| {
        let worth = |one: usize, other: usize| {
            let divisor = if per_cost { instance.cost(other) } else { 1 };
            u128::from(instance.score(one)) * u128::from(divisor)
        };
        worth(*right, *left).cmp(&worth(*left, *right)).then_with(|| rank(*left).cmp(&rank(*right)))
    });
    order
}

pub(super) fn pass(instance: &Instance, rule: &Greedy, order: &[usize], taken: &[usize], mut left: u64) -> Pass {
    let group = |place: usize| instance.projects().get(place).and_then(|project| project.group).filter(|_| rule.exclusive);
    let mut winners: Vec<usize> = Vec::new();
    let mut whys = Vec::new();
    let mut stop = Stop::AllSeen;
    for place in order.iter().copied().filter(|place| !taken.contains(place)) {
        let cost = instance.cost(place);
        let rival = group(place).and_then(|of| winners.iter().chain(taken).copied().find(|winner| group(*winner) == Some(of)));
        let below = rule.threshold.saturating_sub(instance.score(place));
        let why = match (stop, rival) {
            (Stop::DidNotFit { .. }, _) => Some(Why::AfterStop),
            _ if below > 0 => Some(Why::BelowThreshold { missing: below }),
            (_, Some(by)) => Some(Why::GroupTaken { by }),
            _ if cost > left => Some(Why::TooDear { left, missing: cost - left }),
            _ => None,
        };
        match why {
            None => {
                winners.push(place);
                left -= cost;
            }
            Some(why) => {
                if rule.no_skip && matches!(why, Why::TooDear { .. }) {
                    stop = Stop::DidNotFit { place };
                }
                whys.push((place, why));
            }
        }
    }
    Pass { winners, whys, left, stop }
}

pub(super) fn decide(instance: &Instance, rule: &Greedy, able: &[bool], ranks: &[u32]) -> Outcome {
    let order = order(instance, rule.per_cost, able, ranks);
    let pass = pass(instance, rule, &order, &[], instance.budget());
    Outcome {
        cost: instance.budget() - pass.left,
        winners: pass.winners.iter().map(|place| win(instance, *place, None)).collect(),
        losers: losers(instance, &pass.winners, able, |place| {
            pass.whys.iter().find(|(seen, _)| *seen == place).map_or(Why::AfterStop, |(_, why)| *why)
        }),
        stop: pass.stop,
        endowment: None,
        comparison: None,
    }
}

pub(super) fn win(instance: &Instance, place: usize, paid: Option<u64>) -> Win {
    Win { place, votes: instance.votes(place), score: instance.score(place), paid }
}

/// All that did not win, each with its reason; `why` is asked only for those that could have won.
pub(super) fn losers(instance: &Instance, winners: &[usize], able: &[bool], why: impl Fn(usize) -> Why) -> Vec<Loss> {
    let reason = |place: usize| match instance.projects().get(place) {
        Some(project) if project.withdrawn => Why::Withdrawn,
        _ if instance.votes(place) == 0 => Why::NobodyChose,
        _ if able.get(place) == Some(&false) && !eligible(instance, place) => Why::NotEligible,
        _ => why(place),
    };
    let lost = (0..instance.projects().len()).filter(|place| !winners.contains(place));
    lost.map(|place| Loss { place, votes: instance.votes(place), score: instance.score(place), why: reason(place) }).collect()
}
