//! What each rule would have given on the votes of a `.pb` file, shaped for the page.

use super::pabulib_faults;
use crate::texts::Texts;
use deliberation::budget::{Completion, EqualShares, Greedy, Instance, InstanceFault, Method, Outcome, Rule, RuleFault, Why, decide};
use deliberation::pabulib::{self, Election, Problem, Repeats};

/// The rules that are compared, by the codes of their texts.
pub(super) const CODES: [&str; 4] = ["greedy", "greedy_per_cost", "equal_shares", "phragmen"];
/// The projects shown: those that most people chose.
const MOST_PROJECTS: usize = 200;
/// Equal shares grow by at least this part of the first share, so that a file never asks for millions of runs.
const STEPS: u64 = 1000;

/// Why nothing can be compared.
pub(super) enum Unfit {
    /// The file cannot be read.
    File(Vec<Problem>),
    /// It can, but there is nothing to decide; in words.
    Election(String),
}

/// Every rule on the same votes.
pub(super) struct Compared {
    /// What the file calls itself.
    pub(super) description: String,
    /// The money, with its currency.
    pub(super) budget: String,
    pub(super) projects: usize,
    pub(super) voters: u32,
    pub(super) results: Vec<Given>,
    pub(super) rows: Vec<Row>,
    /// How many projects are not shown.
    pub(super) unshown: usize,
    /// What is odd in the file, in words.
    pub(super) notices: Vec<String>,
}

/// What one rule gives.
pub(super) struct Given {
    pub(super) name: String,
    /// The rule with all its parameters, as it would be published.
    pub(super) exact: String,
    pub(super) winners: usize,
    /// The first of them, with what they cost.
    pub(super) won: Vec<String>,
    pub(super) spent: String,
    /// How many voters have at least one winner among their choices.
    pub(super) served: usize,
    /// The same, of a hundred, rounded down.
    pub(super) served_percent: usize,
}

/// One project under each rule.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) cost: String,
    pub(super) votes: u64,
    pub(super) cells: Vec<Cell>,
}

/// One project under one rule.
pub(super) struct Cell {
    pub(super) rule: String,
    pub(super) won: bool,
    /// Chosen, or why not.
    pub(super) text: String,
}

/// Reads the file and applies every rule.
pub(super) fn compare(t: &Texts, text: &str) -> Result<Compared, Unfit> {
    let (election, notices) = pabulib::read(text).map_err(Unfit::File)?;
    let instance = election.instance().map_err(|fault| Unfit::Election(instance_fault(t, &fault)))?;
    if instance.voters() == 0 || instance.budget() == 0 {
        return Err(Unfit::Election(t.get("rules-nothing")));
    }
    let mut outcomes = Vec::new();
    for (code, method) in CODES.iter().zip(methods(&instance)) {
        let rule = Rule::of(method);
        let outcome = decide(&instance, &rule, &[]).map_err(|fault| Unfit::Election(rule_fault(t, fault)))?;
        outcomes.push((t.code("rules-name", code), rule.to_string(), outcome));
    }
    let money = Money { t, unit: election.unit, currency: election.meta("currency").unwrap_or_default() };
    let names = names(&election);
    let results =
        outcomes.iter().map(|(name, exact, outcome)| result(&money, (&election, &instance, &names), (name, exact), outcome)).collect();
    let mut places: Vec<usize> = (0..election.projects.len()).collect();
    places.sort_by_key(|place| (std::cmp::Reverse(instance.votes(*place)), *place));
    let unshown = places.len().saturating_sub(MOST_PROJECTS);
    places.truncate(MOST_PROJECTS);
    let rows = places
        .into_iter()
        .map(|place| Row {
            name: names.get(place).cloned().unwrap_or_default(),
            cost: money.text(instance.cost(place)),
            votes: instance.votes(place),
            cells: outcomes.iter().map(|(name, _, outcome)| cell(&money, name, outcome, place)).collect(),
        })
        .collect();
    Ok(Compared {
        description: election.meta("description").unwrap_or_default().to_owned(),
        budget: money.text(instance.budget()),
        projects: election.projects.len(),
        voters: instance.voters(),
        results,
        rows,
        unshown,
        notices: notices.iter().take(pabulib_faults::SHOWN).map(|notice| pabulib_faults::text(t, notice)).collect(),
    })
}

/// In the order of [`CODES`].
fn methods(instance: &Instance) -> [Method; 4] {
    let unit = instance.unit();
    let share = instance.budget().checked_div(u64::from(instance.voters())).unwrap_or_default();
    let coarse = share.checked_div(STEPS).and_then(|step| step.checked_div(unit)).map_or(unit, |step| step.saturating_mul(unit));
    [
        Method::Greedy(Greedy::default()),
        Method::Greedy(Greedy { per_cost: true, ..Greedy::default() }),
        Method::EqualShares(EqualShares::new(Completion::Add1Utilitarian, unit.max(coarse))),
        Method::Phragmen,
    ]
}

fn result(
    money: &Money<'_>,
    (election, instance, names): (&Election, &Instance, &[String]),
    told: (&str, &str),
    outcome: &Outcome,
) -> Given {
    let (name, exact) = told;
    let mut won = vec![false; election.projects.len()];
    for place in outcome.places() {
        if let Some(won) = won.get_mut(place) {
            *won = true;
        }
    }
    let chosen = |place: u32| usize::try_from(place).ok().and_then(|place| won.get(place)).copied().unwrap_or_default();
    let has_winner =
        |ballot: &&pabulib::Ballot| election.points(ballot, Repeats::Once).iter().any(|(place, points)| *points > 0 && chosen(*place));
    let served = election.ballots.iter().filter(has_winner).count();
    let named = |(name, place): (&String, usize)| format!("{name} · {}", money.text(instance.cost(place)));
    Given {
        name: name.to_owned(),
        exact: exact.to_owned(),
        winners: outcome.winners.len(),
        won: outcome
            .places()
            .into_iter()
            .take(MOST_PROJECTS)
            .filter_map(|place| names.get(place).map(|name| (name, place)))
            .map(named)
            .collect(),
        spent: money.text(outcome.cost),
        served,
        served_percent: served.saturating_mul(100).checked_div(election.ballots.len()).unwrap_or_default(),
    }
}

fn cell(money: &Money<'_>, rule: &str, outcome: &Outcome, place: usize) -> Cell {
    let loss = outcome.losers.iter().find(|loss| loss.place == place);
    let text = loss.map_or_else(|| money.t.get("rules-won"), |loss| why(money, loss.why));
    Cell { rule: rule.to_owned(), won: loss.is_none(), text }
}

fn why(money: &Money<'_>, why: Why) -> String {
    let key = match why {
        Why::TooDear { missing, .. } => return money.t.with1("rules-why-too-dear", "amount", money.text(missing)),
        Why::AfterStop => "rules-why-after-stop",
        Why::BelowThreshold { missing } => return money.t.count("rules-why-below-threshold", missing),
        Why::GroupTaken { .. } => "rules-why-group-taken",
        Why::NotEligible => "rules-why-not-eligible",
        Why::NobodyChose => "rules-why-nobody-chose",
        Why::Withdrawn => "rules-why-withdrawn",
    };
    money.t.get(key)
}

fn instance_fault(t: &Texts, fault: &InstanceFault) -> String {
    match fault {
        InstanceFault::Repeated(id) => t.with1("rules-repeated", "id", id),
        InstanceFault::Free(id) => t.with1("rules-free", "id", id),
        InstanceFault::TooLarge => t.get("rules-too-large"),
        InstanceFault::Ballot(place) => t.count("rules-ballot", place.saturating_add(1)),
    }
}

fn rule_fault(t: &Texts, fault: RuleFault) -> String {
    match fault {
        RuleFault::NoVoters => t.get("rules-nothing"),
        RuleFault::NoStep | RuleFault::StepTooSmall => t.get("rules-too-large"),
    }
}

/// The names of the projects in their places; the id of those that have none.
fn names(election: &Election) -> Vec<String> {
    let mut rows = election.tables.projects.iter();
    let column = rows.next().and_then(|columns| columns.iter().position(|field| field.text == "name"));
    let named = |row: &Vec<pabulib::Field>| column.and_then(|column| row.get(column)).map(|field| field.text.clone()).unwrap_or_default();
    election
        .projects
        .iter()
        .zip(rows)
        .map(|(project, row)| Some(named(row)).filter(|name| !name.is_empty()).unwrap_or_else(|| project.id.clone()))
        .collect()
}

/// How amounts of the file are written.
struct Money<'a> {
    t: &'a Texts,
    unit: u64,
    currency: &'a str,
}

impl Money<'_> {
    /// Whole units of the currency, and decimals where there are any.
    fn text(&self, amount: u64) -> String {
        let (whole, rest) = (amount.checked_div(self.unit).unwrap_or(amount), amount.checked_rem(self.unit).unwrap_or_default());
        let mut text = self.t.number(whole);
        if rest > 0 {
            let decimals = usize::try_from(self.unit.ilog10()).unwrap_or_default();
            text = self.t.with2("rules-decimals", "whole", text, "rest", format!("{rest:0decimals$}"));
        }
        match self.currency {
            "" => text,
            "EUR" => format!("{text}\u{a0}€"),
            other => format!("{text}\u{a0}{other}"),
        }
    }
}
