//! Markdown in, safe HTML out (CommonMark by pulldown-cmark, cleaned by ammonia with our own short list of tags).

use ammonia::Builder;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd, html};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Tags a contribution may contain.
const TAGS: &[&str] = &["p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a", "code", "pre", "h3", "h4", "h5", "hr", "del"];

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(TAGS.iter().copied().collect::<HashSet<_>>())
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"]))]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .link_rel(Some("nofollow noopener ugc"))
        .strip_comments(true);
    builder
});

/// Deepest nesting of quotes and lists: beyond it they are flattened, for the cost of cleaning grows with the square of the depth.
const DEPTH_MAX: usize = 24;

/// Safe HTML of a Markdown text. Headings start at `h3` (the page has `h1` and `h2`), pictures and raw HTML are dropped, a link shows its host.
#[must_use]
pub fn to_html(markdown: &str) -> String {
    let mut depth = 0_usize;
    let shallow = move |event: &Event<'_>| match event {
        Event::Start(Tag::BlockQuote(_) | Tag::List(_) | Tag::Item) => {
            depth += 1;
            depth <= DEPTH_MAX
        }
        Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item) => {
            depth = depth.saturating_sub(1);
            depth < DEPTH_MAX
        }
        _ => true,
    };
    let parser = Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH).filter(shallow).filter_map(lower);
    let mut raw = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut raw, parser);
    CLEANER.clean(&raw).to_string()
}

/// The same Markdown for readers elsewhere: a link to a path (`/c/parc`) leads to `origin` (without a final slash). Links by reference and everything
/// else stay as they are.
#[must_use]
pub fn with_origin(markdown: &str, origin: &str) -> String {
    let mut whole = String::with_capacity(markdown.len() + 64);
    let mut done = 0;
    for (event, range) in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
        let Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, .. }) = event else { continue };
        if !dest_url.starts_with('/') || dest_url.starts_with("//") {
            continue;
        }
        let source = markdown.get(range.clone()).unwrap_or_default();
        let Some(within) = source.find(&format!("]({dest_url}")) else { continue };
        let at = range.start + within + "](".len();
        whole.push_str(markdown.get(done..at).unwrap_or_default());
        whole.push_str(origin);
        done = at;
    }
    whole.push_str(markdown.get(done..).unwrap_or_default());
    whole
}

/// HTML from elsewhere (an import, another server), cleaned by the same list.
#[must_use]
pub fn clean_html(html: &str) -> String {
    CLEANER.clean(html).to_string()
}

/// The words of a Markdown text without its marks, on one line, cut at a word near `max` characters with an ellipsis.
#[must_use]
pub fn excerpt(markdown: &str, max: usize) -> String {
    let mut text = String::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(t) | Event::Code(t) => text.push_str(&t),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => text.push(' '),
            _ => {}
        }
        if text.chars().count() > max * 2 {
            break;
        }
    }
    let line = crate::text::line(&text);
    if line.chars().count() <= max {
        return line;
    }
    let cut: String = line.chars().take(max).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '.']))
}

/// Markdown of a plain or HTML text from an import: tags become line ends, entities become characters.
#[must_use]
pub fn from_foreign(text: &str) -> String {
    if !(text.contains("</") || text.contains("<br")) {
        return crate::text::paragraphs(text);
    }
    let broken = text.replace("<br>", "\n").replace("<br/>", "\n").replace("<br />", "\n").replace("</p>", "\n\n").replace("<li>", "\n- ");
    let bare = Builder::empty().clean(&broken).to_string();
    let decoded = bare
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", "\u{a0}")
        .replace("&amp;", "&");
    crate::text::paragraphs(&decoded)
}

/// Headings one to two become three, deeper ones at most five; raw HTML and pictures go.
fn lower(event: Event<'_>) -> Option<Event<'_>> {
    use pulldown_cmark::HeadingLevel::{H1, H2, H3, H4, H5, H6};
    let level = |level| match level {
        H1 | H2 | H3 => H3,
        H4 => H4,
        H5 | H6 => H5,
    };
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(Tag::Heading { level: l, .. }) => {
            Some(Event::Start(Tag::Heading { level: level(l), id: None, classes: Vec::new(), attrs: Vec::new() }))
        }
        Event::End(TagEnd::Heading(l)) => Some(Event::End(TagEnd::Heading(level(l)))),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_is_rendered() {
        let check = |markdown: &str, html: &str| assert_eq!(to_html(markdown).trim(), html, "{markdown}");
        check("**Oui** et *non*", "<p><strong>Oui</strong> et <em>non</em></p>");
        check("# Titre", "<h3>Titre</h3>");
        check("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>");
        check("![x](https://e.fr/a.png)", "<p>x</p>");
        check("[ici](https://e.fr)", "<p><a href=\"https://e.fr\" rel=\"nofollow noopener ugc\">ici</a></p>");
    }

    #[test]
    fn links_to_paths_lead_home_from_elsewhere() {
        let check = |markdown: &str, whole: &str| assert_eq!(with_origin(markdown, "https://ville.example"), whole, "{markdown}");
        check("[le parc](/c/parc) et [ici](/)", "[le parc](https://ville.example/c/parc) et [ici](https://ville.example/)");
        check("[a](/x \"](/x\") [/x](/x)", "[a](https://ville.example/x \"](/x\") [/x](https://ville.example/x)");
        for same in
            ["[a](https://e.fr/x)", "[a](//e.fr/x)", "[a](x)", "`[a](/x)`", "    [a](/x)", "[a][1]\n\n[1]: /x", "\\[a](/x)", "é](/x", ""]
        {
            check(same, same);
        }
    }

    #[test]
    fn hostile_markup_is_harmless() {
        for hostile in [
            "<script>alert(1)</script>",
            "[x](javascript:alert(1))",
            "[x](data:text/html;base64,AAAA)",
            "<img src=x onerror=alert(1)>",
            "<svg><animate onbegin=alert(1)>",
            "<a href=\"vbscript:x\" onclick=\"x\">y</a>",
            "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
            "<p style=\"position:fixed\">x</p>",
        ] {
            for html in [to_html(hostile), clean_html(hostile)] {
                let lower = html.to_lowercase();
                let tag = |name: &str| lower.contains(&format!("<{name}"));
                assert!(!["script", "img", "svg", "math", "style", "form", "iframe"].iter().any(|t| tag(t)), "{hostile} → {html}");
                assert!(
                    !["javascript", "data", "vbscript"].iter().any(|scheme| lower.contains(&format!("<a href=\"{scheme}"))),
                    "{hostile} → {html}"
                );
                assert!(!lower.contains("<p style") && !lower.contains("<a onclick"), "{hostile} → {html}");
            }
        }
    }

    #[test]
    fn nesting_is_flattened() {
        let html = to_html(&format!("{} fond", ">".repeat(20_000)));
        assert_eq!((html.matches("<blockquote>").count(), html.matches("</blockquote>").count()), (24, 24));
        assert!(html.contains("fond"));
        assert!(to_html(&"- ".repeat(5_000)).matches("<ul>").count() <= 24);
    }

    #[test]
    fn excerpts_end_at_a_word() {
        assert_eq!(excerpt("# Titre\n\nUne **phrase** simple.", 80), "Titre Une phrase simple.");
        assert_eq!(excerpt("Une phrase, vraiment longue", 14), "Une phrase…");
    }

    #[test]
    fn foreign_html_becomes_text() {
        assert_eq!(from_foreign("<p>Un &amp; deux</p><p>trois<br>quatre</p>"), "Un & deux\n\ntrois\nquatre");
        assert_eq!(from_foreign("a < b et c > d"), "a < b et c > d");
    }
}
