//! Reports as pages, files and programs list them.

use super::{Category, Report, Step};
use crate::column::{At, Uid, all, is_postgres};
use crate::conn::MultiBackend;
use crate::schema::{actor, street_category, street_report, street_route, street_step, street_within};
use crate::{Db, Result};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Bool, Nullable, Text};
use domain::street::ReportState;

use crate::column::sql::{Instant, UidSql};

/// Most reports near a place that are offered.
const NEARBY_MAX: i64 = 5;
/// Most lines of statistics.
const LINES_MAX: i64 = 5_000;
/// Most agents that are offered.
const AGENTS_MAX: i64 = 500;

/// Which reports are wanted. What is left out is not asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Whether everybody may see them; else agents ask.
    pub public: bool,
    /// Code of the state.
    pub state: Option<&'static str>,
    /// Whether they are closed.
    pub closed: Option<bool>,
    /// Code of what they say.
    pub kind: Option<&'static str>,
    /// The categories.
    pub categories: Option<Vec<Uid>>,
    /// The part of the territory that holds their place.
    pub area: Option<Uid>,
    /// The numbers.
    pub numbers: Option<Vec<i64>>,
    /// The agent who has them; `Some(None)`: nobody.
    pub agent: Option<Option<Uid>>,
    /// The service that has them.
    pub service: Option<String>,
    /// Not earlier than this.
    pub from: Option<At>,
    /// Not later than this.
    pub until: Option<At>,
    /// Open although they were promised to be done before this.
    pub late_at: Option<At>,
    /// Sent to another collectivity before this, without an answer.
    pub unanswered_before: Option<At>,
}

type Boxed<'a> = street_report::BoxedQuery<'a, MultiBackend>;

fn filtered(filter: &Filter) -> Boxed<'static> {
    use street_report::dsl as c;
    let mut query = street_report::table.filter(c::confirmed_at.is_not_null()).into_boxed();
    if filter.public {
        query = query.filter(c::hidden_at.is_null()).filter(c::private.eq(false));
    }
    if let Some(state) = filter.state {
        query = query.filter(c::state.eq(state));
    }
    match filter.closed {
        Some(true) => query = query.filter(c::state.eq_any(super::closed())),
        Some(false) => query = query.filter(c::state.ne_all(super::closed())),
        None => {}
    }
    if let Some(kind) = filter.kind {
        query = query.filter(c::kind.eq(kind));
    }
    if let Some(categories) = &filter.categories {
        query = query.filter(c::category_id.eq_any(categories.clone()));
    }
    if let Some(area) = filter.area {
        let held = street_within::table.filter(street_within::area_id.eq(area)).select(street_within::report_id);
        query = query.filter(c::id.eq_any(held));
    }
    if let Some(numbers) = &filter.numbers {
        query = query.filter(c::number.eq_any(numbers.clone()));
    }
    match filter.agent {
        Some(Some(agent)) => query = query.filter(c::agent_id.eq(agent)),
        Some(None) => query = query.filter(c::agent_id.is_null()),
        None => {}
    }
    if let Some(service) = &filter.service {
        query = query.filter(c::service.eq(service.clone()));
    }
    if let Some(from) = filter.from {
        query = query.filter(c::reported_at.ge(from));
    }
    if let Some(until) = filter.until {
        query = query.filter(c::reported_at.le(until));
    }
    if let Some(at) = filter.late_at {
        query = query.filter(c::due_at.lt(at)).filter(c::state.ne_all(super::closed()));
    }
    if let Some(before) = filter.unanswered_before {
        let silent = street_route::table
            .filter(street_route::inward.eq(false))
            .filter(street_route::ended_at.is_null())
            .filter(street_route::answered_at.is_null())
            .filter(street_route::sent_at.lt(before));
        query = query.filter(c::id.eq_any(silent.select(street_route::report_id)));
    }
    query
}

/// One page of the reports, latest first, with how many there are.
///
/// # Errors
/// When the database refuses.
pub fn page(db: &mut Db, filter: &Filter, offset: i64, limit: i64) -> Result<(Vec<Report>, i64)> {
    use street_report::dsl as c;
    let total = filtered(filter).count().get_result(db)?;
    let rows = filtered(filter).order((c::confirmed_at.desc(), c::number.desc())).offset(offset).limit(limit);
    Ok((rows.select(all::<Report>()).load(db)?, total))
}

/// The reports after a number, in the order of their numbers: for files that are read piece by piece.
///
/// # Errors
/// When the database refuses.
pub fn after(db: &mut Db, filter: &Filter, number: i64, limit: i64) -> Result<Vec<Report>> {
    use street_report::dsl as c;
    Ok(filtered(filter).filter(c::number.gt(number)).order(c::number).limit(limit).select(all::<Report>()).load(db)?)
}

/// Open reports that everybody may see in a box of degrees (least and most latitude, then longitude), latest first.
///
/// # Errors
/// When the database refuses.
pub fn nearby(db: &mut Db, ((south, north), (west, east)): ((f64, f64), (f64, f64))) -> Result<Vec<Report>> {
    use street_report::dsl as c;
    let open = Filter { public: true, closed: Some(false), ..Filter::default() };
    let rows = filtered(&open)
        .filter(c::latitude.ge(south).and(c::latitude.le(north)))
        .filter(c::longitude.ge(west).and(c::longitude.le(east)))
        .order((c::confirmed_at.desc(), c::number.desc()))
        .limit(NEARBY_MAX);
    Ok(rows.select(all::<Report>()).load(db)?)
}

/// How many of the reports that everybody may see are open, and how many are closed.
///
/// # Errors
/// When the database refuses.
pub fn counts(db: &mut Db) -> Result<(i64, i64)> {
    let of = |closed| Filter { public: true, closed: Some(closed), ..Filter::default() };
    Ok((filtered(&of(false)).count().get_result(db)?, filtered(&of(true)).count().get_result(db)?))
}

/// How many reports wait for an agent.
///
/// # Errors
/// When the database refuses.
pub fn received(db: &mut Db) -> Result<i64> {
    Ok(filtered(&Filter { state: Some(ReportState::Received.code()), ..Filter::default() }).count().get_result(db)?)
}

/// How many reports have passed their deadline at this time.
///
/// # Errors
/// When the database refuses.
pub fn late(db: &mut Db, now: At) -> Result<i64> {
    Ok(filtered(&Filter { late_at: Some(now), ..Filter::default() }).count().get_result(db)?)
}

/// How many reports wait for an agent, how many are late at this time, and how many were sent before `silent` and not answered.
///
/// # Errors
/// When the database refuses.
pub fn waiting(db: &mut Db, now: At, silent: At) -> Result<(i64, i64, i64)> {
    let unanswered = Filter { unanswered_before: Some(silent), ..Filter::default() };
    Ok((received(db)?, late(db, now)?, filtered(&unanswered).count().get_result(db)?))
}

/// A category with the name of who looks after it, and of the collectivity that is competent.
pub type Arranged = (Category, Option<String>, Option<String>);

/// The categories with the names of those who look after them and of the collectivities that are competent.
///
/// # Errors
/// When the database refuses.
pub fn categories(db: &mut Db) -> Result<Vec<Arranged>> {
    let (referent, competent) = diesel::alias!(actor as referent, actor as competent);
    Ok(street_category::table
        .left_join(referent.on(referent.field(actor::id).nullable().eq(street_category::referent_id)))
        .left_join(competent.on(competent.field(actor::id).nullable().eq(street_category::competent_id)))
        .order((street_category::position, street_category::id))
        .limit(super::CATEGORIES_MAX)
        .select((all::<Category>(), referent.field(actor::display_name).nullable(), competent.field(actor::display_name).nullable()))
        .load(db)?)
}

/// Agents and administrators, by name: to whom something can be given.
///
/// # Errors
/// When the database refuses.
pub fn agents(db: &mut Db) -> Result<Vec<(Uid, String)>> {
    use crate::schema::account;
    Ok(account::table
        .inner_join(actor::table.on(actor::id.eq(account::actor_id)))
        .filter(account::role.eq_any(crate::accounts::AGENTS))
        .order((actor::display_name, actor::id))
        .limit(AGENTS_MAX)
        .select((actor::id, actor::display_name))
        .load(db)?)
}

/// What happened to the reports that everybody may see, with their numbers, between two moments, earliest first.
///
/// # Errors
/// When the database refuses.
pub fn updates(db: &mut Db, from: At, until: At, limit: i64) -> Result<Vec<(Step, i64)>> {
    use street_report::dsl as c;
    Ok(street_step::table
        .inner_join(street_report::table.on(c::id.eq(street_step::report_id)))
        .filter(c::confirmed_at.is_not_null())
        .filter(c::hidden_at.is_null())
        .filter(c::private.eq(false))
        .filter(street_step::at.ge(from))
        .filter(street_step::at.le(until))
        .order((street_step::at, street_step::id))
        .limit(limit)
        .select((all::<Step>(), c::number))
        .load(db)?)
}

/// What happened in a month in a category with a service.
#[derive(Debug, Clone, PartialEq, QueryableByName)]
pub struct Figure {
    /// The month, `2026-11`, in universal time.
    #[diesel(sql_type = Text)]
    pub month: String,
    /// The category.
    #[diesel(sql_type = UidSql)]
    pub category_id: Uid,
    /// The service.
    #[diesel(sql_type = Text)]
    pub service: String,
    /// Reports that came.
    #[diesel(sql_type = BigInt)]
    pub came: i64,
    /// Of them, closed.
    #[diesel(sql_type = BigInt)]
    pub closed: i64,
    /// Of them, done or still open after the promised day.
    #[diesel(sql_type = BigInt)]
    pub late: i64,
    /// Hours from coming to closing, on average, of those that are closed.
    #[diesel(sql_type = Nullable<BigInt>)]
    pub hours: Option<i64>,
}

const FIGURES_SQLITE: &str = "SELECT strftime('%Y-%m', confirmed_at / 1000000, 'unixepoch') AS month, category_id, service, count(*) AS came, \
    count(closed_at) AS closed, count(CASE WHEN due_at < coalesce(closed_at, $1) THEN 1 END) AS late, \
    CAST(avg(closed_at - confirmed_at) / 3600000000 AS BIGINT) AS hours \
    FROM street_report WHERE confirmed_at >= $2 AND duplicate_of IS NULL AND ($3 OR (hidden_at IS NULL AND NOT private)) \
    GROUP BY 1, 2, 3 ORDER BY 1 DESC, 2, 3 LIMIT $4";
const FIGURES_POSTGRES: &str = "SELECT to_char(confirmed_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month, category_id, service, count(*) AS came, \
    count(closed_at) AS closed, count(CASE WHEN due_at < coalesce(closed_at, $1) THEN 1 END) AS late, \
    CAST(extract(epoch FROM avg(closed_at - confirmed_at)) / 3600 AS BIGINT) AS hours \
    FROM street_report WHERE confirmed_at >= $2 AND duplicate_of IS NULL AND ($3 OR (hidden_at IS NULL AND NOT private)) \
    GROUP BY 1, 2, 3 ORDER BY 1 DESC, 2, 3 LIMIT $4";

/// Reports by month, category and service since a day, duplicates apart; hidden and private ones only when asked for.
///
/// # Errors
/// When the database refuses.
pub fn figures(db: &mut Db, now: At, since: At, all_of_them: bool) -> Result<Vec<Figure>> {
    let text = if is_postgres(db) { FIGURES_POSTGRES } else { FIGURES_SQLITE };
    let query = sql_query(text).bind::<Instant, _>(now).bind::<Instant, _>(since).bind::<Bool, _>(all_of_them).bind::<BigInt, _>(LINES_MAX);
    Ok(query.load(db)?)
}
