//! `parvis backup`, `parvis restore` and `parvis migrate`.

use std::io::Write;
use std::path::Path;

use anyhow::Context;
use store::{Database, Store};

use super::{database, serve};
use crate::config::Config;
use crate::{erasures, house};

/// Writes a consistent copy of the database, while it serves.
///
/// # Errors
/// When the file exists or cannot be written.
pub fn write(config: &Config, out: &Path) -> anyhow::Result<()> {
    create_private(out)?;
    if let Err(error) = store::backup::write(&database(config)?, out) {
        // Nothing useful is in it.
        let _best_effort = std::fs::remove_file(out);
        return Err(error.into());
    }
    writeln!(std::io::stdout(), "{}", out.display()).context("printing")
}

/// Puts a backup in the place of the database. It is made ready beside it first: brought up to date, and those who asked to be forgotten since
/// are forgotten again, who left the newsletter is not written to, and what was withdrawn is not shown: the database that is replaced says so, and the list
/// beside it. Whatever fails before the last step leaves the database as it was.
///
/// # Errors
/// When a server runs on the database, the file is no backup, or the database refuses.
pub fn restore(config: &Config, from: &Path) -> anyhow::Result<()> {
    let staged = store::backup::stage(&database(config)?, from)?;
    let (listed, strange) = erasures::read(&config.data_dir).with_context(|| config.data_dir.join(erasures::FILE).display().to_string())?;
    let warn = |line: String| writeln!(std::io::stderr(), "warning: {line}").context("printing");
    if strange > 0 {
        warn(format!("{strange} lines of {} say nothing; what they said must be erased by hand", erasures::FILE))?;
    }
    if staged.forgotten().is_none() {
        // A damaged database is the usual reason to restore.
        let known =
            if listed.is_empty() { "there is no list of erasures beside it" } else { "what is in the list of erasures is erased again" };
        warn(format!("the current database cannot be read; {known}; erasures received since must be repeated by hand"))?;
    }
    let erased = staged.forgotten().cloned().unwrap_or_default().and(listed);
    let again = serve::on_runtime(async {
        let app = house::open(staged.database(), config.public_url.url(), house::clock()).await?;
        actions::record::after_restore(&app).await?;
        actions::carrying::supports_after_restore(&app).await?;
        Ok(erasures::repeat(&app, erased).await?)
    })?;
    staged.put_in_place()?;
    writeln!(std::io::stdout(), "restored; {again} erasures replayed").context("printing")
}

/// Brings the database up to date.
///
/// # Errors
/// When it cannot be reached, or is newer than this program.
pub fn migrate(config: &Config) -> anyhow::Result<()> {
    let database = database(config)?;
    if let Database::Sqlite(path) = &database
        && let Some(parent) = path.parent()
    {
        std::fs::create_dir_all(parent).with_context(|| format!("creating {}", parent.display()))?;
    }
    Store::open(&database, 1)?;
    writeln!(std::io::stdout(), "up to date").context("printing")
}

/// A backup holds addresses and hashes: only its owner may read it, from the first byte. An existing file is refused.
fn create_private(path: &Path) -> anyhow::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map(drop).with_context(|| path.display().to_string())
}
