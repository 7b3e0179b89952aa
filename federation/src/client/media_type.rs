//! What an answer says it is. Another server's visitors may upload anything; only what its software itself calls a document is one.

use http::HeaderMap;
use http::header::CONTENT_TYPE;

/// The namespace that a document in JSON-LD must name.
const PROFILE: &str = "https://www.w3.org/ns/activitystreams";

/// A content type: the type itself, in lower case, and its profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MediaType {
    essence: String,
    profile: String,
}

impl MediaType {
    /// The content type of an answer, if it names exactly one.
    pub(super) fn of(headers: &HeaderMap) -> Option<Self> {
        let mut values = headers.get_all(CONTENT_TYPE).iter();
        let (Some(value), None) = (values.next(), values.next()) else { return None };
        Self::parse(value.to_str().ok()?)
    }

    fn parse(text: &str) -> Option<Self> {
        let mut parts = Parts(text);
        let essence = parts.next()?.trim().to_ascii_lowercase();
        let is_type = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&byte);
        let (kind, subtype) = essence.split_once('/')?;
        if kind.is_empty() || subtype.is_empty() || !kind.bytes().chain(subtype.bytes()).all(is_type) {
            return None;
        }
        let mut profile = None;
        for parameter in parts {
            let Some((name, value)) = parameter.split_once('=') else { continue };
            if name.trim().eq_ignore_ascii_case("profile") && profile.replace(unquoted(value.trim())).is_some() {
                return None;
            }
        }
        Some(Self { essence, profile: profile.unwrap_or_default() })
    }

    /// The type, without parameters.
    pub(super) fn essence(self) -> String {
        self.essence
    }

    /// What ActivityPub calls a document.
    pub(super) fn is_activity(&self) -> bool {
        match self.essence.as_str() {
            "application/activity+json" => true,
            "application/ld+json" => self.profile.split_ascii_whitespace().any(|profile| profile == PROFILE),
            _ => false,
        }
    }

    /// What describes a host or its people.
    pub(super) fn is_description(&self) -> bool {
        matches!(self.essence.as_str(), "application/jrd+json" | "application/json")
    }

    /// A picture.
    pub(super) fn is_image(&self) -> bool {
        self.essence.starts_with("image/")
    }
}

/// What stands between semicolons that are not inside quotation marks.
struct Parts<'a>(&'a str);

impl<'a> Iterator for Parts<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        if self.0.is_empty() {
            return None;
        }
        let (mut is_quoted, mut is_escaped) = (false, false);
        let end = self.0.find(|letter: char| {
            let ends = letter == ';' && !is_quoted;
            if letter == '"' && !is_escaped {
                is_quoted = !is_quoted;
            }
            is_escaped = is_quoted && letter == '\\' && !is_escaped;
            ends
        });
        let (part, rest) = end.and_then(|at| self.0.split_at_checked(at)).unwrap_or((self.0, ""));
        self.0 = rest.get(1..).unwrap_or_default();
        Some(part)
    }
}

fn unquoted(value: &str) -> String {
    match value.strip_prefix('"').and_then(|inside| inside.strip_suffix('"')) {
        Some(inside) => inside.replace('\\', ""),
        None => value.to_owned(),
    }
}
