//! Be forgotten here (GDPR art. 17) by somebody whose account is on another server. What they said may stay without a name, or be withdrawn.

use domain::Timestamp;
use domain::actor::{Role, Viewer};
use domain::event::{self, Event, EventKind};
use domain::id::ActorId;
use domain::refusal::Refusal;
use store::supports::From;
use store::{At, Db, Uid};

use crate::accounts::{Remains, signed_in, withdraw_all};
use crate::{App, Result};

/// Forgets the viewer.
///
/// # Errors
/// `NotYourRole` for accounts of this instance, `SignInFirst`, or the store's failure.
pub async fn forget(app: &App, viewer: Viewer, remains: Remains) -> Result<()> {
    let (actor, now) = (signed_in(viewer)?, app.now());
    if viewer.role != Role::Remote {
        return Err(Refusal::NotYourRole.into());
    }
    app.store
        .write(move |db| {
            erase(db, actor, remains, now)?;
            Ok(store::journal::append(db, &Event::new(EventKind::AccountErased).on(actor).detail(event::ELSEWHERE), now)?)
        })
        .await
}

/// After a restore: forgets them again. `false` when they are not there, or gone already.
pub(crate) fn forget_again(db: &mut Db, actor: ActorId, remains: Remains, now: Timestamp) -> Result<bool> {
    let known = store::actors::find(db, Uid::of(actor))?.is_some_and(|found| !found.host.is_empty() && found.erased_at.is_none());
    if known {
        erase(db, actor, remains, now)?;
    }
    Ok(known)
}

fn erase(db: &mut Db, actor: ActorId, remains: Remains, now: Timestamp) -> Result<()> {
    let id = Uid::of(actor);
    store::supports::erase_actor(db, id, From::Elsewhere)?;
    if remains == Remains::Withdraw {
        withdraw_all(db, id, now)?;
    }
    if remains == Remains::Keep {
        // What they wrote here left with their address in its words.
        crate::accounts::recall(db, actor, None, Some(event::ELSEWHERE), now)?;
    }
    store::contributions::orphan(db, id)?;
    crate::meetings::forget(db, id, now)?;
    store::street::followers::forget_account(db, id)?;
    store::mirrored::remove_of(db, id)?;
    Ok(store::guests::forget(db, id, remains.code(), At(now))?)
}
