//! Who votes, and the mark that they leave on the roll.

use crate::random;
use domain::id::ActorId;
use domain::vote::{Channel, Level};

/// Who votes. Only the mark of it is ever kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Voter {
    /// An account of this instance.
    Account {
        /// Whose.
        actor: ActorId,
        /// How surely it is one person: `Confirmed` or `Verified`.
        level: Level,
    },
    /// An e-mail address that a code has confirmed, in its normal form.
    Address(String),
    /// A code printed on a letter.
    Code(String),
    /// The name of an entry of a list.
    Listed(String),
    /// Whom an agent saw at a desk, as the town's list names them.
    Desk(String),
    /// Whom the list of those who voted on paper names.
    Paper(String),
}

impl Voter {
    /// How surely they are one person.
    #[must_use]
    pub const fn level(&self) -> Level {
        match self {
            Self::Account { level, .. } => *level,
            Self::Address(_) => Level::EmailCode,
            Self::Code(_) => Level::PrintedCode,
            Self::Listed(_) => Level::Listed,
            Self::Desk(_) => Level::Desk,
            Self::Paper(_) => Level::Paper,
        }
    }

    /// How their ballot comes.
    #[must_use]
    pub const fn channel(&self) -> Channel {
        match self {
            // At a desk people vote on a screen; the agent does not see it.
            Self::Account { .. } | Self::Address(_) | Self::Code(_) | Self::Listed(_) | Self::Desk(_) => Channel::Online,
            Self::Paper(_) => Channel::Paper,
        }
    }

    /// HMAC-SHA-256 (RFC 2104) of who they are under the key of the box. An entry of a list is the same voter on screen, at the desk and on paper.
    #[must_use]
    pub fn mark(&self, pepper: &[u8]) -> Vec<u8> {
        let (kind, name) = match self {
            Self::Account { actor, .. } => ("account", actor.to_string()),
            Self::Address(address) => ("address", address.clone()),
            Self::Code(code) => ("code", code.clone()),
            Self::Listed(entry) | Self::Desk(entry) | Self::Paper(entry) => ("entry", entry.clone()),
        };
        random::keyed_digest(pepper, &[kind.as_bytes(), b":", name.as_bytes()]).to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_voter_has_one_mark_in_a_box_and_another_in_the_next() {
        let entry = |name: &str| name.to_owned();
        assert_eq!(Voter::Listed(entry("7")).mark(b"a"), Voter::Paper(entry("7")).mark(b"a"));
        assert_ne!(Voter::Listed(entry("7")).mark(b"a"), Voter::Listed(entry("7")).mark(b"b"));
        assert_ne!(Voter::Listed(entry("7")).mark(b"a"), Voter::Code(entry("7")).mark(b"a"));
        assert_eq!(Voter::Listed(entry("7")).mark(b"a").len(), 32);
    }
}
