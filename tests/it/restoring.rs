//! A backup comes back on both databases: beside the one it replaces, without those who asked to be forgotten, and never under a server.

use std::path::Path;

use actions::App;
use actions::accounts::Remains;
use domain::actor::{Role, Viewer};
use domain::text::Email;
use parvis::config::{Config, Secret};
use parvis::house;
use rig::postgres;
use store::Database;

async fn open(database: &Database) -> App {
    house::open(database, &"http://town.test".parse().unwrap(), house::clock()).await.unwrap()
}

async fn account(app: &App, name: &str) {
    let email = Email::parse(&format!("{name}@example.org")).unwrap();
    actions::accounts::create(app, &email, name, Role::Citizen).await.unwrap();
}

/// Which of these have an account.
async fn known(app: &App, names: &'static [&'static str]) -> Vec<bool> {
    let read = app.store.read(move |db| {
        names.iter().map(|name| Ok(store::accounts::by_email(db, &format!("{name}@example.org"))?.is_some())).collect::<store::Result<_>>()
    });
    read.await.unwrap()
}

async fn erase(app: &App, name: &str) {
    let address = format!("{name}@example.org");
    let wanted = address.clone();
    let found = app.store.read(move |db| store::accounts::by_email(db, &wanted)).await.unwrap().unwrap();
    let viewer = Viewer::signed_in(found.actor_id.to(), Role::Citizen);
    actions::accounts::erase(app, viewer, &address, Remains::Keep).await.unwrap();
}

fn address(database: &Database) -> String {
    match database {
        Database::Sqlite(path) => format!("sqlite://{}", path.display()),
        Database::Postgres(url) => url.clone(),
    }
}

/// What `parvis backup` and `parvis restore` do.
async fn run(database: &Database, work: impl FnOnce(&Config) -> Result<(), String> + Send + 'static) -> Result<(), String> {
    let config = Config { database_url: Some(Secret::new(address(database))), ..Config::default() };
    tokio::task::spawn_blocking(move || work(&config)).await.unwrap()
}

async fn restore(database: &Database, from: &Path) -> Result<(), String> {
    let from = from.to_owned();
    run(database, move |config| parvis::commands::backup::restore(config, &from).map_err(|error| format!("{error:#}"))).await
}

/// Somebody proposes a bench in a consultation that is there.
async fn propose(app: &App, title: &str) -> domain::id::ContributionId {
    let found = app.store.read(|db| store::accounts::by_email(db, "bob@example.org")).await.unwrap().unwrap();
    let raw = domain::contribution::RawDraft { title, body: "Sous le tilleul, à l’ombre.", ..domain::contribution::RawDraft::default() };
    let draft = domain::contribution::Draft::parse(domain::contribution::Kind::Proposal, &raw).unwrap();
    let viewer = Viewer::signed_in(found.actor_id.to(), Role::Citizen);
    actions::contributions::publish(app, viewer, "parc", draft, domain::lang::Lang::Fr).await.unwrap()
}

/// Which of these is shown.
async fn shown(app: &App, ids: [domain::id::ContributionId; 3]) -> Vec<bool> {
    let read = app.store.read(move |db| {
        let mut shown = Vec::new();
        for id in ids {
            let id = store::Uid::of(id);
            let withdrawn = store::contributions::find(db, id)?.is_none_or(|found| found.withdrawn_at.is_some());
            shown.push(!withdrawn && !store::recalls::is_recalled(db, id)?);
        }
        Ok::<_, store::Error>(shown)
    });
    read.await.unwrap()
}

/// Bob's article, which everybody reads, and an address that gets the newsletter: the id of the one, the secret of the other.
async fn tell(app: &App) -> (domain::id::ArticleId, String) {
    let found = app.store.read(|db| store::accounts::by_email(db, "bob@example.org")).await.unwrap().unwrap();
    let form = actions::articles::ArticleForm {
        title: "Le parc rouvre samedi".to_owned(),
        body: "Les allées sont refaites, venez voir.".to_owned(),
        lang: "fr".to_owned(),
        ..actions::articles::ArticleForm::default()
    };
    let id = actions::articles::submit(app, Viewer::signed_in(found.actor_id.to(), Role::Citizen), &form).await.unwrap();
    actions::articles::accept(app, rig::Town::machine(), id, 0).await.unwrap();
    actions::newsletters::subscribe(app, "lea@example.net", "all", (true, "J’accepte."), domain::lang::Lang::Fr).await.unwrap();
    let asked = app.store.read(|db| store::subscriptions::of_address(db, "lea@example.net", "all")).await.unwrap().unwrap();
    let key = actions::newsletters::key(&app.instance().await.unwrap().secret, asked.id);
    actions::newsletters::confirm(app, &key).await.unwrap();
    (id, key)
}

/// Whether the article is shown, why not, and how many get the newsletter.
async fn told(app: &App, id: domain::id::ArticleId) -> (bool, String, usize) {
    let read = app.store.read(move |db| {
        let article = store::articles::find(db, store::Uid::of(id))?.ok_or(store::Error::NotFound)?;
        Ok::<_, store::Error>((article.is_shown(), article.reason, store::subscriptions::next(db, "all", None, 10)?.len()))
    });
    read.await.unwrap()
}

/// Who left the newsletter since the backup was made is not written to again, and what was withdrawn is not shown again.
async fn nobody_is_written_to_again(database: Database) {
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("backup");
    let app = open(&database).await;
    account(&app, "bob").await;
    let (id, key) = tell(&app).await;
    assert_eq!(told(&app, id).await, (true, String::new(), 1));
    let out = backup.clone();
    run(&database, move |config| parvis::commands::backup::write(config, &out).map_err(|error| format!("{error:#}"))).await.unwrap();
    let why = "La réouverture est repoussée.";
    actions::articles::withdraw(&app, rig::Town::machine(), id, why).await.unwrap();
    actions::newsletters::leave(&app, &key).await.unwrap();
    drop(app);
    restore(&database, &backup).await.unwrap();
    assert_eq!(told(&open(&database).await, id).await, (false, why.to_owned(), 0));
}

/// What was withdrawn or taken back since the backup was made stays so.
async fn nothing_taken_back_comes_back(database: Database) {
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("backup");
    let app = open(&database).await;
    account(&app, "bob").await;
    rig::town::draft(&app, "parc").await;
    actions::consultations::publish(&app, rig::Town::machine(), "parc").await.unwrap();
    let ids = [propose(&app, "Un banc").await, propose(&app, "Une fontaine").await, propose(&app, "Un abri").await];
    let out = backup.clone();
    run(&database, move |config| parvis::commands::backup::write(config, &out).map_err(|error| format!("{error:#}"))).await.unwrap();
    let found = app.store.read(|db| store::accounts::by_email(db, "bob@example.org")).await.unwrap().unwrap();
    let bob = Viewer::signed_in(found.actor_id.to(), Role::Citizen);
    actions::contributions::withdraw(&app, bob, ids[0]).await.unwrap();
    let now = store::At(app.now());
    app.store.write(move |db| store::recalls::recall(db, store::Uid::of(ids[1]), now)).await.unwrap();
    assert_eq!(shown(&app, ids).await, [false, false, true]);
    drop(app);
    restore(&database, &backup).await.unwrap();
    assert_eq!(shown(&open(&database).await, ids).await, [false, false, true]);
}

/// A broken disk, or somebody who empties the wrong database.
fn lose(database: &Database) {
    match database {
        Database::Sqlite(path) => std::fs::write(path, "what a broken disk leaves").unwrap(),
        Database::Postgres(_) => {
            for sql in ["DROP SCHEMA public CASCADE", "CREATE SCHEMA public"] {
                store::testing::execute(database, sql).unwrap();
            }
        }
    }
}

/// A database that is lost, or put back by hand, brings back nobody whom the list beside it names.
async fn the_list_remembers_what_the_database_cannot(database: Database) {
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("backup");
    let list = folder.path().join(parvis::erasures::FILE);
    let app = open(&database).await;
    for name in ["ana", "bob"] {
        account(&app, name).await;
    }
    rig::town::draft(&app, "parc").await;
    actions::consultations::publish(&app, rig::Town::machine(), "parc").await.unwrap();
    let ids = [propose(&app, "Un banc").await, propose(&app, "Une fontaine").await, propose(&app, "Un abri").await];
    let out = backup.clone();
    run(&database, move |config| parvis::commands::backup::write(config, &out).map_err(|error| format!("{error:#}"))).await.unwrap();
    let first = parvis::erasures::write(&app, &list, None).await.unwrap();
    let nobody = std::fs::read_to_string(&list).unwrap();
    erase(&app, "ana").await;
    account(&app, "dan").await;
    erase(&app, "dan").await;
    let found = app.store.read(|db| store::accounts::by_email(db, "bob@example.org")).await.unwrap().unwrap();
    let bob = Viewer::signed_in(found.actor_id.to(), Role::Citizen);
    actions::contributions::withdraw(&app, bob, ids[0]).await.unwrap();
    let last = parvis::erasures::write(&app, &list, Some(first)).await.unwrap();
    assert!(last > first);
    let said = std::fs::read_to_string(&list).unwrap();
    assert_eq!((nobody.matches("person").count(), said.matches("person").count(), said.matches("text").count()), (0, 2, 1), "{said}");
    assert!(!said.contains("ana") && !said.contains("example.org"), "{said}");
    std::fs::write(&list, "").unwrap();
    assert_eq!(parvis::erasures::write(&app, &list, Some(last)).await.unwrap(), last);
    assert_eq!(std::fs::read_to_string(&list).unwrap(), "", "nothing is new: nothing is written");
    std::fs::write(&list, &said).unwrap();
    drop(app);

    // The database is lost, with what it knew.
    lose(&database);
    let (from, data_dir) = (backup.clone(), folder.path().to_owned());
    let url = address(&database);
    let restored = tokio::task::spawn_blocking(move || {
        let config = Config { database_url: Some(Secret::new(url)), data_dir, ..Config::default() };
        parvis::commands::backup::restore(&config, &from).map_err(|error| format!("{error:#}"))
    });
    restored.await.unwrap().unwrap();
    let app = open(&database).await;
    assert_eq!(known(&app, &["ana", "bob"]).await, [false, true]);
    assert_eq!(shown(&app, ids).await, [false, true, true]);
    parvis::erasures::write(&app, &list, None).await.unwrap();
    let kept = std::fs::read_to_string(&list).unwrap();
    assert_eq!(kept.matches("person").count(), 2, "dan, whom this backup does not know, may be in the next: {kept}");
    drop(app);

    // Somebody copies the file back by hand: here, a restore that has no list.
    lose(&database);
    restore(&database, &backup).await.unwrap();
    let app = open(&database).await;
    assert_eq!((known(&app, &["ana", "bob"]).await, shown(&app, ids).await), (vec![true, true], vec![true, true, true]));
    parvis::erasures::hold(&app, folder.path()).await.unwrap();
    assert_eq!((known(&app, &["ana", "bob"]).await, shown(&app, ids).await), (vec![false, true], vec![false, true, true]));
}

async fn scenario(database: Database) {
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("backup");
    let app = open(&database).await;
    for name in ["ana", "bob"] {
        account(&app, name).await;
    }
    let out = backup.clone();
    run(&database, move |config| parvis::commands::backup::write(config, &out).map_err(|error| format!("{error:#}"))).await.unwrap();
    erase(&app, "ana").await;
    account(&app, "zoe").await;

    let refused = restore(&database, &backup).await.unwrap_err();
    assert!(refused.contains("in use"), "{refused}");
    assert_eq!(known(&app, &["ana", "bob", "zoe"]).await, [false, true, true], "nothing was touched under the server");
    drop(app);

    let rubbish = folder.path().join("rubbish");
    std::fs::write(&rubbish, "no backup").unwrap();
    restore(&database, &rubbish).await.unwrap_err();
    let app = open(&database).await;
    assert_eq!(known(&app, &["ana", "bob", "zoe"]).await, [false, true, true], "a restore that failed changed nothing");
    drop(app);

    restore(&database, &backup).await.unwrap();
    let app = open(&database).await;
    assert_eq!(known(&app, &["ana", "bob", "zoe"]).await, [false, true, false], "erased since, kept, not there yet");
    account(&app, "cleo").await;
    drop(app);
    restore(&database, &backup).await.unwrap();
    assert_eq!(known(&open(&database).await, &["ana", "bob", "cleo"]).await, [false, true, false], "erased before the last restore");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_taken_back_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    nothing_taken_back_comes_back(Database::Sqlite(folder.path().join("parvis.db"))).await;
    nobody_is_written_to_again(Database::Sqlite(folder.path().join("other.db"))).await;
    the_list_remembers_what_the_database_cannot(Database::Sqlite(folder.path().join("lost.db"))).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_taken_back_on_postgres() {
    let execute: postgres::Execute =
        |url, sql| store::testing::execute(&Database::Postgres(url.to_owned()), sql).map_err(|e| e.to_string());
    if let Some(made) = tokio::task::spawn_blocking(move || postgres::database(execute)).await.unwrap() {
        nothing_taken_back_comes_back(Database::Postgres(made.url())).await;
    }
    if let Some(made) = tokio::task::spawn_blocking(move || postgres::database(execute)).await.unwrap() {
        nobody_is_written_to_again(Database::Postgres(made.url())).await;
    }
    if let Some(made) = tokio::task::spawn_blocking(move || postgres::database(execute)).await.unwrap() {
        the_list_remembers_what_the_database_cannot(Database::Postgres(made.url())).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite() {
    let folder = tempfile::tempdir().unwrap();
    scenario(Database::Sqlite(folder.path().join("parvis.db"))).await;
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains("restoring")), "{left:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres() {
    let execute: postgres::Execute =
        |url, sql| store::testing::execute(&Database::Postgres(url.to_owned()), sql).map_err(|e| e.to_string());
    if let Some(made) = tokio::task::spawn_blocking(move || postgres::database(execute)).await.unwrap() {
        scenario(Database::Postgres(made.url())).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_database_can_be_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let (database, other) = (folder.path().join("parvis.db"), folder.path().join("other.db"));
    let app = open(&Database::Sqlite(other.clone())).await;
    account(&app, "ana").await;
    drop(app);
    let backup = folder.path().join("backup");
    let out = backup.clone();
    run(&Database::Sqlite(other), move |config| parvis::commands::backup::write(config, &out).map_err(|error| format!("{error:#}")))
        .await
        .unwrap();
    std::fs::write(&database, "what a broken disk leaves").unwrap();
    restore(&Database::Sqlite(database.clone()), &backup).await.unwrap();
    assert_eq!(known(&open(&Database::Sqlite(database)).await, &["ana"]).await, [true]);
}
