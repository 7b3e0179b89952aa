//! Proofs: the vector of the FEP, and everything that must not be believed.

use std::sync::Arc;

use serde_json::{Value, json};

use super::{Unproven, canonical, claim, sign, verify};
use crate::signature::{PrivateKey, PublicKey, Signer};

/// The signed document of FEP-8b32 (`fep-8b32.feature`, CC0), made by another program.
fn vector() -> (Value, PublicKey) {
    let context = json!(["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/data-integrity/v2"]);
    let document = json!({
        "@context": context,
        "id": "https://server.example/activities/1",
        "type": "Create",
        "actor": "https://server.example/users/alice",
        "object": {
            "id": "https://server.example/objects/1",
            "type": "Note",
            "attributedTo": "https://server.example/users/alice",
            "content": "Hello world",
            "location": { "type": "Place", "longitude": -71.184902, "latitude": 25.273962 }
        },
        "proof": {
            "@context": context,
            "type": "DataIntegrityProof",
            "cryptosuite": "eddsa-jcs-2022",
            "verificationMethod": "https://server.example/users/alice#ed25519-key",
            "proofPurpose": "assertionMethod",
            "proofValue": "z42ffGu6AUKPCFcFPiabmUvnGLPJzC7e4DGWC52NUasSSH37UMa9c58tdgVszUcZfytxa4fQ5TYHaJENCxUDe9SdL",
            "created": "2023-02-24T23:36:38Z"
        }
    });
    (document, PublicKey::from_multibase("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2").unwrap())
}

fn signer(id: &str) -> Signer {
    Signer { key_id: id.to_owned(), key: Arc::new(PrivateKey::generate_ed25519().unwrap()) }
}

#[test]
fn the_vector_of_the_fep_holds() {
    let (document, key) = vector();
    let claim = verify(&document, &key).unwrap();
    assert_eq!(claim.method.as_str(), "https://server.example/users/alice#ed25519-key");
    assert_eq!(claim.created, Some("2023-02-24T23:36:38Z".parse().unwrap()));
}

/// Every value of a document, each by its pointer.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| pointers(value, &format!("{at}/{}", name.replace('/', "~1")), found));
        }
        Value::Array(items) => items.iter().enumerate().for_each(|(i, value)| pointers(value, &format!("{at}/{i}"), found)),
        _ => found.push(at.to_owned()),
    }
}

#[test]
fn no_value_can_be_changed() {
    let (document, key) = vector();
    let mut found = Vec::new();
    pointers(&document, "", &mut found);
    assert!(found.len() > 12);
    for at in found {
        let mut changed = document.clone();
        let value = changed.pointer_mut(&at).unwrap();
        *value = if value.is_number() { json!(1) } else { json!(format!("{}x", value.as_str().unwrap())) };
        assert!(verify(&changed, &key).is_err(), "{at}");
    }
    let mut more = document.clone();
    more["object"]["summary"] = json!("more");
    assert_eq!(verify(&more, &key).unwrap_err(), Unproven::Invalid);
}

#[test]
fn what_may_change_on_the_way() {
    let (document, key) = vector();
    // Another signature behind it, and contexts behind those that were signed.
    let mut changed = document.clone();
    changed["signature"] = json!({ "type": "RsaSignature2017" });
    changed["@context"].as_array_mut().unwrap().push(json!("https://w3id.org/security/v1"));
    assert!(verify(&changed, &key).is_ok());
    let mut before = document;
    before["@context"].as_array_mut().unwrap().insert(0, json!("https://w3id.org/security/v1"));
    assert_eq!(verify(&before, &key).unwrap_err(), Unproven::Malformed);
}

#[test]
fn what_is_no_proof() {
    let (document, key) = vector();
    let check = |change: &dyn Fn(&mut Value), expected: Unproven| {
        let mut changed = document.clone();
        change(&mut changed);
        assert_eq!(verify(&changed, &key).unwrap_err(), expected, "{changed}");
    };
    check(&|d| drop(d.as_object_mut().unwrap().remove("proof")), Unproven::Missing);
    check(&|d| d["proof"] = json!(null), Unproven::Missing);
    check(&|d| d["proof"] = json!([d["proof"].clone(), d["proof"].clone()]), Unproven::Malformed);
    check(&|d| d["proof"] = json!("z3"), Unproven::Malformed);
    check(&|d| d["proof"]["cryptosuite"] = json!("eddsa-rdfc-2022"), Unproven::Kind);
    check(&|d| d["proof"]["type"] = json!("Ed25519Signature2020"), Unproven::Kind);
    check(&|d| d["proof"]["proofPurpose"] = json!("authentication"), Unproven::Kind);
    check(&|d| d["proof"]["created"] = json!("yesterday"), Unproven::Malformed);
    check(&|d| d["proof"]["verificationMethod"] = json!("not an address"), Unproven::Malformed);
    check(&|d| d["proof"]["verificationMethod"] = json!(format!("https://a.example/{}", "k".repeat(3_000))), Unproven::Malformed);
    check(&|d| d["proof"]["proofValue"] = json!(format!("z{}", "z".repeat(100_000))), Unproven::Malformed);
    check(&|d| d["proof"]["proofValue"] = json!("z11"), Unproven::Malformed);
    check(&|d| d["proof"]["expires"] = json!("2023-02-25T00:00:00Z"), Unproven::Invalid);
    assert_eq!(verify(&json!([]), &key).unwrap_err(), Unproven::Malformed);
}

#[test]
fn our_own_proofs_hold_and_are_of_now() {
    let signer = signer("https://lyon.example/actors/lyon#ed25519-key");
    let now = "2026-11-21T10:00:00.123Z".parse().unwrap();
    let signed = sign(&json!({ "@context": ["https://www.w3.org/ns/activitystreams"], "type": "Offer", "n": 12 }), &signer, now).unwrap();
    let claim = verify(&signed, &signer.key.public()).unwrap();
    assert_eq!(claim.created, Some("2026-11-21T10:00:00Z".parse().unwrap()));
    assert_eq!(signed["proof"]["@context"], signed["@context"]);
    assert!(claim.is_current(now).is_ok());
    assert_eq!(claim.is_current("2026-11-21T09:54:59Z".parse().unwrap()), Err(Unproven::Stale));
    // A proof in place of another; without a context none is invented.
    let again = sign(&signed, &signer, now).unwrap();
    assert_eq!(again, signed);
    let plain = sign(&json!({ "a": 1 }), &signer, now).unwrap();
    assert!(plain["proof"].get("@context").is_none() && verify(&plain, &signer.key.public()).is_ok());
    // Somebody else's key, and one of another kind.
    assert_eq!(verify(&signed, &PrivateKey::generate_ed25519().unwrap().public()).unwrap_err(), Unproven::Invalid);
    let rsa = PrivateKey::generate_rsa().unwrap();
    assert_eq!(verify(&signed, &rsa.public()).unwrap_err(), Unproven::Kind);
    let rsa = Signer { key_id: signer.key_id, key: Arc::new(rsa) };
    assert_eq!(sign(&json!({}), &rsa, now).unwrap_err(), Unproven::Kind);
}

#[test]
fn a_proof_that_is_over() {
    let signer = signer("https://lyon.example/actors/lyon#ed25519-key");
    let now = "2026-11-21T10:00:00Z".parse().unwrap();
    let mut signed = sign(&json!({ "a": 1 }), &signer, now).unwrap();
    signed["proof"]["expires"] = json!("2026-11-21T09:00:00Z");
    assert_eq!(claim(&signed).unwrap().is_current(now), Err(Unproven::Stale));
}

#[test]
fn the_layout_of_rfc_8785() {
    let check = |value: Value, expected: &str| assert_eq!(String::from_utf8(canonical(&value).unwrap()).unwrap(), expected);
    // Keys in the order of UTF-16: U+1F600 begins with a surrogate and so stands before U+FB33 (RFC 8785, 3.2.3).
    check(json!({ "\u{fb33}": 1, "\u{1f600}": 2, "a": 3, "\r": 4 }), "{\"\\r\":4,\"a\":3,\"\u{1f600}\":2,\"\u{fb33}\":1}");
    check(json!([1e30, 4.50, 2e-3, 0.000_000_000_000_000_000_000_000_001, -0.0, 10.0]), "[1e+30,4.5,0.002,1e-27,0,10]");
    check(json!({ "text": "é\u{1}\u{2028}\"\\/" }), "{\"text\":\"é\\u0001\u{2028}\\\"\\\\/\"}");
    check(json!({ "b": null, "a": [true, {}] }), "{\"a\":[true,{}],\"b\":null}");
}
