//! Signing what we send.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::{DATE, HOST};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use httpsig::prelude::message_component::{HttpMessageComponent, HttpMessageComponentId};
use httpsig::prelude::{HttpSigResult, HttpSignatureBase, HttpSignatureParams};
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;
use url::Url;

use super::digest::{to_content_digest, to_digest};
use super::message::authority;
use super::{KeyError, KeyKind, PrivateKey, Scheme};

/// A key of ours with the address others know it by.
#[derive(Debug, Clone)]
pub struct Signer {
    /// The id of the key, as the actor's document has it.
    pub key_id: String,
    /// The key.
    pub key: Arc<PrivateKey>,
}

const DIGEST: HeaderName = HeaderName::from_static("digest");
const CONTENT_DIGEST: HeaderName = HeaderName::from_static("content-digest");
const SIGNATURE: HeaderName = HeaderName::from_static("signature");
const SIGNATURE_INPUT: HeaderName = HeaderName::from_static("signature-input");

impl Signer {
    /// The headers that make a request a signed one: every header to send but `Content-Type` and `Accept`. A request with a body must be
    /// sent with exactly this body, and with this content type.
    ///
    /// # Errors
    /// When the address or the id of the key cannot be signed, or the key cannot sign.
    pub fn headers(
        &self,
        scheme: Scheme,
        method: &Method,
        url: &Url,
        content_type: Option<&str>,
        body: Option<&[u8]>,
        now: Timestamp,
    ) -> Result<HeaderMap, KeyError> {
        let is_plain = |byte: u8| byte.is_ascii_graphic() && byte != b'"' && byte != b'\\';
        if !url.has_host() || !self.key_id.bytes().all(is_plain) {
            return Err(KeyError::Request);
        }
        let date = DateTimePrinter::new().timestamp_to_rfc9110_string(&now).map_err(|_out_of_range| KeyError::Request)?;
        let letter = Letter { method, url, content_type, body, date };
        match scheme {
            Scheme::Cavage => self.cavage(&letter),
            Scheme::Rfc9421 => self.rfc9421(&letter, now),
        }
    }

    fn cavage(&self, letter: &Letter<'_>) -> Result<HeaderMap, KeyError> {
        let mut headers = letter.headers()?;
        let mut names = "(request-target) host date".to_owned();
        let method = letter.method.as_str().to_ascii_lowercase();
        let target = letter.path_and_query();
        let mut base = format!("(request-target): {method} {target}\nhost: {}\ndate: {}", authority(letter.url), letter.date);
        if let Some(body) = letter.body {
            let digest = to_digest(body);
            base.push_str(&format!("\ndigest: {digest}"));
            names.push_str(" digest");
            headers.insert(DIGEST, value(&digest)?);
        }
        if let (Some(content_type), Some(_)) = (letter.content_type, letter.body) {
            base.push_str(&format!("\ncontent-type: {content_type}"));
            names.push_str(" content-type");
        }
        let algorithm = match self.key.kind() {
            KeyKind::RsaSha256 => "rsa-sha256",
            KeyKind::Ed25519 => "hs2019",
        };
        let signature = STANDARD.encode(self.key.sign(base.as_bytes())?);
        let key_id = &self.key_id;
        let text = format!(r#"keyId="{key_id}",algorithm="{algorithm}",headers="{names}",signature="{signature}""#);
        headers.insert(SIGNATURE, value(&text)?);
        Ok(headers)
    }

    fn rfc9421(&self, letter: &Letter<'_>, now: Timestamp) -> Result<HeaderMap, KeyError> {
        let mut headers = letter.headers()?;
        let target = format!("{}://{}{}", letter.url.scheme(), authority(letter.url), letter.path_and_query());
        let mut covered = vec![("@method", letter.method.to_string()), ("@target-uri", target)];
        if let Some(body) = letter.body {
            let digest = to_content_digest(body);
            headers.insert(CONTENT_DIGEST, value(&digest)?);
            covered.push(("content-digest", digest));
        }
        let algorithm = match self.key.kind() {
            KeyKind::RsaSha256 => "rsa-v1_5-sha256",
            KeyKind::Ed25519 => "ed25519",
        };
        let (input, base) = lay_out(covered, now, algorithm, &self.key_id).map_err(|_unfit| KeyError::Request)?;
        let signature = STANDARD.encode(self.key.sign(&base)?);
        headers.insert(SIGNATURE_INPUT, value(&format!("sig1={input}"))?);
        headers.insert(SIGNATURE, value(&format!("sig1=:{signature}:"))?);
        Ok(headers)
    }
}

/// The parameters of a signature and the text that it signs (RFC 9421 §2.3, §2.5).
fn lay_out(covered: Vec<(&str, String)>, now: Timestamp, algorithm: &str, key_id: &str) -> HttpSigResult<(String, Vec<u8>)> {
    let mut components = Vec::with_capacity(covered.len());
    for (name, value) in covered {
        components.push(HttpMessageComponent::try_from((&HttpMessageComponentId::try_from(name)?, [value].as_slice()))?);
    }
    let ids: Vec<HttpMessageComponentId> = components.iter().map(|component| component.id.clone()).collect();
    let mut params = HttpSignatureParams::try_new(&ids)?;
    params.set_created(u64::try_from(now.as_second()).unwrap_or(0)).set_keyid(key_id);
    // The crate knows the name of this algorithm only where it also does the arithmetic, which is not its business here.
    params.alg = Some(algorithm.to_owned());
    Ok((params.to_string(), HttpSignatureBase::try_new(&components, &params)?.as_bytes()))
}

/// What is to be signed.
struct Letter<'a> {
    method: &'a Method,
    url: &'a Url,
    content_type: Option<&'a str>,
    body: Option<&'a [u8]>,
    date: String,
}

impl Letter<'_> {
    fn headers(&self) -> Result<HeaderMap, KeyError> {
        let mut headers = HeaderMap::with_capacity(8);
        headers.insert(HOST, value(&authority(self.url))?);
        headers.insert(DATE, value(&self.date)?);
        Ok(headers)
    }

    /// As it stands in the first line of the request.
    fn path_and_query(&self) -> String {
        self.url.query().map_or_else(|| self.url.path().to_owned(), |query| format!("{}?{query}", self.url.path()))
    }
}

fn value(text: &str) -> Result<HeaderValue, KeyError> {
    HeaderValue::from_str(text).map_err(|_invalid| KeyError::Request)
}
