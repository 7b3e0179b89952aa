//! The canonical text of a ballot: what the box, the receipts and the exports hold. Two equal ballots have the same text, byte for byte.
//!
//! ```text
//! ballot   = "set:" [ number *( "," number ) ]            ; ascending
//!          / "points:" [ number "=" value *( "," … ) ]    ; ascending by number
//!          / "ranking:" [ number *( "," number ) ]        ; best first
//!          / "grades:" [ number "=" grade *( "," … ) ]    ; ascending by number
//!          / "stance:" ( "for" / "against" / "abstain" )
//!          / "consent:" ( "support" / "live-with" / "object" )
//! number   = "0" / digit from 1 to 9 *digit               ; below 2³²
//! value    = [ "-" ] number                               ; 64 bits
//! ```

use std::fmt;
use std::str::FromStr;

use super::{Ballot, Consent, Fault, Stance};

impl fmt::Display for Stance {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::For => "for",
            Self::Against => "against",
            Self::Abstain => "abstain",
        })
    }
}

impl fmt::Display for Consent {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Support => "support",
            Self::LiveWith => "live-with",
            Self::Object => "object",
        })
    }
}

impl fmt::Display for Ballot {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Set(chosen) => list(out, "set", chosen.iter(), |out, number| write!(out, "{number}")),
            Self::Points(given) => list(out, "points", given.iter(), |out, (number, value)| write!(out, "{number}={value}")),
            Self::Ranking(ranked) => list(out, "ranking", ranked.iter(), |out, number| write!(out, "{number}")),
            Self::Grades(given) => list(out, "grades", given.iter(), |out, (number, grade)| write!(out, "{number}={grade}")),
            Self::Stance(stance) => write!(out, "stance:{stance}"),
            Self::Consent(consent) => write!(out, "consent:{consent}"),
        }
    }
}

fn list<T>(
    out: &mut fmt::Formatter<'_>,
    name: &str,
    items: impl Iterator<Item = T>,
    one: impl Fn(&mut fmt::Formatter<'_>, T) -> fmt::Result,
) -> fmt::Result {
    write!(out, "{name}:")?;
    for (place, item) in items.enumerate() {
        if place > 0 {
            out.write_str(",")?;
        }
        one(out, item)?;
    }
    Ok(())
}

impl FromStr for Ballot {
    type Err = Fault;

    /// Reads the canonical text only: what is written back is what was read.
    fn from_str(text: &str) -> Result<Self, Fault> {
        let (kind, body) = text.split_once(':').ok_or(Fault::Malformed { column: 1 })?;
        let start = kind.len() + 2;
        let ballot = match kind {
            "set" => Self::Set(items(body, number)?),
            "ranking" => Self::Ranking(items(body, number)?),
            "points" => Self::Points(items(body, |item| pair(item, amount))?),
            "grades" => Self::Grades(items(body, |item| pair(item, grade))?),
            "stance" => Self::Stance(match body {
                "for" => Stance::For,
                "against" => Stance::Against,
                "abstain" => Stance::Abstain,
                _ => return Err(Fault::Malformed { column: start }),
            }),
            "consent" => Self::Consent(match body {
                "support" => Consent::Support,
                "live-with" => Consent::LiveWith,
                "object" => Consent::Object,
                _ => return Err(Fault::Malformed { column: start }),
            }),
            _ => return Err(Fault::Malformed { column: 1 }),
        };
        let written = ballot.canonical().to_string();
        if written == text {
            return Ok(ballot);
        }
        let same = written.chars().zip(text.chars()).take_while(|(ours, theirs)| ours == theirs).count();
        Err(Fault::Malformed { column: same + 1 })
    }
}

impl Ballot {
    /// In ascending order where order says nothing; a number named twice is kept once, so that a text with repeats is not its own canonical text.
    fn canonical(&self) -> Self {
        match self {
            Self::Set(chosen) => Self::Set(ascending(chosen, |number| *number)),
            Self::Points(given) => Self::Points(ascending(given, |(number, _)| *number)),
            Self::Grades(given) => Self::Grades(ascending(given, |(number, _)| *number)),
            Self::Ranking(ranked) => {
                let mut seen = std::collections::BTreeSet::new();
                Self::Ranking(ranked.iter().copied().filter(|number| seen.insert(*number)).collect())
            }
            Self::Stance(_) | Self::Consent(_) => self.clone(),
        }
    }
}

fn ascending<T: Copy>(items: &[T], number: impl Fn(&T) -> u32) -> Vec<T> {
    let mut kept = items.to_vec();
    kept.sort_by_key(|item| number(item));
    kept.dedup_by_key(|item| number(item));
    kept
}

fn items<T>(body: &str, one: impl Fn(&str) -> Result<T, Fault>) -> Result<Vec<T>, Fault> {
    if body.is_empty() { Ok(Vec::new()) } else { body.split(',').map(one).collect() }
}

fn pair<T>(item: &str, value: impl Fn(&str) -> Result<T, Fault>) -> Result<(u32, T), Fault> {
    let (left, right) = item.split_once('=').ok_or(Fault::NotANumber)?;
    Ok((number(left)?, value(right)?))
}

/// The number of an option as somebody sent it: digits only.
///
/// # Errors
/// `NotANumber`, or `TooLarge` for digits that no option can bear.
pub fn number(text: &str) -> Result<u32, Fault> {
    digits(text)?.parse().map_err(|_overflow: std::num::ParseIntError| Fault::TooLarge)
}

/// Points, money or a step of a scale as somebody sent it: digits, with a minus before them or not. That it may not be negative is for the form
/// to say.
///
/// # Errors
/// `NotANumber`, or `TooLarge` beyond 64 bits.
pub fn amount(text: &str) -> Result<i64, Fault> {
    digits(text.strip_prefix('-').unwrap_or(text))?;
    text.parse().map_err(|_overflow: std::num::ParseIntError| Fault::TooLarge)
}

fn grade(text: &str) -> Result<u8, Fault> {
    digits(text)?.parse().map_err(|_overflow: std::num::ParseIntError| Fault::TooLarge)
}

fn digits(text: &str) -> Result<&str, Fault> {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) { Ok(text) } else { Err(Fault::NotANumber) }
}
