//! One question: for, against, abstain, with a quorum and a majority declared beforehand; and consent.

use crate::ballot::{Ballot, Consent, Stance};

/// How many said what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stances {
    /// In favour.
    pub in_favour: u64,
    /// Not in favour.
    pub against: u64,
    /// Took no side.
    pub abstained: u64,
}

impl Stances {
    /// Everybody who took part.
    #[must_use]
    pub const fn voters(&self) -> u64 {
        self.in_favour + self.against + self.abstained
    }
}

/// What is asked for a question to be adopted, declared before the vote opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Majority {
    /// How many must take part; abstentions count as taking part. 0: no quorum.
    pub quorum: u64,
    /// The share of for among for and against must be **above** this numerator over the denominator (1 over 2: simple majority) …
    pub numerator: u32,
    /// … and its denominator.
    pub denominator: u32,
    /// Whether the share itself is enough (two thirds or more) and need not be exceeded.
    pub equality_is_enough: bool,
}

impl Majority {
    /// More for than against, without a quorum.
    pub const SIMPLE: Self = Self { quorum: 0, numerator: 1, denominator: 2, equality_is_enough: false };
}

/// What became of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The majority asked for was reached.
    Adopted,
    /// It was not.
    Rejected,
    /// Too few took part.
    NoQuorum {
        /// How many were missing.
        missing: u64,
    },
}

/// Counts answers to one question.
#[must_use]
pub fn count<'a>(ballots: impl IntoIterator<Item = &'a Ballot>) -> Stances {
    let mut sum = Stances::default();
    for ballot in ballots {
        match ballot {
            Ballot::Stance(Stance::For) => sum.in_favour += 1,
            Ballot::Stance(Stance::Against) => sum.against += 1,
            Ballot::Stance(Stance::Abstain) => sum.abstained += 1,
            Ballot::Set(_) | Ballot::Points(_) | Ballot::Ranking(_) | Ballot::Grades(_) | Ballot::Consent(_) => {}
        }
    }
    sum
}

/// Adopted when for ÷ (for + against) > share. Nobody for and nobody against: rejected.
#[must_use]
pub fn outcome(sum: Stances, majority: Majority) -> Outcome {
    if let Some(missing) = majority.quorum.checked_sub(sum.voters()).filter(|missing| *missing > 0) {
        return Outcome::NoQuorum { missing };
    }
    let sides = u128::from(sum.in_favour) + u128::from(sum.against);
    let reached = u128::from(sum.in_favour) * u128::from(majority.denominator);
    let asked = sides * u128::from(majority.numerator);
    let adopted = reached > asked || (majority.equality_is_enough && reached == asked && sides > 0);
    if adopted { Outcome::Adopted } else { Outcome::Rejected }
}

/// How many said what in a decision by consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Consents {
    /// Want it.
    pub support: u64,
    /// Can live with it.
    pub live_with: u64,
    /// Object.
    pub object: u64,
}

impl Consents {
    /// Consent is the absence of objections, where somebody took part.
    #[must_use]
    pub const fn given(&self) -> bool {
        self.object == 0 && self.support + self.live_with > 0
    }
}

/// Counts a decision by consent.
#[must_use]
pub fn consents<'a>(ballots: impl IntoIterator<Item = &'a Ballot>) -> Consents {
    let mut sum = Consents::default();
    for ballot in ballots {
        match ballot {
            Ballot::Consent(Consent::Support) => sum.support += 1,
            Ballot::Consent(Consent::LiveWith) => sum.live_with += 1,
            Ballot::Consent(Consent::Object) => sum.object += 1,
            Ballot::Set(_) | Ballot::Points(_) | Ballot::Ranking(_) | Ballot::Grades(_) | Ballot::Stance(_) => {}
        }
    }
    sum
}
