//! The house with its lights on: the app, its doors on one router, and its worker. `serve`, `demo` and the tests all come through here.

use std::sync::Arc;

use actions::places::Maps;
use actions::{App, Clock};
use axum::Router;
use domain::links::Links;
use federation::{Federation, Mode};
use store::{Database, Store};
use url::Url;

use crate::config::{FederationMode, FederationSettings};
use crate::health::{self, Readiness};
use crate::negotiate;
use crate::shutdown::Shutdown;
use crate::wording;

/// Connections kept to read with.
const READERS: u32 = 8;

/// The real clock.
#[must_use]
pub fn clock() -> Clock {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock; it is passed on as a value")]
    Clock::new(jiff::Timestamp::now)
}

/// Opens the database (migrating it), makes the instance on its first start, and gives the app.
///
/// # Errors
/// When the database cannot be opened or written.
pub async fn open(database: &Database, public_url: &Url, clock: Clock) -> anyhow::Result<App> {
    if let Database::Sqlite(path) = database
        && let Some(parent) = path.parent()
    {
        std::fs::create_dir_all(parent).map_err(|error| anyhow::anyhow!("creating {}: {error}", parent.display()))?;
    }
    let database = database.clone();
    let store = tokio::task::spawn_blocking(move || Store::open(&database, READERS)).await??;
    let app = App::new(store, Links::new(public_url), clock);
    actions::instance::install(&app).await?;
    Ok(app)
}

/// The door to other servers, as the settings want it.
///
/// # Errors
/// When its client cannot be made.
pub fn federation(app: &App, settings: &FederationSettings) -> anyhow::Result<Federation> {
    let mode = match settings.mode {
        FederationMode::Closed => Mode::Closed,
        FederationMode::Territories => Mode::Territories,
        FederationMode::Open => Mode::Open,
    };
    let settings = federation::Settings { mode, allow_private_networks: settings.allow_private_networks };
    Ok(Federation::new(app.clone(), settings, wording::wording())?)
}

/// Both doors and the health of the house on one router.
pub fn router(fed: &Federation, shutdown: &Shutdown) -> Router {
    router_with_maps(fed, shutdown, None)
}

/// The same, with somebody who has maps.
pub fn router_with_maps(fed: &Federation, shutdown: &Shutdown, maps: Option<Arc<dyn Maps>>) -> Router {
    let app = &fed.app;
    let probed = app.store.clone();
    let readiness = Readiness::new(shutdown.clone()).check("database", move || {
        let store = probed.clone();
        async move { Ok(store.probe().await?) }
    });
    let web = web::Web::new(app.clone()).with_outside(Arc::new(fed.clone()));
    let web = if let Some(maps) = maps { web.with_maps(maps) } else { web };
    let doors = web::router(web).merge(federation::routes(fed.clone()));
    negotiate::around(doors, fed.clone()).merge(health::router(readiness))
}
