//! Approvals and points for options.

use std::collections::BTreeMap;

use crate::ballot::Ballot;

/// What was said of the options, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// Ballots counted, blank ones among them.
    pub ballots: u64,
    /// Ballots that say nothing.
    pub blank: u64,
    /// For each option.
    pub options: Vec<OptionCount>,
}

/// What was said of one option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OptionCount {
    /// Its number.
    pub number: u32,
    /// How many ballots chose it, or gave it anything.
    pub ballots: u64,
    /// The sum of its points; for sets, the same as `ballots`.
    pub points: i128,
}

/// Counts sets (each chosen option: one) and points. Score: s(p) = Σᵢ vᵢ(p).
#[must_use]
pub fn count<'a>(numbers: &[u32], ballots: impl IntoIterator<Item = &'a Ballot>) -> Counts {
    let mut sums: BTreeMap<u32, (u64, i128)> = BTreeMap::new();
    let (mut cast, mut blank) = (0, 0);
    let mut add = |number: u32, points: i64| {
        let sum = sums.entry(number).or_default();
        *sum = (sum.0 + 1, sum.1 + i128::from(points));
    };
    for ballot in ballots {
        cast += 1;
        blank += u64::from(ballot.is_blank());
        match ballot {
            Ballot::Set(chosen) => chosen.iter().for_each(|number| add(*number, 1)),
            Ballot::Points(given) => given.iter().for_each(|(number, value)| add(*number, *value)),
            Ballot::Ranking(_) | Ballot::Grades(_) | Ballot::Stance(_) | Ballot::Consent(_) => {}
        }
    }
    let one = |number: &u32| {
        let (ballots, points) = sums.get(number).copied().unwrap_or_default();
        OptionCount { number: *number, ballots, points }
    };
    Counts { ballots: cast, blank, options: numbers.iter().map(one).collect() }
}
