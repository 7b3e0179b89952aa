//! One collectivity of another server: what it says of its territory, whether somebody has that territory already, and whether ours recognises it.

use super::desk::{self, Desk, Section};
use super::recognitions::State;
use super::show;
use crate::error::{Error, Reply};
use crate::form::{Faulty, Posted, done};
use crate::page::{Page, html_with};
use crate::texts::Texts;
use crate::viewer::{Staff, Visit};
use actions::abroad;
use askama::Template;
use axum::extract::Path;
use domain::actor::ActorKind;
use domain::id::ActorId;
use domain::refusal::Refusal;
use domain::text;
use domain::trust::{Facts, Tier, tier};
use serde::Deserialize;
use store::trust::{Recognition, RecognitionState, Territory};
use store::{At, Db, Uid};

#[derive(Template)]
#[template(path = "office/recognition.html")]
struct One {
    page: Page,
    desk: Desk,
    path: String,
    name: String,
    handle: String,
    address: String,
    official: bool,
    blocked: bool,
    /// What it says now.
    said: Vec<(String, String)>,
    /// What it signed, where that is something else.
    signed: Vec<(String, String)>,
    /// Who has this territory already.
    claims: Vec<String>,
    act: Act,
    past: Vec<Past>,
    faults: Faulty,
}

/// What can be done now.
struct Act {
    /// Neither proposed: we can.
    propose: bool,
    /// Ours waits for an answer.
    sent: Option<At>,
    /// Theirs waits for ours.
    answer: Option<String>,
    /// Their yes is held.
    held: bool,
    /// Since when both recognise each other.
    since: Option<At>,
}

/// An exchange, as it went.
struct Past {
    state: State,
    at: At,
}

/// What was pressed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    act: String,
    exchange: String,
    verified: String,
    warned: String,
}

/// What is known of one.
struct Read {
    actor: store::actors::Actor,
    exchanges: Vec<Recognition>,
    said: Option<Territory>,
    claims: Vec<(String, String)>,
    official: bool,
    blocked: bool,
}

/// `GET /admin/network/official/{actor}`.
pub(super) async fn show(Staff(visit): Staff, Path(actor): Path<String>) -> Reply {
    page(&visit, &actor, Faulty::none()).await
}

/// `POST /admin/network/official/{actor}`.
pub(super) async fn decide(Staff(visit): Staff, Path(actor): Path<String>, Posted(typed): Posted<Typed>) -> Reply {
    desk::enter(&visit, Section::Network)?;
    let them = ActorId::parse(&actor).ok_or(Error::NOT_FOUND)?;
    let (app, viewer) = (&visit.web.app, visit.viewer);
    let exchange = || uuid::Uuid::parse_str(&typed.exchange).map(Uid).map_err(|_not_an_id| Error::NOT_FOUND);
    let says_yes = matches!(typed.act.as_str(), "propose" | "accept");
    if says_yes && typed.verified != "on" {
        let mut faults = Faulty::none();
        faults.add("verified", Texts::new(visit.lang).get("recognition-verify-first"));
        return page(&visit, &actor, faults).await;
    }
    let (outcome, told) = match typed.act.as_str() {
        "propose" | "again" => (abroad::propose_recognition(app, viewer, them).await, "recognition-proposed"),
        "accept" => (abroad::answer_recognition(app, viewer, exchange()?, true, typed.warned == "yes").await, "recognition-accepted"),
        "refuse" => (abroad::answer_recognition(app, viewer, exchange()?, false, true).await, "recognition-refused"),
        "withdraw" => (abroad::withdraw_recognition(app, viewer, them).await, "recognition-withdrawn"),
        _ => return Err(Error::NOT_FOUND),
    };
    match outcome {
        Ok(()) => Ok(done(&format!("/admin/network/official/{}", them.0), told)),
        // Something came in between: the page shows it.
        Err(actions::Error::Refused(Refusal::Stale | Refusal::NotFound | Refusal::AlreadyDone)) => {
            let mut faults = Faulty::none();
            faults.add("decide", Texts::new(visit.lang).get("recognition-changed"));
            page(&visit, &actor, faults).await
        }
        Err(other) => Err(other.into()),
    }
}

fn read(db: &mut Db, id: Uid) -> store::Result<Option<Read>> {
    let found = store::actors::find(db, id)?.filter(|actor| !actor.host.is_empty() && actor.kind == ActorKind::Organization.code());
    let Some(actor) = found.filter(|actor| actor.erased_at.is_none()) else { return Ok(None) };
    let exchanges = store::trust::of(db, id)?;
    let said = store::trust::declared(db, &[id])?.into_iter().next().map(|(_, territory)| territory);
    let mut claims = Vec::new();
    for territory in live(&exchanges).map(|one| &one.territory).chain(said.as_ref()) {
        claims.extend(store::trust::claims(db, territory, id)?);
    }
    claims.sort();
    claims.dedup();
    let blocked = !store::peers::blocked_among(db, std::slice::from_ref(&actor.host))?.is_empty();
    let official = store::trust::is_official(db, id)?;
    Ok(Some(Read { actor, exchanges, said, claims, official, blocked }))
}

fn live(exchanges: &[Recognition]) -> impl Iterator<Item = &Recognition> {
    let is_live = |one: &&Recognition| {
        matches!(
            RecognitionState::parse(&one.state),
            Some(RecognitionState::Proposed | RecognitionState::Held | RecognitionState::Official)
        )
    };
    exchanges.iter().filter(is_live)
}

// ftl: recognition-state-*
async fn page(visit: &Visit, actor: &str, faults: Faulty) -> Reply {
    desk::enter(visit, Section::Network)?;
    let id = ActorId::parse(actor).map(Uid::of).ok_or(Error::NOT_FOUND)?;
    let found = visit.web.app.store.read(move |db| read(db, id)).await?.ok_or(Error::NOT_FOUND)?;
    let handle = format!("@{}@{}", text::line(&found.actor.username), found.actor.host);
    let name = Some(text::line(&found.actor.display_name)).filter(|name| !name.is_empty()).unwrap_or_else(|| handle.clone());
    let (page, desk) = desk::open(visit, Section::Network, name.clone()).await?;
    let (page, status) = show::told(page, &faults);
    let signed = live(&found.exchanges).map(|one| &one.territory).find(|territory| !territory.kind.is_empty());
    let differs = signed.filter(|signed| found.said.as_ref() != Some(*signed));
    let claim = |(name, host): &(String, String)| {
        if host.is_empty() {
            page.t.with1("recognition-claim-ours", "name", name.as_str())
        } else {
            format!("{} ({host})", text::line(name))
        }
    };
    let facts = Facts { blocked: found.blocked, recognised: found.official, ..Facts::default() };
    let view = One {
        path: format!("/admin/network/official/{}", id.0),
        address: found.actor.uri.clone().unwrap_or_default(),
        official: tier(facts) == Tier::Official,
        blocked: found.blocked,
        said: found.said.as_ref().map(|said| lines(&page.t, said)).unwrap_or_default(),
        signed: differs.map(|said| lines(&page.t, said)).unwrap_or_default(),
        claims: found.claims.iter().map(claim).collect(),
        act: Act::new(&found.exchanges),
        past: found.exchanges.iter().map(Past::new).collect(),
        name,
        handle,
        faults,
        page,
        desk,
    };
    html_with(status, view)
}

/// A territory, line by line: what it is, and what is said of it.
// ftl: territory-kind-*
pub(crate) fn lines(t: &Texts, said: &Territory) -> Vec<(String, String)> {
    let kind = Some(said.kind.as_str()).filter(|kind| !kind.is_empty()).map(|kind| t.code("territory-kind", kind)).unwrap_or_default();
    let of = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        ("recognition-kind", kind),
        ("recognition-insee", of(&said.insee_code)),
        ("recognition-siren", of(&said.siren)),
        ("recognition-parent", text::line(&said.parent)),
        ("recognition-controller", text::line(&said.controller)),
        ("recognition-contact", text::line(&said.contact)),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(key, value)| (t.get(key), value))
    .collect()
}

impl Act {
    fn new(exchanges: &[Recognition]) -> Self {
        let state = |one: &Recognition| RecognitionState::parse(&one.state);
        let theirs = exchanges.iter().find(|one| !one.ours && state(one) == Some(RecognitionState::Proposed));
        let held = exchanges.iter().find(|one| state(one) == Some(RecognitionState::Held));
        let official = exchanges.iter().find(|one| state(one) == Some(RecognitionState::Official));
        let sent = exchanges.iter().find(|one| one.ours && state(one) == Some(RecognitionState::Proposed));
        Self {
            propose: live(exchanges).next().is_none(),
            sent: sent.filter(|_| official.is_none()).map(|one| one.proposed_at),
            answer: theirs.or(held).filter(|_| official.is_none()).map(|one| one.id.0.to_string()),
            held: held.is_some(),
            since: official.map(|one| one.answered_at.unwrap_or(one.proposed_at)),
        }
    }
}

impl Past {
    fn new(one: &Recognition) -> Self {
        Self { state: State::of(one), at: one.ended_at.or(one.answered_at).unwrap_or(one.proposed_at) }
    }
}
