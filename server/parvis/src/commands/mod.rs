//! From the command line to what is done: one file per command, and the exit codes.

pub mod admin;
pub mod backup;
pub mod check_config;
pub mod count;
pub mod demo;
pub mod import;
pub mod record;
pub mod recount;
pub mod serve;

use std::collections::BTreeMap;
use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use store::Database;

use crate::cli::{Cli, Command, Import, Record};
use crate::config::{self, Config, Loaded};
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
    // Needs no settings, no database and no log; its exit code says what it found.
    if let Command::Recount(what) = &cli.command {
        let sources = recount::Sources { files: what.with.clone(), offline: what.offline, private_networks: what.private_networks };
        return recount::run(&what.file, &sources);
    }
    if let Command::Record(Record::Verify(what)) = &cli.command {
        return record::verify(what);
    }
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
        Command::CheckConfig | Command::Recount(_) | Command::Record(Record::Verify(_)) => Ok(()),
        Command::Record(Record::Resume) => record::resume(&config),
        Command::Record(Record::Restart) => record::restart(&config),
        Command::Count(what) => count::run(what),
        Command::Serve => serve::run(&config),
        Command::Demo(demo) => demo::run(&config, demo),
        Command::Migrate => backup::migrate(&config),
        Command::Admin(what) => admin::run(&config, what),
        Command::Import(Import::Decidim(what)) => import::run(&config, what),
        Command::Backup(what) => backup::write(&config, &what.out),
        Command::Restore(what) => backup::restore(&config, &what.file),
    }
}

/// Where the settings say the data is.
fn database(config: &Config) -> anyhow::Result<Database> {
    Ok(Database::parse(config.database_url().reveal())?)
}
