//! The store: `read` and `write` are the same two calls on both databases.

use crate::conn::{Database, Manager, Pool, Purpose};
use crate::writer::{Answer, Writer};
use crate::{Db, Error, migrate};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::oneshot;

/// A cheap handle on the database; clones share everything.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    database: Database,
    readers: Pool,
    writing: Writing,
    commits: Arc<AtomicU64>,
    queries: Option<Arc<AtomicU64>>,
}

enum Writing {
    /// SQLite: one thread that commits in groups.
    Grouped(Writer),
    /// PostgreSQL groups commits by itself.
    Pooled(Pool),
}

impl Store {
    /// Opens a database, migrates it, and keeps up to `connections` connections to read with (and as many to write with on PostgreSQL).
    ///
    /// # Errors
    /// When it cannot be reached, is newer than this program, or cannot be migrated.
    pub fn open(database: &Database, connections: u32) -> Result<Self, Error> {
        Self::open_counted(database, connections, None)
    }

    /// As [`Store::open`], counting the statements it runs: for tests and benches.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_counted(database: &Database, connections: u32, queries: Option<Arc<AtomicU64>>) -> Result<Self, Error> {
        let mut writer = database.connect(Purpose::Write)?;
        migrate::run(&mut writer)?;
        let commits = Arc::new(AtomicU64::new(0));
        let pool = |purpose| pool(database, purpose, connections, queries.clone());
        let writing = match database {
            Database::Sqlite(_) => {
                let counter = commits.clone();
                Writing::Grouped(Writer::start(writer, database.clone(), move || {
                    counter.fetch_add(1, Ordering::Relaxed);
                })?)
            }
            Database::Postgres(_) => Writing::Pooled(pool(Purpose::Write)?),
        };
        let readers = pool(Purpose::Read)?;
        Ok(Self { inner: Arc::new(Inner { database: database.clone(), readers, writing, commits, queries }) })
    }

    /// Where the data is.
    #[must_use]
    pub fn database(&self) -> &Database {
        &self.inner.database
    }

    /// How many groups of writes this process has committed: a page made before the number changed may be out of date.
    #[must_use]
    pub fn commits(&self) -> u64 {
        self.inner.commits.load(Ordering::Relaxed)
    }

    /// How many statements were run, when they are counted.
    #[must_use]
    pub fn queries(&self) -> u64 {
        self.inner.queries.as_ref().map_or(0, |q| q.load(Ordering::Relaxed))
    }

    /// Reads: everything a page needs, in one call. The connection refuses writes.
    ///
    /// # Errors
    /// What `f` answers, or the store's own error when there is no connection.
    pub async fn read<T, E>(&self, f: impl FnOnce(&mut Db) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let pool = self.inner.readers.clone();
        on_thread(move || {
            let mut db = pool.get().map_err(|e| Error::Unreachable(e.to_string()))?;
            f(&mut db)
        })
        .await
    }

    /// Writes: one transaction, answered after its commit. `Err` undoes everything `f` did.
    ///
    /// # Errors
    /// What `f` answers, or the store's own error when it could not be committed.
    pub async fn write<T, E>(&self, f: impl FnOnce(&mut Db) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        match &self.inner.writing {
            Writing::Grouped(writer) => grouped(writer, f).await,
            Writing::Pooled(pool) => {
                let pool = pool.clone();
                let commits = self.inner.commits.clone();
                on_thread(move || {
                    let mut db = pool.get().map_err(|e| Error::Unreachable(e.to_string()))?;
                    let written = db.transaction_to_write(|db| f(db).map_err(Undo::Asked)).map_err(Undo::into_error)?;
                    commits.fetch_add(1, Ordering::Relaxed);
                    Ok(written)
                })
                .await
            }
        }
    }

    /// Checks that the database can be reached and written to: takes the write lock and lets it go.
    ///
    /// # Errors
    /// When it cannot.
    pub async fn probe(&self) -> Result<(), Error> {
        self.write(|_| Ok::<(), Error>(())).await
    }
}

/// Why a pooled transaction was undone.
enum Undo<E> {
    Asked(E),
    Database(diesel::result::Error),
}

impl<E> From<diesel::result::Error> for Undo<E> {
    fn from(error: diesel::result::Error) -> Self {
        Self::Database(error)
    }
}

impl<E: From<Error>> Undo<E> {
    fn into_error(self) -> E {
        match self {
            Self::Asked(error) => error,
            Self::Database(error) => Error::from(error).into(),
        }
    }
}

async fn grouped<T, E>(writer: &Writer, f: impl FnOnce(&mut Db) -> Result<T, E> + Send + 'static) -> Result<T, E>
where
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    let (tell, told) = oneshot::channel::<Result<T, E>>();
    writer.submit(Box::new(move |db| match f(db) {
        Ok(value) => {
            Ok(Box::new(move |committed: Result<(), Error>| drop(tell.send(committed.map(|()| value).map_err(E::from)))) as Answer)
        }
        Err(error) => Err(Box::new(move |_| drop(tell.send(Err(error)))) as Answer),
    }))?;
    told.await.unwrap_or_else(|_| Err(Error::Unreachable("the write was dropped".to_owned()).into()))
}

async fn on_thread<T, E>(f: impl FnOnce() -> Result<T, E> + Send + 'static) -> Result<T, E>
where
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    tokio::task::spawn_blocking(f).await.unwrap_or_else(|error| Err(Error::Unreachable(error.to_string()).into()))
}

fn pool(database: &Database, purpose: Purpose, connections: u32, queries: Option<Arc<AtomicU64>>) -> Result<Pool, Error> {
    diesel::r2d2::Pool::builder()
        .max_size(connections)
        .min_idle(Some(1))
        .test_on_check_out(matches!(database, Database::Postgres(_)))
        .connection_timeout(Duration::from_secs(5))
        .build(Manager { database: database.clone(), purpose, queries })
        .map_err(|error| Error::Unreachable(error.to_string()))
}
