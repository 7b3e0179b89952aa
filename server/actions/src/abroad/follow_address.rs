//! Follow somebody elsewhere by address or handle: looked up by a job, because no page waits for another server.

use crate::{App, Error, Result};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::text::Fault;
use store::jobs::JobKind;

/// Most characters of an address.
const ADDRESS_MAX: usize = 500;

/// Queues the lookup of `address` (a handle `@name@host` or an actor's address) and the collectivity's request to follow it.
///
/// # Errors
/// A refusal of the permission table, a faulty `address`, or the store's failure.
pub async fn follow_address(app: &App, viewer: Viewer, address: &str) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::ChangeSettings)?;
    let address = address.trim().to_owned();
    if !is_handle(&address) && !is_address(&address) {
        return Err(Error::fault("address", Fault::Shape));
    }
    let now = app.now();
    app.store
        .write(move |db| {
            store::jobs::about(db, JobKind::FollowAddress, &address, None, now)?;
            Ok(store::journal::append(db, &Event::new(EventKind::FollowAsked).by(viewer.actor).detail("lookup"), now)?)
        })
        .await
}

/// Whether it is written like `@name@host` or `name@host`.
#[must_use]
pub fn is_handle(text: &str) -> bool {
    let bare = text.strip_prefix('@').unwrap_or(text);
    match bare.split_once('@') {
        Some((name, host)) => {
            !name.is_empty()
                && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-'))
                && super::rules::host_of(host).is_some()
                && text.len() <= ADDRESS_MAX
        }
        None => false,
    }
}

/// The server in a handle or an address, as it is compared.
#[must_use]
pub fn host_in(text: &str) -> Option<String> {
    if is_handle(text) {
        return text.rsplit_once('@').and_then(|(_, host)| super::rules::host_of(host));
    }
    let url = url::Url::parse(text).ok().filter(|_| is_address(text))?;
    let host = url.host_str()?;
    super::rules::host_of(&url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
}

fn is_address(text: &str) -> bool {
    let is_web = url::Url::parse(text)
        .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.host_str().is_some() && url.username().is_empty());
    is_web && text.len() <= ADDRESS_MAX
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handles_and_addresses() {
        let check = |text: &str, expected: (bool, bool)| assert_eq!((is_handle(text), is_address(text)), expected, "{text}");
        check("@ville@region.example", (true, false));
        check("ville@region.example:8081", (true, false));
        check("https://region.example/actors/region", (false, true));
        check("https://a@region.example/x", (false, false));
        check("javascript:alert(1)", (false, false));
        check("@@region.example", (false, false));
        check("ville", (false, false));
        check("@ville@region.example/x", (false, false));
        let host = |text: &str, expected: Option<&str>| assert_eq!(host_in(text).as_deref(), expected, "{text}");
        host("@ville@Region.Example", Some("region.example"));
        host("ville@region.example:8081", Some("region.example:8081"));
        host("https://region.example:8443/actors/region", Some("region.example:8443"));
        host("https://a@region.example/x", None);
        host("region.example", None);
    }
}
