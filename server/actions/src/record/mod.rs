//! The public record: what happened is entered in the order of the journal, signed, cosigned by others, and proven to whoever said it
//! (docs/decisions/0022).

mod advance;
mod answers;
mod content;
mod follow;
mod peers;
mod receipt;
mod resume;
mod seal;
mod tree;
mod witness;

pub use advance::{Advanced, advance, remind};
pub use answers::{Answered, keep_cosignatures, note_conflict};
pub use peers::{NewPeer, WITNESSES_MAX, learn, mark};
pub use receipt::{Readiness, receipt, receipts_of};
pub use resume::{after_restore, confirm, restart, stop};
pub use seal::{Names, Seal, verifier_keys};
pub use tree::{Proof, proof, root_at};
pub use witness::{Witnessed, witness};
