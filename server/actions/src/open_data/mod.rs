//! What is published as open data.

mod arrange;

pub use arrange::{OpenDataForm, arrange, prepare, publish};
