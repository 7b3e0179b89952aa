//! The index of a territory: consultations of the collectivities that are followed, as their own servers say them.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{actor, comparison_consent, listing, listing_phase, listing_text, listing_theme};
use crate::{Db, Result};
use diesel::prelude::*;
use domain::listing::{Figures, UNKNOWN_PHASE};

pub mod meetings;
pub mod sources;
mod wholes;

/// A consultation of another collectivity.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = listing, check_for_backend(MultiBackend), treat_none_as_null = true)]
pub struct Listing {
    /// Its id here.
    pub id: Uid,
    /// Its id there.
    pub uri: String,
    /// Whose it is: a collectivity that is followed.
    pub source_id: Uid,
    /// Its group there.
    pub group_uri: Option<String>,
    /// Its title.
    pub title: String,
    /// A line or two about it.
    pub teaser: String,
    /// Its page there.
    pub url: String,
    /// Code of its language.
    pub lang: Option<String>,
    /// First instant of its first phase.
    pub opens_at: At,
    /// First instant after its last phase.
    pub closes_at: At,
    /// When it was published there.
    pub published_at: At,
    /// When it was last edited there.
    pub edited_at: Option<At>,
    /// When its server last said it.
    pub seen_at: At,
    /// Proposals and discussions.
    pub contributions: Option<i64>,
    /// Replies.
    pub replies: Option<i64>,
    /// Supports.
    pub supports: Option<i64>,
    /// People who took part, from 11 on.
    pub participants: Option<i64>,
    /// Contributions on which the collectivity decided.
    pub answers: Option<i64>,
    /// Since when it is shared with those who follow our collectivity.
    pub shared_at: Option<At>,
    /// The id of the consultation that it is: its own, or that of the organiser whose consultation it carries.
    pub whole: String,
    /// Whether it stands in lists for all that are the same.
    pub leads: bool,
}

impl Listing {
    /// What it counts.
    #[must_use]
    pub const fn figures(&self) -> Figures {
        Figures {
            contributions: self.contributions,
            replies: self.replies,
            supports: self.supports,
            participants: self.participants,
            answers: self.answers,
        }
    }
}

/// One of its phases.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = listing_phase, check_for_backend(MultiBackend))]
pub struct Phase {
    /// Of which.
    pub listing_id: Uid,
    /// Its rank.
    pub position: i32,
    /// Code of what it is for; empty when that is not known.
    pub kind: String,
    /// Its name; may be empty.
    pub name: String,
    /// First instant.
    pub opens_at: At,
    /// First instant after it.
    pub closes_at: At,
}

/// One of its themes.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = listing_theme, check_for_backend(MultiBackend))]
pub struct Theme {
    /// Of which.
    pub listing_id: Uid,
    /// Its rank.
    pub position: i32,
    /// What several spellings of it have in common.
    pub key: String,
    /// As it is written.
    pub name: String,
    /// First instant of the consultation.
    pub opens_at: At,
    /// First instant after it.
    pub closes_at: At,
}

/// A consultation as its server says it, to be kept.
#[derive(Debug, Clone)]
pub struct Said {
    /// The id it gets here when it is new.
    pub fresh: Uid,
    /// Its id there.
    pub uri: String,
    /// Whose it is.
    pub source: Uid,
    /// Its title.
    pub title: String,
    /// Its page there.
    pub url: String,
    /// Code of its language.
    pub lang: Option<String>,
    /// When it was published there.
    pub published_at: At,
    /// When it was last edited there.
    pub edited_at: Option<At>,
    /// Under what its deletion would be remembered.
    pub grave: Option<crate::received::Digest>,
    /// What else is kept.
    pub listing: domain::listing::Listing,
}

/// Most consultations that are kept of one collectivity.
pub const SOURCE_MAX: i64 = 2_000;

/// Keeps it; when something later is known of it, only that its server still says it. `None`: it is another collectivity's, or there are too many;
/// else its id here.
///
/// # Errors
/// When the database refuses.
pub fn keep(db: &mut Db, said: &Said, now: At) -> Result<Option<Uid>> {
    sources::ensure(db, said.source, now)?;
    let known: Option<Listing> = listing::table.filter(listing::uri.eq(&said.uri)).select(all::<Listing>()).first(db).optional()?;
    match &known {
        Some(known) if known.source_id != said.source => return Ok(None),
        Some(known) if known.edited_at > said.edited_at => {
            diesel::update(listing::table.find(known.id)).set(listing::seen_at.eq(now)).execute(db)?;
            return Ok(Some(known.id));
        }
        Some(_) => {}
        None if listing::table.filter(listing::source_id.eq(said.source)).count().get_result::<i64>(db)? >= SOURCE_MAX => return Ok(None),
        None => {}
    }
    let row = row(said, known.as_ref(), now);
    match &known {
        None => {
            diesel::insert_into(listing::table).values(row.clone()).execute(db)?;
        }
        Some(_) => {
            diesel::update(listing::table.find(row.id)).set(row.clone()).execute(db)?;
            diesel::delete(listing_phase::table.filter(listing_phase::listing_id.eq(row.id))).execute(db)?;
            diesel::delete(listing_theme::table.filter(listing_theme::listing_id.eq(row.id))).execute(db)?;
        }
    }
    wholes::placed(db, &row, known.as_ref())?;
    add_parts(db, row.id, said)?;
    // An older server says nothing of meetings, but each of them by itself.
    if let Some(meetings) = &said.listing.meetings {
        meetings::replace(db, row.id, meetings)?;
    }
    index(db, row.id, said)?;
    Ok(Some(row.id))
}

fn row(said: &Said, known: Option<&Listing>, now: At) -> Listing {
    let (more, figures) = (&said.listing, said.listing.figures.bounded());
    let whole = more.carries.as_ref().unwrap_or(&said.uri).clone();
    Listing {
        id: known.map_or(said.fresh, |known| known.id),
        uri: said.uri.clone(),
        source_id: said.source,
        group_uri: more.group.clone(),
        title: said.title.clone(),
        teaser: more.teaser.clone(),
        url: said.url.clone(),
        lang: said.lang.clone(),
        opens_at: At(more.opens_at),
        closes_at: At(more.closes_at),
        published_at: said.published_at,
        edited_at: said.edited_at,
        seen_at: now,
        contributions: figures.contributions,
        replies: figures.replies,
        supports: figures.supports,
        participants: figures.participants,
        answers: figures.answers,
        shared_at: known.and_then(|known| known.shared_at),
        leads: known.filter(|known| known.whole == whole).map_or(more.carries.is_none(), |known| known.leads),
        whole,
    }
}

fn add_parts(db: &mut Db, id: Uid, said: &Said) -> Result<()> {
    let kind = |span: &domain::listing::Span| span.kind.map_or(UNKNOWN_PHASE, domain::consultation::PhaseKind::code).to_owned();
    let phases: Vec<Phase> = (0..)
        .zip(&said.listing.phases)
        .map(|(position, span)| Phase {
            listing_id: id,
            position,
            kind: kind(span),
            name: span.name.clone(),
            opens_at: At(span.opens_at),
            closes_at: At(span.closes_at),
        })
        .collect();
    let themes: Vec<Theme> = (0..)
        .zip(&said.listing.themes)
        .map(|(position, theme)| Theme {
            listing_id: id,
            position,
            key: theme.key.clone(),
            name: theme.name.clone(),
            opens_at: At(said.listing.opens_at),
            closes_at: At(said.listing.closes_at),
        })
        .collect();
    each!(db, c => diesel::insert_into(listing_phase::table).values(&phases).execute(c))?;
    each!(db, c => diesel::insert_into(listing_theme::table).values(&themes).execute(c))?;
    Ok(())
}

fn index(db: &mut Db, id: Uid, said: &Said) -> Result<()> {
    let names: Vec<&str> = said.listing.themes.iter().map(|theme| theme.name.as_str()).collect();
    let place: Option<String> = actor::table.find(said.source).select(actor::display_name).first(db).optional()?;
    let body = format!("{} {} {}", said.listing.teaser, names.join(" "), place.unwrap_or_default());
    let values = (
        listing_text::listing_id.eq(id),
        listing_text::title_terms.eq(domain::search::terms(&said.title).join(" ")),
        listing_text::body_terms.eq(domain::search::terms(&body).join(" ")),
    );
    diesel::delete(listing_text::table.filter(listing_text::listing_id.eq(id))).execute(db)?;
    diesel::insert_into(listing_text::table).values(values).execute(db)?;
    Ok(())
}

/// One by its id here.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Listing>> {
    Ok(listing::table.find(id).select(all::<Listing>()).first(db).optional()?)
}

/// One by its id there.
///
/// # Errors
/// When the database refuses.
pub fn by_uri(db: &mut Db, uri: &str) -> Result<Option<Listing>> {
    Ok(listing::table.filter(listing::uri.eq(uri)).select(all::<Listing>()).first(db).optional()?)
}

/// The one that is this group there.
///
/// # Errors
/// When the database refuses.
pub fn by_group(db: &mut Db, group: &str) -> Result<Option<Listing>> {
    Ok(listing::table.filter(listing::group_uri.eq(group)).select(all::<Listing>()).order(listing::id).first(db).optional()?)
}

/// Those of a collectivity that its server did not say for longest.
///
/// # Errors
/// When the database refuses.
pub fn longest_unseen(db: &mut Db, source: Uid, limit: i64) -> Result<Vec<String>> {
    Ok(listing::table
        .filter(listing::source_id.eq(source))
        .order((listing::seen_at, listing::id))
        .limit(limit)
        .select(listing::uri)
        .load(db)?)
}

/// Removes one of a collectivity. Gives what was removed.
///
/// # Errors
/// When the database refuses.
pub fn remove(db: &mut Db, uri: &str, source: Uid) -> Result<Option<Listing>> {
    let found = by_uri(db, uri)?.filter(|found| found.source_id == source);
    if let Some(found) = &found {
        diesel::delete(listing::table.find(found.id)).execute(db)?;
        wholes::succeed(db, std::slice::from_ref(&found.whole))?;
    }
    Ok(found)
}

/// Shares one with those who follow our collectivity, or no more. `false`: it was so already, or is not here.
///
/// # Errors
/// When the database refuses.
pub fn share(db: &mut Db, id: Uid, since: Option<At>) -> Result<bool> {
    let changed = match since {
        Some(_) => {
            diesel::update(listing::table.find(id).filter(listing::shared_at.is_null())).set(listing::shared_at.eq(since)).execute(db)?
        }
        None => diesel::update(listing::table.find(id).filter(listing::shared_at.is_not_null()))
            .set(listing::shared_at.eq(since))
            .execute(db)?,
    };
    Ok(changed == 1)
}

/// Whether our collectivity agrees that its figures stand beside those of others.
///
/// # Errors
/// When the database refuses.
pub fn consents_to_comparison(db: &mut Db) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(comparison_consent::table.filter(comparison_consent::id.eq(1_i16)))).get_result(db)?)
}

/// Notes that it does, or does no more. `false`: it was so already.
///
/// # Errors
/// When the database refuses.
pub fn consent_to_comparison(db: &mut Db, given: bool, now: At) -> Result<bool> {
    if given {
        let values = (comparison_consent::id.eq(1_i16), comparison_consent::given_at.eq(now));
        return Ok(each!(db, c => diesel::insert_into(comparison_consent::table).values(values).on_conflict_do_nothing().execute(c))? == 1);
    }
    Ok(diesel::delete(comparison_consent::table).execute(db)? == 1)
}
