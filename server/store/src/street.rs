//! Reports from the street: their categories, the reports themselves, and what happened to them. Who follows them is in [`followers`], what goes to
//! other collectivities in [`routes`], what pages list in [`lists`].

use crate::column::{At, Uid, all, is_postgres};
use crate::conn::MultiBackend;
use crate::schema::{street_category, street_report, street_step};
use crate::{Db, Error, Result};
use diesel::prelude::*;
use domain::street::ReportState;
use domain::territory::Place;

pub mod areas;
pub mod changes;
pub mod followers;
pub mod groups;
pub mod lists;
pub mod reminders;
pub mod routes;
pub mod sendings;
pub mod services;
mod steps;
mod templates;
pub mod unconfirmed;

pub use steps::{Step, last_step_at, last_words, step, stepped, steps};
pub use templates::{Template, keep_template, remove_template, templates};

/// Most categories of an instance.
pub const CATEGORIES_MAX: i64 = 200;
/// Most steps of a report that are read, and most templates.
pub const STEPS_MAX: i64 = 200;

/// Codes of the states in which nothing more happens, as [`ReportState::is_closed`] says.
fn closed() -> Vec<&'static str> {
    ReportState::ALL.iter().filter(|state| state.is_closed()).map(|state| state.code()).collect()
}

/// What can be reported.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = street_category, check_for_backend(MultiBackend), treat_none_as_null = true)]
pub struct Category {
    /// Its id.
    pub id: Uid,
    /// Its place in the list, from 0.
    pub position: i32,
    /// Its name for programs.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it is listed under; may be empty.
    pub family: String,
    /// What belongs here.
    pub description: String,
    /// The service in charge.
    pub service: String,
    /// The agent who looks after it.
    pub referent_id: Option<Uid>,
    /// Days within which it is promised to be done; 0 for no promise.
    pub days: i32,
    /// The collectivity of another server that is competent.
    pub competent_id: Option<Uid>,
    /// Whether its reports are seen by agents and by whoever made them only.
    pub private: bool,
    /// Since when nothing new is taken.
    pub closed_at: Option<At>,
}

/// A report.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable)]
#[diesel(table_name = street_report, check_for_backend(MultiBackend))]
pub struct Report {
    /// The number that people know it by.
    pub number: i64,
    /// Its id.
    pub id: Uid,
    /// Its category.
    pub category_id: Uid,
    /// Code of what it says.
    pub kind: String,
    /// The words.
    pub body: String,
    /// Where, in words.
    pub address: String,
    /// Latitude in degrees (WGS 84).
    pub latitude: Option<f64>,
    /// Longitude in degrees (WGS 84).
    pub longitude: Option<f64>,
    /// Its picture.
    pub photo_id: Option<Uid>,
    /// Code of where it stands.
    pub state: String,
    /// Code of why nothing is done.
    pub reason: Option<String>,
    /// Who is competent, where it is somebody else.
    pub competent: String,
    /// The service that has it.
    pub service: String,
    /// The agent who has it.
    pub agent_id: Option<Uid>,
    /// Code of the way it came.
    pub channel: String,
    /// Whether agents and whoever made it see it only.
    pub private: bool,
    /// Since when it is hidden.
    pub hidden_at: Option<At>,
    /// The report that says the same.
    pub duplicate_of: Option<Uid>,
    /// How many follow it, whoever made it included.
    pub followers: i32,
    /// When it was made.
    pub reported_at: At,
    /// Since when it counts.
    pub confirmed_at: Option<At>,
    /// Until when it is promised to be done.
    pub due_at: Option<At>,
    /// When it last changed.
    pub changed_at: At,
    /// When it was closed.
    pub closed_at: Option<At>,
}

/// A report before it has a number.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = street_report, treat_none_as_default_value = false)]
pub struct NewReport {
    /// Its id.
    pub id: Uid,
    /// Its category.
    pub category_id: Uid,
    /// Code of what it says.
    pub kind: &'static str,
    /// The words.
    pub body: String,
    /// Where, in words.
    pub address: String,
    /// Latitude in degrees.
    pub latitude: Option<f64>,
    /// Longitude in degrees.
    pub longitude: Option<f64>,
    /// Its picture.
    pub photo_id: Option<Uid>,
    /// Code of its state.
    pub state: &'static str,
    /// Who is competent, where it is somebody else.
    pub competent: String,
    /// The service in charge.
    pub service: String,
    /// The agent who looks after it.
    pub agent_id: Option<Uid>,
    /// Code of the way it came.
    pub channel: &'static str,
    /// Whether few see it.
    pub private: bool,
    /// How many follow it.
    pub followers: i32,
    /// When it was made.
    pub reported_at: At,
    /// Since when it counts.
    pub confirmed_at: Option<At>,
    /// Until when it is promised to be done.
    pub due_at: Option<At>,
    /// When it last changed.
    pub changed_at: At,
}

impl Report {
    /// Where it stands.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn state(&self) -> Result<ReportState> {
        ReportState::parse(&self.state).ok_or_else(|| Error::Corrupt(format!("state of a street report {}", self.state)))
    }

    /// Whether everybody may see it.
    #[must_use]
    pub const fn is_public(&self) -> bool {
        self.confirmed_at.is_some() && self.hidden_at.is_none() && !self.private
    }

    /// Its place.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        Place::new(self.latitude?, self.longitude?)
    }
}

/// The categories in their order; those that take nothing new only when asked for.
///
/// # Errors
/// When the database refuses.
pub fn categories(db: &mut Db, closed_too: bool) -> Result<Vec<Category>> {
    let query = street_category::table
        .filter(street_category::closed_at.is_null().or(closed_too.into_sql::<diesel::sql_types::Bool>()))
        .order((street_category::position, street_category::id));
    Ok(query.limit(CATEGORIES_MAX).select(all::<Category>()).load(db)?)
}

/// A category.
///
/// # Errors
/// When the database refuses.
pub fn category(db: &mut Db, id: Uid) -> Result<Option<Category>> {
    Ok(street_category::table.find(id).select(all::<Category>()).first(db).optional()?)
}

/// The category with this code.
///
/// # Errors
/// When the database refuses.
pub fn category_by_code(db: &mut Db, code: &str) -> Result<Option<Category>> {
    Ok(street_category::table.filter(street_category::code.eq(code)).select(all::<Category>()).first(db).optional()?)
}

/// Keeps a category, new or changed.
///
/// # Errors
/// `Duplicate` when another one has its code, or when the database refuses.
pub fn keep_category(db: &mut Db, row: &Category) -> Result<()> {
    if diesel::update(street_category::table.find(row.id)).set(row.clone()).execute(db)? == 0 {
        diesel::insert_into(street_category::table).values(row.clone()).execute(db)?;
    }
    Ok(())
}

/// Keeps a new report; gives its number.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: NewReport) -> Result<i64> {
    let (number,): (i64,) = diesel::insert_into(street_report::table).values(new).returning((street_report::number,)).get_result(db)?;
    Ok(number)
}

/// A report.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Report>> {
    Ok(street_report::table.find(id).select(all::<Report>()).first(db).optional()?)
}

/// The report with this number.
///
/// # Errors
/// When the database refuses.
pub fn numbered(db: &mut Db, number: i64) -> Result<Option<Report>> {
    Ok(street_report::table.filter(street_report::number.eq(number)).select(all::<Report>()).first(db).optional()?)
}

/// The report with this number, held until the end of the transaction. SQLite has one writer anyway.
///
/// # Errors
/// When the database refuses.
pub fn hold(db: &mut Db, number: i64) -> Result<Option<Report>> {
    if is_postgres(db) {
        use diesel::sql_types::BigInt;
        diesel::sql_query("SELECT id FROM street_report WHERE number = $1 FOR NO KEY UPDATE").bind::<BigInt, _>(number).execute(db)?;
    }
    numbered(db, number)
}

/// Keeps what agents and others change of a report.
///
/// # Errors
/// When the database refuses.
pub fn update(db: &mut Db, row: &Report) -> Result<()> {
    use street_report::dsl as c;
    diesel::update(street_report::table.find(row.id))
        .set((
            (c::category_id.eq(row.category_id), c::state.eq(&row.state), c::reason.eq(&row.reason), c::competent.eq(&row.competent)),
            (c::service.eq(&row.service), c::agent_id.eq(row.agent_id), c::private.eq(row.private), c::hidden_at.eq(row.hidden_at)),
            (c::duplicate_of.eq(row.duplicate_of), c::confirmed_at.eq(row.confirmed_at), c::due_at.eq(row.due_at)),
            (c::changed_at.eq(row.changed_at), c::closed_at.eq(row.closed_at)),
        ))
        .execute(db)?;
    Ok(())
}

/// Deletes a report that was never confirmed, with everything about it and its picture. One that is confirmed by now stays.
///
/// # Errors
/// When the database refuses.
pub fn remove(db: &mut Db, row: &Report) -> Result<()> {
    let gone = diesel::delete(street_report::table.find(row.id).filter(street_report::confirmed_at.is_null())).execute(db)?;
    match row.photo_id.filter(|_| gone == 1) {
        Some(photo) => crate::media::remove(db, photo),
        None => Ok(()),
    }
}

/// Takes the name of an agent who leaves off what they looked after.
///
/// # Errors
/// When the database refuses.
pub fn forget_agent(db: &mut Db, actor: Uid) -> Result<()> {
    areas::forget_agent(db, actor)?;
    reminders::forget(db, actor)?;
    let nobody = None::<Uid>;
    diesel::update(street_category::table.filter(street_category::referent_id.eq(actor)))
        .set(street_category::referent_id.eq(nobody))
        .execute(db)?;
    diesel::update(street_report::table.filter(street_report::agent_id.eq(actor))).set(street_report::agent_id.eq(nobody)).execute(db)?;
    diesel::update(street_step::table.filter(street_step::agent_id.eq(actor))).set(street_step::agent_id.eq(nobody)).execute(db)?;
    Ok(())
}

/// What said the same as `from` says from now on the same as `to`.
///
/// # Errors
/// When the database refuses.
pub fn follow_merge(db: &mut Db, from: Uid, to: Uid) -> Result<()> {
    diesel::update(street_report::table.filter(street_report::duplicate_of.eq(from)))
        .set(street_report::duplicate_of.eq(to))
        .execute(db)?;
    Ok(())
}
