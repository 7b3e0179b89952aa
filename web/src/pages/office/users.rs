//! The accounts, for administrators.

use super::desk::{self, Desk, Section};
use super::show::{self, Choice};
use crate::error::Reply;
use crate::form::encode;
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::Staff;
use askama::Template;
use axum::extract::Query;
use domain::Timestamp;
use domain::actor::Role;
use serde::Deserialize;

/// Accounts on a page.
const PER_PAGE: i64 = 50;
/// Longest search.
const SEARCH_MAX: usize = 100;

#[derive(Template)]
#[template(path = "office/users.html")]
struct Users {
    page: Page,
    desk: Desk,
    q: String,
    roles: Vec<Choice>,
    total: i64,
    users: Vec<Line>,
    pagination: Pagination,
}

/// An account of the table.
struct Line {
    name: String,
    username: String,
    role: String,
    icon: &'static str,
    since: Timestamp,
    suspended: bool,
}

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    role: String,
    page: String,
}

/// `GET /admin/users`.
// ftl: role-*
pub(super) async fn list(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    let (page, desk) = desk::open(&visit, Section::Users, "users-title").await?;
    let q: String = asked.q.trim().chars().take(SEARCH_MAX).collect();
    let (searched, role) = (q.clone(), Role::parse(&asked.role));
    let number = pagination::asked(&asked.page);
    let offset = pagination::offset(number, PER_PAGE);
    let (rows, total) =
        visit.web.app.store.read(move |db| store::accounts::page(db, &searched, role.map(Role::code), offset, PER_PAGE)).await?;
    let users = rows.into_iter().map(|(account, name, username)| Line {
        name,
        username,
        role: page.t.code("role", &account.role),
        icon: show::role_icon(Role::parse(&account.role).unwrap_or(Role::Citizen)),
        since: account.created_at.0,
        suspended: account.suspended_at.is_some(),
    });
    let users = users.collect();
    let held = Role::ALL.iter().filter(|each| each.is_of_accounts());
    let roles = held.map(|each| Choice::new(each.code(), page.t.code("role", each.code()), Some(*each) == role)).collect();
    let base = format!("/admin/users?q={}&role={}", encode(&q), role.map_or("", Role::code));
    let pagination = Pagination::new(total, PER_PAGE, number, |n| format!("{base}&page={n}"));
    html(Users { page, desk, q, roles, total, users, pagination })
}
