//! A PostgreSQL database of its own for one test, made on the throw-away server that `./test` starts, gone when the test ends.

use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};

/// Runs one statement outside a transaction on the server at this address.
pub type Execute = fn(url: &str, sql: &str) -> Result<(), String>;

/// A database that lives as long as this value.
#[derive(Debug)]
pub struct TestDatabase {
    server: String,
    name: String,
    execute: Execute,
}

/// Numbers the databases of one process; the process number tells the processes apart.
static NUMBER: AtomicU32 = AtomicU32::new(1);
static SAID: Once = Once::new();

/// A new, empty database on the server that `PARVIS_TEST_POSTGRES` names.
///
/// Without that variable the answer is `None`, said aloud once; where `CI` is set it is a failure.
///
/// # Panics
///
/// When `CI` is set and there is no server, and when the server refuses to make a database.
#[must_use]
pub fn database(execute: Execute) -> Option<TestDatabase> {
    let Some(server) = variable("PARVIS_TEST_POSTGRES") else {
        assert!(variable("CI").is_none(), "PARVIS_TEST_POSTGRES is not set: in CI every test runs on both databases (use ./test)");
        SAID.call_once(say_skipped);
        return None;
    };
    let name = next_name();
    // A process that was killed may have left one behind.
    run(execute, &server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
    // Several tests may copy `template0` at once, because nobody can be connected to it.
    run(execute, &server, &format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"));
    Some(TestDatabase { server, name, execute })
}

fn next_name() -> String {
    format!("parvis_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed))
}

/// A new database with all tables and nothing in them: a copy of a model that the first test of a program makes and the others find.
///
/// # Panics
///
/// As [`database`].
#[must_use]
pub fn migrated(execute: Execute, migrate: impl Fn(&str) -> Result<(), String>) -> Option<TestDatabase> {
    let Some(server) = variable("PARVIS_TEST_POSTGRES") else { return database(execute) };
    let (name, model) = (next_name(), format!("parvis_model_{}", crate::model::key()));
    let copy = format!("CREATE DATABASE {name} TEMPLATE {model} STRATEGY FILE_COPY");
    run(execute, &server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
    if execute(&server, &copy).is_err() {
        let made = database(execute)?;
        if let Err(error) = migrate(&made.url()) {
            panic!("{error}");
        }
        // Somebody may have been faster: then this one is dropped, and theirs is copied.
        let _ = execute(&server, &format!("ALTER DATABASE {} RENAME TO {model}", made.name));
        run(execute, &server, &copy);
    }
    Some(TestDatabase { server, name, execute })
}

impl TestDatabase {
    /// The address to give to the store.
    #[must_use]
    pub fn url(&self) -> String {
        address(&self.server, &self.name)
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        // A failure here must not hide the failure of the test; the whole server is thrown away in the end.
        let _ = (self.execute)(&self.server, &format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
    }
}

/// The same server, another database: `postgres://user@host:port/postgres?x=y` keeps its parameters.
fn address(server: &str, database: &str) -> String {
    let (base, parameters) = server.split_once('?').map_or((server, None), |(base, parameters)| (base, Some(parameters)));
    let (scheme, rest) = base.split_once("://").unwrap_or(("postgres", base));
    let authority = rest.split('/').next().unwrap_or(rest);
    let parameters = parameters.map(|parameters| format!("?{parameters}")).unwrap_or_default();
    format!("{scheme}://{authority}/{database}{parameters}")
}

#[expect(clippy::panic, reason = "a test that has no database has failed")]
fn run(execute: Execute, server: &str, sql: &str) {
    if let Err(error) = execute(server, sql) {
        panic!("{sql}: {error}");
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place where tests learn which server to use")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

#[expect(clippy::print_stderr, reason = "a skipped half of the tests is said aloud")]
fn say_skipped() {
    eprintln!("!! PARVIS_TEST_POSTGRES is not set: THIS TEST RUNS ON SQLITE ONLY (./test starts a PostgreSQL)");
}

#[test]
fn the_address_of_a_database_keeps_server_and_parameters() {
    assert_eq!(address("postgres://parvis@127.0.0.1:5433/postgres", "x"), "postgres://parvis@127.0.0.1:5433/x");
    assert_eq!(address("postgres://127.0.0.1?sslmode=disable", "x"), "postgres://127.0.0.1/x?sslmode=disable");
}
