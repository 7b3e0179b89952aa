//! The report on a consultation ("bilan de la concertation"): composed from the data, edited, published in versions that stay readable.

mod publish;
mod write;

pub use publish::publish;
pub use write::{ReportForm, edit, keep};

/// Longest report, in characters.
pub const REPORT_MAX: usize = 50_000;
