//! Who the client is: the other end of the socket, or what a trusted proxy says.

use std::net::{IpAddr, SocketAddr};

use http::{HeaderMap, HeaderName, header};

use crate::config::Network;

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

pub use web::ClientAddress;

/// The client's address. The headers count only when the peer is a trusted proxy; the addresses are then walked from the right, past
/// trusted proxies, to the first that is not one. An entry that is no address ends the walk: what stands left of it was written by
/// nobody we trust. When the two headers disagree neither is believed, as the proxy writes one and lets the client's other through.
#[must_use]
pub fn client_address(peer: IpAddr, headers: &HeaderMap, proxies: &[Network]) -> IpAddr {
    let peer = peer.to_canonical();
    let trusted = |address: IpAddr| proxies.iter().any(|network| network.contains(address));
    if !trusted(peer) {
        return peer;
    }
    let old = headers.contains_key(X_FORWARDED_FOR).then(|| walk(peer, entries(headers, &X_FORWARDED_FOR).map(Some), trusted));
    let new = headers.contains_key(header::FORWARDED).then(|| walk(peer, entries(headers, &header::FORWARDED).map(forwarded_for), trusted));
    match (old, new) {
        (Some(old), Some(new)) if old != new => peer,
        (Some(address), _) | (None, Some(address)) => address,
        (None, None) => peer,
    }
}

/// The comma-separated entries of all lines of a header, the last first. A line that is no text counts as one unreadable entry.
fn entries<'a>(headers: &'a HeaderMap, name: &HeaderName) -> impl Iterator<Item = &'a str> {
    let lines: Vec<&str> = headers.get_all(name).iter().map(|line| line.to_str().unwrap_or_default()).collect();
    lines.into_iter().rev().flat_map(|line| line.rsplit(','))
}

fn walk<'a>(peer: IpAddr, entries: impl Iterator<Item = Option<&'a str>>, trusted: impl Fn(IpAddr) -> bool) -> IpAddr {
    let mut believed = peer;
    for entry in entries {
        let Some(address) = entry.and_then(parse) else { break };
        believed = address;
        if !trusted(address) {
            break;
        }
    }
    believed
}

/// The value of `for=` in one entry of `Forwarded` (RFC 7239).
fn forwarded_for(entry: &str) -> Option<&str> {
    entry.split(';').find_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        name.trim().eq_ignore_ascii_case("for").then(|| value.trim().trim_matches('"'))
    })
}

/// An address with or without a port, an IPv6 address with or without brackets.
fn parse(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    let address = bare.parse::<IpAddr>().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|socket| socket.ip()))?;
    Some(address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(peer: &str, lines: &[(&'static str, &str)], expected: &str) {
        let proxies: Vec<Network> = ["127.0.0.1", "::1", "10.0.0.0/8"].iter().map(|text| text.parse().unwrap()).collect();
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(*name, value.parse().unwrap());
        }
        assert_eq!(client_address(peer.parse().unwrap(), &headers, &proxies).to_string(), expected, "{peer} {lines:?}");
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        check("203.0.113.5", &[], "203.0.113.5");
        check("203.0.113.5", &[("x-forwarded-for", "198.51.100.1")], "203.0.113.5");
        check("203.0.113.5", &[("forwarded", "for=198.51.100.1")], "203.0.113.5");
        check("127.0.0.1", &[], "127.0.0.1");
        check("127.0.0.1", &[("x-forwarded-for", "198.51.100.1")], "198.51.100.1");
        check("::ffff:127.0.0.1", &[("x-forwarded-for", "198.51.100.1")], "198.51.100.1");
        check("::1", &[("forwarded", "for=\"[2001:db8::7]:4711\";proto=https")], "2001:db8::7");
    }

    #[test]
    fn the_rightmost_untrusted_hop_is_the_client() {
        check("127.0.0.1", &[("x-forwarded-for", "1.1.1.1, 198.51.100.1, 10.2.0.1")], "198.51.100.1");
        check("127.0.0.1", &[("x-forwarded-for", "1.1.1.1"), ("x-forwarded-for", "198.51.100.1")], "198.51.100.1");
        check("127.0.0.1", &[("x-forwarded-for", "10.0.0.3, 10.0.0.2")], "10.0.0.3");
        check("127.0.0.1", &[("x-forwarded-for", "198.51.100.1:8123")], "198.51.100.1");
        check("127.0.0.1", &[("forwarded", "for=1.1.1.1, For=198.51.100.1;by=10.0.0.1, for=10.0.0.2")], "198.51.100.1");
    }

    #[test]
    fn nonsense_and_contradictions_fall_back_to_what_is_known() {
        check("127.0.0.1", &[("x-forwarded-for", "1.1.1.1, unknown, 10.0.0.2")], "10.0.0.2");
        check("127.0.0.1", &[("x-forwarded-for", "")], "127.0.0.1");
        check("127.0.0.1", &[("forwarded", "for=_hidden")], "127.0.0.1");
        check("127.0.0.1", &[("forwarded", "proto=https")], "127.0.0.1");
        check("127.0.0.1", &[("x-forwarded-for", "198.51.100.1"), ("forwarded", "for=1.1.1.1")], "127.0.0.1");
        check("127.0.0.1", &[("x-forwarded-for", "198.51.100.1"), ("forwarded", "for=198.51.100.1")], "198.51.100.1");
    }
}
