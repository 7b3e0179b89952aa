//! The carrier's side of consultations that several territories carry: calls that were heard of, and those that are answered. The organiser's side
//! is `carrying`.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{actor, carried, carrier, fellow, heard_call};
use crate::{Db, Error, Result};
use diesel::prelude::*;
use domain::carrying::CarriedState;

mod calls;

pub use calls::{
    Call, CallPhase, arrange, call, call_by_uri, calls, count_calls, count_calls_of, hear, phases, read, set_call_state, themes,
    unread_calls,
};

/// A consultation of this instance that is another collectivity's.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = carried, check_for_backend(MultiBackend), treat_none_as_null = true)]
pub struct Carried {
    /// The consultation here.
    pub consultation_id: Uid,
    /// The call that it answers.
    pub call_id: Uid,
    /// Code of how far it has come.
    pub state: String,
    /// The id of the activity that asked.
    pub activity: String,
    /// What this territory says of it itself, in Markdown.
    pub introduction: String,
    /// The revision of the call that was taken over.
    pub revision: Option<At>,
    /// When it was asked last.
    pub asked_at: At,
    /// When the organiser said yes.
    pub joined_at: Option<At>,
    /// When it was left.
    pub left_at: Option<At>,
    /// When the organiser was last read through, for what was missed.
    pub read_at: Option<At>,
}

impl Carried {
    /// How far it has come.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn state(&self) -> Result<CarriedState> {
        CarriedState::parse(&self.state).ok_or_else(|| Error::Corrupt(format!("carried state {}", self.state)))
    }
}

/// Another territory that carries the same consultation, as its organiser says.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = fellow, check_for_backend(MultiBackend))]
pub struct Fellow {
    /// The call.
    pub call_id: Uid,
    /// Its collectivity.
    pub uri: String,
    /// Its server.
    pub host: String,
    /// Its name.
    pub name: String,
    /// Its page of the consultation.
    pub page: Option<String>,
    /// Since when.
    pub joined_at: Option<At>,
    /// When it left.
    pub left_at: Option<At>,
}

/// Where a carried consultation comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The consultation here, and how far it has come.
    pub carried: Carried,
    /// The call.
    pub call: Call,
    /// Name of the organiser.
    pub organiser: String,
    /// Its server.
    pub host: String,
}

/// Notes how far a carried consultation has come.
///
/// # Errors
/// When the database refuses.
pub fn set(db: &mut Db, new: &Carried) -> Result<()> {
    let new = new.clone();
    each!(db, c => diesel::insert_into(carried::table)
        .values(new.clone())
        .on_conflict(carried::consultation_id)
        .do_update()
        .set(new)
        .execute(c))?;
    Ok(())
}

/// Changes what this territory says of a carried consultation itself.
///
/// # Errors
/// When the database refuses.
pub fn introduce(db: &mut Db, consultation: Uid, introduction: &str) -> Result<()> {
    diesel::update(carried::table.find(consultation)).set(carried::introduction.eq(introduction)).execute(db)?;
    Ok(())
}

/// How a consultation is carried, if it is another collectivity's.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, consultation: Uid) -> Result<Option<Carried>> {
    Ok(carried::table.find(consultation).select(all::<Carried>()).first(db).optional()?)
}

/// Where the announcements of an organiser are read on, where there are more than are read in one go.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Behind {
    /// The next page.
    pub page: String,
    /// How many pages were read on the way there.
    pub pages: i32,
    /// How many more are read without finding anything that is missing.
    pub left: i32,
}

/// Where the organiser of a carried consultation is read on; nothing where it was read through.
///
/// # Errors
/// When the database refuses.
pub fn behind(db: &mut Db, consultation: Uid) -> Result<Option<Behind>> {
    let found: Option<(Option<String>, i32, i32)> =
        carried::table.find(consultation).select((carried::behind, carried::behind_pages, carried::behind_left)).first(db).optional()?;
    Ok(found.and_then(|(page, pages, left)| Some(Behind { page: page?, pages, left })))
}

/// Notes where the organiser of a carried consultation is to be read on.
///
/// # Errors
/// When the database refuses.
pub fn set_behind(db: &mut Db, consultation: Uid, behind: Option<Behind>) -> Result<()> {
    let (page, pages, left) = behind.map_or((None, 0, 0), |behind| (Some(behind.page), behind.pages, behind.left));
    diesel::update(carried::table.find(consultation))
        .set((carried::behind.eq(page), carried::behind_pages.eq(pages), carried::behind_left.eq(left)))
        .execute(db)?;
    Ok(())
}

/// The consultation that answers a call.
///
/// # Errors
/// When the database refuses.
pub fn of_call(db: &mut Db, call: Uid) -> Result<Option<Carried>> {
    Ok(carried::table.filter(carried::call_id.eq(call)).select(all::<Carried>()).first(db).optional()?)
}

/// The carried consultation that asked with this activity, and its call.
///
/// # Errors
/// When the database refuses.
pub fn by_activity(db: &mut Db, activity: &str) -> Result<Option<(Carried, Call)>> {
    Ok(carried::table
        .inner_join(heard_call::table.on(heard_call::id.eq(carried::call_id)))
        .filter(carried::activity.eq(activity))
        .select((all::<Carried>(), all::<Call>()))
        .first(db)
        .optional()?)
}

/// The carried consultation whose organiser's group this is, and its call.
///
/// # Errors
/// When the database refuses.
pub fn by_group(db: &mut Db, group: Uid) -> Result<Option<(Carried, Call)>> {
    Ok(carried::table
        .inner_join(heard_call::table.on(heard_call::id.eq(carried::call_id)))
        .filter(heard_call::group_id.eq(group))
        .select((all::<Carried>(), all::<Call>()))
        .first(db)
        .optional()?)
}

/// Where a carried consultation comes from.
///
/// # Errors
/// When the database refuses.
pub fn origin(db: &mut Db, consultation: Uid) -> Result<Option<Origin>> {
    Ok(origins(db, &[consultation])?.into_iter().next())
}

/// Where these consultations come from, as far as they are carried.
///
/// # Errors
/// When the database refuses.
pub fn origins(db: &mut Db, consultations: &[Uid]) -> Result<Vec<Origin>> {
    let rows: Vec<(Carried, Call, String, String)> = carried::table
        .inner_join(heard_call::table.on(heard_call::id.eq(carried::call_id)))
        .inner_join(actor::table.on(actor::id.eq(heard_call::organiser_id)))
        .filter(carried::consultation_id.eq_any(consultations.to_vec()))
        .limit(1_000)
        .select((all::<Carried>(), all::<Call>(), actor::display_name, actor::host))
        .load(db)?;
    let origin = |(carried, call, organiser, host): (Carried, Call, String, String)| Origin { carried, call, organiser, host };
    Ok(rows.into_iter().map(origin).collect())
}

/// The names of the territories on these servers, as far as they carry a consultation of ours, organise one that is carried here, or carry it too.
///
/// # Errors
/// When the database refuses.
pub fn territories(db: &mut Db, hosts: &[String]) -> Result<Vec<(String, String)>> {
    if hosts.is_empty() {
        return Ok(Vec::new());
    }
    let carriers = carrier::table.select(carrier::actor_id);
    let organisers = heard_call::table.select(heard_call::organiser_id);
    let mut found: Vec<(String, String)> = actor::table
        .filter(actor::host.eq_any(hosts.to_vec()))
        .filter(actor::id.eq_any(carriers).or(actor::id.eq_any(organisers)))
        .order((actor::host, actor::id))
        .limit(1_000)
        .select((actor::host, actor::display_name))
        .load(db)?;
    let told: Vec<(String, String)> = fellow::table
        .filter(fellow::host.eq_any(hosts.to_vec()))
        .order((fellow::host, fellow::uri))
        .limit(1_000)
        .select((fellow::host, fellow::name))
        .load(db)?;
    found.extend(told);
    Ok(found)
}

/// Puts these fellows of a call, each once, in the place of those that were known.
///
/// # Errors
/// When the database refuses.
pub fn replace_fellows(db: &mut Db, call: Uid, fellows: &[Fellow]) -> Result<()> {
    diesel::delete(fellow::table.filter(fellow::call_id.eq(call))).execute(db)?;
    if fellows.is_empty() {
        return Ok(());
    }
    each!(db, c => diesel::insert_into(fellow::table).values(fellows.to_vec()).execute(c))?;
    Ok(())
}

/// Who carries what a call speaks of, by name.
///
/// # Errors
/// When the database refuses.
pub fn fellows(db: &mut Db, call: Uid, limit: i64, offset: i64) -> Result<Vec<Fellow>> {
    let rows = fellow::table.filter(fellow::call_id.eq(call)).order((fellow::name, fellow::uri));
    Ok(rows.limit(limit).offset(offset).select(all::<Fellow>()).load(db)?)
}

/// How many a call names that carry what it speaks of, or did.
///
/// # Errors
/// When the database refuses.
pub fn count_fellows(db: &mut Db, call: Uid) -> Result<i64> {
    Ok(fellow::table.filter(fellow::call_id.eq(call)).count().get_result(db)?)
}
