//! `parvis check-config`: says what the settings are once file and environment are put together.

use std::io::Write;

use anyhow::Context;

use crate::config::Config;
use crate::mail::Mailer;

/// Prints the settings without secrets; warnings go to standard error. Settings that could not be read never come so far.
///
/// # Errors
/// When the mail settings cannot be used, or the answer cannot be printed.
pub fn run(config: &Config, warnings: &[String]) -> anyhow::Result<()> {
    Mailer::new(config)?;
    for warning in warnings {
        writeln!(std::io::stderr(), "warning: {warning}").context("printing")?;
    }
    write!(std::io::stdout(), "{}", config.summary()).context("printing")
}
