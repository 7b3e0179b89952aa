//! The map of a consultation: whether proposals say where they are, and what is drawn under them.

use super::desk::{self, Desk, Section};
use super::editor::{self, Head};
use super::show::{self, Choice};
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, Upload, done};
use crate::page::{Page, html_with};
use crate::viewer::{Staff, Visit};
use actions::places::{self, LAYERS_MAX};
use askama::Template;
use axum::extract::Path;
use domain::place::Asking;
use domain::text::Fault;
use serde::Deserialize;
use store::Uid;
use store::places::{Layer, LayerKind};
use store::views::page::Frame;

#[derive(Template)]
#[template(path = "office/map.html")]
struct MapPage {
    page: Page,
    desk: Desk,
    head: Head,
    askings: Vec<Choice>,
    /// Who decides whether places are asked for, and what they decided; empty: one does it here.
    decided: String,
    layers: Vec<Line>,
    kinds: Vec<Choice>,
    full: bool,
    name: String,
    faults: Faulty,
}

/// A layer that is there.
struct Line {
    id: String,
    name: String,
    kind: String,
}

/// Whether a place is asked for, as it was sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    asking: String,
}

/// `GET /admin/consultations/{slug}/map`.
pub(super) async fn show(Staff(visit): Staff, Path(slug): Path<String>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    page(&visit, &frame, &Fields::default(), actions::Faults::new()).await
}

/// `POST /admin/consultations/{slug}/map`.
pub(super) async fn save(Staff(visit): Staff, Path(slug): Path<String>, Posted(typed): Posted<Typed>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let Some(asking) = Asking::parse(&typed.asking) else {
        return page(&visit, &frame, &Fields::default(), vec![("asking", Fault::Choice)]).await;
    };
    places::ask(&visit.web.app, visit.viewer, &slug, asking).await?;
    Ok(done(&format!("/admin/consultations/{slug}/map"), "office-saved"))
}

/// `POST /admin/consultations/{slug}/map/layers`.
pub(super) async fn add(Staff(visit): Staff, Path(slug): Path<String>, upload: Upload) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let kind = LayerKind::parse(upload.fields.get("kind")).unwrap_or(LayerKind::Project);
    let file = upload.file.unwrap_or_default();
    match places::add_layer(&visit.web.app, visit.viewer, &slug, kind, upload.fields.get("name"), file).await {
        Ok(()) => Ok(done(&format!("/admin/consultations/{slug}/map"), "office-saved")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &frame, &upload.fields, faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/consultations/{slug}/map/layers/{layer}/remove`.
pub(super) async fn remove(Staff(visit): Staff, Path((slug, layer)): Path<(String, String)>, _: Posted<Fields>) -> Reply {
    editor::frame(&visit, &slug).await?;
    let layer = layer.parse().map(Uid).map_err(|_not_an_id| Error::NOT_FOUND)?;
    places::remove_layer(&visit.web.app, visit.viewer, &slug, layer).await?;
    Ok(done(&format!("/admin/consultations/{slug}/map"), "office-saved"))
}

// ftl: place-asking-* map-layer-kind-*
async fn page(visit: &Visit, frame: &Frame, typed: &Fields, faults: actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Consultations, frame.consultation.title.clone()).await?;
    let id = frame.consultation.id;
    let read =
        visit.web.app.store.read(move |db| Ok::<_, Error>((store::places::asking(db, id)?, store::places::layers(db, id, LAYERS_MAX)?)));
    let (asking, layers) = read.await?;
    let head = editor::head(&page.t, frame, visit.web.app.now(), "/map");
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let choice = |list: &str, code: &str, chosen| {
        Choice::new(code, page.t.code(list, code), chosen).hint(page.t.get(&format!("{list}-{code}-hint")))
    };
    let chosen = LayerKind::parse(typed.get("kind")).unwrap_or(LayerKind::Perimeter);
    let line =
        |layer: &Layer| Line { id: layer.id.0.to_string(), name: layer.name.clone(), kind: page.t.code("map-layer-kind", &layer.kind) };
    let decided = frame.origin.as_ref().map(|origin| {
        let organiser = domain::text::line(&origin.organiser);
        page.t.with2("map-office-decided", "organiser", organiser, "asking", page.t.code("place-asking", asking.code()))
    });
    let view = MapPage {
        decided: decided.unwrap_or_default(),
        askings: Asking::ALL.iter().map(|one| choice("place-asking", one.code(), *one == asking)).collect(),
        kinds: LayerKind::ALL.iter().map(|one| choice("map-layer-kind", one.code(), *one == chosen)).collect(),
        full: i64::try_from(layers.len()).unwrap_or(LAYERS_MAX) >= LAYERS_MAX,
        layers: layers.iter().map(line).collect(),
        name: typed.get("name").to_owned(),
        page,
        desk,
        head,
        faults,
    };
    html_with(status, view)
}
