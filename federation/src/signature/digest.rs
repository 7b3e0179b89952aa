//! Digests of bodies: the old `Digest` header and `Content-Digest` (RFC 9530). One we know must be there, and all we know be right.

use aws_lc_rs::digest::{self, Algorithm, SHA256, SHA512};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::structured::{Item, Value, dictionary};
use super::{Refused, only};
use http::HeaderMap;

/// Most digests in one header.
const DIGESTS_MAX: usize = 4;

/// Checks `Digest: SHA-256=…`.
pub(super) fn check_digest(headers: &HeaderMap, body: &[u8]) -> Result<(), Refused> {
    let text = only(headers, "digest").map_err(|_twice| Refused::Digest)?.ok_or(Refused::Digest)?;
    if is_digest_of(text, body) { Ok(()) } else { Err(Refused::Digest) }
}

/// Checks `Content-Digest: sha-256=:…:`.
pub(super) fn check_content_digest(headers: &HeaderMap, body: &[u8]) -> Result<(), Refused> {
    let text = only(headers, "content-digest").map_err(|_twice| Refused::Digest)?.ok_or(Refused::Digest)?;
    if is_content_digest_of(text, body) { Ok(()) } else { Err(Refused::Digest) }
}

/// Whether the value of a `Digest` header is right for this body.
#[must_use]
pub fn is_digest_of(text: &str, body: &[u8]) -> bool {
    let read = |part: &str| {
        let (name, value) = part.trim().split_once('=')?;
        Some((Known::parse(name), STANDARD.decode(value).ok()?))
    };
    let parts: Option<Vec<_>> = text.split(',').take(DIGESTS_MAX + 1).map(read).collect();
    parts.is_some_and(|parts| are_right(&parts, body))
}

/// Whether the value of a `Content-Digest` header is right for this body.
#[must_use]
pub fn is_content_digest_of(text: &str, body: &[u8]) -> bool {
    let Ok(members) = dictionary(text, DIGESTS_MAX) else { return false };
    let parts: Option<Vec<_>> = members
        .into_iter()
        .map(|member| match member.value {
            Value::Item(Item::Bytes(bytes)) => Some((Known::parse(member.key), bytes)),
            Value::Item(_) | Value::Inner(_) => None,
        })
        .collect();
    parts.is_some_and(|parts| are_right(&parts, body))
}

fn are_right(parts: &[(Known, Vec<u8>)], body: &[u8]) -> bool {
    let is_right = |(known, value): &(Known, Vec<u8>)| match known {
        Known::Strong(algorithm) => digest::digest(algorithm, body).as_ref() == value.as_slice(),
        Known::Weak => false,
        Known::Other => true,
    };
    let strong = parts.iter().filter(|(known, _)| matches!(known, Known::Strong(_))).count();
    // Two strong ones are enough for anybody, and more would be work.
    parts.len() <= DIGESTS_MAX && (1..=2).contains(&strong) && parts.iter().all(is_right)
}

/// What we think of an algorithm.
enum Known {
    Strong(&'static Algorithm),
    Weak,
    Other,
}

impl Known {
    fn parse(name: &str) -> Self {
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        if is("sha-256") {
            Self::Strong(&SHA256)
        } else if is("sha-512") {
            Self::Strong(&SHA512)
        } else if ["md5", "sha", "sha-1", "unixsum", "unixcksum", "adler", "adler32", "crc32c"].into_iter().any(is) {
            Self::Weak
        } else {
            Self::Other
        }
    }
}

/// The value of a `Digest` header for this body.
#[must_use]
pub fn to_digest(body: &[u8]) -> String {
    format!("SHA-256={}", STANDARD.encode(digest::digest(&SHA256, body)))
}

/// The value of a `Content-Digest` header for this body.
#[must_use]
pub fn to_content_digest(body: &[u8]) -> String {
    format!("sha-256=:{}:", STANDARD.encode(digest::digest(&SHA256, body)))
}
