//! Documents of the network read strictly: every key is known, every value has its bounds. What is odd is refused whole, never mended.

use domain::Timestamp;
use serde_json::{Map, Value};

/// The field that is not as it must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not as it must be")]
pub struct Unfit(pub &'static str);

/// Longest address, in bytes.
const ADDRESS_MAX: usize = 2_048;
/// Longest code of a channel, level or reason, in bytes.
const CODE_MAX: usize = 40;

/// An object whose keys are all known.
#[derive(Clone, Copy)]
pub(super) struct Strict<'a>(&'a Map<String, Value>);

impl<'a> Strict<'a> {
    /// Reads an object that has these keys and no others.
    pub(super) fn new(value: &'a Value, what: &'static str, known: &[&str]) -> Result<Self, Unfit> {
        let map = value.as_object().ok_or(Unfit(what))?;
        let all = known.iter().all(|key| map.contains_key(*key)) && map.keys().all(|key| known.contains(&key.as_str()));
        if all { Ok(Self(map)) } else { Err(Unfit(what)) }
    }

    pub(super) fn value(self, key: &'static str) -> Result<&'a Value, Unfit> {
        self.0.get(key).ok_or(Unfit(key))
    }

    /// A text of at most so many bytes, without control characters but the end of a line.
    pub(super) fn text(self, key: &'static str, max: usize) -> Result<String, Unfit> {
        let text = self.value(key)?.as_str().filter(|text| text.len() <= max).ok_or(Unfit(key))?;
        let odd = text.chars().any(|letter| letter.is_control() && letter != '\n');
        if odd { Err(Unfit(key)) } else { Ok(text.to_owned()) }
    }

    /// A text that must be this one.
    pub(super) fn is(self, key: &'static str, expected: &str) -> Result<(), Unfit> {
        if self.value(key)? == expected { Ok(()) } else { Err(Unfit(key)) }
    }

    /// A web address.
    pub(super) fn address(self, key: &'static str) -> Result<String, Unfit> {
        let text = self.text(key, ADDRESS_MAX)?;
        let url = url::Url::parse(&text).map_err(|_not_an_address| Unfit(key))?;
        let web = matches!(url.scheme(), "http" | "https") && url.has_host() && url.username().is_empty() && url.password().is_none();
        if web && url.as_str() == text { Ok(text) } else { Err(Unfit(key)) }
    }

    /// A code: small letters, `_` and `-`; perhaps empty.
    pub(super) fn code(self, key: &'static str) -> Result<String, Unfit> {
        let text = self.text(key, CODE_MAX)?;
        let plain = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_' || byte == b'-');
        if plain { Ok(text) } else { Err(Unfit(key)) }
    }

    /// A lower-case hexadecimal SHA-256.
    pub(super) fn digest(self, key: &'static str) -> Result<String, Unfit> {
        let text = self.text(key, 64)?;
        let hexadecimal = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        if hexadecimal { Ok(text) } else { Err(Unfit(key)) }
    }

    /// A whole number that is not negative.
    pub(super) fn number(self, key: &'static str) -> Result<u64, Unfit> {
        self.value(key)?.as_u64().ok_or(Unfit(key))
    }

    pub(super) fn flag(self, key: &'static str) -> Result<bool, Unfit> {
        self.value(key)?.as_bool().ok_or(Unfit(key))
    }

    /// A moment, in RFC 3339.
    pub(super) fn moment(self, key: &'static str) -> Result<Timestamp, Unfit> {
        self.text(key, CODE_MAX)?.parse().map_err(|_no_moment| Unfit(key))
    }

    /// A list of at most so many.
    pub(super) fn list(self, key: &'static str, max: usize) -> Result<&'a [Value], Unfit> {
        self.value(key)?.as_array().filter(|list| list.len() <= max).map(Vec::as_slice).ok_or(Unfit(key))
    }

    /// A value that is read by its canonical text.
    pub(super) fn parsed<T: std::str::FromStr>(self, key: &'static str, max: usize) -> Result<T, Unfit> {
        self.text(key, max)?.parse().map_err(|_unknown| Unfit(key))
    }
}

/// A small number in a list.
pub(super) fn small(value: &Value, key: &'static str) -> Result<u32, Unfit> {
    value.as_u64().and_then(|number| u32::try_from(number).ok()).ok_or(Unfit(key))
}
