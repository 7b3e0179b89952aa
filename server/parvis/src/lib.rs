//! The binary's plumbing: settings, command line, accept loop, health, telemetry, mail and the clean stop.
//! The only crate that knows the environment, signals and `anyhow`.

pub mod cli;
pub mod commands;
pub mod config;
pub mod erasures;
pub mod health;
pub mod house;
pub mod limits;
pub mod mail;
pub mod maps;
mod negotiate;
pub mod server;
pub mod shutdown;
pub mod telemetry;
mod wording;
pub mod worker;
