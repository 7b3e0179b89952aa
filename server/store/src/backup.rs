//! Backups that are consistent while serving, and restores that are made ready beside the database before they take its place: a restore that
//! fails, at whatever moment, leaves the database as it was.

mod postgres;
mod sqlite;

use crate::column::Uid;
use crate::{Database, Db, Error, Result, accounts, articles, contributions, recalls, subscriptions};
use diesel::connection::SimpleConnection;
use std::collections::HashSet;
use std::path::Path;

/// What a restore must not bring back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Erasures {
    /// Who asked to be forgotten, and what is to remain of them.
    pub people: Vec<(Uid, String)>,
    /// Contributions that were withdrawn, or deleted on the server that they live on.
    pub withdrawn: Vec<Uid>,
    /// What was taken back from wherever it went.
    pub recalled: Vec<Uid>,
    /// Subscriptions to the newsletter that ended.
    pub ended: Vec<Uid>,
    /// News and articles that were withdrawn, with the reason.
    pub articles: Vec<(Uid, String)>,
}

/// Writes a consistent copy of the database into a file that is new or empty.
///
/// # Errors
/// When the file holds something, cannot be written, or the database refuses.
pub fn write(database: &Database, out: &Path) -> Result<()> {
    match database {
        Database::Sqlite(path) => sqlite::write(path, out),
        Database::Postgres(url) => postgres::write(url, out),
    }
}

/// A backup that was read into a place of its own, beside the database that it is to replace. Dropped before it was put in place, it leaves
/// nothing behind.
pub struct Staged {
    place: Place,
    database: Database,
    forgotten: Option<Erasures>,
}

enum Place {
    Sqlite(sqlite::Beside),
    Postgres(postgres::Beside),
}

/// Reads a backup into a place beside the database.
///
/// # Errors
/// When a server runs on the database, the file is no backup, or the database refuses.
pub fn stage(database: &Database, from: &Path) -> Result<Staged> {
    match database {
        Database::Sqlite(path) => {
            let (beside, forgotten) = sqlite::stage(path, from)?;
            Ok(Staged { database: Database::Sqlite(beside.file().to_owned()), place: Place::Sqlite(beside), forgotten })
        }
        Database::Postgres(url) => {
            let (beside, forgotten) = postgres::stage(url, from)?;
            Ok(Staged { database: Database::Postgres(beside.url().to_owned()), place: Place::Postgres(beside), forgotten })
        }
    }
}

impl Staged {
    /// Where the backup was read into: to be brought up to date before it is put in place.
    #[must_use]
    pub const fn database(&self) -> &Database {
        &self.database
    }

    /// What was erased in the database that is to be replaced. `None`: it cannot be read.
    #[must_use]
    pub const fn forgotten(&self) -> Option<&Erasures> {
        self.forgotten.as_ref()
    }

    /// Puts it in the place of the database, in one step. Whoever has opened it must have closed it.
    ///
    /// # Errors
    /// When it is still open, or the database refuses; the database is then as it was.
    pub fn put_in_place(self) -> Result<()> {
        match self.place {
            Place::Sqlite(beside) => beside.put_in_place(),
            Place::Postgres(beside) => beside.put_in_place(),
        }
    }
}

impl Erasures {
    /// Whether nothing was erased.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.people.is_empty() && self.withdrawn.is_empty() && self.recalled.is_empty() && self.ended.is_empty() && self.articles.is_empty()
    }

    /// What is in this one and not in the other.
    #[must_use]
    pub fn without(self, other: &Self) -> Self {
        fn others<T>(all: &[T], id: impl Fn(&T) -> Uid) -> HashSet<Uid> {
            all.iter().map(id).collect()
        }
        let (people, articles) = (others(&other.people, |(id, _)| *id), others(&other.articles, |(id, _)| *id));
        let (withdrawn, recalled) = (others(&other.withdrawn, |id| *id), others(&other.recalled, |id| *id));
        let ended = others(&other.ended, |id| *id);
        Self {
            people: self.people.into_iter().filter(|(id, _)| !people.contains(id)).collect(),
            withdrawn: self.withdrawn.into_iter().filter(|id| !withdrawn.contains(id)).collect(),
            recalled: self.recalled.into_iter().filter(|id| !recalled.contains(id)).collect(),
            ended: self.ended.into_iter().filter(|id| !ended.contains(id)).collect(),
            articles: self.articles.into_iter().filter(|(id, _)| !articles.contains(id)).collect(),
        }
    }

    /// What is in either; of what is in both, what this one says.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        let more = other.without(&self);
        self.people.extend(more.people);
        self.withdrawn.extend(more.withdrawn);
        self.recalled.extend(more.recalled);
        self.ended.extend(more.ended);
        self.articles.extend(more.articles);
        self
    }
}

/// Everything that was erased in this database.
///
/// # Errors
/// When the database refuses.
pub fn erased(db: &mut Db) -> Result<Erasures> {
    Ok(Erasures {
        people: accounts::erasures(db)?,
        withdrawn: contributions::withdrawn(db)?,
        recalled: recalls::all(db)?,
        ended: subscriptions::ended(db)?,
        articles: articles::withdrawn(db)?,
    })
}

/// The erasures that a database holds. `None`: it is damaged, or was never a Parvis database.
fn erasures(db: &mut Db) -> Option<Erasures> {
    let people = accounts::erasures(db).ok()?;
    // An older one knows less.
    Some(Erasures {
        people,
        withdrawn: contributions::withdrawn(db).unwrap_or_default(),
        recalled: recalls::all(db).unwrap_or_default(),
        ended: subscriptions::ended(db).unwrap_or_default(),
        articles: articles::withdrawn(db).unwrap_or_default(),
    })
}

/// Whether what was read from a file is a Parvis database.
fn is_ours(db: &mut Db, from: &Path) -> Result<()> {
    db.batch_execute("SELECT id FROM instance").map_err(|error| not_a_backup(from, &error))
}

fn not_a_backup(from: &Path, why: &dyn std::fmt::Display) -> Error {
    Error::File(format!("{} is not a Parvis backup: {why}", from.display()))
}
