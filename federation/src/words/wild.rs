//! HTML that is made to hurt: nested, stuffed or broken beyond what people write. It is told apart in one pass, and only its words are kept (D07).

/// Deepest nesting.
const DEPTH_MAX: usize = 48;
/// Most tags times depth: about what the parsers would have to build.
const EFFORT_MAX: usize = 40_000;
/// Longest tag, in bytes.
const TAG_MAX: usize = 5_000;
/// Most attributes of one tag, about.
const ATTRIBUTES_MAX: usize = 64;
/// Most characters written as entities.
const ENTITIES_MAX: usize = 5_000;
/// Most signs that could begin a tag.
const OPENINGS_MAX: usize = 8_000;
/// Tags that hold nothing, or whose end is understood.
const SHALLOW: &[&str] =
    &["br", "hr", "img", "p", "li", "input", "wbr", "meta", "link", "col", "source", "area", "base", "embed", "track", "param"];

/// Whether parsing this HTML could cost more than it is worth.
#[must_use]
pub(super) fn is_wild(html: &str) -> bool {
    let count = |wanted: u8| html.bytes().filter(|byte| *byte == wanted).count();
    if count(b'&') > ENTITIES_MAX || count(b'<') > OPENINGS_MAX {
        return true;
    }
    let mut open: Vec<&str> = Vec::new();
    let (mut tags, mut depth) = (0_usize, 1_usize);
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if !after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            continue;
        }
        let tag = after.split(['<', '>']).next().unwrap_or_default();
        if tag.len() > TAG_MAX || tag.bytes().filter(u8::is_ascii_whitespace).count() > ATTRIBUTES_MAX {
            return true;
        }
        tags += 1;
        match tag.strip_prefix('/') {
            Some(name) => {
                // Only what was opened last is closed for certain.
                if open.last().is_some_and(|last| last.eq_ignore_ascii_case(name.trim())) {
                    open.pop();
                }
            }
            None => {
                let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
                if !name.is_empty() && !SHALLOW.iter().any(|shallow| shallow.eq_ignore_ascii_case(name)) {
                    open.push(name);
                }
            }
        }
        depth = depth.max(open.len());
        if depth > DEPTH_MAX || tags.saturating_mul(depth) > EFFORT_MAX {
            return true;
        }
    }
    false
}

/// The words between the tags.
#[must_use]
pub(super) fn strip(html: &str) -> String {
    let mut words = String::with_capacity(html.len());
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => in_tag = true,
            '>' => {
                in_tag = false;
                words.push(' ');
            }
            c if !in_tag => words.push(c),
            _ => {}
        }
    }
    let decoded = words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&nbsp;", "\u{a0}");
    domain::text::line(&decoded.replace("&amp;", "&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wild() {
        let check = |html: &str, expected: bool| assert_eq!(is_wild(html), expected, "{}", html.get(..60).unwrap_or(html));
        check("<p>Un <strong>deux</strong><br>trois</p>", false);
        check("a < b, et rien d’autre", false);
        check(&"<p>Un <a href=\"https://a.example/\" class=\"mention\">deux</a></p>".repeat(800), false);
        check(&"<ul><li>".repeat(20), false);
        check(&"<b>".repeat(100), true);
        check(&"<b></i>".repeat(100), true);
        check(&"<B></b >".repeat(100), false);
        check(&format!("<a {}>", "x ".repeat(200)), true);
        check(&"<".repeat(5_000), false);
        check(&"<".repeat(100_000), true);
        check(&format!("1 < 2 < {}", "<b>".repeat(100)), true);
        check(&"<p".repeat(100_000), true);
        check(&"&amp;".repeat(4_000), false);
        check(&"&amp;".repeat(6_000), true);
    }

    #[test]
    fn only_words_are_left() {
        assert_eq!(strip("<b>Un &amp; deux<br>trois"), "Un & deux trois");
        assert_eq!(strip("&amp;lt;"), "&lt;");
    }
}
