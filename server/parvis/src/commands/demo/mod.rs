//! `parvis demo`: a commune that has consulted for ten weeks, its region and the State, each on its own database and talking over HTTP, on this
//! machine only, in one command.

mod budget;
mod carrying;
mod commitments;
mod days;
mod funding;
mod initiatives;
mod letters;
mod meetings;
mod network;
mod news;
mod organisations;
mod places;
mod questionnaires;
mod recognition;
mod seed;
mod show;
mod story;
mod street;
mod texts;
mod town;
mod votes;

use std::fs::DirBuilder;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use actions::limits::Limits;
use actions::{App, Clock};
use anyhow::{Context, bail, ensure};
use jiff::SignedDuration;

use super::{database, serve};
use crate::cli;
use crate::config::{Config, FederationMode, FederationSettings, MailSettings, MapSection, PublicUrl};
use crate::house;
use crate::mail::Mailer;
use crate::shutdown::Shutdown;

use show::Made;
pub use show::{Demo, DemoAccount};
use town::{NETWORK, Story, Town};

/// The file of an instance that says the outline of its territory.
const OUTLINE: &str = "territory.geojson";
/// The file with the places that its maps find by their names.
const PLACES: &str = "places.csv";
/// How long ago a new demo was installed: just before the first day of the story.
const INSTALLED_BEFORE: SignedDuration = SignedDuration::from_hours(72 * 24);

/// Shows a commune, its region and the State until SIGTERM or Ctrl-C. Data in a folder that was not named goes at the end.
///
/// # Errors
/// When it cannot start.
pub fn run(config: &Config, what: &cli::Demo) -> anyhow::Result<()> {
    let ports = free_ports(what.port)?;
    let place = Place::choose(what.dir.as_deref())?;
    let configs: Vec<Config> =
        NETWORK.iter().zip(ports).map(|(story, port)| settings(config, story, &place.path.join(story.folder), port)).collect();
    serve::on_runtime(async {
        let shutdown = Shutdown::new();
        shutdown.listen_for_signals()?;
        let mut towns = Vec::new();
        for (story, config) in NETWORK.iter().zip(&configs) {
            towns.push(make(story, config).await.with_context(|| config.data_dir.display().to_string())?);
        }
        let apps: Vec<App> = towns.iter().map(|made| made.app.clone()).collect();
        if towns.iter().all(|made| made.is_new)
            && let Err(error) = carrying::live(&apps, &configs).await
        {
            tracing::warn!(error = format!("{error:#}"), "the demo goes on without a vote that all three hold");
        }
        network::connect(&apps).await?;
        for made in &mut towns {
            let more = carrying::pages(&made.app).await?;
            let known = made.demo.pages.clone();
            made.demo.pages.extend(more.into_iter().filter(|page| !known.contains(page)));
        }
        show::write(&place.path, &towns)?;
        show::print(&mut std::io::stdout(), &towns, &place.path, place.kept)?;
        let feds: Result<Vec<_>, _> =
            towns.iter().zip(&configs).map(|(made, config)| house::federation(&made.app, &config.federation)).collect();
        let feds = feds?;
        tokio::spawn(async move {
            recognition::recognise(&feds).await;
            if let [commune, region, state] = feds.as_slice() {
                organisations::accredit(commune, state).await;
                street::travel(commune, region).await;
            }
        });
        let (mut metrics, mut kept) = (config.metrics_listen, Vec::new());
        for (made, config) in towns.iter().zip(configs) {
            // One process has one set of metrics: the first instance serves them.
            kept.push(keep(Config { metrics_listen: metrics.take(), ..config }, &made.app, &shutdown));
        }
        futures_util::future::join_all(kept).await.into_iter().collect()
    })
}

/// The ports of the three, all free: better known before anything is made than after.
fn free_ports(first: u16) -> anyhow::Result<[u16; 3]> {
    let [Some(second), Some(third)] = [first.checked_add(1), first.checked_add(2)] else {
        bail!("--port {first}: the demo needs this port and the two after it");
    };
    ensure!(first > 0, "--port 0: the three instances must know the ports of each other");
    let ports = [first, second, third];
    for port in ports {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        drop(free.with_context(|| format!("--port {first}: the demo needs the ports {first} to {third}, and {port} cannot be opened"))?);
    }
    Ok(ports)
}

/// How one instance runs.
fn settings(config: &Config, story: &Story, dir: &Path, port: u16) -> Config {
    let territory = (!story.outline.is_empty()).then(|| dir.join(OUTLINE));
    let communes = (!story.places.is_empty()).then(|| dir.join(PLACES));
    Config {
        map: MapSection { territory, communes, ..config.map.clone() },
        public_url: PublicUrl::local(port),
        listen: SocketAddr::from((Ipv4Addr::LOCALHOST, port)),
        data_dir: dir.to_owned(),
        database_url: None,
        mail: MailSettings::default(),
        federation: FederationSettings { mode: FederationMode::Open, allow_private_networks: true, remote_pictures: true },
        ..config.clone()
    }
}

/// Opens one instance and lives its story, if it was not lived before.
async fn make(story: &'static Story, config: &Config) -> anyhow::Result<Made> {
    DirBuilder::new().recursive(true).mode(0o700).create(&config.data_dir)?;
    if let Some(path) = &config.map.territory {
        std::fs::write(path, story.outline).with_context(|| path.display().to_string())?;
    }
    if let Some(path) = &config.map.communes {
        std::fs::write(path, story.places).with_context(|| path.display().to_string())?;
    }
    let mut app = house::open(&database(config)?, config.public_url.url(), first_clock(&config.data_dir)).await?;
    app.clock = house::clock();
    app.limits = Arc::new(Limits::relaxed());
    let is_new = app.instance().await?.set_up_at.is_none();
    let demo = seed(&app, story).await?;
    if is_new {
        letters::write_those_of_the_story(&house::federation(&app, &config.federation)?, &Mailer::new(config)?).await;
    }
    let keys = letters::sign_in_links(&app, &demo.accounts).await?;
    Ok(Made { story, app, demo, keys, is_new })
}

/// Keeps one instance open until the stop; one that ends by itself ends the others.
async fn keep(config: Config, app: &App, all: &Shutdown) -> anyhow::Result<()> {
    // Asking twice means hurrying, and each instance asks at its own end: so each has its own, which hears what all hear.
    let own = Shutdown::new();
    tokio::spawn({
        let (own, all) = (own.clone(), all.clone());
        async move {
            all.asked().await;
            own.ask();
            all.hurried().await;
            own.ask();
        }
    });
    let outcome = serve::keep(&config, app, &own).await;
    if !all.is_asked() {
        all.ask();
    }
    outcome
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
    use store::Uid;

    /// An instance with its story, made and then found.
    async fn twice(story: &Story, now: jiff::Timestamp, dir: &Path) -> (App, Demo) {
        let database = store::Database::Sqlite(dir.join("parvis.db"));
        let app = house::open(&database, PublicUrl::local(8080).url(), Clock::new(move || now)).await.unwrap();
        let made = seed(&app, story).await.unwrap();
        let commits = app.store.commits();
        let found = seed(&app, story).await.unwrap();
        assert_eq!(made.pages, found.pages, "{}", story.folder);
        assert_eq!(commits, app.store.commits(), "{}: the second time nothing is written", story.folder);
        (app, made)
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn the_three_are_made_once_and_found_again() {
        let now: jiff::Timestamp = "2027-03-28T01:30:00Z".parse().unwrap();
        // Roles to play; consultations open, closed and answered.
        let expected = [(5, 5, 1, 3), (5, 2, 1, 3), (5, 2, 0, 2)];
        for (story, expected) in NETWORK.iter().zip(expected) {
            let dir = tempfile::tempdir().unwrap();
            let (app, made) = twice(story, now, dir.path()).await;
            let roles: std::collections::BTreeSet<&str> = made.accounts.iter().map(|account| account.role.as_str()).collect();
            let home = app.store.read(move |db| store::views::home::home(db, now)).await.unwrap();
            assert_eq!((roles.len(), home.open.len(), home.closed.len(), home.answered.len()), expected, "{}", story.folder);
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn links_are_given_and_other_work_is_left_to_the_worker() {
        let dir = tempfile::tempdir().unwrap();
        let (mut app, made) = twice(&NETWORK[2], house::clock().now(), dir.path()).await;
        app.limits = Arc::new(Limits::relaxed());
        let queue = || app.store.read(store::jobs::queue);
        let before = queue().await.unwrap();
        assert!(before.waiting > 0, "letters of the story wait");
        let links = letters::sign_in_links(&app, &made.accounts).await.unwrap();
        assert_eq!(links.len(), made.accounts.len());
        assert!(links.values().all(|links| links.len() == 7 && links.iter().all(|link| link.contains("/enter/"))), "{links:?}");
        let after = queue().await.unwrap();
        assert_eq!((before.waiting, before.failed), (after.waiting, after.failed));
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn all_three_hold_a_vote_that_anybody_counts_again() {
        let dir = tempfile::tempdir().unwrap();
        let doors: Vec<TcpListener> = NETWORK.iter().map(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap()).collect();
        let ports: Vec<u16> = doors.iter().map(|door| door.local_addr().unwrap().port()).collect();
        drop(doors);
        let (mut apps, mut configs) = (Vec::new(), Vec::new());
        for (story, port) in NETWORK.iter().zip(ports) {
            let config = settings(&Config::default(), story, &dir.path().join(story.folder), port);
            let made = make(story, &config).await.unwrap();
            assert!(made.is_new);
            apps.push(made.app);
            configs.push(config);
        }
        carrying::live(&apps, &configs).await.unwrap();
        let ends: Vec<usize> = [3, 3, 4].to_vec();
        for (app, end) in apps.iter().zip(ends) {
            assert_eq!(carrying::pages(app).await.unwrap().len(), end);
        }
        let page = carrying::pages(&apps[2]).await.unwrap().pop().unwrap();
        assert!(page.ends_with("/whole"), "{page}");
        let id = Uid(page.split('/').nth(4).unwrap().parse().unwrap());
        let whole = apps[2].store.read(move |db| actions::tallies::together(db, id)).await.unwrap().unwrap();
        let counted: Vec<u64> =
            whole.parts.iter().filter_map(|part| part.tally.as_ref()).map(deliberation::tallies::Tally::ballots).collect();
        assert_eq!(counted, [17, 26, 18]);
        let file = actions::tallies::consolidated(&whole).unwrap();
        assert_eq!(file["result"][0], "ballots 61");
        assert!(make(&NETWORK[2], &configs[2]).await.is_ok_and(|made| !made.is_new), "it is made once");
    }

    #[test]
    fn three_ports_are_needed() {
        let why = |first| format!("{:#}", free_ports(first).unwrap_err());
        assert_eq!(why(65534), "--port 65534: the demo needs this port and the two after it");
        assert!(why(0).starts_with("--port 0: "));
        // The system gives one; whoever asks for it as the second port learns which is taken.
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(why(port).contains(&format!("and {port} cannot be opened: ")));
    }

    #[tokio::test]
    async fn one_that_cannot_open_ends_the_others() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let dir = tempfile::tempdir().unwrap();
        let config = settings(&Config::default(), &town::NETWORK[0], dir.path(), taken.local_addr().unwrap().port());
        let app = house::open(&database(&config).unwrap(), config.public_url.url(), house::clock()).await.unwrap();
        let all = Shutdown::new();
        assert!(keep(config, &app, &all).await.is_err());
        assert!(all.is_asked());
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
