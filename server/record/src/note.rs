//! Signed notes and the keys that verify them (signed-note, tlog-cosignature): Ed25519 signatures and Ed25519 cosignatures.

use sha2::{Digest, Sha256};

use crate::checkpoint::cosigned_message;
use crate::encoding::{Malformed, from_base64, to_base64};

/// The largest note that is read, and the most signatures.
const NOTE_MAX: usize = 64 * 1024;
const SIGNATURES_MAX: usize = 64;
/// How long an Ed25519 signature is.
const ED25519: usize = 64;

/// Checks an Ed25519 signature (RFC 8032): public key, message, signature.
pub type Check<'a> = &'a dyn Fn(&[u8; 32], &[u8], &[u8]) -> bool;

/// What a key signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyKind {
    /// Notes, as the log does.
    Note,
    /// Checkpoints with the time, as witnesses do.
    Cosignature,
}

impl KeyKind {
    const fn byte(self) -> u8 {
        match self {
            Self::Note => 1,
            Self::Cosignature => 4,
        }
    }
}

/// A key that verifies (a "vkey").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifierKey {
    /// Its name.
    pub name: String,
    /// What it signs.
    pub kind: KeyKind,
    /// The Ed25519 public key.
    pub public: [u8; 32],
}

impl VerifierKey {
    /// Its number in signature lines: no secret, and no proof either.
    #[must_use]
    pub fn id(&self) -> [u8; 4] {
        let digest = Sha256::new().chain_update(&self.name).chain_update([b'\n', self.kind.byte()]).chain_update(self.public).finalize();
        let mut id = [0; 4];
        id.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
        id
    }

    /// `name+number+key`.
    ///
    /// # Errors
    /// When it is no such text, or names a kind of key that is not known here.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let wrong = Malformed("this is not a verifier key");
        let mut parts = text.splitn(3, '+');
        let (Some(name), Some(_), Some(key)) = (parts.next(), parts.next(), parts.next()) else { return Err(wrong) };
        let bytes = from_base64(key)?;
        let (kind, public) = match bytes.split_first() {
            Some((1, public)) => (KeyKind::Note, public),
            Some((4, public)) => (KeyKind::Cosignature, public),
            _ => return Err(wrong),
        };
        let key = Self { name: name.to_owned(), kind, public: public.try_into().map_err(|_length| wrong)? };
        if is_name(name) && key.to_string() == text { Ok(key) } else { Err(wrong) }
    }

    /// What this key says about a note.
    #[must_use]
    pub fn check(&self, note: &Note, check: Check<'_>) -> Verdict {
        let id = self.id();
        let mut verdict = Verdict::Absent;
        for line in note.signatures.iter().filter(|line| line.name == self.name && line.id == id) {
            let good = match self.kind {
                KeyKind::Note => check(&self.public, note.text.as_bytes(), &line.signature).then_some(Verdict::Signed),
                KeyKind::Cosignature => self.cosigned(note, &line.signature, check),
            };
            match good {
                Some(good) => verdict = good,
                // One false signature under a known name spoils the note (signed-note).
                None => return Verdict::False,
            }
        }
        verdict
    }

    fn cosigned(&self, note: &Note, signature: &[u8], check: Check<'_>) -> Option<Verdict> {
        let (time, signature) = signature.split_first_chunk::<8>()?;
        let time = u64::from_be_bytes(*time);
        let right = signature.len() == ED25519 && i64::try_from(time).is_ok();
        (right && check(&self.public, cosigned_message(time, &note.text).as_bytes(), signature)).then_some(Verdict::Cosigned(time))
    }
}

impl std::fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let key = [&[self.kind.byte()], self.public.as_slice()].concat();
        write!(f, "{}+{:08x}+{}", self.name, u32::from_be_bytes(self.id()), to_base64(key))
    }
}

/// What a key says about a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It did not sign it.
    Absent,
    /// What stands under its name is not from it: the note is worth nothing.
    False,
    /// It signed it.
    Signed,
    /// It cosigned it at this time (seconds since 1970).
    Cosigned(u64),
}

/// A line under a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureLine {
    /// The name of the key.
    pub name: String,
    /// Its number.
    pub id: [u8; 4],
    /// What it signed with.
    pub signature: Vec<u8>,
}

impl SignatureLine {
    /// The line of a key.
    #[must_use]
    pub fn of(key: &VerifierKey, signature: Vec<u8>) -> Self {
        Self { name: key.name.clone(), id: key.id(), signature }
    }

    /// Reads a line, without its end.
    ///
    /// # Errors
    /// When it is no such line.
    pub fn parse(line: &str) -> Result<Self, Malformed> {
        let wrong = Malformed("this is not a line of a signature");
        let (name, signature) = line.strip_prefix("— ").and_then(|rest| rest.split_once(' ')).ok_or(wrong)?;
        let bytes = from_base64(signature)?;
        let (id, signature) = bytes.split_first_chunk::<4>().filter(|(_, rest)| !rest.is_empty()).ok_or(wrong)?;
        if is_name(name) { Ok(Self { name: name.to_owned(), id: *id, signature: signature.to_vec() }) } else { Err(wrong) }
    }
}

impl std::fmt::Display for SignatureLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "— {} {}", self.name, to_base64([self.id.as_slice(), &self.signature].concat()))
    }
}

/// A text with its signatures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The text, its last newline included.
    pub text: String,
    /// The lines under it.
    pub signatures: Vec<SignatureLine>,
}

impl Note {
    /// Reads a note. Nobody has looked at its signatures yet.
    ///
    /// # Errors
    /// When it is none, or too large.
    pub fn parse(note: &str) -> Result<Self, Malformed> {
        let wrong = Malformed("this is not a signed note");
        if note.len() > NOTE_MAX || note.chars().any(|c| c < ' ' && c != '\n') {
            return Err(wrong);
        }
        let (text, lines) = note.rsplit_once("\n\n").ok_or(wrong)?;
        let lines = lines.strip_suffix('\n').ok_or(wrong)?;
        let signatures: Vec<_> = lines.split('\n').take(SIGNATURES_MAX + 1).map(SignatureLine::parse).collect::<Result<_, _>>()?;
        if signatures.len() > SIGNATURES_MAX { Err(wrong) } else { Ok(Self { text: format!("{text}\n"), signatures }) }
    }
}

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures.iter().try_for_each(|line| line.fmt(f))
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.chars().any(|c| c.is_whitespace() || c.is_control() || c == '+')
}
