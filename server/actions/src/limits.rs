//! How often somebody may try: token buckets by purpose and key, in memory, and a gate before the slow hash of passwords.

use std::num::NonZeroU32;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use domain::refusal::Refusal;
use governor::clock::DefaultClock;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

use crate::accounts::Slate;

domain::words! {
    /// What is limited.
    Purpose {
        /// Signing in by password, per client and account.
        SignIn = "sign_in",
        /// Signing in by password, per account whoever tries: looser, so that a stranger does not lock its owner out.
        Account = "account",
        /// Asking for letters, per client.
        Letter = "letter",
        /// Asking for letters, per address: so that nobody's mailbox is filled by somebody else.
        Mailbox = "mailbox",
        /// Asking another server something for somebody, per client: their letters are not counted with it.
        Elsewhere = "elsewhere",
        /// Showing a code or one's details to vote, per client: so that nobody guesses.
        Proof = "proof",
        /// Publishing and replying, per actor.
        Publish = "publish",
        /// Supporting, per actor.
        Support = "support",
        /// Reporting, per actor.
        Report = "report",
        /// Searching, per client.
        Search = "search",
        /// Downloading whole lists, per client.
        Download = "download",
        /// Having a picture decoded before anything is kept, per client.
        Picture = "picture",
        /// Any form, per client.
        Form = "form",
    }
}

type Key = [u8; 16];
type Bucket = RateLimiter<Key, DashMapStateStore<Key>, DefaultClock>;

/// Keys that are kept apart for one purpose; beyond, those that come share [`SHARED_BYTES`] of buckets, so that memory stays bounded.
const KEYS_MAX: usize = 20_000;
/// How much of a key tells the shared buckets apart: 65,536 of them.
const SHARED_BYTES: usize = 2;
/// Tries between two sweeps of the idle keys.
const SWEEP_EVERY: usize = 4096;
/// Slow hashes at once: bounds memory to two times 19 MiB.
const HASHES_AT_ONCE: usize = 2;
/// Pictures decoded at once: one of 40 million pixels takes 160 MB and more.
const PICTURES_AT_ONCE: usize = 1;

/// The limits of one process.
pub struct Limits {
    salt: [u8; 16],
    buckets: Vec<(Purpose, Bucket)>,
    tries: AtomicUsize,
    /// Taken while a password is hashed.
    pub hashing: Arc<Semaphore>,
    /// The memory of the hashes: no more of them than turns.
    pub(crate) slates: Mutex<Vec<Slate>>,
    /// Taken while a picture is decoded.
    pub decoding: Arc<Semaphore>,
}

impl Default for Limits {
    fn default() -> Self {
        Self::new()
    }
}

impl Limits {
    /// The limits of a house that is open to the street.
    #[must_use]
    pub fn new() -> Self {
        Self::scaled(1)
    }

    /// A thousand times more generous: for the demonstration, benches and scenarios where one machine plays a whole town.
    #[must_use]
    pub fn relaxed() -> Self {
        Self::scaled(1000)
    }

    fn scaled(factor: u32) -> Self {
        let buckets = Purpose::ALL.iter().map(|purpose| (*purpose, RateLimiter::keyed(quota(*purpose, factor)))).collect();
        Self {
            salt: crate::random::bytes(),
            buckets,
            tries: AtomicUsize::new(0),
            hashing: Arc::new(Semaphore::new(HASHES_AT_ONCE)),
            slates: Mutex::default(),
            decoding: Arc::new(Semaphore::new(PICTURES_AT_ONCE)),
        }
    }

    /// Counts one try.
    ///
    /// # Errors
    /// `TooManyAttempts`.
    pub fn check(&self, purpose: Purpose, key: &[u8]) -> Result<(), Refusal> {
        let Some((_, bucket)) = self.buckets.iter().find(|(p, _)| *p == purpose) else { return Ok(()) };
        if self.tries.fetch_add(1, Ordering::Relaxed) % SWEEP_EVERY == SWEEP_EVERY - 1 {
            self.buckets.iter().for_each(|(_, bucket)| bucket.retain_recent());
        }
        let mut key = self.key(key);
        if bucket.len() >= KEYS_MAX {
            key.iter_mut().skip(SHARED_BYTES).for_each(|byte| *byte = 0);
        }
        bucket.check_key(&key).map_err(|_until| Refusal::TooManyAttempts)
    }

    /// Keys are hashed with a salt that dies with the process: no address is kept.
    fn key(&self, key: &[u8]) -> Key {
        let mut short = Key::default();
        let digest = Sha256::new().chain_update(self.salt).chain_update(key).finalize();
        for (slot, byte) in short.iter_mut().zip(digest) {
            *slot = byte;
        }
        short
    }
}

/// A burst, then one more at each interval.
fn quota(purpose: Purpose, factor: u32) -> Quota {
    let (burst, every_seconds) = match purpose {
        Purpose::SignIn => (6, 900),
        Purpose::Account => (100, 36),
        Purpose::Letter => (10, 120),
        Purpose::Mailbox => (4, 900),
        Purpose::Elsewhere => (10, 60),
        // A whole town hall may vote behind one address.
        Purpose::Proof => (60, 15),
        Purpose::Publish => (20, 30),
        Purpose::Support => (120, 2),
        Purpose::Report => (20, 60),
        Purpose::Search => (60, 1),
        Purpose::Download => (10, 20),
        Purpose::Picture => (20, 30),
        Purpose::Form => (120, 1),
    };
    let burst = NonZeroU32::new(burst * factor).unwrap_or(NonZeroU32::MIN);
    let every = Duration::from_secs(every_seconds) / factor;
    Quota::with_period(every).unwrap_or(Quota::per_second(NonZeroU32::MIN)).allow_burst(burst)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_then_refusals_for_that_key_only() {
        let limits = Limits::new();
        for _ in 0..6 {
            assert!(limits.check(Purpose::SignIn, b"a").is_ok());
        }
        assert_eq!(limits.check(Purpose::SignIn, b"a"), Err(Refusal::TooManyAttempts));
        assert!(limits.check(Purpose::SignIn, b"b").is_ok());
        assert!(limits.check(Purpose::Letter, b"a").is_ok());
    }

    #[test]
    fn memory_is_bounded_however_many_keys_come() {
        let limits = Limits::new();
        for n in 0_u32..200_000 {
            let _ = limits.check(Purpose::Mailbox, &n.to_be_bytes());
        }
        let kept = limits.buckets.iter().map(|(_, bucket)| bucket.len()).sum::<usize>();
        assert!(kept <= KEYS_MAX + 65_536, "{kept}");
    }
}
