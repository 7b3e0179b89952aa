//! A **tally**: what one carrier says of its own ballots in a vote that several territories hold together, and how tallies become one whole.
//! Format: `docs/formats/tally.md`; why so: `docs/decisions/0021`.
//!
//! Numbers are kept per channel and level and never added across them. A group of fewer than [`SMALLEST_GROUP`] people is never said: when one group of
//! a carrier is too small its groups are told as one, and a carrier with too few ballots says no number at all. What is hidden is in no sum, so that no
//! difference of two published numbers gives it back.

mod counts;
mod of;
mod whole;

pub use counts::{counts, keys};
pub use of::Saying;
pub use whole::{Cannot, Whole, add, lines};

use std::collections::BTreeMap;

use crate::ballot::{Ballot, Choice, Form};
use crate::record::{NotCounted, Roll, Slip, Voters};
use crate::verdict::{Contender, Counting};

/// Fewer people than this are never shown as a group.
pub const SMALLEST_GROUP: u64 = 11;
/// The greatest number of a tally: above it programs that read JSON numbers as floating point disagree (RFC 7493, 2.2).
pub const GREATEST: u64 = 1 << 53;
/// Most groups (channels times levels) of a tally.
pub const GROUPS_MAX: usize = 64;
/// Most options of a vote.
pub const OPTIONS_MAX: usize = 500;

/// What kind of tally it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The vote runs: only how many have voted, and only where that may be known.
    Interim,
    /// The vote is closed: these are its numbers.
    Final,
    /// The carrier takes its tally back: it left, or the vote was called off there.
    Withdrawn,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Interim, Self::Final, Self::Withdrawn];

    /// Its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Interim => "interim",
            Self::Final => "final",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// The ballots of one channel and level.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// How they came; empty where it is not told.
    pub channel: String,
    /// How their voters were known; empty where it is not told.
    pub level: String,
    /// How many.
    pub ballots: u64,
    /// How many of them say nothing.
    pub blank: u64,
    /// What they say, by the keys of [`keys`]; empty for rankings, which are not added up.
    pub counts: BTreeMap<String, i64>,
}

/// The published ballots of a carrier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordAt {
    /// Where they are.
    pub address: String,
    /// The digest of their record, lower-case hexadecimal SHA-256.
    pub digest: String,
}

/// What a carrier says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The id of the organiser's vote, an address.
    pub vote: String,
    /// The id of the collectivity that says it, an address.
    pub carrier: String,
    /// From 1; a later one replaces the earlier.
    pub sequence: u64,
    /// What it is.
    pub state: State,
    /// The form of the ballots.
    pub form: Form,
    /// How they are counted.
    pub counting: Counting,
    /// Numbers of the options, as the organiser numbered them.
    pub options: Vec<u32>,
    /// While it runs: how many have voted.
    pub turnout: Option<u64>,
    /// Ballots by channel and level; none where there are too few.
    pub groups: Vec<Group>,
    /// People of the roll who voted, by channel and level; none where one group is too small.
    pub voters: Vec<Voters>,
    /// Who could vote, where it is known.
    pub roll: Option<Roll>,
    /// What was not counted.
    pub not_counted: Vec<NotCounted>,
    /// The published ballots; nothing where there are too few.
    pub record: Option<RecordAt>,
    /// When it was made, RFC 3339.
    pub taken: String,
}

/// Why a tally is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsound {
    /// The form and the rule do not go together, or the options are not those of a vote.
    Vote,
    /// Numbers where its state has none, or none where it has some.
    State,
    /// A group of fewer people than may be told.
    TooSmall,
    /// A group is there twice, or the groups are not in their order.
    Order,
    /// The counts of a group are not those of its ballots.
    Counts,
    /// A number above [`GREATEST`], or a sum that overflows.
    TooLarge,
    /// More ballots than people.
    MoreThanRoll,
}

impl Tally {
    /// How many ballots it tells; 0 where none are told.
    #[must_use]
    pub fn ballots(&self) -> u64 {
        self.groups.iter().fold(0, |sum, group| sum.saturating_add(group.ballots))
    }

    /// Whether it is the end of a vote in which too few took part for a number to be told.
    #[must_use]
    pub fn is_hidden(&self) -> bool {
        self.state == State::Final && self.groups.is_empty()
    }

    /// Whether its numbers may be those of ballots.
    ///
    /// # Errors
    /// The first reason why not.
    pub fn sound(&self) -> Result<(), Unsound> {
        let choices: Vec<Choice> = self.options.iter().map(|number| Choice::free(*number)).collect();
        let suits = self.counting.suits(&self.form) && self.form.fits(&choices).is_ok() && self.options.len() <= OPTIONS_MAX;
        if !suits || self.options.contains(&0) {
            return Err(Unsound::Vote);
        }
        let bare = self.groups.is_empty() && self.voters.is_empty() && self.record.is_none() && self.not_counted.is_empty();
        match self.state {
            State::Interim | State::Withdrawn if !bare => return Err(Unsound::State),
            State::Final
                if self.turnout.is_some() || (self.groups.is_empty() != self.record.is_none()) || (self.groups.is_empty() && !bare) =>
            {
                return Err(Unsound::State);
            }
            State::Withdrawn if self.turnout.is_some() => return Err(Unsound::State),
            State::Interim | State::Final | State::Withdrawn => {}
        }
        self.sizes()?;
        let known = keys(&self.form, &self.options);
        self.groups.iter().try_for_each(|group| counts::sound(group, &self.form, &known))?;
        match &self.roll {
            Some(roll) if self.ballots() > roll.size => Err(Unsound::MoreThanRoll),
            _ => Ok(()),
        }
    }

    /// No group is too small to be told, and every number can be written.
    fn sizes(&self) -> Result<(), Unsound> {
        let people = self.groups.iter().map(|group| group.ballots).chain(self.voters.iter().map(|group| group.voters)).chain(self.turnout);
        let mut sum = 0_u64;
        for count in people {
            if count < SMALLEST_GROUP {
                return Err(Unsound::TooSmall);
            }
            sum = sum.checked_add(count).filter(|sum| *sum <= GREATEST).ok_or(Unsound::TooLarge)?;
        }
        let rest = self.not_counted.iter().map(|one| one.ballots).chain(self.roll.iter().map(|roll| roll.size)).chain([self.sequence]);
        if rest.into_iter().any(|number| number > GREATEST) {
            return Err(Unsound::TooLarge);
        }
        let groups: Vec<(&str, &str)> = self.groups.iter().map(|group| (group.channel.as_str(), group.level.as_str())).collect();
        let voters: Vec<(&str, &str)> = self.voters.iter().map(|group| (group.channel.as_str(), group.level.as_str())).collect();
        let sorted = groups.is_sorted_by(|left, right| left < right) && voters.is_sorted_by(|left, right| left < right);
        if !sorted || groups.len() > GROUPS_MAX || voters.len() > GROUPS_MAX {
            return Err(Unsound::Order);
        }
        // Said as one, or said apart: never a part beside what is not told.
        if groups.len() > 1 && groups.contains(&("", "")) { Err(Unsound::Order) } else { Ok(()) }
    }
}

/// Ballots by channel and level, as they may be told: in their alphabetical order; as one group when one of them is too small; none when all
/// together are too few.
#[must_use]
pub fn grouped(form: &Form, contenders: &[Contender], slips: &[(&Slip, &Ballot)]) -> Vec<Group> {
    if u64::try_from(slips.len()).is_ok_and(|all| all < SMALLEST_GROUP) {
        return Vec::new();
    }
    let options: Vec<u32> = contenders.iter().map(|contender| contender.number).collect();
    let mut parts: BTreeMap<(&str, &str), Vec<&Ballot>> = BTreeMap::new();
    for (slip, ballot) in slips {
        parts.entry((&slip.channel, &slip.level)).or_default().push(ballot);
    }
    let untold = |(channel, level): &(&str, &str)| channel.is_empty() && level.is_empty();
    let small = parts.values().any(|ballots| u64::try_from(ballots.len()).is_ok_and(|count| count < SMALLEST_GROUP));
    if small || (parts.len() > 1 && parts.keys().any(untold)) {
        parts = BTreeMap::from([(("", ""), slips.iter().map(|(_, ballot)| *ballot).collect())]);
    }
    let group = |((channel, level), ballots): ((&str, &str), Vec<&Ballot>)| Group {
        channel: channel.to_owned(),
        level: level.to_owned(),
        ballots: u64::try_from(ballots.len()).unwrap_or(u64::MAX),
        blank: u64::try_from(ballots.iter().filter(|ballot| ballot.is_blank()).count()).unwrap_or(u64::MAX),
        counts: counts(form, &options, &ballots),
    };
    parts.into_iter().map(group).collect()
}

#[cfg(test)]
mod tests;
