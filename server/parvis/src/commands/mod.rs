//! From the command line to what is done: one file per command, and the exit codes.

pub mod check_config;
pub mod serve;

use std::collections::BTreeMap;
use std::io::Write;
use std::process::ExitCode;

use anyhow::bail;
use clap::Parser;

use crate::cli::{Cli, Command};
use crate::config::{self, Loaded};
use crate::telemetry;

/// Runs the program: 0 done, 1 failed with one line on standard error, 2 wrong usage.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the one place that reads the environment; it is passed on as a value")]
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(usage) => {
            let _nobody_reads = usage.print();
            return ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(2));
        }
    };
    // Variables that are not text cannot be ours: every name and value of ours is.
    let environment = std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?))).collect();
    match carry_out(&cli, &environment) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let line = format!("{error:#}").replace('\n', " ");
            let _nobody_reads = writeln!(std::io::stderr(), "parvis: {line}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(cli: &Cli, environment: &BTreeMap<String, String>) -> anyhow::Result<()> {
    let Loaded { mut config, warnings } = config::load(cli.config.as_deref(), environment)?;
    config.log_format = cli.log_format.unwrap_or(config.log_format);
    if matches!(cli.command, Command::CheckConfig) {
        return check_config::run(&config, &warnings);
    }
    telemetry::init(config.log_format, &config.log_level)?;
    for warning in warnings {
        tracing::warn!("{warning}");
    }
    match &cli.command {
        Command::CheckConfig => Ok(()),
        Command::Serve => serve::run(&config),
        Command::Demo(_) | Command::Migrate | Command::Admin(_) | Command::Import(_) | Command::Backup(_) | Command::Restore(_) => {
            bail!("this command is not part of this build")
        }
    }
}
