//! Tiles and entry bundles, and their paths (tlog-tiles).

use crate::encoding::{Malformed, decimal};
use crate::hash::Hash;

/// How many hashes a full tile has.
pub const TILE_WIDTH: u64 = 256;
/// The highest level.
const LEVEL_MAX: u64 = 63;

/// What a tile holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resource {
    /// Hashes of a level.
    Hashes(u8),
    /// The entries themselves.
    Entries,
}

/// Which tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tile {
    /// What it holds.
    pub resource: Resource,
    /// Its place in its level.
    pub index: u64,
    /// How wide it is: from 1 to 256, which is full.
    pub width: u64,
}

impl Tile {
    /// Reads what stands behind `/tile/`: `0/x001/067`, `entries/000.p/12`.
    ///
    /// # Errors
    /// When it is no such path.
    pub fn parse(path: &str) -> Result<Self, Malformed> {
        let wrong = Malformed("no such tile");
        let (level, place) = path.split_once('/').ok_or(wrong)?;
        let resource = match level {
            "entries" => Resource::Entries,
            level => {
                let level = decimal(level)?;
                Resource::Hashes(u8::try_from(level).ok().filter(|_| level <= LEVEL_MAX).ok_or(wrong)?)
            }
        };
        let (place, width) = match place.split_once(".p/") {
            Some((place, width)) => (place, decimal(width)?),
            None => (place, TILE_WIDTH),
        };
        let digits: String = place.split('/').map(|group| group.strip_prefix('x').unwrap_or(group)).collect();
        let index = digits.parse().map_err(|_why| wrong)?;
        let tile = Self { resource, index, width };
        // Each tile has one path.
        if (1..=TILE_WIDTH).contains(&width) && tile.path() == path { Ok(tile) } else { Err(wrong) }
    }

    /// Its path behind `/tile/`.
    #[must_use]
    pub fn path(&self) -> String {
        let level = match self.resource {
            Resource::Hashes(level) => level.to_string(),
            Resource::Entries => "entries".to_owned(),
        };
        let mut place = format!("{:03}", self.index % 1000);
        let mut rest = self.index / 1000;
        while rest > 0 {
            place = format!("x{:03}/{place}", rest % 1000);
            rest /= 1000;
        }
        if self.width == TILE_WIDTH { format!("{level}/{place}") } else { format!("{level}/{place}.p/{}", self.width) }
    }

    /// Whether a tree of `size` entries has it.
    #[must_use]
    pub fn is_in(&self, size: u64) -> bool {
        let shift = match self.resource {
            Resource::Hashes(level) => 8 * u32::from(level),
            Resource::Entries => 0,
        };
        let count = size.checked_shr(shift).unwrap_or(0);
        self.index.checked_mul(TILE_WIDTH).and_then(|first| first.checked_add(self.width)).is_some_and(|end| end <= count)
    }

    /// What is served of hashes.
    #[must_use]
    pub fn bytes(hashes: &[Hash]) -> Vec<u8> {
        hashes.concat()
    }

    /// Its first place in its level.
    #[must_use]
    pub const fn first(&self) -> u64 {
        self.index.saturating_mul(TILE_WIDTH)
    }
}

/// An entry bundle: each entry behind its length as two bytes, the high one first. `None`: an entry is too long for that.
#[must_use]
pub fn bundle<'a>(entries: impl IntoIterator<Item = &'a [u8]>) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for entry in entries {
        bytes.extend(u16::try_from(entry.len()).ok()?.to_be_bytes());
        bytes.extend(entry);
    }
    Some(bytes)
}
