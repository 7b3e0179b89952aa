//! Answer a petition.

use super::{AnswerForm, event, load, write_to_promoter};
use crate::{App, Result};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::{InitiativeId, LetterId};
use domain::initiative::InitiativeKind;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::At;

/// Answers a petition, once, whether or not enough have signed: from then on nobody signs any more. Whoever promotes it is written to.
///
/// # Errors
/// A refusal of the permission table, `NotFound` for what is no petition or was not admitted, `AlreadyDone`, faulty fields, or the store's failure.
pub async fn answer(app: &App, viewer: Viewer, id: InitiativeId, form: &AnswerForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (state, body, signed_by) = form.parse()?;
    let (now, letter) = (app.now(), app.new_id::<LetterId>());
    app.store
        .write(move |db| {
            let (mut row, terms) = load(db, id)?;
            if terms.kind != InitiativeKind::Petition || !terms.is_public() {
                return Err(Refusal::NotFound.into());
            }
            if terms.answered.is_some() {
                return Err(Refusal::AlreadyDone.into());
            }
            row.answer_state = state.code().to_owned();
            row.answer = body;
            row.answer_signed = signed_by;
            row.answered_at = Some(At(now));
            row.edited_at = At(now);
            store::initiatives::update(db, &row)?;
            write_to_promoter(db, &row, "petition_answered", letter, now)?;
            Ok(store::journal::append(db, &event(EventKind::PetitionAnswered, &row).by(viewer.actor).detail(state.code()), now)?)
        })
        .await
}
