//! The desk of a meeting: who is there says their code, and an agent notes it.

use super::register::release;
use super::{load, note, secret};
use crate::{App, Error, Result};
use domain::actor::Viewer;
use domain::id::{MeetingId, RegistrationId};
use domain::letter_code;
use domain::meeting::{self, PlaceState};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::Fault;
use store::{At, Uid};

/// What the desk found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Desk {
    /// They had a place and are noted.
    Welcome,
    /// They waited for a place, and are noted all the same: the desk sees whether there is a chair.
    Waited,
    /// They were noted before.
    Again,
}

/// Notes that whoever has this code is there.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `NotOpenNow`, a fault of `code` (`Shape`: a slip of the pen; `Choice`: nobody has it; `Taken`: the place
/// was given back), or the store's failure.
pub async fn attend(app: &App, viewer: Viewer, id: MeetingId, typed: &str) -> Result<Desk> {
    permission::may_in_office(viewer, OfficeVerb::ReceiveVotes)?;
    if typed.trim().is_empty() {
        return Err(Error::fault("code", Fault::Missing));
    }
    let code = letter_code::parse(typed).ok_or_else(|| Error::fault("code", Fault::Shape))?;
    let now = app.now();
    app.store
        // no event: `note` appends it
        .write(move |db| {
            let (found, terms) = load(db, id)?;
            meeting::may_note_attendance(&terms, now)?;
            let one = store::registrations::by_code(db, found.id, &code)?.ok_or_else(|| Error::fault("code", Fault::Choice))?;
            let desk = match one.state()? {
                PlaceState::Attended => return Ok(Desk::Again),
                PlaceState::Cancelled | PlaceState::Asked => return Err(Error::fault("code", Fault::Taken)),
                PlaceState::Registered => Desk::Welcome,
                PlaceState::Waiting => Desk::Waited,
            };
            store::registrations::put(db, one.id, PlaceState::Attended, one.rank, At(now))?;
            store::registrations::count(db, found.id)?;
            note(db, &found, &one, PlaceState::Attended, now)?;
            Ok(desk)
        })
        .await
}

/// Takes the place of somebody back who told an agent that they do not come.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `NotOpenNow` once it has begun, `AlreadyDone`, or the store's failure.
pub async fn give_back(app: &App, viewer: Viewer, id: MeetingId, registration: RegistrationId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::ReceiveVotes)?;
    let (secret, now) = (secret(app).await?, app.now());
    app.store
        // no event: `release` notes it
        .write(move |db| {
            let (found, terms) = load(db, id)?;
            let one = store::registrations::find(db, Uid::of(registration))?.filter(|one| one.meeting_id == found.id);
            let one = one.ok_or(Refusal::NotFound)?;
            meeting::may_leave(&terms, one.state()?, now)?;
            release(db, &secret, &found, &one, now)
        })
        .await
}
