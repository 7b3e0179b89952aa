//! What other servers say, read with patience into closed types. One parser, used by whoever checks and by whoever uses. No network, no clock.

mod accreditation;
mod activity;
mod actor;
mod answer;
mod call;
mod event;
mod host;
mod key;
mod listing;
mod location;
mod markdown;
mod object;
mod proven;
mod read;
mod received;
mod recognition;
mod reference;
pub(crate) mod street;
pub(crate) mod supports;
mod territory;
mod vote;
pub mod webfinger;
mod wild;

#[cfg(test)]
mod corpus;
#[cfg(test)]
mod tests;

pub use accreditation::{ACCREDITS, Relationship};
pub use activity::Activity;
pub use actor::RemoteActor;
pub use answer::Answer;
pub use call::{Call, Carrier as CallCarrier, Phase as CallPhase};
pub use event::Meeting;
pub use host::{authority, same_authority};
pub use key::{KeyDocument, KeyMaterial, RemoteKey};
pub use listing::{Onward, collection_page, consultations_of, declared};
pub use location::Location;
pub use markdown::{from_html, from_plain as as_markdown, plain};
pub use object::{Image, Object, ObjectKind};
pub use received::{Announced, Changed, Received};
pub use recognition::{OFFICIAL_PEER, Recognising, Statement};
pub use reference::{Reference, Undone};

/// The address that stands for everybody, in the one form that every server understands.
pub const PUBLIC: &str = "https://www.w3.org/ns/activitystreams#Public";

/// Why a document is not taken: the property that is at fault. It is answered 400.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Bad {
    /// It is not there.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// It is not of a shape that can be understood.
    #[error("{0} is not of a shape that is understood")]
    Shape(&'static str),
    /// There are more than is reasonable.
    #[error("{0} holds too many")]
    TooMany(&'static str),
    /// It is longer than is reasonable.
    #[error("{0} is too long")]
    TooLong(&'static str),
    /// It speaks of a server or an actor that is not the one it may speak of.
    #[error("{0} belongs to somebody else")]
    Host(&'static str),
}
