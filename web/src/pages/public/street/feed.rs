//! Following what is reported by Atom.

use super::super::atom::{Entry, Feed};
use super::super::rich::escape;
use super::groups::Chosen;
use crate::error::Reply;
use crate::street;
use crate::texts::Texts;
use crate::viewer::Visit;
use axum::extract::Query;
use domain::links::Links;
use serde::Deserialize;
use store::street::lists::{self, Filter};

/// Entries of the feed.
const ENTRIES: i64 = 30;

/// Which reports are followed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    category: String,
    area: String,
}

/// `GET /feeds/street.atom`.
// ftl: street-kind-* street-state-*
pub(super) async fn show(visit: Visit, Query(asked): Query<Asked>) -> Reply {
    let read = visit.web.app.store.read(move |db| {
        let chosen = Chosen::read(db, &asked.category, &asked.area)?;
        let filter = Filter { public: true, categories: chosen.category.map(|id| vec![id]), area: chosen.area, ..Filter::default() };
        let rows = lists::page(db, &filter, 0, ENTRIES)?.0;
        Ok::<_, store::Error>((chosen, rows))
    });
    let (chosen, rows) = read.await?;
    let (t, links, instance) = (Texts::new(visit.lang), &visit.web.app.links, visit.web.app.instance().await?);
    let entry = |row: &store::street::Report| -> Result<Entry, store::Error> {
        let line = street::line(&t, "/street", row, &chosen.categories)?;
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
    let (query, title) = (chosen.query(), title(&t, &instance.name, &chosen));
    let (address, page) = (format!("/feeds/street.atom{query}"), format!("/street{query}"));
    Ok(Feed::of_instance(&visit, &instance, (&address, &page), title, entries).reply())
}

/// What the feed of what is looked at is called.
pub(super) fn title(t: &Texts, place: &str, chosen: &Chosen) -> String {
    let name = chosen.name();
    if name.is_empty() { t.with1("street-feed", "place", place) } else { t.with2("street-feed-of", "place", place, "name", name) }
}
