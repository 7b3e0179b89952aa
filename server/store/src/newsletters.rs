//! The issues of the newsletter, and what they point to.

use crate::column::{At, Uid, UidSql, all, each, is_postgres};
use crate::conn::MultiBackend;
use crate::schema::{consultation, newsletter, newsletter_item};
use crate::{Db, Error, Result};
use diesel::prelude::*;
use diesel::sql_query;
use domain::newsletter::{ITEMS_MAX, IssueState, ItemKind};

/// An issue.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = newsletter, check_for_backend(MultiBackend), treat_none_as_default_value = false)]
pub struct Issue {
    /// Its id.
    pub id: Uid,
    /// Code of the segment it goes to.
    pub segment: String,
    /// The consultation that the segment is of.
    pub consultation_id: Option<Uid>,
    /// The theme.
    pub theme_id: Option<Uid>,
    /// Code of where it stands.
    pub state: String,
    /// Its title, and the subject of its letters.
    pub title: String,
    /// The text, in Markdown.
    pub body: String,
    /// Code of its language.
    pub lang: String,
    /// Raised by every change.
    pub revision: i32,
    /// When it was begun.
    pub created_at: At,
    /// When it last changed.
    pub edited_at: At,
    /// When it left.
    pub sent_at: Option<At>,
    /// The last subscription that was written to.
    pub sent_to: Option<Uid>,
    /// How many letters were written.
    pub letters: i32,
}

impl Issue {
    /// Where it stands.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn state(&self) -> Result<IssueState> {
        IssueState::parse(&self.state).ok_or_else(|| Error::Corrupt(format!("newsletter state {}", self.state)))
    }
}

/// What an issue points to, as letters and pages name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// Its id.
    pub id: Uid,
    /// Its title.
    pub title: String,
    /// The last part of its address: the id, or the slug of a consultation.
    pub name: String,
    /// A few words about it; may be empty.
    pub summary: String,
}

/// Keeps a new issue.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: &Issue) -> Result<()> {
    diesel::insert_into(newsletter::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// Keeps what changed of an issue, if nobody else changed it since `row.revision`. `false`: somebody did.
///
/// # Errors
/// When the database refuses.
pub fn update(db: &mut Db, row: &Issue) -> Result<bool> {
    let same = newsletter::table.find(row.id).filter(newsletter::revision.eq(row.revision));
    let changed = diesel::update(same)
        .set((
            newsletter::segment.eq(&row.segment),
            newsletter::consultation_id.eq(row.consultation_id),
            newsletter::theme_id.eq(row.theme_id),
            newsletter::state.eq(&row.state),
            newsletter::title.eq(&row.title),
            newsletter::body.eq(&row.body),
            newsletter::lang.eq(&row.lang),
            newsletter::revision.eq(row.revision + 1),
            newsletter::edited_at.eq(row.edited_at),
            newsletter::sent_at.eq(row.sent_at),
            newsletter::sent_to.eq(row.sent_to),
            newsletter::letters.eq(row.letters),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// Removes an issue.
///
/// # Errors
/// When the database refuses.
pub fn remove(db: &mut Db, id: Uid) -> Result<()> {
    diesel::delete(newsletter::table.find(id)).execute(db)?;
    Ok(())
}

/// An issue.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Issue>> {
    Ok(newsletter::table.find(id).select(all::<Issue>()).first(db).optional()?)
}

/// Keeps everybody else from an issue until the end of the transaction. SQLite has one writer anyway.
///
/// # Errors
/// When the database refuses.
pub fn hold(db: &mut Db, id: Uid) -> Result<()> {
    if is_postgres(db) {
        sql_query("SELECT id FROM newsletter WHERE id = $1 FOR UPDATE").bind::<UidSql, _>(id).execute(db)?;
    }
    Ok(())
}

/// Issues, last changed first: a page, and how many there are.
///
/// # Errors
/// When the database refuses.
pub fn list(db: &mut Db, offset: i64, limit: i64) -> Result<(Vec<Issue>, i64)> {
    let total = newsletter::table.count().get_result(db)?;
    let order = (newsletter::edited_at.desc(), newsletter::id.desc());
    Ok((newsletter::table.order(order).select(all::<Issue>()).offset(offset).limit(limit).load(db)?, total))
}

/// Puts these in the place of what an issue pointed to.
///
/// # Errors
/// When the database refuses.
pub fn set_items(db: &mut Db, id: Uid, items: &[(ItemKind, Uid)]) -> Result<()> {
    diesel::delete(newsletter_item::table.filter(newsletter_item::newsletter_id.eq(id))).execute(db)?;
    let rows: Vec<_> = (0_i32..)
        .zip(items.iter().take(ITEMS_MAX))
        .map(|(position, (kind, target))| {
            (
                newsletter_item::newsletter_id.eq(id),
                newsletter_item::position.eq(position),
                newsletter_item::kind.eq(kind.code()),
                newsletter_item::target_id.eq(*target),
            )
        })
        .collect();
    if !rows.is_empty() {
        each!(db, c => diesel::insert_into(newsletter_item::table).values(&rows).execute(c))?;
    }
    Ok(())
}

/// What an issue points to, in its order; what everybody may not read any more is left out.
///
/// # Errors
/// When the database refuses.
pub fn items(db: &mut Db, id: Uid) -> Result<Vec<Item>> {
    let rows: Vec<(String, Uid)> = newsletter_item::table
        .filter(newsletter_item::newsletter_id.eq(id))
        .order(newsletter_item::position)
        .select((newsletter_item::kind, newsletter_item::target_id))
        .load(db)?;
    let mut found = Vec::with_capacity(rows.len());
    // At most `ITEMS_MAX` of them.
    for (kind, target) in rows {
        let Some(kind) = ItemKind::parse(&kind) else { continue };
        found.extend(item(db, kind, target)?);
    }
    Ok(found)
}

fn item(db: &mut Db, kind: ItemKind, id: Uid) -> Result<Option<Item>> {
    let named = |title, name, summary| Item { kind, id, title, name, summary };
    Ok(match kind {
        ItemKind::Article => crate::articles::public(db, id)?
            .filter(crate::articles::Article::is_shown)
            .map(|row| named(row.title, row.id.0.to_string(), row.summary)),
        ItemKind::Meeting => crate::meetings::public(db, id)?.map(|row| named(row.title, row.id.0.to_string(), row.venue)),
        ItemKind::Consultation => {
            crate::consultations::find(db, id)?.filter(|row| row.published_at.is_some()).map(|row| named(row.title, row.slug, row.teaser))
        }
    })
}

/// What an issue may point to: the latest of each kind that everybody may read, at most `limit` of each.
///
/// # Errors
/// When the database refuses.
pub fn offered(db: &mut Db, now: At, limit: i64) -> Result<Vec<(ItemKind, Uid, String)>> {
    let articles = crate::articles::latest(db, None, limit)?;
    let mut offered: Vec<_> = articles.into_iter().map(|row| (ItemKind::Article, row.id, row.title)).collect();
    let (meetings, _) = crate::meetings::list(db, None, crate::meetings::When::Coming(now), 0, limit)?;
    offered.extend(meetings.into_iter().map(|row| (ItemKind::Meeting, row.id, row.title)));
    let consultations: Vec<(Uid, String)> = consultation::table
        .filter(consultation::published_at.is_not_null())
        .order((consultation::published_at.desc(), consultation::id))
        .limit(limit)
        .select((consultation::id, consultation::title))
        .load(db)?;
    offered.extend(consultations.into_iter().map(|(id, title)| (ItemKind::Consultation, id, title)));
    Ok(offered)
}

/// The issues that left, latest first.
///
/// # Errors
/// When the database refuses.
pub fn sent(db: &mut Db, limit: i64) -> Result<Vec<Issue>> {
    let left = newsletter::table.filter(newsletter::state.ne(IssueState::Draft.code()));
    Ok(left.order((newsletter::sent_at.desc(), newsletter::id.desc())).limit(limit).select(all::<Issue>()).load(db)?)
}
