//! Erase one's account (GDPR art. 17). What was said may stay without a name, or be withdrawn; the rest goes.

use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::{ActorId, ContributionId};
use domain::links::Links;
use domain::refusal::Refusal;
use domain::text::Fault;
use store::supports::From;
use store::{At, Db, Uid};

use super::{not_the_last_administrator, signed_in};
use crate::office::uncount;
use crate::{App, Error, Result, subject};

domain::words! {
    /// What becomes of the contributions of somebody who leaves.
    Remains {
        /// They stay, without a name.
        Keep = "keep",
        /// They are withdrawn, and their texts emptied.
        Withdraw = "withdraw",
    }
}

/// Erases the viewer's account. `confirm` must be its address, so that it is not done by accident.
///
/// # Errors
/// A faulty `confirm`, `LastAdministrator`, `SignInFirst`, or the store's failure.
pub async fn erase(app: &App, viewer: Viewer, confirm: &str, remains: Remains) -> Result<()> {
    let (actor, now, confirm, links) = (signed_in(viewer)?, app.now(), confirm.trim().to_lowercase(), app.links.clone());
    app.store
        .write(move |db| {
            let account = store::accounts::find(db, Uid::of(actor))?.ok_or(Refusal::SignInFirst)?;
            if account.email != confirm {
                return Err(Error::fault("confirm", Fault::Shape));
            }
            not_the_last_administrator(db, &account)?;
            forget(db, &links, actor, remains, now)?;
            Ok(store::journal::append(db, &Event::new(EventKind::AccountErased).on(actor).detail(remains.code()), now)?)
        })
        .await
}

/// After a restore: forgets again those who asked to be forgotten since the backup was made.
///
/// # Errors
/// When the store fails.
pub async fn erase_again(app: &App, forgotten: Vec<(ActorId, Remains)>) -> Result<usize> {
    let (now, links) = (app.now(), app.links.clone());
    app.store
        .write(move |db| {
            let mut again = 0;
            for (actor, remains) in forgotten {
                if store::accounts::find(db, Uid::of(actor))?.is_some() {
                    forget(db, &links, actor, remains, now)?;
                    store::journal::append(db, &Event::new(EventKind::AccountErased).on(actor).detail("after_restore"), now)?;
                    again += 1;
                } else if crate::guests::forget_again(db, actor, remains, now)? {
                    store::journal::append(db, &Event::new(EventKind::AccountErased).on(actor).detail("after_restore"), now)?;
                    again += 1;
                }
            }
            Ok(again)
        })
        .await
}

/// Withdraws and empties everything that somebody wrote here.
pub(crate) fn withdraw_all(db: &mut Db, actor: Uid, now: Timestamp) -> Result<()> {
    for contribution in store::contributions::all_of(db, actor)? {
        let subject = subject::contribution(db, contribution.id.to::<ContributionId>())?;
        if store::contributions::withdraw(db, contribution.id, At(now))? {
            uncount(db, &subject)?;
            crate::votes::withdraw_project(db, contribution.id, now)?;
        }
        store::contributions::empty(db, contribution.id)?;
        store::search::forget(db, contribution.id)?;
        let event = Event::new(EventKind::ContributionWithdrawn).on(contribution.id.0).within(contribution.consultation_id.to());
        store::journal::append(db, &event, now)?;
    }
    Ok(())
}

fn forget(db: &mut Db, links: &Links, actor: ActorId, remains: Remains, now: Timestamp) -> Result<()> {
    let handle = store::actors::find(db, Uid::of(actor))?.map(|a| a.username).unwrap_or_default();
    let was_abroad = store::keys::find(db, Uid::of(actor))?.is_some() || store::activities::has_spoken(db, Uid::of(actor))?;
    let supported = store::shares::supported_by(db, Uid::of(actor))?;
    store::supports::erase_actor(db, Uid::of(actor), From::Here)?;
    crate::carrying::tell_supports::all_changed(db, &supported, now)?;
    store::draft_texts::supports::erase_actor(db, Uid::of(actor))?;
    if remains == Remains::Withdraw {
        withdraw_all(db, Uid::of(actor), now)?;
    }
    if remains == Remains::Keep {
        super::recall(db, actor, None, None, now)?;
    }
    // Answers to questionnaires go with their files; totals that were published stay, for they are about nobody.
    store::responses::erase_actor(db, Uid::of(actor))?;
    store::contributions::orphan(db, Uid::of(actor))?;
    store::budget::forget_actor(db, Uid::of(actor))?;
    store::street::forget_agent(db, Uid::of(actor))?;
    store::street::followers::forget_account(db, Uid::of(actor))?;
    crate::meetings::forget(db, Uid::of(actor), now)?;
    crate::articles::forget(db, Uid::of(actor), remains == Remains::Withdraw, now)?;
    crate::initiatives::forget(db, Uid::of(actor), remains == Remains::Withdraw)?;
    if let Some(account) = store::accounts::find(db, Uid::of(actor))? {
        store::letters::forget(db, &account.email)?;
        crate::newsletters::forget(db, &account.email)?;
        store::memberships::forget_person(db, Uid::of(actor), &account.email)?;
    }
    store::accounts::erase(db, Uid::of(actor), remains.code(), At(now))?;
    let address = was_abroad.then(|| links.actor(&handle));
    Ok(store::actors::erase(db, Uid::of(actor), address.as_deref(), At(now))?)
}
