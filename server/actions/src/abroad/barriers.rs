//! Who wants nothing more to do with whom across servers: what moderators decide here, what others decide about us, and where an actor moved.

use crate::{App, Result, subject};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::contribution::Origin;
use domain::event::{Event, EventKind};
use domain::id::{ActorId, ContributionId};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::barriers::Barred;
use store::follows::FollowState;
use store::{At, Db, Uid};

/// Most actors of this instance that follow one and go with it where it moves.
const FOLLOWERS_MAX: i64 = 50;

/// Bars the author of a contribution, somebody of another server who wrote it there or here: nothing more of theirs is taken, they follow no more, and
/// who came in with their account is out.
///
/// # Errors
/// A refusal of the permission table, `NotFound` when the author is not of another server, `AlreadyDone`, or the store's failure.
pub async fn bar(app: &App, viewer: Viewer, contribution: ContributionId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Moderate)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let subject = subject::contribution(db, contribution)?;
            let author = match subject.contribution.author_id {
                Some(author) => store::actors::find(db, author)?.filter(|actor| !actor.host.is_empty()),
                None => None,
            };
            let actor_id = author.ok_or(Refusal::NotFound)?.id;
            let consultation_id = subject.consultation.id;
            let new = Barred { actor_id, consultation_id, made_by: viewer.actor.map(Uid::of), made_at: At(now) };
            if !store::barriers::bar(db, new)? {
                return Err(Refusal::AlreadyDone.into());
            }
            store::follows::forget_actor(db, actor_id)?;
            store::sessions::close_all(db, actor_id, None)?;
            let event = Event::new(EventKind::ActorBarred).by(viewer.actor).on(actor_id.0).within(consultation_id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// Takes that back.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, or the store's failure.
pub async fn unbar(app: &App, viewer: Viewer, actor: ActorId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Moderate)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let barred = store::barriers::find_barred(db, Uid::of(actor))?.ok_or(Refusal::NotFound)?;
            store::barriers::unbar(db, barred.actor_id)?;
            let event = Event::new(EventKind::ActorUnbarred).by(viewer.actor).on(actor).within(barred.consultation_id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// Tells the server a hidden contribution comes from why it was hidden here. Nobody is named: neither who reported it nor who decided.
///
/// # Errors
/// A refusal of the permission table, `NotFound` when it was written here or is not hidden, or the store's failure.
pub async fn forward_report(app: &App, viewer: Viewer, contribution: ContributionId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Moderate)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let subject = subject::contribution(db, contribution)?;
            let is_remote = subject.contribution.origin == Origin::Remote.code();
            let standing = store::moderation::standing_on(db, &[subject.contribution.id])?;
            let restriction = standing.first().filter(|_| is_remote).ok_or(Refusal::NotFound)?;
            let reason = domain::moderation::Reason::parse(&restriction.reason).ok_or(Refusal::NotFound)?;
            let event = Event::new(EventKind::ReportForwarded).by(viewer.actor).on(contribution).within(subject.consultation.id.to());
            Ok(store::journal::append(db, &event.detail(reason.code()), now)?)
        })
        .await
}

/// An actor elsewhere wants nothing more to do with one of ours: neither follows the other any more.
pub(super) fn shut_out(db: &mut Db, by: ActorId, actor: Uid, now: Timestamp) -> Result<()> {
    let by_id = Uid::of(by);
    store::barriers::shut_out(db, by_id, actor, At(now))?;
    store::follows::end(db, by_id, actor)?;
    if store::follows::end(db, actor, by_id)? {
        store::mirrored::remove_of(db, by_id)?;
        super::listings::forget(db, by_id, now)?;
    }
    Ok(store::journal::append(db, &Event::new(EventKind::ShutOut).by(by).on(actor.0).detail("out"), now)?)
}

/// That is over. What was followed must be asked for again.
pub(super) fn let_in(db: &mut Db, by: ActorId, actor: Uid, now: Timestamp) -> Result<()> {
    if store::barriers::let_in(db, Uid::of(by), actor)? {
        store::journal::append(db, &Event::new(EventKind::ShutOut).by(by).on(actor.0).detail("in"), now)?;
    }
    Ok(())
}

/// An actor that is followed here moved, and its new account says so too: whoever follows it here follows the new one.
///
/// Whoever moved and follows somebody here follows again from the new account by itself: until it does, its new server would drop what it is
/// sent.
pub(super) fn move_to(db: &mut Db, from: ActorId, to: ActorId, activity: &str, now: Timestamp) -> Result<()> {
    let (old, new) = (Uid::of(from), Uid::of(to));
    if old == new {
        return Ok(());
    }
    let target = store::actors::find(db, new)?.filter(|actor| !actor.host.is_empty()).ok_or(Refusal::NotFound)?;
    for (index, follower) in store::follows::followers_here(db, old, FOLLOWERS_MAX)?.into_iter().enumerate() {
        if store::follows::find(db, follower, new)?.is_none() {
            store::peers::meet(db, &target.host, At(now))?;
            let id = if index == 0 { activity.to_owned() } else { format!("{activity}#{index}") };
            store::follows::keep(db, follower, new, FollowState::Asked, &id, At(now))?;
            store::journal::append(db, &Event::new(EventKind::FollowAsked).by(follower.to::<ActorId>()).on(to), now)?;
        }
        store::follows::end(db, follower, old)?;
        store::journal::append(db, &Event::new(EventKind::FollowStopped).by(follower.to::<ActorId>()).on(from), now)?;
    }
    store::mirrored::move_via(db, old, new)?;
    super::listings::forget(db, old, now)?;
    Ok(())
}

/// An actor that is followed here shows something first, or no more.
pub(super) fn pin(db: &mut Db, by: ActorId, uri: &str, pinned: bool, now: Timestamp) -> Result<()> {
    let changed = if pinned { store::barriers::pin(db, Uid::of(by), uri, At(now))? } else { store::barriers::unpin(db, Uid::of(by), uri)? };
    if changed {
        store::journal::append(db, &Event::new(EventKind::MirrorChanged).by(by), now)?;
    }
    Ok(())
}

/// An actor that is followed here shows something no more that came through it.
pub(super) fn unlist(db: &mut Db, by: ActorId, uri: &str, now: Timestamp) -> Result<()> {
    store::barriers::unpin(db, Uid::of(by), uri)?;
    if store::mirrored::remove_via(db, uri, Uid::of(by))? {
        store::journal::append(db, &Event::new(EventKind::MirrorChanged).by(by), now)?;
    }
    Ok(())
}

/// Queues the following of an actor to where it says that it moved.
///
/// # Errors
/// When the store fails.
pub async fn follow_move_later(app: &App, from: ActorId, to: &str) -> Result<()> {
    let (now, to) = (app.now(), to.to_owned());
    // no event: bookkeeping
    let queued = app.store.write(move |db| store::jobs::about(db, store::jobs::JobKind::FollowMove, &to, Some(Uid::of(from)), now));
    Ok(queued.await?)
}
