//! Which server an address belongs to, however the address is written.

use url::Url;

/// The host of an address as it is kept and compared: lower case, IDNA (by `url`), no final dot, and the port only where it is not the usual one.
/// Empty for an address without a host.
#[must_use]
pub fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default().trim_end_matches('.').to_ascii_lowercase();
    match url.port() {
        Some(port) if !host.is_empty() => format!("{host}:{port}"),
        Some(_) | None => host,
    }
}

/// Whether two addresses belong to the same server. An address without a host belongs to none.
#[must_use]
pub fn same_authority(one: &Url, other: &Url) -> bool {
    let host = authority(one);
    !host.is_empty() && host == authority(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// B11: the ways to write our name, and the names that only look like it.
    #[test]
    fn one_server_has_one_name() {
        let ours = Url::parse("https://ours.example/actor").unwrap();
        let check = |address: &str, expected: &str, same: bool| {
            let url = Url::parse(address).unwrap();
            assert_eq!(authority(&url), expected, "{address}");
            assert_eq!(same_authority(&ours, &url), same, "{address}");
        };
        check("https://ours.example/x", "ours.example", true);
        check("https://Ours.EXAMPLE/x", "ours.example", true);
        check("https://ours.example./x", "ours.example", true);
        check("https://ours.example:443/x", "ours.example", true);
        check("https://user@ours.example/x", "ours.example", true);
        check("https://user:word@ours.example/x", "ours.example", true);
        check("https://ours.example%2e/x", "ours.example", true);
        check("https://%6furs.example/x", "ours.example", true);
        check("https://ours。example/x", "ours.example", true);
        check("https://ｏurs.example/x", "ours.example", true);
        check("https://ours\u{ad}.example/x", "ours.example", true);
        check("https://ours.example:8443/x", "ours.example:8443", false);
        check("https://ours.example.evil.example/x", "ours.example.evil.example", false);
        check("https://evil.example/ours.example", "evil.example", false);
        check("https://ours.example@evil.example/x", "evil.example", false);
        check("https://xn--ors-hoa.example/x", "xn--ors-hoa.example", false);
        check("https://оurs.example/x", "xn--urs-red.example", false);
        check("https://www.ours.example/x", "www.ours.example", false);
    }

    #[test]
    fn what_is_no_server_is_nobodys() {
        for address in ["urn:uuid:0191", "mailto:a@ours.example", "data:,x"] {
            let url = Url::parse(address).unwrap();
            assert_eq!(authority(&url), "", "{address}");
            assert!(!same_authority(&url, &url), "{address}");
        }
        // A punycode label that stands for plain letters (RUSTSEC-2024-0421) is no name at all.
        assert!(Url::parse("https://xn--ours-.example/").is_err());
    }
}
