//! The result of a vote as the box keeps it: one line of text a count. The counting itself is `deliberation`'s.
//!
//! ```text
//! ballots=57
//! blank=2
//! 1=31          ; an option by its number, or `for`, `against`, `abstain`, `support`, `live-with`, `object`
//! order=1,3,2   ; options from the first to the last, ties in the order drawn before the opening
//! ```

use deliberation::ballot::{Ballot, Form};
use deliberation::tally::{majority, motion, options, ranked, scale};
use std::cmp::Reverse;
use std::fmt;

/// What was counted of one option or answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// Number of the option, or code of the answer.
    pub key: String,
    /// Votes, points, median step or grade: what the form counts.
    pub value: i64,
}

/// The result of a vote.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// Ballots counted, blank ones among them.
    pub ballots: u64,
    /// Ballots that say nothing.
    pub blank: u64,
    /// What was counted, in the order of the options.
    pub counts: Vec<Count>,
    /// Numbers of the options from the first to the last; empty where there are no options.
    pub order: Vec<u32>,
}

impl Tally {
    /// Counts ballots of a form.
    #[must_use]
    pub fn of(form: &Form, numbers: &[u32], lots: &[u32], ballots: &[Ballot]) -> Self {
        let blank = ballots.iter().filter(|ballot| ballot.is_blank()).count();
        let (counts, order) = match form {
            Form::ForAgainstAbstain => {
                let sum = motion::count(ballots);
                (named([("for", sum.in_favour), ("against", sum.against), ("abstain", sum.abstained)]), Vec::new())
            }
            Form::Consent => {
                let sum = motion::consents(ballots);
                (named([("support", sum.support), ("live-with", sum.live_with), ("object", sum.object)]), Vec::new())
            }
            Form::ChooseOne | Form::Approval { .. } | Form::Knapsack { .. } | Form::Cumulative { .. } | Form::Money { .. } => {
                let sums = options::count(numbers, ballots).options;
                by_value(sums.into_iter().map(|sum| (sum.number, i64::try_from(sum.points).unwrap_or(i64::MAX))), lots)
            }
            Form::Scale { lowest, highest, .. } => {
                let found = scale::count(numbers, *lowest, *highest, ballots);
                by_value(found.into_iter().map(|each| (each.number, each.median().unwrap_or(*lowest))), lots)
            }
            Form::Ranking { .. } => {
                let worth = ranked::Borda::ByMost(u32::try_from(numbers.len()).unwrap_or(u32::MAX));
                let points = ranked::borda(numbers, worth, ballots);
                let (counts, _) = by_value(points.into_iter().map(|(number, sum)| (number, i64::try_from(sum).unwrap_or(i64::MAX))), lots);
                let ranks = ranked::Schulze::of(&ranked::Duels::count(numbers, ballots)).ranks(lots);
                (counts, ranks.into_iter().flatten().collect())
            }
            Form::MajorityJudgment { grades, .. } => {
                let merits = majority::count(numbers, *grades, majority::Blank::Reject, ballots);
                let median = |merit: &majority::Merit| (merit.number, i64::try_from(merit.median().unwrap_or(0)).unwrap_or(0));
                let (counts, _) = by_value(merits.iter().map(median), lots);
                (counts, majority::ranking(merits, lots).into_iter().map(|merit| merit.number).collect())
            }
        };
        Self { ballots: whole(ballots.len()), blank: whole(blank), counts, order }
    }

    /// Reads a kept result; what cannot be read is left out.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut tally = Self::default();
        for (key, value) in text.lines().filter_map(|line| line.split_once('=')) {
            match key {
                "ballots" => tally.ballots = value.parse().unwrap_or(0),
                "blank" => tally.blank = value.parse().unwrap_or(0),
                "order" => tally.order = value.split(',').filter_map(|number| number.parse().ok()).collect(),
                _ => tally.counts.extend(value.parse().ok().map(|value| Count { key: key.to_owned(), value })),
            }
        }
        tally
    }

    /// The count of an option or answer.
    #[must_use]
    pub fn value(&self, key: &str) -> i64 {
        self.counts.iter().find(|count| count.key == key).map_or(0, |count| count.value)
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "ballots={}\nblank={}", self.ballots, self.blank)?;
        for count in &self.counts {
            writeln!(out, "{}={}", count.key, count.value)?;
        }
        if self.order.is_empty() {
            return Ok(());
        }
        let order: Vec<String> = self.order.iter().map(u32::to_string).collect();
        writeln!(out, "order={}", order.join(","))
    }
}

fn named(answers: [(&str, u64); 3]) -> Vec<Count> {
    let count = |(key, sum): (&str, u64)| Count { key: key.to_owned(), value: i64::try_from(sum).unwrap_or(i64::MAX) };
    answers.into_iter().map(count).collect()
}

fn by_value(values: impl Iterator<Item = (u32, i64)>, lots: &[u32]) -> (Vec<Count>, Vec<u32>) {
    let values: Vec<(u32, i64)> = values.collect();
    let lot = |number: u32| lots.iter().position(|drawn| *drawn == number).unwrap_or(lots.len());
    let mut order = values.clone();
    order.sort_by_key(|(number, value)| (Reverse(*value), lot(*number)));
    let counts = values.into_iter().map(|(number, value)| Count { key: number.to_string(), value }).collect();
    (counts, order.into_iter().map(|(number, _)| number).collect())
}

fn whole(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_is_read_as_it_was_written() {
        let ballots: Vec<Ballot> = ["set:1", "set:2", "set:2", "set:3"].iter().map(|text| text.parse().unwrap()).collect();
        let tally = Tally::of(&Form::ChooseOne, &[1, 2, 3], &[3, 1, 2], &ballots);
        assert_eq!(tally.to_string(), "ballots=4\nblank=0\n1=1\n2=2\n3=1\norder=2,3,1\n");
        assert_eq!(Tally::parse(&tally.to_string()), tally);
        let motion: Vec<Ballot> = ["stance:for", "stance:against", "stance:for"].iter().map(|text| text.parse().unwrap()).collect();
        assert_eq!(Tally::of(&Form::ForAgainstAbstain, &[], &[], &motion).value("for"), 2);
    }
}
