//! Report a contribution to the moderators.

use crate::{App, Error, Result, subject};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::{ContributionId, ReportId};
use domain::moderation::Reason;
use domain::permission::{self, Verb};
use domain::refusal::Refusal;
use domain::text::{self, Fault};
use store::moderation::Report;
use store::{At, Db, Uid};

/// Reports a contribution, once per person.
///
/// # Errors
/// A refusal of the permission table, a faulty note, `AlreadyDone`, or the store's failure.
pub async fn report(app: &App, viewer: Viewer, id: ContributionId, reason: Reason, note: &str) -> Result<()> {
    let (now, report) = (app.now(), app.new_id::<ReportId>());
    let least = usize::from(reason == Reason::Other) * 3;
    let note = text::bounded_text(note, least, text::SHORT_MAX).map_err(|fault: Fault| Error::fault("note", fault))?;
    // no event: `notice` appends it, for both doors
    app.store.write(move |db| notice(db, viewer, (id, report), reason, note, now)).await
}

/// The same in a transaction that is open.
pub(crate) fn notice(
    db: &mut Db,
    viewer: Viewer,
    (id, report): (ContributionId, ReportId),
    reason: Reason,
    note: String,
    now: Timestamp,
) -> Result<()> {
    let subject = subject::contribution(db, id)?;
    permission::may(viewer, Verb::Report, &subject.standing, &subject.calendar, now)?;
    let reporter = viewer.actor.ok_or(Refusal::SignInFirst)?;
    let new = Report {
        id: Uid::of(report),
        contribution_id: Uid::of(id),
        reporter_id: Some(Uid::of(reporter)),
        reason: reason.code().to_owned(),
        note,
        reported_at: At(now),
        decided_at: None,
        decision: None,
        decided_by: None,
    };
    if !store::moderation::insert_report(db, &new)? {
        return Err(Refusal::AlreadyDone.into());
    }
    let event = Event::new(EventKind::ContributionReported).by(reporter).on(id).within(subject.consultation.id.to()).detail(reason.code());
    Ok(store::journal::append(db, &event, now)?)
}
