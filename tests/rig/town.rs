//! A town: one instance on a database of its own, with a clock that the test moves and a mailbox that it reads.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use actions::consultations::{ConsultationForm, PhaseForm};
use actions::{App, Clock};
use axum::Router;
use domain::Timestamp;
use domain::actor::{Role, Viewer};
use domain::links::Links;
use domain::text::Email;
use jiff::{SignedDuration, ToSpan};
use parvis::config::Config;
use parvis::mail::Mailer;
use parvis::shutdown::Shutdown;
use store::{Database, Store};
use tempfile::TempDir;
use url::Url;

use crate::citizen::Citizen;
use crate::postgres::{self, TestDatabase};

/// Where every town's calendar begins: a Monday at noon in Paris, far from any change of clocks.
pub const BEGINNING: &str = "2026-03-02T11:00:00Z";

/// One instance.
pub struct Town {
    /// The app behind both doors.
    pub app: App,
    /// Both doors.
    pub router: Router,
    clock: Arc<AtomicI64>,
    queries: Arc<AtomicU64>,
    mailer: Mailer,
    folder: TempDir,
    _database: Option<TestDatabase>,
}

impl Town {
    /// A town on SQLite.
    pub async fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::Sqlite(folder.path().join("parvis.db"));
        Self::open(&database, folder, None).await
    }

    /// A town on PostgreSQL, if there is a server.
    pub async fn on_postgres() -> Option<Self> {
        let execute: postgres::Execute =
            |url, sql| store::testing::execute(&Database::Postgres(url.to_owned()), sql).map_err(|e| e.to_string());
        let made = tokio::task::spawn_blocking(move || postgres::database(execute)).await.unwrap()?;
        let database = Database::Postgres(made.url());
        Some(Self::open(&database, tempfile::tempdir().unwrap(), Some(made)).await)
    }

    async fn open(database: &Database, folder: TempDir, made: Option<TestDatabase>) -> Self {
        let beginning: Timestamp = BEGINNING.parse().unwrap();
        let clock = Arc::new(AtomicI64::new(beginning.as_microsecond()));
        let queries = Arc::new(AtomicU64::new(0));
        let store = {
            let (database, queries) = (database.clone(), queries.clone());
            tokio::task::spawn_blocking(move || Store::open_counted(&database, 4, Some(queries))).await.unwrap().unwrap()
        };
        let read = clock.clone();
        let links = Links::new(&Url::parse("http://town.test").unwrap());
        let app = App::new(store, links, Clock::new(move || Timestamp::from_microsecond(read.load(Ordering::SeqCst)).unwrap()));
        actions::instance::install(&app).await.unwrap();
        let router = parvis::house::router(&app, &Shutdown::new());
        let config = Config { data_dir: folder.path().to_owned(), ..Config::default() };
        Self { app, router, clock, queries, mailer: Mailer::new(&config).unwrap(), folder, _database: made }
    }

    /// The time in this town.
    pub fn now(&self) -> Timestamp {
        self.app.now()
    }

    /// Lets time pass.
    pub fn wait(&self, time: SignedDuration) {
        self.clock.fetch_add(i64::try_from(time.as_micros()).unwrap(), Ordering::SeqCst);
    }

    /// Statements run so far.
    pub fn queries(&self) -> u64 {
        self.queries.load(Ordering::SeqCst)
    }

    /// Does the jobs that are due, as the worker does.
    pub async fn run_jobs(&self) {
        while parvis::worker::once(&self.app, &self.mailer).await > 0 {}
    }

    /// The letters written so far, oldest first, as they would be sent.
    pub async fn letters(&self) -> Vec<String> {
        self.run_jobs().await;
        let mut files: Vec<PathBuf> = match std::fs::read_dir(self.folder.path().join("mail")) {
            Ok(entries) => entries.map(|e| e.unwrap().path()).filter(|p| p.extension().is_some_and(|x| x == "eml")).collect(),
            Err(_none_yet) => Vec::new(),
        };
        files.sort();
        files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect()
    }

    /// The path of the latest link in a letter to this address.
    pub async fn latest_link(&self, address: &str) -> String {
        let letters = self.letters().await;
        let letter = letters.iter().rev().find(|l| l.contains(address)).unwrap_or_else(|| panic!("no letter to {address}"));
        let text = letter.replace("=\r\n", "").replace("=3D", "=");
        let start = text.find("http://town.test/").expect("a link") + "http://town.test".len();
        text[start..].split(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>')).next().unwrap().to_owned()
    }

    /// Where the town keeps its files.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Somebody who is not signed in.
    pub fn visitor(&self) -> Citizen {
        Citizen::new(self.router.clone())
    }

    /// Somebody signed in with this role, by a link, through the door. The name makes the address: `ana` is `ana@example.org`.
    pub async fn somebody(&self, name: &str, role: Role) -> Citizen {
        let local: String = name.to_lowercase().replace(' ', ".").chars().filter(|c| c.is_ascii_alphanumeric() || *c == '.').collect();
        let email = Email::parse(&format!("{local}@example.org")).unwrap();
        let path = actions::accounts::create(&self.app, &email, name, role).await.unwrap();
        let mut citizen = self.visitor();
        citizen.enter(&path).await;
        citizen
    }

    /// A citizen.
    pub async fn citizen(&self, name: &str) -> Citizen {
        self.somebody(name, Role::Citizen).await
    }

    /// The machine itself, with every right: for setting a scene, not for testing rights.
    pub fn machine() -> Viewer {
        Viewer { actor: None, role: Role::Administrator }
    }

    /// A published consultation that takes contributions for 30 days from now, with two themes and a threshold of 3 supports.
    pub async fn consultation(&self, slug: &str) {
        self.draft(slug).await;
        actions::consultations::publish(&self.app, Self::machine(), slug).await.unwrap();
    }

    /// The same, not published.
    pub async fn draft(&self, slug: &str) {
        let form = ConsultationForm {
            title: format!("Consultation {slug}"),
            slug: slug.to_owned(),
            teaser: "Dites-nous ce que vous en pensez.".to_owned(),
            introduction: "La commune prépare un projet.".to_owned(),
            input_use: "Le conseil municipal répondra à chaque proposition.".to_owned(),
            participation: "concertation".to_owned(),
            support_threshold: "3".to_owned(),
            ..ConsultationForm::default()
        };
        actions::consultations::draft(&self.app, Self::machine(), &form).await.unwrap();
        let zone = self.app.time_zone().await.unwrap();
        let local = |days: i64| (self.now().to_zoned(zone.clone()) + days.days()).strftime("%Y-%m-%dT%H:%M").to_string();
        let phase = |kind: &str, from: i64, to: i64| PhaseForm {
            kind: kind.to_owned(),
            name: format!("Phase {kind}"),
            opens_at: local(from),
            closes_at: local(to),
            ..PhaseForm::default()
        };
        let phases = vec![phase("contribution", 0, 30), phase("analysis", 30, 60), phase("answer", 60, 90)];
        actions::consultations::set_phases(&self.app, Self::machine(), slug, phases).await.unwrap();
        let theme = |name: &str| actions::consultations::ThemeForm { id: String::new(), name: name.to_owned() };
        actions::consultations::set_themes(&self.app, Self::machine(), slug, vec![theme("Rues"), theme("Écoles")]).await.unwrap();
    }
}
