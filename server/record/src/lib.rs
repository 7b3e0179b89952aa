//! The public record: an append-only Merkle tree in tiles, signed checkpoints, their cosignatures, and receipts that are checked offline. Pure
//! mathematics and formats of C2SP (tlog-tiles, tlog-checkpoint, signed-note, tlog-cosignature, tlog-witness, tlog-proof); knows nothing of the rest.
//! Signatures are made and checked by functions that the caller brings.

mod checkpoint;
mod edge;
mod encoding;
mod entry;
mod hash;
mod note;
mod prove;
mod receipt;
mod submission;
#[cfg(test)]
mod tests;
mod tile;
mod verify;

pub use checkpoint::{Checkpoint, cosignature_line, cosigned_message, sign};
pub use edge::{Completed, Edge};
pub use encoding::Malformed;
pub use entry::{Entry, SALT_BYTES, canonical, salted};
pub use hash::{Hash, empty, leaf, node};
pub use note::{Check, KeyKind, Note, SignatureLine, Verdict, VerifierKey};
pub use prove::{ProveError, Prover, Tiles};
pub use receipt::{Receipt, ReceiptFault, Verified};
pub use submission::{PROOF_MAX, Submission};
pub use tile::{Resource, TILE_WIDTH, Tile, bundle};
pub use verify::{Unproven, consistency, inclusion};
