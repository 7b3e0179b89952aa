//! What another server says of somebody there, for tests that need somebody and not what is said of them.

use store::remote_actors::Profile;
use url::Url;

/// Somebody (`person`, `organization`, …) at this address, called as it ends.
///
/// # Panics
///
/// When it is no address with a host and a path.
#[must_use]
pub fn profile(kind: &str, uri: &str) -> Profile {
    let address = Url::parse(uri).unwrap();
    let name = address.path_segments().and_then(|mut parts| parts.next_back()).unwrap().to_owned();
    let host = address.host_str().unwrap();
    Profile {
        uri: uri.to_owned(),
        kind: kind.to_owned(),
        username: name.clone(),
        host: address.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")),
        display_name: name,
        summary: String::new(),
        inbox: format!("{uri}/inbox"),
        shared_inbox: None,
        url: None,
        keys: Vec::new(),
        icon: None,
        featured: None,
    }
}
