//! The one guarded client: everything that is asked of other servers is asked here. It speaks to public addresses only, by https, with bounds
//! on time, size and redirects, and believes nothing that an answer does not prove.

mod address;
mod asking;
mod error;
mod exchange;
pub mod json;
mod media_type;
mod names;
mod nodeinfo;
mod plain;
mod posting;
mod walls;

#[cfg(test)]
mod tests;

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use jiff::Timestamp;
use serde_json::Value;
use url::Url;

pub use error::{ClientError, FetchError, SendError};
pub use nodeinfo::NodeInfo;
pub use plain::Plain;
pub use posting::Posted;

use crate::signature::{Scheme, Signer};
use crate::words::same_authority;
use exchange::{Exchange, Patience, Question, Signing};
use media_type::MediaType;
use names::{Names, SystemNames};
use walls::Walls;

/// Largest document that is read, in bytes after decompression.
pub const DOCUMENT_MAX: usize = 1024 * 1024;
/// Largest picture that is read, in bytes.
pub const MEDIA_MAX: usize = 8 * 1024 * 1024;

/// Largest record of a vote that is read, in bytes: some 400,000 ballots.
pub const RECORD_MAX: usize = 64 * 1024 * 1024;

/// How long another server may take.
const PATIENCE: Patience = Patience { connect: Duration::from_secs(5), whole: Duration::from_secs(10) };

const DOCUMENT: Question = Question {
    accept: r#"application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams""#,
    takes: MediaType::is_activity,
    cap: DOCUMENT_MAX,
    stays: false,
};
const WEBFINGER: Question =
    Question { accept: "application/jrd+json, application/json;q=0.9", takes: MediaType::is_description, cap: DOCUMENT_MAX, stays: false };
const RECORD: Question = Question { accept: "application/json", takes: MediaType::is_description, cap: RECORD_MAX, stays: true };
const PICTURE: Question =
    Question { accept: "image/webp, image/png, image/jpeg, image/gif;q=0.5", takes: MediaType::is_image, cap: MEDIA_MAX, stays: false };

/// Whom the client may speak to.
#[derive(Debug, Clone)]
pub struct Guard {
    /// Private networks, plain http and any port as well: for labs only.
    pub allow_private_networks: bool,
    /// Our own origin, which is never asked.
    pub origin: Url,
}

/// Whether a host may be spoken to: asked before every request, so before every hop of a redirect (B20).
pub trait Gate: Send + Sync + 'static {
    /// `true` or `false` for a host as it is kept and compared; the reason when that cannot be told now.
    fn allows(&self, host: String) -> Pin<Box<dyn Future<Output = Result<bool, String>> + Send + '_>>;
}

/// The client. Cheap to clone.
#[derive(Clone)]
pub struct Client(Arc<Exchange>);

/// A document that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Fetched {
    /// Where it was found in the end.
    pub url: Url,
    /// The document.
    pub json: Value,
    /// The signature it was given for, if the request was signed.
    pub scheme: Option<Scheme>,
}

impl Client {
    /// A client that speaks to every public server.
    ///
    /// # Errors
    /// When the HTTP library cannot start.
    pub fn new(guard: Guard, user_agent: &str) -> Result<Self, ClientError> {
        Self::with(Walls::new(guard), Arc::new(SystemNames::new()), PATIENCE, user_agent)
    }

    /// The client of an instance, which speaks only to whom its gate allows.
    ///
    /// # Errors
    /// When the HTTP library cannot start.
    pub fn behind(gate: Arc<dyn Gate>, guard: Guard, user_agent: &str) -> Result<Self, ClientError> {
        let exchange = Exchange::new(Walls::new(guard), Arc::new(SystemNames::new()), PATIENCE, user_agent)?;
        Ok(Self(Arc::new(exchange.behind(gate))))
    }

    fn with(walls: Walls, names: Arc<dyn Names>, patience: Patience, user_agent: &str) -> Result<Self, ClientError> {
        Ok(Self(Arc::new(Exchange::new(walls, names, patience, user_agent)?)))
    }

    /// Reads an ActivityPub document. Signed with `first` if there is a signer, and once more with the other scheme when that is refused.
    /// What the document says its `id` is has not been compared with anything.
    ///
    /// # Errors
    /// Why it could not be had.
    pub async fn document(&self, url: &Url, signer: Option<&Signer>, first: Scheme, now: Timestamp) -> Result<Fetched, FetchError> {
        self.0.within(self.knock(url, signer, first, now), FetchError::Timeout).await
    }

    /// Reads an ActivityPub document whose `id` is the address where it was found. A document that names another address of the same host is
    /// asked for there, once.
    ///
    /// # Errors
    /// Why it could not be had.
    pub async fn object(&self, url: &Url, signer: Option<&Signer>, first: Scheme, now: Timestamp) -> Result<Fetched, FetchError> {
        let found = self.document(url, signer, first, now).await?;
        let id = id(&found.json)?;
        if id == found.url {
            return Ok(found);
        }
        if !same_authority(&id, &found.url) || id.scheme() != found.url.scheme() {
            return Err(FetchError::Id);
        }
        let found = self.document(&id, signer, found.scheme.unwrap_or(first), now).await?;
        if found.url == id && self::id(&found.json)? == id { Ok(found) } else { Err(FetchError::Id) }
    }

    /// Asks a host about one of its people or addresses (RFC 7033). Whether the answer speaks of what was asked for is the caller's to check.
    ///
    /// # Errors
    /// Why it could not be had.
    pub async fn webfinger(&self, host: &str, resource: &str) -> Result<Value, FetchError> {
        let mut url = self.0.walls.well_known(host, "/.well-known/webfinger").map_err(FetchError::Forbidden)?;
        url.query_pairs_mut().append_pair("resource", resource);
        let found = self.0.within(self.0.get(&url, WEBFINGER, None), FetchError::Timeout).await?;
        json::parse(&found.bytes).map_err(|_malformed| FetchError::Json)
    }

    /// Asks a host which software it runs.
    ///
    /// # Errors
    /// Why it could not be had.
    pub async fn nodeinfo(&self, host: &str) -> Result<NodeInfo, FetchError> {
        self.0.within(nodeinfo::ask(&self.0, host), FetchError::Timeout).await
    }

    /// Reads a picture of at most `cap` bytes: its content type, as its server says, and its bytes.
    ///
    /// # Errors
    /// Why it could not be had.
    pub async fn media(&self, url: &Url, cap: usize) -> Result<(String, Bytes), FetchError> {
        let question = Question { cap: cap.min(MEDIA_MAX), ..PICTURE };
        let found = self.0.within(self.0.get(url, question, None), FetchError::Timeout).await?;
        Ok((found.media_type.essence(), found.bytes))
    }

    /// Reads the published ballots of a vote, as they are written.
    ///
    /// # Errors
    /// Why they could not be had.
    pub async fn record(&self, url: &Url) -> Result<String, FetchError> {
        let found = self.0.within(self.0.get(url, RECORD, None), FetchError::Timeout).await?;
        String::from_utf8(found.bytes.to_vec()).map_err(|_not_text| FetchError::Json)
    }

    /// Posts an activity to an inbox, once, signed in one way. No redirect is followed: an inbox that moved is learnt from its actor.
    ///
    /// # Errors
    /// When there was no answer.
    pub async fn post(&self, inbox: &Url, body: Bytes, signer: &Signer, scheme: Scheme, now: Timestamp) -> Result<Posted, SendError> {
        self.0.within(posting::post(&self.0, inbox, body, Signing { signer, scheme, now }), SendError::Timeout).await
    }

    /// Reads plain JSON on one host, with a bearer token if there is one (RFC 6750). Redirects must stay on that host.
    ///
    /// # Errors
    /// Why it could not be had.
    pub async fn describe(&self, url: &Url, bearer: Option<&str>) -> Result<Value, FetchError> {
        self.0.within(asking::get(&self.0, url, bearer), FetchError::Timeout).await
    }

    /// Sends a form and reads the JSON that answers it. No redirect is followed: what is sent may be a secret.
    ///
    /// # Errors
    /// Why there was no answer.
    pub async fn submit(&self, url: &Url, fields: &[(&str, &str)]) -> Result<Value, FetchError> {
        self.0.within(asking::post(&self.0, url, fields), FetchError::Timeout).await
    }

    /// Reads a plain text, or posts one and reads what answers it. No redirect is followed.
    ///
    /// # Errors
    /// When there was no answer.
    pub async fn plain(&self, url: &Url, body: Option<String>) -> Result<Plain, SendError> {
        self.0.within(plain::ask(&self.0, url, body), SendError::Timeout).await
    }

    async fn knock(&self, url: &Url, signer: Option<&Signer>, first: Scheme, now: Timestamp) -> Result<Fetched, FetchError> {
        let Some(signer) = signer else { return self.read(url, None).await };
        let signing = Signing { signer, scheme: first, now };
        match self.read(url, Some(signing)).await {
            Err(FetchError::Status(400 | 401 | 403)) => {}
            answer => return answer,
        }
        let scheme = match first {
            Scheme::Cavage => Scheme::Rfc9421,
            Scheme::Rfc9421 => Scheme::Cavage,
        };
        self.read(url, Some(Signing { scheme, ..signing })).await
    }

    async fn read(&self, url: &Url, signing: Option<Signing<'_>>) -> Result<Fetched, FetchError> {
        let found = self.0.get(url, DOCUMENT, signing).await?;
        let json = json::parse(&found.bytes).map_err(|_malformed| FetchError::Json)?;
        Ok(Fetched { url: found.url, json, scheme: signing.map(|signing| signing.scheme) })
    }
}

/// The address that a document says is its own.
fn id(json: &Value) -> Result<Url, FetchError> {
    json.get("id").and_then(Value::as_str).and_then(|id| Url::parse(id).ok()).ok_or(FetchError::Id)
}
