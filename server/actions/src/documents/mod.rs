//! Documents of a consultation: added, followed by newer versions, taken away.

mod add;
mod remove;

pub use add::{FileForm, add};
pub use remove::remove;
