//! Links that show a draft to whoever has them: shared, taken back, opened. Docs: docs/decisions/0035.

mod open;
mod revoke;
mod share;

pub use open::{consultation, count};
pub use revoke::revoke;
pub use share::{LinkForm, share};
