//! Participatory budgets, before and after the vote: envelopes, projects, their study by the services, the answers, the works.
//! The vote itself is `votes`. What a budget is: docs/decisions/0015.

mod decide;
mod deposit;
mod envelopes;
mod form;
mod merge;
mod note;
mod prepare;
mod report_works;
mod settle;
mod study;

pub(crate) use decide::answered;
pub use decide::{Decision, decide};
pub use deposit::{correct, deposit};
pub use envelopes::set_envelopes;
pub use form::{ENVELOPE_FIELDS, EnvelopeForm, ProjectForm, StudyForm, WorksForm};
pub(crate) use form::{date, keep};
pub use merge::merge;
pub use note::note;
pub use prepare::{VoteForm, prepare};
pub use report_works::report_works;
pub use settle::{SettleForm, settle, waits_for_whole};
pub use study::study;

use crate::Result;
use crate::subject::Subject;
use domain::id::ContributionId;
use domain::refusal::Refusal;
use domain::vote::BoxState;
use store::budget::{Envelope, Project};
use store::{Db, Uid};

/// A proposal of a consultation with a budget becomes a project of its first envelope, wherever it comes from; a deposit then says which.
pub(crate) fn enter(db: &mut Db, contribution: Uid, consultation: Uid) -> Result<()> {
    match store::budget::envelopes(db, consultation)?.first() {
        Some(first) => Ok(store::budget::insert(db, contribution, first)?),
        None => Ok(()),
    }
}

/// Whether the vote of an envelope is published: from then on neither it nor its projects change.
///
/// # Errors
/// When the store fails.
pub fn is_locked(db: &mut Db, envelope: &Envelope) -> Result<bool> {
    Ok(match state_of_vote(db, envelope)? {
        Some(BoxState::Published | BoxState::Closed) => true,
        Some(BoxState::Draft | BoxState::Cancelled) | None => false,
    })
}

/// Where the vote of an envelope stands; `None` when there is none.
///
/// # Errors
/// When the store fails.
pub fn state_of_vote(db: &mut Db, envelope: &Envelope) -> Result<Option<BoxState>> {
    let Some(id) = envelope.box_id else { return Ok(None) };
    Ok(store::votes::find(db, id)?.and_then(|row| BoxState::parse(&row.state)))
}

/// Before an envelope or what stands in it changes: a vote that was only prepared is thrown away, for it would no longer be true.
pub(crate) fn loosen(db: &mut Db, envelope: &Envelope) -> Result<()> {
    let Some(id) = envelope.box_id else { return Ok(()) };
    store::votes::hold(db, id)?;
    match state_of_vote(db, envelope)? {
        Some(BoxState::Published | BoxState::Closed) => return Err(Refusal::Settled.into()),
        Some(BoxState::Draft) => {
            store::votes::remove_draft(db, id)?;
        }
        Some(BoxState::Cancelled) | None => {}
    }
    Ok(store::budget::set_box(db, envelope.id, None)?)
}

/// A project with its proposal and its envelope.
pub(crate) struct Found {
    pub(crate) subject: Subject,
    pub(crate) project: Project,
    pub(crate) envelope: Envelope,
}

/// Loads a project and holds it.
pub(crate) fn load(db: &mut Db, id: ContributionId) -> Result<Found> {
    let subject = crate::subject::contribution(db, id)?;
    let project = store::budget::find(db, Uid::of(id))?.ok_or(Refusal::NotFound)?;
    let envelope = store::budget::envelope(db, project.envelope_id)?.ok_or(Refusal::NotFound)?;
    Ok(Found { subject, project, envelope })
}

/// The same, of a project on which nobody has voted yet.
pub(crate) fn load_before_the_vote(db: &mut Db, id: ContributionId) -> Result<Found> {
    let found = load(db, id)?;
    if !found.project.state()?.is_before_the_vote() {
        return Err(Refusal::Settled.into());
    }
    Ok(found)
}
