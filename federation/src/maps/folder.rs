//! The folder in which tiles are kept: one file each, the oldest deleted when there are too many bytes. Losing it loses nothing.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use sha2::{Digest as _, Sha256};

/// Tiles after which the bytes are counted again.
const COUNTED_EVERY: u64 = 200;

#[derive(Debug, Clone)]
pub(super) struct Folder(Arc<Kept>);

#[derive(Debug)]
struct Kept {
    path: PathBuf,
    bytes_max: u64,
    written: AtomicU64,
    sweeping: AtomicBool,
}

impl Folder {
    /// A folder below `root` for the tiles of one source: those of another are never shown in their place.
    pub(super) fn new(root: &Path, source: &str, bytes_max: u64) -> Self {
        let digest: String = Sha256::digest(source.as_bytes()).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        Self(Arc::new(Kept { path: root.join(digest), bytes_max, written: AtomicU64::new(0), sweeping: AtomicBool::new(false) }))
    }

    /// A tile, and when it was kept, in seconds since 1970.
    pub(super) async fn read(&self, zoom: u32, x: u32, y: u32) -> Option<(Vec<u8>, i64)> {
        let file = self.file(zoom, x, y);
        let bytes = tokio::fs::read(&file).await.ok()?;
        let at = tokio::fs::metadata(&file).await.and_then(|about| about.modified()).unwrap_or(UNIX_EPOCH);
        Some((bytes, seconds(at)))
    }

    /// Keeps a tile. A disk that is full or gone is no reason not to show it.
    pub(super) async fn keep(&self, zoom: u32, x: u32, y: u32, bytes: Vec<u8>) {
        if let Err(error) = self.write(zoom, x, y, &bytes).await {
            tracing::warn!(%error, "a tile could not be kept");
            return;
        }
        let count = self.0.written.fetch_add(1, Ordering::Relaxed);
        if count.is_multiple_of(COUNTED_EVERY) && !self.0.sweeping.swap(true, Ordering::Relaxed) {
            let folder = self.clone();
            let swept = tokio::task::spawn_blocking(move || {
                let swept = folder.sweep();
                folder.0.sweeping.store(false, Ordering::Relaxed);
                swept
            });
            if let Ok(Err(error)) = swept.await {
                tracing::warn!(%error, "old tiles could not be deleted");
            }
        }
    }

    /// Deletes the oldest tiles when there are too many bytes, down to four fifths.
    pub(super) fn sweep(&self) -> io::Result<()> {
        let mut files = Vec::new();
        for entry in std::fs::read_dir(&self.0.path)? {
            let entry = entry?;
            let about = entry.metadata()?;
            files.push((seconds(about.modified().unwrap_or(UNIX_EPOCH)), about.len(), entry.path()));
        }
        let mut total: u64 = files.iter().map(|(_, bytes, _)| bytes).sum();
        if total <= self.0.bytes_max {
            return Ok(());
        }
        files.sort();
        for (_, bytes, path) in files {
            if total <= self.0.bytes_max / 5 * 4 {
                break;
            }
            std::fs::remove_file(path)?;
            total = total.saturating_sub(bytes);
        }
        Ok(())
    }

    async fn write(&self, zoom: u32, x: u32, y: u32, bytes: &[u8]) -> io::Result<()> {
        tokio::fs::create_dir_all(&self.0.path).await?;
        let file = self.file(zoom, x, y);
        // Whole or not at all, also when two write it at once.
        let part = file.with_extension(format!("{}.part", self.0.written.fetch_add(1, Ordering::Relaxed)));
        tokio::fs::write(&part, bytes).await?;
        tokio::fs::rename(part, file).await
    }

    fn file(&self, zoom: u32, x: u32, y: u32) -> PathBuf {
        self.0.path.join(format!("{zoom}-{x}-{y}"))
    }
}

fn seconds(at: SystemTime) -> i64 {
    at.duration_since(UNIX_EPOCH).map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_oldest_tiles_go_when_there_are_too_many_bytes() {
        let root = tempfile::tempdir().unwrap();
        let folder = Folder::new(root.path(), "https://tiles.example/{z}/{x}/{y}", 1_000);
        assert_eq!(folder.read(1, 0, 0).await, None);
        for x in 0..12 {
            folder.keep(4, x, 0, vec![7; 100]).await;
        }
        folder.sweep().unwrap();
        let mut left = 0;
        for x in 0..12 {
            left += usize::from(folder.read(4, x, 0).await.is_some());
        }
        assert!((7..=8).contains(&left), "{left}");
        let other = Folder::new(root.path(), "https://other.example/{z}/{x}/{y}", 1_000);
        for x in 0..12 {
            assert_eq!(other.read(4, x, 0).await, None, "tiles of one source are never shown for another");
        }
    }
}
