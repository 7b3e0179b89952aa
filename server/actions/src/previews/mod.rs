//! Links that show a draft to whoever has them: shared, taken back, opened. Docs: docs/decisions/0035.

mod open;
mod revoke;
mod share;

pub use open::{consultation, count, open};
pub use revoke::revoke;
pub(crate) use revoke::revoke_all;
pub use share::{LinkForm, share};

use crate::{Result, subject};
use domain::id::FundingId;
use domain::permission::OfficeVerb;
use domain::refusal::Refusal;
use store::{Db, Uid, previews, street};

/// A draft, as an agent names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Draft {
    /// The consultation with this slug.
    Consultation(String),
    /// A project that looks for money.
    Funding(FundingId),
    /// The categories of reports that are not open yet.
    Street,
    /// What is to be published as open data.
    OpenData,
}

impl Draft {
    /// Who may show it: whoever prepares it.
    const fn verb(&self) -> OfficeVerb {
        match self {
            Self::Consultation(_) | Self::Street => OfficeVerb::PrepareConsultation,
            Self::Funding(_) => OfficeVerb::Answer,
            Self::OpenData => OfficeVerb::ChangeSettings,
        }
    }

    /// The draft, and whether it still is one.
    fn find(&self, db: &mut Db) -> Result<(previews::Draft, bool)> {
        Ok(match self {
            Self::Consultation(slug) => {
                let (consultation, _) = subject::consultation(db, slug)?;
                (previews::Draft::Consultation(consultation.id), consultation.published_at.is_none())
            }
            Self::Funding(id) => {
                let project = store::funding::find(db, Uid::of(*id))?.ok_or(Refusal::NotFound)?;
                (previews::Draft::Funding(project.id), project.published_at.is_none())
            }
            Self::Street => {
                let categories = street::categories(db, true)?;
                (previews::Draft::Street, categories.iter().any(|category| category.closed_at.is_some()))
            }
            Self::OpenData => (previews::Draft::OpenData, store::open_data::draft(db)?.is_some()),
        })
    }
}
