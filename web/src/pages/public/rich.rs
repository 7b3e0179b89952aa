//! Sentences with dates in them, as HTML: every date stands in a `time` element, everything else is escaped.

use crate::page::Page;
use crate::texts::Value;
use domain::Timestamp;
use std::fmt;

/// A sentence that is safe to put in a page as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Html(String);

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Html {}

/// The first of the marks that stand for dates while the sentence is translated (private use area).
const FIRST_MARK: u32 = 0xE000;

/// A sentence with these dates in it, and `$count` when it says how many.
pub(super) fn dated(page: &Page, key: &str, dates: &[(&'static str, Timestamp)], count: Option<i64>) -> Html {
    let numbers: Vec<(&'static str, i64)> = count.map(|count| ("count", count)).into_iter().collect();
    dated_with(page, key, dates, &numbers)
}

/// A sentence with these dates and numbers in it.
pub(super) fn dated_with(page: &Page, key: &str, dates: &[(&'static str, Timestamp)], numbers: &[(&'static str, i64)]) -> Html {
    let marks: Vec<(&'static str, char, Timestamp)> =
        (FIRST_MARK..).zip(dates).filter_map(|(code, (name, at))| char::from_u32(code).map(|mark| (*name, mark, *at))).collect();
    let mut values: Vec<_> = marks.iter().map(|(name, mark, _)| (*name, mark.to_string().value())).collect();
    values.extend(numbers.iter().map(|(name, number)| (*name, number.value())));
    let mut html = escape(&page.t.with(key, &values));
    for (_, mark, at) in marks {
        html = html.replace(mark, &format!("<time datetime=\"{}\">{}</time>", page.iso(at), escape(&page.day(at))));
    }
    Html(html)
}

/// Words that say when something is.
pub(super) fn marked(iso: &str, words: &str) -> Html {
    Html(format!("<time datetime=\"{}\">{}</time>", escape(iso), escape(words)))
}

/// A text made safe for HTML and XML, in elements and in quoted attributes.
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_becomes_markup() {
        assert_eq!(escape("<a href='x' title=\"y\">&amp;</a>"), "&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;amp;&lt;/a&gt;");
        assert_eq!(escape("L’été à Lille"), "L’été à Lille");
    }
}
