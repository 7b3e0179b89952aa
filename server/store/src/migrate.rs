//! Brings a database to the shape this program knows. Safe to run at every start, and by several processes at once.

use crate::{Db, Error};
use diesel::connection::SimpleConnection;
use diesel::migration::{Migration, MigrationSource};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const SQLITE: EmbeddedMigrations = embed_migrations!("../../migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("../../migrations/postgres");

/// Key of the advisory lock under which PostgreSQL is migrated ("parvis" in ASCII).
const LOCK: i64 = 0x0070_6172_7669_7300;

/// Runs the migrations that are missing.
pub(crate) fn run(db: &mut Db) -> Result<(), Error> {
    let failed = |error: Box<dyn std::error::Error + Send + Sync>| Error::Migration(error.to_string());
    match db {
        Db::Postgres(conn) => {
            // sql: constant parts only
            conn.batch_execute(&format!("SELECT pg_advisory_lock({LOCK})"))?;
            let known = names(&MigrationSource::<diesel::pg::Pg>::migrations(&POSTGRES).map_err(failed)?);
            let applied = conn.applied_migrations().map_err(failed)?;
            let result = refuse_newer(&known, &applied).and_then(|()| conn.run_pending_migrations(POSTGRES).map(drop).map_err(failed));
            // sql: constant parts only
            conn.batch_execute(&format!("SELECT pg_advisory_unlock({LOCK})"))?;
            result
        }
        Db::Sqlite(conn) => {
            let known = names(&MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE).map_err(failed)?);
            let applied = conn.applied_migrations().map_err(failed)?;
            refuse_newer(&known, &applied)?;
            conn.run_pending_migrations(SQLITE).map(drop).map_err(failed)
        }
    }
}

fn names<DB: diesel::backend::Backend>(migrations: &[Box<dyn Migration<DB>>]) -> Vec<String> {
    migrations.iter().map(|m| m.name().version().to_string()).collect()
}

fn refuse_newer(known: &[String], applied: &[diesel::migration::MigrationVersion<'_>]) -> Result<(), Error> {
    match applied.iter().map(ToString::to_string).find(|version| !known.contains(version)) {
        Some(version) => Err(Error::Migration(format!("the database was made by a newer Parvis (migration {version} is unknown here)"))),
        None => Ok(()),
    }
}
