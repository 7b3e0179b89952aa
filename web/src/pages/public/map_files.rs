//! What scripts and other programs read of the map: the marks of a window as JSON, and all placed contributions as GeoJSON (RFC 7946).

use super::list_query::{Asked, ListQuery};
use super::load;
use super::map::letters;
use super::map_letters::Letters;
use crate::error::{Error, Reply};
use crate::viewer::Visit;
use actions::limits::Purpose;
use actions::places::LAYERS_MAX;
use axum::body::Body;
use axum::extract::{Path, Query};
use axum::response::IntoResponse;
use domain::actor::Viewer;
use domain::links::Links;
use domain::place::{Bounds, Cell, Place};
use http::header;
use serde::Deserialize;
use serde_json::{Value, json};
use store::places::Layer;
use store::views::cards::Filter;
use store::views::map::{self, Shown, Window};
use store::{Store, Uid};

/// Contributions read at once: what one download may hold in memory.
const BATCH: i64 = 500;

/// Which window.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Part {
    bbox: String,
    zoom: String,
}

/// `GET /c/{slug}/map.json?bbox=west,south,east,north&zoom=…`: the marks of a window, those that stand close together as one.
pub(super) async fn marks(visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>, Query(part): Query<Part>) -> Reply {
    if asked.searches() {
        visit.web.app.limits.check(Purpose::Search, &visit.client.bucket())?;
    }
    let window = part.window().ok_or_else(|| Error::Unreadable("a window".to_owned()))?;
    let viewer = visit.viewer;
    let read = visit.web.app.store.read(move |db| {
        let frame = load::frame(db, &slug, viewer)?;
        let filter = Filter { order: None, ..ListQuery::read(&asked, &frame.themes, 1).filter() };
        Ok::<_, Error>((map::marks(db, frame.consultation.id, &filter, &window)?, letters(&frame), frame.consultation.slug))
    });
    let (marks, letters, slug) = read.await?;
    let gathered: Vec<Value> =
        marks.gathered.iter().map(|mark| json!({"lat": mark.latitude, "lon": mark.longitude, "count": mark.count})).collect();
    let alone: Vec<Value> = marks.alone.iter().map(|shown| alone(&slug, &letters, shown)).collect();
    Ok(axum::Json(json!({"total": marks.total, "gathered": gathered, "alone": alone})).into_response())
}

fn alone(slug: &str, letters: &Letters, shown: &Shown) -> Value {
    let place = &shown.place;
    let shape =
        place.geometry().ok().filter(|_| place.kind != "point").and_then(|shape| serde_json::from_str::<Value>(&shape.geojson()).ok());
    json!({
        "lat": place.latitude,
        "lon": place.longitude,
        "path": load::path(slug, place.contribution_id),
        "title": shown.title,
        "theme": shown.theme_name,
        "letter": letters.mark(shown.theme_name.as_deref()),
        "shape": shape,
    })
}

impl Part {
    fn window(&self) -> Option<Window> {
        let sides: Vec<f64> = self.bbox.split(',').map(str::parse).collect::<Result<_, _>>().ok()?;
        let [west, south, east, north] = sides.as_slice() else { return None };
        let (low, high) = (Place::new(*south, west.max(-180.0))?, Place::new(*north, east.min(180.0))?);
        let bounds = Bounds { west: low.longitude, south: low.latitude, east: high.longitude, north: high.latitude };
        let (from, to) = Cell::corners(&bounds);
        let zoom: u32 = self.zoom.parse().ok().filter(|zoom| *zoom <= 22)?;
        (from.x <= to.x && from.y <= to.y).then_some(Window { from, to, bits: zoom + 2 })
    }
}

/// `GET /c/{slug}/map/layers.json`: what is drawn under the contributions, for the script.
pub(super) async fn layers(visit: Visit, Path(slug): Path<String>) -> Reply {
    let viewer = visit.viewer;
    let read = visit.web.app.store.read(move |db| {
        let frame = load::frame(db, &slug, viewer)?;
        Ok::<_, Error>(store::places::layers(db, frame.consultation.id, LAYERS_MAX)?)
    });
    let shapes = |layer: &Layer| {
        let shapes: Value = serde_json::from_str(&layer.shapes).ok()?;
        Some(json!({"kind": layer.kind, "name": layer.name, "shapes": shapes}))
    };
    let layers: Vec<Value> = read.await?.iter().filter_map(shapes).collect();
    Ok(axum::Json(layers).into_response())
}

/// `GET /c/{slug}/contributions.geojson`: what everybody sees, whoever asks; read page by page as the reader takes it, and never cut.
pub(super) async fn download(visit: Visit, Path(slug): Path<String>) -> Reply {
    let app = &visit.web.app;
    app.limits.check(Purpose::Download, &visit.client.bucket())?;
    let name =
        format!("attachment; filename=\"{}.geojson\"", slug.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>());
    let frame = app.store.read(move |db| load::frame(db, &slug, Viewer::VISITOR)).await?;
    let reading = Reading {
        store: app.store.clone(),
        links: app.links.clone(),
        consultation: frame.consultation.id,
        slug: frame.consultation.slug,
        next: Next::Opening,
    };
    let headers = [(header::CONTENT_TYPE, "application/geo+json".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, Body::from_stream(futures_util::stream::try_unfold(reading, Reading::piece))).into_response())
}

/// A file that is being read.
struct Reading {
    store: Store,
    links: Links,
    consultation: Uid,
    slug: String,
    next: Next,
}

/// What comes next.
enum Next {
    Opening,
    Rows(Option<Uid>),
    Nothing,
}

impl Reading {
    /// The next piece. After a failure the answer breaks off, so that nobody takes a part for the whole.
    async fn piece(mut self) -> Result<Option<(String, Self)>, Error> {
        let last = match self.next {
            Next::Nothing => return Ok(None),
            Next::Opening => {
                self.next = Next::Rows(None);
                return Ok(Some((r#"{"type":"FeatureCollection","features":["#.to_owned(), self)));
            }
            Next::Rows(last) => last,
        };
        let consultation = self.consultation;
        let read = self.store.read(move |db| map::after(db, consultation, last, BATCH)).await;
        let rows = read.inspect_err(|error| tracing::error!(%error, "a download broke off"))?;
        let mut piece = String::new();
        for (index, shown) in rows.iter().enumerate() {
            if last.is_some() || index > 0 {
                piece.push(',');
            }
            piece.push('\n');
            piece.push_str(&self.feature(shown));
        }
        let whole = i64::try_from(rows.len()).is_ok_and(|count| count == BATCH);
        self.next = match rows.last() {
            Some(row) if whole => Next::Rows(Some(row.place.contribution_id)),
            Some(_) | None => {
                piece.push_str("\n]}\n");
                Next::Nothing
            }
        };
        Ok(Some((piece, self)))
    }

    fn feature(&self, shown: &Shown) -> String {
        let place = &shown.place;
        let geometry = place.geometry().map_or_else(|_unreadable| "null".to_owned(), |shape| shape.geojson());
        let properties = json!({
            "url": self.links.absolute(&load::path(&self.slug, place.contribution_id)),
            "kind": shown.kind,
            "title": shown.title,
            "theme": shown.theme_name,
            "address": place.address,
            "metres": place.metres,
            "answer_state": shown.answer,
            "published_at": shown.created_at.0.to_string(),
        });
        format!(r#"{{"type":"Feature","id":"{}","geometry":{geometry},"properties":{properties}}}"#, place.contribution_id.0)
    }
}
