//! Votes: prepared, published, voted in, closed. The core is the same for polls and budgets; docs/decisions/0013 says what is secret and how.

mod attach;
mod cancel;
mod cast;
mod close;
mod draft;
mod load;
mod publish;
mod signal;
mod tally;
mod voter;

pub use attach::attach;
pub use cancel::cancel;
pub use cast::{Outcome, cast};
pub use close::close;
pub use draft::{Draft, PollForm, draft};
pub use load::{Loaded, load};
pub use publish::publish;
pub use signal::{Signal, Voices, asks_elsewhere, signal, takes_several, tell};
pub(crate) use signal::{give, take_back};
pub use tally::{Count, Tally};
pub use voter::Voter;

/// Most boxes of one consultation.
pub const BOXES_MAX: i64 = 50;
/// Most options of a poll.
pub const OPTIONS_MAX: usize = 30;
