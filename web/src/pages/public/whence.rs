//! Whence a voice comes: the full handle of somebody on another server, and the address of the original.

use domain::contribution::Origin;
use domain::text;
use store::contributions::Contribution;
use url::Url;

/// Another server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Whence {
    /// `@name@host`.
    pub(crate) handle: String,
    /// The original, when it has an address of the web.
    pub(crate) original: Option<String>,
    /// The territory whose server it is, if that carries the same consultation.
    pub(crate) territory: Option<String>,
}

impl Whence {
    /// Where a contribution was received from, or where its author came from; nothing for people of this instance.
    pub(crate) fn of(contribution: &Contribution, username: Option<&str>) -> Option<Self> {
        if contribution.origin != Origin::Remote.code() {
            // Somebody of another server who wrote here: the only handles with a host in them.
            let username = username.filter(|username| username.contains('@'))?;
            return Some(Self { handle: format!("@{}", text::line(username)), original: None, territory: None });
        }
        Self::at(contribution.uri.as_deref()?, username?)
    }

    fn at(uri: &str, username: &str) -> Option<Self> {
        let url = Url::parse(uri).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
        let host = url.host_str()?;
        let host = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
        Some(Self { handle: format!("@{}@{host}", text::line(username)), original: Some(url.into()), territory: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handles_name_their_server() {
        let check = |uri: &str, name: &str, expected: Option<&str>| {
            assert_eq!(Whence::at(uri, name).map(|whence| whence.handle).as_deref(), expected, "{uri}");
        };
        check("https://far.example/notes/1", "bo", Some("@bo@far.example"));
        check("http://localhost:8081/objects/1", "bo", Some("@bo@localhost:8081"));
        check("https://évry.example/1", "b\u{202E}o", Some("@bo@xn--vry-9la.example"));
        check("javascript:alert(1)", "bo", None);
        check("urn:uuid:1", "bo", None);
    }
}
