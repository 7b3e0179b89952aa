//! The text that a consultation puts to discussion: written and opened, and its amendments decided upon.

pub(super) mod decide;
pub(super) mod edit;
