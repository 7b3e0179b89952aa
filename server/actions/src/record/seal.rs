//! The keys of the record: one for each log that was kept, one with which this instance is a witness. Made when they are first needed.

use ::record::{KeyKind, VerifierKey};
use domain::links::Links;
use store::record::keys::{self, Key};
use store::{At, Db};

use crate::{Error, Result};

/// The code of the key that signs a log.
const LOG: &str = "log";
/// The code of the key with which others are cosigned.
const WITNESS: &str = "witness";

/// What the door knows of Ed25519: keys are PKCS #8, public ones and signatures as in RFC 8032.
#[derive(Clone, Copy)]
pub struct Seal {
    /// Makes a private key.
    pub make: fn() -> std::result::Result<Vec<u8>, String>,
    /// The public key of a private one.
    pub public: fn(&[u8]) -> Option<[u8; 32]>,
    /// Signs with a private key.
    pub sign: fn(&[u8], &[u8]) -> Option<Vec<u8>>,
    /// Checks: public key, message, signature.
    pub check: fn(&[u8; 32], &[u8], &[u8]) -> bool,
}

/// What the logs and the witness of this instance are called: its public host, and what they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names(String);

impl Names {
    /// The names at this origin.
    #[must_use]
    pub fn at(links: &Links) -> Self {
        let origin = links.origin();
        Self(origin.split_once("://").map_or(origin, |(_, host)| host).to_owned())
    }

    /// The log of this number.
    #[must_use]
    pub fn log(&self, generation: i32) -> String {
        if generation <= 1 { format!("{}/record", self.0) } else { format!("{}/record-{generation}", self.0) }
    }

    /// The witness.
    #[must_use]
    pub fn witness(&self) -> String {
        format!("{}/record/witness", self.0)
    }
}

/// A key that signs.
pub(super) struct Signing {
    pub(super) verifier: VerifierKey,
    private: Vec<u8>,
    seal: Seal,
}

impl Signing {
    pub(super) fn sign(&self, message: &str) -> Result<Vec<u8>> {
        (self.seal.sign)(&self.private, message.as_bytes()).ok_or_else(|| Error::Broken("a key of the record does not sign".to_owned()))
    }
}

/// The key of a log, in a transaction that is open; made if there is none.
pub(super) fn log_key(db: &mut Db, seal: Seal, names: &Names, generation: i32, now: At) -> Result<Signing> {
    key(db, seal, (generation, LOG), (names.log(generation), KeyKind::Note), now)
}

/// The key with which this instance is a witness; made if there is none.
pub(super) fn witness_key(db: &mut Db, seal: Seal, names: &Names, now: At) -> Result<Signing> {
    key(db, seal, (0, WITNESS), (names.witness(), KeyKind::Cosignature), now)
}

fn key(db: &mut Db, seal: Seal, (generation, role): (i32, &str), (name, kind): (String, KeyKind), now: At) -> Result<Signing> {
    let key = match keys::find(db, generation, role)? {
        Some(key) => key,
        None => {
            let private = (seal.make)().map_err(Error::Broken)?;
            let public = (seal.public)(&private).ok_or_else(|| Error::Broken("a key of the record cannot be read".to_owned()))?;
            let verifier = VerifierKey { name, kind, public }.to_string();
            let new = Key { generation, role: role.to_owned(), private, verifier, created_at: now };
            keys::keep(db, &new)?;
            new
        }
    };
    Ok(Signing { verifier: verifier(&key.verifier)?, private: key.private, seal })
}

/// A verifier key as it is kept.
pub(super) fn verifier(text: &str) -> Result<VerifierKey> {
    VerifierKey::parse(text).map_err(|why| store::Error::Corrupt(why.to_string()).into())
}

/// The keys that verify: of each log that was kept, the latest first, and of the witness. Before the first entry there is none.
///
/// # Errors
/// When a key cannot be read, or the store fails.
pub fn verifier_keys(db: &mut Db) -> Result<(Vec<VerifierKey>, Option<VerifierKey>)> {
    let (mut logs, mut witness) = (Vec::new(), None);
    for key in keys::all_of_them(db)? {
        if key.role == LOG {
            logs.insert(0, verifier(&key.verifier)?);
        } else {
            witness = Some(verifier(&key.verifier)?);
        }
    }
    Ok((logs, witness))
}
