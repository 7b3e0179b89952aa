//! Signing by hand. It is written apart from the code that it tries: what that takes for granted can be left out here.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::Timestamp;
use federation::signature::{KeyKind, PrivateKey, Scheme, digest};
use jiff::fmt::rfc2822::DateTimePrinter;
use url::Url;

use super::letter::Letter;
use crate::page::Answer;

/// What is about to be signed. Whatever is not changed is right.
#[derive(Clone)]
pub struct Pen {
    method: String,
    target: Url,
    body: Vec<u8>,
    key_id: String,
    key: Arc<PrivateKey>,
    scheme: Scheme,
    now: Timestamp,
    covering: Option<Vec<String>>,
    signed_path: Option<String>,
    host: Option<String>,
    parameters: Option<String>,
    date: Option<String>,
}

impl Pen {
    pub(super) fn new(target: Url, body: Vec<u8>, key_id: String, key: Arc<PrivateKey>, now: Timestamp) -> Self {
        let method = "POST".to_owned();
        let (covering, signed_path, host, parameters, date) = (None, None, None, None, None);
        Self { method, target, body, key_id, key, scheme: Scheme::Cavage, now, covering, signed_path, host, parameters, date }
    }

    /// With this scheme; draft-cavage unless it is said.
    pub fn scheme(self, scheme: Scheme) -> Self {
        Self { scheme, ..self }
    }

    /// Saying that the key is this one.
    pub fn as_key(self, key_id: &str) -> Self {
        Self { key_id: key_id.to_owned(), ..self }
    }

    /// With another key in fact.
    pub fn with_key(self, key: Arc<PrivateKey>) -> Self {
        Self { key, ..self }
    }

    /// Saying that it is another time.
    pub fn dated(self, now: Timestamp) -> Self {
        Self { now, ..self }
    }

    /// With this text for a date.
    pub fn with_date(self, date: &str) -> Self {
        Self { date: Some(date.to_owned()), ..self }
    }

    /// Covering exactly these, in this order: `(request-target)`, `(created)`, `@method`… or headers.
    pub fn covering(self, names: &[&str]) -> Self {
        Self { covering: Some(names.iter().map(|&name| name.to_owned()).collect()), ..self }
    }

    /// Signed for another path than it is sent to.
    pub fn for_path(self, path: &str) -> Self {
        Self { signed_path: Some(path.to_owned()), ..self }
    }

    /// Signed for another host, and sent with its name.
    pub fn for_host(self, host: &str) -> Self {
        Self { host: Some(host.to_owned()), ..self }
    }

    /// With these parameters behind what is covered (RFC 9421), or these before it (draft-cavage), instead of the usual ones.
    pub fn with_parameters(self, parameters: &str) -> Self {
        Self { parameters: Some(parameters.to_owned()), ..self }
    }

    /// With this body, byte by byte.
    pub fn with_body(self, body: &[u8]) -> Self {
        Self { body: body.to_vec(), ..self }
    }

    /// As a question rather than a post.
    pub fn get(self) -> Self {
        Self { method: "GET".to_owned(), body: Vec::new(), ..self }
    }

    /// Signs, and sends it to where it is for.
    pub async fn send(self) -> Answer {
        self.seal().send().await
    }

    /// Signs. What is sealed can still be changed, which is then not what was signed.
    pub fn seal(self) -> Letter {
        let is_post = self.method == "POST";
        let authority = self.target.port().map_or_else(
            || self.target.host_str().unwrap_or_default().to_owned(),
            |port| format!("{}:{port}", self.target.host_str().unwrap_or_default()),
        );
        let date = self.date.clone().unwrap_or_else(|| DateTimePrinter::new().timestamp_to_rfc9110_string(&self.now).unwrap());
        let mut headers = vec![("host".to_owned(), self.host.clone().unwrap_or(authority)), ("date".to_owned(), date)];
        if is_post {
            headers.push(("content-type".to_owned(), "application/activity+json".to_owned()));
            headers.push(match self.scheme {
                Scheme::Cavage => ("digest".to_owned(), digest::to_digest(&self.body)),
                Scheme::Rfc9421 => ("content-digest".to_owned(), digest::to_content_digest(&self.body)),
            });
        }
        let signature = match self.scheme {
            Scheme::Cavage => self.cavage(&headers, is_post),
            Scheme::Rfc9421 => self.rfc9421(&headers, is_post),
        };
        headers.extend(signature);
        Letter::new(self.method, self.target, headers, self.body)
    }

    fn path(&self) -> String {
        let target = self.target.query().map_or_else(|| self.target.path().to_owned(), |query| format!("{}?{query}", self.target.path()));
        self.signed_path.clone().unwrap_or(target)
    }

    fn covered(&self, usual: &[&str], is_post: bool, on_post: &[&str]) -> Vec<String> {
        let names = || usual.iter().chain(on_post.iter().filter(|_| is_post)).map(|&name| name.to_owned()).collect();
        self.covering.clone().unwrap_or_else(names)
    }

    fn cavage(&self, headers: &[(String, String)], is_post: bool) -> Vec<(String, String)> {
        let covered = self.covered(&["(request-target)", "host", "date"], is_post, &["digest", "content-type"]);
        let line = |name: &String| {
            let value = match name.as_str() {
                "(request-target)" => format!("{} {}", self.method.to_lowercase(), self.path()),
                "(created)" => self.now.as_second().to_string(),
                name => found(headers, name),
            };
            format!("{name}: {value}")
        };
        let base = covered.iter().map(line).collect::<Vec<_>>().join("\n");
        let algorithm = if self.key.kind() == KeyKind::RsaSha256 { "rsa-sha256" } else { "hs2019" };
        let usual = || format!(r#"keyId="{}",algorithm="{algorithm}""#, self.key_id);
        let parameters = self.parameters.clone().unwrap_or_else(usual);
        let signature = self.signature(&base);
        vec![("signature".to_owned(), format!(r#"{parameters},headers="{}",signature="{signature}""#, covered.join(" ")))]
    }

    fn rfc9421(&self, headers: &[(String, String)], is_post: bool) -> Vec<(String, String)> {
        let covered = self.covered(&["@method", "@target-uri"], is_post, &["content-digest"]);
        let host = found(headers, "host");
        let path = self.path();
        let line = |name: &String| {
            let value = match name.as_str() {
                "@method" => self.method.clone(),
                "@target-uri" => format!("{}://{host}{path}", self.target.scheme()),
                "@authority" => host.clone(),
                "@scheme" => self.target.scheme().to_owned(),
                "@request-target" => path.clone(),
                "@path" => path.split('?').next().unwrap_or_default().to_owned(),
                "@query" => format!("?{}", path.split_once('?').map_or("", |(_, query)| query)),
                name => found(headers, name),
            };
            format!("\"{name}\": {value}\n")
        };
        let algorithm = if self.key.kind() == KeyKind::RsaSha256 { "rsa-v1_5-sha256" } else { "ed25519" };
        let usual = || format!(r#";created={};keyid="{}";alg="{algorithm}""#, self.now.as_second(), self.key_id);
        let names = covered.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(" ");
        let input = format!("({names}){}", self.parameters.clone().unwrap_or_else(usual));
        let base = format!("{}\"@signature-params\": {input}", covered.iter().map(line).collect::<String>());
        let signature = self.signature(&base);
        vec![("signature-input".to_owned(), format!("sig1={input}")), ("signature".to_owned(), format!("sig1=:{signature}:"))]
    }

    fn signature(&self, base: &str) -> String {
        STANDARD.encode(self.key.sign(base.as_bytes()).unwrap())
    }
}

fn found(headers: &[(String, String)], name: &str) -> String {
    headers.iter().find(|(header, _)| header == name).map_or_else(String::new, |(_, value)| value.clone())
}
