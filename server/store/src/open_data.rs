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

/// The row of what was decided, and of what is prepared.
const DECIDED: i32 = 1;
const PREPARED: i32 = 2;

/// What was decided; where nobody said anything, everything is published under the Licence Ouverte.
///
/// # Errors
/// When the database refuses.
pub fn settings(db: &mut Db) -> Result<Settings> {
    Ok(read(db, DECIDED)?.unwrap_or_default())
}

/// What is prepared and not decided yet.
///
/// # Errors
/// When the database refuses.
pub fn draft(db: &mut Db) -> Result<Option<Settings>> {
    read(db, PREPARED)
}

fn read(db: &mut Db, id: i32) -> Result<Option<Settings>> {
    let row: Option<Row> = open_data::table.find(id).select(all::<Row>()).first(db).optional()?;
    Ok(row.map(|row| Settings {
        licence: Licence::parse(&row.licence).unwrap_or(Licence::LicenceOuverte),
        contact_name: row.contact_name,
        contact_email: row.contact_email,
        description: row.description,
        withheld: datasets(&row.withheld),
    }))
}

/// Keeps what was decided.
///
/// # Errors
/// When the database refuses.
pub fn keep(db: &mut Db, new: Settings, now: At) -> Result<()> {
    write(db, DECIDED, new, now)
}

/// Keeps what is prepared.
///
/// # Errors
/// When the database refuses.
pub fn keep_draft(db: &mut Db, new: Settings, now: At) -> Result<()> {
    write(db, PREPARED, new, now)
}

/// Forgets what was prepared.
///
/// # Errors
/// When the database refuses.
pub fn forget_draft(db: &mut Db) -> Result<()> {
    diesel::delete(open_data::table.find(PREPARED)).execute(db)?;
    Ok(())
}

fn write(db: &mut Db, id: i32, new: Settings, now: At) -> Result<()> {
    let codes: Vec<&str> = new.withheld.iter().map(|set| set.code()).collect();
    let row = Row {
        licence: new.licence.code().to_owned(),
        contact_name: new.contact_name,
        contact_email: new.contact_email,
        description: new.description,
        withheld: codes.join(" "),
        edited_at: now,
    };
    each!(db, c => diesel::insert_into(open_data::table).values((open_data::id.eq(id), row.clone())).on_conflict(open_data::id).do_update().set(row).execute(c))?;
    Ok(())
}
