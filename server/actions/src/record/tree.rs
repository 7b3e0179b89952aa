//! The tree of the record as it is kept, and what is proven of it.

use ::record::{Edge, Hash, ProveError, Prover, Tiles};
use store::{Db, Error};

use crate::Result;

/// Tiles in the database.
pub(super) struct Kept<'a>(pub(super) &'a mut Db);

impl Tiles for Kept<'_> {
    type Error = Error;

    fn tile(&mut self, level: u8, index: u64, width: u64) -> std::result::Result<Vec<Hash>, Error> {
        let first = number(index.saturating_mul(::record::TILE_WIDTH));
        hashes(self.0, i16::from(level), first, number(width))
    }
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn hashes(db: &mut Db, level: i16, first: i64, count: i64) -> std::result::Result<Vec<Hash>, Error> {
    store::record::tree::hashes(db, level, first, count)?.into_iter().map(hash).collect()
}

/// A hash as it is kept.
pub(super) fn hash(bytes: Vec<u8>) -> std::result::Result<Hash, Error> {
    bytes.try_into().map_err(|_length| Error::Corrupt("a hash of the record".to_owned()))
}

/// What [`Prover`] answers, as an answer of ours.
fn told<T>(proven: std::result::Result<T, ProveError<Error>>) -> Result<T> {
    proven.map_err(|error| match error {
        ProveError::Tiles(error) => error.into(),
        ProveError::Missing | ProveError::Outside => Error::Corrupt("the record has a gap".to_owned()).into(),
    })
}

/// The right edge, to append to.
pub(super) fn edge(db: &mut Db, size: u64) -> Result<Edge> {
    let mut levels = Vec::new();
    for (level, first, count) in Edge::places(size) {
        levels.push(hashes(db, i16::from(level), number(first), number(count))?);
    }
    Edge::of(size, levels).ok_or_else(|| Error::Corrupt("the record has a gap".to_owned()).into())
}

/// What [`proof`] is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// That the entry at this place is in the tree.
    Of(u64),
    /// That the tree continues the one of this size.
    Since(u64),
}

/// A proof in the tree of the first `size` entries.
///
/// # Errors
/// When it cannot be made, or the store fails.
pub fn proof(db: &mut Db, size: u64, wanted: Proof) -> Result<Vec<Hash>> {
    let mut prover = Prover::new(Kept(db), size);
    told(match wanted {
        Proof::Of(place) => prover.inclusion(place),
        Proof::Since(old) => prover.consistency(old),
    })
}

/// The root over the first `size` entries.
///
/// # Errors
/// When there are fewer, or the store fails.
pub fn root_at(db: &mut Db, size: u64) -> Result<Hash> {
    told(Prover::new(Kept(db), size).root())
}
