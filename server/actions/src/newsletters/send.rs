//! Send an issue: to everybody of its segment, or to oneself to see how it looks.

use super::{keep, load};
use crate::accounts::signed_in;
use crate::limits::Purpose;
use crate::{App, Result, jobs};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::{IssueId, LetterId};
use domain::newsletter::IssueState;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::jobs::JobKind;
use store::{At, Uid};

/// Sends an issue, as it was read: `revision` is that of the text the agent saw. The letters are written by a job, some at a time.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `AlreadyDone` when it left, `Stale` when it changed since, or the store's failure.
pub async fn send(app: &App, viewer: Viewer, id: IssueId, revision: i32) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let (mut row, state) = load(db, id)?;
            if state != IssueState::Draft {
                return Err(Refusal::AlreadyDone.into());
            }
            row.revision = revision;
            row.state = IssueState::Sending.code().to_owned();
            row.sent_at = Some(At(now));
            row.edited_at = At(now);
            keep(db, &row)?;
            store::jobs::enqueue(db, JobKind::SpreadNewsletter, Some(row.id), now, now)?;
            Ok(store::journal::append(db, &Event::new(EventKind::NewsletterSent).by(viewer.actor).on(id), now)?)
        })
        .await
}

/// Writes one letter of an issue to the agent who asks.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `TooManyAttempts`, or the store's failure.
pub async fn try_out(app: &App, viewer: Viewer, id: IssueId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let person = Uid::of(signed_in(viewer)?);
    app.limits.check(Purpose::Mailbox, person.0.as_bytes())?;
    let (now, letter) = (app.now(), app.new_id::<LetterId>());
    app.store
        // no event: nothing changed, and nobody else gets it
        .write(move |db| {
            let row = store::newsletters::find(db, Uid::of(id))?.ok_or(Refusal::NotFound)?;
            let account = store::accounts::find(db, person)?.ok_or(Refusal::SignInFirst)?;
            let link = format!("/admin/newsletter/{}", row.id.0);
            jobs::post(db, &jobs::letter(letter, "newsletter_try", (&account.email, "", &row.lang), link, now), now)
        })
        .await
}
