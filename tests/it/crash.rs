//! kill −9 during writes loses nothing that was acknowledged (promise R1), and a full disk is survived without a restart (R9).

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use domain::Timestamp;
use domain::event::{Event, EventKind};
use rig::{Town, on_both_databases};
use store::{Database, Store, Uid};
use uuid::Uuid;

const NEW: &str = "/c/place/new?kind=proposal";

/// Names the database that the child process writes to.
const CHILD: &str = "PARVIS_TEST_CRASH_DATABASE";

fn event(id: Uuid) -> Event {
    Event::new(EventKind::SettingsChanged).on(id)
}

/// Writes as fast as it can from several tasks, and says aloud what was acknowledged, until it is killed. In an ordinary run it has nothing to do.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[expect(clippy::disallowed_methods, reason = "this is the process that is killed")]
async fn the_child_that_is_killed() {
    let Ok(path) = std::env::var(CHILD) else { return };
    let store = Store::open(&Database::Sqlite(path.into()), 1).unwrap();
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let store = store.clone();
            tokio::spawn(async move {
                for n in 0_u64.. {
                    let id = actions::random::uuid_v7(Timestamp::from_second(i64::try_from(n).unwrap()).unwrap());
                    store.write(move |db| store::journal::append(db, &event(id), Timestamp::UNIX_EPOCH)).await.unwrap();
                    println!("acknowledged {id}");
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
}

fn acknowledged_before_the_kill(database: &Path, patience: Duration) -> Vec<Uuid> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["crash::the_child_that_is_killed", "--exact", "--nocapture", "--test-threads=1"])
        .env(CHILD, database)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let killer = std::thread::spawn(move || {
        std::thread::park_timeout(patience);
        child.kill().unwrap();
        child.wait().unwrap();
    });
    let mut ids = Vec::new();
    for line in lines {
        let Ok(line) = line else { break };
        // A line that was cut by the kill was not said: it is not counted.
        if let Some(id) = line.rsplit("acknowledged ").next().and_then(|id| Uuid::try_parse(id).ok()) {
            ids.push(id);
        }
    }
    killer.join().unwrap();
    ids
}

#[tokio::test]
async fn kill_minus_nine_loses_nothing_that_was_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("parvis.db");
    let mut all = Vec::new();
    for round in 0..12 {
        let path = database.clone();
        let ids = tokio::task::spawn_blocking(move || acknowledged_before_the_kill(&path, Duration::from_millis(400 + round * 53)))
            .await
            .unwrap();
        all.extend(ids);
        let store = Store::open(&Database::Sqlite(database.clone()), 1).unwrap();
        assert!(store.read(store::testing::is_whole).await.unwrap(), "round {round}");
        let expected = all.clone();
        let missing = store
            .read(move |db| {
                let mut missing = 0;
                for id in expected {
                    missing += usize::from(store::journal::on_subject(db, Uid(id))?.len() != 1);
                }
                Ok::<_, store::Error>(missing)
            })
            .await
            .unwrap();
        assert_eq!(missing, 0, "round {round}: of {} acknowledged writes", all.len());
    }
    assert!(all.len() > 12, "the child wrote: {}", all.len());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_is_a_clear_page_and_passes() {
    let town = Town::on_sqlite().await;
    town.consultation("place").await;
    let mut ana = town.citizen("Ana").await;
    town.app.store.write(|db| store::testing::run(db, "PRAGMA max_page_count = 1")).await.unwrap();
    let body = "Un long texte. ".repeat(1000);
    let form = [("kind", "proposal"), ("title", "Des bancs à l'ombre"), ("body", body.as_str()), ("theme", "")];
    let mut statuses = Vec::new();
    for _ in 0..40 {
        let answer = ana.post(NEW, NEW, &form).await;
        statuses.push(answer.status.as_u16());
        if answer.status == 507 {
            answer.says("Votre envoi n'est pas enregistré");
            assert!(answer.body.contains(body.trim()), "the text comes back in its form");
            break;
        }
    }
    assert_eq!(statuses.last(), Some(&507), "{statuses:?}");
    // The writer has opened the file anew.
    town.app.store.write(|db| store::testing::run(db, "PRAGMA max_page_count = 1")).await.unwrap();
    let mut profile = Vec::new();
    for n in 0..100 {
        // The smallest act writes a line in the journal, which fills its last page in the end.
        let fields = [("name", format!("Ana {n}")), ("summary", format!("Institutrice, {n} ans de métier.")), ("lang", "fr".to_owned())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let answer = ana.post("/account", "/account", &fields).await;
        profile.push(answer.status.as_u16());
        if answer.status == 507 {
            answer.says(&format!("Institutrice, {n} ans de métier.")).says("Envoyer de nouveau");
            assert!(answer.hidden("_csrf").is_some() && answer.body.contains("action=\"/account\""), "it can be sent again from here");
            break;
        }
    }
    assert_eq!(profile.last(), Some(&507), "{profile:?}");
    town.visitor().see("/c/place").await;
    town.app.store.write(|db| store::testing::run(db, "PRAGMA max_page_count = 1000000")).await.unwrap();
    assert_eq!(ana.post(NEW, NEW, &form).await.status, 303);
    assert!(town.app.store.read(store::testing::is_whole).await.unwrap());
}

on_both_databases! {
    async fn a_refused_action_takes_nothing_with_it_from_its_group(town: Town) {
        let writes: Vec<_> = (0..64_u128)
            .map(|n| {
                let store = town.app.store.clone();
                tokio::spawn(async move {
                    store
                        .write(move |db| {
                            store::journal::append(db, &event(Uuid::from_u128(n)), Timestamp::UNIX_EPOCH)?;
                            if n % 3 == 0 { Err(store::Error::NotFound) } else { Ok(()) }
                        })
                        .await
                        .is_ok()
                })
            })
            .collect();
        for (n, write) in writes.into_iter().enumerate() {
            let kept = write.await.unwrap();
            assert_eq!(kept, n % 3 != 0);
            let lines = town.app.store.read(move |db| store::journal::on_subject(db, Uid(Uuid::from_u128(n as u128)))).await.unwrap();
            assert_eq!(lines.len(), usize::from(kept), "write {n}");
        }
    }
}

on_both_databases! {
    async fn a_panic_in_a_write_is_contained(town: Town) {
        let result = town.app.store.write(|db| {
            store::journal::append(db, &event(Uuid::from_u128(7)), Timestamp::UNIX_EPOCH)?;
            let empty: Vec<u8> = Vec::new();
            assert_eq!(empty.len(), 1, "a fault in an action");
            Ok::<(), store::Error>(())
        }).await;
        assert!(result.is_err());
        let left = town.app.store.read(|db| store::journal::on_subject(db, Uid(Uuid::from_u128(7)))).await.unwrap();
        assert!(left.is_empty());
        town.app.store.write(|db| store::journal::append(db, &event(Uuid::from_u128(8)), Timestamp::UNIX_EPOCH)).await.unwrap();
    }
}
