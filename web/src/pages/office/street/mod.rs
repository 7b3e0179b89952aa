//! Reports from the street, for agents: the queue, a report to work on, entry for somebody, what can be reported, figures.

pub(super) mod areas;
pub(super) mod arrange;
pub(super) mod enter;
pub(super) mod figures;
pub(super) mod one;
pub(super) mod photo;
pub(super) mod queue;
pub(super) mod services;
pub(super) mod tend;

use crate::form::Choice;
use store::Uid;
use store::street::Category;

/// A choice that may be empty.
fn choice(code: String, label: &str, chosen: bool) -> Choice {
    Choice { code, label: label.to_owned(), chosen }
}

/// Agents to choose from.
pub(super) fn agents(rows: &[(Uid, String)], chosen: &str) -> Vec<Choice> {
    rows.iter().map(|(id, name)| choice(id.0.to_string(), name, id.0.to_string() == chosen)).collect()
}

/// Categories to choose from, by their codes.
fn categories(rows: &[Category], chosen: &str) -> Vec<Choice> {
    rows.iter().map(|row| choice(row.code.clone(), &row.name, row.code == chosen)).collect()
}
