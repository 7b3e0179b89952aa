//! The data sets of the life of the territory: meetings, reports from the street, petitions, news, documents, what is drawn on maps.

use super::field::{About, Piece, Row, Set, fields, moment, people, point, said, set};
use domain::open_data::Dataset;
use domain::place::Place;
use serde_json::Value;
use store::articles::Article;
use store::documents::{Document, Version};
use store::initiatives::Initiative;
use store::meetings::Meeting;
use store::places::Layer;
use store::street::Report;
use store::views::open_data;
use store::{Db, Uid};

/// Rows read at once.
const BATCH: i64 = 500;
/// Layers read at once: each has up to two megabytes of shapes.
const LAYERS: i64 = 4;

/// Where a meeting is: a public place, as it is announced.
fn announced(row: &Meeting) -> Option<Place> {
    row.latitude.zip(row.longitude).and_then(|(latitude, longitude)| Place::new(latitude, longitude))
}

set! {
    MEETINGS = Meetings, open_data::meetings, open_data::count_meetings, |row: &Meeting, about| id row.id, at point(announced(row));
    "id" Id => row.id.0.to_string(),
    "url" Address => about.at(&format!("/meetings/{}", row.id.0)),
    "consultation_id" Id => row.consultation_id.map(|id| id.0.to_string()),
    "state" Code => row.state.clone(),
    "kind" Code => row.kind.clone(),
    "title" Text => row.title.clone(),
    "body" Markdown => said(&row.body),
    "lang" Code => row.lang.clone(),
    "venue" Text => said(&row.venue),
    "address" Text => said(&row.address),
    "begins_at" Moment => moment(Some(row.begins_at)),
    "ends_at" Moment => moment(Some(row.ends_at)),
    "places" Whole => row.places,
    "attended" Whole => people(row.attended_count),
    "contributions" Whole => row.contribution_count,
    "reason" Text => said(&row.cancel_reason),
    "latitude" Decimal => announced(row).map(|place| place.latitude),
    "longitude" Decimal => announced(row).map(|place| place.longitude),
}

set! {
    REPORTS = StreetReports, open_data::reports, open_data::count_reports, |row: &(Report, String), about| id row.0.id, at point(about.rounded(row.0.latitude.zip(row.0.longitude)));
    "id" Id => row.0.id.0.to_string(),
    "url" Address => about.at(&format!("/street/{}", row.0.number)),
    "number" Whole => row.0.number,
    "kind" Code => row.0.kind.clone(),
    "category" Text => row.1.clone(),
    "body" Text => row.0.body.clone(),
    "state" Code => row.0.state.clone(),
    "reason" Code => row.0.reason.clone(),
    "service" Text => said(&row.0.service),
    "reported_at" Moment => moment(Some(row.0.reported_at)),
    "due_at" Moment => moment(row.0.due_at),
    "edited_at" Moment => moment(Some(row.0.changed_at)),
    "closed_at" Moment => moment(row.0.closed_at),
    "latitude" Decimal => about.rounded(row.0.latitude.zip(row.0.longitude)).map(|place| place.latitude),
    "longitude" Decimal => about.rounded(row.0.latitude.zip(row.0.longitude)).map(|place| place.longitude),
}

set! {
    PETITIONS = Petitions, open_data::petitions, open_data::count_petitions, |row: &Initiative, about| id row.id, at Vec::new();
    "id" Id => row.id.0.to_string(),
    "url" Address => about.at(&format!("/petitions/{}", row.id.0)),
    "consultation_id" Id => row.consultation_id.map(|id| id.0.to_string()),
    "title" Text => row.title.clone(),
    "body" Markdown => row.body.clone(),
    "lang" Code => row.lang.clone(),
    "state" Code => row.terms().ok().map(|terms| terms.standing(about.now).code()),
    "signatures" Whole => row.act_count,
    "threshold" Whole => row.threshold,
    "published_at" Moment => moment(row.published_at),
    "closes_at" Moment => moment(row.closes_at),
    "reached_at" Moment => moment(row.reached_at),
    "due_on" Day => row.answer_due_on.clone(),
    "answer_state" Code => said(&row.answer_state),
    "answer" Markdown => said(&row.answer),
    "signed_by" Text => said(&row.answer_signed),
    "answered_at" Moment => moment(row.answered_at),
}

set! {
    NEWS = News, open_data::news, open_data::count_news, |row: &(Article, Option<String>), about| id row.0.id, at Vec::new();
    "id" Id => row.0.id.0.to_string(),
    "url" Address => about.at(&format!("/news/{}", row.0.id.0)),
    "consultation_id" Id => row.0.consultation_id.map(|id| id.0.to_string()),
    "title" Text => row.0.title.clone(),
    "summary" Text => said(&row.0.summary),
    "body" Markdown => row.0.body.clone(),
    "lang" Code => row.0.lang.clone(),
    "organisation" Text => row.1.clone(),
    "version" Whole => row.0.version,
    "published_at" Moment => moment(row.0.published_at),
}

/// A document with its latest version.
struct Filed<'a> {
    row: &'a Document,
    slug: &'a str,
    version: &'a Version,
}

fields! {
    DOCUMENT_FIELDS, document_cells, |filed: &Filed<'_>, about|
    "id" Id => filed.row.id.0.to_string(),
    "url" Address => about.at(&format!("/c/{}/documents/{}/{}", filed.slug, filed.row.id.0, filed.version.version)),
    "consultation_id" Id => filed.row.consultation_id.0.to_string(),
    "title" Text => filed.row.title.clone(),
    "format" Code => filed.version.kind.clone(),
    "bytes" Whole => filed.version.size,
    "sha256" Text => filed.version.digest.clone(),
    "version" Whole => filed.version.version,
    "note" Text => said(&filed.version.note),
    "published_at" Moment => moment(Some(filed.row.created_at)),
    "edited_at" Moment => moment(Some(filed.version.added_at)),
}

fn read_documents(db: &mut Db, about: &About, after: Option<Uid>, limit: i64) -> Result<Piece, store::Error> {
    let found = open_data::documents(db, after, limit)?;
    let ids: Vec<Uid> = found.iter().map(|(row, _)| row.id).collect();
    let versions = open_data::latest(db, &ids)?;
    let row = |(row, slug): &(Document, String)| {
        let version = versions.iter().find(|version| version.document_id == row.id)?;
        let cells = document_cells(&Filed { row, slug, version }, about);
        Some(Row { id: row.id.0.to_string(), cells, shapes: Vec::new() })
    };
    Ok(Piece { last: found.last().map(|(row, _)| row.id), rows: found.iter().filter_map(row).collect() })
}

pub(super) const DOCUMENTS: Set =
    Set { dataset: Dataset::Documents, fields: DOCUMENT_FIELDS, batch: BATCH, read: read_documents, count: open_data::count_documents };

fields! {
    LAYER_FIELDS, layer_cells, |row: &(Layer, String), about|
    "id" Id => row.0.id.0.to_string(),
    "url" Address => about.at(&format!("/c/{}/map", row.1)),
    "consultation_id" Id => row.0.consultation_id.0.to_string(),
    "kind" Code => row.0.kind.clone(),
    "title" Text => row.0.name.clone(),
    "published_at" Moment => moment(Some(row.0.added_at)),
    "west" Decimal => row.0.west,
    "south" Decimal => row.0.south,
    "east" Decimal => row.0.east,
    "north" Decimal => row.0.north,
}

/// The geometries of a layer: it was written by us, as a feature collection.
fn geometries(layer: &Layer) -> Vec<Value> {
    let collection: Value = serde_json::from_str(&layer.shapes).unwrap_or_default();
    let features = collection.get("features").and_then(Value::as_array).cloned().unwrap_or_default();
    features.into_iter().filter_map(|mut feature| feature.get_mut("geometry").map(Value::take)).collect()
}

fn read_layers(db: &mut Db, about: &About, after: Option<Uid>, limit: i64) -> Result<Piece, store::Error> {
    let found = open_data::layers(db, after, limit)?;
    let row = |row: &(Layer, String)| Row { id: row.0.id.0.to_string(), cells: layer_cells(row, about), shapes: geometries(&row.0) };
    Ok(Piece { last: found.last().map(|(row, _)| row.id), rows: found.iter().map(row).collect() })
}

pub(super) const LAYERS_SET: Set =
    Set { dataset: Dataset::MapLayers, fields: LAYER_FIELDS, batch: LAYERS, read: read_layers, count: open_data::count_layers };
