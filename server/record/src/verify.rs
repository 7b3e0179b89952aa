//! Checking proofs: RFC 9162 §2.1.3.2 (an entry is in a tree) and §2.1.4.2 (one tree continues another).

use crate::hash::{Hash, node};

/// A proof does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unproven;

impl std::fmt::Display for Unproven {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the proof does not hold")
    }
}

impl std::error::Error for Unproven {}

/// Checks that the entry with this leaf hash stands at `index` in the tree of `size` entries with this root.
///
/// # Errors
/// When it is not proven.
pub fn inclusion(leaf: &Hash, index: u64, size: u64, proof: &[Hash], root: &Hash) -> Result<(), Unproven> {
    if index >= size {
        return Err(Unproven);
    }
    let (mut place, mut last, mut hash) = (index, size - 1, *leaf);
    for sibling in proof {
        if last == 0 {
            return Err(Unproven);
        }
        if place & 1 == 1 || place == last {
            hash = node(sibling, &hash);
            while place & 1 == 0 && place != 0 {
                (place, last) = (place >> 1, last >> 1);
            }
        } else {
            hash = node(&hash, sibling);
        }
        (place, last) = (place >> 1, last >> 1);
    }
    if last == 0 && hash == *root { Ok(()) } else { Err(Unproven) }
}

/// Checks that the tree of `new_size` entries begins with the whole tree of `old_size` entries. The empty tree is the beginning of every tree, and
/// proves nothing: its proof is empty (tlog-witness).
///
/// # Errors
/// When it is not proven.
pub fn consistency(old_size: u64, new_size: u64, proof: &[Hash], old_root: &Hash, new_root: &Hash) -> Result<(), Unproven> {
    if old_size > new_size {
        return Err(Unproven);
    }
    if old_size == new_size || old_size == 0 {
        let same = old_size != new_size || old_root == new_root;
        let begins = old_size != 0 || *old_root == crate::hash::empty();
        return if proof.is_empty() && same && begins { Ok(()) } else { Err(Unproven) };
    }
    let (mut place, mut last) = (old_size - 1, new_size - 1);
    while place & 1 == 1 {
        (place, last) = (place >> 1, last >> 1);
    }
    // A tree whose size is a power of two is a node of the larger one: the proof begins with it, unsaid.
    let (start, rest) = if old_size.is_power_of_two() {
        (*old_root, proof)
    } else {
        let (first, rest) = proof.split_first().ok_or(Unproven)?;
        (*first, rest)
    };
    if proof.is_empty() {
        return Err(Unproven);
    }
    let (mut old, mut new) = (start, start);
    for sibling in rest {
        if last == 0 {
            return Err(Unproven);
        }
        if place & 1 == 1 || place == last {
            old = node(sibling, &old);
            new = node(sibling, &new);
            while place & 1 == 0 && place != 0 {
                (place, last) = (place >> 1, last >> 1);
            }
        } else {
            new = node(&new, sibling);
        }
        (place, last) = (place >> 1, last >> 1);
    }
    if last == 0 && old == *old_root && new == *new_root { Ok(()) } else { Err(Unproven) }
}
