//! What the collectivity commits itself to after a consultation: written, linked to the contributions it comes from, published, and reported on
//! until it is done or given up. Docs: docs/decisions/0030.

mod arrange;
mod form;
mod link;
mod milestones;
mod publish;
mod remove;
mod report;
mod write;

pub use arrange::arrange;
pub use form::{CommitmentForm, ProgressForm};
pub use link::{link, unlink};
pub use milestones::{MilestoneForm, add_milestone, reach_milestone, remove_milestone};
pub use publish::publish;
pub use remove::remove;
pub use report::report;
pub use write::{draft, edit};

use crate::{Result, jobs, organisations};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::{CommitmentId, LetterId};
use domain::refusal::Refusal;
use store::commitments::Commitment;
use store::consultations::Consultation;
use store::{Db, Uid};

/// Loads a commitment with its consultation and holds both.
fn load(db: &mut Db, id: CommitmentId) -> Result<(Commitment, Consultation)> {
    let found = store::commitments::find(db, Uid::of(id))?.ok_or(Refusal::NotFound)?;
    store::commitments::hold(db, found.consultation_id)?;
    // Again: another transaction may just have changed it.
    let found = store::commitments::find(db, Uid::of(id))?.ok_or(Refusal::NotFound)?;
    let consultation = store::consultations::find(db, found.consultation_id)?.ok_or(Refusal::NotFound)?;
    Ok((found, consultation))
}

/// What the journal says of a change: of a draft, or of what everybody reads.
fn changed(viewer: Viewer, of: &Commitment) -> Event {
    let kind = if of.published_at.is_some() { EventKind::CommitmentEdited } else { EventKind::CommitmentDrafted };
    Event::new(kind).by(viewer.actor).on(of.id.0).within(of.consultation_id.to())
}

/// Writes a letter of this kind to each of these authors once, wherever they have an account here.
fn write_to(db: &mut Db, authors: &[Uid], kind: &str, of: (&Commitment, &str), letter: LetterId, now: Timestamp) -> Result<()> {
    let (commitment, slug) = of;
    let link = format!("/c/{slug}/commitments/{}", commitment.id.0);
    let mut told: Vec<Uid> = Vec::with_capacity(authors.len());
    for author in authors {
        if told.contains(author) {
            continue;
        }
        told.push(*author);
        // An organisation has several administrators, each with a letter of their own: room is left between the ids.
        let room = u128::try_from(told.len()).unwrap_or(0) << 16;
        let id = LetterId(uuid::Uuid::from_u128(letter.0.as_u128().wrapping_add(room)));
        match store::accounts::find(db, *author)? {
            Some(account) => {
                let name = store::actors::find(db, *author)?.map(|actor| actor.display_name).unwrap_or_default();
                jobs::post(db, &jobs::letter(id, kind, (&account.email, &name, &account.lang), link.clone(), now), now)?;
            }
            None => organisations::tell(db, *author, (kind, &link), id, now)?,
        }
    }
    Ok(())
}

/// The authors of the contributions that a commitment comes from.
fn authors(db: &mut Db, id: Uid) -> Result<Vec<Uid>> {
    Ok(store::commitments::sources(db, &[id])?.into_iter().filter_map(|source| source.author_id).collect())
}
