//! One tile: from the folder where it is kept, else from its server, once, with a bound on everything.

use std::time::Duration;

use actions::places::{Failed, Tile, tile_type};
use domain::place::{Bounds, Cell};
use url::Url;

use super::MapService;

/// Heaviest tile, in bytes.
const BYTES_MAX: usize = 512 * 1024;
/// How long one waits for one's turn, and for the server.
const TURN: Duration = Duration::from_secs(2);
const PATIENCE: Duration = Duration::from_secs(5);
/// How long a tile is as good as new, in seconds: 30 days.
const FRESH_SECONDS: i64 = 30 * 24 * 3600;
/// From this zoom on only tiles of the territory and of what lies around it are asked for: this is no server of tiles for others.
const ZOOM_OF_THE_TERRITORY: u32 = 9;
/// How much lies around it, in degrees.
const AROUND: f64 = 0.5;

impl MapService {
    pub(super) async fn a_tile(&self, zoom: u32, x: u32, y: u32) -> Result<Tile, Failed> {
        let Some(template) = self.sources.tiles.as_deref() else { return Err(Failed::NotOffered) };
        if !self.offers(zoom, x, y) {
            return Err(Failed::NotOffered);
        }
        let now = self.app.now();
        let kept = self.folder.read(zoom, x, y).await;
        if let Some((bytes, at)) = &kept
            && now.as_second() - at < FRESH_SECONDS
            && let Some(content_type) = tile_type(bytes)
        {
            return Ok(Tile { content_type, bytes: bytes.clone() });
        }
        // An old tile is better than none.
        let old = kept.and_then(|(bytes, _)| tile_type(&bytes).map(|content_type| Tile { content_type, bytes }));
        let or_old = |failed| old.ok_or(failed);
        if !self.tiles_health.may_ask(now) {
            return or_old(Failed::Unreachable);
        }
        let address = template.replace("{z}", &zoom.to_string()).replace("{x}", &x.to_string()).replace("{y}", &y.to_string());
        let Ok(url) = Url::parse(&address) else { return or_old(Failed::NotOffered) };
        let Ok(Ok(_turn)) = tokio::time::timeout(TURN, self.turns.acquire()).await else { return or_old(Failed::Unreachable) };
        let answer = tokio::time::timeout(PATIENCE, self.client.media(&url, BYTES_MAX)).await;
        let found = match answer {
            Ok(Ok((_, bytes))) => tile_type(&bytes).map(|content_type| Tile { content_type, bytes: bytes.to_vec() }),
            Ok(Err(error)) => {
                tracing::debug!(%error, "a tile could not be read");
                None
            }
            Err(_too_slow) => None,
        };
        self.tiles_health.heard(found.is_some(), now);
        let Some(tile) = found else { return or_old(Failed::Unreachable) };
        self.folder.keep(zoom, x, y, tile.bytes.clone()).await;
        Ok(tile)
    }

    /// Whether there is such a tile, and it is one of ours to show.
    fn offers(&self, zoom: u32, x: u32, y: u32) -> bool {
        if zoom > self.sources.zoom_max.min(22) || x >= 1 << zoom || y >= 1 << zoom {
            return false;
        }
        let Some(bounds) = self.app.maps.territory.bounds().filter(|_| zoom >= ZOOM_OF_THE_TERRITORY) else { return true };
        let near =
            Bounds { west: bounds.west - AROUND, south: bounds.south - AROUND, east: bounds.east + AROUND, north: bounds.north + AROUND };
        let (from, to) = Cell::corners(&near);
        let ((left, top), (right, bottom)) = (from.at_zoom(zoom), to.at_zoom(zoom));
        (left..=right).contains(&i64::from(x)) && (top..=bottom).contains(&i64::from(y))
    }
}
