//! The address of an account, as people type it.

use actions::outside::{self, Trouble};
use domain::id::ActorId;
use serde_json::Value;
use url::Url;

use super::{allowed, unheard, untold};
use crate::service::Federation;
use crate::words::{authority, webfinger};
use crate::{actors, local};

/// An account of some server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Account {
    /// `name` at `host`.
    Handle {
        /// The name.
        name: String,
        /// The host, as it is compared.
        host: String,
    },
    /// The address of a profile.
    Profile(Url),
}

impl Account {
    /// Reads `@name@host`, `name@host` or the address of a profile.
    pub(super) fn read(fed: &Federation, text: &str) -> Option<Self> {
        let scheme = fed.origin.scheme();
        let text = text.trim();
        match Url::parse(text) {
            Ok(profile) if matches!(profile.scheme(), "http" | "https") => {
                let named = profile.username().is_empty() && profile.password().is_none() && profile.path().len() > 1;
                (named && (profile.scheme() == "https" || fed.lab)).then_some(Self::Profile(profile))
            }
            _ if actions::abroad::is_handle(text) => {
                let (name, host) = text.trim_start_matches('@').rsplit_once('@')?;
                let host = authority(&Url::parse(&format!("{scheme}://{host}/")).ok()?);
                (!host.is_empty()).then(|| Self::Handle { name: name.to_owned(), host })
            }
            _ => None,
        }
    }

    /// Its server.
    pub(super) fn host(&self) -> String {
        match self {
            Self::Handle { host, .. } => host.clone(),
            Self::Profile(url) => authority(url),
        }
    }

    /// Whether it is of this very instance.
    pub(super) fn is_ours(&self, fed: &Federation) -> bool {
        match self {
            Self::Handle { host, .. } => *host == Federation::host(&fed.origin),
            Self::Profile(url) => local::is_ours(&fed.origin, url),
        }
    }

    /// What is looked up.
    pub(super) fn resource(&self) -> String {
        match self {
            Self::Handle { name, host } => format!("acct:{name}@{host}"),
            Self::Profile(url) => url.to_string(),
        }
    }

    /// The same, as it is typed.
    pub(super) fn typed(&self) -> String {
        match self {
            Self::Handle { name, host } => format!("@{name}@{host}"),
            Self::Profile(url) => url.to_string(),
        }
    }
}

/// What a server says of an account (RFC 7033): its links.
pub(super) async fn links(fed: &Federation, account: &Account) -> outside::Result<Vec<Value>> {
    let host = account.host();
    allowed(fed, &host).await?;
    let document = fed.client.webfinger(&host, &account.resource()).await.map_err(|error| unheard(&error))?;
    let links = webfinger::links(&document);
    if links.is_empty() {
        return Err(Trouble::Nobody.into());
    }
    Ok(links.to_vec())
}

/// The actor here of an account, whose document is read if it is not known.
pub(super) async fn resolve(fed: &Federation, account: &Account) -> outside::Result<ActorId> {
    allowed(fed, &account.host()).await?;
    match account {
        Account::Profile(url) => actors::find_or_learn(fed, url).await.map_err(untold),
        Account::Handle { host, .. } => {
            let uri = webfinger::actor(&links(fed, account).await?).ok_or(Trouble::Nobody)?;
            if authority(&uri) == *host {
                return actors::find_or_learn(fed, &uri).await.map_err(untold);
            }
            // A name that leads to another host is believed only if that one says so too (B16).
            actors::look_up(fed, &account.typed()).await.map_err(untold)
        }
    }
}
