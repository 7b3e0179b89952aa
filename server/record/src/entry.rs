//! An entry of the record: what happened to which object, when, and a salted hash of what was said. Never the content, a name or an address.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::encoding::{Malformed, decimal, hash, to_base64};
use crate::hash::Hash;

/// How long a salt is.
pub const SALT_BYTES: usize = 32;

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Code of what happened.
    pub kind: String,
    /// The id of what it happened to.
    pub object: String,
    /// The number of its version.
    pub version: u32,
    /// When (RFC 3339, in UTC).
    pub time: String,
    /// SHA-256 of the salt and the canonical content behind it.
    pub hash: Hash,
}

impl Entry {
    /// The bytes of the log: canonical JSON (RFC 8785).
    #[must_use]
    pub fn text(&self) -> String {
        let Self { kind, object, version, time, hash } = self;
        format!(r#"{{"hash":"{}","object":"{object}","time":"{time}","type":"{kind}","version":{version}}}"#, to_base64(hash))
    }

    /// Reads the bytes of the log.
    ///
    /// # Errors
    /// When it is no entry in its one form.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let read = || -> Option<Self> {
            let rest = text.strip_prefix(r#"{"hash":""#)?;
            let (digest, rest) = rest.split_once(r#"","object":""#)?;
            let (object, rest) = rest.split_once(r#"","time":""#)?;
            let (time, rest) = rest.split_once(r#"","type":""#)?;
            let (kind, rest) = rest.split_once(r#"","version":"#)?;
            let version = u32::try_from(decimal(rest.strip_suffix('}')?).ok()?).ok()?;
            let plain = [object, time, kind].iter().all(|part| part.chars().all(is_plain));
            plain.then_some(Self {
                kind: kind.to_owned(),
                object: object.to_owned(),
                version,
                time: time.to_owned(),
                hash: hash(digest).ok()?,
            })
        };
        read().filter(|entry| entry.text() == text).ok_or(Malformed("this is not an entry of a record"))
    }
}

const fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.')
}

/// The hash that an entry bears: of the salt, and the canonical content behind it.
#[must_use]
pub fn salted(salt: &[u8; SALT_BYTES], content: &str) -> Hash {
    Sha256::new().chain_update(salt).chain_update(content).finalize().into()
}

/// Canonical JSON (RFC 8785) of an object whose values are all texts.
#[must_use]
pub fn canonical(fields: &BTreeMap<&str, &str>) -> String {
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{}:{}", quoted(name), quoted(value))).collect();
    format!("{{{}}}", fields.join(","))
}

/// RFC 8785 §3.2.2.2.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\u{8}' => quoted.push_str("\\b"),
            '\u{c}' => quoted.push_str("\\f"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if c < ' ' => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
