//! What the numbers say: exact and pure mathematics of support, order, ballots and budgets. Knows nothing of people, time, databases or the web.

pub mod ballot;
pub mod budget;
pub mod fair_order;
pub mod pabulib;
pub mod recognition;
pub mod record;
pub mod recount;
pub mod tallies;
pub mod tally;
pub mod verdict;
mod words;
