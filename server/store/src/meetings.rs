//! Meetings, and what was said at them.

use crate::column::{At, Uid, UidSql, all, each, is_postgres};
use crate::conn::MultiBackend;
use crate::schema::{consultation, contribution, meeting, said_at_meeting};
use crate::{Db, Error, Result};
use diesel::prelude::*;
use diesel::sql_query;
use domain::meeting::{MeetingKind, MeetingState, Terms};

/// A meeting.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = meeting, check_for_backend(MultiBackend), treat_none_as_null = true, treat_none_as_default_value = false)]
pub struct Meeting {
    /// Its id.
    pub id: Uid,
    /// The consultation it belongs to; none: it is the collectivity's.
    pub consultation_id: Option<Uid>,
    /// Code of where it stands.
    pub state: String,
    /// Code of how people come together.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// What it is about, as Markdown.
    pub body: String,
    /// What is on the agenda, as Markdown.
    pub agenda: String,
    /// Code of the language of its texts.
    pub lang: String,
    /// The name of the place.
    pub venue: String,
    /// Its address, in words.
    pub address: String,
    /// Degrees north (WGS 84), −90 to 90.
    pub latitude: Option<f64>,
    /// Degrees east, −180 to 180.
    pub longitude: Option<f64>,
    /// Where one joins on a screen.
    pub link: String,
    /// Whether that is shown to those who have a place alone.
    pub link_is_private: bool,
    /// When it begins.
    pub begins_at: At,
    /// When it ends.
    pub ends_at: At,
    /// Whether one registers.
    pub by_registration: bool,
    /// How many places there are.
    pub places: Option<i32>,
    /// From when one registers.
    pub opens_at: Option<At>,
    /// Until when.
    pub closes_at: Option<At>,
    /// What was said and decided, as Markdown.
    pub minutes: String,
    /// When that was published.
    pub minutes_at: Option<At>,
    /// Why it was called off.
    pub cancel_reason: String,
    /// When it was made.
    pub created_at: At,
    /// When it was published.
    pub published_at: Option<At>,
    /// When it changed last.
    pub edited_at: At,
    /// How often what calendars keep of it has changed.
    pub sequence: i32,
    /// Places that are taken.
    pub taken_count: i32,
    /// Those who wait for one.
    pub waiting_count: i32,
    /// Those who were there.
    pub attended_count: i32,
    /// Contributions that were made there.
    pub contribution_count: i32,
}

impl Meeting {
    /// A draft in which nothing is written yet.
    #[must_use]
    pub fn blank(id: Uid, consultation_id: Option<Uid>, lang: String, now: At) -> Self {
        Self {
            id,
            consultation_id,
            state: MeetingState::Draft.code().to_owned(),
            kind: String::new(),
            title: String::new(),
            body: String::new(),
            agenda: String::new(),
            lang,
            venue: String::new(),
            address: String::new(),
            latitude: None,
            longitude: None,
            link: String::new(),
            link_is_private: false,
            begins_at: now,
            ends_at: now,
            by_registration: false,
            places: None,
            opens_at: None,
            closes_at: None,
            minutes: String::new(),
            minutes_at: None,
            cancel_reason: String::new(),
            created_at: now,
            published_at: None,
            edited_at: now,
            sequence: 0,
            taken_count: 0,
            waiting_count: 0,
            attended_count: 0,
            contribution_count: 0,
        }
    }

    /// What the rules need to know of it.
    ///
    /// # Errors
    /// `Corrupt` when a code is unknown.
    pub fn terms(&self) -> Result<Terms> {
        Ok(Terms {
            state: MeetingState::parse(&self.state).ok_or_else(|| Error::Corrupt(format!("meeting state {}", self.state)))?,
            by_registration: self.by_registration,
            places: self.places.and_then(|places| u32::try_from(places).ok()),
            begins: self.begins_at.0,
            ends: self.ends_at.0,
            opens: self.opens_at.map(|at| at.0),
            closes: self.closes_at.map(|at| at.0),
        })
    }

    /// How people come together.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn kind(&self) -> Result<MeetingKind> {
        MeetingKind::parse(&self.kind).ok_or_else(|| Error::Corrupt(format!("meeting kind {}", self.kind)))
    }

    /// Whether everybody may know of it, as far as it alone decides.
    #[must_use]
    pub fn is_public(&self) -> bool {
        self.published_at.is_some()
    }
}

/// Keeps a new meeting.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: &Meeting) -> Result<()> {
    diesel::insert_into(meeting::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// Keeps what changed of a meeting that is held.
///
/// # Errors
/// When the database refuses.
pub fn update(db: &mut Db, row: &Meeting) -> Result<()> {
    diesel::update(meeting::table.find(row.id)).set(row.clone()).execute(db)?;
    Ok(())
}

/// Removes a meeting that nobody has seen.
///
/// # Errors
/// When the database refuses.
pub fn remove(db: &mut Db, id: Uid) -> Result<()> {
    diesel::delete(meeting::table.find(id)).execute(db)?;
    Ok(())
}

/// A meeting.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Meeting>> {
    Ok(meeting::table.find(id).select(all::<Meeting>()).first(db).optional()?)
}

/// A meeting that everybody may know of: published, and so is its consultation.
///
/// # Errors
/// When the database refuses.
pub fn public(db: &mut Db, id: Uid) -> Result<Option<Meeting>> {
    let Some(found) = find(db, id)?.filter(Meeting::is_public) else { return Ok(None) };
    let Some(consultation) = found.consultation_id else { return Ok(Some(found)) };
    let published = crate::consultations::find(db, consultation)?.is_some_and(|row| row.published_at.is_some());
    Ok(Some(found).filter(|_| published))
}

/// Keeps everybody else from a meeting and its places.
///
/// # Errors
/// When the database refuses.
pub fn hold(db: &mut Db, id: Uid) -> Result<()> {
    if is_postgres(db) {
        sql_query("SELECT id FROM meeting WHERE id = $1 FOR UPDATE").bind::<UidSql, _>(id).execute(db)?;
    }
    Ok(())
}

/// Which meetings a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Those that are not over, soonest first.
    Coming(At),
    /// Those that are over, latest first.
    Past(At),
    /// All of them, latest first.
    Ever,
}

/// The meetings of a consultation, or of the whole instance, that everybody may see: a page of them, and how many there are.
///
/// # Errors
/// When the database refuses.
pub fn list(db: &mut Db, of: Option<Uid>, when: When, offset: i64, limit: i64) -> Result<(Vec<Meeting>, i64)> {
    let shown = || {
        let published = consultation::table.filter(consultation::published_at.is_not_null()).select(consultation::id.nullable());
        let seen = meeting::consultation_id.is_null().or(meeting::consultation_id.eq_any(published));
        let mut query = meeting::table.filter(meeting::published_at.is_not_null()).filter(seen).into_boxed::<MultiBackend>();
        if let Some(consultation) = of {
            query = query.filter(meeting::consultation_id.eq(consultation));
        }
        match when {
            When::Coming(now) => query.filter(meeting::ends_at.gt(now)),
            When::Past(now) => query.filter(meeting::ends_at.le(now)),
            When::Ever => query,
        }
    };
    let total = shown().count().get_result(db)?;
    let query = match when {
        When::Coming(_) => shown().order((meeting::begins_at.asc(), meeting::id.asc())),
        When::Past(_) | When::Ever => shown().order((meeting::begins_at.desc(), meeting::id.desc())),
    };
    Ok((query.select(all::<Meeting>()).offset(offset).limit(limit).load(db)?, total))
}

/// The coming meetings of these consultations that everybody may see, called off or not, soonest first, at most `limit`.
///
/// # Errors
/// When the database refuses.
pub fn coming_of(db: &mut Db, consultations: &[Uid], now: At, limit: i64) -> Result<Vec<Meeting>> {
    let ids: Vec<Option<Uid>> = consultations.iter().copied().map(Some).collect();
    Ok(meeting::table
        .filter(meeting::consultation_id.eq_any(ids))
        .filter(meeting::published_at.is_not_null())
        .filter(meeting::ends_at.gt(now))
        .order((meeting::begins_at.asc(), meeting::id.asc()))
        .limit(limit)
        .select(all::<Meeting>())
        .load(db)?)
}

/// The same for the staff, drafts included, latest first; without a consultation those of the collectivity alone.
///
/// # Errors
/// When the database refuses.
pub fn all_of(db: &mut Db, of: Option<Uid>, offset: i64, limit: i64) -> Result<(Vec<Meeting>, i64)> {
    let which = || {
        let query = meeting::table.into_boxed::<MultiBackend>();
        match of {
            Some(consultation) => query.filter(meeting::consultation_id.eq(consultation)),
            None => query.filter(meeting::consultation_id.is_null()),
        }
    };
    let total = which().count().get_result(db)?;
    let order = (meeting::begins_at.desc(), meeting::id.desc());
    Ok((which().order(order).select(all::<Meeting>()).offset(offset).limit(limit).load(db)?, total))
}

/// The addresses and titles of the consultations of these meetings.
///
/// # Errors
/// When the database refuses.
pub fn consultations(db: &mut Db, meetings: &[Meeting]) -> Result<Vec<(Uid, String, String)>> {
    let ids: Vec<Uid> = meetings.iter().filter_map(|one| one.consultation_id).collect();
    Ok(consultation::table
        .filter(consultation::id.eq_any(ids))
        .select((consultation::id, consultation::slug, consultation::title))
        .load(db)?)
}

/// Notes that a contribution was made at a meeting.
///
/// # Errors
/// When the database refuses.
pub fn note_contribution(db: &mut Db, id: Uid, contribution: Uid) -> Result<()> {
    let values = (said_at_meeting::contribution_id.eq(contribution), said_at_meeting::meeting_id.eq(id));
    let new = each!(db, c => diesel::insert_into(said_at_meeting::table).values(values).on_conflict_do_nothing().execute(c))?;
    if new == 1 {
        let count = meeting::contribution_count.eq(meeting::contribution_count + 1);
        diesel::update(meeting::table.find(id)).set(count).execute(db)?;
    }
    Ok(())
}

/// At which meeting a contribution was made: its id and title, if everybody may know of it.
///
/// # Errors
/// When the database refuses.
pub fn of_contribution(db: &mut Db, contribution: Uid) -> Result<Option<(Uid, String)>> {
    let id: Option<Uid> = said_at_meeting::table.find(contribution).select(said_at_meeting::meeting_id).first(db).optional()?;
    let Some(id) = id else { return Ok(None) };
    Ok(public(db, id)?.map(|found| (found.id, found.title)))
}

/// How many shown contributions of a consultation were made at its meetings.
///
/// # Errors
/// When the database refuses.
pub fn count_said(db: &mut Db, consultation: Uid) -> Result<i64> {
    Ok(said_at_meeting::table
        .inner_join(contribution::table.on(contribution::id.eq(said_at_meeting::contribution_id)))
        .filter(contribution::consultation_id.eq(consultation))
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null())
        .count()
        .get_result(db)?)
}

/// The contributions made at a meeting, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn contributions(db: &mut Db, id: Uid, limit: i64) -> Result<Vec<Uid>> {
    Ok(said_at_meeting::table
        .filter(said_at_meeting::meeting_id.eq(id))
        .order(said_at_meeting::contribution_id)
        .select(said_at_meeting::contribution_id)
        .limit(limit)
        .load(db)?)
}
