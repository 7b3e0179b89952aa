//! The pages of the index of a territory: its list with filters, its territories for the map, its calendar, its figures.

use crate::column::{At, Instant, Uid, all, is_postgres};
use crate::conn::MultiBackend;
use crate::consultations::Consultation;
use crate::listings::{Listing, Phase, Theme};
use crate::schema::{actor, carried, consultation, listing, listing_phase, listing_theme, phase};
use crate::{Db, Result};
use diesel::dsl::{count_star, exists, not, sql};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Bool, Text};
use domain::Timestamp;
use domain::consultation::PhaseKind;

pub mod calendar;
pub mod figures;
pub mod places;

/// Most hits of a search that are looked at.
const HITS_MAX: i64 = 20_000;

/// Which consultations, by where they stand now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum When {
    /// Begun and not over.
    #[default]
    Open,
    /// In a phase of this kind.
    During(PhaseKind),
    /// Not begun.
    Upcoming,
    /// Over.
    Closed,
    /// All of them.
    All,
}

/// What is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// By where they stand.
    pub when: When,
    /// Of one collectivity.
    pub source: Option<Uid>,
    /// With this theme, as [`domain::listing::Theme`] makes its key; empty for any.
    pub theme: String,
    /// With these words; empty for any.
    pub words: String,
    /// Those that are the same consultation as this one, each where it is carried.
    pub carried: Option<Uid>,
}

/// A consultation with whose it is.
#[derive(Debug, Clone)]
pub struct Row {
    /// The consultation.
    pub listing: Listing,
    /// The name of its collectivity.
    pub name: String,
    /// Its server.
    pub host: String,
    /// How many collectivities of the index carry it, with whoever organises it.
    pub territories: i64,
    /// Proposals and discussions in all of them.
    pub contributions: i64,
}

/// A page of the list.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The consultations.
    pub rows: Vec<Row>,
    /// How many there are.
    pub total: i64,
}

type Boxed<'a> = listing::BoxedQuery<'a, MultiBackend>;

/// A page of what is asked for. What is open or to come: the first to close first; the rest: the last to close first.
///
/// # Errors
/// When the database refuses.
pub fn list(db: &mut Db, asked: &Asked, now: Timestamp, offset: i64, limit: i64) -> Result<Page> {
    let words = Words::of(db, &asked.words);
    if words.as_ref().is_some_and(|words| words.expression.is_empty()) {
        return Ok(Page::default());
    }
    let whole = match asked.carried {
        Some(id) => Some(crate::listings::find(db, id)?.map(|found| found.whole).unwrap_or_default()),
        None => None,
    };
    let base = || filtered(asked, (words.as_ref(), whole.as_deref()), At(now));
    let ordered = || match asked.when {
        When::During(kind) => base()
            .filter(exists(running(kind, At(now)).filter(listing_phase::listing_id.eq(listing::id))))
            .order((listing::closes_at.asc(), listing::id.asc())),
        When::Open | When::Upcoming => base().order((listing::closes_at.asc(), listing::id.asc())),
        When::Closed | When::All => base().order((listing::closes_at.desc(), listing::id.desc())),
    };
    if words.is_some() {
        // What is found is looked for once: how many there are is known from the same.
        let found: Vec<Uid> = ordered().limit(HITS_MAX).select(listing::id).load(db)?;
        let skipped = found.iter().skip(usize::try_from(offset).unwrap_or(usize::MAX));
        let ids: Vec<Uid> = skipped.take(usize::try_from(limit).unwrap_or(0)).copied().collect();
        let mut rows = listing::table.filter(listing::id.eq_any(ids.clone())).select(all::<Listing>()).load::<Listing>(db)?;
        rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
        return Ok(Page { rows: with_names(db, rows)?, total: i64::try_from(found.len()).unwrap_or(i64::MAX) });
    }
    // Counted from an index of phases; listed from that of dates, of which the first few rows are enough.
    let total = match asked.when {
        When::During(kind) => {
            base().filter(listing::id.eq_any(running(kind, At(now)).select(listing_phase::listing_id))).count().get_result(db)?
        }
        When::Open | When::Upcoming | When::Closed | When::All => base().count().get_result(db)?,
    };
    let rows = ordered().offset(offset).limit(limit).select(all::<Listing>()).load(db)?;
    Ok(Page { rows: with_names(db, rows)?, total })
}

fn filtered<'a>(asked: &'a Asked, (words, whole): (Option<&'a Words>, Option<&'a str>), now: At) -> Boxed<'a> {
    let query = listing::table.into_boxed::<MultiBackend>();
    let mut query = match asked.when {
        When::Open | When::During(_) => query.filter(listing::opens_at.le(now)).filter(listing::closes_at.gt(now)),
        When::Upcoming => query.filter(listing::opens_at.gt(now)),
        When::Closed => query.filter(listing::closes_at.le(now)),
        When::All => query,
    };
    if let Some(whole) = whole {
        query = query.filter(listing::whole.eq(whole));
    }
    query = match asked.source {
        Some(source) => query.filter(listing::source_id.eq(source)),
        // What several carry stands there once.
        None if whole.is_none() => query.filter(listing::leads),
        None => query,
    };
    if let Some(words) = words {
        let (before, after) = words.found();
        query = query.filter(sql::<Bool>(before).bind::<Text, _>(words.expression.as_str()).sql(after));
        if !asked.theme.is_empty() {
            query = query.filter(sql::<Bool>(words.of_theme()).bind::<Text, _>(asked.theme.as_str()).sql(")"));
        }
    } else if !asked.theme.is_empty() {
        let of_theme = listing_theme::table.filter(listing_theme::key.eq(asked.theme.as_str()));
        query = query.filter(listing::id.eq_any(of_theme.select(listing_theme::listing_id)));
    }
    query
}

/// The phases of a kind that run now.
#[diesel::dsl::auto_type]
fn running(kind: PhaseKind, now: At) -> _ {
    let code: &'static str = kind.code();
    listing_phase::table
        .filter(listing_phase::kind.eq(code))
        .filter(listing_phase::opens_at.le(now))
        .filter(listing_phase::closes_at.gt(now))
}

fn with_names(db: &mut Db, rows: Vec<Listing>) -> Result<Vec<Row>> {
    let mut sources: Vec<Uid> = rows.iter().map(|listing| listing.source_id).collect();
    sources.sort_unstable();
    sources.dedup();
    let names: Vec<(Uid, String, String)> =
        actor::table.filter(actor::id.eq_any(sources)).select((actor::id, actor::display_name, actor::host)).load(db)?;
    let shared = shared(db, &rows)?;
    let row = |listing: Listing| {
        let found = names.iter().find(|(id, ..)| *id == listing.source_id);
        let (name, host) = found.map(|(_, name, host)| (name.clone(), host.clone())).unwrap_or_default();
        let own = (listing.whole.clone(), 1, listing.contributions.unwrap_or(0));
        let (_, territories, contributions) = shared.iter().find(|(whole, ..)| *whole == listing.whole).unwrap_or(&own).clone();
        Row { listing, name, host, territories, contributions }
    };
    Ok(rows.into_iter().map(row).collect())
}

/// How many collectivities carry each of these, and how much was said in all of them.
fn shared(db: &mut Db, rows: &[Listing]) -> Result<Vec<(String, i64, i64)>> {
    let mut wholes: Vec<String> = rows.iter().map(|listing| listing.whole.clone()).collect();
    wholes.sort_unstable();
    wholes.dedup();
    Ok(listing::table
        .filter(listing::whole.eq_any(wholes))
        .group_by(listing::whole)
        .select((listing::whole, count_star(), sql::<BigInt>("CAST(coalesce(sum(listing.contributions), 0) AS BIGINT)")))
        .load(db)?)
}

/// The phases and the themes of these.
///
/// # Errors
/// When the database refuses.
pub fn parts(db: &mut Db, ids: &[Uid]) -> Result<(Vec<Phase>, Vec<Theme>)> {
    let phases = listing_phase::table
        .filter(listing_phase::listing_id.eq_any(ids.to_vec()))
        .order((listing_phase::listing_id, listing_phase::position))
        .select(all::<Phase>())
        .load(db)?;
    let themes = listing_theme::table
        .filter(listing_theme::listing_id.eq_any(ids.to_vec()))
        .order((listing_theme::listing_id, listing_theme::position))
        .select(all::<Theme>())
        .load(db)?;
    Ok((phases, themes))
}

/// Words that are looked for: which consultation each hit is, so that one is found by any of those that carry it.
struct Words {
    expression: String,
    postgres: bool,
}

impl Words {
    /// Nothing where no words are asked for. The expression is empty where there is nothing to look for in them.
    fn of(db: &Db, typed: &str) -> Option<Self> {
        if typed.trim().is_empty() {
            return None;
        }
        let (terms, postgres) = (domain::search::query(typed), is_postgres(db));
        let expression = if postgres {
            terms.iter().map(|term| format!("'{term}'")).collect::<Vec<_>>().join(" & ")
        } else {
            terms.iter().map(|term| format!("\"{term}\"")).collect::<Vec<_>>().join(" AND ")
        };
        Some(Self { expression, postgres })
    }

    /// That every word is in it, or in the same consultation elsewhere: what stands before the expression, and after it.
    const fn found(&self) -> (&'static str, &'static str) {
        if self.postgres {
            (
                "listing.whole IN (SELECT l.whole FROM listing_text s JOIN listing l ON l.id = s.listing_id WHERE s.terms @@ to_tsquery('simple', ",
                "))",
            )
        } else {
            (
                "listing.whole IN (SELECT l.whole FROM listing_index JOIN listing_text s ON s.id = listing_index.rowid \
                 JOIN listing l ON l.id = s.listing_id WHERE listing_index MATCH ",
                ")",
            )
        }
    }

    /// That it has a theme. The plus keeps SQLite from asking the index of consultations once for each pair of a hit and of one with the theme.
    const fn of_theme(&self) -> &'static str {
        if self.postgres {
            "listing.id IN (SELECT listing_id FROM listing_theme WHERE key = "
        } else {
            "+listing.id IN (SELECT listing_id FROM listing_theme WHERE key = "
        }
    }
}

/// The themes that most of the open consultations have: key, a spelling, how many.
///
/// # Errors
/// When the database refuses.
pub fn themes(db: &mut Db, now: Timestamp, limit: i64) -> Result<Vec<UsedTheme>> {
    Ok(sql_query(
        "SELECT t.key AS key, min(t.name) AS name, count(*) AS used FROM listing_theme t WHERE t.closes_at > $1 AND t.opens_at <= $2 \
         GROUP BY t.key ORDER BY used DESC, t.key LIMIT $3",
    )
    .bind::<Instant, _>(At(now))
    .bind::<Instant, _>(At(now))
    .bind::<BigInt, _>(limit)
    .load(db)?)
}

/// A theme that is used.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub struct UsedTheme {
    /// What several spellings have in common.
    #[diesel(sql_type = Text)]
    pub key: String,
    /// A spelling.
    #[diesel(sql_type = Text)]
    pub name: String,
    /// By how many.
    #[diesel(sql_type = BigInt)]
    pub used: i64,
}

/// These consultations, with whose they are.
///
/// # Errors
/// When the database refuses.
pub fn by_ids(db: &mut Db, ids: &[Uid]) -> Result<Vec<Row>> {
    let rows = listing::table.filter(listing::id.eq_any(ids.to_vec())).select(all::<Listing>()).load(db)?;
    with_names(db, rows)
}

/// What was published last, newest first: for those who follow by a feed.
///
/// # Errors
/// When the database refuses.
pub fn latest(db: &mut Db, limit: i64) -> Result<Vec<Row>> {
    let rows = listing::table
        .filter(listing::leads)
        .order((listing::published_at.desc(), listing::id.desc()))
        .limit(limit)
        .select(all::<Listing>())
        .load(db)?;
    with_names(db, rows)
}

/// What is not over, in the order of ids, after `after`: for files that are read in pages.
///
/// # Errors
/// When the database refuses.
pub fn after(db: &mut Db, after: Option<Uid>, limit: i64) -> Result<Vec<Row>> {
    let mut query = listing::table.order(listing::id).limit(limit).select(all::<Listing>()).into_boxed::<MultiBackend>();
    if let Some(after) = after {
        query = query.filter(listing::id.gt(after));
    }
    let rows = query.load(db)?;
    with_names(db, rows)
}

/// The consultations that this collectivity opened itself, without what it carries for others, that have begun and are not over: the first to close first.
///
/// # Errors
/// When the database refuses.
pub fn ours(db: &mut Db, now: Timestamp, limit: i64) -> Result<Vec<Consultation>> {
    let is_carried = exists(carried::table.filter(carried::consultation_id.eq(consultation::id)));
    let has_begun = exists(phase::table.filter(phase::consultation_id.eq(consultation::id)).filter(phase::opens_at.le(At(now))));
    Ok(consultation::table
        .filter(consultation::published_at.is_not_null())
        .filter(consultation::closes_at.gt(At(now)))
        .filter(not(is_carried))
        .filter(has_begun)
        .order((consultation::closes_at.asc(), consultation::id.asc()))
        .limit(limit)
        .select(all::<Consultation>())
        .load(db)?)
}

/// Whether there is anything in the index.
///
/// # Errors
/// When the database refuses.
pub fn is_anything(db: &mut Db) -> Result<bool> {
    Ok(diesel::select(exists(listing::table.select(listing::id))).get_result(db)?)
}
