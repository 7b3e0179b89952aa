//! The rules that every address is held against before anything is sent to it.

use std::net::IpAddr;

use url::{Host, Url};

use super::Guard;
use super::address;
use crate::words::{authority, same_authority};

/// Longest address that is asked for.
const ADDRESS_MAX: usize = 4_096;

/// Who may be spoken to, and how.
#[derive(Debug, Clone)]
pub(super) struct Walls {
    /// Whether a server may have this address.
    pub(super) allows: fn(IpAddr) -> bool,
    /// Whether plain http and any port will do.
    pub(super) is_lab: bool,
    /// Ourselves, who are nobody's peer.
    pub(super) origin: Url,
}

impl Walls {
    pub(super) fn new(guard: Guard) -> Self {
        let Guard { allow_private_networks: is_lab, origin } = guard;
        Self { allows: if is_lab { address::is_public_or_private } else { address::is_public }, is_lab, origin }
    }

    /// Why nothing may be sent to this address, if it may not. A name is judged by the addresses it has when it is connected to.
    pub(super) fn check(&self, url: &Url) -> Result<(), &'static str> {
        match url.scheme() {
            "https" => {}
            "http" if self.is_lab => {}
            _ => return Err("the address is not https"),
        }
        if url.as_str().len() > ADDRESS_MAX {
            return Err("the address is too long");
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err("the address holds a name or a password");
        }
        if url.port().is_some() && !self.is_lab {
            return Err("the address has a port");
        }
        if same_authority(&self.origin, url) {
            return Err("the address is our own");
        }
        let is_allowed = match url.host() {
            Some(Host::Domain(name)) => !name.trim_matches('.').is_empty(),
            Some(Host::Ipv4(address)) => (self.allows)(IpAddr::V4(address)),
            Some(Host::Ipv6(address)) => (self.allows)(IpAddr::V6(address)),
            None => false,
        };
        if is_allowed { Ok(()) } else { Err(NOT_PUBLIC) }
    }

    /// The address of a document every host has in the same place.
    pub(super) fn well_known(&self, host: &str, path: &str) -> Result<Url, &'static str> {
        let scheme = if self.is_lab { self.origin.scheme() } else { "https" };
        let Ok(url) = Url::parse(&format!("{scheme}://{host}{path}")) else { return Err("not a host") };
        // A host that holds a slash, a question mark or an at sign would have moved the path elsewhere.
        let is_only_a_host = url.path() == path && url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
        if is_only_a_host && !authority(&url).is_empty() { Ok(url) } else { Err("not a host") }
    }
}

/// Why an address is refused that is not public.
pub(super) const NOT_PUBLIC: &str = "the address is not public";
