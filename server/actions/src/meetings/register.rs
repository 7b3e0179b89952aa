//! Come to a meeting, and give the place back.

use super::{call, key, load_public, note, secret, take, tell};
use crate::limits::Purpose;
use crate::{App, Error, Result, accounts, random};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::id::{MeetingId, RegistrationId};
use domain::lang::Lang;
use domain::letter_code::DESK;
use domain::meeting::{self, PlaceState};
use domain::questionnaire::mailbox;
use domain::refusal::Refusal;
use domain::text::{self, Email};
use store::jobs::JobKind;
use store::meetings::Meeting;
use store::registrations::{Recipient, Registration};
use store::{At, Db, Uid};

/// Registers the viewer's account: a place, or one among those who wait.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotOpenNow`, `AlreadyDone`, or the store's failure.
pub async fn register(app: &App, viewer: Viewer, id: MeetingId, lang: Lang) -> Result<PlaceState> {
    let (actor, secret, now) = (accounts::signed_in(viewer)?, secret(app).await?, app.now());
    let new = Drawn::new(app, &secret);
    app.store
        // no event: `enter` notes it
        .write(move |db| enter(db, &secret, (id, Uid::of(actor), lang), new, None, now))
        .await
}

/// The same in a transaction that is open, with the activity of somebody who asks from another server.
pub(super) fn enter(
    db: &mut Db,
    secret: &[u8],
    (id, actor, lang): (MeetingId, Uid, Lang),
    new: Drawn,
    activity: Option<&str>,
    now: Timestamp,
) -> Result<PlaceState> {
    let (found, terms) = load_public(db, id)?;
    meeting::may_register(&terms, now)?;
    let old = store::registrations::of_actor(db, found.id, actor)?;
    let mut one = match old {
        Some(old) if old.state()?.wants_to_come() => return Err(Refusal::AlreadyDone.into()),
        Some(old) => old,
        None => new.keep(db, &found, Who::Account(actor), lang, At(now))?,
    };
    if let Some(activity) = activity {
        store::registrations::set_activity(db, one.id, activity)?;
        one.activity = Some(activity.to_owned());
    }
    let state = take(db, &found, &terms, &one, now)?;
    welcome(db, secret, &found, (one, state), now)?;
    Ok(state)
}

/// Sends a letter with which somebody without an account confirms that they come; who is registered already gets the way to their page. The answer is
/// the same for every address.
///
/// # Errors
/// Faulty `email` or `name`, `TooManyAttempts`, `NotFound`, `NotOpenNow`, or the store's failure.
pub async fn ask(app: &App, id: MeetingId, email: &str, name: &str, lang: Lang) -> Result<()> {
    let (address, name) = match (Email::parse(email), text::bounded_line(name, 2, text::NAME_MAX)) {
        (Ok(address), Ok(name)) => (address, name),
        (address, name) => {
            let faults = [("name", name.err()), ("email", address.err())];
            return Err(Error::Faulty(faults.into_iter().filter_map(|(field, fault)| fault.map(|fault| (field, fault))).collect()));
        }
    };
    app.limits.check(Purpose::Mailbox, mailbox(&address).as_bytes())?;
    let (secret, now) = (secret(app).await?, app.now());
    let new = Drawn::new(app, &secret);
    app.store
        // no event: nobody comes before the address is confirmed
        .write(move |db| {
            let (found, terms) = load_public(db, id)?;
            meeting::may_register(&terms, now)?;
            let old = store::registrations::of_address(db, found.id, address.as_str())?;
            let one = match old {
                Some(old) if old.state()?.wants_to_come() => {
                    let state = old.state()?;
                    return welcome(db, &secret, &found, (old, state), now);
                }
                Some(old) => {
                    store::registrations::set_name(db, old.id, &name, lang.code())?;
                    store::registrations::put(db, old.id, PlaceState::Asked, old.rank, At(now))?;
                    old
                }
                None => new.keep(db, &found, Who::Address(address.as_str(), &name), lang, At(now))?,
            };
            let to = Recipient { email: address.as_str().to_owned(), name, lang: lang.code().to_owned(), row: one };
            tell::write(db, &secret, "meeting_confirm", vec![to], now)
        })
        .await
}

/// Confirms the address behind a registration: only then it has a place, or one among those who wait.
///
/// # Errors
/// `LinkExpired` when the secret leads nowhere, `NotFound`, `NotOpenNow`, or the store's failure.
pub async fn confirm(app: &App, id: MeetingId, key: &str) -> Result<PlaceState> {
    let (hash, secret, now) = (random::token_hash(key), secret(app).await?, app.now());
    app.store
        // no event: `take` notes it
        .write(move |db| {
            let (found, terms) = load_public(db, id)?;
            let one = store::registrations::by_key(db, found.id, &hash)?.ok_or(Refusal::LinkExpired)?;
            let state = one.state()?;
            if state.wants_to_come() {
                return Ok(state);
            }
            meeting::may_register(&terms, now)?;
            let state = take(db, &found, &terms, &one, now)?;
            welcome(db, &secret, &found, (one, state), now)?;
            Ok(state)
        })
        .await
}

/// Gives back the place of the page with this secret, and calls who waits first.
///
/// # Errors
/// `LinkExpired`, `NotFound`, `NotOpenNow` once it has begun, `AlreadyDone`, or the store's failure.
pub async fn leave_with(app: &App, id: MeetingId, key: &str) -> Result<()> {
    let (hash, secret, now) = (random::token_hash(key), secret(app).await?, app.now());
    app.store
        // no event: `give_up` notes it
        .write(move |db| {
            store::meetings::hold(db, Uid::of(id))?;
            let one = store::registrations::by_key(db, Uid::of(id), &hash)?.ok_or(Refusal::LinkExpired)?;
            give_up(db, &secret, &one, now)
        })
        .await
}

/// Gives back the place of the viewer's account.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotOpenNow` once it has begun, `AlreadyDone`, or the store's failure.
pub async fn leave(app: &App, viewer: Viewer, id: MeetingId) -> Result<()> {
    let (actor, secret, now) = (accounts::signed_in(viewer)?, secret(app).await?, app.now());
    app.store
        // no event: `give_up` notes it
        .write(move |db| leave_as(db, &secret, id, Uid::of(actor), now))
        .await
}

/// The same in a transaction that is open.
pub(super) fn leave_as(db: &mut Db, secret: &[u8], id: MeetingId, actor: Uid, now: Timestamp) -> Result<()> {
    store::meetings::hold(db, Uid::of(id))?;
    let one = store::registrations::of_actor(db, Uid::of(id), actor)?.ok_or(Refusal::AlreadyDone)?;
    give_up(db, secret, &one, now)
}

fn give_up(db: &mut Db, secret: &[u8], one: &Registration, now: Timestamp) -> Result<()> {
    let found = store::meetings::find(db, one.meeting_id)?.ok_or(Refusal::NotFound)?;
    let terms = found.terms()?;
    meeting::may_leave(&terms, one.state()?, now)?;
    release(db, secret, &found, one, now)
}

/// Takes a place back, whoever wants it, and calls who waits first.
pub(super) fn release(db: &mut Db, secret: &[u8], found: &Meeting, one: &Registration, now: Timestamp) -> Result<()> {
    store::registrations::put(db, one.id, PlaceState::Cancelled, one.rank, At(now))?;
    if call(db, secret, found, &found.terms()?, now)? {
        store::jobs::enqueue(db, JobKind::TellMeeting, Some(found.id), now, now)?;
    }
    store::registrations::count(db, found.id)?;
    note(db, found, one, PlaceState::Cancelled, now)
}

/// Writes to somebody who has a place, or waits.
fn welcome(db: &mut Db, secret: &[u8], meeting: &Meeting, (one, state): (Registration, PlaceState), now: Timestamp) -> Result<()> {
    let letter = if state == PlaceState::Waiting { "meeting_waiting" } else { "meeting_registered" };
    let to = store::registrations::audience(db, vec![one])?;
    tell::tell(db, secret, meeting, (letter, to), now)
}

/// Who registers.
#[derive(Clone, Copy)]
enum Who<'a> {
    /// An account, here or on another server.
    Account(Uid),
    /// An address with a name.
    Address(&'a str, &'a str),
}

/// What is drawn for a new registration, before the transaction.
pub(super) struct Drawn {
    id: RegistrationId,
    code: String,
    key_hash: Vec<u8>,
}

impl Drawn {
    fn new(app: &App, secret: &[u8]) -> Self {
        Self::of(app.new_id(), secret)
    }

    /// The same with an id that was drawn before.
    pub(super) fn of(id: RegistrationId, secret: &[u8]) -> Self {
        Self { id, code: random::code(DESK), key_hash: random::token_hash(&key(secret, Uid::of(id))) }
    }

    fn keep(self, db: &mut Db, meeting: &Meeting, who: Who<'_>, lang: Lang, now: At) -> Result<Registration> {
        let (actor, email, name) = match who {
            Who::Account(actor) => (Some(actor), None, ""),
            Who::Address(email, name) => (None, Some(email), name),
        };
        let row = Registration {
            id: Uid::of(self.id),
            meeting_id: meeting.id,
            actor_id: actor,
            email: email.map(str::to_owned),
            name: name.to_owned(),
            lang: lang.code().to_owned(),
            state: PlaceState::Asked.code().to_owned(),
            rank: store::registrations::next_rank(db, meeting.id)?,
            code: self.code,
            key_hash: self.key_hash,
            activity: None,
            created_at: now,
            changed_at: now,
            told: String::new(),
        };
        store::registrations::insert(db, &row)?;
        Ok(row)
    }
}
