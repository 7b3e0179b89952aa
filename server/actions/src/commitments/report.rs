//! Report how a published commitment goes: state, how far, promised day, real day, what is told.

use super::{ProgressForm, authors, load, write_to};
use crate::{App, Result};
use domain::actor::Viewer;
use domain::commitment::CommitmentState;
use domain::event::{Event, EventKind};
use domain::id::{CommitmentId, LetterId};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::commitments::News;
use store::{At, Uid};

/// Says where a commitment stands. Its authors are written to when it is done or given up.
///
/// # Errors
/// A refusal of the permission table, `NotPublished` for a draft, faulty fields (`words` is `Missing` where it is given up or put off without a
/// word), or the store's failure.
pub async fn report(app: &App, viewer: Viewer, id: CommitmentId, form: &ProgressForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let now = app.now();
    let today = now.to_zoned(app.time_zone().await?).date();
    let (form, news, letter) = (form.clone(), app.new_id::<CommitmentId>(), app.new_id::<LetterId>());
    app.store
        .write(move |db| {
            let (mut row, consultation) = load(db, id)?;
            if row.published_at.is_none() {
                return Err(Refusal::NotPublished.into());
            }
            let told = form.parse(row.promised_on.as_deref(), today)?;
            let was = row.state()?;
            row.state = told.state.code().to_owned();
            row.progress = told.progress;
            row.first_promised_on = row.first_promised_on.or_else(|| told.promised_on.clone());
            row.promised_on.clone_from(&told.promised_on);
            row.done_on = told.done_on;
            row.reason = if told.state == CommitmentState::Abandoned { told.news.clone() } else { String::new() };
            row.edited_at = At(now);
            store::commitments::update(db, &row)?;
            let step = News {
                id: Uid::of(news),
                commitment_id: row.id,
                body: told.news,
                state: row.state.clone(),
                progress: row.progress,
                promised_on: told.promised_on,
                written_at: At(now),
            };
            store::commitments::tell(db, &step)?;
            if let Some(kind) = letter_of(was, told.state) {
                let authors = authors(db, row.id)?;
                write_to(db, &authors, kind, (&row, &consultation.slug), letter, now)?;
            }
            let event =
                Event::new(EventKind::CommitmentReported).by(viewer.actor).on(id).within(consultation.id.to()).detail(told.state.code());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// The letter that says where it has come to; none where that is not the end, or was said already.
fn letter_of(was: CommitmentState, is: CommitmentState) -> Option<&'static str> {
    match is {
        CommitmentState::Done if was != is => Some("commitment_done"),
        CommitmentState::Abandoned if was != is => Some("commitment_abandoned"),
        CommitmentState::Planned | CommitmentState::UnderWay | CommitmentState::Done | CommitmentState::Abandoned => None,
    }
}
