//! Other servers, for administrators: what waits to be sent, which servers are known and what was decided about them.

use super::desk::{self, Desk, Section};
use super::show::{self, Choice};
use crate::error::Reply;
use crate::form::{Faulty, Posted, done, encode};
use crate::page::{Page, html, html_with};
use crate::pages::pagination::{self, Pagination};
use crate::texts::Texts;
use crate::viewer::{Staff, Visit};
use askama::Template;
use axum::extract::Query;
use serde::Deserialize;
use store::deliveries::HostQueue;
use store::jobs;
use store::peers::{HostRule, Peer, Rule};
use store::{At, Db};

/// Lines on a page.
pub(super) const PER_PAGE: i64 = 50;
/// Decisions on the page: all there are, in practice.
const RULES_MAX: i64 = 1000;
/// Most characters of the name of a server.
const HOST_MAX: usize = 253;
/// Most characters of a note.
const NOTE_MAX: usize = domain::text::TITLE_MAX;

#[derive(Template)]
#[template(path = "office/network.html")]
struct Queue {
    page: Page,
    desk: Desk,
    tabs: Vec<Tab>,
    waiting: i64,
    failed: i64,
    oldest: Option<At>,
    jobs: jobs::Queue,
    hosts: Vec<HostQueue>,
    pagination: Pagination,
}

#[derive(Template)]
#[template(path = "office/servers.html")]
struct Servers {
    page: Page,
    desk: Desk,
    tabs: Vec<Tab>,
    servers: Vec<Server>,
    decisions: Vec<Decision>,
    pagination: Pagination,
    host: String,
    note: String,
    rules: Vec<Choice>,
    host_max: usize,
    note_max: usize,
    faults: Faulty,
}

/// A part of these pages.
pub(super) struct Tab {
    pub(super) path: &'static str,
    pub(super) label: String,
    pub(super) current: bool,
}

/// A server that is known.
struct Server {
    peer: Peer,
    software: String,
    /// What was decided about it, or about a name above it.
    decision: Option<String>,
    /// That name, where it is above.
    through: Option<String>,
    decide: String,
}

/// What was decided about a server.
struct Decision {
    rule: Rule,
    label: String,
    blocked: bool,
    decide: String,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) page: String,
    host: String,
}

/// A decision as typed, or a server that is meant.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    host: String,
    rule: String,
    note: String,
}

/// The parts; `current` is the end of the current one's path.
// ftl: network-tab-*
pub(super) fn tabs(t: &Texts, current: &str) -> Vec<Tab> {
    [
        ("/admin/network", "queue"),
        ("/admin/network/servers", "servers"),
        ("/admin/network/follows", "follows"),
        ("/admin/network/official", "official"),
    ]
    .into_iter()
    .map(|(path, code)| Tab { path, label: t.code("network-tab", code), current: code == current })
    .collect()
}

/// `GET /admin/network`.
pub(super) async fn queue(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    let (page, desk) = desk::open(&visit, Section::Network, "network-office").await?;
    let number = pagination::asked(&asked.page);
    let read = move |db: &mut Db| {
        let hosts = store::deliveries::queues(db, PER_PAGE + 1, pagination::offset(number, PER_PAGE))?;
        Ok::<_, store::Error>((store::deliveries::depth(db)?, jobs::queue(db)?, hosts))
    };
    let ((waiting, failed, oldest), jobs, mut hosts) = visit.web.app.store.read(read).await?;
    let more = i64::try_from(hosts.len()).unwrap_or(0) > PER_PAGE;
    hosts.truncate(usize::try_from(PER_PAGE).unwrap_or(usize::MAX));
    // How many servers have a queue is not counted: there is a next page when there is one more line.
    let known = (number - i64::from(!more)) * PER_PAGE + if more { 1 } else { i64::try_from(hosts.len()).unwrap_or(0) };
    let pagination = Pagination::new(known, PER_PAGE, number, |n| format!("/admin/network?page={n}"));
    html(Queue { tabs: tabs(&page.t, "queue"), page, desk, waiting, failed, oldest, jobs, hosts, pagination })
}

/// `POST /admin/network/hurry`.
pub(super) async fn hurry(Staff(visit): Staff, Posted(typed): Posted<Typed>) -> Reply {
    actions::abroad::hurry(&visit.web.app, visit.viewer, &typed.host).await?;
    Ok(done("/admin/network", "network-hurried"))
}

/// `GET /admin/network/servers`.
pub(super) async fn servers(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    let host = asked.host.trim().chars().take(HOST_MAX).collect();
    servers_page(&visit, &asked, Typed { host, ..Typed::default() }, actions::Faults::new()).await
}

/// `POST /admin/network/servers`.
pub(super) async fn decide(Staff(visit): Staff, Posted(typed): Posted<Typed>) -> Reply {
    let app = &visit.web.app;
    let outcome = match HostRule::parse(&typed.rule) {
        Some(rule) => actions::abroad::rule(app, visit.viewer, &typed.host, rule, &typed.note).await.map(drop),
        None => actions::abroad::unrule(app, visit.viewer, typed.host.trim()).await,
    };
    match outcome {
        Ok(()) => Ok(done("/admin/network/servers", "network-decided")),
        Err(actions::Error::Faulty(faults)) => servers_page(&visit, &Asked::default(), typed, faults).await,
        Err(other) => Err(other.into()),
    }
}

async fn servers_page(visit: &Visit, asked: &Asked, typed: Typed, faults: actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Network, "network-servers").await?;
    let number = pagination::asked(&asked.page);
    let read = move |db: &mut Db| {
        let peers = store::peers::list(db, PER_PAGE, pagination::offset(number, PER_PAGE))?;
        Ok::<_, store::Error>((peers, store::peers::count(db)?, store::peers::rules(db, RULES_MAX)?))
    };
    let (peers, total, rules) = visit.web.app.store.read(read).await?;
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let held = rules.iter().find(|rule| rule.host == typed.host);
    let chosen = if typed.rule.is_empty() { held.map_or("none", |rule| rule.rule.as_str()) } else { typed.rule.as_str() };
    let choices = choices(&page.t, chosen);
    let note = if typed.note.is_empty() { held.map(|rule| rule.note.clone()).unwrap_or_default() } else { typed.note };
    let view = Servers {
        tabs: tabs(&page.t, "servers"),
        servers: peers.into_iter().map(|peer| Server::new(&page.t, peer, &rules)).collect(),
        rules: choices,
        note,
        host: typed.host,
        decisions: rules.into_iter().map(|rule| Decision::new(&page.t, rule)).collect(),
        pagination: Pagination::new(total, PER_PAGE, number, |n| format!("/admin/network/servers?page={n}")),
        host_max: HOST_MAX,
        note_max: NOTE_MAX,
        faults,
        page,
        desk,
    };
    html_with(status, view)
}

/// What can be decided.
// ftl: network-rule-* network-rule-hint-*
fn choices(t: &Texts, chosen: &str) -> Vec<Choice> {
    let codes = HostRule::ALL.iter().map(|rule| rule.code()).chain(["none"]);
    codes.map(|code| Choice::new(code, t.code("network-rule", code), code == chosen).hint(t.code("network-rule-hint", code))).collect()
}

fn decide_at(host: &str) -> String {
    format!("/admin/network/servers?host={}#decide", encode(host))
}

impl Server {
    fn new(t: &Texts, peer: Peer, rules: &[Rule]) -> Self {
        let software = match (peer.software.as_str(), peer.version.as_str()) {
            ("", _) => t.get("network-software-unknown"),
            (name, "") => name.to_owned(),
            (name, version) => format!("{name} {version}"),
        };
        let rule = store::peers::governing(&peer.host, |name| rules.iter().find(|rule| rule.host == name));
        let decision = rule.map(|rule| t.code("network-rule", &rule.rule));
        let through = rule.map(|rule| rule.host.clone()).filter(|host| *host != peer.host);
        Self { software, decision, through, decide: decide_at(&peer.host), peer }
    }
}

impl Decision {
    fn new(t: &Texts, rule: Rule) -> Self {
        let label = t.code("network-rule", &rule.rule);
        Self { label, blocked: HostRule::parse(&rule.rule) == Some(HostRule::Blocked), decide: decide_at(&rule.host), rule }
    }
}
