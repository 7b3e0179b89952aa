//! The published record of a closed vote, as one canonical text: everything that a stranger needs to count again, and nothing about who voted.
//! Format: `docs/formats/vote-record.md`. JSON with sorted keys and without spaces (RFC 8785; whole numbers only, written in full), so that two
//! programs that know the same give the same bytes, of which the digest is taken.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::verdict::Vote;

/// The name of the format.
pub const FORMAT: &str = "parvis-vote-record";
/// Its version; a reader refuses others.
pub const VERSION: u32 = 1;

/// A ballot as published, beside its text in the vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// The hash of the voter's receipt, lower-case hexadecimal. Random, and so the order of the ballots.
    pub receipt: String,
    /// How it came (`online`, `paper` …); empty where telling it would tell who it was.
    pub channel: String,
    /// How the voter was known (`email`, `letter`, `desk` …); empty for the same reason.
    pub level: String,
}

/// Ballots, or attempts to vote, that were not counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotCounted {
    /// Why, in one word.
    pub reason: String,
    /// How many.
    pub ballots: u64,
}

/// How many people of the roll came in one way. The roll is kept apart from the ballots, so no ballot says how its voter was known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voters {
    /// How the ballot came.
    pub channel: String,
    /// How the voter was known.
    pub level: String,
    /// How many.
    pub voters: u64,
}

/// Who could vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roll {
    /// How many people.
    pub size: u64,
    /// Where the number comes from.
    pub source: String,
}

/// A closed vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The id of the ballot box, an address or a UUID.
    pub ballot_box: String,
    /// What was asked.
    pub title: String,
    /// When the box was closed, RFC 3339.
    pub closed: String,
    /// ISO 4217, empty where nothing is bought.
    pub currency: String,
    /// The names of the options, in their order.
    pub labels: Vec<String>,
    /// Form, rule, options, lots and ballots.
    pub vote: Vote,
    /// Beside each ballot of `vote`, in the same order.
    pub slips: Vec<Slip>,
    /// The levels that count, declared before the vote opened.
    pub levels: Vec<String>,
    /// What was not counted.
    pub not_counted: Vec<NotCounted>,
    /// Who has voted, per channel and level; empty where one group is too small to be told.
    pub voters: Vec<Voters>,
    /// Who could vote, where it is known.
    pub roll: Option<Roll>,
    /// The lines of the result (`verdict::lines`).
    pub result: Vec<String>,
}

impl Record {
    /// The record without its digest: the bytes of which the SHA-256 is taken.
    #[must_use]
    pub fn body(&self) -> String {
        object(self.fields())
    }

    /// The record as published, with the lower-case hexadecimal SHA-256 of `body`.
    #[must_use]
    pub fn published(&self, digest: &str) -> String {
        let mut fields = self.fields();
        fields.push(("digest", string(digest)));
        object(fields)
    }

    fn fields(&self) -> Vec<(&'static str, String)> {
        let vote = &self.vote;
        let options = vote.contenders.iter().zip(&self.labels).map(|(contender, label)| {
            object(vec![
                ("cost", contender.cost.to_string()),
                ("group", contender.group.map_or_else(|| "null".to_owned(), |group| group.to_string())),
                ("label", string(label)),
                ("number", contender.number.to_string()),
                ("withdrawn", contender.withdrawn.to_string()),
            ])
        });
        let roll = self
            .roll
            .as_ref()
            .map_or_else(|| "null".to_owned(), |roll| object(vec![("size", roll.size.to_string()), ("source", string(&roll.source))]));
        let not_counted = self
            .not_counted
            .iter()
            .map(|left_out| object(vec![("ballots", left_out.ballots.to_string()), ("reason", string(&left_out.reason))]));
        let voters = self.voters.iter().map(|group| {
            object(vec![("channel", string(&group.channel)), ("level", string(&group.level)), ("voters", group.voters.to_string())])
        });
        vec![
            ("ballots", self.ballots()),
            ("box", string(&self.ballot_box)),
            ("budget", vote.budget.to_string()),
            ("closed", string(&self.closed)),
            ("counts", self.counts()),
            ("currency", string(&self.currency)),
            ("form", string(&vote.form.to_string())),
            ("format", string(FORMAT)),
            ("levels", array(self.levels.iter().map(|level| string(level)))),
            ("lots", array(vote.lots.iter().map(ToString::to_string))),
            ("not_counted", array(not_counted)),
            ("options", array(options)),
            ("result", array(self.result.iter().map(|line| string(line)))),
            ("roll", roll),
            ("rule", string(&vote.counting.to_string())),
            ("title", string(&self.title)),
            ("unit", vote.unit.to_string()),
            ("version", VERSION.to_string()),
            ("voters", array(voters)),
        ]
    }

    /// In ascending order of the receipts, which is a random one.
    fn ballots(&self) -> String {
        let mut slips: Vec<_> = self.slips.iter().zip(&self.vote.ballots).collect();
        slips.sort_by(|left, right| left.0.receipt.cmp(&right.0.receipt));
        array(slips.into_iter().map(|(slip, ballot)| {
            object(vec![
                ("ballot", string(&ballot.to_string())),
                ("channel", string(&slip.channel)),
                ("level", string(&slip.level)),
                ("receipt", string(&slip.receipt)),
            ])
        }))
    }

    /// Ballots per channel and level, in their alphabetical order; never a sum over levels.
    fn counts(&self) -> String {
        let mut counts: BTreeMap<(&str, &str), u64> = BTreeMap::new();
        for slip in &self.slips {
            *counts.entry((&slip.channel, &slip.level)).or_default() += 1;
        }
        array(counts.into_iter().map(|((channel, level), ballots)| {
            object(vec![("ballots", ballots.to_string()), ("channel", string(channel)), ("level", string(level))])
        }))
    }
}

fn object(mut fields: Vec<(&str, String)>) -> String {
    fields.sort_by_key(|(key, _)| *key);
    let pairs: Vec<String> = fields.into_iter().map(|(key, value)| format!("{}:{value}", string(key))).collect();
    format!("{{{}}}", pairs.join(","))
}

fn array(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(","))
}

/// A JSON string, escaped only where it must be (RFC 8785, 3.2.2.2).
fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if control < ' ' => {
                // Writing to a string does not fail.
                let _written = write!(out, "\\u{:04x}", u32::from(control));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::{Contender, lines};

    #[test]
    fn a_record_is_one_canonical_text() {
        let contender = |number| Contender { number, cost: 0, withdrawn: false, group: None };
        let vote = Vote {
            form: "choose-1".parse().unwrap(),
            counting: "plain".parse().unwrap(),
            contenders: vec![contender(1), contender(2)],
            budget: 0,
            unit: 1,
            lots: vec![2, 1],
            ballots: vec!["set:2".parse().unwrap(), "set:1".parse().unwrap()],
        };
        let slip = |receipt: &str| Slip { receipt: receipt.to_owned(), channel: "online".to_owned(), level: "email".to_owned() };
        let record = Record {
            ballot_box: "b1".to_owned(),
            title: "A \"title\"\n\u{1}é".to_owned(),
            closed: "2026-11-21T10:00:00Z".to_owned(),
            currency: String::new(),
            labels: vec!["Yes".to_owned(), "No".to_owned()],
            result: lines(&vote).unwrap(),
            vote,
            slips: vec![slip("bb"), slip("aa")],
            levels: vec!["email".to_owned()],
            not_counted: vec![NotCounted { reason: "late".to_owned(), ballots: 3 }],
            voters: vec![Voters { channel: "online".to_owned(), level: "email".to_owned(), voters: 2 }],
            roll: Some(Roll { size: 10, source: "list of voters".to_owned() }),
        };
        let expected = concat!(
            r#"{"ballots":[{"ballot":"set:1","channel":"online","level":"email","receipt":"aa"},"#,
            r#"{"ballot":"set:2","channel":"online","level":"email","receipt":"bb"}],"box":"b1","budget":0,"closed":"2026-11-21T10:00:00Z","#,
            r#""counts":[{"ballots":2,"channel":"online","level":"email"}],"currency":"","form":"choose-1","format":"parvis-vote-record","#,
            r#""levels":["email"],"lots":[2,1],"not_counted":[{"ballots":3,"reason":"late"}],"#,
            r#""options":[{"cost":0,"group":null,"label":"Yes","number":1,"withdrawn":false},"#,
            r#"{"cost":0,"group":null,"label":"No","number":2,"withdrawn":false}],"#,
            r#""result":["ballots 2","blank 0","option 1 votes 1 points 1","option 2 votes 1 points 1"],"#,
            r#""roll":{"size":10,"source":"list of voters"},"rule":"plain","title":"A \"title\"\n\u0001é","unit":1,"version":1,"#,
            r#""voters":[{"channel":"online","level":"email","voters":2}]}"#,
        );
        assert_eq!(record.body(), expected);
        assert_eq!(record.published("ff"), expected.replace("\"form\":", "\"digest\":\"ff\",\"form\":"));
    }
}
