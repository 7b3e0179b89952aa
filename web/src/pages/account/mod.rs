//! One's own account: profile, contributions, sessions, data.

mod delete;
mod guest;
mod password;

pub use delete::{delete, show_delete};
pub use password::{change_password, show_password};

use super::set_up::languages;
use crate::cookies;
use crate::error::{Error, Reply};
use crate::form::{self, Choice, Faulty, Posted};
use crate::page::{Page, html, html_faulty};
use crate::viewer::{SignedIn, Visit};
use actions::accounts::{self, ProfileForm};
use askama::Template;
use axum::response::IntoResponse;
use domain::actor::Role;
use domain::answer::AnswerState;
use domain::refusal::Refusal;
use http::{HeaderValue, header};
use serde::Deserialize;
use store::Uid;
use store::sessions::Session;
use store::views::cards::Card;

/// Contributions shown on the account page; the others are on the public page.
const SHOWN: i64 = 20;

/// A form with nothing but its token.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Nothing {}

#[derive(Template)]
#[template(path = "account/account.html")]
struct AccountPage {
    page: Page,
    email: String,
    username: String,
    profile: ProfileForm,
    langs: Vec<Choice>,
    has_password: bool,
    sessions: Vec<Line>,
    contributions: Vec<Card>,
    total: i64,
    /// What left under the name: how many texts, to how many servers; and how many were taken back.
    left: (i64, i64),
    recalled: i64,
    faults: Faulty,
}

/// A session as its owner sees it.
struct Line {
    session: Session,
    current: bool,
}

/// What is typed about oneself.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    name: String,
    summary: String,
    lang: String,
    publish_abroad: String,
}

/// All that is known of the person.
struct Known {
    account: store::accounts::Account,
    actor: store::actors::Actor,
    sessions: Vec<Session>,
    contributions: Vec<Card>,
    total: i64,
    left: (i64, i64),
    recalled: i64,
}

async fn known(visit: &Visit) -> Result<Known, Error> {
    let id = Uid::of(visit.me()?.id);
    let found = visit.web.app.store.read(move |db| {
        let (contributions, total) = store::views::person::written_by(db, id, 0, SHOWN)?;
        let sessions = store::sessions::of_actor(db, id)?;
        let (account, actor) = (store::accounts::find(db, id)?, store::actors::find(db, id)?);
        let (left, recalled) = (store::recalls::left_named(db, id)?, store::recalls::recalled_of(db, id)?);
        let found = account.zip(actor);
        Ok::<_, store::Error>(found.map(|(account, actor)| Known { account, actor, sessions, contributions, total, left, recalled }))
    });
    found.await?.ok_or(Error::Refused(Refusal::SignInFirst))
}

/// `GET /account`
pub async fn show(SignedIn(visit): SignedIn) -> Reply {
    if visit.viewer.role == Role::Remote {
        return guest::show(&visit).await;
    }
    let known = known(&visit).await?;
    let profile = ProfileForm {
        name: known.actor.display_name.clone(),
        summary: known.actor.summary.clone(),
        lang: known.account.lang.clone(),
        publish_abroad: known.account.publish_abroad,
    };
    let page = visit.page("account-title").await?;
    html(account_page(&visit, page, known, profile, Faulty::none()))
}

fn account_page(visit: &Visit, page: Page, known: Known, profile: ProfileForm, faults: Faulty) -> AccountPage {
    let current = visit.session.as_deref().map(actions::random::token_hash);
    let line = |session: Session| Line { current: Some(&session.token_hash) == current.as_ref(), session };
    AccountPage {
        page,
        email: known.account.email,
        username: known.actor.username,
        langs: languages(&profile.lang),
        profile,
        has_password: known.account.password_hash.is_some(),
        sessions: known.sessions.into_iter().map(line).collect(),
        contributions: known.contributions,
        total: known.total,
        left: known.left,
        recalled: known.recalled,
        faults,
    }
}

/// `POST /account`
pub async fn change(SignedIn(visit): SignedIn, Posted(typed): Posted<Typed>) -> Reply {
    let publish_abroad = !typed.publish_abroad.is_empty();
    let form = ProfileForm { name: typed.name, summary: typed.summary, lang: typed.lang, publish_abroad };
    match accounts::change_profile(&visit.web.app, visit.viewer, &form).await {
        Err(actions::Error::Faulty(faults)) => {
            let known = known(&visit).await?;
            let page = visit.page("account-title").await?.with_faults(true);
            let faults = Faulty::new(&page.t, &faults);
            html_faulty(account_page(&visit, page, known, form, faults))
        }
        other => {
            other?;
            Ok(form::done("/account", "saved"))
        }
    }
}

/// `GET /sign-out`: nothing is done by opening an address.
pub async fn to_home(_: Visit) -> Reply {
    Ok(form::see("/"))
}

/// `GET /account/sessions`: they are on the account page.
pub async fn to_account(_: Visit) -> Reply {
    Ok(form::see("/account#sessions"))
}

/// `POST /sign-out`
pub async fn sign_out(visit: Visit, _: Posted<Nothing>) -> Reply {
    if let Some(token) = &visit.session {
        accounts::sign_out(&visit.web.app, token).await?;
    }
    let mut response = form::done("/", "signed-out");
    if let Some(cookie) = cookies::drop_session(visit.web.app.links.is_secure()) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// `POST /account/sessions`: ends every session but this one.
pub async fn sign_out_elsewhere(SignedIn(visit): SignedIn, _: Posted<Nothing>) -> Reply {
    accounts::sign_out_everywhere(&visit.web.app, visit.viewer, visit.session.as_deref()).await?;
    Ok(form::done("/account", "sessions-closed"))
}

/// `GET /account/export`: everything about oneself, as JSON.
pub async fn export(SignedIn(visit): SignedIn) -> Reply {
    let data = if visit.viewer.role == Role::Remote {
        actions::guests::export(&visit.web.app, visit.viewer).await?
    } else {
        accounts::export(&visit.web.app, visit.viewer).await?
    };
    let body = serde_json::to_string_pretty(&data).map_err(|error| Error::Broken(format!("export: {error}")))?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"parvis-account.json\"")),
    ];
    Ok((headers, body).into_response())
}

/// The tone of the state of an official answer.
pub(crate) fn tone(state: &str) -> &'static str {
    match AnswerState::parse(state) {
        Some(AnswerState::Received | AnswerState::PutToVote | AnswerState::Merged) => "info",
        Some(AnswerState::UnderStudy) => "warn",
        Some(AnswerState::Accepted | AnswerState::PartlyAccepted | AnswerState::Done) => "ok",
        Some(AnswerState::Refused) => "bad",
        None => "quiet",
    }
}

/// The icon of the state of an official answer.
pub(crate) fn icon(state: &str) -> &'static str {
    match AnswerState::parse(state) {
        Some(AnswerState::Received) => "mail",
        Some(AnswerState::UnderStudy) => "hourglass",
        Some(AnswerState::Accepted | AnswerState::PartlyAccepted) => "check-circle",
        Some(AnswerState::Refused) => "x-circle",
        Some(AnswerState::Done) => "badge-check",
        Some(AnswerState::PutToVote) => "check",
        Some(AnswerState::Merged) => "link",
        None => "info",
    }
}
