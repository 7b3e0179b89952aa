//! What somebody of another server does with meetings: they come, or come no more.

use super::register::{Drawn, enter, leave_as};
use crate::Result;
use domain::Timestamp;
use domain::id::{ActorId, MeetingId, RegistrationId};
use domain::lang::Lang;
use domain::refusal::Refusal;
use store::{Db, Uid};

/// Somebody of another server wants to come. What they get, they are told by the line of the journal.
pub(crate) fn attend_from(
    db: &mut Db,
    actor: ActorId,
    (meeting, activity): (MeetingId, &str),
    id: RegistrationId,
    now: Timestamp,
) -> Result<()> {
    let instance = store::instance::find(db)?.ok_or(Refusal::NotFound)?;
    // Nobody knows which language they read: that of the meeting is the one in which they found it.
    let found = store::meetings::public(db, Uid::of(meeting))?.ok_or(Refusal::NotFound)?;
    let lang = Lang::parse(&found.lang).unwrap_or(Lang::Fr);
    let new = Drawn::of(id, &instance.secret);
    enter(db, &instance.secret, (meeting, Uid::of(actor), lang), new, Some(activity), now).map(drop)
}

/// They come no more: of this meeting, or of the one that this activity asked for.
pub(crate) fn stay_away(db: &mut Db, actor: ActorId, meeting: Option<MeetingId>, activity: Option<&str>, now: Timestamp) -> Result<()> {
    let secret = store::instance::find(db)?.ok_or(Refusal::NotFound)?.secret;
    let by_activity = activity.map(|activity| store::registrations::by_activity(db, Uid::of(actor), activity)).transpose()?.flatten();
    let Some(meeting) = by_activity.map(|one| one.meeting_id.to()).or(meeting) else { return Err(Refusal::AlreadyDone.into()) };
    // They know: nobody answers them.
    store::registrations::forget_activity(db, Uid::of(meeting), Uid::of(actor))?;
    leave_as(db, &secret, meeting, Uid::of(actor), now)
}
