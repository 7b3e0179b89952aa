//! Open a text to everybody, close it, settle it.

use super::load;
use crate::{App, Error, Result};
use domain::actor::Viewer;
use domain::draft_text::TextState;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::Fault;
use store::At;

/// Opens a text: from then on its words stay, and people speak of them as far as the phase of the consultation lets them. What was closed opens again.
///
/// # Errors
/// A refusal of the permission table, `NotPublished` when the consultation is a draft, `AlreadyDone`, `Settled`, or the store's failure.
pub async fn open(app: &App, viewer: Viewer, slug: &str) -> Result<()> {
    advance(app, viewer, slug, TextState::Open).await
}

/// Closes a text: nothing more is said of it, whatever the phase.
///
/// # Errors
/// A refusal of the permission table, `NotPublished` before it was opened, `AlreadyDone`, `Settled`, or the store's failure.
pub async fn close(app: &App, viewer: Viewer, slug: &str) -> Result<()> {
    advance(app, viewer, slug, TextState::Closed).await
}

/// Settles a closed text: it stands as the decisions made it.
///
/// # Errors
/// A refusal of the permission table, a fault of `settle` while amendments wait for a decision (`Missing`) or for a moderator (`Choice`),
/// `NotPublished` or `NotOpenNow` before it was
/// closed, `AlreadyDone`, or the store's failure.
pub async fn settle(app: &App, viewer: Viewer, slug: &str) -> Result<()> {
    advance(app, viewer, slug, TextState::Settled).await
}

async fn advance(app: &App, viewer: Viewer, slug: &str, to: TextState) -> Result<()> {
    let verb = if to == TextState::Settled { OfficeVerb::Answer } else { OfficeVerb::PrepareConsultation };
    permission::may_in_office(viewer, verb)?;
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            let (mut row, consultation, _) = load(db, &slug)?;
            let from = row.state()?;
            if consultation.published_at.is_none() {
                return Err(Refusal::NotPublished.into());
            }
            may_advance(from, to)?;
            if to == TextState::Settled {
                all_decided(store::draft_texts::undecided(db, row.id)?)?;
            }
            match to {
                TextState::Draft => {}
                TextState::Open => row.opened_at = row.opened_at.or(Some(At(now))),
                TextState::Closed => row.closed_at = Some(At(now)),
                TextState::Settled => row.settled_at = Some(At(now)),
            }
            to.code().clone_into(&mut row.state);
            row.edited_at = At(now);
            store::draft_texts::update(db, &row)?;
            let event = Event::new(EventKind::TextChanged).by(viewer.actor).on(row.id.0).within(consultation.id.to()).detail(to.code());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// Nothing waits for a decision, and nothing that waits for a moderator could wait for one later.
fn all_decided((seen, held): (i64, i64)) -> Result<()> {
    match (seen, held) {
        (0, 0) => Ok(()),
        (0, _) => Err(Error::fault("settle", Fault::Choice)),
        (_, _) => Err(Error::fault("settle", Fault::Missing)),
    }
}

fn may_advance(from: TextState, to: TextState) -> std::result::Result<(), Refusal> {
    match (from, to) {
        (TextState::Draft, TextState::Open)
        | (TextState::Open, TextState::Closed)
        | (TextState::Closed, TextState::Open | TextState::Settled) => Ok(()),
        (TextState::Settled, TextState::Open | TextState::Closed) => Err(Refusal::Settled),
        (TextState::Draft, TextState::Closed | TextState::Settled) => Err(Refusal::NotPublished),
        (TextState::Open, TextState::Settled) => Err(Refusal::NotOpenNow),
        (_, TextState::Draft)
        | (TextState::Open, TextState::Open)
        | (TextState::Closed, TextState::Closed)
        | (TextState::Settled, TextState::Settled) => Err(Refusal::AlreadyDone),
    }
}
