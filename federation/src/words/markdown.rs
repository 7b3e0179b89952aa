//! From the HTML of others to Markdown of ours, once, at the door: what is kept and shown later is written by our own renderer.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use domain::{markup, text};
use htmd::element_handler::{HandlerResult, Handlers};
use htmd::options::{BrStyle, BulletListMarker, HrStyle, Options};
use htmd::{Element, HtmlToMarkdown};
use url::Url;

use super::authority;
use super::wild::is_wild;

/// Most HTML that is read, in bytes; the rest is cut off.
const HTML_MAX: usize = 100_000;
/// Most signs in Markdown that could begin a tag.
const TAGS_IN_MARKDOWN_MAX: usize = 1_000;
/// Marks around a mention while a text is converted (private use, taken out of what comes in).
const MENTION: (char, char) = ('\u{E000}', '\u{E001}');
/// Mark behind a cell of a table, in the same way.
const CELL: char = '\u{E002}';

/// Tags whose meaning Markdown can say, and those that part one text from the next.
const TAGS: &[&str] = &[
    "p",
    "br",
    "em",
    "i",
    "strong",
    "b",
    "ul",
    "ol",
    "li",
    "blockquote",
    "a",
    "span",
    "code",
    "pre",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "del",
    "s",
    "div",
    "section",
    "article",
    "figure",
    "figcaption",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "td",
    "th",
];

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(TAGS.iter().copied().collect::<HashSet<_>>())
        .clean_content_tags(HashSet::from(["script", "style", "template", "textarea", "title"]))
        .tag_attributes(HashMap::from([("a", HashSet::from(["href", "class", "rel"])), ("span", HashSet::from(["class"]))]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(None)
        .strip_comments(true);
    builder
});

static CONVERTER: LazyLock<HtmlToMarkdown> = LazyLock::new(|| {
    let options = Options {
        br_style: BrStyle::Backslash,
        hr_style: HrStyle::Dashes,
        bullet_list_marker: BulletListMarker::Dash,
        ul_bullet_spacing: 1,
        ol_number_spacing: 1,
        ..Options::default()
    };
    HtmlToMarkdown::builder()
        .options(options)
        .add_handler(vec!["a"], anchor)
        .add_handler(vec!["span"], span)
        .add_handler(vec!["del", "s"], struck)
        .add_handler(vec!["div", "section", "article", "figure", "figcaption", "table", "caption", "thead", "tbody", "tr"], apart)
        .add_handler(vec!["td", "th"], cell)
        .build()
});

/// Markdown of an HTML text, at most as long as a text may be here. Mentions that only address the reply are left out; what was hidden stays out;
/// a link whose words do not begin with its host says the host after them.
#[must_use]
pub fn from_html(html: &str) -> String {
    let html: String = start(html, HTML_MAX).chars().filter(|c| ![MENTION.0, MENTION.1, CELL].contains(c)).collect();
    if is_wild(&html) {
        return from_plain(&super::wild::strip(&html));
    }
    let clean = CLEANER.clean(&html).to_string();
    match CONVERTER.convert(&clean) {
        Ok(markdown) => without_last_breaks(tidy(&unaddressed(&markdown))),
        Err(_not_converted) => from_plain(&super::wild::strip(&clean)),
    }
}

/// Some servers end every line with a break, the last one too (snac): there it would show as a backslash.
fn without_last_breaks(mut markdown: String) -> String {
    while markdown.ends_with('\\') && markdown.chars().rev().take_while(|c| *c == '\\').count() % 2 == 1 {
        markdown.pop();
        markdown.truncate(markdown.trim_end().len());
    }
    markdown
}

/// Markdown of ours from Markdown of others: through our own HTML, so that there is one way in.
#[must_use]
pub(super) fn from_markdown(markdown: &str) -> String {
    let markdown = start(markdown, HTML_MAX / 2);
    // Where nobody writes so many, a sign is text: each would be looked at as the start of a tag.
    if is_wild(markdown) || markdown.matches('<').count() > TAGS_IN_MARKDOWN_MAX {
        return from_plain(markdown);
    }
    let html = markup::to_html(markdown);
    if is_wild(&html) { from_plain(markdown) } else { from_html(&html) }
}

/// Markdown that shows a plain text as it is.
#[must_use]
pub fn from_plain(text: &str) -> String {
    let text = text::paragraphs(start(text, HTML_MAX));
    let mut shown = String::with_capacity(text.len() + 64);
    let mut lines = text.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        shown.push_str(&escape(line));
        match lines.peek() {
            Some(next) if !next.is_empty() && !line.is_empty() => shown.push_str("\\\n"),
            Some(_) => shown.push('\n'),
            None => {}
        }
    }
    tidy(&shown)
}

/// The words of an HTML text on one line.
#[must_use]
pub fn plain(html: &str) -> String {
    let html = start(html, HTML_MAX);
    let text = if is_wild(html) { super::wild::strip(html) } else { markup::from_foreign(html) };
    text::line(&text)
}

/// The start of a text, at most `max` characters, ended at a word with an ellipsis where something is missing.
#[must_use]
pub(super) fn cut(text: &str, max: usize) -> String {
    if text.chars().nth(max).is_none() {
        return text.to_owned();
    }
    let head: String = text.chars().take(max.saturating_sub(1)).collect();
    let end = head.rfind(char::is_whitespace).filter(|end| *end > head.len() / 2).unwrap_or(head.len());
    format!("{}…", head.get(..end).unwrap_or(&head).trim_end())
}

/// A link that shows its address.
#[must_use]
pub(super) fn link(url: &Url) -> String {
    format!("[{}]({})", escape(url.as_str()), destination(url))
}

fn tidy(markdown: &str) -> String {
    cut(&text::paragraphs(markdown), text::BODY_MAX)
}

/// The start of a text, at most `max` bytes.
fn start(text: &str, max: usize) -> &str {
    let mut end = max.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// A text in which nothing is a mark of Markdown.
fn escape(line: &str) -> String {
    let mut shown = String::with_capacity(line.len() + 8);
    let marker = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let ordered = line.len() - marker.len();
    for (at, c) in line.char_indices() {
        let begins_list = at == 0 && matches!(c, '-' | '+' | '=') || ordered > 0 && at == ordered && matches!(c, '.' | ')');
        if begins_list || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '!' | '|' | '~' | '&') {
            shown.push('\\');
        }
        shown.push(c);
    }
    shown
}

/// Leaves out the mentions with which Mastodon and its kin begin a reply, if anything is said after them.
fn unaddressed(markdown: &str) -> String {
    let mut rest = markdown.trim_start();
    while let Some((_, after)) = rest.strip_prefix(MENTION.0).and_then(|inner| inner.split_once(MENTION.1)) {
        rest = after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '\\'));
    }
    let kept = if rest.trim().is_empty() { markdown } else { rest };
    kept.chars().filter(|c| *c != MENTION.0 && *c != MENTION.1).collect()
}

fn attribute(element: &Element<'_>, name: &str) -> String {
    element.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| attribute.value.to_string()).unwrap_or_default()
}

fn has(words: &str, wanted: &str) -> bool {
    words.split_ascii_whitespace().any(|word| word == wanted)
}

/// Mastodon hides the start and the end of long addresses in spans: what was not seen there is not said here.
#[expect(clippy::needless_pass_by_value, reason = "the converter gives its elements away")]
fn span(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    let class = attribute(&element, "class");
    if has(&class, "invisible") {
        return Some("".into());
    }
    let content = handlers.walk_children(element.node).content;
    Some(if has(&class, "ellipsis") { format!("{content}…").into() } else { content.into() })
}

#[expect(clippy::needless_pass_by_value, reason = "the converter gives its elements away")]
fn struck(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    let content = handlers.walk_children(element.node).content;
    let inner = content.trim();
    Some(if inner.is_empty() || inner.contains('\n') { content.into() } else { format!("~~{inner}~~").into() })
}

/// Rows and boxes: our renderer has no tables, each row is a paragraph.
#[expect(clippy::needless_pass_by_value, reason = "the converter gives its elements away")]
fn apart(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    let content = handlers.walk_children(element.node).content;
    let cells = content.trim().trim_end_matches(CELL).replace(CELL, " · ");
    Some(format!("\n\n{cells}\n\n").into())
}

#[expect(clippy::needless_pass_by_value, reason = "the converter gives its elements away")]
fn cell(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    let content = text::line(&handlers.walk_children(element.node).content);
    Some(format!("{content}{CELL}").into())
}

#[expect(clippy::needless_pass_by_value, reason = "the converter gives its elements away")]
fn anchor(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    let content = text::line(&handlers.walk_children(element.node).content);
    let (class, rel) = (attribute(&element, "class"), attribute(&element, "rel"));
    let Some(url) = Url::parse(&attribute(&element, "href")).ok() else { return Some(content.into()) };
    if has(&class, "hashtag") || has(&rel, "tag") {
        return Some(content.into());
    }
    let host = authority(&url);
    let shown = content.replace('\\', "");
    let is_handle = shown.starts_with('@') && !shown.contains(char::is_whitespace);
    if has(&class, "mention") && is_handle && !host.is_empty() {
        let name = shown.trim_matches('@').split('@').next().unwrap_or_default();
        return Some(format!("{}[@{}@{host}]({}){}", MENTION.0, escape(name), destination(&url), MENTION.1).into());
    }
    let words = match (content.is_empty(), shows_host(&shown, &url, &host)) {
        (true, _) if host.is_empty() => return Some(content.into()),
        (true, _) => host,
        (false, true) => content,
        (false, false) => format!("{content} ({host})"),
    };
    Some(format!("[{words}]({})", destination(&url)).into())
}

/// Whether the words of a link begin with the host it leads to, as an address would (CVE-2023-36462).
fn shows_host(words: &str, url: &Url, host: &str) -> bool {
    if host.is_empty() {
        // A mail address: the address itself is its name.
        return words == url.path();
    }
    let words = words.trim().to_lowercase();
    let bare = words.trim_start_matches("https://").trim_start_matches("http://");
    let begins = |host: &str| bare.strip_prefix(host).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#', '…']));
    begins(host) || host.strip_prefix("www.").is_some_and(begins)
}

/// An address as the destination of a Markdown link.
fn destination(url: &Url) -> String {
    let mut written = String::with_capacity(url.as_str().len() + 8);
    for c in url.as_str().chars() {
        match c {
            '(' => written.push_str("%28"),
            ')' => written.push_str("%29"),
            '<' => written.push_str("%3C"),
            '>' => written.push_str("%3E"),
            '\\' => written.push_str("%5C"),
            ' ' => written.push_str("%20"),
            '&' if url.as_str().contains(';') => written.push_str("&amp;"),
            other => written.push(other),
        }
    }
    written
}

#[cfg(test)]
mod breaks {
    use super::*;

    #[test]
    fn a_last_break_is_no_backslash() {
        let check = |html: &str, expected: &str| assert_eq!(from_html(html), expected, "{html}");
        check("Una respuesta<br>", "Una respuesta");
        check("<p>Una respuesta<br><br></p>", "Una respuesta");
        check("<p>C:\\</p>", "C:\\\\");
    }
}
