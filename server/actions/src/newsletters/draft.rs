//! Write an issue, change it, throw it away.

use super::{IssueForm, ground, keep, load};
use crate::{App, Error, Result};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::IssueId;
use domain::newsletter::{IssueState, Segment};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::Fault;
use store::newsletters::Issue;
use store::{At, Db, Uid};

/// Writes an issue that nobody gets before it is sent.
///
/// # Errors
/// A refusal of the permission table, faulty fields (`segment` when it is unknown), or the store's failure.
pub async fn draft(app: &App, viewer: Viewer, form: &IssueForm) -> Result<IssueId> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (parsed, now, id) = (form.parse()?, app.now(), app.new_id::<IssueId>());
    app.store
        .write(move |db| {
            let (consultation_id, theme_id) = known(db, parsed.segment)?;
            let row = Issue {
                id: Uid::of(id),
                segment: parsed.segment.code(),
                consultation_id,
                theme_id,
                state: IssueState::Draft.code().to_owned(),
                title: parsed.title,
                body: parsed.body,
                lang: parsed.lang.code().to_owned(),
                revision: 0,
                created_at: At(now),
                edited_at: At(now),
                sent_at: None,
                sent_to: None,
                letters: 0,
            };
            store::newsletters::insert(db, &row)?;
            store::newsletters::set_items(db, row.id, &parsed.items)?;
            store::journal::append(db, &Event::new(EventKind::NewsletterDrafted).by(viewer.actor).on(id), now)?;
            Ok(id)
        })
        .await
}

/// Changes an issue that has not left.
///
/// # Errors
/// As [`draft`]; `Settled` for what left, `Stale` when it changed since `revision`.
pub async fn edit(app: &App, viewer: Viewer, id: IssueId, revision: i32, form: &IssueForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (parsed, now) = (form.parse()?, app.now());
    app.store
        .write(move |db| {
            let (mut row, state) = load(db, id)?;
            if state != IssueState::Draft {
                return Err(Refusal::Settled.into());
            }
            (row.consultation_id, row.theme_id) = known(db, parsed.segment)?;
            row.segment = parsed.segment.code();
            row.title = parsed.title;
            row.body = parsed.body;
            row.lang = parsed.lang.code().to_owned();
            row.revision = revision;
            row.edited_at = At(now);
            keep(db, &row)?;
            store::newsletters::set_items(db, row.id, &parsed.items)?;
            Ok(store::journal::append(db, &Event::new(EventKind::NewsletterDrafted).by(viewer.actor).on(id), now)?)
        })
        .await
}

/// Removes an issue that has not left.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `Settled` for what left, or the store's failure.
pub async fn remove(app: &App, viewer: Viewer, id: IssueId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let (row, state) = load(db, id)?;
            if state != IssueState::Draft {
                return Err(Refusal::Settled.into());
            }
            store::newsletters::remove(db, row.id)?;
            Ok(store::journal::append(db, &Event::new(EventKind::NewsletterDrafted).by(viewer.actor).on(id).detail("removed"), now)?)
        })
        .await
}

/// What a segment is of; one that is gone is a fault of its field, so that the text comes back.
fn known(db: &mut Db, segment: Segment) -> Result<(Option<Uid>, Option<Uid>)> {
    let found = ground(db, segment);
    if matches!(found, Err(Error::Refused(Refusal::NotFound))) { Err(Error::fault("segment", Fault::Choice)) } else { found }
}
