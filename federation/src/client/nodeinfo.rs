//! Which software a host runs, as it says itself (NodeInfo): two steps, both on this host.

use serde_json::Value;
use url::Url;

use super::error::FetchError;
use super::exchange::{Exchange, Question};
use super::json;
use super::media_type::MediaType;
use crate::words::same_authority;

const NODEINFO: Question = Question { accept: "application/json", takes: MediaType::is_description, cap: 256 * 1024, stays: true };
/// The versions that are understood, the newest first.
const SCHEMAS: [&str; 3] = [
    "http://nodeinfo.diaspora.software/ns/schema/2.2",
    "http://nodeinfo.diaspora.software/ns/schema/2.1",
    "http://nodeinfo.diaspora.software/ns/schema/2.0",
];
/// Longest name or version that is kept, in characters.
const NAME_MAX: usize = 64;

/// What a host says it runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NodeInfo {
    /// The name of the software: lower-case letters, digits and hyphens.
    pub software: String,
    /// Its version; may be empty.
    pub version: String,
    /// Whether it says that it speaks ActivityPub.
    pub speaks_activitypub: bool,
}

pub(super) async fn ask(exchange: &Exchange, host: &str) -> Result<NodeInfo, FetchError> {
    let index = exchange.walls.well_known(host, "/.well-known/nodeinfo").map_err(FetchError::Forbidden)?;
    let found = exchange.get(&index, NODEINFO, None).await?;
    let address = NodeInfo::address(&json::parse(&found.bytes).map_err(|_malformed| FetchError::Json)?, &found.url)?;
    let found = exchange.get(&address, NODEINFO, None).await?;
    let json = json::parse(&found.bytes).map_err(|_malformed| FetchError::Json)?;
    NodeInfo::read(&json).ok_or(FetchError::Json)
}

impl NodeInfo {
    /// The address of the newest document that is understood, in the index that stands at `url`.
    ///
    /// # Errors
    /// When there is none, or it is of another host.
    pub fn address(index: &Value, url: &Url) -> Result<Url, FetchError> {
        let links = index.get("links").and_then(Value::as_array).ok_or(FetchError::Json)?;
        let with = |schema: &str| links.iter().take(32).find(|link| link.get("rel").and_then(Value::as_str) == Some(schema));
        let href = SCHEMAS.into_iter().find_map(with).and_then(|link| link.get("href")).and_then(Value::as_str).ok_or(FetchError::Json)?;
        let address = url.join(href).map_err(|_not_an_address| FetchError::Json)?;
        if address.scheme() != url.scheme() || !same_authority(&address, url) {
            return Err(FetchError::Forbidden("the address is of another host"));
        }
        Ok(address)
    }

    /// What a document says, if it names a software.
    #[must_use]
    pub fn read(json: &Value) -> Option<Self> {
        let software = json.get("software")?;
        let text = |name: &str| software.get(name).and_then(Value::as_str).unwrap_or_default();
        let is_name = |letter: &char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || *letter == '-';
        let name: String = text("name").to_ascii_lowercase().chars().filter(is_name).take(NAME_MAX).collect();
        let version: String = text("version").chars().filter(|letter| !letter.is_control()).take(NAME_MAX).collect();
        let protocols = json.get("protocols").and_then(Value::as_array);
        let speaks_activitypub =
            protocols.is_some_and(|protocols| protocols.iter().any(|protocol| protocol.as_str() == Some("activitypub")));
        (!name.is_empty()).then_some(Self { software: name, version, speaks_activitypub })
    }
}
