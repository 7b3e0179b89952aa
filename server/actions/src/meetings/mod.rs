//! Meetings: prepared, published, changed and called off by agents; registered for by whoever wants to come.

mod abroad;
mod attend;
mod cancel;
mod form;
mod hand_in;
mod minutes;
mod own;
mod prepare;
mod publish;
mod register;
mod remove;
mod take_list;
mod tell;

pub(crate) use abroad::{attend_from, stay_away};
pub use attend::{Desk, attend, give_back};
pub use cancel::cancel;
pub use form::MeetingForm;
pub use hand_in::{SaidForm, hand_in};
pub use minutes::write_minutes;
pub(crate) use own::{forget, own_data};
pub use prepare::{edit, prepare};
pub use publish::publish;
pub use register::{ask, confirm, leave, leave_with, register};
pub use remove::remove;
pub use take_list::take_list;
pub use tell::{LETTERS, is_still_meant, of_letter, own_page, write_to_all};

use crate::{App, Result, random};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Timestamp;
use domain::event::{Event, EventKind};
use domain::id::MeetingId;
use domain::meeting::{self, PlaceState, Terms};
use domain::refusal::Refusal;
use store::meetings::Meeting;
use store::registrations::Registration;
use store::{At, Db, Uid};

/// Most people who are called from the list of those who wait in one transaction.
const CALLED_AT_ONCE: u32 = 100;

/// The secret of the page of a registration: made of its id, so that every letter can lead there and nothing of it is kept.
#[must_use]
pub fn key(secret: &[u8], registration: Uid) -> String {
    URL_SAFE_NO_PAD.encode(random::keyed_digest(secret, &[b"place at a meeting\0", registration.0.as_bytes()]))
}

/// The path of the page of a registration.
#[must_use]
pub fn ticket(secret: &[u8], registration: &Registration) -> String {
    format!("/meetings/{}/r/{}", registration.meeting_id.0, key(secret, registration.id))
}

/// The secret of the instance, from which the keys are made.
async fn secret(app: &App) -> Result<Vec<u8>> {
    Ok(app.instance().await?.secret.clone())
}

/// A meeting, held until the end of the transaction.
fn load(db: &mut Db, id: MeetingId) -> Result<(Meeting, Terms)> {
    store::meetings::hold(db, Uid::of(id))?;
    let found = store::meetings::find(db, Uid::of(id))?.ok_or(Refusal::NotFound)?;
    let terms = found.terms()?;
    Ok((found, terms))
}

/// The same, of a meeting that everybody may know of.
fn load_public(db: &mut Db, id: MeetingId) -> Result<(Meeting, Terms)> {
    store::meetings::hold(db, Uid::of(id))?;
    let found = store::meetings::public(db, Uid::of(id))?.ok_or(Refusal::NotFound)?;
    let terms = found.terms()?;
    Ok((found, terms))
}

/// An event about a meeting.
fn event(kind: EventKind, meeting: &Meeting) -> Event {
    let event = Event::new(kind).on(meeting.id.0);
    match meeting.consultation_id {
        Some(consultation) => event.within(consultation.to()),
        None => event,
    }
}

/// Notes that somebody's place changed. Who asked from another server is told there.
fn note(db: &mut Db, meeting: &Meeting, one: &Registration, state: PlaceState, now: Timestamp) -> Result<()> {
    let event = event(EventKind::PlaceChanged, meeting).on(one.id.0).detail(state.code());
    if one.activity.is_some() {
        return Ok(store::journal::append_and_tell(db, &event, now)?);
    }
    Ok(store::journal::append(db, &event, now)?)
}

/// Gives somebody the place that there is, or a place among those who wait.
fn take(db: &mut Db, meeting: &Meeting, terms: &Terms, one: &Registration, now: Timestamp) -> Result<PlaceState> {
    let counts = store::registrations::count(db, meeting.id)?;
    let state = meeting::place(terms.places, counts.taken, counts.waiting);
    let rank = store::registrations::next_rank(db, meeting.id)?;
    store::registrations::put(db, one.id, state, rank, At(now))?;
    store::registrations::count(db, meeting.id)?;
    note(db, meeting, one, state, now)?;
    Ok(state)
}

/// Gives the places that are free to those who wait, in order. Says whether more could be called.
fn call(db: &mut Db, secret: &[u8], meeting: &Meeting, terms: &Terms, now: Timestamp) -> Result<bool> {
    let counts = store::registrations::count(db, meeting.id)?;
    let many = meeting::moving_up(terms, counts.taken, counts.waiting, now);
    if many == 0 {
        return Ok(false);
    }
    let called = store::registrations::first(db, meeting.id, PlaceState::Waiting, i64::from(many.min(CALLED_AT_ONCE)))?;
    for one in &called {
        store::registrations::put(db, one.id, PlaceState::Registered, one.rank, At(now))?;
        note(db, meeting, one, PlaceState::Registered, now)?;
    }
    let to = store::registrations::audience(db, called)?;
    tell::tell(db, secret, meeting, ("meeting_moved_up", to), now)?;
    store::registrations::count(db, meeting.id)?;
    Ok(many > CALLED_AT_ONCE)
}
