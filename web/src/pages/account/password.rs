//! Setting, changing or removing one's password.

use crate::error::{Error, Reply};
use crate::form::{self, Faulty, Posted};
use crate::page::{Page, html, html_faulty};
use crate::viewer::{SignedIn, Visit};
use actions::accounts;
use actions::limits::Purpose;
use askama::Template;
use domain::refusal::Refusal;
use serde::Deserialize;
use store::Uid;

#[derive(Template)]
#[template(path = "account/password.html")]
struct PasswordPage {
    page: Page,
    email: String,
    has_password: bool,
    faults: Faulty,
}

/// What is typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    current: String,
    password: String,
    /// Set by the button that removes the password.
    remove: String,
}

/// `GET /account/password`
pub async fn show_password(SignedIn(visit): SignedIn) -> Reply {
    html(password_page(&visit, |_| Faulty::none()).await?)
}

async fn password_page(visit: &Visit, faults: impl FnOnce(&Page) -> Faulty) -> Result<PasswordPage, Error> {
    let id = Uid::of(visit.me()?.id);
    let account = visit.web.app.store.read(move |db| store::accounts::find(db, id)).await?;
    let account = account.ok_or(Error::Refused(Refusal::SignInFirst))?;
    let page = visit.page("password-title").await?;
    let account_title = page.t.get("account-title");
    let page = page.under("/account", account_title);
    let faults = faults(&page);
    let page = page.with_faults(!faults.is_empty());
    Ok(PasswordPage { page, email: account.email, has_password: account.password_hash.is_some(), faults })
}

/// `POST /account/password`
pub async fn change_password(SignedIn(visit): SignedIn, Posted(typed): Posted<Typed>) -> Reply {
    let app = &visit.web.app;
    let me = visit.me()?;
    app.limits.check(Purpose::SignIn, me.id.to_string().as_bytes())?;
    let remove = !typed.remove.is_empty();
    if typed.password.is_empty() && !remove {
        let faults = [("password", domain::text::Fault::Missing)];
        return html_faulty(password_page(&visit, |page| Faulty::new(&page.t, &faults)).await?);
    }
    let new = if remove { "" } else { typed.password.as_str() };
    let outcome = accounts::set_password(app, visit.viewer, Some(&typed.current), new, visit.session.as_deref()).await;
    if let Err(actions::Error::Faulty(faults)) = outcome {
        return html_faulty(password_page(&visit, |page| Faulty::new(&page.t, &faults)).await?);
    }
    if let Err(actions::Error::Refused(Refusal::WrongCredentials)) = outcome {
        let wrong = |page: &Page| {
            let mut faults = Faulty::none();
            faults.add("current", page.t.get("password-wrong"));
            faults
        };
        return html_faulty(password_page(&visit, wrong).await?);
    }
    outcome?;
    Ok(form::done("/account", if remove { "password-removed" } else { "password-set" }))
}
