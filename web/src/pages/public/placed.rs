//! Where a contribution is, as its page shows it: a small map, and the same in words.

use crate::drawn_map::{Drawn, MarkAt, View, ZOOM_PLACE};
use crate::page::Page;
use crate::viewer::Visit;
use domain::place::degrees;
use store::places::Placed;

/// Size of the map, in units of which a telephone shows each as about a pixel.
const SIZE: (u32, u32) = (360, 200);

/// Where something is.
pub(super) struct PlaceView {
    /// In words: an address, or coordinates.
    pub(super) words: String,
    /// To how many metres it is known, where that is not exact.
    pub(super) about: Option<String>,
    pub(super) drawn: Drawn,
    /// The map of the consultation around it.
    pub(super) map: String,
}

impl PlaceView {
    /// The view of a place; nothing of a place that cannot be read.
    pub(super) fn new(visit: &Visit, page: &Page, consultation: &str, place: &Placed) -> Option<Self> {
        let shape = place.geometry().inspect_err(|error| tracing::error!(%error, "a place is not shown")).ok()?;
        let view = View::fitting(&shape.bounds(), SIZE, ZOOM_PLACE);
        let mut drawn = view.draw(&visit.web.app.maps);
        view.add(&mut drawn, &shape);
        let (x, y) = view.at(shape.centre());
        let coordinates = format!("{}, {}", degrees(place.latitude), degrees(place.longitude));
        let words = if place.address.is_empty() { page.t.with1("place-at", "coordinates", coordinates) } else { place.address.clone() };
        drawn.marks.push(MarkAt { x, y, radius: 8, label: String::new(), title: words.clone(), path: String::new(), several: false });
        Some(Self {
            about: (place.metres > 0).then(|| page.t.count("place-about", place.metres)),
            map: format!("{consultation}/map?{}", view.query()),
            words,
            drawn,
        })
    }
}
