//! Plain texts: one question, one answer, whatever its status. Nothing is followed, nothing is signed: what is sent proves itself.

use axum::body::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Method};
use url::Url;

use super::error::SendError;
use super::exchange::Exchange;

/// Largest answer that is read, in bytes.
const CAP: usize = 64 * 1024;

/// An answer in plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plain {
    /// The status.
    pub status: u16,
    /// The text; empty where it is none, or too large.
    pub text: String,
}

pub(super) async fn ask(exchange: &Exchange, url: &Url, body: Option<String>) -> Result<Plain, SendError> {
    let mut headers = HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static("text/plain, */*;q=0.1"))]);
    if body.is_some() {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    }
    let method = if body.is_some() { Method::POST } else { Method::GET };
    let mut response = exchange.send(method, url, headers, body.map(Bytes::from)).await?;
    let (status, mut bytes) = (response.status().as_u16(), Vec::new());
    while let Some(chunk) = response.chunk().await? {
        if bytes.len() + chunk.len() > CAP {
            return Ok(Plain { status, text: String::new() });
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(Plain { status, text: String::from_utf8(bytes).unwrap_or_default() })
}
