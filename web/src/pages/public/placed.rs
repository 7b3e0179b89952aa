//! Where a contribution or a report is, as its page shows it: a small map, and the same in words.

use crate::drawn_map::{Drawn, MarkAt, View, ZOOM_PLACE, with_ground};
use crate::page::Page;
use crate::street;
use crate::viewer::Visit;
use domain::place::{Geometry, degrees};
use store::places::Placed;
use store::street::Report;

/// Size of the map, in units of which a telephone shows each as about a pixel.
const SIZE: (u32, u32) = (360, 200);

/// Where something is.
pub(crate) struct PlaceView {
    /// In words: an address, or coordinates.
    pub(crate) words: String,
    /// To how many metres it is known, where that is not exact.
    pub(crate) about: Option<String>,
    pub(crate) drawn: Drawn,
    /// The map of the consultation around it; empty where there is none.
    pub(crate) map: String,
}

impl PlaceView {
    /// The view of a place; nothing of a place that cannot be read.
    pub(crate) fn new(visit: &Visit, page: &Page, consultation: &str, place: &Placed) -> Option<Self> {
        let shape = place.geometry().inspect_err(|error| tracing::error!(%error, "a place is not shown")).ok()?;
        let at = format!("{}, {}", degrees(place.latitude), degrees(place.longitude));
        let (view, shown) = Self::of(visit, page, &shape, (&place.address, at));
        Some(Self {
            about: (place.metres > 0).then(|| page.t.count("place-about", place.metres)),
            map: format!("{consultation}/map?{}", view.query()),
            ..shown
        })
    }

    /// The view of the place of a report; nothing where it has words only.
    pub(crate) fn of_report(visit: &Visit, page: &Page, row: &Report) -> Option<Self> {
        let shape = Geometry::point(row.place()?).ok()?;
        Some(Self::of(visit, page, &shape, (&row.address, street::degrees(row).unwrap_or_default())).1)
    }

    /// A shape on its map: under its address, else its coordinates.
    fn of(visit: &Visit, page: &Page, shape: &Geometry, (address, coordinates): (&str, String)) -> (View, Self) {
        let view = View::fitting(&with_ground(shape.bounds(), &visit.web.app.maps), SIZE, ZOOM_PLACE);
        let mut drawn = view.draw(&visit.web.app.maps);
        view.add(&mut drawn, shape);
        let (x, y) = view.at(shape.centre());
        let words = if address.is_empty() { page.t.with1("place-at", "coordinates", coordinates) } else { address.to_owned() };
        drawn.marks.push(MarkAt { x, y, radius: 8, label: String::new(), title: words.clone(), path: String::new(), several: false });
        (view, Self { words, about: None, drawn, map: String::new() })
    }
}
