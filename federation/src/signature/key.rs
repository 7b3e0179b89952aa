//! Public keys of other servers: read once and strictly, then used often.

use std::fmt;
use std::sync::Arc;

use aws_lc_rs::signature::{ED25519, ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256};

use super::encoding::{BIT_STRING, NULL, OBJECT, SEQUENCE, base58, element, only_element, pem, positive, to_base58, to_element, to_pem};

/// What a key signs with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyKind {
    /// RSA, PKCS#1 v1.5, SHA-256.
    RsaSha256,
    /// Ed25519.
    Ed25519,
}

/// Why a key cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The text or the bytes are not a key.
    #[error("not a key")]
    Malformed,
    /// Neither RSA nor Ed25519.
    #[error("a kind of key that is not used here")]
    Kind,
    /// An RSA key that is too short to be safe or too long to be checked quickly.
    #[error("an RSA key must have between 2,048 and 8,192 bits")]
    Size,
    /// An RSA key whose exponent is 1, even or huge.
    #[error("an RSA key must have a small odd exponent above 1")]
    Exponent,
    /// No key could be made.
    #[error("a key could not be made")]
    Generate,
    /// The key could not sign.
    #[error("the key could not sign")]
    Sign,
    /// The request has an address, a key id or a method that cannot be signed.
    #[error("the request cannot be signed")]
    Request,
}

/// A public key. Cheap to clone.
#[derive(Clone)]
pub struct PublicKey(Arc<Inner>);

struct Inner {
    kind: KeyKind,
    /// As SubjectPublicKeyInfo.
    spki: Vec<u8>,
    parsed: ParsedPublicKey,
}

const RSA_OID: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
const ED25519_OID: &[u8] = &[0x2b, 0x65, 0x70];
/// The multicodec of an Ed25519 public key.
const ED25519_CODEC: [u8; 2] = [0xed, 0x01];

const SPKI_LABEL: &str = "PUBLIC KEY";
const PKCS1_LABEL: &str = "RSA PUBLIC KEY";

impl PublicKey {
    /// Reads a key in PEM: SubjectPublicKeyInfo with RSA or Ed25519, or PKCS#1.
    ///
    /// # Errors
    /// When the text is anything else, or anything more.
    pub fn from_pem(text: &str) -> Result<Self, KeyError> {
        let (label, der) = pem(text).ok_or(KeyError::Malformed)?;
        match label {
            SPKI_LABEL => Self::from_spki(&der),
            PKCS1_LABEL => Self::from_pkcs1(&der),
            _ => Err(KeyError::Kind),
        }
    }

    /// Reads an Ed25519 key as a Multikey has it: `z`, then base 58 of the codec and 32 bytes.
    ///
    /// # Errors
    /// When the text is anything else.
    pub fn from_multibase(text: &str) -> Result<Self, KeyError> {
        let bytes = text.strip_prefix('z').and_then(base58).ok_or(KeyError::Malformed)?;
        Self::from_ed25519(bytes.strip_prefix(&ED25519_CODEC).ok_or(KeyError::Kind)?)
    }

    fn from_spki(der: &[u8]) -> Result<Self, KeyError> {
        let (kind, bits) = spki(der).ok_or(KeyError::Malformed)?;
        match kind {
            Some(KeyKind::RsaSha256) => Self::from_pkcs1(bits),
            Some(KeyKind::Ed25519) => Self::from_ed25519(bits),
            None => Err(KeyError::Kind),
        }
    }

    pub(super) fn from_pkcs1(der: &[u8]) -> Result<Self, KeyError> {
        let (modulus, exponent) = rsa_numbers(der).ok_or(KeyError::Malformed)?;
        check_modulus(modulus)?;
        check_exponent(exponent)?;
        let spki = to_spki(&[to_element(OBJECT, RSA_OID), to_element(NULL, &[])].concat(), der);
        let parsed = ParsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, &spki).map_err(|_rejected| KeyError::Malformed)?;
        Ok(Self(Arc::new(Inner { kind: KeyKind::RsaSha256, spki, parsed })))
    }

    pub(crate) fn from_ed25519(raw: &[u8]) -> Result<Self, KeyError> {
        if raw.len() != 32 {
            return Err(KeyError::Malformed);
        }
        let spki = to_spki(&to_element(OBJECT, ED25519_OID), raw);
        let parsed = ParsedPublicKey::new(&ED25519, raw).map_err(|_rejected| KeyError::Malformed)?;
        Ok(Self(Arc::new(Inner { kind: KeyKind::Ed25519, spki, parsed })))
    }

    /// What it signs with.
    #[must_use]
    pub fn kind(&self) -> KeyKind {
        self.0.kind
    }

    /// Whether the holder of the key signed this message.
    #[must_use]
    pub fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        self.0.parsed.verify_sig(message, signature).is_ok()
    }

    /// The 32 bytes of an Ed25519 key (RFC 8032).
    #[must_use]
    pub fn to_ed25519(&self) -> Option<[u8; 32]> {
        match self.0.kind {
            KeyKind::RsaSha256 => None,
            KeyKind::Ed25519 => self.0.spki.last_chunk::<32>().copied(),
        }
    }

    /// The key in PEM, as SubjectPublicKeyInfo.
    #[must_use]
    pub fn to_pem(&self) -> String {
        to_pem(SPKI_LABEL, &self.0.spki)
    }

    /// The key as a Multikey has it. Nobody publishes RSA keys that way: `None`.
    #[must_use]
    pub fn to_multibase(&self) -> Option<String> {
        let raw = match self.0.kind {
            KeyKind::RsaSha256 => return None,
            KeyKind::Ed25519 => self.0.spki.last_chunk::<32>()?,
        };
        Some(format!("z{}", to_base58(&[ED25519_CODEC.as_slice(), raw].concat())))
    }
}

impl PartialEq for PublicKey {
    fn eq(&self, other: &Self) -> bool {
        self.0.spki == other.0.spki
    }
}

impl Eq for PublicKey {}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PublicKey").field(&self.0.kind).finish_non_exhaustive()
    }
}

/// The kind and the bits of a SubjectPublicKeyInfo; no kind when it is of another algorithm.
fn spki(der: &[u8]) -> Option<(Option<KeyKind>, &[u8])> {
    let (algorithm, rest) = element(only_element(der, SEQUENCE)?, SEQUENCE)?;
    let (object, parameters) = element(algorithm, OBJECT)?;
    let (unused, bits) = only_element(rest, BIT_STRING)?.split_first()?;
    let is_null = only_element(parameters, NULL).is_some_and(<[u8]>::is_empty);
    let kind = match object {
        RSA_OID if is_null || parameters.is_empty() => Some(KeyKind::RsaSha256),
        ED25519_OID if parameters.is_empty() => Some(KeyKind::Ed25519),
        RSA_OID | ED25519_OID => return None,
        _ => None,
    };
    (*unused == 0).then_some((kind, bits))
}

fn to_spki(algorithm: &[u8], bits: &[u8]) -> Vec<u8> {
    let algorithm = to_element(SEQUENCE, algorithm);
    let bits = to_element(BIT_STRING, &[[0].as_slice(), bits].concat());
    to_element(SEQUENCE, &[algorithm, bits].concat())
}

fn rsa_numbers(der: &[u8]) -> Option<(&[u8], &[u8])> {
    let (modulus, rest) = positive(only_element(der, SEQUENCE)?)?;
    let (exponent, rest) = positive(rest)?;
    rest.is_empty().then_some((modulus, exponent))
}

fn check_modulus(modulus: &[u8]) -> Result<(), KeyError> {
    let leading = modulus.first().map_or(0, |byte| byte.leading_zeros() as usize);
    let bits = modulus.len() * 8 - leading;
    let is_odd = modulus.last().is_some_and(|byte| byte % 2 == 1);
    match bits {
        2048..=8192 if is_odd => Ok(()),
        2048..=8192 => Err(KeyError::Malformed),
        _ => Err(KeyError::Size),
    }
}

/// Small: at most 32 bits, so that checking costs little (A17).
fn check_exponent(exponent: &[u8]) -> Result<(), KeyError> {
    let is_odd = exponent.last().is_some_and(|byte| byte % 2 == 1);
    if is_odd && exponent != [1] && exponent.len() <= 4 { Ok(()) } else { Err(KeyError::Exponent) }
}
