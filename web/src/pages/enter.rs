//! One-time links. Opening one shows what it does; only its button uses it, so that a mail scanner that opens it spoils nothing.

use super::sign_in;
use crate::cookies;
use crate::error::Reply;
use crate::form::{self, Posted};
use crate::page::{Page, html};
use crate::viewer::Visit;
use actions::accounts::{self, LinkPurpose};
use actions::limits::Purpose;
use askama::Template;
use axum::extract::Path;
use http::HeaderMap;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "account/enter.html")]
struct Enter {
    page: Page,
    path: String,
    lead: String,
    button: String,
}

/// A form with nothing but its token.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Nothing {}

/// `GET /enter/{token}`
pub async fn show(visit: Visit, Path(token): Path<String>) -> Reply {
    visit.web.app.limits.check(Purpose::Form, &visit.client.bucket())?;
    let link = accounts::peek(&visit.web.app, &token).await?;
    let new = match link.purpose {
        LinkPurpose::SetUp => return Ok(form::see(&format!("/setup/{token}"))),
        LinkPurpose::SignIn => false,
        LinkPurpose::SignUp => true,
    };
    let page = visit.page(if new { "enter-title-new" } else { "enter-title" }).await?;
    let lead = page.t.with1(if new { "enter-lead-new" } else { "enter-lead" }, "name", &link.name);
    let button = page.t.get(if new { "enter-button-new" } else { "enter-button" });
    html(Enter { page, path: format!("/enter/{token}"), lead, button })
}

/// `POST /enter/{token}`
pub async fn enter(visit: Visit, Path(token): Path<String>, headers: HeaderMap, _: Posted<Nothing>) -> Reply {
    visit.web.app.limits.check(Purpose::Form, &visit.client.bucket())?;
    let entered = accounts::enter(&visit.web.app, &token, &visit.device).await?;
    let next = cookies::next(&headers);
    let (done, usual) = match entered.purpose {
        LinkPurpose::SignUp => ("welcome", "/account"),
        LinkPurpose::SignIn | LinkPurpose::SetUp => ("signed-in", "/"),
    };
    sign_in::welcome(&visit, &entered.session_token, next.as_deref().unwrap_or(usual), done).await
}
