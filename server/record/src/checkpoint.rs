//! Checkpoints: how large the record is and what its root is (tlog-checkpoint), signed by the log and cosigned by witnesses (tlog-cosignature).

use crate::encoding::{Malformed, decimal, hash, to_base64};
use crate::hash::Hash;
use crate::note::{Note, SignatureLine, VerifierKey};

/// A checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The name of the log.
    pub origin: String,
    /// How many entries it has.
    pub size: u64,
    /// The root of its tree.
    pub root: Hash,
}

impl Checkpoint {
    /// The text that is signed.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, to_base64(self.root))
    }

    /// Reads the text of a note. Lines behind the third one mean nothing here.
    ///
    /// # Errors
    /// When it is no checkpoint.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let wrong = Malformed("this is not a checkpoint");
        let mut lines = text.strip_suffix('\n').ok_or(wrong)?.split('\n');
        let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next()) else { return Err(wrong) };
        if origin.is_empty() || lines.any(str::is_empty) {
            return Err(wrong);
        }
        Ok(Self { origin: origin.to_owned(), size: decimal(size)?, root: hash(root)? })
    }
}

/// A checkpoint signed by its log: `signature` is made over [`Checkpoint::text`].
#[must_use]
pub fn sign(checkpoint: &Checkpoint, key: &VerifierKey, signature: Vec<u8>) -> Note {
    Note { text: checkpoint.text(), signatures: vec![SignatureLine::of(key, signature)] }
}

/// What a witness signs: the time (seconds since 1970) and the whole text of the checkpoint.
#[must_use]
pub fn cosigned_message(time: u64, text: &str) -> String {
    format!("cosignature/v1\ntime {time}\n{text}")
}

/// The line of a witness: `signature` is made over [`cosigned_message`] with the same time.
#[must_use]
pub fn cosignature_line(key: &VerifierKey, time: u64, signature: &[u8]) -> SignatureLine {
    SignatureLine::of(key, [time.to_be_bytes().as_slice(), signature].concat())
}
