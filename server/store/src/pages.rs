//! What the collectivity writes itself on pages that everybody reads: the glossary, and its own words on the pages about itself.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{glossary_term, legal_text};
use crate::{Db, Result};
use diesel::prelude::*;

/// A word, and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = glossary_term, check_for_backend(MultiBackend))]
pub struct Term {
    /// Its id.
    pub id: Uid,
    /// Code of its language.
    pub lang: String,
    /// The word.
    pub term: String,
    /// The same without case and accents.
    pub sorted: String,
    /// What it means, in Markdown.
    pub explanation: String,
    /// When it last changed.
    pub edited_at: At,
}

/// The collectivity's own words on a page.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = legal_text, check_for_backend(MultiBackend))]
pub struct OwnText {
    /// Code of the page.
    pub page: String,
    /// Code of its language.
    pub lang: String,
    /// The text, in Markdown.
    pub body: String,
    /// Whether it stands in the place of what the page says of itself.
    pub replaces: bool,
    /// When it last changed.
    pub edited_at: At,
}

/// The words of a language in their order, at most `limit`.
///
/// # Errors
/// When the database refuses.
pub fn terms(db: &mut Db, lang: &str, limit: i64) -> Result<Vec<Term>> {
    let own = glossary_term::table.filter(glossary_term::lang.eq(lang));
    Ok(own.order((glossary_term::sorted, glossary_term::id)).limit(limit).select(all::<Term>()).load(db)?)
}

/// A word.
///
/// # Errors
/// When the database refuses.
pub fn term(db: &mut Db, id: Uid) -> Result<Option<Term>> {
    Ok(glossary_term::table.find(id).select(all::<Term>()).first(db).optional()?)
}

/// How many words a language has.
///
/// # Errors
/// When the database refuses.
pub fn count_terms(db: &mut Db, lang: &str) -> Result<i64> {
    Ok(glossary_term::table.filter(glossary_term::lang.eq(lang)).count().get_result(db)?)
}

/// Keeps a new word. `false`: the language has it already.
///
/// # Errors
/// When the database refuses.
pub fn add_term(db: &mut Db, new: &Term) -> Result<bool> {
    Ok(each!(db, c => diesel::insert_into(glossary_term::table).values(new.clone()).on_conflict_do_nothing().execute(c))? == 1)
}

/// Changes what a word means, and how it is spelt.
///
/// # Errors
/// When the database refuses.
pub fn explain(db: &mut Db, id: Uid, (term, explanation): (&str, &str), now: At) -> Result<bool> {
    let set = (glossary_term::term.eq(term), glossary_term::explanation.eq(explanation), glossary_term::edited_at.eq(now));
    Ok(diesel::update(glossary_term::table.find(id)).set(set).execute(db)? == 1)
}

/// Removes a word. `false`: there was none.
///
/// # Errors
/// When the database refuses.
pub fn remove_term(db: &mut Db, id: Uid) -> Result<bool> {
    Ok(diesel::delete(glossary_term::table.find(id)).execute(db)? == 1)
}

/// The collectivity's own words on a page.
///
/// # Errors
/// When the database refuses.
pub fn own_text(db: &mut Db, page: &str, lang: &str) -> Result<Option<OwnText>> {
    Ok(legal_text::table.find((page, lang)).select(all::<OwnText>()).first(db).optional()?)
}

/// Keeps them, in the place of what was kept at the moment `seen`, or where nothing was. `false`: something else stands there by now.
///
/// # Errors
/// When the database refuses.
pub fn keep_text(db: &mut Db, new: &OwnText, seen: Option<At>) -> Result<bool> {
    let Some(seen) = seen else {
        return Ok(each!(db, c => diesel::insert_into(legal_text::table).values(new.clone()).on_conflict_do_nothing().execute(c))? == 1);
    };
    let same = legal_text::table.find((&new.page, &new.lang)).filter(legal_text::edited_at.eq(seen));
    Ok(diesel::update(same).set(new.clone()).execute(db)? == 1)
}

/// Removes those that were kept at the moment `seen`. `false`: something else stands there by now.
///
/// # Errors
/// When the database refuses.
pub fn remove_text(db: &mut Db, page: &str, lang: &str, seen: Option<At>) -> Result<bool> {
    let Some(seen) = seen else { return Ok(own_text(db, page, lang)?.is_none()) };
    Ok(diesel::delete(legal_text::table.find((page, lang)).filter(legal_text::edited_at.eq(seen))).execute(db)? == 1)
}
