//! The public page of somebody who takes part.

use super::items::{self, Item};
use crate::error::{Error, Reply};
use crate::form;
use crate::page::{Page, html};
use crate::pages::organisations::accreditations::Given;
use crate::pages::pagination::{self, Pagination};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::{Path, Query};
use domain::actor::ActorKind;
use domain::markup;
use serde::Deserialize;
use store::actors::Actor;
use store::organisations::Organisation;
use store::views::cards::Card;
use store::views::person;
use store::{Db, Uid};

/// Contributions on a page.
const PER_PAGE: i64 = 20;

#[derive(Template)]
#[template(path = "person.html")]
struct Person {
    page: Page,
    name: String,
    username: String,
    initials: String,
    since: store::At,
    /// Safe HTML.
    summary: String,
    own: bool,
    /// What it is, where it is no person who signs in.
    organisation: Option<Organisation>,
    /// Whether the viewer acts in its name.
    member: bool,
    /// Where it is accredited now.
    accreditations: Vec<Given>,
    /// Their address for other servers, when they agreed to have one.
    object: Option<String>,
    items: Vec<Item>,
    total: i64,
    pagination: Pagination,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: String,
}

/// `GET /@{username}`. The collectivity's own page is the home page.
pub(super) async fn show(visit: Visit, Path(username): Path<String>, Query(asked): Query<Asked>) -> Reply {
    let (viewer, wanted) = (visit.viewer, pagination::asked(&asked.page));
    let (actor, cards, total, abroad, organisation, member, accreditations) = visit
        .web
        .app
        .store
        .read(move |db| {
            let actor = find(db, &username)?;
            let (cards, total) = read(db, actor.id, viewer.actor.map(Uid::of), wanted)?;
            let abroad = store::views::abroad::consents(db, actor.id)?;
            let organisation = store::organisations::find(db, actor.id)?;
            let member = match viewer.actor.filter(|_| organisation.is_some()) {
                Some(person) => store::memberships::ties(db, actor.id, Uid::of(person))?.member,
                None => false,
            };
            let accreditations = if organisation.is_some() { store::accreditations::received(db, actor.id)? } else { Vec::new() };
            Ok::<_, Error>((actor, cards, total, abroad, organisation, member, accreditations))
        })
        .await?;
    if organisation.is_none() && actor.kind != ActorKind::Person.code() {
        let ours = actor.id == visit.web.app.instance().await?.collectivity_id;
        return if ours { Ok(form::see("/")) } else { Err(Error::NOT_FOUND) };
    }
    let page = visit.page(actor.display_name.clone()).await?;
    html(Person {
        initials: items::initials(&actor.display_name),
        since: actor.created_at,
        summary: markup::to_html(&actor.summary),
        object: abroad.then(|| visit.web.app.links.actor(&actor.username)),
        own: visit.me.as_ref().is_some_and(|me| me.id == actor.id.to()),
        items: cards.iter().map(|card| Item::across(&page.t, card)).collect(),
        total,
        pagination: Pagination::new(total, PER_PAGE, wanted, |n| format!("/@{}?page={n}", actor.username)),
        name: actor.display_name,
        username: actor.username,
        organisation,
        member,
        accreditations: accreditations.iter().filter(|(row, _)| row.holds(store::At(page.now))).map(|row| Given::new(&page, row)).collect(),
        page,
    })
}

/// Somebody by handle; whoever erased their account is nobody.
pub(super) fn find(db: &mut Db, username: &str) -> Result<Actor, Error> {
    let name = username.trim_start_matches('@').to_ascii_lowercase();
    store::actors::find_local(db, &name)?.filter(|actor| actor.erased_at.is_none()).ok_or(Error::NOT_FOUND)
}

fn read(db: &mut Db, id: Uid, viewer: Option<Uid>, wanted: i64) -> Result<(Vec<Card>, i64), Error> {
    let (cards, total) = person::published_by(db, id, viewer, pagination::offset(wanted, PER_PAGE), PER_PAGE)?;
    if cards.is_empty() && total > 0 {
        let last = pagination::offset(pagination::pages(total, PER_PAGE), PER_PAGE);
        return Ok(person::published_by(db, id, viewer, last, PER_PAGE)?);
    }
    Ok((cards, total))
}
