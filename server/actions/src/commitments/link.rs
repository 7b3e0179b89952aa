//! Say which contributions a commitment comes from.

use super::{changed, load, write_to};
use crate::{App, Error, Result};
use domain::actor::Viewer;
use domain::commitment::SOURCES_MAX;
use domain::contribution::Kind;
use domain::id::{CommitmentId, ContributionId, LetterId};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::Fault;
use store::{Db, Uid};

/// Links contributions of the same consultation; those that are linked already stay so. The authors of the new ones are written to where the
/// commitment is published.
///
/// # Errors
/// A refusal of the permission table, `NotFound` for what is not a shown proposal or discussion of the consultation, `NoRoom` when
/// it comes from as many as it may, `Missing` (`contributions`) when none is named, or the store's failure.
pub async fn link(app: &App, viewer: Viewer, id: CommitmentId, contributions: &[ContributionId]) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    if contributions.is_empty() {
        return Err(Error::fault("contributions", Fault::Missing));
    }
    let (now, letter, wanted) = (app.now(), app.new_id::<LetterId>(), contributions.to_vec());
    app.store
        .write(move |db| {
            let (row, consultation) = load(db, id)?;
            let mut authors = Vec::new();
            for contribution in wanted.into_iter().take(SOURCES_MAX + 1) {
                let author = shown(db, Uid::of(contribution), consultation.id)?;
                if store::commitments::link(db, row.id, Uid::of(contribution))? {
                    authors.extend(author);
                }
            }
            if usize::try_from(store::commitments::count_sources(db, row.id)?).unwrap_or(usize::MAX) > SOURCES_MAX {
                return Err(Refusal::NoRoom.into());
            }
            if row.published_at.is_some() {
                write_to(db, &authors, "commitment_made", (&row, &consultation.slug), letter, now)?;
            }
            Ok(store::journal::append(db, &changed(viewer, &row).detail("linked"), now)?)
        })
        .await
}

/// Says that a commitment does not come from a contribution.
///
/// # Errors
/// A refusal of the permission table, `NotFound` when nobody said it does, or the store's failure.
pub async fn unlink(app: &App, viewer: Viewer, id: CommitmentId, contribution: ContributionId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let (row, _) = load(db, id)?;
            if !store::commitments::unlink(db, row.id, Uid::of(contribution))? {
                return Err(Refusal::NotFound.into());
            }
            Ok(store::journal::append(db, &changed(viewer, &row).detail("unlinked"), now)?)
        })
        .await
}

/// The author of a proposal or discussion of this consultation that everybody may read.
fn shown(db: &mut Db, id: Uid, consultation: Uid) -> Result<Option<Uid>> {
    let found = store::contributions::find(db, id)?.filter(|found| found.consultation_id == consultation && found.is_shown());
    let found = found.ok_or(Refusal::NotFound)?;
    if found.kind()? == Kind::Reply {
        return Err(Refusal::NotFound.into());
    }
    Ok(found.author_id)
}
