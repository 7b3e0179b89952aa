//! Receipts: a proof of inclusion that anybody checks offline (tlog-proof), with what was said and its salt in the extra data.

use crate::checkpoint::Checkpoint;
use crate::encoding::{Malformed, decimal, from_base64, hash, to_base64};
use crate::entry::{Entry, SALT_BYTES, salted};
use crate::hash::{Hash, leaf};
use crate::note::{Check, KeyKind, Note, Verdict, VerifierKey};
use crate::submission::PROOF_MAX;
use crate::verify;

const FIRST_LINE: &str = "c2sp.org/tlog-proof@v1";
const EXTRA_LINE: &str = "parvis-receipt/v1";
/// The largest receipt that is read.
const RECEIPT_MAX: usize = 512 * 1024;

/// A receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The entry of the log.
    pub entry: Entry,
    /// The salt of its hash.
    pub salt: [u8; SALT_BYTES],
    /// What was said, as canonical JSON.
    pub content: String,
    /// The key of the log.
    pub log: VerifierKey,
    /// The keys of the witnesses who cosigned.
    pub witnesses: Vec<VerifierKey>,
    /// The place of the entry, from 0.
    pub index: u64,
    /// The proof of inclusion.
    pub proof: Vec<Hash>,
    /// The checkpoint with its signatures.
    pub note: String,
}

/// Why a receipt proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReceiptFault {
    /// The checkpoint is not signed by the key of the log.
    Log,
    /// The key of the log is not the one that is trusted.
    Untrusted,
    /// A cosignature is not from the key that is named, or nobody says from which.
    Witness,
    /// The checkpoint is of another log, or none.
    Checkpoint,
    /// The entry is not in the tree of the checkpoint.
    Inclusion,
    /// What was said does not belong to the entry.
    Content,
}

impl std::fmt::Display for ReceiptFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Log => "the checkpoint is not signed by the key of the log",
            Self::Untrusted => "the key of the log is not the one that you trust",
            Self::Witness => "a cosignature is not from the witness that is named",
            Self::Checkpoint => "the checkpoint is not one of this log",
            Self::Inclusion => "the entry is not in the record that the checkpoint describes",
            Self::Content => "what was said does not fit the entry",
        })
    }
}

impl std::error::Error for ReceiptFault {}

/// What a receipt that holds says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The checkpoint.
    pub checkpoint: Checkpoint,
    /// Who cosigned it, and when (seconds since 1970).
    pub witnesses: Vec<(String, u64)>,
}

impl Receipt {
    /// Whether a text begins as a receipt does: else it is something else, and not a receipt that does not hold.
    #[must_use]
    pub fn begins(text: &str) -> bool {
        text.strip_prefix(FIRST_LINE).is_some_and(|rest| rest.starts_with('\n'))
    }

    /// Reads a receipt. Nothing of it is checked yet but that it is written in its one form.
    ///
    /// # Errors
    /// When it is none.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let wrong = Malformed("this is not a receipt of a public record");
        if text.len() > RECEIPT_MAX {
            return Err(wrong);
        }
        let (head, note) = text.split_once("\n\n").ok_or(wrong)?;
        let mut lines = head.split('\n');
        let mut line = |prefix: &str| lines.next().and_then(|line| line.strip_prefix(prefix)).ok_or(wrong);
        line(FIRST_LINE).and_then(|rest| if rest.is_empty() { Ok(()) } else { Err(wrong) })?;
        let extra = String::from_utf8(from_base64(line("extra ")?)?).map_err(|_not_utf8| wrong)?;
        let index = decimal(line("index ")?)?;
        let proof: Vec<Hash> = lines.take(PROOF_MAX + 1).map(hash).collect::<Result<_, _>>()?;
        let mut extras = extra.strip_suffix('\n').ok_or(wrong)?.split('\n');
        let mut field = |prefix: &str| extras.next().and_then(|line| line.strip_prefix(prefix)).ok_or(wrong);
        field(EXTRA_LINE).and_then(|rest| if rest.is_empty() { Ok(()) } else { Err(wrong) })?;
        let receipt = Self {
            entry: Entry::parse(field("entry ")?)?,
            salt: from_base64(field("salt ")?)?.try_into().map_err(|_length| wrong)?,
            content: field("content ")?.to_owned(),
            log: VerifierKey::parse(field("log ")?)?,
            witnesses: extras
                .map(|line| line.strip_prefix("witness ").ok_or(wrong).and_then(VerifierKey::parse))
                .collect::<Result<_, _>>()?,
            index,
            proof,
            note: note.to_owned(),
        };
        if receipt.to_string() == text { Ok(receipt) } else { Err(wrong) }
    }

    /// Checks everything that it says. With `trusted`, the log must sign with that key; without, with the one that the receipt names.
    ///
    /// # Errors
    /// Why it proves nothing.
    pub fn verify(&self, check: Check<'_>, trusted: Option<&VerifierKey>) -> Result<Verified, ReceiptFault> {
        if trusted.is_some_and(|trusted| *trusted != self.log) {
            return Err(ReceiptFault::Untrusted);
        }
        let note = Note::parse(&self.note).map_err(|_why| ReceiptFault::Checkpoint)?;
        let checkpoint = Checkpoint::parse(&note.text).map_err(|_why| ReceiptFault::Checkpoint)?;
        // A receipt says nothing that nobody checks: neither in the checkpoint, nor in another spelling, nor under it.
        if checkpoint.origin != self.log.name || checkpoint.text() != note.text || note.to_string() != self.note {
            return Err(ReceiptFault::Checkpoint);
        }
        if self.log.kind != KeyKind::Note || self.log.check(&note, check) != Verdict::Signed {
            return Err(ReceiptFault::Log);
        }
        let witnesses: Vec<(String, u64)> = self
            .witnesses
            .iter()
            .map(|witness| match witness.check(&note, check) {
                Verdict::Cosigned(time) => Ok((witness.name.clone(), time)),
                Verdict::Absent | Verdict::False | Verdict::Signed => Err(ReceiptFault::Witness),
            })
            .collect::<Result<_, _>>()?;
        if note.signatures.len() != witnesses.len() + 1 {
            return Err(ReceiptFault::Witness);
        }
        verify::inclusion(&leaf(self.entry.text().as_bytes()), self.index, checkpoint.size, &self.proof, &checkpoint.root)
            .map_err(|_unproven| ReceiptFault::Inclusion)?;
        if salted(&self.salt, &self.content) != self.entry.hash {
            return Err(ReceiptFault::Content);
        }
        Ok(Verified { checkpoint, witnesses })
    }
}

impl std::fmt::Display for Receipt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut extra = format!(
            "{EXTRA_LINE}\nentry {}\nsalt {}\ncontent {}\nlog {}\n",
            self.entry.text(),
            to_base64(self.salt),
            self.content,
            self.log
        );
        for witness in &self.witnesses {
            extra.push_str(&format!("witness {witness}\n"));
        }
        writeln!(f, "{FIRST_LINE}\nextra {}\nindex {}", to_base64(extra), self.index)?;
        self.proof.iter().try_for_each(|hash| writeln!(f, "{}", to_base64(hash)))?;
        write!(f, "\n{}", self.note)
    }
}
