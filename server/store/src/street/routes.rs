//! Reports between collectivities: those that went to whoever is competent, and those that came.

use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::schema::{actor, street_report, street_route};
use crate::{Db, Result};
use diesel::prelude::*;

/// Most reports that say the same as one and came from elsewhere, as far as these hear what becomes of it.
const JOINED_MAX: i64 = 100;

/// The way of a report to another collectivity, or from one.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = street_route, check_for_backend(MultiBackend), treat_none_as_default_value = false)]
pub struct Route {
    /// Its id.
    pub id: Uid,
    /// The report here.
    pub report_id: Uid,
    /// The other collectivity.
    pub actor_id: Uid,
    /// Whether it came from there.
    pub inward: bool,
    /// Its page with the other collectivity; empty while that said none.
    pub uri: String,
    /// When it was sent.
    pub sent_at: At,
    /// When the competent one last said something.
    pub answered_at: Option<At>,
    /// How often the competent one said something.
    pub turn: i32,
    /// Code of the state that it said; empty while it said nothing.
    pub state: String,
    /// When it was given back, or taken back.
    pub ended_at: Option<At>,
    /// What the other one signed last.
    pub document: String,
    /// Since when whoever sent it hides it, where it came from there: the report here has the same time if it was hidden for that alone.
    pub hidden_at: Option<At>,
}

/// A way with the other collectivity's name, host and address.
pub type Named = (Route, String, String, Option<String>);

/// Keeps a new one. `false`: it came already.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: Route) -> Result<bool> {
    let added = crate::column::each!(db, c => diesel::insert_into(street_route::table).values(new).on_conflict_do_nothing().execute(c))?;
    Ok(added == 1)
}

/// The way of a report in one direction that is open, else the latest, with the other collectivity's name, host and address.
///
/// # Errors
/// When the database refuses.
pub fn of(db: &mut Db, report: Uid, inward: bool) -> Result<Option<Named>> {
    Ok(street_route::table
        .inner_join(actor::table.on(actor::id.eq(street_route::actor_id)))
        .filter(street_route::report_id.eq(report))
        .filter(street_route::inward.eq(inward))
        .order((street_route::ended_at.is_null().desc(), street_route::sent_at.desc(), street_route::id.desc()))
        .select((all::<Route>(), actor::display_name, actor::host, actor::uri))
        .first(db)
        .optional()?)
}

/// The latest way to each collectivity that a report was ever sent to, by when it was sent.
///
/// # Errors
/// When the database refuses.
pub fn outward(db: &mut Db, report: Uid) -> Result<Vec<Route>> {
    let mut rows: Vec<Route> = street_route::table
        .filter(street_route::report_id.eq(report))
        .filter(street_route::inward.eq(false))
        .order((street_route::ended_at.is_null().desc(), street_route::sent_at.desc(), street_route::id.desc()))
        .limit(JOINED_MAX)
        .select(all::<Route>())
        .load(db)?;
    let mut seen = std::collections::HashSet::new();
    rows.retain(|route| seen.insert(route.actor_id));
    rows.reverse();
    Ok(rows)
}

/// A way, by its id, with the other collectivity's address.
///
/// # Errors
/// When the database refuses.
pub fn addressed(db: &mut Db, id: Uid) -> Result<Option<(Route, Option<String>)>> {
    let query = street_route::table.inner_join(actor::table.on(actor::id.eq(street_route::actor_id))).filter(street_route::id.eq(id));
    Ok(query.select((all::<Route>(), actor::uri)).first(db).optional()?)
}

/// A way, by its id.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Route>> {
    Ok(street_route::table.find(id).select(all::<Route>()).first(db).optional()?)
}

/// What came from this address.
///
/// # Errors
/// When the database refuses.
pub fn by_uri(db: &mut Db, uri: &str) -> Result<Option<Route>> {
    let row = street_route::table.filter(street_route::uri.eq(uri)).filter(street_route::inward);
    Ok(row.select(all::<Route>()).first(db).optional()?)
}

/// The competent collectivity said something. `false`: something later was heard already, or it is over.
///
/// # Errors
/// When the database refuses.
pub fn hear(db: &mut Db, id: Uid, (turn, state): (i32, &str), (page, document): (&str, &str), now: At) -> Result<bool> {
    let row = street_route::table.find(id).filter(street_route::turn.lt(turn)).filter(street_route::ended_at.is_null());
    let changed = diesel::update(row)
        .set((
            street_route::turn.eq(turn),
            street_route::state.eq(state),
            street_route::uri.eq(page),
            street_route::document.eq(document),
            street_route::answered_at.eq(now),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// We say something as the competent one: the number of what is said.
///
/// # Errors
/// When the database refuses.
pub fn say(db: &mut Db, id: Uid, state: &str, now: At) -> Result<()> {
    diesel::update(street_route::table.find(id))
        .set((street_route::turn.eq(street_route::turn + 1), street_route::state.eq(state), street_route::answered_at.eq(now)))
        .execute(db)?;
    Ok(())
}

/// It is over: it was given back, or taken back.
///
/// # Errors
/// When the database refuses.
pub fn end(db: &mut Db, id: Uid, now: At) -> Result<()> {
    diesel::update(street_route::table.find(id)).set(street_route::ended_at.eq(now)).execute(db)?;
    Ok(())
}

/// The ways by which the reports came that say the same as this one, as long as they are open.
///
/// # Errors
/// When the database refuses.
pub fn joined(db: &mut Db, report: Uid) -> Result<Vec<Route>> {
    Ok(street_route::table
        .inner_join(street_report::table.on(street_report::id.eq(street_route::report_id)))
        .filter(street_report::duplicate_of.eq(report))
        .filter(street_route::inward)
        .filter(street_route::ended_at.is_null())
        .order(street_route::id)
        .limit(JOINED_MAX)
        .select(all::<Route>())
        .load(db)?)
}

/// What the other one signed last, and since when it hides the report.
///
/// # Errors
/// When the database refuses.
pub fn signed(db: &mut Db, id: Uid, document: &str, hidden_at: Option<At>) -> Result<()> {
    diesel::update(street_route::table.find(id))
        .set((street_route::document.eq(document), street_route::hidden_at.eq(hidden_at)))
        .execute(db)?;
    Ok(())
}

/// It is sent once more.
///
/// # Errors
/// When the database refuses.
pub fn begin_again(db: &mut Db, id: Uid, document: &str, now: At) -> Result<()> {
    diesel::update(street_route::table.find(id))
        .set((street_route::ended_at.eq(None::<At>), street_route::sent_at.eq(now), street_route::document.eq(document)))
        .execute(db)?;
    Ok(())
}
