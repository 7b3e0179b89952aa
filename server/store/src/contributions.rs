//! Contributions: proposals, discussions and replies, with their versions.

use crate::column::{At, Uid, UidSql, all, is_postgres};
use crate::conn::MultiBackend;
use crate::schema::{contribution, contribution_version, relayed, remote_picture, said_on_paragraph};
use crate::{Db, Error, Result};
use diesel::prelude::*;
use domain::answer::AnswerState;
use domain::contribution::{Kind, RootState, Standing};

/// A contribution.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = contribution, check_for_backend(MultiBackend))]
pub struct Contribution {
    /// Its id.
    pub id: Uid,
    /// Its consultation.
    pub consultation_id: Uid,
    /// Code of what it is.
    pub kind: String,
    /// The proposal or discussion it replies to, directly or not.
    pub root_id: Option<Uid>,
    /// What it replies to.
    pub parent_id: Option<Uid>,
    /// The first reply of its thread (itself, for that one).
    pub thread_id: Option<Uid>,
    /// 0, or the depth of a reply.
    pub depth: i16,
    /// Code of the stance of a reply.
    pub stance: Option<String>,
    /// Title.
    pub title: String,
    /// Text, in Markdown.
    pub body: String,
    /// Code of its language.
    pub lang: String,
    /// Its theme.
    pub theme_id: Option<Uid>,
    /// Who wrote it.
    pub author_id: Option<Uid>,
    /// The name of an author who has no actor here.
    pub author_name: Option<String>,
    /// Code of where it was made.
    pub origin: String,
    /// Its id elsewhere.
    pub uri: Option<String>,
    /// When.
    pub created_at: At,
    /// When its text last changed.
    pub edited_at: Option<At>,
    /// Last activity under it.
    pub active_at: At,
    /// Number of its version.
    pub version: i32,
    /// When it was withdrawn.
    pub withdrawn_at: Option<At>,
    /// When it was hidden.
    pub hidden_at: Option<At>,
    /// Supports given here.
    pub support_count: i32,
    /// Replies shown under it.
    pub reply_count: i32,
    /// Code of the state of the latest official answer.
    pub answer_state: Option<String>,
    /// When it was answered.
    pub answered_at: Option<At>,
    /// When its quality was recognised.
    pub quality_at: Option<At>,
    /// When its impact was recognised.
    pub impact_at: Option<At>,
    /// Its place in the random orders, drawn once.
    pub shuffle: i64,
    /// Whether it waits for a moderator before anybody else sees it (then it is hidden as well).
    pub held: bool,
    /// Supports given from other servers.
    pub remote_support_count: i32,
}

impl Contribution {
    /// What the rules need to know of it, as if what it belongs to were shown.
    ///
    /// # Errors
    /// `Corrupt` when a code is unknown.
    pub fn standing(&self) -> Result<Standing> {
        Ok(Standing {
            kind: self.kind()?,
            author: self.author_id.map(Uid::to),
            withdrawn_at: self.withdrawn_at.map(|t| t.0),
            hidden_at: self.hidden_at.map(|t| t.0),
            held: self.held,
            root: RootState::Shown,
            decided: self.answer_state.as_deref().and_then(AnswerState::parse).is_some_and(AnswerState::is_decision),
            depth: u8::try_from(self.depth).unwrap_or(u8::MAX),
        })
    }

    /// What it is.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn kind(&self) -> Result<Kind> {
        Kind::parse(&self.kind).ok_or_else(|| Error::Corrupt(format!("contribution kind {}", self.kind)))
    }

    /// Whether everybody sees it.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.hidden_at.is_none() && self.withdrawn_at.is_none()
    }
}

/// A new contribution.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = contribution, treat_none_as_default_value = false)]
pub struct NewContribution {
    /// Its id.
    pub id: Uid,
    /// Its consultation.
    pub consultation_id: Uid,
    /// Code of what it is.
    pub kind: String,
    /// Its root.
    pub root_id: Option<Uid>,
    /// What it replies to.
    pub parent_id: Option<Uid>,
    /// Its thread.
    pub thread_id: Option<Uid>,
    /// Its depth.
    pub depth: i16,
    /// Code of its stance.
    pub stance: Option<String>,
    /// Title.
    pub title: String,
    /// Text.
    pub body: String,
    /// Code of its language.
    pub lang: String,
    /// Its theme.
    pub theme_id: Option<Uid>,
    /// Who wrote it.
    pub author_id: Option<Uid>,
    /// Name of an author without actor.
    pub author_name: Option<String>,
    /// Code of its origin.
    pub origin: String,
    /// Its id elsewhere.
    pub uri: Option<String>,
    /// When it was hidden (what is held is hidden from the start).
    pub hidden_at: Option<At>,
    /// Whether it waits for a moderator.
    pub held: bool,
    /// When.
    pub created_at: At,
    /// Last activity.
    pub active_at: At,
    /// When it was withdrawn (an import may say so).
    pub withdrawn_at: Option<At>,
    /// Its place in the random orders.
    pub shuffle: i64,
}

/// Keeps a contribution.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: &NewContribution) -> Result<()> {
    diesel::insert_into(contribution::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// A contribution, in whatever state it is.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Contribution>> {
    Ok(contribution::table.find(id).select(all::<Contribution>()).first(db).optional()?)
}

/// A contribution that lives on another server, by its address there.
///
/// # Errors
/// When the database refuses.
pub fn by_uri(db: &mut Db, uri: &str) -> Result<Option<Contribution>> {
    Ok(contribution::table.filter(contribution::uri.eq(uri)).select(all::<Contribution>()).first(db).optional()?)
}

/// An older text of a contribution.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = contribution_version, check_for_backend(MultiBackend))]
pub struct Version {
    /// Its number.
    pub version: i32,
    /// Title.
    pub title: String,
    /// Text.
    pub body: String,
    /// When it was written.
    pub written_at: At,
}

/// Changes the text, if it still is the version the author saw, and keeps the old one. `false`: it changed meanwhile.
///
/// # Errors
/// When the database refuses.
pub fn edit(db: &mut Db, old: &Contribution, title: &str, body: &str, theme: Option<Uid>, now: At) -> Result<bool> {
    let changed = diesel::update(contribution::table.find(old.id).filter(contribution::version.eq(old.version)))
        .set((
            contribution::title.eq(title),
            contribution::body.eq(body),
            contribution::theme_id.eq(theme),
            contribution::edited_at.eq(now),
            contribution::version.eq(old.version + 1),
        ))
        .execute(db)?;
    if changed == 1 {
        diesel::insert_into(contribution_version::table)
            .values((
                contribution_version::contribution_id.eq(old.id),
                contribution_version::version.eq(old.version),
                contribution_version::title.eq(&old.title),
                contribution_version::body.eq(&old.body),
                contribution_version::written_at.eq(old.edited_at.unwrap_or(old.created_at)),
            ))
            .execute(db)?;
    }
    Ok(changed == 1)
}

/// The older texts, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn versions(db: &mut Db, id: Uid) -> Result<Vec<Version>> {
    Ok(contribution_version::table
        .filter(contribution_version::contribution_id.eq(id))
        .order(contribution_version::version)
        .limit(200)
        .select(all::<Version>())
        .load(db)?)
}

/// An older text, by its number.
///
/// # Errors
/// When the database refuses.
pub fn version(db: &mut Db, id: Uid, number: i32) -> Result<Option<Version>> {
    let row = contribution_version::table.find((id, number)).select(all::<Version>()).first(db);
    Ok(row.optional()?)
}

/// Counts a reply under its root, and moves the root's last activity.
///
/// # Errors
/// When the database refuses.
pub fn count_reply(db: &mut Db, root: Uid, change: i32, active_at: Option<At>) -> Result<()> {
    diesel::update(contribution::table.find(root)).set(contribution::reply_count.eq(contribution::reply_count + change)).execute(db)?;
    if let Some(at) = active_at {
        diesel::update(contribution::table.find(root)).set(contribution::active_at.eq(at)).execute(db)?;
    }
    Ok(())
}

/// Withdraws. `false`: it already was.
///
/// # Errors
/// When the database refuses.
pub fn withdraw(db: &mut Db, id: Uid, now: At) -> Result<bool> {
    let changed = diesel::update(contribution::table.find(id).filter(contribution::withdrawn_at.is_null()))
        .set((contribution::withdrawn_at.eq(now), contribution::held.eq(false)))
        .execute(db)?;
    crate::record::forget(db, id)?;
    Ok(changed == 1)
}

/// Holds a text back until a moderator has looked at it. `false`: it is hidden already.
///
/// # Errors
/// When the database refuses.
pub fn hold_back(db: &mut Db, id: Uid, now: At) -> Result<bool> {
    let changed = diesel::update(contribution::table.find(id).filter(contribution::hidden_at.is_null()))
        .set((contribution::hidden_at.eq(now), contribution::held.eq(true)))
        .execute(db)?;
    crate::record::forget(db, id)?;
    Ok(changed == 1)
}

/// Hides (`Some`) or shows again (`None`). `false`: it already was so.
///
/// # Errors
/// When the database refuses.
pub fn set_hidden(db: &mut Db, id: Uid, at: Option<At>) -> Result<bool> {
    if at.is_some() {
        crate::record::forget(db, id)?;
    }
    let changed = match at {
        Some(at) => diesel::update(contribution::table.find(id).filter(contribution::hidden_at.is_null().or(contribution::held)))
            .set((contribution::hidden_at.eq(at), contribution::held.eq(false)))
            .execute(db)?,
        None => diesel::update(contribution::table.find(id).filter(contribution::hidden_at.is_not_null()))
            .set((contribution::hidden_at.eq(None::<At>), contribution::held.eq(false)))
            .execute(db)?,
    };
    Ok(changed == 1)
}

/// Gives or removes a mark of recognition.
///
/// # Errors
/// When the database refuses.
pub fn set_mark(db: &mut Db, id: Uid, mark: domain::contribution::Mark, at: Option<At>) -> Result<()> {
    use domain::contribution::Mark;
    let row = diesel::update(contribution::table.find(id));
    match mark {
        Mark::Quality => row.set(contribution::quality_at.eq(at)).execute(db)?,
        Mark::Impact => row.set(contribution::impact_at.eq(at)).execute(db)?,
    };
    Ok(())
}

/// Takes the name off everything an actor wrote.
///
/// # Errors
/// When the database refuses.
pub fn orphan(db: &mut Db, author: Uid) -> Result<usize> {
    Ok(diesel::update(contribution::table.filter(contribution::author_id.eq(author)))
        .set(contribution::author_id.eq(None::<Uid>))
        .execute(db)?)
}

/// Everything an actor wrote, oldest first: for the export of their data.
///
/// # Errors
/// When the database refuses.
pub fn all_of(db: &mut Db, author: Uid) -> Result<Vec<Contribution>> {
    Ok(contribution::table
        .filter(contribution::author_id.eq(author))
        .order(contribution::created_at)
        .limit(10_000)
        .select(all::<Contribution>())
        .load(db)?)
}

/// Empties a contribution and its older texts: what is left is that something was here.
///
/// # Errors
/// When the database refuses.
pub fn empty(db: &mut Db, id: Uid) -> Result<()> {
    diesel::delete(contribution_version::table.filter(contribution_version::contribution_id.eq(id))).execute(db)?;
    diesel::delete(relayed::table.find(id)).execute(db)?;
    diesel::delete(remote_picture::table.filter(remote_picture::contribution_id.eq(id))).execute(db)?;
    diesel::update(contribution::table.find(id)).set((contribution::title.eq(""), contribution::body.eq(""))).execute(db)?;
    diesel::update(said_on_paragraph::table.find(id)).set(said_on_paragraph::wording.eq("")).execute(db)?;
    crate::record::forget(db, id)
}

/// Everything that was withdrawn, or deleted where it lives.
///
/// # Errors
/// When the database refuses.
pub fn withdrawn(db: &mut Db) -> Result<Vec<Uid>> {
    Ok(contribution::table.filter(contribution::withdrawn_at.is_not_null()).order(contribution::id).select(contribution::id).load(db)?)
}

/// Holds a contribution until the end of the transaction, so that what is read of it stays true while it is counted. SQLite has one writer anyway.
///
/// # Errors
/// When the database refuses.
pub fn hold(db: &mut Db, id: Uid) -> Result<()> {
    if is_postgres(db) {
        diesel::sql_query("SELECT id FROM contribution WHERE id = $1 FOR NO KEY UPDATE").bind::<UidSql, _>(id).execute(db)?;
    }
    Ok(())
}
