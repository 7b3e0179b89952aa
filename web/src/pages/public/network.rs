//! Around us: what the actors that the collectivity follows published, as links to where it lives.

use crate::Web;
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::Query;
use domain::text;
use serde::Deserialize;
use store::follows::Followed;
use store::mirrored::Listed;
use store::{At, Db, Uid};

/// Texts on a page.
const PER_PAGE: i64 = 20;
/// Actors in the list of those who are followed.
const FOLLOWED_MAX: i64 = 100;

#[derive(Template)]
#[template(path = "network.html")]
struct Network {
    page: Page,
    items: Vec<Neighbour>,
    followed: Vec<Known>,
    pagination: Pagination,
}

/// Something published elsewhere.
#[derive(Debug, Clone)]
pub(super) struct Neighbour {
    pub(super) title: String,
    pub(super) excerpt: String,
    pub(super) lang: String,
    pub(super) address: Option<String>,
    pub(super) name: String,
    pub(super) host: String,
    pub(super) at: At,
    /// Whether those who published it show it first.
    pub(super) pinned: bool,
    /// Whether those who published it are an official collectivity.
    pub(super) official: bool,
    /// That it is a meeting, or one that was called off.
    pub(super) meeting: Option<String>,
}

/// Somebody who is followed.
struct Known {
    name: String,
    handle: String,
    address: Option<String>,
    official: bool,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: String,
}

/// `GET /network`.
pub(super) async fn show(visit: Visit, Query(asked): Query<Asked>) -> Reply {
    let page = visit.page("network-title").await?;
    let (number, ours) = (pagination::asked(&asked.page), page.instance.collectivity_id);
    let read = move |db: &mut Db| {
        let total = store::mirrored::count(db, None)?;
        let number = number.min(pagination::pages(total, PER_PAGE));
        let items = store::mirrored::recent(db, None, PER_PAGE, pagination::offset(number, PER_PAGE))?;
        let uris: Vec<String> = items.iter().map(|listed| listed.mirrored.uri.clone()).collect();
        let pinned = store::barriers::pinned_among(db, &uris)?;
        let followed = store::follows::of_follower(db, ours, FOLLOWED_MAX, 0)?;
        let actors: Vec<Uid> =
            items.iter().map(|listed| listed.mirrored.via_id).chain(followed.iter().map(|one| one.followed_id)).collect();
        let official = store::trust::official_among(db, &actors)?;
        Ok::<_, Error>((items, pinned, followed, official, total, number))
    };
    let (items, pinned, followed, official, total, number) = visit.web.app.store.read(read).await?;
    html(Network {
        items: items
            .iter()
            .map(|listed| Neighbour {
                pinned: pinned.contains(&listed.mirrored.uri),
                official: official.contains(&listed.mirrored.via_id),
                ..Neighbour::new(&page, listed)
            })
            .collect(),
        followed: followed.iter().filter(|one| is_accepted(one)).map(|one| Known::new(one, official.contains(&one.followed_id))).collect(),
        pagination: Pagination::new(total, PER_PAGE, number, |n| format!("/network?page={n}")),
        page,
    })
}

/// Whether somebody elsewhere is followed, so that the page is worth a link: read once for many readers. A failure only leaves the link out.
pub(crate) async fn is_shown(web: &Web, collectivity: Uid) -> bool {
    let (store, now) = (&web.app.store, web.app.now());
    if let Some(kept) = web.followed.get(store, now) {
        return *kept;
    }
    let commits = store.commits();
    match store.read(move |db| store::follows::count_following(db, collectivity)).await {
        Ok(count) => *web.followed.keep(count > 0, commits, now),
        Err(error) => {
            tracing::warn!(%error, "cannot tell whether somebody is followed");
            false
        }
    }
}

fn is_accepted(followed: &Followed) -> bool {
    followed.state == store::follows::FollowState::Accepted.code()
}

/// An address of the web, or nothing.
pub(super) fn of_the_web(address: &str) -> Option<String> {
    url::Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https")).map(String::from)
}

impl Neighbour {
    pub(super) fn new(page: &Page, listed: &Listed) -> Self {
        let (found, host) = (&listed.mirrored, &listed.via_host);
        let (title, name) = (text::line(&found.title), text::line(&listed.via_name));
        Self {
            title: if title.is_empty() { page.t.get("network-untitled") } else { title },
            excerpt: found.excerpt.clone(),
            lang: found.lang.clone().unwrap_or_default(),
            address: of_the_web(&found.url).or_else(|| of_the_web(&found.uri)),
            name: if name.is_empty() { host.clone() } else { name },
            host: host.clone(),
            at: found.published_at,
            pinned: false,
            official: false,
            meeting: match found.kind.as_str() {
                "event" => Some(page.t.get("network-meeting")),
                "event-cancelled" => Some(page.t.get("network-meeting-cancelled")),
                _other => None,
            },
        }
    }
}

impl Known {
    fn new(followed: &Followed, official: bool) -> Self {
        let handle = format!("@{}@{}", text::line(&followed.username), followed.host);
        let name = text::line(&followed.display_name);
        Self { name: if name.is_empty() { handle.clone() } else { name }, handle, address: of_the_web(&followed.uri), official }
    }
}
