//! Randomness and what is made of it: ids, tokens and their hashes. The only file that draws.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Timestamp;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Fills an array from the operating system.
///
/// # Panics
/// Never in practice: only when the operating system has no randomness, and then nothing safe can be done.
#[must_use]
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    #[expect(clippy::expect_used, reason = "without randomness no token is safe: stopping is the only right answer")]
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// UUID version 7: 48 bits of milliseconds, then random bits (RFC 9562 §5.7).
#[must_use]
pub fn uuid_v7(now: Timestamp) -> Uuid {
    let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
    let [_, _, high @ ..] = millis.to_be_bytes();
    let drawn = bytes::<10>();
    let mut id = [0; 16];
    for (slot, byte) in id.iter_mut().zip(high.into_iter().chain(drawn)) {
        *slot = byte;
    }
    let mut id = u128::from_be_bytes(id);
    id = (id & !(0xF_u128 << 76)) | (0x7_u128 << 76);
    id = (id & !(0x3_u128 << 62)) | (0x2_u128 << 62);
    Uuid::from_u128(id)
}

/// A secret for a link or a cookie: 256 bits, URL-safe.
#[must_use]
pub fn token() -> String {
    URL_SAFE_NO_PAD.encode(bytes::<32>())
}

/// What is kept of a token: its SHA-256. A token has 256 random bits, so no slow hash is needed.
#[must_use]
pub fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// HMAC-SHA-256 (RFC 2104) of these parts, one after the other: what only who has the key can make.
#[must_use]
pub fn keyed_digest(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return [0; 32] }; // HMAC takes keys of any length.
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().into()
}

/// A code to copy from paper or from an agent's screen, of so many symbols.
#[must_use]
pub fn code(length: usize) -> String {
    domain::letter_code::spell(u128::from_be_bytes(bytes()), length)
}

/// A place in the random orders: 1 to 2³¹−2.
#[must_use]
pub fn shuffle() -> i64 {
    i64::from(u32::from_be_bytes(bytes::<4>()) % 2_147_483_645) + 1
}

/// Four digits for a suggested handle.
#[must_use]
pub fn digits() -> u32 {
    u32::from_be_bytes(bytes::<4>()) % 10_000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_version_7_and_grow_with_time() {
        let at = |ms: i64| uuid_v7(Timestamp::from_millisecond(ms).unwrap());
        let (a, b) = (at(1_700_000_000_000), at(1_700_000_000_001));
        assert_eq!((a.get_version_num(), a.get_variant()), (7, uuid::Variant::RFC4122));
        assert!(a < b);
        assert_ne!(at(5), at(5));
    }

    #[test]
    fn tokens_are_long_and_different() {
        assert_eq!(token().len(), 43);
        assert_ne!(token(), token());
        assert_eq!(token_hash("a").len(), 32);
    }
}
