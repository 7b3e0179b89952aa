//! What pages may ask of the door to other servers, without knowing it: where somebody's own server is asked to take part, whether an account is
//! really theirs, what stands at an address. Each is asked in answer to a form, within a bounded time, never while a page is only read.

use domain::id::ActorId;
use std::future::Future;
use std::pin::Pin;

/// An answer that takes its time.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// With which servers this instance speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Openness {
    /// None.
    Closed,
    /// Those on the list of territories.
    Territories,
    /// All but those that are blocked.
    Open,
}

domain::words! {
    /// Why another server could not help.
    Trouble {
        /// The rules of this instance do not allow it.
        NotAllowed = "not_allowed",
        /// It cannot be reached, or takes too long.
        Unreachable = "unreachable",
        /// There is no such account or page.
        Nobody = "nobody",
        /// It lets nobody sign in elsewhere, or not in a way that we know.
        NoSignIn = "no_sign_in",
        /// It, or its owner, said no.
        Refused = "refused",
        /// The way back is too old, already used, or another browser's.
        Expired = "expired",
        /// Whoever came back is not who left.
        SomebodyElse = "somebody_else",
        /// What it answered makes no sense, or leads elsewhere.
        Senseless = "senseless",
    }
}

/// Why another server was asked in vain.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It could not help.
    #[error("another server could not help: {}", .0.code())]
    Trouble(Trouble),
    /// Something failed here.
    #[error(transparent)]
    Action(#[from] crate::Error),
}

impl From<Trouble> for Error {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        Self::Action(error.into())
    }
}

/// What one asks of another server.
pub type Result<T> = std::result::Result<T, Error>;

/// What somebody wants to do with something from their own server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Follow a consultation.
    Follow,
    /// Reply to a contribution or support it.
    Reply,
}

/// The dialog of somebody's own server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The server.
    pub host: String,
    /// The address of the dialog.
    pub address: String,
}

/// Where somebody proves on their own server who they are.
#[derive(Debug, Clone)]
pub struct Entrance {
    /// The server.
    pub host: String,
    /// The address of its question.
    pub address: String,
    /// What only this browser may bring back.
    pub state: String,
}

/// What somebody brings back from their own server.
#[derive(Debug, Clone, Default)]
pub struct Return {
    /// The server, as in the address they came back to.
    pub host: String,
    /// What their browser left with.
    pub state: String,
    /// What is exchanged for the proof.
    pub code: String,
    /// The name the server gives itself, if it says so (RFC 9207).
    pub issuer: Option<String>,
    /// The server, or the person, said no.
    pub refused: bool,
}

/// Somebody whose account is proven.
#[derive(Debug, Clone)]
pub struct Proven {
    /// Who.
    pub actor: ActorId,
    /// The page of ours they came from; empty for none.
    pub next: String,
}

/// What stands at an address of another server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Somebody.
    Somebody {
        /// The name that is shown.
        name: String,
        /// `@name@host`.
        handle: String,
        /// Their page.
        page: String,
        /// What they say of themselves, in Markdown.
        summary: String,
    },
    /// A text.
    Text {
        /// Its title, if it has one.
        title: String,
        /// Its start, in Markdown.
        text: String,
        /// Its page.
        page: String,
        /// The address of its author.
        author: String,
        /// Code of the language, if it says so.
        lang: String,
    },
}

/// The door to other servers, as pages know it.
pub trait Outside: Send + Sync {
    /// With whom this instance speaks.
    fn openness(&self) -> Openness;

    /// Whether this server may take part.
    fn allows<'a>(&'a self, host: &'a str) -> Answer<'a, Result<bool>>;

    /// The dialog of the server of `account` (`@name@host` or the address of a profile) for something of ours. `None` when the account is of
    /// this very instance.
    fn way<'a>(&'a self, account: &'a str, object: &'a str, wish: Wish) -> Answer<'a, Result<Option<Way>>>;

    /// Where the owner of `account` proves who they are.
    fn entrance<'a>(&'a self, account: &'a str, next: &'a str) -> Answer<'a, Result<Entrance>>;

    /// Whose account was proven.
    fn prove(&self, back: Return) -> Answer<'_, Result<Proven>>;

    /// Who has a handle, or is at an address: of here or of another server.
    fn actor<'a>(&'a self, address: &'a str) -> Answer<'a, Result<ActorId>>;

    /// What stands at an address, or who has a handle.
    fn look_up<'a>(&'a self, address: &'a str) -> Answer<'a, Result<Found>>;

    /// The collectivity with this handle or at this address: its document is read anew.
    fn collectivity<'a>(&'a self, address: &'a str) -> Answer<'a, Result<ActorId>>;
}
