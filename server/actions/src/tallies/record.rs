//! The published ballots of a carrier read strictly (`docs/formats/vote-record.md`), and compared with what the carrier says of them.

use deliberation::ballot::{Ballot, Choice};
use deliberation::record::{FORMAT, Record, Roll, Slip, VERSION};
use deliberation::recount;
use deliberation::tallies::{OPTIONS_MAX, RecordAt, Saying, Tally};
use deliberation::verdict::{Contender, Vote};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

use super::definition::Definition;
use super::document::{RULE_MAX, not_counted, voters};
use super::strict::{Strict, Unfit, small};

/// The keys of a record; each is there, and no other.
const KEYS: [&str; 20] = [
    "ballots",
    "box",
    "budget",
    "closed",
    "counts",
    "currency",
    "digest",
    "form",
    "format",
    "levels",
    "lots",
    "not_counted",
    "options",
    "result",
    "roll",
    "rule",
    "title",
    "unit",
    "version",
    "voters",
];
/// Most ballots of a record.
const BALLOTS_MAX: usize = 5_000_000;
/// Longest text of anything, in bytes.
const TEXT_MAX: usize = 10_000;
/// Most lines of a result.
const LINES_MAX: usize = 1_000_000;
/// Most entries of any other list.
const LIST_MAX: usize = 1_000;

/// Where a carrier's own words and its published ballots differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The ballots cannot be read.
    Unreadable(&'static str),
    /// The digest of the ballots is another.
    Digest,
    /// The vote is not the organiser's.
    Vote,
    /// What it says the result is, is not what the ballots give.
    Result,
    /// The numbers are not those of the ballots.
    Numbers,
}

impl Difference {
    /// A short word for it, in the code of the reason that is kept.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "unreadable",
            Self::Digest => "digest",
            Self::Vote => "vote",
            Self::Result => "result",
            Self::Numbers => "numbers",
        }
    }
}

/// Reads a record and the digest that it says it has.
///
/// # Errors
/// What is not as it must be.
pub fn read(text: &str) -> Result<(Record, String), Unfit> {
    let value: Value = serde_json::from_str(text).map_err(|_no_json| Unfit("json"))?;
    let fields = Strict::new(&value, "record", &KEYS)?;
    fields.is("format", FORMAT)?;
    if fields.number("version")? != u64::from(VERSION) {
        return Err(Unfit("version"));
    }
    let all = fields.list("ballots", BALLOTS_MAX)?.iter().map(ballot).collect::<Result<Vec<_>, _>>()?;
    let (slips, ballots) = all.into_iter().unzip();
    let all = fields.list("options", OPTIONS_MAX)?.iter().map(option).collect::<Result<Vec<_>, _>>()?;
    let (contenders, labels) = all.into_iter().unzip();
    let roll = match fields.value("roll")? {
        Value::Null => None,
        value => {
            let roll = Strict::new(value, "roll", &["size", "source"])?;
            Some(Roll { size: roll.number("size")?, source: roll.text("source", TEXT_MAX)? })
        }
    };
    let vote = Vote {
        form: fields.parsed("form", RULE_MAX)?,
        counting: fields.parsed("rule", RULE_MAX)?,
        contenders,
        budget: fields.number("budget")?,
        unit: fields.number("unit")?,
        lots: fields.list("lots", OPTIONS_MAX)?.iter().map(|one| small(one, "lots")).collect::<Result<_, _>>()?,
        ballots,
    };
    let line = |key: &'static str| move |value: &Value| value.as_str().map(str::to_owned).ok_or(Unfit(key));
    let record = Record {
        ballot_box: fields.text("box", TEXT_MAX)?,
        title: fields.text("title", TEXT_MAX)?,
        closed: fields.text("closed", TEXT_MAX)?,
        currency: fields.text("currency", TEXT_MAX)?,
        labels,
        vote,
        slips,
        levels: fields.list("levels", LIST_MAX)?.iter().map(line("levels")).collect::<Result<_, _>>()?,
        not_counted: fields.list("not_counted", LIST_MAX)?.iter().map(not_counted).collect::<Result<_, _>>()?,
        voters: fields.list("voters", LIST_MAX)?.iter().map(voters).collect::<Result<_, _>>()?,
        roll,
        result: fields.list("result", LINES_MAX)?.iter().map(line("result")).collect::<Result<_, _>>()?,
    };
    Ok((record, fields.digest("digest")?))
}

/// The digest of a record: SHA-256 of its body, lower-case hexadecimal.
#[must_use]
pub fn digest(record: &Record) -> String {
    hexadecimal(&Sha256::digest(record.body().as_bytes()))
}

/// Compares what a carrier says with the ballots that it publishes: the digest, the vote, every ballot against the form, the result counted in the second way, and
/// every number.
///
/// # Errors
/// The first difference.
pub fn compare(tally: &Tally, vote: &Definition, text: &str) -> Result<Record, Difference> {
    let (record, claimed) = read(text).map_err(|unfit| Difference::Unreadable(unfit.0))?;
    let Some(at) = &tally.record else { return Err(Difference::Numbers) };
    let found = digest(&record);
    if found != claimed || found != at.digest {
        return Err(Difference::Digest);
    }
    same_vote(&record, vote)?;
    let recounted = recount::lines(&record.vote).map_err(|_none| Difference::Result)?;
    if recounted != record.result {
        return Err(Difference::Result);
    }
    let saying = Saying { vote: tally.vote.clone(), carrier: tally.carrier.clone(), sequence: tally.sequence, taken: tally.taken.clone() };
    let again = Tally::of(&record, RecordAt { address: at.address.clone(), digest: found }, saying);
    if again == *tally { Ok(record) } else { Err(Difference::Numbers) }
}

/// The carrier held the organiser's vote: same form, rule, options, money and lots, and every ballot is one of this form.
fn same_vote(record: &Record, vote: &Definition) -> Result<(), Difference> {
    let held = &record.vote;
    let plain = |contenders: Vec<Contender>| contenders.into_iter().map(|one| (one.number, one.cost, one.group)).collect::<Vec<_>>();
    let same = held.form == vote.form
        && held.counting == vote.counting
        && plain(held.contenders.clone()) == plain(vote.contenders())
        && held.budget == vote.budget
        && held.unit == vote.unit
        && held.lots == vote.lots
        && record.levels.iter().all(|level| vote.levels.iter().any(|known| known.code() == level));
    let receipts: std::collections::BTreeSet<&str> = record.slips.iter().map(|slip| slip.receipt.as_str()).collect();
    let choices: Vec<Choice> = held.contenders.iter().map(|one| Choice { number: one.number, cost: one.cost, withdrawn: false }).collect();
    let fits = held.ballots.iter().all(|ballot| held.form.check(ballot, &choices).is_ok_and(|checked| checked == *ballot));
    if same && fits && receipts.len() == record.slips.len() { Ok(()) } else { Err(Difference::Vote) }
}

fn ballot(value: &Value) -> Result<(Slip, Ballot), Unfit> {
    let fields = Strict::new(value, "ballots", &["ballot", "channel", "level", "receipt"])?;
    let slip = Slip { receipt: fields.digest("receipt")?, channel: fields.code("channel")?, level: fields.code("level")? };
    Ok((slip, fields.parsed("ballot", TEXT_MAX)?))
}

fn option(value: &Value) -> Result<(Contender, String), Unfit> {
    let fields = Strict::new(value, "options", &["cost", "group", "label", "number", "withdrawn"])?;
    let group = match fields.value("group")? {
        Value::Null => None,
        group => Some(small(group, "group")?),
    };
    let number = small(fields.value("number")?, "number")?;
    Ok((Contender { number, cost: fields.number("cost")?, withdrawn: fields.flag("withdrawn")?, group }, fields.text("label", TEXT_MAX)?))
}

pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
