//! A vote that several territories held together (`docs/formats/tally.md`), checked from the carriers' signatures and public exports alone: who signed
//! what, every carrier's ballots counted again, and the whole from all of them.

use actions::tallies::{self, Definition, Difference, Document};
use anyhow::{anyhow, bail};
use deliberation::ballot::Ballot;
use deliberation::recount;
use deliberation::tallies::{State, Tally};
use federation::proof;
use federation::signature::PublicKey;
use serde_json::Value;

use super::Report;
use super::sources::Open;

/// The keys of the file; each is there, and no other.
const KEYS: [&str; 7] = ["format", "version", "vote", "tallies", "leftOut", "result", "counted"];
/// Most tallies that are looked at.
const TALLIES_MAX: usize = 50_000;

/// Whether a file is one of these.
pub(super) fn is_whole(value: &Value) -> bool {
    value.get("format").is_some_and(|format| format == tallies::FORMAT)
}

/// Why something could not be checked, which says nothing against it.
#[derive(Default)]
struct Missing(Vec<String>);

pub(super) fn recount(value: &Value, sources: &Open) -> anyhow::Result<Report> {
    let fields = value.as_object().filter(|fields| fields.len() == KEYS.len() && KEYS.iter().all(|key| fields.contains_key(*key)));
    if fields.is_none() || value.get("version").and_then(Value::as_u64) != Some(u64::from(tallies::VERSION)) {
        bail!("not a {} of version {}", tallies::FORMAT, tallies::VERSION);
    }
    let part = |key: &str| value.get(key).unwrap_or(&Value::Null);
    let list = |key: &str| part(key).as_array().filter(|list| list.len() <= TALLIES_MAX).ok_or_else(|| anyhow!("{key} is not a list"));
    let (mut report, mut missing) = (Report::default(), Missing::default());
    let vote = match tallies::read_definition(part("vote")) {
        Ok(vote) => vote,
        Err(unfit) => {
            report.differences.push(format!("organiser: its vote cannot be one: {unfit}"));
            return Ok(report);
        }
    };
    report.say(format!("{} {} of {}", tallies::FORMAT, tallies::VERSION, vote.id));
    report.say(format!("form: {}", vote.form));
    report.say(format!("rule: {}", vote.counting));
    signed("organiser", &vote.organiser, part("vote"), (sources, &mut report, &mut missing));
    let (mut ballots, mut told): (Vec<Ballot>, Vec<Tally>) = (Vec::new(), Vec::new());
    for document in list("tallies")? {
        let Some(Document { tally, .. }) = read(document, &vote, &mut report) else { continue };
        let name = format!("carrier {}", tally.carrier);
        signed(&name, &tally.carrier, document, (sources, &mut report, &mut missing));
        ballots.extend(counted(&name, &tally, &vote, (sources, &mut report, &mut missing)));
        told.push(tally);
    }
    left_out(list("leftOut")?, &mut report);
    let published: Vec<&str> = list("result")?.iter().map(|line| line.as_str().unwrap_or_default()).collect();
    if missing.0.is_empty() && report.differences.is_empty() {
        whole(&vote, (&told, ballots), &published, &mut report);
    }
    if report.differences.is_empty() && !missing.0.is_empty() {
        bail!("could not be checked: {}", missing.0.join("; "));
    }
    Ok(report)
}

/// A tally as it must be, of this vote.
fn read(document: &Value, vote: &Definition, report: &mut Report) -> Option<Document> {
    let said = document.get("attributedTo").and_then(Value::as_str).unwrap_or("?").to_owned();
    match tallies::read_tally(document) {
        Err(unfit) => {
            report.differences.push(format!("carrier {said}: its tally cannot be one: {unfit}"));
            None
        }
        Ok(found) => {
            let tally = &found.tally;
            let same =
                tally.vote == vote.id && tally.form == vote.form && tally.counting == vote.counting && tally.options == vote.numbers();
            if !same || tally.state != State::Final {
                report.differences.push(format!("carrier {said}: its tally is not one of the end of this vote"));
                return None;
            }
            Some(found)
        }
    }
}

/// Who signed a document: with the key that the document of its author names for it.
fn signed(who: &str, author: &str, document: &Value, (sources, report, missing): (&Open, &mut Report, &mut Missing)) {
    let claim = match proof::claim(document) {
        Ok(claim) => claim,
        Err(unproven) => return report.differences.push(format!("{who}: {unproven}")),
    };
    let actor = match sources.actor(author) {
        Ok(actor) => actor,
        Err(error) => return missing.0.push(format!("{who}: {error}")),
    };
    let method = claim.method.as_str();
    let is_it = |key: &&Value| key.get("id").is_some_and(|id| id == method) && key.get("controller").is_some_and(|of| of == author);
    let keys = actor.get("assertionMethod").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let key = keys.iter().find(is_it).and_then(|key| key.get("publicKeyMultibase")).and_then(Value::as_str);
    let Some(key) = key.and_then(|text| PublicKey::from_multibase(text).ok()) else {
        return report.differences.push(format!("{who}: {method} is not a key of {author}"));
    };
    match claim.verify(&key) {
        Ok(()) => report.say(format!("{who}: signed with {method}")),
        Err(unproven) => report.differences.push(format!("{who}: {unproven}")),
    }
}

/// The published ballots of a carrier, when they are what it says.
fn counted(who: &str, tally: &Tally, vote: &Definition, (sources, report, missing): (&Open, &mut Report, &mut Missing)) -> Vec<Ballot> {
    let Some(at) = &tally.record else {
        report.say(format!("{who}: fewer than {} ballots: nothing is told, and nothing is counted", deliberation::tallies::SMALLEST_GROUP));
        return Vec::new();
    };
    let text = match sources.record(&at.address, &at.digest) {
        Ok(text) => text,
        Err(error) => {
            missing.0.push(format!("{who}: {error}"));
            return Vec::new();
        }
    };
    match tallies::compare(tally, vote, &text) {
        Ok(record) => {
            report.say(format!("{who}: {} ballots counted again, as {}", tally.ballots(), at.digest));
            record.vote.ballots
        }
        Err(difference) => {
            report.differences.push(format!("{who}: {}", words(&difference)));
            Vec::new()
        }
    }
}

fn words(difference: &Difference) -> String {
    match difference {
        Difference::Unreadable(what) => format!("its ballots cannot be read: {what}"),
        Difference::Digest => "its published ballots are not those that it signed for (digest)".to_owned(),
        Difference::Vote => "its ballots are of another vote".to_owned(),
        Difference::Result => "its own result is not what its ballots give".to_owned(),
        Difference::Numbers => "the numbers that it signed are not those of its ballots".to_owned(),
    }
}

/// Those who are not in it are named, so that everybody sees who is missing.
fn left_out(list: &[Value], report: &mut Report) {
    for one in list {
        let text = |key: &str| one.get(key).and_then(Value::as_str).unwrap_or("?");
        report.say(format!("not counted, as published: {} ({})", text("name"), text("why")));
    }
}

/// The whole: by sums, and by the rule over all ballots.
fn whole(vote: &Definition, (told, ballots): (&[Tally], Vec<Ballot>), published: &[&str], report: &mut Report) {
    let sum = match deliberation::tallies::add(told) {
        Ok(sum) => sum,
        Err(why) => return report.differences.push(format!("the tallies cannot be added: {why:?}")),
    };
    for group in &sum.groups {
        report.say(format!("channel {:?} level {:?}: {} ballots", group.channel, group.level, group.ballots));
    }
    let joined = tallies::joined(vote, ballots);
    let lines = match recount::lines(&joined) {
        Ok(lines) => lines,
        Err(_none) if joined.ballots.is_empty() => vec!["ballots 0".to_owned()],
        Err(why) => return report.differences.push(format!("the ballots cannot be counted by this rule: {why:?}")),
    };
    let added = deliberation::tallies::lines(&vote.form, &vote.counting, &vote.contenders(), &sum.groups);
    if added.is_some_and(|added| added != lines) {
        report.differences.push("the sum of the tallies is not the count of all ballots".to_owned());
    }
    for line in 0..published.len().max(lines.len()) {
        let (ours, theirs) = (lines.get(line).map(String::as_str), published.get(line).copied());
        if ours != theirs {
            let shown = |line: Option<&str>| line.map_or_else(|| "nothing".to_owned(), |line| format!("{line:?}"));
            report.differ(&format!("organiser: line {} of the result of the whole", line + 1), shown(theirs), shown(ours));
        }
    }
    report.said.extend(lines);
}
