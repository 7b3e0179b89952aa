//! PostgreSQL is left to its own `pg_dump`, `pg_restore` and `psql`. An archive is read into a schema of its own, and its tables change places
//! with the old ones in one transaction. Passwords go to these programs by their environment, never on a command line that others can read.

use super::{Erasures, erasures, is_ours};
use crate::conn::{Database, Db, Purpose};
use crate::{Error, Result};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

/// Where an archive is read into.
const SCHEMA: &str = "parvis_restoring";

pub(super) fn write(url: &str, out: &Path) -> Result<()> {
    let mut db = Database::Postgres(url.to_owned()).connect(Purpose::Write)?;
    if !is_there(&mut db)? {
        return Err(Error::File("there are no tables of Parvis in the schema `public` of this database".to_owned()));
    }
    let mut command = program("pg_dump", url);
    command.args(["--format=custom", "--no-owner", "--no-privileges", "--schema=public"]).arg("--file").arg(out);
    succeeded("pg_dump", &command.output().map_err(|error| cannot_run("pg_dump", &error))?)
}

/// An archive that was read into a schema beside the tables it is to replace.
pub(super) struct Beside {
    target: Database,
    url: String,
}

pub(super) fn stage(url: &str, from: &Path) -> Result<(Beside, Option<Erasures>)> {
    if !from.exists() {
        return Err(Error::File(format!("there is no file {}", from.display())));
    }
    let target = Database::Postgres(url.to_owned());
    let mut db = target.connect(Purpose::Write)?;
    refuse_company(&mut db)?;
    let forgotten = if is_there(&mut db)? { erasures(&mut db) } else { Some(Erasures::default()) };
    let beside = Beside { target, url: in_schema(url) };
    empty_schema(&mut db)?;
    read_archive(url, from)?;
    is_ours(&mut Database::Postgres(beside.url.clone()).connect(Purpose::Write)?, from)?;
    Ok((beside, forgotten))
}

impl Beside {
    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// One transaction: the old tables go, the new ones take their names.
    pub(super) fn put_in_place(self) -> Result<()> {
        let mut db = self.target.connect(Purpose::Write)?;
        refuse_company(&mut db)?;
        db.transaction_to_write(|db| db.batch_execute(CHANGE_PLACES).map_err(Error::from))
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if let Ok(mut db) = self.target.connect(Purpose::Write) {
            let _best_effort = db.batch_execute("DROP SCHEMA IF EXISTS parvis_restoring CASCADE");
        }
    }
}

/// Only tables that the restored database has as well are replaced: what else somebody keeps in the same schema is left alone.
const CHANGE_PLACES: &str = "
    DO $$
    DECLARE name text;
    BEGIN
        FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'parvis_restoring' LOOP
            EXECUTE format('DROP TABLE IF EXISTS public.%I CASCADE', name);
        END LOOP;
        FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'parvis_restoring' LOOP
            EXECUTE format('ALTER TABLE parvis_restoring.%I SET SCHEMA public', name);
        END LOOP;
    END $$;
    DROP SCHEMA parvis_restoring CASCADE;";

fn empty_schema(db: &mut Db) -> Result<()> {
    // What an interrupted restore has left is not wanted any more.
    Ok(db.batch_execute("DROP SCHEMA IF EXISTS parvis_restoring CASCADE; CREATE SCHEMA parvis_restoring;")?)
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

fn is_there(db: &mut Db) -> Result<bool> {
    let query = "SELECT count(*) AS number FROM pg_tables WHERE schemaname = 'public' AND tablename = 'instance'";
    Ok(diesel::sql_query(query).get_result::<Number>(db)?.number > 0)
}

#[derive(QueryableByName)]
struct Session {
    #[diesel(sql_type = Text)]
    program: String,
}

/// Refuses while somebody else has the database open. Sessions of this process that are about to end are waited for.
fn refuse_company(db: &mut Db) -> Result<()> {
    let mut last = Vec::new();
    for _try in 0..20 {
        last = diesel::sql_query(
            "SELECT coalesce(nullif(application_name, ''), 'unnamed') AS program FROM pg_stat_activity \
             WHERE datname = current_database() AND pid <> pg_backend_pid() AND coalesce(backend_type, 'client backend') = 'client backend'",
        )
        .load::<Session>(db)?;
        if last.is_empty() {
            return Ok(());
        }
        db.batch_execute("SELECT pg_sleep(0.1)")?;
    }
    let programs: Vec<&str> = last.iter().map(|session| session.program.as_str()).collect();
    Err(Error::File(format!("the database is in use ({} other sessions: {}): stop the server first", last.len(), programs.join(", "))))
}

/// Lets `pg_restore` write the archive as a script and `psql` run it in one transaction, every name moved to the schema of its own on the way.
fn read_archive(url: &str, from: &Path) -> Result<()> {
    let mut reading = Command::new("pg_restore")
        .args(["--no-owner", "--no-privileges", "--no-comments", "--file=-"])
        .arg(from)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| cannot_run("pg_restore", &error))?;
    let mut running = program("psql", url);
    running.args(["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null", "--file=-"]);
    let running = running.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
    let mut running = running.map_err(|error| cannot_run("psql", &error))?;
    let moved = move_names(&mut reading, &mut running);
    let (read, ran) = (reading.wait_with_output(), running.wait_with_output());
    succeeded("pg_restore", &read.map_err(|error| cannot_run("pg_restore", &error))?)?;
    succeeded("psql", &ran.map_err(|error| cannot_run("psql", &error))?)?;
    moved.map_err(|error| Error::File(format!("{}: {error}", from.display())))
}

fn move_names(reading: &mut Child, running: &mut Child) -> std::io::Result<()> {
    let (Some(script), Some(input)) = (reading.stdout.take(), running.stdin.take()) else { return Ok(()) };
    let (mut script, mut input) = (BufReader::new(script), BufWriter::new(input));
    let (mut line, mut within_rows) = (Vec::new(), false);
    while script.read_until(b'\n', &mut line)? > 0 {
        input.write_all(&moved(&line, &mut within_rows))?;
        line.clear();
    }
    input.flush()
}

/// A line of the script with its names moved. Rows are left as they are: they hold what people wrote.
fn moved(line: &[u8], within_rows: &mut bool) -> Vec<u8> {
    if *within_rows {
        *within_rows = line != b"\\.\n";
        return line.to_vec();
    }
    let Ok(text) = std::str::from_utf8(line) else { return line.to_vec() };
    *within_rows = text.starts_with("COPY ") && text.trim_end().ends_with(" FROM stdin;");
    if text.trim_end() == "CREATE SCHEMA public;" {
        return Vec::new();
    }
    text.replace("public.", &format!("{SCHEMA}.")).into_bytes()
}

/// A program of PostgreSQL's on this database.
fn program(name: &str, url: &str) -> Command {
    let (url, password) = without_password(url);
    let mut command = Command::new(name);
    command.arg("--dbname").arg(url).stdin(Stdio::null());
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    command
}

/// The URL that others may see, and the password that was in it: before the `@`, or among the parameters.
fn without_password(url: &str) -> (String, Option<String>) {
    let (scheme, rest) = url.split_once("://").unwrap_or(("postgres", url));
    let (before, parameters) = rest.split_once('?').map_or((rest, None), |(before, parameters)| (before, Some(parameters)));
    let (authority, path) = before.split_once('/').map_or((before, String::new()), |(authority, path)| (authority, format!("/{path}")));
    let mut password = None;
    let authority = match authority.rsplit_once('@') {
        Some((user, host)) => {
            let (name, word) = user.split_once(':').map_or((user, None), |(name, word)| (name, Some(word)));
            password = word;
            format!("{name}@{host}")
        }
        None => authority.to_owned(),
    };
    let mut kept = Vec::new();
    for parameter in parameters.unwrap_or_default().split('&').filter(|parameter| !parameter.is_empty()) {
        match parameter.split_once('=') {
            Some(("password", word)) => password = Some(word),
            _other => kept.push(parameter),
        }
    }
    let parameters = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    (format!("{scheme}://{authority}{path}{parameters}"), password.map(decoded))
}

/// Percent-decodes.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hexadecimal = tail.get(..2).filter(|_| *first == b'%').and_then(|two| std::str::from_utf8(two).ok());
        match hexadecimal.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = tail.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The same database, seen through the schema of its own.
fn in_schema(url: &str) -> String {
    let joint = if url.contains('?') { '&' } else { '?' };
    format!("{url}{joint}options=-csearch_path%3D{SCHEMA}")
}

fn cannot_run(name: &str, error: &std::io::Error) -> Error {
    Error::File(format!("{name} cannot be run: {error}"))
}

fn succeeded(name: &str, output: &Output) -> Result<()> {
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(Error::File(format!("{name}: {}", said.lines().next().unwrap_or("failed"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_never_stands_on_a_command_line() {
        let check = |url: &str, shown: &str, password: Option<&str>| {
            assert_eq!(without_password(url), (shown.to_owned(), password.map(str::to_owned)), "{url}");
            let command = program("pg_dump", url);
            let line: Vec<_> = command.get_args().map(|part| part.to_string_lossy().into_owned()).collect();
            assert_eq!(line, ["--dbname", shown]);
        };
        check("postgres://ana@host:5433/town", "postgres://ana@host:5433/town", None);
        check("postgres://ana:s3cret@host/town", "postgres://ana@host/town", Some("s3cret"));
        check("postgresql://ana:a%40b%2Fc+%@host/town", "postgresql://ana@host/town", Some("a@b/c+%"));
        check("postgres://host/town?user=ana&password=s3&sslmode=require", "postgres://host/town?user=ana&sslmode=require", Some("s3"));
        check("postgres://ana:x@/town?host=/run/postgresql", "postgres://ana@/town?host=/run/postgresql", Some("x"));
        check("postgres:///town", "postgres:///town", None);
    }

    #[test]
    fn names_move_and_rows_stay() {
        let script = "CREATE SCHEMA public;\nCREATE TABLE public.actor (id uuid);\nCOPY public.actor (id) FROM stdin;\npublic.x\tCOPY public.y FROM stdin;\n\\.\nALTER TABLE ONLY public.actor ADD x;\n";
        let mut within = false;
        let moved: Vec<u8> = script.split_inclusive('\n').flat_map(|line| moved(line.as_bytes(), &mut within)).collect();
        assert_eq!(
            String::from_utf8(moved).unwrap(),
            "CREATE TABLE parvis_restoring.actor (id uuid);\nCOPY parvis_restoring.actor (id) FROM stdin;\npublic.x\tCOPY public.y FROM stdin;\n\\.\nALTER TABLE ONLY parvis_restoring.actor ADD x;\n"
        );
    }
}
