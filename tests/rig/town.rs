//! A town: one instance on a database of its own, with a clock that the test moves and a mailbox that it reads.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, RwLock};

use actions::consultations::{ConsultationForm, PhaseForm};
use actions::instance::IdentityForm;
use actions::{App, Clock};
use axum::Router;
use axum::response::IntoResponse;
use domain::Timestamp;
use domain::actor::{Role, Viewer};
use domain::links::Links;
use domain::text::Email;
use federation::Federation;
use jiff::{SignedDuration, ToSpan};
use parvis::commands::serve::around;
use parvis::config::{Config, FederationSettings};
use parvis::mail::Mailer;
use parvis::shutdown::Shutdown;
use store::{Database, Store};
use tempfile::TempDir;
use url::Url;

use crate::citizen::Citizen;
use crate::keys;
use crate::postgres::{self, TestDatabase};
use crate::weather::Weather;

/// Where every town's calendar begins: a Monday at noon in Paris, far from any change of clocks.
pub const BEGINNING: &str = "2026-03-02T11:00:00Z";

/// One instance.
pub struct Town {
    /// The app behind both doors.
    pub app: App,
    /// The door to other servers.
    pub fed: Federation,
    /// Both doors.
    pub router: Router,
    /// What happens to what is posted to it.
    pub weather: Weather,
    /// Who answers at its door, with what is around it (made once: there are hundreds of routes): another after [`Town::restart`].
    serving: Arc<RwLock<Router>>,
    database: Database,
    down: Arc<AtomicBool>,
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
        let database = sqlite_in(folder.path()).await;
        Self::open(&database, folder, None, Some("http://town.test")).await
    }

    /// A town on SQLite that listens on loopback, so that others can talk to it: its public address is `http://localhost:PORT`.
    pub async fn on_the_network() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = sqlite_in(folder.path()).await;
        Self::open(&database, folder, None, None).await
    }

    /// The same on PostgreSQL, if there is a server.
    pub async fn on_the_network_with_postgres() -> Option<Self> {
        let made = Self::new_tables().await?;
        let database = Database::Postgres(made.url());
        Some(Self::open(&database, tempfile::tempdir().unwrap(), Some(made), None).await)
    }

    /// A town on PostgreSQL, if there is a server.
    pub async fn on_postgres() -> Option<Self> {
        let made = Self::new_tables().await?;
        let database = Database::Postgres(made.url());
        Some(Self::open(&database, tempfile::tempdir().unwrap(), Some(made), Some("http://town.test")).await)
    }

    /// A database with all tables on PostgreSQL, where there is one.
    async fn new_tables() -> Option<TestDatabase> {
        let migrate = |url: &str| store::testing::migrate(&Database::Postgres(url.to_owned())).map_err(|e| e.to_string());
        tokio::task::spawn_blocking(move || postgres::migrated(EXECUTE, migrate)).await.unwrap()
    }

    /// An empty database on PostgreSQL, where there is one.
    pub async fn new_database() -> Option<TestDatabase> {
        tokio::task::spawn_blocking(|| postgres::database(EXECUTE)).await.unwrap()
    }

    async fn open(database: &Database, folder: TempDir, made: Option<TestDatabase>, public_url: Option<&str>) -> Self {
        let listener = match public_url {
            Some(_) => None,
            None => Some(tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap()),
        };
        let public_url = match (&listener, public_url) {
            (Some(listener), _) => format!("http://localhost:{}", listener.local_addr().unwrap().port()),
            (None, url) => url.unwrap().to_owned(),
        };
        let beginning: Timestamp = BEGINNING.parse().unwrap();
        let clock = Arc::new(AtomicI64::new(beginning.as_microsecond()));
        let queries = Arc::new(AtomicU64::new(0));
        let links = Links::new(&Url::parse(&public_url).unwrap());
        let (app, fed, router) = house(database, folder.path(), (&clock, &queries), links).await;
        let (down, weather) = (Arc::new(AtomicBool::new(false)), Weather::default());
        let serving = Arc::new(RwLock::new(around(router.clone())));
        if let Some(listener) = listener {
            let (is_down, sky, house) = (down.clone(), weather.clone(), serving.clone());
            let door = Router::new().fallback(move |request: axum::extract::Request| {
                let (is_down, sky, house) = (is_down.clone(), sky.clone(), house.read().unwrap().clone());
                async move {
                    if is_down.load(Ordering::SeqCst) {
                        return http::StatusCode::BAD_GATEWAY.into_response();
                    }
                    sky.pass(house, request).await
                }
            });
            tokio::spawn(async move { axum::serve(listener, door).await });
        }
        let config = Config { data_dir: folder.path().to_owned(), ..Config::default() };
        let mailer = Mailer::new(&config).unwrap();
        let database = database.clone();
        Self { app, fed, router, weather, serving, database, down, clock, queries, mailer, folder, _database: made }
    }

    /// Stops and starts again on what is on its disk: nothing that was only in memory is there any more.
    pub async fn restart(&mut self) {
        let links = self.app.links.clone();
        let (app, fed, router) = house(&self.database, self.folder.path(), (&self.clock, &self.queries), links).await;
        *self.serving.write().unwrap() = around(router.clone());
        (self.app, self.fed, self.router) = (app, fed, router);
    }

    /// Lets arrive what the weather held back.
    pub async fn release(&self) {
        let house = self.serving.read().unwrap().clone();
        self.weather.release(&house).await;
    }

    /// The time in this town.
    pub fn now(&self) -> Timestamp {
        self.app.now()
    }

    /// Lets time pass.
    pub fn wait(&self, time: SignedDuration) {
        self.clock.fetch_add(i64::try_from(time.as_micros()).unwrap(), Ordering::SeqCst);
    }

    /// Answers nobody any more, as behind a proxy whose server is down.
    pub fn go_down(&self) {
        self.down.store(true, Ordering::SeqCst);
    }

    /// Answers again.
    pub fn come_back(&self) {
        self.down.store(false, Ordering::SeqCst);
    }

    /// Statements run so far.
    pub fn queries(&self) -> u64 {
        self.queries.load(Ordering::SeqCst)
    }

    /// Does the jobs that are due, as the worker does.
    pub async fn run_jobs(&self) {
        while parvis::worker::once(&self.fed, &self.mailer).await + federation::delivery::once(&self.fed).await.unwrap() > 0 {}
    }

    /// Does what is due in several towns until nothing is: what one sends gives work to another.
    pub async fn settle(towns: &[&Self]) {
        // Once each of them in turn had nothing to do, nobody has.
        let mut idle = 0;
        for town in towns.iter().cycle() {
            let done = parvis::worker::once(&town.fed, &town.mailer).await + federation::delivery::once(&town.fed).await.unwrap();
            idle = if done == 0 { idle + 1 } else { 0 };
            if idle >= towns.len() {
                return;
            }
        }
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
        let origin = self.app.links.origin();
        let start = text.find(&format!("{origin}/")).expect("a link") + origin.len();
        text[start..].split(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>')).next().unwrap().to_owned()
    }

    /// Where the town keeps its files.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Somebody who is not signed in.
    pub fn visitor(&self) -> Citizen {
        Citizen::new(self.router.clone(), self.app.links.origin())
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

    /// Who somebody with this address is, as actions see them.
    pub async fn viewer(&self, email: &'static str) -> Viewer {
        let account = self.app.store.read(move |db| store::accounts::by_email(db, email)).await.unwrap().expect("an account");
        Viewer::signed_in(account.actor_id.to(), Role::parse(&account.role).unwrap())
    }

    /// Somebody agrees that what they write leaves under their name.
    pub async fn agrees(&self, viewer: Viewer, name: &str) {
        let form =
            actions::accounts::ProfileForm { name: name.to_owned(), summary: String::new(), lang: "fr".to_owned(), publish_abroad: true };
        actions::accounts::change_profile(&self.app, viewer, &form).await.unwrap();
    }

    /// A citizen.
    pub async fn citizen(&self, name: &str) -> Citizen {
        self.somebody(name, Role::Citizen).await
    }

    /// The machine itself, with every right: for setting a scene, not for testing rights.
    pub fn machine() -> Viewer {
        Viewer::MACHINE
    }

    /// A published consultation that takes contributions for 30 days from now, with two themes and a threshold of 3 supports.
    pub async fn consultation(&self, slug: &str) {
        self.draft(slug).await;
        actions::consultations::publish(&self.app, Self::machine(), slug).await.unwrap();
    }

    /// Says what the town is: a commune of some name, but for what `change` says.
    pub async fn identify(&self, change: impl FnOnce(&mut IdentityForm)) {
        let mut form = IdentityForm {
            territory_kind: "commune".to_owned(),
            name: "Ville de Loin".to_owned(),
            accent: "#336699".to_owned(),
            lang: "fr".to_owned(),
            time_zone: "Europe/Paris".to_owned(),
            ..IdentityForm::default()
        };
        change(&mut form);
        actions::instance::change_identity(&self.app, Self::machine(), &form).await.unwrap();
    }

    /// What a consultation does with voices from other servers.
    pub async fn set_remote_voices(&self, slug: &str, code: &str) {
        let voices = domain::consultation::RemoteVoices::parse(code).unwrap();
        actions::consultations::set_remote_voices(&self.app, Self::machine(), slug, voices).await.unwrap();
    }

    /// The same, not published.
    pub async fn draft(&self, slug: &str) {
        draft(&self.app, slug).await;
    }
}

const EXECUTE: postgres::Execute = |url, sql| store::testing::execute(&Database::Postgres(url.to_owned()), sql).map_err(|e| e.to_string());

/// A database with all tables in a folder.
async fn sqlite_in(folder: &Path) -> Database {
    let path = folder.join("parvis.db");
    let at = path.clone();
    let migrate = |fresh: &Path| store::testing::migrate(&Database::Sqlite(fresh.to_owned())).unwrap();
    tokio::task::spawn_blocking(move || crate::model::copy(&at, migrate)).await.unwrap();
    Database::Sqlite(path)
}

/// Both doors and what is behind them, on a database that may have been used before.
async fn house(
    database: &Database,
    folder: &Path,
    (clock, queries): (&Arc<AtomicI64>, &Arc<AtomicU64>),
    links: Links,
) -> (App, Federation, Router) {
    let store = {
        let (database, queries) = (database.clone(), queries.clone());
        tokio::task::spawn_blocking(move || Store::open_counted(&database, 4, Some(queries))).await.unwrap().unwrap()
    };
    let read = clock.clone();
    let app = App::new(store, links, Clock::new(move || Timestamp::from_microsecond(read.load(Ordering::SeqCst)).unwrap()));
    actions::instance::install(&app).await.unwrap();
    let config = Config { data_dir: folder.to_owned(), ..Config::default() };
    let settings = FederationSettings { allow_private_networks: true, ..config.federation };
    let fed = parvis::house::federation(&app, &settings).unwrap().with_keys(Arc::new(keys::next));
    let router = parvis::house::router(&fed, &Shutdown::new());
    (app, fed, router)
}

/// A consultation like [`Town::consultation`] in any instance, not published.
pub async fn draft(app: &App, slug: &str) {
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
    actions::consultations::draft(app, Town::machine(), &form).await.unwrap();
    let zone = app.time_zone().await.unwrap();
    let local = |days: i64| (app.now().to_zoned(zone.clone()) + days.days()).strftime("%Y-%m-%dT%H:%M").to_string();
    let phase = |kind: &str, from: i64, to: i64| PhaseForm {
        kind: kind.to_owned(),
        name: format!("Phase {kind}"),
        opens_at: local(from),
        closes_at: local(to),
        ..PhaseForm::default()
    };
    let phases = vec![phase("contribution", 0, 30), phase("analysis", 30, 60), phase("answer", 60, 90)];
    actions::consultations::set_phases(app, Town::machine(), slug, phases).await.unwrap();
    let theme = |name: &str| actions::consultations::ThemeForm { id: String::new(), name: name.to_owned() };
    actions::consultations::set_themes(app, Town::machine(), slug, vec![theme("Rues"), theme("Écoles")]).await.unwrap();
}
