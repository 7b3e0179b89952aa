//! Texts of others: whatever their HTML, it becomes Markdown, and our page of it has no script, no handler and no frame.
#![no_main]

use domain::markup;
use federation::words::{as_markdown, from_html, plain};
use libfuzzer_sys::fuzz_target;

fn is_harmless(html: &str) {
    // Text is escaped: a `<` that stands there is a tag of ours.
    for tag in html.split('<').skip(1) {
        let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        assert!(!matches!(name.as_str(), "script" | "style" | "iframe" | "object" | "embed" | "form" | "svg" | "math" | "img" | "base" | "meta"), "{html}");
        let inside = tag.split('>').next().unwrap_or_default();
        let mut values = inside.split('"');
        // Every other piece is outside of quotes: names of attributes.
        while let Some(outside) = values.next() {
            assert!(!outside.split_whitespace().any(|word| word.starts_with("on") || word.starts_with("style=")), "{html}");
            if let Some(value) = values.next() {
                let address = value.trim().to_ascii_lowercase();
                assert!(!address.starts_with("javascript:") && !address.starts_with("data:") && !address.starts_with("vbscript:"), "{html}");
            }
        }
    }
}

fuzz_target!(|text: &str| {
    let markdown = from_html(text);
    is_harmless(&markup::to_html(&markdown));
    is_harmless(&markup::to_html(text));
    is_harmless(&markup::clean_html(text));
    is_harmless(&markup::to_html(&as_markdown(text)));
    let _plain = plain(text);
    let _excerpt = markup::excerpt(&markdown, 400);
});
