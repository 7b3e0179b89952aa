//! What the collectivity writes itself on pages that everybody reads: the glossary, and its own words on the pages about itself.

mod keep_term;
mod keep_text;
mod remove_term;

pub use keep_term::keep_term;
pub use keep_text::keep_text;
pub use remove_term::remove_term;
