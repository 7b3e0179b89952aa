//! The map of a consultation: drawn by the server, with links to move it, and the same contributions in a list; a script makes it smooth.

use super::contributions::{self, Chip};
use super::head::{Head, Tab};
use super::list_query::{Asked, ListQuery};
use super::load;
use super::map_letters::Letters;
use crate::drawn_map::{self, Drawn, MarkAt, View, ZOOM_MAX};
use crate::error::{Error, Reply};
use crate::form::Choice;
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::place_picker::Ground;
use crate::viewer::Visit;
use actions::limits::Purpose;
use actions::places::{LAYERS_MAX, MapSettings, geojson};
use askama::Template;
use axum::extract::{Path, Query};
use domain::contribution::Kind;
use domain::place::{Bounds, Place};
use serde::Deserialize;
use store::instance::Instance;
use store::places::{Layer, LayerKind};
use store::views::cards::Filter;
use store::views::map::{self, Marks, Shown};
use store::views::page::Frame;

/// Size of the map, in units of which a telephone shows each as about half a pixel.
const SIZE: (u32, u32) = (720, 480);
/// Contributions in a page of the list.
const PER_PAGE: i64 = 20;
/// Closest view that shows everything at first.
const CLOSEST: u32 = 16;

#[derive(Template)]
#[template(path = "map.html")]
struct MapPage {
    page: Page,
    head: Head,
    drawn: Drawn,
    moves: Vec<Move>,
    ground: Ground,
    /// Where the script reads marks, without the window.
    source: String,
    /// What the script shows at first.
    view: View,
    items: Vec<Item>,
    total: i64,
    everything: i64,
    layers: Vec<Layer>,
    legend: Vec<(String, String)>,
    search: String,
    themes: Vec<Choice>,
    answers: Vec<Choice>,
    kinds: Vec<Choice>,
    orders: Vec<Choice>,
    chips: Vec<Chip>,
    plain: String,
    list: String,
    pagination: Pagination,
    propose: bool,
}

/// A link that shows another part.
pub(super) struct Move {
    pub(super) path: String,
    pub(super) label: String,
    pub(super) icon: &'static str,
}

/// A contribution of the list.
struct Item {
    path: String,
    title: String,
    theme: Option<String>,
    letter: String,
    address: String,
}

/// Which part the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Part {
    lat: String,
    lon: String,
    zoom: String,
    page: String,
}

/// What was read.
struct Read {
    frame: Frame,
    query: ListQuery,
    view: View,
    marks: Marks,
    listed: Vec<Shown>,
    layers: Vec<Layer>,
    everything: i64,
    page: i64,
}

/// `GET /c/{slug}/map`.
pub(super) async fn show(visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>, Query(part): Query<Part>) -> Reply {
    if asked.searches() {
        visit.web.app.limits.check(Purpose::Search, &visit.client.bucket())?;
    }
    let (viewer, maps, instance) = (visit.viewer, visit.web.app.maps.clone(), visit.web.app.instance().await?);
    let read = visit.web.app.store.read(move |db| {
        let frame = load::frame(db, &slug, viewer)?;
        let query = ListQuery::read(&asked, &frame.themes, 1);
        let id = frame.consultation.id;
        let layers = store::places::layers(db, id, LAYERS_MAX)?;
        let (everything, around) = store::places::spread(db, id)?;
        let view = match part.view() {
            Some(view) => view,
            None => whole((&maps, &instance), &layers, around),
        };
        let filter = Filter { order: None, ..query.filter() };
        let marks = map::marks(db, id, &filter, &view.window())?;
        let page = pagination::asked(&part.page).min(pagination::pages(marks.total, PER_PAGE));
        let listed = map::list(db, id, &filter, &view.window(), pagination::offset(page, PER_PAGE), PER_PAGE)?;
        Ok::<_, Error>(Read { frame, query, view, marks, listed, layers, everything, page })
    });
    let read = read.await?;
    let mut page = visit.page(read.frame.consultation.title.clone()).await?;
    page.title = page.t.with1("map-title", "consultation", page.title.as_str());
    html(view(&visit, page, read))
}

fn view(visit: &Visit, page: Page, read: Read) -> MapPage {
    let Read { frame, query, view, marks, listed, layers, everything, page: number } = read;
    let slug = &frame.consultation.slug;
    let (root, filters) = (format!("/c/{slug}/map"), query.filters());
    let at = |view: &View| format!("{root}?{}{filters}", view.query());
    let mut drawn = ground(&visit.web.app.maps, &view, &layers);
    let letters = letters(&frame);
    put_marks(&page, &mut drawn, (&view, &marks), (slug, &letters), at);
    let head = Head::new(visit, &page, &frame, Tab::Map);
    let here = at(&view);
    MapPage {
        moves: moves(&page, &view, at),
        ground: Ground::of(&visit.web.app.maps, &page.instance),
        source: format!("{root}.json?{}", filters.trim_start_matches('&')),
        items: listed.iter().map(|shown| Item::new(slug, &letters, shown)).collect(),
        total: marks.total,
        everything,
        legend: letters.legend(),
        themes: contributions::themes(&frame.themes, &query),
        answers: contributions::answers(&page, &query),
        kinds: contributions::kinds(&page, &query),
        orders: Vec::new(),
        chips: contributions::chips(&page, &query, &|query| format!("{root}?{}{}", view.query(), query.filters())),
        list: query.path(slug),
        pagination: Pagination::new(marks.total, PER_PAGE, number, |n| format!("{here}&page={n}#list")),
        propose: super::offer::to_publish(visit, Kind::Proposal, &frame.calendar, page.now).is_some(),
        search: query.search,
        plain: root,
        layers,
        view,
        drawn,
        head,
        page,
    }
}

/// What shows everything: the perimeter, what is placed (`around`), or else the territory.
pub(super) fn whole((maps, instance): (&MapSettings, &Instance), layers: &[Layer], around: Option<Bounds>) -> View {
    let perimeter = layers.iter().filter(|layer| layer.kind == LayerKind::Perimeter.code()).map(Layer::bounds);
    let all = perimeter.chain(around).reduce(Bounds::and);
    View::fitting(&drawn_map::bounds_or_territory(all, maps, instance), SIZE, CLOSEST)
}

/// The map with its layers, and nothing on them yet.
pub(super) fn ground(maps: &MapSettings, view: &View, layers: &[Layer]) -> Drawn {
    let mut drawn = view.draw(maps);
    for layer in layers {
        match geojson::read(layer.shapes.as_bytes()) {
            Ok(features) => view.add_features(&mut drawn, &features, layer.kind == LayerKind::Perimeter.code()),
            Err(fault) => tracing::error!(?fault, "a layer is not shown"),
        }
    }
    drawn
}

impl Part {
    /// The part that is asked for, if it makes sense.
    pub(super) fn view(&self) -> Option<View> {
        let number = |text: &str| text.parse::<f64>().ok();
        let place = Place::new(number(&self.lat)?, number(&self.lon)?)?;
        Some(View::of(place, self.zoom.parse().ok()?, SIZE))
    }
}

impl Item {
    fn new(slug: &str, letters: &Letters, shown: &Shown) -> Self {
        Self {
            path: load::path(slug, shown.place.contribution_id),
            title: shown.title.clone(),
            letter: letters.mark(shown.theme_name.as_deref()),
            theme: shown.theme_name.clone(),
            address: shown.place.address.clone(),
        }
    }
}

/// The letters of the themes of a consultation.
pub(super) fn letters(frame: &Frame) -> Letters {
    Letters::of(frame.themes.iter().map(|theme| theme.name.as_str()))
}

fn put_marks(
    page: &Page,
    drawn: &mut Drawn,
    (view, marks): (&View, &Marks),
    (slug, letters): (&str, &Letters),
    at: impl Fn(&View) -> String,
) {
    for shown in &marks.alone {
        let place = Place { latitude: shown.place.latitude, longitude: shown.place.longitude };
        if let Ok(shape) = shown.place.geometry() {
            view.add(drawn, &shape);
        }
        let (x, y) = view.at(place);
        let (path, label) = (load::path(slug, shown.place.contribution_id), letters.mark(shown.theme_name.as_deref()));
        drawn.marks.push(MarkAt { x, y, radius: 12, label, title: shown.title.clone(), path, several: false });
    }
    for mark in &marks.gathered {
        let place = Place { latitude: mark.latitude, longitude: mark.longitude };
        let (x, y) = view.at(place);
        let closer = View::of(place, view.zoom + 2, SIZE);
        let radius = match mark.count {
            ..10 => 14,
            10..100 => 18,
            100..1_000 => 22,
            _ => 27,
        };
        let title = page.t.count("map-gathered", mark.count);
        // What stands at one address stands together however close one looks: there the list tells them apart.
        let list = if view.zoom < ZOOM_MAX { "" } else { "#list" };
        drawn.marks.push(MarkAt { x, y, radius, label: page.number(mark.count), title, path: at(&closer) + list, several: true });
    }
}

pub(super) fn moves(page: &Page, view: &View, at: impl Fn(&View) -> String) -> Vec<Move> {
    let link = |key: &str, icon, east, south, closer| Move { path: at(&view.moved(east, south, closer)), label: page.t.get(key), icon };
    vec![
        link("map-closer", "plus", 0.0, 0.0, 1),
        link("map-farther", "minus", 0.0, 0.0, -1),
        link("map-west", "arrow-left", -0.5, 0.0, 0),
        link("map-east", "arrow-right", 0.5, 0.0, 0),
        link("map-north", "arrow-up", 0.0, -0.5, 0),
        link("map-south", "arrow-down", 0.0, 0.5, 0),
    ]
}
