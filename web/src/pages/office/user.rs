//! One account, for administrators: its role, and whether it is suspended.

use super::desk::{self, Desk, Section};
use super::show::{self, Choice};
use crate::error::{Error, Reply};
use crate::form::{Fields, Posted, done};
use crate::page::{Page, html};
use crate::viewer::{Staff, Visit};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use domain::Timestamp;
use domain::actor::Role;
use domain::id::ActorId;
use serde::Deserialize;
use store::accounts::Account;
use store::actors::Actor;

#[derive(Template)]
#[template(path = "office/user.html")]
struct User {
    page: Page,
    desk: Desk,
    name: String,
    username: String,
    email: String,
    since: Timestamp,
    seen: Timestamp,
    suspended: bool,
    roles: Vec<Choice>,
}

/// A role as chosen.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    role: String,
}

/// `GET /admin/users/{username}`.
// ftl: role-* users-may-*
pub(super) async fn show(Staff(visit): Staff, Path(username): Path<String>) -> Reply {
    let (actor, account) = find(&visit, &username).await?;
    let (page, desk) = desk::open(&visit, Section::Users, actor.display_name.clone()).await?;
    let held = Role::ALL.iter().filter(|role| role.is_of_accounts());
    let choice = |role: &Role| {
        let code = role.code();
        Choice::new(code, page.t.code("role", code), code == account.role).hint(page.t.code("users-may", code)).icon(show::role_icon(*role))
    };
    let roles = held.map(choice).collect();
    html(User {
        roles,
        page,
        desk,
        name: actor.display_name,
        username: actor.username,
        email: account.email,
        since: account.created_at.0,
        seen: account.seen_at.0,
        suspended: account.suspended_at.is_some(),
    })
}

/// `POST /admin/users/{username}/role`.
pub(super) async fn change_role(Staff(visit): Staff, Path(username): Path<String>, Posted(typed): Posted<Typed>) -> Reply {
    let (actor, _) = find(&visit, &username).await?;
    let role = Role::parse(&typed.role).filter(|role| role.is_of_accounts()).ok_or(Error::NOT_FOUND)?;
    actions::accounts::change_role(&visit.web.app, visit.viewer, actor.id.to(), role).await?;
    Ok(saved(&username))
}

/// `POST /admin/users/{username}/suspend`.
pub(super) async fn suspend(Staff(visit): Staff, Path(username): Path<String>, _: Posted<Fields>) -> Reply {
    let (actor, _) = find(&visit, &username).await?;
    actions::accounts::suspend(&visit.web.app, visit.viewer, actor.id.to::<ActorId>()).await?;
    Ok(saved(&username))
}

/// `POST /admin/users/{username}/reinstate`.
pub(super) async fn reinstate(Staff(visit): Staff, Path(username): Path<String>, _: Posted<Fields>) -> Reply {
    let (actor, _) = find(&visit, &username).await?;
    actions::accounts::reinstate(&visit.web.app, visit.viewer, actor.id.to::<ActorId>()).await?;
    Ok(saved(&username))
}

fn saved(username: &str) -> Response {
    done(&format!("/admin/users/{username}"), "office-saved")
}

async fn find(visit: &Visit, username: &str) -> Result<(Actor, Account), Error> {
    desk::enter(visit, Section::Users)?;
    let username = username.to_owned();
    let found = visit
        .web
        .app
        .store
        .read(move |db| {
            let Some(actor) = store::actors::find_local(db, &username)? else { return Ok::<_, store::Error>(None) };
            let account = store::accounts::find(db, actor.id)?;
            Ok(account.map(|account| (actor, account)))
        })
        .await?;
    found.ok_or(Error::NOT_FOUND)
}
