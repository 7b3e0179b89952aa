//! Votes that several territories hold together: what is voted on, what each says of its own ballots, and what that makes together
//! (docs/decisions/0021). Ballots never leave an instance before they are published there.

mod definition;
mod document;
mod make;
mod open;
mod receive;
mod record;
mod roll;
mod share;
mod strict;
mod whole;

pub use definition::{COMMON_VOTE, DefinedOption, Definition, read as read_definition, write as write_definition};
pub use document::{Document, TALLY, read as read_tally, write as write_tally};
pub use make::{GRACE, Own, keep_own, own, say_turnout};
pub use open::{Handed, leave, open_now};
pub(crate) use open::{called_off, lots, open, open_all};
pub(crate) use receive::receive;
pub use receive::{Told, check, unreachable, waiting};
pub use record::{Difference, compare, digest as record_digest, read as read_record};
pub use roll::set_roll;
pub use share::{Shared, definition_of, keep_definition, shared};
pub(crate) use share::{share, share_all, tell_all};
pub use strict::Unfit;
pub(crate) use whole::document;
pub use whole::{FORMAT, Part, Standing, Together, VERSION, consolidated, count_whole, joined, together};
