//! Signing in with an account of another server: type its address, go there by pressing a link that names the server, come back.

use super::sign_in::{takes_others, welcome};
use crate::cookies;
use crate::error::{Error, Reply};
use crate::form::{self, Faulty, Posted};
use crate::page::{Page, html, html_with};
use crate::viewer::Visit;
use actions::limits::Purpose;
use actions::outside::{self, Entrance, Openness, Outside, Return, Trouble};
use askama::Template;
use axum::extract::{Path, Query};
use http::{HeaderMap, StatusCode, header};
use serde::Deserialize;
use std::sync::Arc;

/// Most characters of the address of an account.
const ACCOUNT_MAX: usize = 300;

#[derive(Template)]
#[template(path = "account/elsewhere.html")]
struct Elsewhere {
    page: Page,
    account: String,
    account_max: usize,
    next: String,
    faults: Faulty,
    entrance: Option<Entrance>,
    /// Only servers of a list may take part.
    territories: bool,
}

/// What is typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    account: String,
    next: String,
}

/// What another server sends somebody back with (RFC 6749 §4.1.2, RFC 9207).
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Brought {
    state: String,
    code: String,
    error: String,
    iss: Option<String>,
}

fn door(visit: &Visit) -> Result<Arc<dyn Outside>, Error> {
    visit.web.outside.clone().filter(|_| takes_others(visit)).ok_or(Error::NOT_FOUND)
}

/// `GET /sign-in/elsewhere`
pub async fn show(visit: Visit) -> Reply {
    door(&visit)?;
    let next = visit.query_value("next").unwrap_or_default();
    if visit.me.is_some() {
        return Ok(form::see(form::local(&next).unwrap_or("/account")));
    }
    let account = visit.query_value("account").unwrap_or_default().chars().take(ACCOUNT_MAX).collect();
    html(view(&visit, Typed { account, next }, Faulty::none(), None).await?)
}

async fn view(visit: &Visit, typed: Typed, faults: Faulty, entrance: Option<Entrance>) -> Result<Elsewhere, Error> {
    let page = visit.page("guest-title").await?;
    let name = page.t.get("sign-in-title");
    let page = page.under("/sign-in", name).with_faults(!faults.is_empty());
    let territories = visit.web.openness() == Openness::Territories;
    Ok(Elsewhere { page, account: typed.account, account_max: ACCOUNT_MAX, next: typed.next, faults, entrance, territories })
}

/// `POST /sign-in/elsewhere`: looks the account up, and shows where its owner is asked.
pub async fn leave(visit: Visit, Posted(typed): Posted<Typed>) -> Reply {
    let (door, app) = (door(&visit)?, &visit.web.app);
    app.limits.check(Purpose::Elsewhere, &visit.client.bucket())?;
    let account: String = typed.account.trim().chars().take(ACCOUNT_MAX).collect();
    let typed = Typed { account, next: form::local(&typed.next).unwrap_or_default().to_owned() };
    let entrance = match door.entrance(&typed.account, &typed.next).await {
        Ok(entrance) => entrance,
        Err(error) => return refuse(&visit, typed, error).await,
    };
    let cookie = cookies::give_left(&entrance.state, app.links.is_secure());
    let mut response = html(view(&visit, typed, Faulty::none(), Some(entrance)).await?)?;
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// The form again, with what went wrong.
// ftl: elsewhere-trouble-*
async fn refuse(visit: &Visit, typed: Typed, error: outside::Error) -> Reply {
    let trouble = match error {
        outside::Error::Trouble(trouble) => trouble,
        outside::Error::Action(error) => return Err(error.into()),
    };
    let mut faults = Faulty::none();
    let view = {
        faults.add("account", crate::texts::Texts::new(visit.lang).code("elsewhere-trouble", trouble.code()));
        view(visit, typed, faults, None).await?
    };
    html_with(StatusCode::UNPROCESSABLE_ENTITY, view)
}

/// `GET /sign-in/elsewhere/{host}`: back from one's own server. What is brought back works once, and only in the browser that left with it.
pub async fn back(visit: Visit, Path(host): Path<String>, Query(brought): Query<Brought>, headers: HeaderMap) -> Reply {
    let (door, app) = (door(&visit)?, &visit.web.app);
    app.limits.check(Purpose::Form, &visit.client.bucket())?;
    let secure = app.links.is_secure();
    let left = cookies::left(&headers, secure);
    let mut response = if left.as_ref().is_some_and(|left| *left == brought.state) {
        let refused = !brought.error.is_empty();
        let back = Return { host, state: brought.state, code: brought.code, issuer: brought.iss, refused };
        match door.prove(back).await {
            Ok(proven) => {
                let token = actions::guests::enter(app, proven.actor, &visit.device).await?;
                welcome(&visit, &token, form::local(&proven.next).unwrap_or("/account"), "signed-in").await?
            }
            Err(error) => refuse(&visit, Typed::default(), error).await?,
        }
    } else {
        // Brought by another browser than it was given to: whoever began this is not who ends it, and shall not end it later either.
        match actions::guests::take(app, &brought.state).await {
            Ok(_) | Err(actions::Error::Refused(_)) => {}
            Err(error) => return Err(error.into()),
        }
        refuse(&visit, Typed::default(), Trouble::Expired.into()).await?
    };
    if let Some(cookie) = cookies::give_left("", secure) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
