//! News and articles, and each version of them that was published.

use crate::column::{At, Uid, UidSql, all, is_postgres};
use crate::conn::MultiBackend;
use crate::schema::{actor, article, article_version, consultation};
use crate::{Db, Error, Result};
use diesel::prelude::*;
use diesel::sql_query;
use domain::article::ArticleState;

/// Most versions that are listed.
pub const VERSIONS_MAX: i64 = 100;
/// Most articles of one person that are read at once.
const OWN_MAX: i64 = 1_000;

/// News or an article.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = article, check_for_backend(MultiBackend), treat_none_as_default_value = false)]
pub struct Article {
    /// Its id.
    pub id: Uid,
    /// In whose name it is: the collectivity, a person, an organisation; none once that is forgotten.
    pub author_id: Option<Uid>,
    /// The person who proposed it: private.
    pub written_by: Option<Uid>,
    /// The consultation it is about, if any.
    pub consultation_id: Option<Uid>,
    /// Code of where it stands.
    pub state: String,
    /// Its title.
    pub title: String,
    /// What it says in a few sentences.
    pub summary: String,
    /// The text, in Markdown.
    pub body: String,
    /// Code of its language.
    pub lang: String,
    /// Why it was refused or withdrawn; empty otherwise.
    pub reason: String,
    /// How often it was published; 0 as long as it was not.
    pub version: i32,
    /// Raised by every change.
    pub revision: i32,
    /// When it was begun.
    pub created_at: At,
    /// When it last changed.
    pub edited_at: At,
    /// When it was published first.
    pub published_at: Option<At>,
}

impl Article {
    /// Where it stands.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn state(&self) -> Result<ArticleState> {
        ArticleState::parse(&self.state).ok_or_else(|| Error::Corrupt(format!("article state {}", self.state)))
    }

    /// Whether everybody reads it, as far as it alone decides.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.state == ArticleState::Published.code()
    }
}

/// A published version.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = article_version, check_for_backend(MultiBackend))]
pub struct Version {
    /// The article.
    pub article_id: Uid,
    /// Its number, from 1.
    pub version: i32,
    /// Its title.
    pub title: String,
    /// What it says in a few sentences.
    pub summary: String,
    /// The text, in Markdown.
    pub body: String,
    /// When.
    pub published_at: At,
}

/// Who an article is by, as pages say it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Author {
    /// Their id.
    pub id: Uid,
    /// Their name in addresses.
    pub username: String,
    /// Their name.
    pub name: String,
}

/// Keeps a new article.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: &Article) -> Result<()> {
    diesel::insert_into(article::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// Keeps what changed of an article, if nobody else changed it since `row.revision`. `false`: somebody did.
///
/// # Errors
/// When the database refuses.
pub fn update(db: &mut Db, row: &Article) -> Result<bool> {
    let same = article::table.find(row.id).filter(article::revision.eq(row.revision));
    let changed = diesel::update(same)
        .set((
            article::consultation_id.eq(row.consultation_id),
            article::state.eq(&row.state),
            article::title.eq(&row.title),
            article::summary.eq(&row.summary),
            article::body.eq(&row.body),
            article::lang.eq(&row.lang),
            article::reason.eq(&row.reason),
            article::version.eq(row.version),
            article::revision.eq(row.revision + 1),
            article::edited_at.eq(row.edited_at),
            article::published_at.eq(row.published_at),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// Removes a draft that nobody has read.
///
/// # Errors
/// When the database refuses.
pub fn remove(db: &mut Db, id: Uid) -> Result<()> {
    diesel::delete(article::table.find(id)).execute(db)?;
    Ok(())
}

/// An article.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Article>> {
    Ok(article::table.find(id).select(all::<Article>()).first(db).optional()?)
}

/// An article that everybody knows of, shown or withdrawn: it was published, and so is its consultation.
///
/// # Errors
/// When the database refuses.
pub fn public(db: &mut Db, id: Uid) -> Result<Option<Article>> {
    let Some(found) = find(db, id)?.filter(|found| found.published_at.is_some()) else { return Ok(None) };
    let Some(consultation) = found.consultation_id else { return Ok(Some(found)) };
    let published = crate::consultations::find(db, consultation)?.is_some_and(|row| row.published_at.is_some());
    Ok(Some(found).filter(|_| published))
}

/// Keeps everybody else from an article until the end of the transaction. SQLite has one writer anyway.
///
/// # Errors
/// When the database refuses.
pub fn hold(db: &mut Db, id: Uid) -> Result<()> {
    if is_postgres(db) {
        sql_query("SELECT id FROM article WHERE id = $1 FOR UPDATE").bind::<UidSql, _>(id).execute(db)?;
    }
    Ok(())
}

/// What everybody reads, latest first, of a consultation or of the whole instance: a page of it, and how many there are.
///
/// # Errors
/// When the database refuses.
pub fn list(db: &mut Db, of: Option<Uid>, offset: i64, limit: i64) -> Result<(Vec<Article>, i64)> {
    let total = shown(of).count().get_result(db)?;
    Ok((page(db, of, offset, limit)?, total))
}

/// The latest of what everybody reads.
///
/// # Errors
/// When the database refuses.
pub fn latest(db: &mut Db, of: Option<Uid>, limit: i64) -> Result<Vec<Article>> {
    page(db, of, 0, limit)
}

fn page(db: &mut Db, of: Option<Uid>, offset: i64, limit: i64) -> Result<Vec<Article>> {
    let order = (article::published_at.desc(), article::id.desc());
    Ok(shown(of).order(order).select(all::<Article>()).offset(offset).limit(limit).load(db)?)
}

fn shown(of: Option<Uid>) -> article::BoxedQuery<'static, MultiBackend> {
    let published = consultation::table.filter(consultation::published_at.is_not_null()).select(consultation::id.nullable());
    let seen = article::consultation_id.is_null().or(article::consultation_id.eq_any(published));
    let query = article::table.filter(article::state.eq(ArticleState::Published.code())).filter(seen).into_boxed::<MultiBackend>();
    match of {
        Some(consultation) => query.filter(article::consultation_id.eq(consultation)),
        None => query,
    }
}

/// All of them for the staff, those of one state or all, last changed first: a page, and how many there are.
///
/// # Errors
/// When the database refuses.
pub fn all_of(db: &mut Db, state: Option<ArticleState>, offset: i64, limit: i64) -> Result<(Vec<Article>, i64)> {
    let which = || {
        let query = article::table.into_boxed::<MultiBackend>();
        match state {
            Some(state) => query.filter(article::state.eq(state.code())),
            None => query,
        }
    };
    let total = which().count().get_result(db)?;
    let order = (article::edited_at.desc(), article::id.desc());
    Ok((which().order(order).select(all::<Article>()).offset(offset).limit(limit).load(db)?, total))
}

/// How many wait for the collectivity to decide.
///
/// # Errors
/// When the database refuses.
pub fn count_waiting(db: &mut Db) -> Result<i64> {
    Ok(article::table.filter(article::state.eq(ArticleState::Submitted.code())).count().get_result(db)?)
}

/// What a person proposed, latest first.
///
/// # Errors
/// When the database refuses.
pub fn proposed_by(db: &mut Db, person: Uid, limit: i64) -> Result<Vec<Article>> {
    let theirs = article::table.filter(article::written_by.eq(person));
    Ok(theirs.order((article::created_at.desc(), article::id.desc())).select(all::<Article>()).limit(limit).load(db)?)
}

/// How many articles of a person wait for a decision.
///
/// # Errors
/// When the database refuses.
pub fn waiting_of(db: &mut Db, person: Uid) -> Result<i64> {
    let waiting = article::table.filter(article::written_by.eq(person)).filter(article::state.eq(ArticleState::Submitted.code()));
    Ok(waiting.count().get_result(db)?)
}

/// Everything a person proposed, for their own data and for when they go.
///
/// # Errors
/// When the database refuses.
pub fn all_proposed_by(db: &mut Db, person: Uid) -> Result<Vec<Article>> {
    proposed_by(db, person, OWN_MAX)
}

/// Forgets a person: what was never published goes with them, the rest loses its name.
///
/// # Errors
/// When the database refuses.
pub fn forget_person(db: &mut Db, person: Uid) -> Result<()> {
    diesel::delete(article::table.filter(article::written_by.eq(person)).filter(article::published_at.is_null())).execute(db)?;
    diesel::update(article::table.filter(article::written_by.eq(person))).set(article::written_by.eq(None::<Uid>)).execute(db)?;
    diesel::update(article::table.filter(article::author_id.eq(person))).set(article::author_id.eq(None::<Uid>)).execute(db)?;
    Ok(())
}

/// Empties an article that is not shown any more, and its versions.
///
/// # Errors
/// When the database refuses.
pub fn empty(db: &mut Db, id: Uid) -> Result<()> {
    diesel::update(article::table.find(id)).set((article::title.eq(""), article::summary.eq(""), article::body.eq(""))).execute(db)?;
    diesel::delete(article_version::table.filter(article_version::article_id.eq(id))).execute(db)?;
    Ok(())
}

/// Keeps a published version.
///
/// # Errors
/// When the database refuses.
pub fn publish(db: &mut Db, new: &Version) -> Result<()> {
    diesel::insert_into(article_version::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// What everybody reads of an author, latest first.
///
/// # Errors
/// When the database refuses.
pub fn shown_by(db: &mut Db, author: Uid) -> Result<Vec<Article>> {
    let theirs = shown(None).filter(article::author_id.eq(author));
    Ok(theirs.order((article::published_at.desc(), article::id)).limit(OWN_MAX).select(all::<Article>()).load(db)?)
}

/// What was withdrawn, with the reason: for a restore, which must not show it again.
///
/// # Errors
/// When the database refuses.
pub fn withdrawn(db: &mut Db) -> Result<Vec<(Uid, String)>> {
    let gone = article::table.filter(article::state.eq(ArticleState::Withdrawn.code())).order(article::id);
    Ok(gone.select((article::id, article::reason)).load(db)?)
}

/// A published version.
///
/// # Errors
/// When the database refuses.
pub fn version(db: &mut Db, id: Uid, number: i32) -> Result<Option<Version>> {
    Ok(article_version::table.find((id, number)).select(all::<Version>()).first(db).optional()?)
}

/// The numbers of the published versions and when each was published, latest first.
///
/// # Errors
/// When the database refuses.
pub fn versions(db: &mut Db, id: Uid) -> Result<Vec<(i32, At)>> {
    Ok(article_version::table
        .filter(article_version::article_id.eq(id))
        .order(article_version::version.desc())
        .limit(VERSIONS_MAX)
        .select((article_version::version, article_version::published_at))
        .load(db)?)
}

/// Who these articles are by, in one statement.
///
/// # Errors
/// When the database refuses.
pub fn authors(db: &mut Db, articles: &[Article]) -> Result<Vec<Author>> {
    let ids: Vec<Uid> = articles.iter().filter_map(|one| one.author_id).collect();
    Ok(actor::table.filter(actor::id.eq_any(ids)).select((actor::id, actor::username, actor::display_name)).load(db)?)
}

/// The ids, addresses and titles of the consultations of these articles, in one statement.
///
/// # Errors
/// When the database refuses.
pub fn consultations(db: &mut Db, articles: &[Article]) -> Result<Vec<(Uid, String, String)>> {
    let ids: Vec<Uid> = articles.iter().filter_map(|one| one.consultation_id).collect();
    Ok(consultation::table
        .filter(consultation::id.eq_any(ids))
        .select((consultation::id, consultation::slug, consultation::title))
        .load(db)?)
}

/// Address and title of consultations that an article may be about, last begun first, at most `limit`; for the staff those too that are not
/// published.
///
/// # Errors
/// When the database refuses.
pub fn choices(db: &mut Db, with_drafts: bool, limit: i64) -> Result<Vec<(String, String)>> {
    let mut query = consultation::table.into_boxed::<MultiBackend>();
    if !with_drafts {
        query = query.filter(consultation::published_at.is_not_null());
    }
    let order = (consultation::created_at.desc(), consultation::id);
    Ok(query.order(order).limit(limit).select((consultation::slug, consultation::title)).load(db)?)
}
