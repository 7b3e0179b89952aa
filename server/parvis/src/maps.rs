//! The maps of an instance, as its settings want them: files read once at the start, and who is asked for tiles and addresses.

use std::sync::Arc;

use actions::App;
use actions::places::{Communes, MapSettings, Maps, geojson};
use anyhow::Context as _;
use domain::place::Outline;
use federation::maps::{MapService, MapSources};

use crate::config::{Config, MapSection};

/// The app with its maps, and who is asked for them.
///
/// # Errors
/// When a file cannot be read, or the client cannot be made.
pub async fn install(app: App, config: &Config) -> anyhow::Result<(App, Arc<dyn Maps>)> {
    let section = &config.map;
    let communes = communes(section)?;
    let territory = match territory(section)? {
        Some(outline) => outline,
        None => {
            let instance = app.instance().await?;
            instance.insee_code.as_deref().and_then(|code| communes.outline(code)).unwrap_or_default()
        }
    };
    let settings = MapSettings {
        has_tiles: section.tiles.is_some(),
        attribution: section.attribution.clone(),
        zoom_max: section.zoom_max,
        rounding: section.rounding,
        territory,
    };
    let app = app.with_maps(settings);
    let sources = MapSources {
        tiles: section.tiles.clone(),
        zoom_max: section.zoom_max,
        addresses: section.addresses.clone(),
        communes: Arc::new(communes),
        folder: config.data_dir.join("tiles"),
        bytes_max: section.cache_mib * 1024 * 1024,
        allow_private_networks: section.allow_private_networks,
    };
    let service = MapService::new(app.clone(), sources)?;
    Ok((app, Arc::new(service)))
}

fn communes(section: &MapSection) -> anyhow::Result<Communes> {
    let Some(path) = &section.communes else { return Ok(Communes::default()) };
    let file = std::fs::read(path).with_context(|| format!("map.communes: reading {}", path.display()))?;
    Communes::read(&file).map_err(|reason| anyhow::anyhow!("map.communes: {}: {reason}", path.display()))
}

fn territory(section: &MapSection) -> anyhow::Result<Option<Outline>> {
    let Some(path) = &section.territory else { return Ok(None) };
    let file = std::fs::read(path).with_context(|| format!("map.territory: reading {}", path.display()))?;
    let wrong = |reason: String| anyhow::anyhow!("map.territory: {}: {reason}", path.display());
    let features = geojson::read(&file).map_err(|fault| wrong(format!("no GeoJSON in degrees ({fault:?})")))?;
    let outline = geojson::outline(&features).map_err(|fault| wrong(fault.code().to_owned()))?;
    if outline.is_empty() { Err(wrong("it holds no area".to_owned())) } else { Ok(Some(outline)) }
}
