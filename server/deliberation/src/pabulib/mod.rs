//! Pabulib's `.pb` files (Faliszewski et al., *Participatory Budgeting: Data, Tools, and Analysis*, 2023): the open format of participatory budgets.
//!
//! UTF-8, three sections `META`, `PROJECTS` and `VOTES`, each a title line, a line of column names and rows; fields are separated by `;` and quoted
//! with `"` where needed; lists are separated by `,`. `tables` reads and writes that form, `election` says what it means. Reading tells every fault
//! with its line and column, both from 1.

mod election;
mod from_vote;
mod meaning;
mod problem;
mod tables;

pub use election::{Ballot, Election, Project, Repeats, VoteType};
pub use from_vote::{Place, from_vote};
pub use meaning::read;
pub use problem::{Problem, ProblemKind};
pub use tables::{Field, Tables};

#[cfg(test)]
mod tests;
