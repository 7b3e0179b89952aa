//! What another rule would have bought with the same ballots: for readers, beside the result. It decides nothing and is no part of the record.

use super::rule_named;
use crate::Result;
use deliberation::budget::Method;
use deliberation::verdict::{Counting, Told, Vote, lines};
use store::{Db, Uid};

/// The most projects chosen first, beside a result of equal shares; equal shares beside any other.
const OTHERS: (&str, &str) = ("greedy", "shares_alone");

/// Another rule, and what it would have bought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Otherwise {
    /// Its code, one of [`super::RULES`].
    pub rule: String,
    /// The numbers of the projects that it would have bought, in its order.
    pub winners: Vec<u32>,
}

/// Keeps it, when a vote of a budget is closed.
pub(super) fn keep(db: &mut Db, id: Uid, vote: Vote, result: &[String]) -> Result<()> {
    let Counting::Budget(rule) = &vote.counting else { return Ok(()) };
    let told = Told::read(&result.join("\n"));
    let by_shares = matches!(rule.method, Method::EqualShares(_)) && told.prefer.is_none_or(|(shares, greedy)| greedy <= shares);
    let code = if by_shares { OTHERS.0 } else { OTHERS.1 };
    let Some(other) = rule_named(code, &vote.form) else { return Ok(()) };
    let vote = Vote { counting: Counting::Budget(other), ..vote };
    // A rule that cannot be applied, to no ballots for example, gives nothing to compare.
    let Ok(lines) = lines(&vote) else { return Ok(()) };
    let winners: Vec<String> = Told::read(&lines.join("\n")).winners.iter().map(ToString::to_string).collect();
    Ok(store::otherwise::keep(db, id, code, &winners.join(","))?)
}

/// What another rule would have given; nothing for polls, and for votes of before it was kept.
///
/// # Errors
/// When the store fails.
pub fn otherwise(db: &mut Db, id: Uid) -> Result<Option<Otherwise>> {
    let found = store::otherwise::find(db, id)?;
    Ok(found.map(|(rule, winners)| Otherwise { rule, winners: winners.split(',').filter_map(|number| number.parse().ok()).collect() }))
}
