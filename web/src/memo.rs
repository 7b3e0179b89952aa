//! What every reader is shown alike, kept for a moment: until this process writes anything, and for five seconds at the most, since another
//! process may have written too.

use domain::Timestamp;
use std::sync::{Arc, RwLock};
use store::Store;

/// How long something may be kept, in seconds.
const KEPT_SECONDS: i64 = 5;

/// One thing that is kept.
pub(crate) struct Memo<T>(Arc<RwLock<Option<Kept<T>>>>);

struct Kept<T> {
    commits: u64,
    read_at: Timestamp,
    value: Arc<T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(Arc::new(RwLock::new(None)))
    }
}

impl<T> Memo<T> {
    /// What is kept, if it still holds.
    pub(crate) fn get(&self, store: &Store, now: Timestamp) -> Option<Arc<T>> {
        let kept = self.0.read().ok()?;
        let kept = kept.as_ref()?;
        let fresh = kept.commits == store.commits() && (now.as_second() - kept.read_at.as_second()).abs() < KEPT_SECONDS;
        fresh.then(|| kept.value.clone())
    }

    /// Keeps a value that was read when the store had committed `commits` times: a write in the meantime makes it stale at once.
    pub(crate) fn keep(&self, value: T, commits: u64, now: Timestamp) -> Arc<T> {
        let value = Arc::new(value);
        if let Ok(mut kept) = self.0.write() {
            *kept = Some(Kept { commits, read_at: now, value: value.clone() });
        }
        value
    }
}
