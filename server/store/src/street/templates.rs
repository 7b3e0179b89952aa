//! Answers that agents give often.

use super::STEPS_MAX;
use crate::column::{Uid, all};
use crate::conn::MultiBackend;
use crate::schema::street_template;
use crate::{Db, Result};
use diesel::prelude::*;

/// An answer that is given often.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = street_template, check_for_backend(MultiBackend))]
pub struct Template {
    /// Its id.
    pub id: Uid,
    /// Its name for agents.
    pub name: String,
    /// Code of the state it goes with.
    pub state: String,
    /// The words.
    pub words: String,
}

/// The templates, by name.
///
/// # Errors
/// When the database refuses.
pub fn templates(db: &mut Db) -> Result<Vec<Template>> {
    Ok(street_template::table.order((street_template::name, street_template::id)).limit(STEPS_MAX).select(all::<Template>()).load(db)?)
}

/// Keeps a template.
///
/// # Errors
/// When the database refuses.
pub fn keep_template(db: &mut Db, row: Template) -> Result<()> {
    diesel::insert_into(street_template::table).values(row).execute(db)?;
    Ok(())
}

/// Removes a template.
///
/// # Errors
/// When the database refuses.
pub fn remove_template(db: &mut Db, id: Uid) -> Result<()> {
    diesel::delete(street_template::table.find(id)).execute(db)?;
    Ok(())
}
