//! kill −9 of a real sender and a real receiver, again and again, at random points: what was acknowledged to people is on the other server, once,
//! as it is here (promises R1, R2, R3, R8). The two are processes with their own databases, workers and HTTP between them, and the sender is also two
//! processes on one PostgreSQL; their clock runs sixty times faster, so that a server that rests a minute after a failure rests a second.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::JoinHandle;
use std::time::Duration;

use actions::{App, Clock};
use domain::Timestamp;
use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::ContributionId;
use domain::lang::Lang;
use domain::text::Email;
use parvis::config::{Config, FederationSettings, PublicUrl};
use parvis::shutdown::Shutdown;
use rig::Town;
use store::{Database, Uid};
use uuid::Uuid;

/// What the child process is: role, public port, port, when the clock began (microseconds), database (`-`: a file in the folder) and folder, separated
/// by spaces; the folder is the last.
const CHILD: &str = "PARVIS_TEST_TOWN";
/// How many times somebody is killed; without it, [`ROUNDS`].
const ROUNDS_ASKED: &str = "PARVIS_TEST_ROUNDS";
const ROUNDS: u64 = 8;
/// How much faster the clock of the towns runs.
const HASTE: i32 = 60;
const ANA: &str = "ana@example.org";

#[expect(clippy::disallowed_methods, reason = "two processes share one clock, which is made from the real one")]
fn clock(began: Timestamp) -> Clock {
    Clock::new(move || began + Timestamp::now().duration_since(began) * HASTE)
}

/// Where a process of a town runs.
#[derive(Debug, Clone)]
struct Place {
    /// The port of the town's address.
    public: u16,
    /// The port at which this process listens.
    port: u16,
    /// Its folder.
    folder: PathBuf,
    /// The address of PostgreSQL; none: a file in the folder.
    postgres: Option<String>,
}

impl Place {
    fn alone(folder: &tempfile::TempDir) -> Self {
        let port = free_port();
        Self { public: port, port, folder: folder.path().to_owned(), postgres: None }
    }

    fn told(&self, role: &str, began: Timestamp) -> String {
        let database = self.postgres.as_deref().unwrap_or("-");
        format!("{role} {} {} {} {database} {}", self.public, self.port, began.as_microsecond(), self.folder.display())
    }

    fn read(said: &str) -> (String, Timestamp, Self) {
        let said: Vec<&str> = said.splitn(6, ' ').collect();
        let [role, public, port, began, database, folder]: [&str; 6] = said.try_into().unwrap();
        let place = Self {
            public: public.parse().unwrap(),
            port: port.parse().unwrap(),
            folder: folder.into(),
            postgres: (database != "-").then(|| database.to_owned()),
        };
        (role.to_owned(), Timestamp::from_microsecond(began.parse().unwrap()).unwrap(), place)
    }

    async fn open(&self, began: Timestamp) -> App {
        let database = match &self.postgres {
            Some(address) => Database::Postgres(address.clone()),
            None => Database::Sqlite(self.folder.join("parvis.db")),
        };
        parvis::house::open(&database, PublicUrl::local(self.public).url(), clock(began)).await.unwrap()
    }
}

fn draft(title: &str) -> Draft {
    let body = "Sous le tilleul, à l’ombre, pour que chacun puisse s’asseoir en chemin.";
    Draft::parse(Kind::Proposal, &RawDraft { title, body, ..RawDraft::default() }).unwrap()
}

/// One of the two towns, until it is killed or told to stop. In an ordinary run it has nothing to do.
#[test]
#[expect(clippy::disallowed_methods, reason = "this is the process that is killed")]
fn the_town_that_is_killed() {
    let Ok(said) = std::env::var(CHILD) else { return };
    let (role, began, place) = Place::read(&said);
    let outcome = parvis::commands::serve::on_runtime(async {
        let shutdown = Shutdown::new();
        shutdown.listen_for_signals()?;
        let app = place.open(began).await;
        let defaults = Config::default();
        let config = Config {
            public_url: PublicUrl::local(place.public),
            listen: ([127, 0, 0, 1], place.port).into(),
            data_dir: place.folder.clone(),
            federation: FederationSettings { allow_private_networks: true, ..defaults.federation },
            ..defaults
        };
        match role.as_str() {
            "acts" => drop(tokio::spawn(act(app.clone()))),
            "follows" => drop(tokio::spawn(follow(app.clone(), shutdown.clone()))),
            "drains" => drop(tokio::spawn(drain(app.clone(), shutdown.clone()))),
            _ => {}
        }
        parvis::commands::serve::keep(&config, &app, &shutdown).await
    });
    outcome.unwrap();
}

/// A line that whoever started the process reads.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).unwrap();
}

/// Publishes and withdraws, and says aloud what was acknowledged.
async fn act(app: App) {
    let account = app.store.read(|db| store::accounts::by_email(db, ANA)).await.unwrap().unwrap();
    let ana = domain::actor::Viewer::signed_in(account.actor_id.to(), domain::actor::Role::Citizen);
    let mut ticks = tokio::time::interval(Duration::from_millis(25));
    for n in 0_u64.. {
        ticks.tick().await;
        let id = actions::contributions::publish(&app, ana, "parc", draft(&format!("Un banc, le numéro {n}")), Lang::Fr).await.unwrap();
        say(&format!("published {id}"));
        if n % 5 == 0 {
            actions::contributions::withdraw(&app, ana, id).await.unwrap();
            say(&format!("withdrawn {id}"));
        }
    }
}

/// Stops the town once what it asked to follow has agreed: what is published before is nobody's loss.
async fn follow(app: App, shutdown: Shutdown) {
    let ours = app.instance().await.unwrap().collectivity_id;
    let mut ticks = tokio::time::interval(Duration::from_millis(100));
    let accepted = async || {
        let follows = app.store.read(move |db| store::follows::of_follower(db, ours, 10, 0)).await.unwrap();
        follows.len() == 2 && follows.iter().all(|follow| follow.state == "accepted")
    };
    while !accepted().await {
        ticks.tick().await;
    }
    shutdown.ask();
}

/// Stops the town once everything has left.
async fn drain(app: App, shutdown: Shutdown) {
    let mut ticks = tokio::time::interval(Duration::from_millis(100));
    let mut empty = 0;
    while empty < 5 {
        ticks.tick().await;
        let waiting = app.store.read(|db| {
            Ok::<_, store::Error>((store::deliveries::depth(db)?.0, store::jobs::is_waiting(db, store::jobs::JobKind::PublishAbroad)?))
        });
        empty = if waiting.await.unwrap() == (0, false) { empty + 1 } else { 0 };
    }
    shutdown.ask();
}

/// A running town, and what it says.
struct Running {
    child: Child,
    listening: JoinHandle<Vec<(String, Uuid)>>,
}

impl Running {
    fn start(role: &str, place: &Place, began: Timestamp) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["killed::the_town_that_is_killed", "--exact", "--nocapture", "--test-threads=1"])
            .env(CHILD, place.told(role, began))
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // A line that was cut by the kill was not said.
        let listening = std::thread::spawn(move || lines.map_while(Result::ok).filter_map(|line| said(&line)).collect());
        Self { child, listening }
    }

    fn kill(mut self) -> Vec<(String, Uuid)> {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.listening.join().unwrap()
    }

    /// SIGTERM; the end must be clean, and in time.
    fn stop(self) -> Vec<(String, Uuid)> {
        assert!(Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap().success());
        self.ends(300)
    }

    /// Waits for its own end, in tenths of a second.
    fn ends(mut self, tenths: u32) -> Vec<(String, Uuid)> {
        for _ in 0..tenths {
            if let Some(status) = self.child.try_wait().unwrap() {
                assert!(status.success(), "it did not end cleanly: {status}");
                return self.listening.join().unwrap();
            }
            std::thread::park_timeout(Duration::from_millis(100));
        }
        let spoken = self.kill();
        assert_eq!(tenths, 0, "it did not end within so many tenths of a second");
        spoken
    }
}

fn said(line: &str) -> Option<(String, Uuid)> {
    let (verb, id) = line.rsplit_once(' ')?;
    let verb = verb.rsplit(' ').next()?;
    Some((verb.to_owned(), Uuid::try_parse(id).ok()?))
}

/// A port that was free a moment ago.
fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// What is kept in the town that follows: titles by the id that the other town gave.
async fn kept(app: &App) -> BTreeMap<Uuid, String> {
    let mut found = BTreeMap::new();
    let total = app.store.read(|db| store::mirrored::count(db, None)).await.unwrap();
    for offset in (0..total).step_by(500) {
        for row in app.store.read(move |db| store::mirrored::recent(db, None, 500, offset)).await.unwrap() {
            let id = row.mirrored.uri.rsplit('/').next().and_then(|id| Uuid::try_parse(id).ok()).unwrap();
            assert!(found.insert(id, row.mirrored.title).is_none(), "twice: {}", row.mirrored.uri);
        }
    }
    found
}

async fn set_the_scene(app: &App) {
    rig::town::draft(app, "parc").await;
    actions::consultations::publish(app, Town::machine(), "parc").await.unwrap();
    actions::accounts::create(app, &Email::parse(ANA).unwrap(), "Ana", domain::actor::Role::Citizen).await.unwrap();
}

/// Kills a process of the sender, the receiver or both at random moments, and gives what was acknowledged.
fn kill_again_and_again(rounds: u64, senders: &[Place], receiver_at: &Place, began: Timestamp) -> Vec<(String, Uuid)> {
    let mut acknowledged = Vec::new();
    let start = |role: &str, place: &Place| Running::start(role, place, began);
    let one = start("serves", &senders[0]);
    start("follows", receiver_at).ends(600);
    one.stop();
    let mut running: Vec<Running> = senders.iter().map(|place| start("acts", place)).collect();
    let mut receiver = start("serves", receiver_at);
    // A small generator: which of the two, and when, need not be hard to guess.
    let mut dice = u64::try_from(began.as_microsecond()).unwrap() | 1;
    say(&format!("dice: {dice}"));
    for round in 0..rounds {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::park_timeout(Duration::from_millis(700 + (dice >> 33) % 900));
        let which = usize::try_from((dice >> 17) % 64).unwrap() % senders.len();
        if round % 8 == 7 || round % 2 == 0 {
            let sender = running.remove(which);
            acknowledged.extend(if round % 8 == 7 { sender.stop() } else { sender.kill() });
            running.insert(which, start("acts", &senders[which]));
        }
        if round % 2 == 1 || round % 6 == 4 {
            receiver.kill();
            receiver = start("serves", receiver_at);
        }
    }
    acknowledged.extend(running.into_iter().flat_map(Running::kill));
    // Everything leaves within ten minutes, however much there is.
    start("drains", &senders[0]).ends(6000);
    receiver.stop();
    acknowledged
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_killed_what_was_acknowledged_arrives_once() {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    arrives_once(vec![Place::alone(&folders[0])], Place::alone(&folders[1])).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_processes_on_one_postgres_either_may_be_killed() {
    let Some(made) = Town::new_database().await else { return };
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let first = Place { postgres: Some(made.url()), ..Place::alone(&folders[0]) };
    let second = Place { port: free_port(), folder: folders[1].path().to_owned(), ..first.clone() };
    arrives_once(vec![first, second], Place::alone(&folders[2])).await;
}

#[expect(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::print_stdout,
    reason = "the number of rounds is asked for from outside; the towns' clock begins now; it is the body of two tests"
)]
async fn arrives_once(senders: Vec<Place>, receiver_at: Place) {
    let rounds = std::env::var(ROUNDS_ASKED).ok().map_or(ROUNDS, |asked| asked.parse().unwrap());
    let (began, sender_at) = (Timestamp::now(), senders[0].clone());
    {
        let sender = sender_at.open(began).await;
        set_the_scene(&sender).await;
        let receiver = receiver_at.open(began).await;
        for name in ["collectivite", "parc"] {
            let address = format!("http://localhost:{}/actors/{name}", sender_at.public);
            actions::abroad::follow_address(&receiver, Town::machine(), &address).await.unwrap();
        }
    }
    let there = receiver_at.clone();
    let acknowledged = tokio::task::spawn_blocking(move || kill_again_and_again(rounds, &senders, &there, began)).await.unwrap();
    let (sender, receiver) = (sender_at.open(began).await, receiver_at.open(began).await);
    for app in [&sender, &receiver] {
        assert!(app.store.read(store::testing::is_whole).await.unwrap());
        crate::public_record::is_sound(app).await;
    }
    let kept = kept(&receiver).await;
    let withdrawn: Vec<Uuid> = acknowledged.iter().filter(|(verb, _)| verb == "withdrawn").map(|(_, id)| *id).collect();
    for (verb, id) in &acknowledged {
        let uid = Uid::of(ContributionId(*id));
        let here = sender.store.read(move |db| store::contributions::find(db, uid)).await.unwrap();
        let here = here.unwrap_or_else(|| panic!("{verb} {id} was acknowledged and is lost"));
        if verb == "withdrawn" {
            assert!(here.withdrawn_at.is_some(), "{id} was taken back, and is not");
        }
        // One whose withdrawal was written and not acknowledged is away there, too.
        let expected = here.withdrawn_at.is_none().then_some(&here.title);
        assert_eq!(kept.get(id), expected, "{verb} {id}");
    }
    let given_up = sender.store.read(store::deliveries::depth).await.unwrap();
    assert_eq!((given_up.0, given_up.1), (0, 0));
    println!(
        "{rounds} rounds, {} acts acknowledged, {} of them taken back, {} kept there",
        acknowledged.len(),
        withdrawn.len(),
        kept.len()
    );
    assert!(acknowledged.len() > usize::try_from(rounds).unwrap(), "it acted: {}", acknowledged.len());
}
