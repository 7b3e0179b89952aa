//! Steps of a scale: how often each step was given to each option.

use std::collections::BTreeMap;

use crate::ballot::Ballot;

/// The steps given to one option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distribution {
    /// The option.
    pub number: u32,
    /// How many gave each step, from the lowest to the highest, steps that nobody gave among them.
    pub steps: Vec<(i64, u64)>,
}

impl Distribution {
    /// How many gave any step.
    #[must_use]
    pub fn answered(&self) -> u64 {
        self.steps.iter().map(|(_, count)| count).sum()
    }

    /// The sum of all steps. The mean is `sum ÷ answered`, exactly; how it is rounded is for the page to say.
    #[must_use]
    pub fn sum(&self) -> i128 {
        self.steps.iter().map(|(step, count)| i128::from(*step) * i128::from(*count)).sum()
    }

    /// The lower median: the least step g with 2 · #(≤ g) ≥ n.
    #[must_use]
    pub fn median(&self) -> Option<i64> {
        let all = self.answered();
        let mut below = 0;
        self.steps.iter().filter(|_| all > 0).find_map(|(step, count)| {
            below += count;
            (2 * below >= all).then_some(*step)
        })
    }
}

/// Counts the steps from `lowest` to `highest`, in the order of the options. A scale has at most 101 steps (`Form::fits`).
#[must_use]
pub fn count<'a>(numbers: &[u32], lowest: i64, highest: i64, ballots: impl IntoIterator<Item = &'a Ballot>) -> Vec<Distribution> {
    let mut sums: BTreeMap<(u32, i64), u64> = BTreeMap::new();
    for ballot in ballots {
        if let Ballot::Points(given) = ballot {
            given.iter().for_each(|answer| *sums.entry(*answer).or_default() += 1);
        }
    }
    let steps = |number: u32| (lowest..=highest).map(|step| (step, sums.get(&(number, step)).copied().unwrap_or_default())).collect();
    numbers.iter().map(|number| Distribution { number: *number, steps: steps(*number) }).collect()
}
