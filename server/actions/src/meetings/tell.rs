//! The letters of a meeting, and the messages to people of other servers: to one who registers, and to all of them when something changes or the
//! day comes.

use super::{call, event, load, secret, ticket};
use crate::{App, Result, jobs, random};
use domain::Timestamp;
use domain::event::EventKind;
use domain::id::{LetterId, MeetingId};
use domain::meeting::{MeetingState, PlaceState, REMINDER};
use store::jobs::JobKind;
use store::letters::Letter;
use store::meetings::Meeting;
use store::registrations::{Audience, Recipient, Registration};
use store::{Db, Uid};

/// Codes of the letters of meetings; each leads to the page of a registration.
pub const LETTERS: [&str; 7] = [
    "meeting_confirm",
    "meeting_registered",
    "meeting_waiting",
    "meeting_moved_up",
    "meeting_reminder",
    "meeting_changed",
    "meeting_cancelled",
];

/// Letters written in one transaction.
const BATCH: i64 = 200;

/// The meeting that a letter is about, as it is now; none where it is about something else, or the meeting is gone.
///
/// # Errors
/// When the store fails.
pub async fn of_letter(app: &App, letter: &Letter) -> Result<Option<Meeting>> {
    if !LETTERS.contains(&letter.kind.as_str()) {
        return Ok(None);
    }
    let id = letter.link.strip_prefix("/meetings/").and_then(|rest| rest.split('/').next()).and_then(MeetingId::parse);
    let Some(id) = id else { return Ok(None) };
    Ok(app.store.read(move |db| store::meetings::find(db, Uid::of(id))).await?)
}

/// Writes a letter to each of these.
pub(super) fn write(db: &mut Db, secret: &[u8], kind: &str, to: Vec<Recipient>, now: Timestamp) -> Result<()> {
    for one in to {
        let id = LetterId(random::uuid_v7(now));
        let letter = jobs::letter(id, kind, (&one.email, &one.name, &one.lang), ticket(secret, &one.row), now);
        jobs::post(db, &letter, now)?;
    }
    Ok(())
}

/// Tells each of these: by a letter, or by a direct message to an account of another server, which leaves by a line of the journal.
pub(super) fn tell(db: &mut Db, secret: &[u8], meeting: &Meeting, (kind, to): (&'static str, Audience), now: Timestamp) -> Result<()> {
    write(db, secret, kind, to.by_letter, now)?;
    for one in to.abroad {
        store::journal::append_and_tell(db, &event(EventKind::PlaceTold, meeting).on(one.id.0).detail(kind), now)?;
    }
    Ok(())
}

/// Whether what was to be told is still so when it leaves: somebody who left meanwhile hears nothing more.
///
/// # Errors
/// When what is stored makes no sense.
pub fn is_still_meant(letter: &str, meeting: &Meeting, one: &Registration, now: Timestamp) -> Result<bool> {
    let (terms, state) = (meeting.terms()?, one.state()?);
    if terms.is_past(now) {
        return Ok(false);
    }
    let (stands, waits) = (state == PlaceState::Registered, state == PlaceState::Waiting);
    let cancelled = terms.state == MeetingState::Cancelled;
    Ok(match letter {
        "meeting_cancelled" => cancelled && (stands || waits),
        "meeting_changed" => !cancelled && (stands || waits),
        "meeting_waiting" => !cancelled && waits,
        _ => !cancelled && stands && LETTERS.contains(&letter),
    })
}

/// The address of the page of a registration, for whoever is registered and nobody else.
///
/// # Errors
/// When the store fails.
pub async fn own_page(app: &App, one: &Registration) -> Result<String> {
    Ok(app.links.absolute(&ticket(&secret(app).await?, one)))
}

/// What those who are registered are written now, and who of them; `None`: nothing.
fn what(row: &Meeting, reminds: bool, now: Timestamp) -> Result<Option<(&'static str, String, Vec<PlaceState>)>> {
    let terms = row.terms()?;
    let everybody = vec![PlaceState::Registered, PlaceState::Waiting];
    Ok(match terms.state {
        MeetingState::Draft => None,
        _ if terms.is_past(now) => None,
        MeetingState::Cancelled if reminds => None,
        MeetingState::Cancelled => Some(("meeting_cancelled", "cancelled".to_owned(), everybody)),
        // It was put off: another job will remind them.
        MeetingState::Published if reminds && (terms.begins - REMINDER > now || terms.begins <= now) => None,
        MeetingState::Published if reminds => {
            Some(("meeting_reminder", format!("reminder:{}", terms.begins.as_second()), vec![PlaceState::Registered]))
        }
        MeetingState::Published => Some(("meeting_changed", format!("changed:{}", moved(row)), everybody)),
    })
}

/// What tells one time and place from another.
fn moved(row: &Meeting) -> String {
    let place = [row.kind.as_str(), &row.venue, &row.address, &row.link].join("\n");
    let digest = random::token_hash(&format!("{}\n{}\n{place}", row.begins_at.0, row.ends_at.0));
    digest.iter().take(8).fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// Writes to those who are registered what they must know, some at a time: the job queues itself again until all are told. Those who wait are called
/// first when there is room. It may run twice: nobody gets the same letter again.
///
/// # Errors
/// When the store fails.
pub async fn write_to_all(app: &App, id: MeetingId, reminds: bool) -> Result<()> {
    let (secret, now) = (secret(app).await?, app.now());
    app.store
        // no event: what happened is in the journal already
        .write(move |db| {
            let Ok((row, terms)) = load(db, id) else { return Ok(()) };
            let mut more = call(db, &secret, &row, &terms, now)?;
            if let Some((kind, told, states)) = what(&row, reminds, now)? {
                let (to, left) = store::registrations::to_tell(db, row.id, &told, &states, BATCH)?;
                tell(db, &secret, &row, (kind, to), now)?;
                more |= left;
            }
            if more {
                let kind = if reminds { JobKind::RemindMeeting } else { JobKind::TellMeeting };
                store::jobs::enqueue(db, kind, Some(row.id), now, now)?;
            }
            Ok(())
        })
        .await
}
