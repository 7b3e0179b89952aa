//! What the collectivity publishes as open data, under which licence, and whom one may ask. The rows themselves are in [`crate::views::open_data`].

use crate::column::{At, all, each};
use crate::conn::MultiBackend;
use crate::schema::open_data;
use crate::{Db, Result};
use diesel::prelude::*;
use domain::open_data::{Dataset, Licence, datasets};

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = open_data, check_for_backend(MultiBackend))]
struct Row {
    licence: String,
    contact_name: String,
    contact_email: String,
    description: String,
    withheld: String,
    edited_at: At,
}

/// What is published, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The licence.
    pub licence: Licence,
    /// Whom one may ask; empty: the collectivity.
    pub contact_name: String,
    /// Their public address; may be empty.
    pub contact_email: String,
    /// What the collectivity says of its data, in Markdown; may be empty.
    pub description: String,
    /// The data sets that are not published.
    pub withheld: Vec<Dataset>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            licence: Licence::LicenceOuverte,
            contact_name: String::new(),
            contact_email: String::new(),
            description: String::new(),
            withheld: Vec::new(),
        }
    }
}

impl Settings {
    /// Whether a data set is published.
    #[must_use]
    pub fn publishes(&self, set: Dataset) -> bool {
        !self.withheld.contains(&set)
    }

    /// The data sets that are published, in their order.
    #[must_use]
    pub fn published(&self) -> Vec<Dataset> {
        Dataset::ALL.iter().copied().filter(|set| self.publishes(*set)).collect()
    }
}

/// What was decided; where nobody said anything, everything is published under the Licence Ouverte.
///
/// # Errors
/// When the database refuses.
pub fn settings(db: &mut Db) -> Result<Settings> {
    let row: Option<Row> = open_data::table.find(1).select(all::<Row>()).first(db).optional()?;
    Ok(row.map_or_else(Settings::default, |row| Settings {
        licence: Licence::parse(&row.licence).unwrap_or(Licence::LicenceOuverte),
        contact_name: row.contact_name,
        contact_email: row.contact_email,
        description: row.description,
        withheld: datasets(&row.withheld),
    }))
}

/// Keeps that.
///
/// # Errors
/// When the database refuses.
pub fn keep(db: &mut Db, new: Settings, now: At) -> Result<()> {
    let codes: Vec<&str> = new.withheld.iter().map(|set| set.code()).collect();
    let row = Row {
        licence: new.licence.code().to_owned(),
        contact_name: new.contact_name,
        contact_email: new.contact_email,
        description: new.description,
        withheld: codes.join(" "),
        edited_at: now,
    };
    each!(db, c => diesel::insert_into(open_data::table).values((open_data::id.eq(1), row.clone())).on_conflict(open_data::id).do_update().set(row).execute(c))?;
    Ok(())
}
