//! A data set as a file: CSV for a spreadsheet, JSON and GeoJSON (RFC 7946) for programs. Read piece by piece as the reader takes it, and never cut.

use super::field::{About, Field, Piece, Row, Set};
use crate::error::{Error, Reply};
use crate::pages::public::csv;
use crate::viewer::Visit;
use actions::limits::Purpose;
use axum::body::Body;
use axum::response::IntoResponse;
use domain::open_data::{Dataset, Licence};
use http::header;
use serde_json::Value;
use std::sync::Arc;
use store::{Store, Uid};

domain::words! {
    /// The form of a file.
    Form {
        /// Comma-separated values, here with semicolons (RFC 4180).
        Csv = "csv",
        /// JSON.
        Json = "json",
        /// GeoJSON (RFC 7946).
        GeoJson = "geojson",
    }
}

/// The geometry of what has no place.
static NOWHERE: Value = Value::Null;
/// For how long a file is kept on its way.
const KEPT: &str = "public, max-age=300";

impl Form {
    /// The forms that a data set has.
    pub(super) fn of(set: Dataset) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |form| *form != Self::GeoJson || set.has_places())
    }

    /// Its name, the same in every language.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Json => "JSON",
            Self::GeoJson => "GeoJSON",
        }
    }

    /// Its media type.
    pub(super) const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Json => "application/json",
            Self::GeoJson => "application/geo+json",
        }
    }

    /// Where a data set is in this form.
    pub(super) fn path(self, set: Dataset) -> String {
        format!("/open-data/{set}.{self}")
    }
}

/// The file of a data set.
pub(super) fn send(visit: &Visit, set: Set, form: Form, licence: Licence) -> Reply {
    let app = &visit.web.app;
    app.limits.check(Purpose::Download, &visit.client.bucket())?;
    let about = Arc::new(super::about(app));
    let reading = Reading { store: app.store.clone(), about, set, form, licence, next: Next::Beginning };
    let media_type = if form == Form::Csv { "text/csv; charset=utf-8" } else { form.media_type() };
    let headers = [(header::CONTENT_TYPE, media_type), (header::CACHE_CONTROL, KEPT), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")];
    Ok((headers, Body::from_stream(futures_util::stream::try_unfold(reading, Reading::piece))).into_response())
}

/// A file that is being read.
struct Reading {
    store: Store,
    about: Arc<About>,
    set: Set,
    form: Form,
    licence: Licence,
    next: Next,
}

/// What comes next.
enum Next {
    Beginning,
    Rows(Option<Uid>),
    Nothing,
}

impl Reading {
    /// The next piece of the file. After a failure the answer breaks off, so that nobody takes a part for the whole.
    async fn piece(mut self) -> Result<Option<(String, Self)>, Error> {
        let after = match self.next {
            Next::Nothing => return Ok(None),
            Next::Beginning => {
                self.next = Next::Rows(None);
                return Ok(Some((self.beginning(), self)));
            }
            Next::Rows(after) => after,
        };
        let (set, about) = (self.set, self.about.clone());
        let read = self.store.read(move |db| (set.read)(db, &about, after, set.batch)).await;
        let found = read.inspect_err(|error| tracing::error!(%error, "a download broke off"))?;
        let mut text = self.written(&found, after.is_none());
        // Fewer rows than ids were read may come back, so only nothing at all is the end.
        self.next = match found.last {
            Some(last) => Next::Rows(Some(last)),
            None => Next::Nothing,
        };
        if found.last.is_none() {
            text.push_str(end(self.form));
        }
        Ok(Some((text, self)))
    }

    fn beginning(&self) -> String {
        match self.form {
            Form::Csv => {
                let mut columns = String::from("\u{FEFF}");
                csv::line(&mut columns, self.set.fields.iter().map(|field| field.name.to_owned()));
                columns
            }
            Form::Json => {
                let (set, licence) = (self.set.dataset, Value::from(self.licence.address()));
                let page = Value::from(self.about.at(&format!("/open-data/{set}")));
                // The index of neighbours had this name before there were others.
                let rows = if set == Dataset::Territory { "consultations" } else { "rows" };
                format!("{{\"dataset\":\"{set}\",\"url\":{page},\"licence\":{licence},\"{rows}\":[\n")
            }
            Form::GeoJson => "{\"type\":\"FeatureCollection\",\"features\":[\n".to_owned(),
        }
    }

    fn written(&self, piece: &Piece, first: bool) -> String {
        let mut text = String::new();
        let fields = self.set.fields;
        let mut begun = !first;
        let mut add = |text: &mut String, value: &str| {
            text.push_str(if begun { ",\n" } else { "" });
            text.push_str(value);
            begun = true;
        };
        for row in &piece.rows {
            match self.form {
                Form::Csv => csv::values(&mut text, &row.cells),
                Form::Json => add(&mut text, &object(fields, row)),
                Form::GeoJson => features(fields, row).for_each(|feature| add(&mut text, &feature)),
            }
        }
        text
    }
}

/// A row as an object, with its fields in their order.
fn object(fields: &[Field], row: &Row) -> String {
    let members: Vec<String> = fields.iter().zip(&row.cells).map(|(field, cell)| format!("\"{}\":{cell}", field.name)).collect();
    format!("{{{}}}", members.join(","))
}

/// A row as features, one for each of its shapes; one that is nowhere for a row without a place.
fn features(fields: &[Field], row: &Row) -> impl Iterator<Item = String> {
    let (id, properties) = (Value::from(row.id.as_str()), object(fields, row));
    let nowhere = row.shapes.is_empty().then_some(&NOWHERE);
    let feature = move |shape: &Value| format!("{{\"type\":\"Feature\",\"id\":{id},\"geometry\":{shape},\"properties\":{properties}}}");
    row.shapes.iter().chain(nowhere).map(feature)
}

const fn end(form: Form) -> &'static str {
    match form {
        Form::Csv => "",
        Form::Json | Form::GeoJson => "\n]}\n",
    }
}
