//! The result of a whole vote as published: which way of counting, applied to which ballots, gives which lines.
//!
//! A result is a list of short lines (`ballots 120`, `option 3 votes 40 points 40`, `winner 3` …) so that two programs that counted the same ballots can
//! be compared by comparing texts. `lines` is the server's way; `recount` is a second way, written apart from it.

mod counting;
mod fast;
mod told;

pub use counting::{Counting, NotACounting};
pub use fast::lines;
pub use told::{Decision, Shortage, Told};

use crate::ballot::{Ballot, Form};
use crate::budget::{InstanceFault, RuleFault};

/// An option of a vote, with all that a rule may ask of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contender {
    /// Its number in the vote.
    pub number: u32,
    /// What it costs, in the smallest unit; 0 where nothing is bought.
    pub cost: u64,
    /// It was taken back.
    pub withdrawn: bool,
    /// Of those with the same group only one may win, where the rule has groups.
    pub group: Option<u32>,
}

/// A vote to be counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// What ballots look like.
    pub form: Form,
    /// How they are counted.
    pub counting: Counting,
    /// The options, in the order in which they are published.
    pub contenders: Vec<Contender>,
    /// The money to share out, in the smallest unit; 0 where there is none.
    pub budget: u64,
    /// How many of the smallest unit make one unit of the currency.
    pub unit: u64,
    /// Numbers of options in the order drawn beforehand; the earlier wins where nothing else decides.
    pub lots: Vec<u32>,
    /// The ballots, checked, in any order.
    pub ballots: Vec<Ballot>,
}

/// Why there is no result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoVerdict {
    /// Ballots of this form cannot be counted in this way.
    DoNotGoTogether,
    /// The projects or ballots are not those of a budget.
    Instance(InstanceFault),
    /// The rule cannot be applied.
    Rule(RuleFault),
}

#[cfg(test)]
mod tests;
