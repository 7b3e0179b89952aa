//! Tests of signatures: a bench that signs by hand, without any of the code under test, and the tables that use it.

mod cases;
mod keys;
mod properties;
mod schemes;
mod vectors;

use std::sync::{Arc, LazyLock};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use jiff::Timestamp;
use url::Url;

use super::*;

/// The id of the key of the one who signs.
const KEY_ID: &str = "https://ailleurs.example/actors/alice#main-key";
/// The moment of all tests: 15 January 2027, 08:00 UTC.
const NOW: i64 = 1_800_000_000;
const BODY: &[u8] = br#"{"type":"Like"}"#;

static RSA: LazyLock<Arc<PrivateKey>> = LazyLock::new(|| Arc::new(PrivateKey::generate_rsa().unwrap()));
static OTHER_RSA: LazyLock<Arc<PrivateKey>> = LazyLock::new(|| Arc::new(PrivateKey::generate_rsa().unwrap()));
static ED25519: LazyLock<Arc<PrivateKey>> = LazyLock::new(|| Arc::new(PrivateKey::generate_ed25519().unwrap()));

fn origin() -> Url {
    Url::parse("https://ville.example").unwrap()
}

fn now() -> Timestamp {
    Timestamp::from_second(NOW).unwrap()
}

/// A date as HTTP writes it, this many seconds from now.
fn date(seconds: i64) -> String {
    jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&Timestamp::from_second(NOW + seconds).unwrap()).unwrap()
}

/// A request that one can bend.
#[derive(Clone)]
struct Bench {
    method: &'static str,
    path: String,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Bench {
    /// A post to the shared inbox with all the headers one could sign, and no signature.
    fn post() -> Self {
        let bench = Self { method: "POST", path: "/inbox".to_owned(), headers: HeaderMap::new(), body: BODY.to_vec() };
        bench
            .with("host", "ville.example")
            .with("date", &date(0))
            .with("digest", &digest::to_digest(BODY))
            .with("content-digest", &digest::to_content_digest(BODY))
            .with("content-type", "application/activity+json")
    }

    fn get(path: &str) -> Self {
        let bench = Self { method: "GET", path: path.to_owned(), headers: HeaderMap::new(), body: Vec::new() };
        bench.with("host", "ville.example").with("date", &date(0))
    }

    fn to(mut self, path: &str) -> Self {
        self.path = path.to_owned();
        self
    }

    fn body(mut self, body: &[u8]) -> Self {
        self.body = body.to_vec();
        self
    }

    fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.insert(HeaderName::from_static(name), HeaderValue::from_str(value).unwrap());
        self
    }

    fn and(mut self, name: &'static str, value: &str) -> Self {
        self.headers.append(HeaderName::from_static(name), HeaderValue::from_str(value).unwrap());
        self
    }

    fn without(mut self, name: &str) -> Self {
        self.headers.remove(name);
        self
    }

    fn value(&self, name: &str) -> String {
        let values: Vec<&str> = self.headers.get_all(name).iter().map(|value| value.to_str().unwrap()).collect();
        values.join(", ")
    }

    /// The signature that a careful sender would make.
    fn signed(mut self, scheme: Scheme, key: &Arc<PrivateKey>) -> Self {
        let signer = Signer { key_id: KEY_ID.to_owned(), key: key.clone() };
        let url = Url::parse(&format!("https://ville.example{}", self.path)).unwrap();
        let body = (self.method == "POST").then_some(self.body.as_slice());
        let method = Method::from_bytes(self.method.as_bytes()).unwrap();
        let content_type = self.headers.get("content-type").map(|value| value.to_str().unwrap().to_owned());
        for name in ["host", "date", "digest", "content-digest"] {
            self.headers.remove(name);
        }
        let headers = signer.headers(scheme, &method, &url, content_type.as_deref(), body, now()).unwrap();
        self.headers.extend(headers);
        self
    }

    /// Signs these headers by hand; `more` goes before the signature (`algorithm="…",created=…,`).
    fn cavage(self, headers: &str, more: &str) -> Self {
        self.cavage_as(KEY_ID, headers, more, &RSA)
    }

    fn cavage_as(self, key_id: &str, headers: &str, more: &str, key: &PrivateKey) -> Self {
        let special = |name: &str| more.split(&format!("{name}=")).nth(1).map(|rest| rest.split(',').next().unwrap().to_owned());
        let line = |name: &str| match name {
            "(request-target)" => format!("(request-target): {} {}", self.method.to_lowercase(), self.path),
            "(created)" => format!("(created): {}", special("created").unwrap_or_default()),
            "(expires)" => format!("(expires): {}", special("expires").unwrap_or_default()),
            _ => format!("{name}: {}", self.value(name)),
        };
        let base = headers.split(' ').map(line).collect::<Vec<_>>().join("\n");
        let signature = STANDARD.encode(key.sign(base.as_bytes()).unwrap());
        let text = format!(r#"keyId="{key_id}",{more}headers="{headers}",signature="{signature}""#);
        self.with("signature", &text)
    }

    /// Signs this member by hand: `("@method" …);created=…`.
    fn rfc9421(self, member: &str) -> Self {
        self.rfc9421_as("sig1", member, &RSA)
    }

    fn rfc9421_as(self, label: &str, member: &str, key: &PrivateKey) -> Self {
        let signature = self.member(member, key);
        let both = |name: &str, new: String| if self.value(name).is_empty() { new } else { format!("{}, {new}", self.value(name)) };
        let input = both("signature-input", format!("{label}={member}"));
        let signature = both("signature", format!("{label}=:{signature}:"));
        self.with("signature-input", &input).with("signature", &signature)
    }

    fn member(&self, member: &str, key: &PrivateKey) -> String {
        let components = member.trim_start_matches('(').split(')').next().unwrap();
        let (path, query) = self.path.split_once('?').unwrap_or((&self.path, ""));
        let mut base = String::new();
        for component in components.split(' ').filter(|component| !component.is_empty()) {
            let value = match component.trim_matches('"') {
                "@method" => self.method.to_owned(),
                "@target-uri" => format!("https://ville.example{}", self.path),
                "@authority" => "ville.example".to_owned(),
                "@scheme" => "https".to_owned(),
                "@request-target" => self.path.clone(),
                "@path" => path.to_owned(),
                "@query" => format!("?{query}"),
                name => self.value(name),
            };
            base.push_str(&format!("{component}: {value}\n"));
        }
        base.push_str(&format!("\"@signature-params\": {member}"));
        STANDARD.encode(key.sign(base.as_bytes()).unwrap())
    }

    fn read(&self) -> Result<Claim, Refused> {
        let request = Request { method: self.method, path_and_query: &self.path, headers: &self.headers, body: &self.body };
        read(&request, &origin(), now())
    }

    /// What becomes of it when the key is this one.
    fn verdict_of(&self, key: &PrivateKey) -> Result<(), Refused> {
        self.read()?.verify(&key.public())
    }

    fn verdict(&self) -> Result<(), Refused> {
        self.verdict_of(&RSA)
    }
}

/// The list of headers that everybody signs in a post.
const USUAL: &str = "(request-target) host date digest content-type";
/// The components that everybody signs in a post.
const COMPONENTS: &str = r#"("@method" "@target-uri" "content-digest")"#;

/// A member with these components, made now.
fn member(components: &str) -> String {
    format!(r#"{components};created={NOW};keyid="{KEY_ID}""#)
}

#[track_caller]
fn check(bench: &Bench, expected: Result<(), Refused>) {
    assert_eq!(bench.verdict(), expected, "{} {} {:?}", bench.method, bench.path, bench.headers);
}
