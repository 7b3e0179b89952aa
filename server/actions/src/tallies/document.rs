//! A tally as a document (`docs/formats/tally.md`), without its context and its proof: those are the door's.

use std::collections::BTreeMap;

use deliberation::record::{NotCounted, Roll, Voters};
use deliberation::tallies::{GROUPS_MAX, Group, OPTIONS_MAX, RecordAt, State, Tally};
use serde_json::{Map, Value, json};

use super::strict::{Strict, Unfit, small};

/// The type of the document.
pub const TALLY: &str = "Tally";
/// The keys of a tally; each is there, and no other.
const KEYS: [&str; 16] = [
    "type",
    "id",
    "attributedTo",
    "vote",
    "sequence",
    "state",
    "form",
    "rule",
    "options",
    "turnout",
    "groups",
    "voters",
    "roll",
    "notCounted",
    "record",
    "published",
];
/// Longest text of a form or rule, in bytes.
pub(super) const RULE_MAX: usize = 300;
/// Longest name of where the size of a roll comes from, in bytes.
const SOURCE_MAX: usize = 1_000;
/// Most counts of a group.
const COUNTS_MAX: usize = 50_000;
/// Most reasons why ballots are not counted.
const REASONS_MAX: usize = 20;

/// A tally with its own address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its address, on the server of its carrier.
    pub id: String,
    /// What it says.
    pub tally: Tally,
}

/// Writes a tally.
#[must_use]
pub fn write(document: &Document) -> Value {
    let tally = &document.tally;
    let groups: Vec<Value> = tally
        .groups
        .iter()
        .map(|group| {
            let counts: Map<String, Value> = group.counts.iter().map(|(key, count)| (key.clone(), json!(count))).collect();
            json!({ "channel": group.channel, "level": group.level, "ballots": group.ballots, "blank": group.blank, "counts": counts })
        })
        .collect();
    let voters: Vec<Value> =
        tally.voters.iter().map(|group| json!({ "channel": group.channel, "level": group.level, "voters": group.voters })).collect();
    let left_out: Vec<Value> = tally.not_counted.iter().map(|one| json!({ "reason": one.reason, "ballots": one.ballots })).collect();
    json!({
        "type": TALLY,
        "id": document.id,
        "attributedTo": tally.carrier,
        "vote": tally.vote,
        "sequence": tally.sequence,
        "state": tally.state.code(),
        "form": tally.form.to_string(),
        "rule": tally.counting.to_string(),
        "options": tally.options,
        "turnout": tally.turnout,
        "groups": groups,
        "voters": voters,
        "roll": tally.roll.as_ref().map(|roll| json!({ "size": roll.size, "source": roll.source })),
        "notCounted": left_out,
        "record": tally.record.as_ref().map(|record| json!({ "address": record.address, "digest": record.digest })),
        "published": tally.taken,
    })
}

/// Reads a tally: strictly, and only one whose numbers may be those of ballots.
///
/// # Errors
/// The field that is not as it must be.
pub fn read(document: &Value) -> Result<Document, Unfit> {
    let bare = bare(document)?;
    let fields = Strict::new(&bare, "tally", &KEYS)?;
    fields.is("type", TALLY)?;
    let state = State::parse(&fields.code("state")?).ok_or(Unfit("state"))?;
    let options = fields.list("options", OPTIONS_MAX)?.iter().map(|one| small(one, "options")).collect::<Result<_, _>>()?;
    let turnout = optional(fields.value("turnout")?, |value| value.as_u64().ok_or(Unfit("turnout")))?;
    let record = optional(fields.value("record")?, |value| {
        let record = Strict::new(value, "record", &["address", "digest"])?;
        Ok(RecordAt { address: record.address("address")?, digest: record.digest("digest")? })
    })?;
    let roll = optional(fields.value("roll")?, |value| {
        let roll = Strict::new(value, "roll", &["size", "source"])?;
        Ok(Roll { size: roll.number("size")?, source: roll.text("source", SOURCE_MAX)? })
    })?;
    let tally = Tally {
        vote: fields.address("vote")?,
        carrier: fields.address("attributedTo")?,
        sequence: fields.number("sequence").and_then(|number| if number > 0 { Ok(number) } else { Err(Unfit("sequence")) })?,
        state,
        form: fields.parsed("form", RULE_MAX)?,
        counting: fields.parsed("rule", RULE_MAX)?,
        options,
        turnout,
        groups: fields.list("groups", GROUPS_MAX)?.iter().map(group).collect::<Result<_, _>>()?,
        voters: fields.list("voters", GROUPS_MAX)?.iter().map(voters).collect::<Result<_, _>>()?,
        roll,
        not_counted: fields.list("notCounted", REASONS_MAX)?.iter().map(not_counted).collect::<Result<_, _>>()?,
        record,
        taken: fields.moment("published")?.to_string(),
    };
    if tally.sound().is_err() {
        return Err(Unfit("numbers"));
    }
    Ok(Document { id: fields.address("id")?, tally })
}

/// A document without what the door puts around it.
pub(super) fn bare(document: &Value) -> Result<Value, Unfit> {
    let mut bare = document.as_object().cloned().ok_or(Unfit("document"))?;
    bare.remove("@context");
    bare.remove("proof");
    Ok(Value::Object(bare))
}

fn optional<T>(value: &Value, read: impl FnOnce(&Value) -> Result<T, Unfit>) -> Result<Option<T>, Unfit> {
    if value.is_null() { Ok(None) } else { read(value).map(Some) }
}

fn group(value: &Value) -> Result<Group, Unfit> {
    let fields = Strict::new(value, "groups", &["channel", "level", "ballots", "blank", "counts"])?;
    let counts = fields.value("counts")?.as_object().filter(|counts| counts.len() <= COUNTS_MAX).ok_or(Unfit("counts"))?;
    let count = |(key, count): (&String, &Value)| Ok((key.clone(), count.as_i64().ok_or(Unfit("counts"))?));
    Ok(Group {
        channel: fields.code("channel")?,
        level: fields.code("level")?,
        ballots: fields.number("ballots")?,
        blank: fields.number("blank")?,
        counts: counts.iter().map(count).collect::<Result<BTreeMap<_, _>, Unfit>>()?,
    })
}

pub(super) fn voters(value: &Value) -> Result<Voters, Unfit> {
    let fields = Strict::new(value, "voters", &["channel", "level", "voters"])?;
    Ok(Voters { channel: fields.code("channel")?, level: fields.code("level")?, voters: fields.number("voters")? })
}

pub(super) fn not_counted(value: &Value) -> Result<NotCounted, Unfit> {
    let fields = Strict::new(value, "ballots that are not counted", &["reason", "ballots"])?;
    Ok(NotCounted { reason: fields.code("reason")?, ballots: fields.number("ballots")? })
}

#[cfg(test)]
#[path = "document_tests.rs"]
mod tests;
