//! Opening an account: a name and an address, which is confirmed by a link. A password, for those who like one, is chosen behind the link.

use crate::error::Reply;
use crate::form::{self, Faulty, Posted};
use crate::page::{Page, html, html_faulty};
use crate::viewer::Visit;
use actions::accounts::{self, SignUpForm};
use actions::limits::Purpose;
use askama::Template;
use domain::text::Fault;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "account/sign-up.html")]
struct SignUp {
    page: Page,
    name: String,
    email: String,
    rules: bool,
    faults: Faulty,
}

/// What is typed to sign up.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    name: String,
    email: String,
    rules: String,
}

/// `GET /sign-up`
pub async fn show(visit: Visit) -> Reply {
    if visit.me.is_some() {
        return Ok(form::see("/account"));
    }
    let page = visit.page("sign-up-title").await?;
    html(SignUp { page, name: String::new(), email: String::new(), rules: false, faults: Faulty::none() })
}

/// `POST /sign-up`: the answer is the same whether the address has an account or not.
pub async fn send(visit: Visit, Posted(typed): Posted<Typed>) -> Reply {
    let app = &visit.web.app;
    app.limits.check(Purpose::Letter, &visit.client.bucket())?;
    let rules = !typed.rules.is_empty();
    let form = SignUpForm { name: typed.name, email: typed.email, password: String::new() };
    let outcome = if rules { accounts::sign_up(app, &form, visit.lang).await } else { Err(actions::Error::fault("rules", Fault::Missing)) };
    match outcome {
        Err(actions::Error::Faulty(faults)) => {
            let page = visit.page("sign-up-title").await?.with_faults(true);
            let faults = Faulty::new(&page.t, &faults);
            html_faulty(SignUp { page, name: form.name, email: form.email, rules, faults })
        }
        other => {
            other?;
            Ok(form::see("/sign-up/sent"))
        }
    }
}
