//! What templates and styles may not hold: words of their own, inline style or script, requests to others, unexplained raw HTML.

use super::rust::Rust;
use super::tree::{Fault, Source, words};

/// The text with everything outside `{{ … }}` and `{% … %}` blanked, of the same length.
pub(crate) fn expressions(text: &str) -> String {
    split(text).0
}

/// The text with `{{ … }}`, `{% … %}`, `{# … #}` and HTML comments blanked, of the same length.
fn markup(text: &str) -> String {
    split(text).1
}

fn split(text: &str) -> (String, String) {
    let (mut inside, mut outside) = (String::with_capacity(text.len()), String::with_capacity(text.len()));
    let mut rest = text;
    let marks = [("{{", "}}"), ("{%", "%}"), ("{#", "#}"), ("<!--", "-->")];
    while let Some((open, close)) = marks.iter().filter_map(|(open, close)| rest.find(open).map(|at| (at, close))).min() {
        let end = rest[open..].find(close).map_or(rest.len(), |end| open + end + close.len());
        let expression = rest[open..].starts_with("{{") || rest[open..].starts_with("{%");
        hide(&mut inside, &rest[..open]);
        outside.push_str(&rest[..open]);
        if expression {
            inside.push_str(&rest[open..end]);
        } else {
            hide(&mut inside, &rest[open..end]);
        }
        hide(&mut outside, &rest[open..end]);
        rest = &rest[end..];
    }
    hide(&mut inside, rest);
    outside.push_str(rest);
    (inside, outside)
}

fn hide(blanked: &mut String, text: &str) {
    blanked.extend(text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
}

/// A piece of markup: a tag with its brackets, or the text between two tags.
struct Piece<'a> {
    at: usize,
    text: &'a str,
    tag: bool,
}

fn pieces(markup: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < markup.len() {
        let rest = &markup[at..];
        let tag = rest.starts_with('<');
        let length = if tag { tag_length(rest) } else { rest.find('<').unwrap_or(rest.len()) };
        found.push(Piece { at, text: &rest[..length], tag });
        at += length;
    }
    found
}

fn tag_length(rest: &str) -> usize {
    let mut quote: Option<char> = None;
    for (at, letter) in rest.char_indices() {
        match (quote, letter) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if open == letter => quote = None,
            _ => {}
        }
    }
    rest.len()
}

/// The attributes of a tag: name, value, place in the tag.
fn attributes(tag: &str) -> Vec<(String, &str, usize)> {
    let mut found = Vec::new();
    for (equals, _) in tag.match_indices('=') {
        let name: String =
            tag[..equals].chars().rev().take_while(|letter| letter.is_ascii_alphanumeric() || "-:_@".contains(*letter)).collect();
        let name: String = name.chars().rev().collect::<String>().to_ascii_lowercase();
        let open_quotes = tag[..equals].matches('"').count() % 2 == 1;
        if name.is_empty() || open_quotes {
            continue;
        }
        let value = tag[equals + 1..].trim_start();
        let value = value
            .strip_prefix('"')
            .and_then(|value| value.split('"').next())
            .unwrap_or_else(|| value.split([' ', '>']).next().unwrap_or_default());
        found.push((name.clone(), value, equals - name.len()));
    }
    found
}

/// Two letters side by side, entities apart.
fn has_words(text: &str) -> bool {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = rest[at..].split_once(';').filter(|(entity, _)| entity.len() < 10).map_or(&rest[at + 1..], |(_, after)| after);
    }
    plain.push_str(rest);
    let letters: Vec<bool> = plain.chars().map(char::is_alphabetic).collect();
    letters.windows(2).any(|pair| pair.iter().all(|letter| *letter))
}

const READ_ALOUD: &[&str] =
    &["alt", "title", "placeholder", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "label"];

/// Words that people read, written in the template itself. A text right after a tag with `translate="no"` or `hreflang` is a name.
pub(crate) fn text_faults(template: &Source) -> Vec<Fault> {
    let reason = "law 7: people read this from web/locales";
    let markup = markup(&template.text);
    let mut faults = Vec::new();
    let mut name_follows = false;
    for piece in pieces(&markup) {
        if piece.tag {
            name_follows = piece.text.contains("translate=\"no\"") || piece.text.contains("hreflang=");
            let spoken =
                attributes(piece.text).into_iter().filter(|(name, value, _)| READ_ALOUD.contains(&name.as_str()) && has_words(value));
            faults.extend(spoken.map(|(name, _, at)| template.fault(piece.at + at, format!("{reason} (attribute `{name}`)"))));
        } else if has_words(piece.text) && !name_follows {
            let start = piece.text.len() - piece.text.trim_start().len();
            faults
                .push(template.fault(piece.at + start, format!("{reason}: `{}`", piece.text.trim().chars().take(40).collect::<String>())));
        }
    }
    let expressions = Rust::new(Source::invented(&template.path, &expressions(&template.text)));
    let sentence = |value: &str| {
        value.contains(' ')
            && (value.starts_with(char::is_uppercase) || value.chars().any(|letter| !letter.is_ascii() && letter.is_alphabetic()))
    };
    faults.extend(expressions.literals.iter().filter(|literal| sentence(&literal.value)).map(|literal| template.fault(literal.at, reason)));
    faults
}

/// Inline styles, inline scripts, handlers, and raw HTML without a reason.
pub(crate) fn inline_faults(template: &Source) -> Vec<Fault> {
    let markup = markup(&template.text);
    let mut faults = Vec::new();
    for piece in pieces(&markup).iter().filter(|piece| piece.tag) {
        let lower = piece.text.to_ascii_lowercase();
        let given = attributes(piece.text);
        if lower.starts_with("<style") {
            faults.push(template.fault(piece.at, "no inline style: the policy of the pages refuses it"));
        }
        if lower.starts_with("<script") && !given.iter().any(|(name, _, _)| name == "src") {
            faults.push(template.fault(piece.at, "no inline script: the policy of the pages refuses it"));
        }
        for (name, value, at) in given {
            let handler = name.len() > 4 && name.starts_with("on");
            if name == "style" || handler || value.trim_start().to_ascii_lowercase().starts_with("javascript:") {
                faults.push(template.fault(piece.at + at, format!("no `{name}` like this: the policy of the pages refuses it")));
            }
        }
    }
    let code = expressions(&template.text);
    let raw = words(&code, "safe").into_iter().filter(|at| code[..*at].trim_end().ends_with('|'));
    faults.extend(
        raw.filter(|at| !template.marked(*at, "safe:"))
            .map(|at| template.fault(at, "E01: raw HTML says why it is safe: `{# safe: why #}`")),
    );
    faults
}

/// Addresses of others that a page would ask something of. A link that a person may follow is not one.
pub(crate) fn request_faults(source: &Source) -> Vec<Fault> {
    let page = [".html", ".xml", ".svg"].iter().any(|ending| source.path.ends_with(ending));
    let text = if page { markup(&source.text) } else { without_comments(&source.text) };
    let reason = "no request to a third party";
    let named_only =
        |at: usize| text[at..].starts_with("http://www.w3.org/") || text[..at].trim_end_matches(['"', '\'']).ends_with("xmlns=");
    let mut faults = Vec::new();
    for scheme in ["http://", "https://", "url(//", "=\"//", "@import"] {
        for (at, _) in text.match_indices(scheme) {
            let link =
                page && text[..at].rfind('<').is_some_and(|open| text[open..].starts_with("<a ") || text[open..].starts_with("<a\n"));
            if !link && !named_only(at) {
                faults.push(source.fault(at, reason));
            }
        }
    }
    faults
}

fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find("/*") {
        let end = rest[open..].find("*/").map_or(rest.len(), |end| open + end + 2);
        kept.push_str(&rest[..open]);
        hide(&mut kept, &rest[open..end]);
        rest = &rest[end..];
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tree::finds;

    fn page(text: &str) -> Source {
        Source::invented("web/templates/a.html", text)
    }

    #[test]
    fn words_in_a_template_are_found() {
        finds(
            0,
            &text_faults(&page(
                "{# a note #}<h1 class=\"big one\">{{ t.get(\"a-b\") }}&nbsp;:</h1><img alt=\"{{ x }}\"><!-- note -->{% if a > b %}é{% endif %}",
            )),
        );
        finds(1, &text_faults(&page("<p>\n  Bonjour {{ name }}</p>")));
        finds(2, &text_faults(&page("<img alt=\"Une place\"><a aria-label=\"Fermer\" href=\"/\">×</a>")));
        finds(0, &text_faults(&page("<span translate=\"no\">Parvis</span>")));
        finds(1, &text_faults(&page("{{ \"Deux mots\" }}")));
    }

    #[test]
    fn inline_style_and_script_are_found() {
        finds(0, &inline_faults(&page("<script src=\"/a.js\" type=\"module\"></script><a href=\"?on=1&style=2\" data-one=\"x\">")));
        finds(4, &inline_faults(&page("<style></style><script>x</script><p style=\"a\"><a onclick=\"b\">")));
        finds(1, &inline_faults(&page("<a href=\"javascript:x\">")));
        finds(1, &inline_faults(&page("{{ body|safe }}\n\n{# safe: ammonia made it #}{{ body | safe }}")));
    }

    #[test]
    fn a_request_to_others_is_found() {
        finds(0, &request_faults(&page("<svg xmlns=\"http://www.w3.org/2000/svg\"><a class=\"x\" href=\"https://example.org\">")));
        finds(2, &request_faults(&page("<img src=\"https://example.org/a.png\"><script src=\"//example.org\"></script>")));
        finds(1, &request_faults(&Source::invented("a.css", "/* https://example.org */ a { background: url(https://example.org/a.png) }")));
    }
}
