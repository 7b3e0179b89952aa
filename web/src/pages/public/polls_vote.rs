//! Voting: choose, read again what was chosen, send; the receipt; and, after closing, whether one's ballot was counted.

use super::poll_budget;
use super::poll_sent::Sent;
use super::poll_words;
use super::polls::{self, Found};
use super::ways::{self, Hand};
use crate::cookies;
use crate::error::{Error, Reply};
use crate::form::{self, Faulty, Fields, Posted};
use crate::page::{Page, html, html_with};
use crate::viewer::Visit;
use actions::limits::Purpose;
use actions::votes::{Outcome, Voter};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use deliberation::ballot::{Ballot, Fault};
use domain::refusal::Refusal;
use domain::vote::{BoxState, Level};
use http::{HeaderMap, StatusCode, header};
use store::Uid;

#[derive(Template)]
#[template(path = "poll_review.html")]
struct Review {
    page: Page,
    path: String,
    title: String,
    lang: String,
    said: Vec<poll_words::Said>,
    /// Names and values to be sent again.
    fields: Vec<(String, String)>,
    replaces: bool,
    /// What the projects of a budget cost, and what is left; empty for a poll.
    total: String,
}

#[derive(Template)]
#[template(path = "poll_receipt.html")]
struct Receipt {
    page: Page,
    path: String,
    title: String,
    lang: String,
    receipt: String,
    closes: String,
    revote: bool,
}

#[derive(Template)]
#[template(path = "poll_check.html")]
struct Check {
    page: Page,
    path: String,
    title: String,
    lang: String,
    faults: Faulty,
    receipt: String,
    /// What the ballot says, once it was found.
    found: Option<Vec<poll_words::Said>>,
    closed: bool,
}

/// `POST /c/{slug}/polls/{poll}`: without `action=cast` what was chosen is shown again, so that it can be corrected.
pub(super) async fn vote(
    visit: Visit,
    Path((slug, poll)): Path<(String, String)>,
    headers: HeaderMap,
    Posted(typed): Posted<Fields>,
) -> Reply {
    let all = polls::read(&visit, &slug, &poll).await?;
    let hand = match hand_of(&visit, &slug, &poll, &all).await? {
        Ok(hand) => hand,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let sent = Sent::of(&typed);
    let receipt = cookies::receipt(&headers, all.found.row.id.0);
    if poll_budget::has_basket(&all.found) && (typed.has("toggle") || typed.get("action") == "undo") {
        return basket(&visit, &slug, all, &sent, typed.get("toggle"), receipt.is_some()).await;
    }
    if typed.get("action") == "correct" {
        return polls::view(&visit, &slug, all, &sent, Faulty::none(), receipt.is_some()).await;
    }
    let checked = sent.ballot(&all.found.form).and_then(|ballot| all.found.form.check(&ballot, &all.found.choices()));
    let ballot = match checked {
        Ok(ballot) => ballot,
        Err(fault) => return faulty(&visit, &slug, all, &sent, fault, receipt.is_some()).await,
    };
    if typed.get("action") == "cast" {
        return cast(&visit, &slug, all, hand, ballot, receipt).await;
    }
    let page = visit.page("poll-review-title").await?;
    if !all.is_open(&page) {
        return Err(Refusal::NotOpenNow.into());
    }
    let path = all.path(&slug);
    let page = page.under(format!("/c/{slug}"), all.consultation.clone()).under(path.clone(), all.found.row.title.clone());
    let said = poll_words::said(&page, &all.found, &ballot);
    let fields = Sent::from_ballot(&ballot).pairs().to_vec();
    let total = match &ballot {
        Ballot::Set(numbers) if all.found.row.budget > 0 => poll_budget::total(&page, &all.found, numbers),
        _ => String::new(),
    };
    let row = all.found.row;
    html(Review { path, title: row.title, lang: row.lang, said, fields, replaces: receipt.is_some(), total, page })
}

/// In which way the visitor votes; or where somebody without an account proves who they are first. The others are told what everybody is told.
async fn hand_of(visit: &Visit, slug: &str, poll: &str, all: &Found) -> Result<Result<Hand, Response>, Error> {
    let published = all.found.state == BoxState::Published;
    if let Some(hand) = ways::hand(visit, all).await?.filter(|_| published) {
        return Ok(Ok(hand));
    }
    if visit.me.is_none() && !all.found.levels.iter().any(|level| ways::ACCOUNTS.contains(level)) {
        return Ok(Err(form::see(&format!("/c/{slug}/polls/{poll}/enter"))));
    }
    let refusal = if visit.me.is_some() && published { Refusal::NotYourRole } else { Refusal::NotOpenNow };
    Err(visit.me().err().unwrap_or(refusal.into()))
}

/// A project is put into the basket or taken out; what does not fit is refused, and the basket stays as it was.
async fn basket(visit: &Visit, slug: &str, all: Found, sent: &Sent, code: &str, voted: bool) -> Reply {
    if code.is_empty() {
        return polls::view(visit, slug, all, &sent.undone(), Faulty::none(), voted).await;
    }
    let next = sent.toggled(code);
    if next.has(code) {
        let checked = next.ballot(&all.found.form).and_then(|ballot| all.found.form.check(&ballot, &all.found.choices()));
        if let Err(fault) = checked {
            return faulty(visit, slug, all, sent, fault, voted).await;
        }
    }
    polls::view(visit, slug, all, &next, Faulty::none(), voted).await
}

async fn faulty(visit: &Visit, slug: &str, all: Found, sent: &Sent, fault: Fault, voted: bool) -> Reply {
    let page = visit.page("polls-title").await?;
    let mut faults = Faulty::none();
    faults.add("choice", poll_words::fault(&page, &all.found, fault));
    polls::view(visit, slug, all, sent, faults, voted).await
}

async fn cast(visit: &Visit, slug: &str, all: Found, hand: Hand, ballot: Ballot, receipt: Option<String>) -> Reply {
    let app = &visit.web.app;
    let (id, path) = (all.found.row.id, all.path(slug));
    let sent = Sent::from_ballot(&ballot);
    let (outcome, at_desk) = match hand {
        Hand::Account(actor) => {
            app.limits.check(Purpose::Publish, &super::contribution::limit_key(Some(actor)))?;
            let voter = Voter::Account { actor, level: Level::Confirmed };
            (actions::votes::cast(app, voter, id.to(), ballot, receipt.clone()).await?, false)
        }
        Hand::Pass(pass, level) => {
            // Many people vote on the device of a desk: it keeps no receipt, and a pass is good once anyway.
            let at_desk = level == Level::Desk;
            let own = receipt.clone().filter(|_| !at_desk);
            (actions::votes::cast_with_pass(app, &pass, id.to(), ballot, own).await?, at_desk)
        }
    };
    match outcome {
        Outcome::Cast { receipt } if at_desk => receipt_page(visit, slug, all, receipt).await,
        Outcome::Cast { receipt } => {
            let mut response = form::done(&format!("{path}/receipt"), "voted");
            if let Some(cookie) = cookies::give_receipt(id.0, &receipt, app.links.is_secure()) {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            Ok(response)
        }
        Outcome::Replaced => Ok(form::done(&format!("{path}/receipt"), "vote-replaced")),
        Outcome::Late => Err(Refusal::NotOpenNow.into()),
        Outcome::AlreadyVoted => {
            let page = visit.page("polls-title").await?;
            let mut faults = Faulty::none();
            let key = if all.found.row.revote { "poll-already" } else { "poll-already-final" };
            faults.add("choice", page.t.get(key));
            polls::view(visit, slug, all, &sent, faults, receipt.is_some()).await
        }
        Outcome::Unfit(fault) => faulty(visit, slug, all, &sent, fault, receipt.is_some()).await,
    }
}

/// `GET /c/{slug}/polls/{poll}/receipt`: what this browser keeps, to be noted down.
pub(super) async fn receipt(visit: Visit, Path((slug, poll)): Path<(String, String)>, headers: HeaderMap) -> Reply {
    let all = polls::read(&visit, &slug, &poll).await?;
    let receipt = cookies::receipt(&headers, all.found.row.id.0).ok_or(Error::NOT_FOUND)?;
    receipt_page(&visit, &slug, all, receipt).await
}

async fn receipt_page(visit: &Visit, slug: &str, all: Found, receipt: String) -> Reply {
    let path = all.path(slug);
    let page = visit.page("poll-receipt-title").await?;
    let page = page.under(format!("/c/{slug}"), all.consultation.clone()).under(path.clone(), all.found.row.title.clone());
    let row = all.found.row;
    html(Receipt { path, title: row.title, lang: row.lang, receipt, closes: page.moment(row.closes_at), revote: row.revote, page })
}

/// `GET /c/{slug}/polls/{poll}/check`.
pub(super) async fn ask_receipt(visit: Visit, Path((slug, poll)): Path<(String, String)>) -> Reply {
    let all = polls::read(&visit, &slug, &poll).await?;
    check_page(&visit, &slug, all, String::new(), None, Faulty::none()).await
}

/// `POST /c/{slug}/polls/{poll}/check`: by a form, so that no address and no log holds a receipt.
pub(super) async fn check(visit: Visit, Path((slug, poll)): Path<(String, String)>, Posted(typed): Posted<Fields>) -> Reply {
    let all = polls::read(&visit, &slug, &poll).await?;
    visit.web.app.limits.check(Purpose::Publish, &visit.client.bucket())?;
    let receipt = typed.get("receipt").trim().to_owned();
    if all.found.state != BoxState::Closed {
        return check_page(&visit, &slug, all, receipt, None, Faulty::none()).await;
    }
    let (id, hash): (Uid, Vec<u8>) = (all.found.row.id, actions::random::token_hash(&receipt));
    let kept = visit.web.app.store.read(move |db| store::votes::with_receipt(db, id, &hash)).await?;
    let ballot = kept.and_then(|cast| cast.choice.parse::<Ballot>().ok());
    let mut faults = Faulty::none();
    if ballot.is_none() {
        let page = visit.page("polls-title").await?;
        faults.add("receipt", page.t.get("poll-check-unknown"));
    }
    check_page(&visit, &slug, all, receipt, ballot, faults).await
}

async fn check_page(visit: &Visit, slug: &str, all: Found, receipt: String, ballot: Option<Ballot>, faults: Faulty) -> Reply {
    let path = all.path(slug);
    let page = visit.page("poll-check-title").await?.with_faults(!faults.is_empty());
    let page = page.under(format!("/c/{slug}"), all.consultation.clone()).under(path.clone(), all.found.row.title.clone());
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let found = ballot.as_ref().map(|ballot| poll_words::said(&page, &all.found, ballot));
    let closed = all.found.state == BoxState::Closed;
    let row = all.found.row;
    html_with(status, Check { path, title: row.title, lang: row.lang, faults, receipt, found, closed, page })
}
