//! The right edge of the tree: all that is needed to append, a few hundred hashes at most.

use crate::hash::{Hash, empty, full, node};
use crate::tile::TILE_WIDTH;

/// A tile that became full: its root is a hash of the level above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Completed {
    /// The level above, from 1.
    pub level: u8,
    /// The place there.
    pub index: u64,
    /// The root of the full tile.
    pub hash: Hash,
}

/// The partial tiles at the right edge of a tree.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edge {
    size: u64,
    levels: Vec<Vec<Hash>>,
}

impl Edge {
    /// Which hashes a tree of `size` entries needs at its edge: for each level, from 0, the first place and how many.
    #[must_use]
    pub fn places(size: u64) -> Vec<(u8, u64, u64)> {
        let mut places = Vec::new();
        let (mut level, mut count) = (0, size);
        while count > 0 {
            places.push((level, count / TILE_WIDTH * TILE_WIDTH, count % TILE_WIDTH));
            level += 1;
            count /= TILE_WIDTH;
        }
        places
    }

    /// The edge of a tree of `size` entries, with the hashes that [`Self::places`] named. `None`: they are not that many.
    #[must_use]
    pub fn of(size: u64, levels: Vec<Vec<Hash>>) -> Option<Self> {
        let places = Self::places(size);
        let right = |(place, level): (&(u8, u64, u64), &Vec<Hash>)| u64::try_from(level.len()).is_ok_and(|len| len == place.2);
        (places.len() == levels.len() && places.iter().zip(&levels).all(right)).then_some(Self { size, levels })
    }

    /// How many entries the tree has.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Appends an entry. Gives the tiles that it completed.
    pub fn push(&mut self, leaf: Hash) -> Vec<Completed> {
        let mut completed = Vec::new();
        let (mut hash, mut level) = (leaf, 0_u8);
        self.size += 1;
        loop {
            let at = usize::from(level);
            if self.levels.len() <= at {
                self.levels.push(Vec::new());
            }
            let Some(tile) = self.levels.get_mut(at) else { return completed };
            tile.push(hash);
            if u64::try_from(tile.len()).is_ok_and(|len| len < TILE_WIDTH) {
                return completed;
            }
            let Some(root) = full(&std::mem::take(tile)) else { return completed };
            level += 1;
            completed.push(Completed { level, index: (self.size >> (8 * u32::from(level))) - 1, hash: root });
            hash = root;
        }
    }

    /// The root of the tree.
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut root: Option<Hash> = None;
        // The full subtrees of which the tree is made, the smallest first: they stand from right to left.
        for level in &self.levels {
            let mut end = level.len();
            while end > 0 {
                let width = 1 << end.trailing_zeros();
                let subtree = level.get(end - width..end).and_then(full);
                end -= width;
                root = match (subtree, root) {
                    (Some(left), Some(right)) => Some(node(&left, &right)),
                    (left, right) => left.or(right),
                };
            }
        }
        root.unwrap_or_else(empty)
    }
}
