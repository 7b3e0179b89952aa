//! What ballots say, as numbers that may be added up: one for each option, step or answer.

use std::collections::BTreeMap;

use super::{GREATEST, Group, Unsound};
use crate::ballot::{Ballot, Consent, Form, Stance};

/// The keys that the counts of a form have, all of them, also where the number is 0. None for rankings.
#[must_use]
pub fn keys(form: &Form, options: &[u32]) -> Vec<String> {
    let each = |what: &dyn Fn(u32) -> Vec<String>| options.iter().flat_map(|number| what(*number)).collect();
    match *form {
        Form::ChooseOne | Form::Approval { .. } | Form::Knapsack { .. } | Form::Cumulative { .. } | Form::Money { .. } => {
            each(&|number| vec![votes(number), points(number)])
        }
        Form::Scale { lowest, highest, .. } => each(&|number| (lowest..=highest).map(|step| at(number, "step", step)).collect()),
        Form::MajorityJudgment { grades, .. } => each(&|number| (0..i64::from(grades)).map(|grade| at(number, "grade", grade)).collect()),
        Form::Ranking { .. } => Vec::new(),
        Form::ForAgainstAbstain => [Stance::For, Stance::Against, Stance::Abstain].map(|one| stance(one).to_owned()).to_vec(),
        Form::Consent => [Consent::Support, Consent::LiveWith, Consent::Object].map(|one| consent(one).to_owned()).to_vec(),
    }
}

/// Counts ballots.
#[must_use]
pub fn counts(form: &Form, options: &[u32], ballots: &[&Ballot]) -> BTreeMap<String, i64> {
    let mut sums: BTreeMap<String, i64> = keys(form, options).into_iter().map(|key| (key, 0)).collect();
    let mut add = |key: String, by: i64| {
        if let Some(sum) = sums.get_mut(&key) {
            *sum = sum.saturating_add(by);
        }
    };
    for ballot in ballots {
        match ballot {
            Ballot::Set(chosen) => chosen.iter().for_each(|number| {
                add(votes(*number), 1);
                add(points(*number), 1);
            }),
            Ballot::Points(given) => given.iter().for_each(|(number, value)| {
                add(votes(*number), 1);
                add(points(*number), *value);
                add(at(*number, "step", *value), 1);
            }),
            Ballot::Grades(given) => given.iter().for_each(|(number, grade)| add(at(*number, "grade", i64::from(*grade)), 1)),
            Ballot::Stance(said) => add(stance(*said).to_owned(), 1),
            Ballot::Consent(said) => add(consent(*said).to_owned(), 1),
            Ballot::Ranking(_) => {}
        }
    }
    sums
}

/// Whether the counts of a group may be those of as many ballots.
pub(super) fn sound(group: &Group, form: &Form, keys: &[String]) -> Result<(), Unsound> {
    if group.blank > group.ballots || group.counts.len() != keys.len() || !keys.iter().all(|key| group.counts.contains_key(key)) {
        return Err(Unsound::Counts);
    }
    if group.counts.values().any(|count| count.unsigned_abs() > GREATEST) {
        return Err(Unsound::TooLarge);
    }
    let (mut all, mut of_options) = (0_u64, BTreeMap::<&str, u64>::new());
    let said = group.ballots - group.blank;
    for (key, count) in group.counts.iter().filter(|(key, _)| !key.ends_with(" points")) {
        let count = u64::try_from(*count).map_err(|_below_zero| Unsound::Counts)?;
        all = all.checked_add(count).ok_or(Unsound::TooLarge)?;
        let option = key.rsplit_once(' ').map_or(key.as_str(), |(option, _)| option);
        let sum = of_options.entry(option).or_default();
        *sum = sum.checked_add(count).ok_or(Unsound::TooLarge)?;
    }
    let right = match form {
        Form::ForAgainstAbstain | Form::Consent => all == group.ballots && group.blank == 0,
        Form::ChooseOne => all == said,
        // Nobody names an option twice: no option has more answers than there are ballots that say something.
        _ => {
            let steps =
                |key: &&str| key.ends_with(" step") || key.ends_with(" grade") || group.counts.contains_key(&format!("{key} votes"));
            of_options.iter().filter(|(key, _)| steps(key)).all(|(_, sum)| *sum <= said)
        }
    };
    if right { Ok(()) } else { Err(Unsound::Counts) }
}

pub(super) fn votes(number: u32) -> String {
    format!("option {number} votes")
}

pub(super) fn points(number: u32) -> String {
    format!("option {number} points")
}

pub(super) fn at(number: u32, what: &str, value: i64) -> String {
    format!("option {number} {what} {value}")
}

pub(super) const fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::For => "for",
        Stance::Against => "against",
        Stance::Abstain => "abstain",
    }
}

pub(super) const fn consent(consent: Consent) -> &'static str {
    match consent {
        Consent::Support => "support",
        Consent::LiveWith => "live-with",
        Consent::Object => "object",
    }
}
