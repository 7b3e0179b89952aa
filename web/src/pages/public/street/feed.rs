//! Following what is reported by Atom.

use super::super::atom::{Entry, Feed};
use super::super::rich::escape;
use crate::error::Reply;
use crate::street;
use crate::texts::Texts;
use crate::viewer::Visit;
use domain::links::Links;
use store::street::lists::{self, Filter};

/// Entries of the feed.
const ENTRIES: i64 = 30;

/// `GET /feeds/street.atom`.
// ftl: street-kind-* street-state-*
pub(super) async fn show(visit: Visit) -> Reply {
    let read = visit.web.app.store.read(|db| {
        let filter = Filter { public: true, ..Filter::default() };
        Ok::<_, store::Error>((store::street::categories(db, true)?, lists::page(db, &filter, 0, ENTRIES)?.0))
    });
    let (categories, rows) = read.await?;
    let (t, links, instance) = (Texts::new(visit.lang), &visit.web.app.links, visit.web.app.instance().await?);
    let entry = |row: &store::street::Report| -> Result<Entry, store::Error> {
        let line = street::line(&t, "/street", row, &categories)?;
        let html: String = street::paragraphs(&row.body).iter().map(|text| format!("<p>{}</p>", escape(text))).collect();
        Ok(Entry {
            id: Links::urn(row.id.0),
            page: links.absolute(&line.path),
            title: format!("{} · {} · {}", line.category, line.address, line.state.label),
            author: instance.name.clone(),
            lang: instance.lang.clone(),
            published: line.at.0,
            updated: row.changed_at.0,
            category: Some(line.category),
            html,
        })
    };
    let entries = rows.iter().map(entry).collect::<Result<_, _>>()?;
    Ok(Feed::of_instance(
        &visit,
        &instance,
        ("/feeds/street.atom", "/street"),
        t.with1("street-feed", "place", instance.name.as_str()),
        entries,
    )
    .reply())
}
