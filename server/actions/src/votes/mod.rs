//! Votes: prepared, published, voted in, closed. The core is the same for polls and budgets; docs/decisions/0013 says what is secret and how.

mod cancel;
mod cast;
mod close;
mod draft;
mod load;
mod publish;
mod tally;
mod voter;

pub use cancel::cancel;
pub use cast::{Outcome, cast, cast_with_pass};
pub use close::close;
pub(crate) use close::close_now;
pub use draft::{Draft, PollForm, draft};
pub use load::{Loaded, load};
pub use publish::publish;
pub use tally::{Count, Tally};
pub use voter::Voter;

/// Most boxes of one consultation.
pub const BOXES_MAX: i64 = 50;
/// Most options of a poll.
pub const OPTIONS_MAX: usize = 30;
