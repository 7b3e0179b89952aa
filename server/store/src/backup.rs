//! Backups that are consistent while serving: SQLite copies itself into a new file, PostgreSQL is left to its own `pg_dump`.

use crate::conn::Purpose;
use crate::{Database, Error, Result};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use std::path::Path;
use std::process::Command;

/// Writes a consistent copy of the database into a file that is new or empty.
///
/// # Errors
/// When the file holds something, cannot be written, or the database refuses.
pub fn write(database: &Database, out: &Path) -> Result<()> {
    match database {
        Database::Sqlite(path) => {
            if !path.exists() {
                return Err(Error::File(format!("there is no database at {}", path.display())));
            }
            let mut db = database.connect(Purpose::Write)?;
            diesel::sql_query("VACUUM INTO $1").bind::<Text, _>(out.to_string_lossy().into_owned()).execute(&mut db)?;
            check(out)
        }
        Database::Postgres(url) => {
            run(Command::new("pg_dump").arg("--format=custom").arg("--no-owner").arg("--file").arg(out).arg(url), "pg_dump")
        }
    }
}

/// Puts a backup in the place of the database. For SQLite no other process may have it open.
///
/// # Errors
/// When the file is no backup, or the database refuses.
pub fn restore(database: &Database, from: &Path) -> Result<()> {
    match database {
        Database::Sqlite(path) => {
            check(from)?;
            let staged = path.with_extension("restoring");
            let file = |error: std::io::Error| Error::File(format!("{}: {error}", path.display()));
            if let Some(parent) = path.parent() {
                std::fs::create_dir_all(parent).map_err(file)?;
            }
            std::fs::copy(from, &staged).map_err(file)?;
            for suffix in ["-wal", "-shm"] {
                let side = std::path::PathBuf::from(format!("{}{suffix}", path.display()));
                if side.exists() {
                    std::fs::remove_file(side).map_err(file)?;
                }
            }
            std::fs::rename(&staged, path).map_err(file)
        }
        Database::Postgres(url) => run(
            Command::new("pg_restore")
                .arg("--clean")
                .arg("--if-exists")
                .arg("--no-owner")
                .arg("--single-transaction")
                .arg("--dbname")
                .arg(url)
                .arg(from),
            "pg_restore",
        ),
    }
}

#[derive(QueryableByName)]
struct Check {
    #[diesel(sql_type = Text)]
    integrity_check: String,
}

/// Opens a copy and asks SQLite whether it is whole and whether it is ours.
fn check(path: &Path) -> Result<()> {
    let unreadable = |error: &dyn std::fmt::Display| Error::File(format!("{} is not a Parvis backup: {error}", path.display()));
    if !path.exists() {
        return Err(Error::File(format!("there is no file {}", path.display())));
    }
    let mut db = diesel::SqliteConnection::establish(&path.to_string_lossy()).map_err(|e| unreadable(&e))?;
    let found: Check = diesel::sql_query("PRAGMA integrity_check").get_result(&mut db).map_err(|e| unreadable(&e))?;
    if found.integrity_check != "ok" {
        return Err(unreadable(&found.integrity_check));
    }
    db.batch_execute("SELECT id FROM instance; PRAGMA wal_checkpoint(TRUNCATE);").map_err(|e| unreadable(&e))
}

fn run(command: &mut Command, name: &str) -> Result<()> {
    let output = command.output().map_err(|error| Error::File(format!("{name} cannot be run: {error}")))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(Error::File(format!("{name}: {}", said.lines().next().unwrap_or("failed"))))
}
