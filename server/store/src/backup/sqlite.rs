//! SQLite copies itself into a new file; a restored file is made ready beside the old one and renamed over it.

use super::{Erasures, erasures, is_ours, not_a_backup};
use crate::conn::{Database, Db, Purpose};
use crate::{Error, Result};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// Takes the file for oneself: SQLite grants it only when nobody else has it open, and then folds the write-ahead log into it.
const TAKE: &str = "PRAGMA busy_timeout = 2000; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE;";

pub(super) fn write(path: &Path, out: &Path) -> Result<()> {
    if !path.exists() {
        return Err(Error::File(format!("there is no database at {}", path.display())));
    }
    let mut db = Database::Sqlite(path.to_owned()).connect(Purpose::Write)?;
    diesel::sql_query("VACUUM INTO $1").bind::<Text, _>(out.to_string_lossy().into_owned()).execute(&mut db)?;
    check(out)
}

/// A restored file beside the one it is to replace.
pub(super) struct Beside {
    target: PathBuf,
    file: PathBuf,
    /// The database that is replaced, kept from everybody else meanwhile. `None`: there is none, or it is damaged.
    _taken: Option<Db>,
}

pub(super) fn stage(target: &Path, from: &Path) -> Result<(Beside, Option<Erasures>)> {
    check(from)?;
    let (taken, forgotten) = match target.exists() {
        true => take(target)?,
        false => (None, Some(Erasures::default())),
    };
    let beside = Beside { target: target.to_owned(), file: with_suffix(target, ".restoring"), _taken: taken };
    beside.copy(from).map_err(|error| failed(&beside.file, &error))?;
    Ok((beside, forgotten))
}

impl Beside {
    pub(super) fn file(&self) -> &Path {
        &self.file
    }

    /// The name changes hands in one step; the old file is held until then, so no server can have opened it meanwhile.
    pub(super) fn put_in_place(self) -> Result<()> {
        close(&self.file)?;
        check(&self.file)?;
        // Of a damaged database: they do not belong to the new one.
        remove_sides(&self.target).map_err(|error| failed(&self.target, &error))?;
        fs::rename(&self.file, &self.target).map_err(|error| failed(&self.target, &error))?;
        sync_folder(&self.target).map_err(|error| failed(&self.target, &error))
    }

    fn copy(&self, from: &Path) -> io::Result<()> {
        if let Some(folder) = self.target.parent() {
            fs::create_dir_all(folder)?;
        }
        remove(&self.file)?;
        remove_sides(&self.file)?;
        let mut copy = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&self.file)?;
        io::copy(&mut File::open(from)?, &mut copy)?;
        copy.sync_all()
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // After the renaming there is nothing left to remove.
        let _best_effort = remove(&self.file).and_then(|()| remove_sides(&self.file));
    }
}

/// Keeps the database from everybody else, and reads who asked to be forgotten. A damaged one is not kept: it is the usual reason to restore.
fn take(target: &Path) -> Result<(Option<Db>, Option<Erasures>)> {
    let Ok(conn) = SqliteConnection::establish(&target.to_string_lossy()) else { return Ok((None, None)) };
    let mut db = Db::Sqlite(conn);
    match db.batch_execute(TAKE) {
        Ok(()) => {
            let forgotten = erasures(&mut db);
            Ok((Some(db), forgotten))
        }
        Err(error) if is_busy(&error) => {
            Err(Error::File(format!("{} is in use: stop the server (and whatever else reads it) first", target.display())))
        }
        Err(_damaged) => Ok((None, None)),
    }
}

/// Folds the write-ahead log of a file that was made ready into it: the file is then whole by itself.
fn close(file: &Path) -> Result<()> {
    let mut conn = SqliteConnection::establish(&file.to_string_lossy())?;
    // Its last readers may be about to close it.
    conn.batch_execute(
        "PRAGMA busy_timeout = 10000; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE; COMMIT;",
    )?;
    drop(conn);
    File::open(file).and_then(|file| file.sync_all()).map_err(|error| failed(file, &error))
}

#[derive(QueryableByName)]
struct Check {
    #[diesel(sql_type = Text)]
    integrity_check: String,
}

/// Opens a copy and asks SQLite whether it is whole and whether it is ours.
fn check(path: &Path) -> Result<()> {
    if !path.exists() {
        return Err(Error::File(format!("there is no file {}", path.display())));
    }
    let mut conn = SqliteConnection::establish(&path.to_string_lossy()).map_err(|error| not_a_backup(path, &error))?;
    let found: Check = diesel::sql_query("PRAGMA integrity_check").get_result(&mut conn).map_err(|error| not_a_backup(path, &error))?;
    if found.integrity_check != "ok" {
        return Err(not_a_backup(path, &found.integrity_check));
    }
    is_ours(&mut Db::Sqlite(conn), path)
}

fn is_busy(error: &diesel::result::Error) -> bool {
    error.to_string().contains("database is locked")
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn remove_sides(path: &Path) -> io::Result<()> {
    ["-wal", "-shm", "-journal"].iter().try_for_each(|suffix| remove(&with_suffix(path, suffix)))
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _gone => Ok(()),
    }
}

/// A renaming is on the disk only once its folder is.
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

fn failed(path: &Path, error: &io::Error) -> Error {
    Error::File(format!("{}: {error}", path.display()))
}
