//! The fields of one row by name, whatever the file's format, and what is wrong with them.

use std::collections::HashMap;

/// Where something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The file as a whole.
    File,
    /// A line of a CSV file, from 1; the first line of the row where a field holds several.
    Line(u64),
    /// An item of a JSON array, from 1.
    Item(u64),
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The file cannot be read, or is not what its beginning promised.
    Unreadable(String),
    /// No column of a known export.
    UnknownColumns,
    /// Another number of fields than the header has.
    FieldCount {
        /// In this row.
        found: usize,
        /// In the header.
        expected: usize,
    },
    /// A quote that opens and never closes: what follows it was swallowed.
    UnclosedQuote,
    /// A required field is empty.
    Missing,
    /// More characters than this.
    TooLong(usize),
    /// Not a date.
    NotADate,
    /// Not a number.
    NotANumber,
    /// Bytes that are not UTF-8.
    NotText,
    /// What it replies to was not imported.
    NoParent,
}

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The row.
    pub place: Place,
    /// Rank of the column from 1, when one field is to blame.
    pub column: Option<usize>,
    /// Name of the column.
    pub field: String,
    /// What is wrong.
    pub trouble: Trouble,
}

impl Complaint {
    /// A complaint about the whole file.
    pub(crate) fn file(trouble: Trouble) -> Self {
        Self { place: Place::File, column: None, field: String::new(), trouble }
    }
}

impl std::fmt::Display for Complaint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.place {
            Place::File => write!(f, "file")?,
            Place::Line(line) => write!(f, "line {line}")?,
            Place::Item(item) => write!(f, "item {item}")?,
        }
        if let Some(column) = self.column {
            write!(f, ", column {column}")?;
        }
        if !self.field.is_empty() {
            write!(f, " ({})", self.field)?;
        }
        match &self.trouble {
            Trouble::Unreadable(reason) => write!(f, ": cannot be read: {reason}"),
            Trouble::UnknownColumns => {
                write!(f, ": these are not the columns of a Decidim export (id, title, body… or id, body, commentable_id…)")
            }
            Trouble::FieldCount { found, expected } => write!(f, ": {found} fields where the header has {expected} (an unclosed quote?)"),
            Trouble::UnclosedQuote => {
                write!(f, ": a quote opens here and never closes; what follows it to the end of the file was not read")
            }
            Trouble::Missing => write!(f, ": is empty"),
            Trouble::TooLong(max) => write!(f, ": has more than {max} characters"),
            Trouble::NotADate => write!(f, ": is not a date"),
            Trouble::NotANumber => write!(f, ": is not a number"),
            Trouble::NotText => write!(f, ": is not UTF-8 text"),
            Trouble::NoParent => write!(f, ": replies to something that was not imported"),
        }
    }
}

/// The fields of one row.
#[derive(Debug, Clone)]
pub(crate) struct Fields {
    pub(crate) place: Place,
    values: HashMap<String, (usize, String)>,
}

impl Fields {
    /// Fields in the order of their columns.
    pub(crate) fn new(place: Place, named: impl IntoIterator<Item = (String, String)>) -> Self {
        let values = named.into_iter().enumerate().map(|(rank, (name, value))| (name, (rank + 1, value))).collect();
        Self { place, values }
    }

    /// The first of these columns that holds something. A name that ends with `/` stands for every language: French first, then the others
    /// by name.
    pub(crate) fn get(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| if name.ends_with('/') { self.localised(name) } else { self.filled(name) })
    }

    fn filled(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(|(_, value)| value.as_str()).filter(|v| !v.trim().is_empty())
    }

    fn localised(&self, prefix: &str) -> Option<&str> {
        self.filled(&format!("{prefix}fr")).or_else(|| {
            let mut names: Vec<&String> =
                self.values.keys().filter(|k| k.starts_with(prefix) && !k.ends_with("machine_translations")).collect();
            names.sort();
            names.into_iter().find_map(|name| self.filled(name))
        })
    }

    /// A complaint about the first of these columns that exists.
    pub(crate) fn complain(&self, names: &[&str], trouble: Trouble) -> Complaint {
        let found = names.iter().find_map(|name| {
            let exact = self.values.get(*name).map(|(rank, _)| (*rank, (*name).to_owned()));
            exact.or_else(|| {
                self.values
                    .iter()
                    .filter(|(k, _)| name.ends_with('/') && k.starts_with(name))
                    .map(|(k, (rank, _))| (*rank, k.clone()))
                    .min()
            })
        });
        let (column, field) = found.map_or((None, (*names.first().unwrap_or(&"")).to_owned()), |(rank, name)| (Some(rank), name));
        Complaint { place: self.place, column, field, trouble }
    }

    /// A number, 0 when the field is empty or absent.
    pub(crate) fn number(&self, names: &[&str]) -> Result<i32, Complaint> {
        let Some(text) = self.get(names) else { return Ok(0) };
        text.trim().parse().ok().filter(|n| *n >= 0).ok_or_else(|| self.complain(names, Trouble::NotANumber))
    }
}
