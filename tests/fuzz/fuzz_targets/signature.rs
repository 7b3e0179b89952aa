//! The headers of a signature, in both schemes: whatever they say, they are read or refused; and nobody is believed whose key did not sign.
//! A seed is the headers, one to a line, then an empty line, then the body.
#![no_main]

use std::sync::OnceLock;

use federation::signature::{PrivateKey, PublicKey, Request, read};
use http::{HeaderMap, HeaderName, HeaderValue};
use libfuzzer_sys::fuzz_target;
use url::Url;

fn stranger() -> &'static PublicKey {
    static KEY: OnceLock<PublicKey> = OnceLock::new();
    KEY.get_or_init(|| PrivateKey::generate_ed25519().expect("a key").public())
}

fuzz_target!(|bytes: &[u8]| {
    let end = bytes.windows(2).position(|two| two == b"\n\n").unwrap_or(bytes.len());
    let (head, body) = (&bytes[..end], bytes.get(end + 2..).unwrap_or_default());
    let mut headers = HeaderMap::new();
    for line in head.split(|byte| *byte == b'\n').take(50) {
        let Some(colon) = line.iter().position(|byte| *byte == b':') else { continue };
        let (name, value) = (&line[..colon], line.get(colon + 1..).unwrap_or_default().trim_ascii());
        if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name), HeaderValue::from_bytes(value)) {
            headers.append(name, value);
        }
    }
    let origin = Url::parse("https://town.example").expect("an address");
    let now = "2026-03-02T11:00:00Z".parse().expect("a time");
    for method in ["POST", "GET"] {
        let request = Request { method, path_and_query: "/inbox?a=b", headers: &headers, body };
        if let Ok(claim) = read(&request, &origin, now) {
            assert!(claim.verify(stranger()).is_err(), "a key that was made a moment ago did not sign this");
            assert!(claim.key_id.len() <= 8_192);
        }
    }
});
