//! What one can do: one verb per file, one write transaction each, with one event in the journal. Both doors, the command line and the
//! tests come through here; nothing else changes anything.

mod app;
mod error;
pub mod limits;
pub mod random;
mod subject;

pub mod abroad;
pub mod accounts;
pub mod accreditations;
pub mod articles;
pub mod budget;
pub mod carrying;
pub mod commitments;
pub mod consultation_reports;
pub mod consultations;
pub mod contributions;
pub mod documents;
pub mod funding;
pub mod guests;
pub mod import;
pub mod initiatives;
pub mod instance;
pub mod jobs;
pub mod meetings;
pub mod newsletters;
pub mod office;
pub mod open_data;
pub mod organisations;
pub mod outside;
pub mod pages;
pub mod pictures;
pub mod places;
pub mod previews;
pub mod questionnaires;
pub mod record;
pub mod remote_pictures;
pub mod street;
pub mod tallies;
pub mod texts;
pub mod votes;
pub mod ways;

pub use app::{App, Clock};
pub use error::{Error, Faults};

/// The result of an action.
pub type Result<T> = std::result::Result<T, Error>;
