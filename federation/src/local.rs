//! What an address of this instance stands for.

use url::Url;
use uuid::Uuid;

/// A thing of this instance, by its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Local {
    /// The instance itself.
    Instance,
    /// An actor, by handle.
    Actor(String),
    /// A contribution, an official answer or a consultation's presentation.
    Object(Uuid),
    /// The call to carry a consultation.
    Call(Uuid),
    /// An activity.
    Activity(Uuid),
    /// The page of a contribution.
    Contribution(Uuid),
    /// The page of a vote.
    Poll(Uuid),
    /// The page of a consultation, by slug.
    Consultation(String),
    /// Something else of ours.
    Other,
}

/// Whether an address is of this instance, however it is written (B11).
#[must_use]
pub(crate) fn is_ours(origin: &Url, address: &Url) -> bool {
    let host = |url: &Url| url.host_str().map(|h| h.trim_end_matches('.').to_ascii_lowercase());
    host(origin) == host(address) && origin.port_or_known_default() == address.port_or_known_default()
}

/// What an address of this instance stands for; `None` for the addresses of others.
#[must_use]
pub(crate) fn read(origin: &Url, address: &Url) -> Option<Local> {
    if !is_ours(origin, address) {
        return None;
    }
    let segments: Vec<&str> = address.path_segments().map(Iterator::collect).unwrap_or_default();
    let uuid = |text: &str| (text.len() == 36).then(|| Uuid::try_parse(text).ok()).flatten();
    Some(match segments.as_slice() {
        ["actor"] => Local::Instance,
        ["actors", username] => Local::Actor((*username).to_owned()),
        ["objects", id] => uuid(id).map_or(Local::Other, Local::Object),
        ["objects", id, "call"] => uuid(id).map_or(Local::Other, Local::Call),
        ["activities", id] => uuid(id).map_or(Local::Other, Local::Activity),
        ["c", _, "p", id] => uuid(id).map_or(Local::Other, Local::Contribution),
        ["c", _, "polls", id] => uuid(id).map_or(Local::Other, Local::Poll),
        ["c", slug] => Local::Consultation((*slug).to_owned()),
        [handle] if handle.starts_with('@') && handle.len() > 1 => Local::Actor(handle.trim_start_matches('@').to_owned()),
        _ => Local::Other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_ours_and_of_others() {
        let origin = Url::parse("https://ours.example").unwrap();
        let id = "01a2b3c4-0000-7000-8000-000000000001";
        let uuid = Uuid::try_parse(id).unwrap();
        let check = |address: &str, expected: Option<Local>| {
            assert_eq!(read(&origin, &Url::parse(address).unwrap()), expected, "{address}");
        };
        check("https://ours.example/actor", Some(Local::Instance));
        check("https://OURS.example/actors/ana#main-key", Some(Local::Actor("ana".to_owned())));
        check("https://ours.example./actors/ana", Some(Local::Actor("ana".to_owned())));
        check("https://ours.example:443/@ana", Some(Local::Actor("ana".to_owned())));
        check("https://x@ours.example/actors/ana", Some(Local::Actor("ana".to_owned())));
        check(&format!("https://ours.example/objects/{id}"), Some(Local::Object(uuid)));
        check(&format!("https://ours.example/activities/{id}"), Some(Local::Activity(uuid)));
        check(&format!("https://ours.example/c/parc/p/{id}"), Some(Local::Contribution(uuid)));
        check("https://ours.example/c/parc", Some(Local::Consultation("parc".to_owned())));
        check("https://ours.example/objects/1", Some(Local::Other));
        check("https://ours.example.evil.example/actor", None);
        check("https://xn--ors-hoa.example/actor", None);
        check("https://ours.example:8443/actor", None);
    }
}
