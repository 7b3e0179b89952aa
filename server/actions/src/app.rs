//! The app: what every action needs, passed first everywhere. Cheap to clone.

use crate::Result;
use crate::limits::Limits;
use crate::places::MapSettings;
use crate::random;
use domain::Timestamp;
use domain::links::Links;
use jiff::tz::TimeZone;
use std::collections::HashMap;
use std::sync::{Arc, RwLock};
use store::instance::Instance;
use store::{At, Store, Uid};

/// Where the time comes from. Everything that asks for the time asks here, so a test can hold it.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    /// A clock that asks this function.
    pub fn new(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        (self.0)()
    }
}

/// What every action needs.
#[derive(Clone)]
pub struct App {
    /// What is remembered.
    pub store: Store,
    /// Public addresses.
    pub links: Links,
    /// The time.
    pub clock: Clock,
    /// How often somebody may try.
    pub limits: Arc<Limits>,
    /// Where the operator publishes the source code, if they said so.
    pub source_code: Option<Arc<str>>,
    /// Whether pictures of other servers are kept and shown here.
    pub remote_pictures: bool,
    /// What maps show, and how exactly places leave.
    pub maps: Arc<MapSettings>,
    identity: Arc<RwLock<Option<Kept>>>,
    accredited: Arc<RwLock<Option<Roles>>>,
}

/// As what the collectivity accredits organisations, with when that was read.
type Roles = (Timestamp, Arc<HashMap<Uid, String>>);

/// The instance's row, kept until somebody changes it here, or for a few seconds (another process may have changed it).
#[derive(Clone)]
struct Kept {
    instance: Arc<Instance>,
    read_at: Timestamp,
}

/// How long the instance's row may be kept.
const KEPT_SECONDS: i64 = 5;

impl App {
    /// An app on a store.
    #[must_use]
    pub fn new(store: Store, links: Links, clock: Clock) -> Self {
        Self {
            store,
            links,
            limits: Arc::new(Limits::new()),
            clock,
            source_code: None,
            remote_pictures: true,
            maps: Arc::new(MapSettings::default()),
            identity: Arc::new(RwLock::new(None)),
            accredited: Arc::new(RwLock::new(None)),
        }
    }

    /// The same, whose operator publishes the source code at this address.
    #[must_use]
    pub fn with_source_code(mut self, address: Option<&str>) -> Self {
        self.source_code = address.map(Arc::from);
        self
    }

    /// The same, which keeps and shows pictures of other servers, or not.
    #[must_use]
    pub const fn with_remote_pictures(mut self, shown: bool) -> Self {
        self.remote_pictures = shown;
        self
    }

    /// The same, with these maps.
    #[must_use]
    pub fn with_maps(mut self, maps: MapSettings) -> Self {
        self.maps = Arc::new(maps);
        self
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// A new id: UUID version 7 of the current time (RFC 9562 §5.7).
    #[must_use]
    pub fn new_id<T: From<uuid::Uuid>>(&self) -> T {
        T::from(random::uuid_v7(self.now()))
    }

    /// The instance's identity.
    ///
    /// # Errors
    /// When the store fails, or the instance was never made.
    pub async fn instance(&self) -> Result<Arc<Instance>> {
        let now = self.now();
        let kept = self.identity.read().ok().and_then(|kept| kept.clone());
        if let Some(kept) = kept.filter(|k| (now.as_second() - k.read_at.as_second()).abs() < KEPT_SECONDS) {
            return Ok(kept.instance);
        }
        let found = self.store.read(store::instance::find).await?;
        let instance = Arc::new(found.ok_or(store::Error::NotFound)?);
        if let Ok(mut kept) = self.identity.write() {
            *kept = Some(Kept { instance: instance.clone(), read_at: now });
        }
        Ok(instance)
    }

    /// As what the collectivity accredits organisations now: for the marks beside their names. Kept for a few seconds, as the identity is.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn accredited(&self) -> Result<Arc<HashMap<Uid, String>>> {
        let now = self.now();
        let kept = self.accredited.read().ok().and_then(|kept| kept.clone());
        if let Some((_, roles)) = kept.filter(|(at, _)| (now.as_second() - at.as_second()).abs() < KEPT_SECONDS) {
            return Ok(roles);
        }
        let by = self.instance().await?.collectivity_id;
        let found = self.store.read(move |db| store::accreditations::all_roles(db, by, At(now))).await?;
        let roles: Arc<HashMap<Uid, String>> = Arc::new(found.into_iter().collect());
        if let Ok(mut kept) = self.accredited.write() {
            *kept = Some((now, roles.clone()));
        }
        Ok(roles)
    }

    /// Forgets them: called by what changes them.
    pub(crate) fn forget_accredited(&self) {
        if let Ok(mut kept) = self.accredited.write() {
            *kept = None;
        }
    }

    /// Forgets the kept identity: called by the actions that change it.
    pub(crate) fn forget_instance(&self) {
        if let Ok(mut kept) = self.identity.write() {
            *kept = None;
        }
    }

    /// The time zone in which dates are shown and typed.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn time_zone(&self) -> Result<TimeZone> {
        let instance = self.instance().await?;
        Ok(TimeZone::get(&instance.time_zone).unwrap_or(TimeZone::UTC))
    }
}
