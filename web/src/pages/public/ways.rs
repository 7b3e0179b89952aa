//! Ways to a ballot without an account: a code from a letter or from a desk, details that stand on a list, a link by e-mail. Each gives the browser
//! a pass, kept in a cookie until the ballot is cast.

use super::polls::{self, Found};
use crate::cookies;
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, done, see};
use crate::page::{Page, html, html_with};
use crate::viewer::Visit;
use actions::limits::Purpose;
use actions::ways::{self, Proof};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use domain::id::ActorId;
use domain::refusal::Refusal;
use domain::vote::Level;
use http::{StatusCode, header};

/// Who fills a ballot in.
pub(super) enum Hand {
    /// Somebody signed in.
    Account(ActorId),
    /// Somebody who has just proved who they are.
    Pass(String, Level),
}

#[derive(Template)]
#[template(path = "ways.html")]
struct Enter {
    page: Page,
    path: String,
    title: String,
    lang: String,
    faults: Faulty,
    /// Where the forms are sent.
    action: String,
    code: bool,
    mail: bool,
    /// The names of the details that the list asks for; empty where there is no list.
    details: Vec<Detail>,
    typed_code: String,
    email: String,
    /// Whether a letter was just asked for.
    sent: bool,
}

/// A detail that a list asks for.
struct Detail {
    field: String,
    label: String,
    value: String,
}

#[derive(Template)]
#[template(path = "ways_mail.html")]
struct ByMail {
    page: Page,
    title: String,
    lang: String,
    action: String,
}

/// The levels at which somebody votes with an account.
pub(super) const ACCOUNTS: [Level; 2] = [Level::Confirmed, Level::Verified];

/// Who votes in this browser: whoever holds a pass, else whoever is signed in, where accounts may vote.
pub(super) async fn hand(visit: &Visit, all: &Found) -> Result<Option<Hand>, Error> {
    let id = all.found.row.id;
    if let Some(pass) = cookies::pass(&visit.headers, id.0)
        && let Some(level) = ways::find_pass(&visit.web.app, id.to(), &pass).await?
    {
        return Ok(Some(Hand::Pass(pass, level)));
    }
    let accounts = ACCOUNTS.iter().any(|level| all.found.levels.contains(level));
    Ok(visit.viewer.actor.filter(|_| accounts && visit.me.is_some()).map(Hand::Account))
}

/// Whether people without an account may vote on a screen.
pub(super) fn without_account(all: &Found) -> bool {
    [Level::EmailCode, Level::PrintedCode, Level::Listed, Level::Desk].iter().any(|level| all.found.levels.contains(level))
}

/// `GET /c/{slug}/polls/{poll}/enter`.
pub(super) async fn show(visit: Visit, Path((slug, poll)): Path<(String, String)>) -> Reply {
    let all = polls::read(&visit, &slug, &poll).await?;
    enter(&visit, &slug, &all, &Fields::default(), Faulty::none()).await
}

/// `POST /c/{slug}/polls/{poll}/enter/code`.
pub(super) async fn by_code(visit: Visit, Path((slug, poll)): Path<(String, String)>, Posted(typed): Posted<Fields>) -> Reply {
    let all = polls::read(&visit, &slug, &poll).await?;
    let app = &visit.web.app;
    app.limits.check(Purpose::Proof, &visit.client.bucket())?;
    match ways::pass_by_code(app, all.found.row.id.to(), typed.get("code")).await? {
        Some(pass) => Ok(go(&visit, &slug, &all, &pass)),
        None => refused(&visit, &slug, &all, &typed, "code", "ways-code-unknown").await,
    }
}

/// `POST /c/{slug}/polls/{poll}/enter/list`.
pub(super) async fn by_entry(visit: Visit, Path((slug, poll)): Path<(String, String)>, Posted(typed): Posted<Fields>) -> Reply {
    let all = polls::read(&visit, &slug, &poll).await?;
    let app = &visit.web.app;
    app.limits.check(Purpose::Proof, &visit.client.bucket())?;
    let details = details(&typed);
    match ways::pass_by_entry(app, all.found.row.id.to(), details).await? {
        Proof::Known(pass) => Ok(go(&visit, &slug, &all, &pass)),
        Proof::Several => refused(&visit, &slug, &all, &typed, "detail-0", "ways-entry-several").await,
        Proof::Unknown | Proof::Voted => refused(&visit, &slug, &all, &typed, "detail-0", "ways-entry-unknown").await,
    }
}

/// `POST /c/{slug}/polls/{poll}/enter/mail`.
pub(super) async fn by_mail(visit: Visit, Path((slug, poll)): Path<(String, String)>, Posted(typed): Posted<Fields>) -> Reply {
    let all = polls::read(&visit, &slug, &poll).await?;
    let app = &visit.web.app;
    app.limits.check(Purpose::Letter, &visit.client.bucket())?;
    match ways::ask_by_mail(app, all.found.row.id.to(), typed.get("email"), visit.lang).await {
        Ok(()) => Ok(done(&format!("/c/{slug}/polls/{poll}/enter?sent=1"), "vote-link-sent")),
        Err(actions::Error::Faulty(faults)) => {
            let page = visit.page("ways-title").await?;
            enter(&visit, &slug, &all, &typed, Faulty::new(&page.t, &faults)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `GET /c/{slug}/polls/{poll}/mail/{token}`: a page with a button, since programs open the links of letters too.
pub(super) async fn show_mail(visit: Visit, Path((slug, poll, token)): Path<(String, String, String)>) -> Reply {
    let all = polls::read(&visit, &slug, &poll).await?;
    let page = visit.page("ways-title").await?.under(all.path(&slug), all.found.row.title.clone());
    let action = format!("/c/{slug}/polls/{poll}/mail/{token}");
    html(ByMail { title: all.found.row.title, lang: all.found.row.lang, action, page })
}

/// `POST /c/{slug}/polls/{poll}/mail/{token}`.
pub(super) async fn use_mail(visit: Visit, Path((slug, poll, token)): Path<(String, String, String)>, _: Posted<Fields>) -> Reply {
    let all = polls::read(&visit, &slug, &poll).await?;
    let pass = ways::pass_by_mail(&visit.web.app, all.found.row.id.to(), &token).await?;
    Ok(go(&visit, &slug, &all, &pass))
}

/// Gives the browser its pass and leads to the ballot.
fn go(visit: &Visit, slug: &str, all: &Found, pass: &str) -> Response {
    let mut response = see(&all.path(slug));
    if let Some(cookie) = cookies::give_pass(all.found.row.id.0, pass, visit.web.app.links.is_secure()) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// What was typed of the details of a list.
pub(crate) fn details(typed: &Fields) -> Vec<String> {
    typed.iter().filter(|(name, _)| name.starts_with("detail-")).map(|(_, value)| value.to_owned()).collect()
}

async fn refused(visit: &Visit, slug: &str, all: &Found, typed: &Fields, field: &str, text: &str) -> Reply {
    let page = visit.page("ways-title").await?;
    let mut faults = Faulty::none();
    faults.add(field, page.t.get(text));
    enter(visit, slug, all, typed, faults).await
}

async fn enter(visit: &Visit, slug: &str, all: &Found, typed: &Fields, faults: Faulty) -> Reply {
    let row = &all.found.row;
    let id = row.id;
    let page = visit.page("ways-title").await?.under(all.path(slug), row.title.clone()).with_faults(!faults.is_empty());
    if !all.is_open(&page) {
        return Err(Refusal::NotOpenNow.into());
    }
    let list = visit.web.app.store.read(move |db| store::ways::list(db, id)).await?;
    let has = |level: Level| all.found.levels.contains(&level);
    let fields = list.filter(|_| has(Level::Listed)).map(|list| list.fields).unwrap_or_default();
    let detail = |(number, label): (usize, &str)| {
        let field = format!("detail-{number}");
        Detail { label: label.to_owned(), value: typed.get(&field).to_owned(), field }
    };
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let form = Enter {
        path: all.path(slug),
        title: row.title.clone(),
        lang: row.lang.clone(),
        faults,
        action: format!("/c/{slug}/polls/{}/enter", row.id.0),
        code: has(Level::PrintedCode) || has(Level::Desk),
        mail: has(Level::EmailCode),
        details: fields.lines().enumerate().map(detail).collect(),
        typed_code: typed.get("code").to_owned(),
        email: typed.get("email").to_owned(),
        sent: visit.query_value("sent").is_some(),
        page,
    };
    html_with(status, form)
}
