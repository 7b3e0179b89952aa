//! Tiles and addresses for the maps of the pages: asked of the services that the operator names, by a guarded client of its own (the rules about
//! other instances are not about them), kept here for a while. Nothing of a reader goes along.

mod addresses;
mod folder;
mod tiles;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use std::time::Duration;

use actions::App;
use actions::outside::Answer;
use actions::places::{Address, Communes, Failed, Maps, Tile};
use domain::place::Place;
use moka::sync::Cache;
use tokio::sync::Semaphore;
use url::Url;

use crate::client::{Client, ClientError, Guard};
use folder::Folder;

/// Tiles that are asked for at once.
const AT_ONCE: usize = 6;
/// Failures in a row after which a service is left alone, and for how long, in seconds.
const FAILURES_MAX: u32 = 4;
const REST_SECONDS: i64 = 30;
/// How long an address that was found is kept, and how many.
const FOUND_KEPT: Duration = Duration::from_secs(600);
const FOUND_MAX: u64 = 2_000;

/// What the settings say of maps.
#[derive(Debug, Clone, Default)]
pub struct MapSources {
    /// Address of tiles, with `{z}`, `{x}` and `{y}`.
    pub tiles: Option<String>,
    /// Finest zoom of the tiles.
    pub zoom_max: u32,
    /// The service of addresses, in the shape of the Base adresse nationale: `q` is added.
    pub addresses: Option<Url>,
    /// Towns, for when that service cannot be reached.
    pub communes: Arc<Communes>,
    /// Where tiles are kept.
    pub folder: PathBuf,
    /// How many bytes of them.
    pub bytes_max: u64,
    /// Whether the services may be on private networks and plain http.
    pub allow_private_networks: bool,
}

/// Tiles and addresses.
pub struct MapService {
    app: App,
    sources: MapSources,
    client: Client,
    folder: Folder,
    turns: Semaphore,
    tiles_health: Health,
    addresses_health: Health,
    found: Cache<String, Arc<Vec<Address>>>,
}

/// Whether a service answers: after a few failures it is left alone for a while, so that it costs nobody any time.
#[derive(Debug, Default)]
struct Health {
    failures: AtomicU32,
    rests_until: AtomicI64,
}

impl Health {
    fn may_ask(&self, now: jiff::Timestamp) -> bool {
        self.rests_until.load(Ordering::Relaxed) <= now.as_second()
    }

    fn heard(&self, is_good: bool, now: jiff::Timestamp) {
        if is_good {
            self.failures.store(0, Ordering::Relaxed);
        } else if self.failures.fetch_add(1, Ordering::Relaxed) + 1 >= FAILURES_MAX {
            self.failures.store(0, Ordering::Relaxed);
            self.rests_until.store(now.as_second() + REST_SECONDS, Ordering::Relaxed);
        }
    }
}

impl MapService {
    /// The services that the settings name.
    ///
    /// # Errors
    /// When the client cannot be made.
    pub fn new(app: App, sources: MapSources) -> Result<Self, ClientError> {
        let origin = Url::parse(app.links.origin()).map_err(|_not_an_origin| ClientError::Origin)?;
        let guard = Guard { allow_private_networks: sources.allow_private_networks, origin };
        let agent = format!("parvis/{} (+{})", env!("CARGO_PKG_VERSION"), app.links.origin());
        let folder = Folder::new(&sources.folder, sources.tiles.as_deref().unwrap_or_default(), sources.bytes_max);
        Ok(Self {
            client: Client::new(guard, &agent)?,
            folder,
            turns: Semaphore::new(AT_ONCE),
            tiles_health: Health::default(),
            addresses_health: Health::default(),
            found: Cache::builder().max_capacity(FOUND_MAX).time_to_live(FOUND_KEPT).build(),
            app,
            sources,
        })
    }
}

impl Maps for MapService {
    fn tile(&self, zoom: u32, x: u32, y: u32) -> Answer<'_, Result<Tile, Failed>> {
        Box::pin(self.a_tile(zoom, x, y))
    }

    fn search<'a>(&'a self, words: &'a str, near: Option<Place>) -> Answer<'a, Result<Vec<Address>, Failed>> {
        Box::pin(self.an_address(words, near))
    }

    fn searches(&self) -> bool {
        self.sources.addresses.is_some() || !self.sources.communes.is_empty()
    }
}
