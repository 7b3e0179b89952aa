//! What a data set is made of: its fields, declared beside what is written in them, so that the table people read is the file they get.

use domain::Timestamp;
use domain::links::Links;
use domain::open_data::Dataset;
use domain::place::Place;
use domain::vote::SMALLEST_GROUP;
use serde_json::{Value, json};
use store::{At, Db, Uid};

domain::words! {
    /// What stands in a field.
    Kind {
        /// An id that never changes.
        Id = "id",
        /// Words.
        Text = "text",
        /// Words in Markdown.
        Markdown = "markdown",
        /// An address of the web.
        Address = "address",
        /// A word of a closed list.
        Code = "code",
        /// A moment, in UTC.
        Moment = "moment",
        /// A day.
        Day = "day",
        /// A whole number.
        Whole = "whole",
        /// A number with a point.
        Decimal = "decimal",
        /// Several values.
        List = "list",
    }
}

/// A field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pages::public) struct Field {
    /// Its name for programs, the same in every language and in every data set that has it.
    pub(in crate::pages::public) name: &'static str,
    /// What stands in it.
    pub(in crate::pages::public) kind: Kind,
}

/// What is needed to write a row.
#[derive(Debug, Clone)]
pub(in crate::pages::public) struct About {
    /// Public addresses.
    pub(in crate::pages::public) links: Links,
    /// To how many metres places are rounded.
    pub(in crate::pages::public) rounding: u32,
    /// The time.
    pub(in crate::pages::public) now: Timestamp,
}

/// A row of a data set.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::pages::public) struct Row {
    /// Its id.
    pub(in crate::pages::public) id: String,
    /// What stands in its fields, in their order.
    pub(in crate::pages::public) cells: Vec<Value>,
    /// Where it is: geometries of GeoJSON.
    pub(in crate::pages::public) shapes: Vec<Value>,
}

/// Rows that were read at once.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::pages::public) struct Piece {
    /// The rows.
    pub(in crate::pages::public) rows: Vec<Row>,
    /// After which id the next ones begin.
    pub(in crate::pages::public) last: Option<Uid>,
}

/// A data set: its fields, and where its rows come from.
#[derive(Debug, Clone, Copy)]
pub(in crate::pages::public) struct Set {
    /// Which one.
    pub(in crate::pages::public) dataset: Dataset,
    /// Its fields.
    pub(in crate::pages::public) fields: &'static [Field],
    /// Rows that are read at once: what one download may hold in memory.
    pub(in crate::pages::public) batch: i64,
    /// Reads rows after an id.
    pub(in crate::pages::public) read: fn(&mut Db, &About, Option<Uid>, i64) -> Result<Piece, store::Error>,
    /// How many rows there are.
    pub(in crate::pages::public) count: fn(&mut Db) -> Result<i64, store::Error>,
}

/// Declares the fields of a row, each with its kind and its value.
macro_rules! fields {
    ($fields:ident, $cells:ident, |$row:ident: $type:ty, $about:ident| $($name:literal $kind:ident => $value:expr,)+) => {
        const $fields: &[$crate::pages::public::open_data::field::Field] =
            &[$($crate::pages::public::open_data::field::Field { name: $name, kind: $crate::pages::public::open_data::field::Kind::$kind }),+];

        fn $cells($row: $type, $about: &$crate::pages::public::open_data::field::About) -> Vec<serde_json::Value> {
            let _unused = $about;
            vec![$(serde_json::Value::from($value)),+]
        }
    };
}
pub(super) use fields;

/// Declares a data set whose rows come from one statement.
macro_rules! set {
    ($name:ident = $dataset:ident, $read:path, $count:path, |$row:ident: &$type:ty, $about:ident| id $key:expr, at $shapes:expr; $($fields:tt)+) => {
        pub(super) const $name: Set = {
            $crate::pages::public::open_data::field::fields! { FIELDS, cells, |$row: &$type, $about| $($fields)+ }

            fn shapes($row: &$type, $about: &About) -> Vec<serde_json::Value> {
                let _unused = ($row, $about);
                $shapes
            }

            fn read(db: &mut Db, about: &About, after: Option<Uid>, limit: i64) -> Result<Piece, store::Error> {
                let found = $read(db, after, limit)?;
                let row = |$row: &$type| Row { id: $key.0.to_string(), cells: cells($row, about), shapes: shapes($row, about) };
                Ok(Piece { last: found.last().map(|$row| $key), rows: found.iter().map(row).collect() })
            }

            Set { dataset: Dataset::$dataset, fields: FIELDS, batch: BATCH, read, count: $count }
        };
    };
}
pub(super) use set;

impl About {
    /// A whole address.
    pub(super) fn at(&self, path: &str) -> String {
        self.links.absolute(path)
    }

    /// A place as it leaves the instance: to within the metres of the settings.
    pub(super) fn rounded(&self, place: Option<(f64, f64)>) -> Option<Place> {
        place.and_then(|(latitude, longitude)| Place::new(latitude, longitude)).map(|place| place.rounded(self.rounding))
    }
}

/// A moment as programs read it.
pub(super) fn moment(at: Option<At>) -> Option<String> {
    at.map(|at| at.0.to_string())
}

/// Cents as euros.
pub(super) fn euros(cents: Option<i64>) -> Option<f64> {
    cents.and_then(|cents| format!("{}{}.{:02}", if cents < 0 { "-" } else { "" }, (cents / 100).abs(), (cents % 100).abs()).parse().ok())
}

/// A text, or nothing where it is empty.
pub(super) fn said(text: &str) -> Option<String> {
    Some(text).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// How many people, unless they are so few that they could be told apart.
pub(super) fn people(count: i32) -> Option<i32> {
    Some(count).filter(|count| u64::try_from(*count).is_ok_and(|count| count >= SMALLEST_GROUP))
}

/// A point of GeoJSON.
pub(super) fn point(place: Option<Place>) -> Vec<Value> {
    place.map(|place| json!({ "type": "Point", "coordinates": [place.longitude, place.latitude] })).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn euros_have_two_decimals_of_cents() {
        let check = |cents: Option<i64>, expected: Option<f64>| assert_eq!(euros(cents), expected, "{cents:?}");
        check(None, None);
        check(Some(0), Some(0.0));
        check(Some(250_050), Some(2500.5));
        check(Some(5), Some(0.05));
        check(Some(-5), Some(-0.05));
        check(Some(-1_999), Some(-19.99));
    }

    #[test]
    fn few_people_are_not_counted_in_public() {
        let check = |count: i32, expected: Option<i32>| assert_eq!(people(count), expected, "{count}");
        check(0, None);
        check(10, None);
        check(11, Some(11));
        check(-1, None);
    }
}
