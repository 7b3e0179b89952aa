//! Links that show a draft. Of a link only the digest of its token is kept, and of its openings only their number.

use crate::column::{At, Uid, UidSql, all, is_postgres};
use crate::conn::MultiBackend;
use crate::schema::preview_link;
use crate::{Db, Error, Result};
use diesel::prelude::*;
use domain::Timestamp;
use domain::preview::{self, KEPT_MAX, PreviewKind, PreviewState};

/// The draft that a link shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Draft {
    /// A consultation.
    Consultation(Uid),
    /// A project that looks for money.
    Funding(Uid),
    /// The categories of reports that are not open yet.
    Street,
    /// What is to be published as open data.
    OpenData,
}

impl Draft {
    /// What it is.
    #[must_use]
    pub const fn kind(self) -> PreviewKind {
        match self {
            Self::Consultation(_) => PreviewKind::Consultation,
            Self::Funding(_) => PreviewKind::Funding,
            Self::Street => PreviewKind::Street,
            Self::OpenData => PreviewKind::OpenData,
        }
    }

    /// The consultation that it is.
    #[must_use]
    pub const fn consultation(self) -> Option<Uid> {
        match self {
            Self::Consultation(id) => Some(id),
            Self::Funding(_) | Self::Street | Self::OpenData => None,
        }
    }

    /// The project that it is.
    #[must_use]
    pub const fn funding(self) -> Option<Uid> {
        match self {
            Self::Funding(id) => Some(id),
            Self::Consultation(_) | Self::Street | Self::OpenData => None,
        }
    }
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = preview_link, check_for_backend(MultiBackend))]
pub struct Link {
    /// Its id.
    pub id: Uid,
    /// Code of what it shows.
    pub what: String,
    /// The consultation that it shows.
    pub consultation_id: Option<Uid>,
    /// The project that it shows.
    pub funding_id: Option<Uid>,
    /// For whom it was made, as agents call them.
    pub name: String,
    /// Since when it is there.
    pub made_at: At,
    /// Until when it works.
    pub ends_at: At,
    /// When it was taken back.
    pub revoked_at: Option<At>,
    /// How often it was opened.
    pub openings: i64,
}

impl Link {
    /// Where it stands at this time.
    #[must_use]
    pub fn state(&self, now: Timestamp) -> PreviewState {
        preview::state(self.ends_at.0, self.revoked_at.map(|at| at.0), now)
    }

    /// What it shows.
    ///
    /// # Errors
    /// `Corrupt` when the row says nothing that can be shown.
    pub fn draft(&self) -> Result<Draft> {
        let draft = match (PreviewKind::parse(&self.what), self.consultation_id, self.funding_id) {
            (Some(PreviewKind::Consultation), Some(id), _) => Some(Draft::Consultation(id)),
            (Some(PreviewKind::Funding), _, Some(id)) => Some(Draft::Funding(id)),
            (Some(PreviewKind::Street), ..) => Some(Draft::Street),
            (Some(PreviewKind::OpenData), ..) => Some(Draft::OpenData),
            (Some(PreviewKind::Consultation | PreviewKind::Funding) | None, ..) => None,
        };
        draft.ok_or_else(|| Error::Corrupt(format!("a link to {}", self.what)))
    }
}

/// Holds the links of a draft until the end of the transaction. SQLite has one writer anyway.
///
/// # Errors
/// When the database refuses.
pub fn hold(db: &mut Db, draft: Draft) -> Result<()> {
    if !is_postgres(db) {
        return Ok(());
    }
    match draft {
        Draft::Consultation(id) => {
            diesel::sql_query("SELECT id FROM consultation WHERE id = $1 FOR NO KEY UPDATE").bind::<UidSql, _>(id).execute(db)?
        }
        Draft::Funding(id) => {
            diesel::sql_query("SELECT id FROM funding_project WHERE id = $1 FOR NO KEY UPDATE").bind::<UidSql, _>(id).execute(db)?
        }
        Draft::Street | Draft::OpenData => diesel::sql_query("SELECT id FROM instance FOR NO KEY UPDATE").execute(db)?,
    };
    Ok(())
}

type Boxed = preview_link::BoxedQuery<'static, MultiBackend>;

fn of(draft: Draft) -> Boxed {
    let every = preview_link::table.into_boxed::<MultiBackend>().filter(preview_link::what.eq(draft.kind().code()));
    match draft {
        Draft::Consultation(id) => every.filter(preview_link::consultation_id.eq(id)),
        Draft::Funding(id) => every.filter(preview_link::funding_id.eq(id)),
        Draft::Street | Draft::OpenData => every,
    }
}

/// The links of a draft, latest first.
///
/// # Errors
/// When the database refuses.
pub fn list(db: &mut Db, draft: Draft) -> Result<Vec<Link>> {
    Ok(of(draft)
        .order((preview_link::made_at.desc(), preview_link::id.desc()))
        .limit(i64::try_from(KEPT_MAX).unwrap_or(i64::MAX))
        .select(all::<Link>())
        .load(db)?)
}

/// The link whose token has this digest.
///
/// # Errors
/// When the database refuses.
pub fn by_token(db: &mut Db, token_hash: &[u8]) -> Result<Option<Link>> {
    Ok(preview_link::table.filter(preview_link::token_hash.eq(token_hash)).select(all::<Link>()).first(db).optional()?)
}

/// Keeps a new link.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: &Link, token_hash: &[u8]) -> Result<()> {
    diesel::insert_into(preview_link::table)
        .values((
            preview_link::id.eq(new.id),
            preview_link::what.eq(&new.what),
            preview_link::consultation_id.eq(new.consultation_id),
            preview_link::funding_id.eq(new.funding_id),
            preview_link::name.eq(&new.name),
            preview_link::token_hash.eq(token_hash),
            preview_link::made_at.eq(new.made_at),
            preview_link::ends_at.eq(new.ends_at),
            preview_link::revoked_at.eq(new.revoked_at),
            preview_link::openings.eq(new.openings),
        ))
        .execute(db)?;
    Ok(())
}

/// Forgets a link.
///
/// # Errors
/// When the database refuses.
pub fn remove(db: &mut Db, id: Uid) -> Result<()> {
    diesel::delete(preview_link::table.find(id)).execute(db)?;
    Ok(())
}

/// Takes a link of a draft back. `false`: there is none, or it was taken back before.
///
/// # Errors
/// When the database refuses.
pub fn revoke(db: &mut Db, draft: Draft, id: Uid, now: At) -> Result<bool> {
    if of(draft).filter(preview_link::id.eq(id)).count().get_result::<i64>(db)? == 0 {
        return Ok(false);
    }
    let open = preview_link::table.find(id).filter(preview_link::revoked_at.is_null());
    Ok(diesel::update(open).set(preview_link::revoked_at.eq(Some(now))).execute(db)? == 1)
}

/// Takes back all the links of a draft that still show it: what is prepared after it is another one. Gives how many there were.
///
/// # Errors
/// When the database refuses.
pub fn revoke_all(db: &mut Db, draft: Draft, now: At) -> Result<usize> {
    let open = of(draft).filter(preview_link::revoked_at.is_null()).filter(preview_link::ends_at.gt(now));
    let open: Vec<Uid> = open.select(preview_link::id).load(db)?;
    Ok(diesel::update(preview_link::table.filter(preview_link::id.eq_any(open))).set(preview_link::revoked_at.eq(Some(now))).execute(db)?)
}

/// Counts an opening.
///
/// # Errors
/// When the database refuses.
pub fn count_opening(db: &mut Db, id: Uid) -> Result<()> {
    diesel::update(preview_link::table.find(id)).set(preview_link::openings.eq(preview_link::openings + 1)).execute(db)?;
    Ok(())
}
