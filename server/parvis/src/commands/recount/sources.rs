//! Where the ballots and keys of carriers come from: files that are given, else the carriers' own servers.

use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail};
use federation::client::{Client, Guard};
use serde_json::Value;
use url::Url;

/// Files that are given, and whether other servers are asked for the rest.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// Records of carriers (JSON) and documents of their collectivities.
    pub files: Vec<PathBuf>,
    /// Ask nobody.
    pub offline: bool,
    /// Private addresses and plain http as well: for labs only.
    pub private_networks: bool,
}

/// The same, read.
pub(super) struct Open {
    given: Vec<(Value, String)>,
    /// Nothing, where nobody is asked.
    door: Option<Door>,
}

/// How other servers are asked.
struct Door {
    client: Client,
    runtime: tokio::runtime::Runtime,
}

impl Sources {
    /// Reads the files that are given.
    pub(super) fn open(&self) -> anyhow::Result<Open> {
        let mut given = Vec::new();
        for file in &self.files {
            let text = super::read(file)?;
            let value = serde_json::from_str(&text).with_context(|| format!("{}: not JSON", file.display()))?;
            given.push((value, text));
        }
        Ok(Open { given, door: if self.offline { None } else { Some(self.door()?) } })
    }

    fn door(&self) -> anyhow::Result<Door> {
        // Nobody's: no server is refused because it is ours.
        let guard = Guard { allow_private_networks: self.private_networks, origin: Url::parse("https://recount.invalid")? };
        let client = Client::new(guard, concat!("parvis-recount/", env!("CARGO_PKG_VERSION")))?;
        Ok(Door { client, runtime: tokio::runtime::Builder::new_current_thread().enable_all().build()? })
    }
}

impl Open {
    /// The document of a collectivity.
    pub(super) fn actor(&self, address: &str) -> anyhow::Result<Value> {
        if let Some((value, _)) = self.given.iter().find(|(value, _)| value.get("id").is_some_and(|id| id == address)) {
            return Ok(value.clone());
        }
        let (door, url) = self.ask(address)?;
        let now = now();
        let found = door.runtime.block_on(door.client.object(&url, None, federation::signature::Scheme::Rfc9421, now));
        Ok(found.map_err(|error| anyhow!("{address}: {error}"))?.json)
    }

    /// The published ballots with this digest.
    pub(super) fn record(&self, address: &str, digest: &str) -> anyhow::Result<String> {
        let is_record = |value: &Value| value.get("format").is_some_and(|format| format == deliberation::record::FORMAT);
        let given = self.given.iter().find(|(value, _)| is_record(value) && value.get("digest").is_some_and(|found| found == digest));
        if let Some((_, text)) = given {
            return Ok(text.clone());
        }
        self.text(address)
    }

    /// A file on another server.
    pub(super) fn text(&self, address: &str) -> anyhow::Result<String> {
        let (door, url) = self.ask(address)?;
        door.runtime.block_on(door.client.record(&url)).map_err(|error| anyhow!("{address}: {error}"))
    }

    fn ask(&self, address: &str) -> anyhow::Result<(&Door, Url)> {
        let Some(door) = &self.door else { bail!("{address}: not among the files that were given") };
        Ok((door, Url::parse(address).map_err(|_not_an_address| anyhow!("{address}: not an address"))?))
    }
}

/// Whether what is to be counted is on another server.
pub(super) fn is_address(file: &Path) -> bool {
    let name = file.to_string_lossy();
    (name.starts_with("https://") || name.starts_with("http://")) && !file.exists()
}

#[expect(clippy::disallowed_methods, reason = "a command: the clock of the machine dates what it asks")]
fn now() -> domain::Timestamp {
    domain::Timestamp::now()
}
