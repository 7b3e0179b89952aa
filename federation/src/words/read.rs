//! Patience with JSON: each property may be a value, a list of one, an object, null or absent; numbers and nested lists are never an address.

use jiff::Timestamp;
use serde_json::{Map, Value};
use url::Url;

use super::{Bad, PUBLIC};

/// Longest address, in bytes.
pub(super) const URL_MAX: usize = 2_048;
/// Most addressees that are read.
pub(super) const ADDRESSEES_MAX: usize = 200;
/// Prefixes under which others write the words of ActivityStreams.
const PREFIXES: [&str; 3] = ["https://www.w3.org/ns/activitystreams#", "http://www.w3.org/ns/activitystreams#", "as:"];

/// A JSON object whose properties are read.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a>(&'a Map<String, Value>);

impl<'a> Reader<'a> {
    /// Reads an object, or says that `what` is not one.
    pub(super) fn new(value: &'a Value, what: &'static str) -> Result<Self, Bad> {
        value.as_object().map(Self).ok_or(Bad::Shape(what))
    }

    /// The whole object, as it came: what is signed is checked as it came.
    pub(super) fn whole(self) -> Value {
        Value::Object(self.0.clone())
    }

    /// A property as it is; null is as if it were not there.
    pub(super) fn value(self, name: &str) -> Option<&'a Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// The values of a property, one or many. A list in a list stays one value.
    pub(super) fn values(self, name: &str) -> &'a [Value] {
        match self.value(name) {
            Some(Value::Array(list)) => list,
            Some(one) => std::slice::from_ref(one),
            None => &[],
        }
    }

    /// The one type: a word, or a list of one word (B19: a thing of two kinds is none).
    pub(super) fn kind(self) -> Result<&'a str, Bad> {
        let word = match self.values("type") {
            [] => return Err(Bad::Missing("type")),
            [one] => one.as_str().ok_or(Bad::Shape("type"))?,
            _ => return Err(Bad::Shape("type")),
        };
        Ok(PREFIXES.iter().find_map(|prefix| word.strip_prefix(prefix)).unwrap_or(word))
    }

    /// The id: a plain address and nothing else.
    pub(super) fn id(self) -> Result<Url, Bad> {
        match self.value("id") {
            Some(Value::String(text)) => address(text).map_err(|fault| fault.of("id")),
            Some(_) => Err(Bad::Shape("id")),
            None => Err(Bad::Missing("id")),
        }
    }

    /// An address that must be there: a string, an object with an id, or a list of one of them.
    pub(super) fn url(self, name: &'static str) -> Result<Url, Bad> {
        match self.values(name) {
            [] => Err(Bad::Missing(name)),
            [one] => reference(one).map_err(|fault| fault.of(name)),
            _ => Err(Bad::Shape(name)),
        }
    }

    /// An address that may be there; what is not one is as if it were not there. Of several, the first.
    pub(super) fn optional_url(self, name: &str) -> Option<Url> {
        self.values(name).first().and_then(|value| reference(value).ok())
    }

    /// Addresses; what is none is passed over.
    pub(super) fn urls(self, name: &str, max: usize) -> Vec<Url> {
        self.values(name).iter().take(max).filter_map(|value| reference(value).ok()).collect()
    }

    /// A text; anything else is as if it were not there.
    pub(super) fn text(self, name: &str) -> Option<&'a str> {
        match self.values(name) {
            [one, ..] => one.as_str(),
            [] => None,
        }
    }

    /// A text with its translations: `name`, else a value of `nameMap`, with its language where one says so.
    pub(super) fn translated(self, name: &str, map: &str) -> Option<(&'a str, Option<&'a str>)> {
        let of = |property| self.value(property).and_then(Value::as_object).map(entries);
        let texts = of(map).or_else(|| of(name)).unwrap_or_default();
        match self.text(name) {
            Some(text) => Some((text, texts.iter().find(|(_, value)| *value == text).map(|(lang, _)| *lang))),
            None => texts.first().map(|(lang, value)| (*value, Some(*lang))),
        }
    }

    /// Whether a property says yes.
    pub(super) fn flag(self, name: &str) -> bool {
        self.value(name).and_then(Value::as_bool).unwrap_or(false)
    }

    /// A moment; anything else is as if it were not there.
    pub(super) fn moment(self, name: &str) -> Option<Timestamp> {
        self.text(name).and_then(|text| text.parse().ok())
    }

    /// The object in a property, if it is one.
    pub(super) fn object(self, name: &str) -> Option<Self> {
        self.values(name).first().and_then(Value::as_object).map(Reader)
    }

    /// The objects in a property, one or many.
    pub(super) fn objects(self, name: &str, max: usize) -> impl Iterator<Item = Self> {
        self.values(name).iter().take(max).filter_map(Value::as_object).map(Reader)
    }
}

/// The entries of a language map in an order of their own: what is read may not depend on the order of keys (B18).
fn entries(map: &Map<String, Value>) -> Vec<(&str, &str)> {
    let mut entries: Vec<(&str, &str)> = map.iter().filter_map(|(lang, value)| Some((lang.as_str(), value.as_str()?))).collect();
    entries.sort_unstable();
    entries
}

/// What is wrong with an address.
#[derive(Debug, Clone, Copy)]
pub(super) enum Fault {
    /// It is none.
    Shape,
    /// It is longer than anybody needs.
    TooLong,
}

impl Fault {
    /// The fault, said of a property.
    pub(super) const fn of(self, name: &'static str) -> Bad {
        match self {
            Self::Shape => Bad::Shape(name),
            Self::TooLong => Bad::TooLong(name),
        }
    }
}

/// A web address: http(s), with a host, without a user. The three ways to write "everybody" become one.
pub(super) fn address(text: &str) -> Result<Url, Fault> {
    if text.len() > URL_MAX {
        return Err(Fault::TooLong);
    }
    let text = if matches!(text, "as:Public" | "Public") { PUBLIC } else { text };
    let url = Url::parse(text).map_err(|_not_an_address| Fault::Shape)?;
    let is_web = matches!(url.scheme(), "http" | "https") && url.host_str().is_some_and(|host| !host.is_empty());
    if is_web && url.username().is_empty() && url.password().is_none() { Ok(url) } else { Err(Fault::Shape) }
}

/// An address said by itself, or by an object that has it as its id (or as its `href`).
pub(super) fn reference(value: &Value) -> Result<Url, Fault> {
    let text = match value {
        Value::String(text) => Some(text.as_str()),
        Value::Object(object) => object.get("id").or_else(|| object.get("href")).and_then(Value::as_str),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => None,
    };
    address(text.ok_or(Fault::Shape)?)
}

/// The code of a language (BCP 47), without nonsense and without "undetermined".
pub(super) fn language(text: &str) -> Option<String> {
    let mut parts = text.split(['-', '_']);
    let primary = parts.next().unwrap_or_default().to_ascii_lowercase();
    let is_code =
        (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_lowercase()) && primary != "und" && primary != "zxx";
    let rest: Vec<&str> = parts.take(4).collect();
    let is_tag = rest.iter().all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    (is_code && is_tag).then(|| std::iter::once(primary.as_str()).chain(rest).collect::<Vec<_>>().join("-"))
}

/// The start of a text, at most so many characters.
pub(super) fn clamp(text: &str, max: usize) -> String {
    text.chars().take(max).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_address_is_said_in_many_ways() {
        let check = |value: &Value, expected: Option<&str>| {
            let document = json!({ "object": value });
            let read = Reader::new(&document, "test").unwrap().url("object");
            assert_eq!(read.ok().map(|url| url.to_string()).as_deref(), expected, "{value}");
        };
        let there = Some("https://a.example/1");
        check(&json!("https://a.example/1"), there);
        check(&json!(["https://a.example/1"]), there);
        check(&json!({ "type": "Note", "id": "https://a.example/1" }), there);
        check(&json!([{ "id": "https://a.example/1" }]), there);
        check(&json!({ "type": "Link", "href": "https://a.example/1" }), there);
        check(&json!("as:Public"), Some(PUBLIC));
        check(&json!("Public"), Some(PUBLIC));
        for wrong in
            [json!(null), json!(4), json!([[]]), json!([["https://a.example/1"]]), json!([]), json!({ "id": ["https://a.example/1"] })]
        {
            check(&wrong, None);
        }
        check(&json!(["https://a.example/1", "https://a.example/2"]), None);
        for wrong in ["", "a", "/a", "javascript:alert(1)", "https://", "ftp://a.example/", "https://u@a.example/1", "urn:x"] {
            check(&json!(wrong), None);
        }
        check(&json!(format!("https://a.example/{}", "a".repeat(URL_MAX))), None);
    }

    #[test]
    fn languages() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(language(text).as_deref(), expected, "{text}");
        check("fr", Some("fr"));
        check("FR-fr", Some("fr-fr"));
        check("pt_BR", Some("pt-BR"));
        check("zh-Hant", Some("zh-Hant"));
        check("und", None);
        check("", None);
        check("français", None);
        check("fr-", None);
    }

    #[test]
    fn texts_with_translations() {
        let check = |document: Value, expected: Option<(&str, Option<&str>)>| {
            let reader = Reader::new(&document, "test").unwrap();
            assert_eq!(reader.translated("content", "contentMap"), expected, "{document}");
        };
        check(json!({ "content": "a" }), Some(("a", None)));
        check(json!({ "content": "b", "contentMap": { "en": "a", "fr": "b" } }), Some(("b", Some("fr"))));
        check(json!({ "contentMap": { "fr": "b", "en": "a" } }), Some(("a", Some("en"))));
        check(json!({ "content": { "fr": "b" } }), Some(("b", Some("fr"))));
        check(json!({ "content": null, "contentMap": { "fr": null } }), None);
        check(json!({ "content": ["a"] }), Some(("a", None)));
        check(json!({ "content": 4 }), None);
    }
}
