//! kill −9 of a town in which people vote, and of one that closes a vote, again and again: what was acknowledged is in the box once, roll and box
//! stay as long as each other, and a vote is open or closed, never between.

use std::io::{BufRead, BufReader, Write as _};
use std::process::{Command, Stdio};
use std::time::Duration;

use actions::votes::{self, Draft, DraftOption, Outcome, Voter};
use actions::{App, Clock};
use deliberation::ballot::{Ballot, Form};
use deliberation::verdict::{Counting, Told};
use domain::Timestamp;
use domain::id::{ActorId, BoxId};
use domain::risk::Grid;
use domain::vote::{BoxKind, BoxState, Level};
use parvis::commands::recount::examine;
use parvis::config::PublicUrl;
use rig::Town;
use store::{At, Database, Uid};

/// What the child process does (`votes` or `closes`), in which box, and its database (a path, or the address of PostgreSQL), separated by spaces.
const CHILD: &str = "PARVIS_TEST_VOTES";
/// How many times it is killed while it votes, and while it closes, at most.
const ROUNDS: (u64, u64) = (8, 30);

fn moment(time: &str) -> Timestamp {
    format!("2026-03-02T{time}:00+01:00").parse().unwrap()
}

/// The town at one moment.
async fn open(database: &str, now: Timestamp) -> App {
    let database =
        if database.starts_with("postgres") { Database::Postgres(database.to_owned()) } else { Database::Sqlite(database.into()) };
    parvis::house::open(&database, PublicUrl::local(18_799).url(), Clock::new(move || now)).await.unwrap()
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).unwrap();
}

/// The process that is killed. In an ordinary run it has nothing to do.
#[tokio::test]
#[expect(clippy::disallowed_methods, reason = "this is the process that is killed")]
async fn the_town_that_is_killed() {
    let Ok(said) = std::env::var(CHILD) else { return };
    let words: Vec<&str> = said.splitn(3, ' ').collect();
    let [role, id, database] = words[..] else { panic!("{words:?}") };
    let id = BoxId::parse(id).unwrap();
    if role == "closes" {
        let app = open(database, moment("18:01")).await;
        say("begins");
        votes::close(&app, id).await.unwrap();
        say("closed");
        return;
    }
    let app = open(database, moment("13:00")).await;
    loop {
        let voter = Voter::Account { actor: ActorId(uuid::Uuid::from_bytes(actions::random::bytes())), level: Level::Confirmed };
        let outcome = votes::cast(&app, voter.clone(), id, Ballot::Set(vec![1]), None).await.unwrap();
        let Outcome::Cast { receipt } = outcome else { panic!("{outcome:?}") };
        say(&format!("cast {receipt}"));
        let again = votes::cast(&app, voter, id, Ballot::Set(vec![2]), Some(receipt.clone())).await.unwrap();
        assert_eq!(again, Outcome::Replaced);
        say(&format!("replaced {receipt}"));
    }
}

/// Starts it, kills it some time after its first word, and gives what it had said.
fn kill_after(role: &str, id: BoxId, database: &str, wait: Duration) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["killed_votes::the_town_that_is_killed", "--exact", "--nocapture", "--test-threads=1"])
        .env(CHILD, format!("{role} {id} {database}"))
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let ours = |line: &String| ["cast ", "replaced ", "begins", "closed"].iter().any(|word| line.contains(word));
    let mut spoken: Vec<String> = lines.by_ref().find(ours).into_iter().collect();
    std::thread::park_timeout(wait);
    child.kill().unwrap();
    child.wait().unwrap();
    spoken.extend(lines.filter(ours));
    // The name of the test may stand before the first word.
    spoken.iter().map(|line| line.split_once("... ").map_or(line.as_str(), |(_, said)| said).to_owned()).collect()
}

async fn prepared(database: &str) -> BoxId {
    let app = open(database, moment("11:00")).await;
    rig::town::draft(&app, "place").await;
    actions::consultations::publish(&app, Town::machine(), "place").await.unwrap();
    let poll = Draft {
        kind: BoxKind::Poll,
        form: Form::ChooseOne,
        rule: Counting::Plain,
        budget: 0,
        grid: Some(Grid::usual()),
        ..Draft::budget(
            "Où planter les arbres ?".to_owned(),
            1,
            ["La place", "Le quai"].map(|title| DraftOption::free(title.to_owned())).to_vec(),
            At(moment("12:00")),
            At(moment("18:00")),
        )
    };
    let id = votes::draft(&app, Town::machine(), "place", poll, None).await.unwrap();
    votes::publish(&app, Town::machine(), id).await.unwrap();
    id
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_killed_a_vote_that_was_acknowledged_is_in_the_box_once_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    killed(&folder.path().join("parvis.db").display().to_string()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_killed_a_vote_that_was_acknowledged_is_in_the_box_once_on_postgres() {
    if let Some(made) = Town::new_database().await {
        killed(&made.url()).await;
    }
}

#[expect(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::print_stdout,
    reason = "when it is killed is drawn from the clock; it is the body of two tests"
)]
async fn killed(database: &str) {
    let id = prepared(database).await;
    let mut dice = u64::try_from(Timestamp::now().as_microsecond()).unwrap() | 1;
    let mut drawn = |most: u64| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Duration::from_micros((dice >> 33) % most)
    };
    let mut spoken = Vec::new();
    for _ in 0..ROUNDS.0 {
        spoken.extend(kill_after("votes", id, database, drawn(300_000)));
    }
    let app = open(database, moment("13:00")).await;
    assert!(app.store.read(store::testing::is_whole).await.unwrap());
    for line in &spoken {
        let (verb, receipt) = line.split_once(' ').unwrap();
        let hash = actions::random::token_hash(receipt);
        let kept = app.store.read(move |db| store::votes::with_receipt(db, Uid::of(id), &hash)).await.unwrap();
        let choice = kept.unwrap_or_else(|| panic!("{line}: acknowledged, and lost")).choice;
        assert!(choice == "set:2" || verb == "cast", "{line}: {choice}");
    }
    let (roll, ballots) = sizes(&app, id).await;
    assert_eq!(roll, ballots, "as many voters as ballots");
    assert!(usize::try_from(ballots).unwrap() >= spoken.iter().filter(|line| line.starts_with("cast")).count());
    drop(app);
    for _ in 0..ROUNDS.1 {
        let closed = kill_after("closes", id, database, drawn(12_000)).iter().any(|line| line == "closed");
        let app = open(database, moment("13:00")).await;
        let found = app.store.read(move |db| votes::load(db, Uid::of(id))).await.unwrap();
        let whole = (found.row.result.is_some(), found.row.digest.is_some(), found.row.closed_at.is_some(), found.row.pepper.is_none());
        let expected = found.state == BoxState::Closed;
        assert_eq!(whole, (expected, expected, expected, expected), "open or closed, never between");
        assert!(expected || !closed, "a closing that was acknowledged is lost");
        assert_eq!(sizes(&app, id).await, (roll, ballots));
        if expected {
            break;
        }
    }
    let app = open(database, moment("18:02")).await;
    votes::close(&app, id).await.unwrap();
    let found = app.store.read(move |db| votes::load(db, Uid::of(id))).await.unwrap();
    assert_eq!(Told::read(found.row.result.as_deref().unwrap()).ballots, u64::try_from(ballots).unwrap());
    let published = app.store.read(move |db| votes::record(db, &found)).await.unwrap().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("vote.json");
    std::fs::write(&file, published.record.published(&published.digest)).unwrap();
    let said = examine(&file);
    assert_eq!(said.code, 0, "{said:?}");
    println!("{ballots} ballots, {} acts acknowledged", spoken.len());
}

async fn sizes(app: &App, id: BoxId) -> (i64, i64) {
    let read = app.store.read(move |db| {
        let ballots: i64 = store::votes::channels(db, Uid::of(id))?.iter().map(|(_, count)| count).sum();
        Ok::<_, store::Error>((store::votes::turnout(db, Uid::of(id))?, ballots))
    });
    read.await.unwrap()
}
