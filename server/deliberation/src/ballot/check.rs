//! Whether a ballot is one that the vote takes. Nothing is repaired: a ballot is taken whole, in canonical order, or refused with the reason.

use std::collections::{BTreeMap, BTreeSet};

use super::{Answers, Ballot, Choice, Fault, Form};

impl Form {
    /// The canonical ballot for what was sent. The order in which a set, points or grades were sent says nothing and is not kept.
    ///
    /// # Errors
    /// The first fault: of the shape, then of each option in the order sent, then of the number of options, then of their sum.
    pub fn check(&self, ballot: &Ballot, options: &[Choice]) -> Result<Ballot, Fault> {
        let known: BTreeMap<u32, Choice> = options.iter().map(|option| (option.number, *option)).collect();
        match (self, ballot) {
            (Self::ChooseOne, Ballot::Set(chosen)) => set(chosen, &known, 1, 1).map(Ballot::Set),
            (Self::Approval { min, max }, Ballot::Set(chosen)) => set(chosen, &known, *min, *max).map(Ballot::Set),
            (Self::Knapsack { budget }, Ballot::Set(chosen)) => knapsack(chosen, &known, *budget).map(Ballot::Set),
            (Self::Cumulative { least, most, each }, Ballot::Points(given)) => {
                let kept = points(given, &known, Some(*each))?;
                match sum(&kept) {
                    given if given < *least => Err(Fault::TooFewPoints { least: *least, given }),
                    given if given > *most => Err(Fault::TooManyPoints { most: *most, given }),
                    _ => Ok(Ballot::Points(kept)),
                }
            }
            (Self::Money { budget }, Ballot::Points(given)) => {
                let kept = points(given, &known, None)?;
                let asked = sum(&kept);
                if asked > *budget { Err(Fault::OverBudget { budget: *budget, asked }) } else { Ok(Ballot::Points(kept)) }
            }
            (Self::Scale { lowest, highest, answers }, Ballot::Points(given)) => {
                let kept = valued(given, &known, *lowest..=*highest, *lowest, *highest)?;
                answered(&kept, options, *answers).map(|()| Ballot::Points(kept))
            }
            (Self::Ranking { min, max }, Ballot::Ranking(ranked)) => {
                named(ranked.iter().copied(), &known)?;
                length(ranked.len(), *min, *max).map(|()| Ballot::Ranking(ranked.clone()))
            }
            (Self::MajorityJudgment { grades, answers }, Ballot::Grades(given)) => {
                let highest = grades.saturating_sub(1);
                let kept = valued(given, &known, 0..=highest, 0, i64::from(highest))?;
                answered(&kept, options, *answers).map(|()| Ballot::Grades(kept))
            }
            (Self::ForAgainstAbstain, Ballot::Stance(_)) | (Self::Consent, Ballot::Consent(_)) => Ok(ballot.clone()),
            _ => Err(Fault::NotThisForm),
        }
    }
}

/// Every option is one of the vote, stands, and is named once.
fn named(numbers: impl Iterator<Item = u32>, known: &BTreeMap<u32, Choice>) -> Result<(), Fault> {
    let mut seen = BTreeSet::new();
    for number in numbers {
        match known.get(&number) {
            None => return Err(Fault::Unknown(number)),
            Some(option) if option.withdrawn => return Err(Fault::Withdrawn(number)),
            Some(_) if !seen.insert(number) => return Err(Fault::Repeated(number)),
            Some(_) => {}
        }
    }
    Ok(())
}

fn length(given: usize, least: u32, most: u32) -> Result<(), Fault> {
    let given = u32::try_from(given).unwrap_or(u32::MAX);
    match given {
        _ if given < least => Err(Fault::TooFew { least, given }),
        _ if given > most => Err(Fault::TooMany { most, given }),
        _ => Ok(()),
    }
}

fn set(chosen: &[u32], known: &BTreeMap<u32, Choice>, least: u32, most: u32) -> Result<Vec<u32>, Fault> {
    named(chosen.iter().copied(), known)?;
    length(chosen.len(), least, most)?;
    let mut kept = chosen.to_vec();
    kept.sort_unstable();
    Ok(kept)
}

fn knapsack(chosen: &[u32], known: &BTreeMap<u32, Choice>, budget: u64) -> Result<Vec<u32>, Fault> {
    let kept = set(chosen, known, 0, u32::MAX)?;
    let asked: u128 = kept.iter().filter_map(|number| known.get(number)).map(|option| u128::from(option.cost)).sum();
    if asked > u128::from(budget) {
        return Err(Fault::OverBudget { budget, asked: u64::try_from(asked).unwrap_or(u64::MAX) });
    }
    Ok(kept)
}

/// Points above zero; a zero is the same as nothing and is left out.
fn points(given: &[(u32, i64)], known: &BTreeMap<u32, Choice>, each: Option<u64>) -> Result<Vec<(u32, i64)>, Fault> {
    named(given.iter().map(|(number, _)| *number), known)?;
    for (option, value) in given {
        let Ok(value) = u64::try_from(*value) else { return Err(Fault::Negative(*option)) };
        if let Some(each) = each.filter(|each| value > *each) {
            return Err(Fault::OutOfRange { option: *option, lowest: 0, highest: i64::try_from(each).unwrap_or(i64::MAX) });
        }
    }
    let mut kept: Vec<(u32, i64)> = given.iter().copied().filter(|(_, value)| *value > 0).collect();
    kept.sort_unstable();
    Ok(kept)
}

/// The sum of points, all of them above zero; a sum that does not fit is shown as the greatest number.
fn sum(kept: &[(u32, i64)]) -> u64 {
    let total: i128 = kept.iter().map(|(_, value)| i128::from(*value)).sum();
    u64::try_from(total).unwrap_or(u64::MAX)
}

fn valued<T: Copy + Ord>(
    given: &[(u32, T)],
    known: &BTreeMap<u32, Choice>,
    range: std::ops::RangeInclusive<T>,
    lowest: i64,
    highest: i64,
) -> Result<Vec<(u32, T)>, Fault> {
    named(given.iter().map(|(number, _)| *number), known)?;
    if let Some((option, _)) = given.iter().find(|(_, value)| !range.contains(value)) {
        return Err(Fault::OutOfRange { option: *option, lowest, highest });
    }
    let mut kept = given.to_vec();
    kept.sort_unstable();
    Ok(kept)
}

fn answered<T>(kept: &[(u32, T)], options: &[Choice], answers: Answers) -> Result<(), Fault> {
    let has = |number: u32| kept.iter().any(|(answered, _)| *answered == number);
    match answers {
        Answers::Any => Ok(()),
        Answers::All => match options.iter().find(|option| !option.withdrawn && !has(option.number)) {
            Some(missing) => Err(Fault::Unanswered(missing.number)),
            None => Ok(()),
        },
    }
}
