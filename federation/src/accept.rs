//! What is asked for: a page or a document. Servers write `Accept` in every order and spacing (federation traps 1).

use axum::http::{HeaderMap, header};

/// Whether ActivityPub is asked for at least as much as HTML.
#[must_use]
pub fn wants_activity(headers: &HeaderMap) -> bool {
    let (mut activity, mut html) = (0_u32, 0_u32);
    for value in headers.get_all(header::ACCEPT) {
        let Ok(value) = value.to_str() else { continue };
        for range in value.split(',').take(32) {
            let mut parts = range.split(';').map(str::trim);
            let kind = parts.next().unwrap_or_default().to_ascii_lowercase();
            let weight = parts.find_map(|part| part.strip_prefix("q=")).map_or(1000, weight);
            match kind.as_str() {
                "application/activity+json" | "application/ld+json" => activity = activity.max(weight),
                "text/html" | "application/xhtml+xml" => html = html.max(weight),
                _ => {}
            }
        }
    }
    activity > 0 && activity >= html
}

/// A quality value (RFC 9110 §12.4.2) in thousandths; 0 for what is none.
fn weight(text: &str) -> u32 {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits: String = format!("{fraction}000").chars().take(3).collect();
    match (whole.trim(), digits.parse::<u32>()) {
        ("1", Ok(_)) => 1000,
        ("0", Ok(thousandths)) => thousandths,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_asks_for_what() {
        let check = |accept: &str, expected: bool| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT, accept.parse().unwrap());
            assert_eq!(wants_activity(&headers), expected, "{accept}");
        };
        check("application/activity+json", true);
        check("application/activity+json, application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"", true);
        check("application/ld+json;profile=\"https://www.w3.org/ns/activitystreams\"", true);
        check("application/ld+json", true);
        check("Application/Activity+JSON;q=0.5", true);
        check("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", false);
        check("text/html, application/activity+json;q=0.9", false);
        check("application/activity+json, text/html;q=0.1", true);
        check("application/activity+json;q=0, */*", false);
        check("application/json", false);
        check("*/*", false);
        check("", false);
        assert!(!wants_activity(&HeaderMap::new()));
    }
}
