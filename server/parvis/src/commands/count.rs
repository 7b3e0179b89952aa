//! `parvis count FILE.pb --rule RULE`: applies a rule to a Pabulib file and prints the result as JSON.

use std::io::Write;

use anyhow::{Context, anyhow, bail};
use deliberation::budget::{Method, Start, Why, decide};
use deliberation::pabulib::read;
use serde_json::{Value, json};

use super::recount::pabulib_rule;
use crate::cli::Count;

/// Prints one JSON object. Equals are told apart by cost, then votes, then the order of the file.
pub(super) fn run(what: &Count) -> anyhow::Result<()> {
    let name = what.file.display();
    let text = std::fs::read_to_string(&what.file).map_err(|error| anyhow!("{name}: {error}"))?;
    let (election, _notices) = match read(&text) {
        Ok(read) => read,
        Err(problems) => {
            let all: Vec<String> = problems.iter().map(ToString::to_string).collect();
            bail!("{name}: {}", all.join("; "));
        }
    };
    let mut rule = pabulib_rule::named(&what.rule, &election)
        .ok_or_else(|| anyhow!("{name}: the rule {} needs min_project_score_threshold in the file", what.rule))?;
    if let Method::EqualShares(shares) = &mut rule.method {
        shares.start = if what.start == "floor" { Start::Floor } else { Start::Exact };
        shares.step = what.step.checked_mul(election.unit).context("--step is too large")?;
        shares.comparison = what.comparison;
    }
    let instance = election.instance().map_err(|fault| anyhow!("{name}: {fault:?}"))?;
    let outcome = decide(&instance, &rule, &[]).map_err(|fault| anyhow!("{name}: {fault:?}"))?;
    let id = |place: usize| election.projects.get(place).map_or("", |project| project.id.as_str());
    let money = |amount: u64| amount_of(amount, election.unit);
    let losers: Vec<Value> = outcome
        .losers
        .iter()
        .map(|loss| {
            let (left, missing) = match loss.why {
                Why::TooDear { left, missing } => (money(left), money(missing)),
                _ => (Value::Null, Value::Null),
            };
            let cost = money(instance.cost(loss.place));
            json!({"id": id(loss.place), "votes": loss.votes, "cost": cost, "why": why(loss.why), "left": left, "missing": missing})
        })
        .collect();
    let printed = json!({
        "rule": rule.to_string(),
        "winners": outcome.winners.iter().map(|win| id(win.place)).collect::<Vec<_>>(),
        "cost": money(outcome.cost),
        "budget": money(election.budget),
        "losers": losers,
    });
    writeln!(std::io::stdout(), "{printed}").context("standard output")
}

/// A whole number where it is one; else its exact decimals, as text.
fn amount_of(amount: u64, unit: u64) -> Value {
    if amount.is_multiple_of(unit) {
        return json!(amount / unit);
    }
    let decimals = usize::try_from(unit.ilog10()).unwrap_or_default();
    json!(format!("{}.{:0decimals$}", amount / unit, amount % unit))
}

const fn why(why: Why) -> &'static str {
    match why {
        Why::TooDear { .. } => "too-dear",
        Why::AfterStop => "after-stop",
        Why::BelowThreshold { .. } => "below-threshold",
        Why::GroupTaken { .. } => "group-taken",
        Why::NotEligible => "not-eligible",
        Why::NobodyChose => "nobody-chose",
        Why::Withdrawn => "withdrawn",
    }
}
