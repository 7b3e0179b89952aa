//! Why a page cannot be shown, and with which status. The door (`door.rs`) turns it into a page in the reader's language and logs it once.

use axum::response::{IntoResponse, Response};
use domain::refusal::Refusal;
use http::StatusCode;
use std::sync::Arc;

/// What every page answers.
pub type Reply = Result<Response, Error>;

/// Why a page cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The rules say no.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// A form is faulty, and its page did not show it again.
    #[error("faulty fields: {0:?}")]
    Faulty(actions::Faults),
    /// The form did not come from one of our pages, or the page is too old.
    #[error("a forged form")]
    Forged,
    /// The request cannot be read.
    #[error("unreadable: {0}")]
    Unreadable(String),
    /// The body is too large.
    #[error("too large")]
    TooLarge,
    /// The address exists, but not for this method.
    #[error("wrong method")]
    WrongMethod,
    /// The store failed.
    #[error(transparent)]
    Store(store::Error),
    /// Something inside failed; the reason is for the log.
    #[error("{0}")]
    Broken(String),
}

/// What the door finds in a response that is to become an error page.
#[derive(Debug, Clone)]
pub(crate) struct Failure(pub(crate) Arc<Error>);

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::NotFound => Self::Refused(Refusal::NotFound),
            other => Self::Store(other),
        }
    }
}

impl From<actions::Error> for Error {
    fn from(error: actions::Error) -> Self {
        match error {
            actions::Error::Refused(refusal) => Self::Refused(refusal),
            actions::Error::Faulty(faults) => Self::Faulty(faults),
            actions::Error::Store(error) => error.into(),
            actions::Error::Broken(reason) => Self::Broken(reason),
        }
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Self::Broken(format!("template: {error}"))
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Failure(Arc::new(self)));
        response
    }
}

impl Error {
    /// There is no such thing, or the viewer may not know of it.
    pub const NOT_FOUND: Self = Self::Refused(Refusal::NotFound);

    /// The status of the answer.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::Refused(refusal) => refusal_status(*refusal),
            Self::Faulty(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Forged => StatusCode::FORBIDDEN,
            Self::Unreadable(_) => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::Store(store::Error::DiskFull) => StatusCode::INSUFFICIENT_STORAGE,
            Self::Store(store::Error::Unreachable(_) | store::Error::Closing) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Store(_) | Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The key of the sentence that says what happened and what to do.
    #[must_use]
    pub fn text_key(&self) -> String {
        // ftl: error-text-*
        match self {
            Self::Refused(refusal) => format!("refusal-{}", refusal_code(*refusal)),
            Self::Forged => "error-text-forged".to_owned(),
            Self::Faulty(_) | Self::Unreadable(_) | Self::TooLarge | Self::WrongMethod | Self::Store(_) | Self::Broken(_) => {
                format!("error-text-{}", self.status().as_u16())
            }
        }
    }
}

/// The code of a refusal, for the texts `refusal-…`.
#[must_use]
pub const fn refusal_code(refusal: Refusal) -> &'static str {
    // ftl: refusal-*
    match refusal {
        Refusal::NotFound => "not_found",
        Refusal::SignInFirst => "sign_in_first",
        Refusal::NotYourRole => "not_your_role",
        Refusal::NotYours => "not_yours",
        Refusal::NotOpenNow => "not_open_now",
        Refusal::NotPublished => "not_published",
        Refusal::Withdrawn => "withdrawn",
        Refusal::Hidden => "hidden",
        Refusal::AlreadyDone => "already_done",
        Refusal::TooDeep => "too_deep",
        Refusal::Stale => "stale",
        Refusal::Settled => "settled",
        Refusal::LinkExpired => "link_expired",
        Refusal::WrongCredentials => "wrong_credentials",
        Refusal::TooManyAttempts => "too_many_attempts",
        Refusal::Suspended => "suspended",
        Refusal::LastAdministrator => "last_administrator",
        Refusal::Taken => "taken",
        Refusal::NoPhase => "no_phase",
        Refusal::Answered => "answered",
        Refusal::NoRoom => "no_room",
        Refusal::DecidedElsewhere => "decided_elsewhere",
        Refusal::NotOffered => "not_offered",
    }
}

const fn refusal_status(refusal: Refusal) -> StatusCode {
    match refusal {
        Refusal::NotFound => StatusCode::NOT_FOUND,
        Refusal::SignInFirst
        | Refusal::NotYourRole
        | Refusal::NotYours
        | Refusal::NotOpenNow
        | Refusal::NotPublished
        | Refusal::WrongCredentials
        | Refusal::Suspended
        | Refusal::NotOffered => StatusCode::FORBIDDEN,
        Refusal::Withdrawn | Refusal::Hidden | Refusal::LinkExpired => StatusCode::GONE,
        Refusal::AlreadyDone
        | Refusal::TooDeep
        | Refusal::Stale
        | Refusal::Settled
        | Refusal::LastAdministrator
        | Refusal::Taken
        | Refusal::NoPhase
        | Refusal::Answered
        | Refusal::NoRoom
        | Refusal::DecidedElsewhere => StatusCode::CONFLICT,
        Refusal::TooManyAttempts => StatusCode::TOO_MANY_REQUESTS,
    }
}
