//! Public addresses. Every id that leaves the instance is built here from the public origin, and never changes afterwards.

use crate::id::{ContributionId, MediaId};
use crate::text::Slug;
use url::Url;

/// What the address of a call to carry a consultation has behind that of the consultation.
pub const CALL: &str = "/call";

/// Builds addresses under the public origin.
#[derive(Debug, Clone)]
pub struct Links {
    origin: String,
}

impl Links {
    /// Links under this origin (scheme, host and port; path and query are ignored).
    #[must_use]
    pub fn new(public_url: &Url) -> Self {
        Self { origin: public_url.origin().ascii_serialization() }
    }

    /// The origin, without a final slash.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Whether cookies may be bound to https.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.origin.starts_with("https:")
    }

    /// Turns a path of ours into a whole address.
    #[must_use]
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// The immutable id of an object (a contribution, an answer, a consultation).
    #[must_use]
    pub fn object(&self, id: impl Into<uuid::Uuid>) -> String {
        format!("{}/objects/{}", self.origin, id.into())
    }

    /// The call to other territories to carry a consultation.
    #[must_use]
    pub fn call(&self, consultation: impl Into<uuid::Uuid>) -> String {
        format!("{}{CALL}", self.object(consultation))
    }

    /// The immutable id of a local actor.
    #[must_use]
    pub fn actor(&self, username: &str) -> String {
        format!("{}/actors/{username}", self.origin)
    }

    /// The immutable id of an activity of this instance.
    #[must_use]
    pub fn activity(&self, id: impl Into<uuid::Uuid>) -> String {
        format!("{}/activities/{}", self.origin, id.into())
    }

    /// The id of the instance itself as an actor.
    #[must_use]
    pub fn instance(&self) -> String {
        format!("{}/actor", self.origin)
    }

    /// Where anything for this instance may be posted.
    #[must_use]
    pub fn shared_inbox(&self) -> String {
        format!("{}/inbox", self.origin)
    }

    /// Path of a consultation's page.
    #[must_use]
    pub fn consultation(slug: &Slug) -> String {
        format!("/c/{slug}")
    }

    /// Path of a contribution's page.
    #[must_use]
    pub fn contribution(slug: &Slug, id: ContributionId) -> String {
        format!("/c/{slug}/p/{id}")
    }

    /// Path of a stored picture.
    #[must_use]
    pub fn media(id: MediaId) -> String {
        format!("/media/{id}")
    }

    /// The URN that feeds use for a thing that may move (RFC 4287 §4.2.6).
    #[must_use]
    pub fn urn(id: impl Into<uuid::Uuid>) -> String {
        format!("urn:uuid:{}", id.into())
    }
}
