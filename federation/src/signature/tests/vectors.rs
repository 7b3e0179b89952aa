//! The examples of RFC 9421 that use keys we speak, and another implementation reading what we sign.

use httpsig::prelude::message_component::{HttpMessageComponent, HttpMessageComponentId};
use httpsig::prelude::{AlgorithmName, HttpSignatureBase, HttpSignatureHeaders, PublicKey as TheirKey};

use super::super::message::Message;
use super::*;

/// RFC 9421, appendix B.1.1.
const TEST_KEY_RSA: &str = "-----BEGIN RSA PUBLIC KEY-----
MIIBCgKCAQEAhAKYdtoeoy8zcAcR874L8cnZxKzAGwd7v36APp7Pv6Q2jdsPBRrw
WEBnez6d0UDKDwGbc6nxfEXAy5mbhgajzrw3MOEt8uA5txSKobBpKDeBLOsdJKFq
MGmXCQvEG7YemcxDTRPxAleIAgYYRjTSd/QBwVW9OwNFhekro3RtlinV0a75jfZg
kne/YiktSvLG34lw2zqXBDTC5NHROUqGTlML4PlNZS5Ri2U4aCNx2rUPRcKIlE0P
uKxI4T+HIaFpv8+rdV6eUgOrB2xeI1dSFFn/nnv5OoZJEIB+VmuKn3DCUcCZSFlQ
PSXSfBDiUGhwOw76WuSSsf1D4b/vLoJ10wIDAQAB
-----END RSA PUBLIC KEY-----
";

/// RFC 9421, appendix B.1.4.
const TEST_KEY_ED25519: &str = "-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=
-----END PUBLIC KEY-----
";

/// The private half, as PKCS#8.
const TEST_KEY_ED25519_PRIVATE: &str = "MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF";

const DIGEST_512: &str = "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:";

/// The request of the examples.
fn request() -> Bench {
    let bench = Bench { method: "POST", path: "/foo?param=Value&Pet=dog".to_owned(), headers: HeaderMap::new(), body: Vec::new() };
    bench
        .body(br#"{"hello": "world"}"#)
        .with("host", "example.com")
        .with("date", "Tue, 20 Apr 2021 02:07:55 GMT")
        .with("content-type", "application/json")
        .with("content-digest", DIGEST_512)
        .with("content-length", "18")
}

/// The base of the signature with this place in the list, and the signature.
fn base_of(bench: &Bench, origin: &str, place: usize) -> (String, Vec<u8>) {
    let origin = Url::parse(origin).unwrap();
    let request = Request { method: bench.method, path_and_query: &bench.path, headers: &bench.headers, body: &bench.body };
    let message = Message::new(&request, &origin).unwrap();
    let read = |all: &[rfc9421::Labelled<'_>]| Ok((rfc9421::base(&all[place], &message)?, all[place].signature.clone()));
    let (base, signature) = rfc9421::parse(&bench.value("signature-input"), &bench.value("signature"), read).unwrap();
    (String::from_utf8(base).unwrap(), signature)
}

#[test]
fn rfc_9421_b_2_6_ed25519() {
    let components =
        r#"("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519""#;
    let signature = "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==";
    let bench = request().with("signature-input", &format!("sig-b26={components}")).with("signature", &format!("sig-b26=:{signature}:"));
    let (base, bytes) = base_of(&bench, "https://example.com", 0);
    let expected = [
        "\"date\": Tue, 20 Apr 2021 02:07:55 GMT",
        "\"@method\": POST",
        "\"@path\": /foo",
        "\"@authority\": example.com",
        "\"content-type\": application/json",
        "\"content-length\": 18",
    ];
    assert_eq!(base, format!("{}\n\"@signature-params\": {components}", expected.join("\n")));
    assert!(PublicKey::from_pem(TEST_KEY_ED25519).unwrap().verify(base.as_bytes(), &bytes));
    // The key signs the same: Ed25519 has one signature for a message.
    let private = PrivateKey::from_pkcs8(&STANDARD.decode(TEST_KEY_ED25519_PRIVATE).unwrap()).unwrap();
    assert_eq!(STANDARD.encode(private.sign(base.as_bytes()).unwrap()), signature);
    assert_eq!(private.public().to_pem(), TEST_KEY_ED25519);
}

#[test]
fn rfc_9421_4_3_a_proxy_with_rsa() {
    let input = concat!(
        r#"sig1=("@method" "@authority" "@path" "content-digest" "content-type" "content-length")"#,
        r#";created=1618884475;keyid="test-key-ecc-p256", "#,
        r#"proxy_sig=("@method" "@authority" "@path" "content-digest" "content-type" "content-length" "forwarded")"#,
        r#";created=1618884480;keyid="test-key-rsa";alg="rsa-v1_5-sha256";expires=1618884540"#,
    );
    let signature = concat!(
        "sig1=:X5spyd6CFnAG5QnDyHfqoSNICd+BUP4LYMz2Q0JXlb//4Ijpzp+kve2w4NIyqeAuM7jTDX+sNalzA8ESSaHD3A==:, ",
        "proxy_sig=:S6ZzPXSdAMOPjN/6KXfXWNO/f7V6cHm7BXYUh3YD/fRad4BCaRZxP+JH+8XY1I6+8Cy+CM5g92iHgxtRPz+MjniOaYmdkDcnL9cCpXJleXsOckpURl49",
        "GwiyUpZ10KHgOEe11sx3G2gxI8S0jnxQB+Pu68U9vVcasqOWAEObtNKKZd8tSFu7LB5YAv0RAGhB8tmpv7sFnIm9y+7X5kXQ",
        "fi8NMaZaA8i2ZHwpBdg7a6CMfwnnrtflzv",
        "ZdXAsD3LH2TwevU+/PBPv0B6NMNk93wUs/vfJvye+YuI87HU38lZHowtznbLVdp770I6VHR6WfgS9ddzirrswsE1w5o0LV/g==:",
    );
    let bench = request()
        .with("host", "origin.host.internal.example")
        .with("forwarded", "for=192.0.2.123;host=example.com;proto=https")
        .with("signature-input", input)
        .with("signature", signature);
    let (base, bytes) = base_of(&bench, "https://origin.host.internal.example", 1);
    let key = PublicKey::from_pem(TEST_KEY_RSA).unwrap();
    assert_eq!(key.kind(), KeyKind::RsaSha256);
    assert!(key.verify(base.as_bytes(), &bytes));
    assert!(!key.verify(base.replace("192.0.2.123", "192.0.2.124").as_bytes(), &bytes));
}

#[test]
fn rfc_9421_digest() {
    assert!(digest::is_content_digest_of(DIGEST_512, br#"{"hello": "world"}"#));
    assert!(digest::is_content_digest_of("sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:", br#"{"hello": "world"}"#));
    assert!(!digest::is_content_digest_of(DIGEST_512, br#"{"hello":"world"}"#));
    assert!(digest::is_digest_of("SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=", br#"{"hello": "world"}"#));
}

/// Every derived component has the value the standard gives it.
#[test]
fn rfc_9421_2_2_derived_components() {
    let check = |origin: &str, path: &str, component: &str, expected: &str| {
        let bench = Bench::get(path).with("signature-input", &format!("sig1=(\"{component}\")")).with("signature", "sig1=:AAAA:");
        let (base, _) = base_of(&bench, origin, 0);
        assert_eq!(base, format!("\"{component}\": {expected}\n\"@signature-params\": (\"{component}\")"));
    };
    check("https://www.example.com", "/path?param=value", "@method", "GET");
    check("https://www.example.com", "/path?param=value", "@target-uri", "https://www.example.com/path?param=value");
    check("http://127.0.0.1:8080", "/path", "@target-uri", "http://127.0.0.1:8080/path");
    check("https://www.EXAMPLE.com:443", "/path", "@authority", "www.example.com");
    check("https://www.example.com:8443", "/path", "@authority", "www.example.com:8443");
    check("http://www.example.com", "/path", "@scheme", "http");
    check("https://www.example.com", "/path?param=value", "@request-target", "/path?param=value");
    check("https://www.example.com", "/path?param=value", "@path", "/path");
    check("https://www.example.com", "/path?queryString", "@query", "?queryString");
    check("https://www.example.com", "/path?", "@query", "?");
    check("https://www.example.com", "/path", "@query", "?");
    check("https://www.example.com", "/a%2Fb?c=%20d?e", "@query", "?c=%20d?e");
}

/// The crate `httpsig` reads what we sign.
#[test]
fn another_implementation_agrees() {
    let bench = Bench::post().to("/inbox?a=1").signed(Scheme::Rfc9421, &ED25519);
    let all = HttpSignatureHeaders::try_parse(&bench.value("signature"), &bench.value("signature-input")).unwrap();
    let headers = all.values().next().unwrap();
    let line = |name: &str, value: &str| {
        let id = HttpMessageComponentId::try_from(name).unwrap();
        HttpMessageComponent::try_from((&id, [value.to_owned()].as_slice())).unwrap()
    };
    let lines = [
        line("@method", "POST"),
        line("@target-uri", "https://ville.example/inbox?a=1"),
        line("content-digest", &bench.value("content-digest")),
    ];
    let base = HttpSignatureBase::try_new(&lines, headers.signature_params()).unwrap();
    let key = TheirKey::from_pem(&AlgorithmName::Ed25519, &ED25519.public().to_pem()).unwrap();
    base.verify_signature_headers(&key, headers).unwrap();
    assert_eq!(headers.signature_params().keyid.as_deref(), Some(KEY_ID));
}
