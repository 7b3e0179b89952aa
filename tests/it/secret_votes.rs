//! G12: people vote in every way while everything that is written down is kept: log lines of every level, metrics, the database with its log of
//! writes, backups, exports. Nowhere do a voter and a choice stand together, and most of what would name a voter stands nowhere at all.

use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};

use axum::body::Body;
use domain::actor::Role;
use http::Request;
use jiff::SignedDuration;
use parvis::telemetry::metrics::{self, Metrics};
use rig::{Citizen, Town, on_both_databases};
use tower::ServiceExt;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::MakeWriter;

const POLLS: &str = "/admin/consultations/place/polls";

/// What was logged, by the whole process.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;
    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// Log lines of every level, and metrics, of this process: kept from the first who asks.
fn kept() -> &'static (Lines, Metrics) {
    static KEPT: OnceLock<(Lines, Metrics)> = OnceLock::new();
    KEPT.get_or_init(|| {
        let lines = Lines::default();
        tracing_subscriber::fmt().with_max_level(LevelFilter::TRACE).with_writer(lines.clone()).init();
        (lines, metrics::install().unwrap())
    })
}

/// Somebody who has voted: all that could name them, and what they chose.
struct Voter {
    names: Vec<String>,
    receipt: Option<String>,
    choice: String,
}

/// Every set of one to four of the five options is chosen by one person only.
fn choice(who: usize) -> Vec<&'static str> {
    (0..5).filter(|bit| ((who + 1) >> bit) & 1 == 1).map(|bit| ["1", "2", "3", "4", "5"][bit]).collect()
}

fn browser(town: &Town) -> Citizen {
    Citizen::new(parvis::commands::serve::around(town.router.clone()), town.app.links.origin())
}

struct Poll {
    page: String,
    office: String,
    enter: String,
}

async fn published(agent: &mut Citizen) -> Poll {
    let fields = [
        ("title", "Où planter les tilleuls ?"),
        ("form", "approval"),
        ("options", "La place\nLe quai\nL’école\nLa halle\nLe pont"),
        ("opens_at", "2026-03-02T12:00"),
        ("closes_at", "2026-03-02T18:00"),
        ("revote", "on"),
    ];
    let fields: Vec<_> = fields.into_iter().chain(rig::GRID).collect();
    let new = format!("{POLLS}/new");
    let draft = agent.post(&new, &new, &fields).await.location().split('?').next().unwrap().to_owned();
    let ways: Vec<_> = ["confirmed", "email_code", "printed_code", "desk", "paper"].map(|way| ("way", way)).to_vec();
    let chosen = agent.post(&format!("{draft}/ways"), &format!("{draft}/ways"), &ways).await;
    assert_eq!(chosen.status, 303, "{}", chosen.text());
    let out = agent.post(&draft, &format!("{draft}/publish"), &[]).await;
    assert_eq!(out.status, 303, "{}", out.text());
    let page = format!("/c/place/polls/{}", draft.rsplit('/').next().unwrap());
    Poll { enter: format!("{page}/enter"), page, office: draft }
}

/// Sends a ballot by screen; gives the receipt.
async fn cast(citizen: &mut Citizen, poll: &Poll, from: &str, chosen: &[&str]) -> String {
    let mut fields: Vec<_> = chosen.iter().map(|option| ("choice", *option)).collect();
    fields.push(("action", "cast"));
    let answer = citizen.post(from, &poll.page, &fields).await;
    let at_once = answer.status == 200;
    assert!(at_once || answer.status == 303, "{}", answer.text());
    let page = if at_once { answer } else { citizen.see(&format!("{}/receipt", poll.page)).await };
    between(&page.body, "<code translate=\"no\">", "<")
}

fn between(text: &str, from: &str, to: &str) -> String {
    text.split(from).nth(1).unwrap().split(to).next().unwrap().to_owned()
}

/// Three people vote in each way; gives them, and the browsers of those who have accounts.
async fn everybody_votes(town: &Town, helene: &mut Citizen, poll: &Poll) -> (Vec<Voter>, Vec<Citizen>) {
    let mut jean = town.somebody("Jean", Role::Agent).await;
    let ways = format!("{}/ways", poll.office);
    let file = helene.post(&ways, &format!("{}/codes", poll.office), &[("count", "9"), ("format", "csv")]).await;
    let codes: Vec<String> =
        file.body.lines().skip(1).map(|line| line.rsplit([',', ';']).next().unwrap().trim_matches('"').to_owned()).collect();
    let plain = |code: &String| code.replace('-', "");
    let (mut voters, mut accounts) = (Vec::new(), Vec::new());
    for who in 0..12 {
        let (mut ana, chosen) = (browser(town), choice(who));
        let (from, names) = match who {
            0..3 => {
                let name = format!("Accounta{who}");
                ana.cookies = town.citizen(&name).await.cookies;
                (poll.page.clone(), vec![format!("accounta{who}")])
            }
            3..6 => {
                let address = format!("mailina{who}@example.org");
                ana.post(&poll.enter, &format!("{}/mail", poll.enter), &[("email", &address)]).await;
                town.run_jobs().await;
                let link = town.latest_link(&address).await;
                assert_eq!(ana.post(&link, &link, &[]).await.location(), poll.page);
                (poll.enter.clone(), vec![address, link.rsplit(['/', '=']).next().unwrap().to_owned()])
            }
            6..9 => {
                let code = &codes[who - 6];
                ana.post(&poll.enter, &format!("{}/code", poll.enter), &[("code", code)]).await;
                (poll.enter.clone(), vec![code.clone(), plain(code)])
            }
            _ => {
                let letter = &codes[who - 6];
                let desk = format!("{}/desk", poll.office);
                let given = helene.post(&desk, &desk, &[("code", letter)]).await;
                let code = between(&given.body, "<code translate=\"no\">", "<");
                ana.post(&poll.enter, &format!("{}/code", poll.enter), &[("code", &code)]).await;
                (poll.enter.clone(), vec![letter.clone(), plain(letter), plain(&code)])
            }
        };
        let receipt = cast(&mut ana, poll, &from, &chosen).await;
        voters.push(Voter { names, receipt: Some(receipt), choice: chosen.join(",") });
        if who < 3 {
            accounts.push(ana);
        }
    }
    let paper = format!("{}/paper", poll.office);
    let mut lines = Vec::new();
    for (who, code) in (12..).zip(&codes[6..9]) {
        assert_eq!(helene.post(&paper, &paper, &[("code", code)]).await.status, 303);
        lines.push(choice(who).join(" "));
        voters.push(Voter { names: vec![plain(code), code.clone()], receipt: None, choice: choice(who).join(",") });
    }
    for typist in [helene, &mut jean] {
        let typed = typist.post(&paper, &format!("{}/batches", poll.office), &[("number", "1"), ("lines", &lines.join("\n"))]).await;
        assert_eq!(typed.status, 303, "{}", typed.text());
    }
    (voters, accounts)
}

/// Bytes as a text in which ASCII can be found.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The backup as its owner can read it: the bytes of SQLite's, the statements of PostgreSQL's.
async fn backup(town: &Town) -> String {
    let (folder, database) = (tempfile::tempdir().unwrap(), town.app.store.database().clone());
    tokio::task::spawn_blocking(move || {
        let out = folder.path().join("backup");
        store::backup::write(&database, &out).unwrap();
        match database {
            store::Database::Sqlite(_) => std::fs::read(out).unwrap(),
            store::Database::Postgres(_) => {
                let read = std::process::Command::new("pg_restore").args(["--data-only", "--file=-"]).arg(&out).output().unwrap();
                assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
                read.stdout
            }
        }
    })
    .await
    .map(|bytes| text(&bytes))
    .unwrap()
}

/// SQLite's file and its log of writes; nothing on PostgreSQL, whose files are not ours to read.
fn files(town: &Town) -> String {
    let store::Database::Sqlite(path) = town.app.store.database() else { return String::new() };
    let read = |end: &str| std::fs::read(Path::new(&format!("{}{end}", path.display()))).unwrap_or_default();
    text(&[read(""), read("-wal")].concat())
}

/// What stands within 100 bytes before and after each ballot with this choice.
fn ballots(place: &str, choice: &str) -> Vec<String> {
    let needle = format!("set:{choice}");
    let ends = |at: &usize| !matches!(place.as_bytes().get(at + needle.len()), Some(b',' | b'0'..=b'9'));
    let around = |at: usize| text(&place.as_bytes()[at.saturating_sub(100)..place.len().min(at + 100)]);
    place.match_indices(&needle).map(|(at, _)| at).filter(ends).map(around).collect()
}

/// What is kept of the vote says neither who holds a code, an address or a receipt, nor anything of a voter beside a choice.
async fn nothing_is_kept(town: &Town, voters: &[Voter], when: &str) {
    let (copy, files) = (backup(town).await, files(town));
    for (who, voter) in voters.iter().enumerate() {
        assert_eq!(ballots(&copy, &voter.choice).len(), 1, "{when}: {} stands in its ballot alone", voter.choice);
        for place in [&copy, &files] {
            for around in ballots(place, &voter.choice) {
                assert!(
                    !voters.iter().flat_map(|voter| &voter.names).any(|name| around.contains(name.as_str())),
                    "{when}: a name beside a choice"
                );
            }
            assert!(voter.receipt.as_ref().is_none_or(|receipt| !place.contains(receipt)), "{when}: a receipt is kept");
            // Accounts have their addresses; a letter waits with its own until it is sent, and SQLite's log remembers it for a while.
            if who >= 6 || (who >= 3 && place == &copy) {
                assert!(voter.names.iter().all(|name| !place.contains(name.as_str())), "{when}: {who}: a code is kept");
            }
        }
    }
    assert!(copy.contains("accounta1"), "the test looks where things are");
}

on_both_databases! {
    async fn no_line_joins_a_voter_to_a_choice(town: Town) {
        let (lines, metrics) = kept();
        town.consultation("place").await;
        let mut helene = town.somebody("Helene", Role::Agent).await;
        let poll = published(&mut helene).await;
        let before = lines.0.lock().unwrap().len();
        let (voters, mut accounts) = everybody_votes(&town, &mut helene, &poll).await;
        nothing_is_kept(&town, &voters, "during the vote").await;
        town.wait(SignedDuration::from_hours(6));
        town.run_jobs().await;
        let settle = format!("{}/paper/settle", poll.office);
        assert_eq!(helene.post(&format!("{}/paper", poll.office), &settle, &[("reason", "")]).await.status, 303);
        town.visitor().see(&poll.page).await.says("15 bulletins comptés");
        nothing_is_kept(&town, &voters, "after it").await;

        let logged = text(&lines.0.lock().unwrap()[before..]);
        let page = metrics.router().oneshot(Request::get("/metrics").body(Body::empty()).unwrap()).await.unwrap();
        let measured = text(&axum::body::to_bytes(page.into_body(), usize::MAX).await.unwrap());
        assert!([&logged, &measured].iter().all(|place| place.contains("/c/{slug}/polls/{poll}")), "the test looks where things are");
        assert_eq!(LevelFilter::current(), LevelFilter::TRACE, "every level is kept");
        let mut exports = String::new();
        for end in ["record.json", "ballots.csv"] {
            exports += &town.visitor().get(&format!("{}/{end}", poll.page)).await.body;
        }
        let mut root = town.somebody("Root", Role::Administrator).await;
        exports += &root.see("/admin/journal").await.body;
        // What somebody takes away of their account says nothing of their vote.
        for account in &mut accounts {
            let taken = account.see("/account/export").await.body;
            assert!(taken.contains("accounta") && !taken.contains("set:"), "{taken}");
        }
        for voter in &voters {
            for name in voter.names.iter().chain(&voter.receipt) {
                assert!([&logged, &measured, &exports].iter().all(|place| !place.contains(name.as_str())), "{name}");
            }
            assert_eq!((ballots(&logged, &voter.choice).len(), ballots(&measured, &voter.choice).len()), (0, 0), "{}", voter.choice);
            assert_eq!(ballots(&exports, &voter.choice).len(), 2, "{}: once in each file", voter.choice);
        }
        assert!(!logged.contains("choice="), "what a form says is not logged");
    }
}
