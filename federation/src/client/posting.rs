//! Posting an activity, and what the answer says.

use std::time::Duration;

use axum::body::Bytes;
use http::header::{CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderMap, HeaderValue, Method};
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;
use reqwest::Response;
use url::Url;

use super::error::SendError;
use super::exchange::{Exchange, Signing};

/// What activities are, on the wire.
const ACTIVITY: &str = "application/activity+json";
/// The longest rest that a server may ask for, in seconds: a day.
const REST_MAX: u64 = 24 * 60 * 60;
/// How much of an answer is read, and for how long, before the connection is given up rather than used again.
const READ_MAX: usize = 16 * 1024;
const READ_FOR: Duration = Duration::from_millis(500);

/// How a post was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Posted {
    /// The status.
    pub status: u16,
    /// For how many seconds the server wants to be left alone; a day at most.
    pub retry_after: Option<u64>,
    /// Whether it said that it takes signatures of RFC 9421.
    pub accepts_9421: bool,
}

pub(super) async fn post(exchange: &Exchange, inbox: &Url, body: Bytes, signing: Signing<'_>) -> Result<Posted, SendError> {
    let Signing { signer, scheme, now } = signing;
    let mut inbox = inbox.clone();
    inbox.set_fragment(None);
    // Said before anything is signed, which costs more than to look.
    exchange.walls.check(&inbox).map_err(SendError::Forbidden)?;
    let mut headers = signer.headers(scheme, &Method::POST, &inbox, Some(ACTIVITY), Some(&body), now)?;
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(ACTIVITY));
    let response = exchange.send(Method::POST, &inbox, headers, Some(body)).await?;
    let answer = Posted {
        status: response.status().as_u16(),
        retry_after: retry_after(response.headers(), now),
        accepts_9421: response.headers().contains_key("accept-signature"),
    };
    finish(response).await;
    Ok(answer)
}

/// Reads what little there is, so that the connection can be used again. The post has had its answer, whatever happens here; a server that is
/// slow to finish loses the connection.
async fn finish(mut response: Response) {
    let reading = async {
        let mut left = READ_MAX;
        while let Ok(Some(chunk)) = response.chunk().await {
            let Some(rest) = left.checked_sub(chunk.len()) else { return };
            left = rest;
        }
    };
    let _slow = tokio::time::timeout(READ_FOR, reading).await;
}

/// Seconds, or a date.
fn retry_after(headers: &HeaderMap, now: Timestamp) -> Option<u64> {
    const PARSER: DateTimeParser = DateTimeParser::new();
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let seconds = if is_number {
        // Only a number that is too large cannot be read.
        text.parse().unwrap_or(REST_MAX)
    } else {
        let until = PARSER.parse_timestamp(text).ok()?;
        u64::try_from(until.as_second() - now.as_second()).unwrap_or(0)
    };
    Some(seconds.min(REST_MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_to_wait() {
        let now: Timestamp = "2026-03-02T11:00:00Z".parse().unwrap();
        let check = |text: &str, expected: Option<u64>| {
            let headers = HeaderMap::from_iter([(RETRY_AFTER, HeaderValue::from_str(text).unwrap())]);
            assert_eq!(retry_after(&headers, now), expected, "{text}");
        };
        check("0", Some(0));
        check("120", Some(120));
        check(" 60 ", Some(60));
        check("99999999", Some(REST_MAX));
        check("99999999999999999999999999", Some(REST_MAX));
        check("Mon, 02 Mar 2026 11:05:00 GMT", Some(300));
        check("Mon, 02 Mar 2026 10:00:00 GMT", Some(0));
        check("Tue, 02 Mar 2100 10:00:00 GMT", Some(REST_MAX));
        check("-5", None);
        check("soon", None);
        check("", None);
        assert_eq!(retry_after(&HeaderMap::new(), now), None);
    }
}
