//! Receive what somebody on another server did: the same actions as behind the buttons, once per activity, in one transaction with the proof
//! that it was received.

use crate::carrying::{ToldSupports, hear_supports};
use crate::contributions::support;
use crate::votes::{self, Voices};
use crate::{App, Error, Result, meetings, street, tallies};
use domain::Timestamp;
use domain::actor::{ActorKind, Role, Viewer};
use domain::event::{Event, EventKind};
use domain::id::{ActorId, BoxId, ContributionId, LetterId, MeetingId, RegistrationId, ReportId};
use domain::personal::Federable;
use domain::refusal::Refusal;
use store::follows::FollowState;
use store::received::{Digest, UndoableKind};
use store::{At, Db, Uid};

use super::accredited::{self, Accredited};
use super::carry::{self, Carry};
use super::luggage::{self, Luggage};
use super::tell::Leaving;
use super::write::{self, Writing};
use super::{barriers, honour, listings, recognise, remove, reports, undo};

/// An activity that was checked: who really did it, and what it means here.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// Digest of its id.
    pub digest: Digest,
    /// Who did it: an actor of another server that is known here.
    pub actor: ActorId,
    /// Its host.
    pub host: String,
    /// What it means.
    pub effect: Effect,
    /// What is answered to it, if it has its effect.
    pub answer: Option<Federable<Leaving>>,
}

/// What an activity means here.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Follow an actor of this instance.
    Follow {
        /// Which.
        followed: ActorId,
        /// The address of the activity, which the answer must repeat.
        activity: String,
    },
    /// Support a contribution.
    Like {
        /// Which.
        contribution: ContributionId,
    },
    /// Undo an earlier Like or Follow.
    Undo {
        /// What it was, if it is said.
        kind: Option<UndoableKind>,
        /// Digest of the id of what is undone, if it is said.
        activity: Option<Digest>,
        /// What it was done to, if it is said.
        target: Option<Uid>,
    },
    /// Write, or write anew, a text that belongs here.
    Write(Box<Writing>),
    /// Delete a text.
    Remove {
        /// Its address.
        uri: String,
        /// Digest of its address.
        digest: Digest,
    },
    /// The actor is gone.
    Leave,
    /// Report contributions to the moderators.
    Report {
        /// Which.
        contributions: Vec<ContributionId>,
        /// Why, in their words.
        note: String,
    },
    /// Answer a follow that an actor of this instance asked for.
    Answer {
        /// Who asked.
        follower: ActorId,
        /// Yes or no.
        accepted: bool,
    },
    /// Note something that was published elsewhere by or through an actor that is followed here.
    Mirror(Box<Mirror>),
    /// Ask to quote something of ours.
    Quote {
        /// The object.
        object: Uid,
    },
    /// Have nothing more to do with an actor of this instance.
    ShutOut {
        /// Which.
        actor: Uid,
    },
    /// Have to do with an actor of this instance again.
    LetIn {
        /// Which.
        actor: Uid,
    },
    /// The actor moved; where it moved, it says so too.
    Move {
        /// Where.
        to: ActorId,
        /// The id under which its followers here ask to follow it there.
        activity: String,
    },
    /// Show something first, or no more.
    Pin {
        /// Its address.
        uri: String,
        /// Whether.
        pinned: bool,
    },
    /// Show something no more that came through the actor.
    Unlist {
        /// Its address.
        uri: String,
    },
    /// Answer a poll.
    Signal(Box<Voices>),
    /// Take back an answer to a poll, by the digest of what was published with it.
    Unsignal {
        /// Digest of its address.
        digest: Digest,
    },
    /// Sign that nothing of something that was taken back is left on the actor's server.
    Confirm {
        /// What was taken back.
        object: Uid,
    },
    /// Hand a vote to the territories that carry its consultation.
    CommonVote(Box<tallies::Handed>),
    /// Say what one's own ballots in a common vote give.
    Tally(Box<tallies::Told>),
    /// Say something of what a collectivity says an organisation is to it.
    Accreditation(Box<Accredited>),
    /// Something about a consultation that several territories carry.
    Carry(Box<Carry>),
    /// Say how many people of a territory support what is said in a consultation that it carries.
    Supports(Box<ToldSupports>),
    /// Say something of whether two collectivities recognise each other.
    Recognition(Box<recognise::Step>),
    /// Come to a meeting; with the address of the activity, which the answer must repeat.
    Attend(MeetingId, String),
    /// Come to a meeting no more.
    StayAway {
        /// Which, if it is said.
        meeting: Option<MeetingId>,
        /// The activity that asked for a place, if it is said.
        activity: Option<String>,
    },
    /// Say something of reports from the street.
    Street(Box<street::Heard>),
    /// Nothing changes here.
    Nothing,
}

impl Effect {
    /// Whether it only takes back what was done: that is everybody's right, also of those with whom nobody wants to have to do any more.
    const fn takes_back(&self) -> bool {
        match self {
            Self::Recognition(step) => step.takes_back(),
            Self::Accreditation(said) => said.takes_back(),
            Self::Street(said) => said.takes_back(),
            Self::Undo { .. }
            | Self::Remove { .. }
            | Self::Leave
            | Self::LetIn { .. }
            | Self::Unlist { .. }
            | Self::Unsignal { .. }
            | Self::Confirm { .. }
            | Self::StayAway { .. }
            | Self::Nothing => true,
            Self::Follow { .. }
            | Self::Like { .. }
            | Self::Write(_)
            | Self::Report { .. }
            | Self::Answer { .. }
            | Self::Mirror(_)
            | Self::Quote { .. }
            | Self::ShutOut { .. }
            | Self::Move { .. }
            | Self::Pin { .. }
            | Self::Carry(_)
            | Self::Attend(..)
            | Self::Signal(_)
            | Self::CommonVote(_)
            | Self::Supports(_)
            | Self::Tally(_) => false,
        }
    }
}

/// Something published elsewhere.
#[derive(Debug, Clone)]
pub struct Mirror {
    /// What is kept.
    pub kept: store::mirrored::Mirrored,
    /// Digest of its address.
    pub digest: Digest,
    /// What the index keeps of it, when it is a consultation of a collectivity.
    pub said: Option<Box<store::listings::Said>>,
    /// What the index keeps of it, when it is a meeting of a consultation.
    pub meeting: Option<Box<listings::OfConsultation>>,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It had its effect.
    Done,
    /// It had it before.
    AlreadySeen,
}

/// Receives an activity: its effect and the memory of it commit together.
///
/// # Errors
/// A refusal of the rules (then nothing is remembered), or the store's failure.
pub async fn receive(app: &App, arrival: Arrival) -> Result<Outcome> {
    receive_with(app, arrival, Luggage::default()).await
}

/// The same, with what comes with a text, which is kept with it.
///
/// # Errors
/// As [`receive`]; `Suspended` when the actor is barred and does more than take back.
pub async fn receive_with(app: &App, arrival: Arrival, luggage: Luggage) -> Result<Outcome> {
    let (with_pictures, accredits) = (app.remote_pictures, matches!(arrival.effect, Effect::Accreditation(_)));
    let (now, ids) = (app.now(), Ids::draw(app));
    let received = app
        .store
        // no event: what each effect does appends its own
        .write(move |db| {
            if !arrival.effect.takes_back() && store::barriers::is_barred(db, Uid::of(arrival.actor))? {
                return Err(Refusal::Suspended.into());
            }
            if !store::received::see(db, &arrival.digest, At(now))? && !undo::counts_again(db, &arrival)? {
                // Somebody who follows twice did not get our answer.
                if matches!(arrival.effect, Effect::Follow { .. }) {
                    answer(db, &arrival, now)?;
                }
                if let Effect::Recognition(step) = &arrival.effect {
                    recognise::again(db, &arrival, step, now)?;
                }
                return Ok(Outcome::AlreadySeen);
            }
            if store::peers::wake(db, &arrival.host)? {
                store::deliveries::hurry(db, &arrival.host, At(now))?;
                listings::back(db, &arrival.host, now)?;
            }
            let asked = honour::asked(db, &arrival, luggage.acknowledge.as_deref())?;
            match happen(db, &arrival, ids, now) {
                // It already is as asked: nothing more to do, and nothing to say.
                Ok(()) | Err(Error::Refused(Refusal::AlreadyDone)) => {
                    luggage::keep(db, &arrival, &luggage, with_pictures, now)?;
                    honour::note(db, asked, ids.honoured, now)?;
                    answer(db, &arrival, now)?;
                    Ok(Outcome::Done)
                }
                Err(error) => Err(error),
            }
        })
        .await;
    if accredits {
        app.forget_accredited();
    }
    received
}

/// Ids drawn before the transaction.
#[derive(Clone, Copy)]
pub(super) struct Ids {
    pub(super) contribution: ContributionId,
    report: ReportId,
    honoured: uuid::Uuid,
    common_vote: BoxId,
    accreditation: Uid,
    letter: LetterId,
    registration: RegistrationId,
}

impl Ids {
    fn draw(app: &App) -> Self {
        Self {
            contribution: app.new_id(),
            report: app.new_id(),
            honoured: app.new_id::<uuid::Uuid>(),
            accreditation: Uid(app.new_id()),
            letter: app.new_id(),
            registration: app.new_id(),
            common_vote: app.new_id(),
        }
    }
}

/// Queues what is answered, in the same transaction.
fn answer(db: &mut Db, arrival: &Arrival, now: Timestamp) -> Result<()> {
    arrival.answer.as_ref().map_or(Ok(()), |leaving| super::tell::post(db, leaving, now))
}

fn happen(db: &mut Db, arrival: &Arrival, ids: Ids, now: Timestamp) -> Result<()> {
    let viewer = Viewer::signed_in(arrival.actor, Role::Remote);
    match &arrival.effect {
        Effect::Follow { followed, activity } => follow(db, arrival, *followed, activity, now),
        Effect::Like { contribution } => like(db, arrival, viewer, *contribution, now),
        Effect::Undo { kind, activity, target } => undo::undo(db, (arrival.actor, viewer), (*kind, *activity, *target), now),
        Effect::Write(writing) => write::write(db, viewer, writing, ids, now),
        Effect::Remove { uri, digest } => remove::remove(db, viewer, uri, digest, now),
        Effect::Leave => super::learn::leave(db, arrival.actor, now),
        Effect::Report { contributions, note } => reports::keep(db, (viewer, &arrival.host), contributions, note, ids.report, now),
        Effect::Answer { follower, accepted } => answered(db, arrival.actor, *follower, *accepted, now),
        Effect::Mirror(mirror) => mirrored(db, arrival.actor, mirror, now),
        Effect::Quote { object } => noted(db, EventKind::QuoteAsked, arrival.actor, Some(*object), now),
        Effect::ShutOut { actor } => barriers::shut_out(db, arrival.actor, *actor, now),
        Effect::LetIn { actor } => barriers::let_in(db, arrival.actor, *actor, now),
        Effect::Move { to, activity } => barriers::move_to(db, arrival.actor, *to, activity, now),
        Effect::Pin { uri, pinned } => barriers::pin(db, arrival.actor, uri, *pinned, now),
        Effect::Unlist { uri } => barriers::unlist(db, arrival.actor, uri, now),
        Effect::Signal(voices) => votes::give(db, viewer, (&arrival.digest, voices), now),
        Effect::Unsignal { digest } => remove::unsignal(db, arrival.actor, digest, now),
        Effect::Confirm { object } => honour::confirmed(db, arrival, *object, now),
        Effect::CommonVote(handed) => tallies::open(db, arrival.actor, handed, ids.common_vote, now),
        Effect::Tally(told) => tallies::receive(db, arrival.actor, told, now),
        Effect::Accreditation(said) => accredited::heard(db, arrival.actor, said, (ids.accreditation, ids.letter), now),
        Effect::Carry(said) => carry::carry(db, arrival, said, now),
        Effect::Supports(told) => hear_supports::hear(db, arrival.actor, told, now),
        Effect::Recognition(step) => recognise::heard(db, arrival, step, now),
        Effect::Attend(meeting, activity) => meetings::attend_from(db, arrival.actor, (*meeting, activity), ids.registration, now),
        Effect::StayAway { meeting, activity } => meetings::stay_away(db, arrival.actor, *meeting, activity.as_deref(), now),
        Effect::Street(said) => street::hear(db, arrival.actor, said, now),
        Effect::Nothing => Ok(()),
    }
}

pub(super) fn noted(db: &mut Db, kind: EventKind, actor: ActorId, subject: Option<Uid>, now: Timestamp) -> Result<()> {
    let event = Event { subject: subject.map(|subject| subject.0), ..Event::new(kind).by(actor) };
    Ok(store::journal::append(db, &event, now)?)
}

fn follow(db: &mut Db, arrival: &Arrival, followed: ActorId, activity: &str, now: Timestamp) -> Result<()> {
    let (follower, target) = (Uid::of(arrival.actor), Uid::of(followed));
    store::received::note(db, &arrival.digest, UndoableKind::Follow, follower, target, At(now))?;
    if !store::received::stands(db, UndoableKind::Follow, follower, target)? {
        return Ok(());
    }
    store::peers::meet(db, &arrival.host, At(now))?;
    store::follows::keep(db, follower, target, FollowState::Accepted, activity, At(now))?;
    if store::peers::find(db, &arrival.host)?.is_some_and(|peer| peer.learnt_at.is_none()) {
        store::jobs::about(db, store::jobs::JobKind::LearnPeer, &arrival.host, None, now)?;
    }
    noted(db, EventKind::FollowReceived, arrival.actor, Some(target), now)
}

fn like(db: &mut Db, arrival: &Arrival, viewer: Viewer, contribution: ContributionId, now: Timestamp) -> Result<()> {
    store::received::note(db, &arrival.digest, UndoableKind::Like, Uid::of(arrival.actor), Uid::of(contribution), At(now))?;
    if !store::received::stands(db, UndoableKind::Like, Uid::of(arrival.actor), Uid::of(contribution))? {
        return Ok(());
    }
    support::give(db, viewer, contribution, now)
}

fn answered(db: &mut Db, followed: ActorId, follower: ActorId, accepted: bool, now: Timestamp) -> Result<()> {
    // An answer to what we never asked changes nothing.
    if store::follows::answer(db, Uid::of(follower), Uid::of(followed), accepted)? {
        if !accepted {
            listings::forget(db, Uid::of(followed), now)?;
        }
        if let Some(uri) = store::remote_actors::uri_of(db, Uid::of(followed))?.filter(|_| accepted) {
            let actor = store::actors::find(db, Uid::of(followed))?;
            if actor.is_some_and(|actor| actor.kind == ActorKind::Organization.code()) {
                listings::followed(db, Uid::of(followed), &uri, now)?;
            }
            store::jobs::about(db, store::jobs::JobKind::ReadOutbox, &uri, Some(Uid::of(followed)), now)?;
        }
        noted(db, EventKind::FollowAnswered, followed, Some(Uid::of(follower)), now)?;
    }
    Ok(())
}

fn mirrored(db: &mut Db, actor: ActorId, mirror: &Mirror, now: Timestamp) -> Result<()> {
    // Only through somebody that is followed here, and never what was deleted there.
    if !store::follows::is_followed_here(db, mirror.kept.via_id)? || store::received::is_buried(db, &mirror.digest)? {
        return Ok(());
    }
    store::mirrored::keep(db, &mirror.kept)?;
    // Only of a collectivity that is followed itself: whoever passes it on does not speak for it.
    listings::mirrored(db, mirror, now)?;
    noted(db, EventKind::MirrorChanged, actor, Some(mirror.kept.id), now)
}
