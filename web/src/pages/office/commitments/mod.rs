//! The commitments of a consultation in the back office: their list, and each with its text, its sources and its progress.

pub(super) mod edit;
mod edit_page;
pub(super) mod list;
