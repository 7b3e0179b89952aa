//! Proofs that stay with a document wherever it is passed on: FEP-8b32 with the suite `eddsa-jcs-2022` (W3C, Data Integrity EdDSA Cryptosuites 1.0,
//! section 3.3). The document without its proof and the proof without its value are each laid out after RFC 8785 and hashed; the two hashes are signed.

use domain::Timestamp;
use domain::id::ActorId;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use store::actors::Actor;
use url::Url;

use crate::actors;
use crate::keyring::{Known, Signer as Holder};
use crate::service::{Error, Federation};
use crate::signature::{KeyKind, PublicKey, Signer, base58, to_base58};
use crate::words::same_authority;

/// The context that defines the words of a proof.
pub const DATA_INTEGRITY: &str = "https://w3id.org/security/data-integrity/v2";
const SUITE: &str = "eddsa-jcs-2022";
/// Longest name of a key that is looked at, in bytes.
const METHOD_MAX: usize = 2_048;

/// Why a document is not believed. The texts are fixed: nothing that came from outside is in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unproven {
    /// It has no proof.
    #[error("the document has no proof")]
    Missing,
    /// Its proof cannot be read, or there are several.
    #[error("the proof cannot be read")]
    Malformed,
    /// Its proof is made in a way that is not used here.
    #[error("the proof is of another kind")]
    Kind,
    /// Its proof has expired, or was made more than five minutes from now.
    #[error("the proof is not of now")]
    Stale,
    /// The key does not fit.
    #[error("the proof does not fit the key")]
    Invalid,
    /// The key is not its author's.
    #[error("the key of the proof is not its author's")]
    Key,
}

/// What a proof says about itself, before any key is looked for.
#[derive(Debug, Clone)]
pub struct Claim {
    /// The key that is said to have signed: an absolute address.
    pub method: Url,
    /// When it was made, if that is said.
    pub created: Option<Timestamp>,
    expires: Option<Timestamp>,
    message: [u8; 64],
    signature: Vec<u8>,
}

/// A document as RFC 8785 lays it out: what is hashed, and what two programs can compare byte by byte.
///
/// # Errors
/// When it holds a number that has no such form.
pub fn canonical(document: &Value) -> Result<Vec<u8>, Unproven> {
    serde_jcs::to_vec(document).map_err(|_no_form| Unproven::Malformed)
}

/// The document with a proof by this key, in place of any that it had. Its context should name [`DATA_INTEGRITY`].
///
/// # Errors
/// When the document is not an object, or the key is not Ed25519 or cannot sign.
pub fn sign(document: &Value, signer: &Signer, created: Timestamp) -> Result<Value, Unproven> {
    if signer.key.kind() != KeyKind::Ed25519 {
        return Err(Unproven::Kind);
    }
    let mut bare = bare(document)?;
    let mut proof = Map::new();
    if let Some(context) = bare.get("@context") {
        proof.insert("@context".to_owned(), context.clone());
    }
    for (name, value) in [
        ("type", json!("DataIntegrityProof")),
        ("cryptosuite", json!(SUITE)),
        ("created", json!(created.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())),
        ("verificationMethod", json!(signer.key_id)),
        ("proofPurpose", json!("assertionMethod")),
    ] {
        proof.insert(name.to_owned(), value);
    }
    let message = message(&Value::Object(bare.clone()), &Value::Object(proof.clone()))?;
    let signature = signer.key.sign(&message).map_err(|_failed| Unproven::Key)?;
    proof.insert("proofValue".to_owned(), json!(format!("z{}", to_base58(&signature))));
    bare.insert("proof".to_owned(), Value::Object(proof));
    Ok(Value::Object(bare))
}

/// Reads what the proof of a document says about itself.
///
/// # Errors
/// When there is none, or it cannot be one that is used here.
pub fn claim(document: &Value) -> Result<Claim, Unproven> {
    let mut bare = bare(document)?;
    let mut proof = match document.get("proof") {
        None | Some(Value::Null) => return Err(Unproven::Missing),
        Some(Value::Object(proof)) => proof.clone(),
        Some(_) => return Err(Unproven::Malformed),
    };
    let is = |name: &str, value: &str| proof.get(name).is_some_and(|found| found == value);
    if !(is("type", "DataIntegrityProof") && is("cryptosuite", SUITE) && is("proofPurpose", "assertionMethod")) {
        return Err(Unproven::Kind);
    }
    let method = proof.get("verificationMethod").and_then(Value::as_str).filter(|name| name.len() <= METHOD_MAX);
    let method = method.and_then(|name| Url::parse(name).ok()).ok_or(Unproven::Malformed)?;
    let created = instant(proof.get("created"))?;
    let expires = instant(proof.get("expires"))?;
    let value = proof.remove("proofValue");
    let signature = value.as_ref().and_then(Value::as_str).and_then(|text| text.strip_prefix('z')).and_then(base58);
    let signature = signature.filter(|bytes| bytes.len() == 64).ok_or(Unproven::Malformed)?;
    // The context that was signed is that of the proof; the document may have gained others behind it on its way, and they change nothing.
    if let Some(signed) = proof.get("@context") {
        if !begins_with(bare.get("@context"), signed) {
            return Err(Unproven::Malformed);
        }
        bare.insert("@context".to_owned(), signed.clone());
    }
    let message = message(&Value::Object(bare), &Value::Object(proof))?;
    Ok(Claim { method, created, expires, message, signature })
}

impl Claim {
    /// Checks the proof with a key. Age is not looked at: a record is as true in ten years.
    ///
    /// # Errors
    /// When it does not fit.
    pub fn verify(&self, key: &PublicKey) -> Result<(), Unproven> {
        if key.kind() != KeyKind::Ed25519 {
            return Err(Unproven::Kind);
        }
        key.verify(&self.message, &self.signature).then_some(()).ok_or(Unproven::Invalid)
    }

    /// Checks that the proof is of now: not expired, not made more than five minutes ahead.
    ///
    /// # Errors
    /// When it is not.
    pub fn is_current(&self, now: Timestamp) -> Result<(), Unproven> {
        let ahead = self.created.is_some_and(|created| created.as_second() > now.as_second() + 300);
        let over = self.expires.is_some_and(|expires| expires <= now);
        if ahead || over { Err(Unproven::Stale) } else { Ok(()) }
    }
}

/// Checks a document with a key, at any time.
///
/// # Errors
/// When it is not proven.
pub fn verify(document: &Value, key: &PublicKey) -> Result<Claim, Unproven> {
    let claim = claim(document)?;
    claim.verify(key)?;
    Ok(claim)
}

impl Federation {
    /// Who made the proof of this document, as an actor known here: the one with this address, or nobody. Its key is asked from its server when it is not known or does
    /// not fit, as rarely as for a signed request.
    ///
    /// # Errors
    /// When the store fails; when the key cannot be had for now, so that nobody knows yet: the document must come again later.
    pub async fn proven_by(&self, document: &Value, author: &Url) -> Result<Result<ActorId, Unproven>, Error> {
        let claim = match claim(document).and_then(|claim| claim.is_current(self.app.now()).map(|()| claim)) {
            Ok(claim) => claim,
            Err(unproven) => return Ok(Err(unproven)),
        };
        if !same_authority(&claim.method, author) {
            return Ok(Err(Unproven::Key));
        }
        let holder = self.keyring.whose(self, claim.method.as_str(), &|key| claim.verify(key).is_ok()).await?;
        Ok(match holder {
            Holder::Known(known) if known.uri == author.as_str() => Ok(known.actor),
            Holder::Known(_) => Err(Unproven::Key),
            Holder::Nobody(_reason) => Err(Unproven::Invalid),
            Holder::Later => return Err(Error::Key("the key of a proof cannot be had now".to_owned())),
        })
    }

    /// Whether whoever sent this document proves it themselves. Why not is told to the log.
    ///
    /// # Errors
    /// As [`Self::proven_by`].
    pub(crate) async fn is_proven_by(&self, sender: &Known, document: &Value) -> Result<bool, Error> {
        let Ok(author) = Url::parse(&sender.uri) else { return Ok(false) };
        match self.proven_by(document, &author).await? {
            Ok(actor) => Ok(actor == sender.actor),
            Err(unproven) => {
                tracing::info!(%unproven, "a document was not believed");
                Ok(false)
            }
        }
    }

    /// The document with the proof of an actor of this instance. The same document, key and time give the same bytes.
    ///
    /// # Errors
    /// When the key cannot be had, or the document has no form that can be signed.
    pub(crate) async fn prove(&self, actor: &Actor, document: &Value, at: Timestamp) -> Result<Value, Error> {
        let signers = self.signers(actor.id.to(), &actors::uri_of(self, actor)).await?;
        sign(document, &signers.ed25519, at).map_err(|unproven| Error::Key(unproven.to_string()))
    }
}

/// A document without its proof, and without the older signature that some add after it.
fn bare(document: &Value) -> Result<Map<String, Value>, Unproven> {
    let mut bare = document.as_object().ok_or(Unproven::Malformed)?.clone();
    bare.remove("proof");
    bare.remove("signature");
    Ok(bare)
}

fn message(document: &Value, proof: &Value) -> Result<[u8; 64], Unproven> {
    let mut message = [0; 64];
    let (first, second) = message.split_at_mut(32);
    first.copy_from_slice(&Sha256::digest(canonical(proof)?));
    second.copy_from_slice(&Sha256::digest(canonical(document)?));
    Ok(message)
}

fn instant(value: Option<&Value>) -> Result<Option<Timestamp>, Unproven> {
    match value {
        None => Ok(None),
        Some(value) => value.as_str().and_then(|text| text.parse().ok()).map(Some).ok_or(Unproven::Malformed),
    }
}

/// Whether a context is this one, perhaps with others behind it.
fn begins_with(context: Option<&Value>, signed: &Value) -> bool {
    let entries = |value: &Value| value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
    context.is_some_and(|context| entries(context).starts_with(&entries(signed)))
}

#[cfg(test)]
mod tests;
