//! What accounts of other servers answer to a poll: a signal of the fediverse, tallied apart and never summed with ballots. What of it is kept, and
//! for how long, is decided in docs/decisions/0018.

use super::{Loaded, load};
use crate::{App, Result};
use deliberation::ballot::Form;
use domain::Timestamp;
use domain::actor::Viewer;
use domain::consultation::RemoteVoices;
use domain::event::{Event, EventKind};
use domain::id::{ActorId, BoxId};
use domain::refusal::Refusal;
use domain::vote::{self, BoxState, SMALLEST_GROUP, Taking};
use jiff::SignedDuration;
use store::jobs::JobKind;
use store::received::Digest;
use store::signals::{Told, Voice};
use store::{At, Db, Uid};

/// Other servers are told of the answers to one poll at most this often.
const PAUSE: SignedDuration = SignedDuration::from_mins(5);

/// What an account of another server answers to a poll, in one go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voices {
    /// The poll.
    pub poll: BoxId,
    /// The options that are chosen, each with the digest of what was published with it and by whom.
    pub choices: Vec<(i32, Digest)>,
}

/// What may be told of a signal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signal {
    /// How many answered; nothing while that is hidden, or when they are too few.
    pub voters: Option<i64>,
    /// Numbers of the options with how many chose them: after closing, when enough answered.
    pub options: Option<Vec<(i32, i64)>>,
    /// Whether somebody answered and they are too few to be told.
    pub too_few: bool,
}

impl Signal {
    /// How many chose an option, as far as that may be told.
    #[must_use]
    pub fn of(&self, number: i32) -> i64 {
        let found = self.options.iter().flatten().find(|(other, _)| *other == number);
        found.map_or(0, |(_, voices)| *voices)
    }
}

/// Whether other servers can answer a vote: one or several of some options. They are told of all others as a text.
#[must_use]
pub fn asks_elsewhere(found: &Loaded) -> bool {
    found.row.kind == domain::vote::BoxKind::Poll.code() && matches!(found.form, Form::ChooseOne | Form::Approval { .. })
}

/// Whether several options may be chosen.
#[must_use]
pub fn takes_several(found: &Loaded) -> bool {
    matches!(found.form, Form::Approval { .. })
}

/// What may be told now: before closing at most how many answered, where the poll says so of its voters too; never of fewer than eleven.
///
/// # Errors
/// The store's failure.
pub fn signal(db: &mut Db, found: &Loaded) -> Result<Signal> {
    let id = found.row.id;
    let enough = |voters: i64| u64::try_from(voters).unwrap_or(0) >= SMALLEST_GROUP;
    Ok(match found.state {
        BoxState::Published if found.row.live => {
            let voters = store::signals::sums(db, id)?.voters;
            Signal { voters: enough(voters).then_some(voters), ..Signal::default() }
        }
        BoxState::Closed => {
            let sums = store::signals::totals(db, id)?;
            let told = enough(sums.voters);
            Signal { voters: told.then_some(sums.voters), options: told.then_some(sums.options), too_few: sums.voters > 0 && !told }
        }
        BoxState::Draft | BoxState::Published | BoxState::Cancelled => Signal::default(),
    })
}

/// Keeps what somebody elsewhere answers. On one poll an account answers once: what comes later changes nothing, but may choose further options
/// where several are allowed.
///
/// # Errors
/// `NotFound`, `NotOpenNow` before and after, `NotYourRole` where the consultation wants no voices from elsewhere, `Settled` when the account has
/// answered otherwise, `AlreadyDone`, or the store's failure.
pub(crate) fn give(db: &mut Db, viewer: Viewer, (activity, voices): (&Digest, &Voices), now: Timestamp) -> Result<()> {
    let (actor, id) = (Uid::of(viewer.actor.ok_or(Refusal::SignInFirst)?), Uid::of(voices.poll));
    store::votes::hold(db, id)?;
    let found = load(db, id)?;
    if vote::takes(found.state, found.row.opens_at.0, found.row.closes_at.0, now)? == Taking::Over {
        return Err(Refusal::NotOpenNow.into());
    }
    let consultation = store::consultations::find(db, found.row.consultation_id)?.ok_or(Refusal::NotFound)?;
    if consultation.remote_voices()? == RemoteVoices::Refused {
        return Err(Refusal::NotYourRole.into());
    }
    let chosen = fitting(db, &found, actor, &voices.choices)?;
    if chosen.is_empty() {
        return Err(Refusal::AlreadyDone.into());
    }
    for (option, thing) in chosen {
        let voice = Voice { box_id: id, actor_id: actor, option_number: option, activity: activity.to_vec(), thing: thing.to_vec() };
        store::signals::give(db, &voice)?;
    }
    // Whoever answered has the poll: their server hears how it ends.
    if let Some((inbox, host)) = store::follows::inboxes_of(db, &[actor])?.into_iter().next() {
        store::deliveries::note_sent(db, id, &inbox, &host, At(now))?;
    }
    tell_later(db, &found, now)?;
    noted(db, EventKind::SignalGiven, &found, now)
}

/// The choices that count: options of the poll, none taken back before it came, none twice, no more than a ballot may have.
fn fitting(db: &mut Db, found: &Loaded, actor: Uid, choices: &[(i32, Digest)]) -> Result<Vec<(i32, Digest)>> {
    let most = match found.form {
        Form::ChooseOne => 1,
        Form::Approval { max, .. } => usize::try_from(max).unwrap_or(usize::MAX),
        Form::Knapsack { .. }
        | Form::Cumulative { .. }
        | Form::Money { .. }
        | Form::Scale { .. }
        | Form::Ranking { .. }
        | Form::MajorityJudgment { .. }
        | Form::ForAgainstAbstain
        | Form::Consent => return Err(Refusal::NotFound.into()),
    };
    let mut all = store::signals::chosen(db, found.row.id, actor)?;
    let mut new = Vec::new();
    for (option, thing) in choices {
        if !found.options.iter().any(|known| known.number == *option && !known.withdrawn) {
            return Err(Refusal::NotFound.into());
        }
        if !all.contains(option) && !store::received::is_buried(db, thing)? {
            all.push(*option);
            new.push((*option, *thing));
        }
    }
    if all.len() > most { Err(Refusal::Settled.into()) } else { Ok(new) }
}

/// Takes back what an account answered with this activity or this thing, while the poll is open: after that nobody knows what it answered.
///
/// # Errors
/// The store's failure.
pub(crate) fn take_back(db: &mut Db, actor: ActorId, digest: &Digest, now: Timestamp) -> Result<()> {
    for poll in store::signals::take_back(db, Uid::of(actor), digest)? {
        let found = load(db, poll)?;
        tell_later(db, &found, now)?;
        noted(db, EventKind::SignalTakenBack, &found, now)?;
    }
    Ok(())
}

/// Counts the signal of a poll that is closed in this transaction. Of fewer than eleven only that they were is kept.
///
/// # Errors
/// The store's failure.
pub(super) fn close(db: &mut Db, id: Uid) -> Result<()> {
    let mut sums = store::signals::sums(db, id)?;
    if u64::try_from(sums.voters).unwrap_or(0) < SMALLEST_GROUP {
        sums.options.clear();
    }
    Ok(store::signals::close(db, id, &sums)?)
}

/// Where the number of voters is shown meanwhile, a job tells of it after a pause, once for all that comes until then.
fn tell_later(db: &mut Db, found: &Loaded, now: Timestamp) -> Result<()> {
    let Some(told) = store::signals::told(db, found.row.id)?.filter(|told| found.row.live && !told.waits) else { return Ok(()) };
    store::signals::tell(db, Told { waits: true, ..told })?;
    Ok(store::jobs::enqueue(db, JobKind::TellVote, Some(found.row.id), (told.told_at.0 + PAUSE).max(now), now)?)
}

/// Tells other servers that a vote opens or, later, how many answered there if that changed. Called by the jobs that publication and answers queue.
///
/// # Errors
/// A row that makes no sense, or the store's failure.
pub async fn tell(app: &App, id: BoxId) -> Result<()> {
    let (now, id) = (app.now(), Uid::of(id));
    app.store
        // no event: `noted` appends it, where something is told
        .write(move |db| {
            store::votes::hold(db, id)?;
            if store::votes::find(db, id)?.is_none() {
                return Ok(());
            }
            let found = load(db, id)?;
            if found.state != BoxState::Published || found.row.closes_at.0 <= now {
                return Ok(());
            }
            if now < found.row.opens_at.0 {
                return Ok(store::jobs::enqueue(db, JobKind::TellVote, Some(id), found.row.opens_at.0, now)?);
            }
            let told = store::signals::told(db, id)?;
            let voters = signal(db, &found)?.voters.unwrap_or(0);
            let voters = i32::try_from(voters).unwrap_or(i32::MAX);
            let kind = match told {
                None => EventKind::VoteOpened,
                Some(told) if told.voters != voters => EventKind::SignalTold,
                Some(told) => return Ok(store::signals::tell(db, Told { waits: false, ..told })?),
            };
            store::signals::tell(db, Told { box_id: id, voters, told_at: At(now), waits: false })?;
            noted(db, kind, &found, now)
        })
        .await
}

/// The journal learns that it happened: never whose it was.
fn noted(db: &mut Db, kind: EventKind, found: &Loaded, now: Timestamp) -> Result<()> {
    let event = Event::new(kind).on(found.row.id.0).within(found.row.consultation_id.to());
    Ok(store::journal::append(db, &event, now)?)
}
