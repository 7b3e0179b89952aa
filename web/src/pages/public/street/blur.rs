//! Cover faces and plates before a report is sent, without scripts: the picture comes back on a grid to whoever sent it, and to nobody else. Nothing
//! is kept meanwhile: the picture stands in the page itself, and goes back with the form.

use crate::error::{Error, Reply};
use crate::form::Fields;
use crate::page::{Page, html};
use crate::security::PicturesWithin;
use crate::viewer::Visit;
use actions::pictures::{self, Part};
use askama::Template;
use axum::response::IntoResponse;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Cells of the grid in each direction.
pub(crate) const CELLS: u32 = 8;
/// What is sent back as it came.
const KEPT: [&str; 9] = ["address", "latitude", "longitude", "kind", "category", "body", "email", "name", "sending"];

#[derive(Template)]
#[template(path = "street/blur.html")]
struct Blur {
    page: Page,
    /// The picture: base64 of a JPEG.
    picture: String,
    /// The same as an address.
    source: String,
    kept: Vec<(&'static str, String)>,
    rows: Vec<Vec<Cell>>,
}

/// A cell of the grid over a picture.
pub(crate) struct Cell {
    /// What is sent: column and row.
    pub(crate) value: String,
    /// From 1.
    pub(crate) column: u32,
    /// From 1.
    pub(crate) row: u32,
}

/// The cells of the grid, row by row.
pub(crate) fn rows() -> Vec<Vec<Cell>> {
    let cell = |column, row| Cell { value: format!("{column}-{row}"), column, row };
    (1..=CELLS).map(|row| (1..=CELLS).map(|column| cell(column, row)).collect()).collect()
}

/// The parts of the picture that were chosen. What names no cell is left out.
pub(crate) fn parts(fields: &Fields) -> Vec<Part> {
    let side = 1000 / CELLS;
    let number = |text: &str| text.parse::<u32>().ok().filter(|number| (1..=CELLS).contains(number));
    let chosen = fields.iter().filter(|(name, _)| *name == "cell").filter_map(|(_, value)| value.split_once('-'));
    let part = |(column, row): (&str, &str)| {
        Some(Part { left: (number(column)? - 1) * side, top: (number(row)? - 1) * side, width: side, height: side })
    };
    chosen.filter_map(part).take((CELLS * CELLS) as usize).collect()
}

/// The picture on its grid.
pub(super) async fn choose(visit: &Visit, fields: &Fields, file: Vec<u8>) -> Reply {
    let picture = pictures::covered(&visit.web.app, file, Vec::new()).await?;
    let page = visit.page("street-blur-title").await?;
    let name = page.t.get("street-title");
    let picture = STANDARD.encode(picture);
    let view = Blur {
        page: page.under("/street", name),
        source: format!("data:image/jpeg;base64,{picture}"),
        picture,
        kept: KEPT.map(|name| (name, fields.get(name).to_owned())).into(),
        rows: rows(),
    };
    let mut answer = html(view)?.into_response();
    answer.extensions_mut().insert(PicturesWithin);
    answer.headers_mut().insert(http::header::CACHE_CONTROL, http::HeaderValue::from_static("no-store"));
    Ok(answer)
}

/// The picture that came back from the grid, covered where that was chosen.
pub(super) async fn chosen(visit: &Visit, fields: &Fields) -> Result<Option<Vec<u8>>, Error> {
    let kept = fields.get("kept_picture");
    if kept.is_empty() {
        return Ok(None);
    }
    let picture = STANDARD.decode(kept).map_err(|bad| Error::Unreadable(bad.to_string()))?;
    Ok(Some(pictures::covered(&visit.web.app, picture, parts(fields)).await?))
}
