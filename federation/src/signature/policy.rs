//! What both schemes have in common in what we accept: the window of time, and which keys.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use url::Url;

use super::Refused;

/// How long ago a request may have been signed, in seconds.
const PAST: i64 = 60 * 60;
/// How far a clock may be ahead of ours, in seconds.
const FUTURE: i64 = 5 * 60;
/// How long a signature may say that it is good for, in seconds.
const LIFE_MAX: i64 = 12 * 60 * 60;
/// Longest id of a key, in bytes.
const KEY_ID_MAX: usize = 2_048;
/// Longest signature, in bytes: an RSA key of 8,192 bits makes this.
const SIGNATURE_MAX: usize = 1_024;

/// Whether something signed then is believed now.
pub(super) fn check_created(created: i64, now: Timestamp) -> Result<(), Refused> {
    let age = now.as_second().saturating_sub(created);
    if (-FUTURE..=PAST).contains(&age) { Ok(()) } else { Err(Refused::Stale) }
}

/// Whether something that says when it expires has not, and does not ask for too long a life.
pub(super) fn check_expires(expires: i64, created: i64, now: Timestamp) -> Result<(), Refused> {
    if expires < now.as_second() {
        return Err(Refused::Stale);
    }
    let life = expires.saturating_sub(created);
    if (0..=LIFE_MAX).contains(&life) { Ok(()) } else { Err(Refused::Policy("the signature has an impossible life")) }
}

/// Whether this can be the id of a key of another server (A12). Where it may lead is looked at by the client.
pub(super) fn check_key_id(key_id: &str, origin: &Url) -> Result<(), Refused> {
    if key_id.len() > KEY_ID_MAX {
        return Err(Refused::Key("the id of the key is too long"));
    }
    if !is_address(key_id) || key_id.bytes().any(|byte| !byte.is_ascii_graphic() || matches!(byte, b'\\' | b'"')) {
        return Err(Refused::Key("the id of the key is not a web address"));
    }
    let Ok(url) = Url::parse(key_id) else { return Err(Refused::Key("the id of the key is not a web address")) };
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Refused::Key("the id of the key has credentials in it"));
    }
    // Ports are compared as written: http and https of the same host are the same server.
    if url.host() == origin.host() && url.port() == origin.port() {
        return Err(Refused::Key("the id of the key is ours"));
    }
    Ok(())
}

/// Whether it begins like a web address.
pub(super) fn is_address(text: &str) -> bool {
    let starts = |scheme: &str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    starts("https://") || starts("http://")
}

/// The bytes of a signature.
pub(super) fn signature_bytes(text: &str) -> Result<Vec<u8>, Refused> {
    let bytes = STANDARD.decode(text).map_err(|_not_base64| Refused::Malformed("the signature is not base 64"))?;
    check_signature_length(&bytes)?;
    Ok(bytes)
}

pub(super) fn check_signature_length(bytes: &[u8]) -> Result<(), Refused> {
    if (1..=SIGNATURE_MAX).contains(&bytes.len()) { Ok(()) } else { Err(Refused::Malformed("the signature has an impossible length")) }
}
