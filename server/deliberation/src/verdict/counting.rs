//! The ways of counting by name, with their canonical text.

use std::fmt;
use std::str::FromStr;

use crate::ballot::Form;
use crate::budget::Rule;
use crate::tally::majority::Blank;
use crate::tally::motion::Majority;
use crate::tally::ranked::Borda;
use crate::words::{Words, name_of};

/// How the ballots of a vote become its result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counting {
    /// Votes and points of each option, steps of each scale; nobody is declared the winner.
    Plain,
    /// For and against, with a quorum and a majority.
    Majority(Majority),
    /// Consent: no objection.
    Consent,
    /// Borda's points.
    Borda(Borda),
    /// Schulze's order.
    Schulze,
    /// Instant run-off.
    RunOff,
    /// Majority judgment.
    MajorityJudgment(Blank),
    /// A budget.
    Budget(Rule),
}

const BLANKS: [(&str, Blank); 2] = [("reject", Blank::Reject), ("excluded", Blank::Excluded)];

impl Counting {
    /// Whether ballots of this form can be counted in this way.
    #[must_use]
    pub const fn suits(&self, form: &Form) -> bool {
        match self {
            Self::Plain => !matches!(form, Form::Ranking { .. } | Form::MajorityJudgment { .. } | Form::ForAgainstAbstain | Form::Consent),
            Self::Majority(_) => matches!(form, Form::ForAgainstAbstain),
            Self::Consent => matches!(form, Form::Consent),
            Self::Borda(_) | Self::Schulze | Self::RunOff => matches!(form, Form::Ranking { .. }),
            Self::MajorityJudgment(_) => matches!(form, Form::MajorityJudgment { .. }),
            Self::Budget(_) => {
                !matches!(form, Form::Scale { .. } | Form::MajorityJudgment { .. } | Form::ForAgainstAbstain | Form::Consent)
            }
        }
    }
}

impl fmt::Display for Counting {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plain => out.write_str("plain"),
            Self::Majority(majority) => {
                let sign = if majority.equality_is_enough { "at-least" } else { "more-than" };
                write!(out, "majority quorum={} {sign}={}/{}", majority.quorum, majority.numerator, majority.denominator)
            }
            Self::Consent => out.write_str("consent"),
            Self::Borda(Borda::ByLength) => out.write_str("borda first=length"),
            Self::Borda(Borda::ByMost(most)) => write!(out, "borda first={most}"),
            Self::Schulze => out.write_str("schulze"),
            Self::RunOff => out.write_str("instant-run-off"),
            Self::MajorityJudgment(blank) => write!(out, "majority-judgment blank={}", name_of(blank, &BLANKS)),
            Self::Budget(rule) => rule.fmt(out),
        }
    }
}

/// The text is not a way of counting in its canonical form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotACounting;

impl FromStr for Counting {
    type Err = NotACounting;

    /// Reads the canonical text only: what is written back is what was read.
    fn from_str(text: &str) -> Result<Self, NotACounting> {
        counting(text).filter(|counting| counting.to_string() == text).ok_or(NotACounting)
    }
}

fn counting(text: &str) -> Option<Counting> {
    let words = Words::of(text)?;
    Some(match words.name {
        "plain" => Counting::Plain,
        "majority" => {
            let (share, equality_is_enough) =
                words.text("at-least").map(|share| (share, true)).or_else(|| Some((words.text("more-than")?, false)))?;
            let (numerator, denominator) = share.split_once('/')?;
            let denominator = denominator.parse().ok().filter(|denominator| *denominator > 0)?;
            Counting::Majority(Majority {
                quorum: words.value("quorum")?,
                numerator: numerator.parse().ok()?,
                denominator,
                equality_is_enough,
            })
        }
        "consent" => Counting::Consent,
        "borda" if words.text("first") == Some("length") => Counting::Borda(Borda::ByLength),
        "borda" => Counting::Borda(Borda::ByMost(words.value("first")?)),
        "schulze" => Counting::Schulze,
        "instant-run-off" => Counting::RunOff,
        "majority-judgment" => Counting::MajorityJudgment(words.one_of("blank", &BLANKS)?),
        _ => Counting::Budget(text.parse().ok()?),
    })
}
