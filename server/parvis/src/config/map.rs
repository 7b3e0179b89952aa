//! What the settings say of maps.

use std::path::PathBuf;

use url::Url;

/// Where maps take their ground and their addresses from.
#[derive(Debug, Clone)]
pub struct MapSection {
    /// Address of tiles, with `{z}`, `{x}` and `{y}`.
    pub tiles: Option<String>,
    /// Who made them.
    pub attribution: String,
    /// Their finest zoom.
    pub zoom_max: u32,
    /// How many mebibytes of them are kept.
    pub cache_mib: u64,
    /// The service of addresses.
    pub addresses: Option<Url>,
    /// The file of towns.
    pub communes: Option<PathBuf>,
    /// The file with the outline of the territory.
    pub territory: Option<PathBuf>,
    /// To how many metres places are rounded when they leave.
    pub rounding: u32,
    /// Whether these services may be on private networks and plain http.
    pub allow_private_networks: bool,
}

impl Default for MapSection {
    fn default() -> Self {
        Self {
            tiles: None,
            attribution: String::new(),
            zoom_max: 19,
            cache_mib: 512,
            addresses: None,
            communes: None,
            territory: None,
            rounding: 100,
            allow_private_networks: false,
        }
    }
}

/// Reads the address of tiles.
pub(super) fn tiles(address: &str) -> Result<String, String> {
    if let Some(missing) = ["{z}", "{x}", "{y}"].into_iter().find(|part| !address.contains(part)) {
        return Err(format!("{missing} is missing"));
    }
    let url = Url::parse(&address.replace(['{', '}'], "")).map_err(|error| error.to_string())?;
    if matches!(url.scheme(), "http" | "https") { Ok(address.to_owned()) } else { Err("it is no address of the web".to_owned()) }
}

/// Reads a whole number within bounds.
pub(super) fn number<N: std::str::FromStr + PartialOrd + Copy>(text: &str, least: N, most: N) -> Result<N, String> {
    let number: N = text.parse().map_err(|_no_number| format!("`{text}` is no whole number"))?;
    if number < least || number > most { Err(format!("`{text}` is out of bounds")) } else { Ok(number) }
}
