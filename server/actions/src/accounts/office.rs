//! What administrators do with accounts: roles, suspension. Every change ends the account's sessions at once.

use domain::actor::{Role, Viewer};
use domain::event::{Event, EventKind};
use domain::id::{ActorId, LetterId};
use domain::refusal::Refusal;
use store::accounts::Account;
use store::{At, Db, Uid};

use super::{LinkPurpose, manages_users, not_the_last_administrator};
use crate::{App, Result, jobs};

fn account(db: &mut Db, actor: ActorId) -> Result<Account> {
    Ok(store::accounts::find(db, Uid::of(actor))?.ok_or(Refusal::NotFound)?)
}

/// Gives a role.
///
/// # Errors
/// A refusal of the permission table, `LastAdministrator`, `AlreadyDone`, or the store's failure.
pub async fn change_role(app: &App, viewer: Viewer, actor: ActorId, role: Role) -> Result<()> {
    manages_users(viewer)?;
    let (now, letter) = (app.now(), app.new_id::<LetterId>());
    app.store
        .write(move |db| {
            let account = account(db, actor)?;
            if account.role == role.code() || !role.is_of_accounts() {
                return Err(Refusal::AlreadyDone.into());
            }
            not_the_last_administrator(db, &account)?;
            store::accounts::set_role(db, account.actor_id, role.code())?;
            store::sessions::close_all(db, account.actor_id, None)?;
            let name = store::actors::find(db, account.actor_id)?.map(|a| a.display_name).unwrap_or_default();
            let to = (account.email.as_str(), name.as_str(), account.lang.as_str());
            jobs::post(db, &jobs::letter(letter, "role_changed", to, "/account".to_owned(), now), now)?;
            Ok(store::journal::append(db, &Event::new(EventKind::RoleChanged).by(viewer.actor).on(actor).detail(role.code()), now)?)
        })
        .await
}

/// Suspends an account: it cannot sign in, and is signed out everywhere.
///
/// # Errors
/// As [`change_role`].
pub async fn suspend(app: &App, viewer: Viewer, actor: ActorId) -> Result<()> {
    manages_users(viewer)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let account = account(db, actor)?;
            if account.suspended_at.is_some() {
                return Err(Refusal::AlreadyDone.into());
            }
            not_the_last_administrator(db, &account)?;
            store::accounts::set_suspended(db, account.actor_id, Some(At(now)))?;
            store::sessions::close_all(db, account.actor_id, None)?;
            store::sessions::drop_links(db, Some(account.actor_id), LinkPurpose::SignIn.code())?;
            Ok(store::journal::append(db, &Event::new(EventKind::AccountSuspended).by(viewer.actor).on(actor), now)?)
        })
        .await
}

/// Opens a suspended account again.
///
/// # Errors
/// As [`change_role`].
pub async fn reinstate(app: &App, viewer: Viewer, actor: ActorId) -> Result<()> {
    manages_users(viewer)?;
    let now = app.now();
    app.store
        .write(move |db| {
            if account(db, actor)?.suspended_at.is_none() {
                return Err(Refusal::AlreadyDone.into());
            }
            store::accounts::set_suspended(db, Uid::of(actor), None)?;
            Ok(store::journal::append(db, &Event::new(EventKind::AccountReinstated).by(viewer.actor).on(actor), now)?)
        })
        .await
}
