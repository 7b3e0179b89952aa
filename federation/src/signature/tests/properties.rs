//! What holds for every input: nothing panics, what is signed is believed, and what is changed is not.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::*;

const PIECES: &[&str] = &[
    "sig1=",
    "(",
    ")",
    "\"@method\"",
    "\"@target-uri\"",
    ";",
    "created=1800000000",
    "keyid=",
    "\"",
    "\\",
    ":",
    "AAAA",
    "=",
    ",",
    " ",
    "?1",
    "-",
    "1.5",
    "keyId=\"https://a.example/k\"",
    "headers=\"",
    "(request-target)",
    "host date",
    "signature=\"",
    "sha-256=",
    "SHA-256=",
    "@5",
    "é", // not a text: what a parser may meet
    "\t",
];

/// Text that looks like what the parsers read, more often than chance would make it.
fn likely_text() -> impl Strategy<Value = String> {
    prop_oneof![".{0,200}", vec(proptest::sample::select(PIECES), 0..40).prop_map(|chosen| chosen.concat())]
}

fn likely_path() -> impl Strategy<Value = String> {
    "/[a-z0-9/._~@%-]{0,30}(\\?[a-z0-9=&%?/]{0,30})?"
}

/// The same bytes with one bit turned.
fn flipped(bytes: &[u8], index: Index, bit: u8) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let place = index.index(bytes.len());
    bytes[place] ^= 1 << bit;
    bytes
}

fn a_scheme() -> impl Strategy<Value = Scheme> {
    prop_oneof![Just(Scheme::Cavage), Just(Scheme::Rfc9421)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics_on_any_text(text in likely_text(), other in likely_text(), body in vec(any::<u8>(), 0..50)) {
        let _ = cavage::parse(&text);
        let _ = structured::dictionary(&text, 3);
        let _ = rfc9421::parse(&text, &other, |_| Ok(()));
        let _ = digest::is_digest_of(&text, &body);
        let _ = digest::is_content_digest_of(&text, &body);
        let _ = PublicKey::from_pem(&text);
        let _ = PublicKey::from_multibase(&text);
    }

    #[test]
    fn nothing_panics_on_any_request(
        headers in vec((0..8_usize, likely_text()), 0..10),
        path in ".{0,40}",
        body in vec(any::<u8>(), 0..50),
    ) {
        let names = ["signature", "signature-input", "digest", "content-digest", "host", "date", "authorization", "accept"];
        let mut bench = Bench::post().to(&path).body(&body);
        for (name, text) in headers {
            if let Ok(value) = HeaderValue::from_bytes(text.as_bytes()) {
                bench.headers.append(HeaderName::from_static(names[name]), value);
            }
        }
        prop_assert!(bench.verdict().is_err());
    }

    #[test]
    fn nothing_panics_on_any_key(der in vec(any::<u8>(), 0..400)) {
        for label in ["PUBLIC KEY", "RSA PUBLIC KEY"] {
            let _ = PublicKey::from_pem(&super::super::encoding::to_pem(label, &der));
        }
        let _ = PrivateKey::from_pkcs8(&der);
    }

    #[test]
    fn a_flipped_key_is_another_key_or_none(index in any::<Index>(), bit in 0..7_u8) {
        let pem = RSA.public().to_pem();
        if let Ok(text) = String::from_utf8(flipped(pem.as_bytes(), index, bit)) {
            let same = PublicKey::from_pem(&text).is_ok_and(|key| key == RSA.public());
            // Only white space may change and mean the same.
            let plain = |text: &str| text.replace(char::is_whitespace, "");
            prop_assert!(!same || plain(&text) == plain(&pem));
        }
    }

    #[test]
    fn base58_comes_back(bytes in vec(any::<u8>(), 0..40)) {
        use super::super::encoding::{base58, to_base58};
        prop_assert_eq!(base58(&to_base58(&bytes)), Some(bytes));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn what_is_signed_is_believed(path in likely_path(), body in vec(any::<u8>(), 0..200), scheme in a_scheme(), is_post in any::<bool>()) {
        for key in [&*RSA, &*ED25519] {
            let bench = if is_post { Bench::post().body(&body) } else { Bench::get("/") };
            // The address as the client will send it.
            let url = Url::parse("https://ville.example").unwrap().join(&path);
            prop_assume!(url.as_ref().is_ok_and(|url| url.host_str() == Some("ville.example")));
            let url = url.unwrap();
            let sent = url.as_str().strip_prefix("https://ville.example").unwrap();
            let signed = bench.to(sent).signed(scheme, key);
            prop_assert_eq!(signed.verdict_of(key), Ok(()));
            prop_assert!(signed.verdict_of(&OTHER_RSA).is_err());
        }
    }

    /// In the old scheme the id of the key and the algorithm are not signed: there, what may be flipped are the signed headers, their
    /// list and the signature.
    #[test]
    fn a_flipped_bit_is_noticed(scheme in a_scheme(), part in 0..6_usize, index in any::<Index>(), bit in 0..8_u8) {
        let mut bench = Bench::post().signed(scheme, &RSA);
        let name = match (part, scheme) {
            (0, _) => None,
            (1, Scheme::Cavage) => Some("date"),
            (2, Scheme::Cavage) => Some("digest"),
            (3, Scheme::Cavage) => Some("content-type"),
            (4, Scheme::Cavage) => Some("host"),
            (1 | 2, Scheme::Rfc9421) => Some("signature-input"),
            (3, Scheme::Rfc9421) => Some("content-digest"),
            _ => Some("signature"),
        };
        match name {
            None => bench.body = flipped(&bench.body, index, bit),
            Some("signature") if scheme == Scheme::Cavage => {
                let text = bench.value("signature");
                let (unsigned, rest) = text.split_at(text.find("headers=").unwrap());
                let Ok(rest) = String::from_utf8(flipped(rest.as_bytes(), index, bit)) else { return Ok(()) };
                // Names in capitals mean the same.
                prop_assume!(!rest.to_ascii_lowercase().contains("headers=\"(request-target) host date digest content-type\""));
                let Ok(value) = HeaderValue::from_str(&format!("{unsigned}{rest}")) else { return Ok(()) };
                bench.headers.insert("signature", value);
            }
            Some(name) => {
                let Ok(value) = HeaderValue::from_bytes(&flipped(bench.value(name).as_bytes(), index, bit)) else { return Ok(()) };
                bench.headers.insert(name, value);
            }
        }
        prop_assert!(bench.verdict().is_err(), "{:?}", bench.headers);
    }

    #[test]
    fn a_flipped_bit_of_the_address_is_noticed(scheme in a_scheme(), index in any::<Index>(), bit in 0..7_u8) {
        let bench = Bench::post().to("/actors/mairie/inbox?a=1").signed(scheme, &RSA);
        let path = String::from_utf8(flipped(bench.path.as_bytes(), index, bit)).unwrap();
        prop_assert!(bench.to(&path).verdict().is_err());
    }

    #[test]
    fn a_flipped_bit_of_the_signature_is_noticed(scheme in a_scheme(), index in any::<Index>(), bit in 0..8_u8) {
        for key in [&*RSA, &*ED25519] {
            let mut claim = Bench::post().signed(scheme, key).read().unwrap();
            prop_assert_eq!(claim.verify(&key.public()), Ok(()));
            claim.signature = flipped(&claim.signature, index, bit);
            prop_assert_eq!(claim.verify(&key.public()), Err(Refused::Invalid));
        }
    }
}
