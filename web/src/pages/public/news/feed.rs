//! The news as an Atom feed.

use super::{Around, path};
use crate::error::{Error, Reply};
use crate::pages::public::atom::{Entry, Feed};
use crate::viewer::Visit;
use domain::links::Links;
use domain::markup;

/// Entries of the feed.
const ENTRIES: i64 = 30;

/// `GET /feeds/news.atom`.
pub(in crate::pages::public) async fn show(visit: Visit) -> Reply {
    let read = visit.web.app.store.read(move |db| {
        let rows = store::articles::latest(db, None, ENTRIES)?;
        let around = Around::read(db, &rows)?;
        Ok::<_, Error>((rows, around))
    });
    let (rows, around) = read.await?;
    let page = visit.page("news-title").await?;
    let links = &visit.web.app.links;
    let entry = |row: &store::articles::Article| {
        let published = row.published_at.unwrap_or(row.created_at).0;
        Entry {
            id: Links::urn(row.id.0),
            page: links.absolute(&path(row.id)),
            title: row.title.clone(),
            author: around.author(&page, row).0,
            lang: row.lang.clone(),
            published,
            updated: published.max(row.edited_at.0),
            category: around.consultation(row).map(|(_, title)| title.to_owned()),
            html: markup::to_html(&row.body),
        }
    };
    let entries = rows.iter().map(entry).collect();
    Ok(Feed::of_instance(
        &visit,
        &page.instance,
        ("/feeds/news.atom", "/news"),
        page.t.with1("news-of", "place", page.instance.name.as_str()),
        entries,
    )
    .reply())
}
