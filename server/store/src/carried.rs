//! The carrier's side of consultations that several territories carry: calls that were heard of, and those that are answered. The organiser's side
//! is `carrying`.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{actor, carried, fellow, heard_call};
use crate::{Db, Error, Result};
use diesel::prelude::*;
use domain::carrying::{CallState, CarriedState};

/// A call to carry a consultation of another collectivity.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = heard_call, check_for_backend(MultiBackend))]
pub struct Call {
    /// Its id here.
    pub id: Uid,
    /// Its address.
    pub uri: String,
    /// The collectivity that decides about the consultation.
    pub organiser_id: Uid,
    /// The group of the consultation there.
    pub group_id: Uid,
    /// Title of the consultation.
    pub title: String,
    /// Its page there.
    pub page: String,
    /// Code of what it says of itself.
    pub state: String,
    /// The whole call, as the organiser signed it.
    pub document: String,
    /// Its revision: what is older changes nothing.
    pub changed_at: At,
    /// When it was first heard of.
    pub heard_at: At,
}

impl Call {
    /// What it says of itself.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn state(&self) -> Result<CallState> {
        CallState::parse(&self.state).ok_or_else(|| Error::Corrupt(format!("call state {}", self.state)))
    }
}

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

/// Keeps a call, or brings it up to date unless what came is older. `false`: it is older.
///
/// # Errors
/// When the database refuses.
pub fn hear(db: &mut Db, new: &Call) -> Result<bool> {
    let call = new.clone();
    if each!(db, c => diesel::insert_into(heard_call::table).values(call).on_conflict_do_nothing().execute(c))? == 1 {
        return Ok(true);
    }
    let newer = heard_call::table.filter(heard_call::uri.eq(&new.uri)).filter(heard_call::organiser_id.eq(new.organiser_id));
    let changed = diesel::update(newer.filter(heard_call::changed_at.le(new.changed_at)))
        .set((
            heard_call::title.eq(&new.title),
            heard_call::page.eq(&new.page),
            heard_call::state.eq(&new.state),
            heard_call::document.eq(&new.document),
            heard_call::changed_at.eq(new.changed_at),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// Notes that what a call speaks of is not there any more.
///
/// # Errors
/// When the database refuses.
pub fn set_call_state(db: &mut Db, id: Uid, state: CallState) -> Result<()> {
    diesel::update(heard_call::table.find(id)).set(heard_call::state.eq(state.code())).execute(db)?;
    Ok(())
}

/// A call by its id here.
///
/// # Errors
/// When the database refuses.
pub fn call(db: &mut Db, id: Uid) -> Result<Option<Call>> {
    Ok(heard_call::table.find(id).select(all::<Call>()).first(db).optional()?)
}

/// A call by its address.
///
/// # Errors
/// When the database refuses.
pub fn call_by_uri(db: &mut Db, uri: &str) -> Result<Option<Call>> {
    Ok(heard_call::table.filter(heard_call::uri.eq(uri)).select(all::<Call>()).first(db).optional()?)
}

/// Calls with the name of who makes them and what became of them here, newest first.
///
/// # Errors
/// When the database refuses.
pub fn calls(db: &mut Db, limit: i64, offset: i64) -> Result<Vec<(Call, String, Option<Carried>)>> {
    Ok(heard_call::table
        .inner_join(actor::table.on(actor::id.eq(heard_call::organiser_id)))
        .left_join(carried::table.on(carried::call_id.eq(heard_call::id)))
        .order((heard_call::heard_at.desc(), heard_call::id.desc()))
        .limit(limit)
        .offset(offset)
        .select((all::<Call>(), actor::display_name, Option::<Carried>::as_select()))
        .load(db)?)
}

/// How many calls there are.
///
/// # Errors
/// When the database refuses.
pub fn count_calls(db: &mut Db) -> Result<i64> {
    Ok(heard_call::table.count().get_result(db)?)
}

/// Calls of this instance's carried consultations that may have changed since they were read: the addresses, `limit` after this one.
///
/// # Errors
/// When the database refuses.
pub fn followed_calls(db: &mut Db, after: Uid, limit: i64) -> Result<Vec<Call>> {
    Ok(heard_call::table
        .inner_join(carried::table.on(carried::call_id.eq(heard_call::id)))
        .filter(carried::state.eq_any([CarriedState::Joined.code(), CarriedState::Asked.code()]))
        .filter(heard_call::id.gt(after))
        .order(heard_call::id)
        .limit(limit)
        .select(all::<Call>())
        .load(db)?)
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
pub fn fellows(db: &mut Db, call: Uid, limit: i64) -> Result<Vec<Fellow>> {
    Ok(fellow::table.filter(fellow::call_id.eq(call)).order((fellow::name, fellow::uri)).limit(limit).select(all::<Fellow>()).load(db)?)
}
