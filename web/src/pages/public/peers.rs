//! With whom this platform exchanges: official collectivities, known servers and the others, with what is known of each. Blocked servers are
//! counted, not named (docs/decisions/0019).

use crate::error::Reply;
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::texts::Texts;
use crate::viewer::Visit;
use askama::Template;
use axum::extract::Query;
use domain::text;
use domain::trust::Tier;
use serde::Deserialize;
use store::trust::Territory;
use store::views::network::{self, Exchange, Server};
use store::{At, Db};

/// Servers on a page.
const PER_PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "peers.html")]
struct Peers {
    page: Page,
    /// Our own handle.
    handle: String,
    tabs: Vec<Tab>,
    what: String,
    official: bool,
    rows: Vec<Row>,
    blocked: i64,
    pagination: Pagination,
}

struct Tab {
    path: String,
    label: String,
    current: bool,
}

/// A collectivity, or a server.
struct Row {
    name: String,
    address: Option<String>,
    host: String,
    territory: String,
    controller: String,
    contact: String,
    since: Option<At>,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    tier: String,
    page: String,
}

/// `GET /network/peers`.
// ftl: peers-tab-* peers-what-* territory-kind-*
pub(super) async fn show(visit: Visit, Query(asked): Query<Asked>) -> Reply {
    let page = visit.page("peers-title").await?;
    let tier = Tier::parse(&asked.tier).filter(|tier| *tier != Tier::Blocked).unwrap_or(Tier::Official);
    let (number, ours) = (pagination::asked(&asked.page), page.instance.collectivity_id);
    let read = move |db: &mut Db| {
        let counts = network::counts(db, ours)?;
        let total = of(counts, tier);
        let number = number.min(pagination::pages(total, PER_PAGE));
        let offset = pagination::offset(number, PER_PAGE);
        let (official, servers) = match tier {
            Tier::Official => (network::official(db, PER_PAGE, offset)?, Vec::new()),
            Tier::Known | Tier::Open | Tier::Blocked => (Vec::new(), network::servers(db, ours, tier == Tier::Open, PER_PAGE, offset)?),
        };
        let handle = store::actors::find(db, ours)?.map(|actor| actor.username).unwrap_or_default();
        Ok::<_, store::Error>((counts, official, servers, number, handle))
    };
    let (counts, official, servers, number, username) = visit.web.app.store.read(read).await?;
    let tab = |each: &Tier| Tab {
        path: format!("/network/peers?tier={}", each.code()),
        label: page.t.with1(&format!("peers-tab-{}", each.code()), "count", page.number(of(counts, *each))),
        current: *each == tier,
    };
    let mut rows: Vec<Row> = official.iter().map(|one| Row::official(&page.t, one)).collect();
    rows.extend(servers.iter().map(|one| Row::server(&page.t, one)));
    let host = visit.web.app.links.origin().split("://").nth(1).unwrap_or_default().to_owned();
    html(Peers {
        handle: format!("@{username}@{host}"),
        tabs: Tier::ALL.iter().filter(|tier| **tier != Tier::Blocked).map(tab).collect(),
        what: page.t.code("peers-what", tier.code()),
        official: tier == Tier::Official,
        rows,
        blocked: counts.blocked,
        pagination: Pagination::new(of(counts, tier), PER_PAGE, number, |n| format!("/network/peers?tier={}&page={n}", tier.code())),
        page,
    })
}

const fn of(counts: network::Counts, tier: Tier) -> i64 {
    match tier {
        Tier::Official => counts.official,
        Tier::Known => counts.known,
        Tier::Open => counts.open,
        Tier::Blocked => counts.blocked,
    }
}

impl Row {
    fn official(t: &Texts, found: &Exchange) -> Self {
        let said = &found.recognition.territory;
        let name = text::line(&found.name);
        Self {
            name: if name.is_empty() { found.host.clone() } else { name },
            address: super::network::of_the_web(&found.uri),
            host: found.host.clone(),
            territory: territory(t, said),
            controller: text::line(&said.controller),
            contact: text::line(&said.contact),
            since: found.recognition.answered_at,
        }
    }

    fn server(t: &Texts, found: &Server) -> Self {
        let said = found.said.as_ref();
        let name = said.map(|(name, _)| text::line(name)).filter(|name| !name.is_empty());
        let of = |part: fn(&Territory) -> &String| said.map(|(_, said)| text::line(part(said))).unwrap_or_default();
        Self {
            name: name.unwrap_or_else(|| found.host.clone()),
            address: None,
            host: [found.host.as_str(), found.software.as_str()].join(" ").trim().to_owned(),
            territory: said.map(|(_, said)| territory(t, said)).unwrap_or_default(),
            controller: of(|said| &said.controller),
            contact: of(|said| &said.contact),
            since: found.since,
        }
    }
}

/// A territory in a few words: what it is, its number, what is above it.
fn territory(t: &Texts, said: &Territory) -> String {
    let kind = if said.kind.is_empty() { String::new() } else { t.code("territory-kind", &said.kind) };
    let number = said.insee_code.clone().or_else(|| said.siren.clone()).unwrap_or_default();
    let parts = [kind, number, text::line(&said.parent)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
