//! Following by Atom what opens in the territory.

use super::super::atom::{Entry, Feed, MEDIA_TYPE};
use super::super::rich::escape;
use crate::error::Reply;
use crate::texts::Texts;
use crate::viewer::Visit;
use http::HeaderMap;
use store::views::territory::{self, Row};

/// Entries of the feed.
const ENTRIES: i64 = 30;

/// `GET /feeds/territory.atom`: what was published last. Each entry keeps the id that its own server gave it.
pub(crate) async fn show(visit: Visit, asked: HeaderMap) -> Reply {
    let t = Texts::new(visit.lang);
    let rows = visit.web.app.store.read(|db| territory::latest(db, ENTRIES)).await?;
    let instance = visit.web.app.instance().await?;
    let title = t.with1("territory-feed", "place", instance.name.as_str());
    let feed = Feed::of_instance(&visit, &instance, ("/feeds/territory.atom", "/territory"), title, rows.iter().map(entry).collect());
    Ok(super::kept(&asked, MEDIA_TYPE, feed.xml()))
}

fn entry(row: &Row) -> Entry {
    let listing = &row.listing;
    Entry {
        id: listing.uri.clone(),
        page: super::of_the_web(&listing.url).unwrap_or_else(|| listing.uri.clone()),
        title: listing.title.clone(),
        author: super::named(&row.name, &row.host),
        lang: listing.lang.clone().unwrap_or_default(),
        published: listing.published_at.0,
        updated: listing.edited_at.map_or(listing.published_at.0, |at| at.0.max(listing.published_at.0)),
        category: None,
        html: format!("<p>{}</p>", escape(&listing.teaser)),
    }
}
