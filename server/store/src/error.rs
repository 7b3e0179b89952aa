//! What can go wrong between us and the database. Shown to nobody: the doors translate.

use diesel::result::{DatabaseErrorKind, Error as Diesel};

/// An error of the store.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The row is not there.
    #[error("no such row")]
    NotFound,
    /// A uniqueness rule was broken.
    #[error("already there")]
    Duplicate,
    /// No space is left for the database.
    #[error("the disk is full")]
    DiskFull,
    /// The database cannot be reached or opened.
    #[error("cannot reach the database: {0}")]
    Unreachable(String),
    /// The database is newer than this program, or a migration failed.
    #[error("migration: {0}")]
    Migration(String),
    /// A row holds what this program cannot read.
    #[error("unreadable row: {0}")]
    Corrupt(String),
    /// Any other failure of a query.
    #[error("database: {0}")]
    Query(Diesel),
    /// The store is closing.
    #[error("the store is closing")]
    Closing,
    /// A file of the backup could not be read or written.
    #[error("{0}")]
    File(String),
}

impl From<Diesel> for Error {
    fn from(error: Diesel) -> Self {
        match &error {
            Diesel::NotFound => Self::NotFound,
            Diesel::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => Self::Duplicate,
            Diesel::DatabaseError(_, info) if is_full(info.message()) => Self::DiskFull,
            Diesel::DatabaseError(DatabaseErrorKind::ClosedConnection, info) => Self::Unreachable(info.message().to_owned()),
            _ => Self::Query(error),
        }
    }
}

impl From<diesel::ConnectionError> for Error {
    fn from(error: diesel::ConnectionError) -> Self {
        Self::Unreachable(error.to_string())
    }
}

/// SQLite says "database or disk is full"; PostgreSQL "No space left on device" or "could not extend file".
fn is_full(message: &str) -> bool {
    let message = message.to_lowercase();
    ["disk is full", "no space left", "could not extend file", "disk i/o error"].iter().any(|m| message.contains(m))
}
