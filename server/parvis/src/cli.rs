//! The command line: which commands there are and what they take. What they do is in `commands`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::config::LogFormat;

/// Parvis: a town opens its square for consultation.
#[derive(Debug, Parser)]
#[command(name = "parvis", version, about, propagate_version = true)]
pub struct Cli {
    /// Reads the settings from this file instead of ./parvis.toml
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// How log lines are written to standard error; wins over the settings
    #[arg(long, global = true, value_name = "FORMAT")]
    pub log_format: Option<LogFormat>,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Shows a living network of three instances with example content on this machine only
    Demo(Demo),
    /// Runs one instance; brings its database up to date first
    Serve,
    /// Brings the database up to date
    Migrate,
    /// Reads the settings and says what holds
    CheckConfig,
    /// Makes accounts and tokens
    #[command(subcommand)]
    Admin(Admin),
    /// Reads contributions from another platform
    #[command(subcommand)]
    Import(Import),
    /// Applies a budget rule to a Pabulib file and prints JSON
    Count(Count),
    /// Counts a published vote again from its published data alone: exit code 0 it holds, 1 it does not, 2 it cannot be counted
    Recount(Recount),
    /// The public record: checks receipts, and lets a record go on that was stopped
    #[command(subcommand)]
    Record(Record),
    /// Writes the whole instance to a file, while it serves
    Backup(Backup),
    /// Puts an instance back from a backup
    Restore(Restore),
}

/// What `demo` takes.
#[derive(Debug, Args)]
pub struct Demo {
    /// Keeps the data in this folder
    #[arg(long)]
    pub dir: Option<PathBuf>,
    /// The port of the commune; its region and the State take the two after it
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
}

/// What `admin` can do.
#[derive(Debug, Subcommand)]
pub enum Admin {
    /// Makes an account and prints a one-time sign-in link
    Create {
        /// The address of the person
        #[arg(long)]
        email: String,
        /// The name to show
        #[arg(long)]
        name: String,
        /// What the person may do
        #[arg(long, default_value = "administrator", value_parser = ["citizen", "stakeholder", "agent", "moderator", "administrator"])]
        role: String,
    },
    /// Makes an API token for an account and prints it
    Token {
        /// The address of the account
        #[arg(long)]
        email: String,
    },
}

/// What can be imported.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Proposals and comments exported from Decidim, as CSV or JSON
    Decidim(Decidim),
}

/// What `import decidim` takes.
#[derive(Debug, Args)]
pub struct Decidim {
    /// The consultation to read into
    #[arg(long, value_name = "SLUG")]
    pub consultation: String,
    /// Makes the consultation when it does not exist
    #[arg(long)]
    pub create: bool,
    /// The exported files
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// What `count` takes.
#[derive(Debug, Args)]
pub struct Count {
    /// The Pabulib file
    #[arg(value_name = "FILE.pb")]
    pub file: PathBuf,
    /// The rule
    #[arg(long, value_name = "RULE", value_parser = [
        "greedy", "greedy-no-skip", "greedy-threshold", "equal-shares", "equal-shares/add1", "equal-shares/add1-exhaustive",
        "equal-shares/add1u", "phragmen",
    ])]
    pub rule: String,
    /// Equal shares: what each voter starts with, the budget shared exactly or rounded down to whole units of the currency
    #[arg(long, default_value = "exact", value_parser = ["exact", "floor"])]
    pub start: String,
    /// Equal shares: by how many units of the currency each share grows
    #[arg(long, default_value_t = 1, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub step: u64,
    /// Equal shares: takes the greedy result where strictly more voters prefer it
    #[arg(long)]
    pub comparison: bool,
}

/// What `recount` takes.
#[derive(Debug, Args)]
pub struct Recount {
    /// The published record or consolidated vote (JSON), or Pabulib file; or its address
    pub file: PathBuf,
    /// The ballots of a carrier, or the document of its collectivity, instead of asking its server; as often as there are files
    #[arg(long, value_name = "FILE")]
    pub with: Vec<PathBuf>,
    /// Asks no server
    #[arg(long)]
    pub offline: bool,
    /// Asks servers on private networks and by plain http too: labs only
    #[arg(long)]
    pub private_networks: bool,
}

/// What `record` can do.
#[derive(Debug, Subcommand)]
pub enum Record {
    /// Checks a receipt offline: exit code 0 it holds, 1 it does not, 2 it cannot be read
    Verify(Verify),
    /// Goes on after a restore without asking the witnesses: only when nothing newer was ever served
    Resume,
    /// Begins another log, with another name and key, because this one is behind what was served
    Restart,
}

/// What `record verify` takes.
#[derive(Debug, Args)]
pub struct Verify {
    /// The receipt
    pub receipt: PathBuf,
    /// The key that the log must be signed with, as its page shows it; without, the one in the receipt
    #[arg(long, value_name = "KEY")]
    pub key: Option<String>,
    /// A file with the text that must have been entered
    #[arg(long, value_name = "FILE")]
    pub text: Option<PathBuf>,
}

/// What `backup` takes.
#[derive(Debug, Args)]
pub struct Backup {
    /// The file to write
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

/// What `restore` takes.
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup
    pub file: PathBuf,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_definition_holds_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn the_commands_of_the_contract_are_understood() {
        for line in [
            "demo",
            "demo --dir /tmp/d --port 9000",
            "serve --config parvis.toml",
            "--config parvis.toml serve",
            "serve --log-format json",
            "migrate",
            "check-config",
            "admin create --email a@b.example --name Anne",
            "admin create --email a@b.example --name Anne --role moderator",
            "admin token --email a@b.example",
            "import decidim --consultation grand-debat --create a.csv b.csv",
            "count a.pb --rule greedy",
            "count a.pb --rule equal-shares/add1 --start floor --step 10 --comparison",
            "recount vote.json",
            "recount https://state.example/whole.json --with a.json --with b.json --offline",
            "record verify preuve.tlog-proof",
            "record verify a --key k --text t",
            "record resume",
            "record restart",
            "backup --out b.zip",
            "restore b.zip",
        ] {
            Cli::try_parse_from(std::iter::once("parvis").chain(line.split(' '))).unwrap_or_else(|error| panic!("{line}: {error}"));
        }
    }

    #[test]
    fn wrong_usage_has_exit_code_2() {
        for line in [
            "",
            "fly",
            "serve --port 1",
            "admin create --email a@b.example",
            "admin create --email a --name b --role king",
            "import decidim --consultation c",
            "count a.pb",
            "count a.pb --rule lottery",
            "count a.pb --rule greedy --step 0",
            "recount",
            "record verify",
            "backup",
            "serve --log-format xml",
        ] {
            let error = Cli::try_parse_from(std::iter::once("parvis").chain(line.split_whitespace())).unwrap_err();
            assert_eq!(error.exit_code(), 2, "{line}");
        }
    }
}
