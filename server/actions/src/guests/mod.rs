//! People who use the pages with an account of another server: they prove it there, come in, leave, take their data, are forgotten. They are
//! voices from elsewhere (`Role::Remote`), never accounts of this instance.

mod begin;
mod enter;
mod export;
mod forget;
mod introduce;

pub use begin::{begin, take};
pub use enter::enter;
pub use export::export;
pub use forget::forget;
pub use introduce::{introduce, part};
pub use store::guests::{Attempt, ForeignApp};

pub(crate) use forget::forget_again;

use jiff::SignedDuration;

/// How long somebody may take on their own server.
pub const ATTEMPT_LIFE: SignedDuration = SignedDuration::from_mins(10);
