//! Publish a commitment.

use super::{authors, load, write_to};
use crate::{App, Result};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::{CommitmentId, LetterId};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::At;
use store::commitments::News;

/// Publishes a commitment and writes to the authors of the contributions it comes from.
///
/// # Errors
/// A refusal of the permission table, `NotPublished` when the consultation is a draft, `AlreadyDone`, or the store's failure.
pub async fn publish(app: &App, viewer: Viewer, id: CommitmentId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (now, news, letter) = (app.now(), app.new_id::<CommitmentId>(), app.new_id::<LetterId>());
    app.store
        .write(move |db| {
            let (mut row, consultation) = load(db, id)?;
            if consultation.published_at.is_none() {
                return Err(Refusal::NotPublished.into());
            }
            if row.published_at.is_some() {
                return Err(Refusal::AlreadyDone.into());
            }
            row.published_at = Some(At(now));
            row.edited_at = At(now);
            row.first_promised_on.clone_from(&row.promised_on);
            store::commitments::update(db, &row)?;
            let first = News {
                id: store::Uid::of(news),
                commitment_id: row.id,
                body: String::new(),
                state: row.state.clone(),
                progress: row.progress,
                promised_on: row.promised_on.clone(),
                written_at: At(now),
            };
            store::commitments::tell(db, &first)?;
            let authors = authors(db, row.id)?;
            write_to(db, &authors, "commitment_made", (&row, &consultation.slug), letter, now)?;
            let event = Event::new(EventKind::CommitmentPublished).by(viewer.actor).on(id).within(consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
