//! How often somebody may try: token buckets by purpose and key, in memory, and a gate before the slow hash of passwords.

use std::num::NonZeroU32;
use std::time::Duration;

use domain::refusal::Refusal;
use governor::clock::DefaultClock;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

domain::words! {
    /// What is limited.
    Purpose {
        /// Signing in by password, per client and account.
        SignIn = "sign_in",
        /// Asking for letters, per client.
        Letter = "letter",
        /// Asking for letters, per address: so that nobody's mailbox is filled by somebody else.
        Mailbox = "mailbox",
        /// Publishing and replying, per actor.
        Publish = "publish",
        /// Supporting, per actor.
        Support = "support",
        /// Reporting, per actor.
        Report = "report",
        /// Searching, per client.
        Search = "search",
        /// Any form, per client.
        Form = "form",
    }
}

type Key = [u8; 16];
type Bucket = RateLimiter<Key, DashMapStateStore<Key>, DefaultClock>;

/// Keys kept for one purpose before the idle ones are swept out.
const KEYS_MAX: usize = 20_000;
/// Slow hashes at once: bounds memory to two times 19 MiB.
const HASHES_AT_ONCE: usize = 2;

/// The limits of one process.
pub struct Limits {
    salt: [u8; 16],
    buckets: Vec<(Purpose, Bucket)>,
    /// Taken while a password is hashed.
    pub hashing: Semaphore,
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
        Self { salt: crate::random::bytes(), buckets, hashing: Semaphore::new(HASHES_AT_ONCE) }
    }

    /// Counts one try.
    ///
    /// # Errors
    /// `TooManyAttempts`.
    pub fn check(&self, purpose: Purpose, key: &[u8]) -> Result<(), Refusal> {
        let Some((_, bucket)) = self.buckets.iter().find(|(p, _)| *p == purpose) else { return Ok(()) };
        if bucket.len() > KEYS_MAX {
            bucket.retain_recent();
        }
        bucket.check_key(&self.key(key)).map_err(|_until| Refusal::TooManyAttempts)
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
        Purpose::SignIn => (10, 360),
        Purpose::Letter => (10, 120),
        Purpose::Mailbox => (4, 900),
        Purpose::Publish => (20, 30),
        Purpose::Support => (120, 2),
        Purpose::Report => (20, 60),
        Purpose::Search => (60, 1),
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
        for _ in 0..10 {
            assert!(limits.check(Purpose::SignIn, b"a").is_ok());
        }
        assert_eq!(limits.check(Purpose::SignIn, b"a"), Err(Refusal::TooManyAttempts));
        assert!(limits.check(Purpose::SignIn, b"b").is_ok());
        assert!(limits.check(Purpose::Letter, b"a").is_ok());
    }
}
