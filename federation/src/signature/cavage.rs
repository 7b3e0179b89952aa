//! The draft "Signing HTTP Messages" (Cavage, version 12), as the fediverse speaks it.

use http::HeaderName;
use http::header::DATE;
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;

use super::message::Message;
use super::policy::{check_created, check_expires, check_key_id, signature_bytes};
use super::structured::Malformed;
use super::{Claim, KeyKind, Refused, Scheme, digest};

/// Longest header that is read, in bytes.
const FIELD_MAX: usize = 8 * 1024;
/// Most parameters.
const PARAMETERS_MAX: usize = 16;
/// Most signed headers.
const HEADERS_MAX: usize = 32;
/// Longest date that is read, in bytes.
const DATE_MAX: usize = 40;

/// The parameters of a `Signature` header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameters<'a> {
    /// The key.
    pub key_id: &'a str,
    /// The algorithm.
    pub algorithm: Option<&'a str>,
    /// The signed headers, in order, in small letters.
    pub headers: Vec<String>,
    /// The signature, in base 64.
    pub signature: &'a str,
    /// When it was made, in seconds.
    pub created: Option<i64>,
    /// Until when it is good, in seconds.
    pub expires: Option<i64>,
}

impl Parameters<'_> {
    fn covers(&self, name: &str) -> bool {
        self.headers.iter().any(|known| known == name)
    }
}

/// Reads a `Signature` header. Parameters that we do not know are passed over; none may be there twice.
///
/// # Errors
/// What is wrong with it.
pub fn parse(text: &str) -> Result<Parameters<'_>, Malformed> {
    if text.len() > FIELD_MAX || !text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\t')) {
        return Err(Malformed("the signature is too long or not plain text"));
    }
    let all = pairs(text)?;
    let get = |name: &str| all.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
    let number = |name: &str| get(name).map(|value| whole(value).ok_or(Malformed("a time is not a number"))).transpose();
    Ok(Parameters {
        key_id: get("keyId").ok_or(Malformed("no key is named"))?,
        algorithm: get("algorithm"),
        headers: signed_headers(get("headers").unwrap_or("date"))?,
        signature: get("signature").ok_or(Malformed("no signature in the signature"))?,
        created: number("created")?,
        expires: number("expires")?,
    })
}

/// The names and values, quotes taken off.
fn pairs(text: &str) -> Result<Vec<(&str, &str)>, Malformed> {
    const BAD: Malformed = Malformed("the signature is not well formed");
    let mut found: Vec<(&str, &str)> = Vec::new();
    let mut rest = text.trim();
    loop {
        let (name, after) = rest.split_once('=').ok_or(BAD)?;
        let name = name.trim();
        let (value, after) = match after.trim_start().strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').ok_or(BAD)?,
            None => after.split_at_checked(after.find(',').unwrap_or(after.len())).ok_or(BAD)?,
        };
        let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
        if !is_name || value.contains('\\') {
            return Err(BAD);
        }
        if found.iter().any(|(known, _)| known.eq_ignore_ascii_case(name)) {
            return Err(Malformed("a parameter is there twice"));
        }
        found.push((name, value.trim()));
        if found.len() > PARAMETERS_MAX {
            return Err(Malformed("too many parameters"));
        }
        match after.trim() {
            "" => return Ok(found),
            more => rest = more.strip_prefix(',').ok_or(BAD)?,
        }
    }
}

fn whole(text: &str) -> Option<i64> {
    let is_plain = (1..=15).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain { text.parse().ok() } else { None }
}

fn signed_headers(list: &str) -> Result<Vec<String>, Malformed> {
    let mut names: Vec<String> = Vec::new();
    for name in list.split_ascii_whitespace() {
        let name = name.to_ascii_lowercase();
        let is_special = matches!(name.as_str(), "(request-target)" | "(created)" | "(expires)");
        if !is_special && HeaderName::from_bytes(name.as_bytes()).is_err() {
            return Err(Malformed("a signed header has an impossible name"));
        }
        if names.contains(&name) {
            return Err(Malformed("a signed header is named twice"));
        }
        names.push(name);
        if names.len() > HEADERS_MAX {
            return Err(Malformed("too many signed headers"));
        }
    }
    Ok(names)
}

/// Reads the claim of a request signed this way.
pub(super) fn read(message: &Message<'_>, text: &str, now: Timestamp) -> Result<Claim, Refused> {
    let parameters = parse(text)?;
    let algorithm = algorithm(&parameters)?;
    check_covered(&parameters, message)?;
    check_key_id(parameters.key_id, message.origin)?;
    check_times(&parameters, message, now)?;
    let signature = signature_bytes(parameters.signature)?;
    if message.has_body() || parameters.covers("digest") {
        digest::check_digest(message.headers, message.body)?;
    }
    let mut bases = vec![base(&parameters, message, message.path_and_query)?];
    if message.query().is_some() {
        // Some sign the query and some do not.
        bases.push(base(&parameters, message, message.path())?);
    }
    Ok(Claim { key_id: parameters.key_id.to_owned(), scheme: Scheme::Cavage, algorithm, bases, signature })
}

/// `hs2019` means that the key says it, and nobody means more by saying nothing.
fn algorithm(parameters: &Parameters<'_>) -> Result<Option<KeyKind>, Refused> {
    match parameters.algorithm {
        None | Some("hs2019") => Ok(None),
        Some("rsa-sha256") if parameters.covers("(created)") || parameters.covers("(expires)") => {
            Err(Refused::Policy("this algorithm does not go with a time in the signature"))
        }
        Some("rsa-sha256") => Ok(Some(KeyKind::RsaSha256)),
        Some(_) => Err(Refused::Policy("an algorithm that is not used here")),
    }
}

fn check_covered(parameters: &Parameters<'_>, message: &Message<'_>) -> Result<(), Refused> {
    if !parameters.covers("(request-target)") {
        return Err(Refused::Policy("the address is not signed"));
    }
    if !parameters.covers("host") {
        return Err(Refused::Policy("the host is not signed"));
    }
    if !parameters.covers("date") && !parameters.covers("(created)") {
        return Err(Refused::Policy("the moment of signing is not signed"));
    }
    if message.has_body() && !parameters.covers("digest") {
        return Err(Refused::Policy("the digest is not signed"));
    }
    Ok(())
}

/// Every moment that is signed must be in the window; one that says when it is over is believed even if it is not signed.
fn check_times(parameters: &Parameters<'_>, message: &Message<'_>, now: Timestamp) -> Result<(), Refused> {
    let date = if parameters.covers("date") { Some(date(message)?) } else { None };
    let created = if parameters.covers("(created)") { parameters.created } else { None };
    for moment in [date, created].into_iter().flatten() {
        check_created(moment, now)?;
    }
    match (parameters.expires, created.or(date)) {
        (Some(expires), Some(moment)) => check_expires(expires, moment, now),
        _ => Ok(()),
    }
}

fn date(message: &Message<'_>) -> Result<i64, Refused> {
    const PARSER: DateTimeParser = DateTimeParser::new();
    let value = message.headers.get(DATE).ok_or(Refused::Malformed("a signed header is not there"))?;
    let text = value.to_str().ok().filter(|text| text.len() <= DATE_MAX);
    let moment = text.and_then(|text| PARSER.parse_timestamp(text.trim()).ok());
    moment.map(Timestamp::as_second).ok_or(Refused::Malformed("the date is not a date"))
}

/// What was signed, if this was, and if the address was `target`.
fn base(parameters: &Parameters<'_>, message: &Message<'_>, target: &str) -> Result<Vec<u8>, Refused> {
    let mut base = Vec::with_capacity(512);
    for name in &parameters.headers {
        if !base.is_empty() {
            base.push(b'\n');
        }
        base.extend(name.bytes());
        base.extend(b": ");
        match name.as_str() {
            "(request-target)" => {
                base.extend(message.method.bytes().map(|byte| byte.to_ascii_lowercase()));
                base.push(b' ');
                base.extend(target.bytes());
            }
            "(created)" => append_time(parameters.created, &mut base)?,
            "(expires)" => append_time(parameters.expires, &mut base)?,
            field => message.append_field(field, &mut base)?,
        }
    }
    Ok(base)
}

fn append_time(seconds: Option<i64>, base: &mut Vec<u8>) -> Result<(), Refused> {
    let seconds = seconds.ok_or(Refused::Malformed("a signed time is not there"))?;
    base.extend(seconds.to_string().bytes());
    Ok(())
}
