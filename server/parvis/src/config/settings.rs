//! The one table of settings: what each is called, what it is for, what it expects and how it is read.
//! `docs/operate/settings.md` is written from it, and a test keeps the two alike.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::PathBuf;

use url::Url;

use super::read::Value;
use super::{Config, FederationMode, LogFormat, MailServer, Secret, map};

/// One setting.
pub struct Setting {
    /// The key in `parvis.toml`, levels separated by dots.
    pub key: &'static str,
    /// What holds when nothing is written.
    pub default: &'static str,
    /// What a value must look like.
    pub expected: &'static str,
    /// What it is for, in Markdown.
    pub purpose: &'static str,
    pub(super) apply: fn(&mut Config, &Value) -> Result<(), String>,
}

impl Setting {
    /// The environment variable that overrides the file.
    #[must_use]
    pub fn variable(&self) -> String {
        format!("PARVIS_{}", self.key.replace('.', "__").to_uppercase())
    }
}

/// Every setting there is, in the order of the page.
pub const SETTINGS: &[Setting] = &[
    Setting {
        key: "public_url",
        default: "`http://localhost:8080`",
        expected: "an origin such as https://participer.ville.fr, without path or query",
        purpose: "The canonical origin. Every id and every link in a mail is built from it: set it once, before the first person \
                  signs up, and never change it. Plain http on a public name works but draws a warning at every start.",
        apply: |config, value| text(value)?.parse().map(|url| config.public_url = url),
    },
    Setting {
        key: "listen",
        default: "`127.0.0.1:8080`",
        expected: "an address and a port such as 127.0.0.1:8080 or [::]:8080",
        purpose: "Where the server listens for people and for other servers. Leave it on loopback behind a reverse proxy on the same \
                  machine.",
        apply: |config, value| address(value).map(|listen| config.listen = listen),
    },
    Setting {
        key: "data_dir",
        default: "`./data`",
        expected: "a folder",
        purpose: "Where the database (when it is SQLite), the uploaded pictures and the mails without a mail server are kept. It is \
                  made when it is missing.",
        apply: |config, value| text(value).map(|path| config.data_dir = PathBuf::from(path)),
    },
    Setting {
        key: "database_url",
        default: "`sqlite://<data dir>/parvis.db`",
        expected: "sqlite://PATH or postgres://USER:PASSWORD@HOST/NAME",
        purpose: "The database. Several `parvis serve` may share one PostgreSQL; a SQLite file belongs to one.",
        apply: |config, value| database(text(value)?).map(|url| config.database_url = Some(url)),
    },
    Setting {
        key: "trusted_proxies",
        default: "none",
        expected: "IP addresses or ranges such as 127.0.0.1, 10.0.0.0/8: a list in the file, commas in the variable",
        purpose: "The reverse proxies in front of this server. Only these may say who the client is, by `X-Forwarded-For` or \
                  `Forwarded`; the rightmost address that is not itself a trusted proxy is believed. When both headers are there and \
                  disagree, neither is believed: let the proxy set one and remove the other.",
        apply: |config, value| {
            list(value).iter().map(|item| item.parse()).collect::<Result<_, _>>().map(|proxies| config.trusted_proxies = proxies)
        },
    },
    Setting {
        key: "source_code_url",
        default: "unset",
        expected: "an address such as https://forge.ville.fr/parvis",
        purpose: "Where the source code of the version that runs here can be had, changes of your own included: the licence (AGPL, \
                  section 13) wants every visitor to be offered it. Every page and NodeInfo lead to it. Unset: every page leads to \
                  `/about/source`, which names the version and the licence and says whom to ask.",
        apply: |config, value| page(text(value)?).map(|url| config.source_code_url = Some(url)),
    },
    Setting {
        key: "metrics_listen",
        default: "unset",
        expected: "an address and a port such as 127.0.0.1:9090",
        purpose: "Serves Prometheus metrics at `/metrics` on a listener of its own. Unset: no metrics are kept. Do not open it to \
                  the Internet.",
        apply: |config, value| address(value).map(|listen| config.metrics_listen = Some(listen)),
    },
    Setting {
        key: "log_format",
        default: "`text`",
        expected: "text or json",
        purpose: "How log lines are written to standard error. `--log-format` on the command line wins.",
        apply: |config, value| {
            config.log_format = match text(value)? {
                "text" => LogFormat::Text,
                "json" => LogFormat::Json,
                other => return Err(format!("`{other}` is no format")),
            };
            Ok(())
        },
    },
    Setting {
        key: "log_level",
        default: "`info`",
        expected: "error, warn, info, debug or trace, or directives such as info,store=debug",
        purpose: "How much is logged. Request lines are at `info`; they hold the route, never the address, the path, the query or \
                  the person.",
        apply: |config, value| crate::telemetry::check_level(text(value)?).map(|level| config.log_level = level),
    },
    Setting {
        key: "federation.mode",
        default: "`open`",
        expected: "closed, territories or open",
        purpose: "With which other servers this one speaks: none (`closed`), those on the list of territories (`territories`), or \
                  any that is not blocked (`open`).",
        apply: |config, value| {
            config.federation.mode = match text(value)? {
                "closed" => FederationMode::Closed,
                "territories" => FederationMode::Territories,
                "open" => FederationMode::Open,
                other => return Err(format!("`{other}` is no mode")),
            };
            Ok(())
        },
    },
    Setting {
        key: "federation.allow_private_networks",
        default: "`false`",
        expected: "true or false",
        purpose: "Lets peers be on loopback or private addresses and on plain http, for labs and tests. Draws a warning at every \
                  start, and is refused when `public_url` is https on a public name.",
        apply: |config, value| {
            config.federation.allow_private_networks = match text(value)? {
                "true" => true,
                "false" => false,
                other => return Err(format!("`{other}` is neither")),
            };
            Ok(())
        },
    },
    Setting {
        key: "federation.remote_pictures",
        default: "`true`",
        expected: "true or false",
        purpose: "Whether pictures of other servers (of accounts, and in what they write here) are read, encoded anew, kept for seven \
                  days after somebody last looked at them, and shown on the pages. Off: a link stands where the picture would.",
        apply: |config, value| {
            config.federation.remote_pictures = match text(value)? {
                "true" => true,
                "false" => false,
                other => return Err(format!("`{other}` is neither")),
            };
            Ok(())
        },
    },
    Setting {
        key: "mail.url",
        default: "unset",
        expected: "smtp://USER:PASSWORD@HOST:PORT or smtps://USER:PASSWORD@HOST:PORT, user and password percent-encoded",
        purpose: "The mail server. `smtps` speaks TLS from the first byte (port 465). `smtp` (port 587) goes over to TLS: it must \
                  when there is a password, and it may otherwise or when the server is on loopback; add `?tls=required`, \
                  `?tls=opportunistic` or `?tls=none` to decide. Unset: mails are written to `<data dir>/mail/*.eml` and the log \
                  says so. A dead mail server never blocks sign-up: mails wait and are tried again.",
        apply: |config, value| MailServer::parse(text(value)?).map(|server| config.mail.server = Some(server)),
    },
    Setting {
        key: "mail.from",
        default: "`Parvis <parvis@HOST>`, HOST being that of `public_url`",
        expected: "an address such as participer@ville.fr or Ville <participer@ville.fr>",
        purpose: "The sender of every mail.",
        apply: |config, value| {
            let mailbox = text(value)?.parse().map_err(|_not_an_address| "it is not a mail address".to_owned())?;
            config.mail.from = Some(mailbox);
            Ok(())
        },
    },
    Setting {
        key: "map.tiles",
        default: "unset",
        expected: "an address with {z}, {x} and {y} such as https://tuiles.ville.fr/{z}/{x}/{y}.png",
        purpose: "Where the ground of the maps comes from: any source of tiles in the usual cut (Web Mercator, 256 pixels) that allows \
                  it. Readers get tiles from this server, which keeps them: nobody else learns who looks at what. Unset: maps show \
                  the outline of the territory on an empty ground, and everything else works.",
        apply: |config, value| map::tiles(text(value)?).map(|tiles| config.map.tiles = Some(tiles)),
    },
    Setting {
        key: "map.attribution",
        default: "empty",
        expected: "a line of text such as © IGN",
        purpose: "Who made the tiles, as their licence wants it to be said; it stands beside every map.",
        apply: |config, value| text(value).map(|line| config.map.attribution = line.to_owned()),
    },
    Setting {
        key: "map.zoom_max",
        default: "`19`",
        expected: "a whole number from 5 to 22",
        purpose: "The finest zoom that the source of tiles has.",
        apply: |config, value| map::number(text(value)?, 5, 22).map(|zoom| config.map.zoom_max = zoom),
    },
    Setting {
        key: "map.cache_mib",
        default: "`512`",
        expected: "a whole number from 1 to 1000000",
        purpose: "How many mebibytes of tiles are kept in `<data dir>/tiles`; the oldest go first. They are read anew after 30 days.",
        apply: |config, value| map::number(text(value)?, 1, 1_000_000).map(|size| config.map.cache_mib = size),
    },
    Setting {
        key: "map.addresses",
        default: "unset",
        expected: "an address such as https://adresse.ville.fr/search/",
        purpose: "The service that finds addresses, in the shape of the Base adresse nationale: `?q=` is added, GeoJSON answers. \
                  What somebody types is sent there by this server when they press the button that searches, and nothing else. \
                  Unset or silent: only towns are found, those of `map.communes`.",
        apply: |config, value| page(text(value)?).map(|url| config.map.addresses = Some(url)),
    },
    Setting {
        key: "map.communes",
        default: "unset",
        expected: "a CSV file with the columns code, nom, lon, lat and, if known, xmin, ymin, xmax, ymax",
        purpose: "Towns by their names, for when the service of addresses cannot be reached. The box of the one whose INSEE code the \
                  instance has is its territory, unless `map.territory` says better.",
        apply: |config, value| text(value).map(|path| config.map.communes = Some(PathBuf::from(path))),
    },
    Setting {
        key: "map.territory",
        default: "unset",
        expected: "a file of GeoJSON (WGS 84) with at least one area",
        purpose: "The outline of the territory: shown on maps, and no place outside it is taken. A consultation may have a perimeter \
                  of its own.",
        apply: |config, value| text(value).map(|path| config.map.territory = Some(PathBuf::from(path))),
    },
    Setting {
        key: "map.rounding",
        default: "`100`",
        expected: "a whole number of metres from 0 to 100000",
        purpose: "To how many metres the place of a contribution is rounded when it leaves for other servers; 0 leaves it as it is. On \
                  the pages here, and in the files downloaded from them, it stands as its author gave it.",
        apply: |config, value| map::number(text(value)?, 0, 100_000).map(|metres| config.map.rounding = metres),
    },
    Setting {
        key: "map.allow_private_networks",
        default: "`false`",
        expected: "true or false",
        purpose: "Lets the servers of tiles and of addresses be on loopback or private addresses and on plain http: for services of \
                  one's own behind the same wall.",
        apply: |config, value| {
            config.map.allow_private_networks = match text(value)? {
                "true" => true,
                "false" => false,
                other => return Err(format!("`{other}` is neither")),
            };
            Ok(())
        },
    },
];

/// The page `docs/operate/settings.md`.
#[must_use]
pub fn settings_markdown() -> String {
    let mut page = String::from(
        "# Settings\n\n\
         *This page is written from the table in `server/parvis/src/config/settings.rs`; a test fails when the two differ.*\n\n\
         Settings are read from `parvis.toml` (the file named by `--config`, else `./parvis.toml` when there is one) and then from \
         environment \
         variables, which win. With nothing configured at all the server starts on SQLite in `./data` and answers on \
         `http://localhost:8080`. A key or \
         a `PARVIS_…` variable that does not exist is refused with its name, so that a spelling mistake is never silent; an empty \
         variable counts as \
         unset; variables that begin with `PARVIS_TEST_` belong to the project's tests and are not looked at. `parvis check-config` \
         reads everything and \
         says what holds.\n\n\
         | variable | in `parvis.toml` | default |\n| --- | --- | --- |\n",
    );
    for setting in SETTINGS {
        let _infallible = writeln!(page, "| `{}` | `{}` | {} |", setting.variable(), setting.key, setting.default);
    }
    for setting in SETTINGS {
        let _infallible = write!(
            page,
            "\n## `{}`\n\n{}\n\nExpects {}. Default: {}.\n",
            setting.variable(),
            setting.purpose,
            setting.expected,
            setting.default
        );
    }
    page.push_str(
        "\n## A file\n\n```toml\npublic_url = \"https://participer.ville.fr\"\nlisten = \"127.0.0.1:8080\"\ndata_dir = \
        \"/var/lib/parvis\"\n\
         trusted_proxies = [\"127.0.0.1\", \"::1\"]\nmetrics_listen = \"127.0.0.1:9090\"\nlog_format = \"json\"\n\n[federation]\nmode \
         = \"open\"\n\n\
         [mail]\nurl = \"smtps://participer:secret@mail.ville.fr\"\nfrom = \"Ville <participer@ville.fr>\"\n```\n",
    );
    page
}

fn text(value: &Value) -> Result<&str, String> {
    match value {
        Value::Text(text) if text.is_empty() => Err("it is empty".to_owned()),
        Value::Text(text) => Ok(text),
        Value::List(_) => Err("it is a list".to_owned()),
    }
}

fn list(value: &Value) -> Vec<&str> {
    match value {
        Value::List(items) => items.iter().map(String::as_str).collect(),
        Value::Text(text) => text.split([',', ' ']).filter(|item| !item.is_empty()).collect(),
    }
}

fn address(value: &Value) -> Result<SocketAddr, String> {
    let text = text(value)?;
    // A name is not looked up: where one listens should not depend on a name server. `localhost` alone is known to all.
    let numbers = text.strip_prefix("localhost:").map_or_else(|| text.to_owned(), |port| format!("127.0.0.1:{port}"));
    numbers.parse().map_err(|_not_an_address| format!("`{text}` is not an address with a port"))
}

fn page(address: &str) -> Result<Url, String> {
    let url = Url::parse(address).map_err(|error| format!("it is not an address: {error}"))?;
    let of_the_web = matches!(url.scheme(), "https" | "http") && url.username().is_empty() && url.password().is_none();
    if of_the_web { Ok(url) } else { Err("it is not a page of the web".to_owned()) }
}

fn database(url: &str) -> Result<Secret, String> {
    let known = ["sqlite://", "postgres://", "postgresql://"].iter().find_map(|scheme| url.strip_prefix(scheme));
    match known {
        None => Err("its scheme is not known".to_owned()),
        Some("") => Err("it names no database".to_owned()),
        Some(_) => Ok(Secret::new(url)),
    }
}
