//! HTTP signatures, both ways and both schemes: the old draft that everybody speaks (Cavage, version 12) and RFC 9421 that is coming.
//! Nothing here asks another server or keeps anything: a request is read into a [`Claim`], the claim is checked with a [`PublicKey`].

pub mod cavage;
pub mod digest;
mod encoding;
mod key;
mod message;
mod policy;
mod private;
pub mod rfc9421;
mod signer;
pub mod structured;

#[cfg(test)]
mod tests;

use std::fmt;

use http::{HeaderMap, HeaderValue, header};
use jiff::Timestamp;
use url::Url;

pub(crate) use encoding::{base58, to_base58};
pub use key::{KeyError, KeyKind, PublicKey};
pub use private::PrivateKey;
pub use signer::Signer;

use message::Message;

domain::words! {
    /// The two ways to sign a request.
    Scheme {
        /// The draft "Signing HTTP Messages", version 12.
        Cavage = "cavage",
        /// RFC 9421, "HTTP Message Signatures".
        Rfc9421 = "rfc9421",
    }
}

/// A request, as far as signatures are concerned.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The method, in capitals.
    pub method: &'a str,
    /// Path and query as they came, letter by letter.
    pub path_and_query: &'a str,
    /// The headers.
    pub headers: &'a HeaderMap,
    /// The body, byte by byte.
    pub body: &'a [u8],
}

/// What a request says about its signer. Its structure, its age, what it covers and the digest of its body are right; whether the key
/// fits is not known yet.
#[derive(Debug, Clone)]
pub struct Claim {
    /// The key that is said to have signed: an absolute http or https address on another server.
    pub key_id: String,
    /// How it was signed.
    pub scheme: Scheme,
    /// The kind of key it was signed with, if that is said.
    algorithm: Option<KeyKind>,
    /// What may have been signed: one reading, or two when it is not clear whether the query was signed.
    bases: Vec<Vec<u8>>,
    signature: Vec<u8>,
}

/// Why a request is not believed. The reasons are fixed texts for one line of the log; nothing that came from outside is in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It is not signed.
    Unsigned,
    /// It cannot be read.
    Malformed(&'static str),
    /// It can be read, and is not what we accept.
    Policy(&'static str),
    /// The digest is missing or is not the body's.
    Digest,
    /// It is too old, too new, or has expired.
    Stale,
    /// The id of the key cannot be used.
    Key(&'static str),
    /// The signature does not fit the key.
    Invalid,
}

impl Refused {
    /// The reason in words, for the log.
    #[must_use]
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Unsigned => "not signed",
            Self::Malformed(reason) | Self::Policy(reason) | Self::Key(reason) => reason,
            Self::Digest => "the digest is not the one of the body",
            Self::Stale => "signed too long ago, or in the future",
            Self::Invalid => "the signature does not fit the key",
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.reason())
    }
}

impl std::error::Error for Refused {}

/// Reads the signature of a request, checks all that can be checked without the key, and prepares the rest. `origin` is our own public
/// origin: scheme and authority are taken from it, whatever a proxy or a header says.
///
/// # Errors
/// Why the request is not believed.
pub fn read(request: &Request<'_>, origin: &Url, now: Timestamp) -> Result<Claim, Refused> {
    let message = Message::new(request, origin)?;
    let signature = only(request.headers, "signature")?;
    if is_in_authorization(request.headers) {
        return Err(if signature.is_some() { Refused::Policy("signed in two places") } else { Refused::Unsigned });
    }
    match (only(request.headers, "signature-input")?, signature) {
        (Some(input), Some(signature)) => rfc9421::read(&message, input, signature, now),
        (None, Some(signature)) => cavage::read(&message, signature, now),
        (Some(_), None) => Err(Refused::Malformed("signature-input without signature")),
        (None, None) => Err(Refused::Unsigned),
    }
}

impl Claim {
    /// Checks the claim with the key it names.
    ///
    /// # Errors
    /// When the key is of another kind than was said, or did not sign this.
    pub fn verify(&self, key: &PublicKey) -> Result<(), Refused> {
        if self.algorithm.is_some_and(|algorithm| algorithm != key.kind()) {
            return Err(Refused::Policy("the key is of another kind than was said"));
        }
        if self.bases.iter().any(|base| key.verify(base, &self.signature)) { Ok(()) } else { Err(Refused::Invalid) }
    }
}

/// What we say to whom we do not believe: how to sign. It names no tag, label or algorithm that somebody could stumble over.
#[must_use]
pub fn accept_signature() -> HeaderValue {
    HeaderValue::from_static(r#"sig1=("@method" "@target-uri" "content-digest");created;keyid"#)
}

/// The value of a header that may be there once, as text.
fn only<'a>(headers: &'a HeaderMap, name: &'static str) -> Result<Option<&'a str>, Refused> {
    let mut values = headers.get_all(name).iter();
    let Some(value) = values.next() else { return Ok(None) };
    if values.next().is_some() {
        return Err(Refused::Malformed("a header of the signature is there twice"));
    }
    value.to_str().map(Some).map_err(|_not_ascii| Refused::Malformed("a header of the signature is not plain text"))
}

/// Some software once signed in `Authorization`; one place is enough.
fn is_in_authorization(headers: &HeaderMap) -> bool {
    let is_signature = |value: &HeaderValue| value.as_bytes().get(..9).is_some_and(|start| start.eq_ignore_ascii_case(b"signature"));
    headers.get_all(header::AUTHORIZATION).iter().any(is_signature)
}
