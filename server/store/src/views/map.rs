//! What a map shows of a consultation: all of its placed contributions, however many; those that stand close together as one mark with their
//! number. Hidden and withdrawn ones are never in it.

use crate::column::{At, Uid, UidSql, is_postgres};
use crate::conn::{Db, MultiBackend};
use crate::places::Placed;
use crate::schema::{contribution, place, theme};
use crate::views::cards::Filter;
use crate::{Error, Result, search};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Double, Integer, Nullable, Text};
use domain::place::{Cell, WORLD_BITS};

/// Most squares of the grid a side: what is wider is gathered coarser.
const GRID_MAX: i64 = 64;
/// Most marks: the whole grid.
const MARKS_MAX: i64 = (GRID_MAX + 1) * (GRID_MAX + 1);

/// A part of the map: from the north-western to the south-eastern cell, and how fine marks are gathered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// North-western cell.
    pub from: Cell,
    /// South-eastern cell.
    pub to: Cell,
    /// Marks in one square of a world cut 2^this a side are gathered: the zoom of the tiles, plus 2 for a quarter of a tile (64 pixels).
    pub bits: u32,
}

/// One mark.
#[derive(Debug, Clone, PartialEq, QueryableByName)]
pub struct Mark {
    /// How many contributions.
    #[diesel(sql_type = BigInt)]
    pub count: i64,
    /// Where, on the average: latitude.
    #[diesel(sql_type = Double)]
    pub latitude: f64,
    /// Longitude.
    #[diesel(sql_type = Double)]
    pub longitude: f64,
    /// The first of them, as text.
    #[diesel(sql_type = Text)]
    pub first: String,
}

/// A contribution on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// Where it is.
    pub place: Placed,
    /// Its title.
    pub title: String,
    /// Code of its kind.
    pub kind: String,
    /// Its theme.
    pub theme: Option<Uid>,
    /// Name of its theme.
    pub theme_name: Option<String>,
    /// Code of the state of its official answer.
    pub answer: Option<String>,
    /// When it was published.
    pub created_at: At,
}

/// What stands in a window.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Marks {
    /// Marks of several contributions.
    pub gathered: Vec<Mark>,
    /// Contributions that stand alone.
    pub alone: Vec<Shown>,
    /// How many contributions there are in the window.
    pub total: i64,
}

impl Window {
    /// How far cells are shifted, so that the grid stays bounded.
    fn shift(&self) -> u32 {
        let mut shift = WORLD_BITS.saturating_sub(self.bits.min(WORLD_BITS));
        while shift < WORLD_BITS && ((self.to.x - self.from.x) >> shift > GRID_MAX || (self.to.y - self.from.y) >> shift > GRID_MAX) {
            shift += 1;
        }
        shift
    }
}

/// What stands in a window of the map of a consultation.
///
/// # Errors
/// When the database refuses.
pub fn marks(db: &mut Db, consultation: Uid, filter: &Filter, window: &Window) -> Result<Marks> {
    if !filter.search.trim().is_empty() {
        let alone = list(db, consultation, filter, window, 0, search::HITS_MAX)?;
        let total = i64::try_from(alone.len()).unwrap_or(i64::MAX);
        return Ok(Marks { gathered: Vec::new(), alone, total });
    }
    let found = gather(db, consultation, filter, window)?;
    let total = found.iter().map(|mark| mark.count).sum();
    let (single, gathered): (Vec<Mark>, Vec<Mark>) = found.into_iter().partition(|mark| mark.count == 1);
    let ids = single.iter().map(|mark| mark.first.parse().map(Uid).map_err(|_not_an_id| Error::Corrupt("an id".to_owned())));
    let ids = ids.collect::<Result<Vec<Uid>>>()?;
    Ok(Marks { gathered, alone: by_ids(db, &ids)?, total })
}

/// The contributions in a window, those that came last first: the same as the marks, to be read.
///
/// # Errors
/// When the database refuses.
pub fn list(db: &mut Db, consultation: Uid, filter: &Filter, window: &Window, offset: i64, limit: i64) -> Result<Vec<Shown>> {
    let mut query = place::table
        .inner_join(contribution::table)
        .filter(place::consultation_id.eq(consultation))
        // Sums, so that it is looked for in the order of the list and not by place: the first page of 50,000 is there after a few rows.
        .filter((place::x + 0_i64).between(window.from.x, window.to.x))
        .filter((place::y + 0_i64).between(window.from.y, window.to.y))
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null())
        .into_boxed::<MultiBackend>();
    if let Some(theme) = filter.theme {
        query = query.filter(contribution::theme_id.eq(theme));
    }
    match filter.answer.as_deref() {
        Some("none") => query = query.filter(contribution::answer_state.is_null()),
        Some(state) => query = query.filter(contribution::answer_state.eq(state.to_owned())),
        None => {}
    }
    if let Some(kind) = &filter.kind {
        query = query.filter(contribution::kind.eq(kind.clone()));
    }
    if !filter.search.trim().is_empty() {
        let hits: Vec<Uid> = search::find(db, &filter.search, Some(consultation))?.into_iter().map(|hit| hit.subject_id).collect();
        query = query.filter(contribution::id.eq_any(hits));
    }
    // Ids grow with time (UUID version 7): with dates, every row of the window would be read and sorted.
    let query = query.order(place::contribution_id.desc()).offset(offset).limit(limit);
    let ids: Vec<Uid> = query.select(contribution::id).load(db)?;
    by_ids(db, &ids)
}

/// At most `limit` placed contributions of a consultation in the order of their ids, after one: what is downloaded is never cut.
///
/// # Errors
/// When the database refuses.
pub fn after(db: &mut Db, consultation: Uid, last: Option<Uid>, limit: i64) -> Result<Vec<Shown>> {
    let mut query = place::table
        .inner_join(contribution::table)
        .filter(place::consultation_id.eq(consultation))
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null())
        .into_boxed::<MultiBackend>();
    if let Some(last) = last {
        query = query.filter(place::contribution_id.gt(last));
    }
    let ids: Vec<Uid> = query.order(place::contribution_id).limit(limit).select(contribution::id).load(db)?;
    by_ids(db, &ids)
}

fn gather(db: &mut Db, consultation: Uid, filter: &Filter, window: &Window) -> Result<Vec<Mark>> {
    // PostgreSQL has no min() of UUIDs before its version 18.
    let sql = if is_postgres(db) {
        "SELECT count(*) AS count, avg(p.latitude) AS latitude, avg(p.longitude) AS longitude, min(CAST(p.contribution_id AS TEXT)) AS first, \
         p.x >> $1 AS gx, p.y >> $1 AS gy \
         FROM place p JOIN contribution c ON c.id = p.contribution_id \
         WHERE p.consultation_id = $2 AND p.x BETWEEN $3 AND $4 AND p.y BETWEEN $5 AND $6 \
         AND c.hidden_at IS NULL AND c.withdrawn_at IS NULL AND ($7 IS NULL OR c.theme_id = $7) AND ($8 = '' OR c.kind = $8) \
         AND ($9 = '' OR c.answer_state = $9 OR ($9 = 'none' AND c.answer_state IS NULL)) \
         GROUP BY gx, gy ORDER BY gy, gx LIMIT $10"
    } else {
        "SELECT count(*) AS count, avg(p.latitude) AS latitude, avg(p.longitude) AS longitude, lower(hex(min(p.contribution_id))) AS first, \
         p.x >> $1 AS gx, p.y >> $1 AS gy \
         FROM place p JOIN contribution c ON c.id = p.contribution_id \
         WHERE p.consultation_id = $2 AND p.x BETWEEN $3 AND $4 AND p.y BETWEEN $5 AND $6 \
         AND c.hidden_at IS NULL AND c.withdrawn_at IS NULL AND ($7 IS NULL OR c.theme_id = $7) AND ($8 = '' OR c.kind = $8) \
         AND ($9 = '' OR c.answer_state = $9 OR ($9 = 'none' AND c.answer_state IS NULL)) \
         GROUP BY gx, gy ORDER BY gy, gx LIMIT $10"
    };
    let shift = i32::try_from(window.shift()).unwrap_or(0);
    let query = diesel::sql_query(sql)
        .bind::<Integer, _>(shift)
        .bind::<UidSql, _>(consultation)
        .bind::<BigInt, _>(window.from.x)
        .bind::<BigInt, _>(window.to.x)
        .bind::<BigInt, _>(window.from.y)
        .bind::<BigInt, _>(window.to.y)
        .bind::<Nullable<UidSql>, _>(filter.theme)
        .bind::<Text, _>(filter.kind.clone().unwrap_or_default())
        .bind::<Text, _>(filter.answer.clone().unwrap_or_default())
        .bind::<BigInt, _>(MARKS_MAX);
    Ok(query.load(db)?)
}

type Row = (Placed, String, String, Option<Uid>, Option<String>, Option<String>, At);

/// What the map shows of these contributions, in the order of the ids.
fn by_ids(db: &mut Db, ids: &[Uid]) -> Result<Vec<Shown>> {
    let mut found: Vec<Shown> = Vec::with_capacity(ids.len());
    // SQLite takes 32,766 values in a statement.
    for part in ids.chunks(5_000) {
        let rows: Vec<Row> = place::table
            .inner_join(contribution::table.left_join(theme::table.on(contribution::theme_id.eq(theme::id.nullable()))))
            .filter(place::contribution_id.eq_any(part.to_vec()))
            .select((
                crate::column::all::<Placed>(),
                contribution::title,
                contribution::kind,
                contribution::theme_id,
                theme::name.nullable(),
                contribution::answer_state,
                contribution::created_at,
            ))
            .load(db)?;
        found.extend(rows.into_iter().map(|(place, title, kind, theme, theme_name, answer, created_at)| Shown {
            place,
            title,
            kind,
            theme,
            theme_name,
            answer,
            created_at,
        }));
    }
    let rank: std::collections::HashMap<Uid, usize> = ids.iter().enumerate().map(|(rank, id)| (*id, rank)).collect();
    found.sort_by_key(|shown| rank.get(&shown.place.contribution_id).copied());
    Ok(found)
}
