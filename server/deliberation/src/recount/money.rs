//! Budgets, the plain way: who won, what it cost, what was left.

use std::cmp::Ordering;

use num_bigint::BigInt;

use super::{drawn, shares};
use crate::ballot::Ballot;
use crate::budget::{Completion, EqualShares, Greedy, Method, Rule, RuleFault, Ties, Utility};
use crate::verdict::{Contender, Vote};

/// A voter's points, one after the other: which contender (by its place), how many.
pub(super) type Points = Vec<(usize, u64)>;

/// What was bought, and what is said of the rest.
#[derive(Default)]
pub(super) struct Result {
    pub(super) winners: Vec<usize>,
    pub(super) share: Option<(u128, usize)>,
    /// For losers: their place, and what was left for them.
    pub(super) left: Vec<(usize, u64)>,
}

/// A vote on a budget, ballot by ballot.
pub(super) struct Purchase<'a> {
    pub(super) vote: &'a Vote,
    pub(super) voters: Vec<Points>,
    pub(super) rule: &'a Rule,
}

pub(super) fn budget(vote: &Vote, rule: &Rule, lines: &mut Vec<String>) -> std::result::Result<(), RuleFault> {
    let purchase = Purchase { vote, voters: vote.ballots.iter().map(|ballot| points(vote, ballot)).collect(), rule };
    for (place, contender) in vote.contenders.iter().enumerate() {
        lines.push(format!("option {} votes {} points {}", contender.number, purchase.votes(place), purchase.score(place)));
    }
    let mut comparison = None;
    let result = match &rule.method {
        Method::Greedy(variant) => purchase.greedy(variant, &[], vote.budget),
        Method::Phragmen => purchase.phragmen(),
        Method::EqualShares(variant) => {
            let result = purchase.shares_completed(variant)?;
            let greedy = purchase.greedy(&Greedy::default(), &[], vote.budget);
            let (ours, theirs) = purchase.preferences(&result.winners, &greedy.winners);
            comparison = variant.comparison.then_some((ours, theirs));
            if variant.comparison && theirs > ours { greedy } else { result }
        }
    };
    let number = |place: usize| vote.contenders.get(place).map_or(0, |contender| contender.number);
    lines.extend(result.winners.iter().map(|place| format!("winner {}", number(*place))));
    lines.push(format!("cost {}", purchase.cost_of(&result.winners)));
    lines.extend(result.share.map(|(money, voters)| format!("share {money}/{voters}")));
    lines.extend(comparison.map(|(ours, theirs)| format!("prefer shares {ours} greedy {theirs}")));
    for (place, contender) in vote.contenders.iter().enumerate() {
        if let Some((_, left)) = result.left.iter().find(|(loser, _)| *loser == place) {
            lines.push(format!("loser {} left {left} missing {}", contender.number, contender.cost.saturating_sub(*left)));
        }
    }
    Ok(())
}

fn points(vote: &Vote, ballot: &Ballot) -> Points {
    let mut points = Vec::new();
    for (place, contender) in vote.contenders.iter().enumerate() {
        let given = match ballot {
            Ballot::Set(chosen) => chosen.iter().filter(|number| **number == contender.number).map(|_| 1).sum(),
            Ballot::Points(given) => {
                let own = given.iter().filter(|(number, _)| *number == contender.number);
                own.map(|(_, value)| u64::try_from(*value).unwrap_or(0)).sum()
            }
            Ballot::Ranking(ranked) => ranked
                .iter()
                .position(|number| *number == contender.number)
                .and_then(|above| u64::try_from(ranked.len() - above).ok())
                .unwrap_or(0),
            Ballot::Grades(_) | Ballot::Stance(_) | Ballot::Consent(_) => 0,
        };
        if given > 0 {
            points.push((place, given));
        }
    }
    points
}

impl Purchase<'_> {
    pub(super) fn contender(&self, place: usize) -> Contender {
        let none = Contender { number: 0, cost: 0, withdrawn: true, group: None };
        self.vote.contenders.get(place).copied().unwrap_or(none)
    }

    pub(super) fn cost(&self, place: usize) -> u64 {
        self.contender(place).cost
    }

    pub(super) fn cost_of(&self, places: &[usize]) -> u64 {
        places.iter().map(|place| self.cost(*place)).sum()
    }

    /// The points that each voter who chose a project gave to it, with the voter's place.
    pub(super) fn supporters(&self, place: usize) -> Vec<(usize, u64)> {
        let gave = |voter: &Points| voter.iter().find(|(chosen, _)| *chosen == place).map(|(_, points)| *points);
        self.voters.iter().enumerate().filter_map(|(voter, points)| Some((voter, gave(points)?))).collect()
    }

    fn votes(&self, place: usize) -> usize {
        self.supporters(place).len()
    }

    fn score(&self, place: usize) -> u64 {
        self.supporters(place).iter().map(|(_, points)| points).sum()
    }

    /// Projects that may win at all.
    pub(super) fn able(&self) -> Vec<usize> {
        let enough = |place: usize| {
            // votes/voters ≥ cost/(3 · budget), as products.
            let left = BigInt::from(self.votes(place)) * 3 * self.vote.budget;
            !self.rule.eligibility || left >= BigInt::from(self.cost(place)) * self.voters.len()
        };
        (0..self.vote.contenders.len()).filter(|p| !self.contender(*p).withdrawn && self.votes(*p) > 0 && enough(*p)).collect()
    }

    /// Which of two projects that nothing else tells apart comes first.
    pub(super) fn tie(&self, one: usize, other: usize) -> Ordering {
        let lots = |place: usize| {
            let (lot, _) = drawn(self.vote, self.contender(place).number);
            (lot, place)
        };
        let by_lots = lots(one).cmp(&lots(other));
        match self.rule.ties {
            Ties::Lots => by_lots,
            Ties::CostVotesLots => self.cost(one).cmp(&self.cost(other)).then(self.votes(other).cmp(&self.votes(one))).then(by_lots),
        }
    }

    /// Again and again the best of those not looked at yet.
    pub(super) fn greedy(&self, rule: &Greedy, taken: &[usize], mut left: u64) -> Result {
        let mut open: Vec<(usize, u64)> =
            self.able().into_iter().filter(|place| !taken.contains(place)).map(|place| (place, self.score(place))).collect();
        let mut result = Result::default();
        let mut stopped = false;
        loop {
            let worth =
                |of: (usize, u64), beside: (usize, u64)| u128::from(of.1) * u128::from(if rule.per_cost { self.cost(beside.0) } else { 1 });
            let better = |a: &(usize, u64), b: &(usize, u64)| worth(*a, *b).cmp(&worth(*b, *a)).then(self.tie(b.0, a.0));
            let Some((place, score)) = open.iter().copied().max_by(better) else { return result };
            open.retain(|(other, _)| *other != place);
            let group = self.contender(place).group;
            let rival = |winner: &usize| rule.exclusive && group.is_some() && self.contender(*winner).group == group;
            if stopped || score < rule.threshold || result.winners.iter().chain(taken).any(rival) {
                continue;
            }
            match left.checked_sub(self.cost(place)) {
                Some(rest) => {
                    left = rest;
                    result.winners.push(place);
                }
                None => {
                    result.left.push((place, left));
                    stopped = rule.no_skip;
                }
            }
        }
    }

    /// Loads of voters over one denominator that grows with every project bought.
    fn phragmen(&self) -> Result {
        let mut open = self.able();
        let mut loads = vec![BigInt::ZERO; self.voters.len()];
        let mut denominator = BigInt::from(1);
        let mut result = Result::default();
        let mut left = self.vote.budget;
        while !open.is_empty() {
            // (place, numerator, votes): the load would be numerator ÷ (denominator · votes).
            let mut least: Vec<(usize, BigInt, usize)> = Vec::new();
            for place in &open {
                let supporters = self.supporters(*place);
                let carried: BigInt = supporters.iter().filter_map(|(voter, _)| loads.get(*voter)).sum();
                let load = (*place, &denominator * self.cost(*place) + carried, supporters.len());
                match least.first().map(|best| (&load.1 * best.2).cmp(&(&best.1 * load.2))) {
                    Some(Ordering::Greater) => {}
                    Some(Ordering::Equal) => least.push(load),
                    Some(Ordering::Less) | None => least = vec![load],
                }
            }
            if least.iter().any(|(place, _, _)| self.cost(*place) > left) {
                break;
            }
            let Some((place, load, votes)) = least.into_iter().min_by(|a, b| self.tie(a.0, b.0)) else { break };
            loads.iter_mut().for_each(|one| *one *= votes);
            denominator *= votes;
            for (voter, _) in self.supporters(place) {
                if let Some(one) = loads.get_mut(voter) {
                    one.clone_from(&load);
                }
            }
            left -= self.cost(place);
            result.winners.push(place);
            open.retain(|other| *other != place);
        }
        result.left = open.iter().copied().filter(|place| self.cost(*place) > left).map(|place| (place, left)).collect();
        result
    }

    /// Equal shares again and again, as its completion says.
    fn shares_completed(&self, rule: &EqualShares) -> std::result::Result<Result, RuleFault> {
        if rule.step == 0 || rule.step > 1 << 60 {
            return Err(RuleFault::NoStep);
        }
        if self.voters.is_empty() {
            return Err(RuleFault::NoVoters);
        }
        let by_points = rule.utility == Utility::Points;
        let mut result = shares::complete(self, rule, by_points)?;
        if matches!(rule.completion, Completion::Add1Utilitarian | Completion::Utilitarian) {
            let left = self.vote.budget.saturating_sub(self.cost_of(&result.winners));
            let more = self.greedy(&Greedy::default(), &result.winners, left).winners;
            result.left.retain(|(place, _)| !more.contains(place));
            result.winners.extend(more);
        }
        Ok(result)
    }

    /// Voters with more winners in the first result, and in the second.
    fn preferences(&self, first: &[usize], second: &[usize]) -> (usize, usize) {
        let count = |voter: &Points, winners: &[usize]| voter.iter().filter(|(place, _)| winners.contains(place)).count();
        let ahead = |ours: &[usize], theirs: &[usize]| self.voters.iter().filter(|v| count(v, ours) > count(v, theirs)).count();
        (ahead(first, second), ahead(second, first))
    }
}
