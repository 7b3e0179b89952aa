//! One data set: what its fields mean, its first rows, its files.

use super::field::Set;
use super::file::Form;
use crate::error::Reply;
use crate::page::{Page, html};
use crate::pages::public::csv;
use crate::viewer::Visit;
use askama::Template;
use domain::open_data::Licence;
use store::open_data::Settings;

/// Rows that are shown.
const SHOWN: i64 = 10;
/// Characters of a cell that are shown.
const EXCERPT: usize = 80;

#[derive(Template)]
#[template(path = "open_data_set.html")]
struct One {
    page: Page,
    about: String,
    theme: String,
    licence: Licence,
    rows: i64,
    files: Vec<(&'static str, String)>,
    fields: Vec<Line>,
    /// The first rows, cut where they are long.
    preview: Vec<Vec<String>>,
    rounding: Option<u32>,
}

/// What a field is.
struct Line {
    name: &'static str,
    kind: String,
    means: String,
}

/// The page of a data set.
pub(super) async fn show(visit: &Visit, set: Set, settings: &Settings) -> Reply {
    let about = super::about(&visit.web.app);
    let rounding = Some(about.rounding).filter(|metres| *metres > 0 && set.dataset.has_places());
    let read = visit.web.app.store.read(move |db| {
        let found = (set.read)(db, &about, None, SHOWN.min(set.batch))?;
        Ok::<_, store::Error>((found, (set.count)(db)?))
    });
    let (found, rows) = read.await?;
    // ftl: open-data-set-* open-data-about-* open-data-theme-* open-data-kind-* open-data-field-*
    let mut page = visit.page("open-data-title").await?;
    let portal = page.title.clone();
    page.crumbs.clear();
    page.title = page.t.code("open-data-set", set.dataset.code());
    let line = |field: &super::Field| Line {
        name: field.name,
        kind: page.t.code("open-data-kind", field.kind.code()),
        means: page.t.code("open-data-field", field.name),
    };
    let cut = |text: String| match text.char_indices().nth(EXCERPT) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text,
    };
    html(One {
        about: page.t.code("open-data-about", set.dataset.code()),
        theme: page.t.code("open-data-theme", set.dataset.theme().code()),
        licence: settings.licence,
        rows,
        files: Form::of(set.dataset).map(|form| (form.name(), form.path(set.dataset))).collect(),
        fields: set.fields.iter().map(line).collect(),
        preview: found.rows.iter().map(|row| row.cells.iter().map(|cell| cut(csv::words(cell))).collect()).collect(),
        rounding,
        page: page.under("/open-data", portal),
    })
}
