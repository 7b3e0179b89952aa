//! Calls of other collectivities to carry their consultations: what they say, and the phases and themes they say it with.

use crate::carried::Carried;
use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::consultations::Text;
use crate::schema::{actor, call_phase, call_theme, carried, heard_call};
use crate::{Db, Error, Result};
use diesel::prelude::*;
use domain::carrying::{CallState, CarriedState};
use domain::place::Asking;
use domain::reach::Reach;

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
    /// Two lines for its card.
    pub teaser: String,
    /// Introduction, in Markdown.
    pub introduction: String,
    /// What is at stake, in Markdown.
    pub stakes: String,
    /// What is already decided, in Markdown.
    pub settled: String,
    /// What is open to debate, in Markdown.
    pub open_points: String,
    /// How the input will be used, in Markdown.
    pub input_use: String,
    /// Code of the participation level.
    pub participation: String,
    /// Who organises it, in words.
    pub organiser: String,
    /// Code of the language it is written in.
    pub lang: String,
    /// Supports from which a contribution is widely supported; 0 for none.
    pub support_threshold: i32,
    /// What whoever carries it agrees to, in Markdown.
    pub rules: String,
    /// Its page there.
    pub page: String,
    /// Code of what it says of itself.
    pub state: String,
    /// Its revision: what is older changes nothing.
    pub changed_at: At,
    /// When it was first heard of.
    pub heard_at: At,
    /// Code of how far it may reach at most.
    pub reach: String,
    /// Code of whether it asks contributions where they are.
    pub places: String,
}

impl Call {
    /// What it says of itself.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn state(&self) -> Result<CallState> {
        CallState::parse(&self.state).ok_or_else(|| Error::Corrupt(format!("call state {}", self.state)))
    }

    /// How far it may reach at most.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn reach(&self) -> Result<Reach> {
        Reach::parse(&self.reach).ok_or_else(|| Error::Corrupt(format!("reach {}", self.reach)))
    }

    /// Whether it asks contributions where they are.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn places(&self) -> Result<Asking> {
        Asking::parse(&self.places).ok_or_else(|| Error::Corrupt(format!("asking for places {}", self.places)))
    }

    /// What the organiser writes of the consultation.
    #[must_use]
    pub fn text(&self) -> Text {
        Text {
            title: self.title.clone(),
            teaser: self.teaser.clone(),
            introduction: self.introduction.clone(),
            stakes: self.stakes.clone(),
            settled: self.settled.clone(),
            open_points: self.open_points.clone(),
            input_use: self.input_use.clone(),
            participation: self.participation.clone(),
            organiser: self.organiser.clone(),
            support_threshold: self.support_threshold,
        }
    }
}

/// A phase of a call.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = call_phase, check_for_backend(MultiBackend))]
pub struct CallPhase {
    /// The call.
    pub call_id: Uid,
    /// Its rank.
    pub position: i32,
    /// Code of what it is for.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// What happens in it, in Markdown.
    pub description: String,
    /// First instant.
    pub opens_at: At,
    /// First instant after it.
    pub closes_at: At,
    /// Code of who may propose.
    pub propose: String,
    /// Code of who may start a discussion.
    pub discuss: String,
    /// Code of who may reply.
    pub reply: String,
    /// Code of who may support.
    pub support: String,
}

/// Keeps a call, or brings it up to date unless what came is older. Gives its id here, or nothing: it is older, or another collectivity's.
///
/// # Errors
/// When the database refuses.
pub fn hear(db: &mut Db, new: &Call) -> Result<Option<Uid>> {
    let call = new.clone();
    if each!(db, c => diesel::insert_into(heard_call::table).values(call).on_conflict_do_nothing().execute(c))? == 1 {
        return Ok(Some(new.id));
    }
    let Some(known) = call_by_uri(db, &new.uri)? else { return Ok(None) };
    if known.organiser_id != new.organiser_id || known.changed_at > new.changed_at {
        return Ok(None);
    }
    let changed = Call { id: known.id, heard_at: known.heard_at, ..new.clone() };
    diesel::update(heard_call::table.find(known.id)).set(changed).execute(db)?;
    Ok(Some(known.id))
}

/// Puts these phases and themes of a call in the place of those that were known.
///
/// # Errors
/// When the database refuses.
pub fn arrange(db: &mut Db, call: Uid, phases: &[CallPhase], themes: &[String]) -> Result<()> {
    diesel::delete(call_phase::table.filter(call_phase::call_id.eq(call))).execute(db)?;
    diesel::delete(call_theme::table.filter(call_theme::call_id.eq(call))).execute(db)?;
    if !phases.is_empty() {
        let rows: Vec<CallPhase> =
            (0..).zip(phases).map(|(position, phase)| CallPhase { call_id: call, position, ..phase.clone() }).collect();
        each!(db, c => diesel::insert_into(call_phase::table).values(rows).execute(c))?;
    }
    if !themes.is_empty() {
        let row = |(position, name): (i32, &String)| {
            (call_theme::call_id.eq(call), call_theme::position.eq(position), call_theme::name.eq(name.clone()))
        };
        let rows: Vec<_> = (0..).zip(themes).map(row).collect();
        each!(db, c => diesel::insert_into(call_theme::table).values(rows).execute(c))?;
    }
    Ok(())
}

/// The phases of a call, in order.
///
/// # Errors
/// When the database refuses.
pub fn phases(db: &mut Db, call: Uid) -> Result<Vec<CallPhase>> {
    Ok(call_phase::table.filter(call_phase::call_id.eq(call)).order(call_phase::position).limit(50).select(all::<CallPhase>()).load(db)?)
}

/// The names of the themes of a call, in order.
///
/// # Errors
/// When the database refuses.
pub fn themes(db: &mut Db, call: Uid) -> Result<Vec<String>> {
    Ok(call_theme::table.filter(call_theme::call_id.eq(call)).order(call_theme::position).limit(200).select(call_theme::name).load(db)?)
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

/// Calls that are carried here, or asked for, and whose organiser was last read before this; `limit` of them.
///
/// # Errors
/// When the database refuses.
pub fn unread_calls(db: &mut Db, before: At, limit: i64) -> Result<Vec<Call>> {
    Ok(heard_call::table
        .inner_join(carried::table.on(carried::call_id.eq(heard_call::id)))
        .filter(carried::state.eq_any([CarriedState::Joined.code(), CarriedState::Asked.code()]))
        .filter(carried::read_at.is_null().or(carried::read_at.lt(before)))
        .order((carried::read_at, heard_call::id))
        .limit(limit)
        .select(all::<Call>())
        .load(db)?)
}

/// Notes that the organiser of a call was read through.
///
/// # Errors
/// When the database refuses.
pub fn read(db: &mut Db, call: Uid, now: At) -> Result<()> {
    diesel::update(carried::table.filter(carried::call_id.eq(call))).set(carried::read_at.eq(now)).execute(db)?;
    Ok(())
}

/// How many calls of one collectivity are known.
///
/// # Errors
/// When the database refuses.
pub fn count_calls_of(db: &mut Db, organiser: Uid) -> Result<i64> {
    Ok(heard_call::table.filter(heard_call::organiser_id.eq(organiser)).count().get_result(db)?)
}
