//! The organiser's side of consultations that several territories carry: what is offered, and who carries it. The carrier's side is `carried`.

use crate::column::{At, Uid, all, each, is_postgres};
use crate::conn::MultiBackend;
use crate::schema::{actor, carrier, offered};
use crate::{Db, Error, Result};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::BigInt;
use domain::carrying::{Called, CarrierState};

pub mod choosing;

/// Key of the advisory lock under which PostgreSQL lets one transaction at a time change who carries what ("parvis" in ASCII, and three).
const LOCK: i64 = 0x0070_6172_7669_7303;

/// Lets nobody else change who carries what until the end of the transaction: an answer and a new text of the same call may come at once, and
/// the one that is written last would undo the other. SQLite has one writer anyway.
///
/// # Errors
/// When the database refuses.
pub fn hold(db: &mut Db) -> Result<()> {
    if is_postgres(db) {
        sql_query("SELECT pg_advisory_xact_lock($1)").bind::<BigInt, _>(LOCK).execute(db)?;
    }
    Ok(())
}

/// A consultation that other territories may carry.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = offered, check_for_backend(MultiBackend))]
pub struct Offered {
    /// The consultation.
    pub consultation_id: Uid,
    /// Code of who may carry it.
    pub reach: String,
    /// What whoever carries it agrees to, in Markdown.
    pub rules: String,
    /// Who offered it.
    pub offered_by: Option<Uid>,
    /// When.
    pub offered_at: At,
    /// When something changed that carriers follow: the revision of the call.
    pub changed_at: At,
    /// When it was withdrawn: nobody joins any more.
    pub withdrawn_at: Option<At>,
}

impl Offered {
    /// Who may carry it.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn called(&self) -> Result<Called> {
        Called::parse(&self.reach).ok_or_else(|| Error::Corrupt(format!("reach {}", self.reach)))
    }
}

/// A collectivity of another server and a consultation that this instance offers.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = carrier, check_for_backend(MultiBackend), treat_none_as_null = true)]
pub struct Carrier {
    /// The consultation.
    pub consultation_id: Uid,
    /// The collectivity.
    pub actor_id: Uid,
    /// Code of how it stands to it.
    pub state: String,
    /// The page of the consultation there.
    pub page: Option<String>,
    /// The id of the activity with which it joined last.
    pub activity: Option<String>,
    /// Since when it stands so.
    pub since: At,
    /// When it joined last.
    pub joined_at: Option<At>,
    /// When it left last.
    pub left_at: Option<At>,
}

impl Carrier {
    /// How it stands to the consultation.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn state(&self) -> Result<CarrierState> {
        CarrierState::parse(&self.state).ok_or_else(|| Error::Corrupt(format!("carrier state {}", self.state)))
    }
}

/// A carrier with its name and server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedCarrier {
    /// How it stands to the consultation.
    pub carrier: Carrier,
    /// Its name.
    pub name: String,
    /// Its server.
    pub host: String,
    /// Its address as an actor.
    pub uri: String,
}

/// Offers a consultation, or offers it anew with other rules.
///
/// # Errors
/// When the database refuses.
pub fn offer(db: &mut Db, new: &Offered) -> Result<()> {
    let (new, changed) = (
        new.clone(),
        (
            offered::reach.eq(new.reach.clone()),
            offered::rules.eq(new.rules.clone()),
            offered::changed_at.eq(new.changed_at),
            offered::withdrawn_at.eq(new.withdrawn_at),
        ),
    );
    each!(db, c => diesel::insert_into(offered::table).values(new).on_conflict(offered::consultation_id).do_update().set(changed).execute(c))?;
    Ok(())
}

/// How a consultation is offered, if it is or was.
///
/// # Errors
/// When the database refuses.
pub fn offered(db: &mut Db, consultation: Uid) -> Result<Option<Offered>> {
    Ok(offered::table.find(consultation).select(all::<Offered>()).first(db).optional()?)
}

/// Something changed that carriers follow. `false`: it is not offered to anybody.
///
/// # Errors
/// When the database refuses.
pub fn touch(db: &mut Db, consultation: Uid, now: At) -> Result<bool> {
    // Two changes in one microsecond, or a clock that was set back, must still grow.
    let row = offered::table.find(consultation);
    let Some(last) = row.select(offered::changed_at).first::<At>(db).optional()? else { return Ok(false) };
    let next = now.0.as_microsecond().max(last.0.as_microsecond().saturating_add(1));
    let next = domain::Timestamp::from_microsecond(next).unwrap_or(now.0);
    Ok(diesel::update(row).set(offered::changed_at.eq(At(next))).execute(db)? == 1)
}

/// Withdraws the call. `false`: it is not open.
///
/// # Errors
/// When the database refuses.
pub fn withdraw(db: &mut Db, consultation: Uid, now: At) -> Result<bool> {
    let row = offered::table.find(consultation).filter(offered::withdrawn_at.is_null());
    Ok(diesel::update(row).set(offered::withdrawn_at.eq(now)).execute(db)? == 1)
}

/// How a collectivity stands to a consultation.
///
/// # Errors
/// When the database refuses.
pub fn carrier(db: &mut Db, consultation: Uid, collectivity: Uid) -> Result<Option<Carrier>> {
    Ok(carrier::table.find((consultation, collectivity)).select(all::<Carrier>()).first(db).optional()?)
}

/// Notes how a collectivity stands to a consultation.
///
/// # Errors
/// When the database refuses.
pub fn set_carrier(db: &mut Db, new: &Carrier) -> Result<()> {
    let new = new.clone();
    each!(db, c => diesel::insert_into(carrier::table)
        .values(new.clone())
        .on_conflict((carrier::consultation_id, carrier::actor_id))
        .do_update()
        .set(new)
        .execute(c))?;
    Ok(())
}

/// Who carries a consultation, was asked to or did: who joined comes before who was only asked, each the longest first, then by name.
///
/// # Errors
/// When the database refuses.
pub fn carriers(db: &mut Db, consultation: Uid, limit: i64, offset: i64) -> Result<Vec<NamedCarrier>> {
    let rows: Vec<(Carrier, String, String, Option<String>)> = carrier::table
        .inner_join(actor::table.on(actor::id.eq(carrier::actor_id)))
        .filter(carrier::consultation_id.eq(consultation))
        .order((carrier::joined_at.is_null(), carrier::since, actor::display_name, actor::id))
        .limit(limit)
        .offset(offset)
        .select((all::<Carrier>(), actor::display_name, actor::host, actor::uri))
        .load(db)?;
    let named = |(carrier, name, host, uri): (Carrier, String, String, Option<String>)| NamedCarrier {
        carrier,
        name,
        host,
        uri: uri.unwrap_or_default(),
    };
    Ok(rows.into_iter().map(named).collect())
}

/// Who carries a consultation or did, the longest first: who was only asked has said nothing yet, and takes nobody's place.
///
/// # Errors
/// When the database refuses.
pub fn answered(db: &mut Db, consultation: Uid, limit: i64, offset: i64) -> Result<Vec<NamedCarrier>> {
    let first = carriers(db, consultation, limit, offset)?;
    Ok(first.into_iter().take_while(|row| row.carrier.joined_at.is_some()).collect())
}

/// How many carry a consultation or did.
///
/// # Errors
/// When the database refuses.
pub fn count_answered(db: &mut Db, consultation: Uid) -> Result<i64> {
    let rows = carrier::table.filter(carrier::consultation_id.eq(consultation)).filter(carrier::joined_at.is_not_null());
    Ok(rows.count().get_result(db)?)
}

/// How many collectivities stand so to a consultation.
///
/// # Errors
/// When the database refuses.
pub fn count_carriers(db: &mut Db, consultation: Uid, state: CarrierState) -> Result<i64> {
    let rows = carrier::table.filter(carrier::consultation_id.eq(consultation)).filter(carrier::state.eq(state.code()));
    Ok(rows.count().get_result(db)?)
}

/// How many collectivities carry a consultation, were asked to or did.
///
/// # Errors
/// When the database refuses.
pub fn count_all(db: &mut Db, consultation: Uid) -> Result<i64> {
    Ok(carrier::table.filter(carrier::consultation_id.eq(consultation)).count().get_result(db)?)
}

/// Whether a server is one of those that carry a consultation.
///
/// # Errors
/// When the database refuses.
pub fn is_carried_by(db: &mut Db, consultation: Uid, host: &str) -> Result<bool> {
    let rows = carrier::table
        .inner_join(actor::table.on(actor::id.eq(carrier::actor_id)))
        .filter(carrier::consultation_id.eq(consultation))
        .filter(carrier::state.eq_any([CarrierState::Joined.code(), CarrierState::Left.code()]))
        .filter(actor::host.eq(host.to_owned()));
    Ok(diesel::select(diesel::dsl::exists(rows)).get_result(db)?)
}
