//! One-time links. Opening one shows what it does; only its button uses it, so that a mail scanner that opens it spoils nothing.

use super::sign_in;
use crate::cookies;
use crate::error::Reply;
use crate::form::{self, Faulty, Posted};
use crate::page::{Page, html, html_faulty};
use crate::texts::Texts;
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
    new: bool,
    faults: Faulty,
}

/// A password, for a new account whose owner likes one.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    password: String,
}

/// `GET /enter/{token}`
pub async fn show(visit: Visit, Path(token): Path<String>) -> Reply {
    visit.web.app.limits.check(Purpose::Form, &visit.client.bucket())?;
    page(&visit, &token, Faulty::none()).await
}

async fn page(visit: &Visit, token: &str, faults: Faulty) -> Reply {
    let link = accounts::peek(&visit.web.app, token).await?;
    let new = match link.purpose {
        LinkPurpose::SetUp => return Ok(form::see(&format!("/setup/{token}"))),
        LinkPurpose::SignIn => false,
        LinkPurpose::SignUp => true,
    };
    let page = visit.page(if new { "enter-title-new" } else { "enter-title" }).await?.with_faults(!faults.is_empty());
    let lead = page.t.with1(if new { "enter-lead-new" } else { "enter-lead" }, "name", &link.name);
    let button = page.t.get(if new { "enter-button-new" } else { "enter-button" });
    let faulty = !faults.is_empty();
    let page = Enter { page, path: format!("/enter/{token}"), lead, button, new, faults };
    if faulty { html_faulty(page) } else { html(page) }
}

/// `POST /enter/{token}`
pub async fn enter(visit: Visit, Path(token): Path<String>, headers: HeaderMap, Posted(typed): Posted<Typed>) -> Reply {
    visit.web.app.limits.check(Purpose::Form, &visit.client.bucket())?;
    let entered = match accounts::enter(&visit.web.app, &token, &visit.device, &typed.password).await {
        Err(actions::Error::Faulty(faults)) => return page(&visit, &token, Faulty::new(&Texts::new(visit.lang), &faults)).await,
        other => other?,
    };
    let next = cookies::next(&headers);
    let (done, usual) = match entered.purpose {
        LinkPurpose::SignUp => ("welcome", "/account"),
        LinkPurpose::SignIn | LinkPurpose::SetUp => ("signed-in", "/"),
    };
    sign_in::welcome(&visit, &entered.session_token, next.as_deref().unwrap_or(usual), done).await
}
