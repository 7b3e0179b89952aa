//! One connection, to either database, and where databases are.

use crate::Error;
use diesel::connection::{AnsiTransactionManager, Connection, SimpleConnection, TransactionManager};
use diesel::r2d2::R2D2Connection;
use diesel::{PgConnection, SqliteConnection};
use std::path::PathBuf;

/// A connection to SQLite or to PostgreSQL.
#[derive(diesel::MultiConnection)]
pub enum Db {
    /// PostgreSQL.
    Postgres(PgConnection),
    /// SQLite.
    Sqlite(SqliteConnection),
}

/// Where the database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Database {
    /// A file.
    Sqlite(PathBuf),
    /// A `postgres://` URL.
    Postgres(String),
}

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Reading only: the database itself refuses a write.
    Read,
    /// Reading and writing.
    Write,
}

impl Database {
    /// Reads `sqlite://PATH`, `sqlite:PATH`, `postgres://…` or `postgresql://…`.
    ///
    /// # Errors
    /// When the scheme is another one.
    pub fn parse(url: &str) -> Result<Self, Error> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self::Postgres(url.to_owned()));
        }
        let path = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:")).filter(|p| !p.is_empty());
        path.map(|p| Self::Sqlite(PathBuf::from(p)))
            .ok_or_else(|| Error::Unreachable("a database URL begins with sqlite:// or postgres://".to_owned()))
    }

    /// Opens a connection.
    pub(crate) fn connect(&self, purpose: Purpose) -> Result<Db, Error> {
        match self {
            Self::Postgres(url) => {
                let mut conn = PgConnection::establish(url)?;
                let mode = if purpose == Purpose::Read { "SET default_transaction_read_only = on;" } else { "" };
                // sql: constant parts only
                conn.batch_execute(&format!("SET TIME ZONE 'UTC'; SET statement_timeout = '30s'; {mode}"))?;
                Ok(Db::Postgres(conn))
            }
            Self::Sqlite(path) => {
                let mut conn = SqliteConnection::establish(&path.to_string_lossy())?;
                conn.batch_execute(
                    "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
                     PRAGMA cache_size = -4000; PRAGMA mmap_size = 134217728; PRAGMA journal_size_limit = 67108864;",
                )?;
                if purpose == Purpose::Read {
                    conn.batch_execute("PRAGMA query_only = ON;")?;
                }
                Ok(Db::Sqlite(conn))
            }
        }
    }
}

impl Db {
    /// A transaction that may write: takes SQLite's write lock at once, so that it waits rather than fails.
    pub(crate) fn transaction_to_write<T, E: From<diesel::result::Error>>(
        &mut self,
        f: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        self.begin_to_write()?;
        match f(self) {
            Ok(value) => Self::commit_transaction(self).map(|()| value).map_err(E::from),
            Err(error) => {
                Self::rollback_transaction(self)?;
                Err(error)
            }
        }
    }

    /// Begins such a transaction.
    pub(crate) fn begin_to_write(&mut self) -> diesel::QueryResult<()> {
        match self {
            Self::Postgres(_) => Self::begin_transaction(self),
            Self::Sqlite(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN IMMEDIATE"),
        }
    }

    /// Ends it for good.
    pub(crate) fn commit(&mut self) -> diesel::QueryResult<()> {
        Self::commit_transaction(self)
    }

    /// Undoes it.
    pub(crate) fn roll_back(&mut self) -> diesel::QueryResult<()> {
        Self::rollback_transaction(self)
    }
}

/// Makes pooled connections. (r2d2's own manager would try each database in turn and set no pragma.)
#[derive(Debug)]
pub(crate) struct Manager {
    pub(crate) database: Database,
    pub(crate) purpose: Purpose,
    pub(crate) queries: Option<std::sync::Arc<std::sync::atomic::AtomicU64>>,
}

impl diesel::r2d2::ManageConnection for Manager {
    type Connection = Db;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> Result<Db, Self::Error> {
        let refused = |error: Error| diesel::r2d2::Error::ConnectionError(diesel::ConnectionError::BadConnection(error.to_string()));
        let mut db = self.database.connect(self.purpose).map_err(refused)?;
        if let Some(counter) = &self.queries {
            crate::testing::count_queries(&mut db, counter.clone());
        }
        Ok(db)
    }

    fn is_valid(&self, conn: &mut Db) -> Result<(), Self::Error> {
        conn.ping().map_err(diesel::r2d2::Error::QueryError)
    }

    fn has_broken(&self, conn: &mut Db) -> bool {
        std::thread::panicking() || conn.is_broken()
    }
}

/// A pool of connections.
pub(crate) type Pool = diesel::r2d2::Pool<Manager>;
