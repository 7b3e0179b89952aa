//! Why an action was not done.

use domain::refusal::Refusal;
use domain::text::Fault;

/// What is wrong with a form, by the name of the field.
pub type Faults = Vec<(&'static str, Fault)>;

/// Why an action was not done. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The rules say no.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// The form is faulty.
    #[error("faulty fields: {0:?}")]
    Faulty(Faults),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// Something inside failed (hashing, encoding): the reason is for the log.
    #[error("{0}")]
    Broken(String),
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl Error {
    /// One fault on one field.
    #[must_use]
    pub fn fault(field: &'static str, fault: Fault) -> Self {
        Self::Faulty(vec![(field, fault)])
    }

    /// A uniqueness rule of the database means this refusal.
    #[must_use]
    pub fn when_duplicate(error: store::Error, refusal: Refusal) -> Self {
        match error {
            store::Error::Duplicate => Self::Refused(refusal),
            other => Self::Store(other),
        }
    }
}
