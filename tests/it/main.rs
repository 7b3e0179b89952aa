//! One integration binary: the features of the house, each through its doors, and the laws (`tidy`).
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot go on has failed"
)]

mod accounts;
mod canary;
mod crash;
mod downloads;
mod elsewhere;
mod importing;
mod inbox_cases;
mod killed;
mod matrix;
mod proposals;
mod queries;
mod receiving;
mod restoring;
mod searching;
mod security;
mod strange_cases;
mod supports;
mod tidy;
mod two_databases;
mod two_towns;
mod visibility;
