//! A record of a vote (`docs/formats/vote-record.md`) counted again.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, anyhow, bail};
use deliberation::ballot::{Ballot, Choice};
use deliberation::recount;
use deliberation::verdict::{Contender, Counting, Vote};
use domain::vote;
use serde::Deserialize;
use serde_json::Value;

use super::{Report, canonical};

/// The wire form. What is only for people (title, labels, currency, closing time) is covered by the digest and not read here.
#[derive(Debug, Deserialize)]
struct Wire {
    format: String,
    version: u32,
    digest: String,
    #[serde(rename = "box")]
    ballot_box: String,
    form: String,
    rule: String,
    options: Vec<WireOption>,
    lots: Vec<u32>,
    budget: u64,
    unit: u64,
    ballots: Vec<WireBallot>,
    counts: Vec<WireCount>,
    levels: Vec<String>,
    not_counted: Vec<WireNotCounted>,
    voters: Vec<WireVoters>,
    roll: Option<WireRoll>,
    result: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct WireOption {
    number: u32,
    cost: u64,
    withdrawn: bool,
    group: Option<u32>,
}

#[derive(Debug, Deserialize)]
struct WireBallot {
    ballot: String,
    receipt: String,
    channel: String,
    level: String,
}

#[derive(Debug, Deserialize)]
struct WireCount {
    channel: String,
    level: String,
    ballots: u64,
}

#[derive(Debug, Deserialize)]
struct WireNotCounted {
    reason: String,
    ballots: u64,
}

#[derive(Debug, Deserialize)]
struct WireVoters {
    channel: String,
    level: String,
    voters: u64,
}

#[derive(Debug, Deserialize)]
struct WireRoll {
    size: u64,
    source: String,
}

pub(super) fn recount(text: &str) -> anyhow::Result<Report> {
    let value: Value = serde_json::from_str(text).context("not JSON")?;
    let name = value.get("format").and_then(Value::as_str).unwrap_or_default();
    let version = value.get("version").and_then(Value::as_u64).unwrap_or_default();
    if name != deliberation::record::FORMAT || version != u64::from(deliberation::record::VERSION) {
        bail!("not a {} of version {}", deliberation::record::FORMAT, deliberation::record::VERSION);
    }
    let wire: Wire = Wire::deserialize(&value).context("not a vote record")?;
    let mut report = Report::default();
    report.say(format!("{} {} of box {}", wire.format, wire.version, wire.ballot_box));
    digest(value, &wire, &mut report)?;
    let vote = vote(&wire, &mut report)?;
    slips(&wire, &mut report);
    report.say(format!("form: {}", wire.form));
    report.say(format!("rule: {}", wire.rule));
    let recounted = recount::lines(&vote).map_err(|why| anyhow!("the ballots cannot be counted by this rule: {why:?}"))?;
    compare(&wire.result, &recounted, &mut report);
    report.said.extend(recounted);
    Ok(report)
}

/// The digest is that of the canonical text of all the rest.
fn digest(mut value: Value, wire: &Wire, report: &mut Report) -> anyhow::Result<()> {
    if let Value::Object(fields) = &mut value {
        fields.remove("digest");
    }
    let body = canonical::text(&value).ok_or_else(|| anyhow!("a number that is not whole"))?;
    let digest = canonical::digest(&body);
    report.say(format!("digest: {digest}"));
    report.same("digest", wire.digest.clone(), digest);
    Ok(())
}

/// The vote, every ballot checked against its form. A ballot that the form does not take is a difference, and is not counted.
fn vote(wire: &Wire, report: &mut Report) -> anyhow::Result<Vote> {
    let form: deliberation::ballot::Form = wire.form.parse().map_err(|fault| anyhow!("form {:?}: {fault:?}", wire.form))?;
    let counting: Counting = wire.rule.parse().map_err(|_unknown| anyhow!("rule {:?} is not known to this program", wire.rule))?;
    let choices: Vec<Choice> =
        wire.options.iter().map(|option| Choice { number: option.number, cost: option.cost, withdrawn: false }).collect();
    form.fits(&choices).map_err(|fault| anyhow!("the options do not go with the form: {fault:?}"))?;
    let mut ballots = Vec::with_capacity(wire.ballots.len());
    for slip in &wire.ballots {
        let ballot: Result<Ballot, _> = slip.ballot.parse().and_then(|ballot: Ballot| form.check(&ballot, &choices));
        match ballot {
            Ok(ballot) => ballots.push(ballot),
            Err(fault) => {
                let what = format!("ballot {}: {:?} is not a ballot of this form: {fault:?}", slip.receipt, slip.ballot);
                report.differences.push(what);
            }
        }
    }
    let contender =
        |option: &WireOption| Contender { number: option.number, cost: option.cost, withdrawn: option.withdrawn, group: option.group };
    let contenders = wire.options.iter().map(contender).collect();
    Ok(Vote { form, counting, contenders, budget: wire.budget, unit: wire.unit, lots: wire.lots.clone(), ballots })
}

/// Receipts, and the numbers per channel and level. Levels are never added together.
fn slips(wire: &Wire, report: &mut Report) {
    let receipts: BTreeSet<&str> = wire.ballots.iter().map(|slip| slip.receipt.as_str()).collect();
    report.same("different receipts", wire.ballots.len(), receipts.len());
    let mut counts: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    for slip in &wire.ballots {
        *counts.entry((&slip.channel, &slip.level)).or_default() += 1;
        if !slip.level.is_empty() && !wire.levels.contains(&slip.level) {
            report.differences.push(format!("ballot {}: level {} does not count here", slip.receipt, slip.level));
        }
    }
    let mut published: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    for count in &wire.counts {
        *published.entry((&count.channel, &count.level)).or_default() += count.ballots;
    }
    for (channel, level) in counts.keys().chain(published.keys()).copied().collect::<BTreeSet<_>>() {
        let of = |counts: &BTreeMap<(&str, &str), u64>| counts.get(&(channel, level)).copied().unwrap_or_default();
        report.say(format!("channel {channel:?} level {level:?}: {} ballots", of(&counts)));
        report.same(&format!("ballots by channel {channel:?}, level {level:?}"), of(&published), of(&counts));
    }
    voters(wire, report);
    for left_out in &wire.not_counted {
        report.say(format!("not counted, as published: {} ({})", left_out.ballots, left_out.reason));
    }
    if let Some(roll) = &wire.roll {
        report.say(format!("roll, as published: {} people ({})", roll.size, roll.source));
        if u64::try_from(wire.ballots.len()).is_ok_and(|ballots| ballots > roll.size) {
            report.differ("ballots", format!("a roll of {}", roll.size), format!("{} ballots", wire.ballots.len()));
        }
    }
}

/// The roll beside the box: as many voters as ballots in each channel, papers that are not counted among them, and only by the levels that count.
fn voters(wire: &Wire, report: &mut Report) {
    let mut sums: BTreeMap<&str, u64> = BTreeMap::new();
    for group in &wire.voters {
        report.say(format!("voters, as published: {} (channel {:?}, level {:?})", group.voters, group.channel, group.level));
        let sum = sums.entry(&group.channel).or_default();
        *sum = sum.saturating_add(group.voters);
        if !wire.levels.contains(&group.level) {
            report.differences.push(format!("voters of level {}: it does not count here", group.level));
        }
    }
    let told = wire.ballots.iter().all(|slip| !slip.channel.is_empty());
    if wire.voters.is_empty() || !told {
        return;
    }
    for channel in wire.ballots.iter().map(|slip| slip.channel.as_str()).chain(sums.keys().copied()).collect::<BTreeSet<_>>() {
        let ballots = wire.ballots.iter().filter(|slip| slip.channel == channel).count();
        let voters = sums.get(channel).copied().unwrap_or_default();
        // Whoever voted on paper stands on the roll, whatever became of the paper.
        let papers =
            wire.not_counted.iter().filter(|one| channel == "paper" && matches!(one.reason.as_str(), vote::SPOILED | vote::MISSING));
        let voters = voters.saturating_sub(papers.map(|one| one.ballots).sum());
        report.same(&format!("voters of channel {channel:?}, and ballots"), voters, u64::try_from(ballots).unwrap_or(u64::MAX));
    }
}

/// Line by line, in order.
fn compare(published: &[String], recounted: &[String], report: &mut Report) {
    for line in 0..published.len().max(recounted.len()) {
        let (ours, theirs) = (recounted.get(line).map(String::as_str), published.get(line).map(String::as_str));
        if ours != theirs {
            let shown = |line: Option<&str>| line.map_or_else(|| "nothing".to_owned(), |line| format!("{line:?}"));
            report.differ(&format!("line {} of the result", line + 1), shown(theirs), shown(ours));
        }
    }
}
