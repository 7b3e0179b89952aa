//! How mail is sent: to which server, protected how, and from which address.

use std::fmt;

use lettre::message::Mailbox;
use url::{Host, Url};

use super::{PublicUrl, Secret};

/// The settings of the level `mail`.
#[derive(Debug, Clone, Default)]
pub struct MailSettings {
    /// The mail server; none: mails are written to files.
    pub server: Option<MailServer>,
    /// The sender as written. Read it by [`MailSettings::sender`].
    pub from: Option<Mailbox>,
}

impl MailSettings {
    /// The sender of every mail: the one written, else `parvis@` the public host.
    ///
    /// # Errors
    /// When the public host can stand in no mail address; `mail.from` must then be set.
    pub fn sender(&self, public_url: &PublicUrl) -> Result<Mailbox, String> {
        if let Some(from) = &self.from {
            return Ok(from.clone());
        }
        let domain = match public_url.url().host() {
            Some(Host::Domain(name)) => name.to_owned(),
            Some(Host::Ipv4(address)) => format!("[{address}]"),
            Some(Host::Ipv6(address)) => format!("[IPv6:{address}]"),
            None => String::new(),
        };
        let address = lettre::Address::new("parvis", &domain)
            .map_err(|error| format!("parvis@{domain} is no mail address ({error}): set mail.from"))?;
        Ok(Mailbox::new(Some("Parvis".to_owned()), address))
    }
}

/// A mail server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailServer {
    host: String,
    protection: Protection,
    url: Secret,
}

/// How the way to the mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protection {
    /// TLS from the first byte.
    Tls,
    /// The connection must go over to TLS.
    StartTlsRequired,
    /// The connection goes over to TLS when the server offers it.
    StartTlsOffered,
    /// No TLS.
    Clear,
}

impl MailServer {
    /// Reads `smtp://user:password@host:port` or `smtps://…`. The reason of a refusal never repeats the password.
    ///
    /// # Errors
    /// When it is no such URL.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut url = Url::parse(text).map_err(|error| format!("it is not a URL ({error})"))?;
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or("it has no host")?.to_owned();
        if !url.path().trim_matches('/').is_empty() || url.fragment().is_some() {
            return Err("it has a path or a fragment".to_owned());
        }
        if url.password().is_none() && !url.username().is_empty() {
            return Err("it has a user but no password".to_owned());
        }
        let wish = match url.query() {
            None => None,
            Some(query) => Some(query.strip_prefix("tls=").ok_or("its query is not `tls=…`")?),
        };
        let loopback = matches!(host.as_str(), "localhost" | "127.0.0.1" | "[::1]");
        let protection = match (url.scheme(), wish) {
            ("smtps", None | Some("required")) => Protection::Tls,
            ("smtp", Some("required")) => Protection::StartTlsRequired,
            ("smtp", Some("opportunistic")) => Protection::StartTlsOffered,
            ("smtp", Some("none")) => Protection::Clear,
            ("smtp", None) if url.password().is_some() && !loopback => Protection::StartTlsRequired,
            ("smtp", None) => Protection::StartTlsOffered,
            ("smtp" | "smtps", Some(_)) => return Err("its `tls` is not required, opportunistic or none".to_owned()),
            (other, _) => return Err(format!("its scheme is `{other}`")),
        };
        // The transport reads the protection from the same query, and nothing else from it.
        url.set_query(match protection {
            Protection::Tls | Protection::Clear => None,
            Protection::StartTlsRequired => Some("tls=required"),
            Protection::StartTlsOffered => Some("tls=opportunistic"),
        });
        Ok(Self { host, protection, url: Secret::new(url) })
    }

    /// How the way to it is protected.
    #[must_use]
    pub const fn protection(&self) -> Protection {
        self.protection
    }

    /// The URL for the transport, with the password.
    pub(crate) fn transport_url(&self) -> &str {
        self.url.reveal()
    }
}

impl fmt::Display for MailServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let protection = match self.protection {
            Protection::Tls => "TLS",
            Protection::StartTlsRequired => "STARTTLS required",
            Protection::StartTlsOffered => "STARTTLS when offered",
            Protection::Clear => "no TLS",
        };
        write!(f, "{} ({protection})", self.host)
    }
}
