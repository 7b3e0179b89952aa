//! Majority judgment (Balinski & Laraki, *Majority Judgment*, 2011): each option is worth its median grade; among equals, the median is taken
//! away again and again until they differ.
//!
//! The median is the **lower** middle: the least grade g with 2 · #(≤ g) ≥ n. Taking away one median after another visits the sorted grades from
//! the middle outwards (n odd: m, m−1, m+1, m−2 …; n even: m, m+1, m−1, m+2 …), so that two options are compared without taking anything away.
//! A blank (an option that a ballot leaves without grade) counts as the worst grade or is left out, as was declared beforehand. Left out, options
//! may have different numbers of grades: both are then multiplied to the same number first, which changes no share.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::ballot::Ballot;

/// What a missing grade means, declared beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blank {
    /// The worst grade.
    Reject,
    /// Not counted for this option.
    Excluded,
}

/// The grades of one option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merit {
    /// The option.
    pub number: u32,
    /// How many gave each grade, from the worst upwards; blanks that count as the worst are among them.
    pub grades: Vec<u64>,
    /// Ballots without a grade for this option.
    pub blanks: u64,
}

impl Merit {
    /// The lower median grade; none where nobody graded.
    #[must_use]
    pub fn median(&self) -> Option<usize> {
        let all: u128 = self.total();
        let mut below = 0;
        self.grades.iter().filter(|_| all > 0).position(|count| {
            below += u128::from(*count);
            2 * below >= all
        })
    }

    fn total(&self) -> u128 {
        self.grades.iter().map(|count| u128::from(*count)).sum()
    }

    /// The grade at a place of the sorted grades, from 1, each grade standing `times` times.
    fn at(&self, place: u128, times: u128) -> usize {
        let mut below = 0;
        let found = self.grades.iter().position(|count| {
            below += u128::from(*count) * times;
            below >= place
        });
        found.unwrap_or(self.grades.len())
    }
}

/// Counts the grades of each option, `grades` of them, in the order of the options.
#[must_use]
pub fn count<'a>(numbers: &[u32], grades: u8, blank: Blank, ballots: impl IntoIterator<Item = &'a Ballot>) -> Vec<Merit> {
    let mut sums: BTreeMap<(u32, u8), u64> = BTreeMap::new();
    let mut cast = 0_u64;
    for ballot in ballots {
        cast += 1;
        if let Ballot::Grades(given) = ballot {
            given.iter().for_each(|answer| *sums.entry(*answer).or_default() += 1);
        }
    }
    let merit = |number: &u32| {
        let mut counts: Vec<u64> = (0..grades).map(|grade| sums.get(&(*number, grade)).copied().unwrap_or_default()).collect();
        let blanks = cast.saturating_sub(counts.iter().sum());
        if let (Blank::Reject, Some(worst)) = (blank, counts.first_mut()) {
            *worst += blanks;
        }
        Merit { number: *number, grades: counts, blanks }
    };
    numbers.iter().map(merit).collect()
}

/// Which of two options is worth more: `Greater` when the first is. Options without any grade come last.
#[must_use]
pub fn compare(left: &Merit, right: &Merit) -> Ordering {
    let (of_left, of_right) = (left.total(), right.total());
    if of_left == 0 || of_right == 0 {
        return of_left.min(1).cmp(&of_right.min(1));
    }
    // The same number of grades on both sides; where they are the same already nothing is multiplied.
    let (times_left, times_right) = if of_left == of_right { (1, 1) } else { (of_right, of_left) };
    let all = of_left * times_left;
    let middle = all.div_ceil(2);
    let places = turning_points(left, times_left, middle).into_iter().chain(turning_points(right, times_right, middle));
    let mut steps: Vec<u128> = places.chain([0, 1]).collect();
    steps.sort_unstable();
    steps.dedup();
    let compared = |place: u128| left.at(place, times_left).cmp(&right.at(place, times_right));
    for step in steps {
        let (down, up) = (middle.checked_sub(step).filter(|place| *place > 0), Some(middle + step).filter(|place| *place <= all));
        let order = if all % 2 == 1 { [down, up] } else { [up, down] };
        if let Some(found) = order.into_iter().flatten().map(compared).find(|order| order.is_ne()) {
            return found;
        }
    }
    Ordering::Equal
}

/// The distances from the middle at which the grade changes, above or below it.
fn turning_points(merit: &Merit, times: u128, middle: u128) -> Vec<u128> {
    let mut below = 0;
    let mut found = Vec::new();
    for count in &merit.grades {
        below += u128::from(*count) * times;
        // `below` is the last place of this grade, the next place is the first of a better one.
        if below < middle {
            found.push(middle - below);
        } else {
            found.push(below + 1 - middle);
        }
    }
    found
}

/// Options from the best downwards. `lots` is the order drawn beforehand (earlier wins) for options that nothing else tells apart.
#[must_use]
pub fn ranking(mut merits: Vec<Merit>, lots: &[u32]) -> Vec<Merit> {
    let lot = |merit: &Merit| lots.iter().position(|number| *number == merit.number).unwrap_or(lots.len());
    merits.sort_by(|left, right| compare(right, left).then_with(|| lot(left).cmp(&lot(right))).then(left.number.cmp(&right.number)));
    merits
}
