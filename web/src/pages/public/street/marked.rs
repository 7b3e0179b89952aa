//! The reports of a page of the list on a map: drawn by the server, made smooth by a script. The list beneath says the same.

use crate::drawn_map::{Drawn, MarkAt, View, ZOOM_PLACE, with_ground};
use crate::page::Page;
use crate::place_picker::Ground;
use crate::street::Line;
use crate::viewer::Visit;
use domain::place::Bounds;
use domain::territory::Place;
use serde_json::json;
use store::street::Report;

/// Size of the map, in units of which a telephone shows each as about half a pixel.
const SIZE: (u32, u32) = (720, 360);

/// Marks that are less far apart than this, in units of the map, would cover each other.
const APART: i32 = 34;

/// Reports on a map.
pub(super) struct Marked {
    pub(super) drawn: Drawn,
    /// What the script shows at first.
    pub(super) view: View,
    pub(super) ground: Ground,
    /// The marks, for the script: they are on the page already, nothing is asked for them.
    pub(super) marks: String,
}

impl Marked {
    /// The reports that have a place, with their lines in the same order; nothing where none has.
    pub(super) fn new(visit: &Visit, page: &Page, rows: &[Report], lines: &[Line]) -> Option<Self> {
        let placed: Vec<(Place, &Line)> = rows.iter().zip(lines).filter_map(|(row, line)| Some((row.place()?, line))).collect();
        let places: Vec<Place> = placed.iter().map(|(place, _)| *place).collect();
        let view = View::fitting(&with_ground(Bounds::around(&places)?, &visit.web.app.maps), SIZE, ZOOM_PLACE);
        let mut drawn = view.draw(&visit.web.app.maps);
        let mut marks = Vec::with_capacity(placed.len());
        for (place, line) in placed {
            let title = title(page, line);
            let (x, y) = view.at(place);
            let label = line.number.to_string();
            marks.push(json!({ "lat": place.latitude, "lon": place.longitude, "letter": label, "title": title, "path": line.path }));
            drawn.marks.push(MarkAt { x, y, radius: 14, label, title, path: line.path.clone(), several: false });
        }
        drawn.marks = gathered(page, drawn.marks);
        let marks = json!({ "gathered": [], "alone": marks }).to_string();
        Some(Self { drawn, view, ground: Ground::of(&visit.web.app.maps, &page.instance), marks })
    }
}

/// Marks that would cover each other become one, which leads to the list: each has to be hit with a finger. The list has at most a page of them.
fn gathered(page: &Page, marks: Vec<MarkAt>) -> Vec<MarkAt> {
    let mut kept: Vec<(MarkAt, i64)> = Vec::with_capacity(marks.len());
    for mark in marks {
        let near = |(one, _): &&mut (MarkAt, i64)| (one.x - mark.x).abs().max((one.y - mark.y).abs()) < APART;
        match kept.iter_mut().find(near) {
            Some((_, count)) => *count += 1,
            None => kept.push((mark, 1)),
        }
    }
    let several = |mark: MarkAt, count: i64| MarkAt {
        radius: 16,
        label: page.number(count),
        title: page.t.count("street-count", count),
        path: "#list".to_owned(),
        several: true,
        ..mark
    };
    kept.into_iter().map(|(mark, count)| if count == 1 { mark } else { several(mark, count) }).collect()
}

/// What a mark stands for, as the list says it.
fn title(page: &Page, line: &Line) -> String {
    let number = page.t.with1("street-number", "number", line.number);
    let parts = [number.as_str(), &line.category, &line.address, &line.state.label];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
