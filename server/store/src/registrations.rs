//! Who comes to a meeting. Private: only the staff and each for themselves.

use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::schema::{account, actor, meeting, registration};
use crate::{Db, Error, Result};
use diesel::dsl::max;
use diesel::prelude::*;
use domain::meeting::PlaceState;
use std::fmt;

/// Somebody's registration.
#[derive(Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = registration, check_for_backend(MultiBackend), treat_none_as_default_value = false)]
pub struct Registration {
    /// Its id.
    pub id: Uid,
    /// The meeting.
    pub meeting_id: Uid,
    /// The account, here or on another server.
    pub actor_id: Option<Uid>,
    /// The address, of somebody without an account.
    pub email: Option<String>,
    /// The name they gave; empty for an account, which has its own.
    pub name: String,
    /// Code of the language of their letters.
    pub lang: String,
    /// Code of where it stands.
    pub state: String,
    /// The order in which they asked.
    pub rank: i32,
    /// What they say at the desk.
    pub code: String,
    /// SHA-256 of the secret of their page.
    pub key_hash: Vec<u8>,
    /// The activity with which somebody of another server asked.
    pub activity: Option<String>,
    /// When they asked.
    pub created_at: At,
    /// When it changed last.
    pub changed_at: At,
    /// Which letter they were written last.
    pub told: String,
}

/// Nothing of it belongs in a log.
impl fmt::Debug for Registration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Registration").field("id", &self.id).field("state", &self.state).finish_non_exhaustive()
    }
}

impl Registration {
    /// Where it stands.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn state(&self) -> Result<PlaceState> {
        PlaceState::parse(&self.state).ok_or_else(|| Error::Corrupt(format!("registration state {}", self.state)))
    }
}

/// Keeps a new registration.
///
/// # Errors
/// `Duplicate` when they have one, or when the database refuses.
pub fn insert(db: &mut Db, new: &Registration) -> Result<()> {
    diesel::insert_into(registration::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// Changes where a registration stands; asked for again, it goes to the end of the order.
///
/// # Errors
/// When the database refuses.
pub fn put(db: &mut Db, id: Uid, state: PlaceState, rank: i32, now: At) -> Result<()> {
    diesel::update(registration::table.find(id))
        .set((registration::state.eq(state.code()), registration::rank.eq(rank), registration::changed_at.eq(now)))
        .execute(db)?;
    Ok(())
}

/// Keeps with which activity somebody of another server asked.
///
/// # Errors
/// When the database refuses.
pub fn set_activity(db: &mut Db, id: Uid, activity: &str) -> Result<()> {
    diesel::update(registration::table.find(id)).set(registration::activity.eq(Some(activity))).execute(db)?;
    Ok(())
}

/// The registration of an account that this activity asked for.
///
/// # Errors
/// When the database refuses.
pub fn by_activity(db: &mut Db, actor: Uid, activity: &str) -> Result<Option<Registration>> {
    let row = registration::table.filter(registration::actor_id.eq(actor)).filter(registration::activity.eq(activity));
    Ok(row.select(all::<Registration>()).first(db).optional()?)
}

/// Forgets with which activity somebody asked: nobody answers it any more.
///
/// # Errors
/// When the database refuses.
pub fn forget_activity(db: &mut Db, meeting: Uid, actor: Uid) -> Result<()> {
    let row = registration::table.filter(registration::meeting_id.eq(meeting)).filter(registration::actor_id.eq(actor));
    diesel::update(row).set(registration::activity.eq(None::<String>)).execute(db)?;
    Ok(())
}

/// Keeps the name somebody gave when they asked again.
///
/// # Errors
/// When the database refuses.
pub fn set_name(db: &mut Db, id: Uid, name: &str, lang: &str) -> Result<()> {
    diesel::update(registration::table.find(id)).set((registration::name.eq(name), registration::lang.eq(lang))).execute(db)?;
    Ok(())
}

/// A registration.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Registration>> {
    Ok(registration::table.find(id).select(all::<Registration>()).first(db).optional()?)
}

/// By the secret of its page.
///
/// # Errors
/// When the database refuses.
pub fn by_key(db: &mut Db, meeting: Uid, hash: &[u8]) -> Result<Option<Registration>> {
    let row = registration::table.filter(registration::key_hash.eq(hash)).filter(registration::meeting_id.eq(meeting));
    Ok(row.select(all::<Registration>()).first(db).optional()?)
}

/// The registration of an account.
///
/// # Errors
/// When the database refuses.
pub fn of_actor(db: &mut Db, meeting: Uid, actor: Uid) -> Result<Option<Registration>> {
    let row = registration::table.filter(registration::meeting_id.eq(meeting)).filter(registration::actor_id.eq(actor));
    Ok(row.select(all::<Registration>()).first(db).optional()?)
}

/// The registration of an address.
///
/// # Errors
/// When the database refuses.
pub fn of_address(db: &mut Db, meeting: Uid, email: &str) -> Result<Option<Registration>> {
    let row = registration::table.filter(registration::meeting_id.eq(meeting)).filter(registration::email.eq(email));
    Ok(row.select(all::<Registration>()).first(db).optional()?)
}

/// By what somebody says at the desk.
///
/// # Errors
/// When the database refuses.
pub fn by_code(db: &mut Db, meeting: Uid, code: &str) -> Result<Option<Registration>> {
    let row = registration::table.filter(registration::meeting_id.eq(meeting)).filter(registration::code.eq(code));
    Ok(row.select(all::<Registration>()).first(db).optional()?)
}

/// The rank of whoever asks next.
///
/// # Errors
/// When the database refuses.
pub fn next_rank(db: &mut Db, meeting: Uid) -> Result<i32> {
    let last: Option<i32> = registration::table.filter(registration::meeting_id.eq(meeting)).select(max(registration::rank)).first(db)?;
    Ok(last.unwrap_or(0).saturating_add(1))
}

/// How many stand where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Places that are taken.
    pub taken: u32,
    /// Those who wait.
    pub waiting: u32,
    /// Those who were there.
    pub attended: u32,
}

/// Counts anew, and keeps it with the meeting.
///
/// # Errors
/// When the database refuses.
pub fn count(db: &mut Db, id: Uid) -> Result<Counts> {
    let rows: Vec<(String, i64)> = registration::table
        .filter(registration::meeting_id.eq(id))
        .group_by(registration::state)
        .select((registration::state, diesel::dsl::count_star()))
        .load(db)?;
    let of = |state: PlaceState| {
        rows.iter().find(|(code, _)| code == state.code()).map_or(0, |(_, count)| i32::try_from(*count).unwrap_or(i32::MAX))
    };
    let (attended, waiting) = (of(PlaceState::Attended), of(PlaceState::Waiting));
    let taken = of(PlaceState::Registered).saturating_add(attended);
    diesel::update(meeting::table.find(id))
        .set((meeting::taken_count.eq(taken), meeting::waiting_count.eq(waiting), meeting::attended_count.eq(attended)))
        .execute(db)?;
    let number = |count: i32| u32::try_from(count).unwrap_or(0);
    Ok(Counts { taken: number(taken), waiting: number(waiting), attended: number(attended) })
}

/// The first of those who stand there, in the order in which they asked.
///
/// # Errors
/// When the database refuses.
pub fn first(db: &mut Db, meeting: Uid, state: PlaceState, limit: i64) -> Result<Vec<Registration>> {
    let rows = registration::table.filter(registration::meeting_id.eq(meeting)).filter(registration::state.eq(state.code()));
    Ok(rows.order(registration::rank).limit(limit).select(all::<Registration>()).load(db)?)
}

/// How many wait before somebody.
///
/// # Errors
/// When the database refuses.
pub fn before(db: &mut Db, one: &Registration) -> Result<i64> {
    let rows = registration::table.filter(registration::meeting_id.eq(one.meeting_id));
    Ok(rows.filter(registration::state.eq(PlaceState::Waiting.code())).filter(registration::rank.lt(one.rank)).count().get_result(db)?)
}

/// Who is to be written, and where.
#[derive(Clone)]
pub struct Recipient {
    /// The registration.
    pub row: Registration,
    /// The address.
    pub email: String,
    /// The name.
    pub name: String,
    /// Code of the language.
    pub lang: String,
}

/// Those who are to be told something, by the way to them.
#[derive(Clone, Default)]
pub struct Audience {
    /// Who has an address here.
    pub by_letter: Vec<Recipient>,
    /// Whose account is on another server.
    pub abroad: Vec<Registration>,
}

/// Up to `limit` of those who stand there and were not told this, in the order in which they asked, and notes that they are now. The second value
/// says whether more may be left.
///
/// # Errors
/// When the database refuses.
pub fn to_tell(db: &mut Db, meeting: Uid, letter: &str, states: &[PlaceState], limit: i64) -> Result<(Audience, bool)> {
    let codes: Vec<&str> = states.iter().map(|state| state.code()).collect();
    let rows: Vec<Registration> = registration::table
        .filter(registration::meeting_id.eq(meeting))
        .filter(registration::state.eq_any(codes))
        .filter(registration::told.ne(letter))
        .order(registration::rank)
        .limit(limit)
        .select(all::<Registration>())
        .load(db)?;
    let ids: Vec<Uid> = rows.iter().map(|row| row.id).collect();
    diesel::update(registration::table.filter(registration::id.eq_any(ids))).set(registration::told.eq(letter)).execute(db)?;
    let more = i64::try_from(rows.len()).is_ok_and(|count| count == limit);
    Ok((audience(db, rows)?, more))
}

/// The ways to those who are registered; who can be reached neither here nor elsewhere is left out.
///
/// # Errors
/// When the database refuses.
pub fn audience(db: &mut Db, rows: Vec<Registration>) -> Result<Audience> {
    let actors: Vec<Uid> = rows.iter().filter_map(|row| row.actor_id).collect();
    let known: Vec<(Uid, String, String, String)> = account::table
        .inner_join(actor::table)
        .filter(account::actor_id.eq_any(&actors))
        .filter(account::suspended_at.is_null())
        .select((account::actor_id, account::email, actor::display_name, account::lang))
        .load(db)?;
    let foreign: Vec<Uid> = actor::table.filter(actor::id.eq_any(&actors)).filter(actor::host.ne("")).select(actor::id).load(db)?;
    let mut found = Audience::default();
    for row in rows {
        let account = row.actor_id.and_then(|actor| known.iter().find(|(id, ..)| *id == actor));
        if let Some(email) = row.email.clone() {
            found.by_letter.push(Recipient { email, name: row.name.clone(), lang: row.lang.clone(), row });
        } else if let Some((_, email, name, lang)) = account {
            found.by_letter.push(Recipient { email: email.clone(), name: name.clone(), lang: lang.clone(), row });
        } else if row.actor_id.is_some_and(|actor| foreign.contains(&actor)) {
            found.abroad.push(row);
        }
    }
    Ok(found)
}

/// A registration with the name and address of the account behind it, for the staff.
#[derive(Debug, Clone)]
pub struct Known {
    /// The registration.
    pub row: Registration,
    /// Name, handle and server of the account.
    pub account: Option<(String, String, String)>,
}

/// A page of those who are registered, by state and order, for the staff; those who have not confirmed an address are left out.
///
/// # Errors
/// When the database refuses.
pub fn page(db: &mut Db, meeting: Uid, offset: i64, limit: i64) -> Result<(Vec<Known>, i64)> {
    let rows = || registration::table.filter(registration::meeting_id.eq(meeting)).filter(registration::state.ne(PlaceState::Asked.code()));
    let total = rows().count().get_result(db)?;
    let found: Vec<Registration> =
        rows().order((registration::rank, registration::id)).offset(offset).limit(limit).select(all::<Registration>()).load(db)?;
    let ids: Vec<Uid> = found.iter().filter_map(|row| row.actor_id).collect();
    let names: Vec<(Uid, String, String, String)> =
        actor::table.filter(actor::id.eq_any(ids)).select((actor::id, actor::display_name, actor::username, actor::host)).load(db)?;
    let of =
        |id: Uid| names.iter().find(|(known, ..)| *known == id).map(|(_, name, handle, host)| (name.clone(), handle.clone(), host.clone()));
    Ok((found.into_iter().map(|row| Known { account: row.actor_id.and_then(of), row }).collect(), total))
}

/// The registrations of an account, with the title of the meeting and when it begins.
///
/// # Errors
/// When the database refuses.
pub fn all_of(db: &mut Db, actor: Uid, limit: i64) -> Result<Vec<(Registration, String, At)>> {
    Ok(registration::table
        .inner_join(meeting::table.on(meeting::id.eq(registration::meeting_id)))
        .filter(registration::actor_id.eq(actor))
        .order(meeting::begins_at.desc())
        .limit(limit)
        .select((all::<Registration>(), meeting::title, meeting::begins_at))
        .load(db)?)
}

/// Removes the registrations of an account. Gives the meetings whose places change.
///
/// # Errors
/// When the database refuses.
pub fn erase_actor(db: &mut Db, actor: Uid) -> Result<Vec<Uid>> {
    let meetings = registration::table.filter(registration::actor_id.eq(actor)).select(registration::meeting_id).load(db)?;
    diesel::delete(registration::table.filter(registration::actor_id.eq(actor))).execute(db)?;
    Ok(meetings)
}

/// Removes a registration.
///
/// # Errors
/// When the database refuses.
pub fn remove(db: &mut Db, id: Uid) -> Result<()> {
    diesel::delete(registration::table.find(id)).execute(db)?;
    Ok(())
}

/// Forgets the addresses that nobody confirmed, and everybody who was registered for a meeting that ended before `ended`. The figures stay.
///
/// # Errors
/// When the database refuses.
pub fn sweep(db: &mut Db, asked: At, ended: At) -> Result<()> {
    let unconfirmed =
        registration::table.filter(registration::state.eq(PlaceState::Asked.code())).filter(registration::changed_at.lt(asked));
    diesel::delete(unconfirmed).execute(db)?;
    let over = meeting::table.filter(meeting::ends_at.lt(ended)).select(meeting::id);
    diesel::delete(registration::table.filter(registration::meeting_id.eq_any(over))).execute(db)?;
    Ok(())
}
