//! Plain questions to one host: JSON with or without a bearer token, and forms answered by JSON. What is sent may be a secret, so nothing follows
//! it elsewhere.

use axum::body::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Method};
use serde_json::Value;
use url::Url;
use url::form_urlencoded::Serializer;

use super::error::FetchError;
use super::exchange::{Exchange, Question, read};
use super::json;
use super::media_type::MediaType;

/// Largest answer that is read, in bytes after decompression.
const CAP: usize = 256 * 1024;
const ANSWER: Question = Question { accept: "application/json", takes: MediaType::is_description, cap: CAP, stays: true };

pub(super) async fn get(exchange: &Exchange, url: &Url, bearer: Option<&str>) -> Result<Value, FetchError> {
    let Some(bearer) = bearer else {
        let found = exchange.get(url, ANSWER, None).await?;
        return json::parse(&found.bytes).map_err(|_malformed| FetchError::Json);
    };
    let mut value = HeaderValue::try_from(format!("Bearer {bearer}")).map_err(|_unsendable| FetchError::Json)?;
    value.set_sensitive(true);
    let headers = HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static(ANSWER.accept)), (AUTHORIZATION, value)]);
    once(exchange, Method::GET, url, headers, None).await
}

pub(super) async fn post(exchange: &Exchange, url: &Url, fields: &[(&str, &str)]) -> Result<Value, FetchError> {
    let body = Serializer::new(String::new()).extend_pairs(fields).finish();
    let form = HeaderValue::from_static("application/x-www-form-urlencoded");
    let headers = HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static(ANSWER.accept)), (CONTENT_TYPE, form)]);
    once(exchange, Method::POST, url, headers, Some(body.into())).await
}

async fn once(exchange: &Exchange, method: Method, url: &Url, headers: HeaderMap, body: Option<Bytes>) -> Result<Value, FetchError> {
    let response = exchange.send(method, url, headers, body).await?;
    let found = read(url.clone(), response, ANSWER).await?;
    json::parse(&found.bytes).map_err(|_malformed| FetchError::Json)
}
