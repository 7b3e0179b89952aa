//! Search in everything that people wrote.

use super::highlight::{self, Stretch};
use super::items::Item;
use crate::error::{Error, Reply};
use crate::form::encode;
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::Visit;
use actions::limits::Purpose;
use actions::outside::Openness;
use askama::Template;
use axum::extract::Query;
use serde::Deserialize;
use store::Uid;
use store::views::cards::{self, Card, Cards};

/// Results on a page.
const PER_PAGE: i64 = 20;
/// Longest search, in characters.
const SEARCH_MAX: usize = 200;
/// Characters of an excerpt.
const EXCERPT: usize = 260;
/// Characters of a text that are looked at for an excerpt.
const LOOKED_AT: usize = 2000;

#[derive(Template)]
#[template(path = "search.html")]
struct Search {
    page: Page,
    q: String,
    /// The viewer may look on other servers as well.
    elsewhere: bool,
    total: i64,
    items: Vec<Hit>,
    pagination: Pagination,
}

/// What was found.
struct Hit {
    item: Item,
    title: Vec<Stretch>,
    excerpt: Vec<Stretch>,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    page: String,
}

/// `GET /search?q=`.
pub(super) async fn show(visit: Visit, Query(asked): Query<Asked>) -> Reply {
    let q: String = domain::text::line(&asked.q).chars().take(SEARCH_MAX).collect();
    let wanted = pagination::asked(&asked.page);
    let found = if q.is_empty() { Cards { cards: Vec::new(), total: 0 } } else { find(&visit, q.clone(), wanted).await? };
    let mut page = visit.page("search-title").await?;
    if !q.is_empty() {
        page.title = page.t.with1("search-title-of", "words", q.as_str());
    }
    let terms = domain::search::query(&q);
    html(Search {
        elsewhere: page.staff && visit.web.openness() != Openness::Closed,
        total: found.total,
        items: found.cards.iter().map(|card| hit(&page, card, &terms)).collect(),
        pagination: Pagination::new(found.total, PER_PAGE, wanted, |n| format!("/search?q={}&page={n}", encode(&q))),
        q,
        page,
    })
}

async fn find(visit: &Visit, q: String, wanted: i64) -> Result<Cards, Error> {
    visit.web.app.limits.check(Purpose::Search, &visit.client.bucket())?;
    let actor = visit.viewer.actor.map(Uid::of);
    let size = |n: i64| usize::try_from(n).unwrap_or(0);
    let found = visit
        .web
        .app
        .store
        .read(move |db| {
            let mut at = |page: i64| cards::search_all(db, &q, actor, size(pagination::offset(page, PER_PAGE)), size(PER_PAGE));
            let found = at(wanted)?;
            if found.cards.is_empty() && found.total > 0 { at(pagination::pages(found.total, PER_PAGE)) } else { Ok(found) }
        })
        .await;
    Ok(found.map_err(|error: store::Error| error)?)
}

fn hit(page: &Page, card: &Card, terms: &[String]) -> Hit {
    let item = Item::across(&page.t, card);
    let text = domain::markup::excerpt(&card.contribution.body, LOOKED_AT);
    Hit { title: highlight::mark(&item.title, terms), excerpt: highlight::mark(&highlight::around(&text, terms, EXCERPT), terms), item }
}
