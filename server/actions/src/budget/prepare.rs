//! Prepare the vote of an envelope: a draft ballot box with one option for each project that was put to the vote.

use super::state_of_vote;
use crate::votes::draft::{Draft, DraftOption};
use crate::votes::{self, PROJECTS_MAX};
use crate::{App, Error, Result};
use domain::actor::Viewer;
use domain::budget::ProjectState;
use domain::id::{BoxId, EnvelopeId};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::risk::Grid;
use domain::text::{self, Fault};
use domain::vote::BoxState;
use store::Uid;
use store::views::budget::Row;

/// What the agent says of the vote; the rest of the draft is proposed and may be changed on its own page.
#[derive(Debug, Clone, Default)]
pub struct VoteForm {
    /// Its title.
    pub title: String,
    /// Local time of the opening.
    pub opens_at: String,
    /// Local time of the closing.
    pub closes_at: String,
    /// What is at stake, where it is known already; else it is asked with the rest of the draft.
    pub grid: Option<Grid>,
}

/// Makes the draft of the vote of an envelope, or makes it again from what was decided since.
///
/// # Errors
/// A refusal of the permission table, `Settled` when its vote is published, `envelope` when fewer than two projects are put to the vote or one costs
/// more than there is, faulty dates, or the store's failure.
pub async fn prepare(app: &App, viewer: Viewer, id: EnvelopeId, form: &VoteForm) -> Result<BoxId> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, zone, fresh) = (app.now(), app.time_zone().await?, app.new_id::<BoxId>());
    let title = text::bounded_line(&form.title, text::TITLE_MIN, text::TITLE_MAX).map_err(|fault| Error::fault("title", fault))?;
    let opens_at = crate::consultations::moment(&form.opens_at, &zone).map_err(|fault| Error::fault("opens_at", fault))?;
    let closes_at = crate::consultations::moment(&form.closes_at, &zone).map_err(|fault| Error::fault("closes_at", fault))?;
    let grid = form.grid.clone();
    app.store
        // no event: `votes::draft::enter` appends it
        .write(move |db| {
            let found = store::budget::envelope(db, Uid::of(id))?.ok_or(Refusal::NotFound)?;
            store::budget::hold(db, found.consultation_id)?;
            let consultation = store::consultations::find(db, found.consultation_id)?.ok_or(Refusal::NotFound)?;
            let (box_id, replaces) = match (state_of_vote(db, &found)?, found.box_id) {
                (Some(BoxState::Published | BoxState::Closed), _) => return Err(Refusal::Settled.into()),
                (Some(BoxState::Draft), Some(old)) => (old.to(), true),
                (Some(BoxState::Draft | BoxState::Cancelled) | None, _) => (fresh, false),
            };
            let limit = i64::try_from(PROJECTS_MAX).unwrap_or(i64::MAX).saturating_add(1);
            let rows = store::views::budget::of_envelope(db, found.id, &[ProjectState::PutToVote.code()], limit)?;
            if rows.len() < 2 || rows.iter().any(|row| row.project.cost.is_none_or(|cost| cost > found.amount)) {
                return Err(Error::fault("envelope", Fault::Missing));
            }
            let options = rows.iter().map(option).collect();
            let draft = Draft { grid, ..Draft::budget(title, found.amount, options, opens_at, closes_at) };
            let made = votes::draft::enter(db, viewer, &consultation, draft, (box_id, replaces), now)?;
            store::budget::set_box(db, found.id, Some(Uid::of(made)))?;
            Ok(made)
        })
        .await
}

/// A project as it stands on the ballot; its place is told under its title, the rest on its page.
fn option(row: &Row) -> DraftOption {
    DraftOption {
        title: row.card.contribution.title.clone(),
        description: row.project.place.clone(),
        cost: row.project.cost.unwrap_or(0),
        contribution: Some(row.card.contribution.id.to()),
    }
}
