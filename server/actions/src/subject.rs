//! Loading what an action is about: a contribution with its consultation and calendar, or the refusal that hides it.

use domain::consultation::Calendar;
use domain::contribution::Standing;
use domain::id::ContributionId;
use domain::refusal::Refusal;
use store::consultations::Consultation;
use store::contributions::Contribution;
use store::{Db, Uid};

use crate::Result;

/// A contribution and what the rules need to know around it.
pub(crate) struct Subject {
    pub(crate) contribution: Contribution,
    pub(crate) standing: Standing,
    pub(crate) consultation: Consultation,
    pub(crate) calendar: Calendar,
}

/// Loads a contribution.
pub(crate) fn contribution(db: &mut Db, id: ContributionId) -> Result<Subject> {
    store::contributions::hold(db, Uid::of(id))?;
    let contribution = store::contributions::find(db, Uid::of(id))?.ok_or(Refusal::NotFound)?;
    let consultation = store::consultations::find(db, contribution.consultation_id)?.ok_or(Refusal::NotFound)?;
    let calendar = store::consultations::calendar(db, &consultation)?;
    let standing = contribution.standing()?;
    Ok(Subject { contribution, standing, consultation, calendar })
}

/// Refuses to add anything under a proposal or discussion that is not shown any more.
pub(crate) fn root_is_shown(db: &mut Db, contribution: &Contribution) -> Result<()> {
    let Some(root) = contribution.root_id else { return Ok(()) };
    let root = store::contributions::find(db, root)?.ok_or(Refusal::NotFound)?;
    match (root.hidden_at, root.withdrawn_at) {
        (None, None) => Ok(()),
        (_, Some(_)) => Err(Refusal::Withdrawn.into()),
        (Some(_), None) => Err(Refusal::Hidden.into()),
    }
}

/// Loads a consultation by slug.
pub(crate) fn consultation(db: &mut Db, slug: &str) -> Result<(Consultation, Calendar)> {
    let consultation = store::consultations::by_slug(db, slug)?.ok_or(Refusal::NotFound)?;
    let calendar = store::consultations::calendar(db, &consultation)?;
    Ok((consultation, calendar))
}
