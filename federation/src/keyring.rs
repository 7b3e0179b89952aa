//! Public keys of actors of other servers: in memory, then in the store, then from their server, with bounds on how often that is asked.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use domain::Timestamp;
use domain::id::ActorId;
use moka::sync::Cache;
use tokio::sync::{Mutex, Semaphore};
use url::Url;

use crate::actors;
use crate::service::{Error, Federation};
use crate::signature::{Claim, PublicKey};

/// A key with its owner.
#[derive(Clone)]
pub(crate) struct Known {
    /// The owner here.
    pub(crate) actor: ActorId,
    /// The owner's address.
    pub(crate) uri: String,
    /// The owner's host.
    pub(crate) host: String,
    key: PublicKey,
}

/// Keys kept in memory; another process may have learnt newer ones, so they are read again after this long.
const KEPT: Duration = Duration::from_secs(600);
/// How long a key that could not be had is not asked for again, and an actor whose key did not fit is not read again (A15).
const REST: Duration = Duration::from_secs(300);
/// Questions to one server for keys, in that time, that may come to nothing; and how many may be under way there at once.
const FRUITLESS_MAX: usize = 10;
/// Most that is kept in memory.
const KEPT_MAX: u64 = 20_000;

/// The keys in memory. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Keyring {
    known: Cache<String, Known>,
    rested: Cache<String, (Timestamp, Rest)>,
    asking: Cache<String, Arc<Mutex<()>>>,
    patience: Cache<String, Arc<Patience>>,
}

/// Why a key is not asked for again for a while.
#[derive(Clone, Copy)]
enum Rest {
    /// It is not what it is said to be.
    Refused,
    /// Its server could not be reached just now: whoever signed with it may be right.
    Unreached,
}

/// The questions that one server may still be asked.
struct Patience {
    since: Timestamp,
    questions: Semaphore,
    fruitless: AtomicUsize,
}

impl Patience {
    fn new(since: Timestamp) -> Self {
        Self { since, questions: Semaphore::new(FRUITLESS_MAX), fruitless: AtomicUsize::new(0) }
    }
}

/// Whether less than [`REST`] passed since then, by the clock of the instance.
fn is_recent(since: Timestamp, now: Timestamp) -> bool {
    now.duration_since(since).unsigned_abs() < REST
}

impl Default for Keyring {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether what was signed was signed with this key.
type Fits<'a> = &'a (dyn Fn(&PublicKey) -> bool + Send + Sync);

/// Who signed, or why nobody is believed.
pub(crate) enum Signer {
    /// This actor did.
    Known(Known),
    /// Nobody is believed, for this reason.
    Nobody(&'static str),
    /// Whoever it is must come again later: the key's server cannot be reached, or too many of its keys came to nothing.
    Later,
}

impl Keyring {
    /// An empty ring.
    #[must_use]
    pub(crate) fn new() -> Self {
        let cache = |life| Cache::builder().max_capacity(KEPT_MAX).time_to_live(life).build();
        let rested = Cache::builder().max_capacity(KEPT_MAX).time_to_live(REST).build();
        let patience = Cache::builder().max_capacity(KEPT_MAX).time_to_live(REST).build();
        Self { known: cache(KEPT), rested, asking: Cache::builder().max_capacity(KEPT_MAX).time_to_idle(REST).build(), patience }
    }

    /// Forgets everything in memory: somebody left.
    pub(crate) fn forget_all(&self) {
        self.known.invalidate_all();
    }

    /// Forgets the keys of an actor.
    pub(crate) fn forget(&self, key_id: &str) {
        self.known.invalidate(key_id);
    }

    /// Who signed a request with this claim. The key is asked from its server when it is not known, and once more when it does not fit (it may
    /// have changed), but rarely: a refused signature costs at most one request in five minutes for each key.
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) async fn signer(&self, fed: &Federation, claim: &Claim) -> Result<Signer, Error> {
        self.whose(fed, &claim.key_id, &|key| claim.verify(key).is_ok()).await
    }

    /// Who holds the key of this name, if it fits what was signed with it. Asked for as in [`Self::signer`].
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) async fn whose(&self, fed: &Federation, key_id: &str, fits: Fits<'_>) -> Result<Signer, Error> {
        if let Some(known) = self.fitting(fed, key_id, fits).await? {
            return Ok(Signer::Known(known));
        }
        // Several posts signed with a key that is not known yet may come at once: one of them asks, the others wait for its answer.
        let asking = self.asking.get_with(key_id.to_owned(), Arc::default);
        let _turn = asking.lock().await;
        if let Some(known) = self.fitting(fed, key_id, fits).await? {
            return Ok(Signer::Known(known));
        }
        let now = fed.app.now();
        match self.rested.get(key_id).filter(|(since, _)| is_recent(*since, now)).map(|(_, rest)| rest) {
            Some(Rest::Refused) => return Ok(Signer::Nobody("the key is not known, or does not fit, and was asked for a moment ago")),
            Some(Rest::Unreached) => return Ok(Signer::Later),
            None => {}
        }
        // Whoever invents names of keys has us ask a server that has nothing to do with it: what comes to nothing is not given back.
        let patience = self.patience_with(&host_of(key_id), now);
        let Ok(question) = patience.questions.acquire().await else { return Ok(Signer::Later) };
        let signer = self.ask(fed, key_id, fits).await?;
        match &signer {
            // A key that fits may change again tomorrow: it is asked for at once then.
            Signer::Known(_) => self.rested.invalidate(key_id),
            Signer::Nobody(_) | Signer::Later => {
                let rest = if matches!(signer, Signer::Later) { Rest::Unreached } else { Rest::Refused };
                self.rested.insert(key_id.to_owned(), (now, rest));
                question.forget();
                // Who waits for a question that will never be given back would wait for ever.
                if patience.fruitless.fetch_add(1, Ordering::SeqCst) + 1 >= FRUITLESS_MAX {
                    patience.questions.close();
                }
            }
        }
        Ok(signer)
    }

    fn patience_with(&self, host: &str, now: Timestamp) -> Arc<Patience> {
        let patience = self.patience.get_with_by_ref(host, || Arc::new(Patience::new(now)));
        if is_recent(patience.since, now) {
            return patience;
        }
        let patience = Arc::new(Patience::new(now));
        self.patience.insert(host.to_owned(), patience.clone());
        patience
    }

    async fn ask(&self, fed: &Federation, key_id: &str, fits: Fits<'_>) -> Result<Signer, Error> {
        let learnt = match actors::learn_by_key(fed, key_id).await {
            Ok(learnt) => learnt,
            Err(Error::Store(error)) => return Err(Error::Store(error)),
            // Its server is down for a moment, or we are cut off from it: a refusal would make the sender give up what is true.
            Err(error) if !error.is_permanent() => {
                tracing::debug!(%error, "a key could not be had for now");
                return Ok(Signer::Later);
            }
            Err(error) => {
                tracing::debug!(%error, "a key could not be had");
                return Ok(Signer::Nobody("the key could not be had from its server"));
            }
        };
        if !learnt {
            return Ok(Signer::Nobody("the key is not its owner's"));
        }
        self.known.invalidate(key_id);
        Ok(self.fitting(fed, key_id, fits).await?.map_or(Signer::Nobody("the signature does not fit the key"), Signer::Known))
    }

    /// The key that is known here, if it fits. Nobody is asked.
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) async fn fitting(&self, fed: &Federation, key_id: &str, fits: Fits<'_>) -> Result<Option<Known>, Error> {
        Ok(self.known(fed, key_id).await?.filter(|known| fits(&known.key)))
    }

    /// Whether this key is known without asking anybody.
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) async fn is_known(&self, fed: &Federation, key_id: &str) -> Result<bool, Error> {
        Ok(self.known(fed, key_id).await?.is_some())
    }

    async fn known(&self, fed: &Federation, key_id: &str) -> Result<Option<Known>, Error> {
        if let Some(known) = self.known.get(key_id) {
            return Ok(Some(known));
        }
        let asked = key_id.to_owned();
        let Some(row) = fed.app.store.read(move |db| store::remote_actors::by_key(db, &asked)).await? else { return Ok(None) };
        let read =
            if row.material.starts_with('z') { PublicKey::from_multibase(&row.material) } else { PublicKey::from_pem(&row.material) };
        let Ok(key) = read else { return Ok(None) };
        let known = Known { actor: row.actor_id.to(), uri: row.uri, host: row.host, key };
        self.known.insert(key_id.to_owned(), known.clone());
        Ok(Some(known))
    }
}

/// The server of a key.
fn host_of(key_id: &str) -> String {
    document_of(key_id).map(|url| crate::words::authority(&url)).unwrap_or_default()
}

/// Where the document of a key is: its address without fragment.
#[must_use]
pub(crate) fn document_of(key_id: &str) -> Option<Url> {
    let mut url = Url::parse(key_id).ok()?;
    url.set_fragment(None);
    Some(url)
}
