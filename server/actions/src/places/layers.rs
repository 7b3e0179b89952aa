//! Add what is drawn under the contributions of a consultation, and take it away: a perimeter, projects that exist already.

use super::geojson;
use crate::{App, Error, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::place::{Outline, PlaceFault};
use domain::text::{self, Fault};
use store::places::{Layer, LayerKind};
use store::{At, Db, Uid};

/// Most layers of a consultation.
pub const LAYERS_MAX: i64 = 10;

/// Adds a layer from a file of GeoJSON.
///
/// # Errors
/// A refusal of the permission table, what is wrong with the file or the name, or the store's failure.
pub async fn add_layer(app: &App, viewer: Viewer, slug: &str, kind: LayerKind, name: &str, file: Vec<u8>) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let name = text::bounded_line(name, 1, text::NAME_MAX).map_err(|fault| Error::fault("name", fault))?;
    if file.is_empty() {
        return Err(Error::fault("file", Fault::Missing));
    }
    // Reading takes a while for a large file: not where others wait.
    let read = tokio::task::spawn_blocking(move || geojson::read(&file)).await.map_err(|gone| Error::Broken(gone.to_string()))?;
    let shapes = read.map_err(|fault| Error::fault("file", fault))?;
    if kind == LayerKind::Perimeter {
        let outline = geojson::outline(&shapes).map_err(|fault| Error::fault("file", Fault::Place(fault)))?;
        if outline.is_empty() {
            return Err(Error::fault("file", Fault::Place(PlaceFault::Flat)));
        }
    }
    let bounds = geojson::bounds(&shapes).ok_or_else(|| Error::fault("file", Fault::Missing))?;
    let (now, id, slug) = (app.now(), app.new_id::<uuid::Uuid>(), slug.to_owned());
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            let there = store::places::layers(db, consultation.id, LAYERS_MAX)?;
            if i64::try_from(there.len()).unwrap_or(LAYERS_MAX) >= LAYERS_MAX {
                return Err(Error::fault("file", Fault::Place(PlaceFault::TooMany)));
            }
            let layer = Layer {
                id: Uid(id),
                consultation_id: consultation.id,
                kind: kind.code().to_owned(),
                name,
                shapes: geojson::write(&shapes),
                west: bounds.west,
                south: bounds.south,
                east: bounds.east,
                north: bounds.north,
                added_at: At(now),
            };
            store::places::add_layer(db, &layer)?;
            let event = Event::new(EventKind::MapChanged).by(viewer.actor).on(consultation.id.0).within(consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// Takes a layer away.
///
/// # Errors
/// A refusal of the permission table, no such layer, or the store's failure.
pub async fn remove_layer(app: &App, viewer: Viewer, slug: &str, layer: Uid) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            if !store::places::remove_layer(db, consultation.id, layer)? {
                return Err(store::Error::NotFound.into());
            }
            let event = Event::new(EventKind::MapChanged).by(viewer.actor).on(consultation.id.0).within(consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// Where the contributions of a consultation may be: the areas of its perimeters; empty when it has none.
///
/// # Errors
/// When the database refuses.
pub fn perimeter(db: &mut Db, consultation: Uid) -> Result<Outline> {
    let mut areas = Vec::new();
    for layer in store::places::layers(db, consultation, LAYERS_MAX)? {
        if layer.kind == LayerKind::Perimeter.code()
            && let Ok(shapes) = geojson::read(layer.shapes.as_bytes())
            && let Ok(outline) = geojson::outline(&shapes)
        {
            areas.extend_from_slice(outline.areas());
        }
    }
    Ok(Outline::new(areas).unwrap_or_default())
}
