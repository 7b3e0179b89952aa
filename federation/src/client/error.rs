//! What can go wrong when another server is spoken to.

use std::error::Error;

use super::names::Shut;
use crate::signature::KeyError;

/// The client cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// Our own origin is not an address.
    #[error("the public address is not an address")]
    Origin,
    /// The name we give ourselves cannot be sent, or the library cannot start.
    #[error("the HTTP client cannot start: {0}")]
    Start(String),
}

/// A document could not be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// The guard refused; nothing was sent.
    #[error("{0}")]
    Forbidden(&'static str),
    /// It is gone for good.
    #[error("gone")]
    Gone,
    /// It is not there.
    #[error("not there")]
    NotFound,
    /// The server answered something else than the document.
    #[error("answered {0}")]
    Status(u16),
    /// It is not of the type that was asked for.
    #[error("not the type that was asked for")]
    Type,
    /// It is larger than is read.
    #[error("too large")]
    TooLarge,
    /// It is always somewhere else.
    #[error("too many redirects")]
    TooManyRedirects,
    /// The server takes too long.
    #[error("took too long")]
    Timeout,
    /// The server cannot be reached, or broke off.
    #[error("no connection: {0}")]
    Connect(String),
    /// It is not JSON that we read.
    #[error("not JSON within bounds")]
    Json,
    /// It says that it is another document.
    #[error("the id is not the address")]
    Id,
    /// The request could not be signed.
    #[error("cannot be signed: {0}")]
    Key(String),
}

impl FetchError {
    /// Whether asking again later is pointless.
    #[must_use]
    pub fn is_permanent(&self) -> bool {
        match self {
            Self::Forbidden(_)
            | Self::Gone
            | Self::NotFound
            | Self::Type
            | Self::TooLarge
            | Self::TooManyRedirects
            | Self::Json
            | Self::Id => true,
            Self::Status(status) => (300..500).contains(status) && !matches!(status, 408 | 425 | 429),
            Self::Timeout | Self::Connect(_) | Self::Key(_) => false,
        }
    }
}

/// Something could not be posted: there was no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// The guard refused; nothing was sent.
    #[error("{0}")]
    Forbidden(&'static str),
    /// The server takes too long.
    #[error("took too long")]
    Timeout,
    /// The server cannot be reached, or broke off.
    #[error("no connection: {0}")]
    Connect(String),
    /// The request could not be signed.
    #[error("cannot be signed: {0}")]
    Key(String),
}

impl SendError {
    /// Whether trying again later is pointless.
    #[must_use]
    pub fn is_permanent(&self) -> bool {
        match self {
            Self::Forbidden(_) => true,
            Self::Timeout | Self::Connect(_) | Self::Key(_) => false,
        }
    }
}

impl From<KeyError> for SendError {
    fn from(error: KeyError) -> Self {
        Self::Key(error.to_string())
    }
}

impl From<SendError> for FetchError {
    fn from(error: SendError) -> Self {
        match error {
            SendError::Forbidden(reason) => Self::Forbidden(reason),
            SendError::Timeout => Self::Timeout,
            SendError::Connect(reason) => Self::Connect(reason),
            SendError::Key(reason) => Self::Key(reason),
        }
    }
}

/// What the HTTP library says went wrong, in our words. The address is left out of it: it is in the log beside it.
impl From<reqwest::Error> for SendError {
    fn from(error: reqwest::Error) -> Self {
        if error.is_timeout() {
            return Self::Timeout;
        }
        let mut deepest: &dyn Error = &error;
        loop {
            if let Some(Shut(reason)) = deepest.downcast_ref::<Shut>() {
                return Self::Forbidden(reason);
            }
            let Some(cause) = deepest.source() else { break };
            deepest = cause;
        }
        Self::Connect(deepest.to_string().chars().take(REASON_MAX).collect())
    }
}

/// Longest reason that is kept.
const REASON_MAX: usize = 160;
