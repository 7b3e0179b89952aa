//! The settings of one instance: `parvis.toml`, overridden by the environment, read once and passed down as values.

mod error;
mod mail;
mod map;
mod network;
mod origin;
mod read;
mod settings;
#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "UPDATE_PAGES asks the test to write the page of settings anew")]
mod tests;

use std::collections::BTreeMap;
use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use url::Url;

pub use error::ConfigError;
pub use mail::{MailServer, MailSettings, Protection};
pub use map::MapSection;
pub use network::Network;
pub use origin::PublicUrl;
pub use read::FileText;
pub use settings::{SETTINGS, Setting, settings_markdown};

/// Everything an operator can set.
#[derive(Debug, Clone)]
pub struct Config {
    /// The canonical origin, from which every id is built.
    pub public_url: PublicUrl,
    /// Where people and other servers are listened for.
    pub listen: SocketAddr,
    /// Where files are kept.
    pub data_dir: PathBuf,
    /// The database as written; `None` is SQLite in the data directory. Read it by [`Config::database_url`].
    pub database_url: Option<Secret>,
    /// The proxies that may set the client's address.
    pub trusted_proxies: Vec<Network>,
    /// Where the operator publishes the source code of what runs here.
    pub source_code_url: Option<Url>,
    /// Where Prometheus finds the metrics.
    pub metrics_listen: Option<SocketAddr>,
    /// How log lines are written.
    pub log_format: LogFormat,
    /// How much is logged: a level or filter directives.
    pub log_level: String,
    /// The door to other servers.
    pub federation: FederationSettings,
    /// The sending of mail.
    pub mail: MailSettings,
    /// The maps.
    pub map: MapSection,
}

/// How the instance meets other servers.
#[derive(Debug, Clone, Copy)]
pub struct FederationSettings {
    /// With whom it speaks.
    pub mode: FederationMode,
    /// Whether peers may be on loopback, on private addresses and on plain http.
    pub allow_private_networks: bool,
    /// Whether pictures of other servers are kept and shown here.
    pub remote_pictures: bool,
}

/// With which servers the instance speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FederationMode {
    /// None.
    Closed,
    /// Those on the list of territories.
    Territories,
    /// Any that is not blocked.
    Open,
}

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people at a terminal.
    Text,
    /// One JSON object per line.
    Json,
}

/// A value that must not be shown: its `Debug` tells nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Wraps a value.
    #[must_use]
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// The value itself, for the one place that needs it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// A configuration that holds, and what the operator should still be told.
#[derive(Debug)]
pub struct Loaded {
    /// The settings.
    pub config: Config,
    /// One line each, to be logged at every start.
    pub warnings: Vec<String>,
}

/// Reads the file (the one named, else `./parvis.toml` when there is one) and then the environment.
///
/// # Errors
/// When the file cannot be read, a name is unknown, a value cannot be used, or two settings contradict each other.
pub fn load(named: Option<&Path>, environment: &BTreeMap<String, String>) -> Result<Loaded, ConfigError> {
    let path = named.unwrap_or(Path::new("parvis.toml"));
    let text = match std::fs::read_to_string(path) {
        Ok(text) => Some(text),
        Err(error) if named.is_none() && error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => return Err(ConfigError::Unreadable { path: path.to_owned(), reason: error.to_string() }),
    };
    let name = path.display().to_string();
    parse(text.as_deref().map(|text| FileText { name: &name, text }), environment)
}

/// The same from a text and a map: nothing is read from the process.
///
/// # Errors
/// As [`load`], the reading of the file apart.
pub fn parse(file: Option<FileText<'_>>, environment: &BTreeMap<String, String>) -> Result<Loaded, ConfigError> {
    let given = read::gather(file, environment)?;
    let mut config = Config::default();
    for setting in SETTINGS {
        if let Some(given) = given.get(setting.key) {
            (setting.apply)(&mut config, &given.value).map_err(|reason| ConfigError::Value {
                place: given.place.clone(),
                reason,
                expected: setting.expected,
            })?;
        }
    }
    let warnings = config.check()?;
    Ok(Loaded { config, warnings })
}

impl Default for Config {
    fn default() -> Self {
        let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 8080));
        Self {
            public_url: PublicUrl::local(8080),
            listen,
            data_dir: PathBuf::from("./data"),
            database_url: None,
            trusted_proxies: Vec::new(),
            source_code_url: None,
            metrics_listen: None,
            log_format: LogFormat::Text,
            log_level: "info".to_owned(),
            federation: FederationSettings { mode: FederationMode::Open, allow_private_networks: false, remote_pictures: true },
            mail: MailSettings::default(),
            map: MapSection::default(),
        }
    }
}

impl Config {
    /// The database to open: the one written, else SQLite in the data directory.
    #[must_use]
    pub fn database_url(&self) -> Secret {
        self.database_url.clone().unwrap_or_else(|| Secret::new(format!("sqlite://{}", self.data_dir.join("parvis.db").display())))
    }

    /// What holds, one `key = value` per line, without secrets: the answer of `check-config`.
    #[must_use]
    pub fn summary(&self) -> String {
        let database = self.database_url();
        let database = match database.reveal().split_once("://") {
            Some(("sqlite", path)) => format!("SQLite, {path}"),
            _postgres => "PostgreSQL".to_owned(),
        };
        let proxies = self.trusted_proxies.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let unset = || "unset".to_owned();
        [
            ("public_url", self.public_url.to_string()),
            ("listen", self.listen.to_string()),
            ("data_dir", self.data_dir.display().to_string()),
            ("database", database),
            ("trusted_proxies", if proxies.is_empty() { "none".to_owned() } else { proxies }),
            ("source_code_url", self.source_code_url.as_ref().map_or_else(unset, ToString::to_string)),
            ("metrics_listen", self.metrics_listen.map_or_else(unset, |address| address.to_string())),
            ("log", format!("{:?}, {}", self.log_format, self.log_level).to_lowercase()),
            ("federation.mode", format!("{:?}", self.federation.mode).to_lowercase()),
            ("federation.allow_private_networks", self.federation.allow_private_networks.to_string()),
            ("federation.remote_pictures", self.federation.remote_pictures.to_string()),
            ("map.tiles", self.map.tiles.clone().unwrap_or_else(unset)),
            ("map.addresses", self.map.addresses.as_ref().map_or_else(unset, ToString::to_string)),
            ("mail", self.mail.server.as_ref().map_or_else(|| "written to files".to_owned(), MailServer::to_string)),
        ]
        .iter()
        .map(|(key, value)| format!("{key} = {value}\n"))
        .collect()
    }

    /// What the settings must satisfy together.
    fn check(&self) -> Result<Vec<String>, ConfigError> {
        let mut warnings = Vec::new();
        let public = self.public_url.is_on_a_public_name();
        if self.metrics_listen == Some(self.listen) && self.listen.port() != 0 {
            return Err(ConfigError::Contradiction(format!(
                "metrics_listen and listen are both {}: metrics need a listener of their own",
                self.listen
            )));
        }
        if self.federation.allow_private_networks {
            if public && self.public_url.is_https() {
                return Err(ConfigError::Contradiction(format!(
                    "federation.allow_private_networks (PARVIS_FEDERATION__ALLOW_PRIVATE_NETWORKS) is refused: \
                     public_url {} is https on a public name",
                    self.public_url
                )));
            }
            warnings.push(
                "federation.allow_private_networks is on: peers may be on private addresses and on plain http; for labs and tests only"
                    .to_owned(),
            );
        }
        if public && !self.public_url.is_https() {
            warnings.push(format!(
                "public_url {} is plain http on a public name: passwords and sessions can be read on the way; use https",
                self.public_url
            ));
        }
        Ok(warnings)
    }
}
