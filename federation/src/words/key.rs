//! Public keys as other servers publish them: in an actor, or as documents of their own.

use url::Url;

use super::read::Reader;
use super::{Bad, same_authority};
use serde_json::Value;

/// Longest key in PEM, in bytes: an RSA key of 16,384 bits has 2,900.
const PEM_MAX: usize = 8_192;
/// Longest key in multibase, in bytes.
const MULTIBASE_MAX: usize = 4_096;
/// Most keys that are read of one actor.
const KEYS_MAX: usize = 8;

/// A key, in the form in which it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyMaterial {
    /// PEM (`publicKeyPem`).
    Pem(String),
    /// Multibase (`publicKeyMultibase`, FEP-521a).
    Multibase(String),
}

/// A public key of an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemoteKey {
    /// Its id, as signatures name it.
    pub id: String,
    /// Whose it says it is.
    pub owner: Url,
    /// The key.
    pub material: KeyMaterial,
}

/// A key that was found at the address of its id: alone, in a stub of its owner, or in the owner's whole document.
pub type KeyDocument = RemoteKey;

impl RemoteKey {
    /// Reads a key that is served on its own (`#key`, `/main-key`): a key object, a stub actor with a `publicKey`, or a Multikey.
    ///
    /// # Errors
    /// What is missing or wrong, or a key whose owner is on another server.
    pub fn read(document: &Value) -> Result<Self, Bad> {
        let reader = Reader::new(document, "key")?;
        let found = match reader.object("publicKey") {
            Some(inner) => pem(inner)?,
            None if reader.value("publicKeyMultibase").is_some() => multibase(reader)?,
            None => pem(reader)?,
        };
        let id = super::read::address(&found.id).map_err(|fault| fault.of("id"))?;
        if same_authority(&id, &found.owner) { Ok(found) } else { Err(Bad::Host("owner")) }
    }
}

/// The keys that an actor says are its own. A key of somebody else, or on another server, is passed over.
pub(super) fn of_actor(actor: Reader<'_>, id: &Url) -> Vec<RemoteKey> {
    let old = actor.objects("publicKey", KEYS_MAX).filter_map(|key| pem(key).ok());
    let new = actor.objects("assertionMethod", KEYS_MAX).filter_map(|key| multibase(key).ok());
    let is_own = |key: &RemoteKey| key.owner == *id && super::read::address(&key.id).is_ok_and(|key| same_authority(&key, id));
    old.chain(new).filter(is_own).collect()
}

fn pem(key: Reader<'_>) -> Result<RemoteKey, Bad> {
    let text = key.text("publicKeyPem").ok_or(Bad::Missing("publicKeyPem"))?;
    if text.len() > PEM_MAX {
        return Err(Bad::TooLong("publicKeyPem"));
    }
    Ok(RemoteKey { id: key_id(key)?, owner: key.url("owner")?, material: KeyMaterial::Pem(text.to_owned()) })
}

fn multibase(key: Reader<'_>) -> Result<RemoteKey, Bad> {
    let text = key.text("publicKeyMultibase").ok_or(Bad::Missing("publicKeyMultibase"))?;
    if text.len() > MULTIBASE_MAX {
        return Err(Bad::TooLong("publicKeyMultibase"));
    }
    Ok(RemoteKey { id: key_id(key)?, owner: key.url("controller")?, material: KeyMaterial::Multibase(text.to_owned()) })
}

/// The id as it is written: signatures repeat it letter by letter.
fn key_id(key: Reader<'_>) -> Result<String, Bad> {
    key.id()?;
    key.text("id").map(str::to_owned).ok_or(Bad::Missing("id"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn keys_on_their_own() {
        let check = |document: Value, expected: Result<&str, Bad>| {
            assert_eq!(KeyDocument::read(&document).map(|key| key.id), expected.map(str::to_owned), "{document}");
        };
        let pem = "-----BEGIN PUBLIC KEY-----\nAA==\n-----END PUBLIC KEY-----";
        check(
            json!({ "id": "https://a.example/u#key", "owner": "https://a.example/u", "publicKeyPem": pem }),
            Ok("https://a.example/u#key"),
        );
        check(
            json!({ "id": "https://a.example/u", "type": "Person",
                    "publicKey": { "id": "https://a.example/u/main-key", "owner": "https://a.example/u", "publicKeyPem": pem } }),
            Ok("https://a.example/u/main-key"),
        );
        check(
            json!({ "id": "https://a.example/u#ed", "type": "Multikey", "controller": "https://a.example/u", "publicKeyMultibase": "z6Mk" }),
            Ok("https://a.example/u#ed"),
        );
        check(json!({ "id": "https://a.example/u#key", "owner": "https://b.example/u", "publicKeyPem": pem }), Err(Bad::Host("owner")));
        check(json!({ "id": "https://a.example/u#key", "publicKeyPem": pem }), Err(Bad::Missing("owner")));
        check(json!({ "id": "https://a.example/u" }), Err(Bad::Missing("publicKeyPem")));
        check(json!([]), Err(Bad::Shape("key")));
    }
}
