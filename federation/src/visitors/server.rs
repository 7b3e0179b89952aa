//! How another server lets its people prove elsewhere who they are: by its metadata (RFC 8414) where it has them, else as Mastodon has always
//! done it. Everything it names must be on that very server.

use actions::outside::{self, Trouble};
use serde_json::Value;
use url::Url;

use super::unheard;
use crate::client::FetchError;
use crate::service::Federation;
use crate::words::same_authority;

/// The ways of one server.
#[derive(Debug, Clone)]
pub(super) struct Server {
    /// What it calls itself.
    pub(super) issuer: String,
    /// Where it asks its people.
    pub(super) authorize: Url,
    /// Where an answer is exchanged.
    pub(super) token: Url,
    /// Where a proof is given back.
    pub(super) revoke: Option<Url>,
    /// Where we introduce ourselves.
    pub(super) register: Url,
    /// The least that may be asked for, the smallest first.
    pub(super) scopes: &'static [&'static str],
    /// Whether it checks that an answer comes back to whom it was given (RFC 7636).
    pub(super) checks: bool,
}

/// Asks a server.
pub(super) async fn ask(fed: &Federation, origin: &Url) -> outside::Result<Server> {
    let address = join(origin, "/.well-known/oauth-authorization-server")?;
    match fed.client.describe(&address, None).await {
        Ok(metadata) => read(origin, &metadata).ok_or_else(|| Trouble::Senseless.into()),
        // Most servers have no metadata; some answer everything with a page.
        Err(FetchError::NotFound | FetchError::Gone | FetchError::Type | FetchError::Status(400..=499)) => usual(origin),
        Err(error) => Err(unheard(&error).into()),
    }
}

fn join(origin: &Url, path: &str) -> outside::Result<Url> {
    origin.join(path).map_err(|_never| Trouble::Senseless.into())
}

/// What Mastodon, and whoever speaks like it, has at these addresses.
fn usual(origin: &Url) -> outside::Result<Server> {
    Ok(Server {
        issuer: origin.origin().ascii_serialization(),
        authorize: join(origin, "/oauth/authorize")?,
        token: join(origin, "/oauth/token")?,
        revoke: Some(join(origin, "/oauth/revoke")?),
        register: join(origin, "/api/v1/apps")?,
        scopes: &["read:accounts", "read"],
        checks: false,
    })
}

/// The metadata of a server that is really this one. An address on another host refuses the whole.
fn read(origin: &Url, metadata: &Value) -> Option<Server> {
    let issuer = metadata.get("issuer").and_then(Value::as_str)?;
    let named = Url::parse(issuer).ok()?;
    if named.scheme() != origin.scheme() || !same_authority(&named, origin) || named.path() != "/" || named.query().is_some() {
        return None;
    }
    let address = |name: &str| -> Option<Option<Url>> {
        let Some(value) = metadata.get(name).filter(|value| !value.is_null()) else { return Some(None) };
        let url = Url::parse(value.as_str()?).ok()?;
        let is_plain = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
        (url.scheme() == origin.scheme() && same_authority(&url, origin) && is_plain).then_some(Some(url))
    };
    let holds =
        |list: &str, word: &str| metadata.get(list).and_then(Value::as_array).is_some_and(|words| words.iter().any(|found| found == word));
    Some(Server {
        issuer: issuer.to_owned(),
        authorize: address("authorization_endpoint")??,
        token: address("token_endpoint")??,
        revoke: address("revocation_endpoint")?,
        register: address("app_registration_endpoint")?.or_else(|| origin.join("/api/v1/apps").ok())?,
        scopes: match () {
            () if holds("scopes_supported", "profile") => &["profile", "read:accounts", "read"],
            () if holds("scopes_supported", "read:accounts") => &["read:accounts", "read"],
            () => &["read"],
        },
        checks: holds("code_challenge_methods_supported", "S256"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn metadata_are_believed_for_their_own_server_only() {
        let origin = Url::parse("https://far.example").unwrap();
        let good = json!({
            "issuer": "https://far.example/", "authorization_endpoint": "https://far.example/oauth/authorize",
            "token_endpoint": "https://far.example/oauth/token", "scopes_supported": ["read", "profile"], "code_challenge_methods_supported": ["S256"],
        });
        let server = read(&origin, &good).unwrap();
        assert!(server.checks && server.revoke.is_none() && server.scopes.first() == Some(&"profile"));
        assert_eq!(server.register.as_str(), "https://far.example/api/v1/apps");
        for (name, value) in [
            ("issuer", json!("https://evil.example/")),
            ("issuer", json!("http://far.example/")),
            ("issuer", json!("https://far.example/other")),
            ("issuer", Value::Null),
            ("authorization_endpoint", json!("https://evil.example/oauth/authorize")),
            ("token_endpoint", json!("http://169.254.169.254/latest")),
            ("token_endpoint", json!("https://far.example@evil.example/")),
            ("token_endpoint", Value::Null),
            ("revocation_endpoint", json!("https://evil.example/revoke")),
            ("app_registration_endpoint", json!("https://far.example:8443/apps")),
        ] {
            let mut bad = good.clone();
            bad[name] = value.clone();
            assert!(read(&origin, &bad).is_none(), "{name}: {value}");
        }
    }
}
