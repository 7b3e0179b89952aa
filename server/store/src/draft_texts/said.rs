//! What is said of the paragraphs of a text, and what became of it.

use super::{Counts, Paragraph, SAID_MAX, Said};
use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::schema::{consultation, contribution, draft_text, paragraph, paragraph_support, said_on_paragraph};
use crate::{Db, Result};
use diesel::dsl::count_star;
use diesel::prelude::*;
use domain::draft_text::{Outcome, Word};

/// Contributions of which one statement asks.
const AT_ONCE: usize = 500;

/// What a contribution says of which paragraph, and where that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// What it says.
    pub said: Said,
    /// The paragraph.
    pub paragraph: Paragraph,
    /// Slug of the consultation of the text.
    pub slug: String,
}

/// What a contribution says of which paragraph; nothing for the other contributions.
///
/// # Errors
/// When the database refuses.
pub fn said(db: &mut Db, contribution_id: Uid) -> Result<Option<(Said, Paragraph)>> {
    Ok(said_on_paragraph::table
        .inner_join(paragraph::table)
        .filter(said_on_paragraph::contribution_id.eq(contribution_id))
        .select((all::<Said>(), all::<Paragraph>()))
        .first(db)
        .optional()?)
}

/// Notes what became of an amendment.
///
/// # Errors
/// When the database refuses.
pub fn decide(db: &mut Db, contribution_id: Uid, outcome: Outcome, kept: Option<&str>, now: At) -> Result<()> {
    diesel::update(said_on_paragraph::table.find(contribution_id))
        .set((said_on_paragraph::outcome.eq(outcome.code()), said_on_paragraph::kept.eq(kept), said_on_paragraph::decided_at.eq(now)))
        .execute(db)?;
    Ok(())
}

/// What stands in the text of its amendments, in the order of the decisions.
///
/// # Errors
/// When the database refuses.
pub fn kept(db: &mut Db, text_id: Uid) -> Result<Vec<Said>> {
    Ok(said_on_paragraph::table
        .inner_join(paragraph::table)
        .filter(paragraph::text_id.eq(text_id))
        .filter(said_on_paragraph::kept.is_not_null())
        .order((said_on_paragraph::decided_at, said_on_paragraph::contribution_id))
        .limit(SAID_MAX)
        .select(all::<Said>())
        .load(db)?)
}

/// Whether something of its amendments stands in a text.
///
/// # Errors
/// When the database refuses.
pub fn is_changed(db: &mut Db, text_id: Uid) -> Result<bool> {
    let kept = said_on_paragraph::table
        .inner_join(paragraph::table)
        .filter(paragraph::text_id.eq(text_id))
        .filter(said_on_paragraph::kept.is_not_null());
    Ok(diesel::select(diesel::dsl::exists(kept)).get_result(db)?)
}

/// How many amendments wait for a decision: those that everybody sees, and those that wait for a moderator first.
///
/// # Errors
/// When the database refuses.
pub fn undecided(db: &mut Db, text_id: Uid) -> Result<(i64, i64)> {
    let counted: Vec<(bool, i64)> = said_on_paragraph::table
        .inner_join(paragraph::table)
        .inner_join(contribution::table)
        .filter(paragraph::text_id.eq(text_id))
        .filter(said_on_paragraph::word.ne(Word::Remark.code()))
        .filter(said_on_paragraph::outcome.eq(Outcome::Open.code()))
        .filter(contribution::hidden_at.is_null().or(contribution::held.eq(true)))
        .filter(contribution::withdrawn_at.is_null())
        .group_by(contribution::held)
        .select((contribution::held, count_star()))
        .load(db)?;
    let of = |held: bool| counted.iter().find(|one| one.0 == held).map_or(0, |one| one.1);
    Ok((of(false), of(true)))
}

/// What these contributions say of which paragraph of the text of which consultation, in one statement: the others are left out.
///
/// # Errors
/// When the database refuses.
pub fn said_by(db: &mut Db, contributions: &[Uid]) -> Result<Vec<Spoken>> {
    let mut spoken = Vec::new();
    for some in contributions.chunks(AT_ONCE) {
        let rows: Vec<(Said, Paragraph, String)> = said_on_paragraph::table
            .inner_join(paragraph::table.inner_join(draft_text::table.inner_join(consultation::table)))
            .filter(said_on_paragraph::contribution_id.eq_any(some.to_vec()))
            .select((all::<Said>(), all::<Paragraph>(), consultation::slug))
            .load(db)?;
        spoken.extend(rows.into_iter().map(|(said, paragraph, slug)| Spoken { said, paragraph, slug }));
    }
    Ok(spoken)
}

/// Which amendments of a text are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// What everybody sees.
    Seen,
    /// What of it waits for a decision.
    Waiting,
    /// What everybody sees, and what stands in the text though its author withdrew it or it was hidden.
    SeenOrKept,
}

/// How much is said of each paragraph of a text: two statements, whatever its length.
///
/// # Errors
/// When the database refuses.
pub fn counts(db: &mut Db, text_id: Uid) -> Result<std::collections::HashMap<Uid, Counts>> {
    let mut counts: std::collections::HashMap<Uid, Counts> = std::collections::HashMap::new();
    let said: Vec<(Uid, String, String, i64)> = said_on_paragraph::table
        .inner_join(paragraph::table)
        .inner_join(contribution::table)
        .filter(paragraph::text_id.eq(text_id))
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null())
        .group_by((said_on_paragraph::paragraph_id, said_on_paragraph::word, said_on_paragraph::outcome))
        .select((said_on_paragraph::paragraph_id, said_on_paragraph::word, said_on_paragraph::outcome, count_star()))
        .load(db)?;
    for (id, word, outcome, number) in said {
        let of = counts.entry(id).or_default();
        if Word::parse(&word).is_some_and(Word::is_amendment) {
            of.amendments += number;
            of.kept += if Outcome::parse(&outcome).is_some_and(Outcome::is_kept) { number } else { 0 };
        } else {
            of.remarks += number;
        }
    }
    let supports: Vec<(Uid, i64)> = paragraph_support::table
        .inner_join(paragraph::table)
        .filter(paragraph::text_id.eq(text_id))
        .group_by(paragraph_support::paragraph_id)
        .select((paragraph_support::paragraph_id, count_star()))
        .load(db)?;
    for (id, number) in supports {
        counts.entry(id).or_default().supports = number;
    }
    Ok(counts)
}

/// A page of what everybody sees of what is said of a paragraph, the most supported first, and how much there is: amendments, or remarks.
///
/// # Errors
/// When the database refuses.
pub fn said_of(db: &mut Db, paragraph_id: Uid, amendments: bool, offset: i64, limit: i64) -> Result<(Vec<Said>, i64)> {
    let shown = || {
        let query = said_on_paragraph::table
            .inner_join(contribution::table)
            .filter(said_on_paragraph::paragraph_id.eq(paragraph_id))
            .filter(contribution::hidden_at.is_null())
            .filter(contribution::withdrawn_at.is_null())
            .into_boxed::<MultiBackend>();
        if amendments {
            query.filter(said_on_paragraph::word.ne(Word::Remark.code()))
        } else {
            query.filter(said_on_paragraph::word.eq(Word::Remark.code()))
        }
    };
    let total = shown().count().get_result(db)?;
    let rows = shown()
        .order((contribution::support_count.desc(), contribution::created_at, contribution::id))
        .offset(offset)
        .limit(limit)
        .select(all::<Said>())
        .load(db)?;
    Ok((rows, total))
}

/// A page of the amendments of a text, by paragraph and time, and how many there are: those that everybody sees; if so asked only what of them
/// waits for a decision, or besides them what stands in the text and is not seen any more.
///
/// # Errors
/// When the database refuses.
pub fn amendments(db: &mut Db, text_id: Uid, which: Which, offset: i64, limit: i64) -> Result<(Vec<(Said, Paragraph)>, i64)> {
    let shown = || {
        let seen = contribution::hidden_at.is_null().and(contribution::withdrawn_at.is_null());
        let query = said_on_paragraph::table
            .inner_join(paragraph::table)
            .inner_join(contribution::table)
            .filter(paragraph::text_id.eq(text_id))
            .filter(said_on_paragraph::word.ne(Word::Remark.code()))
            .into_boxed::<MultiBackend>();
        match which {
            Which::Seen => query.filter(seen),
            Which::Waiting => query.filter(seen).filter(said_on_paragraph::outcome.eq(Outcome::Open.code())),
            Which::SeenOrKept => query.filter(seen.or(said_on_paragraph::kept.is_not_null())),
        }
    };
    let total = shown().count().get_result(db)?;
    let rows = shown()
        .order((paragraph::rank, contribution::created_at, contribution::id))
        .offset(offset)
        .limit(limit)
        .select((all::<Said>(), all::<Paragraph>()))
        .load(db)?;
    Ok((rows, total))
}
