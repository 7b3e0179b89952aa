//! `parvis demo`: a small town that has consulted for ten weeks, on this machine only, in one command.

mod days;
mod letters;
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
use crate::config::{Config, MailSettings, PublicUrl};
use crate::house;
use crate::mail::Mailer;
use crate::shutdown::Shutdown;

pub use show::{Demo, DemoAccount};
use town::Town;

/// How long ago a new demo was installed: just before the first day of the story.
const INSTALLED_BEFORE: SignedDuration = SignedDuration::from_hours(72 * 24);

/// Shows the town until SIGTERM or Ctrl-C. Data in a folder that was not named goes at the end.
///
/// # Errors
/// When it cannot start.
pub fn run(config: &Config, what: &cli::Demo) -> anyhow::Result<()> {
    let place = Place::choose(what.dir.as_deref())?;
    let config = Config {
        public_url: PublicUrl::local(what.port),
        listen: SocketAddr::from((Ipv4Addr::LOCALHOST, what.port)),
        data_dir: place.path.clone(),
        database_url: None,
        mail: MailSettings::default(),
        ..config.clone()
    };
    // Better known before the town is made than after.
    drop(TcpListener::bind(config.listen).with_context(|| format!("--port {}: listening on {}", what.port, config.listen))?);
    serve::on_runtime(async {
        let shutdown = Shutdown::new();
        shutdown.listen_for_signals()?;
        let mut app = house::open(&database(&config)?, config.public_url.url(), first_clock(&place)).await?;
        app.clock = house::clock();
        app.limits = Arc::new(Limits::relaxed());
        let demo = seed(&app).await?;
        let keys = letters::sign_in_links(&house::federation(&app, &config.federation)?, &Mailer::new(&config)?, &demo.accounts).await?;
        show::write(&place.path, &app, &demo, &keys)?;
        show::print(&mut std::io::stdout(), &app, &demo, &keys, &place.path, place.kept)?;
        serve::keep(&config, &app, &shutdown).await
    })
}

/// Gives the town to an installed instance: makes it when nobody has set the instance up, finds it when it is there.
///
/// # Errors
/// When the instance belongs to somebody else, its seeding was interrupted, or an action refuses.
pub async fn seed(app: &App) -> anyhow::Result<Demo> {
    let town = Town::read()?;
    if app.instance().await?.set_up_at.is_none() {
        seed::live(app, &town).await?;
    } else if !show::is_whole(app, &town).await? {
        bail!("this database does not hold a whole demo (another instance, or one whose making was interrupted): choose another --dir");
    }
    show::describe(app, &town).await
}

/// A new instance is made before its story begins; one that is there is opened at its time.
fn first_clock(place: &Place) -> Clock {
    let clock = house::clock();
    if place.path.join("parvis.db").exists() {
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
        let made = seed(&app).await.unwrap();
        let commits = app.store.commits();
        let found = seed(&app).await.unwrap();
        assert_eq!(made.pages, found.pages);
        assert_eq!(commits, app.store.commits(), "the second time nothing is written");
        let roles: std::collections::BTreeSet<&str> = made.accounts.iter().map(|account| account.role.as_str()).collect();
        assert_eq!(roles.len(), 5);
        let home = app.store.read(move |db| store::views::home::home(db, now)).await.unwrap();
        assert_eq!((home.open.len(), home.closed.len()), (4, 1));
        assert_eq!(home.answered.len(), 3);
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
        assert!(seed(&app).await.is_err());
    }
}
