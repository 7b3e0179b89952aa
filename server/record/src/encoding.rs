//! Base 64 and decimal numbers, each in the one form that the texts of C2SP allow.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::Hash;

/// Why a text cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Malformed(pub &'static str);

impl std::fmt::Display for Malformed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for Malformed {}

/// Base 64 (RFC 4648 §4).
pub(crate) fn to_base64(bytes: impl AsRef<[u8]>) -> String {
    STANDARD.encode(bytes)
}

/// The bytes behind base 64, padded, in the one form that they have.
pub(crate) fn from_base64(text: &str) -> Result<Vec<u8>, Malformed> {
    STANDARD.decode(text).map_err(|_why| Malformed("this is not base 64"))
}

/// A hash behind base 64.
pub(crate) fn hash(text: &str) -> Result<Hash, Malformed> {
    from_base64(text)?.try_into().map_err(|_bytes| Malformed("a hash has 32 bytes"))
}

/// A number without leading zeroes.
pub(crate) fn decimal(text: &str) -> Result<u64, Malformed> {
    let number: u64 = text.parse().map_err(|_why| Malformed("this is not a number"))?;
    if number.to_string() == text { Ok(number) } else { Err(Malformed("a number has no leading zeroes")) }
}
