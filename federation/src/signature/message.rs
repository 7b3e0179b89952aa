//! A request seen with our own origin: the values that a signature may cover.

use http::HeaderMap;
use url::Url;

use super::{Refused, Request};

/// A request that came to us.
pub(super) struct Message<'a> {
    pub(super) method: &'a str,
    pub(super) path_and_query: &'a str,
    pub(super) headers: &'a HeaderMap,
    pub(super) body: &'a [u8],
    pub(super) origin: &'a Url,
}

impl<'a> Message<'a> {
    pub(super) fn new(request: &Request<'a>, origin: &'a Url) -> Result<Self, Refused> {
        let Request { method, path_and_query, headers, body } = *request;
        // What would break a line of the base would let two requests have the same base.
        if method.is_empty() || !method.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(Refused::Malformed("not a method"));
        }
        if !path_and_query.starts_with('/') || path_and_query.bytes().any(|byte| byte <= b' ' || byte == 0x7f) {
            return Err(Refused::Malformed("not a path"));
        }
        Ok(Self { method, path_and_query, headers, body, origin })
    }

    /// The path, without query.
    pub(super) fn path(&self) -> &'a str {
        self.path_and_query.split_once('?').map_or(self.path_and_query, |(path, _)| path)
    }

    /// The query, without its question mark.
    pub(super) fn query(&self) -> Option<&'a str> {
        self.path_and_query.split_once('?').map(|(_, query)| query)
    }

    /// Host, and port unless it is the usual one.
    pub(super) fn authority(&self) -> String {
        authority(self.origin)
    }

    /// Whether the body must be covered.
    pub(super) fn has_body(&self) -> bool {
        !self.body.is_empty() || matches!(self.method, "POST" | "PUT" | "PATCH")
    }

    /// Appends the value of a header: all its lines, trimmed, with a comma between.
    ///
    /// # Errors
    /// When it is not there, or when it is `Host` and names somebody else.
    pub(super) fn append_field(&self, name: &str, base: &mut Vec<u8>) -> Result<(), Refused> {
        let mut values = self.headers.get_all(name).iter();
        let Some(first) = values.next() else {
            // HTTP/2 has no Host header. Whoever signed one wrote our authority into it, or does not mean us.
            return if name == "host" {
                base.extend(self.authority().bytes());
                Ok(())
            } else {
                Err(Refused::Malformed("a signed header is not there"))
            };
        };
        base.extend(first.as_bytes().trim_ascii());
        for value in values {
            if is_single(name) {
                return Err(Refused::Malformed("a signed header is there twice"));
            }
            base.extend(b", ");
            base.extend(value.as_bytes().trim_ascii());
        }
        if name == "host" && !self.is_our_authority(first.as_bytes().trim_ascii()) {
            return Err(Refused::Policy("signed for another host"));
        }
        Ok(())
    }

    fn is_our_authority(&self, host: &[u8]) -> bool {
        let ours = self.authority();
        let usual: &[u8] = if self.origin.scheme() == "https" { b":443" } else { b":80" };
        let is_ours = |host: &[u8]| host.eq_ignore_ascii_case(ours.as_bytes());
        is_ours(host) || (self.origin.port().is_none() && host.strip_suffix(usual).is_some_and(is_ours))
    }
}

/// Host of an address, and port unless it is the usual one.
pub(super) fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// Headers that say one thing and would contradict themselves with two.
fn is_single(name: &str) -> bool {
    matches!(name, "host" | "date" | "digest" | "content-digest" | "content-type" | "content-length")
}
