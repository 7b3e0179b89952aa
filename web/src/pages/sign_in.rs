//! Signing in: by a link sent by mail, which needs no password, or by a password.

use crate::error::{Error, Reply};
use crate::form::{self, Faulty, Posted};
use crate::page::{Page, html, html_faulty};
use crate::viewer::Visit;
use crate::{cookies, error};
use actions::limits::Purpose;
use actions::outside::Openness;
use askama::Template;
use axum::response::Response;
use domain::refusal::Refusal;
use http::header;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "account/sign-in.html")]
struct SignIn {
    page: Page,
    email: String,
    next: String,
    faults: Faulty,
    /// The password's half is unfolded.
    by_password: bool,
    /// An account of another server will do as well.
    elsewhere: bool,
}

#[derive(Template)]
#[template(path = "account/sent.html")]
struct Sent {
    page: Page,
    lead: String,
    again: &'static str,
}

/// What is typed to sign in.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct SignInForm {
    email: String,
    password: String,
    next: String,
}

/// `GET /sign-in`
pub async fn show(visit: Visit) -> Reply {
    let next = visit.query_value("next").unwrap_or_default();
    if visit.me.is_some() {
        return Ok(form::see(form::local(&next).unwrap_or("/account")));
    }
    let page = visit.page("sign-in-title").await?;
    html(SignIn { page, email: String::new(), next, faults: Faulty::none(), by_password: false, elsewhere: takes_others(&visit) })
}

/// `POST /sign-in/link`: the answer is the same whether the address has an account or not.
pub async fn by_link(visit: Visit, Posted(form): Posted<SignInForm>) -> Reply {
    let app = &visit.web.app;
    app.limits.check(Purpose::Letter, &visit.client.bucket())?;
    match actions::accounts::request_link(app, &form.email, visit.lang).await {
        Err(actions::Error::Faulty(faults)) => {
            let page = visit.page("sign-in-title").await?.with_faults(true);
            let faults = Faulty::new(&page.t, &faults);
            html_faulty(SignIn { page, email: form.email, next: form.next, faults, by_password: false, elsewhere: takes_others(&visit) })
        }
        other => {
            other?;
            let mut response = form::see("/sign-in/sent");
            if let Some(next) = form::local(&form.next)
                && let Some(cookie) = cookies::give_next(next, app.links.is_secure())
            {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            Ok(response)
        }
    }
}

/// `GET /sign-in/sent`
pub async fn sent(visit: Visit) -> Reply {
    let page = visit.page("sent-title").await?;
    let lead = page.t.get("sent-sign-in");
    html(Sent { page, lead, again: "/sign-in" })
}

/// `GET /sign-up/sent`
pub async fn sent_to_newcomer(visit: Visit) -> Reply {
    let page = visit.page("sent-title").await?;
    let lead = page.t.get("sent-sign-up");
    html(Sent { page, lead, again: "/sign-up" })
}

/// `POST /sign-in`
pub async fn by_password(visit: Visit, Posted(form): Posted<SignInForm>) -> Reply {
    let app = &visit.web.app;
    let mut key = visit.client.bucket();
    key.extend_from_slice(form.email.trim().to_lowercase().as_bytes());
    app.limits.check(Purpose::SignIn, &key)?;
    app.limits.check(Purpose::Form, &visit.client.bucket())?;
    let outcome = actions::accounts::sign_in(app, &form.email, &form.password, &visit.device).await;
    if let Err(actions::Error::Refused(Refusal::WrongCredentials)) = outcome {
        let page = visit.page("sign-in-title").await?.with_faults(true);
        let mut faults = Faulty::none();
        faults.add("password", page.t.code("refusal", error::refusal_code(Refusal::WrongCredentials)));
        return html_faulty(SignIn {
            page,
            email: form.email,
            next: form.next,
            faults,
            by_password: true,
            elsewhere: takes_others(&visit),
        });
    }
    welcome(&visit, &outcome?, form::local(&form.next).unwrap_or("/"), "signed-in").await
}

/// Whether accounts of other servers may be used here.
pub(super) fn takes_others(visit: &Visit) -> bool {
    visit.web.openness() != Openness::Closed
}

/// Gives the browser its new session, ends the one it had, and leads on.
///
/// # Errors
/// When the store fails.
pub(super) async fn welcome(visit: &Visit, token: &str, path: &str, done: &str) -> Result<Response, Error> {
    let app = &visit.web.app;
    if let Some(old) = &visit.session {
        actions::accounts::sign_out(app, old).await?;
    }
    let mut response = form::done(path, done);
    let secure = app.links.is_secure();
    for cookie in [cookies::give_session(token, secure), cookies::give_next("", secure)].into_iter().flatten() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
