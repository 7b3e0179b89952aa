//! Atom feeds (RFC 4287), written so that nothing in a text can become markup of the feed.

use super::rich::escape;
use crate::viewer::Visit;
use axum::response::{IntoResponse, Response};
use domain::Timestamp;
use http::header;
use std::fmt::Write as _;
use store::instance::Instance;

/// A feed.
#[derive(Debug, Clone)]
pub(super) struct Feed {
    /// Its own address, which is its id.
    pub(super) address: String,
    /// The page it follows.
    pub(super) page: String,
    /// Its title.
    pub(super) title: String,
    /// What it is about.
    pub(super) subtitle: String,
    /// Who answers for it.
    pub(super) author: String,
    /// Language of its own words.
    pub(super) lang: String,
    /// When the thing it follows began: the date of an empty feed.
    pub(super) since: Timestamp,
    /// Its entries, latest first.
    pub(super) entries: Vec<Entry>,
}

/// An entry.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// An id that never changes.
    pub(super) id: String,
    /// Where it is read.
    pub(super) page: String,
    /// Its title.
    pub(super) title: String,
    /// Who wrote it.
    pub(super) author: String,
    /// Language of the text.
    pub(super) lang: String,
    /// When it was published.
    pub(super) published: Timestamp,
    /// When it last changed.
    pub(super) updated: Timestamp,
    /// Its theme.
    pub(super) category: Option<String>,
    /// Safe HTML.
    pub(super) html: String,
}

/// The media type of a feed.
pub(super) const MEDIA_TYPE: &str = "application/atom+xml; charset=utf-8";

impl Feed {
    /// What the whole instance has of one kind: `address` and `page` are paths here.
    pub(super) fn of_instance(visit: &Visit, of: &Instance, (address, page): (&str, &str), title: String, entries: Vec<Entry>) -> Self {
        let links = &visit.web.app.links;
        Self {
            address: links.absolute(address),
            page: links.absolute(page),
            title,
            subtitle: String::new(),
            author: of.name.clone(),
            lang: visit.lang.code().to_owned(),
            since: of.created_at.0,
            entries,
        }
    }

    /// The answer to whoever asks for it.
    pub(super) fn reply(&self) -> Response {
        ([(header::CONTENT_TYPE, MEDIA_TYPE)], self.xml()).into_response()
    }

    /// The document.
    pub(super) fn xml(&self) -> String {
        let updated = self.entries.iter().map(|entry| entry.updated).max().unwrap_or(self.since);
        let mut xml = String::with_capacity(1024 + self.entries.len() * 1024);
        let _ = write!(
            xml,
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\" xml:base=\"{page}\">\n<id>{address}</id>\n\
             <title>{title}</title>\n<updated>{updated}</updated>\n<author><name>{author}</name></author>\n\
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{address}\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n",
            lang = text(&self.lang),
            address = text(&self.address),
            title = text(&self.title),
            updated = moment(updated),
            author = text(&self.author),
            page = text(&self.page),
        );
        if !self.subtitle.is_empty() {
            let _ = writeln!(xml, "<subtitle>{}</subtitle>", text(&self.subtitle));
        }
        for entry in &self.entries {
            entry.write(&mut xml);
        }
        xml.push_str("</feed>\n");
        xml
    }
}

impl Entry {
    // Writing to a String cannot fail.
    fn write(&self, xml: &mut String) {
        let _ = write!(
            xml,
            "<entry xml:lang=\"{lang}\">\n<id>{id}</id>\n<title>{title}</title>\n<published>{published}</published>\n<updated>{updated}</updated>\n\
             <author><name>{author}</name></author>\n<link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n",
            lang = text(&self.lang),
            id = text(&self.id),
            title = text(&self.title),
            published = moment(self.published),
            updated = moment(self.updated),
            author = text(&self.author),
            page = text(&self.page),
        );
        if let Some(category) = &self.category {
            let _ = writeln!(xml, "<category term=\"{}\"/>", text(category));
        }
        let _ = write!(xml, "<content type=\"html\">{}</content>\n</entry>\n", text(&self.html));
    }
}

/// RFC 3339 in UTC, to the second.
fn moment(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// A text for XML: escaped, and without the characters that no XML document may hold (XML 1.0 §2.2).
fn text(raw: &str) -> String {
    let allowed: String = raw
        .chars()
        .filter(|c| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}'))
        .collect();
    escape(&allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed(entries: Vec<Entry>) -> Feed {
        Feed {
            address: "https://town.example/c/halle/feed.atom".into(),
            page: "https://town.example/c/halle?a=1&b=2".into(),
            title: "La halle <\u{0}&> ]]>".into(),
            subtitle: String::new(),
            author: "Saint-Aubin".into(),
            lang: "fr".into(),
            since: "2026-01-01T00:00:00Z".parse().unwrap(),
            entries,
        }
    }

    fn entry(updated: &str) -> Entry {
        Entry {
            id: "urn:uuid:00000000-0000-0000-0000-000000000001".into(),
            page: "https://town.example/c/halle/p/1".into(),
            title: "\"Un\" banc & 'deux'".into(),
            author: "Nadia".into(),
            lang: "fr".into(),
            published: "2026-02-01T10:00:00.123456Z".parse().unwrap(),
            updated: updated.parse().unwrap(),
            category: Some("Culture & co".into()),
            html: "<p>Oui &amp; non\u{B}</p>".into(),
        }
    }

    #[test]
    fn an_empty_feed_still_has_a_date() {
        let xml = feed(Vec::new()).xml();
        assert!(xml.contains("<updated>2026-01-01T00:00:00Z</updated>"), "{xml}");
        assert!(xml.contains("<title>La halle &lt;&amp;&gt; ]]&gt;</title>"), "{xml}");
        assert!(xml.contains("href=\"https://town.example/c/halle?a=1&amp;b=2\""));
        assert!(!xml.contains("<subtitle>"));
    }

    #[test]
    fn the_feed_is_as_fresh_as_its_freshest_entry() {
        let xml = feed(vec![entry("2026-03-01T00:00:00Z"), entry("2026-05-01T00:00:00Z")]).xml();
        let first = xml.find("<updated>2026-05-01T00:00:00Z</updated>").unwrap();
        assert!(first < xml.find("<entry").unwrap());
        assert!(xml.contains("<published>2026-02-01T10:00:00Z</published>"));
        assert!(xml.contains("<content type=\"html\">&lt;p&gt;Oui &amp;amp; non&lt;/p&gt;</content>"));
        assert!(xml.contains("<category term=\"Culture &amp; co\"/>"));
    }

    #[test]
    fn every_element_is_closed() {
        let xml = feed(vec![entry("2026-03-01T00:00:00Z")]).xml();
        for name in ["feed", "entry", "id", "title", "updated", "author", "name", "content", "published"] {
            let opened = xml.matches(&format!("<{name}>")).count() + xml.matches(&format!("<{name} ")).count();
            assert_eq!(opened, xml.matches(&format!("</{name}>")).count(), "{name}");
        }
    }
}
