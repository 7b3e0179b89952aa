//! What people contribute: proposals, discussions and replies.

mod draft;

pub use draft::{Draft, Faults, Field, RawDraft};

use crate::id::ActorId;
use jiff::Timestamp;

crate::words! {
    /// What kind of contribution it is.
    Kind {
        /// An idea for the collectivity.
        Proposal = "proposal",
        /// A question or subject opened by a citizen.
        Discussion = "discussion",
        /// An answer by anybody to one of the two, or to another reply.
        Reply = "reply",
    }
}

crate::words! {
    /// Where a reply stands towards what it replies to.
    Stance {
        /// In favour.
        For = "for",
        /// Against.
        Against = "against",
        /// Neither.
        Neutral = "neutral",
    }
}

crate::words! {
    /// Marks of recognition that the collectivity gives ("widely supported" is counted, not given).
    Mark {
        /// Well argued, documented, useful to the debate.
        Quality = "quality",
        /// It changed the project.
        Impact = "impact",
    }
}

crate::words! {
    /// Where a contribution was made.
    Origin {
        /// On this instance's pages.
        Local = "local",
        /// Read in from another platform's export.
        Imported = "imported",
        /// Received from another server.
        Remote = "remote",
    }
}

/// Replies are at most this deep (a reply to the contribution itself has depth 1).
pub const DEPTH_MAX: u8 = 3;

/// What became of the proposal or discussion that a reply belongs to (itself, for those two: then its own state says it).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RootState {
    /// It is shown.
    Shown,
    /// It was hidden by a moderator.
    Hidden,
    /// It was withdrawn by its author.
    Withdrawn,
}

/// What rules need to know of a contribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// What it is.
    pub kind: Kind,
    /// Who wrote it; `None` when the author erased the account or came with an import.
    pub author: Option<ActorId>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Timestamp>,
    /// When it was hidden.
    pub hidden_at: Option<Timestamp>,
    /// Whether it waits for a moderator before anybody else sees it.
    pub held: bool,
    /// What became of the proposal or discussion it belongs to.
    pub root: RootState,
    /// Whether the collectivity has decided on it.
    pub decided: bool,
    /// Depth in its thread: 0 for a proposal or discussion.
    pub depth: u8,
}
