//! The index as open data: CSV for a spreadsheet, JSON and GeoJSON (RFC 7946) for programs. Read piece by piece as the reader takes it, and never cut.

use super::rows::{Batch, COLUMNS, cells};
use crate::error::{Error, Reply};
use crate::pages::public::csv::line;
use crate::viewer::Visit;
use actions::limits::Purpose;
use axum::body::Body;
use axum::response::IntoResponse;
use domain::Timestamp;
use http::header;
use serde_json::Value;
use store::{Store, Uid};

/// Consultations read at once.
const BATCH: i64 = 500;

/// The form of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Csv,
    Json,
    GeoJson,
}

/// `GET /open-data/territory.csv`.
pub(crate) async fn csv(visit: Visit) -> Reply {
    file(&visit, Form::Csv, "text/csv; charset=utf-8")
}

/// `GET /open-data/territory.json`.
pub(crate) async fn json(visit: Visit) -> Reply {
    file(&visit, Form::Json, "application/json")
}

/// `GET /open-data/territory.geojson`.
pub(crate) async fn geojson(visit: Visit) -> Reply {
    file(&visit, Form::GeoJson, "application/geo+json")
}

fn file(visit: &Visit, form: Form, media_type: &'static str) -> Reply {
    let app = &visit.web.app;
    app.limits.check(Purpose::Download, &visit.client.bucket())?;
    let reading = Reading { store: app.store.clone(), now: app.now(), form, next: Next::Beginning };
    let headers = [(header::CONTENT_TYPE, media_type), (header::CACHE_CONTROL, super::KEPT), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")];
    Ok((headers, Body::from_stream(futures_util::stream::try_unfold(reading, Reading::piece))).into_response())
}

/// A file that is being read.
struct Reading {
    store: Store,
    now: Timestamp,
    form: Form,
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
                return Ok(Some((beginning(self.form), self)));
            }
            Next::Rows(after) => after,
        };
        let read = self.store.read(move |db| Batch::after(db, after, BATCH)).await;
        let batch = read.inspect_err(|error| tracing::error!(%error, "a download broke off"))?;
        let (count, last) = batch.end();
        let more = i64::try_from(count).is_ok_and(|count| count == BATCH);
        self.next = if more { Next::Rows(last) } else { Next::Nothing };
        let mut piece = self.written(&batch, after.is_none());
        if !more {
            piece.push_str(end(self.form));
        }
        Ok(Some((piece, self)))
    }

    fn written(&self, batch: &Batch, first: bool) -> String {
        let mut piece = String::new();
        let mut add = |value: &Value, comma: bool| {
            if comma {
                piece.push_str(",\n");
            }
            piece.push_str(&value.to_string());
        };
        match self.form {
            Form::Csv => batch.objects(self.now).for_each(|object| line(&mut piece, cells(&object))),
            Form::Json => batch.objects(self.now).enumerate().for_each(|(index, object)| add(&object, !first || index > 0)),
            Form::GeoJson => batch.features(self.now).enumerate().for_each(|(index, feature)| add(&feature, !first || index > 0)),
        }
        piece
    }
}

fn beginning(form: Form) -> String {
    match form {
        Form::Csv => {
            let mut columns = String::from("\u{FEFF}");
            line(&mut columns, COLUMNS.iter().map(|name| (*name).to_owned()));
            columns
        }
        Form::Json => "{\"consultations\":[\n".to_owned(),
        Form::GeoJson => "{\"type\":\"FeatureCollection\",\"features\":[\n".to_owned(),
    }
}

const fn end(form: Form) -> &'static str {
    match form {
        Form::Csv => "",
        Form::Json | Form::GeoJson => "\n]}\n",
    }
}
