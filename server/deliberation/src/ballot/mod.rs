//! What one voter says: the shapes of a ballot, the forms that a vote may ask for, and why a ballot is refused.
//!
//! An option is known by its **number** in its vote (1, 2, 3 …): the number that is published with the options, printed on paper ballots and
//! written in the exports. `Form::check` turns what somebody sent into the one canonical ballot that may be stored; `Ballot`'s text (see `text`)
//! is what the box, the receipts and the published record hold.

mod check;
mod fault;
mod form;
mod text;

pub use fault::{Fault, FormFault};
pub use form::{Answers, Form, MAX_GRADES};
pub use text::{amount, number};

/// One option of a vote, as far as counting is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Its number in the vote, unique there.
    pub number: u32,
    /// What it costs, in the smallest unit of the currency; 0 where nothing is bought.
    pub cost: u64,
    /// Taken back since the vote opened: it can no longer be chosen.
    pub withdrawn: bool,
}

impl Choice {
    /// An option that costs nothing and stands.
    #[must_use]
    pub const fn free(number: u32) -> Self {
        Self { number, cost: 0, withdrawn: false }
    }
}

/// What a voter says about one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// In favour.
    For,
    /// Not in favour.
    Against,
    /// Present, and takes no side.
    Abstain,
}

/// What a voter says in a decision by consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Consent {
    /// Wants it.
    Support,
    /// Can live with it.
    LiveWith,
    /// Has a reasoned objection.
    Object,
}

/// What one voter says. Only what `Form::check` gives back is canonical: sets, points and grades in ascending order of the options, no points
/// of zero where zero says nothing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ballot {
    /// Options chosen, without order (choose-1, approval, knapsack). None chosen: a blank ballot.
    Set(Vec<u32>),
    /// A value for options (cumulative points, money, scale).
    Points(Vec<(u32, i64)>),
    /// Options from the best downwards; those left out stand together below.
    Ranking(Vec<u32>),
    /// A grade for options, 0 the worst (majority judgment).
    Grades(Vec<(u32, u8)>),
    /// For, against or abstain.
    Stance(Stance),
    /// Support, live with, object.
    Consent(Consent),
}

impl Ballot {
    /// Whether nothing at all is said. A stance or a consent always says something.
    #[must_use]
    pub const fn is_blank(&self) -> bool {
        match self {
            Self::Set(chosen) | Self::Ranking(chosen) => chosen.is_empty(),
            Self::Points(given) => given.is_empty(),
            Self::Grades(given) => given.is_empty(),
            Self::Stance(_) | Self::Consent(_) => false,
        }
    }
}

#[cfg(test)]
mod tests;
