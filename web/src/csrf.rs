//! Forged requests: a form is believed when it carries our token and the browser does not say that it comes from elsewhere.
//!
//! The token is a MAC of the session (or, for visitors, of the day), XORed with a fresh mask in each page so that compression tells nothing
//! about it (BREACH). A visitor has no session to bind the token to, so there the browser must positively say that the request is ours.

use actions::random::keyed_digest;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Timestamp;
use domain::links::Links;
use http::{HeaderMap, header};
use subtle::ConstantTimeEq;

/// The name of the hidden field.
pub const FIELD: &str = "_csrf";

/// A token for a form.
#[must_use]
pub fn token(secret: &[u8], session: Option<&str>, now: Timestamp) -> String {
    let mask = actions::random::bytes::<32>();
    let mac = mac(secret, session, day(now));
    let hidden = mask.iter().zip(mac).map(|(mask, byte)| mask ^ byte);
    URL_SAFE_NO_PAD.encode(mask.iter().copied().chain(hidden).collect::<Vec<u8>>())
}

/// Whether a token is one of ours, for this session, or for a visitor of today or yesterday.
#[must_use]
pub fn is_ours(token: &str, secret: &[u8], session: Option<&str>, now: Timestamp) -> bool {
    let Ok(bytes) = URL_SAFE_NO_PAD.decode(token) else { return false };
    let Some((mask, hidden)) = bytes.split_at_checked(32).filter(|(_, hidden)| hidden.len() == 32) else { return false };
    let given: Vec<u8> = mask.iter().zip(hidden).map(|(mask, byte)| mask ^ byte).collect();
    let good = |day: i64| bool::from(given.ct_eq(&mac(secret, session, day)));
    good(day(now)) || good(day(now) - 1)
}

/// Where the browser says that a request comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// From one of our pages.
    Ours,
    /// From elsewhere.
    Foreign,
    /// It does not say.
    Unsaid,
}

/// Where the browser says that a request comes from: `Sec-Fetch-Site` first, else `Origin`, else `Referer`.
#[must_use]
pub fn source(headers: &HeaderMap, links: &Links) -> Source {
    let text = |name: header::HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    if let Some(site) = text(header::HeaderName::from_static("sec-fetch-site")) {
        return if matches!(site, "same-origin" | "none") { Source::Ours } else { Source::Foreign };
    }
    let host = text(header::HOST).unwrap_or_default();
    let ours = |origin: &str| {
        origin == links.origin() || (!host.is_empty() && origin.split_once("://").is_some_and(|(_, rest)| rest.eq_ignore_ascii_case(host)))
    };
    if let Some(origin) = text(header::ORIGIN) {
        return if ours(origin) { Source::Ours } else { Source::Foreign };
    }
    match text(header::REFERER).and_then(|referer| url::Url::parse(referer).ok()) {
        Some(referer) if ours(&referer.origin().ascii_serialization()) => Source::Ours,
        Some(_) => Source::Foreign,
        None => Source::Unsaid,
    }
}

/// Whether a posted form may be believed.
#[must_use]
pub fn may_be_believed(token: &str, headers: &HeaderMap, links: &Links, secret: &[u8], session: Option<&str>, now: Timestamp) -> bool {
    let said = match source(headers, links) {
        Source::Ours => true,
        Source::Foreign => false,
        Source::Unsaid => session.is_some(),
    };
    said && is_ours(token, secret, session, now)
}

fn day(now: Timestamp) -> i64 {
    now.as_second().div_euclid(86_400)
}

fn mac(secret: &[u8], session: Option<&str>, day: i64) -> [u8; 32] {
    match session {
        Some(token) => keyed_digest(secret, &[b"form of a session\0", token.as_bytes()]),
        None => keyed_digest(secret, &[b"form of a visitor\0", day.to_string().as_bytes()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    const SECRET: &[u8] = b"a secret of the instance";

    fn at(day: i64) -> Timestamp {
        Timestamp::from_second(day * 86_400 + 5).unwrap()
    }

    #[test]
    fn tokens_differ_each_time_and_belong_to_one_session() {
        let (one, two) = (token(SECRET, Some("s"), at(9)), token(SECRET, Some("s"), at(9)));
        assert_ne!(one, two);
        assert!(is_ours(&one, SECRET, Some("s"), at(9)) && is_ours(&two, SECRET, Some("s"), at(90)));
        for (secret, session) in [(SECRET, Some("t")), (SECRET, None), (b"other".as_slice(), Some("s"))] {
            assert!(!is_ours(&one, secret, session, at(9)));
        }
        for bad in ["", "a", &format!("{one}A"), "%%%", &"A".repeat(86)] {
            assert!(!is_ours(bad, SECRET, Some("s"), at(9)), "{bad}");
        }
    }

    #[test]
    fn a_visitors_token_lasts_until_tomorrow() {
        let one = token(SECRET, None, at(9));
        assert!(is_ours(&one, SECRET, None, at(9)) && is_ours(&one, SECRET, None, at(10)));
        assert!(!is_ours(&one, SECRET, None, at(11)));
    }

    #[test]
    fn the_browser_says_where_a_form_comes_from() {
        let links = Links::new(&url::Url::parse("https://town.example").unwrap());
        let check = |lines: &[(&'static str, &'static str)], expected: Source| {
            let headers: HeaderMap =
                lines.iter().map(|(name, value)| (header::HeaderName::from_static(name), HeaderValue::from_static(value))).collect();
            assert_eq!(source(&headers, &links), expected, "{lines:?}");
        };
        check(&[], Source::Unsaid);
        check(&[("sec-fetch-site", "same-origin"), ("origin", "https://elsewhere.example")], Source::Ours);
        check(&[("sec-fetch-site", "same-site"), ("origin", "https://town.example")], Source::Foreign);
        check(&[("sec-fetch-site", "cross-site")], Source::Foreign);
        check(&[("origin", "https://town.example")], Source::Ours);
        check(&[("origin", "http://10.0.0.2:8080"), ("host", "10.0.0.2:8080")], Source::Ours);
        check(&[("origin", "null"), ("host", "town.example")], Source::Foreign);
        check(&[("origin", "https://town.example.evil.example")], Source::Foreign);
        check(&[("referer", "https://town.example/sign-in")], Source::Ours);
        check(&[("referer", "https://elsewhere.example/")], Source::Foreign);
    }
}
