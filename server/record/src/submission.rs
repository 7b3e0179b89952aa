//! What a log posts to a witness (tlog-witness, `add-checkpoint`): how far the witness is, the proof from there, the new checkpoint.

use crate::encoding::{Malformed, decimal, hash, to_base64};
use crate::hash::Hash;

/// Most lines of proof.
pub const PROOF_MAX: usize = 63;

/// A checkpoint for a witness.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// The size that the witness cosigned last.
    pub old: u64,
    /// The proof from there.
    pub proof: Vec<Hash>,
    /// The signed checkpoint.
    pub note: String,
}

impl Submission {
    /// Reads the body of a request.
    ///
    /// # Errors
    /// When it is none.
    pub fn parse(body: &str) -> Result<Self, Malformed> {
        let wrong = Malformed("this is not a checkpoint for a witness");
        let (head, note) = body.split_once("\n\n").ok_or(wrong)?;
        let mut lines = head.split('\n');
        let old = decimal(lines.next().and_then(|line| line.strip_prefix("old ")).ok_or(wrong)?)?;
        let proof: Vec<Hash> = lines.take(PROOF_MAX + 1).map(hash).collect::<Result<_, _>>()?;
        if proof.len() > PROOF_MAX { Err(wrong) } else { Ok(Self { old, proof, note: note.to_owned() }) }
    }
}

impl std::fmt::Display for Submission {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "old {}", self.old)?;
        self.proof.iter().try_for_each(|hash| writeln!(f, "{}", to_base64(hash)))?;
        write!(f, "\n{}", self.note)
    }
}
