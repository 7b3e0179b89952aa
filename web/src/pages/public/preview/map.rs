//! The map of a draft: drawn by the server with what lies under it, and nothing on it yet.

use super::super::head::{Head, Tab};
use super::super::map::{Move, Part, ground, moves, whole};
use super::Draft;
use crate::drawn_map::Drawn;
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::viewer::Visit;
use actions::places::LAYERS_MAX;
use askama::Template;
use axum::extract::{Path, Query};
use store::places::Layer;

#[derive(Template)]
#[template(path = "preview/map.html")]
struct MapPage {
    page: Page,
    head: Head,
    drawn: Drawn,
    moves: Vec<Move>,
    layers: Vec<Layer>,
}

/// `GET /preview/{token}/map`.
pub(super) async fn show(visit: Visit, Path(token): Path<String>, Query(part): Query<Part>) -> Reply {
    let maps = visit.web.app.maps.clone();
    super::show(
        visit,
        (token, Tab::Map),
        |db, frame| {
            if !frame.map {
                return Err(Error::NOT_FOUND);
            }
            Ok(store::places::layers(db, frame.consultation.id, LAYERS_MAX)?)
        },
        move |draft, layers| {
            let title = draft.page.t.with1("map-title", "consultation", draft.head.title.as_str());
            let Draft { page, head, .. } = draft.below(title);
            let view = part.view().unwrap_or_else(|| whole((&maps, &page.instance), &layers, None));
            let path = head.path.clone();
            let moves = moves(&page, &view, |view| format!("{path}/map?{}", view.query()));
            html(MapPage { drawn: ground(&maps, &view, &layers), moves, layers, head, page })
        },
    )
    .await
}
