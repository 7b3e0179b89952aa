//! Our own keys.

use std::fmt;

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair as _, RSA_PKCS1_SHA256, RsaKeyPair};

use super::key::{KeyError, KeyKind, PublicKey};

/// A private key with its public one.
pub struct PrivateKey {
    pair: Pair,
    public: PublicKey,
    pkcs8: Vec<u8>,
}

enum Pair {
    Rsa(RsaKeyPair),
    Ed25519(Ed25519KeyPair),
}

impl PrivateKey {
    /// A new RSA key of 2,048 bits. Takes some tenths of a second.
    ///
    /// # Errors
    /// When the system has no randomness.
    pub fn generate_rsa() -> Result<Self, KeyError> {
        let pair = RsaKeyPair::generate(KeySize::Rsa2048).map_err(|_unspecified| KeyError::Generate)?;
        Self::from_rsa(pair, None)
    }

    /// A new Ed25519 key.
    ///
    /// # Errors
    /// When the system has no randomness.
    pub fn generate_ed25519() -> Result<Self, KeyError> {
        let pair = Ed25519KeyPair::generate().map_err(|_unspecified| KeyError::Generate)?;
        Self::from_ed25519(pair, None)
    }

    /// Reads a key from PKCS#8 (DER).
    ///
    /// # Errors
    /// When the bytes are not an RSA or Ed25519 key that can be used.
    pub fn from_pkcs8(der: &[u8]) -> Result<Self, KeyError> {
        if let Ok(pair) = Ed25519KeyPair::from_pkcs8(der) {
            return Self::from_ed25519(pair, Some(der));
        }
        let pair = RsaKeyPair::from_pkcs8(der).map_err(|_rejected| KeyError::Malformed)?;
        Self::from_rsa(pair, Some(der))
    }

    fn from_rsa(pair: RsaKeyPair, der: Option<&[u8]>) -> Result<Self, KeyError> {
        let public = PublicKey::from_pkcs1(pair.public_key().as_ref())?;
        let pkcs8 = der.map_or_else(|| pkcs8(&pair), |der| Ok(der.to_vec()))?;
        Ok(Self { pair: Pair::Rsa(pair), public, pkcs8 })
    }

    fn from_ed25519(pair: Ed25519KeyPair, der: Option<&[u8]>) -> Result<Self, KeyError> {
        let public = PublicKey::from_ed25519(pair.public_key().as_ref())?;
        let pkcs8 = der.map_or_else(|| pkcs8(&pair), |der| Ok(der.to_vec()))?;
        Ok(Self { pair: Pair::Ed25519(pair), public, pkcs8 })
    }

    /// The key as PKCS#8 (DER). A secret: it goes to the store and nowhere else.
    #[must_use]
    pub fn to_pkcs8(&self) -> Vec<u8> {
        self.pkcs8.clone()
    }

    /// The public key that goes with it.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        self.public.clone()
    }

    /// What it signs with.
    #[must_use]
    pub fn kind(&self) -> KeyKind {
        self.public.kind()
    }

    /// Signs a message.
    ///
    /// # Errors
    /// When the cryptographic library fails.
    pub fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyError> {
        match &self.pair {
            Pair::Rsa(pair) => {
                let mut signature = vec![0; pair.public_modulus_len()];
                let signed = pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature);
                signed.map(|()| signature).map_err(|_unspecified| KeyError::Sign)
            }
            Pair::Ed25519(pair) => {
                pair.try_sign(message).map(|signature| signature.as_ref().to_vec()).map_err(|_unspecified| KeyError::Sign)
            }
        }
    }
}

/// Says what kind of key it is and nothing more.
impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PrivateKey").field(&self.kind()).finish_non_exhaustive()
    }
}

fn pkcs8(pair: &impl AsDer<Pkcs8V1Der<'static>>) -> Result<Vec<u8>, KeyError> {
    pair.as_der().map(|der| der.as_ref().to_vec()).map_err(|_unspecified| KeyError::Generate)
}
