//! Tests of reading and writing keys.

use super::super::encoding::{BIT_STRING, INTEGER, NULL, OBJECT, SEQUENCE, base58, to_base58, to_element, to_pem};
use super::*;

const RSA_OID: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
const ED25519_OID: &[u8] = &[0x2b, 0x65, 0x70];
const P256_OID: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];

/// PKCS#1 of an RSA key with a modulus of this many bits and this exponent. Its modulus is no product of primes: nobody can tell.
fn pkcs1(bits: usize, exponent: &[u8]) -> Vec<u8> {
    let mut modulus = vec![0xc5; bits / 8];
    modulus.insert(0, 0);
    to_element(SEQUENCE, &[to_element(INTEGER, &modulus), to_element(INTEGER, exponent)].concat())
}

fn spki(algorithm: &[Vec<u8>], bits: &[u8]) -> Vec<u8> {
    let content = [to_element(SEQUENCE, &algorithm.concat()), to_element(BIT_STRING, &[&[0], bits].concat())].concat();
    to_element(SEQUENCE, &content)
}

fn rsa_spki(pkcs1: &[u8]) -> Vec<u8> {
    spki(&[to_element(OBJECT, RSA_OID), to_element(NULL, &[])], pkcs1)
}

#[track_caller]
fn check_pem(label: &str, der: &[u8], expected: Result<KeyKind, KeyError>) {
    assert_eq!(PublicKey::from_pem(&to_pem(label, der)).map(|key| key.kind()), expected);
}

#[expect(clippy::disallowed_methods, reason = "a key of a stranger must not cost much time to refuse, and this says how much it does")]
#[test]
fn a17_keys_that_are_too_weak_or_too_heavy() {
    let started = std::time::Instant::now();
    let usual = [1, 0, 1];
    let both = |pkcs1: &[u8], expected| {
        check_pem("RSA PUBLIC KEY", pkcs1, expected);
        check_pem("PUBLIC KEY", &rsa_spki(pkcs1), expected);
    };
    both(&pkcs1(2_048, &usual), Ok(KeyKind::RsaSha256));
    both(&pkcs1(8_192, &usual), Ok(KeyKind::RsaSha256));
    both(&pkcs1(2_048, &[3]), Ok(KeyKind::RsaSha256));
    both(&pkcs1(512, &usual), Err(KeyError::Size));
    both(&pkcs1(1_024, &usual), Err(KeyError::Size));
    both(&pkcs1(2_040, &usual), Err(KeyError::Size));
    both(&pkcs1(8_200, &usual), Err(KeyError::Size));
    both(&pkcs1(16_384, &usual), Err(KeyError::Size));
    both(&pkcs1(2_048, &[1]), Err(KeyError::Exponent));
    both(&pkcs1(2_048, &[2]), Err(KeyError::Exponent));
    both(&pkcs1(2_048, &[1, 0, 0]), Err(KeyError::Exponent));
    both(&pkcs1(2_048, &[0x7f; 256]), Err(KeyError::Exponent));
    both(&pkcs1(2_048, &[0]), Err(KeyError::Malformed));
    both(&pkcs1(2_048, &[0x80]), Err(KeyError::Malformed));
    both(&pkcs1(2_048, &[]), Err(KeyError::Malformed));
    assert!(started.elapsed().as_millis() < 500, "{:?}", started.elapsed());
}

#[test]
fn a17_keys_in_the_wrong_slot() {
    check_pem("RSA PUBLIC KEY", &[7; 32], Err(KeyError::Malformed));
    let ed25519 = spki(&[to_element(OBJECT, ED25519_OID)], &[7; 32]);
    check_pem("PUBLIC KEY", &ed25519, Ok(KeyKind::Ed25519));
    check_pem("RSA PUBLIC KEY", &ed25519, Err(KeyError::Malformed));
    check_pem("PUBLIC KEY", &rsa_spki(&[7; 32]), Err(KeyError::Malformed));
    check_pem("PUBLIC KEY", &spki(&[to_element(OBJECT, ED25519_OID)], &[7; 31]), Err(KeyError::Malformed));
    check_pem("PUBLIC KEY", &spki(&[to_element(OBJECT, ED25519_OID), to_element(NULL, &[])], &[7; 32]), Err(KeyError::Malformed));
    check_pem("PUBLIC KEY", &spki(&[to_element(OBJECT, P256_OID)], &[7; 65]), Err(KeyError::Kind));
    check_pem("PRIVATE KEY", &RSA.to_pkcs8(), Err(KeyError::Kind));
    check_pem("PUBLIC KEY", &RSA.to_pkcs8(), Err(KeyError::Malformed));
    // An Ed25519 key does not answer for what says it was signed with RSA.
    let signed = Bench::post().cavage_as(KEY_ID, USUAL, r#"algorithm="rsa-sha256","#, &ED25519);
    assert_eq!(signed.verdict_of(&ED25519), Err(Refused::Policy("the key is of another kind than was said")));
    let input = format!(r#"{};alg="rsa-v1_5-sha256""#, member(COMPONENTS));
    let signed = Bench::post().rfc9421_as("sig1", &input, &ED25519);
    assert_eq!(signed.verdict_of(&ED25519), Err(Refused::Policy("the key is of another kind than was said")));
}

#[test]
fn a17_keys_with_something_more() {
    let good = RSA.public().to_pem();
    let check = |text: &str, expected: bool| assert_eq!(PublicKey::from_pem(text).is_ok(), expected, "{text}");
    check(&good, true);
    check(&format!("\r\n  {}  \n", good.replace('\n', "\r\n")), true);
    check(&good.replace('\n', "").replace("KEY-----MII", "KEY-----\nMII"), true);
    check(&format!("{good}garbage"), false);
    check(&format!("garbage{good}"), false);
    check(&format!("{good}{good}"), false);
    check(&good.replace("END PUBLIC", "END RSA PUBLIC"), false);
    check(&good.replace("MII", "M!!"), false);
    check(&good.replace("BEGIN PUBLIC", "BEGIN"), false);
    check(&good.replacen('\n', &" ".repeat(9_000), 1), false);
    check("", false);
    check("-----BEGIN PUBLIC KEY-----", false);
    check("-----BEGIN PUBLIC KEY----------END PUBLIC KEY-----", false);
    let der = rsa_spki(&pkcs1(2_048, &[1, 0, 1]));
    check_pem("PUBLIC KEY", &[der.as_slice(), &[0]].concat(), Err(KeyError::Malformed));
    let inner = [pkcs1(2_048, &[1, 0, 1]).as_slice(), &[0]].concat();
    check_pem("PUBLIC KEY", &rsa_spki(&inner), Err(KeyError::Malformed));
    check_pem("RSA PUBLIC KEY", &inner, Err(KeyError::Malformed));
    // One more number, an even modulus, bits that are not used.
    let usual = to_element(INTEGER, &[1, 0, 1]);
    let modulus = to_element(INTEGER, &[&[0], [0xc5; 256].as_slice()].concat());
    let more = to_element(SEQUENCE, &[modulus, usual.clone(), usual.clone()].concat());
    check_pem("RSA PUBLIC KEY", &more, Err(KeyError::Malformed));
    let even = to_element(INTEGER, &[&[0], [0xc4; 256].as_slice()].concat());
    check_pem("RSA PUBLIC KEY", &to_element(SEQUENCE, &[even, usual].concat()), Err(KeyError::Malformed));
    let algorithm = to_element(SEQUENCE, &to_element(OBJECT, ED25519_OID));
    let unused = [algorithm, to_element(BIT_STRING, &[&[1], [8; 32].as_slice()].concat())].concat();
    check_pem("PUBLIC KEY", &to_element(SEQUENCE, &unused), Err(KeyError::Malformed));
    // Lengths in a longer form than needed.
    let ed25519 = spki(&[to_element(OBJECT, ED25519_OID)], &[7; 32]);
    for length in [[0x81, 42].as_slice(), &[0x82, 0, 42], &[0x83, 0, 0, 42], &[0x80]] {
        check_pem("PUBLIC KEY", &[&[SEQUENCE], length, &ed25519[2..]].concat(), Err(KeyError::Malformed));
    }
}

#[test]
fn keys_come_back_as_they_went() {
    for key in [&*RSA, &*ED25519] {
        let again = PrivateKey::from_pkcs8(&key.to_pkcs8()).unwrap();
        assert_eq!(again.public(), key.public());
        assert_eq!(again.kind(), key.kind());
        assert_eq!(PublicKey::from_pem(&key.public().to_pem()).unwrap(), key.public());
        let signature = again.sign(b"bonjour").unwrap();
        assert!(key.public().verify(b"bonjour", &signature));
        assert!(!key.public().verify(b"bonsoir", &signature));
        assert!(!key.public().verify(b"bonjour", &[]));
    }
    let text = ED25519.public().to_multibase().unwrap();
    assert!(text.starts_with("z6Mk"), "{text}");
    assert_eq!(PublicKey::from_multibase(&text).unwrap(), ED25519.public());
    assert_eq!(RSA.public().to_multibase(), None);
    assert_eq!(PrivateKey::from_pkcs8(b"garbage").map(|_| ()), Err(KeyError::Malformed));
    assert_eq!(format!("{:?}", **RSA), "PrivateKey(RsaSha256, ..)");
}

#[test]
fn multibase_is_read_strictly() {
    let good = ED25519.public().to_multibase().unwrap();
    let check = |text: &str, expected| assert_eq!(PublicKey::from_multibase(text).map(|_| ()), expected, "{text}");
    check(&good, Ok(()));
    check(&good.replacen('z', "u", 1), Err(KeyError::Malformed));
    check(&good.replacen('z', "", 1), Err(KeyError::Malformed));
    check(&format!("{good}0"), Err(KeyError::Malformed));
    check(&format!("z{}", "1".repeat(4_000)), Err(KeyError::Malformed));
    check(&format!("z{}", to_base58(&[&[0x85, 0x24], [7; 32].as_slice()].concat())), Err(KeyError::Kind));
    check(&format!("z{}", to_base58(&[&[0xed, 0x01], [7; 31].as_slice()].concat())), Err(KeyError::Malformed));
    check("z", Err(KeyError::Kind));
    check("", Err(KeyError::Malformed));
    assert_eq!(to_base58(b"Hello World!"), "2NEpo7TZRRrLZSi2U");
    assert_eq!(base58("1112NEpo7TZRRrLZSi2U").unwrap(), b"\0\0\0Hello World!");
}
