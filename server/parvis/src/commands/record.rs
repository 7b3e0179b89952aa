//! `parvis record`: checks a receipt of a public record offline, and lets a record go on that was stopped.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use ::record::{Receipt, VerifierKey};
use anyhow::Context;
use serde_json::Value;

use super::{database, serve};
use crate::cli::Verify;
use crate::config::Config;
use crate::house;

/// Why nothing is said of a receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsaid {
    /// It does not hold.
    No(String),
    /// It cannot be read.
    Unreadable(String),
}

/// Checks a receipt and prints what it says. 0: it holds, 1: it does not, 2: it cannot be read.
#[must_use]
pub(super) fn verify(what: &Verify) -> ExitCode {
    let (code, line) = match examine(what) {
        Ok(said) => {
            let _nobody_reads = writeln!(std::io::stdout(), "{}", said.join("\n"));
            return ExitCode::SUCCESS;
        }
        Err(Unsaid::No(why)) => (1, why),
        Err(Unsaid::Unreadable(why)) => (2, why),
    };
    let _nobody_reads = writeln!(std::io::stderr(), "parvis: {}: {line}", what.receipt.display());
    ExitCode::from(code)
}

/// What a receipt says, line by line.
///
/// # Errors
/// Why nothing is said of it.
pub fn examine(what: &Verify) -> Result<Vec<String>, Unsaid> {
    let read = |path: &Path| std::fs::read_to_string(path).map_err(|error| Unsaid::Unreadable(format!("{}: {error}", path.display())));
    let text = read(&what.receipt)?;
    // What was changed within a receipt does not hold; what was never one says nothing.
    let refused = |why: String| if Receipt::begins(&text) { Unsaid::No(why) } else { Unsaid::Unreadable(why) };
    let receipt = Receipt::parse(&text).map_err(|why| refused(why.to_string()))?;
    let trusted = what.key.as_deref().map(VerifierKey::parse).transpose().map_err(|why| Unsaid::Unreadable(format!("--key: {why}")))?;
    let verified = receipt.verify(&federation::SEAL.check, trusted.as_ref()).map_err(|why| Unsaid::No(why.to_string()))?;
    let content: Value = serde_json::from_str(&receipt.content).map_err(|_not_json| Unsaid::No("what was said is not JSON".to_owned()))?;
    if let Some(path) = &what.text {
        let text = read(path)?;
        if content.get("body").and_then(Value::as_str).map(str::trim_end) != Some(text.trim_end()) {
            return Err(Unsaid::No(format!("the text in {} is not the one that was entered", path.display())));
        }
    }
    let entry = &receipt.entry;
    let mut told = vec![
        format!("holds: entry {} of {} in {}", receipt.index, verified.checkpoint.size, verified.checkpoint.origin),
        format!("what: {} {} version {}, {}", entry.kind, entry.object, entry.version, entry.time),
    ];
    if let Some(title) = content.get("title").and_then(Value::as_str).filter(|title| !title.is_empty()) {
        told.push(format!("title: {}", domain::text::line(title)));
    }
    for (name, time) in &verified.witnesses {
        let at = i64::try_from(*time).ok().and_then(|time| jiff::Timestamp::from_second(time).ok());
        told.push(format!("witness: {name}, {}", at.map_or_else(String::new, |at| at.to_string())));
    }
    if verified.witnesses.is_empty() {
        told.push("witness: none: only the log itself says that this is its record".to_owned());
    }
    if trusted.is_none() {
        told.push(format!("key: {} (from the receipt; compare it with the record's page, or give it with --key)", receipt.log));
    }
    Ok(told)
}

/// Lets the record go on after a restore.
///
/// # Errors
/// When it was not stopped by one, or the database refuses.
pub(super) fn resume(config: &Config) -> anyhow::Result<()> {
    let resumed = serve::on_runtime(async {
        let app = house::open(&database(config)?, config.public_url.url(), house::clock()).await?;
        Ok(actions::record::confirm(&app).await?)
    })?;
    anyhow::ensure!(resumed, "the record does not wait after a restore");
    writeln!(std::io::stdout(), "the record goes on").context("printing")
}

/// Begins another log.
///
/// # Errors
/// When the database refuses.
pub(super) fn restart(config: &Config) -> anyhow::Result<()> {
    let generation = serve::on_runtime(async {
        let app = house::open(&database(config)?, config.public_url.url(), house::clock()).await?;
        Ok(actions::record::restart(&app).await?)
    })?;
    writeln!(std::io::stdout(), "record {generation} begins; receipts of the earlier ones stay true").context("printing")
}
