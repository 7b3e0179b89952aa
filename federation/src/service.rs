//! The door as a value: what every part of it needs. Cheap to clone.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use actions::App;
use actions::abroad::{KeyMaker, NewKeys};
use domain::id::ActorId;
use moka::sync::Cache;
use store::Uid;
use url::Url;

use crate::client::{Client, ClientError, Gate, Guard};
use crate::egress::Readings;
use crate::keyring::Keyring;
use crate::policy::{Mode, Policy};
use crate::signature::{PrivateKey, Signer};
use crate::wording::Wording;

/// What the settings say about other servers.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// With which servers this one speaks.
    pub mode: Mode,
    /// Whether they may be on private networks and plain http: labs only.
    pub allow_private_networks: bool,
}

/// Why the door could not do something.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// An action said no, or failed.
    #[error(transparent)]
    Action(#[from] actions::Error),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// A key could not be made or read.
    #[error("a key cannot be used: {0}")]
    Key(String),
    /// What was asked for is gone for good.
    #[error("gone")]
    Gone,
    /// Another server could not be read.
    #[error("another server could not be read: {0}")]
    Fetch(String),
    /// Another server says that there is nothing, or says what we do not take: asking again is of no use.
    #[error("another server has nothing for us: {0}")]
    Refused(String),
    /// What was read makes no sense.
    #[error("not understood: {0}")]
    Senseless(String),
}

impl Error {
    /// Whether trying again later is of no use.
    #[must_use]
    pub const fn is_permanent(&self) -> bool {
        match self {
            Self::Gone | Self::Refused(_) | Self::Senseless(_) => true,
            Self::Action(_) | Self::Store(_) | Self::Key(_) | Self::Fetch(_) => false,
        }
    }
}

/// The two signers of an actor.
#[derive(Clone)]
pub struct Signers {
    /// With its RSA key.
    pub rsa: Signer,
    /// With its Ed25519 key.
    pub ed25519: Signer,
}

/// The door.
#[derive(Clone)]
pub struct Federation {
    /// What actions need.
    pub app: App,
    /// The guarded client.
    pub client: Client,
    /// Who may talk to us.
    pub policy: Policy,
    /// Public keys of others.
    pub(crate) keyring: Keyring,
    /// The words people read.
    pub wording: Wording,
    /// The public origin.
    pub origin: Url,
    /// Whether plain http is spoken: labs only.
    pub lab: bool,
    /// What is read without a signature, as long as it is not written.
    pub(crate) readings: Readings,
    make_keys: KeyMaker,
    signers: Cache<Uid, Arc<Signers>>,
}

/// Signers kept in memory; another process may have changed their keys, so they are read again after this long.
const SIGNERS_KEPT: Duration = Duration::from_secs(300);

impl Federation {
    /// The door of an app.
    ///
    /// # Errors
    /// When the client cannot be made.
    pub fn new(app: App, settings: Settings, wording: Wording) -> Result<Self, ClientError> {
        let origin = Url::parse(app.links.origin()).map_err(|_not_an_origin| ClientError::Origin)?;
        let guard = Guard { allow_private_networks: settings.allow_private_networks, origin: origin.clone() };
        let agent = format!("parvis/{} (+{})", env!("CARGO_PKG_VERSION"), app.links.origin());
        let policy = Policy::new(settings.mode);
        let gate = Arc::new(Rules { app: app.clone(), policy: policy.clone() });
        Ok(Self {
            client: Client::behind(gate, guard, &agent)?,
            policy,
            keyring: Keyring::new(),
            readings: Readings::default(),
            wording,
            origin,
            lab: settings.allow_private_networks,
            make_keys: Arc::new(make_keys),
            signers: Cache::builder().max_capacity(10_000).time_to_live(SIGNERS_KEPT).build(),
            app,
        })
    }

    /// The same door with keys made in another way: RSA keys take a tenth of a second each, which tests with thousands of actors have not.
    #[must_use]
    pub fn with_keys(mut self, make: KeyMaker) -> Self {
        self.make_keys = make;
        self
    }

    /// The signers of a local actor whose address is `uri`; its keys are made if it has none.
    ///
    /// # Errors
    /// When the keys cannot be made or read.
    pub async fn signers(&self, actor: ActorId, uri: &str) -> Result<Arc<Signers>, Error> {
        let id = Uid::of(actor);
        if let Some(signers) = self.signers.get(&id) {
            return Ok(signers);
        }
        let keys = actions::abroad::keys(&self.app, actor, &self.make_keys).await?;
        let read = |bytes: &[u8]| PrivateKey::from_pkcs8(bytes).map(Arc::new).map_err(|error| Error::Key(error.to_string()));
        let signers = Arc::new(Signers {
            rsa: Signer { key_id: format!("{uri}#main-key"), key: read(&keys.rsa)? },
            ed25519: Signer { key_id: format!("{uri}#ed25519-key"), key: read(&keys.ed25519)? },
        });
        self.signers.insert(id, signers.clone());
        Ok(signers)
    }

    /// The signers of the instance itself, which signs what is read from others.
    ///
    /// # Errors
    /// When the instance has no actor, or its keys cannot be made.
    pub async fn instance_signers(&self) -> Result<Arc<Signers>, Error> {
        let actor = self.instance_actor().await?;
        self.signers(actor, &self.app.links.instance()).await
    }

    /// The instance as an actor.
    ///
    /// # Errors
    /// When there is none.
    pub async fn instance_actor(&self) -> Result<ActorId, Error> {
        let found = self.app.store.read(|db| store::actors::find_local(db, actions::instance::INSTANCE_ACTOR)).await?;
        Ok(found.ok_or(store::Error::NotFound)?.id.to())
    }

    /// Gives a local actor new keys.
    ///
    /// # Errors
    /// When they cannot be made or kept.
    pub async fn rotate_keys(&self, actor: ActorId) -> Result<(), Error> {
        actions::abroad::rotate(&self.app, actor, &self.make_keys).await?;
        self.signers.invalidate(&Uid::of(actor));
        Ok(())
    }

    /// The host in an address, as it is kept and compared.
    #[must_use]
    pub fn host(url: &Url) -> String {
        crate::words::authority(url)
    }
}

/// The rule of the instance, as the client asks it.
struct Rules {
    app: App,
    policy: Policy,
}

impl Gate for Rules {
    fn allows(&self, host: String) -> Pin<Box<dyn Future<Output = Result<bool, String>> + Send + '_>> {
        Box::pin(async move { self.policy.allows(&self.app, &host).await.map_err(|error| error.to_string()) })
    }
}

/// New keys of both kinds.
///
/// # Errors
/// When the system has no randomness.
pub fn make_keys() -> Result<NewKeys, String> {
    let rsa = PrivateKey::generate_rsa().map_err(|error| error.to_string())?;
    let ed25519 = PrivateKey::generate_ed25519().map_err(|error| error.to_string())?;
    Ok(NewKeys { rsa: rsa.to_pkcs8(), ed25519: ed25519.to_pkcs8() })
}
