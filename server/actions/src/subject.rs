//! Loading what an action is about: a contribution with its consultation and calendar, or the refusal that hides it.

use domain::actor::{Role, Viewer};
use domain::consultation::Calendar;
use domain::contribution::{Origin, RootState, Standing};
use domain::event::Event;
use domain::id::ContributionId;
use domain::refusal::Refusal;
use store::consultations::Consultation;
use store::contributions::Contribution;
use store::supports::From;
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
    let mut standing = contribution.standing()?;
    standing.root = root_state(db, &contribution)?;
    Ok(Subject { contribution, standing, consultation, calendar })
}

/// Refuses what lives on another server: its author changes it there, and we hear of it.
pub(crate) fn lives_here(db: &mut Db, id: ContributionId) -> Result<()> {
    let found = store::contributions::find(db, Uid::of(id))?.ok_or(Refusal::NotFound)?;
    if found.origin == Origin::Remote.code() { Err(Refusal::NotYours.into()) } else { Ok(()) }
}

/// What became of the proposal or discussion that a reply belongs to.
fn root_state(db: &mut Db, contribution: &Contribution) -> Result<RootState> {
    let Some(root) = contribution.root_id else { return Ok(RootState::Shown) };
    let root = store::contributions::find(db, root)?.ok_or(Refusal::NotFound)?;
    Ok(match (root.hidden_at, root.withdrawn_at) {
        (None, None) => RootState::Shown,
        (_, Some(_)) => RootState::Withdrawn,
        (Some(_), None) => RootState::Hidden,
    })
}

/// Whether a viewer's voice is of this instance or of another server.
pub(crate) fn whence(viewer: Viewer) -> From {
    if viewer.role == Role::Remote { From::Elsewhere } else { From::Here }
}

/// An event that says when it was done from another server, so that what is counted of it is counted apart.
pub(crate) fn from(event: Event, from: From) -> Event {
    if from == From::Elsewhere { event.detail(domain::event::ELSEWHERE) } else { event }
}

/// Refuses to change what another collectivity decides: the consultation is carried here.
pub(crate) fn decided_here(db: &mut Db, consultation: Uid) -> Result<()> {
    if store::carried::find(db, consultation)?.is_some() { Err(Refusal::DecidedElsewhere.into()) } else { Ok(()) }
}

/// Loads a consultation by slug.
pub(crate) fn consultation(db: &mut Db, slug: &str) -> Result<(Consultation, Calendar)> {
    let consultation = store::consultations::by_slug(db, slug)?.ok_or(Refusal::NotFound)?;
    let calendar = store::consultations::calendar(db, &consultation)?;
    Ok((consultation, calendar))
}
