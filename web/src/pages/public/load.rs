//! Finding what a page is about, through the one visibility rule.

use crate::error::Error;
use crate::viewer::Visit;
use domain::actor::Viewer;
use domain::contribution::Standing;
use domain::id::ContributionId;
use domain::refusal::Refusal;
use domain::visible::{self, Sight};
use store::views::page::{self, Frame, Whole};
use store::{Db, Uid};

/// A contribution with what stands around it.
pub(super) struct Subject {
    /// Its consultation.
    pub(super) frame: Frame,
    /// Itself.
    pub(super) whole: Whole,
    /// What the rules need to know of it.
    pub(super) standing: Standing,
    /// How much of it the viewer sees: all or the notice.
    pub(super) sight: Sight,
}

impl Subject {
    /// The path of its own page.
    pub(super) fn path(&self) -> String {
        path(&self.frame.consultation.slug, self.whole.card.contribution.id)
    }

    /// The path of the page on which it is read: its own, or that of what it replies to.
    pub(super) fn root_path(&self) -> String {
        let contribution = &self.whole.card.contribution;
        path(&self.frame.consultation.slug, contribution.root_id.unwrap_or(contribution.id))
    }
}

/// The path of a contribution.
pub(super) fn path(slug: &str, id: Uid) -> String {
    format!("/c/{slug}/p/{}", id.0)
}

/// An id as an address says it.
pub(super) fn id(text: &str) -> Result<ContributionId, Error> {
    ContributionId::parse(text).ok_or(Error::NOT_FOUND)
}

/// A consultation that the viewer may see.
pub(super) fn frame(db: &mut Db, slug: &str, viewer: Viewer) -> Result<Frame, Error> {
    let frame = page::frame(db, slug)?.ok_or(Error::NOT_FOUND)?;
    match visible::consultation(frame.calendar.published, viewer) {
        Sight::Nothing => Err(Error::NOT_FOUND),
        Sight::Notice | Sight::Full => Ok(frame),
    }
}

/// A contribution that the viewer may see, or whose notice they may see.
pub(super) fn subject(db: &mut Db, slug: &str, id: ContributionId, viewer: Viewer) -> Result<Subject, Error> {
    let frame = frame(db, slug, viewer)?;
    let whole = page::whole(db, Uid::of(id), viewer.actor.map(Uid::of))?.ok_or(Error::NOT_FOUND)?;
    if whole.card.contribution.consultation_id != frame.consultation.id {
        return Err(Error::NOT_FOUND);
    }
    let standing = whole.card.contribution.standing()?;
    match visible::contribution(&standing, frame.calendar.published, viewer) {
        Sight::Nothing => Err(Error::NOT_FOUND),
        sight @ (Sight::Notice | Sight::Full) => Ok(Subject { frame, whole, standing, sight }),
    }
}

/// Reads the contribution of an address.
pub(super) async fn read(visit: &Visit, slug: &str, id_text: &str) -> Result<Subject, Error> {
    let (slug, id, viewer) = (slug.to_owned(), id(id_text)?, visit.viewer);
    visit.web.app.store.read(move |db| subject(db, &slug, id, viewer)).await
}

/// A contribution that the viewer sees whole: for forms that quote it. The refusal says why it is not shown.
pub(super) async fn read_whole(visit: &Visit, slug: &str, id: &str) -> Result<Subject, Error> {
    let subject = read(visit, slug, id).await?;
    match subject.sight {
        Sight::Full => Ok(subject),
        Sight::Nothing | Sight::Notice => {
            Err(Error::Refused(if subject.standing.withdrawn_at.is_some() { Refusal::Withdrawn } else { Refusal::Hidden }))
        }
    }
}
