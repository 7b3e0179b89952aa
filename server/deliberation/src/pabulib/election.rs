//! What a `.pb` file means, and the way back from an election to tables.

use std::collections::BTreeSet;

use crate::budget::{Instance, InstanceFault, Project as BudgetProject, WITHDRAWN_COST};

use super::tables::Tables;

/// How people voted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoteType {
    /// One project.
    ChooseOne,
    /// Projects, without order (N-approval, knapsack).
    Approval,
    /// Points with a limit on their sum (also: money).
    Cumulative,
    /// Points project by project.
    Scoring,
    /// Projects, best first.
    Ordinal,
}

impl VoteType {
    /// The word of the format.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ChooseOne => "choose-1",
            Self::Approval => "approval",
            Self::Cumulative => "cumulative",
            Self::Scoring => "scoring",
            Self::Ordinal => "ordinal",
        }
    }

    /// The vote type of a word of the format.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::ChooseOne, Self::Approval, Self::Cumulative, Self::Scoring, Self::Ordinal].into_iter().find(|known| known.name() == name)
    }
}

/// A project of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Its id, a string: many are not numbers.
    pub id: String,
    /// What it costs, in the smallest unit.
    pub cost: u64,
    /// The published number of votes.
    pub votes: Option<u64>,
    /// The published score.
    pub score: Option<u64>,
    /// What the file says of its selection: 0 no, 1 yes, more is explained in its comment.
    pub selected: Option<u64>,
}

/// A ballot of the file, repeats and all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// Places of projects, in the order of the ballot.
    pub vote: Vec<u32>,
    /// Points beside them; empty where the vote type has none.
    pub points: Vec<u64>,
}

/// What to do with a project that a ballot names more than once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeats {
    /// Counts its first mention only. So rules are applied.
    Once,
    /// Counts every mention. So the published counts of such files were made.
    Each,
}

/// An election read from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Election {
    /// The file as tables, with every column.
    pub tables: Tables,
    /// In the smallest unit.
    pub budget: u64,
    /// How many of the smallest unit make one of the currency: 1 in most files, 100 where amounts have two decimals.
    pub unit: u64,
    /// How people voted.
    pub vote_type: VoteType,
    /// `default_score`: the points of a project that a ballot leaves out (scoring only).
    pub default_score: u64,
    /// In the order of the file.
    pub projects: Vec<Project>,
    /// In the order of the file.
    pub ballots: Vec<Ballot>,
}

impl Election {
    /// A value of the META section.
    #[must_use]
    pub fn meta(&self, key: &str) -> Option<&str> {
        let row = self.tables.meta.iter().skip(1).find(|row| row.first().is_some_and(|field| field.text == key))?;
        row.get(1).map(|field| field.text.as_str())
    }

    /// The points that a ballot gives. Without points each project has 1; ranked, the length of the ballot minus its place (from 0).
    #[must_use]
    pub fn points(&self, ballot: &Ballot, repeats: Repeats) -> Vec<(u32, u64)> {
        let length = u64::try_from(ballot.vote.len()).unwrap_or(u64::MAX);
        let mut seen = BTreeSet::new();
        let mut points: Vec<(u32, u64)> = Vec::new();
        for (place, project) in (0_u64..).zip(&ballot.vote) {
            if !seen.insert(*project) && repeats == Repeats::Once {
                continue;
            }
            let given = usize::try_from(place).ok().and_then(|place| ballot.points.get(place));
            let worth = match self.vote_type {
                VoteType::ChooseOne | VoteType::Approval => 1,
                VoteType::Cumulative | VoteType::Scoring => given.copied().unwrap_or_default(),
                VoteType::Ordinal => length.saturating_sub(place),
            };
            points.push((*project, worth));
        }
        if self.default_score > 0 {
            let left_out = (0..u32::try_from(self.projects.len()).unwrap_or(u32::MAX)).filter(|project| !seen.contains(project));
            points.extend(left_out.map(|project| (project, self.default_score)));
        }
        points
    }

    /// Votes and scores of all projects, one project after the other.
    #[must_use]
    pub fn counts(&self, repeats: Repeats) -> Vec<(u64, u64)> {
        let mut counts = vec![(0_u64, 0_u64); self.projects.len()];
        for ballot in &self.ballots {
            for (project, points) in self.points(ballot, repeats) {
                if let Some(count) = usize::try_from(project).ok().and_then(|project| counts.get_mut(project)) {
                    *count = (count.0 + 1, count.1.saturating_add(points));
                }
            }
        }
        counts
    }

    /// What rules are applied to: each ballot names a project once. A project of the withdrawn cost is withdrawn.
    ///
    /// # Errors
    /// A project that is free or stands twice, and money or points beyond what is counted.
    pub fn instance(&self) -> Result<Instance, InstanceFault> {
        let withdrawn = WITHDRAWN_COST.saturating_mul(self.unit);
        let project = |project: &Project| BudgetProject {
            id: project.id.clone(),
            cost: project.cost,
            withdrawn: project.cost == withdrawn,
            group: None,
        };
        let ballots = self.ballots.iter().map(|ballot| self.points(ballot, Repeats::Once));
        Instance::new(self.budget, self.unit, self.projects.iter().map(project).collect(), ballots)
    }

    /// Places of the projects in the order of their ids as strings ("10" before "9"), which pabutools uses as its lots.
    #[must_use]
    pub fn lots_by_id(&self) -> Vec<usize> {
        let mut lots: Vec<usize> = (0..self.projects.len()).collect();
        lots.sort_by_key(|place| self.projects.get(*place).map(|project| project.id.as_str()));
        lots
    }
}
