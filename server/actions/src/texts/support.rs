//! Support a paragraph as it is, or take that back.

use super::load;
use crate::{App, Result};
use domain::actor::Viewer;
use domain::draft_text::TextState;
use domain::event::{Event, EventKind};
use domain::permission;
use domain::refusal::Refusal;
use store::supports::From;
use store::{At, Uid};

/// Supports a paragraph, or takes the support back. One person supports a paragraph once.
///
/// # Errors
/// A refusal of the permission table, `NotOpenNow` unless the text is open, `AlreadyDone`, or the store's failure.
pub async fn support(app: &App, viewer: Viewer, slug: &str, number: i32, give: bool) -> Result<()> {
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            let (row, consultation, calendar) = load(db, &slug)?;
            match row.state()? {
                TextState::Draft => return Err(Refusal::NotFound.into()),
                TextState::Closed | TextState::Settled => return Err(Refusal::NotOpenNow.into()),
                TextState::Open => {}
            }
            permission::may_support_a_part(viewer, &calendar, now)?;
            let actor = Uid::of(viewer.actor.ok_or(Refusal::SignInFirst)?);
            let paragraph = store::draft_texts::paragraph(db, row.id, number)?.ok_or(Refusal::NotFound)?;
            let changed = if give {
                store::draft_texts::supports::give(db, paragraph.id, actor, At(now))?
            } else {
                store::draft_texts::supports::take_back(db, paragraph.id, actor)?
            };
            if !changed {
                return Err(Refusal::AlreadyDone.into());
            }
            if give {
                store::supports::take_part(db, consultation.id, actor, From::Here, At(now))?;
            }
            let event = Event::new(EventKind::ParagraphSupported).on(paragraph.id.0).within(consultation.id.to());
            let event = event.detail(if give { "given" } else { "taken_back" });
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
