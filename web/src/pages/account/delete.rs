//! Deleting one's account.

use crate::cookies;
use crate::error::{Error, Reply};
use crate::form::{self, Faulty, Posted};
use crate::page::{Page, html, html_faulty};
use crate::viewer::{SignedIn, Visit};
use actions::accounts::{self, Remains};
use askama::Template;
use domain::actor::Role;
use http::header;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "account/delete.html")]
struct DeletePage {
    page: Page,
    confirm: String,
    withdraw: bool,
    /// Somebody of another server: they have no address here to confirm with.
    guest: bool,
    faults: Faulty,
}

/// What is typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    confirm: String,
    remains: String,
}

/// `GET /account/delete`
pub async fn show_delete(SignedIn(visit): SignedIn) -> Reply {
    let page = page(&visit).await?;
    let guest = visit.viewer.role == Role::Remote;
    html(DeletePage { guest, page, confirm: String::new(), withdraw: false, faults: Faulty::none() })
}

async fn page(visit: &Visit) -> Result<Page, Error> {
    let title = if visit.viewer.role == Role::Remote { "guest-forget" } else { "delete-title" };
    let page = visit.page(title).await?;
    let account = page.t.get("account-title");
    Ok(page.under("/account", account))
}

/// `POST /account/delete`
pub async fn delete(SignedIn(visit): SignedIn, Posted(typed): Posted<Typed>) -> Reply {
    let app = &visit.web.app;
    let remains = Remains::parse(&typed.remains).unwrap_or(Remains::Keep);
    let guest = visit.viewer.role == Role::Remote;
    let outcome = if guest {
        actions::guests::forget(app, visit.viewer, remains).await
    } else {
        accounts::erase(app, visit.viewer, &typed.confirm, remains).await
    };
    match outcome {
        Err(actions::Error::Faulty(faults)) => {
            let page = page(&visit).await?.with_faults(true);
            let faults = Faulty::new(&page.t, &faults);
            html_faulty(DeletePage { guest, page, confirm: typed.confirm, withdraw: remains == Remains::Withdraw, faults })
        }
        other => {
            other?;
            let mut response = form::done("/", "account-deleted");
            if let Some(cookie) = cookies::drop_session(app.links.is_secure()) {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            Ok(response)
        }
    }
}
