//! Whom the collectivity follows on other servers.

use super::desk::{self, Desk, Section};
use super::network::{self, Asked, PER_PAGE, Tab};
use super::show;
use crate::error::{Error, Reply};
use crate::form::{Faulty, Posted, done};
use crate::page::{Page, html_with};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::{Staff, Visit};
use askama::Template;
use axum::extract::Query;
use domain::id::ActorId;
use domain::text;
use serde::Deserialize;
use store::follows::{FollowState, Followed};
use store::{At, Db};

/// Most characters of an address.
const ADDRESS_MAX: usize = 500;

#[derive(Template)]
#[template(path = "office/follows.html")]
struct Follows {
    page: Page,
    desk: Desk,
    tabs: Vec<Tab>,
    follows: Vec<Line>,
    total: i64,
    pagination: Pagination,
    address: String,
    address_max: usize,
    faults: Faulty,
    /// Whether the collectivity agrees that its figures are compared.
    comparable: bool,
}

/// Somebody who is followed.
struct Line {
    id: String,
    name: String,
    handle: String,
    address: Option<String>,
    accepted: bool,
    since: At,
}

/// The form, as it was sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    address: String,
    followed: String,
}

/// `GET /admin/network/follows`.
pub(super) async fn show(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    page(&visit, &asked, String::new(), actions::Faults::new()).await
}

/// `POST /admin/network/follows`.
pub(super) async fn ask(Staff(visit): Staff, Posted(typed): Posted<Typed>) -> Reply {
    match actions::abroad::follow_address(&visit.web.app, visit.viewer, &typed.address).await {
        Ok(()) => Ok(done("/admin/network/follows", "network-follow-asked")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &Asked::default(), typed.address, faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/network/follows/stop`.
pub(super) async fn stop(Staff(visit): Staff, Posted(typed): Posted<Typed>) -> Reply {
    desk::enter(&visit, Section::Network)?;
    let followed = ActorId::parse(&typed.followed).ok_or(Error::NOT_FOUND)?;
    let app = &visit.web.app;
    let follower = app.instance().await?.collectivity_id.to::<ActorId>();
    actions::abroad::stop(app, visit.viewer, follower, followed).await?;
    Ok(done("/admin/network/follows", "network-follow-stopped"))
}

async fn page(visit: &Visit, asked: &Asked, address: String, faults: actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Network, "network-follows").await?;
    let number = pagination::asked(&asked.page);
    let ours = page.instance.collectivity_id;
    let read = move |db: &mut Db| {
        let follows = store::follows::of_follower(db, ours, PER_PAGE, pagination::offset(number, PER_PAGE))?;
        Ok::<_, store::Error>((follows, store::follows::count_following(db, ours)?))
    };
    let (follows, total) = visit.web.app.store.read(read).await?;
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let view = Follows {
        tabs: network::tabs(&page.t, "follows"),
        follows: follows.iter().map(Line::new).collect(),
        total,
        pagination: Pagination::new(total, PER_PAGE, number, |n| format!("/admin/network/follows?page={n}")),
        address,
        address_max: ADDRESS_MAX,
        comparable: super::territory::is_comparable(visit).await?,
        faults,
        page,
        desk,
    };
    html_with(status, view)
}

impl Line {
    fn new(followed: &Followed) -> Self {
        let handle = format!("@{}@{}", text::line(&followed.username), followed.host);
        let name = text::line(&followed.display_name);
        let of_the_web = url::Url::parse(&followed.uri).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
        Self {
            id: followed.followed_id.0.to_string(),
            name: if name.is_empty() { handle.clone() } else { name },
            handle,
            address: of_the_web.then(|| followed.uri.clone()),
            accepted: followed.state == FollowState::Accepted.code(),
            since: followed.since,
        }
    }
}
