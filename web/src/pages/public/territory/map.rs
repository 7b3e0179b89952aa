//! The territories and how many open consultations each has: a map of the places that they say they are at, and the same in a table.

use super::Tab;
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::Query;
use domain::territory::{Place, TerritoryKind};
use serde::Deserialize;
use store::At;
use store::views::territory::places::{self, Territory};

/// Territories in a page of the table.
const PER_PAGE: i64 = 50;
/// Most points on the map.
const POINTS: i64 = 1_000;
/// The map, and the margin around its points, in units of which a telephone shows each as about a pixel.
const WIDTH: f64 = 360.0;
const HEIGHT: f64 = 240.0;
const MARGIN: f64 = 32.0;
/// The smallest stretch that a map shows, in degrees of latitude: a single town is not blown up to nothing.
const STRETCH_MIN: f64 = 0.05;
/// With more points than this, their names stand in the table only.
const NAMED_MAX: usize = 12;
/// Longest name on the map, in characters.
const NAME_MAX: usize = 24;

#[derive(Template)]
#[template(path = "territory_map.html")]
struct Map {
    page: Page,
    tabs: Vec<Tab>,
    drawing: Drawing,
    lines: Vec<Line>,
    total: i64,
    /// Those of this page that say no place.
    pagination: Pagination,
}

/// The map: points in a box.
#[derive(Debug, Default, PartialEq)]
struct Drawing {
    points: Vec<Point>,
    /// Whether their names stand beside them.
    named: bool,
}

/// A territory on the map.
#[derive(Debug, PartialEq)]
struct Point {
    x: u32,
    y: u32,
    radius: u32,
    title: String,
    name: String,
    /// Where the name ends or begins.
    name_x: u32,
    name_y: u32,
    /// `end` on the right half of the map, else `start`.
    anchor: &'static str,
}

/// A territory in the table.
struct Line {
    id: String,
    name: String,
    host: String,
    kind: String,
    insee_code: Option<String>,
    open: i64,
    placed: bool,
    checked_at: Option<At>,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    page: String,
}

/// `GET /territory/map`.
pub(crate) async fn show(visit: Visit, Query(asked): Query<Asked>) -> Reply {
    let page = visit.page("territory-map-title").await?;
    let (now, number) = (page.now, pagination::asked(&asked.page));
    let read = visit.web.app.store.read(move |db| {
        let (total, _) = places::count(db)?;
        let number = number.min(pagination::pages(total, PER_PAGE));
        let all = places::list(db, now, 0, POINTS)?;
        let shown = places::list(db, now, pagination::offset(number, PER_PAGE), PER_PAGE)?;
        Ok::<_, Error>((all, shown, total, number))
    });
    let (all, shown, total, number) = read.await?;
    let parent = page.t.get("territory-title");
    html(Map {
        tabs: super::tabs(&page, "map"),
        drawing: draw(&page, &all),
        lines: shown.iter().map(|territory| Line::new(&page, territory)).collect(),
        total,
        pagination: Pagination::new(total, PER_PAGE, number, |n| format!("/territory/map?page={n}#territories")),
        page: page.under("/territory", parent),
    })
}

impl Line {
    fn new(page: &Page, territory: &Territory) -> Self {
        // ftl: territory-kind-*
        let kind = TerritoryKind::parse(&territory.kind).filter(|kind| *kind != TerritoryKind::Other);
        Self {
            id: territory.id.0.to_string(),
            name: super::named(&territory.name, &territory.host),
            host: territory.host.clone(),
            kind: kind.map(|kind| page.t.code("territory-kind", kind.code())).unwrap_or_default(),
            insee_code: territory.insee_code.clone(),
            open: territory.open,
            placed: territory.latitude.is_some(),
            checked_at: territory.checked_at,
        }
    }
}

/// Puts the territories that say where they are on a map: degrees of longitude as wide as they are at this latitude, north above.
fn draw(page: &Page, all: &[Territory]) -> Drawing {
    let placed: Vec<(&Territory, Place)> = all.iter().filter_map(|one| Some((one, Place::new(one.latitude?, one.longitude?)?))).collect();
    if placed.is_empty() {
        return Drawing::default();
    }
    let count = f64::from(u32::try_from(placed.len()).unwrap_or(u32::MAX));
    let middle = placed.iter().map(|(_, place)| place.latitude).sum::<f64>() / count;
    let shrink = middle.to_radians().cos().max(0.01);
    let flat: Vec<(f64, f64)> = placed.iter().map(|(_, place)| (place.longitude * shrink, -place.latitude)).collect();
    let bounds = |of: fn(&(f64, f64)) -> f64| {
        let values = flat.iter().map(of);
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
    };
    let ((left, right), (top, bottom)) = (bounds(|point| point.0), bounds(|point| point.1));
    let fit = |room: f64, stretch: f64| (room - 2.0 * MARGIN) / stretch.max(STRETCH_MIN);
    let scale = fit(WIDTH, right - left).min(fit(HEIGHT, bottom - top));
    // In the middle of the map.
    let along = |value: f64, (from, to): (f64, f64), room: f64| (value - f64::midpoint(from, to)).mul_add(scale, room / 2.0);
    let points = placed.iter().zip(&flat).map(|((one, _), (x, y))| {
        let (x, y) = (along(*x, (left, right), WIDTH), along(*y, (top, bottom), HEIGHT));
        // The area says how many; what has none is still a place.
        let radius = 3.0f64.mul_add(f64::from(u32::try_from(one.open.clamp(0, 25)).unwrap_or(0)).sqrt(), 4.0);
        let ends = x > WIDTH / 2.0;
        let name = super::named(&one.name, &one.host);
        Point {
            x: pixels(x),
            y: pixels(y),
            radius: pixels(radius),
            title: page.t.with2("territory-point", "place", name.clone(), "count", one.open),
            name_x: pixels(if ends { x - radius - 5.0 } else { x + radius + 5.0 }),
            name_y: pixels(y + 4.0),
            anchor: if ends { "end" } else { "start" },
            name: if name.chars().count() > NAME_MAX { name.chars().take(NAME_MAX).chain(['…']).collect() } else { name },
        }
    });
    Drawing { named: placed.len() <= NAMED_MAX, points: points.collect() }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is bounded on both sides")]
fn pixels(value: f64) -> u32 {
    value.clamp(0.0, WIDTH).round() as u32
}
