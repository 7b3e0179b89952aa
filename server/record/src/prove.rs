//! Making proofs out of tiles: RFC 6962 §2.1.1 and §2.1.2. Each tile is asked for once.

use std::collections::BTreeMap;

use crate::hash::{Hash, empty, full, node};
use crate::tile::TILE_WIDTH;

/// Where tiles are kept.
pub trait Tiles {
    /// Why one cannot be read.
    type Error;

    /// The first `width` hashes of the tile `index` at `level`.
    ///
    /// # Errors
    /// When it cannot be read.
    fn tile(&mut self, level: u8, index: u64, width: u64) -> Result<Vec<Hash>, Self::Error>;
}

/// Why a proof cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProveError<E> {
    /// A tile cannot be read.
    Tiles(E),
    /// A tile holds less than it must.
    Missing,
    /// What is to be proven is not in the tree.
    Outside,
}

/// Makes proofs about a tree of one size.
pub struct Prover<T> {
    tiles: T,
    size: u64,
    read: BTreeMap<(u8, u64), Vec<Hash>>,
}

impl<T: Tiles> Prover<T> {
    /// About the tree of the first `size` entries.
    pub const fn new(tiles: T, size: u64) -> Self {
        Self { tiles, size, read: BTreeMap::new() }
    }

    /// The root of the tree of the first `size` entries.
    ///
    /// # Errors
    /// When a tile cannot be read.
    pub fn root(&mut self) -> Result<Hash, ProveError<T::Error>> {
        if self.size == 0 { Ok(empty()) } else { self.range(0, self.size) }
    }

    /// The proof that the entry `index` is in the tree: from its sibling up to a child of the root.
    ///
    /// # Errors
    /// When it is not in the tree, or a tile cannot be read.
    pub fn inclusion(&mut self, index: u64) -> Result<Vec<Hash>, ProveError<T::Error>> {
        if index >= self.size {
            return Err(ProveError::Outside);
        }
        let (mut start, mut end, mut proof) = (0, self.size, Vec::new());
        while end - start > 1 {
            let middle = start + split(end - start);
            if index < middle {
                proof.push(self.range(middle, end)?);
                end = middle;
            } else {
                proof.push(self.range(start, middle)?);
                start = middle;
            }
        }
        proof.reverse();
        Ok(proof)
    }

    /// The proof that the tree begins with the whole tree of the first `old` entries. Empty for none of them, and for all of them.
    ///
    /// # Errors
    /// When there are fewer entries, or a tile cannot be read.
    pub fn consistency(&mut self, old: u64) -> Result<Vec<Hash>, ProveError<T::Error>> {
        if old > self.size {
            return Err(ProveError::Outside);
        }
        if old == 0 || old == self.size {
            return Ok(Vec::new());
        }
        // `old` ends inside [start, end); what lies left of `start` is said already, so that the last node must be said too.
        let (mut start, mut end, mut proof) = (0, self.size, Vec::new());
        while old != end {
            let middle = start + split(end - start);
            if old <= middle {
                proof.push(self.range(middle, end)?);
                end = middle;
            } else {
                proof.push(self.range(start, middle)?);
                start = middle;
            }
        }
        if start != 0 {
            proof.push(self.range(start, end)?);
        }
        proof.reverse();
        Ok(proof)
    }

    /// The root over the entries from `start` to `end`, both of which this tree has as the ends of a node.
    fn range(&mut self, start: u64, end: u64) -> Result<Hash, ProveError<T::Error>> {
        let count = end - start;
        if count.is_power_of_two() {
            return self.subtree(count.trailing_zeros(), start >> count.trailing_zeros());
        }
        let middle = start + split(count);
        let (left, right) = (self.range(start, middle)?, self.range(middle, end)?);
        Ok(node(&left, &right))
    }

    /// The root of the full subtree of this height at this place: one tile tells it.
    fn subtree(&mut self, height: u32, place: u64) -> Result<Hash, ProveError<T::Error>> {
        let level = u8::try_from(height / 8).map_err(|_too_high| ProveError::Outside)?;
        let (first, count) = (place << (height % 8), 1_u64 << (height % 8));
        let index = first / TILE_WIDTH;
        if !self.read.contains_key(&(level, index)) {
            let width = (self.size >> (8 * u32::from(level))).saturating_sub(index * TILE_WIDTH).min(TILE_WIDTH);
            let hashes = self.tiles.tile(level, index, width).map_err(ProveError::Tiles)?;
            self.read.insert((level, index), hashes);
        }
        let at = usize::try_from(first % TILE_WIDTH).unwrap_or(usize::MAX);
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        let hashes = self.read.get(&(level, index)).and_then(|tile| tile.get(at..at.saturating_add(count)));
        hashes.and_then(full).ok_or(ProveError::Missing)
    }
}

/// The largest power of two below `count`, which is two at least.
pub(crate) const fn split(count: u64) -> u64 {
    1 << (u64::BITS - 1 - (count - 1).leading_zeros())
}
