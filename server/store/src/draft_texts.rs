//! Texts that are discussed by paragraphs: their pieces, and what is said of each.

mod said;
pub mod supports;

pub use said::*;

use crate::column::{At, Uid, UidSql, all, each, is_postgres};
use crate::conn::MultiBackend;
use crate::schema::{draft_text, paragraph, said_on_paragraph};
use crate::{Db, Error, Result};
use diesel::prelude::*;
use domain::draft_text::{Outcome, PIECES_MAX, PieceKind, TextState, Word};

/// Most amendments of a text that are read at once.
pub const SAID_MAX: i64 = 10_000;

/// A text that is discussed.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = draft_text, check_for_backend(MultiBackend), treat_none_as_default_value = false)]
pub struct DraftText {
    /// Its id.
    pub id: Uid,
    /// Its consultation: one text at most.
    pub consultation_id: Uid,
    /// Its title.
    pub title: String,
    /// What is said before it, in Markdown; may be empty.
    pub introduction: String,
    /// Code of where it stands.
    pub state: String,
    /// Raised by every change.
    pub revision: i32,
    /// When it was begun.
    pub created_at: At,
    /// When it last changed.
    pub edited_at: At,
    /// When it was opened first.
    pub opened_at: Option<At>,
    /// When it was closed last.
    pub closed_at: Option<At>,
    /// When all was decided.
    pub settled_at: Option<At>,
}

impl DraftText {
    /// Where it stands.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn state(&self) -> Result<TextState> {
        TextState::parse(&self.state).ok_or_else(|| Error::Corrupt(format!("text state {}", self.state)))
    }
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = paragraph, check_for_backend(MultiBackend))]
pub struct Paragraph {
    /// Its id.
    pub id: Uid,
    /// The text.
    pub text_id: Uid,
    /// Its place, from 0.
    pub rank: i32,
    /// Code of what it is.
    pub kind: String,
    /// Its number, from 1; 0 for a heading.
    pub number: i32,
    /// Its words, in one line.
    pub body: String,
}

impl Paragraph {
    /// What it is.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn kind(&self) -> Result<PieceKind> {
        PieceKind::parse(&self.kind).ok_or_else(|| Error::Corrupt(format!("piece kind {}", self.kind)))
    }
}

/// What is said of a paragraph: what its contribution has besides.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = said_on_paragraph, check_for_backend(MultiBackend), treat_none_as_default_value = false)]
pub struct Said {
    /// The contribution.
    pub contribution_id: Uid,
    /// The paragraph.
    pub paragraph_id: Uid,
    /// Code of what is said.
    pub word: String,
    /// The proposed words; empty where there are none.
    pub wording: String,
    /// Code of what became of it.
    pub outcome: String,
    /// The words that stand in the text.
    pub kept: Option<String>,
    /// When it was decided upon.
    pub decided_at: Option<At>,
}

impl Said {
    /// What is said.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn word(&self) -> Result<Word> {
        Word::parse(&self.word).ok_or_else(|| Error::Corrupt(format!("word {}", self.word)))
    }

    /// What became of it.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn outcome(&self) -> Result<Outcome> {
        Outcome::parse(&self.outcome).ok_or_else(|| Error::Corrupt(format!("outcome {}", self.outcome)))
    }
}

/// How much is said of a paragraph, by what everybody sees.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Remarks.
    pub remarks: i64,
    /// Amendments.
    pub amendments: i64,
    /// Those of them that stand in the text, in whole or in part.
    pub kept: i64,
    /// Supports of the paragraph as it is.
    pub supports: i64,
}

/// Holds a text until the end of the transaction. SQLite has one writer anyway.
///
/// # Errors
/// When the database refuses.
pub fn hold(db: &mut Db, id: Uid) -> Result<()> {
    if is_postgres(db) {
        diesel::sql_query("SELECT id FROM draft_text WHERE id = $1 FOR NO KEY UPDATE").bind::<UidSql, _>(id).execute(db)?;
    }
    Ok(())
}

/// The text of a consultation, in whatever state it is.
///
/// # Errors
/// When the database refuses.
pub fn of_consultation(db: &mut Db, consultation_id: Uid) -> Result<Option<DraftText>> {
    let found = draft_text::table.filter(draft_text::consultation_id.eq(consultation_id)).select(all::<DraftText>()).first(db);
    Ok(found.optional()?)
}

/// A text.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<DraftText>> {
    Ok(draft_text::table.find(id).select(all::<DraftText>()).first(db).optional()?)
}

/// Whether a consultation has a text that everybody reads.
///
/// # Errors
/// When the database refuses.
pub fn is_shown(db: &mut Db, consultation_id: Uid) -> Result<bool> {
    let shown =
        draft_text::table.filter(draft_text::consultation_id.eq(consultation_id)).filter(draft_text::state.ne(TextState::Draft.code()));
    Ok(diesel::select(diesel::dsl::exists(shown)).get_result(db)?)
}

/// Keeps a new text; `Duplicate` when its consultation has one.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: &DraftText) -> Result<()> {
    diesel::insert_into(draft_text::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// Keeps what changed of a text, its revision raised by one.
///
/// # Errors
/// When the database refuses.
pub fn update(db: &mut Db, row: &DraftText) -> Result<()> {
    diesel::update(draft_text::table.find(row.id))
        .set((
            draft_text::title.eq(&row.title),
            draft_text::introduction.eq(&row.introduction),
            draft_text::state.eq(&row.state),
            draft_text::revision.eq(row.revision + 1),
            draft_text::edited_at.eq(row.edited_at),
            draft_text::opened_at.eq(row.opened_at),
            draft_text::closed_at.eq(row.closed_at),
            draft_text::settled_at.eq(row.settled_at),
        ))
        .execute(db)?;
    Ok(())
}

/// Removes a text of which nothing was said.
///
/// # Errors
/// When the database refuses.
pub fn remove(db: &mut Db, id: Uid) -> Result<()> {
    diesel::delete(draft_text::table.find(id)).execute(db)?;
    Ok(())
}

/// The pieces of a text in their order.
///
/// # Errors
/// When the database refuses.
pub fn paragraphs(db: &mut Db, text_id: Uid) -> Result<Vec<Paragraph>> {
    let limit = i64::try_from(PIECES_MAX).unwrap_or(i64::MAX);
    let pieces = paragraph::table.filter(paragraph::text_id.eq(text_id)).order(paragraph::rank);
    Ok(pieces.limit(limit).select(all::<Paragraph>()).load(db)?)
}

/// Puts other pieces in the place of those of a text, of which nothing was said yet.
///
/// # Errors
/// When the database refuses.
pub fn put_paragraphs(db: &mut Db, text_id: Uid, pieces: &[Paragraph]) -> Result<()> {
    diesel::delete(paragraph::table.filter(paragraph::text_id.eq(text_id))).execute(db)?;
    for some in pieces.chunks(100) {
        each!(db, c => diesel::insert_into(paragraph::table).values(some.to_vec()).execute(c))?;
    }
    Ok(())
}

/// A paragraph of a text by its number; never a heading.
///
/// # Errors
/// When the database refuses.
pub fn paragraph(db: &mut Db, text_id: Uid, number: i32) -> Result<Option<Paragraph>> {
    if number < 1 {
        return Ok(None);
    }
    let found = paragraph::table.filter(paragraph::text_id.eq(text_id)).filter(paragraph::number.eq(number));
    Ok(found.select(all::<Paragraph>()).first(db).optional()?)
}

/// The highest number of a text.
///
/// # Errors
/// When the database refuses.
pub fn last_number(db: &mut Db, text_id: Uid) -> Result<i32> {
    let last: Option<i32> =
        paragraph::table.filter(paragraph::text_id.eq(text_id)).select(diesel::dsl::max(paragraph::number)).first(db)?;
    Ok(last.unwrap_or(0))
}

/// Notes of which paragraph a contribution speaks.
///
/// # Errors
/// When the database refuses.
pub fn say(db: &mut Db, new: &Said) -> Result<()> {
    diesel::insert_into(said_on_paragraph::table).values(new.clone()).execute(db)?;
    Ok(())
}
