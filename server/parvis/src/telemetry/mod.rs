//! What the process tells about itself: log lines on standard error, one line per request, and metrics.
//! Nothing personal goes in: no address, no path, no query, no name.

pub mod backlog;
pub mod metrics;
pub mod request;

use std::io::IsTerminal;

use anyhow::Context;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::config::LogFormat;

/// Starts logging to standard error, for the whole process.
///
/// # Errors
/// When the level is not one, or logging was already started.
pub fn init(format: LogFormat, level: &str) -> anyhow::Result<()> {
    let filter = EnvFilter::builder().parse(level).with_context(|| format!("the log level `{level}`"))?;
    let registry = tracing_subscriber::registry().with(filter);
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_target(true);
    match format {
        LogFormat::Text => registry.with(lines.with_ansi(std::io::stderr().is_terminal())).try_init(),
        LogFormat::Json => registry.with(lines.json().flatten_event(true).with_span_list(false)).try_init(),
    }
    .context("logging was already started")?;
    log_panics();
    Ok(())
}

/// Whether a text can serve as log level.
pub(crate) fn check_level(level: &str) -> Result<String, String> {
    EnvFilter::builder().parse(level).map(|_filter| level.to_owned()).map_err(|_unreadable| format!("`{level}` is no level"))
}

/// A panic becomes one log line with its place. Its text only when it is a literal: a formatted one may hold what somebody wrote.
fn log_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let text = panic.payload().downcast_ref::<&'static str>().copied().unwrap_or("(text withheld)");
        tracing::error!(place, text, "panic");
    }));
}
