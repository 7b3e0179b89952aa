//! A text that is discussed by paragraphs: as a whole, paragraph by paragraph, as it becomes, and as a file.

mod files;
mod paragraph;
mod result;
mod speak;
mod whole;

pub(super) use files::download;
pub(super) use paragraph::show as paragraph;
pub(super) use result::show as result;
pub(super) use speak::{amend, remark, support};
pub(super) use whole::{PieceView, show, view as piece};

use super::load;
use crate::error::Error;
use domain::actor::Viewer;
use domain::draft_text::TextState;
use domain::permission::{OfficeVerb, may_in_office};
use store::Db;
use store::draft_texts::DraftText;
use store::views::page::Frame;

/// The text of a consultation that the viewer may read: a draft is for those who write it.
fn shown(db: &mut Db, slug: &str, viewer: Viewer) -> Result<(Frame, DraftText), Error> {
    let frame = load::frame(db, slug, viewer)?;
    let found = store::draft_texts::of_consultation(db, frame.consultation.id)?.ok_or(Error::NOT_FOUND)?;
    let prepares = may_in_office(viewer, OfficeVerb::PrepareConsultation).is_ok();
    if found.state()? == TextState::Draft && !prepares { Err(Error::NOT_FOUND) } else { Ok((frame, found)) }
}
