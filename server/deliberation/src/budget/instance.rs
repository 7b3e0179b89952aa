//! What is to be decided: the money, the projects, and the ballots, equal ones put together.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::rule::Ties;

/// In Pabulib files, a cost of this many units of the currency says "withdrawn".
pub const WITHDRAWN_COST: u64 = 999_999_999;
/// The greatest sum of all costs, and the greatest budget, in the smallest unit.
pub(super) const MOST_MONEY: u64 = 1 << 60;
/// The greatest sum of points for one project.
const MOST_POINTS: u64 = 1 << 60;
/// The greatest number of voters. With these bounds no sum of approximate amounts overflows 128 bits.
const MOST_VOTERS: u32 = 1 << 24;

/// A project that may be paid for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Its name in the vote.
    pub id: String,
    /// What it costs, in the smallest unit of the currency.
    pub cost: u64,
    /// It was taken back: it cannot win, and stops nothing.
    pub withdrawn: bool,
    /// Of the projects with the same group only one may win, where the rule has groups.
    pub group: Option<u32>,
}

/// Why there is nothing to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InstanceFault {
    /// Two projects have the same id.
    Repeated(String),
    /// A project costs nothing.
    Free(String),
    /// The costs, the budget, the points or the number of ballots are beyond what is counted here.
    TooLarge,
    /// A ballot names a place where there is no project, or the same place twice.
    Ballot(usize),
}

/// Ballots that say the same: how many, and the points for each project, in ascending order of the projects' places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) weight: u32,
    pub(super) points: Vec<(u32, u64)>,
}

/// What is to be decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    budget: u64,
    unit: u64,
    projects: Vec<Project>,
    groups: Vec<Group>,
    voters: u32,
    votes: Vec<u64>,
    scores: Vec<u64>,
}

impl Instance {
    /// Puts equal ballots together. A ballot is the places of the projects chosen, each with its points (1 where there are none); points of zero
    /// count as not chosen; an empty ballot is a voter who chose nothing. `unit`: how many of the smallest unit make one unit of the currency.
    ///
    /// # Errors
    /// The first fault found.
    pub fn new<I>(budget: u64, unit: u64, projects: Vec<Project>, ballots: I) -> Result<Self, InstanceFault>
    where
        I: IntoIterator<Item = Vec<(u32, u64)>>,
    {
        let mut ids: Vec<&str> = projects.iter().map(|project| project.id.as_str()).collect();
        ids.sort_unstable();
        if let Some([twice, _]) = ids.array_windows().find(|[left, right]| left == right) {
            return Err(InstanceFault::Repeated((*twice).to_owned()));
        }
        if let Some(free) = projects.iter().find(|project| project.cost == 0) {
            return Err(InstanceFault::Free(free.id.clone()));
        }
        let costs: u128 = projects.iter().filter(|project| !project.withdrawn).map(|project| u128::from(project.cost)).sum();
        if budget > MOST_MONEY || costs > u128::from(MOST_MONEY) || unit == 0 {
            return Err(InstanceFault::TooLarge);
        }
        let mut all = Vec::new();
        for (place, mut points) in ballots.into_iter().enumerate() {
            points.retain(|(_, points)| *points > 0);
            points.sort_unstable();
            let known = points.last().is_none_or(|(last, _)| usize::try_from(*last).is_ok_and(|last| last < projects.len()));
            if !known || points.array_windows().any(|[left, right]| left.0 == right.0) {
                return Err(InstanceFault::Ballot(place));
            }
            all.push(points);
        }
        let voters = u32::try_from(all.len()).map_err(|_too_many: std::num::TryFromIntError| InstanceFault::TooLarge)?;
        if voters > MOST_VOTERS {
            return Err(InstanceFault::TooLarge);
        }
        let groups = grouped(all);
        let (votes, scores) = sums(projects.len(), &groups)?;
        Ok(Self { budget, unit, projects, groups, voters, votes, scores })
    }

    /// The money, in the smallest unit.
    #[must_use]
    pub const fn budget(&self) -> u64 {
        self.budget
    }

    /// How many of the smallest unit make one unit of the currency.
    #[must_use]
    pub const fn unit(&self) -> u64 {
        self.unit
    }

    /// The projects, in their places.
    #[must_use]
    pub fn projects(&self) -> &[Project] {
        &self.projects
    }

    /// Everybody who voted, blank ballots among them.
    #[must_use]
    pub const fn voters(&self) -> u32 {
        self.voters
    }

    /// |N(p)|: how many ballots chose the project.
    #[must_use]
    pub fn votes(&self, place: usize) -> u64 {
        self.votes.get(place).copied().unwrap_or_default()
    }

    /// s(p): the sum of its points; with sets, the same as its votes.
    #[must_use]
    pub fn score(&self, place: usize) -> u64 {
        self.scores.get(place).copied().unwrap_or_default()
    }

    /// c(p).
    #[must_use]
    pub fn cost(&self, place: usize) -> u64 {
        self.projects.get(place).map_or(0, |project| project.cost)
    }

    /// How many different ballots there are.
    #[must_use]
    pub const fn distinct_ballots(&self) -> usize {
        self.groups.len()
    }

    pub(super) fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// One number per project that tells equals apart: the least comes first.
    pub(super) fn ranks(&self, ties: Ties, lots: &[usize]) -> Vec<u32> {
        let mut lot = vec![usize::MAX; self.projects.len()];
        for (drawn, place) in lots.iter().enumerate().rev() {
            if let Some(lot) = lot.get_mut(*place) {
                *lot = drawn;
            }
        }
        let key = |place: &usize| {
            let drawn = (lot.get(*place).copied(), *place);
            match ties {
                Ties::Lots => (0, Reverse(0), drawn),
                Ties::CostVotesLots => (self.cost(*place), Reverse(self.votes(*place)), drawn),
            }
        };
        let mut order: Vec<usize> = (0..self.projects.len()).collect();
        order.sort_by_key(key);
        let mut ranks = vec![u32::MAX; order.len()];
        for (rank, place) in (0..).zip(order) {
            if let Some(found) = ranks.get_mut(place) {
                *found = rank;
            }
        }
        ranks
    }
}

fn grouped(mut all: Vec<Vec<(u32, u64)>>) -> Vec<Group> {
    all.sort_unstable();
    let mut groups: Vec<Group> = Vec::new();
    for points in all {
        match groups.last_mut() {
            Some(last) if last.points == points => last.weight += 1,
            _ => groups.push(Group { weight: 1, points }),
        }
    }
    groups
}

/// Votes and scores of all projects.
fn sums(projects: usize, groups: &[Group]) -> Result<(Vec<u64>, Vec<u64>), InstanceFault> {
    let mut sums: BTreeMap<u32, (u64, u128)> = BTreeMap::new();
    for group in groups {
        for (place, points) in &group.points {
            let sum = sums.entry(*place).or_default();
            *sum = (sum.0 + u64::from(group.weight), sum.1.saturating_add(u128::from(group.weight) * u128::from(*points)));
        }
    }
    if sums.values().any(|(_, points)| *points > u128::from(MOST_POINTS)) {
        return Err(InstanceFault::TooLarge);
    }
    let of = |place: usize| u32::try_from(place).ok().and_then(|place| sums.get(&place)).copied().unwrap_or_default();
    let votes = (0..projects).map(|place| of(place).0).collect();
    let scores = (0..projects).map(|place| u64::try_from(of(place).1).unwrap_or(MOST_POINTS)).collect();
    Ok((votes, scores))
}
