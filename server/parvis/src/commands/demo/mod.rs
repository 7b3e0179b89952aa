//! `parvis demo`: a commune that has consulted for ten weeks, its region and the State, each on its own database and talking over HTTP, on this
//! machine only, in one command.

mod days;
mod letters;
mod network;
mod seed;
mod show;
mod story;
mod town;

use std::fs::DirBuilder;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use actions::limits::Limits;
use actions::{App, Clock};
use anyhow::{Context, bail};
use jiff::SignedDuration;

use super::{database, serve};
use crate::cli;
use crate::config::{Config, FederationMode, FederationSettings, MailSettings, PublicUrl};
use crate::house;
use crate::mail::Mailer;
use crate::shutdown::Shutdown;

use show::Made;
pub use show::{Demo, DemoAccount};
use town::{NETWORK, Story, Town};

/// How long ago a new demo was installed: just before the first day of the story.
const INSTALLED_BEFORE: SignedDuration = SignedDuration::from_hours(72 * 24);

/// Shows a commune, its region and the State until SIGTERM or Ctrl-C. Data in a folder that was not named goes at the end.
///
/// # Errors
/// When it cannot start.
pub fn run(config: &Config, what: &cli::Demo) -> anyhow::Result<()> {
    let place = Place::choose(what.dir.as_deref())?;
    let mut configs = Vec::new();
    for (story, port) in NETWORK.iter().zip(what.port..) {
        let config = Config {
            public_url: PublicUrl::local(port),
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, port)),
            data_dir: place.path.join(story.folder),
            database_url: None,
            mail: MailSettings::default(),
            federation: FederationSettings { mode: FederationMode::Open, allow_private_networks: true },
            ..config.clone()
        };
        // Better known before the towns are made than after.
        drop(TcpListener::bind(config.listen).with_context(|| format!("--port {}: listening on {}", what.port, config.listen))?);
        configs.push(config);
    }
    serve::on_runtime(async {
        let shutdown = Shutdown::new();
        shutdown.listen_for_signals()?;
        let mut towns = Vec::new();
        for (story, config) in NETWORK.iter().zip(&configs) {
            towns.push(make(story, config).await?);
        }
        network::connect(&towns.iter().map(|made| made.app.clone()).collect::<Vec<_>>()).await?;
        show::write(&place.path, &towns)?;
        show::print(&mut std::io::stdout(), &towns, &place.path, place.kept)?;
        let kept = towns.iter().zip(&configs).map(|(made, config)| serve::keep(config, &made.app, &shutdown));
        futures_util::future::try_join_all(kept).await.map(drop)
    })
}

/// Opens one instance and lives its story, if it was not lived before.
async fn make(story: &Story, config: &Config) -> anyhow::Result<Made> {
    DirBuilder::new().recursive(true).mode(0o700).create(&config.data_dir).with_context(|| config.data_dir.display().to_string())?;
    let mut app = house::open(&database(config)?, config.public_url.url(), first_clock(&config.data_dir)).await?;
    app.clock = house::clock();
    app.limits = Arc::new(Limits::relaxed());
    let demo = seed(&app, story).await?;
    let keys = letters::sign_in_links(&house::federation(&app, &config.federation)?, &Mailer::new(config)?, &demo.accounts).await?;
    Ok(Made { what: story.what, app, demo, keys })
}

/// Gives a town to an installed instance: makes it when nobody has set the instance up, finds it when it is there.
///
/// # Errors
/// When the instance belongs to somebody else, its seeding was interrupted, or an action refuses.
async fn seed(app: &App, story: &Story) -> anyhow::Result<Demo> {
    let town = Town::read(story)?;
    if app.instance().await?.set_up_at.is_none() {
        seed::live(app, &town).await?;
    } else if !show::is_whole(app, &town).await? {
        bail!("this database does not hold a whole demo (another instance, or one whose making was interrupted): choose another --dir");
    }
    show::describe(app, &town).await
}

/// A new instance is made before its story begins; one that is there is opened at its time.
fn first_clock(dir: &Path) -> Clock {
    let clock = house::clock();
    if dir.join("parvis.db").exists() {
        return clock;
    }
    let before = clock.now() - INSTALLED_BEFORE;
    Clock::new(move || before)
}

/// Where the demo keeps its data.
struct Place {
    path: PathBuf,
    kept: bool,
}

impl Place {
    fn choose(named: Option<&Path>) -> anyhow::Result<Self> {
        let (path, kept) = match named {
            Some(path) => (path.to_owned(), true),
            None => (std::env::temp_dir().join(format!("parvis-demo-{}", actions::random::token())), false),
        };
        DirBuilder::new().recursive(true).mode(0o700).create(&path).with_context(|| format!("creating {}", path.display()))?;
        Ok(Self { path, kept })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if !self.kept
            && let Err(error) = std::fs::remove_dir_all(&self.path)
        {
            tracing::warn!(%error, path = %self.path.display(), "the demo's data could not be removed");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(flavor = "multi_thread")]
    async fn the_town_is_made_once_and_found_again() {
        let dir = tempfile::tempdir().unwrap();
        let database = store::Database::Sqlite(dir.path().join("parvis.db"));
        let now: jiff::Timestamp = "2027-03-28T01:30:00Z".parse().unwrap();
        let app = house::open(&database, PublicUrl::local(8080).url(), Clock::new(move || now)).await.unwrap();
        let made = seed(&app, &NETWORK[0]).await.unwrap();
        let commits = app.store.commits();
        let found = seed(&app, &NETWORK[0]).await.unwrap();
        assert_eq!(made.pages, found.pages);
        assert_eq!(commits, app.store.commits(), "the second time nothing is written");
        let roles: std::collections::BTreeSet<&str> = made.accounts.iter().map(|account| account.role.as_str()).collect();
        assert_eq!(roles.len(), 5);
        let home = app.store.read(move |db| store::views::home::home(db, now)).await.unwrap();
        assert_eq!((home.open.len(), home.closed.len()), (4, 1));
        assert_eq!(home.answered.len(), 3);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn the_region_and_the_state_are_made_too() {
        for story in &NETWORK[1..] {
            let dir = tempfile::tempdir().unwrap();
            let database = store::Database::Sqlite(dir.path().join("parvis.db"));
            let now: jiff::Timestamp = "2027-03-28T01:30:00Z".parse().unwrap();
            let app = house::open(&database, PublicUrl::local(8081).url(), Clock::new(move || now)).await.unwrap();
            let made = seed(&app, story).await.unwrap();
            assert_eq!(made.pages, seed(&app, story).await.unwrap().pages);
            let home = app.store.read(move |db| store::views::home::home(db, now)).await.unwrap();
            assert_eq!(home.open.len(), 2, "{}", story.folder);
            assert!(!home.answered.is_empty(), "{}", story.folder);
        }
    }

    #[tokio::test]
    async fn another_instance_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let database = store::Database::Sqlite(dir.path().join("parvis.db"));
        let app = house::open(&database, PublicUrl::local(8080).url(), house::clock()).await.unwrap();
        let path = actions::instance::set_up_link(&app).await.unwrap().unwrap();
        let person = actions::accounts::SignUpForm { name: "Ana".into(), email: "ana@example.org".into(), ..Default::default() };
        let identity = actions::instance::IdentityForm {
            territory_kind: "commune".into(),
            name: "Ailleurs".into(),
            accent: "#1f6f5c".into(),
            lang: "fr".into(),
            time_zone: "Europe/Paris".into(),
            ..Default::default()
        };
        actions::instance::set_up(&app, path.rsplit('/').next().unwrap(), &person, &identity, "").await.unwrap();
        assert!(seed(&app, &NETWORK[0]).await.is_err());
    }
}
