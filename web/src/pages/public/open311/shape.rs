//! The two forms of every answer, from one description: XML without attributes or namespaces, and JSON in which the outermost list has no name
//! ("Spark convention": a list of objects is an array, what is empty is null).

use super::super::rich::escape;
use axum::response::{IntoResponse, Response};
use domain::Timestamp;
use http::{StatusCode, header};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

/// Most rows of an answer (GeoReport v2, "Response Volume").
pub(super) const ROWS_MAX: usize = 1_000;

/// A form of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Xml,
    Json,
    /// One that is not known: errors are then said in XML, which is the one that must be understood.
    Unknown,
}

/// One value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Text(String),
    Number(f64),
    Whole(i64),
    Flag(bool),
    Nothing,
    /// A list: the name of each of its rows, and the rows.
    List(&'static str, Vec<Row>),
}

pub(super) type Row = Vec<(&'static str, Cell)>;

/// An answer.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rows {
    /// The name of the whole.
    pub(super) root: &'static str,
    /// The name of each row; nothing where the whole is one object.
    pub(super) item: Option<&'static str>,
    pub(super) rows: Vec<Row>,
}

/// A text, or nothing where it is empty.
pub(super) fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::Nothing } else { Cell::Text(text.to_owned()) }
}

/// A moment as W3C writes it: to the second, in universal time.
pub(super) fn moment(at: Timestamp) -> Cell {
    Cell::Text(at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

/// An error, as the specification wants it: a list of one.
pub(super) fn error(status: StatusCode, description: String) -> Rows {
    let row = vec![("code", Cell::Whole(i64::from(status.as_u16()))), ("description", Cell::Text(description))];
    Rows { root: "errors", item: Some("error"), rows: vec![row] }
}

impl Format {
    /// The name of something without its format, and the format.
    pub(super) fn of(name: &str) -> (&str, Self) {
        match name.rsplit_once('.') {
            Some((name, "xml")) => (name, Self::Xml),
            Some((name, "json")) => (name, Self::Json),
            Some(_) | None => (name, Self::Unknown),
        }
    }

    pub(super) const fn is_known(self) -> bool {
        !matches!(self, Self::Unknown)
    }

    pub(super) fn answer(self, status: StatusCode, rows: &Rows) -> Response {
        let (kind, body) = match self {
            Self::Json => ("application/json; charset=utf-8", json(rows).to_string()),
            Self::Xml | Self::Unknown => ("text/xml; charset=utf-8", xml(rows)),
        };
        (status, [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-cache")], body).into_response()
    }
}

fn json(all: &Rows) -> Value {
    match (all.item, all.rows.first()) {
        (None, Some(row)) => object(row),
        _list => Value::Array(all.rows.iter().map(object).collect()),
    }
}

fn object(row: &Row) -> Value {
    let value = |cell: &Cell| match cell {
        Cell::Text(text) => json!(text),
        Cell::Number(number) => json!(number),
        Cell::Whole(number) => json!(number),
        Cell::Flag(flag) => json!(flag),
        Cell::Nothing => Value::Null,
        Cell::List(_, rows) => Value::Array(rows.iter().map(object).collect()),
    };
    Value::Object(row.iter().map(|(name, cell)| ((*name).to_owned(), value(cell))).collect::<Map<_, _>>())
}

// Writing to a String cannot fail.
fn xml(all: &Rows) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let _ = writeln!(out, "<{}>", all.root);
    for row in &all.rows {
        match all.item {
            Some(item) => element(&mut out, item, row),
            None => cells(&mut out, row),
        }
    }
    let _ = writeln!(out, "</{}>", all.root);
    out
}

fn element(out: &mut String, name: &str, row: &Row) {
    let _ = writeln!(out, "<{name}>");
    cells(out, row);
    let _ = writeln!(out, "</{name}>");
}

fn cells(out: &mut String, row: &Row) {
    for (name, cell) in row {
        let _ = match cell {
            Cell::Text(text) => writeln!(out, "<{name}>{}</{name}>", escape(&printable(text))),
            Cell::Number(number) => writeln!(out, "<{name}>{number}</{name}>"),
            Cell::Whole(number) => writeln!(out, "<{name}>{number}</{name}>"),
            Cell::Flag(flag) => writeln!(out, "<{name}>{flag}</{name}>"),
            Cell::Nothing => writeln!(out, "<{name}/>"),
            Cell::List(item, rows) => {
                let _ = writeln!(out, "<{name}>");
                rows.iter().for_each(|row| element(out, item, row));
                writeln!(out, "</{name}>")
            }
        };
    }
}

/// Without the characters that no XML document may hold (XML 1.0 §2.2).
fn printable(text: &str) -> String {
    let allowed = |c: &char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}');
    text.chars().filter(allowed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_say_the_same() {
        let row = vec![("key", text("a <b> & \u{0}c")), ("none", text("")), ("yes", Cell::Flag(true)), ("lat", Cell::Number(48.5))];
        let inner = vec![("name", text("x"))];
        let rows =
            Rows { root: "all", item: Some("one"), rows: vec![row.into_iter().chain([("list", Cell::List("in", vec![inner]))]).collect()] };
        let said = json!([{ "key": "a <b> & \u{0}c", "none": null, "yes": true, "lat": 48.5, "list": [{ "name": "x" }] }]);
        assert_eq!(json(&rows), said);
        let written = xml(&rows).replace('\n', "");
        assert_eq!(
            written,
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><all><one><key>a &lt;b&gt; &amp; c</key><none/><yes>true</yes><lat>48.5</lat>\
             <list><in><name>x</name></in></list></one></all>"
        );
        assert_eq!(json(&Rows { item: None, ..rows })["yes"], json!(true));
    }

    #[test]
    fn the_format_is_the_end_of_the_name() {
        assert_eq!(Format::of("services.xml"), ("services", Format::Xml));
        assert_eq!(Format::of("12.json"), ("12", Format::Json));
        assert_eq!(Format::of("a.b.json"), ("a.b", Format::Json));
        assert_eq!(Format::of("services").1, Format::Unknown);
    }
}
