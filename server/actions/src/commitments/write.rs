//! Write a commitment, or change what it says.

use super::{CommitmentForm, changed, load};
use crate::{App, Result, subject};
use domain::actor::Viewer;
use domain::commitment::{COMMITMENTS_MAX, CommitmentState};
use domain::id::CommitmentId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::commitments::Commitment;
use store::{At, Uid};

/// Writes a new commitment, which nobody reads before it is published; it stands last.
///
/// # Errors
/// A refusal of the permission table, `NoRoom` when the consultation has as many as it may, faulty fields, or the store's failure.
pub async fn draft(app: &App, viewer: Viewer, slug: &str, form: &CommitmentForm) -> Result<CommitmentId> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (now, id, parsed, slug) = (app.now(), app.new_id::<CommitmentId>(), form.parse()?, slug.to_owned());
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            store::commitments::hold(db, consultation.id)?;
            let others = store::commitments::of_consultation(db, consultation.id, false)?;
            if others.len() >= COMMITMENTS_MAX {
                return Err(Refusal::NoRoom.into());
            }
            let row = Commitment {
                id: Uid::of(id),
                consultation_id: consultation.id,
                position: others.last().map_or(0, |last| last.position.saturating_add(1)),
                title: parsed.title,
                body: parsed.body,
                state: CommitmentState::Planned.code().to_owned(),
                reason: String::new(),
                progress: 0,
                cost: parsed.cost,
                responsible: parsed.responsible,
                first_promised_on: None,
                promised_on: parsed.promised_on,
                done_on: None,
                created_at: At(now),
                edited_at: At(now),
                published_at: None,
            };
            store::commitments::insert(db, &row)?;
            store::journal::append(db, &changed(viewer, &row), now)?;
            Ok(id)
        })
        .await
}

/// Changes what a commitment says. The promised day of a published one stays: it moves with a report that says why.
///
/// # Errors
/// A refusal of the permission table, faulty fields, or the store's failure.
pub async fn edit(app: &App, viewer: Viewer, id: CommitmentId, form: &CommitmentForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (now, parsed) = (app.now(), form.parse()?);
    app.store
        .write(move |db| {
            let (mut row, _) = load(db, id)?;
            row.title = parsed.title;
            row.body = parsed.body;
            row.responsible = parsed.responsible;
            row.cost = parsed.cost;
            if row.published_at.is_none() {
                row.promised_on = parsed.promised_on;
            }
            row.edited_at = At(now);
            store::commitments::update(db, &row)?;
            Ok(store::journal::append(db, &changed(viewer, &row), now)?)
        })
        .await
}
