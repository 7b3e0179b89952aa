//! Votes that several territories hold together: what is voted on, what each says of its own ballots, and what that makes together
//! (docs/decisions/0021). Ballots never leave an instance before they are published there.

mod definition;
mod document;
mod strict;

pub use definition::{COMMON_VOTE, DefinedOption, Definition, read as read_definition, write as write_definition};
pub use document::{Document, TALLY, read as read_tally, write as write_tally};
pub use strict::Unfit;
