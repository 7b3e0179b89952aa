//! The account page of somebody whose account is on another server: what is known of them here, and what they can do about it.

use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::viewer::Visit;
use askama::Template;
use domain::refusal::Refusal;
use store::Uid;
use store::sessions::Session;
use store::views::cards::Card;

/// Contributions shown.
const SHOWN: i64 = 20;

#[derive(Template)]
#[template(path = "account/guest.html")]
struct GuestPage {
    page: Page,
    name: String,
    handle: String,
    host: String,
    /// Their page on their own server.
    address: Option<String>,
    sessions: Vec<(Session, bool)>,
    contributions: Vec<Card>,
    total: i64,
}

/// The page.
pub(super) async fn show(visit: &Visit) -> Reply {
    let me = visit.me()?;
    let id = Uid::of(me.id);
    let read = visit.web.app.store.read(move |db| {
        let (contributions, total) = store::views::person::written_by(db, id, 0, SHOWN)?;
        let address = store::guests::page_of(db, id)?.or(store::remote_actors::uri_of(db, id)?);
        Ok::<_, Error>((contributions, total, store::sessions::of_actor(db, id)?, address))
    });
    let (contributions, total, sessions, address) = read.await?;
    let current = visit.session.as_deref().map(actions::random::token_hash);
    html(GuestPage {
        page: visit.page("account-title").await?,
        name: me.name.clone(),
        handle: me.handle().ok_or(Error::Refused(Refusal::SignInFirst))?,
        host: me.host.clone().unwrap_or_default(),
        address: address.filter(|address| url::Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))),
        sessions: sessions.into_iter().map(|session| (session.clone(), Some(session.token_hash) == current)).collect(),
        contributions,
        total,
    })
}
