//! Accreditations: a collectivity says what an organisation is to it, and the organisation agrees. Either may live on another server.

use crate::actors::Actor;
use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{accreditation, actor};
use crate::{Db, Result};
use diesel::dsl::{IntoBoxed, Select};
use diesel::prelude::*;
use domain::organisation::{AccreditationState, holds};

/// An accreditation.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = accreditation, check_for_backend(MultiBackend))]
pub struct Accreditation {
    /// Its id here.
    pub id: Uid,
    /// Its address, when the collectivity is of another server.
    pub uri: Option<String>,
    /// The collectivity.
    pub by_id: Uid,
    /// The organisation.
    pub organisation_id: Uid,
    /// Code of what it is accredited as.
    pub role: String,
    /// What it is asked to do, in the collectivity's words: plain text.
    pub mandate: String,
    /// From when.
    pub since: At,
    /// Until when: from then on it holds no more.
    pub until: Option<At>,
    /// Code of where it stands.
    pub state: String,
    /// When it was offered.
    pub offered_at: At,
    /// When the organisation answered.
    pub answered_at: Option<At>,
    /// When one of the two sides ended it.
    pub ended_at: Option<At>,
    /// JSON with the proof of the collectivity, as it was received.
    pub document: Option<String>,
    /// JSON with the proof of the organisation, as it was received.
    pub acceptance: Option<String>,
}

impl Accreditation {
    /// Whether it holds at this time.
    #[must_use]
    pub fn holds(&self, now: At) -> bool {
        holds(&self.state, self.since.0, self.until.map(|until| until.0), now.0)
    }
}

/// An accreditation with the actor on its other side.
pub type With = (Accreditation, Actor);

/// Keeps one. `false`: it is kept already, or the same was offered and is not answered.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: &Accreditation) -> Result<bool> {
    let new = new.clone();
    Ok(each!(db, c => diesel::insert_into(accreditation::table).values(new).on_conflict_do_nothing().execute(c))? == 1)
}

/// By id.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Accreditation>> {
    Ok(accreditation::table.find(id).select(all::<Accreditation>()).first(db).optional()?)
}

/// By its address on another server.
///
/// # Errors
/// When the database refuses.
pub fn by_uri(db: &mut Db, uri: &str) -> Result<Option<Accreditation>> {
    Ok(accreditation::table.filter(accreditation::uri.eq(uri)).select(all::<Accreditation>()).first(db).optional()?)
}

/// Answers what is offered. `false`: it is not offered any more.
///
/// # Errors
/// When the database refuses.
pub fn answer(db: &mut Db, id: Uid, state: AccreditationState, acceptance: Option<&str>, now: At) -> Result<bool> {
    let open = accreditation::table.find(id).filter(accreditation::state.eq(AccreditationState::Offered.code()));
    let changed = diesel::update(open)
        .set((accreditation::state.eq(state.code()), accreditation::answered_at.eq(now), accreditation::acceptance.eq(acceptance)))
        .execute(db)?;
    Ok(changed == 1)
}

/// Ends what is offered or accepted. `false`: it is over.
///
/// # Errors
/// When the database refuses.
pub fn end(db: &mut Db, id: Uid, state: AccreditationState, now: At) -> Result<bool> {
    let standing = [AccreditationState::Offered.code(), AccreditationState::Accepted.code()];
    let open = accreditation::table.find(id).filter(accreditation::state.eq_any(standing));
    Ok(diesel::update(open).set((accreditation::state.eq(state.code()), accreditation::ended_at.eq(now))).execute(db)? == 1)
}

/// What a collectivity gave, latest first, with the organisations, and how many there are.
///
/// # Errors
/// When the database refuses.
pub fn given(db: &mut Db, by: Uid, offset: i64, limit: i64) -> Result<(Vec<With>, i64)> {
    let total = accreditation::table.filter(accreditation::by_id.eq(by)).count().get_result(db)?;
    let rows = accreditation::table
        .inner_join(actor::table.on(actor::id.eq(accreditation::organisation_id)))
        .filter(accreditation::by_id.eq(by))
        .order((accreditation::offered_at.desc(), accreditation::id.desc()))
        .offset(offset)
        .limit(limit)
        .select((all::<Accreditation>(), all::<Actor>()))
        .load(db)?;
    Ok((rows, total))
}

/// Most accreditations of one organisation that are read.
const MANY: i64 = 200;

/// What an organisation was offered, latest first, with the collectivities.
///
/// # Errors
/// When the database refuses.
pub fn received(db: &mut Db, organisation: Uid) -> Result<Vec<With>> {
    Ok(accreditation::table
        .inner_join(actor::table.on(actor::id.eq(accreditation::by_id)))
        .filter(accreditation::organisation_id.eq(organisation))
        .order((accreditation::offered_at.desc(), accreditation::id.desc()))
        .limit(MANY)
        .select((all::<Accreditation>(), all::<Actor>()))
        .load(db)?)
}

/// Most organisations that a collectivity accredits at once.
const ROLES_MAX: i64 = 5_000;

type Roles<'a> = IntoBoxed<'a, Select<accreditation::table, (accreditation::organisation_id, accreditation::role)>, MultiBackend>;

/// Organisations that a collectivity accredits now, with as what; the earliest first.
fn current<'a>(by: Uid, now: At) -> Roles<'a> {
    accreditation::table
        .select((accreditation::organisation_id, accreditation::role))
        .into_boxed()
        .filter(accreditation::by_id.eq(by))
        .filter(accreditation::state.eq(AccreditationState::Accepted.code()))
        .filter(accreditation::since.le(now))
        .filter(accreditation::until.is_null().or(accreditation::until.gt(now)))
        .order((accreditation::since, accreditation::id))
}

/// As what a collectivity accredits organisations now.
///
/// # Errors
/// When the database refuses.
pub fn all_roles(db: &mut Db, by: Uid, now: At) -> Result<Vec<(Uid, String)>> {
    Ok(current(by, now).limit(ROLES_MAX).load(db)?)
}

/// As what a collectivity accredits these organisations now: one statement, and none for nobody.
///
/// # Errors
/// When the database refuses.
pub fn roles(db: &mut Db, by: Uid, organisations: &[Uid], now: At) -> Result<Vec<(Uid, String)>> {
    if organisations.is_empty() {
        return Ok(Vec::new());
    }
    Ok(current(by, now).filter(accreditation::organisation_id.eq_any(organisations.to_vec())).load(db)?)
}
