//! The public origin of an instance, from which every id is built.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;

use url::{Host, Url};

/// `scheme://host[:port]`, without path, query or fragment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl(Url);

impl PublicUrl {
    /// `http://localhost:PORT`, the origin of an instance that nobody configured.
    ///
    /// # Panics
    /// Never: the text is an origin whatever the port.
    #[must_use]
    #[expect(clippy::expect_used, reason = "a literal with a port number is always a URL")]
    pub fn local(port: u16) -> Self {
        Self(Url::parse(&format!("http://localhost:{port}")).expect("a valid origin"))
    }

    /// The URL, with the `/` that the `url` crate gives to an origin.
    #[must_use]
    pub const fn url(&self) -> &Url {
        &self.0
    }

    /// The origin as written in an id: no slash at the end.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.0.as_str().trim_end_matches('/')
    }

    /// The host name or address, an IPv6 address in brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// Whether people reach it by https.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.0.scheme() == "https"
    }

    /// Whether the host can be reached from the whole Internet, as far as its name tells.
    #[must_use]
    pub fn is_on_a_public_name(&self) -> bool {
        match self.0.host() {
            None => false,
            Some(Host::Domain(name)) => is_public_name(name),
            Some(Host::Ipv4(address)) => is_public_address(IpAddr::V4(address)),
            Some(Host::Ipv6(address)) => is_public_address(IpAddr::V6(address)),
        }
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.origin())
    }
}

impl FromStr for PublicUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let url = Url::parse(text).map_err(|error| format!("`{text}` is not a URL ({error})"))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(format!("its scheme is `{}`", url.scheme()));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err("it holds a user name or a password".to_owned());
        }
        if url.path() != "/" {
            return Err(format!("it has a path, `{}`", url.path()));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err("it has a query or a fragment".to_owned());
        }
        if url.host_str().is_none_or(str::is_empty) {
            return Err("it has no host".to_owned());
        }
        Ok(Self(url))
    }
}

/// A name with no dot, or below a suffix that is reserved for private use, is on no public network.
fn is_public_name(name: &str) -> bool {
    const PRIVATE: [&str; 7] = ["localhost", "local", "internal", "lan", "test", "home.arpa", "localdomain"];
    let name = name.trim_end_matches('.');
    let private = |suffix: &&str| name.strip_suffix(*suffix).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    name.contains('.') && !PRIVATE.iter().any(private)
}

fn is_public_address(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(v4) => {
            let [first, second, ..] = v4.octets();
            let carrier_nat = first == 100 && (64..128).contains(&second);
            !(v4.is_loopback() || v4.is_private() || v4.is_link_local() || v4.is_unspecified() || carrier_nat)
        }
        IpAddr::V6(v6) => !(v6 == Ipv6Addr::LOCALHOST || v6.is_unspecified() || v6.is_unique_local() || v6.is_unicast_link_local()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_read_and_anything_more_is_refused() {
        for (text, origin) in [
            ("http://localhost:8080", "http://localhost:8080"),
            ("https://Participer.Example/", "https://participer.example"),
            ("https://ville.example:443", "https://ville.example"),
            ("http://[::1]:8080", "http://[::1]:8080"),
        ] {
            assert_eq!(text.parse::<PublicUrl>().unwrap().origin(), origin);
        }
        for text in [
            "",
            "ville.example",
            "ftp://ville.example",
            "https://ville.example/parvis",
            "https://ville.example/?a",
            "https://ville.example/#a",
            "https://me@ville.example",
            "https:///",
        ] {
            assert!(text.parse::<PublicUrl>().is_err(), "{text}");
        }
    }

    #[test]
    fn public_and_private_names_are_told_apart() {
        for (text, public) in [
            ("https://participer.ville.fr", true),
            ("https://ville.example", true),
            ("https://203.0.113.7", true),
            ("https://[2001:db8::1]", true),
            ("https://notlocalhost.fr", true),
            ("http://localhost:8080", false),
            ("http://lille.localhost", false),
            ("http://mairie.local", false),
            ("http://parvis", false),
            ("http://127.0.0.1", false),
            ("http://10.1.2.3", false),
            ("http://100.64.0.1", false),
            ("http://[::1]", false),
            ("http://[fd00::1]", false),
            ("http://[::ffff:10.0.0.1]", false),
        ] {
            assert_eq!(text.parse::<PublicUrl>().unwrap().is_on_a_public_name(), public, "{text}");
        }
    }
}
