//! One request and its answer, or the few requests that redirects make of it. The only place that knows the HTTP library.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use http::header::{ACCEPT, CONTENT_ENCODING, HOST, LOCATION};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use jiff::Timestamp;
use reqwest::Response;
use reqwest::redirect::Policy;
use url::Url;

use super::Gate;
use super::error::{ClientError, FetchError, SendError};
use super::media_type::MediaType;
use super::names::{JudgedNames, Names};
use super::walls::{NOT_PUBLIC, Walls};
use crate::signature::{Scheme, Signer};
use crate::words::{authority, same_authority};

/// Redirects that are followed.
const REDIRECTS_MAX: usize = 3;
/// Headers that an answer may have, and their size with HTTP/2. With HTTP/1 the library stops at some 400 KB.
const HEADERS_MAX: usize = 100;
const HEADER_BYTES_MAX: u32 = 64 * 1024;
/// Connections to one host that are kept, and for how long.
const KEPT_PER_HOST: usize = 4;
const KEPT: Duration = Duration::from_secs(60);

/// How long another server may take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Patience {
    /// To be connected to.
    pub(super) connect: Duration,
    /// For everything: names, connections, redirects, knocking twice and the last byte.
    pub(super) whole: Duration,
}

/// What asks.
pub(super) struct Exchange {
    http: reqwest::Client,
    gate: Option<Arc<dyn Gate>>,
    pub(super) walls: Walls,
    pub(super) patience: Patience,
}

/// How a request is signed.
#[derive(Clone, Copy)]
pub(super) struct Signing<'a> {
    pub(super) signer: &'a Signer,
    pub(super) scheme: Scheme,
    pub(super) now: Timestamp,
}

/// What is asked for, and what is taken for an answer.
#[derive(Clone, Copy)]
pub(super) struct Question {
    /// What we say we take.
    pub(super) accept: &'static str,
    /// What we take.
    pub(super) takes: fn(&MediaType) -> bool,
    /// How much of it, in bytes after decompression.
    pub(super) cap: usize,
    /// Whether redirects must stay on the host.
    pub(super) stays: bool,
}

/// An answer.
pub(super) struct Answered {
    /// Where it was found in the end.
    pub(super) url: Url,
    pub(super) media_type: MediaType,
    pub(super) bytes: Bytes,
}

impl Exchange {
    pub(super) fn new(walls: Walls, names: Arc<dyn Names>, patience: Patience, user_agent: &str) -> Result<Self, ClientError> {
        let name = HeaderValue::from_str(user_agent).map_err(|invalid| ClientError::Start(invalid.to_string()))?;
        let http = builder(&walls, names.clone(), patience, name.clone()).build().or_else(|error| {
            // Without a certificate authority no other server is believed; the people's door works all the same.
            tracing::warn!(reason = %error, "no certificates of the system: other servers cannot be reached by https");
            builder(&walls, names, patience, name).tls_certs_only([]).build()
        });
        Ok(Self { http: http.map_err(|error| ClientError::Start(error.to_string()))?, gate: None, walls, patience })
    }

    /// The same, behind a gate.
    pub(super) fn behind(self, gate: Arc<dyn Gate>) -> Self {
        Self { gate: Some(gate), ..self }
    }

    /// Asks for something, following a few redirects; each of them is a request of its own, checked and signed for itself.
    pub(super) async fn get(&self, url: &Url, question: Question, signing: Option<Signing<'_>>) -> Result<Answered, FetchError> {
        let mut url = url.clone();
        url.set_fragment(None);
        for _hop in 0..=REDIRECTS_MAX {
            let mut headers = HeaderMap::new();
            if let Some(Signing { signer, scheme, now }) = signing {
                headers =
                    signer.headers(scheme, &Method::GET, &url, None, None, now).map_err(|error| FetchError::Key(error.to_string()))?;
            }
            headers.insert(ACCEPT, HeaderValue::from_static(question.accept));
            let response = self.send(Method::GET, &url, headers, None).await?;
            match onward(&url, &response)? {
                Some(next) if question.stays && !same_authority(&url, &next) => {
                    return Err(FetchError::Forbidden("a redirect to another host"));
                }
                Some(next) => url = next,
                None => return read(url, response, question).await,
            }
        }
        Err(FetchError::TooManyRedirects)
    }

    /// Sends one request. Every request of ours passes here: the address and the rules are checked before, the name's addresses on the way, and
    /// the address that was really spoken to once more behind.
    pub(super) async fn send(&self, method: Method, url: &Url, mut headers: HeaderMap, body: Option<Bytes>) -> Result<Response, SendError> {
        self.walls.check(url).map_err(SendError::Forbidden)?;
        if let Some(gate) = &self.gate {
            match gate.allows(authority(url)).await {
                Ok(true) => {}
                Ok(false) => return Err(SendError::Forbidden("the rules do not allow this server")),
                Err(reason) => return Err(SendError::Connect(reason)),
            }
        }
        // The library writes the same from the address, and HTTP/2 has none.
        headers.remove(HOST);
        let mut request = self.http.request(method, url.clone()).headers(headers);
        if let Some(body) = body {
            request = request.body(body);
        }
        let response = request.send().await?;
        match response.remote_addr() {
            Some(peer) if !(self.walls.allows)(peer.ip()) => Err(SendError::Forbidden(NOT_PUBLIC)),
            Some(_) | None => Ok(response),
        }
    }

    /// Waits for an answer no longer than our patience lasts.
    pub(super) async fn within<T, E>(&self, asking: impl Future<Output = Result<T, E>>, timeout: E) -> Result<T, E> {
        tokio::time::timeout(self.patience.whole, asking).await.unwrap_or(Err(timeout))
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place where requests leave: names are judged, nothing is followed, no proxy")]
fn builder(walls: &Walls, names: Arc<dyn Names>, patience: Patience, name: HeaderValue) -> reqwest::ClientBuilder {
    reqwest::Client::builder()
        .user_agent(name)
        .dns_resolver(JudgedNames { names, walls: walls.clone() })
        .no_proxy()
        .redirect(Policy::none())
        .referer(false)
        .no_zstd()
        .no_deflate()
        .http1_max_headers(HEADERS_MAX)
        .http2_max_header_list_size(HEADER_BYTES_MAX)
        .connect_timeout(patience.connect)
        .timeout(patience.whole)
        .pool_max_idle_per_host(KEPT_PER_HOST)
        .pool_idle_timeout(KEPT)
}

/// Where an answer sends us, if it does.
fn onward(url: &Url, response: &Response) -> Result<Option<Url>, FetchError> {
    if !matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let Some(location) = response.headers().get(LOCATION) else { return Ok(None) };
    let next = location.to_str().ok().and_then(|location| url.join(location).ok());
    let Some(mut next) = next else { return Err(FetchError::Forbidden("a redirect to nowhere")) };
    if next.scheme() != url.scheme() {
        return Err(FetchError::Forbidden("a redirect to another scheme"));
    }
    next.set_fragment(None);
    Ok(Some(next))
}

pub(super) async fn read(url: Url, mut response: Response, question: Question) -> Result<Answered, FetchError> {
    match response.status() {
        StatusCode::OK => {}
        StatusCode::NOT_FOUND => return Err(FetchError::NotFound),
        StatusCode::GONE => return Err(FetchError::Gone),
        status => return Err(FetchError::Status(status.as_u16())),
    }
    // What is still encoded was encoded in a way that we did not offer.
    if response.headers().contains_key(CONTENT_ENCODING) {
        return Err(FetchError::Type);
    }
    let media_type = MediaType::of(response.headers()).filter(question.takes).ok_or(FetchError::Type)?;
    if response.content_length().is_some_and(|length| usize::try_from(length).map_or(true, |length| length > question.cap)) {
        return Err(FetchError::TooLarge);
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(SendError::from)? {
        if bytes.len() + chunk.len() > question.cap {
            return Err(FetchError::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(Answered { url, media_type, bytes: Bytes::from(bytes) })
}
