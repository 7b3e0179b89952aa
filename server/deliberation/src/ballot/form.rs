//! The forms of a vote, with their parameters, and their text (`approval min=1 max=3`) as the store and the published record hold it.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use super::{Choice, FormFault};

/// The most grades of majority judgment.
pub const MAX_GRADES: u8 = 10;
/// The most steps of a scale, both ends included (0 to 100).
const MAX_STEPS: i64 = 101;

/// Whether every option must be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answers {
    /// Options may be left without answer.
    Any,
    /// Every option that stands must have an answer.
    All,
}

/// What a vote asks for. Formats and constraints: Pabulib's `vote_type`, and what towns use beside budgets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One option exactly.
    ChooseOne,
    /// From `min` to `max` options; with `min` 0 a blank ballot is taken.
    Approval {
        /// The least number of options.
        min: u32,
        /// The greatest number of options.
        max: u32,
    },
    /// Any options that together cost no more than the budget; none is a blank ballot.
    Knapsack {
        /// In the smallest unit of the currency.
        budget: u64,
    },
    /// Points to give out among the options.
    Cumulative {
        /// The least sum.
        least: u64,
        /// The greatest sum.
        most: u64,
        /// The greatest number for one option.
        each: u64,
    },
    /// Money to give out among the options.
    Money {
        /// In the smallest unit of the currency.
        budget: u64,
    },
    /// A step of a scale for each option.
    Scale {
        /// The lowest step.
        lowest: i64,
        /// The highest step.
        highest: i64,
        /// Whether every option must have one.
        answers: Answers,
    },
    /// From `min` to `max` options, best first.
    Ranking {
        /// The least number of options.
        min: u32,
        /// The greatest number of options.
        max: u32,
    },
    /// A grade for each option, from 0, the worst, to `grades` − 1.
    MajorityJudgment {
        /// How many grades there are, 2 to `MAX_GRADES`.
        grades: u8,
        /// Whether every option must have one.
        answers: Answers,
    },
    /// For, against or abstain on one question.
    ForAgainstAbstain,
    /// Support, live with or object, on one proposal.
    Consent,
}

impl Form {
    /// Its name, the first word of its text.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::ChooseOne => "choose-1",
            Self::Approval { .. } => "approval",
            Self::Knapsack { .. } => "knapsack",
            Self::Cumulative { .. } => "cumulative",
            Self::Money { .. } => "money",
            Self::Scale { .. } => "scale",
            Self::Ranking { .. } => "ranking",
            Self::MajorityJudgment { .. } => "majority-judgment",
            Self::ForAgainstAbstain => "for-against-abstain",
            Self::Consent => "consent",
        }
    }

    /// Whether the vote has options; a question to be answered by yes or no has none.
    #[must_use]
    pub const fn has_options(&self) -> bool {
        !matches!(self, Self::ForAgainstAbstain | Self::Consent)
    }

    /// Whether a vote can be held in this form on these options.
    ///
    /// # Errors
    /// The first reason why not.
    pub fn fits(&self, options: &[Choice]) -> Result<(), FormFault> {
        self.sound()?;
        let mut numbers = BTreeSet::new();
        if let Some(twice) = options.iter().find(|option| !numbers.insert(option.number)) {
            return Err(FormFault::RepeatedOption(twice.number));
        }
        if self.has_options() && options.is_empty() {
            return Err(FormFault::NoOptions);
        }
        match self {
            Self::Approval { min, .. } | Self::Ranking { min, .. } if usize::try_from(*min).is_ok_and(|min| min > options.len()) => {
                Err(FormFault::MoreThanOptions)
            }
            _ => Ok(()),
        }
    }

    /// Whether the parameters make sense by themselves.
    fn sound(&self) -> Result<(), FormFault> {
        match *self {
            Self::Approval { min, max } | Self::Ranking { min, max } => ordered(min <= max, max > 0),
            Self::Knapsack { budget } | Self::Money { budget } => ordered(true, budget > 0),
            Self::Cumulative { least, most, each } => ordered(least <= most, most > 0 && each > 0),
            Self::Scale { lowest, highest, .. } => match highest.checked_sub(lowest) {
                Some(..=0) => Err(FormFault::EmptyRange),
                Some(steps) if steps < MAX_STEPS => Ok(()),
                _ => Err(FormFault::ScaleTooLong),
            },
            Self::MajorityJudgment { grades, .. } if !(2..=MAX_GRADES).contains(&grades) => Err(FormFault::GradesOutOfRange),
            Self::ChooseOne | Self::MajorityJudgment { .. } | Self::ForAgainstAbstain | Self::Consent => Ok(()),
        }
    }
}

const fn ordered(range: bool, something: bool) -> Result<(), FormFault> {
    match (range, something) {
        (false, _) => Err(FormFault::EmptyRange),
        (true, false) => Err(FormFault::NothingToGive),
        (true, true) => Ok(()),
    }
}

impl fmt::Display for Answers {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Any => "any",
            Self::All => "all",
        })
    }
}

impl fmt::Display for Form {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())?;
        match self {
            Self::ChooseOne | Self::ForAgainstAbstain | Self::Consent => Ok(()),
            Self::Approval { min, max } | Self::Ranking { min, max } => write!(out, " min={min} max={max}"),
            Self::Knapsack { budget } | Self::Money { budget } => write!(out, " budget={budget}"),
            Self::Cumulative { least, most, each } => write!(out, " least={least} most={most} each={each}"),
            Self::Scale { lowest, highest, answers } => write!(out, " lowest={lowest} highest={highest} answers={answers}"),
            Self::MajorityJudgment { grades, answers } => write!(out, " grades={grades} answers={answers}"),
        }
    }
}

impl FromStr for Form {
    type Err = FormFault;

    /// Reads the canonical text only: what is written back is what was read.
    fn from_str(text: &str) -> Result<Self, FormFault> {
        let mut words = text.split(' ');
        let name = words.next().unwrap_or_default();
        let pairs: Vec<(&str, &str)> = words.map(|word| word.split_once('=').ok_or(FormFault::Malformed)).collect::<Result<_, _>>()?;
        let form = match name {
            "choose-1" => Self::ChooseOne,
            "approval" => Self::Approval { min: value(&pairs, "min")?, max: value(&pairs, "max")? },
            "knapsack" => Self::Knapsack { budget: value(&pairs, "budget")? },
            "cumulative" => Self::Cumulative { least: value(&pairs, "least")?, most: value(&pairs, "most")?, each: value(&pairs, "each")? },
            "money" => Self::Money { budget: value(&pairs, "budget")? },
            "scale" => {
                Self::Scale { lowest: value(&pairs, "lowest")?, highest: value(&pairs, "highest")?, answers: value(&pairs, "answers")? }
            }
            "ranking" => Self::Ranking { min: value(&pairs, "min")?, max: value(&pairs, "max")? },
            "majority-judgment" => Self::MajorityJudgment { grades: value(&pairs, "grades")?, answers: value(&pairs, "answers")? },
            "for-against-abstain" => Self::ForAgainstAbstain,
            "consent" => Self::Consent,
            _ => return Err(FormFault::Malformed),
        };
        if form.to_string() != text {
            return Err(FormFault::Malformed);
        }
        form.sound().map(|()| form)
    }
}

impl FromStr for Answers {
    type Err = FormFault;

    fn from_str(text: &str) -> Result<Self, FormFault> {
        match text {
            "any" => Ok(Self::Any),
            "all" => Ok(Self::All),
            _ => Err(FormFault::Malformed),
        }
    }
}

fn value<T: FromStr>(pairs: &[(&str, &str)], name: &str) -> Result<T, FormFault> {
    pairs.iter().find(|(key, _)| *key == name).and_then(|(_, value)| value.parse().ok()).ok_or(FormFault::Malformed)
}
