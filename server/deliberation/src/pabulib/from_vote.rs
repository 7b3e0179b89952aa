//! A closed vote on a budget as a `.pb` file: without anything about who voted, and in the order of the receipts, which is a random one.

use crate::ballot::{Ballot, Form};
use crate::record::Record;
use crate::verdict::{Counting, Told};

use super::VoteType;
use super::tables::{Field, Tables};
use crate::budget::{Completion, Greedy, Method, Rule, WITHDRAWN_COST};

/// What only the instance knows, for the META section.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The country, in English, as Pabulib writes it.
    pub country: &'a str,
    /// The collectivity.
    pub unit: &'a str,
    /// ISO 639 code of the language of the titles.
    pub language: &'a str,
    /// First day of the vote, dd.mm.yyyy.
    pub begins: &'a str,
    /// Last day of the vote, dd.mm.yyyy.
    pub ends: &'a str,
}

/// The file. `None` where the vote is not one on a budget, or in a form that the format does not know.
#[must_use]
pub fn from_vote(record: &Record, place: &Place<'_>) -> Option<Tables> {
    let vote = &record.vote;
    let Counting::Budget(rule) = &vote.counting else { return None };
    let (kind, limits) = kind(record)?;
    let told = Told::read(&record.result.join("\n"));
    let lots: Vec<String> = vote.lots.iter().map(ToString::to_string).collect();
    let mut meta = vec![
        ("key", "value".to_owned()),
        ("description", record.title.clone()),
        ("country", place.country.to_owned()),
        ("unit", place.unit.to_owned()),
        ("instance", place.ends.rsplit('.').next().unwrap_or_default().to_owned()),
        ("num_projects", vote.contenders.len().to_string()),
        ("num_votes", vote.ballots.len().to_string()),
        ("budget", money(record, vote.budget)),
        ("vote_type", kind.name().to_owned()),
        ("rule", name(rule).to_owned()),
        ("date_begin", place.begins.to_owned()),
        ("date_end", place.ends.to_owned()),
        ("language", place.language.to_owned()),
        ("currency", record.currency.clone()),
        ("parvis_rule", rule.to_string()),
        ("parvis_lots", lots.join(",")),
    ];
    meta.extend(limits);
    Some(Tables {
        meta: meta.into_iter().map(|(key, value)| row([key.to_owned(), value])).collect(),
        projects: projects(record, &told),
        votes: votes(record, kind),
    })
}

/// The format's word for the rule; `parvis_rule` says the rest.
fn name(rule: &Rule) -> &'static str {
    match &rule.method {
        Method::Greedy(variant) if *variant == Greedy::default() => "greedy",
        Method::Greedy(Greedy { no_skip: true, per_cost: false, threshold: 0, exclusive: false }) => "greedy-no-skip",
        Method::EqualShares(shares) => match (shares.completion, shares.comparison) {
            (Completion::None, false) => "equalshares",
            (Completion::None, true) => "equalshares-comparison",
            (Completion::Add1, false) => "equalshares/add1",
            (Completion::Add1, true) => "equalshares/add1-comparison",
            _ => "unknown",
        },
        Method::Greedy(_) | Method::Phragmen => "unknown",
    }
}

/// The vote type, with the keys that say the limits of a ballot.
fn kind(record: &Record) -> Option<(VoteType, Vec<(&'static str, String)>)> {
    Some(match record.vote.form {
        Form::ChooseOne => (VoteType::ChooseOne, Vec::new()),
        Form::Approval { min, max } => (VoteType::Approval, vec![("min_length", min.to_string()), ("max_length", max.to_string())]),
        Form::Knapsack { budget } => (VoteType::Approval, vec![("min_length", "0".to_owned()), ("max_sum_cost", money(record, budget))]),
        Form::Cumulative { least, most, each } => {
            let limits = [("min_sum_points", least), ("max_sum_points", most), ("max_points", each)];
            (VoteType::Cumulative, limits.map(|(key, value)| (key, value.to_string())).to_vec())
        }
        Form::Ranking { min, max } => (VoteType::Ordinal, vec![("min_length", min.to_string()), ("max_length", max.to_string())]),
        Form::Money { .. } | Form::Scale { .. } | Form::MajorityJudgment { .. } | Form::ForAgainstAbstain | Form::Consent => return None,
    })
}

fn projects(record: &Record, told: &Told) -> Vec<Vec<Field>> {
    let head = row(["project_id", "cost", "votes", "score", "name", "selected"].map(str::to_owned));
    let one = |(contender, label): (&crate::verdict::Contender, &String)| {
        let (votes, points) = told.option(contender.number);
        let cost = if contender.withdrawn { WITHDRAWN_COST.to_string() } else { money(record, contender.cost) };
        let selected = i32::from(told.winners.contains(&contender.number));
        row([contender.number.to_string(), cost, votes.to_string(), points.to_string(), label.clone(), selected.to_string()])
    };
    std::iter::once(head).chain(record.vote.contenders.iter().zip(&record.labels).map(one)).collect()
}

fn votes(record: &Record, kind: VoteType) -> Vec<Vec<Field>> {
    let points = kind == VoteType::Cumulative;
    let mut slips: Vec<_> = record.slips.iter().zip(&record.vote.ballots).collect();
    slips.sort_by(|left, right| left.0.receipt.cmp(&right.0.receipt));
    let told = record.slips.iter().all(|slip| matches!(slip.channel.as_str(), "online" | "paper"));
    let mut head = vec!["voter_id", "vote"];
    head.extend(points.then_some("points"));
    head.extend(told.then_some("voting_method"));
    let one = |(place, (slip, ballot)): (usize, (&crate::record::Slip, &Ballot))| {
        let (chosen, given): (Vec<String>, Vec<String>) = match ballot {
            Ballot::Set(chosen) | Ballot::Ranking(chosen) => (chosen.iter().map(ToString::to_string).collect(), Vec::new()),
            Ballot::Points(given) => given.iter().map(|(number, points)| (number.to_string(), points.to_string())).unzip(),
            Ballot::Grades(_) | Ballot::Stance(_) | Ballot::Consent(_) => (Vec::new(), Vec::new()),
        };
        let mut fields = vec![(place + 1).to_string(), chosen.join(",")];
        fields.extend(points.then(|| given.join(",")));
        fields.extend(told.then(|| if slip.channel == "paper" { "paper" } else { "internet" }.to_owned()));
        row(fields)
    };
    std::iter::once(row(head.into_iter().map(str::to_owned))).chain(slips.into_iter().enumerate().map(one)).collect()
}

fn row(fields: impl IntoIterator<Item = String>) -> Vec<Field> {
    fields.into_iter().map(Field::new).collect()
}

/// With all its decimals, so that whoever reads it counts in the same unit: 1500 cents are `15.00`.
fn money(record: &Record, amount: u64) -> String {
    let unit = record.vote.unit.max(1);
    let decimals = unit.checked_ilog10().unwrap_or_default();
    let whole = amount.checked_div(unit).unwrap_or_default();
    let rest = amount.checked_rem(unit).unwrap_or_default();
    if decimals == 0 { amount.to_string() } else { format!("{whole}.{rest:0width$}", width = usize::try_from(decimals).unwrap_or(2)) }
}
