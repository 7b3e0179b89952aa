//! The cookies: the session's, the language's when somebody chose one, for half an hour the page to come back to by a mailed link,
//! the pass to a ballot for somebody without an account, and the receipt of a ballot.
//! Visitors who do none of this get none.

use domain::lang::Lang;
use http::{HeaderMap, HeaderValue, header};

/// The cookie of the chosen language.
const LANG: &str = "lang";
/// The cookie of somebody who is on their own server to prove who they are.
const LEFT: &str = "left";
/// The same on https, bound to this very host.
const LEFT_BOUND: &str = "__Host-left";
/// How long they may take, in seconds.
const LEFT_SECONDS: u32 = 10 * 60;
/// The cookie of the page to come back to.
const NEXT: &str = "next";
/// How long the browser keeps the receipt of a ballot.
const RECEIPT_SECONDS: u32 = 180 * 24 * 3600;
/// How long the browser keeps a pass to a ballot.
const PASS_SECONDS: u32 = 30 * 60;
/// How long the browser keeps the session's cookie; the server decides when the session really ends.
const SESSION_SECONDS: u32 = 30 * 24 * 3600;

/// The name of the session's cookie: bound to this very host when we are on https.
const fn session_name(secure: bool) -> &'static str {
    if secure { "__Host-parvis" } else { "parvis" }
}

/// The token of the session, as the browser sends it.
#[must_use]
pub fn session(headers: &HeaderMap, secure: bool) -> Option<String> {
    // A token has 43 characters; what is longer is no token of ours.
    find(headers, session_name(secure)).filter(|token| (1..=128).contains(&token.len())).map(str::to_owned)
}

/// The language somebody chose.
#[must_use]
pub fn lang(headers: &HeaderMap) -> Option<Lang> {
    find(headers, LANG).and_then(Lang::parse)
}

/// Gives the session to the browser.
#[must_use]
pub fn give_session(token: &str, secure: bool) -> Option<HeaderValue> {
    set(session_name(secure), token, SESSION_SECONDS, secure)
}

/// Takes the session back.
#[must_use]
pub fn drop_session(secure: bool) -> Option<HeaderValue> {
    set(session_name(secure), "", 0, secure)
}

/// What somebody left with for their own server.
#[must_use]
pub fn left(headers: &HeaderMap, secure: bool) -> Option<String> {
    find(headers, if secure { LEFT_BOUND } else { LEFT }).filter(|state| (1..=128).contains(&state.len())).map(str::to_owned)
}

/// Remembers for ten minutes what somebody leaves with; forgets with an empty text.
#[must_use]
pub fn give_left(state: &str, secure: bool) -> Option<HeaderValue> {
    set(if secure { LEFT_BOUND } else { LEFT }, state, if state.is_empty() { 0 } else { LEFT_SECONDS }, secure)
}

/// Remembers a language for a year.
#[must_use]
pub fn give_lang(lang: Lang, secure: bool) -> Option<HeaderValue> {
    set(LANG, lang.code(), 365 * 24 * 3600, secure)
}

/// The path to come back to, for somebody who asked for a link by mail.
#[must_use]
pub fn next(headers: &HeaderMap) -> Option<String> {
    let value = find(headers, NEXT)?;
    let text = format!("next={value}");
    let (_, path) = url::form_urlencoded::parse(text.as_bytes()).next()?;
    crate::form::local(&path).map(str::to_owned)
}

/// Remembers for half an hour where to come back to; forgets with an empty path.
#[must_use]
pub fn give_next(path: &str, secure: bool) -> Option<HeaderValue> {
    let seconds = if path.is_empty() { 0 } else { 30 * 60 };
    set(NEXT, &crate::form::encode(path), seconds, secure)
}

/// The receipt of a ballot that this browser cast in a box.
#[must_use]
pub fn receipt(headers: &HeaderMap, ballot_box: uuid::Uuid) -> Option<String> {
    find(headers, &receipt_name(ballot_box)).filter(|receipt| (1..=128).contains(&receipt.len())).map(str::to_owned)
}

/// Keeps the receipt of a ballot where it was cast, so that it can be replaced from there.
#[must_use]
pub fn give_receipt(ballot_box: uuid::Uuid, receipt: &str, secure: bool) -> Option<HeaderValue> {
    set(&receipt_name(ballot_box), receipt, RECEIPT_SECONDS, secure)
}

/// The pass to a ballot that this browser holds.
#[must_use]
pub fn pass(headers: &HeaderMap, ballot_box: uuid::Uuid) -> Option<String> {
    find(headers, &pass_name(ballot_box)).filter(|pass| (1..=128).contains(&pass.len())).map(str::to_owned)
}

/// Keeps a pass until its ballot is cast; forgets it with an empty text.
#[must_use]
pub fn give_pass(ballot_box: uuid::Uuid, pass: &str, secure: bool) -> Option<HeaderValue> {
    set(&pass_name(ballot_box), pass, if pass.is_empty() { 0 } else { PASS_SECONDS }, secure)
}

fn pass_name(ballot_box: uuid::Uuid) -> String {
    format!("pass-{}", ballot_box.simple())
}

fn receipt_name(ballot_box: uuid::Uuid) -> String {
    format!("ballot-{}", ballot_box.simple())
}

fn set(name: &str, value: &str, seconds: u32, secure: bool) -> Option<HeaderValue> {
    let bound = if secure { "; Secure" } else { "" };
    HeaderValue::try_from(format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{bound}")).ok()
}

fn find<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.split_once('='))
        .find(|(key, _)| key.trim() == name)
        .map(|(_, value)| value.trim().trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cookies_are_found_by_their_whole_name() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("xparvis=no; lang=de"));
        headers.append(header::COOKIE, HeaderValue::from_static("parvis=abc"));
        assert_eq!(session(&headers, false).as_deref(), Some("abc"));
        assert_eq!(session(&headers, true), None);
        assert_eq!(lang(&headers), Some(Lang::De));
    }

    #[test]
    fn the_way_back_leads_to_our_own_pages() {
        let check = |value: &HeaderValue, expected: Option<&str>| {
            let mut headers = HeaderMap::new();
            let pair = value.to_str().unwrap().split(';').next().unwrap();
            headers.append(header::COOKIE, HeaderValue::try_from(pair).unwrap());
            assert_eq!(next(&headers).as_deref(), expected);
        };
        check(&give_next("/c/halle/p/1?page=2&x=é", false).unwrap(), Some("/c/halle/p/1?page=2&x=é"));
        check(&give_next("", false).unwrap(), None);
        check(&HeaderValue::from_static("next=%2F%2Fevil.example"), None);
    }

    #[test]
    fn on_https_the_cookie_is_bound_to_the_host() {
        let value = give_session("t", true).unwrap();
        assert_eq!(value.to_str().unwrap(), "__Host-parvis=t; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure");
        assert!(!drop_session(false).unwrap().to_str().unwrap().contains("Secure"));
    }
}
