//! `parvis backup`, `parvis restore` and `parvis migrate`.

use std::io::Write;
use std::path::Path;

use actions::accounts::Remains;
use anyhow::Context;
use domain::id::ActorId;
use store::{Database, Store};

use super::{database, serve};
use crate::config::Config;
use crate::house;

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
/// are forgotten again, who left the newsletter is not written to, and what was withdrawn is not shown. Whatever fails before the last step leaves
/// the database as it was.
///
/// # Errors
/// When a server runs on the database, the file is no backup, or the database refuses.
pub fn restore(config: &Config, from: &Path) -> anyhow::Result<()> {
    let staged = store::backup::stage(&database(config)?, from)?;
    if staged.forgotten().is_none() {
        // A damaged database is the usual reason to restore.
        let line = "warning: the current database cannot be read; erasures received since the backup must be repeated by hand";
        writeln!(std::io::stderr(), "{line}").context("printing")?;
    }
    let known = |(actor, remains): &(store::Uid, String)| (actor.to::<ActorId>(), Remains::parse(remains).unwrap_or(Remains::Withdraw));
    let erased = staged.forgotten().cloned().unwrap_or_default();
    let forgotten: Vec<_> = erased.people.iter().map(known).collect();
    let again = serve::on_runtime(async {
        let app = house::open(staged.database(), config.public_url.url(), house::clock()).await?;
        actions::record::after_restore(&app).await?;
        actions::carrying::supports_after_restore(&app).await?;
        let people = actions::accounts::erase_again(&app, forgotten).await?;
        let texts = actions::contributions::take_back_again(&app, erased.withdrawn, erased.recalled).await?;
        let letters = actions::newsletters::leave_again(&app, erased.ended).await?;
        Ok(people + texts + letters + actions::articles::withdraw_again(&app, erased.articles).await?)
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
