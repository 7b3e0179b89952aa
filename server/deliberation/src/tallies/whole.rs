//! Tallies added up: by channel and level only. Rolls are not added, for a region's contains those of its towns.

use std::collections::BTreeMap;

use super::counts::{at, consent, points, stance, votes};
use super::{GREATEST, Group, State, Tally};
use crate::ballot::{Consent, Form, Stance};
use crate::tally::motion::{Consents, Outcome, Stances, outcome};
use crate::verdict::{Contender, Counting};

/// What several carriers say together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Whole {
    /// Ballots by channel and level, in their order.
    pub groups: Vec<Group>,
    /// People who voted, by channel and level.
    pub voters: BTreeMap<(String, String), u64>,
    /// How many carriers are in it.
    pub carriers: usize,
    /// How many carriers say that too few took part for a number to be told: they are in no sum.
    pub hidden: usize,
}

/// Why tallies are not added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cannot {
    /// They are of different votes, forms, rules or options.
    Different,
    /// One carrier is there twice.
    Twice,
    /// The sum is larger than may be written.
    TooLarge,
}

/// Adds up the final tallies among some; others are left out.
///
/// # Errors
/// Why they cannot be added.
pub fn add<'a>(tallies: impl IntoIterator<Item = &'a Tally>) -> Result<Whole, Cannot> {
    let (mut whole, mut first): (Whole, Option<&Tally>) = (Whole::default(), None);
    let mut groups: BTreeMap<(String, String), Group> = BTreeMap::new();
    let mut seen: Vec<&str> = Vec::new();
    for tally in tallies.into_iter().filter(|tally| tally.state == State::Final) {
        let like = *first.get_or_insert(tally);
        let same = |one: &Tally| (one.vote.clone(), one.form, one.counting.clone(), one.options.clone());
        if same(like) != same(tally) {
            return Err(Cannot::Different);
        }
        if seen.contains(&tally.carrier.as_str()) {
            return Err(Cannot::Twice);
        }
        seen.push(&tally.carrier);
        if tally.is_hidden() {
            whole.hidden += 1;
            continue;
        }
        whole.carriers += 1;
        for group in &tally.groups {
            let key = (group.channel.clone(), group.level.clone());
            let empty = Group { channel: group.channel.clone(), level: group.level.clone(), ..Group::default() };
            put(groups.entry(key).or_insert(empty), group).ok_or(Cannot::TooLarge)?;
        }
        for group in &tally.voters {
            let sum = whole.voters.entry((group.channel.clone(), group.level.clone())).or_default();
            *sum = bounded(sum.checked_add(group.voters)).ok_or(Cannot::TooLarge)?;
        }
    }
    whole.groups = groups.into_values().collect();
    Ok(whole)
}

fn put(sum: &mut Group, group: &Group) -> Option<()> {
    sum.ballots = bounded(sum.ballots.checked_add(group.ballots))?;
    sum.blank = bounded(sum.blank.checked_add(group.blank))?;
    for (key, count) in &group.counts {
        let of = sum.counts.entry(key.clone()).or_default();
        *of = of.checked_add(*count).filter(|sum| sum.unsigned_abs() <= GREATEST)?;
    }
    Some(())
}

fn bounded(sum: Option<u64>) -> Option<u64> {
    sum.filter(|sum| *sum <= GREATEST)
}

/// The lines of the result, for ways of counting that only add: the same as `verdict::lines` gives for all the ballots. Nothing for the others,
/// whose result is counted from the published ballots.
#[must_use]
pub fn lines(form: &Form, counting: &Counting, contenders: &[Contender], groups: &[Group]) -> Option<Vec<String>> {
    let sum = |key: &str| groups.iter().filter_map(|group| group.counts.get(key)).sum::<i64>();
    let count = |key: &str| u64::try_from(sum(key)).unwrap_or_default();
    let (ballots, blank) = groups.iter().fold((0, 0), |(ballots, blank), group| (ballots + group.ballots, blank + group.blank));
    let mut lines = vec![format!("ballots {ballots}"), format!("blank {blank}")];
    match counting {
        Counting::Plain => {
            for number in contenders.iter().filter(|contender| !contender.withdrawn).map(|contender| contender.number) {
                if let Form::Scale { lowest, highest, .. } = *form {
                    lines.extend((lowest..=highest).map(|step| format!("option {number} step {step} {}", sum(&at(number, "step", step)))));
                } else {
                    lines.push(format!("option {number} votes {} points {}", sum(&votes(number)), sum(&points(number))));
                }
            }
        }
        Counting::Majority(rule) => {
            let said = |one| count(stance(one));
            let sum = Stances { in_favour: said(Stance::For), against: said(Stance::Against), abstained: said(Stance::Abstain) };
            lines.push(format!("for {} against {} abstain {}", sum.in_favour, sum.against, sum.abstained));
            lines.push(match outcome(sum, *rule) {
                Outcome::Adopted => "adopted".to_owned(),
                Outcome::Rejected => "rejected".to_owned(),
                Outcome::NoQuorum { missing } => format!("no-quorum missing {missing}"),
            });
        }
        Counting::Consent => {
            let said = |one| count(consent(one));
            let sum = Consents { support: said(Consent::Support), live_with: said(Consent::LiveWith), object: said(Consent::Object) };
            lines.push(format!("support {} live-with {} object {}", sum.support, sum.live_with, sum.object));
            lines.push(format!("consent {}", if sum.given() { "given" } else { "not-given" }));
        }
        Counting::Borda(_) | Counting::Schulze | Counting::RunOff | Counting::MajorityJudgment(_) | Counting::Budget(_) => return None,
    }
    Some(lines)
}
